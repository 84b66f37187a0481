"""Lesson 04: two levels that pull at each other, and two doors: does the warmth add up to more?"""

import numpy as np

from toolkit import explore

from ..format import number
from .chart import STYLES
from .people import LEVELS, TOOLS, WEEKS


def sentence(house):
    """The picture in words."""
    now = "; ".join(
        f"{tool} {number(house.now(tool, 'body'))} in the body and {number(house.now(tool, 'thinking'))} in thinking"
        for tool in TOOLS
    )
    halves = ", ".join(half_words(house, *key) for key in STYLES)
    return (
        f"Week {house.week}, points better than with a dummy pill: {now}. "
        f"Half of the last week's gain: {halves}. {adding(house)}"
    )


def half_words(house, tool, level):
    week = house.half_week(tool, level)
    return f"{tool} in {level} " + ("never (hardly anything gets there)" if np.isnan(week) else f"week {week:.1f}")


def adding(house):
    """Whether both are the two added, in words."""
    if np.isnan(house.share("both")):
        return "Nothing has been gained yet, so there is nothing to add."
    more = house.score_gain("both") - house.added
    verdict = "exactly the two added" if abs(more) < 1e-6 else f"{number(more, '+')} points on top of the sum"
    return f"In the score, both together gain {house.share('both'):.0f} % of the two added: {verdict}."


def table(house):
    """Gains by week, tool and level."""
    columns = {f"{tool}, {level} (points)": house.gains[tool, level] for tool in TOOLS for level in LEVELS}
    return {"week": np.arange(WEEKS + 1), **columns}


def draw_guess(share, _):
    """The guess among the shares; nan, for a guess without a number, draws nothing."""
    return explore.guess_line(
        [share, share], [-0.5, 2.5], (share, 2.5), hover=f"{share} %", position="top center", panel=3
    )


def together(up, down, below, above):
    """What pushes on the two levels take off the score in the long run: the levels pull each other along as well."""
    body = (below + down * above) / (1 - up * down)
    thinking = (above + up * below) / (1 - up * down)
    return (body + thinking) / 2


PUSHES = ((0.0, 0.0, 4.0, 6.0), (0.3, 0.3, 4.0, 0.0), (0.3, 0.3, 0.0, 6.0), (0.3, 0.3, 4.0, 6.0), (0.7, 0.7, 4.0, 6.0))


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [(pushes, together(*pushes)) for pushes in PUSHES]
