"""What a lesson is built of on the page: explorer, chart, controls, questions. Knows no lesson."""

from .beside import Beside
from .control import Choice, Preset, Seed, Slider, Switch
from .explorer import Explorer
from .ledger import ledger
from .picture import ARMS, arm_line, axis, band, dots, line, period, picture, words
from .question import Calculate, Choose, Code, Predict
from .source import source

__all__ = [
    "ARMS",
    "Beside",
    "Calculate",
    "Choice",
    "Choose",
    "Code",
    "Explorer",
    "Predict",
    "Preset",
    "Seed",
    "Slider",
    "Switch",
    "arm_line",
    "axis",
    "band",
    "dots",
    "ledger",
    "line",
    "period",
    "picture",
    "source",
    "words",
]
