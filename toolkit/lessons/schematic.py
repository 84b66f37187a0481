"""Lesson 03's schematic: a house of two floors for each treatment, in words and warmth; no picture of a brain."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, line

from .said import number

TOOLS = ("medication", "therapy", "both")
LEVELS = ("body", "thinking")
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
