"""A small picture of each lesson for the front page: the first panel of its opening picture, without names, colours or numbers.

So it tells how a lesson looks and answers nothing: which line is whose, how far apart two are and what the other panels make of
it is what the lesson asks. `make sheets` writes the pictures, and the front page only reads them, for to live all lessons takes
seconds.
"""

import base64
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).with_suffix("")
"""Where they are kept, by the lesson's slug."""
WIDTH, HEIGHT, EDGE = 144, 84, 6
MOST = {"lines": 36, "markers": 140}
"""Points that are kept of a line, and marks of a trace."""
INK, PAPER = "#3d5a80", "#eef2f7"


def draw_card(figure):
    """The shapes of a picture (plain data, as `picture` makes it) as the text of a small SVG."""
    first = [trace for trace in figure["data"] if trace["mode"] in MOST and trace["xaxis"] == "x"]
    ends = [extent(first, side) for side in "xy"]
    shapes = "".join(shape(trace, *place(trace, *ends)) for trace in first)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="6" fill="{PAPER}"/>'
        f'<g fill="none" stroke="{INK}" stroke-width="1.6" stroke-linejoin="round" opacity=".75">{shapes}</g></svg>\n'
    )


def extent(traces, side):
    """(lowest, highest) coordinate of all traces: the room that axes keep for names goes."""
    values = np.concatenate([np.asarray(trace[side], dtype=float) for trace in traces])
    low, high = np.nanmin(values), np.nanmax(values)
    return low, max(high, low + 1e-9)


def place(trace, x_ends, y_ends):
    """A trace's coordinates on the card, (across, down), thinned out."""
    across = EDGE + (WIDTH - 2 * EDGE) * share(trace["x"], *x_ends)
    down = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share(trace["y"], *y_ends)
    most = MOST[trace["mode"]]
    kept = np.unique(np.linspace(0, len(across) - 1, min(most, len(across))).round().astype(int))
    return across[kept], down[kept]


def share(values, low, high):
    """Where values lie between two ends, from 0 to 1."""
    return (np.asarray(values, dtype=float) - low) / (high - low)


def shape(trace, across, down):
    """One trace: a line, an area, or marks."""
    points = [f"{x:.0f} {y:.0f}" for x, y in zip(across, down, strict=True) if np.isfinite(x) and np.isfinite(y)]
    if trace["mode"] == "markers":
        look = f'stroke-width="{3.6 if len(points) < 60 else 2.4}" stroke-linecap="round"'
        return f'<path d="{"".join(f"M{point}h.1" for point in points)}" {look}/>'
    if trace.get("fill"):
        return f'<path d="M{"L".join(points)}z" fill="{INK}" stroke="none" opacity=".25"/>'
    return f'<path d="M{"L".join(points)}"/>' if len(points) > 1 else ""


def card(lesson):
    """The kept picture of a lesson as an image in HTML, complete in itself; "" where none is kept yet."""
    file = FOLDER / f"{lesson.slug}.svg"
    if not file.exists():
        return ""
    source = base64.b64encode(file.read_bytes()).decode()
    words = f"Shapes from the picture of lesson {lesson.number}"
    return f'<img src="data:image/svg+xml;base64,{source}" width="{WIDTH}" height="{HEIGHT}" alt="{words}">'
