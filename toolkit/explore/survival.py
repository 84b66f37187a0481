"""Who stays well: Kaplan–Meier curves as stairs, with the numbers still followed below, in one look for all lessons."""

import numpy as np

from .picture import axis, line, words

BELOW = 11
"""Percent between two rows of numbers below the curves: about two lines of type where a picture is some 400 pixels high."""


def survival(curves, end, every, *, hover, panel=1):
    """Curves of staying well, and below each how many are still followed.

    Args:
        curves: [(Style, SurvivalCurve), …]; the axis names them in this order: see `survival_axis`.
        end: last week. every: weeks between two numbers.
        hover: template for one point, such as "%{y:.0f} % well in week %{x:.0f}".
        panel: number of the panel.
    """
    traces = []
    for place, (style, curve) in enumerate(curves):
        weeks, share = np.append(curve.weeks, end), 100 * np.append(curve.share, curve.at(end))
        stairs = np.repeat(weeks, 2)[1:], np.repeat(share, 2)[:-1]
        look = {"colour": style.colour, "panel": panel}
        traces.append(line(*stairs, name=style.label, dash=style.dash, hover=hover, **look))
        for week in range(0, end + 1, every):
            count = [f"{followed(curve, week):,}"]
            traces.append(words([week], [-BELOW * (place + 1)], count, position="middle center", **look))
    return traces


def followed(curve, week):
    """How many are still followed in a week: neither relapsed before it nor left."""
    return int(curve.at_risk[np.searchsorted(curve.weeks, week)]) if curve.weeks[-1] >= week else 0


def survival_axis(title, styles):
    """The upward axis in percent, whose lower end names the rows of numbers, one for each Style."""
    names = {-BELOW * (place + 1): style.label for place, style in enumerate(styles)}
    ticks = {**names, **{tick: f"{tick}" for tick in range(0, 101, 20)}}
    low = -BELOW * len(styles) - 7
    return axis(title, low, 104, tickvals=list(ticks), ticktext=list(ticks.values()))
