"""A hundred people, drawn as people: a mark each, in ten rows of ten, for every "of 100" that a lesson leads with.

What happens to few is drawn of 1,000, on the same ground: of 100 it would be nobody, or one too many.
"""

import dataclasses

import numpy as np

from .picture import INK, axis, dots

ROW = 10
"""People in a row of a hundred; the width of a block."""
ROWS = {100: ROW, 1000: 40}
"""People in a row, of 100 and of 1,000."""
GAP = 2
"""Empty places between two blocks of people."""


@dataclasses.dataclass(frozen=True)
class Kind:
    """What happened to some of 100 people: colour, shape and their place in the order each tell it.

    label: words, as in "well, and would have been anyway". count: people of 100, or of 1,000; may be broken.
    """

    label: str
    count: float
    colour: str = INK
    symbol: str = "circle"


def whole(counts, of=100):
    """Counts of so many people as whole numbers that add up to all of them: the largest remainders are rounded up.

    Raises:
        ValueError: if a count is negative, or if together they are not so many people.
    """
    counts = np.asarray(counts, dtype=float)
    if not ((counts >= 0).all() and abs(counts.sum() - of) <= of / 10_000):
        raise ValueError(f"kinds of people = {counts.tolist()}: must be 0 or more each, and {of} together")
    floors = np.floor(counts + 1e-9).astype(int)
    up = np.argsort(floors - counts, kind="stable")[: of - floors.sum()]
    floors[up] += 1
    return floors.tolist()


def hundred(kinds, *, of=100, block=0, called="", panel=1, size=9, legend=True):
    """Traces of 100 people, ten rows of ten from the bottom, the kinds in their order; of 1,000 in rows of forty.

    Args:
        kinds: [Kind, …], together so many people.
        of: 100 or 1,000 people.
        block: place of these people beside others, from 0 on the left.
        called: whose people they are, told when one is pointed at.
        legend: whether the kinds stand in the legend; once is enough for several blocks.

    Raises:
        ValueError: as `whole`, or if `of` is neither.
    """
    if of not in ROWS:
        raise ValueError(f"of = {of!r}: must be one of {', '.join(map(str, ROWS))} people")
    row, places, start, traces = ROWS[of], np.arange(of), 0, []
    for kind, count in zip(kinds, whole([kind.count for kind in kinds], of), strict=True):
        here = places[start : start + count]
        start += count
        if count:
            told = f"{called}: {kind.label}" if called else kind.label
            look = {"colour": kind.colour, "symbol": kind.symbol, "size": size, "panel": panel, "legend": legend}
            across = block * (ROW + GAP) + here % row * (ROW / row)
            up = here // row * (ROW / row)
            traces.append(dots(across, up, name=kind.label, hover=[f"{told} ({count:,} of {of:,})"] * count, **look))
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
