"""Four plans in a house of two floors, body and thinking, which pull at each other."""

import dataclasses
import functools

import numpy as np

from toolkit.model import (
    BOTH,
    DUMMY,
    MEDICATION,
    THERAPY,
    Cohort,
    Course,
    Medication,
    Model,
    Therapy,
    four_plans,
    simulate,
)

WEEKS = 26
TREATMENTS = (MEDICATION, THERAPY, BOTH)
FLOORS = {"body": "somatic", "thinking": "cognitive"}
"""The house's floors, from below, and what the model calls them."""
INTERACTIONS = {"none": 0.0, "speeds": 1.0, "slows": -0.5}
"""How much faster sessions teach at the full effect of the medication: twice as fast, or half as fast."""
NOTHING = 0.05
"""Points below which a gain is too small to be a share of anything."""


@dataclasses.dataclass(frozen=True)
class House:
    """Three treatments in one house, read in one week; gains are points better than with a dummy pill and the same visits.

    gains: {(treatment, floor): (weeks + 1,)}. without_pull: the same, had the floors not pulled at each other.
    doors: {treatment: 0 at the body to 1 at thinking}.
    """

    course: Course
    week: int
    up: float
    down: float
    doors: dict
    gains: dict
    without_pull: dict

    def now(self, treatment, floor):
        """Points gained by a treatment on a floor in the week that is read."""
        return self.gains[treatment, floor][self.week]

    def score_gain(self, treatment, gains=None):
        """Points of the score (the mean of both floors) gained in the week that is read."""
        return np.mean([(gains or self.gains)[treatment, floor][self.week] for floor in FLOORS])

    @property
    def added(self):
        """The gains in score of the two treatments alone, added."""
        return self.score_gain(MEDICATION) + self.score_gain(THERAPY)

    @property
    def share(self):
        """What both together gain, in % of the two added; nan where next to nothing has been gained so far."""
        return 100 * self.score_gain(BOTH) / self.added if self.added > NOTHING else np.nan

    def half_week(self, treatment, floor):
        """Week in which half of the last week's gain is reached, between weeks too; nan if hardly anything is gained."""
        return half_week(self.gains[treatment, floor])


def half_week(gain):
    """Week in which a curve of gains first reaches half of its last value; nan if that is less than 0.3 points."""
    if gain[-1] < 0.3:
        return np.nan
    after = int(np.argmax(gain >= gain[-1] / 2))
    return after - 1 + (gain[-1] / 2 - gain[after - 1]) / (gain[after] - gain[after - 1])


def model(up, down, medication_door, therapy_door, speed, interaction, **_):
    """The model that the controls describe: every interaction off, but the one that is chosen."""
    return Model.additive().replace(
        {
            "symptoms.somatic_to_cognitive": up,
            "symptoms.cognitive_to_somatic": down,
            "drug.somatic_share": 1 - medication_door,
            "skill.cognitive_share": therapy_door,
            "symptoms.relaxation_weeks": speed,
            "plasticity.gain": INTERACTIONS[interaction],
        }
    )


def run(week, **values):
    """Both treatments go on for 26 weeks, in 1,000 people; returns a House."""
    course, gains = live(**values)
    _, without_pull = live_without_pull(**values | {"up": 0.0, "down": 0.0})
    doors = {MEDICATION: values["medication_door"], THERAPY: values["therapy_door"]}
    return House(course, week, values["up"], values["down"], doors, gains, without_pull)


def lives(seed, **values):
    """The course, and the mean gains of each treatment on each floor."""
    plans = four_plans(Medication(stop=WEEKS), Therapy(stop=WEEKS))
    course = simulate(Cohort(1000, seed), plans, WEEKS, model(**values), keep=("symptoms", "somatic", "cognitive"))
    gains = {}
    for floor, called in FLOORS.items():
        means = getattr(course, called).mean(axis=2)
        for treatment in TREATMENTS:
            gains[treatment, floor] = means[:, course.arm(DUMMY)] - means[:, course.arm(treatment)]
    return course, gains


# Each is kept until something else is moved than the week; the house without a pull also while only the pull is moved.
live = functools.lru_cache(maxsize=1)(lives)
live_without_pull = functools.lru_cache(maxsize=1)(lives)
