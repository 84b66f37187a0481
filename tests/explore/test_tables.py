"""Every picture as tables: each panel, each mark, with its unit; the same on the page and in the spreadsheet."""

import csv
import json
import math
import subprocess
from pathlib import Path

import numpy as np
import pytest

import toolkit
from tests.explore.test_explorer import made, page
from tests.paper import NODE
from toolkit import explore
from toolkit.explore import (
    Beside,
    Dated,
    Predict,
    Row,
    Rows,
    Strip,
    axis,
    band,
    compared,
    dots,
    line,
    period,
    picture,
    words,
)
from toolkit.explore.charts import dot_rows, row_axis
from toolkit.explore.picture import guess_line, with_periods
from toolkit.explore.tables import csv_of, tables


def pictures(lesson):
    """The explorer's picture as it opens and under its last preset, and the studies beside it."""
    explorer = lesson.explorer()
    yield explorer.still
    explorer.apply(list(explorer.presets)[-1])
    yield explorer.still
    if lesson.studies_chart:
        yield lesson.studies(explorer).still


@pytest.mark.slow
@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_every_panel_of_every_picture_can_be_read_as_data(lesson):
    for shown in pictures(lesson):
        made = tables(shown)
        assert len(made) == sum(name.startswith("xaxis") for name in shown["layout"])
        for table in made:
            assert table.rows
            of, _, by = table.title.partition(" by ")
            assert of not in ("", by), f"it is called {table.title!r}"
            assert {len(row) for row in table.rows} == {len(table.head)}
            assert len(set(table.head)) == len(table.head), table.head
            assert not any("<" in name or "\n" in name for name in table.head)
        held = numbers(made)
        for trace in shown["data"]:
            for value in told(trace, shown["layout"]):
                assert np.abs(held - value).min(initial=np.inf) < 1e-6 * max(1, abs(value)), (trace["name"], value)


def told(trace, layout):
    """The values of a trace that its hover tells with a number at each mark, and the ends of its intervals."""
    template = trace.get("hovertemplate", "")
    one = trace["xaxis"][1:]
    sides = [side for side in "xy" if f"%{{{side}" in template and not layout[f"{side}axis{one}"].get("ticktext")]
    for side in sides:
        if layout[f"yaxis{one}"].get("tickvals") != [] and trace["mode"] == "markers":
            yield from (value for value in trace[side] if not isinstance(value, str) and math.isfinite(value))
    if "error_x" in trace:
        ends = trace["x"] - trace["error_x"]["arrayminus"], trace["x"] + trace["error_x"]["array"]
        yield from (value for end in ends for value in end if math.isfinite(value))


def numbers(made):
    """Every number in some tables."""
    return np.array([cell for table in made for row in table.rows for cell in row if not isinstance(cell, str)])


def test_lines_bands_periods_and_a_guess_stand_week_by_week():
    weeks = np.arange(4.0)
    shown = picture(
        [
            period(0, 2, -3, arm="therapy"),
            line(weeks, weeks**2, name="both"),
            band(weeks, weeks, weeks + 1, colour="both", name="half of people"),
            *guess_line([0, 3], [5.0, 6.0], (3, 6.0), hover="%{y}"),
        ],
        (axis("week", 0, 3), with_periods("score (points)", -4, 10, (0, 5), {-3: "therapy"})),
    )
    (table,) = tables(shown)
    assert table.title == "score (points) by week"
    assert table.head == ["week", "therapy", "both", "half of people: low", "half of people: high", "your guess"]
    assert table.rows[0] == ["week 0 to 2", "given", "", "", "", ""]
    assert table.rows[1:] == [[0, "", 0, 0, 1, 5], [1, "", 1, 1, 2, ""], [2, "", 4, 2, 3, ""], [3, "", 9, 3, 4, 6]]


def test_rows_have_their_names_intervals_and_words():
    nothing = float("nan")
    rows = [
        Row("One 2001", {"": (40.0, 30.0, 50.0)}, {"": 44.0}),
        Row("Two 2002", {"": (10.0, nothing, nothing)}),
        Row("Three 2003", said="no figure"),
    ]
    (table,) = tables(compared(Rows("% well", (0, 100), rows)))
    assert table.head == ["row", "published", "published: low", "published: high", "the model, as set above", "said"]
    assert table.rows == [
        ["One 2001", 40.0, 30.0, 50.0, 44.0, ""],
        ["Two 2002", 10.0, "", "", "", ""],
        ["Three 2003", "", "", "", "", "no figure"],
    ]


def test_where_nothing_can_be_said_the_table_says_so():
    rows = {"both": (float("nan"), "both"), "therapy": (30.0, "therapy")}
    shown = picture(dot_rows(rows, "{:.0f} %", {}), (axis("% who respond", 0, 100), row_axis(rows)))
    assert tables(shown)[0].rows == [["both", "", "cannot say"], ["therapy", 30.0, ""]]


def test_marks_that_are_only_stacked_are_counted_and_a_ruler_of_tens_is_read():
    stacked = picture(
        [dots([1, 1, 2], [0.1, 0.2, 0.1], name="trials", hover="%{x}")],
        (axis("gain", 0, 3), axis("", 0, 1, tickvals=[])),
    )
    assert tables(stacked)[0].rows == [[1, 2], [2, 1]]
    ruler = axis("people", 1, 3, tickvals=[1, 2], ticktext=["10", "100"])
    far = picture([line([1, 1.5, 3], [1, 2, 3], name="found"), words([1], [1], ["found"])], (ruler, axis("%", 0, 3)))
    assert [row[0] for row in tables(far)[0].rows] == pytest.approx([10, 1000**0.5, 1000])


