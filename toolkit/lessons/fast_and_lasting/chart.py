"""Lesson 01's picture: four lives week by week, and how much better than with a dummy pill."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line
from toolkit.lessons.words import Words
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY

from .people import TREATMENTS, WEEKS

say = Words(__package__).say


def chart(year):
    """Four lives week by week on the left; on the right, how much better than with a dummy pill."""
    # One life can pass far below 0, and the mean a little: the model's score has no floor.
    top, most, bars = (55, 26, (-20, -24)) if year.one_person else (42, 14, (-5, -8))
    left = explore.with_periods(
        say("score_axis"),
        bars[1] - 2,
        top,
        range(-10 if year.one_person else 0, 60, 10),
        dict(zip(bars, (MEDICATION, THERAPY), strict=True)),
    )
    right = axis(say("gain_axis"), -most / 7, most)
    return explore.picture(
        [*lives(year, top, bars), *gains(year, most)],
        (explore.ticked_axis(say("week"), 0, WEEKS + 48, 8, WEEKS), left),
        (explore.ticked_axis(say("week"), 0, WEEKS + 22, 8, WEEKS), right),
        widths=(12, 3, 8),
        height=430,
    )


def lives(year, top, bars):
    """The four lives, and below them how long each treatment is given."""
    weeks = np.arange(WEEKS + 1)
    medication, therapy = year.course.plans[BOTH].medication, year.course.plans[BOTH].therapy
    return [
        explore.period(0, medication.stop, bars[0], arm=MEDICATION),
        explore.period(therapy.start, min(therapy.stop, WEEKS), bars[1], arm=THERAPY),
        *explore.lives(weeks, year.scores, (DUMMY, BOTH), gap=(top - bars[1]) / 22),
    ]


def gains(year, most):
    """What each treatment adds to the dummy pill with visits."""
    named = [(ARMS[name], year.gains[name]) for name in TREATMENTS]
    hover = say("gain", points="%{y:.1f}", week="%{x:.0f}")
    here = say("this_week", week=year.week)
    return [
        line([0, WEEKS], [0, 0], name=DUMMY, colour="nothing", dash="dot", width=1.5, panel=2, hover=DUMMY),
        line([year.week] * 2, [0, most], name=say("week"), width=1, dash="dot", panel=2, hover=here),
        *explore.curves(np.arange(WEEKS + 1), named, hover=hover, gap=most / 16, panel=2),
    ]
