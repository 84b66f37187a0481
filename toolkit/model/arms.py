"""The arms of a run, grouped and ordered so that what is the same for many is worked out once."""

import dataclasses
import functools
from collections.abc import Sequence
from typing import Any

import numpy as np

from .arrays import Amount, Flags, Numbers
from .dosing import StopWeeks
from .meetings import LeaveWeeks
from .model import Model
from .plan import Plan, Policy


@dataclasses.dataclass(frozen=True)
class Arms:
    """Plans computed side by side, in the order drug only, both, therapy only, neither.

    plans: in that order. rows: place of each among the arms of the run.
    drug, therapy, both: slices of those that get the drug, sessions, and both.
    """

    model: Model
    plans: tuple[Plan, ...]
    rows: tuple[int, ...]
    drug: slice
    therapy: slice
    weeks: int
    steps_per_week: int

    @property
    def step(self) -> float:
        """Length of a step in weeks."""
        return 1.0 / self.steps_per_week

    @property
    def both(self) -> slice:
        """The arms that get drug and sessions."""
        return slice(self.therapy.start, self.drug.stop)

    @property
    def policy(self) -> Policy | None:
        """The policy of a group that has one; such an arm is a group of its own."""
        return self.plans[0].policy

    @functools.cached_property
    def doses(self) -> Numbers:
        """Planned doses, shape (steps, arms with the drug)."""
        return planned("doses", self.plans[self.drug], self.weeks, self.steps_per_week)

    @functools.cached_property
    def sessions(self) -> Numbers:
        """Planned sessions a week, shape (steps, arms with sessions)."""
        return planned("sessions", self.plans[self.therapy], self.weeks, self.steps_per_week)

    @functools.cached_property
    def visits(self) -> Flags:
        """Whether visits are planned, shape (steps, arms)."""
        return planned("has_visits", self.plans, self.weeks, self.steps_per_week)

    @functools.cached_property
    def contact(self) -> LeaveWeeks:
        """Contact for each week of leaving therapy, worked out once for all panels."""
        return LeaveWeeks(self.model, self)

    @functools.cached_property
    def stop_weeks(self) -> StopWeeks:
        """The drug's course for each week of stopping, worked out once for all panels."""
        return StopWeeks(self.model, self)

    def by_week(self, steps: Numbers | Flags) -> Numbers:
        """Mean over the steps of each week: (steps, arms) to (weeks, arms)."""
        return steps.reshape(self.weeks, self.steps_per_week, steps.shape[1]).mean(axis=1)

    def of_kinds(self, name: str) -> Amount:
        """One number of each therapy's kind: a single number if all agree, else shape (arms with sessions, 1)."""
        values = [getattr(plan.kind, name) for plan in self.plans[self.therapy]]
        return values[0] if len(set(values)) == 1 else np.array(values)[:, None]


def planned(what: str, plans: Sequence[Plan], weeks: int, steps_per_week: int) -> Any:
    """Doses, sessions or visits of some plans, shape (steps, plans)."""
    edges = np.linspace(0.0, weeks, weeks * steps_per_week + 1)
    return np.array([getattr(plan, what)(edges) for plan in plans]).reshape(len(plans), len(edges) - 1).T


def grouped(model: Model, plans: Sequence[Plan], weeks: int, steps_per_week: int) -> list[Arms]:
    """The plans of a run as groups of Arms: all without a policy in one, each with a policy by itself."""
    drug, therapy = (
        [bool(planned(what, [plan], weeks, steps_per_week).any()) for plan in plans] for what in ("doses", "sessions")
    )
    order = {(True, False): 0, (True, True): 1, (False, True): 2, (False, False): 3}
    fixed = [row for row, plan in enumerate(plans) if plan.policy is None]
    fixed.sort(key=lambda row: order[drug[row], therapy[row]])
    count = [sum(order[drug[row], therapy[row]] <= place for row in fixed) for place in range(3)]
    groups = [(fixed, slice(0, count[1]), slice(count[0], count[2]))] if fixed else []
    groups += [([row], slice(0, 1), slice(0, 1)) for row, plan in enumerate(plans) if plan.policy is not None]
    return [
        Arms(model, tuple(plans[row] for row in rows), tuple(rows), with_drug, with_therapy, weeks, steps_per_week)
        for rows, with_drug, with_therapy in groups
    ]
