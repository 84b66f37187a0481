"""The same lives under a policy: treatment follows the course, so who leaves has to be found week by week."""

from collections.abc import Iterable
from typing import Any, cast

import numpy as np

from .arrays import ArrayLike, Flags, Numbers
from .cohort import response_to_another
from .dosing import Individual
from .lives import Lives
from .meetings import IndividualMeetings
from .plan import Policy
from .policy import Orders, Visit

HIGHEST_DOSE, MOST_SESSIONS = 4.0, 7.0


class GuidedLives(Lives):
    """Patients of some panels in one arm with a policy. Arrays have shape (1, patients)."""

    dosing: Individual

    def _treat(self, keep: Iterable[str]) -> None:
        self.dosing, self.seen_at = Individual(self.arms, self.patients), IndividualMeetings(self.arms, self.patients)
        wish = self.model.preference.factor(self.arms.plans[0].wish)
        self.stop_patience = self.traits.stop_patience[None] / wish
        self.dropout_patience = self.traits.dropout_patience[None] / wish
        self.leaving = self.model.dropout.hazard(self.traits.alliance)
        self.dropout_week = np.full(self.shape, self.arms.weeks)
        self.stay = np.ones(self.shape, dtype=bool)
        self.sessions: Numbers = np.zeros(self.shape)
        self.used = np.zeros(self.shape)
        self.medicine = np.zeros(self.shape, dtype=int)
        self.planned = [self.arms.by_week(plan)[:, 0] for plan in (self.arms.doses, self.arms.sessions)]
        self.lean_until = self.arms.weeks
        self.notes: dict[str, Any] = {}
        self.policy = cast(Policy, self.arms.policy)  # these lives have one

    def _begin(self, week: int) -> None:
        """The visit, the orders, and who stops or leaves."""
        if week == 0:
            self.first_score = self.rating(0, self.model.assessment.error)
        dose, sessions = (plan[week] for plan in self.planned)
        orders = self.policy(Visit(self, week, dose, sessions))
        if not isinstance(orders, Orders):
            raise ValueError(f"policy returned {orders!r}: must return Orders")
        changed = self._choose_medicine(orders.medicine)
        self.dosing.prescribe(self._ordered("dose", orders.dose, dose, HIGHEST_DOSE), changed)
        self.sessions = self._ordered("sessions", orders.sessions, sessions, MOST_SESSIONS)
        self.prescribed = (self.dosing.given > 0) & (dose == 0)
        self._stop_or_leave(week)
        self.used += self.sessions * self.stay

    def _ordered(self, name: str, value: ArrayLike | None, planned: float, highest: float) -> Numbers:
        ordered = np.broadcast_to(np.asarray(planned if value is None else value, dtype=float), self.shape)
        if not ((ordered >= 0) & (ordered <= highest)).all():
            raise ValueError(f"Orders.{name}: must be numbers from 0 to {highest:g}")
        return ordered

    def _choose_medicine(self, wanted: ArrayLike | None) -> Flags:
        """Give everybody the medicine ordered; returns who changes, shape (1, patients)."""
        wanted = self.medicine if wanted is None else np.broadcast_to(np.asarray(wanted, dtype=int), self.shape)
        changed = wanted != self.medicine
        if changed.any():
            self.medicine, first = wanted.copy(), self.traits.drug_response
            response = first.copy()
            for number in np.unique(wanted[wanted > 0]):
                other = response_to_another(self.cohort, self.panels, int(number), self.model.drug.likeness, first)
                response = np.where(wanted[0] == number, other, response)
            self.relief = self.relief_of_one * response
        return changed

    def _stop_or_leave(self, week: int) -> None:
        """Whose patience the hazards have used up, as in `staying`."""
        traits, dosing = self.traits, self.dosing
        running, taking = self.sessions > 0, dosing.given > 0
        if self.model.dropout.leaving > 0:
            self.dropout_patience -= self.leaving * running
            leaves = (self.dropout_patience <= 0) & self.stay
            self.dropout_week[leaves] = week
            self.stay = self.stay & ~leaves
        if self.model.adherence.stopping > 0:
            felt = self.model.side_effects.felt(traits.side_effects, dosing.now, dosing.since)
            adherence = self.model.adherence
            tie = np.where(running & self.stay, adherence.tie(traits.alliance), 1.0)
            self.stop_patience -= adherence.hazard(dosing.since) * adherence.side_effect_factor(felt) * tie * taking
            dosing.stop((self.stop_patience <= 0) & dosing.on, week)

    def _contact(self, number: int) -> Numbers:
        return self.seen_at.step(number, self.prescribed, (self.sessions > 0) & self.stay)

    def _sessions(self, number: int) -> Numbers:
        return self.sessions

    def _sessions_of(self, week: int) -> Numbers:
        return self.sessions

    def _sessions_used(self) -> Numbers:
        return self.used
