"""A picture that needs no page to draw it: the same plain chart as a small SVG, for viewers of a saved notebook.

Only what `picture` makes is known here. Coordinates are rounded, so that every machine writes the same file.
"""

import functools
import html
import importlib.resources
import re

import numpy as np

WIDTH, SIZE, RIGHT, TOP, BOTTOM = 820, 13, 14, 14, 44
LETTER = 0.55 * SIZE  # width of a letter, on average
DASHES = {
    "dot": "2 4",
    "dash": "9 5",
    "dashdot": "9 4 2 4",
    "longdash": "16 6",
    "longdashdot": "16 4 2 4",
    "2px,5px": "2 5",
}
MARKS = {
    "circle": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
    "square": "M-5 -5h10v10h-10z",
    "diamond": "M0 -7l7 7l-7 7l-7 -7z",
    "triangle-up": "M0 -6l6 10h-12z",
    "triangle-down": "M0 6l6 -10h-12z",
    "line-ns": "M0 -8v16",
    "x-thin": "M-5 -5l10 10M-5 5l10 -10",
    "x": "M-7 -4l3 -3l4 4l4 -4l3 3l-4 4l4 4l-3 3l-4 -4l-4 4l-3 -3l4 -4z",
}
CROWD = 30  # so many marks of one look in a trace are written as one path
FULL = 11  # size of a mark as drawn above


def svg(figure):
    """The figure as the text of an SVG."""
    layout = figure["layout"]
    left = 26 + LETTER * longest(layout["yaxis"])
    named, taken = legend([trace for trace in figure["data"] if trace["showlegend"]])
    top = TOP + taken
    height = layout["height"]
    inner = WIDTH - left - RIGHT
    panels = {}
    for name in layout:
        if name.startswith("xaxis"):
            across, up = layout[name], layout[name.replace("x", "y", 1)]
            ends = [left + inner * share for share in across.get("domain", (0, 1))]
            room = [height - BOTTOM - (height - BOTTOM - top) * share for share in up.get("domain", (0, 1))]
            panels[name.replace("axis", "")] = (scale(across, *ends), scale(up, *room), across, up, ends, room)
    parts = [frame(*panel) for panel in panels.values()]
    parts += [drawn(trace, *panels[trace["xaxis"]][:2]) for trace in figure["data"]]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'font-family="system-ui, sans-serif" font-size="{SIZE}"><rect width="100%" height="100%" fill="#fff"/>'
        f"{''.join(parts)}{named}</svg>"
    )


@functools.cache
def colour(name):
    """The style sheet's colour of that name on a light page."""
    sheet = importlib.resources.files(__package__).joinpath("explore.css").read_text(encoding="utf-8")
    found = re.search(rf"--toolkit-colour-{name}: (#\w+)", sheet)
    return found[1] if found else "#1b1b1b"


def scale(axis, start, end):
    """value -> coordinate."""
    low, high = axis["range"]
    return lambda value: start + (end - start) * (np.asarray(value, dtype=float) - low) / (high - low)


def longest(axis):
    return max((len(text) for text in ticks(axis).values()), default=0)


def ticks(axis):
    """{value: label}, as given or at round numbers."""
    low, high = axis["range"]
    if "tickvals" in axis:
        values = list(axis["tickvals"])
    else:
        steps = [round * 10.0**power for power in range(-4, 6) for round in (1, 2, 5)]
        step = min(steps, key=lambda step: abs((high - low) / step - 6))
        values = [step * n for n in range(int(np.ceil(low / step)), int(high / step + 1e-9) + 1)]
    labels = axis.get("ticktext") or [f"{value:g}" for value in values]
    return dict(zip(values, labels, strict=True))


def frame(across, up, x_axis, y_axis, ends, room):
    """Grid, tick labels and titles of a panel."""
    bottom, top = room
    parts = []
    for value, label in ticks(x_axis).items():
        at = across(value)
        parts += [path([(at, top), (at, bottom)], "#ddd"), text(at, bottom + 16, label, anchor="middle")]
    for value, label in ticks(y_axis).items():
        at = up(value)
        parts += [path([(ends[0], at), (ends[1], at)], "#ddd"), text(ends[0] - 6, at + 4, label, anchor="end")]
    parts.append(text(sum(ends) / 2, bottom + 34, x_axis["title"]["text"], anchor="middle"))
    if title := y_axis["title"]["text"]:
        beside = ends[0] - LETTER * longest(y_axis) - 26 + SIZE
        turned = f'transform="translate({r(beside)} {r((top + bottom) / 2)}) rotate(-90)"'
        parts.append(f'<text {turned} text-anchor="middle">{html.escape(title)}</text>')
    return "".join(parts)


