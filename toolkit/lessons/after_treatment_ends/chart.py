"""Lesson 07's picture: who is still well, and the ground on which people stand at the end."""

import numpy as np

from toolkit import explore
from toolkit.explore import axis, line
from toolkit.model import POINTS

from ..stopping_trials import ENDINGS
from .people import GROUND

PERCENT = [0, 20, 40, 60, 80, 100]


def chart(seen):
    """Who is still well, with the numbers followed; and the ground on which people stand at the end."""
    names, end = list(seen.weeks), seen.trial.follow
    rows = {-11 * (place + 1): ENDINGS[name].label for place, name in enumerate(names)}
    ticks = {**rows, **{tick: f"{tick}" for tick in PERCENT}}
    up = axis("% still well", -11 * len(names) - 7, 104, tickvals=list(ticks), ticktext=list(ticks.values()))
    every = 26 if end <= 52 else 52
    across = axis("weeks since they were well", -0.12 * end, 1.36 * end, tickvals=list(range(0, end + 1, every)))
    lowest = min(heights.min() for heights in seen.valleys.values())
    ground = axis("", lowest - 0.03, lowest + 0.25, tickvals=[])
    return explore.picture(
        [*curves(seen, every), *ground_under(seen)],
        (across, up),
        (axis("score (points) at the end", GROUND[0] * POINTS, GROUND[-1] * POINTS), ground),
        widths=(12, 1, 7),
        height=400 + 22 * len(names),
    )


def curves(seen, every):
    """Kaplan-Meier curves, the published ends as marks, and the numbers still followed below."""
    traces, end = [], seen.trial.follow
    drawn = seen.curves
    for place, (name, curve) in enumerate(drawn.items()):
        style, weeks = ENDINGS[name], np.append(curve.weeks, end)
        share = 100 * np.append(curve.share, curve.at(end))
        stairs = np.repeat(weeks, 2)[1:], np.repeat(share, 2)[:-1]
        hover = "%{y:.0f} % well in week %{x:.0f}"
        traces.append(line(*stairs, name=style.label, colour=style.colour, dash=style.dash, hover=hover))
        for week in range(0, end + 1, every):
            followed = [f"{(seen.weeks[name] >= week).sum()}"]
            traces.append(
                explore.words([week], [-11 * (place + 1)], followed, colour=style.colour, position="middle center")
            )
    for name, (share, low, high) in seen.trial.relapsed.items():
        look, well = ENDINGS[name], 100 - share
        hover = f"published: {well:.0f} % well" + ("" if np.isnan(low) else f" ({100 - high:.0f} to {100 - low:.0f} %)")
        traces.append(explore.dots([end], [well], name=look.label, colour=look.colour, symbol=look.symbol, hover=hover))
    ends = [(ENDINGS[name], 100 * curve.share[-1]) for name, curve in drawn.items()]
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
