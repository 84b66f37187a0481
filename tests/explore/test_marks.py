"""Marks on curves, and styles under other names."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS


def test_a_style_under_another_name_keeps_its_looks():
    other = explore.called(ARMS["both"], "with medication")
    assert other.label == "with medication"
    assert (other.colour, other.dash, other.symbol) == (ARMS["both"].colour, ARMS["both"].dash, ARMS["both"].symbol)
    assert ARMS["both"].label == "both"


def test_marks_lie_on_their_curves_and_what_is_absent_has_none():
    named = [(ARMS["both"], [3.0]), (explore.ABSENT, [4.0]), (explore.called(explore.PUBLISHED, "  seen"), [5.0])]
    drawn = explore.marks([2], named, hover="%{y}", panel=2)
    assert [trace["name"] for trace in drawn] == ["both", "seen"]
    assert all(np.array_equal(trace["x"], [2.0]) and trace["yaxis"] == "y2" for trace in drawn)
    assert [float(trace["y"][0]) for trace in drawn] == [3.0, 5.0]
    assert [trace["marker"]["symbol"] for trace in drawn] == [ARMS["both"].symbol, "diamond"]
