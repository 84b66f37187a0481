"""The four arms behind a door, in people who start less and more ill."""

import dataclasses
import functools
import typing

import numpy as np

from toolkit.model import DUMMY, POINTS, Cohort, Condition, Course, Medication, Model, Therapy, four_plans, simulate

WEEKS, PEOPLE = 28, 1000

SEVERITIES = (14, 24, 34)
"""Starting scores of the curves on the right, besides the one that is set."""

RULERS = {"share": ("% of the starting score", 22), "points": ("points", 8)}


class Added(typing.NamedTuple):
    """What therapy adds by the last week, points: on top of medication and by itself. effect: the latter, standardised."""

    together: float
    alone: float
    effect: float


@dataclasses.dataclass(frozen=True)
class Door:
    """The four arms at the score that is set, and what therapy adds in people who start less or more ill.

    adds: {starting score: Added}; without_door: the same with the door away, at the ends.
    """

    course: Course
    start: int
    sessions: int
    severity: int
    counted: str
    adds: dict
    without_door: dict

    def responding(self, arm, week=16):
        """Percentage responding to an arm in a week."""
        return 100 * float(self.course.response(week)[self.course.arm(arm)])

    def by_week(self, name, share=lambda values: values):
        """Mean over people of a share of some trajectory, % by week, for therapy alone and both, {arm: (weeks + 1,)}."""
        values = {arm: getattr(self.course, name)[:, self.course.arm(arm)] for arm in ("therapy", "both")}
        return {arm: 100 * share(some).mean(axis=1) for arm, some in values.items()}

    @property
    def open(self):
        """How much of learning gets through, % by week and arm."""
        gate = self.course.model.gate
        return self.by_week("somatic", lambda burden: gate.openness(burden / POINTS) * np.ones_like(burden))

    @property
    def skill(self):
        """How much of all there is to learn has been learnt, % by week and arm."""
        return self.by_week("skill")

    def counts(self, points, severity):
        """A gain as it is counted: in points or as a share of the starting score, %."""
        return points if self.counted == "points" else 100 * points / severity

    def on_top(self, what):
        """What therapy adds ("together" with medication or "alone"), as it is counted, at each starting score."""
        return [self.counts(getattr(added, what), score) for score, added in self.adds.items()]

    def no_door(self, severity):
        """What therapy would add with the door away, as it is counted: points grow evenly with the starting score."""
        points = [added.alone for added in self.without_door.values()]
        return self.counts(np.interp(severity, list(self.without_door), points), severity)


def model(door, threshold, width, medication, **_):
    """The model that the controls describe: every interaction off but the gate."""
    return Model.additive().replace(
        {
            "gate.strength": float(door),
            "gate.threshold": threshold / POINTS,
            "gate.width": width / POINTS,
            "drug.strength": medication * Model().drug.strength,
        }
    )


def course(severity, start, sessions, seed, model, keep=("symptoms",)):
    """The four arms for people who start at one score: the same people, only more or less ill."""
    plans = four_plans(Medication(stop=WEEKS), Therapy(start=start, stop=start + sessions))
    return simulate(Cohort(PEOPLE, seed, Condition(severity=severity / POINTS)), plans, WEEKS, model, keep=keep)


def adds(course):
    """What therapy adds in a course."""
    dummy, medication, therapy, both = map(float, course.mean(WEEKS))
    return Added(medication - both, dummy - therapy, float(course.effect_size("therapy", DUMMY, WEEKS)))


@functools.lru_cache(maxsize=256)
def added(*setting):
    """The same, kept by the setting of the course: a move of one control leaves most of the picture as it is."""
    return adds(course(*setting))


def run(severity, start, sessions, counted, seed, **values):
    """Let the four arms run with the controls' values, and again for less and more ill people; returns a Door."""
    chosen, same = model(**values), (start, sessions, seed)
    here = course(severity, *same, chosen, keep=("symptoms", "somatic", "skill"))
    others = {score: added(score, *same, chosen) for score in SEVERITIES if score != severity}
    # With the door away medication changes nothing in what therapy adds, so its strength does not matter here.
    without = {score: added(score, *same, Model.additive()) for score in (SEVERITIES[0], SEVERITIES[-1])}
    return Door(
        here, start, sessions, severity, counted, dict(sorted({**others, severity: adds(here)}.items())), without
    )
