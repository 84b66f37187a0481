"""Lesson 04's picture: a house of two floors for each treatment, in words and warmth; no picture of a brain."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, Style, axis, line

from ..format import number
from .people import LEVELS, TOOLS, WEEKS

FLOOR_WORDS = {
    1.85: "thinking:",
    1.6: "deciding,",
    1.35: "regulating",
    0.75: "body:",
    0.5: "sleep, energy,",
    0.25: "appetite",
}

STYLES = {
    ("medication", "body"): Style("medication, body", "medication", "solid", "square"),
    ("medication", "thinking"): Style("medication, thinking", "medication", "dot", "square-open"),
    ("therapy", "thinking"): Style("therapy, thinking", "therapy", "solid", "triangle-up"),
    ("therapy", "body"): Style("therapy, body", "therapy", "dot", "triangle-up-open"),
}


def chart(house):
    """Left: three houses of two floors, warmer as complaints ease. Right: the gains week by week, and do they add up?"""
    plain = {"showgrid": False, "showline": False}
    floors = axis("", -0.05, 2.2, tickvals=list(FLOOR_WORDS), ticktext=list(FLOOR_WORDS.values()), **plain)
    names = axis(
        "points better than with a dummy pill, in this week",
        0,
        3,
        tickvals=[0.5, 1.5, 2.5],
        ticktext=list(TOOLS),
        domain=(0, 0.36),
        **plain,
    )
    shares = {tool: (house.share(tool), tool) for tool in TOOLS}
    both = house.share("both")
    guide = (
        [] if np.isnan(both) else [line([100, 100], [-0.5, 2.5], name="the two added", width=1, dash="dot", panel=3)]
    )
    right = {"domain": (0.4, 1)}
    return explore.picture(
        [*houses(house), *gains(house), *guide, *explore.dot_rows(shares, "{:.0f} %", {}, panel=3)],
        (names, floors),
        (
            explore.ticked_axis("week", 0, WEEKS + 24, 4, WEEKS, **right),
            axis("points better than with a dummy pill", -0.7, 14, domain=(0.42, 1)),
        ),
        (
            axis("score gained, in % of the two added", 0, 170, tickvals=[0, 50, 100, 150], **right),
            explore.row_axis(TOOLS, domain=(0, 0.24)),
        ),
        height=520,
    )


def gains(house):
    """Gains of the single tools at each level, with a diamond where half of the last week's gain is reached."""
    weeks = np.arange(WEEKS + 1)
    named = [(style, house.gains[key]) for key, style in STYLES.items()]
    drawn = [
        line([house.week, house.week], [0, 13], name="week", width=1, dash="dot", panel=2, hover=f"week {house.week}"),
        *explore.curves(weeks, named, hover="%{y:.1f} points in week %{x:.0f}", gap=0.9, panel=2),
    ]
    halves = [(house.half_week(*key), house.gains[key][-1] / 2, style) for key, style in STYLES.items()]
    for week, gain, style in halves:
        if not np.isnan(week):
            half = {"name": f"half of {style.label}", "hover": "week %{x:.1f}", "panel": 2}
            drawn.append(explore.dots([week], [gain], colour=style.colour, symbol="diamond", size=10, **half))
    return drawn


FULL = 12
"""Points gained at a level at which its floor is painted fully."""


def houses(house):
    """The schematic: floors filled the more, the more is gained there; doors where a tool enters; stairs that pull."""
    drawn = []
    for place, tool in enumerate(TOOLS):
        for level, bottom in zip(LEVELS, (0.0, 1.1), strict=True):
            gain = house.now(tool, level)
            drawn.append(floor(place, bottom, gain, tool, level))
            drawn.append(explore.words([place + 0.5], [bottom + 0.8], [number(gain, "+")], position="middle center"))
        drawn += stairs(place, house.up, house.down)
        drawn += [door(place, house.doors[name], name) for name in house.doors if tool in (name, "both")]
    return drawn


def floor(place, bottom, gain, tool, level):
    """A floor of a house, filled with the tool's colour: from pale (nothing gained) to full (FULL points)."""
    x, y = place + np.array([0.08, 0.92, 0.92, 0.08, 0.08]), bottom + np.array([0, 0, 1, 1, 0])
    warmth = float(np.clip(gain / FULL, 0, 1))
    drawn = line(x, y, name=f"{tool}, {level}", colour=ARMS[tool].colour, width=1.5, hover=f"{gain:.1f} points")
    return {
        **drawn,
        "fill": "toself",
        "fillcolor": ARMS[tool].colour,
        "opacity": 0.15 + 0.6 * warmth,
        "hoveron": "fills",
    }


def stairs(place, up, down):
    """Arrows between the floors, the larger the stronger the pull; none where there is none."""
    arrows = ((0.62, up, "triangle-up"), (0.38, down, "triangle-down"))
    return [
        explore.dots(
            [place + x], [1.05], name="pull between levels", symbol=symbol, size=6 + 18 * pull, hover=f"{pull:.1f}"
        )
        for x, pull, symbol in arrows
        if pull > 0
    ]


def door(place, entry, tool):
    """Where a tool enters: a mark at the left wall, as high as its door."""
    return explore.words([place + 0.12], [0.5 + 1.1 * entry], ["▶"], colour=ARMS[tool].colour, position="middle center")
