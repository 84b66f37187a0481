"""Lesson 02's picture: five groups week by week with the lead between two of them, and 100 people of each of the two."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line
from toolkit.lessons.format import number
from toolkit.lessons.words import Words

from .people import GROUPS, WEEKS

WORDS = Words(__package__)


def chart(trial):
    """Mean scores week by week on the left, the lead in the week that is read; on the right 100 people of either group."""
    weeks = np.arange(WEEKS + 1)
    named = [(ARMS[group], trial.scores[group]) for group in GROUPS]
    hover = WORDS.say("hover")
    left = (
        axis(WORDS.say("week"), 0, WEEKS + 26, tickvals=[0, 4, 8, 12, 16, 20, 26]),
        axis(WORDS.say("score"), 0, 32, tickvals=[0, 10, 20, 30]),
    )
    pair = (trial.tested, trial.compared)
    short = [WORDS.says("short")[group] for group in pair]
    right = explore.hundred_axes(WORDS.say("people_of_100", week=trial.week), short)
    traces = [*explore.curves(weeks, named, hover=hover, gap=1.7), *bracket(trial)]
    for block, (group, called) in enumerate(zip(pair, short, strict=True)):
        traces += explore.hundred(halves(trial, group), block=block, called=called, panel=2, size=7, legend=False)
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


def halves(trial, group):
    """Of 100 people of a group, those whose symptoms have at least halved, filled, and the others."""
    halved, colour = round(trial.people(group)), ARMS[group].colour
    return [
        explore.Kind(WORDS.say("halved"), halved, colour),
        explore.Kind(WORDS.say("not_halved"), 100 - halved, colour, "circle-open"),
    ]
