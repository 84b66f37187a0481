"""Pictures that lessons share: who stays well, what is left, what lies in an interval, ticks."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore.ledger import entries, ledger
from toolkit.explore.survival import followed
from toolkit.model import Model, Withdrawal, kaplan_meier, parameters

FOUR = kaplan_meier(np.array([3.0, 5.0, 5.0, 10.0]), np.array([True, True, False, False]))


def test_stairs_step_down_where_somebody_relapses_and_end_with_the_picture():
    [curve, *numbers] = explore.survival([(explore.ARMS["both"], FOUR)], 10, 5, hover="%{y}")
    steps = dict(zip(curve["x"], curve["y"], strict=True))  # the last height at each week
    assert steps == pytest.approx({0: 100, 3: 75, 5: 50, 10: 50})
    assert [trace["text"][0] for trace in numbers] == ["4", "3", "1"]


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(1, 20), st.booleans()), min_size=1, max_size=30), st.integers(0, 20))
def test_as_many_are_followed_as_are_still_there(people, week):
    weeks, relapsed = (np.array(part) for part in zip(*people, strict=True))
    assert followed(kaplan_meier(weeks.astype(float), relapsed), week) == (weeks >= week).sum()


def test_the_axis_names_the_rows_of_numbers_where_they_stand():
    styles = [explore.ARMS["both"], explore.ARMS["therapy"]]
    axis = explore.survival_axis("% well", styles)
    named = dict(zip(axis["tickvals"], axis["ticktext"], strict=True))
    rows = [trace["y"][0] for trace in explore.survival([(s, FOUR) for s in styles], 0, 5, hover="") if "text" in trace]
    assert [named[row] for row in rows] == ["both", "therapy"]
    assert axis["range"][0] < min(rows)


def test_a_bar_begins_at_nothing_and_what_is_lost_fills_up_to_the_row_above():
    drawn = explore.bars([("all", 100.0), ("some", 60.0)], colour="both", lost="lost", hover="{:.0f} left")
    lost, bar = (next(t for t in drawn[3:] if t["name"] == name) for name in ("lost", "some"))
    assert (list(bar["x"]), list(lost["x"])) == ([0, 60], [60, 100])
    assert [list(trace["y"]) for trace in drawn if trace["name"] in ("all", "some")] == [[1, 1], [0, 0]]


def test_an_interval_stops_at_the_axis_and_still_says_its_ends():
    far, near = explore.forest([("far", (5, -9, 30), "both"), ("near", (1, 0, 2), "therapy")], (-2, 10), name="trial")
    assert (far["x"][0] - far["error_x"]["arrayminus"][0], far["x"][0] + far["error_x"]["array"][0]) == (-2, 10)
    assert far["hovertext"] == ["far: 5.0 (-9.0 to 30.0)"]
    assert (list(far["y"]), list(near["y"])) == ([1], [0])
    assert (far["showlegend"], near["showlegend"]) == (True, False)


def test_ticks_go_from_nothing_to_the_last_whole_step():
    assert explore.ticked_axis("week", -1, 60, 8, 52)["tickvals"] == [0, 8, 16, 24, 32, 40, 48]
    assert explore.ticked_axis("%", 0, 104)["tickvals"] == [0, 20, 40, 60, 80, 100]


def test_every_number_has_its_source_and_one_that_has_been_moved_is_nobodys_finding_any_more():
    """By hand it failed on: a moved number that keeps its source; a source where none is."""
    known = parameters()
    opening = ledger(Model(), list(known))
    for (path, about), entry in zip(known.items(), opening, strict=True):
        assert (entry.what, entry.parameter, entry.tag) == (about["says"], path, about["tag"])
        assert entry.value == f"{about['default']:.4g} {about['unit']}".strip()
        assert entry.source == (about["source"] if about["tag"] == "teaching" else finding(about["source"]).citation)
    assert {entry.tag for entry in opening} > {"teaching"}
    [path] = [entry.parameter for entry in opening if entry.tag != "teaching"][:1]
    half = known[path]["default"] / 2
    [entry] = ledger(Model().replace({path: half}), [path])
    assert (entry.tag, entry.parameter, entry.value.split()[0]) == ("teaching", path, f"{half:.4g}")
    assert entry.source == f"as set here; the model's usual value is {known[path]['default']:.4g}"


def test_a_records_numbers_are_those_that_are_named_in_their_order():
    fields = [field.name for field in dataclasses.fields(Withdrawal)]
    told = [field.metadata["says"] for field in dataclasses.fields(Withdrawal)]
    assert [entry.what for entry in entries(Withdrawal())] == told
    assert [entry.what for entry in entries(Withdrawal(), fields[1:2])] == told[1:2]


@pytest.mark.parametrize(("week", "there"), [(0, 4), (3, 4), (4, 3), (5, 3), (6, 1), (10, 1), (11, 0), (99, 0)])
def test_whoever_relapses_or_leaves_in_a_week_is_still_followed_in_it_and_not_after(week, there):
    assert followed(FOUR, week) == there


def test_numbers_still_followed_stand_in_a_row_for_each_curve_every_few_weeks_in_its_colour():
    styles = [explore.ARMS["both"], explore.ARMS["therapy"]]
    traces = explore.survival([(style, FOUR) for style in styles], 10, 5, hover="%{y:.0f} %", panel=2)
    for place, style in enumerate(styles):
        curve, *numbers = traces[4 * place : 4 * place + 4]
        assert (curve["name"], curve["line"]["color"], curve["line"]["dash"]) == (style.label, style.colour, style.dash)
        assert [(float(one["x"][0]), one["text"]) for one in numbers] == [(0, ["4"]), (5, ["3"]), (10, ["1"])]
        assert {one["textfont"]["color"] for one in numbers} == {style.colour}
        assert {one["yaxis"] for one in (curve, *numbers)} == {"y2"}
    low, high = (axis := explore.survival_axis("% well", styles))["range"]
    rows = sorted({float(one["y"][0]) for one in traces if "text" in one})
    assert low < rows[0] < rows[1] < 0 <= 100 < high
    assert (axis["tickvals"][2:], axis["ticktext"][2:]) == (
        [0, 20, 40, 60, 80, 100],
        ["0", "20", "40", "60", "80", "100"],
    )


def test_a_bar_is_told_and_labelled_by_what_is_left():
    rows = [("all", 100.0), ("some", 60.0), ("few", 25.0)]
    drawn = explore.bars(rows, colour="both", lost="lost", hover="{:.0f} left", written="{:.0f} %", panel=2)
    before = 100.0
    for place, (label, left) in enumerate(rows):
        lost, bar, said = drawn[3 * place : 3 * place + 3]
        assert (lost["name"], list(lost["x"]), lost["line"]["dash"]) == ("lost", [left, before], "dot")
        assert (bar["name"], list(bar["x"]), bar["line"]["color"]) == (label, [0, left], explore.COLOURS["both"])
        assert f"{left:.0f} left" in bar["hovertemplate"]
        assert f"{before - left:.0f} %" in lost["hovertemplate"]
        assert ([text.strip() for text in said["text"]], list(said["x"])) == ([f"{left:.0f} %"], [before])
        assert {height for one in (lost, bar, said) for height in one["y"]} == {2 - place}
        before = left
