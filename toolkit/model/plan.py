"""What is given, how much and when."""

import types
from collections.abc import Mapping
from typing import Protocol

import numpy as np

from .arrays import Flags, Numbers
from .parameter import Checked, choice, parameter, record
from .taper import Taper
from .therapy_kinds import THERAPY_KINDS, TherapyKind
from .visit import Orders, Visit

LONGEST = 520
"""Weeks: ten years, the longest run and the latest date in a plan."""


class Policy(Protocol):
    """A plan that reacts: called at the start of every week for all patients of some panels at once."""

    def __call__(self, visit: Visit, /) -> Orders:
        """What is ordered for the week."""


@record
class Span(Checked):
    """Something given from the beginning of week `start` until the beginning of week `stop`."""

    start: float = parameter(0, unit="weeks", range=(0.0, float(LONGEST)), says="first week")
    stop: float = parameter(26, unit="weeks", range=(0.0, float(LONGEST)), says="week in which it ends")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.stop < self.start:
            raise ValueError(
                f"{type(self).__name__}.stop = {self.stop!r}: must not be before start = {self.start!r} weeks"
            )


def share_of_steps(edges: Numbers, start: float, stop: float) -> Numbers:
    """Share of each step, between 0 and 1, that lies within a span; edges in weeks, shape (steps + 1,)."""
    return np.diff(np.clip(edges, start, stop)) / np.diff(edges)


@record
class Medication(Span):
    """A course of one medication in standard doses (1 = the usual one): a steady dose, then perhaps a taper after `stop`."""

    dose: float = parameter(1.0, unit="standard doses", range=(0.0, 4.0), says="dose a day")
    taper: Taper | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.taper is not None and not isinstance(self.taper, Taper):
            raise ValueError(f"Medication.taper = {self.taper!r}: must be a Taper or None")

    def doses(self, edges: Numbers) -> Numbers:
        """Dose in each step, shape (steps,); edges in weeks, shape (steps + 1,)."""
        given = self.dose * share_of_steps(edges, self.start, self.stop)
        if self.taper is not None:
            for number, dose in enumerate(self.taper.doses(self.dose)):
                start = self.stop + number * self.taper.weeks_per_step
                given = given + dose * share_of_steps(edges, start, start + self.taper.weeks_per_step)
        return given


@record
class Therapy(Span):
    """A course of sessions."""

    stop: float = parameter(16, unit="weeks", range=(0.0, float(LONGEST)), says="week in which it ends")
    sessions_per_week: float = parameter(1.0, unit="sessions a week", range=(0.0, 7.0), says="sessions a week")
    kind: str = choice("CBT", options=THERAPY_KINDS, says="kind of therapy")

    def sessions(self, edges: Numbers) -> Numbers:
        """Sessions a week in each step, shape (steps,); edges in weeks, shape (steps + 1,)."""
        return self.sessions_per_week * share_of_steps(edges, self.start, self.stop)


@record
class Visits(Span):
    """A course of regular visits at which somebody is seen, whatever is given there: a drug, a dummy pill, nothing.

    hope is what is left of what such visits do for people who believe that their pill is a dummy; blinding keeps it at 1.
    """

    hope: float = parameter(
        1.0,
        unit="share",
        range=(0.0, 1.0),
        says="what is left of what being seen does, if people think they get a dummy",
    )

    def take_place(self, edges: Numbers) -> Flags:
        """Whether visits go on in each step, shape (steps,); edges in weeks, shape (steps + 1,)."""
        return share_of_steps(edges, self.start, self.stop) > 0


@record
class Plan(Checked):
    """One way to be treated: a medication, a therapy, both or neither (None), perhaps a policy that reacts, and visits.

    A policy is called at the start of every week with a `Visit` and returns `Orders`; see `toolkit.model.policy`. Visits
    go on as planned, whether or not somebody still takes the drug. Without visits of their own (None) they go with the
    planned doses, the taper and all: so Plan() is a waiting list, and Plan(visits=Visits(stop=26)) a dummy pill.

    >>> plan = Plan(Medication(stop=2), Therapy(start=1, stop=3, sessions_per_week=2))
    >>> plan.doses(np.arange(5)).tolist(), plan.sessions(np.arange(5)).tolist()
    ([1.0, 1.0, 0.0, 0.0], [0.0, 2.0, 2.0, 0.0])
    """

    medication: Medication | None = None
    therapy: Therapy | None = None
    policy: Policy | None = None
    visits: Visits | None = None
    wish: str = choice(
        "not asked", options=("not asked", "met", "not met"), says="whether this is what had been wanted"
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        for name, kind in (("medication", Medication), ("therapy", Therapy), ("visits", Visits)):
            value = getattr(self, name)
            if value is not None and not isinstance(value, kind):
                raise ValueError(f"Plan.{name} = {value!r}: must be a {kind.__name__} or None")
        if self.policy is not None and not callable(self.policy):
            raise ValueError(f"Plan.policy = {self.policy!r}: must be callable with a Visit, or None")

    @property
    def kind(self) -> TherapyKind:
        """Kind of the therapy; where there is none, that of a neutral one."""
        return THERAPY_KINDS[self.therapy.kind if self.therapy else "CBT"]

    def doses(self, edges: Numbers) -> Numbers:
        """Dose in each step, shape (steps,), in standard doses."""
        return np.zeros(len(edges) - 1) if self.medication is None else self.medication.doses(edges)

    def sessions(self, edges: Numbers) -> Numbers:
        """Sessions a week in each step, shape (steps,)."""
        return np.zeros(len(edges) - 1) if self.therapy is None else self.therapy.sessions(edges)

    @property
    def hope(self) -> float:
        """What is left of what visits do, 0 to 1."""
        return 1.0 if self.visits is None else self.visits.hope

    def has_visits(self, edges: Numbers) -> Flags:
        """Whether visits go on in each step, shape (steps,)."""
        return self.doses(edges) > 0 if self.visits is None else self.visits.take_place(edges)


WAITING, DUMMY, MEDICATION, THERAPY, THERAPY_AND_DUMMY, BOTH = ARM_NAMES = (
    *("waiting list", "dummy pill with visits", "medication", "therapy", "therapy with a dummy pill", "both"),
)
"""What arms are called, wherever they appear."""


def four_plans(medication: Medication = Medication(), therapy: Therapy = Therapy()) -> Mapping[str, Plan]:
    """The four arms of a factorial trial, by name: dummy pill with visits, medication, therapy, both.

    All four have the same visits, for as long as the medication is planned, as factorial trials do: what being seen does
    is alike in all of them and drops out of every contrast. So the arm called therapy has the dummy pill as well.
    """
    visits = Visits(medication.start, medication.stop)
    return types.MappingProxyType(
        {
            DUMMY: Plan(visits=visits),
            MEDICATION: Plan(medication, visits=visits),
            THERAPY: Plan(therapy=therapy, visits=visits),
            BOTH: Plan(medication, therapy, visits=visits),
        }
    )


FOUR_PLANS = four_plans()
