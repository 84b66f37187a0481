"""A picture that needs no page to draw it: the same plain chart as a small SVG, for viewers of a saved notebook.

Only what `picture` makes is known here. Coordinates are rounded, so that every machine writes the same file.
"""

import html
import re

import numpy as np

WIDTH, SIZE, EDGE, RIGHT = 820, 13, 12, 16
LINE = 1.25 * SIZE
GAP = 12  # between a panel and the labels of the next
WIDEST = 0.4  # of the picture: longer names of rows are wrapped
DASHES = {
    "dot": "2 4",
    "dash": "9 5",
    "dashdot": "9 4 2 4",
    "longdash": "16 6",
    "longdashdot": "16 4 2 4",
    "2px,5px": "2 5",
    "5px,3px": "5 3",
}
MARKS = {
    "circle": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
    "square": "M-5 -5h10v10h-10z",
    "square-x": "M-5 -5h10v10h-10zl10 10m-10 0l10 -10",
    "square-cross": "M-5 -5h10v10h-10zm0 5h10m-5 -5v10",
    "diamond": "M0 -7l7 7l-7 7l-7 -7z",
    "triangle-up": "M0 -6l6 10h-12z",
    "triangle-down": "M0 6l6 -10h-12z",
    "line-ns": "M0 -8v16",
    "x-thin": "M-5 -5l10 10m-10 0l10 -10",
    "x": "M-7 -4l3 -3l4 4l4 -4l3 3l-4 4l4 4l-3 3l-4 -4l-4 4l-3 -3l4 -4z",
}
ROUND = "m-5 0a5 5 0 1 1 0 .01z"  # a circle in few letters, for the hundreds of people in a picture
CROWD = 30  # so many marks of one look in a trace are written as one path
SMALL = 10  # and smaller ones, however few: a person is as large among few as among many
FULL = 11  # size of a mark as drawn above
# Widths of letters in ems, as in the widest of the usual typefaces: whoever looks may have any of them.
WIDTHS = {"ijl'|": 0.28, " .,:;!": 0.33, "ftrI()[]/-": 0.42, "mwMW%@—…▲▼▶": 0.98}
LETTERS = {letter: share for letters, share in WIDTHS.items() for letter in letters}


def svg(figure):
    """The figure as the text of an SVG."""
    layout = figure["layout"]
    panels = placed(layout, figure["data"])
    named, top = legend([trace for trace in figure["data"] if trace["showlegend"]])
    foot = max(panel.foot for panel in panels.values())
    inner = layout["height"] - 44 - top
    inner *= max(1, *(panel.crowding(inner) for panel in panels.values()))
    height = top + inner + foot
    for panel in panels.values():
        panel.stand(top, top + inner)
    parts = [panel.frame() for panel in panels.values()]
    parts += [drawn(trace, panels[trace["xaxis"]]) for trace in figure["data"]]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {r(height)}" width="{WIDTH}" height="{r(height)}" '
        f'font-family="system-ui, sans-serif" font-size="{SIZE}"><rect width="100%" height="100%" fill="#fff"/>'
        f"{''.join(parts)}{named}</svg>"
    )


