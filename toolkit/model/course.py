"""What came of a run: the trajectories and the outcomes read off them."""

import dataclasses

import numpy as np

from .cohort import Cohort
from .model import Model
from .parameter import check
from .randomness import PANEL, stream
from .scales import EXPECTED_FROM_BOTH

TRAJECTORIES = ("symptoms", "somatic", "cognitive", "skill", "drug_effect", "drug_level")


@dataclasses.dataclass(frozen=True)
class Course:
    """Trajectories of every patient in every arm, and the outcomes.

    Each trajectory is an attribute, an array of shape (weeks + 1, arms, patients):
    symptoms, somatic, cognitive in toy score points (24 = typical at entry; without floor, so a few lie below 0),
    skill and drug_effect from 0 to 1, drug_level in standard doses. Week 0 is the start.
    """

    cohort: Cohort
    plans: dict
    weeks: int
    model: Model
    trajectories: dict = dataclasses.field(repr=False)

    def __getattr__(self, name):
        if name in TRAJECTORIES:
            try:
                return self.__dict__["trajectories"][name]
            except KeyError:
                raise AttributeError(f"{name} was not kept: ask for it with simulate(…, keep=…)") from None
        raise AttributeError(f"Course has no attribute {name!r}")

    @property
    def arms(self):
        """Names of the arms, in order."""
        return tuple(self.plans)

    def arm(self, name):
        """Position of an arm by its name; ValueError if there is none of that name."""
        if name not in self.plans:
            raise ValueError(f"arm = {name!r}: must be one of {', '.join(self.arms)}")
        return self.arms.index(name)

    def measured(self, week):
        """Scores as a rater takes them in one week, shape (arms, patients): true score plus the rater's error.

        The error is the same in every arm, so that twins differ by treatment only.
        """
        self._check_week(week)
        draws = [
            stream(self.cohort.seed, "measurement", panel, week).standard_normal(PANEL)
            for panel in range(self.cohort.panels)
        ]
        return self.symptoms[week] + self.model.assessment.error * np.concatenate(draws)[: self.cohort.size]

    def response(self, week):
        """Share of each arm, shape (arms,), whose measured score fell by at least the response share of their start."""
        goal = (1 - self.model.assessment.response_share) * self.symptoms[0]
        return (self.measured(week) <= goal).mean(axis=1)

    def remission(self, week):
        """Share of each arm, shape (arms,), whose measured score is at or below the remission score."""
        return (self.measured(week) <= self.model.assessment.remission_score).mean(axis=1)

    def mean(self, week):
        """Mean true score of each arm, shape (arms,), in points."""
        self._check_week(week)
        return self.symptoms[week].mean(axis=1)

    def effect_size(self, arm, versus, week):
        """Standardised mean difference of measured scores (Cohen's d, pooled SD); positive when `arm` is better."""
        scores = self.measured(week)
        ours, theirs = scores[self.arm(arm)], scores[self.arm(versus)]
        if ours.size < 2:
            raise ValueError("effect_size needs a cohort of at least 2 patients")
        pooled = np.sqrt((ours.var(ddof=1) + theirs.var(ddof=1)) / 2)
        return (theirs.mean() - ours.mean()) / pooled

    def together_minus_sum(self, week):
        """For each patient, benefit of both minus the two single benefits added up, in points, shape (patients,).

        Benefit is the score in "nothing" minus the score in the arm. 0: they just add; above 0: more than the sum.
        Needs the four arms of FOUR_PLANS.
        """
        self._check_week(week)
        nothing, medication, therapy, both = (
            self.symptoms[week, self.arm(name)] for name in ("nothing", "medication", "therapy", "both")
        )
        return medication + therapy - nothing - both

    def expected_response(self, week, scale):
        """Share of responders that "just adding" gives for the two together, on one of the scales EXPECTED_FROM_BOTH."""
        check("scale", scale, {"options": tuple(EXPECTED_FROM_BOTH)})
        shares = self.response(week)
        return EXPECTED_FROM_BOTH[scale](*(shares[self.arm(name)] for name in ("nothing", "medication", "therapy")))

    def _check_week(self, week):
        if isinstance(week, bool) or week not in range(self.weeks + 1):
            raise ValueError(f"week = {week!r}: must be a whole number from 0 to {self.weeks}")
