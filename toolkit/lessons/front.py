"""The front page's picture: one invented person's year, lived four times with the same luck, week by week.

It shows how these pictures work and answers no lesson's guess: one person is no average, and nothing is stopped within the year.
"""

import dataclasses
import functools

import numpy as np

from toolkit import explore
from toolkit.explore import axis
from toolkit.model import DUMMY, Cohort, Course, Medication, Model, Therapy, Visits, four_plans, simulate

from .format import number
from .lesson import Lesson
from .words import Words

WEEKS = 52
LIVES = (DUMMY, "medication", "therapy", "both")
WORDS = Words(__name__)
say = WORDS.say


@dataclasses.dataclass(frozen=True)
class Lives:
    """Four lives of one person, lived up to a week."""

    course: Course
    week: int

    @property
    def scores(self):
        """Scores so far, {life: shape (week + 1, 1)}."""
        return {life: self.course.symptoms[: self.week + 1, self.course.arm(life), :1] for life in LIVES}

    @property
    def now(self):
        """The score in the week that is read, {life: points}."""
        return {life: float(scores[-1, 0]) for life, scores in self.scores.items()}


def model(medication, therapy, **_):
    """The model that the controls describe: nobody leaves or falls ill anew, and nothing interacts."""
    usual = Model()
    return Model.additive().replace(
        {
            "relapse.weekly": 0.0,
            "drug.strength": medication * usual.drug.strength,
            "skill.strength": therapy * usual.skill.strength,
        }
    )


def run(week, **values):
    """The lives of the person of that number, up to a week."""
    return Lives(live(**values), week)


@functools.lru_cache(maxsize=4)
def live(seed, sessions, **values):
    """The whole year in all four lives, kept until something else than the week is moved; the visits are the same in all."""
    treatments = four_plans(Medication(stop=WEEKS), Therapy(stop=sessions))
    plans = {life: dataclasses.replace(plan, visits=Visits(stop=WEEKS)) for life, plan in treatments.items()}
    return simulate(Cohort(1, seed), plans, WEEKS, model(**values), keep=("symptoms",))


def chart(lives):
    """The four lives so far, each named at its end."""
    across = explore.ticked_axis(say("week"), 0, WEEKS + 26, 8, WEEKS)
    weeks = np.arange(lives.week + 1)
    return explore.picture(
        explore.lives(weeks, lives.scores, gap=2.4), (across, axis(say("score"), -12, 34)), height=400
    )


def sentence(lives):
    """The picture in words."""
    named = WORDS.says("lives")
    ranked = sorted(lives.now.items(), key=lambda life: life[1])
    told = [say("life", score=number(score), life=named[life]) for life, score in ranked]
    if ranked[-1][1] - ranked[0][1] < 1:
        first = say("near", week=lives.week, lives=", ".join(told))
    else:
        first = say("apart", week=lives.week, lowest=told[0], others=", ".join(told[1:]))
    return f"{first} {say('rest')}"


def table(lives):
    """Score by week and life, as far as they are lived."""
    columns = {say("column", life=WORDS.says("lives")[life]): scores[:, 0] for life, scores in lives.scores.items()}
    return {say("week"): np.arange(lives.week + 1), **columns}


LESSON = Lesson.read(__name__)
