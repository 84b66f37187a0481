"""The report of one trial: who went through it, and who stayed well."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, words

from .chart import WORDS, named, say, unit
from .lesson import table
from .people import WEEKS

EVERY = 10
"""Weeks between two counts of who is still followed."""


def report(explorer):
    """The report of the trial that an explorer shows, following it."""
    return explore.Beside(title=WORDS.table["pictures"]["report"], explorer=explorer, chart=chart, sentence=sentence)


def chart(trial):
    """The flow of people as a table; and the curves of staying well, with the numbers still followed."""
    arms, end = list(trial.weights), WEEKS - trial.course.model.assessment.week
    flow = {arm: trial.flow(arm) for arm in arms}
    steps = ["", *WORDS.says("flow").values()]
    curves = [(ARMS[arm], trial.stayed_well(arm)) for arm in arms]
    up = explore.survival_axis(say("still_well"), [style for style, _ in curves])
    across = explore.ticked_axis(say("since"), -4, end + 2, EVERY, end)
    return explore.picture(
        [
            *map(column, range(len(arms)), flow, flow.values()),
            *explore.survival(curves, end, EVERY, hover=say("still"), panel=2),
        ],
        (axis("", -0.6, len(arms) - 0.4, tickvals=[]), explore.row_axis(steps)),
        (across, up),
        widths=(7, 3, 8),
        height=340 + 22 * len(arms),
    )


def column(place, arm, counts):
    """The numbers of one arm in the table, its name above them."""
    cells = [ARMS[arm].label, *(f"{count:,}" for count in counts.values())]
    heights = np.arange(len(cells), dtype=float)[::-1]
    heights[0] += 0.4 * (place % 2)  # on a narrow page names of neighbours need the room
    return words([place] * len(cells), heights, cells, colour=ARMS[arm].colour, position="middle center")


def sentence(trial):
    """The report in words, a line for each arm."""
    columns = table(trial)
    told = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return "\n".join(told_of(trial, arm, row) for arm, row in zip(trial.weights, told, strict=True))


def told_of(trial, arm, row):
    """One arm in words."""
    flow = {name: row[called] for name, called in WORDS.says("flow").items()}
    ends = {name: row[called] for name, called in WORDS.says("ends").items()}
    told = say(
        "report",
        group=row[say("group")][0].upper() + row[say("group")][1:],
        entry=row[say("entry")],
        week=trial.values["week"],
        end=row[say("counted", unit=unit(trial))],
        unit=unit(trial),
        **flow,
    )
    return told + ("" if arm == trial.against else " " + say("report_gain", over=named(trial, trial.against), **ends))
