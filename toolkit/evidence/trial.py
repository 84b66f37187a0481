"""The toy's own trials: the same arms, weeks and people as a published one. Which trial is which stands in trials.toml."""

import dataclasses
from collections.abc import Callable, Container, Mapping
from typing import Any

import numpy as np

from toolkit import model as toy
from toolkit.model.adherence import EVERYDAY_STOPPING
from toolkit.model.arrays import Numbers
from toolkit.model.symptoms import POINTS

from .findings import Entry, Interval

STEP = 12
"""Weeks that one medication is tried before a search for the right one moves on."""

WORSE, MUCH_WORSE, SEVERE = 1, 8, 21
"""Points by which somebody is worse and much worse, and from which one is severely ill (vittengl2016_divergent)."""


@dataclasses.dataclass(frozen=True)
class Boosters:
    """Policy: sessions as planned, but from `week` until `until` (weeks) boosters, monthly where nothing else is said."""

    week: int
    until: int
    sessions_per_week: float = 0.25

    def __call__(self, visit: toy.Visit) -> toy.Orders:
        return toy.Orders(sessions=self.sessions_per_week if self.week <= visit.week < self.until else None)


PARTS = {"medication": toy.Medication, "therapy": toy.Therapy, "visits": toy.Visits, "taper": toy.Taper}
CARE: Mapping[str, Mapping[str, float]] = {"trial": {}, "everyday": {"adherence.stopping": EVERYDAY_STOPPING}}
"""What kinds of care change in the model."""
POLICIES = {"boosters": Boosters, "search": toy.DrugSearch, "measured": toy.MeasuredCare, "stepped": toy.SteppedCare}


def build(kind: Callable[..., Any], values: Mapping[str, Any]) -> Any:
    """A plan, a part of it or a policy from its data; an inner table is a part or a policy of its own."""
    inner = {name: build(PARTS[name], value) if name in PARTS else value for name, value in values.items()}
    for name in POLICIES.keys() & inner:
        inner["policy"] = build(POLICIES[name], inner.pop(name))
    return kind(**inner)


@dataclasses.dataclass(frozen=True)
class ToyTrial:
    """A trial that the toy runs.

    weeks: length of the run. arms: {name: data of a Plan}. condition: name in CONDITIONS. judged: week in which response
    is judged; a trial that takes in people who have already been treated begins then. care: a name in CARE.
    response_share: fall from one's own start that counts as response, as the trial defined it.
    """

    weeks: int
    arms: Mapping[str, Mapping[str, Any]]
    condition: str = "depression"
    judged: int = 12
    care: str = "trial"
    response_share: float = 0.5

    def run(
        self,
        changes: Mapping[str, float],
        size: int,
        seed: int,
        weeks: int | None = None,
        arms: Container[str] | None = None,
    ) -> toy.Course:
        """Course of `size` toy patients.

        Args:
            changes: {"part.parameter": value} on top of what the condition changes; "condition.…" changes the condition.
            weeks, arms: a shorter run, and names of arms, if not all are needed.
        """
        people: dict[str, Any] = {
            name.split(".")[1]: value for name, value in changes.items() if name.startswith("condition.")
        }
        other = {name: value for name, value in changes.items() if not name.startswith("condition.")}
        condition = dataclasses.replace(toy.CONDITIONS[self.condition], **people)
        model = toy.Model.for_condition(condition)
        yardstick = {"assessment.week": self.judged, "assessment.response_share": self.response_share}
        model = model.replace({**other, **CARE[self.care], **yardstick})
        plans = {name: build(toy.Plan, plan) for name, plan in self.arms.items() if name in (arms or self.arms)}
        return toy.simulate(toy.Cohort(size, seed, condition), plans, weeks or self.weeks, model, keep=("symptoms",))


def starting_changes(entry: Entry | None) -> dict[str, float]:
    """Changes {"condition.…": value} that let people begin where those of a trial did, none where nothing was published.

    The mean is the published one. The SD is too, less the rater's error, where it was taken on the same scale; else it is
    left as it is.
    """
    if entry is None or entry.points is None:
        return {}
    mean = {"condition.severity": entry.points / POINTS}
    if entry.sd is None or entry.conversion:
        return mean
    true = np.sqrt(max(entry.sd**2 - toy.Assessment().error ** 2, 0.0)) / POINTS
    # The score is the mean of two levels that go together only in part, so it differs less than each of them.
    # Mean of two with correlation r: its variance is (1 + r) / 2 of theirs.
    together = np.sqrt((1 + toy.Condition().level_correlation) / 2)
    return {**mean, "condition.severity_spread": float(true / together)}


def count(
    course: toy.Course, what: str, arm: str, week: int, who: str = "everybody", baseline: Interval | None = None
) -> Numbers:
    """What is counted of each patient of an arm whom the trial takes in, shape (patients,).

    Args:
        what: a name in the table below. week: from the trial's beginning.
        who: "everybody", from week 0; or those still in treatment in the judged week, when the trial begins, who are
            "responders", "remitted", "residual" (responders not yet well), "not responded" or "not remitted" by then.
        baseline: (from, below) points at entry, if not all.
    """
    row, yardstick = course.arm(arm), course.model.assessment
    begin = 0 if who == "everybody" else yardstick.week
    end = begin + week
    stop, leave, relapse = course.stop_week[row], course.dropout_week[row], course.relapse_week[row]
    # Before treatment the true score, as in Course.response.
    start = course.ratings(begin)[row] if begin else course.at("symptoms", 0)[row]
    score, responded, goal = course.ratings(end)[row], course.responded[row], yardstick.remission_score
    at_steps = [course.ratings(step)[row] for step in range(begin + STEP, end, STEP)]
    low, high = baseline or (-np.inf, np.inf)
    severity = course.ratings(0)[row]
    inside = (low <= severity) & (severity < high) & (np.minimum(stop, leave) >= begin)
    inside &= {
        "everybody": True,
        "responders": responded,
        "remitted": responded & (start <= goal),
        "residual": responded & (start > goal),
        "not responded": ~responded,
        "not remitted": start > goal,
    }[who]
    table = {
        "score": score,
        "fall": start - score,
        "response": yardstick.is_response(score, start),
        "remission": score <= goal,
        "worse": score >= start + WORSE,
        "much worse": score >= start + MUCH_WORSE,
        "still severe": score >= SEVERE,
        "remission at a step": np.min([*at_steps, score], axis=0) <= goal,
        "stopped the drug": stop < end,
        "still taking": stop >= end,
        "ended early": np.minimum(stop, leave) < end,
        "relapse": relapse <= end,
        "no relapse": relapse > end,
        "sustained": responded & (relapse > end),
        "weeks to relapse": np.where(relapse <= end, relapse - begin, np.inf),
        # Its mean is the correlation of the two.
        "alliance and fall": standardise(course.cohort.traits.alliance) * standardise(start - score),
    }
    return table[what][inside]


def standardise(values: Numbers) -> Numbers:
    """Values with mean 0 and standard deviation 1."""
    return (values - values.mean()) / values.std()
