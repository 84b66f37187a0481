"""Six ways through care for the same toy people, under the same limits: who starts with what, who is offered the other.

A stepped way needs no run of its own. Until the step somebody lives the first plan; from then on, if offered and taken
up, the plan in which the other tool starts that week. Both are the same person with the same luck, so picking for each
person the life they live is exact (tests hold it against `SteppedCare`)."""

import dataclasses
import functools

import numpy as np

from toolkit.model import WAITING, Cohort, Course, Medication, Model, Plan, Therapy, simulate

from ..words import Words

WEEKS = 52

WAYS = Words(__package__).options("plan")
"""The ways through care, {name: words}."""


def model(coordination, leaving, **_):
    """The model that the controls describe."""
    return Model().replace({"adherence.coordination": coordination, "adherence.stopping": leaving})


def plans(step, wait, sessions, talk, until):
    """The six plans, of which the lives are picked."""
    drug = Medication(stop=until)
    now, later = (Therapy(start=start, stop=start + sessions) for start in (wait, step + wait))
    visits = Therapy(stop=until, sessions_per_week=talk) if talk else None
    return {
        WAITING: Plan(),
        "medication": Plan(drug, visits),
        "therapy": Plan(None, now),
        "both": Plan(drug, now),
        "medication, then therapy": Plan(drug, later),
        "therapy, then medication": Plan(Medication(start=min(step, until), stop=until), now),
        "medication so far": Plan(drug),
        "medication later": Plan(Medication(start=min(step, until), stop=until)),
    }


@dataclasses.dataclass(frozen=True)
class Pathways:
    """The lives of all ways. `ratings`: scores as rated, shape (weeks + 1, plans, people)."""

    course: Course
    ratings: np.ndarray
    plan: str
    week: int
    values: dict

    def chosen(self, share, purpose, week):
        """A share of the people at random: for the purpose "policy" by that of `Visit.chance`."""
        return self.course.cohort.draw_numbers(np.random.Generator.random, purpose, week) < share

    def come(self, week):
        """Who still comes to the first session in a week, after the wait before it."""
        kept = (1 - self.values["lose"] / 100) ** (self.values["wait"] / 4)
        return self.chosen(kept, "waiting", week)

    def unwell(self, plan, week):
        """Who has not responded in a week, by the rating."""
        ratings = self.ratings[:, self.course.arm(plan)]
        return ~self.course.model.assessment.is_response(ratings[week], ratings[0])

    @functools.cached_property
    def lived(self):
        """Which plan each person lives, by way: number of the plan, shape (people,)."""
        step, wait, arm = self.values["step"], self.values["wait"], self.course.arm
        accepts = self.chosen(self.values["accept"] / 100, "policy", step)
        came = self.come(wait)
        first = np.where(came, arm("therapy"), arm(WAITING))
        offered = self.unwell("medication so far", step) & accepts
        more = offered & self.come(step + wait)
        unwell = np.where(came, self.unwell("therapy", step), self.unwell(WAITING, step))
        drug = unwell & accepts
        everybody = np.ones_like(came)
        after = "therapy, then medication", "medication later"
        # Who takes the medication but gave up waiting for sessions has the medicine alone, from the step on.
        alone = arm("medication so far")
        return {
            "both": np.where(came, arm("both"), alone),
            "medication first": np.where(more, arm("medication, then therapy"), alone),
            "therapy first": np.where(drug, np.where(came, *map(arm, after)), first),
            "medication": everybody * arm("medication"),
            "therapy": first,
            WAITING: everybody * arm(WAITING),
        }

    def of(self, array, way):
        """From an array (…, plans, people) each person's own life, shape (…, people)."""
        return np.take_along_axis(array, self.lived[way].reshape((1,) * (array.ndim - 1) + (-1,)), axis=-2)[..., 0, :]

    @functools.cached_property
    def responses(self):
        """Percentage responding in every week, {way: shape (weeks + 1,)}, against each person's own true start."""
        start = self.course.symptoms[0, 0]
        better = self.course.model.assessment.is_response(self.ratings, start)
        return {way: 100 * self.of(better, way).mean(axis=1) for way in WAYS}

    def unwell_weeks(self, way):
        """Weeks of the year in which somebody is not yet responding, on average."""
        return float((100 - self.responses[way][1:]).sum() / 100)

    def sessions(self, way):
        """Sessions a person, on average; therapy inside a medication visit is not counted."""
        return 0.0 if way == "medication" else float(self.of(self.course.sessions_used, way).mean())

    def drug_weeks(self, way):
        """Weeks on the medication a person, on average."""
        return float(self.of(self.course.weeks_taken, way).mean())

    @property
    def accepting(self):
        """Percentage who take up the offer of the other tool, as set."""
        return self.values["accept"]

    def responding(self, way, week):
        """Percentage responding in a week on a way."""
        return self.responses[way][week]

    def well_after_adding(self, weeks=12):
        """Of those on the chosen step who got the other tool, percentage well some weeks later; nan if nobody did."""
        way = self.plan if self.plan.endswith("first") else "medication first"
        # Only therapy has a wait.
        added = self.values["step"] + (0 if way == "therapy first" else self.values["wait"])
        week = min(added + weeks, WEEKS)
        well = self.of(self.ratings, way)[week] <= self.course.model.assessment.remission_score
        return percent(well, self.added(way))

    def responding_by_going_on(self, weeks=16):
        """Of those not responding at the step on one tool, percentage responding some weeks later on that tool alone."""
        plan = "therapy" if self.plan.startswith("therapy") else "medication so far"
        week = min(self.values["step"] + weeks, WEEKS)
        ratings = self.ratings[:, self.course.arm(plan)]
        return percent(ratings[week] <= ratings[0] / 2, self.unwell(plan, self.values["step"]))

    def added(self, way):
        """Who got the other tool as well, on a stepped way."""
        wanted = {
            "medication first": ["medication, then therapy"],
            "therapy first": ["therapy, then medication", "medication later"],
        }[way]
        return np.isin(self.lived[way], [self.course.arm(plan) for plan in wanted])


def percent(people, among):
    """Percentage of `among` (who) for whom `people` (who) holds; nan if there is nobody."""
    return 100 * float(people[among].mean()) if among.any() else np.nan


@functools.lru_cache(maxsize=4)
def lives(people, seed, coordination, leaving, **limits):
    """The same people through every plan, and their ratings; kept, since reading another week changes nothing."""
    chosen = model(coordination, leaving)
    course = simulate(Cohort(size=people, seed=seed), plans(**limits), WEEKS, chosen, keep=("symptoms",))
    return course, course.ratings()


def run(people, seed, plan, week, coordination, leaving, **values):
    """Let the same people live every plan; returns Pathways."""
    limits = {name: values[name] for name in ("step", "wait", "sessions", "talk", "until")}
    return Pathways(*lives(people, seed, coordination, leaving, **limits), plan, week, values)
