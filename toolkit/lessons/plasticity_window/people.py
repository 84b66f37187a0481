"""The four arms while learning is faster, in kind and in harsh surroundings."""

import dataclasses
import functools

from toolkit.model import POINTS, Cohort, Condition, Course, Medication, Model, Therapy, four_plans, simulate

WEEKS, PEOPLE = 40, 1000

KIND, HARSH = -5, 5


@dataclasses.dataclass(frozen=True)
class Window:
    """The four arms, and how they fare: {arm: points better than with a dummy pill in the week read} in two surroundings."""

    course: Course
    start: int
    sessions: int
    until: int
    week: int
    surroundings: tuple[int, int]
    fares: tuple[dict, dict]

    def gains(self, place):
        """Points better than with a dummy pill, by arm, in any surroundings: their pull grows evenly from kind to harsh."""
        (here, there), (one, other) = self.surroundings, self.fares
        return {arm: one[arm] + (other[arm] - one[arm]) * (place - here) / (there - here) for arm in one}

    @property
    def speed(self):
        """How fast people with both learn, times the usual, by week."""
        effect = self.course.drug_effect[:, self.course.arm("both")].mean(axis=1)
        return 1 + self.course.model.plasticity.gain * effect

    @property
    def skill(self):
        """How much of all there is to learn has been learnt, % by week, {arm: (weeks + 1,)}."""
        return {arm: 100 * self.course.skill[:, self.course.arm(arm)].mean(axis=1) for arm in ("therapy", "both")}

    @property
    def last(self):
        """Week in which therapy ends."""
        return self.start + self.sessions


def better(course, week):
    """Points better than with a dummy pill, by arm; "just adding" is the sum of the two alone."""
    gains = course.gains(week)
    return {**gains, "just adding": gains["medication"] + gains["therapy"]}


def model(gain, undirected, medication, **_):
    """The model that the controls describe: every interaction off but plasticity."""
    return Model.additive().replace(
        {
            "plasticity.gain": gain / 100,
            "plasticity.undirected": float(undirected),
            "drug.strength": medication * Model().drug.strength,
        }
    )


@functools.lru_cache(maxsize=4)
def course(surroundings, until, start, sessions, seed, model):
    """The four arms in some surroundings, kept until something else than the week is moved."""
    people = Cohort(PEOPLE, seed, Condition(environment=surroundings / POINTS))
    plans = four_plans(Medication(stop=until), Therapy(start=start, stop=start + sessions))
    return simulate(people, plans, WEEKS, model, keep=("symptoms", "skill", "drug_effect"))


def run(surroundings, until, start, sessions, week, seed, **values):
    """Let the four arms run with the controls' values, and in kind and harsh surroundings; returns a Window."""
    setting = until, start, sessions, seed, model(**values)
    here = course(surroundings, *setting)
    # Surroundings touch nobody unless they sink in.
    there = KIND if surroundings > 0 else HARSH
    other = course(there, *setting) if values["undirected"] else here
    fares = better(here, week), better(other, week)
    return Window(here, start, sessions, until, week, (surroundings, there), fares)


def toys(window):
    """Standardised gain of both over therapy alone in the toy, {when: gain}."""
    weeks = {"at the last session": window.last, "12 weeks later": min(window.last + 12, WEEKS)}
    return {when: window.course.effect_size("both", "therapy", week) for when, week in weeks.items()}
