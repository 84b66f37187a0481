"""A still has everything where its axes say: marks on the grid, labels beside it, panels in their shares, nothing cut off.

By hand it failed on: panels too wide by a margin; a title over its labels; every mark a tick beside its place.
"""

import itertools
import re
from xml.etree import ElementTree

import numpy as np
import pytest

import toolkit
from tests.paper.test_dressed import two_panels
from toolkit.explore import Kind, axis, dots, hundred, hundred_axes, line, picture, words
from toolkit.explore.picture import band
from toolkit.explore.still import WIDTH, svg, wide
from toolkit.explore.strip import Dated, Strip

SVG = "{http://www.w3.org/2000/svg}"
STARTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Drawn:
    """A still as it is drawn: its size, and for every panel its grid, labels and titles."""

    def __init__(self, figure):
        self.root = ElementTree.fromstring(svg(figure))  # noqa: S314 - our own
        self.width, self.height = float(self.root.get("width")), float(self.root.get("height"))
        self.panels = [Grid(one) for one in self.root.findall(f"{SVG}g")]
        self.paths = self.root.findall(f"{SVG}path")
        self.texts = self.root.findall(f"{SVG}text")


class Grid:
    """A panel: places of its grid, {label: place} beside and below, title and heading."""

    def __init__(self, group):
        lines = [points(one.get("d")) for one in group.findall(f"{SVG}path")]
        self.x = [one[0][0] for one in lines if one[0][0] == one[1][0]]
        self.y = [one[0][1] for one in lines if one[0][1] == one[1][1]]
        across, up = np.array(lines).reshape(-1, 2).T
        self.left, self.right, self.top, self.bottom = across.min(), across.max(), up.min(), up.max()
        self.texts = [one for one in group.findall(f"{SVG}text") if not one.get("transform")]
        self.headings = [one for one in group.findall(f"{SVG}text") if one.get("transform")]
        self.beside = {one.text: float(one.get("y")) - 4 for one in self.texts if one.get("text-anchor") == "end"}
        self.below = {one.text: float(one.get("x")) for one in self.texts if one.get("text-anchor") == "middle"}


def points(path):
    return [tuple(map(float, place.split())) for place in path.removeprefix("M").split("L")]


