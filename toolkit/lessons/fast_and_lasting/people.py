"""A year of four plans: who lives it, and who helps more when."""

import dataclasses
import functools

import numpy as np

from toolkit.model import CONDITIONS, DUMMY, Cohort, Course, Medication, Model, Therapy, Visits, four_plans, simulate

WEEKS = 52

PEOPLE = 1000

SEVERITY = {"milder": 0.75, "typical": 1.0, "severe": 1.35}

TOOLS = ("medication", "therapy", "both")


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
        """Scores of those who are shown, {arm: shape (weeks + 1, people)}."""
        return {name: self.course.symptoms[:, place, : self.people] for place, name in enumerate(self.course.arms)}

    @functools.cached_property
    def means(self):
        """Mean score in each week, {arm: shape (weeks + 1,)}."""
        return {name: scores.mean(axis=1) for name, scores in self.scores.items()}

    @functools.cached_property
    def gains(self):
        """Points better than with a dummy pill in each week, {tool: shape (weeks + 1,)}."""
        return {name: self.means[DUMMY] - self.means[name] for name in TOOLS}

    @property
    def passing(self):
        """First week in which therapy helps more than medication; None if there is none."""
        ahead = np.flatnonzero(self.gains["therapy"] > self.gains["medication"] + 0.05)
        return int(ahead[0]) if ahead.size else None


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
def live(who, seed, stop, sessions, **values):
    """The four plans' course, kept until something else than the week or whose lives are shown is moved.

    In all four people are seen all year: so the slider of the medication moves the medication alone, not who is seen.
    """
    plans = {
        name: dataclasses.replace(plan, visits=Visits(stop=WEEKS))
        for name, plan in four_plans(Medication(stop=stop), Therapy(stop=sessions)).items()
    }
    # No relapse is shown here and none moves a score; the studies run those whom they follow anew, with the relapse clock.
    clockless = model(**values).replace({"relapse.weekly": 0.0})
    return simulate(cohort(who, seed), plans, WEEKS, clockless, keep=("symptoms",))
