"""Names at the ends of curves, marks on them, styles under other names, panels in two storeys."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import explore
from toolkit.explore import ARMS, Style, axis, line, names_at_ends, picture


@pytest.mark.parametrize(
    ("heights", "placed"),
    [
        ({"a": 10, "b": 50}, {"a": 10, "b": 50}),
        ({"a": 50, "b": 48}, {"b": 48, "a": 58}),
        ({"a": 99, "b": 98, "c": 97}, {"c": 80, "b": 90, "a": 100}),
        ({"a": 5, "nowhere": np.nan}, {"a": 5}),
    ],
)
def test_names_keep_their_distance_and_stay_below_the_top(heights, placed):
    ends = [(Style(name, f"colour of {name}", "solid", ""), height) for name, height in heights.items()]
    drawn = names_at_ends(16, ends, gap=10, top=100, panel=2)
    assert [text.strip() for text in drawn["text"]] == list(placed)
    assert drawn["y"].tolist() == list(placed.values())
    assert drawn["x"].tolist() == [16] * len(placed)
    assert drawn["textfont"]["color"] == [f"colour of {name}" for name in placed]
    assert drawn["yaxis"] == "y2"


def test_panels_stand_side_by_side_but_those_with_a_place_of_their_own():
    upper, lower = axis("y", 0, 1, domain=(0.4, 1)), axis("y", 0, 1, domain=(0, 0.3))
    traces = [line([0, 1], [0, 1], name="below", panel=2)]
    sides, whole = (axis("x", 0, 1), upper), (axis("x", 0, 1, domain=(0, 1)), lower)
    layout = picture(traces, sides, whole, sides, widths=(1, 1, 2))["layout"]
    assert [layout[name]["domain"] for name in ("xaxis", "xaxis2", "xaxis3")] == [[0, 0.25], (0, 1), [0.5, 1]]
    assert layout["yaxis2"]["domain"] == (0, 0.3)
    assert layout["yaxis"]["domain"] == layout["yaxis3"]["domain"] == (0.4, 1)
    assert layout["xaxis2"]["anchor"] == "y2"


def test_a_style_under_another_name_keeps_its_looks():
    other = ARMS["both"].called("with medication")
    assert other.label == "with medication"
    assert (other.colour, other.dash, other.symbol) == (ARMS["both"].colour, ARMS["both"].dash, ARMS["both"].symbol)
    assert ARMS["both"].label == "both"


def test_marks_lie_on_their_curves_and_what_is_absent_has_none():
    named = [(ARMS["both"], [3.0]), (explore.ABSENT, [4.0]), (explore.PUBLISHED.called("  seen"), [5.0])]
    drawn = explore.marks([2], named, hover="%{y}", panel=2)
    assert [trace["name"] for trace in drawn] == ["both", "seen"]
    assert all(np.array_equal(trace["x"], [2.0]) and trace["yaxis"] == "y2" for trace in drawn)
    assert [float(trace["y"][0]) for trace in drawn] == [3.0, 5.0]
    assert [trace["marker"]["symbol"] for trace in drawn] == [ARMS["both"].symbol, "diamond"]


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=4),
    st.floats(-9, 0),
    st.floats(1, 9),
)
def test_an_axis_keeps_its_range_and_grows_only_for_what_would_leave_it(points, low, high):
    """By hand it failed on a range that shrinks to what is drawn, and on one that grows at the other end."""
    across, up = np.array(points).T
    layout = picture([line(across, up, name="y")], (axis("x", low, high), axis("y", low, high)))["layout"]
    for name, values in (("xaxis", across), ("yaxis", up)):
        assert layout[name]["range"] == [min(low, *values), max(high, *values)]


def test_what_leaves_the_second_panel_widens_the_second_panels_axes_alone():
    """By hand it failed on an axis that grows with the panel beside it."""
    sides = [(axis("x", 0, 1), axis("y", 0, 1)) for _ in range(2)]
    layout = picture([line([0, 5], [0, -7], name="y", panel=2)], *sides, widths=(1, 0, 1))["layout"]
    assert [layout[name]["range"] for name in ("xaxis", "yaxis")] == [[0, 1], [0, 1]]
    assert [layout[name]["range"] for name in ("xaxis2", "yaxis2")] == [[0, 5], [-7, 1]]
