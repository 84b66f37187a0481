"""Four groups of the same people at a door to therapy, and what therapy does for people who start less or more severely ill."""

import dataclasses
import functools
import typing

import numpy as np

from toolkit.model import (
    BOTH,
    DUMMY,
    MEDICATION,
    POINTS,
    THERAPY,
    Cohort,
    Condition,
    Course,
    Model,
    four_plans,
    simulate_each,
)
from toolkit.model import Medication as Tablets
from toolkit.model import Therapy as Sessions

WEEKS, PEOPLE = 28, 1000
MILD, SEVERE = 14, 34
SCORES = (MILD, 24, SEVERE)
"""Starting scores of the curves on the right, points, besides the one that is set."""
LEARNED, IN_POINTS, IN_SHARES = "learned", "points", "share"
"""What is counted on the right."""


class Gain(typing.NamedTuple):
    """What therapy does in people who start at one score, by the last week, with medication and with a dummy pill.

    learned, learned_with: things learned, of 100. points, points_with: how much lower the score is than without sessions.
    effect: points, standardised (Cohen's d).
    """

    learned: float
    learned_with: float
    points: float
    points_with: float
    effect: float


@dataclasses.dataclass(frozen=True)
class Door:
    """The four groups at the score that is set, and what therapy does in people who start less or more severely ill.

    start, sessions: in weeks. severity: points. counted: LEARNED, IN_POINTS or IN_SHARES.
    gains, free: {starting score: Gain}, with the door as it is set, and with the door away.
    """

    course: Course
    start: int
    sessions: int
    severity: int
    counted: str
    gains: dict
    free: dict

    def by_week(self, values):
        """Values of the two groups with therapy, {group: (weeks + 1, people)}."""
        return {group: values[:, self.course.arm(group)] for group in (BOTH, THERAPY)}

    @functools.cached_property
    def open(self):
        """How much of what is taught would get through, of 100, by week and group: the mean over people."""
        openness, ill = self.course.model.gate.openness, self.by_week(self.course.somatic)
        # No door lets everybody through alike, so what it says is one number then.
        return {
            group: 100 * (openness(somatic / POINTS) * np.ones_like(somatic)).mean(axis=1)
            for group, somatic in ill.items()
        }

    @functools.cached_property
    def learned(self):
        """What has been learned, of 100 things that there are to learn, by week and group: the mean over people."""
        return {group: 100 * skill.mean(axis=1) for group, skill in self.by_week(self.course.skill).items()}

    @functools.cached_property
    def through(self):
        """How much of the sessions got through, of 100, by group."""
        return {group: share[self.start : self.start + self.sessions].mean() for group, share in self.open.items()}

    @property
    def here(self):
        """The Gain of people at the score that is set."""
        return self.gains[self.severity]

    def helped(self, score):
        """How many more of 100 whole things are learned with medication, at a starting score."""
        return round(self.gains[score].learned_with) - round(self.gains[score].learned)

    def counts(self, gain, score):
        """(with a dummy pill, with medication) of a Gain on the ruler that is set."""
        if self.counted == LEARNED:
            return gain.learned, gain.learned_with
        return tuple(
            points * (100 / score if self.counted == IN_SHARES else 1) for points in (gain.points, gain.points_with)
        )

    def curve(self, place, gains=None):
        """One of the two that `counts` gives, at each starting score from the lowest, shape (scores,)."""
        return [self.counts(gain, score)[place] for score, gain in (gains or self.gains).items()]

    def without_door(self, score):
        """What would be counted with the door away and with medication; points and things learned run straight with the score."""
        return float(np.interp(score, list(self.free), self.curve(1, self.free)))

    @property
    def rises(self):
        """By how much what is counted with medication is higher in people who start sickest than in the least ill."""
        curve = self.curve(1)
        return curve[-1] - curve[0]

    def effect(self, which, score):
        """Standardised lead of therapy over a dummy pill with visits, for the studies; which: "door" or "no door"."""
        return (self.gains if which == "door" else self.free)[score].effect

    def responding(self, group, week=16):
        """Percentage of a group whose symptoms have at least halved by a week."""
        return 100 * float(self.course.response(week)[self.course.arm(group)])


def model(door, threshold, width, medication, keeping, **_):
    """The model that the controls describe: every interaction off but the door and the keeping of what was learned."""
    return Model.additive().replace(
        {
            "gate.strength": float(door),
            "gate.threshold": threshold / POINTS,
            "gate.width": width / POINTS,
            "drug.strength": medication * Model().drug.strength,
            "skill.burden_forgetting": keeping,
        }
    )


def courses(scores, start, sessions, seed, model, keep=("symptoms", "skill"), weeks=(0, WEEKS)):
    """The four groups for people who start at each score, a Course each: the same people, only less or more severely ill."""
    plans = four_plans(Tablets(stop=WEEKS), Sessions(start=start, stop=start + sessions))
    # No relapse is shown here, and none moves a score.
    model = model.replace({"relapse.weekly": 0.0})
    lives = [(Cohort(PEOPLE, seed, Condition(severity=score / POINTS)), model) for score in scores]
    return simulate_each(lives, plans, WEEKS, keep=keep, keep_weeks=weeks)


def gain(lived):
    """The Gain of a course."""
    score = dict(zip(lived.arms, map(float, lived.mean(WEEKS)), strict=True))
    learned = {group: 100 * float(lived.skill[-1, lived.arm(group)].mean()) for group in (THERAPY, BOTH)}
    return Gain(
        learned[THERAPY],
        learned[BOTH],
        score[DUMMY] - score[THERAPY],
        score[MEDICATION] - score[BOTH],
        float(lived.effect_size(THERAPY, DUMMY, WEEKS)),
    )


# A move of one control leaves most of the picture as it is.
@functools.lru_cache(maxsize=64)
def gained(scores, *setting):
    """{starting score: Gain}, kept."""
    return {score: gain(lived) for score, lived in zip(scores, courses(scores, *setting), strict=True)}


@functools.lru_cache(maxsize=1)
def by_week(severity, *setting):
    """The Course of people who start at one score, with every week, kept."""
    return courses((severity,), *setting, keep=("symptoms", "somatic", "skill"), weeks=range(WEEKS + 1))[0]


def run(severity, start, sessions, counted, seed, **values):
    """Let the four groups live with the controls' values, and again for less and more ill people; returns a Door."""
    chosen, same = model(**values), (start, sessions, seed)
    here = by_week(severity, *same, chosen)
    gains = gained(SCORES, *same, chosen) | {severity: gain(here)}
    # With the door away and keeping off, medication changes nothing in what sessions do: then its strength does not matter.
    free = dataclasses.replace(chosen, gate=Model.additive().gate) if values["keeping"] else Model.additive()
    without = gained((MILD, SEVERE), *same, free)
    return Door(here, start, sessions, severity, counted, dict(sorted(gains.items())), without)
