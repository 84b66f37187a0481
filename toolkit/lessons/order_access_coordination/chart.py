"""Lesson 14's picture: responding week by week, and what it takes."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, dots, line
from toolkit.model import WAITING

from .people import WAYS, WEEKS

MARKS = {
    **{name: {"symbol": style.symbol, "colour": style.colour} for name, style in ARMS.items() if name in WAYS},
    "medication first": {"symbol": "square-open", "colour": "medication"},
    "therapy first": {"symbol": "triangle-up-open", "colour": "therapy"},
}


def chart(paths):
    """Responding week by week on the left; then what it takes: sessions, and weeks on the medicine."""
    traces = curves(paths)
    up = explore.ticked_axis(f"% responding in week {paths.week}", 0, 97, last=80)
    for panel, needed in {2: paths.sessions, 3: paths.drug_weeks}.items():
        traces += frontier(paths, needed, panel)
    return explore.picture(
        traces,
        (explore.ticked_axis("week", 0, WEEKS, 13, WEEKS), axis("% responding", 0, 97)),
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
