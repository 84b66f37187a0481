"""Lesson 03's picture: 100 people of each group with the sum of two treatments by three rulers, and the score week by week."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line
from toolkit.explore.people import GAP, ROW
from toolkit.lessons.words import Words
from toolkit.model import MEDICATION, THERAPY

from .people import SESSIONS, WEEKS

WORDS = Words(__package__)
say = WORDS.say

SHORT = WORDS.says("short")
DASHES = {"risk difference": "longdash", "independence": "dot", "log-odds": "dashdot"}
ADDED = explore.Style(say("the_two_added"), explore.INK, "2px,5px", "")
TOP = 12.5
"""Rows of ten: where a sum of gains may reach beyond the ten rows that there are."""


def chart(trial):
    """100 people of each group, with the three sums across those with both; and the mean scores week by week."""
    blocks = WORDS.says("blocks")
    below, beside = explore.hundred_axes(
        say("people_of_100", week=trial.week), [blocks[group] for group in trial.shown]
    )
    people_axes = below | {"range": [-1.5, across(trial) + 19]}, beside | {"range": [-2.4, TOP]}
    weeks = axis(say("week"), 0, WEEKS + 16, tickvals=[0, 8, 16, 26])
    scores = explore.with_periods(say("score"), -15, 32, (0, 10, 20, 30), {-10: MEDICATION, -13: THERAPY})
    traces = [*people(trial), *sums(trial), *curves(trial)]
    return explore.picture(traces, people_axes, (weeks, scores), widths=(14, 3, 8), height=360)


def curves(trial):
    """Each group's mean score, and where both would lie if the two leads just add."""
    weeks, look = np.arange(WEEKS + 1), {"hover": say("hover"), "panel": 2}
    named = [(ARMS[group].called(SHORT[group]), scores) for group, scores in trial.scores.items()]
    yield explore.period(0, WEEKS, -10, arm=MEDICATION, panel=2)
    yield explore.period(0, SESSIONS, -13, arm=THERAPY, panel=2)
    for style, scores in named:
        yield line(weeks, scores, name=style.label, colour=style.colour, dash=style.dash, **look)
    if trial.has_fourth:
        named.append((ADDED, trial.adding_up))
        yield line(weeks, trial.adding_up, name=ADDED.label, dash=ADDED.dash, width=4, **look)
    yield explore.names_at_ends(WEEKS, [(style, scores[-1]) for style, scores in named], gap=2.6, panel=2)


def across(trial):
    """Where the block of those with both begins, the last one."""
    return (len(trial.shown) - 1) * (ROW + GAP)


def people(trial):
    """100 people of each group, those who improved clearly filled, and how many these are."""
    for block, group in enumerate(trial.shown):
        improved, colour = trial.people(group), ARMS[group].colour
        kinds = [
            explore.Kind(say("improved"), improved, colour),
            explore.Kind(say("not_improved"), 100 - improved, colour, "circle-open"),
        ]
        yield from explore.hundred(kinds, block=block, called=SHORT[group], size=4, legend=False)
        middle = block * (ROW + GAP) + (ROW - 1) / 2
        yield explore.words([middle], [-1.7], [f"{improved}"], colour=colour, position="middle center")


def sums(trial):
    """A fence across those with both at each sum: so many people would stand below it. Named at its end."""
    named = []
    for scale, expected in trial.sums.items():
        if np.isfinite(expected):
            count = round(expected)
            style = explore.Style(
                say("line", line=WORDS.says("lines")[scale], count=count), explore.INK, DASHES[scale], ""
            )
            x, y = fence(count, across(trial))
            yield line(x, y, name=style.label, dash=style.dash, hover=say("line_hover"))
            named.append(
                (style, y[-1] + count / 1000)
            )  # of two lines that end in one row, the larger sum is named higher
    if named:
        yield explore.names_at_ends(across(trial) + ROW, named, gap=1.2)


def fence(count, start):
    """(across, up) of a line that so many of a block's people stand below, filled row by row; `start` is the block's place."""
    full, more = divmod(count, ROW)
    left, right, step = start - 1, start + ROW, start + more - 0.5
    if not more:
        return [left, right], [full - 0.5] * 2
    return [left, step, step, right], [full + 0.5] * 2 + [full - 0.5] * 2
