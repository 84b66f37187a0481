"""What is given, how much and when."""

import dataclasses
import types

import numpy as np

from .parameter import Checked, choice, parameter

KINDS = ("CBT",)
LONGEST = 520
"""Weeks: ten years, the longest run and the latest date in a plan."""


@dataclasses.dataclass(frozen=True)
class Span(Checked):
    """Something given from the beginning of week `start` until the beginning of week `stop`."""

    start: float = parameter(0, unit="weeks", range=(0.0, float(LONGEST)), says="first week")
    stop: float = parameter(26, unit="weeks", range=(0.0, float(LONGEST)), says="week of the last day")

    def __post_init__(self):
        super().__post_init__()
        if self.stop < self.start:
            raise ValueError(
                f"{type(self).__name__}.stop = {self.stop!r}: must not be before start = {self.start!r} weeks"
            )

    def share_of_steps(self, edges):
        """Share of each step, between 0 and 1, that lies within the span; edges in weeks, shape (steps + 1,)."""
        inside = np.clip(edges, self.start, self.stop)
        return np.diff(inside) / np.diff(edges)


@dataclasses.dataclass(frozen=True)
class Medication(Span):
    """A course of one medicine at a steady dose in standard doses (1 = the usual one)."""

    dose: float = parameter(1.0, unit="standard doses", range=(0.0, 4.0), says="dose a day")

    def doses(self, edges):
        """Dose in each step, shape (steps,)."""
        return self.dose * self.share_of_steps(edges)


@dataclasses.dataclass(frozen=True)
class Therapy(Span):
    """A course of sessions."""

    stop: float = parameter(16, unit="weeks", range=(0.0, float(LONGEST)), says="week of the last session")
    sessions_per_week: float = parameter(1.0, unit="sessions a week", range=(0.0, 7.0), says="sessions a week")
    kind: str = choice("CBT", options=KINDS, says="kind of therapy")

    def sessions(self, edges):
        """Sessions a week in each step, shape (steps,)."""
        return self.sessions_per_week * self.share_of_steps(edges)


@dataclasses.dataclass(frozen=True)
class Plan:
    """One way to be treated: a medication, a therapy, both or neither (None)."""

    medication: Medication | None = None
    therapy: Therapy | None = None

    def __post_init__(self):
        for name, kind in (("medication", Medication), ("therapy", Therapy)):
            value = getattr(self, name)
            if value is not None and not isinstance(value, kind):
                raise ValueError(f"Plan.{name} = {value!r}: must be a {kind.__name__} or None")

    def doses(self, edges):
        """Dose in each step, shape (steps,), in standard doses."""
        return np.zeros(len(edges) - 1) if self.medication is None else self.medication.doses(edges)

    def sessions(self, edges):
        """Sessions a week in each step, shape (steps,)."""
        return np.zeros(len(edges) - 1) if self.therapy is None else self.therapy.sessions(edges)


def four_plans(medication=Medication(), therapy=Therapy()):
    """The four arms of a factorial trial, by name: nothing, medication, therapy, both."""
    return types.MappingProxyType(
        {
            "nothing": Plan(),
            "medication": Plan(medication=medication),
            "therapy": Plan(therapy=therapy),
            "both": Plan(medication=medication, therapy=therapy),
        }
    )


FOUR_PLANS = four_plans()
