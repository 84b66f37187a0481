"""Published figures in rows with the model's own beside them: each at its row's height, in its look, one panel below the other.

By hand it failed on: marks that change sizes with those they stand beside; a row of the other panel; an axis upside down.
"""

import math

import numpy as np
import pytest

from toolkit.explore import ARMS, Row, Rows, compared

NAN = math.nan
LOOKS = {arm: ARMS[arm] for arm in ("medication", "both")}
PANELS = [
    Rows(
        "% better",
        (0, 100),
        [
            Row("one", {"": (40, 30, 55)}, {"": 44}),
            Row("two", {"": (60, NAN, NAN)}, {"": NAN}),
            Row("three", said="not measured"),
        ],
    ),
    Rows(
        "times as many",
        (0.5, 4),
        [
            Row("four", {"medication": (2, 1, 3), "both": (3, 2, 3.5)}, {"both": 2.5}),
            Row("five", {"both": (1.5, 1.2, 1.9)}, {"medication": 1.1}),
        ],
        hover="%{x:.1f}",
        none=(1, "no difference"),
    ),
]
HEIGHTS = {"one": 2, "two": 1, "three": 0, "four": 1, "five": 0}


@pytest.fixture(scope="module")
def shown():
    return compared(*PANELS, looks=LOOKS)


def marks(shown, panel, name):
    """{height: value} of the marks of a name in a panel, and their trace."""
    [trace] = [one for one in shown["data"] if (one["xaxis"], one["name"], one["mode"]) == (panel, name, "markers")]
    return dict(zip(trace["y"].tolist(), trace["x"].tolist(), strict=True)), trace


def test_every_figure_stands_in_its_own_row_with_its_own_interval(shown):
    for number, panel in enumerate(PANELS, start=1):
        axis = f"x{number if number > 1 else ''}"
        for who, style in {"": None, **LOOKS}.items():
            meant = {HEIGHTS[row.label]: row.published[who] for row in panel.rows if who in row.published}
            if not meant:
                continue
            values, trace = marks(shown, axis, style.label if style else "published")
            assert values == {height: value for height, (value, _, _) in meant.items()}
            low = trace["x"] - trace["error_x"]["arrayminus"]
            high = trace["x"] + trace["error_x"]["array"]
            assert np.array_equal([low, high], np.array([ends[1:] for ends in meant.values()]).T, equal_nan=True)
            assert "error_x" in trace


def test_the_models_own_are_open_and_can_be_seen_around_a_published_one(shown):
    values, model = marks(shown, "x", "the model, as set above")
    assert values == {2: 44}, "of two it has none"
    published = marks(shown, "x", "published")[1]
    assert model["marker"]["symbol"].endswith("-open")
    assert not published["marker"]["symbol"].endswith("-open")
    assert model["marker"]["size"] > published["marker"]["size"]
    for arm, at in (("both", {1: 2.5}), ("medication", {0: 1.1})):
        values, model = marks(shown, "x2", f"{arm}: the model")
        published = marks(shown, "x2", arm)[1]
        assert values == at
        assert model["marker"]["symbol"] == f"{published['marker']['symbol']}-open"
        assert model["marker"]["color"] == published["marker"]["color"] == ARMS[arm].colour
        assert "error_x" not in model


def test_every_look_is_in_the_legend_once_and_words_stand_where_nothing_can_be_drawn(shown):
    named = [trace["name"] for trace in shown["data"] if trace["showlegend"]]
    assert sorted(named) == sorted({trace["name"] for trace in shown["data"] if trace["mode"] == "markers"})
    [words] = [trace for trace in shown["data"] if trace["mode"] == "text"]
    assert ([text.strip() for text in words["text"]], list(words["y"]), list(words["x"])) == (
        ["not measured"],
        [0],
        [0],
    )
    [none] = [trace for trace in shown["data"] if trace["mode"] == "lines"]
    assert (none["name"], none["xaxis"], set(none["x"]), none["hoverinfo"]) == ("no difference", "x2", {1.0}, "skip")
    assert (min(none["y"]), max(none["y"])) == (-0.6, 1.6), "through all rows"


def test_panels_stand_one_below_the_other_every_row_as_high_as_every_other(shown):
    layout = shown["layout"]
    (low, top), (foot, below) = layout["yaxis"]["domain"], layout["yaxis2"]["domain"]
    assert (top, foot) == (1, pytest.approx(0))
    assert low > below
    assert (top - low) / 3 == pytest.approx((below - foot) / 2)
    assert layout["height"] > 40 * 5
    for name, panel in (("axis", PANELS[0]), ("axis2", PANELS[1])):
        rows = dict(zip(layout[f"y{name}"]["tickvals"], layout[f"y{name}"]["ticktext"], strict=True))
        assert rows == {HEIGHTS[row.label]: row.label for row in panel.rows}
        assert (layout[f"x{name}"]["title"]["text"], tuple(layout[f"x{name}"]["range"])) == (panel.title, panel.ends)
        assert tuple(layout[f"x{name}"]["domain"]) == (0, 1)
