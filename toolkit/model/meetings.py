"""Contact on its way through a run: once for all who leave therapy in the same week, or patient by patient under a policy."""

from typing import TYPE_CHECKING

import numpy as np

from .arrays import Amount, Flags, Numbers, Whole
from .model import Model

if TYPE_CHECKING:
    from .arms import Arms


class LeaveWeeks:
    """Mean contact in each step for each week in which somebody may leave therapy, the last standing for never.

    Contact from visits is the same for everybody in an arm, contact from sessions for all who leave in the same week.
        visits: shape (steps, arms), also what people have who never come to a session
        sessions: of both, in the arms with sessions, shape (steps, arms with sessions, weeks + 1)
        alike: whether it is one and the same number for everybody in every arm, shape (steps,)
    """

    def __init__(self, model: Model, arms: "Arms") -> None:
        contact, seen = model.contact, len(arms.plans)
        meeting = np.concatenate([arms.visits, arms.sessions > 0], axis=1)
        decay, mean = contact.pace(meeting, arms.step)
        before: Numbers = np.zeros((len(meeting) + 1, meeting.shape[1]))
        for now, after, goal, left in zip(before, before[1:], meeting, decay, strict=False):
            after[:] = goal + (now - goal) * left
        stayed = meeting + (before[:-1] - meeting) * mean
        self.visits = stayed[:, :seen]

        # Who leaves at the start of a week takes along what is there by then, and it fades.
        leaves = arms.steps_per_week * np.arange(arms.weeks + 1)
        since = np.arange(len(meeting))[:, None] - leaves
        decay_alone, mean_alone = contact.pace(np.zeros(1, dtype=bool), arms.step)
        fading = mean_alone * decay_alone ** np.maximum(since, 0)
        left_alone = before[leaves, seen:].T * fading[:, None]
        from_sessions = np.where(since[:, None] < 0, stayed[:, seen:, None], left_alone)
        self.sessions = contact.together(self.visits[:, arms.therapy, None], from_sessions)

        first = self.visits[:, :1]
        self.alike = (self.visits == first).all(axis=1) & (self.sessions == first[..., None]).all(axis=(1, 2))


class ScheduledMeetings:
    """Contact in arms without a policy: everybody is looked up by the week in which they leave therapy."""

    def __init__(self, arms: "Arms", leaving_week: Whole) -> None:
        self.courses, self.therapy, self.shape = arms.contact, arms.therapy, (len(arms.plans), leaving_week.shape[1])
        self.lookup = leaving_week + (arms.weeks + 1) * np.arange(len(leaving_week))[:, None]

    def step(self, number: int) -> Amount:
        """Mean contact over a step: one number if it is that of everybody, else shape (arms, patients)."""
        courses = self.courses
        if courses.alike[number]:
            return courses.visits[number, 0]
        everybody = np.empty(self.shape)
        everybody[:] = courses.visits[number][:, None]
        everybody[self.therapy] = courses.sessions[number].take(self.lookup)
        return everybody


class IndividualMeetings:
    """Contact in an arm with a policy: visits as planned and with every further dose that is ordered, sessions as ordered."""

    def __init__(self, arms: "Arms", patients: int) -> None:
        self.contact, self.step_weeks, self.planned = arms.model.contact, arms.step, arms.visits[:, 0]
        self.now: Numbers = np.zeros((2, 1, patients))

    def step(self, number: int, prescribed: Flags, coming: Flags) -> Numbers:
        """Mean contact over a step, shape (1, patients).

        Args:
            prescribed: whether a dose is ordered that the plan does not hold, which brings visits along.
            coming: whether sessions are ordered and come to.
        """
        meeting = np.stack([self.planned[number] | prescribed, coming])
        self.now, (visits, sessions) = self.contact.step(self.now, meeting, self.step_weeks)
        return self.contact.together(visits, sessions)
