"""Four groups of the same people while learning is faster; what sessions teach by when they start; and kind and harsh places."""

import dataclasses
import functools

import numpy as np

from toolkit.model import (
    BOTH,
    MEDICATION,
    POINTS,
    THERAPY,
    THERAPY_KINDS,
    Cohort,
    Condition,
    Course,
    Model,
    four_plans,
    simulate,
)
from toolkit.model import Medication as Tablets
from toolkit.model import Therapy as Sessions

WEEKS, PEOPLE = 40, 1000
LATEST = 20
"""Last week in which therapy can start."""
KIND, HARSH = -5, 5
"""Surroundings at either end, points."""
TIMING, PLACES = "timing", "places"
"""What the third chart shows."""
ADDING = "just adding"


@dataclasses.dataclass(frozen=True)
class Window:
    """The four groups, what sessions would teach if they started in another week, and how people fare in another place.

    show: TIMING or PLACES. start, sessions, until, week: in weeks. surroundings: two places, points, the one that is set first.
    fares: {group: points better than with a dummy pill in the week that is read} in either place.
    by_start: {first week of therapy: (things of 100 learned by the last session with medication, with a dummy pill)}.
    """

    course: Course
    show: str
    start: int
    sessions: int
    until: int
    week: int
    surroundings: tuple[int, int]
    fares: tuple[dict, dict]
    by_start: dict

    def gains(self, place):
        """Points better than with a dummy pill, by group, in any surroundings: their pull grows evenly from kind to harsh."""
        (here, there), (one, other) = self.surroundings, self.fares
        return {group: one[group] + (other[group] - one[group]) * (place - here) / (there - here) for group in one}

    @property
    def here(self):
        """Points better than with a dummy pill, by group, in the surroundings that are set."""
        return self.fares[0]

    @property
    def extra(self):
        """Points that both gain beyond just adding: what faster learning is worth in the week that is read."""
        return self.here[BOTH] - self.here[ADDING]

    @functools.cached_property
    def speed(self):
        """How fast people with medication learn, times the usual, by week."""
        effect = self.course.drug_effect[:, self.course.arm(BOTH)].mean(axis=1)
        return self.course.model.plasticity.speed(effect)

    @property
    def pace(self):
        """The same on average over the weeks with sessions."""
        return self.speed[self.start : self.last].mean()

    @functools.cached_property
    def learned(self):
        """Things learned, of 100 that there are to learn, by week and group, shape (weeks + 1,)."""
        return {group: 100 * self.course.skill[:, self.course.arm(group)].mean(axis=1) for group in (BOTH, THERAPY)}

    @property
    def taught(self):
        """Whole things of 100 learned by the last session, with medication and with a dummy pill."""
        return tuple(round(float(self.learned[group][self.last])) for group in (BOTH, THERAPY))

    @property
    def more(self):
        """How many more of 100 things were learned with medication by the last session."""
        with_medication, without = self.taught
        return with_medication - without

    @property
    def last(self):
        """Week in which therapy ends."""
        return self.start + self.sessions

    @property
    def is_open_to_everything(self):
        """Whether surroundings sink in, too."""
        return self.course.model.plasticity.undirected > 0

    def effect(self, later):
        """Lead that faster learning alone gives over a dummy pill so many weeks after the last session, in standard deviations.

        What the medication does by itself is taken out, as in trials of a drug that does nothing but help learning.
        """
        week = min(self.last + later, WEEKS)
        scores = self.course.ratings(week)[self.course.arm(THERAPY)]
        return float(self.course.together_minus_sum(week).mean() / scores.std(ddof=1))


def model(gain, undirected, medication, **_):
    """The model that the controls describe: every interaction off but the window."""
    return Model.additive().replace(
        {
            "plasticity.gain": gain / 100,
            "plasticity.undirected": float(undirected),
            "drug.strength": medication * Model().drug.strength,
        }
    )


@functools.lru_cache(maxsize=4)
def course(surroundings, until, start, sessions, seed, model, weeks=WEEKS):
    """The four groups in some surroundings, kept until something is moved that changes lives."""
    people = Cohort(PEOPLE, seed, Condition(environment=surroundings / POINTS))
    plans = four_plans(Tablets(stop=until), Sessions(start=start, stop=start + sessions))
    return simulate(people, plans, weeks, model, keep=("symptoms", "skill", "drug_effect"))


def better(lived, week):
    """Points better than with a dummy pill, by group; "just adding" is the sum of the two alone."""
    gains = lived.gains(week)
    return {**gains, ADDING: gains[MEDICATION] + gains[THERAPY]}


def effects(until, drug):
    """Mean effect of the medication in each week, 0 to 1, shape (weeks,)."""
    level, effect, means = np.zeros(1), np.zeros(1), []
    for week in range(WEEKS):
        level, effect, mean, _ = drug.step(level, effect, float(week < until), 1.0)
        means.append(mean[0])
    return np.array(means)


@functools.lru_cache(maxsize=8)
def learned_by_start(starts, sessions, until, seed, model):
    """Things of 100 that a session a week teaches by the last of them, {first week: (with medication, with a dummy pill)}.

    The model's own steps, for all starts at once: whole lives for each would take ten times as long.
    """
    rate = model.skill.learning_rate * THERAPY_KINDS["CBT"].learning * Cohort(PEOPLE, seed).traits.alliance
    first, effect = np.array(starts), effects(until, model.drug)
    skill = np.zeros((len(starts) + 1, PEOPLE))
    for session in range(sessions):
        speed = model.plasticity.speed(np.append(effect[first + session], 0.0))
        skill, _ = model.skill.step(skill, rate * speed[:, None], 1.0)
    *with_medication, without = 100 * skill.mean(axis=1)
    return {start: (float(learned), float(without)) for start, learned in zip(starts, with_medication, strict=True)}


def run(show, surroundings, until, start, sessions, week, seed, **values):
    """Let the four groups live with the controls' values, and in another place where surroundings matter; returns a Window."""
    chosen = model(**values)
    # Surroundings touch nobody unless they sink in, and the other place is told of beside its chart alone.
    place = surroundings if values["undirected"] else 0
    here = course(place, until, start, sessions, seed, chosen)
    there = KIND if surroundings > 0 else HARSH
    differ = show == PLACES and values["undirected"]
    other = course(there, until, start, sessions, seed, chosen, week) if differ else here
    starts = tuple(sorted({*range(0, LATEST + 1, 2), start}))
    by_start = learned_by_start(starts, sessions, until, seed, chosen)
    fares = better(here, week), better(other, week)
    return Window(here, show, start, sessions, until, week, (surroundings, there), fares, by_start)
