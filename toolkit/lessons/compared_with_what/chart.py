"""Lesson 02's picture: five groups week by week with the lead between two of them, and 100 people of each of the two."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line

from ..format import number
from ..words import Words
from .people import GROUPS, WEEKS

WORDS = Words(__package__)
ROW = 10
"""People in a row of dots."""


def chart(trial):
    """Mean scores week by week on the left, the lead in the week that is read; on the right 100 people of either group."""
    weeks = np.arange(WEEKS + 1)
    named = [(ARMS[group], trial.scores[group]) for group in GROUPS]
    hover = WORDS.say("hover")
    left = (
        axis(WORDS.say("week"), 0, WEEKS + 26, tickvals=[0, 4, 8, 12, 16, 20, 26]),
        axis(WORDS.say("score"), 0, 32, tickvals=[0, 10, 20, 30]),
    )
    blocks = ((trial.tested, 0), (trial.compared, ROW + 2))
    right = (
        axis(
            WORDS.say("people_of_100", week=trial.week),
            -1.5,
            2 * ROW + 2.5,
            tickvals=[start + (ROW - 1) / 2 for _, start in blocks],
            ticktext=[WORDS.says("short")[group] for group, _ in blocks],
            showgrid=False,
        ),
        axis("", -1, ROW, tickvals=[], showgrid=False),
    )
    traces = [*explore.curves(weeks, named, hover=hover, gap=1.7), *bracket(trial)]
    traces += [trace for group, start in blocks for trace in people(trial, group, start)]
    return explore.picture(traces, left, right, widths=(14, 2, 9), height=380)


def bracket(trial):
    """The lead in the week that is read, from the group that is tested to the one it is compared with."""
    ends = [trial.scores[group][trial.week] for group in (trial.tested, trial.compared)]
    said = WORDS.say("lead", lead=number(trial.lead))
    yield line([trial.week] * 2, ends, name=WORDS.say("bracket"), width=7, hover=said)
    for group, height in zip((trial.tested, trial.compared), ends, strict=True):
        style = ARMS[group]
        yield explore.dots(
            *([trial.week], [height]),
            name=style.label,
            colour=style.colour,
            symbol=style.symbol,
            hover=WORDS.say("hover"),
        )
    yield explore.words([trial.week - 0.4], [min(ends) - 1.6], [said], position="middle left")


def people(trial, group, start):
    """100 dots of a group from `start` on, row by row: filled for those whose symptoms have at least halved."""
    halved = round(trial.people(group))
    places = np.arange(ROW * ROW)
    for which, name, symbol in (
        (places < halved, WORDS.say("halved"), "circle"),
        (places >= halved, WORDS.say("not_halved"), "circle-open"),
    ):
        here = places[which]
        yield explore.dots(
            start + here % ROW,
            here // ROW,
            name=name,
            colour=ARMS[group].colour,
            symbol=symbol,
            size=7,
            panel=2,
            hover=[f"{WORDS.says('short')[group]}: {name}"] * len(here),
        )
