"""Panels in columns, one above the other where they share their weeks, and names at the ends of curves."""

import itertools

import numpy as np

from .picture import INK, Style, dots, line, picture, words

ABSENT = Style("without", INK, "dot", "")
"""How the picture looks without the mechanism in question: a line that carries no markers."""
PUBLISHED = Style("published", INK, "solid", "diamond")
"""How published figures look where the toy's arms stand beside them."""


def columns(traces, *stacks, widths=(1,), height=460, gap=0.16):
    """A chart whose panels stand in columns, numbered from the top of the first column on.

    Args:
        traces: each with its panel's number.
        stacks: for each column its panels from top to bottom, pairs (x axis, y axis).
        widths: of columns and the gaps between them, as in `picture`.
        gap: share of the height between two panels of a column.
    """
    made = picture(traces, *itertools.chain(*stacks), widths=[*widths, *[1] * 2 * sum(map(len, stacks))], height=height)
    edges = np.cumsum([0, *widths]) / sum(widths)
    numbers = itertools.count(1)
    for column, stack in enumerate(stacks):
        share = (1 + gap) / len(stack)
        for row, number in zip(range(len(stack)), numbers, strict=False):
            suffix = "" if number == 1 else str(number)
            top = 1 - row * share
            made["layout"][f"xaxis{suffix}"]["domain"] = [float(edges[2 * column]), float(edges[2 * column + 1])]
            made["layout"][f"yaxis{suffix}"]["domain"] = [max(top - share + gap, 0.0), top]
    return made


def ends(x, heights, gap, panel=1, room=" "):
    """Names beside the ends of curves, pushed apart where two would overlap.

    Args:
        x: where the curves end.
        heights: {name: (height, colour)}.
        gap: the least distance between two names, in units of the y axis.
        room: what is left free before a name.
    """
    names = sorted(heights, key=lambda name: heights[name][0])
    at = np.array([heights[name][0] for name in names], dtype=float)
    for _ in range(len(at)):
        for low, high in itertools.pairwise(range(len(at))):
            short = max(gap - (at[high] - at[low]), 0.0) / 2
            at[low], at[high] = at[low] - short, at[high] + short
    return [
        words([x], [height], [f"{room}{name}"], colour=heights[name][1], panel=panel)
        for name, height in zip(names, at, strict=True)
    ]


def curves(x, named, *, gap, hover, panel=1, marked=()):
    """Curves over one x, each in its style and named at its end.

    Args:
        x: shape (points,).
        named: {name: (values, Style)}; the values have shape (points,).
        gap: the least distance between two names, in units of the y axis.
        hover: what a point says, such as "%{y:.1f}".
        marked: the x at which each curve carries its style's marker, if that has one.
    """
    x, traces = np.asarray(x, dtype=float), []
    at = np.isin(x, marked)
    for name, (values, style) in named.items():
        look = {"name": name, "colour": style.colour, "panel": panel, "hover": hover}
        values = np.asarray(values, dtype=float)
        traces.append(line(x, values, dash=style.dash, **look))
        if at.any() and style.symbol:
            traces.append(dots(x[at], values[at], symbol=style.symbol, **look))
    heights = {name: (values[-1], style.colour) for name, (values, style) in named.items()}
    return traces + ends(x[-1], heights, gap, panel, room="   " if at[-1] else " ")
