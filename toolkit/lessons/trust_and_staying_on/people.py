"""The same people with the trust they bring and with more of it: who improves, who stays, and what is left of the effect."""

import dataclasses
import functools

import numpy as np

from toolkit.model import (
    BOTH,
    CONDITIONS,
    MEDICATION,
    POINTS,
    TRUST_WORLDS,
    Cohort,
    Course,
    Medication,
    Model,
    Therapy,
    daily_levels,
    four_plans,
    simulate_each,
)
from toolkit.model.adherence import EVERYDAY_STOPPING

WEEKS = 26
"""Weeks on the medication."""
SESSIONS = 16
"""Weeks of therapy, one session in each."""
CLEARLY = 18
"""Points by which the score of somebody who improved clearly has fallen; our choice, so that nearly half of all people do."""
DAYS, SETTLING, DIARIES = 56, 28, 200
USUAL = CONDITIONS["depression"]
MORE, LESS, AS_THEY_WERE, GIVEN = GROUPS = ("trust more", "trust less", "as they were", "given more trust")
"""Two halves of one group by the trust that they rated; then that group, and the same people with extra trust."""


@dataclasses.dataclass(frozen=True)
class Trust:
    """The same people twice, with the trust they bring and with more of it, and the diary of one person's days.

    show: "recovery" or "staying", what is drawn and told. week: in which improvement and staying are read. course, given: how
    they live with the trust they bring, and with more of it. rated: trust as each person rates it, in any unit, shape
    (people,). levels: one person's level day by day, standard doses. occupied: mean share of the target that is filled with
    the missed days, in many such diaries.
    """

    show: str
    week: int
    course: Course
    given: Course
    rated: np.ndarray
    levels: np.ndarray
    occupied: float

    @property
    def drug(self):
        """The medication."""
        return self.course.model.drug

    @functools.cached_property
    def falls(self):
        """Points by which each measured score has fallen since the start, by course, shape (weeks + 1, people)."""
        start = POINTS * self.course.cohort.traits.burden
        return [start - lived.ratings()[:, lived.arm(BOTH)] for lived in (self.course, self.given)]

    @property
    def trusting(self):
        """Who belongs to the half that trusts more, shape (people,)."""
        return self.rated >= np.median(self.rated)

    @functools.cached_property
    def improved(self):
        """People of 100 who have improved clearly, by group, shape (weeks + 1,)."""
        brought, given = (fall >= CLEARLY for fall in self.falls)
        named = zip(GROUPS, (brought[:, self.trusting], brought[:, ~self.trusting], brought, given), strict=True)
        return {group: 100 * people.mean(axis=1) for group, people in named}

    def people(self, group):
        """The same in the week that is read, as whole people."""
        return round(self.improved[group][self.week])

    @property
    def link(self):
        """How many more of 100 improved clearly in the half that trusts more."""
        return self.people(MORE) - self.people(LESS)

    @property
    def gain(self):
        """How many more of 100 improved clearly because trust was raised at random."""
        return self.people(GIVEN) - self.people(AS_THEY_WERE)

    @property
    def correlation(self):
        """Correlation of rated trust with the fall of the score."""
        return float(np.corrcoef(self.rated, self.falls[0][self.week])[0, 1])

    @property
    def pairs(self):
        """Of 100 pairs of people, those in which the one who trusts more has improved more, were both spread as a bell is."""
        return 50 + 100 * np.arcsin(self.correlation) / np.pi

    def still(self, arm, week=None, given=False):
        """People of 100 of an arm who still take the medication at the start of a week, or of each week up to the end."""
        lived = self.given if given else self.course
        stopped = lived.stop_week[lived.arm(arm)]
        weeks = np.arange(WEEKS + 1) if week is None else np.asarray(week)
        shares = 100 * (stopped >= weeks[..., None]).mean(axis=-1)
        return shares if shares.ndim else float(shares)

    @property
    def chain(self):
        """What is left of 100 % of the effect after each link, with a therapist and the extra trust, in the week that is read."""
        still = self.still(BOTH, self.week, given=True)
        return np.array(
            [100, still, still * self.drug.occupancy(1.0), still * min(self.occupied, self.drug.occupancy(1.0))]
        )

    @property
    def lost(self):
        """What each link loses, percentage points of the full effect."""
        return -np.diff(self.chain)

    @property
    def odds_ratio(self):
        """Odds of still taking the medication in week 13 with a therapist over those without."""
        shares = np.clip([self.still(arm, 13) / 100 for arm in (BOTH, MEDICATION)], 0.001, 0.999)
        odds = shares / (1 - shares)
        return float(odds[0] / odds[1])


def model(care, together, half_life, arrow, **_):
    """The model that the controls describe, in one of the worlds of trust."""
    usual = Model()
    return usual.replace(
        {
            "adherence.stopping": EVERYDAY_STOPPING if care == "routine" else usual.adherence.stopping,
            "adherence.coordination": together,
            "drug.half_life_days": half_life,
            **dict(TRUST_WORLDS[arrow].changes),
        }
    )


def run(show, week, rated, **values):
    """Let both groups live with the controls' values; returns a Trust."""
    course, given, levels, occupied = live(**values)
    ratings = TRUST_WORLDS[values["arrow"]].ratings(course, BOTH, rated)
    return Trust(show, week, course, given, ratings, levels, occupied)


@functools.lru_cache(maxsize=1)
def live(people, seed, extra, missed, side_effects, **values):
    """Both courses, one person's levels and the mean occupancy, kept until something is moved that changes lives."""
    here = model(**values)
    diaries = daily_levels(1 - missed / 100, SETTLING + DAYS, DIARIES, drug=here.drug, seed=seed)[SETTLING:]
    occupied = float(here.drug.occupancy(diaries).mean())
    # Weeks know no days: they get the steady dose that fills the target as much as the uneven days do.
    dose = here.drug.half_occupancy_level * occupied / (1 - occupied)
    named = four_plans(Medication(dose=dose, stop=WEEKS), Therapy(stop=SESSIONS))
    plans = {arm: named[arm] for arm in (MEDICATION, BOTH)}
    usual = dataclasses.replace(USUAL, side_effects=USUAL.side_effects * side_effects)

    more = (0.0, extra) if extra and TRUST_WORLDS[values["arrow"]].causes else (0.0,)
    trust = [dataclasses.replace(usual, alliance=USUAL.alliance + extra) for extra in more]
    lives = [(Cohort(people, seed, condition), here) for condition in trust]
    courses = simulate_each(lives, plans, WEEKS, keep=("symptoms",), keep_weeks=range(WEEKS + 1))
    return courses[0], courses[-1], diaries[:, 0], occupied
