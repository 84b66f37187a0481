"""Charts that several lessons share, put together from the traces of `picture`."""

import numpy as np

from .picture import ARMS, INK, axis, band, dots, in_legend, line, words


def curves(weeks, named, *, hover, gap, panel=1):
    """One line each, named at its right end.

    Args:
        weeks: shape (weeks,).
        named: [(Style, values of shape (weeks,)), …].
        hover: template for one point, such as "%{y:.1f} points".
        gap: least distance between two names, in units of the axis.
        panel: number of the panel.
    """
    drawn = [
        line(weeks, values, name=style.label, colour=style.colour, dash=style.dash, panel=panel, hover=hover)
        for style, values in named
    ]
    return [*drawn, names_at_ends(weeks[-1], [(style, values[-1]) for style, values in named], gap=gap, panel=panel)]


def names_at_ends(x, ends, *, gap, top=np.inf, panel=1):
    """Names beside the ends of curves, [(Style, height), …]: pushed upwards where two would overlap, and back below `top`.

    Where it is narrow they go to the legend.
    """
    ends = sorted(((style, height) for style, height in ends if np.isfinite(height)), key=lambda end: end[1])
    heights, below, above = [], -np.inf, top + gap
    for _, height in ends:
        heights.append(below := max(height, below + gap))
    for place in reversed(range(len(heights))):
        heights[place] = above = min(heights[place], above - gap)
    labels, colours = [f" {style.label}" for style, _ in ends], [style.colour for style, _ in ends]
    names = words([x] * len(ends), heights, labels, colour=colours, panel=panel)
    return in_legend(names, [style.dash for style, _ in ends])


def marks(x, named, *, hover, panel=1):
    """Each style's marker at some places of its curve.

    Args:
        x: shape (places,).
        named: [(Style, values of shape (places,)), …]; a style without a symbol has no marks.
        hover, panel: as in `curves`.
    """
    return [
        dots(x, values, name=style.label.strip(), colour=style.colour, symbol=style.symbol, panel=panel, hover=hover)
        for style, values in named
        if style.symbol
    ]


def lives(weeks, scores, spread=(), gap=2.6):
    """Mean score of each arm over the weeks, named at its end, over the middle half of the people.

    Args:
        weeks: shape (weeks,).
        scores: {arm: array of shape (weeks, patients)}, arms from ARMS.
        spread: the arms whose middle half is shaded; none is shaded for a single person.
        gap: as in `curves`.
    """
    shaded = [middle_half(weeks, scores[name], name) for name in spread if scores[name].shape[1] > 1]
    means = [(ARMS[name], values.mean(axis=1)) for name, values in scores.items()]
    return [*shaded, *curves(weeks, means, hover="%{y:.1f} points in week %{x:.0f}", gap=gap)]


def middle_half(weeks, values, arm):
    """The band that holds the middle half of the people in each week."""
    low, high = np.quantile(values, [0.25, 0.75], axis=1)
    return band(weeks, low, high, colour=ARMS[arm].colour, name=f"{arm}: middle half of people")


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
    symbols = [ARMS[what].symbol if what in ARMS else symbols[what] for _, what in rows.values()]
    hover = [f"{label}: {text}" for label, text in zip(rows, said, strict=True)]
    places, texts = np.nan_to_num(values), [f"   {text}" for text in said]
    return [
        dots(values, heights, name="", colour=colours, symbol=symbols, panel=panel, hover=hover),
        words(places, heights, texts, colour=colours, panel=panel),
    ]


def row_axis(labels, **more):
    """The upward axis of a chart in rows, top to bottom, one label each."""
    count = len(labels)
    return axis("", -0.6, count - 0.4, tickvals=list(range(count)), ticktext=list(labels)[::-1], **more)


def ticked_axis(title, low, high, every=20, last=100, **more):
    """An axis with a tick every so many units from 0 to the last: weeks, sessions, or percent as it stands."""
    return axis(title, low, high, tickvals=list(range(0, last + 1, every)), **more)


def bars(rows, *, colour, lost, hover, written="{:.0f}", panel=1):
    """A bar a row, top to bottom, of what is left; dotted, what has been lost since the row above.

    Args:
        rows: [(label, value), …] from 0 up, none larger than the one above it.
        lost: name of the dotted part. hover: how a bar is told, such as "{:.0f} % left". written: how its end is labelled.
    """
    traces, before = [], rows[0][1]
    for height, (label, left) in zip(range(len(rows) - 1, -1, -1), rows, strict=True):
        gone = {"name": lost, "colour": "nothing", "dash": "dot", "hover": written.format(before - left)}
        traces += [
            line([left, before], [height] * 2, panel=panel, **gone),
            line([0, left], [height] * 2, name=label, colour=colour, width=14, panel=panel, hover=hover.format(left)),
            words([before], [height], [f"  {written.format(left)}"], colour=colour, panel=panel),
        ]
        before = left
    return traces


def forest(rows, ends, *, name, panel=1):
    """A square with its interval a row, top to bottom, no farther out than the axis reaches.

    Args:
        rows: [(label, (value, low, high), colour), …]. ends: of the axis. name: in the legend.
    """
    heights = np.arange(len(rows))[::-1]
    for place, (label, figure, colour) in enumerate(rows):
        value, low, high = np.clip(figure, *ends)
        said = "{}: {:.1f} ({:.1f} to {:.1f})".format(label, *figure)
        look = {"name": name, "colour": colour, "symbol": "square", "size": 9, "panel": panel}
        yield dots([value], heights[[place]], error=([low], [high]), hover=[said], legend=place == 0, **look)
