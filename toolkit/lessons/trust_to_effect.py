"""The chain from trust to effect: who stays, how full the target is, what arrives, and what goes with it."""

import dataclasses

import numpy as np

from toolkit.model import POINTS, Course

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
