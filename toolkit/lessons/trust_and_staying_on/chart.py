"""Lesson 07's picture: who still takes it, what is left after each link, and one person's days."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line

from .people import DAYS, WEEKS

LINKS = ("prescribed", "still taken", "fills its target", "with missed days", "has had time")

UPPER = (0.46, 1)
"""The share of the picture that the upper panels take, above one person's days."""


def chart(seen):
    """Who still takes it, what is left after each link, and one person's days."""
    rows = explore.row_axis(LINKS, domain=UPPER)
    weeks, days = ({"tickvals": list(range(0, end + 1, step))} for end, step in ((WEEKS, 4), (DAYS, 7)))
    return explore.picture(
        [*curves(seen), *links(seen), *diary(seen)],
        (axis("week", 0, WEEKS + 9, **weeks), explore.ticked_axis("% still taking it", 0, 104, domain=UPPER)),
        (explore.ticked_axis(f"% of the full effect, week {seen.week}", 0, 118), rows),
        (
            axis("one person's days", 0, DAYS + 9, domain=(0, 1), **days),
            axis("% of full", 0, 108, tickvals=[0, 50, 100], domain=(0, 0.3)),
        ),
        widths=(9, 4, 8),
        height=520,
    )


def curves(seen):
    named = [(ARMS[arm], seen.still(arm)) for arm in ("medication", "both")]
    return explore.curves(np.arange(WEEKS + 1), named, hover="%{y:.0f} of 100 in week %{x}", gap=8)


def links(seen):
    """A bar for what is left after each link; dotted, what that link has lost."""
    return explore.bars(
        list(zip(LINKS, seen.chain, strict=True)), colour="both", lost="lost here", hover="{:.0f}\u00a0% left", panel=2
    )


def diary(seen):
    """One person's level and occupancy, day by day; a cross on each day missed."""
    days, levels = np.arange(len(seen.levels)), 100 * seen.levels
    filled = 100 * seen.drug.occupancy(seen.levels)
    kept = 2.0 ** (-1.0 / seen.drug.half_life_days)
    skipped = np.flatnonzero(seen.levels[1:] <= kept * seen.levels[:-1] + 1e-9) + 1
    ends = [(ARMS["medication"].called("target filled"), filled[-1]), (explore.ABSENT.called("level"), levels[-1])]
    return [
        line(days, levels, name="level", width=1.5, dash="dot", panel=3, hover="%{y:.0f} % on day %{x}"),
        line(days, filled, name="target filled", colour="medication", panel=3, hover="%{y:.0f} % on day %{x}"),
        explore.dots(
            skipped, np.full(skipped.size, 6.0), name="missed", symbol="x-thin", size=8, panel=3, hover="day %{x}"
        ),
        explore.names_at_ends(DAYS, ends, gap=18, top=100, panel=3),
    ]
