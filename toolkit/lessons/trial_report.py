"""The report of one trial: who went through it, and who stayed well."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line, words

from .designed_trial import WEEKS
from .virtual_clinic import named, table, unit

EVERY = 10
"""Weeks between two counts of who is still followed."""


def report(explorer):
    """The report of the trial that an explorer shows, following it."""
    return explore.Beside(title="The report of this one trial", explorer=explorer, chart=chart, sentence=sentence)


def chart(trial):
    """The flow of people as a table; and the curves of staying well, with the numbers still followed."""
    arms = list(trial.weights)
    flow = {arm: trial.flow(arm) for arm in arms}
    steps = list(flow[arms[0]])
    below = {-11 * (place + 1): ARMS[arm].label for place, arm in enumerate(arms)}
    ticks = {**below, **{tick: str(tick) for tick in range(0, 101, 20)}}
    up = axis("% still well", -11 * len(arms) - 7, 104, tickvals=list(ticks), ticktext=list(ticks.values()))
    across = axis("weeks since responding", -2, WEEKS - 10, tickvals=list(range(0, WEEKS - 11, EVERY)))
    columns = axis(
        "", -0.6, len(arms) - 0.4, tickvals=list(range(len(arms))), ticktext=[ARMS[arm].label for arm in arms]
    )
    return explore.picture(
        [*cells(flow, steps), *curves(trial, 2)],
        (columns, explore.row_axis(steps)),
        (across, up),
        widths=(7, 3, 8),
        height=340 + 22 * len(arms),
    )


def cells(flow, steps):
    """The numbers of the flow, a column for each arm."""
    heights = np.arange(len(steps))[::-1]
    return [
        words(
            [place] * len(steps),
            heights,
            [f"{count:,}" for count in counts.values()],
            colour=ARMS[arm].colour,
            position="middle center",
        )
        for place, (arm, counts) in enumerate(flow.items())
    ]


def curves(trial, panel):
    """Kaplan-Meier curves of those who had responded, and how many are still followed."""
    traces, end = [], WEEKS - trial.course.model.assessment.week
    for place, arm in enumerate(trial.weights):
        style, curve = ARMS[arm], trial.stayed_well(arm)
        weeks, share = np.append(curve.weeks, end), 100 * np.append(curve.share, curve.share[-1])
        stairs = np.repeat(weeks, 2)[1:], np.repeat(share, 2)[:-1]
        look = {"colour": style.colour, "dash": style.dash, "panel": panel}
        traces.append(line(*stairs, name=style.label, hover="%{y:.0f} % well in week %{x:.0f}", **look))
        for week in range(0, end + 1, EVERY):
            still = curve.at_risk[np.searchsorted(curve.weeks, week)] if curve.weeks[-1] >= week else 0
            middle = {"colour": style.colour, "position": "middle center", "panel": panel}
            traces.append(words([week], [-11 * (place + 1)], [f"{still:,}"], **middle))
    return traces


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
        f"{row['arm'].capitalize()}: {row['drawn']:,} drawn, {row['stopped the medicine']:,} stopped the medicine, "
        f"{row['left therapy']:,} left therapy, {row['counted']:,} counted. At entry {row['mean score at entry']:.1f} points; "
        f"in week {trial.values['week']} {row[counted]:.1f} {unit(trial)}.{gain if arm != trial.against else ''} "
        f"Of {row['responded in week 12']:,} who had responded in week 12, {row['of these, relapsed']:,} relapsed within the year."
    )