class Panel:
    """Two axes and their place: `left`, `right`, `top`, `bottom` in pixels."""

    def __init__(self, across, up):
        self.x_axis, self.y_axis = across, up
        self.start, self.end = across.get("domain", (0, 1))
        self.low, self.high = up.get("domain", (0, 1))
        self.rows = {value: wrapped(label, WIDEST * WIDTH) for value, label in ticks(up).items()}
        self.labels = max((wide(line) for lines in self.rows.values() for line in lines), default=0)
        self.columns, self.title, self.heading = {}, [], []

    @property
    def room(self):
        """What labels and title take beside the panel."""
        return self.labels + 8 + (LINE + 4 if self.y_axis["title"]["text"] else 0)

    def spread(self, left, right):
        """Take a place from left to right, and break what stands below into lines that fit it."""
        self.left, self.right = left, right
        room = right - left
        self.columns = thinned(ticks(self.x_axis), self.x_axis["range"], room)
        self.title = wrapped(self.x_axis["title"]["text"], room + min(left - EDGE, 2 * (WIDTH - right), 40))

    @property
    def foot(self):
        """Height of what stands below: the labels, then the title."""
        return 8 + LINE * (max(map(len, self.columns.values()), default=0) + len(self.title))

    def crowding(self, height):
        """How many times as high a whole of that height must be, so that names of rows have the room for their lines."""
        if len(self.rows) < 2:
            return 1
        low, high = self.y_axis["range"]
        places = sorted(self.rows)
        apart = height * (self.high - self.low) * min(np.diff(places)) / (high - low)
        return max(map(len, self.rows.values())) * LINE * 1.1 / apart

    def stand(self, top, bottom):
        """Take a place from top to bottom of the whole."""
        self.bottom, self.top = bottom - (bottom - top) * self.low, bottom - (bottom - top) * self.high
        self.heading = wrapped(self.y_axis["title"]["text"], self.bottom - self.top + 2 * SIZE)

    def overhang(self, traces):
        """How far words of these traces reach over the right side."""
        ends = [0]
        for trace in traces:
            if trace["mode"] == "text" and trace["textposition"].endswith("right"):
                ends += [
                    x + 4 + wide(label) - self.right
                    for x, label in zip(self.across(trace["x"]), trace["text"], strict=True)
                ]
        return max(ends)

    def across(self, values):
        return between(values, self.x_axis["range"], self.left, self.right)

    def up(self, values):
        return between(values, self.y_axis["range"], self.bottom, self.top)

    def frame(self):
        """Grid, labels and titles."""
        parts, below = [], self.bottom + 3 + SIZE
        for value in ticks(self.x_axis):
            at = self.across(value)
            parts.append(path([(at, self.top), (at, self.bottom)], "#ddd"))
        for value, lines in self.columns.items():
            parts.append(text(self.across(value), below, lines, anchor="middle"))
        for value, lines in self.rows.items():
            at = self.up(value)
            parts.append(path([(self.left, at), (self.right, at)], "#ddd"))
            parts.append(text(self.left - 6, at + 4 - LINE * (len(lines) - 1) / 2, lines, anchor="end"))
        middle = (self.left + self.right) / 2
        under = below + LINE * max(map(len, self.columns.values()), default=0) + 2
        parts.append(text(kept(middle, self.title), under, self.title, anchor="middle"))
        turned = self.left - self.room + SIZE - LINE * (len(self.heading) - 1)
        for number, line in enumerate(self.heading):
            at = f"translate({r(turned + LINE * number)} {r((self.top + self.bottom) / 2)}) rotate(-90)"
            parts.append(f'<text transform="{at}" text-anchor="middle">{html.escape(line)}</text>')
        return f'<g class="axes">{"".join(parts)}</g>'


def placed(layout, traces):
    """{name of the x axis: Panel}: those side by side share the width that labels, and words at the ends of curves, leave."""
    axes = [name for name in layout if name.startswith("xaxis")]
    panels = {name.replace("axis", ""): Panel(layout[name], layout[name.replace("x", "y", 1)]) for name in axes}
    margin = EDGE + max(panel.room for panel in panels.values() if not panel.start)
    inner = WIDTH - RIGHT - margin
    for panel in panels.values():
        panel.spread(margin, margin + inner)
    beside = [(name, panel) for name, panel in panels.items() if (panel.start, panel.end) != (0, 1)]
    starts = sorted({panel.start for _, panel in beside})
    columns = [[(name, panel) for name, panel in beside if panel.start == start] for start in starts]
    gaps = [
        GAP + max(panel.room for _, panel in column) if start else 0
        for start, column in zip(starts, columns, strict=True)
    ]
    share(columns, gaps, margin, RIGHT)
    over = [
        max(panel.overhang([trace for trace in traces if trace["xaxis"] == name]) for name, panel in column)
        for column in columns
    ]
    right = RIGHT + max(0, over.pop() - RIGHT + 2) if over else RIGHT
    share(columns, [gap + more for gap, more in zip(gaps, [0, *over][: len(gaps)], strict=True)], margin, right)
    return panels


