"""A year of four plans: who lives it, and who helps more when."""

import dataclasses
import functools

import numpy as np

from toolkit.model import (
    BOTH,
    CONDITIONS,
    DUMMY,
    MEDICATION,
    THERAPY,
    WAITING,
    Cohort,
    Course,
    Medication,
    Model,
    Plan,
    Therapy,
    Visits,
    four_plans,
    simulate,
)

WEEKS = 52

PEOPLE = 1000

SEVERITY = {"milder": 0.75, "typical": 1.0, "severe": 1.35}

TREATMENTS = (MEDICATION, THERAPY, BOTH)

LEAST = 0.05
"""Points of a lead that can be read: smaller ones are 0.0 in words."""


@dataclasses.dataclass(frozen=True)
class Year:
    """A year of four plans, for all 1,000 people or for the first of them, read in one week."""

    course: Course
    people: int
    who: str
    week: int

    @property
    def one_person(self):
        """Whether a single life is shown."""
        return self.people == 1

    @functools.cached_property
    def scores(self):
        """Scores of those who are shown, {group: shape (weeks + 1, people)}."""
        return {name: self.course.symptoms[:, place, : self.people] for place, name in enumerate(self.course.arms)}

    @functools.cached_property
    def means(self):
        """Mean score in each week, {group: shape (weeks + 1,)}."""
        return {name: scores.mean(axis=1) for name, scores in self.scores.items()}

    @functools.cached_property
    def gains(self):
        """Points better than with a dummy pill in each week, {treatment: shape (weeks + 1,)}."""
        return {name: self.means[DUMMY] - self.means[name] for name in TREATMENTS}

    @property
    def lead(self):
        """Points by which medication is ahead of therapy in the week that is read; below 0: therapy is ahead."""
        return self.gains[MEDICATION][self.week] - self.gains[THERAPY][self.week]

    @property
    def passing(self):
        """First week in which therapy helps more than medication; None if there is none."""
        ahead = np.flatnonzero(self.gains[THERAPY] > self.gains[MEDICATION] + LEAST)
        return int(ahead[0]) if ahead.size else None

    def response(self, group, week):
        """People of 100 whose score has fallen by half, in a trial that begins with everything and keeps medication all year."""
        trial = live_trial(self.course.cohort, self.course.model)
        return 100 * trial.response(week)[trial.arm(group)]

    def well_untreated(self, week):
        """People of 100 who are well by then on a waiting list, whom nobody sees."""
        return 100 * live_waiting(self.course.cohort, self.course.model).remission(week)[0]

    def relapsed(self, ending):
        """People of 100 who had responded and relapse in the year after 16 weeks of treatment; nan if nobody had."""
        _, relapses = live_after(self.course.cohort, self.course.model).relapses(ending)
        return 100 * relapses.mean() if relapses.size else np.nan


def model(medication, therapy, door, **_):
    """The model that the controls describe: nobody leaves early, and nothing interacts unless the door is on."""
    usual = Model()
    return Model.additive().replace(
        {
            "drug.strength": medication * usual.drug.strength,
            "skill.strength": therapy * usual.skill.strength,
            "gate.strength": usual.gate.strength if door else 0.0,
        }
    )


def cohort(who, seed):
    """1,000 people who start milder, typical or severe."""
    return Cohort(PEOPLE, seed, dataclasses.replace(CONDITIONS["depression"], severity=SEVERITY[who]))


def run(people, who, week, seed, **values):
    """The year of 1,000 people with the controls' values; returns a Year."""
    return Year(live(who, seed, **values), people, who, week)


@functools.lru_cache(maxsize=1)
def live(who, seed, stop, start, sessions, **values):
    """The four plans' course, kept until something else than the week or whose lives are shown is moved.

    In all four people are seen all year: so the slider of the medication moves the medication alone, not who is seen.
    """
    plans = {
        name: dataclasses.replace(plan, visits=Visits(stop=WEEKS))
        for name, plan in four_plans(Medication(stop=stop), Therapy(start=start, stop=start + sessions)).items()
    }
    # No relapse is shown here and none moves a score; the studies run those whom they follow anew, with the relapse clock.
    clockless = model(**values).replace({"relapse.weekly": 0.0})
    return simulate(cohort(who, seed), plans, WEEKS, clockless, keep=("symptoms",))


@functools.lru_cache(maxsize=8)
def live_trial(cohort, model):
    """A year of four groups that begin at the same time, as in trials: therapy without a wait, medication until the end."""
    plans = {
        name: dataclasses.replace(plan, visits=Visits(stop=WEEKS))
        for name, plan in four_plans(Medication(stop=WEEKS), Therapy()).items()
    }
    return simulate(cohort, plans, WEEKS, model, keep=("symptoms",))


@functools.lru_cache(maxsize=8)
def live_waiting(cohort, model):
    """A year of the same people on a waiting list, whom nobody sees."""
    return simulate(cohort, {WAITING: Plan()}, WEEKS, model, keep=("symptoms",))


@functools.lru_cache(maxsize=8)
def live_after(cohort, model):
    """Three groups with 16 weeks of treatment, then a year with the relapse clock."""
    plans = {
        "therapy ended": Plan(therapy=Therapy(stop=16)),
        "medication stopped": Plan(
            medication=Medication(stop=16), visits=Visits(stop=68)
        ),  # a dummy pill took its place
        "medication kept": Plan(medication=Medication(stop=68)),
    }
    followed = model.replace({"assessment.week": 16, "relapse.weekly": Model().relapse.weekly})
    return simulate(cohort, plans, 68, followed, keep=("symptoms",), keep_weeks=(16,))
