"""Panels in columns, one above the other where they share their weeks; and marks on the curves in them."""

import dataclasses
import itertools

import numpy as np

from .picture import INK, Style, dots, picture

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


def called(style, label):
    """A style under another name."""
    return dataclasses.replace(style, label=label)


def marks(x, named, *, hover, panel=1):
    """Markers at some places of the curves that `curves` draws.

    Args:
        x: shape (places,).
        named: [(Style, values of shape (places,)), …]; a style without a symbol has no markers.
        hover, panel: as in `curves`.
    """
    return [
        dots(x, values, name=style.label.strip(), colour=style.colour, symbol=style.symbol, panel=panel, hover=hover)
        for style, values in named
        if style.symbol
    ]