def share(columns, gaps, left, right):
    """Let columns of panels have what the margins, and gaps before them, leave."""
    parts = [column[0][1].end - column[0][1].start for column in columns]
    inner = WIDTH - right - left - sum(gaps)
    for column, gap, part in zip(columns, gaps, parts, strict=True):
        start, left = left + gap, left + gap + inner * part / sum(parts)
        for _, panel in column:
            panel.spread(start, left)


def between(values, ends, start, stop):
    """Values as coordinates."""
    low, high = ends
    return start + (stop - start) * (np.asarray(values, dtype=float) - low) / (high - low)


def wide(label):
    """Width of a line of text in pixels: never less than it takes."""
    return SIZE * sum(LETTERS.get(letter, 0.72 if letter.isupper() else 0.62) for letter in label)


def wrapped(label, room):
    """The lines of a text, none wider than the room where its words allow it."""
    lines = []
    for word in re.split(r" |<br>", label) if label else ():
        if lines and wide(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def kept(middle, lines):
    """Where the middle of lines stands so that none is cut."""
    half = max(map(wide, lines), default=0) / 2
    return max(half + 2, min(middle, WIDTH - half - 2))


def ticks(axis):
    """{value: label}, as given or at round numbers."""
    low, high = axis["range"]
    if axis.get("showticklabels") is False:
        return {}
    if "tickvals" in axis:
        values = list(axis["tickvals"])
    else:
        steps = [round * 10.0**power for power in range(-4, 6) for round in (1, 2, 5)]
        step = min(steps, key=lambda step: abs((high - low) / step - 6))
        values = [step * n for n in range(int(np.ceil(low / step)), int(high / step + 1e-9) + 1)]
    labels = axis.get("ticktext") or [f"{value:g}" for value in values]
    return {value: label for value, label in zip(values, labels, strict=True) if low <= value <= high}


def thinned(labels, ends, room):
    """{value: lines}: every number of an axis, every second, … as there is room; words stand on several lines, then in two rows."""
    values = sorted(labels)
    if len(values) < 2:
        return {value: wrapped(label, room) for value, label in labels.items()}
    apart = room * (values[-1] - values[0]) / (ends[1] - ends[0]) / (len(values) - 1)
    if all(re.fullmatch(r"[−-]?[\d.,]+", label) for label in labels.values()):
        widest = max(map(wide, labels.values())) + 0.4 * SIZE
        return {value: [labels[value]] for value in values[:: max(1, int(np.ceil(widest / apart)))]}
    lines = {value: wrapped(label, apart - 0.5 * SIZE) for value, label in labels.items()}
    if max(wide(line) for many in lines.values() for line in many) <= apart:
        return lines
    return {value: [""] * (place % 2) + [labels[value].replace("<br>", " ")] for place, value in enumerate(values)}


def drawn(trace, panel):
    """One trace: a band, a line, markers or words."""
    points = list(zip(panel.across(trace["x"]), panel.up(trace["y"]), strict=True))
    if trace["mode"] == "lines":
        line = trace["line"]
        if trace.get("fill"):
            return path(points, "none", fill=trace["fillcolor"], opacity=trace["opacity"])
        return path(points, line["color"], width=line["width"], dash=DASHES.get(line["dash"], ""))
    if trace["mode"] == "text":
        named = zip(points, trace["text"], each(trace["textfont"]["color"], points), strict=True)
        return "".join(said(at, label, trace["textposition"], name, panel) for at, label, name in named)
    marker = trace["marker"]
    if isinstance(marker["symbol"], str) and (len(points) >= CROWD or marker["size"] < SMALL):
        return crowd(points, marker["color"], marker["symbol"], marker["size"])
    marks = zip(points, each(marker["color"], points), each(marker["symbol"], points), strict=True)
    return interval(trace, panel) + "".join(mark(x, y, *look) for (x, y), *look in marks if np.isfinite(x))


def said(at, label, position, fill, panel):
    """Words at a place: on its other side where they would leave the picture, on several lines where neither side has room."""
    (x, y), (level, side) = at, position.split()
    indent = 4 * (len(label) - len(label.lstrip()))
    words = label.strip()
    rooms = {"right": WIDTH - 2 - x - indent, "left": x - panel.left, "center": 2 * min(x - EDGE, WIDTH - 2 - x)}
    if wide(words) > rooms[side]:
        level = "top" if side == "right" else level
        side = max(("right", "left"), key=rooms.get)
    lines = wrapped(words, rooms[side])
    lift = {"top": -6 - LINE * (len(lines) - 1), "middle": 4 - LINE * (len(lines) - 1) / 2, "bottom": SIZE + 3}[level]
    shift, anchor = {"right": (indent, "start"), "left": (-4, "end"), "center": (0, "middle")}[side]
    return text(x + shift, y + lift, lines, fill=fill, anchor=anchor)


def each(value, points):
    return value if isinstance(value, list) else [value] * len(points)


def mark(x, y, name, symbol):
    shape, ink = MARKS[symbol.removesuffix("-open")], name
    fill = "#fff" if symbol.endswith("-open") else ink
    return f'<path d="{shape}" transform="translate({r(x)} {r(y)})" fill="{fill}" stroke="{ink}" stroke-width="2"/>'


def crowd(points, name, symbol, size):
    """Many marks of one look, as one path, drawn as small as they are."""
    small, ink = round(size / FULL, 2), name
    plain = symbol.removesuffix("-open")
    shape = ROUND if plain == "circle" else MARKS[plain].replace("M", "m")
    places = "".join(f"M{r(x / small)} {r(y / small)}{shape}" for x, y in points if np.isfinite(x))
    fill = "#fff" if symbol.endswith("-open") else ink
    return f'<path d="{places}" transform="scale({small})" fill="{fill}" stroke="{ink}" stroke-width="2"/>'


def interval(trace, panel):
    """The lines through markers that have an interval."""
    if "error_x" not in trace:
        return ""
    error = trace["error_x"]
    low, high = panel.across(trace["x"] - error["arrayminus"]), panel.across(trace["x"] + error["array"])
    ends = zip(low, high, panel.up(trace["y"]), strict=True)
    return "".join(path([(a, y), (b, y)], error["color"], width=1.5) for a, b, y in ends if np.isfinite(a))


def legend(traces):
    """Marks and names in rows, as many as they need; and where the panels begin below them."""
    parts, x, y = [], EDGE, EDGE + 2
    for trace in traces:
        lines = wrapped(trace["name"], WIDTH - 40)
        taken = max(map(wide, lines)) + 36
        if x > EDGE and x + taken > WIDTH:
            x, y = EDGE, y + 22
        marker = trace["marker"]
        parts += [mark(x, y, marker["color"], marker["symbol"]), text(x + 12, y + 4, lines)]
        x += taken
        y += LINE * (len(lines) - 1)
    return "".join(parts), y + (24 if traces else 0)


def path(points, stroke, *, width=1, dash="", fill="none", opacity=1):
    steps = "L".join(f"{r(x)} {r(y)}" for x, y in points)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    faint = f' opacity="{opacity:.3g}"' if opacity != 1 else ""
    return f'<path d="M{steps}" fill="{fill}" stroke="{stroke}" stroke-width="{width}"{dashed}{faint}/>'


def text(x, y, lines, *, fill="#1b1b1b", anchor="start"):
    """Lines one below the other, from the first one's foot."""
    look = f'fill="{fill}" text-anchor="{anchor}"'
    placed = [(y + LINE * number, line) for number, line in enumerate(lines) if line]
    return "".join(f'<text x="{r(x)}" y="{r(at)}" {look}>{html.escape(line)}</text>' for at, line in placed)


def r(value):
    """A coordinate, to a tenth and without a minus before zero."""
    return f"{round(float(value), 1) + 0.0:g}"
