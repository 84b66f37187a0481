"""A picture as tables, one for each panel: to read by ear, row by row, and for a spreadsheet."""

import csv
import dataclasses
import io
import re

import numpy as np


@dataclasses.dataclass(frozen=True)
class Table:
    """What a panel draws.

    Args:
        title: what is told of what, such as "score (points) by week".
        head: names of the columns; the first column names the rows.
        measure: what the other columns hold, with its unit.
        rows: a list for each row: a number or words, then a number, words or "" for every other column.
    """

    title: str
    head: list
    measure: str
    rows: list

    def as_read(self):
        """The table as the page shows it: every number in four figures at most."""
        return {"title": self.title, "head": self.head, "rows": [list(map(written, row)) for row in self.rows]}


def tables(picture):
    """The Table of every panel of a picture, in order, from all its traces; a panel that draws nothing has none."""
    layout = picture["layout"]
    if "as_is" in picture:
        return [table for trace in picture["data"] if (table := of_trace(trace, layout))]
    panels = [name.removeprefix("xaxis") for name in layout if name.startswith("xaxis")]
    found = [Panel(layout[f"xaxis{panel}"], layout[f"yaxis{panel}"]) for panel in panels]
    for trace in picture["data"]:
        found[panels.index(trace["xaxis"][1:])].take(trace)
    return [panel.table() for panel in found if panel.cells]


def of_trace(trace, layout):
    """The Table of one trace of a plotly figure: its points. None for a kind of trace that has none."""
    x, y = trace.get("x"), trace.get("y")
    if x is None or y is None or len(x) != len(y):
        return None
    titles = [layout.get(f"{side}axis{trace.get(f'{side}axis', side)[1:]}", {}).get("title", {}) for side in "xy"]
    across, up = (title.get("text", side) for title, side in zip(titles, "xy", strict=True))
    rows = [[cell if isinstance(cell, str) else float(cell) for cell in row] for row in zip(x, y, strict=True)]
    return Table(trace.get("name") or f"{up} by {across}", [across, up], up, rows)


def csv_of(picture):
    """The tables of a picture as text for a spreadsheet, each below its own header line, an empty line between."""
    return "\n".join(map(block, tables(picture)))


