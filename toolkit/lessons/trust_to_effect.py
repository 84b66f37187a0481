"""The chain from trust to effect: who stays, how full the target is, what arrives, and what goes with it."""

import dataclasses

import numpy as np

from toolkit.model import POINTS, Course

WEEKS, OUTCOME, RATED = 26, 16, 4
"""Weeks on the medicine; week in which improvement is read, and in which trust is rated."""
FOLLOWS = 0.6
"""How far rated trust follows early improvement where it causes nothing, a correlation."""


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
        return 100 * (stopped >= weeks[..., None]).mean(axis=-1)

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
    def correlation(self):
        """Correlation of rated trust with the fall of the score, with both treatments."""
        fall = self.course.cohort.traits.burden * POINTS - self.course.measured(OUTCOME)[self.course.arm("both")]
        return float(np.corrcoef(self.rated, fall)[0, 1])

    @property
    def odds_ratio(self):
        """Odds of still taking the medicine in week 13 with a therapist over those without."""
        shares = np.clip([self.still(arm, 13) / 100 for arm in ("both", "medication")], 0.001, 0.999)
        odds = shares / (1 - shares)
        return float(odds[0] / odds[1])


def rated(course, arrow):
    """Trust as rated in week 4: what it is, or, if it only follows, how much better people feel by then, and luck."""
    traits = course.cohort.traits
    if arrow == "cause":
        return traits.alliance
    better = POINTS * traits.burden - course.measured(RATED)[course.arm("both")]
    luck = course.cohort.drawn(np.random.Generator.standard_normal, "policy")
    return FOLLOWS * (better - better.mean()) / better.std() + np.sqrt(1 - FOLLOWS**2) * luck