def test_the_spreadsheet_holds_every_panel_with_its_units():
    explorer = toolkit.lessons.lesson(3).explorer()
    explorer.pin()
    explorer.set(medication=2.0)
    blocks = [list(csv.reader(block.splitlines())) for block in explorer.csv.split("\n\n")]
    assert [block[0][0] for block in blocks] == ["100 people in each group, week 12", "week"]
    assert {"both: score (points; lower is better)", "pinned: both: score (points; lower is better)"} <= set(
        blocks[1][0]
    )
    last = dict(zip(*(blocks[1][place] for place in (0, -1)), strict=True))
    assert float(last["both: score (points; lower is better)"]) == pytest.approx(explorer.table()["both (points)"][-1])
    assert [row[0] for row in blocks[0][1:]][:4] == ["both", "therapy", "medication", "dummy"]


def test_a_picture_of_one_panel_is_a_plain_table():
    explorer = made()
    explorer.set(slope=0.5)
    assert explorer.csv == "week,y: points\n0,0\n1,0.5\n2,1\n" == csv_of(explorer.still)


def heard(widget):
    """What a widget answers when its page asks for the data."""
    sent = []
    widget.send = lambda message, buffers=None: sent.append(message)
    widget._handle({"ask": "data"})
    return sent[0]


def test_the_page_asks_and_hears_the_tables_of_what_it_shows():
    explorer = made()
    beside = Beside(title="Beside", explorer=explorer, chart=explorer._chart, sentence=explorer._sentence)
    expected = {"title": "points by week", "head": ["week", "y"], "rows": [["0", "0"], ["1", "1.5"], ["2", "3"]]}
    explorer.set(slope=1.5)
    for widget in (explorer, beside):
        assert heard(widget) == {"answer": "data", "tables": [expected]}
    strip = Strip("Dates", [Dated("1952", "a medication", "source", 1952, 1952)])
    assert heard(strip)["tables"][0]["rows"] == [["1952 · a medication", "1952"]]


def test_nothing_is_told_before_the_guess():
    guess = Predict("Up or down?", {"up": "Yes.", "down": "No."})
    explorer = made(guess)
    beside = Beside(title="Beside", explorer=explorer, chart=explorer._chart, sentence=explorer._sentence)
    assert heard(explorer)["tables"] == heard(beside)["tables"] == []
    page(explorer, "unveil")
    assert len(heard(explorer)["tables"]) == len(heard(beside)["tables"]) == 1


def test_the_pages_table_names_columns_above_and_rows_before():
    page = Path(explore.__file__).with_name("data.js").read_text(encoding="utf-8")
    given = {"title": "Scores", "head": ["week", "points"], "rows": [["0", "24"], ["12", "15"]]}
    code = "const element = (tag, made, ...inside) => ({ tag, ...made, inside });\n"
    code += f"{page}\nconsole.log(JSON.stringify(tabled({json.dumps(given)})));"
    ran = subprocess.run([NODE, "-e", code], capture_output=True, text=True, check=True)
    [[caption, head, body]] = [table["inside"] for table in json.loads(ran.stdout)["inside"]]
    assert caption["textContent"] == "Scores"
    cells = [[(one["tag"], one["textContent"], one.get("scope")) for one in row["inside"]] for row in head["inside"]]
    assert cells == [[("th", "week", "col"), ("th", "points", "col")]]
    cells = [[(one["tag"], one["textContent"], one.get("scope")) for one in row["inside"]] for row in body["inside"]]
    assert cells == [[("th", "0", "row"), ("td", "24", None)], [("th", "12", "row"), ("td", "15", None)]]


@pytest.mark.parametrize(
    ("value", "read"), [(1234.56, "1235"), (0.123456, "0.1235"), (12.0, "12"), (-3.14159, "-3.142"), (1e-7, "1e-07")]
)
def test_the_page_reads_four_figures_and_the_spreadsheet_all(value, read):
    shown = picture([line([0], [value], name="a")], (axis("week", 0, 1), axis("points", 0, 1)))
    [table] = tables(shown)
    assert table.as_read()["rows"] == [["0", read]]
    assert float(csv_of(shown).splitlines()[1].split(",")[1]) == pytest.approx(value, rel=1e-9)


def test_of_a_strange_figure_every_trace_with_points_is_a_table_under_its_own_name_or_that_of_its_axes():
    data = [
        {"type": "bar", "name": "mine", "x": ["a", "b"], "y": [1, 2]},
        {"type": "scatter", "x": [1.0, 2.0], "y": [3.0, 4.0], "xaxis": "x2", "yaxis": "y2"},
        {"type": "pie", "values": [1, 2]},
        {"type": "heatmap", "x": [1, 2, 3], "y": [1, 2]},
    ]
    layout = {"xaxis2": {"title": {"text": "week"}}, "yaxis2": {"title": {"text": "points"}}}
    bars, curve = tables({"data": data, "layout": layout, "as_is": True})
    assert (bars.title, bars.head, bars.rows) == ("mine", ["x", "y"], [["a", 1.0], ["b", 2.0]])
    assert (curve.title, curve.head, curve.rows) == ("points by week", ["week", "points"], [[1.0, 3.0], [2.0, 4.0]])


def test_a_name_that_stands_on_two_lines_is_read_on_one():
    shown = picture(
        [dots(["care as<br>usual", "both"], [1, 2], name="a<br>b", hover="%{y}")],
        (axis("kind of<br>care", 0, 1), axis("points", 0, 3)),
    )
    [table] = tables(shown)
    assert (table.head, table.rows) == (["kind of care", "a b"], [["care as usual", 1.0], ["both", 2.0]])
