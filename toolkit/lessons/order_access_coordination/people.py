"""Six ways through care for the same simulated people, under the same limits: who starts with what, who is offered the other.

A stepped way needs no run of its own. Until the step somebody lives the first plan; from then on, if offered and taken
up, the plan in which the other treatment starts that week. Both are the same person with the same luck, so picking for each
person the life they live is exact (tests hold it against `SteppedCare`)."""

import dataclasses
import functools

import numpy as np

from toolkit.lessons.words import Words
from toolkit.model import WAITING, Cohort, Medication, Model, Plan, Therapy, simulate

WEEKS = 52
FULL = 16
"""Sessions of both from the start where none are saved: what saving is held against."""

KEPT = 24
"""Lives of one model that are kept: a move of one control leaves most plans as they were."""

WAYS = Words(__package__).options("plan")
"""The ways through care, {name: words}."""


def model(coordination, leaving, **_):
    """The model that the controls describe."""
    return Model().replace({"adherence.coordination": coordination, "adherence.stopping": leaving})


def plans(step, wait, sessions, talk, until):
    """The plans of which the lives are picked, {name: Plan}."""
    drug, late = Medication(stop=until), Medication(start=min(step, until), stop=until)
    at_once, now, later = (Therapy(start=start, stop=start + sessions) for start in (0, wait, step + wait))
    visits = Therapy(stop=until, sessions_per_week=talk) if talk else None
    return {
        WAITING: Plan(),
        "medication": Plan(drug, visits),
        "therapy": Plan(None, now),
        "therapy without a wait": Plan(None, at_once),
        "both": Plan(drug, now),
        "both in full": Plan(drug, Therapy(start=wait, stop=wait + FULL)),
        "medication, then therapy": Plan(drug, later),
        "therapy, then medication": Plan(late, now),
        "medication so far": Plan(drug),
        "medication later": Plan(late),
    }


@dataclasses.dataclass(frozen=True)
class Life:
    """One plan, lived by everybody. Scores as rated and who has clearly improved against their own true start: both of shape
    (weeks + 1, people); sessions come to and weeks on the medication: shape (people,)."""

    ratings: np.ndarray
    better: np.ndarray
    sessions: np.ndarray
    drug_weeks: np.ndarray


