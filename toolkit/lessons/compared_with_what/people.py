"""The same people in five groups: who lives what, who knows it, who is taken in, and how far one group is ahead of another."""

import dataclasses
import functools

import numpy as np

from toolkit.model import (
    DUMMY,
    MEDICATION,
    POINTS,
    THERAPY,
    THERAPY_AND_DUMMY,
    WAITING,
    Cohort,
    Course,
    Medication,
    Model,
    Plan,
    Therapy,
    Visits,
    simulate,
)

WEEKS = 26
SESSIONS = 16
"""Weeks of therapy, one session in each."""
GROUPS = (WAITING, DUMMY, MEDICATION, THERAPY, THERAPY_AND_DUMMY)
TREATED = (MEDICATION, THERAPY, THERAPY_AND_DUMMY)
"""Groups to which raters who know are kinder."""
KNOWN = "dummy pill, known"
"""The same people in the life in which they know that their pill is a dummy."""
DAY = 4.0
"""Ups and downs of the score on the day somebody is taken in (SD), points; our choice."""
OWN_CHANCE = 13
"""What this lesson draws is drawn apart from the model: who sees through a pill, and how good or bad a day it is."""


@dataclasses.dataclass(frozen=True)
class Comparison:
    """Five groups of the same people, read in one week, one of them compared with another.

    blind: "nobody", "tablets" or "raters", who is kept from knowing. guess: people of 100 who guess their tablet right.
    kinder: points. least: score on the day below which nobody is taken in, points; 0 for everybody.
    """

    course: Course
    tested: str
    compared: str
    week: int
    blind: str
    guess: int
    kinder: float
    least: float

    @property
    def knows_tablet(self):
        """People of 100 with a tablet who know which: half of all guesses come right by chance, so 75 right are 50 who know."""
        return 100 if self.blind == "nobody" else 2 * (self.guess - 50)

    @property
    def is_blind(self):
        """Whether medication and dummy pill differ in the tablet alone: nobody who takes or rates knows which it is."""
        return self.knows_tablet == 0 and (self.blind == "raters" or self.kinder == 0)

    @property
    def knows(self):
        """People of 100 in each group who know all that they get, by group; whoever waits or has sessions knows it."""
        return {group: self.knows_tablet if group in (DUMMY, MEDICATION) else 100 for group in GROUPS}

    @functools.cached_property
    def chance(self):
        """(uniform, normal) numbers of each person, shape (2, people)."""
        cohort = self.course.cohort
        uniform, normal = (np.random.default_rng((cohort.seed, OWN_CHANCE, what)) for what in range(2))
        return uniform.random(cohort.size), normal.standard_normal(cohort.size)

    @functools.cached_property
    def entry(self):
        """Everybody's score on the day they come, points, shape (people,)."""
        return POINTS * self.course.cohort.traits.burden + DAY * self.chance[1]

    @functools.cached_property
    def taken(self):
        """Who is taken in, shape (people,)."""
        return (self.entry >= self.least) | (self.least == 0)

    def lived(self, scores):
        """Scores as raters see them, of shape (…, arms of the run, people), by group: {group: (…, people)}."""
        arms = dict(zip(self.course.arms, np.moveaxis(scores, -2, 0), strict=True))
        sees_through = self.chance[0] < self.knows_tablet / 100
        arms[DUMMY] = np.where(sees_through, arms[KNOWN], arms[DUMMY])
        kinder = 0.0 if self.blind == "raters" else self.kinder
        return {group: arms[group] - (kinder if group in TREATED else 0.0) for group in GROUPS}

    @functools.cached_property
    def seen(self):
        """Everybody's scores as raters see them, by group, shape (weeks + 1, people)."""
        return self.lived(self.course.symptoms)

    @functools.cached_property
    def everybody(self):
        """Mean score in each week if everybody is taken in, by group, shape (weeks + 1,)."""
        return self.means(np.ones_like(self.taken))

    @functools.cached_property
    def scores(self):
        """Mean score in each week of those taken in, by group, shape (weeks + 1,); week 0 is the day they came."""
        return self.means(self.taken)

    def means(self, taken):
        """Mean scores of some of the people, by group, shape (weeks + 1,)."""
        entry = self.entry[taken].mean()
        return {group: np.append(entry, values[1:, taken].mean(axis=1)) for group, values in self.seen.items()}

    def fall(self, group, scores=None):
        """Points by which a group's score has fallen by the week that is read."""
        curve = (scores or self.scores)[group]
        return curve[0] - curve[self.week]

    def leads(self, tested, compared, scores=None):
        """Points by which one group's score is below another's in the week that is read."""
        scores = scores or self.scores
        return scores[compared][self.week] - scores[tested][self.week]

    @property
    def lead(self):
        """Points by which the group that is tested is ahead."""
        return self.leads(self.tested, self.compared)

    @property
    def share(self):
        """Of every 10 points of the fall on medication, those that come with the dummy pill too; nan if it hardly falls."""
        medication = self.fall(MEDICATION)
        return 10 * self.fall(DUMMY) / medication if medication > 1 else np.nan

    @functools.cached_property
    def rated(self):
        """Scores of those taken in as a rater measures them, by group, shape (weeks + 1, people taken in)."""
        groups = self.lived(self.course.ratings())
        return {group: scores[:, self.taken] for group, scores in groups.items()}

    @functools.cached_property
    def halved(self):
        """People of 100 whose measured score is at most half of what it was on the day they came, by group, shape (weeks + 1,)."""
        goal = self.entry[self.taken] / 2
        return {group: 100 * (scores <= goal).mean(axis=1) for group, scores in self.rated.items()}

    def people(self, group):
        """The same in the week that is read."""
        return self.halved[group][self.week]

    def effect(self, tested, compared):
        """The lead of one group over another in standard deviations (Cohen's d) of measured scores."""
        ours, theirs = (self.rated[group][self.week] for group in (tested, compared))
        return (theirs.mean() - ours.mean()) / np.sqrt((ours.var(ddof=1) + theirs.var(ddof=1)) / 2)


def model(medication, teaching, seen, **_):
    """The model that the controls describe.

    Nobody relapses within these weeks: who is on medication would be kept from it even where the medication does nothing else.
    """
    usual = Model()
    return usual.replace(
        {
            "relapse.weekly": 0.0,
            "drug.strength": medication * usual.drug.strength,
            "skill.strength": teaching * usual.skill.strength,
            "contact.strength": seen * usual.contact.strength,
        }
    )


def run(tested, compared, week, blind, guess, kinder, least, **values):
    """Let the groups live with the controls' values; returns a Comparison."""
    return Comparison(live(**values), tested, compared, week, blind, guess, kinder, least)


@functools.lru_cache(maxsize=1)
def live(people, seed, visits, lost, **values):
    """The groups' course, kept until something else is moved than what is compared, who knows, or who is taken in."""
    seen = Visits(stop=visits)
    plans = {
        WAITING: Plan(),
        DUMMY: Plan(visits=seen),
        KNOWN: Plan(visits=Visits(stop=visits, hope=1 - lost / 100)),
        MEDICATION: Plan(Medication(stop=WEEKS), visits=seen),
        THERAPY: Plan(therapy=Therapy(stop=SESSIONS)),
        THERAPY_AND_DUMMY: Plan(therapy=Therapy(stop=SESSIONS), visits=seen),
    }
    return simulate(Cohort(people, seed), plans, WEEKS, model(**values), keep=("symptoms",))
