"""Lesson 04: a door to therapy that heavy illness keeps shut and medication opens. Who gains most from both?"""

import dataclasses
import functools
import typing

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis
from toolkit.model import DUMMY, POINTS, Cohort, Condition, Course, Medication, Model, Therapy, four_plans, simulate

from .by_severity import studies_chart, studies_sentence
from .lesson import Lesson
from .said import number

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


def chart(door):
    """How far the door is open and what is learnt, week by week; and what therapy adds, by how ill people start."""
    weeks = axis("week", 0, 1.5 * WEEKS, tickvals=list(range(0, WEEKS + 1, 8)))
    open_door = axis("door open (%)", -5, 108, tickvals=[0, 50, 100])
    skill = explore.with_periods("skill learnt (%)", -48, 108, (0, 50, 100), {-18: "medication", -38: "therapy"})
    traces = [
        explore.period(0, WEEKS, -18, arm="medication", panel=2),
        explore.period(door.start, door.start + door.sessions, -38, arm="therapy", panel=2),
    ]
    for panel, shares in ((1, door.open), (2, door.skill)):
        named = [(ARMS[arm], share) for arm, share in shares.items()]
        traces += explore.curves(range(WEEKS + 1), named, gap=9, hover="%{y:.0f} % in week %{x}", panel=panel)
    by_score = [
        (explore.ABSENT.called("  no door"), [door.no_door(score) for score in door.adds]),
        (ARMS["both"].called("  with medication"), door.on_top("together")),
        (ARMS["therapy"].called("  by itself"), door.on_top("alone")),
    ]
    unit, high = RULERS[door.counted]
    here, look = list(door.adds).index(door.severity), {"hover": "%{y:.1f}", "panel": 3}
    traces += explore.curves(list(door.adds), by_score, gap=high / 18, **look)
    traces += explore.marks([door.severity], [(style, [values[here]]) for style, values in by_score], **look)
    right = axis("score at the start", 12, 58, tickvals=[14, 24, 34]), axis(f"{unit} therapy adds", 0, high)
    return explore.picture(traces, (weeks, open_door), (weeks, skill), right, widths=(6, 2, 6, 2, 8))


def sentence(door):
    """The picture in words."""
    first, last = door.start, door.start + door.sessions
    through = {arm: share[first:last].mean() for arm, share in door.open.items()}
    skill, here = door.skill, door.adds[door.severity]
    unit = RULERS[door.counted][0]
    together, alone = (door.counts(points, door.severity) for points in here[:2])
    (low, *_, high), (least, *_, most) = door.adds, (round(gain, 1) for gain in door.on_top("together"))
    trend = "the same"
    if abs(most - least) >= 0.3:
        trend = f"{'less' if most < least else 'more'} in people who are more ill"
    return (
        f"{PEOPLE:,} people who start at {door.severity} points; {door.sessions} sessions from week {first}. "
        f"The door lets {through['both']:.0f} % of what sessions teach through with medication, {through['therapy']:.0f} % "
        f"without. Skill in week {WEEKS}: {skill['both'][-1]:.0f} % with, {skill['therapy'][-1]:.0f} % without. "
        f"Therapy adds {together:.1f} {unit} on top of medication, {alone:.1f} by itself "
        f"({door.no_door(door.severity):.1f} if there were no door). On top of medication it adds {least} in people who "
        f"start at {low}, {most} at {high}: {trend}. "
        f"Together minus the sum of the parts: {number(here.together - here.alone)} points."
    )


def table(door):
    """The curves on the left, by week."""
    columns = {"week": np.arange(WEEKS + 1)}
    for what, values in (("door open", door.open), ("skill", door.skill)):
        columns |= {f"{what}, {arm} (%)": share for arm, share in values.items()}
    means = door.course.symptoms.mean(axis=2)
    return {**columns, **{f"score, {arm} (points)": means[:, n] for n, arm in enumerate(door.course.arms)}}


def guessed(heights, _):
    """The guess by starting score."""
    beside = heights[0] + (1.0 if heights[0] >= heights[1] else -1.0)
    drawn, label = explore.guess_line(
        SEVERITIES, heights, (SEVERITIES[0], beside), hover="a shape, not a size", panel=3
    )
    return [drawn, {**label, "cliponaxis": True}]


def average_score(start, severity, sessions):
    """Score with both, averaged over people and all weeks, if therapy starts in that week; opening values otherwise."""
    opening = LESSON.opening
    lived = course(severity, start, sessions, opening["seed"], model(**opening))
    return float(lived.symptoms[:, lived.arm("both")].mean())


BEST_STARTS = [((24, 12), 0), ((34, 6), 5), ((34, 4), 6)]
"""Cases of the code task, ((severity, sessions), best week to start), as `average_score` has them."""

LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    model=model,
    studies_chart=studies_chart,
    studies_sentence=studies_sentence,
    drawn=guessed,
    cases=BEST_STARTS,
)
