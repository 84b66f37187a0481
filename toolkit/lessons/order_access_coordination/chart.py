"""Lesson 14's picture: who is better week by week; then what each plan takes, in sessions and in people's weeks."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, dots, line
from toolkit.lessons.words import Words
from toolkit.model import WAITING

from .people import WAYS, WEEKS

say = Words(__package__).say
MARKS = {
    **{name: {"symbol": style.symbol, "colour": style.colour} for name, style in ARMS.items() if name in WAYS},
    "medication first": {"symbol": "square-open", "colour": "medication"},
    "therapy first": {"symbol": "triangle-up-open", "colour": "therapy"},
}


def chart(paths):
    """People who have clearly improved, week by week; on the right, sessions against weeks not yet better, plan by plan."""
    return explore.picture(
        [*curves(paths), *prices(paths)],
        (explore.ticked_axis(say("week"), 0, WEEKS + 31, 13, WEEKS), axis(say("percent"), 0, 97)),
        (axis(say("sessions"), -2, 26, tickvals=[0, 8, 16, 24]), axis(say("weeks"), 12, 34)),
        widths=(11, 3, 7),
        height=430,
        legend="left",
    )


def curves(paths):
    """Your plan, thick, among the waiting list and both from the start."""
    weeks = np.arange(WEEKS + 1)
    traces = []
    for way in (WAITING, "both"):
        style = ARMS[way]
        look = {"colour": style.colour, "dash": style.dash, "width": 2}
        traces.append(line(weeks, paths.responses[way], name=WAYS[way], hover=say("hover"), **look))
    called = say("yours", plan=WAYS[paths.plan])
    yours = line(weeks, paths.responses[paths.plan], name=called, width=4, dash="5px,3px", hover=say("hover"))
    here = line([paths.week] * 2, [0, 97], name=say("week"), width=1, dash="dot", hover=None)
    ends = [
        *((ARMS[way].called(WAYS[way]), paths.responses[way][-1]) for way in (WAITING, "both")),
        (explore.Style(say("own"), explore.INK, "5px,3px", ""), paths.responses[paths.plan][-1]),
    ]
    return [*traces, here, yours, explore.names_at_ends(WEEKS, ends, gap=8, top=97)]


def prices(paths):
    """A mark for each plan: sessions across, weeks not yet better upwards; a ring around yours."""
    traces = []
    for way, style in MARKS.items():
        about = {"panel": 2, "hover": say("mark"), "legend": True}
        traces.append(dots([paths.sessions(way)], [paths.unwell_weeks(way)], name=WAYS[way], size=11, **style, **about))
    mine = [paths.sessions(paths.plan)], [paths.unwell_weeks(paths.plan)]
    return [*traces, dots(*mine, name=say("ring"), panel=2, hover=None, symbol="circle-open", size=24, legend=True)]