def translated(element):
    """Where an element is moved to."""
    return tuple(map(float, re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform")).groups()))


def sides():
    """Two panels beside each other, the right one half as wide, with marks where lines of the grid cross."""
    up = axis("score (points)", 0, 40, tickvals=[0, 10, 20, 40])
    traces = [
        line([0, 4, 8], [40, 10, 20], name="y", dash="dash", width=3, colour="both"),
        dots([0, 8], [10, 40], name="dots", colour="therapy", symbol="square", size=12),
        dots([50], [1], name="share", colour="medication", panel=2, error=([25], [100])),
        band(np.array([0.0, 4, 8]), np.array([0.0, 10, 0]), np.array([20.0, 40, 20]), colour="both", name="middle"),
    ]
    rows = axis("", -0.6, 1.6, tickvals=[0, 1], ticktext=["below", "above"])
    return picture(
        traces,
        (axis("week", 0, 8, tickvals=[0, 4, 8]), up),
        (axis("percent", 0, 100, tickvals=[0, 25, 50, 100]), rows),
        widths=(4, 0, 2),
    )


def test_marks_lines_bands_and_intervals_stand_on_the_grid_where_their_values_are():
    drawn = Drawn(sides())
    left, right = drawn.panels
    assert list(map(float, left.beside)) == [0, 10, 20, 40]
    assert list(left.below)[:3] == ["0", "4", "8"]
    x = dict(zip((0, 4, 8), left.x, strict=True))
    y = dict(zip((0, 10, 20, 40), left.y, strict=True))
    assert y[0] > y[10] > y[20] > y[40]
    assert x[0] < x[4] < x[8]
    assert (y[0] - y[10]) * 4 == pytest.approx(y[0] - y[40], abs=0.5)
    curve, *marks, interval, mark, shade = drawn.paths
    assert points(curve.get("d")) == [(x[0], y[40]), (x[4], y[10]), (x[8], y[20])]
    assert (curve.get("stroke-width"), curve.get("stroke"), bool(curve.get("stroke-dasharray"))) == (
        "3",
        "#007a55",
        True,
    )
    assert [translated(one) for one in marks] == [(x[0], y[10]), (x[8], y[40])]
    share = dict(zip((0, 25, 50, 100), right.x, strict=True))
    assert points(interval.get("d")) == [(share[25], right.beside["above"]), (share[100], right.beside["above"])]
    assert translated(mark) == (share[50], right.beside["above"])
    around = [(x[at], y[to]) for at, to in ((0, 0), (4, 10), (8, 0), (8, 20), (4, 40), (0, 20))]
    assert (points(shade.get("d")), shade.get("stroke"), shade.get("fill")) == (around, "none", "#007a55")
    assert 0 < float(shade.get("opacity")) < 0.3


def test_labels_stand_at_their_lines_and_titles_beyond_them():
    for panel in Drawn(sides()).panels:
        assert list(panel.below.values())[: len(panel.x)] == panel.x
        assert sorted(panel.beside.values()) == pytest.approx(sorted(panel.y), abs=0.1)
        *labels, title = [one for one in panel.texts if one.get("text-anchor") == "middle"]
        assert float(title.get("x")) == pytest.approx((panel.left + panel.right) / 2, abs=0.2)
        assert all(panel.bottom + 10 < float(one.get("y")) < float(title.get("y")) - 10 for one in labels)
        assert all(float(one.get("x")) < panel.left for one in panel.texts if one.get("text-anchor") == "end")
        for heading in panel.headings:
            across, middle = translated(heading)
            assert middle == pytest.approx((panel.top + panel.bottom) / 2, abs=0.2)
            assert across < panel.left - max(map(wide, panel.beside)) - 6


def test_panels_beside_each_other_have_the_shares_that_are_asked_for_and_end_at_the_margin():
    left, right = Drawn(sides()).panels
    assert (left.right - left.left) / (right.right - right.left) == pytest.approx(2, abs=0.01)
    assert left.right < right.left - max(map(wide, right.beside))
    assert WIDTH - 40 < right.right <= WIDTH - 10
    assert (left.top, left.bottom) == (right.top, right.bottom)


@pytest.mark.parametrize("panel", [1, 2])
def test_words_at_the_ends_of_curves_get_the_room_that_they_need(panel):
    ends = [" therapy and a dummy pill", " both"]
    names = words([8, 8], [10, 30], ends, colour=["#000", "#111"], panel=panel)
    curves = [line([0, 8], [5, 10], name="y", panel=one) for one in (1, 2)]
    up = axis("", 0, 40)
    drawn = Drawn(picture([*curves, names], (axis("week", 0, 8), up), (axis("week", 0, 8), up), widths=(1, 0, 1)))
    left, right = drawn.panels
    for text, meant in zip(drawn.texts, ends, strict=True):
        assert (text.text, text.get("text-anchor")) == (meant.strip(), "start")
        start = float(text.get("x"))
        assert (left, right)[panel - 1].right < start
        assert start + wide(meant.strip()) <= (right.left if panel == 1 else WIDTH)
    assert left.right - left.left == pytest.approx(right.right - right.left, abs=0.2)


def test_an_axis_without_ticks_of_its_own_has_round_numbers_as_far_as_it_goes():
    for low, high, ticks in (
        (0, 30, [0, 5, 10, 15, 20, 25, 30]),
        (-1, 1, [-1, -0.5, 0, 0.5, 1]),
        (3, 57, [10, 20, 30, 40, 50]),
    ):
        [panel] = Drawn(picture([line([low, high], [0, 1], name="y")], (axis("x", low, high), axis("", 0, 1)))).panels
        assert [float(label) for label in panel.below if label != "x"] == ticks


def pictures():
    for lesson in toolkit.lessons.ALL:
        if lesson.number in (1, 2, 13):
            yield lesson.slug, lambda lesson=lesson: lesson.explorer().still
            yield f"{lesson.slug}, studies", lambda lesson=lesson: lesson.studies(lesson.explorer()).still
    yield "two panels", two_panels
    people = [Kind("well", 40, "both"), Kind("not", 60, "nothing", "square-open")]
    yield (
        "people",
        lambda: picture([*hundred(people), *hundred(people, block=1)], hundred_axes("100 people", ["a", "b"])),
    )
    long = "something that happened at some time and takes many words to be told, more than fit on any line beside it"
    yield (
        "strip",
        lambda: Strip("x", [Dated("1950s", long, "y", 1950, 1960), Dated("2000", "now", "z", 2000, 2000)]).still,
    )


@pytest.mark.parametrize(("name", "make"), [*pictures()], ids=lambda value: value if isinstance(value, str) else "")
def test_nothing_is_cut_off_and_no_panel_stands_in_another(name, make):
    drawn = Drawn(make())
    assert drawn.width == WIDTH
    for one in drawn.root.iter(f"{SVG}text"):
        if one.get("transform"):
            across, middle = translated(one)
            assert across > 8
            assert middle - wide(one.text) / 2 > -12
            assert middle + wide(one.text) / 2 < drawn.height + 12
            continue
        start = float(one.get("x")) - STARTS[one.get("text-anchor")] * wide(one.text)
        assert start >= -1, one.text
        assert start + wide(one.text) <= WIDTH + 1, one.text
        assert 8 < float(one.get("y")) <= drawn.height, one.text
    for place, panel in enumerate(drawn.panels):
        assert 0 < panel.left <= panel.right <= WIDTH - 10
        assert 0 <= panel.top < panel.bottom < drawn.height - 20
        for other in drawn.panels[place + 1 :]:
            beside = panel.right <= other.left or other.right <= panel.left
            assert beside or panel.bottom <= other.top + 1 or other.bottom <= panel.top + 1
        lines = sorted(panel.beside.values())
        assert all(below - above > 10 for above, below in itertools.pairwise(lines)), "labels over each other"
    for one in drawn.paths:
        if one.get("transform", "").startswith("translate"):
            across, up = translated(one)
            assert 0 <= across <= WIDTH
            assert 0 <= up <= drawn.height


def test_a_crowd_stands_where_its_people_are_as_small_as_they_are():
    people = [Kind("well", 40, "both"), Kind("not", 60, "nothing", "square-open")]
    figure = picture(hundred(people, size=9), hundred_axes("100 people", ["a"]))
    drawn = Drawn(figure)
    [_panel] = drawn.panels
    for path, trace in zip(drawn.paths[: len(figure["data"])], figure["data"], strict=True):
        scale = float(re.match(r"scale\(([\d.]+)\)", path.get("transform"))[1])
        assert scale == pytest.approx(9 / 11, abs=0.01)
        places = np.array(re.findall(r"M([-\d.]+) ([-\d.]+)", path.get("d")), dtype=float) * scale
        assert len(places) == len(trace["x"])
        for drawn_at, side in zip(places.T, "xy", strict=True):
            fit = np.polyfit(trace[side], drawn_at, 1)
            assert np.abs(np.polyval(fit, trace[side]) - drawn_at).max() < 0.2
            assert (fit[0] > 0) == (side == "x")
        assert path.get("fill") == ("#fff" if trace["marker"]["symbol"].endswith("-open") else trace["marker"]["color"])


def test_the_legend_above_has_each_mark_before_its_name_in_rows_that_fit():
    names = [f"a name of some length, number {number}" for number in range(7)]
    shown = [
        {**dots([1], [1], name=name, symbol=symbol), "showlegend": True}
        for name, symbol in zip(names, ["circle", "square"] * 4, strict=False)
    ]
    drawn = Drawn(picture(shown, (axis("x", 0, 2), axis("", 0, 2)), legend="left"))
    marks = drawn.paths[len(names) :]
    assert [one.text for one in drawn.texts] == names
    places = [(float(one.get("x")), float(one.get("y"))) for one in drawn.texts]
    for mark, (x, y) in zip(marks, places, strict=True):
        across, up = translated(mark)
        assert (x - across, y - up) == (12, 4)
    rows = sorted({y for _, y in places})
    assert len(rows) > 1
    assert all(below - above >= 20 for above, below in itertools.pairwise(rows))
    for row in rows:
        starts = sorted(x for x, y in places if y == row)
        assert all(other - one > wide(names[0]) for one, other in itertools.pairwise(starts))
        assert starts[-1] + wide(names[0]) <= WIDTH
    assert max(rows) < drawn.panels[0].top - 8


def test_a_title_stands_below_the_last_line_of_every_label():
    """By hand it failed on a title that counts the lines of the shortest one."""
    named = ["one", "words that take two or more lines in their column", "three"]
    along = axis("groups of people", -0.5, 2.5, tickvals=[0, 1, 2], ticktext=named)
    drawn = Drawn(picture([dots([0, 1, 2], [1, 1, 1], name="a")], (along, axis("", 0, 2))))
    [panel] = drawn.panels
    *labels, title = [one for one in panel.texts if one.get("text-anchor") == "middle"]
    assert (title.text, len(labels) > len(named)) == ("groups of people", True)
    assert float(title.get("y")) - max(float(one.get("y")) for one in labels) >= 14
    assert float(title.get("y")) < drawn.height
