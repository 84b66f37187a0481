"""Lesson 10's picture: who is still well, and the ground on which people stand at the end."""

import numpy as np

from toolkit import explore
from toolkit.explore import axis, line
from toolkit.model import POINTS

from ..stopping_trials import ENDINGS
from .people import GROUND


def chart(seen):
    """Who is still well, with the numbers followed; and the ground on which people stand at the end."""
    names, end = list(seen.weeks), seen.trial.follow
    up = explore.survival_axis("% still well", [ENDINGS[name] for name in names])
    every = 26 if end <= 52 else 52
    across = explore.ticked_axis("weeks since they were well", -0.12 * end, 1.36 * end, every, end)
    lowest = min(heights.min() for heights in seen.valleys.values())
    ground = axis("", lowest - 0.05, lowest + 0.25, tickvals=[])
    return explore.picture(
        [*curves(seen, every), *ground_under(seen)],
        (across, up),
        (axis("score (points) at the end", GROUND[0] * POINTS, GROUND[-1] * POINTS), ground),
        widths=(12, 1, 7),
        height=400 + 22 * len(names),
    )


def curves(seen, every):
    """Kaplan-Meier curves, the published ends as marks, and the numbers still followed below."""
    end, drawn = seen.trial.follow, [(ENDINGS[name], curve) for name, curve in seen.curves.items()]
    traces = explore.survival(drawn, end, every, hover="%{y:.0f}\u00a0% well in week %{x:.0f}")
    for name, (share, low, high) in seen.trial.relapsed.items():
        look, well = ENDINGS[name], 100 - share
        hover = f"published: {well:.0f} % well" + ("" if np.isnan(low) else f" ({100 - high:.0f} to {100 - low:.0f} %)")
        traces.append(explore.dots([end], [well], name=look.label, colour=look.colour, symbol=look.symbol, hover=hover))
    ends = [(style, 100 * curve.share[-1]) for style, curve in drawn]
    return [*traces, explore.names_at_ends(1.03 * end, ends, gap=8, top=100)]


def ground_under(seen):
    """The valleys in which people stand at the end, and a mark where they rest; grey, where all stood at first."""
    ill, heights = seen.at_first
    start = float(np.interp(ill, GROUND, heights))
    grey = {"colour": "nothing", "panel": 2}
    traces = [
        line(GROUND * POINTS, heights, name="at first", dash="dot", width=2, hover=None, **grey),
        explore.dots([ill * POINTS], [start], name="at first", size=13, hover=f"{ill * POINTS:.0f} points", **grey),
        explore.words([ill * POINTS], [start - 0.008], ["at first"], position="bottom center", **grey),
    ]
    for name, heights in seen.valleys.items():
        style, rest = ENDINGS[name], seen.rests[name]
        look = {"colour": style.colour, "panel": 2}
        traces.append(line(GROUND * POINTS, heights, name=style.label, dash=style.dash, width=2, hover=None, **look))
        height, hover = float(np.interp(rest, GROUND, heights)), f"{rest * POINTS:.0f} points"
        traces.append(
            explore.dots([rest * POINTS], [height], name=style.label, symbol=style.symbol, size=13, hover=hover, **look)
        )
    return traces
