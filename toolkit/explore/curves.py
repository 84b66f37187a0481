"""Curves with their names at their ends, in any panel and in any style."""

import numpy as np

from .picture import line, words


def curves(weeks, named, *, hover, gap, panel=1):
    """One line each, named at its right end.

    Args:
        weeks: shape (weeks,).
        named: [(Style, values of shape (weeks,)), …].
        hover: template for one point, such as "%{y:.1f} points".
        gap: least distance between two names, in units of the axis; names are pushed upwards where two would overlap.
        panel: number of the panel.
    """
    drawn = [
        line(weeks, values, name=style.label, colour=style.colour, dash=style.dash, panel=panel, hover=hover)
        for style, values in named
    ]
    below = -np.inf
    for style, values in sorted(named, key=lambda pair: pair[1][-1]):
        below = max(values[-1], below + gap)
        drawn.append(words([weeks[-1]], [below], [f" {style.label}"], colour=style.colour, panel=panel))
    return drawn
