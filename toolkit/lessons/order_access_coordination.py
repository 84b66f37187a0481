"""Lesson 11: order, access, coordination. Six ways through care, what they bring and what they need."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, dots, line
from toolkit.model import WAITING

from .access_studies import studies_chart, studies_sentence
from .lesson import Lesson
from .pathways import WAYS, WEEKS, model, run

MARKS = {
    **{name: {"symbol": style.symbol, "colour": style.colour} for name, style in ARMS.items() if name in WAYS},
    "medication first": {"symbol": "square-open", "colour": "medication"},
    "therapy first": {"symbol": "triangle-up-open", "colour": "therapy"},
}


def chart(paths):
    """Responding week by week on the left; then what it takes: sessions, and weeks on the medicine."""
    traces = curves(paths)
    up = axis(f"% responding in week {paths.week}", 0, 97, tickvals=list(range(0, 81, 20)))
    for panel, needed in {2: paths.sessions, 3: paths.drug_weeks}.items():
        traces += frontier(paths, needed, panel)
    return explore.picture(
        traces,
        (axis("week", 0, WEEKS, tickvals=list(range(0, WEEKS + 1, 13))), axis("% responding", 0, 97)),
        (axis("sessions a person", -2, 26, tickvals=[0, 8, 16, 24]), up),
        (axis("weeks on the medicine", -4, 56, tickvals=[0, 13, 26, 39, 52]), up),
        widths=(8, 2, 7, 2, 7),
        height=430,
        legend="left",
    )


def curves(paths):
    """Your plan, thick, among the waiting list and both at once."""
    weeks = np.arange(WEEKS + 1)
    traces = []
    for way in (WAITING, "both"):
        style = ARMS[way]
        hover = "%{y:.0f} % responding in week %{x:.0f}"
        traces.append(
            line(
                weeks, paths.responses[way], name=WAYS[way], colour=style.colour, dash=style.dash, hover=hover, width=2
            )
        )
    yours = line(weeks, paths.responses[paths.plan], name=f"your plan: {WAYS[paths.plan]}", width=4, dash="5px,3px")
    return [*traces, yours]


def frontier(paths, needed, panel):
    """A mark for each way: what it needs across, how many respond upwards; a ring around your plan."""
    traces = []
    for way, style in MARKS.items():
        across, share = needed(way), paths.responses[way][paths.week]
        about = {"panel": panel, "hover": "%{y:.0f} % at %{x:.1f}", "legend": panel == 2}
        traces.append(dots([across], [share], name=WAYS[way], size=11, **style, **about))
    mine = [needed(paths.plan)], [paths.responses[paths.plan][paths.week]]
    ring = {"symbol": "circle-open", "size": 24, "legend": panel == 2}
    return [*traces, dots(*mine, name="your plan (dashed)", panel=panel, hover=None, **ring)]


def guessed(more, paths):
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


def compared(_, paths):
    """How far stepped care is behind, beside the guess."""
    fewer = paths.responses["both"][paths.week] - paths.responses["medication first"][paths.week]
    return (
        f"In week {paths.week}, under these limits, medication first: {fewer:.0f} fewer of 100 than with both at once."
    )


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
    compared=compared,
    options={"plan": WAYS},
    cases=[
        ((((0, 56), (780, 65), (1460, 69)), 600), 56),
        ((((0, 56), (780, 65), (1460, 69)), 800), 65),
        ((((0, 56), (780, 65), (1460, 60)), 2000), 65),
        ((((0, 49), (290, 59), (560, 58)), 600), 59),
    ],
)
