"""Lesson 06's picture: how fast people learn, what they have learned, and either when sessions start or where people live."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line
from toolkit.lessons.words import Words
from toolkit.model import BOTH, MEDICATION, THERAPY

from .people import HARSH, KIND, LATEST, TIMING, WEEKS

WORDS = Words(__package__)
say = WORDS.say
BARS = {-18: MEDICATION, -38: THERAPY}
"""Heights of the bars that show when each treatment is given."""
NEAR, FAR = (-4, 10), (-10, 23)
"""Ends of the axis of points: of most settings, and of any."""


def chart(window):
    """How fast people learn and what they have learned, week by week; then what is chosen for the third chart."""
    weeks = explore.ticked_axis(say("week"), 0, WEEKS, 20, WEEKS)
    with_room = explore.ticked_axis(say("week"), 0, 2.1 * WEEKS, 20, WEEKS)
    speed = axis(say("speed"), 0.3, 2.5, tickvals=[0.5, 1, 1.5, 2])
    learned = explore.with_periods(say("learned"), -48, 108, (0, 50, 100), BARS)
    pace = {BOTH: window.speed, THERAPY: np.ones(WEEKS + 1)}
    traces = [
        explore.period(0, window.until, -18, arm=MEDICATION, panel=2),
        explore.period(window.start, window.last, -38, arm=THERAPY, panel=2),
        *(drawn(style, values) for style, values in named(pace)),
        *explore.curves(range(WEEKS + 1), named(window.learned), gap=11, hover=say("hover_learned"), panel=2),
    ]
    right, shown = by_start(window) if window.show == TIMING else by_place(window)
    widths = (4, 2, 8, 3, 9)
    return explore.picture([*traces, *shown], (weeks, speed), (with_room, learned), right, widths=widths, height=365)


def drawn(style, speed):
    """The curve of the first chart: the second, beside it, names both."""
    look = {"name": style.label, "colour": style.colour, "dash": style.dash}
    return line(range(WEEKS + 1), speed, **look, hover=say("hover_speed"))


def named(values):
    """[(Style, values), …] of the two groups with sessions, by what they take besides."""
    added = WORDS.says("added")
    return [(ARMS[group].called(added[group]), some) for group, some in values.items()]


def by_start(window):
    """What is learned by the last session, by the week in which therapy starts; markers where it is set to start."""
    starts = list(window.by_start)
    learned = dict(zip((BOTH, THERAPY), map(list, zip(*window.by_start.values(), strict=True)), strict=True))
    here = [(style, [values[starts.index(window.start)]]) for style, values in named(learned)]
    look = {"hover": say("hover_start"), "panel": 3}
    traces = [
        explore.period(0, min(window.until, LATEST), -14, arm=MEDICATION, panel=3),
        *explore.curves(starts, named(learned), gap=11, **look),
        *explore.marks([window.start], here, **look),
    ]
    below = explore.ticked_axis(say("starts"), 0, 1.9 * LATEST, 5, LATEST)
    return (below, explore.with_periods(say("by_last"), -28, 108, (0, 50, 100), {-14: MEDICATION})), traces


def by_place(window):
    """Points better than with a dummy pill, from kind to harsh surroundings; markers where they are set."""
    places = [KIND, window.surroundings[0], HARSH]
    fares = [window.gains(place) for place in places]
    heights = [value for fare in fares for value in fare.values()]
    ends = NEAR if NEAR[0] < min(heights) and max(heights) < NEAR[1] else FAR
    styles = {group: ARMS.get(group, explore.ABSENT).called(called) for group, called in WORDS.says("gained").items()}
    by_group = [(style, [fare[group] for fare in fares]) for group, style in styles.items()]
    look, level = {"hover": say("hover_points"), "panel": 3}, say("level")
    here = [(style, values[1:2]) for style, values in by_group]
    traces = [
        line([KIND - 1, HARSH], [0, 0], name=level, width=1, panel=3, hover=level),
        *explore.curves(places, by_group, gap=(ends[1] - ends[0]) / 16, **look),
        *explore.marks(places[1:2], here, **look),
    ]
    ticks = {"tickvals": [KIND, 0, HARSH], "ticktext": list(WORDS.says("places").values())}
    below = axis(say("surroundings"), KIND - 1, HARSH + 9, **ticks)
    return (below, axis(say("better", week=window.week), *ends)), traces
