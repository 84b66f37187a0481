"""What a lesson is built of on the page: explorer, chart, controls, questions. Knows no lesson."""

from .answers import Answers
from .beside import Beside
from .charts import bars, curves, dot_rows, forest, lives, marks, names_at_ends, row_axis, ticked_axis
from .compared import Row, Rows, compared
from .control import Choice, Preset, Seed, Slider, Switch, Week
from .explorer import Explorer
from .figure import figure
from .ledger import Entry, entries, ledger
from .matrix import Matrix
from .mission import Mission, Run
from .params import widgets
from .people import Kind, hundred, hundred_axes
from .picture import (
    ABSENT,
    ARMS,
    COLOURS,
    INK,
    PUBLISHED,
    Style,
    axis,
    band,
    dots,
    guess_line,
    in_legend,
    line,
    period,
    picture,
    with_periods,
    words,
)
from .presenter import Presenter
from .question import Calculate, Choose, Code, Order, Predict
from .sketch import Sketch
from .source import source
from .strip import Dated, Strip
from .survival import survival, survival_axis
from .turns import Turns

__all__ = [
    "ABSENT",
    "ARMS",
    "COLOURS",
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
    "Kind",
    "Matrix",
    "Mission",
    "Order",
    "Predict",
    "Presenter",
    "Preset",
    "Row",
    "Rows",
    "Run",
    "Seed",
    "Sketch",
    "Slider",
    "Strip",
    "Style",
    "Switch",
    "Turns",
    "Week",
    "axis",
    "band",
    "bars",
    "compared",
    "curves",
    "dot_rows",
    "dots",
    "entries",
    "figure",
    "forest",
    "guess_line",
    "hundred",
    "hundred_axes",
    "in_legend",
    "ledger",
    "line",
    "lives",
    "marks",
    "names_at_ends",
    "period",
    "picture",
    "row_axis",
    "source",
    "survival",
    "survival_axis",
    "ticked_axis",
    "widgets",
    "with_periods",
    "words",
]
