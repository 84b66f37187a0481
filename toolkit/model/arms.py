"""The arms of a run, ordered so that those with the drug, and those with sessions, stand side by side."""

import dataclasses
import functools
from collections.abc import Sequence
from typing import Any, Self

import numpy as np

from .arrays import Amount, Flags, Numbers
from .model import Model
from .plan import Plan


@dataclasses.dataclass(frozen=True)
class Arms:
    """Plans lived side by side, in the order drug only, both, therapy only, neither. Under a policy anything may be ordered,
    so an arm with one is among both.

    plans: in that order. rows: place of each among the arms of the run.
    drug, therapy: slices of those that may get the drug, and sessions.
    doses, sessions, visits: what is planned in each step, shapes (steps, arms with the drug), (steps, arms with sessions)
    and (steps, arms).
    """

    model: Model
    plans: tuple[Plan, ...]
    rows: tuple[int, ...]
    drug: slice
    therapy: slice
    weeks: int
    steps_per_week: int
    doses: Numbers
    sessions: Numbers
    visits: Flags

    @classmethod
    def order(cls, model: Model, plans: Sequence[Plan], weeks: int, steps_per_week: int) -> Self:
        """The plans of a run in order."""
        doses, sessions, visits = (
            schedule(what, plans, weeks, steps_per_week) for what in ("doses", "sessions", "has_visits")
        )
        anything = np.array([plan.policy is not None for plan in plans])
        drug, therapy = ((anything | given.any(axis=0)).tolist() for given in (doses, sessions))
        place = {(True, False): 0, (True, True): 1, (False, True): 2, (False, False): 3}
        rows = sorted(range(len(plans)), key=lambda row: place[drug[row], therapy[row]])
        only = sum(drug) - sum(with_drug and also for with_drug, also in zip(drug, therapy, strict=True))
        with_drug, with_sessions = slice(0, sum(drug)), slice(only, only + sum(therapy))
        return cls(
            model,
            tuple(plans[row] for row in rows),
            tuple(rows),
            with_drug,
            with_sessions,
            weeks,
            steps_per_week,
            doses[:, rows[with_drug]],
            sessions[:, rows[with_sessions]],
            visits[:, rows],
        )

    @functools.cached_property
    def step(self) -> float:
        """Length of a step in weeks."""
        return 1.0 / self.steps_per_week

    @functools.cached_property
    def both(self) -> slice:
        """The arms that may get drug and sessions."""
        return slice(self.therapy.start, self.drug.stop)

    @functools.cached_property
    def with_policy(self) -> list[int]:
        """Places of the arms with a policy."""
        return [place for place, plan in enumerate(self.plans) if plan.policy is not None]

    def average_by_week(self, steps: Numbers | Flags) -> Numbers:
        """Mean over the steps of each week: (steps, arms) to (weeks, arms)."""
        return steps.reshape(self.weeks, self.steps_per_week, steps.shape[1]).mean(axis=1)

    def kind_values(self, name: str) -> Amount:
        """One number of each therapy's kind: a single number if all agree, else shape (arms with sessions, 1)."""
        values = [getattr(plan.kind, name) for plan in self.plans[self.therapy]]
        return values[0] if len(set(values)) == 1 else np.array(values)[:, None]


def schedule(what: str, plans: Sequence[Plan], weeks: int, steps_per_week: int) -> Any:
    """Doses, sessions or visits of some plans, shape (steps, plans)."""
    edges = np.linspace(0.0, weeks, weeks * steps_per_week + 1)
    return np.array([getattr(plan, what)(edges) for plan in plans]).reshape(len(plans), len(edges) - 1).T
