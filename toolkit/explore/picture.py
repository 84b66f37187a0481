"""Charts as plain data for the light view: the same look for the same thing everywhere."""

import dataclasses

import numpy as np

from toolkit.model.plan import BOTH, DUMMY, MEDICATION, THERAPY, THERAPY_AND_DUMMY, WAITING

COLOURS = {
    "ink": "#1b1b1b",
    "waiting": "#4a2a7a",
    "nothing": "#6b6b6b",
    "medication": "#0068a3",
    "therapy": "#b54e00",
    "therapy-dummy": "#70200c",
    "both": "#007a55",
    "pinned": "#909090",
}
"""What stands for what, and its colour on a light page. Charts hold these values, so that they are plotly's own; the page puts its
own in their place where it is dark, printed or in high contrast (explore.css), and leaves every other colour as it is."""
INK = COLOURS["ink"]


def real(colour):
    """A colour, or a list of them, as plotly knows it: a key of COLOURS becomes its value, anything else stays."""
    if isinstance(colour, str):
        return COLOURS.get(colour, colour)
    return [COLOURS.get(one, one) for one in colour]


@dataclasses.dataclass(frozen=True)
class Style:
    """How one arm is drawn wherever it appears; colour, dash and marker each tell it apart on their own.

    The colour may be given as a key of COLOURS; it is kept as its value.
    """

    label: str
    colour: str
    dash: str
    symbol: str

    def __post_init__(self):
        object.__setattr__(self, "colour", real(self.colour))

    def called(self, label):
        """The same style under another name."""
        return dataclasses.replace(self, label=label)


ARMS = {
    WAITING: Style(WAITING, "waiting", "longdash", "x"),
    DUMMY: Style(DUMMY, "nothing", "dot", "circle-open"),
    MEDICATION: Style(MEDICATION, "medication", "dash", "square"),
    THERAPY: Style(THERAPY, "therapy", "dashdot", "triangle-up"),
    THERAPY_AND_DUMMY: Style(THERAPY_AND_DUMMY, "therapy-dummy", "longdashdot", "triangle-down"),
    BOTH: Style(BOTH, "both", "solid", "diamond"),
}

ABSENT = Style("without", INK, "dot", "")
"""How the picture looks without the mechanism in question: a line that carries no marks."""
PUBLISHED = Style("published", INK, "solid", "diamond")
"""How published figures look where the toy's arms stand beside them."""
LEGENDS = {"left": {"x": 0}, "right": {"x": 1, "xanchor": "right"}}


def line(x, y, *, name, colour=INK, dash="solid", width=2.5, panel=1, hover="%{y}"):
    """A line through points."""
    look = {"color": real(colour), "dash": dash, "width": width}
    return trace(x, y, name=name, mode="lines", line=look, panel=panel, hover=hover)


def band(x, low, high, *, colour, name, panel=1):
    """A shaded band between two curves, for the spread of people."""
    around = np.concatenate([x, x[::-1]])
    edge = np.concatenate([low, high[::-1]])
    shade = {"fill": "toself", "fillcolor": real(colour), "opacity": 0.13, "line": {"width": 0}}
    return trace(around, edge, name=name, mode="lines", panel=panel, hover=None, **shade)


def dots(x, y, *, name, colour=INK, symbol="circle", size=11, panel=1, hover="%{x}", error=None, legend=False):
    """Markers, with an interval (low, high) around each where given (nan for none); in the legend if asked.

    Colour, symbol and hover may be lists, one for each marker.
    """
    colour = real(colour)
    marker = {"color": colour, "symbol": symbol, "size": size, "line": {"color": colour, "width": 2}}
    more = {"mode": "markers", "showlegend": legend, "cliponaxis": False}
    if error is not None:
        low, high = (np.asarray(end, dtype=float) for end in error)
        position = np.asarray(x, dtype=float)
        more["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": high - position,
            "arrayminus": position - low,
            "color": colour,
            "thickness": 1.5,
            "width": 4,
        }
    return trace(x, y, name=name, marker=marker, panel=panel, hover=hover, **more)


def words(x, y, text, *, colour=INK, position="middle right", panel=1):
    """Text in the chart, as at the end of a line; colour may be a list, one for each text."""
    return trace(
        x,
        y,
        name="",
        mode="text",
        text=text,
        textposition=position,
        textfont={"color": real(colour)},
        cliponaxis=False,
        panel=panel,
        hover=None,
    )


def in_legend(names, dashes):
    """Words that name lines, which are dashed like this: where it is narrow, the page puts them in the legend instead."""
    return {**names, "meta": dashes}


def guess_line(x, y, label_at, *, hover, name="your guess", position="middle right", panel=1):
    """A guess, kept on the picture: a dashed line through points, with its name at (x, y)."""
    across, up = label_at
    return [
        line(x, y, name=name, dash="dash", width=1.5, panel=panel, hover=hover),
        in_legend(words([across], [up], ["your guess"], position=position, panel=panel), ["dash"]),
    ]


