"""What pictures are made of: every trace has its values, its look and its hover in its panel; what is pinned is grey beneath.

By hand it failed on: an interval whose ends are exchanged; a band that crosses itself; a legend on the other side.
"""

import math

import numpy as np
import pytest

from toolkit.explore import (
    ARMS,
    COLOURS,
    Style,
    axis,
    band,
    curves,
    dot_rows,
    dots,
    guess_line,
    in_legend,
    line,
    lives,
    period,
    picture,
    with_periods,
    words,
)
from toolkit.explore.picture import pinned

WEEKS = np.arange(4.0)
PANEL = (axis("week", 0, 3), axis("points", 0, 9))


def look(trace):
    """(colour, dash, width) of a line."""
    return trace["line"]["color"], trace["line"]["dash"], trace["line"]["width"]


def test_a_line_goes_through_its_points_in_its_look_and_panel():
    plain = line(WEEKS, WEEKS**2, name="both")
    assert (plain["mode"], plain["xaxis"], plain["yaxis"], plain["showlegend"]) == ("lines", "x", "y", False)
    assert look(plain) == (COLOURS["ink"], "solid", 2.5)
    made = line([1, 2], [3, 4], name="mine", colour="therapy", dash="dot", width=1, panel=3, hover="%{y:.1f} points")
    assert (list(made["x"]), list(made["y"]), made["xaxis"], made["yaxis"]) == ([1, 2], [3, 4], "x3", "y3")
    assert look(made) == (COLOURS["therapy"], "dot", 1)
    assert made["hovertemplate"] == "mine: %{y:.1f} points<extra></extra>"
    assert line([1], [2], name="", hover="here")["hovertemplate"] == "here"
    silent = line([1], [2], name="x", hover=None)
    assert (silent["hoverinfo"], "hovertemplate" in silent) == ("skip", False)


def test_dots_have_their_intervals_and_their_own_words():
    made = dots(
        [5, 6],
        [1, 0],
        name="a",
        colour="both",
        symbol="square",
        error=([4, math.nan], [8, 7]),
        hover=["one", "two"],
        legend=True,
    )
    assert (made["mode"], made["showlegend"], made["cliponaxis"]) == ("markers", True, False)
    marker = {"color": COLOURS["both"], "symbol": "square", "size": 11, "line": {"color": COLOURS["both"], "width": 2}}
    assert made["marker"] == marker
    error = made["error_x"]
    assert np.array_equal(error["arrayminus"], [1, math.nan], equal_nan=True)
    assert error["array"].tolist() == [3, 1]
    assert (error["color"], error["symmetric"], error["type"]) == (COLOURS["both"], False, "data")
    assert (made["hovertext"], made["hovertemplate"]) == (["one", "two"], "%{hovertext}<extra></extra>")
    plain = dots(["a", "b"], [1, 2], name="b")
    assert (plain["x"], "error_x" in plain, plain["marker"]["symbol"]) == (["a", "b"], False, "circle")


def test_a_band_goes_along_its_lower_edge_and_back_along_its_upper_one():
    made = band(WEEKS, WEEKS, WEEKS + 2, colour="medication", name="half", panel=2)
    assert list(zip(made["x"], made["y"], strict=True)) == [
        *((0, 0), (1, 1), (2, 2), (3, 3)),
        *((3, 5), (2, 4), (1, 3), (0, 2)),
    ]
    assert (made["fill"], made["fillcolor"], made["line"]["width"], made["yaxis"]) == (
        "toself",
        COLOURS["medication"],
        0,
        "y2",
    )
    assert 0.05 < made["opacity"] < 0.3
    assert made["hoverinfo"] == "skip"


def test_words_a_guess_and_a_period_stand_where_they_are_put():
    said = words([3], [4], [" both"], colour=["both"], position="top left", panel=2)
    assert (said["mode"], said["text"], said["textposition"], said["textfont"]) == (
        "text",
        [" both"],
        "top left",
        {"color": [COLOURS["both"]]},
    )
    assert (said["hoverinfo"], said["cliponaxis"], said["xaxis"]) == ("skip", False, "x2")
    assert in_legend(said, ["dash"]) == {**said, "meta": ["dash"]}
    curve, name = guess_line([0, 4], [5, 6], (4, 6), hover="%{y}", panel=2)
    assert (list(curve["x"]), list(curve["y"]), look(curve)) == ([0, 4], [5, 6], (COLOURS["ink"], "dash", 1.5))
    assert (curve["name"], name["text"], list(name["x"]), list(name["y"]), name["meta"]) == (
        "your guess",
        ["your guess"],
        [4],
        [6],
        ["dash"],
    )
    given = period(2, 12, -3, arm="medication")
    assert (list(given["x"]), list(given["y"]), given["name"]) == ([2, 12], [-3, -3], "medication")
    assert look(given) == (ARMS["medication"].colour, "solid", 6)
    named = with_periods("score", -5, 30, (0, 15, 30), {-3: "medication", -4: "therapy"})
    ticks = dict(zip(named["tickvals"], named["ticktext"], strict=True))
    assert ticks == {-3: "medication", -4: "therapy", 0: "0", 15: "15", 30: "30"}
    assert (named["title"]["text"], named["range"]) == ("score", [-5, 30])