@dataclasses.dataclass(frozen=True)
class Pathways:
    """The lives of all plans, {name: Life}, and what was set."""

    cohort: Cohort
    model: Model
    lives: dict
    plan: str
    week: int
    values: dict

    def chosen(self, share, purpose, week):
        """A share of the people at random: for the purpose "policy" by that of `Visit.chance`."""
        return self.cohort.draw_numbers(np.random.Generator.random, purpose, week) < share

    def come(self, week):
        """Who still comes to the first session in a week, after the wait before it."""
        kept = (1 - self.values["lose"] / 100) ** (self.values["wait"] / 4)
        return self.chosen(kept, "waiting", week)

    def unwell(self, plan, week):
        """Who has not responded in a week, by the rating."""
        ratings = self.lives[plan].ratings
        return ~self.model.assessment.is_response(ratings[week], ratings[0])

    @functools.cached_property
    def lived(self):
        """Who lives which plan, {way: {plan: shape (people,)}}."""
        step, wait = self.values["step"], self.values["wait"]
        accepts = self.chosen(self.values["accept"] / 100, "policy", step)
        came = self.come(wait)
        more = self.unwell("medication so far", step) & accepts & self.come(step + wait)
        drug = np.where(came, self.unwell("therapy", step), self.unwell(WAITING, step)) & accepts
        everybody = np.ones_like(came)
        return {
            # Who takes the medication but gave up waiting for sessions has the medication alone.
            "both": {"both": came, "medication so far": ~came},
            "medication first": {"medication, then therapy": more, "medication so far": ~more},
            "therapy first": {
                "therapy, then medication": came & drug,
                "therapy": came & ~drug,
                "medication later": ~came & drug,
                WAITING: ~came & ~drug,
            },
            "medication": {"medication": everybody},
            "therapy": {"therapy": came, WAITING: ~came},
            WAITING: {WAITING: everybody},
        }

    def of(self, what, way):
        """A field of Life, each person's own on a way, shape (…, people)."""
        return sum(getattr(self.lives[plan], what) * who for plan, who in self.lived[way].items() if who.any())

    @functools.cached_property
    def responses(self):
        """Of 100 people, how many have clearly improved in every week, {way: shape (weeks + 1,)}."""
        return {
            way: 100 * sum(self.lives[plan].better @ who for plan, who in lived.items() if who.any()) / self.cohort.size
            for way, lived in self.lived.items()
        }

    def people(self, way, week):
        """The same as it is told: a whole number."""
        return round(self.responses[way][week])

    def behind(self, way):
        """By how many of 100 people a way is behind both from the start in each week, shape (weeks + 1,), as it is told."""
        return np.round(self.responses["both"]) - np.round(self.responses[way])

    @property
    def in_full(self):
        """Of 100 people on both from the start with no session saved, how many have improved clearly, shape (weeks + 1,)."""
        came = self.lived["both"]["both"]
        better = self.lives["both in full"].better @ came + self.lives["medication so far"].better @ ~came
        return np.round(100 * better / self.cohort.size)

    def unwell_weeks(self, way):
        """Weeks of the year in which somebody has not yet clearly improved, on average."""
        return not_yet(self.responses[way])

    @property
    def without_wait(self):
        """Therapy alone had there been no wait: of 100 people clearly improved by week, shape (weeks + 1,)."""
        return 100 * self.lives["therapy without a wait"].better.mean(axis=1)

    def sessions(self, way):
        """Sessions a person, on average; therapy inside a medication visit is not counted."""
        return 0.0 if way == "medication" else float(self.of("sessions", way).mean())

    def drug_weeks(self, way):
        """Weeks on the medication a person, on average."""
        return float(self.of("drug_weeks", way).mean())

    @property
    def accepting(self):
        """Percentage who take up the offer of the second treatment, as set."""
        return self.values["accept"]

    def responding(self, way, week):
        """Percentage clearly improved in a week on a way."""
        return self.responses[way][week]

    def well_after_adding(self, weeks=12):
        """Of those on the chosen step who got the second treatment, percentage well some weeks later; nan if nobody did."""
        way = self.plan if self.plan.endswith("first") else "medication first"
        # Only therapy has a wait.
        added = self.values["step"] + (0 if way == "therapy first" else self.values["wait"])
        well = self.of("ratings", way)[min(added + weeks, WEEKS)] <= self.model.assessment.remission_score
        return percent(well, self.added(way))

    def responding_by_going_on(self, weeks=16):
        """Of those not responding at the step on one treatment, percentage responding some weeks later on that one alone."""
        plan = "therapy" if self.plan.startswith("therapy") else "medication so far"
        ratings = self.lives[plan].ratings
        week = min(self.values["step"] + weeks, WEEKS)
        return percent(ratings[week] <= ratings[0] / 2, self.unwell(plan, self.values["step"]))

    def added(self, way):
        """Who got the second treatment, on a stepped way, shape (people,)."""
        seconds = ("medication, then therapy", "therapy, then medication", "medication later")
        return np.any([who for plan, who in self.lived[way].items() if plan in seconds], axis=0)


def not_yet(shares):
    """Weeks of the year in which somebody has not yet clearly improved, from how many of 100 are in each, shape (weeks + 1,)."""
    return float((100 - shares[1:]).sum() / 100)


def percent(people, among):
    """Percentage of `among` (who) for whom `people` (who) holds; nan if there is nobody."""
    return 100 * float(people[among].mean()) if among.any() else np.nan


@functools.lru_cache(maxsize=1)
def kept(people, seed, chosen):
    """What was lived under one model so far, {Plan: Life}, filled by `live`."""
    return {}


def live(cohort, chosen, wanted):
    """The Life of every plan wanted, {name: Life}; only plans that have not been lived under this model are run."""
    known = kept(cohort.size, cohort.seed, chosen)
    new = dict.fromkeys(plan for plan in wanted.values() if plan not in known)
    if new:
        if len(known) > KEPT:
            known.clear()
            new = dict.fromkeys(wanted.values())
        course = simulate(
            cohort, {str(number): plan for number, plan in enumerate(new)}, WEEKS, chosen, keep=("symptoms",)
        )
        ratings = course.ratings()
        better = chosen.assessment.is_response(ratings, course.symptoms[0, 0])
        for arm, plan in enumerate(new):
            scores = np.ascontiguousarray(ratings[:, arm]), better[:, arm].astype(float)
            known[plan] = Life(*scores, course.sessions_used[arm], course.weeks_taken[arm])
    return {name: known[plan] for name, plan in wanted.items()}


def run(people, seed, plan, week, coordination, leaving, **values):
    """Let the same people live every plan; returns Pathways."""
    cohort, chosen = Cohort(size=people, seed=seed), model(coordination, leaving)
    wanted = plans(**{name: values[name] for name in ("step", "wait", "sessions", "talk", "until")})
    if not (values["wait"] and values["lose"]):
        del wanted["medication later"]  # nobody gives up, so nobody lives it
    return Pathways(cohort, chosen, live(cohort, chosen, wanted), plan, week, values)
