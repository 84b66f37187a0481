"""Lesson 05's picture: how far the door is open, what is learnt, and what therapy adds."""

from toolkit import explore
from toolkit.explore import ARMS, axis

from .people import RULERS, WEEKS


def chart(door):
    """How far the door is open and what is learnt, week by week; and what therapy adds, by how ill people start."""
    weeks = explore.ticked_axis("week", 0, 1.5 * WEEKS, 8, WEEKS)
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
