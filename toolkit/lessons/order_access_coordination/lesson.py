"""Lesson 14: order, access, coordination. Six ways through care, what they bring and what they need."""

import numpy as np

from toolkit import explore

from .people import WAYS, WEEKS


def draw_guess(more, paths):
    """The guess, where it was asked: so many of 100 more than with both at once."""
    if paths.plan != "medication first":
        return []
    share = paths.responses["both"][paths.week] + more
    ends = {2: 25, 3: 54}
    return [
        trace
        for panel, most in ends.items()
        for trace in explore.guess_line([0, most], [share, share], (0, share + 3), hover="%{y:.0f} %", panel=panel)
    ]


def sentence(paths):
    """The picture in words."""
    shares = "; ".join(f"{WAYS[way]} {spoken(paths, way)}" for way in WAYS if way != paths.plan)
    return (
        f"{paths.course.cohort.size:,} people, {WAYS[paths.plan]}. Responding in week {paths.week}: "
        f"{spoken(paths, paths.plan)}. The others under the same limits: {shares}."
    )


def spoken(paths, way):
    """What a way brings and needs, in words."""
    share = paths.responses[way][paths.week]
    return f"{share:.0f}\u00a0% ({paths.sessions(way):.1f} sessions, {paths.drug_weeks(way):.0f} weeks on the medicine)"


def table(paths):
    """Percentage responding by week, for every way."""
    return {"week": np.arange(WEEKS + 1), **{f"{WAYS[way]}: responding (%)": paths.responses[way] for way in WAYS}}


def compare_guess(_, paths):
    """How far stepped care is behind, beside the guess."""
    fewer = paths.responses["both"][paths.week] - paths.responses["medication first"][paths.week]
    return (
        f"In week {paths.week}, under these limits, medication first: {fewer:.0f} fewer of 100 than with both at once."
    )


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [
        ((((0, 56), (780, 65), (1460, 69)), 600), 56),
        ((((0, 56), (780, 65), (1460, 69)), 800), 65),
        ((((0, 56), (780, 65), (1460, 60)), 2000), 65),
        ((((0, 49), (290, 59), (560, 58)), 600), 59),
    ]