@pytest.mark.parametrize(("legend", "at"), [("left", {"x": 0}), ("right", {"x": 1, "xanchor": "right"}), ("", None)])
def test_a_picture_has_its_axes_its_height_and_its_legend_above(legend, at):
    layout = picture([line(WEEKS, WEEKS, name="y")], PANEL, height=300, legend=legend)["layout"]
    assert layout["height"] == 300
    assert (layout["xaxis"]["anchor"], layout["yaxis"]["anchor"], layout["xaxis"]["domain"]) == ("y", "x", [0, 1])
    above = {"orientation": "h", "y": 1.02, "yanchor": "bottom"}
    assert layout.get("legend") == (None if at is None else {**above, **at})
    assert picture([], PANEL)["layout"]["height"] == 420


def test_words_and_shades_widen_no_axis():
    traces = [words([99], [99], ["far"]), band(WEEKS, WEEKS, WEEKS + 50, colour="both", name="wide")]
    layout = picture(traces, PANEL)["layout"]
    assert (layout["xaxis"]["range"], layout["yaxis"]["range"]) == ([0, 3], [0, 9])


def test_what_is_pinned_is_thin_and_grey_called_so_and_without_intervals():
    before = picture(
        [
            line(WEEKS, WEEKS, name="both", colour="both", dash="dash", width=4),
            dots([1], [2], name="seen", error=([0], [2]), legend=True),
            words([1], [1], ["both"]),
            band(WEEKS, WEEKS, WEEKS, colour="both", name="half"),
        ],
        PANEL,
    )
    curve, mark = pinned(before, picture([], PANEL))
    assert look(curve) == (COLOURS["pinned"], "dash", 1.5)
    assert (curve["name"], curve["hovertemplate"]) == ("pinned: both", "pinned: both: %{y}<extra></extra>")
    assert (mark["name"], mark["showlegend"], "error_x" in mark) == ("pinned: seen", False, False)
    assert (mark["marker"]["color"], mark["marker"]["line"]) == (
        COLOURS["pinned"],
        {"color": COLOURS["pinned"], "width": 1},
    )
    assert np.array_equal(curve["y"], WEEKS)
    assert look(before["data"][0])[0] == COLOURS["both"], "the earlier picture stays as it was"
    other = (PANEL[0], axis("percent", 0, 9))
    assert pinned(before, picture([], other)) == []
    assert pinned({**before, "as_is": True}, before) == pinned(before, {**before, "as_is": True}) == []


def test_curves_are_named_at_their_ends_in_their_own_colour_and_dash():
    named = [(ARMS["both"], [9.0, 3.0, 2.0, 1.0]), (ARMS["therapy"], [9.0, 8.0, 7.0, 6.0])]
    *drawn, names = curves(WEEKS, named, hover="%{y:.1f}", gap=1, panel=2)
    for trace, (style, values) in zip(drawn, named, strict=True):
        assert (trace["name"], *look(trace)[:2], trace["yaxis"]) == (style.label, style.colour, style.dash, "y2")
        assert list(trace["y"]) == values
    at = dict(
        zip(
            names["text"],
            zip(names["x"], names["y"], names["textfont"]["color"], names["meta"], strict=True),
            strict=True,
        )
    )
    assert at == {f" {style.label}": (3, values[-1], style.colour, style.dash) for style, values in named}


def test_lives_are_means_over_the_middle_half_of_the_people_and_one_person_has_none():
    people = np.array([[0.0, 1, 2, 3, 14], [0.0, 2, 4, 6, 8]])
    scores = {"both": people, "therapy": people[:, :1]}
    shade, *others = lives(WEEKS[:2], scores, spread=("both", "therapy"))
    assert (shade["name"], shade["fillcolor"]) == ("both: middle half of people", ARMS["both"].colour)
    assert list(zip(shade["x"], shade["y"], strict=True)) == [(0, 1), (1, 2), (1, 6), (0, 3)]
    assert [(trace["name"], list(trace["y"])) for trace in others[:-1]] == [("both", [4, 4]), ("therapy", [0, 0])]
    assert len(lives(WEEKS[:2], scores)) == 3


def test_rows_of_dots_have_one_dot_and_its_words_each_from_the_top():
    rows = {"first": (20.0, "both"), "second": (math.nan, "therapy"), "third": (5.0, "seen")}
    marks, said = dot_rows(rows, "{:.0f} %", {"seen": "x"}, panel=2)
    assert np.array_equal(marks["x"], [20, math.nan, 5], equal_nan=True)
    assert list(marks["y"]) == list(said["y"]) == [2, 1, 0]
    assert marks["marker"]["symbol"] == [ARMS["both"].symbol, ARMS["therapy"].symbol, "x"]
    colours = [ARMS["both"].colour, ARMS["therapy"].colour, COLOURS["ink"]]
    assert marks["marker"]["color"] == said["textfont"]["color"] == colours
    assert marks["hovertext"] == ["first: 20 %", "second: cannot say", "third: 5 %"]
    assert (list(said["x"]), [text.strip() for text in said["text"]]) == ([20, 0, 5], ["20 %", "cannot say", "5 %"])
    assert said["xaxis"] == marks["xaxis"] == "x2"


def test_a_style_keeps_its_colour_as_plotly_knows_it():
    assert Style("a", "both", "dot", "x") == Style("a", COLOURS["both"], "dot", "x")
