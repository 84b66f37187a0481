"""Lesson 01: four lives of one person over a year, in words, numbers and missions."""

import numpy as np

from toolkit.lessons.format import number
from toolkit.lessons.words import Words
from toolkit.model import DUMMY, MEDICATION, THERAPY

from .people import LEAST, WEEKS

WORDS = Words(__package__)
say = WORDS.say
PLAN = ("stop", "start", "sessions")
"""Controls of the plans."""
MORE = ("who", "medication", "therapy", "door")
"""Controls that stand under “More”."""


def sentence(year):
    """The picture in words."""
    return " ".join(told(year))


def told(year):
    """The picture in words, sentence by sentence."""
    yield ahead(year)
    fallen = year.means[DUMMY][0] - year.means[DUMMY][year.week]
    yield say("anyway", fall=number(fallen), start=number(year.means[DUMMY][0]))
    yield say("more", **{name: number(gain[year.week]) for name, gain in year.gains.items()})
    scores = ", ".join(say("score", arm=name, score=number(mean[year.week])) for name, mean in year.means.items())
    yield say("scores", week=year.week, scores=scores)
    yield say("one_person" if year.one_person else "people", who=WORDS.says("starts")[year.who])


def ahead(year):
    """Which of the two is ahead, and by how much."""
    if abs(year.lead) < LEAST:
        return say("level", week=year.week)
    first, second = (MEDICATION, THERAPY) if year.lead > 0 else (THERAPY, MEDICATION)
    return say("ahead", week=year.week, first=first, second=second, lead=number(abs(year.lead)))


def table(year):
    """Mean score, its fall, and points better than with a dummy pill, by week and group."""
    columns = {say("column", arm=name): mean for name, mean in year.means.items()}
    columns |= {say("fall_column", arm=name): mean[0] - mean for name, mean in year.means.items()}
    columns |= {say("gain_column", arm=name): gain for name, gain in year.gains.items()}
    return {say("week"): np.arange(WEEKS + 1), **columns}


def sketched(year):
    """What a drawn guess is compared with."""
    return year.means[MEDICATION]


def opens(values, names):
    """Whether these controls are where they open."""
    opening = {control["name"]: control["value"] for control in WORDS.table["controls"] if control.get("name") in names}
    return all(values[name] == opening[name] for name in names)


def have_changed_places(run):
    """The week that is read is the first in which therapy is ahead, and medication was ahead before."""
    year = run.result
    before = year.gains[MEDICATION][: year.week] > year.gains[THERAPY][: year.week] + LEAST
    return opens(run.values, ("people", *PLAN, *MORE)) and year.week == year.passing and before.any()


def lasts(run):
    """Medication still helps at the end of the year."""
    year = run.result
    asked = opens(run.values, ("people", *MORE)) and year.week == WEEKS
    return asked and year.gains[MEDICATION][WEEKS] >= 2


def is_exception(run):
    """One person for whom medication is ahead until it stops."""
    year, until = run.result, run.values["stop"] + 1
    asked = year.one_person and opens(run.values, (*PLAN, *MORE))
    return asked and bool((year.gains[MEDICATION][1:until] > year.gains[THERAPY][1:until]).all())


def stays(run):
    """Medication that stopped half a year ago or earlier still helps."""
    year = run.result
    asked = run.values["stop"] <= WEEKS // 2 and year.week == WEEKS
    return asked and year.gains[MEDICATION][WEEKS] >= 1


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (have_changed_places, lasts, is_exception, stays),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