def period(start, stop, height, *, arm, panel=1):
    """A treatment period: a bar under the curves. The axis names it: see `with_periods`."""
    style = ARMS[arm]
    return line(
        [start, stop], [height, height], name=style.label, colour=style.colour, width=6, panel=panel, hover="given"
    )


def with_periods(title, low, high, ticks, periods):
    """An upward axis whose lower end names the treatment periods, {height: arm}."""
    named = {**{height: ARMS[arm].label for height, arm in periods.items()}, **{tick: f"{tick:g}" for tick in ticks}}
    return axis(title, low, high, tickvals=list(named), ticktext=list(named.values()))


def trace(x, y, *, name, panel, hover, **more):
    """One plotly scatter trace in panel 1, 2, …; hover is a template, or None for no hover."""
    number = "" if panel == 1 else str(panel)
    if hover is None:
        about = {"hoverinfo": "skip"}
    elif isinstance(hover, list):
        about = {"hovertemplate": "%{hovertext}<extra></extra>", "hovertext": hover}
    else:
        about = {"hovertemplate": f"{name}: {hover}<extra></extra>" if name else hover}
    return {
        "type": "scatter",
        "name": name,
        "x": column(x),
        "y": column(y),
        "xaxis": f"x{number}",
        "yaxis": f"y{number}",
        "showlegend": False,
        **about,
        **more,
    }


def column(values):
    """Numbers as a float array (they travel as binary), words as a list."""
    values = list(values)
    return values if values and isinstance(values[0], str) else np.asarray(values, dtype=float)


def axis(title, low, high, **more):
    """An axis with a title and a range that stays put, so that what moves is the data."""
    return {"title": {"text": title}, "range": [low, high], **more}


def picture(traces, *axes, widths=(1,), height=420, legend=""):
    """A chart: traces, and one pair (x axis, y axis) for each panel.

    Panels stand side by side where there is room, sharing it as `widths` say, gaps (for names of rows) between them. Axes that
    bring a `domain` of their own (two shares of the picture, from the left or from below) stay there: panels in two storeys.
    A legend stands above them, on the "left" or "right", where one is asked for.
    """
    layout = {"height": height}
    if legend:
        layout["legend"] = {"orientation": "h", "y": 1.02, "yanchor": "bottom", **LEGENDS[legend]}
    edges = (np.cumsum([0, *widths]) / sum(widths)).tolist()
    places = zip(edges[::2], edges[1::2], strict=True)
    for number, (across, up) in enumerate(axes, start=1):
        suffix = "" if number == 1 else str(number)
        place = {} if "domain" in across else {"domain": list(next(places))}
        layout[f"xaxis{suffix}"] = {**across, **place, "anchor": f"y{suffix}"}
        layout[f"yaxis{suffix}"] = {**up, "anchor": f"x{suffix}"}
    make_room(layout, traces)
    return {"data": traces, "layout": layout}


def make_room(layout, traces):
    """Widen axes that a line or mark would leave: ranges stay put for the eye, but nothing that moves may vanish."""
    for trace in traces:
        if trace["mode"] == "text" or "fill" in trace:
            continue
        for side in "xy":
            values = trace[side]
            if isinstance(values, np.ndarray):
                about = layout[f"{side}axis{trace[f'{side}axis'][1:]}"]
                low, high = about["range"]
                lowest, highest = np.fmin.reduce(values, initial=np.inf), np.fmax.reduce(values, initial=-np.inf)
                about["range"] = [min(low, float(lowest)), max(high, float(highest))]


def pinned(before, now):
    """What an earlier picture tells on hover, thin and grey, for beneath a later one; panels with other axes are left out.

    A plotly figure has kinds of traces that could not lie beneath: of such a picture only the sentence is kept.
    """
    if "as_is" in before or "as_is" in now:
        return []
    return [
        faded(trace) for trace in before["data"] if "hovertemplate" in trace and axes(before, trace) == axes(now, trace)
    ]


def axes(picture, trace):
    """What the axes of a trace's panel say."""
    across, up = (picture["layout"].get(f"{axis}{trace[axis][1:]}", {}) for axis in ("xaxis", "yaxis"))
    return across.get("title"), up.get("title"), list(up.get("ticktext", ()))


def faded(trace):
    grey = {
        "name": f"pinned: {trace['name']}",
        "hovertemplate": f"pinned: {trace['hovertemplate']}",
        "showlegend": False,
    }
    if trace["mode"] == "lines":
        return {**trace, **grey, "line": {**trace["line"], "color": COLOURS["pinned"], "width": 1.5}}
    marker = {**trace["marker"], "color": COLOURS["pinned"], "line": {"color": COLOURS["pinned"], "width": 1}}
    return {**{key: value for key, value in trace.items() if key != "error_x"}, **grey, "marker": marker}
