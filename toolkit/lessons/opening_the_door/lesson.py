"""Lesson 05: a door to therapy that heavy illness keeps shut and medication opens. Who gains most from both?"""

import numpy as np

from toolkit import explore

from .. import lesson
from ..format import number
from .people import PEOPLE, RULERS, SEVERITIES, WEEKS, course, model


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


def draw_guess(heights, _):
    """The guess by starting score."""
    beside = heights[0] + (1.0 if heights[0] >= heights[1] else -1.0)
    drawn, label = explore.guess_line(
        SEVERITIES, heights, (SEVERITIES[0], beside), hover="a shape, not a size", panel=3
    )
    return [drawn, {**label, "cliponaxis": True}]


def average_score(start, severity, sessions):
    """Score with both, averaged over people and all weeks, if therapy starts in that week; opening values otherwise."""
    opening = lesson(5).opening
    lived = course(severity, start, sessions, opening["seed"], model(**opening))
    return float(lived.symptoms[:, lived.arm("both")].mean())


BEST_STARTS = [((24, 12), 0), ((34, 6), 5), ((34, 4), 6)]
"""Cases of the code task, ((severity, sessions), best week to start), as `average_score` has them."""


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return BEST_STARTS
