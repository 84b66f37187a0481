"""What a lesson is built of on the page: explorer, chart, controls, questions. Knows no lesson."""

from .answers import Answers
from .apart import apart
from .below import below
from .beside import Beside
from .charts import dot_rows, lives, row_axis
from .compared import compared
from .control import Choice, Preset, Seed, Slider, Switch, Week
from .curves import curves
from .explorer import Explorer
from .ledger import Entry, ledger
from .marks import ABSENT, PUBLISHED, called, marks
from .matrix import Matrix
from .picture import ARMS, INK, axis, band, dots, guess_line, line, period, picture, with_periods, words
from .presenter import Presenter
from .question import Calculate, Choose, Code, Order, Predict
from .sketch import Sketch
from .source import source
from .strip import Dated, Strip
from .turns import Turns

__all__ = [
    "ABSENT",
    "ARMS",
    "INK",
    "PUBLISHED",
    "Answers",
    "Beside",
    "Calculate",
    "Choice",
    "Choose",
    "Code",
    "Dated",
    "Entry",
    "Explorer",
    "Matrix",
    "Order",
    "Predict",
    "Presenter",
    "Preset",
    "Seed",
    "Sketch",
    "Slider",
    "Strip",
    "Switch",
    "Turns",
    "Week",
    "apart",
    "axis",
    "band",
    "below",
    "called",
    "compared",
    "curves",
    "dot_rows",
    "dots",
    "guess_line",
    "ledger",
    "line",
    "lives",
    "marks",
    "period",
    "picture",
    "row_axis",
    "source",
    "with_periods",
    "words",
]
