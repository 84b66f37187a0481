"""The report of one trial: who went through it, and who stayed well."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, words

from .chart import named, unit
from .lesson import table
from .people import WEEKS

STILL = "%{y:.0f}\u00a0% well in week %{x:.0f}"
EVERY = 10
"""Weeks between two counts of who is still followed."""


def report(explorer):
    """The report of the trial that an explorer shows, following it."""
    return explore.Beside(title="The report of this one trial", explorer=explorer, chart=chart, sentence=sentence)


def chart(trial):
    """The flow of people as a table; and the curves of staying well, with the numbers still followed."""
    arms, end = list(trial.weights), WEEKS - trial.course.model.assessment.week
    flow = {arm: trial.flow(arm) for arm in arms}
    steps = ["", *flow[arms[0]]]
    curves = [(ARMS[arm], trial.stayed_well(arm)) for arm in arms]
    up = explore.survival_axis("% still well", [style for style, _ in curves])
    across = explore.ticked_axis("weeks since responding", -4, end + 2, EVERY, end)
    return explore.picture(
        [
            *map(column, range(len(arms)), flow, flow.values()),
            *explore.survival(curves, end, EVERY, hover=STILL, panel=2),
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
    counted = f"counted ({unit(trial)})"
    gain = f" Gain over {named(trial, trial.against)}: {row['gain']:.1f} ({row['low']:.1f} to {row['high']:.1f})."
    return (
        f"{row['arm'].capitalize()}: {row['drawn']:,} drawn, {row['stopped medicine']:,} stopped the medicine, "
        f"{row['left therapy']:,} left therapy, {row['counted']:,} counted. At entry {row['mean score at entry']:.1f} points; "
        f"in week {trial.values['week']} {row[counted]:.1f} {unit(trial)}.{gain if arm != trial.against else ''} "
        f"Of {row['responded, week 12']:,} who had responded in week 12, {row['then relapsed']:,} relapsed within the year."
    )
