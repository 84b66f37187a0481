"""The chain from trust to effect: who stays, how full the target is, what arrives, and what goes with it."""

import dataclasses
import functools

import numpy as np

from toolkit.model import (
    CONDITIONS,
    POINTS,
    TRUST_WORLDS,
    Cohort,
    Course,
    Medication,
    Model,
    Therapy,
    daily_levels,
    four_plans,
    simulate,
)
from toolkit.model.adherence import EVERYDAY_STOPPING

WEEKS, OUTCOME = 26, 16
"""Weeks on the medicine; week in which improvement is read."""


@dataclasses.dataclass(frozen=True)
class Staying:
    """A run of the four arms, and the diary of one person's days.

    levels: that person's level day by day, standard doses. occupied: mean share of the target occupied with the missed
    days, in many such diaries. rated: trust as rated by each person with both treatments, in any unit.
    """

    week: int
    course: Course
    levels: np.ndarray
    occupied: float
    rated: np.ndarray

    @property
    def drug(self):
        """The medicine."""
        return self.course.model.drug

    def still(self, arm, week=None):
        """Percentage of an arm still taking the medicine at the start of a week, or of each week up to the end."""
        stopped = self.course.stop_week[self.course.arm(arm)]
        weeks = np.arange(WEEKS + 1) if week is None else np.asarray(week)
        shares = 100 * (stopped >= weeks[..., None]).mean(axis=-1)
        return shares if shares.ndim else float(shares)

    @property
    def chain(self):
        """What is left of 100 % of the effect after each link, with both treatments, in the week read."""
        place = self.course.arm("both")
        stays = self.course.stop_week[place] >= self.week
        still = 100 * stays.mean()
        arrived = self.course.at("drug_effect", self.week)[place][stays].mean() if stays.any() else 0.0
        return np.array([100, still, still * self.drug.occupancy(1.0), still * self.occupied, still * arrived])

    @property
    def lost(self):
        """What each link loses, percentage points of the full effect."""
        return -np.diff(self.chain)

    @property
    def fall(self):
        """Fall of each person's score by the week of outcome, with both treatments, points."""
        return self.course.cohort.traits.burden * POINTS - self.course.ratings(OUTCOME)[self.course.arm("both")]

    @property
    def correlation(self):
        """Correlation of rated trust with the fall of the score, with both treatments."""
        return float(np.corrcoef(self.rated, self.fall)[0, 1])

    @property
    def odds_ratio(self):
        """Odds of still taking the medicine in week 13 with a therapist over those without."""
        shares = np.clip([self.still(arm, 13) / 100 for arm in ("both", "medication")], 0.001, 0.999)
        odds = shares / (1 - shares)
        return float(odds[0] / odds[1])


PEOPLE = 1000

DAYS, SETTLING, DIARIES = 56, 28, 200

USUAL = CONDITIONS["depression"]


def model(care, together, half_life, arrow, **_):
    """The model that the controls describe, in one of the worlds of trust."""
    usual = Model()
    return usual.replace(
        {
            "adherence.stopping": EVERYDAY_STOPPING if care == "routine" else usual.adherence.stopping,
            "adherence.coordination": together,
            "drug.half_life_days": half_life,
            **dict(TRUST_WORLDS[arrow].changes),
        }
    )


def run(seed, week, **values):
    """Let the four arms run with the controls' values; returns a Staying."""
    return Staying(week, *live(seed, **values))


@functools.lru_cache(maxsize=1)
def live(seed, alliance, missed, side_effects, **values):
    """Course, one person's levels, mean occupancy and ratings, kept until something else than the week is moved."""
    toy = model(**values)
    diaries = daily_levels(1 - missed / 100, SETTLING + DAYS, DIARIES, drug=toy.drug, seed=seed)[SETTLING:]
    occupied = toy.drug.occupancy(diaries).mean()
    # The weekly toy gets the steady dose that fills the target as much as the uneven days do.
    dose = toy.drug.half_occupancy_level * occupied / (1 - occupied)
    world = TRUST_WORLDS[values["arrow"]]
    trust = alliance if world.causes else USUAL.alliance
    people = dataclasses.replace(USUAL, alliance=trust, side_effects=USUAL.side_effects * side_effects)
    plans = four_plans(Medication(dose=dose, stop=WEEKS), Therapy(stop=OUTCOME))
    course = simulate(Cohort(PEOPLE, seed, people), plans, WEEKS, toy, keep=("symptoms", "drug_effect"))
    return course, diaries[:, 0], occupied, world.ratings(course, "both")