def block(table):
    """A table as lines of CSV."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    first, *others = table.head
    writer.writerow([first, *(measured(name, table.measure) for name in others)])
    writer.writerows([cell if isinstance(cell, str) else f"{cell:.10g}" for cell in row] for row in table.rows)
    return lines.getvalue()


def measured(name, measure):
    """What a column holds: whose it is and in what."""
    return name if name == measure or not measure else f"{name}: {measure}"


class Panel:
    """A panel while its traces are read: cells by row and column."""

    def __init__(self, across, up):
        self.across, self.up = Axis(across), Axis(up)
        self.in_rows = self.up.is_words and not self.up.is_mixed
        self.key, self.value = (self.up, self.across) if self.in_rows else (self.across, self.up)
        self.measure = self.value.title or self.key.title
        self.cells, self.columns, self.is_scheme = {}, {}, False

    def put(self, row, column, cell):
        """Keep what stands there, beside another thing that stands there already."""
        there = self.cells.setdefault(row, {}).setdefault(column, [])
        if cell not in there:
            there.append(cell)
        self.columns.setdefault(column)

    def take(self, trace):
        """Read one trace."""
        name = plain(trace["name"]) or self.measure
        x, y = trace["x"], trace["y"]
        if trace["mode"] == "text":
            self.take_words(trace)
        elif "fill" in trace and "hovertemplate" not in trace:
            self.take_band(name, x, y)
        elif "hovertemplate" in trace and not moves(trace):
            self.take_words_of(name, x, y, trace)
        elif trace["mode"] == "lines" and len(x) == 2 and x[0] == x[1]:
            if "%{x" in trace.get("hovertemplate", "") and not self.in_rows and not self.value.is_nothing:
                self.put(float(x[0]), name, "here")
        elif "hovertemplate" in trace:
            self.take_points(name, x, y, trace)

    def take_points(self, name, x, y, trace):
        keys, values = (y, x) if self.in_rows else (x, y)
        hover = trace.get("hovertext")
        for place, (key, value) in enumerate(zip(keys, values, strict=True)):
            if not isinstance(value, str) and not np.isfinite(value):
                continue
            row = self.key.at(key)
            if self.value.is_nothing:  # marks are only stacked: what tells is how many there are
                (count,) = self.cells.get(row, {}).get(name, [0])
                self.cells.get(row, {}).pop(name, None)
                self.put(row, name, count + 1)
                continue
            if not self.in_rows and "%{x" in trace["hovertemplate"] and "%{y" not in trace["hovertemplate"]:
                cell = "here"
            elif hover and self.value.is_words:
                cell = plain(hover[place]).removeprefix(f"{row}: ")
            else:
                cell = self.value.at(value)
            self.put(row, name, cell)
            for end, sign, by in (("low", -1, "arrayminus"), ("high", 1, "array")):
                if "error_x" in trace and np.isfinite(trace["error_x"][by][place]):
                    self.put(row, f"{name}: {end}", float(value + sign * trace["error_x"][by][place]))

    def take_band(self, name, x, y):
        """The two edges of a band; where it only marks a place, nothing."""
        half = len(x) // 2
        if half < 3 or not np.array_equal(x[:half], x[half:][::-1]):
            return
        for key, low, high in zip(x[:half], y[:half], y[half:][::-1], strict=True):
            self.put(self.key.at(key), f"{name}: low", float(low))
            self.put(self.key.at(key), f"{name}: high", float(high))

    def take_words_of(self, name, x, y, trace):
        """What is told in words alone: a period, a field of a scheme, a mark that says "up"."""
        words = plain(trace["hovertemplate"].removesuffix("<extra></extra>").removeprefix(f"{trace['name']}: "))
        if trace["mode"] == "lines" and "fill" not in trace and self.up.is_mixed:
            ends = " to ".join(written(self.across.at(end)) for end in (min(x), max(x)))
            self.put(f"{self.across.title} {ends}", name, words)
        elif self.in_rows and self.up.is_at(y[0]) and "fill" not in trace:
            row = self.up.at(y[0])
            if self.across.is_words and np.isfinite(x[0]):
                self.put(row, f"{name}, {self.across.at(x[0])}", words)
            elif not self.across.is_words:
                self.put(row, self.measure, words if name in row else f"{name}: {words}")
        elif "fill" in trace or len(x) == 1:
            self.is_scheme = self.is_scheme or "fill" in trace
            self.put(name, self.measure if self.in_rows else "told", words)

    def take_words(self, trace):
        """Words in a row that has nothing else; what only names a mark is told already."""
        if not self.in_rows or self.is_scheme:
            return
        for height, text in zip(trace["y"], trace["text"], strict=True):
            row, text = self.up.at(height), plain(text)
            if row in self.cells:
                continue
            self.put(row, *((self.measure, float(text)) if is_number(text) else ("said", text)))

    def rows(self, key):
        """The rows of one name or number: as many as its fullest cell has things."""
        cells = self.cells[key]
        for place in range(max(map(len, cells.values()))):
            yield [key, *((cells.get(column, [])[place:] or [""])[0] for column in self.columns)]

    def table(self):
        """The Table."""
        words, numbers = ([key for key in self.cells if isinstance(key, str) is kind] for kind in (True, False))
        labels = list(self.key.labels.values())[::-1]
        words.sort(key=lambda key: labels.index(key) if key in labels else -1)
        rows = [row for key in [*words, *sorted(numbers)] for row in self.rows(key)]
        first = self.key.title or "row"
        title = f"{self.measure} by {first}" if self.key.title not in ("", self.measure) else self.measure
        return Table(title, [first, *self.columns], self.measure, rows)


class Axis:
    """What stands at an axis.

    Its numbers may be written as other numbers (10, 100, 1,000), or be places for words, or both (periods below a score).
    """

    def __init__(self, axis):
        self.title = plain(axis["title"]["text"])
        self.labels = {
            value: plain(text)
            for value, text in zip(axis.get("tickvals") or (), axis.get("ticktext") or (), strict=False)
        }
        numbers = [is_number(text) for text in self.labels.values()]
        self.is_words = bool(numbers) and not all(numbers)
        self.is_mixed = self.is_words and any(numbers)
        self.is_nothing = axis.get("tickvals") == [] or axis.get("ticktext") == []

    def is_at(self, value):
        """Whether one of the words stands there."""
        return bool(self.labels) and min(abs(value - tick) for tick in self.labels) < 0.02

    def at(self, value):
        """What a place means: the nearest word, or a number."""
        if isinstance(value, str):
            return plain(value)
        if self.is_words and not self.is_mixed:
            return self.labels[min(self.labels, key=lambda tick: abs(tick - value))]
        if self.labels and not self.is_mixed:
            ticks, shown = list(self.labels), [float(text.replace(",", "")) for text in self.labels.values()]
            if min(shown) > 0 and ticks != shown:  # a ruler of tens, hundreds, thousands
                slope = np.log10(shown[-1] / shown[0]) / (ticks[-1] - ticks[0])
                return float(shown[0] * 10 ** (slope * (value - ticks[0])))
        return float(value)


def moves(trace):
    """Whether what is told at a point has a number of the point."""
    return "hovertext" in trace or "%{" in trace["hovertemplate"]


def is_number(text):
    return re.fullmatch(r"-?[\d,.]+", text) is not None


def plain(text):
    """A name without line breaks and the blanks that keep it from its mark."""
    return " ".join(text.replace("<br>", " ").split())


def written(cell):
    """A cell in words, a number in four figures."""
    return cell if isinstance(cell, str) else f"{cell:.4g}"
