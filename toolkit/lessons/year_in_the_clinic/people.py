"""A list for a year: a rule that shares out sessions and medication, and the same people waiting and with everything."""

import dataclasses
import functools

import numpy as np

from toolkit.lessons.words import Words
from toolkit.model import CONDITIONS, WAITING, Cohort, Course, Medication, Orders, Plan, Therapy, simulate

WORDS = Words(__package__)

WEEKS, HEAVY, STEP = 52, 24, 12
"""Weeks of the year; points at entry from which somebody counts as severely ill; week in which a stepped rule looks."""

MIXED = dataclasses.replace(CONDITIONS["depression"], severity_spread=0.35)
"""The people of a clinic: a wider mixture than in a trial."""


@dataclasses.dataclass(frozen=True)
class Rule:
    """Policy: who gets sessions and medication, from a number of sessions a year that is spread over its weeks.

    A week's sessions go to those in the middle of their course first, then to the next on the list; what nobody can use in
    its week is lost. It sees what a clinician sees (`Visit`), and keeps in its notes how many sessions each has had.

    Args:
        budget: sessions a year for all. each: sessions in a course, one a week.
        who: who is on the list: "all", "heavy" (HEAVY points or more at entry), or "stepped" (not responding, from week STEP).
        order: visit -> a number for each person, the lowest is next; or a key of ORDERS.
        medication: who gets it: "nobody", "heavy", "all", or "waiting" (until the first session).
    """

    budget: int
    each: int
    who: str
    order: object
    medication: str

    def __call__(self, visit):
        had = visit.notes.setdefault("had", np.zeros(visit.dose.size, dtype=int))
        listed = {
            "all": True,
            "heavy": visit.first_score >= HEAVY,
            "stepped": (visit.week >= STEP) & (visit.score > visit.first_score / 2),
        }[self.who]
        inside = (had > 0) & (had < self.each) & visit.in_therapy
        wants = inside | ((had == 0) & listed)
        order = ORDERS.get(self.order, self.order)(visit)
        queue = np.lexsort((np.arange(had.size), order, ~inside, ~wants))
        next_ones = queue[: min(self.sessions(visit.week), int(wants.sum()))]
        now = np.zeros(had.size)
        now[next_ones] = 1.0
        visit.notes["had"] = had + now.astype(int)
        takes = {"nobody": False, "heavy": visit.first_score >= HEAVY, "all": True, "waiting": visit.notes["had"] == 0}
        return Orders(dose=np.where(takes[self.medication], 1.0, 0.0), sessions=now)

    def sessions(self, week):
        """Sessions that there are in a week."""
        return self.budget * (week + 1) // WEEKS - self.budget * week // WEEKS


ORDERS = {
    "list": lambda visit: np.arange(visit.dose.size),
    "heavy": lambda visit: -visit.first_score,
    "light": lambda visit: visit.first_score,
    "today": lambda visit: -visit.score,
}
"""Orders by name: as they came, the sickest at entry first, the least ill first, the most ill today first."""


@dataclasses.dataclass(frozen=True)
class Year:
    """What a year under a rule came to, beside the same people on a waiting list and with both at once for everybody."""

    course: Course
    values: dict

    @functools.cached_property
    def entry(self):
        """Scores at entry as rated, shape (people,)."""
        return self.course.ratings(0)[0]

    @functools.cached_property
    def began(self):
        """Week of each person's first session under the rule, inf if none, shape (people,)."""
        came = self.course.sessions[:, 0] > 0
        return np.where(came.any(axis=0), came.argmax(axis=0) - 1, np.inf)

    @property
    def medicated(self):
        """Who took the medication at some time under the rule, shape (people,)."""
        return (self.course.dose[:, 0] > 0).any(axis=0)

    @functools.cached_property
    def responding(self):
        """Who responds, shape (weeks + 1, arms, people), by the rating against each person's own true start."""
        return self.course.responders()

    @property
    def bought(self):
        """People more who respond at the end than on a waiting list, of 100."""
        end = 100 * self.responding[WEEKS].mean(axis=1)
        return float(end[0] - end[1])

    @property
    def weeks_ill(self):
        """Weeks of the year a person did not respond, on average, under the rule."""
        return float((~self.responding[1:, 0]).sum(axis=0).mean())

    @property
    def used(self):
        """Sessions come to, all in all."""
        return int(self.course.sessions_used[0].sum())

    @property
    def groups(self):
        """Who is who, {words: shape (people,)}: thirds by score at entry, and thirds of the list."""
        size = self.entry.size
        third = {"illness": np.argsort(np.argsort(-self.entry)) * 3 // size, "list": np.arange(size) * 3 // size}
        names = WORDS.says("groups")
        return {name: third[kind] == place for kind, some in names.items() for place, name in enumerate(some)}

    @property
    def started(self):
        """People of 100 who started therapy."""
        return 100 * float(np.isfinite(self.began).mean())

    @property
    def halved(self):
        """People of 100 whose symptoms have at least halved at the end, under the rule."""
        return 100 * float(self.responding[WEEKS, 0].mean())


@functools.lru_cache(maxsize=8)
def run(people, seed, budget, each, **rule):
    """Let a list live a year under the rule; `budget` is for 100 people. Returns a Year."""
    policy = Rule(budget=budget * people // 100, each=each, **rule)
    return year(policy, people, seed, {"people": people, "budget": budget, "each": each, **rule})


def year(policy, people=100, seed=1, values=None):
    """A Year under any policy, such as one of your own."""
    everything = Plan(Medication(stop=WEEKS), Therapy())
    plans = {"rule": Plan(policy=policy), WAITING: Plan(), "both for all": everything}
    cohort = Cohort(people, seed, MIXED)
    return Year(simulate(cohort, plans, WEEKS, keep=("symptoms", "sessions", "dose")), values or {})
