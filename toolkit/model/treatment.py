"""What each patient is given, takes and comes to, and who stops or leaves: one way for every arm, with a policy or without.

Numbers that are the same for everybody in an arm have one column; under a policy they have one for each patient. So it is
with who takes the drug, who comes, and all that follows from it, where nobody can stop or leave.
"""

from typing import Any

import numpy as np

from .arms import Arms
from .arrays import Amount, ArrayLike, Flags, Numbers, Whole
from .cohort import Cohort, Traits, response_to_another
from .visit import Orders

HIGHEST_DOSE, MOST_SESSIONS = 4.0, 7.0


class Treatment:
    """The treatment of some panels of patients, week by week and step by step.

    dose, sessions: as ordered, shape (arms with the drug, columns) and (arms with sessions, columns). taking, in_therapy: who still
    takes the drug, who still comes, shapes (arms with the drug, columns) and (arms with sessions, columns). level, effect: of
    the drug, of the shape of `taking`. response: how far each person responds to their medication, shape (columns for the arms
    with the drug, patients).
    """

    def __init__(self, arms: Arms, cohort: Cohort, panels: range, traits: Traits) -> None:
        self.arms, self.model, self.cohort, self.panels, self.traits = arms, arms.model, cohort, panels, traits
        patients = traits.somatic.size
        with_drug, with_sessions = (of.stop - of.start for of in (arms.drug, arms.therapy))
        columns = self.columns = patients if arms.with_policy else 1
        self.scheduled = np.array([plan.policy is None for plan in arms.plans])
        self.weekly_dose, self.weekly_sessions = arms.average_by_week(arms.doses), arms.average_by_week(arms.sessions)

        self.dose: Numbers = np.zeros((with_drug, columns))
        self.sessions: Numbers = np.zeros((with_sessions, columns))
        stoppers = patients if self.model.adherence.stopping > 0 else columns
        leavers = patients if self.model.dropout.leaving > 0 else columns
        self.taking, self.in_therapy = np.ones((with_drug, stoppers), bool), np.ones((with_sessions, leavers), bool)
        self.stop_week, self.dropout_week = (np.full(who.shape, arms.weeks) for who in (self.taking, self.in_therapy))
        wish = np.array([arms.model.preference.factor(plan.wish) for plan in arms.plans])[:, None]
        self.stop_patience = traits.stop_patience / wish[arms.drug]
        self.dropout_patience = traits.dropout_patience / wish[arms.therapy]
        self.dropout_hazard = self.model.dropout.hazard(traits.alliance)
        self.alliance_factor = self.model.adherence.alliance_factor(traits.alliance)

        nothing: Numbers = np.zeros((3, *self.taking.shape))
        self.level, self.effect, self.weeks_taken = nothing
        # Weeks on the drug of those who have not stopped, and when the present medication was begun.
        self.weeks_on: Numbers = np.zeros((with_drug, columns))
        self.switched_at: Numbers = np.zeros((with_drug, columns))
        self.medication = np.zeros((len(arms.plans), patients), dtype=int)
        self.response: Numbers = traits.drug_response[None]

        self.visit_contact: Numbers = np.zeros((len(arms.plans), columns))
        self.session_contact: Numbers = np.zeros(self.in_therapy.shape)
        self.more_visits = np.zeros((len(arms.plans), columns), bool)
        self.hope = np.array([plan.hope for plan in arms.plans])[:, None]
        self.sessions_used: Numbers = np.zeros(self.in_therapy.shape)

    # A week begins: what is ordered, and who stops or leaves.

    def follow_plan(self, week: int) -> None:
        """What the plans say for a week; in arms with a policy until it orders otherwise."""
        self.dose = self.weekly_dose[week, :, None].repeat(self.columns, axis=1)
        self.sessions = self.weekly_sessions[week, :, None].repeat(self.columns, axis=1)

    def follow_orders(self, place: int, orders: Orders, week: int) -> None:
        """Do in one arm, by its place, what its policy has ordered."""
        if not isinstance(orders, Orders):
            raise ValueError(f"policy returned {orders!r}: must return Orders")
        row, sessions = place - self.arms.drug.start, place - self.arms.therapy.start
        if orders.medication is not None:
            self._choose_medication(
                place, np.broadcast_to(np.asarray(orders.medication, dtype=int), self.taking[row].shape)
            )
        planned = self.weekly_dose[week, row]
        if orders.dose is not None:
            self.dose[row] = check_order("dose", orders.dose, HIGHEST_DOSE)
        if orders.sessions is not None:
            self.sessions[sessions] = check_order("sessions", orders.sessions, MOST_SESSIONS)
        # A dose that the plan does not hold brings visits along.
        self.more_visits[place] = (self.dose[row] > 0) & (planned == 0)

    def _choose_medication(self, place: int, wanted: Any) -> None:
        """Give everybody in an arm the medication ordered; who gets another one starts getting used to it anew."""
        changed = wanted != self.medication[place]
        if not changed.any():
            return
        row, first = place - self.arms.drug.start, self.traits.drug_response
        self.medication[place] = wanted
        self.switched_at[row, changed] = self.weeks_taken[row, changed]
        self.response = np.broadcast_to(
            self.response, self.taking.shape
        ).copy()  # a new array: who holds the old one can tell
        response = first
        for number in np.unique(wanted[wanted > 0]):
            likeness = self.model.drug.likeness
            other = response_to_another(self.cohort, self.panels, int(number), likeness, first)
            response = np.where(wanted == number, other, response)
        self.response[row] = response

    def leave(self, week: int) -> None:
        """Who leaves therapy or stops the drug at the start of a week: hazards add up until they reach a person's patience."""
        arms, model = self.arms, self.model
        running, taking = self.sessions > 0, self.dose > 0
        if model.dropout.leaving > 0 and running.any():
            self.dropout_patience -= self.dropout_hazard * running
            note_end(self.dropout_patience, self.in_therapy, self.dropout_week, week)
        if model.adherence.stopping > 0 and taking.any():
            spent = np.empty(self.taking.shape)
            spent[:] = model.adherence.hazard(self.weeks_on - self.switched_at) * taking
            if running.any():
                place = slice(0, arms.both.stop - arms.both.start)
                spent[arms.both] *= np.where((running & self.in_therapy)[place], self.alliance_factor, 1.0)
            # Most people can bear their side effects in most weeks: an exp is taken for the others only.
            felt = self.side_effects(self.weeks_on - self.switched_at)
            suffer = np.flatnonzero(felt > 1.0)
            # `ravel` of a new array is a view, so this writes into `spent`.
            spent.ravel()[suffer] *= model.adherence.side_effect_factor(felt.take(suffer))
            self.stop_patience -= spent
            note_end(self.stop_patience, self.taking, self.stop_week, week)
        self.sessions_used += self.sessions * self.in_therapy

    # A step: the drug in the body, and how far people are seen.

    def step(self, number: int) -> tuple[Numbers, Numbers]:
        """Mean drug effect over a step, of the shape of `taking`, and the sessions in it, as `sessions`."""
        planned, sessions = self._read_amounts(number)
        taken = planned * self.taking
        self.level, self.effect, self.mean_effect, self.occupancy = self.model.drug.step(
            self.level, self.effect, taken, self.arms.step
        )
        self.weeks_on += self.arms.step * (planned > 0)
        self.weeks_taken += self.arms.step * (taken > 0)
        self.attending = (sessions > 0) & self.in_therapy
        return self.mean_effect, sessions

    def _read_amounts(self, number: int) -> tuple[Numbers, Numbers]:
        """Dose and sessions in a step: what is planned may begin or end within a week, what is ordered holds for all of it."""
        if self.arms.steps_per_week == 1:
            return self.dose, self.sessions
        dose, sessions = self.dose.copy(), self.sessions.copy()
        for given, steps, arms in (
            (dose, self.arms.doses, self.arms.drug),
            (sessions, self.arms.sessions, self.arms.therapy),
        ):
            fixed = self.scheduled[arms]
            given[fixed] = steps[number, fixed][:, None]
        return dose, sessions

    def load(self) -> Numbers:
        """Withdrawal load over the step just made, of the shape of `taking`."""
        return self.model.withdrawal.load(self.mean_effect, self.occupancy)

    def contact(self, number: int) -> Amount:
        """Mean contact over a step: one number if it is that of everybody, else of shape (arms, columns or patients)."""
        arms, contact = self.arms, self.model.contact
        meeting = arms.visits[number][:, None] | self.more_visits
        self.visit_contact, visits = contact.step(self.visit_contact, meeting, arms.step)
        self.session_contact, sessions = contact.step(self.session_contact, self.attending, arms.step)
        visits = visits * self.hope
        # With whole overlap, sessions count only where they have done more than visits.
        if contact.overlap < 1 or (sessions > visits[arms.therapy]).any():
            everybody = np.empty((len(visits), max(visits.shape[1], sessions.shape[1])))
            everybody[:] = visits
            everybody[arms.therapy] = contact.together(visits[arms.therapy], sessions)
            return everybody
        return float(visits[0, 0]) if (visits == visits[0, 0]).all() else visits

    def side_effects(self, weeks_on: Numbers) -> Numbers:
        """Side effects at the present level after some weeks on the present medication, of the shape of `taking`."""
        return self.model.side_effects.intensity(self.traits.side_effects, self.level, weeks_on)


def note_end(patience: Numbers, goes_on: Flags, ended: Whole, week: int) -> None:
    """Note who has lost patience, in place; theirs is without end from then on. All of shape (arms, patients)."""
    gone = np.flatnonzero(patience <= 0)
    if gone.size:
        # `ravel` of arrays of ours is a view, so this writes into them.
        patience.ravel()[gone], goes_on.ravel()[gone], ended.ravel()[gone] = np.inf, False, week


def check_order(name: str, value: ArrayLike, highest: float) -> Numbers:
    """An order as numbers; ValueError unless they lie between 0 and the highest."""
    amount: Numbers = np.asarray(value, dtype=float)
    if not ((amount >= 0) & (amount <= highest)).all():
        raise ValueError(f"Orders.{name} = {amount.min():g} to {amount.max():g}: must be numbers from 0 to {highest:g}")
    return amount
