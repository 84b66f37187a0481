"""The toy's own trials: the same arms, weeks and people as a published one. Which trial is which is data, in trials.toml."""

import dataclasses

import numpy as np

from toolkit.model import CONDITIONS, Cohort, DrugSearch, MeasuredCare, Medication, Model, Plan, SteppedCare, Therapy
from toolkit.model import Orders, Taper, simulate

STEP = 12
"""Weeks that one medicine is tried before a search for the right one moves on."""


@dataclasses.dataclass(frozen=True)
class Boosters:
    """Policy: sessions as planned until `week`, then boosters until `until` (weeks), monthly where nothing else is said."""

    week: int
    until: int
    sessions_per_week: float = 0.25

    def __call__(self, visit):
        return Orders(sessions=self.sessions_per_week if self.week <= visit.week < self.until else None)


POLICIES = {"boosters": Boosters, "search": DrugSearch, "measured": MeasuredCare, "stepped": SteppedCare}
PARTS = {"medication": Medication, "therapy": Therapy, "taper": Taper}


def built(kind, values):
    """A plan, a part of one or a policy from its data; an inner table is a part of its own."""
    inner = {name: built(PARTS[name], value) if name in PARTS else value for name, value in values.items()}
    policies = [built(POLICIES[name], inner.pop(name)) for name in POLICIES if name in inner]
    return kind(**inner, **({"policy": policies[0]} if policies else {}))


@dataclasses.dataclass(frozen=True)
class Trial:
    """A trial that the toy runs.

    weeks: length of the run. arms: {name: data of a Plan}. condition: name in CONDITIONS. judged: week in which response
    is judged; a trial that takes in people who have already been treated begins then.
    """

    weeks: int
    arms: dict
    condition: str = "depression"
    judged: int = 12

    def run(self, changes, size, seed, weeks=None):
        """Course of `size` toy patients through all arms.

        Args:
            changes: {"part.parameter": value} on top of what the condition changes; "condition.…" changes the condition.
            weeks: a shorter run, if not all is needed.
        """
        people = {name: value for name, value in changes.items() if name.startswith("condition.")}
        other = {name: value for name, value in changes.items() if name not in people}
        described = dataclasses.replace(
            CONDITIONS[self.condition], **{name.removeprefix("condition."): value for name, value in people.items()}
        )
        model = Model.for_condition(described).replace({**other, "assessment.week": self.judged})
        plans = {name: built(Plan, plan) for name, plan in self.arms.items()}
        return simulate(Cohort(size, seed, described), plans, weeks or self.weeks, model, keep=("symptoms",))


WHO = ("everybody", "responders", "remitted", "residual", "not responded", "not remitted")
"""Whom a trial takes in. All but "everybody" enter in the judged week and are still in treatment then; "residual" are
responders who are not yet well."""


def taken_in(course, who, row, baseline):
    """Which patients of an arm a trial takes in, shape (patients,)."""
    low, high = baseline or (-np.inf, np.inf)
    severity = course.measured(0)[row]
    inside = (low <= severity) & (severity < high)
    if who == "everybody":
        return inside
    week = course.model.assessment.week
    inside &= (course.stop_week[row] >= week) & (course.dropout_week[row] >= week)
    responded, well = course.responded[row], course.measured(week)[row] <= course.model.assessment.remission_score
    return inside & {
        "responders": responded,
        "remitted": responded & well,
        "residual": responded & ~well,
        "not responded": ~responded,
        "not remitted": ~well,
    }[who]


def counted(course, what, arm, week, who="everybody", baseline=None):
    """What is counted of each patient of an arm whom the trial takes in, shape (patients,); week counts from its beginning."""
    row, model = course.arm(arm), course.model.assessment
    begin = 0 if who == "everybody" else model.week
    inside = taken_in(course, who, row, baseline)
    return COUNTED[what](course, row, begin, begin + week)[inside]


def entry(course, row, begin):
    """Score at the beginning of a trial: for those not yet treated the true one, as in `Course.response`."""
    return course.at("symptoms", 0)[row] if begin == 0 else course.measured(begin)[row]


def bond(course, row, begin, week):
    """Product of standardised alliance and standardised fall of the score: its mean is their correlation."""
    pair = course.cohort.traits.alliance, entry(course, row, begin) - course.measured(week)[row]
    one, other = ((values - values.mean()) / values.std() for values in pair)
    return one * other


def well_at_a_step(course, row, begin, week):
    """Whether remission was seen at the end of any step of a search until that week."""
    seen = [course.measured(step)[row] for step in range(begin + STEP, week + 1, STEP)]
    return np.min(seen, axis=0) <= course.model.assessment.remission_score


COUNTED = {
    "score": lambda course, row, begin, week: course.measured(week)[row],
    "fall": lambda course, row, begin, week: entry(course, row, begin) - course.measured(week)[row],
    "response": lambda course, row, begin, week: course.measured(week)[row]
    <= (1 - course.model.assessment.response_share) * entry(course, row, begin),
    "remission": lambda course, row, begin, week: course.measured(week)[row] <= course.model.assessment.remission_score,
    "remission at a step": well_at_a_step,
    "stopped the drug": lambda course, row, begin, week: course.stop_week[row] < week,
    "still taking": lambda course, row, begin, week: course.stop_week[row] >= week,
    "ended early": lambda course, row, begin, week: np.minimum(course.stop_week, course.dropout_week)[row] < week,
    "relapse": lambda course, row, begin, week: course.relapse_week[row] <= week,
    "no relapse": lambda course, row, begin, week: course.relapse_week[row] > week,
    "sustained": lambda course, row, begin, week: course.responded[row] & (course.relapse_week[row] > week),
    "weeks to relapse": lambda course, row, begin, week: np.where(
        course.relapse_week[row] <= week, course.relapse_week[row] - begin, np.inf
    ),
    "alliance and fall": bond,
}
"""What can be counted, by name: shape (patients,) of an arm's row, for a trial from week `begin` to `week` of the run."""
