"""What came of a run: the trajectories and the outcomes read off them."""

import dataclasses
from collections.abc import Mapping

import numpy as np

from .arrays import Flags, Numbers
from .cohort import Cohort
from .engine import EVENTS, TRAJECTORIES
from .model import Model
from .noise import rating_errors
from .parameter import check
from .plan import BOTH, DUMMY, MEDICATION, THERAPY, Plan
from .scales import EXPECTED_FROM_BOTH
from .survival import SurvivalCurve, kaplan_meier
from .symptoms import POINTS


@dataclasses.dataclass(frozen=True)
class Course:
    """Trajectories of every patient in every arm, what happened to them, and the outcomes.

    Each trajectory is an attribute, an array of shape (weeks + 1, arms, patients), or fewer weeks if only `weeks_kept`
    were kept. Week 0 is the start.
        symptoms, somatic, cognitive, stress: toy score points (24 = typical at entry; without floor, so a few lie below 0)
        skill, drug_effect: 0 to 1. drug_level, dose: standard doses; dose and sessions are those of the week that ends
        on_medication, in_therapy: whether the dose, the sessions, of that week were taken
        side_effects: 1 = barely tolerable

    Each event is an attribute of shape (arms, patients):
        stop_week, dropout_week, relapse_week: week of stopping the drug, leaving therapy, relapse; inf if never
        responded: whether the score taken in the assessment week was a response; only responders relapse
        weeks_taken, sessions_used: weeks on the drug and sessions come to in the whole run
    """

    cohort: Cohort
    plans: Mapping[str, Plan]
    weeks: int
    model: Model
    weeks_kept: tuple[int, ...]
    trajectories: Mapping[str, Numbers] = dataclasses.field(repr=False)
    events: Mapping[str, Numbers] = dataclasses.field(repr=False)

    def __getattr__(self, name: str) -> Numbers:
        if name in TRAJECTORIES:
            try:
                return self.__dict__["trajectories"][name]
            except KeyError:
                raise AttributeError(f"{name} was not kept: ask for it with simulate(…, keep=…)") from None
        if name in EVENTS:
            return self.__dict__["events"][name]
        raise AttributeError(f"Course has no attribute {name!r}")

    @property
    def on_medication(self) -> Flags:
        """Whether the drug was taken in the week that ends, shape (weeks + 1, arms, patients)."""
        return self.dose > 0

    @property
    def in_therapy(self) -> Flags:
        """Whether sessions were come to in the week that ends, shape (weeks + 1, arms, patients)."""
        return self.sessions > 0

    @property
    def arms(self) -> tuple[str, ...]:
        """Names of the arms, in order."""
        return tuple(self.plans)

    def arm(self, name: str) -> int:
        """Position of an arm by its name; ValueError if there is none of that name."""
        if name not in self.plans:
            raise ValueError(f"arm = {name!r}: must be one of {', '.join(self.arms)}")
        return self.arms.index(name)

    def at(self, name: str, week: int) -> Numbers:
        """One trajectory in one week, shape (arms, patients); ValueError if the week was not kept."""
        return getattr(self, name)[self._row(week)]

    def ratings(self, week: int | None = None) -> Numbers:
        """Scores as a rater takes them in one week, shape (arms, patients), or in each week kept, shape (weeks kept, arms,
        patients): true score plus the rater's error, the same in every arm, so that twins differ by treatment only.
        """
        if week is None:
            return np.array([self.ratings(kept) for kept in self.weeks_kept])
        true = self.at("symptoms", week)
        return true + self.model.assessment.error * rating_errors(self.cohort, range(self.cohort.panels), week)

    def responders(self, week: int | None = None) -> Flags:
        """Whose measured score has fallen by at least the response share of their true start, of the shape of `ratings`."""
        return self.model.assessment.is_response(self.ratings(week), POINTS * self.cohort.traits.burden)

    @property
    def impairment(self) -> Numbers:
        """What symptoms take from everyday life, points (lower is better), of the shape of `symptoms`; see Functioning.

        Raises:
            ValueError: if not every week was kept.
        """
        if self.weeks_kept != tuple(range(self.weeks + 1)):
            raise ValueError(f"keep_weeks = {self.weeks_kept!r}: impairment needs every week from 0 to {self.weeks}")
        return self.model.functioning.impairment(self.symptoms)

    def response(self, week: int) -> Numbers:
        """Share of each arm that is responding, shape (arms,)."""
        return self.responders(week).mean(axis=1)

    def remission(self, week: int) -> Numbers:
        """Share of each arm, shape (arms,), whose measured score is at or below the remission score."""
        return (self.ratings(week) <= self.model.assessment.remission_score).mean(axis=1)

    def mean(self, week: int) -> Numbers:
        """Mean true score of each arm, shape (arms,), in points."""
        return self.at("symptoms", week).mean(axis=1)

    def gains(self, week: int, versus: str = DUMMY) -> dict[str, float]:
        """Mean points better than in the arm `versus`, by every other arm."""
        means = dict(zip(self.arms, self.mean(week).tolist(), strict=True))
        compared = self.mean(week)[self.arm(versus)]
        return {arm: float(compared - mean) for arm, mean in means.items() if arm != versus}

    def effect_size(self, arm: str, versus: str, week: int) -> float:
        """Standardised mean difference of measured scores (Cohen's d, pooled SD); positive when `arm` is better."""
        scores = self.ratings(week)
        ours, theirs = scores[self.arm(arm)], scores[self.arm(versus)]
        if ours.size < 2:
            raise ValueError(f"effect_size needs a cohort of at least 2 patients, not {ours.size}")
        pooled = np.sqrt((ours.var(ddof=1) + theirs.var(ddof=1)) / 2)
        return (theirs.mean() - ours.mean()) / pooled

    def together_minus_sum(self, week: int, versus: str = DUMMY) -> Numbers:
        """For each patient, benefit of both minus the two single benefits added up, in points, shape (patients,).

        Benefit is the score in the arm `versus`, without either treatment, minus the score in the arm. 0: they just add;
        above 0: more than the sum. Needs the arms of FOUR_PLANS, or a waiting list for the first of them.
        """
        scores = self.at("symptoms", week)
        neither, medication, therapy, both = (scores[self.arm(name)] for name in (versus, MEDICATION, THERAPY, BOTH))
        return medication + therapy - neither - both

    def expected_response(self, week: int, scale: str, versus: str = DUMMY) -> float:
        """Share of responders that "just adding" gives for the two together, on one of the scales EXPECTED_FROM_BOTH."""
        check("scale", scale, {"options": tuple(EXPECTED_FROM_BOTH)})
        shares = self.response(week)
        return float(EXPECTED_FROM_BOTH[scale](*(shares[self.arm(name)] for name in (versus, MEDICATION, THERAPY))))

    def interaction(self, week: int, scale: str, versus: str = DUMMY) -> float:
        """Share of responders with both minus what `expected_response` gives: above 0, more than just adding."""
        return self.response(week)[self.arm(BOTH)] - self.expected_response(week, scale, versus)

    def relapses(self, arm: str, among: Flags | None = None) -> tuple[Numbers, Flags]:
        """(weeks since the assessment, whether it was a relapse) of an arm's responders; who stays well is censored at the
        end of the run. `among`: only those of the patients, shape (patients,), True or False.
        """
        number = self.arm(arm)
        who = self.responded[number] & (True if among is None else np.asarray(among, dtype=bool))
        weeks = self.relapse_week[number][who].astype(float)
        return np.minimum(weeks, self.weeks) - self.model.assessment.week, np.isfinite(weeks)

    def relapse_curve(self, arm: str, among: Flags | None = None) -> SurvivalCurve:
        """Kaplan-Meier curve of staying well among an arm's responders, a SurvivalCurve."""
        return kaplan_meier(*self.relapses(arm, among))

    def _row(self, week: int) -> int:
        if isinstance(week, bool) or week not in range(self.weeks + 1):
            raise ValueError(f"week = {week!r}: must be a whole number from 0 to {self.weeks}")
        if week not in self.weeks_kept:
            raise ValueError(f"week = {week!r}: was not kept; ask for it with simulate(…, keep_weeks=…)")
        return self.weeks_kept.index(week)
