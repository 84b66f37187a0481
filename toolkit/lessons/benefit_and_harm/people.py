"""The same people under two plans: who improves because of one of them; and what a plan costs, as studies counted it."""

import dataclasses
import functools

import numpy as np

from toolkit.evidence import Harm, finding, harms
from toolkit.model import (
    BOTH,
    DUMMY,
    MEDICATION,
    THERAPY,
    WAITING,
    Cohort,
    Course,
    Estimate,
    Medication,
    Plan,
    Therapy,
    Visits,
    number_needed_to_treat,
    risk_gain,
    simulate,
)

WEEKS = 52
SESSIONS = 16
"""Weeks of therapy, one session in each."""
PEOPLE = 1000
"""People who are simulated, and people in each group of the trial whose interval is told."""
GIVEN = {
    WAITING: {},
    DUMMY: {"visits": Visits(stop=WEEKS)},
    MEDICATION: {"medication": Medication(stop=WEEKS)},
    THERAPY: {"therapy": Therapy(stop=SESSIONS)},
    BOTH: {"medication": Medication(stop=WEEKS), "therapy": Therapy(stop=SESSIONS)},
}
"""What people get in each plan."""
WITH_MEDICATION, WITH_THERAPY = (MEDICATION, BOTH), (THERAPY, BOTH)

STOPPING, BOTHERED, SEXUAL, AFTER, WORSE, LASTING, YOUNG = (
    *("stopping", "bothered", "sexual problem", "after stopping", "worse", "lasting", "young"),
)
RECORDS = {
    STOPPING: ("arroll2009_primarycare", "stopped because of side effects"),
    BOTHERED: ("hu2004_sideeffects", "bothered by at least one side effect"),
    SEXUAL: ("hu2004_sideeffects", "bothered by sexual problems"),
    AFTER: ("henssler2024_withdrawal", "felt unwell on stopping"),
    WORSE: ("cuijpers2018_deterioration", "got worse"),
    LASTING: ("crawford2016_negative", "lasting bad effects"),
    YOUNG: ("bridge2007_youth", "suicidal thoughts"),
}
"""The record and the beginning of what it counted, for every cost."""

BECAUSE, ANYWAY, OTHERWISE, NEITHER = "because", "anyway", "otherwise", "neither"
"""Kinds of people on the left: improved only under plan 2, under both, only under plan 1, under neither so far."""
ADDED, PERHAPS, EITHER, ALONE, SPARED, FREE, UNCOUNTED = (
    *("added", "perhaps", "either", "alone", "spared", "free", "uncounted"),
)
"""Kinds on the right: has it because of the plan; perhaps so; has it either way; has it, with nothing to compare; only without the
plan; does not have it; nobody counted."""


@functools.cache
def harm(cost: str) -> Harm:
    """What was counted of a cost."""
    id, says = RECORDS[cost]
    [found] = [one for one in harms() if one.finding.id == id and says in one.says]
    return found


@functools.cache
def review():
    """Shares of young people who improved with a dummy pill, and more of them with an antidepressant, (share, Estimate)."""
    found = finding(RECORDS[YOUNG][0])
    return found.arm("placebo, depression", "response").number, Estimate(found.effect.value, *found.effect.ci)


def worse_without_therapy():
    """Share who got worse without therapy: our sum, from the middle trial's share in therapy and the pooled ratio."""
    return harm(WORSE).treated / harm(WORSE).finding.effect.value


def count(cost, plan):
    """Share of people with a cost under a plan, as counted; None where nobody counted, which is not 0."""
    found = harm(cost)
    if cost == WORSE and plan == WAITING:
        return worse_without_therapy()
    if plan in (WITH_THERAPY if found.of == "therapy" else WITH_MEDICATION):
        return found.treated if found.range is None else found.range[1]
    return found.untreated if plan == DUMMY else None


def price(cost, plan):
    """What the right square shows: {kind: share of people}, in the order in which they are drawn."""
    found, share = harm(cost), count(cost, plan)
    if share is None:
        return {UNCOUNTED: 1.0}
    if plan in (WAITING, DUMMY):
        kinds = {ALONE: share}
    elif cost == WORSE:
        kinds = {EITHER: share, SPARED: worse_without_therapy() - share}
    elif found.range:
        least, most = found.range
        kinds = {ADDED: least, PERHAPS: most - least}
    elif found.untreated is None:
        kinds = {ALONE: share}
    else:
        kinds = {ADDED: found.extra, EITHER: found.untreated}
    return kinds | {FREE: 1 - sum(kinds.values())}


