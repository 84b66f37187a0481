"""What a lesson is built of on the page: explorer, chart, controls, questions. Knows no lesson."""

from .answers import Answers
from .apart import apart
from .below import below
from .beside import Beside
from .charts import dot_rows, lives, row_axis
from .control import Choice, Preset, Seed, Slider, Switch, Week
from .curves import curves
from .explorer import Explorer
from .ledger import Entry, ledger
from .matrix import Matrix
from .panels import ABSENT, PUBLISHED, called, columns, marks
from .picture import ARMS, INK, axis, band, dots, line, period, picture, with_periods, words
from .question import Calculate, Choose, Code, Order, Predict
from .sketch import Sketch
from .source import source
from .strip import Dated, Strip

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
    "Preset",
    "Seed",
    "Sketch",
    "Slider",
    "Strip",
    "Switch",
    "Week",
    "apart",
    "axis",
    "band",
    "below",
    "called",
    "columns",
    "curves",
    "dot_rows",
    "dots",
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
