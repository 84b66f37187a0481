"""A hundred people, drawn as people: a mark each, in ten rows of ten, for every "of 100" that a lesson leads with."""

import dataclasses

import numpy as np

from .picture import INK, axis, dots

ROW = 10
"""People in a row."""
GAP = 2
"""Empty places between two blocks of people."""


@dataclasses.dataclass(frozen=True)
class Kind:
    """What happened to some of 100 people: colour, shape and their place in the order each tell it.

    label: words, as in "well, and would have been anyway". count: people of 100, may be broken.
    """

    label: str
    count: float
    colour: str = INK
    symbol: str = "circle"


def whole(counts):
    """Counts of 100 people as whole numbers that add up to 100: the largest remainders are rounded up.

    Raises:
        ValueError: if a count is negative, or if together they are not 100 people.
    """
    counts = np.asarray(counts, dtype=float)
    if not ((counts >= 0).all() and abs(counts.sum() - 100) <= 0.01):
        raise ValueError(f"kinds of people = {counts.tolist()}: must be 0 or more each, and 100 together")
    floors = np.floor(counts + 1e-9).astype(int)
    up = np.argsort(floors - counts, kind="stable")[: 100 - floors.sum()]
    floors[up] += 1
    return floors.tolist()


def hundred(kinds, *, block=0, called="", panel=1, size=9, legend=True):
    """Traces of 100 people, ten rows of ten from the bottom, the kinds in their order.

    Args:
        kinds: [Kind, …], together 100 people.
        block: place of these 100 beside others, from 0 on the left.
        called: whose 100 they are, told when one is pointed at.
        legend: whether the kinds stand in the legend; once is enough for several blocks.

    Raises:
        ValueError: as `whole`.
    """
    places, start, traces = np.arange(ROW * ROW), 0, []
    for kind, count in zip(kinds, whole([kind.count for kind in kinds]), strict=True):
        here = places[start : start + count]
        start += count
        if count:
            told = f"{called}: {kind.label}" if called else kind.label
            look = {"colour": kind.colour, "symbol": kind.symbol, "size": size, "panel": panel, "legend": legend}
            across = block * (ROW + GAP) + here % ROW
            traces.append(
                dots(across, here // ROW, name=kind.label, hover=[f"{told} ({count} of 100)"] * count, **look)
            )
    return traces


def hundred_axes(title, called):
    """(axis below, axis beside) for blocks of 100 people, named below.

    Args:
        called: name of each block, from the left.
    """
    step = ROW + GAP
    middles = [place * step + (ROW - 1) / 2 for place in range(len(called))]
    below = axis(title, -1.5, len(called) * step - GAP + 0.5, tickvals=middles, ticktext=list(called), showgrid=False)
    return below, axis("", -1, ROW, tickvals=[], showgrid=False)
