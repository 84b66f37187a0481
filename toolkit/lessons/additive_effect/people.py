"""The toy's own trial of four arms, read at one week."""

import dataclasses
import functools

from toolkit.model import Cohort, Course, Medication, Model, Therapy, four_plans, simulate

WEEKS = 26

SCALES = ("risk difference", "independence", "log-odds")
"""Scales on which two treatments may add up."""


@dataclasses.dataclass(frozen=True)
class FactorialTrial:
    """The toy's own trial: the four arms, read at one week."""

    course: Course
    week: int
    dummy_arm: bool

    @property
    def one_person(self):
        """Whether a single life is shown."""
        return self.course.cohort.size == 1

    @property
    def shown(self):
        """Names of the arms on the picture."""
        return self.course.arms if self.dummy_arm else self.course.arms[1:]

    @functools.cached_property
    def shares(self):
        """Percentage who respond, by arm."""
        return dict(zip(self.course.arms, 100 * self.course.response(self.week), strict=True))

    @property
    def gains(self):
        """Points better than with a dummy pill, on average, by arm."""
        return self.course.gains(self.week)

    @property
    def adding_up(self):
        """Mean score in each week if the two gains just add, shape (weeks + 1,)."""
        dummy, medication, therapy, _ = self.course.symptoms.mean(axis=2).T
        return medication + therapy - dummy

    @property
    def together_minus_sum(self):
        """Gain of both minus the sum of the single gains, points, averaged over people."""
        return self.course.together_minus_sum(self.week).mean()

    def expected(self, scale):
        """Percentage expected to respond to both if the two just add up on a scale."""
        return 100 * float(self.course.expected_response(self.week, scale))


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


def run(people, week, seed, dummy_arm, **values):
    """Let the four arms run with the controls' values; returns a FactorialTrial."""
    return FactorialTrial(live(people, seed, **values), week, dummy_arm)


@functools.lru_cache(maxsize=1)
def live(people, seed, **values):
    """The four arms' course, kept until something else than the week or the arms shown is moved."""
    plans = four_plans(Medication(stop=WEEKS), Therapy(stop=16))
    return simulate(Cohort(size=people, seed=seed), plans, WEEKS, model(**values), keep=("symptoms",))
