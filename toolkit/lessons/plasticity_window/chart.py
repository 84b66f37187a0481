"""Lesson 06's picture: how fast people learn, what they have learnt, and how they fare where."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line

from .people import HARSH, KIND, WEEKS

LEVEL = "as with a dummy pill"


def chart(window):
    """How fast people learn and what they have learnt, week by week; and how they fare, by their surroundings."""
    weeks = explore.ticked_axis("week", 0, 1.5 * WEEKS, 10, WEEKS)
    speed = axis("learning speed (×)", 0.3, 2.5, tickvals=[0.5, 1, 1.5, 2])
    skill = explore.with_periods("skill learnt (%)", -48, 108, (0, 50, 100), {-18: "medication", -38: "therapy"})
    places = {"tickvals": [KIND, 0, HARSH], "ticktext": ["kind", "neutral", "harsh"]}
    fares = axis(f"points better than a dummy, week {window.week}", -8, 18)
    traces = [
        explore.period(0, window.until, -18, arm="medication", panel=2),
        explore.period(window.start, window.last, -38, arm="therapy", panel=2),
        line([KIND - 1, HARSH], [0, 0], name=LEVEL, width=1, panel=3, hover=LEVEL),
        *by_week({"therapy": np.ones(WEEKS + 1), "both": window.speed}, 1, 0.13, "%{y:.2f} × in week %{x}"),
        *by_week(window.skill, 2, 9, "%{y:.0f} % in week %{x}"),
        *by_surroundings(window),
    ]
    right = axis("surroundings", KIND - 1, HARSH + 7, **places), fares
    return explore.picture(traces, (weeks, speed), (weeks, skill), right, widths=(6, 2, 6, 2, 8))


def by_week(values, panel, gap, hover):
    named = [(ARMS[arm], some) for arm, some in values.items()]
    return explore.curves(range(WEEKS + 1), named, gap=gap, hover=hover, panel=panel)


def by_surroundings(window):
    """Points better than with a dummy pill from kind to harsh surroundings, with markers where they are set."""
    places = [KIND, window.surroundings[0], HARSH]
    fares = [window.gains(place) for place in places]
    styles = {arm: ARMS.get(arm, explore.ABSENT).called(f"  {arm}") for arm in fares[0]}
    named = [(style, [fare[arm] for fare in fares]) for arm, style in styles.items()]
    look = {"hover": "%{y:.1f} points", "panel": 3}
    here = [(style, values[1:2]) for style, values in named]
    return [*explore.curves(places, named, gap=1.4, **look), *explore.marks(places[1:2], here, **look)]
