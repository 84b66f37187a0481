"""Lesson 05's picture: how far the door is open, what is learned, and what therapy does by how ill people start."""

from toolkit import explore
from toolkit.explore import ARMS, axis
from toolkit.lessons.words import Words
from toolkit.model import BOTH, MEDICATION, THERAPY

from .people import WEEKS

WORDS = Words(__package__)
say = WORDS.say
HIGH = {"learned": 104, "points": 8, "share": 22}
"""Upper end of the axis on the right, by what is counted."""


def chart(door):
    """How far the door is open and what is learned, week by week; and what therapy does, by how ill people start."""
    # Names stand beside the ends of their lines, and the widest has to end before the next axis begins.
    weeks = explore.ticked_axis(say("week"), 0, 2.7 * WEEKS, 8, WEEKS)
    open_door = axis(say("open"), -5, 108, tickvals=[0, 50, 100])
    learned = explore.with_periods(say("learned"), -48, 108, (0, 50, 100), {-18: MEDICATION, -38: THERAPY})
    traces = [
        explore.period(0, WEEKS, -18, arm=MEDICATION, panel=2),
        explore.period(door.start, door.start + door.sessions, -38, arm=THERAPY, panel=2),
    ]
    named = {BOTH: say("at_end_medication"), THERAPY: say("at_end_dummy")}
    for panel, shares in ((1, door.open), (2, door.learned)):
        drawn = [(ARMS[group].called(named[group]), share) for group, share in shares.items()]
        traces += explore.curves(range(WEEKS + 1), drawn, gap=9, hover=say("hover"), panel=panel)
    by_score = [
        (explore.ABSENT.called(say("no_door")), [door.without_door(score) for score in door.gains]),
        (ARMS[BOTH].called(named[BOTH]), door.curve(1)),
        (ARMS[THERAPY].called(named[THERAPY]), door.curve(0)),
    ]
    here, look = list(door.gains).index(door.severity), {"hover": say("hover_score"), "panel": 3}
    traces += explore.curves(list(door.gains), by_score, gap=HIGH[door.counted] / 12, **look)
    traces += explore.marks([door.severity], [(style, [values[here]]) for style, values in by_score], **look)
    below = axis(say("start_score"), 12, 76, tickvals=[14, 24, 34])
    right = below, axis(WORDS.says("counted")[door.counted], 0, HIGH[door.counted])
    return explore.picture(traces, (weeks, open_door), (weeks, learned), right, widths=(8, 2, 8, 2, 6), height=365)
