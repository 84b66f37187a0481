"""Everybody's own twin lives: the same person under four plans, and what a filter or a marker makes of it."""

import dataclasses
import functools

import numpy as np

from toolkit.model import (
    BOTH,
    CONDITIONS,
    MEDICATION,
    THERAPY,
    Cohort,
    Course,
    Medication,
    Model,
    Therapy,
    four_plans,
    hedges_g,
    simulate,
)
from toolkit.model.randomness import PANEL

WEEK = 12
SINGLE = (MEDICATION, THERAPY)
"""Treatments between which a marker chooses."""
THIRDS = {"drug_response": (2.0, 0.0, 1.0), "therapy_response": (0.0, 2.0, 1.0)}
"""What each treatment does for the three hidden kinds of people, times its mean."""
CLEAR = 1.0
"""Points by which one treatment must beat the other for a person before we say so; our choice."""


class Thirds(Cohort):
    """People of three hidden kinds, equally many: medication helps, therapy helps, both help half as much.

    On average the kinds gain as everybody else does: the factors of each treatment have mean 1.
    """

    def people(self, panels):
        """Traits as always, only the two responses go by kind."""
        kinds = [np.random.default_rng([self.seed, panel]).integers(0, 3, PANEL) for panel in panels]
        traits = super().people(panels)
        kind = np.concatenate(kinds)[: traits.burden.size]
        return dataclasses.replace(traits, **{name: np.array(factors)[kind] for name, factors in THIRDS.items()})


@dataclasses.dataclass(frozen=True)
class Clinic:
    """Everybody's four lives, read in week 12, and the people that a filter picks.

    who: a key of the filters in `pick`. marker: how many times of 100 it names the better single treatment.
    """

    course: Course
    who: str
    marker: int

    @functools.cached_property
    def gains(self):
        """Points better than with a dummy pill, {arm: array over people}: a person's own twin lives compared."""
        scores = self.course.at("symptoms", WEEK)
        return {name: scores[0] - scores[self.course.arm(name)] for name in self.course.arms[1:]}

    @functools.cached_property
    def picked(self):
        """Whom the filter picks, True or False for each person."""
        return pick(self.course, self.who)

    @property
    def others(self):
        """Those whom the filter leaves out."""
        return ~self.picked

    def mean(self, name, among=None):
        """Mean gain of an arm, points, among the picked or among others."""
        return self.gains[name][self.picked if among is None else among].mean()

    @functools.cached_property
    def best(self):
        """The single treatment that gains more on average among the picked."""
        return max(SINGLE, key=self.mean)

    def chosen(self, right):
        """Mean gain if a marker names the better single treatment with chance `right`."""
        one, other = (self.gains[name][self.picked] for name in SINGLE)
        return right * np.maximum(one, other).mean() + (1 - right) * np.minimum(one, other).mean()

    @property
    def lead(self):
        """Points by which this marker is ahead of the better treatment for everybody; below 0 where it is behind."""
        return self.chosen(self.marker / 100) - self.mean(self.best)

    @property
    def needed(self):
        """How often a marker must be right to gain as much as the better treatment for everybody; nan if never enough."""
        coin, perfect, best = self.chosen(0.5), self.chosen(1.0), self.mean(self.best)
        return np.nan if perfect - best < 0.05 else 0.5 + 0.5 * (best - coin) / (perfect - coin)

    @functools.cached_property
    def better(self):
        """Who gains clearly more from each single treatment than from the other, {arm: array over people}."""
        ahead = self.gains[MEDICATION] - self.gains[THERAPY]
        return {MEDICATION: ahead >= CLEAR, THERAPY: -ahead >= CLEAR}

    @functools.cached_property
    def average_people(self):
        """Who lies within a point of the average of the picked in both single lives."""
        return np.all([abs(self.gains[name] - self.mean(name)) < CLEAR for name in SINGLE], axis=0)

    def people(self, which, among=None):
        """People of 100 among the picked, or among others, of whom something is true."""
        return 100 * which[self.picked if among is None else among].mean()

    @property
    def apart(self):
        """How many more of 100 gain clearly more from therapy among the picked than among the others; nan without others."""
        if not self.others.any():
            return np.nan
        return self.people(self.better[THERAPY]) - self.people(self.better[THERAPY], self.others)

    @property
    def first(self):
        """The treatment that these people had first: therapy where it was not enough, medication elsewhere."""
        return THERAPY if self.who == "after therapy" else MEDICATION

    def added(self, among):
        """Points that the other treatment adds to the first, on average."""
        return (self.gains[BOTH] - self.gains[self.first])[among].mean()

    @property
    def gain_from_both(self):
        """Percentage points more who respond with both than with the first treatment, among the picked."""
        return self.added_response(self.picked)

    @property
    def gain_left_out(self):
        """The same among those left out; nan where nobody is."""
        return self.added_response(self.others) if self.others.any() else np.nan

    @property
    def effects_of_therapy(self):
        """Standardised gain of therapy in everybody, or in people with more and with less of a trait, {"more": …, "less": …}."""
        if not self.others.any():
            return self.effect_of_therapy(self.picked)
        return {"more": self.effect_of_therapy(self.picked), "less": self.effect_of_therapy(self.others)}

    def added_response(self, among):
        """People of 100 more who respond with both than with the first treatment."""
        shares = self.course.responders(WEEK)[:, among].mean(axis=1)
        return 100 * (shares[self.course.arm(BOTH)] - shares[self.course.arm(self.first)])

    def effect_of_therapy(self, among):
        """Standardised gain of therapy (with a dummy pill) over a dummy pill alone."""
        scores = self.course.ratings(WEEK)[:, among]
        return hedges_g(scores[self.course.arm(THERAPY)], scores[0]).value


def pick(course, who):
    """Whom a filter picks: everybody, a third by a trait at entry, or those who did not respond to one treatment alone."""
    traits = course.cohort.traits
    if who == "everybody":
        return np.ones(course.cohort.size, bool)
    if who in ("after medication", "after therapy"):
        return ~course.responders(WEEK)[course.arm(who.removeprefix("after "))]
    trait = {
        "severe": traits.burden,
        "chronic": -traits.recovery,
        "endogenous": traits.somatic - traits.cognitive,
        "negative": traits.cognitive - traits.somatic,
        "random": np.random.default_rng([course.cohort.seed, 60]).random(course.cohort.size),
    }[who]
    return trait >= np.quantile(trait, 2 / 3)


def described(condition, spread, likeness):
    """The Condition of that name, its people responding as unlike and as alike as said."""
    changes = {"drug_response_spread": spread, "therapy_response_spread": spread, "response_correlation": likeness}
    return dataclasses.replace(CONDITIONS[condition], **changes)


@functools.lru_cache(maxsize=4)
def lives(pattern, people, seed, condition, spread, likeness):
    """The four arms of people with a condition; kept, because neither the marker nor a filter changes anybody's life."""
    about = described(condition, spread, likeness)
    cohort = (Thirds if pattern == "thirds" else Cohort)(people, seed, about)
    plans = four_plans(Medication(stop=26), Therapy(stop=16))
    model = Model.for_condition(about)
    return simulate(cohort, plans, WEEK, model, keep=("symptoms",), keep_weeks=(WEEK,))


def run(condition, who, pattern, spread, marker, likeness, people, seed):
    """Let everybody live four lives with the controls' values; returns a Clinic."""
    return Clinic(lives(pattern, people, seed, condition, spread, likeness), who, marker)
