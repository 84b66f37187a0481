"""Everybody's own twin lives: the same person under four plans, and what a filter or a marker makes of it."""

import dataclasses
import functools

import numpy as np

from toolkit.model import CONDITIONS, Cohort, Course, Medication, Model, Therapy, four_plans, hedges_g, simulate
from toolkit.model.randomness import PANEL

WEEK = 12

TOOLS = ("medication", "therapy")

THIRDS = {"drug_response": (2.0, 0.0, 1.0), "therapy_response": (0.0, 2.0, 1.0)}

CLEAR = 1.0
"""Points by which one tool must beat the other for a person before we say so."""


class Thirds(Cohort):
    """People of three hidden kinds, equally many: medication helps, therapy helps, both help half as much.

    On average the kinds gain as everybody else does: the factors of each tool have mean 1.
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

    alike: the same people if each tool did the same for all; only where a trial is shown.
    """

    course: Course
    who: str
    marker: int
    alike: Course | None

    @functools.cached_property
    def gains(self):
        """Points better than with a dummy pill, {arm: array over people}: a person's own twin lives compared."""
        scores = self.course.at("symptoms", WEEK)
        return {name: scores[0] - scores[self.course.arm(name)] for name in self.course.arms[1:]}

    @functools.cached_property
    def picked(self):
        """Whom the filter picks, True or False for each person."""
        return pick(self.course, self.who)

    def mean(self, name, among=None):
        """Mean gain of an arm, points, among the picked or among others."""
        return self.gains[name][self.picked if among is None else among].mean()

    @functools.cached_property
    def best(self):
        """The single tool that gains more on average among the picked."""
        return max(TOOLS, key=self.mean)

    def chosen(self, right):
        """Mean gain if a marker names the better single tool with chance `right`."""
        one, other = (self.gains[name][self.picked] for name in TOOLS)
        return right * np.maximum(one, other).mean() + (1 - right) * np.minimum(one, other).mean()

    @property
    def needed(self):
        """How often a marker must be right to gain as much as giving everybody the better tool; nan if never enough."""
        coin, perfect, best = self.chosen(0.5), self.chosen(1.0), self.mean(self.best)
        return np.nan if perfect - best < 0.05 else 0.5 + 0.5 * (best - coin) / (perfect - coin)

    def better(self, name):
        """Who gains clearly more from that single tool than from the other, among the picked."""
        ours, other = self.gains[name], self.gains[TOOLS[name == TOOLS[0]]]
        return self.picked & (ours - other >= CLEAR)

    @property
    def average_people(self):
        """Who lies within a point of the average in both single lives, among the picked."""
        return self.picked & np.all([abs(self.gains[name] - self.mean(name)) < CLEAR for name in TOOLS], axis=0)

    @property
    def others(self):
        """Those whom the filter leaves out."""
        return ~self.picked

    def added(self, among):
        """Points that therapy adds to medication, on average."""
        return (self.gains["both"] - self.gains["medication"])[among].mean()

    @property
    def gain_from_both(self):
        """Percentage points more who respond with both than with medication, among the picked."""
        return self.added_response(self.picked)

    @property
    def gain_left_out(self):
        """The same among those left out; nan where nobody is."""
        return self.added_response(self.others) if self.others.any() else np.nan

    @property
    def effects_of_therapy(self):
        """Standardised gain of therapy in people with more and with less of the trait, {"more": …, "less": …}."""
        more = {"more": self.effect_of_therapy(self.picked)}
        return {**more, "less": self.effect_of_therapy(self.others)} if self.others.any() else more

    def added_response(self, among):
        """The same as a rise in the share who respond, percentage points."""
        shares = self.course.responders(WEEK)[:, among].mean(axis=1)
        return 100 * (shares[self.course.arm("both")] - shares[self.course.arm("medication")])

    def effect_of_therapy(self, among):
        """Standardised gain of therapy (with a dummy pill) over a dummy pill alone."""
        scores = self.course.ratings(WEEK)[:, among]
        return hedges_g(scores[self.course.arm("therapy")], scores[0]).value


def pick(course, who):
    """Whom a filter picks: a third by a trait at entry, everybody, or those who did not respond to medication alone."""
    traits = course.cohort.traits
    if who == "everybody":
        return np.ones(course.cohort.size, bool)
    if who == "earlier":
        return ~course.responders(WEEK)[course.arm("medication")]
    trait = {
        "severe": traits.burden,
        "chronic": -traits.recovery,
        "endogenous": traits.somatic - traits.cognitive,
        "negative": traits.cognitive - traits.somatic,
        "lot": np.random.default_rng([course.cohort.seed, 60]).random(course.cohort.size),
    }[who]
    return trait >= np.quantile(trait, 2 / 3)


def described(condition, spread, likeness):
    """The Condition of that name, its people responding as unlike and as alike as said."""
    changes = {"drug_response_spread": spread, "therapy_response_spread": spread, "response_correlation": likeness}
    return dataclasses.replace(CONDITIONS[condition], **changes)


def lives(cohort, people, seed, condition):
    """The four arms of a cohort (Cohort or Thirds) of people with a Condition."""
    plans = four_plans(Medication(stop=26), Therapy(stop=16))
    model = Model.for_condition(condition)
    return simulate(cohort(people, seed, condition), plans, WEEK, model, keep=("symptoms",), keep_weeks=(WEEK,))


def run(condition, who, pattern, spread, marker, trial, likeness, people, seed):
    """Let everybody live four lives with the controls' values; returns a Clinic."""
    cohort = Thirds if pattern == "thirds" else Cohort
    course = lives(cohort, people, seed, described(condition, spread, likeness))
    alike = lives(Cohort, people, seed, described(condition, 0.0, likeness)) if trial else None
    return Clinic(course, who, marker, alike)