@dataclasses.dataclass(frozen=True)
class Decision:
    """Two plans for the same people, read in one week, and one cost of the second.

    one, two: what became of the people under either plan. benefit: "symptoms" or "everyday life". of: 100 or 1,000 people.
    ines, pavel: people bothered by a side effect whom they would accept for one more who improves.
    """

    otherwise: str
    chosen: str
    benefit: str
    cost: str
    of: int
    wish: str
    week: int
    ines: int
    pavel: int
    one: Course
    two: Course

    @property
    def course(self):
        """What became of the people under plan 2."""
        return self.two

    @property
    def is_review(self):
        """Whether both squares are those of a review of young people, and none is simulated."""
        return self.cost == YOUNG

    def improved(self, course, week=None):
        """Who has improved under a plan by a week, shape (people,)."""
        week = self.week if week is None else week
        if self.benefit == "symptoms":
            return course.responders(week)[0]
        lost = course.impairment[:, 0]
        return lost[week] <= lost[0] / 2

    def kinds(self, week=None):
        """What the left square shows: {kind: share of people}, in the order in which they are drawn."""
        if self.is_review:
            anyway, more = review()
            return {BECAUSE: more.value, ANYWAY: anyway, NEITHER: 1 - anyway - more.value}
        one, two = self.improved(self.one, week), self.improved(self.two, week)
        who = {BECAUSE: two & ~one, ANYWAY: one & two, OTHERWISE: one & ~two, NEITHER: ~one & ~two}
        return {kind: float(people.mean()) for kind, people in who.items()}

    def improved_by(self, week):
        """Improved people of both plans by a week, plan 2 first: two numbers of PEOPLE."""
        return tuple(int(self.improved(course, week).sum()) for course in (self.two, self.one))

    @functools.cached_property
    def counts(self):
        """The same in the week that is read."""
        return self.improved_by(self.week)

    @property
    def gain(self):
        """More who improve under plan 2, as a share, with the interval of a trial that has PEOPLE in each group."""
        two, one = self.counts
        return review()[1] if self.is_review else risk_gain(two, PEOPLE, one, PEOPLE)

    def needed_by(self, week):
        """How many get plan 2 for one more to improve, with its interval; None where the interval of the gain holds 0."""
        two, one = self.improved_by(week)
        gain = risk_gain(two, PEOPLE, one, PEOPLE)
        return None if gain.low <= 0 <= gain.high else number_needed_to_treat(two, PEOPLE, one, PEOPLE)

    @functools.cached_property
    def needed(self):
        """The same in the week that is read; None for a review, which has its own."""
        return None if self.is_review else self.needed_by(self.week)

    @property
    def more(self):
        """More people of 100 who improve on the medication than with a dummy pill, for the studies; nan under other plans."""
        asked = (self.otherwise, self.chosen) == (DUMMY, MEDICATION) and not self.is_review
        return 100 * self.gain.value if asked else np.nan

    @property
    def times(self):
        """How many times as many improve under plan 2 as under plan 1, for the studies; nan where it is not known."""
        two, one = self.counts
        return two / one if one and not self.is_review else np.nan

    @property
    def price(self):
        """What the right square shows: {kind: share of people}."""
        return price(self.cost, MEDICATION if self.is_review else self.chosen)

    @property
    def taking(self):
        """Share still taking the medication of plan 2 in the week that is read; None where it has none."""
        return float((self.two.dose[self.week] > 0).mean()) if self.chosen in WITH_MEDICATION else None

    @property
    def ratio(self):
        """People bothered by a side effect for one more who improves, at the most; None where it cannot be worked out."""
        share, because = count(BOTHERED, self.chosen), self.kinds().get(BECAUSE, 0)
        if self.cost != BOTHERED or share is None or self.needed is None or self.needed.value < 0:
            return None
        return share / because

    def accepts(self, most):
        """Whether somebody who accepts so many would take plan 2; None where there is no ratio."""
        return None if self.ratio is None else most >= self.ratio


def run(otherwise, chosen, benefit, cost, of, wish, week, ines, pavel, seed):
    """Let the same people live both plans; returns a Decision. The wish is about plan 2."""
    one, two = live(otherwise, "not asked", seed), live(chosen, wish, seed)
    return Decision(otherwise, chosen, benefit, cost, of, wish, week, ines, pavel, one, two)


@functools.lru_cache(maxsize=12)
def live(plan, wish, seed):
    """The year of the people under one plan, kept: chance is the same for a person in every plan."""
    plans = {plan: Plan(**GIVEN[plan], wish=wish)}
    return simulate(Cohort(PEOPLE, seed), plans, WEEKS, keep=("symptoms", "dose"))
