"""Lesson 01: two tools, four lives of one person over a year."""

import numpy as np

from toolkit.model import Cohort, Medication, Model, Plan, Visits, simulate

from ..format import number
from ..words import Words
from .people import TOOLS, WEEKS

WORDS = Words(__package__)
say = WORDS.say


def sentence(year):
    """The picture in words."""
    return " ".join(told(year))


def told(year):
    """The picture in words, sentence by sentence."""
    scores = ", ".join(say("score", arm=name, score=number(mean[year.week])) for name, mean in year.means.items())
    yield say("one_person" if year.one_person else "people", who=WORDS.says("starts")[year.who])
    yield say("scores", week=year.week, scores=scores)
    yield say("better", better=better(year, year.week))
    if year.gains["medication"].max() >= 0.05:  # no medication, no race
        yield say("never") if year.passing is None else say("passing", week=year.passing)
    yield say("year_on", week=WEEKS, better=better(year, WEEKS))


def better(year, week):
    """Points better than with a dummy pill, tool by tool."""
    return ", ".join(say("better_with", points=number(year.gains[name][week]), tool=name) for name in TOOLS)


def table(year):
    """Mean score by week and arm."""
    means = {say("column", arm=name): mean for name, mean in year.means.items()}
    return {say("week"): np.arange(WEEKS + 1), **means}


def cases():
    """Cases of the code task: mean score in week 52 if medication is taken until a given week, and visits go on all year."""
    stops = (13, 26, 52)
    seen = Visits(stop=WEEKS)
    plans = {str(stop): Plan(medication=Medication(stop=stop), visits=seen) for stop in stops}
    course = simulate(Cohort(100, seed=1), plans, WEEKS, Model.additive(), keep=("symptoms",), keep_weeks=(WEEKS,))
    return [((stop,), float(mean)) for stop, mean in zip(stops, course.mean(WEEKS), strict=True)]


def sketched(year):
    """What a drawn guess is compared with."""
    return year.means["medication"]
