"""Words in a still stand where they are put as long as they have room there, and never leave the picture."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import explore
from toolkit.explore.still import EDGE, MARKS, SIZE, WIDTH, Panel, crowd, kept, said, wide

PANEL = Panel(explore.axis("", 0, 1), explore.axis("", 0, 1))
PANEL.spread(100, 700)
STARTS = {"start": 0.0, "middle": 0.5, "end": 1.0}
SIDES = {"right": "start", "left": "end", "center": "middle"}


def drawn(x, label, side):
    """(lines, left end, right end, anchor) of words that are put at x."""
    element = said((x, 100.0), label, f"middle {side}", "#000", PANEL)
    [at] = {float(value) for value in re.findall(r' x="([-\d.]+)"', element)}
    [anchor] = set(re.findall(r'text-anchor="(\w+)"', element))
    lines = [line for line in re.findall(r">([^<]+)<", element) if line.strip()]
    width = max(map(wide, lines))
    return lines, at - STARTS[anchor] * width, at + (1 - STARTS[anchor]) * width, anchor


def room(x, side):
    """What there is at a place, in pixels: to the edge of the picture, leftwards only to that of the panel."""
    return {"right": WIDTH - 2 - x, "left": x - PANEL.left, "center": 2 * min(x - EDGE, WIDTH - 2 - x)}[side]


words = st.lists(st.sampled_from(["therapy", "on", "medication", "both", "a", "dummy"]), min_size=1, max_size=9)


@pytest.mark.slow
@given(words.map(" ".join), st.sampled_from([*SIDES]), st.floats(150, 650))
def test_words_that_fit_stay_on_one_line_on_their_side(label, side, x):
    """By hand it failed on: words in the middle that have half their room; "left" measured to the right."""
    lines, left, right, anchor = drawn(x, label, side)
    if wide(label) <= room(x, side):
        assert (lines, anchor) == ([label], SIDES[side])
    assert left >= 0 or wide(max(label.split(), key=wide)) > room(x, side)
    assert right <= WIDTH or wide(max(label.split(), key=wide)) > room(x, side)
    assert " ".join(lines) == label, "no word is lost"


@pytest.mark.parametrize("side", SIDES)
def test_words_that_do_not_fit_are_broken_or_stand_on_the_other_side(side):
    long = "medication and therapy together, both of them at once " * 4
    lines, left, right, _ = drawn(400, long.strip(), side)
    assert len(lines) > 1
    assert 0 <= left < right <= WIDTH


def strokes(shape, x=0.0, y=0.0):
    """Where the pen comes to, whether it draws or not, of a path of straight lines."""
    begin, places = (x, y), []
    for letter, numbers in re.findall(r"([a-zA-Z])([-\d. ]*)", shape):
        given = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if letter in "Zz":
            x, y = begin
        elif letter in "HhVv":
            x, y = (x + given[0], y) if letter in "Hh" else (x, y + given[0])
        else:
            dx, dy = given[-2:]
            x, y = (dx, dy) if letter.isupper() else (x + dx, y + dy)
            begin = (x, y) if letter in "Mm" else begin
        places.append((round(x, 6), round(y, 6), letter.lower()))
    return places


@pytest.mark.parametrize("symbol", sorted(set(MARKS) - {"circle"}))
def test_a_mark_in_a_crowd_has_the_shape_of_a_mark_alone(symbol):
    """A second stroke that begins where the first one has ended would stand elsewhere, as in a cross."""
    [path] = re.findall(r'd="([^"]+)"', crowd([(50.0, 30.0)], "#000", symbol, 11))
    moved = strokes(re.sub(r"^M[-\d. ]+", "", path), 50.0, 30.0)
    assert moved == [(x + 50, y + 30, letter) for x, y, letter in strokes(MARKS[symbol])]


@pytest.mark.parametrize("level", ["top", "middle", "bottom"])
@pytest.mark.parametrize("side", SIDES)
def test_lines_of_words_stand_above_beside_or_below_their_place(level, side):
    """By hand it failed on lines that grow down into their mark. A line is as high as its type, two thirds of it above its foot."""
    for label in ("both", "medication and therapy together, both of them at once " * 4):
        element = said((400.0, 100.0), label.strip(), f"{level} {side}", "#000", PANEL)
        feet = [float(value) for value in re.findall(r' y="([-\d.]+)"', element)]
        assert feet == sorted(feet)
        moved = "top" if len(feet) > 1 and side == "right" else level
        if moved == "top":
            assert 90 <= feet[-1] < 100
        elif moved == "bottom":
            assert 100 < feet[0] - 0.7 * SIZE < 110
        else:
            assert (feet[0] + feet[-1]) / 2 == pytest.approx(100 + SIZE / 3, abs=1)


@pytest.mark.parametrize(("middle", "where"), [(5, "left"), (WIDTH / 2, "middle"), (WIDTH - 5, "right")])
def test_a_title_is_moved_only_as_far_as_it_would_be_cut(middle, where):
    lines = ["a title of some length", "and more"]
    half = wide(lines[0]) / 2
    at = kept(middle, lines)
    assert at - half >= 0
    assert at + half <= WIDTH
    assert {"left": at - half < 5, "middle": at == middle, "right": at + half > WIDTH - 5}[where]
