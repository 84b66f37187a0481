"""What a lesson is built of on the page: explorer, chart, controls, questions. Knows no lesson."""

from .beside import Beside
from .charts import dot_rows, lives, row_axis
from .compared import compared
from .control import Choice, Preset, Seed, Slider, Switch
from .explorer import Explorer
from .ledger import ledger
from .picture import ARMS, INK, axis, band, dots, line, period, picture, with_periods, words
from .question import Calculate, Choose, Code, Predict
from .source import source
from .turns import Turns

__all__ = [
    "ARMS",
    "INK",
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
    "Turns",
    "axis",
    "band",
    "compared",
    "dot_rows",
    "dots",
    "ledger",
    "line",
    "lives",
    "period",
    "picture",
    "row_axis",
    "source",
    "with_periods",
    "words",
]
