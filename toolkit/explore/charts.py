"""Charts that several lessons share, put together from the traces of `picture`."""

import numpy as np

from .picture import ARMS, INK, axis, band, dots, line, words


def lives(weeks, scores, spread=()):
    """Mean score of each arm over the weeks, named at its end, over the middle half of the people.

    Args:
        weeks: shape (weeks,).
        scores: {arm: array of shape (weeks, patients)}, arms from ARMS.
        spread: the arms whose middle half is shaded; none is shaded for a single person.
    """
    shaded = [name for name in spread if scores[name].shape[1] > 1]
    traces = [middle_half(weeks, scores[name], name) for name in shaded]
    means = {name: values.mean(axis=1) for name, values in scores.items()}
    for name, mean in means.items():
        style = ARMS[name]
        hover = "%{y:.1f} points in week %{x:.0f}"
        traces.append(line(weeks, mean, name=style.label, colour=style.colour, dash=style.dash, hover=hover))
    return traces + names_at_ends(weeks[-1], {name: mean[-1] for name, mean in means.items()})


def middle_half(weeks, values, arm):
    """The band that holds the middle half of the people in each week."""
    low, high = np.quantile(values, [0.25, 0.75], axis=1)
    return band(weeks, low, high, colour=ARMS[arm].colour, name=f"{arm}: middle half of people")


def names_at_ends(week, heights, gap=2.6):
    """Each arm's name beside the end of its curve, pushed upwards where two would overlap."""
    names, places, below = sorted(heights, key=heights.get), [], -np.inf
    for name in names:
        below = max(heights[name], below + gap)
        places.append(below)
    labels = [f" {ARMS[name].label}" for name in names]
    return [words([week] * len(names), places, labels, colour=[ARMS[name].colour for name in names])]


def dot_rows(rows, shown, symbols, panel=1):
    """One labelled dot a row, top to bottom.

    Args:
        rows: {label: (value, what)}, with nan where nothing can be said; `what` is an arm of ARMS, or a key of `symbols`
            drawn in the page's ink.
        shown: how a value is written, such as "{:.0f} %".
        symbols: {what: plotly symbol}.
    """
    values = np.array([value for value, _ in rows.values()])
    heights = np.arange(len(rows))[::-1]
    said = ["cannot say" if np.isnan(value) else shown.format(value) for value in values]
    colours = [ARMS[what].colour if what in ARMS else INK for _, what in rows.values()]
    marks = [ARMS[what].symbol if what in ARMS else symbols[what] for _, what in rows.values()]
    hover = [f"{label}: {text}" for label, text in zip(rows, said, strict=True)]
    places, texts = np.nan_to_num(values), [f"   {text}" for text in said]
    return [
        dots(values, heights, name="", colour=colours, symbol=marks, panel=panel, hover=hover),
        words(places, heights, texts, colour=colours, panel=panel),
    ]


def row_axis(labels):
    """The upward axis of a chart in rows, top to bottom, one label each."""
    count = len(labels)
    return axis("", -0.6, count - 0.4, tickvals=list(range(count)), ticktext=list(labels)[::-1])