def drawn(trace, across, up):
    """One trace: a band, a line, markers or words."""
    points = list(zip(across(trace["x"]), up(trace["y"]), strict=True))
    if trace["mode"] == "lines":
        line = trace["line"]
        if trace.get("fill"):
            return path(points, "none", fill=colour(trace["fillcolor"]), opacity=trace["opacity"])
        return path(points, colour(line["color"]), width=line["width"], dash=DASHES.get(line["dash"], ""))
    if trace["mode"] == "text":
        colours = each(trace["textfont"]["color"], points)
        anchor, lift = ("middle", -6) if "center" in trace["textposition"] else ("start", 4)
        named = zip(points, trace["text"], colours, strict=True)
        return "".join(
            text(x + 4 * indent(label), y + lift, label, fill=colour(name), anchor=anchor)
            for (x, y), label, name in named
        )
    marker = trace["marker"]
    if len(points) >= CROWD and isinstance(marker["symbol"], str):
        return crowd(points, marker["color"], marker["symbol"], marker["size"])
    marks = zip(points, each(marker["color"], points), each(marker["symbol"], points), strict=True)
    return interval(trace, across, up) + "".join(mark(x, y, *look) for (x, y), *look in marks if np.isfinite(x))


def indent(label):
    return len(label) - len(label.lstrip())


def each(value, points):
    return value if isinstance(value, list) else [value] * len(points)


def mark(x, y, name, symbol):
    shape, ink = MARKS[symbol.removesuffix("-open")], colour(name)
    fill = "#fff" if symbol.endswith("-open") else ink
    return f'<path d="{shape}" transform="translate({r(x)} {r(y)})" fill="{fill}" stroke="{ink}" stroke-width="2"/>'


def crowd(points, name, symbol, size):
    """Many marks of one look, as one path, drawn as small as they are."""
    small, ink = round(size / FULL, 2), colour(name)
    shape = MARKS[symbol.removesuffix("-open")].replace("M", "m")
    places = "".join(f"M{r(x / small)} {r(y / small)}{shape}" for x, y in points if np.isfinite(x))
    fill = "#fff" if symbol.endswith("-open") else ink
    return f'<path d="{places}" transform="scale({small})" fill="{fill}" stroke="{ink}" stroke-width="2"/>'


def interval(trace, across, up):
    """The lines through markers that have an interval."""
    if "error_x" not in trace:
        return ""
    error = trace["error_x"]
    ends = zip(
        across(trace["x"] - error["arrayminus"]), across(trace["x"] + error["array"]), up(trace["y"]), strict=True
    )
    return "".join(
        path([(low, y), (high, y)], colour(error["color"]), width=1.5) for low, high, y in ends if np.isfinite(low)
    )


def legend(traces):
    """Marks and names in rows, as many as they need; and how high they stand."""
    parts, x, y = [], TOP, TOP
    for trace in traces:
        wide = LETTER * len(trace["name"]) + 34
        if x + wide > WIDTH:
            x, y = TOP, y + 22
        marker = trace["marker"]
        parts += [mark(x, y, marker["color"], marker["symbol"]), text(x + 12, y + 4, trace["name"])]
        x += wide
    return "".join(parts), y + 10 if traces else 0


def path(points, stroke, *, width=1, dash="", fill="none", opacity=1):
    steps = "L".join(f"{r(x)} {r(y)}" for x, y in points)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    faint = f' opacity="{opacity}"' if opacity != 1 else ""
    return f'<path d="M{steps}" fill="{fill}" stroke="{stroke}" stroke-width="{width}"{dashed}{faint}/>'


def text(x, y, label, *, fill="#1b1b1b", anchor="start"):
    return f'<text x="{r(x)}" y="{r(y)}" fill="{fill}" text-anchor="{anchor}">{html.escape(label.strip())}</text>'


def r(value):
    """A coordinate, to a tenth and without a minus before zero."""
    return f"{round(float(value), 1) + 0.0:g}"
