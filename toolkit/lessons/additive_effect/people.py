"""The model's own trial of up to four groups, read in one week, and what the sum of two treatments would be by three rulers."""

import dataclasses
import functools

from toolkit.model import (
    BOTH,
    DUMMY,
    EXPECTED_FROM_BOTH,
    MEDICATION,
    POINTS,
    THERAPY,
    WAITING,
    Cohort,
    Course,
    Medication,
    Model,
    Plan,
    Therapy,
    four_plans,
    simulate,
)

WEEKS = 26
SESSIONS = 16
"""Weeks of therapy, one session in each."""
SCALES = ("risk difference", "independence", "log-odds")
"""The rulers: gains added, those left multiplied, odds multiplied."""
NOBODY = "nobody"
"""In the place of the group with neither treatment: a trial of three groups."""


@dataclasses.dataclass(frozen=True)
class FactorialTrial:
    """The groups of the trial, read in one week.

    neither: the group with neither treatment (DUMMY or WAITING), or NOBODY.
    """

    course: Course
    week: int
    neither: str

    @property
    def has_fourth(self):
        """Whether there is a group with neither treatment: without one there is no sum."""
        return self.neither != NOBODY

    @property
    def shown(self):
        """Names of the groups on the picture."""
        return (*([self.neither] if self.has_fourth else []), MEDICATION, THERAPY, BOTH)

    @functools.cached_property
    def shares(self):
        """Percentage who improved clearly, by group."""
        responding = 100 * self.course.response(self.week)
        return {group: float(responding[self.course.arm(group)]) for group in self.shown}

    def people(self, group):
        """The same as whole people of 100."""
        return round(self.shares[group])

    @functools.cached_property
    def sums(self):
        """People of 100 who would improve clearly with both if the two just add up, by ruler; nan where one cannot say."""
        if not self.has_fourth:
            return dict.fromkeys(SCALES, float("nan"))
        shares = [self.shares[group] / 100 for group in self.shown[:3]]
        return {scale: 100 * float(EXPECTED_FROM_BOTH[scale](*shares)) for scale in SCALES}

    def beyond(self, scale):
        """Whole people of 100 by which both is above the sum by a ruler; below 0 for fewer. For sums that are numbers."""
        return self.people(BOTH) - round(self.sums[scale])

    @functools.cached_property
    def scores(self):
        """Mean score in each week, by group, shape (weeks + 1,)."""
        means = self.course.symptoms.mean(axis=2)
        return {group: means[:, self.course.arm(group)] for group in self.shown}

    @functools.cached_property
    def improved(self):
        """Percentage who have improved clearly, by group, shape (weeks + 1,)."""
        scores, entry = self.course.ratings(), POINTS * self.course.cohort.traits.burden
        shares = 100 * self.course.model.assessment.is_response(scores, entry).mean(axis=2)
        return {group: shares[:, self.course.arm(group)] for group in self.shown}

    @property
    def adding_up(self):
        """Mean score in each week if the two leads just add, shape (weeks + 1,); only with a fourth group."""
        neither, medication, therapy, _ = self.scores.values()
        return medication + therapy - neither

    @property
    def gains(self):
        """Points better than with neither treatment, on average, by group; only with a fourth group."""
        return self.course.gains(self.week, self.neither)

    @property
    def together_minus_sum(self):
        """Lead of both minus the sum of the two leads, points, averaged over people; only with a fourth group."""
        return float(self.course.together_minus_sum(self.week, self.neither).mean())


def model(medication, therapy, recovery, yardstick, interaction, **_):
    """The model that the controls describe."""
    usual = Model()
    return Model.additive().replace(
        {
            "drug.strength": medication * usual.drug.strength,
            "skill.strength": therapy * usual.skill.strength,
            "natural_course.pace": recovery,
            "assessment.response_share": yardstick / 100,
            "gate.strength": usual.gate.strength if interaction in ("door", "both") else 0.0,
            "plasticity.gain": usual.plasticity.gain if interaction in ("plasticity", "both") else 0.0,
        }
    )


def run(people, week, seed, neither, **values):
    """Let the groups live with the controls' values; returns a FactorialTrial."""
    return FactorialTrial(judged(people, seed, neither == WAITING, **values), week, neither)


@functools.lru_cache(maxsize=1)
def judged(people, seed, waiting, yardstick, **values):
    """The groups' course with the goal that they are held to; kept until something else than the week is moved."""
    return dataclasses.replace(live(people, seed, waiting, **values), model=model(yardstick=yardstick, **values))


@functools.lru_cache(maxsize=2)
def live(people, seed, waiting, **values):
    """The groups' course, kept until something is moved that people feel; the goal they do not."""
    plans = four_plans(Medication(stop=WEEKS), Therapy(stop=SESSIONS))
    if waiting:
        plans = {WAITING: Plan(), **{group: plan for group, plan in plans.items() if group != DUMMY}}
    return simulate(Cohort(people, seed), plans, WEEKS, model(yardstick=50, **values), keep=("symptoms",))
