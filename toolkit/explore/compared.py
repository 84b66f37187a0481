"""Published figures in rows, with what the toy gives in their place beside them."""

import dataclasses

import numpy as np

from .charts import row_axis
from .picture import INK, Style, axis, dots, line, picture, words

ONE = {"": Style("published", INK, "solid", "circle")}
"""The look where a row has one figure."""
ROW, TITLE = 28, 66
"""Height of a row, and of an axis with its title, in pixels."""
TOY = Style("the model, as set above", "both", "solid", "square-open")
"""What the toy gives in its place."""


@dataclasses.dataclass(frozen=True)
class Row:
    """A row of figures.

    Args:
        label: its name.
        published: {who: (value, low, high)}, ends nan where none are known; who is a key of the looks, "" where a row has
            one figure.
        toy: {who: value} of the toy; nan where it has none.
        said: words where nothing can be drawn.
    """

    label: str
    published: dict = dataclasses.field(default_factory=dict)
    toy: dict = dataclasses.field(default_factory=dict)
    said: str = ""


@dataclasses.dataclass(frozen=True)
class Rows:
    """A panel of rows, top to bottom.

    Args:
        title, ends: of the axis.
        rows: Row objects.
        hover: template for one figure.
        none: (value, its name) of no difference, drawn as a line; None where there is no such thing.
    """

    title: str
    ends: tuple
    rows: list
    hover: str = "%{x:.0f} %"
    none: tuple | None = None


def compared(*panels, looks=None):
    """A picture of panels of rows, one below the other, so that names of rows have the room they need on any page.

    Published figures are filled, with an interval where there is one; the toy's own are open.

    Args:
        panels: Rows objects.
        looks: {who: Style} besides that of a single figure, named in the legend.
    """
    traces = [
        trace for number, panel in enumerate(panels, start=1) for trace in drawn(panel, number, ONE | (looks or {}))
    ]
    named = set()
    for trace in traces:
        trace["showlegend"] = trace["mode"] == "markers" and trace["name"] not in named
        named.add(trace["name"])
    inside = sum(ROW * len(panel.rows) + TITLE for panel in panels) - TITLE
    axes, top = [], inside
    for panel in panels:
        bottom = top - ROW * len(panel.rows)
        up = row_axis([row.label for row in panel.rows], domain=(bottom / inside, top / inside))
        axes.append((axis(panel.title, *panel.ends, domain=(0, 1)), up))
        top = bottom - TITLE
    return picture(traces, *axes, height=inside + 110, legend="left")


def drawn(panel, number, looks):
    """The traces of a panel."""
    heights = np.arange(len(panel.rows))[::-1]
    placed = list(zip(panel.rows, heights, strict=True))
    start, name = panel.none or (panel.ends[0], "")
    if name:
        yield line([start] * 2, [-0.6, len(heights) - 0.4], name=name, width=1, dash="dot", panel=number, hover=None)
    for who, style in looks.items():
        found = [(*row.published[who], height) for row, height in placed if who in row.published]
        if found:
            values, low, high, places = zip(*found, strict=True)
            yield mark(style, (values, places), panel.hover, number, error=(low, high))
        toys = [(row.toy[who], height) for row, height in placed if np.isfinite(row.toy.get(who, np.nan))]
        if toys:
            yield mark(TOY if who == "" else opened(style), zip(*toys, strict=True), panel.hover, number)
    said = [(start, height, f"  {row.said}") for row, height in placed if row.said]
    if said:
        yield words(*zip(*said, strict=True), panel=number)


def opened(style):
    """How the toy's own look beside published figures of a style."""
    return dataclasses.replace(
        style, label=f"{style.label}: the model", symbol=f"{style.symbol.removesuffix('-open')}-open"
    )


def mark(style, places, hover, number, **more):
    """Marks of one style."""
    look = {"colour": style.colour, "symbol": style.symbol, "size": 13 if style is TOY else 10}
    return dots(*places, name=style.label, hover=hover, panel=number, **look, **more)
