"""A chart that is fitted to the page says what it said: values, names, titles and ticks, on a wide page and on a telephone.

By hand it failed on: panels in each other's rooms; a legend's name in its neighbour's colour; every second number at an axis of
words; a name that leaves the picture; titles of two panels that change places; a bare "Right:" above a panel without a title.
"""

import re
from itertools import pairwise

import numpy as np
import pytest

import toolkit
from tests.paper import paper
from toolkit.explore import axis, dots, in_legend, line, picture
from toolkit.explore.charts import dot_rows, row_axis
from toolkit.explore.page import script, sendable
from toolkit.explore.picture import COLOURS, with_periods, words

LETTER = 0.5
"""Width of a letter on a page of paper, in sizes of its type."""
SIZE = 15
WIDTHS = (340, 700, 1300)
WEEKS = np.arange(13.0)


def two_panels():
    """Curves with names at their ends, and beside them rows with long labels."""
    curves = [
        line(WEEKS, 30 - WEEKS, name="medication", colour="medication", dash="dash"),
        line(WEEKS, 30 - 2 * WEEKS, name="both, as seen", colour="both"),
    ]
    ends = words([12, 12], [18, 6], ["medication", "both, as seen"], colour=["#0068a3", "#007a55"])
    rows = {
        "people who were seen by a doctor only": (30.0, "medication"),
        "both": (44.0, "both"),
        "nobody": (8.0, "both"),
    }
    marks = [{**mark, "xaxis": "x2", "yaxis": "y2"} for mark in dot_rows(rows, "{:.0f} %", {})]
    up = with_periods("score (points)", -4, 36, (0, 10, 20, 30), {-3: "therapy"})
    return picture(
        [*curves, in_legend(ends, ["dash", "solid"]), *marks],
        (axis("week of the treatment", 0, 12), up),
        (axis("% who respond in that week", 0, 100), row_axis(rows)),
        widths=(5, 1, 4),
    )


@pytest.fixture(scope="module")
def fit():
    """fit(chart, width): the chart as the page draws it."""
    code = script("page.js", "layout.js", "chart.js")
    look = "{ colour: (said) => said, line: '#ddd', ink: 'ink', family: 'sans-serif', big: given.size, width: given.width }"
    with paper() as page:
        yield lambda chart, width, size=SIZE: page.run(
            f"{code}\nreturn dressed(unpack(given.chart), {look});",
            {"chart": sendable(chart), "width": width, "size": size},
        )


def charts():
    yield "two panels", two_panels
    for lesson in toolkit.lessons.ALL:
        if lesson.number in (1, 2, 13):  # of every kind of picture one that is quickly made
            yield lesson.slug, lambda lesson=lesson: lesson.explorer().still
            yield f"{lesson.slug}, studies", lambda lesson=lesson: lesson.studies(lesson.explorer()).still


@pytest.fixture(scope="module", params=charts(), ids=lambda pair: pair[0])
def chart(request):
    return request.param[1]()


each_width = pytest.mark.parametrize("width", WIDTHS)


def plain(text):
    """Words without the ends of lines."""
    return " ".join(re.split(r"<br>| ", str(text).strip())).strip()


def near(shown, meant):
    return len(shown) == len(meant) and all(
        one == other or (one is None and other != other) or (one is not None and abs(one - other) < 1e-6)
        for one, other in zip(shown, meant, strict=True)
    )


def panels(layout):
    """Names of the panels' axes, ("xaxis", "yaxis") and so on, in their order."""
    across = [name for name in layout if name.startswith("xaxis")]
    return [(name, name.replace("x", "y", 1)) for name in across]


@each_width
def test_every_curve_and_mark_stays_where_and_what_it_is(fit, chart, width):
    shown = fit(chart, width)
    narrow = "annotations" in shown["layout"]  # there the legend has the names of curves
    there = iter(shown["data"])
    for trace in chart["data"]:
        if narrow and "meta" in trace:
            continue
        found = next((one for one in there if one["xaxis"] == trace["xaxis"] and same(one, trace)), None)
        assert found, f"{trace['name'] or trace.get('text')} is not drawn as it was"


def same(one, trace):
    """Whether a drawn trace has the place, name and words of the one that was given."""
    if plain(one.get("name", "")) != plain(trace.get("name", "")) or one["mode"] != trace["mode"]:
        return False
    said = [plain(text) for text in trace["text"]] if trace["mode"] == "text" else []
    if said != ([plain(text) for text in one["text"]] if said else []):
        return False
    return all(
        near(one[side], list(trace[side])) if not any(isinstance(value, str) for value in trace[side]) else True
        for side in "xy"
    )


@each_width
def test_titles_stand_at_their_own_panels_and_ticks_are_those_that_were_given(fit, chart, width):
    shown = fit(chart, width)["layout"]
    told = {round(one["y"], 6): plain(one["text"]) for one in shown.get("annotations", [])}
    for across, up in panels(chart["layout"]):
        assert plain(shown[across]["title"]["text"]) == plain(chart["layout"][across]["title"]["text"])
        said = plain(chart["layout"][up]["title"]["text"])
        stacked = told.get(round(shown[up].get("domain", [0, 1])[1], 6), "") if told else ""
        expected = ": ".join(filter(None, (side(chart["layout"], across), said)))
        assert (stacked, plain(shown[up]["title"]["text"])) == ((expected, "") if told else ("", said))
        for name in (across, up):
            given, now = chart["layout"][name], shown[name]
            if given.get("ticktext") is not None:
                if now.get("showticklabels") is not False:
                    assert [plain(text) for text in now["ticktext"]] == [plain(text) for text in given["ticktext"]]
                assert list(now["tickvals"]) == list(given["tickvals"])
            elif given.get("tickvals") is not None and len(given["tickvals"]):
                ticks = list(given["tickvals"])
                every = next(step for step in range(1, len(ticks) + 1) if ticks[::step] == list(now["tickvals"]))
                longest = max(len(f"{tick:g}") for tick in ticks) * LETTER * SIZE
                room = panel_room(shown, across) * (ticks[-1] - ticks[0]) / np.ptp(now["range"])
                if name == across and every > 1:
                    before = len(ticks[:: every - 1]) - 1
                    assert before * longest > 0.6 * room, "there was room for more numbers"


def side(layout, across):
    """What a caption calls a panel that stands beside others, which it still does where they stand one above the other."""
    starts = {
        name: start
        for name, _ in panels(layout)
        for start, end in [layout[name].get("domain", [0, 1])]
        if end - start < 1
    }
    if across not in starts:
        return ""
    return {min(starts.values()): "Left", max(starts.values()): "Right"}.get(starts[across], "Middle")


def panel_room(layout, across):
    start, end = layout[across].get("domain", [0, 1])
    return (layout["width"] - layout["margin"]["l"] - layout["margin"]["r"]) * (end - start)


@each_width
def test_panels_do_not_stand_in_each_others_room_and_keep_their_order(fit, chart, width):
    layout = fit(chart, width)["layout"]
    boxes = [(layout[x].get("domain", [0, 1]), layout[y].get("domain", [0, 1])) for x, y in panels(layout)]
    for one, other in ((a, b) for place, a in enumerate(boxes) for b in boxes[place + 1 :]):
        apart = [a[1] <= b[0] + 1e-9 or b[1] <= a[0] + 1e-9 for a, b in zip(one, other, strict=True)]
        assert any(apart), (one, other)
    assert all(-1e-9 <= start < end <= 1 + 1e-9 for box in boxes for start, end in box)
    if "annotations" in layout:
        assert all(above[1][0] >= below[1][1] - 1e-9 for above, below in pairwise(boxes)), "the first stands at the top"
    elif width >= 700:
        before = [chart["layout"][x].get("domain", [0, 1])[0] for x, _ in panels(chart["layout"])]
        now = [box[0][0] for box in boxes]
        assert np.argsort(before, kind="stable").tolist() == np.argsort(now, kind="stable").tolist()


@each_width
def test_words_stay_within_the_picture(fit, chart, width):
    shown = fit(chart, width)
    layout, font = shown["layout"], shown["layout"]["font"]["size"]
    for trace in shown["data"]:
        if trace["mode"] != "text" or (trace.get("textfont") or {}).get("size", font) != font:
            continue
        across = layout["xaxis" + trace["xaxis"][1:]]
        start, end = across.get("domain", [0, 1])
        inner = width - layout["margin"]["l"] - layout["margin"]["r"]
        for x, text, position in zip(trace["x"], trace["text"], listed(trace["textposition"], trace), strict=True):
            share = (x - across["range"][0]) / np.ptp(across["range"])
            at = layout["margin"]["l"] + inner * (start + (end - start) * share)
            lines = [len(one) for one in str(text).split("<br>")]
            if max(lines) * LETTER * font > 0.9 * width or (" " not in str(text).strip() and len(lines) == 1):
                continue  # nothing can be done about a single long word
            right = {"right": 1, "left": 0, "center": 0.5}[position.split()[1]]
            assert at + right * max(lines) * LETTER * font <= width + 1, f"{text!r} leaves the picture"
            assert at - (1 - right) * max(lines) * LETTER * font >= -1, f"{text!r} leaves the picture"


def listed(value, trace):
    return [value] * len(trace["x"]) if isinstance(value, str) else value


def test_where_it_is_narrow_the_legend_has_each_name_with_its_own_colour_and_dash(fit):
    chart = two_panels()
    shown = fit(chart, 340)
    legend = {trace["name"]: trace["line"] for trace in shown["data"] if trace.get("showlegend")}
    looks = {trace["name"]: trace["line"] for trace in chart["data"] if trace["name"] and trace["mode"] == "lines"}
    for name in ("medication", "both, as seen"):
        assert (legend[name]["color"], legend[name]["dash"]) == (looks[name]["color"], looks[name]["dash"])
    wide = fit(chart, 1300)
    assert not [trace for trace in wide["data"] if trace.get("showlegend")]


def test_for_a_projector_lines_grow_with_the_type(fit):
    chart = two_panels()
    small, big = fit(chart, 1300), fit(chart, 2600, size=30)
    for one, other in zip(small["data"], big["data"], strict=True):
        if one["mode"] == "lines" and one.get("line", {}).get("width"):
            assert other["line"]["width"] == pytest.approx(2 * one["line"]["width"])


def test_a_strange_figure_keeps_its_own_and_gets_the_pages_colours_in_their_order(fit):
    strange = {
        "data": [{"type": "bar", "x": [1, 2], "y": [3, 4]}],
        "layout": {"title": {"text": "Bars"}},
        "as_is": True,
    }
    shown = fit(strange, 700)
    assert shown["data"] == strange["data"]
    assert shown["layout"]["title"] == {"text": "Bars"}
    assert shown["layout"]["width"] == 700
    template = shown["layout"]["template"]["layout"]
    assert template["colorway"] == list(COLOURS.values())
    assert template["font"] == {"color": "ink", "family": "sans-serif", "size": SIZE}


def length(text, font):
    """Width of a text's longest line."""
    return max(map(len, str(text).split("<br>"))) * LETTER * font


def lines(text):
    return len(str(text).split("<br>"))


@each_width
def test_labels_and_titles_have_the_room_that_they_take_and_panels_the_rest(fit, chart, width):
    """By hand it failed on: a margin for the other panel's labels; a foot for one line where a title has two."""
    layout = fit(chart, width)["layout"]
    font, margin = layout["font"]["size"], layout["margin"]
    assert font == (0.85 * SIZE if width < 26 * SIZE else SIZE)
    inner = width - margin["l"] - margin["r"]
    stacked = "annotations" in layout
    for across, up in panels(layout):
        start, end = layout[across].get("domain", [0, 1])
        axis = layout[up]
        texts = axis.get("ticktext") or [str(tick) for tick in axis.get("tickvals") or axis["range"]]
        labels = 0 if axis.get("showticklabels") is False else max((length(text, font) for text in texts), default=0)
        title = 0 if stacked or not axis["title"]["text"] else lines(axis["title"]["text"]) * font
        before = max(
            [
                layout[name].get("domain", [0, 1])[1]
                for name, _ in panels(layout)
                if layout[name].get("domain", [0, 1])[1] <= start
            ],
            default=None,
        )
        room = margin["l"] + inner * start if before is None else inner * (start - before)
        assert room >= labels + title, (across, width)
        column = inner * (end - start)
        for title_line in layout[across]["title"]["text"].split("<br>"):
            assert length(title_line, font) <= max(
                column + 2 * min(margin["l"], margin["r"]), max(map(len, title_line.split())) * LETTER * font
            )
        ticks = layout[across].get("ticktext") or [""]
        assert margin["b"] >= font * 1.2 * (max(map(lines, ticks)) + lines(layout[across]["title"]["text"]))
        if not stacked and len(panels(layout)) > 1:
            assert column > 4 * font
    if stacked:
        marked = [one for one in layout["annotations"] if one["text"]]
        tops = [layout[up]["domain"][1] for _, up in panels(layout)]
        assert all(any(abs(one["y"] - top) < 1e-9 for top in tops) for one in marked)
        whole = layout["height"] - margin["t"] - margin["b"]
        gaps = [
            (above[0] - below[1]) * whole
            for above, below in pairwise([layout[up]["domain"] for _, up in panels(layout)])
        ]
        assert all(gap >= margin["b"] for gap in gaps), "below each stand its numbers and its title"


@each_width
def test_rows_are_high_enough_for_their_labels_and_nothing_zooms_or_measures_itself(fit, chart, width):
    layout = fit(chart, width)["layout"]
    font, margin = layout["font"]["size"], layout["margin"]
    whole = layout["height"] - margin["t"] - margin["b"]
    assert (layout["dragmode"], margin["autoexpand"], layout["width"]) == (False, False, width)
    assert layout["hoverlabel"]["font"] == {"family": "sans-serif", "size": font}
    for across, up in panels(layout):
        for name in (across, up):
            axis = layout[name]
            assert (axis["fixedrange"], axis["zeroline"], axis["tickangle"]) == (True, False, 0)
            assert (axis["gridcolor"], axis["linecolor"]) == ("#ddd", "#ddd")
        axis = layout[up]
        if axis.get("ticktext") and len(axis["ticktext"]) > 1 and "annotations" in layout:
            low, high = axis["domain"]
            apart = abs(axis["tickvals"][-1] - axis["tickvals"][0]) / (len(axis["tickvals"]) - 1)
            each = whole * (high - low) * apart / np.ptp(axis["range"])
            assert each >= 1.2 * font * max(map(lines, axis["ticktext"])) or axis.get("showticklabels") is False


def long_rows():
    """Rows whose names are sentences, in one panel."""
    label = "people who have been to see somebody about it at least once in the last year, and who said so when asked"
    rows = {f"{label} ({who})": (10.0 + n, "both") for n, who in enumerate(("at home", "at work", "elsewhere"))}
    return picture(dot_rows(rows, "{:.0f} %", {}), (axis("% in that week", 0, 100), row_axis(rows)))


def test_where_names_of_rows_would_leave_no_plot_each_stands_above_its_row(fit):
    chart = long_rows()
    shown = fit(chart, 340)
    layout = shown["layout"]
    assert layout["yaxis"]["showticklabels"] is False
    labels = shown["data"][-1]
    given = chart["layout"]["yaxis"]
    assert [plain(text) for text in labels["text"]] == [plain(text) for text in given["ticktext"]]
    for height, row in zip(labels["y"], given["tickvals"], strict=True):
        assert row < height < row + 0.5
    assert set(labels["x"]) == {layout["xaxis"]["range"][0]}
    assert (labels["textposition"], labels["hoverinfo"], labels["showlegend"]) == ("top right", "skip", False)
    assert (
        max(length(text, 0.85 * SIZE) for text in labels["text"])
        <= 340 - layout["margin"]["l"] - layout["margin"]["r"] + 1
    )
    assert layout["yaxis"]["range"][1] > max(given["tickvals"]) + 1
    whole = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    each = whole / np.ptp(layout["yaxis"]["range"])
    assert each > 1.2 * 0.85 * SIZE * (max(map(lines, labels["text"])) + 1)
    wide = fit(chart, 1300)
    assert wide["layout"]["yaxis"].get("showticklabels") is not False
    assert len(wide["data"]) == len(chart["data"])


def test_panels_stand_one_above_the_other_on_a_narrow_page_or_where_labels_leave_too_little(fit):
    both = two_panels()
    sides = [(axis("week", 0, 12), axis("score", 0, 36)) for _ in range(2)]
    plain_two = picture([line(WEEKS, WEEKS, name="y", panel=panel) for panel in (1, 2)], *sides, widths=(1, 0, 1))
    assert ["annotations" in fit(plain_two, width)["layout"] for width in (590, 610)] == [True, False]
    rows = {f"{'people who were seen by somebody else ' * 3}{n}": (10.0, "both") for n in range(3)}
    marks = [{**mark, "xaxis": "x2", "yaxis": "y2"} for mark in dot_rows(rows, "{:.0f} %", {})]
    crowded = picture(
        [*both["data"][:2], *marks],
        (axis("week", 0, 12), axis("score", 0, 36)),
        (axis("%", 0, 100), row_axis(rows)),
        widths=(5, 1, 4),
    )
    assert ["annotations" in fit(crowded, width)["layout"] for width in (900, 1600)] == [True, False]


def test_marks_grow_with_the_type_too_and_everything_keeps_its_colour(fit):
    chart = picture([dots([1], [1], name="a", size=10, colour="both")], (axis("x", 0, 2), axis("y", 0, 2)))
    small, big = (fit(chart, width, size=size)["data"][0]["marker"] for width, size in ((1300, 15), (2600, 30)))
    assert (small["size"], big["size"]) == (10, 20)
    assert small["color"] == big["color"] == COLOURS["both"]
    heights = [fit(chart, width, size=size)["layout"]["height"] for width, size in ((1300, 15), (2600, 30))]
    assert heights == [420, 840]


def test_where_names_go_to_the_legend_their_room_beside_the_curves_is_the_curves(fit):
    ends = in_legend(words([12], [6], [" both"], colour=["#007a55"]), ["solid"])
    chart = picture([line(WEEKS, WEEKS, name="both", colour="both"), ends], (axis("week", 0, 18), axis("score", 0, 36)))
    assert [fit(chart, width)["layout"]["xaxis"]["range"] for width in (340, 1300)] == [[0, 12], [0, 18]]
    assert [any(trace["mode"] == "text" for trace in fit(chart, width)["data"]) for width in (340, 1300)] == [
        False,
        True,
    ]


@pytest.mark.parametrize("count", [2, 5, 9])
@each_width
def test_the_legend_has_its_rows_above_the_panels(fit, width, count):
    """By hand it failed on a legend that has one row's room for three."""
    shown = [dots([n], [n], name=f"name {n} of some length", legend=True) for n in range(count)]
    layout = fit(picture(shown, (axis("x", 0, 9), axis("y", 0, 9)), legend="left"), width)["layout"]
    font, margin = layout["font"]["size"], layout["margin"]
    wide = length("name 1 of some length", font) + 48
    room = width - margin["l"] - margin["r"]
    rows = -(-count // max(1, int(room // wide)))
    assert margin["t"] == pytest.approx(16 + 1.5 * font * rows)
    plot = layout["height"] - margin["t"] - margin["b"]
    assert 0 < (layout["legend"]["y"] - 1) * plot < 10, "just above them"
    assert (layout["legend"]["orientation"], layout["legend"]["yanchor"]) == ("h", "bottom")
    none = fit(picture([dots([1], [1], name="a")], (axis("x", 0, 9), axis("y", 0, 9))), width)["layout"]
    assert (none["margin"]["t"], "legend" in none and "y" in none["legend"]) == (16, False)


@pytest.mark.parametrize("width", [300, 400, 520, 700, 1300])
def test_words_along_an_axis_do_not_run_into_each_other(fit, width):
    """By hand it failed on: type that shrinks below four fifths; every other word in a row of its own although there is room."""
    named = ["waiting list", "therapy alone", "medication alone", "both together", "care as usual"]
    chart = picture(
        [dots(range(5), [1] * 5, name="a")],
        (axis("", -0.5, 4.5, tickvals=list(range(5)), ticktext=named), axis("y", 0, 2)),
    )
    layout = fit(chart, width)["layout"]
    ticks, font = layout["xaxis"].get("ticktext", named), layout["xaxis"]["tickfont"]["size"]
    assert 0.8 * layout["font"]["size"] - 1e-9 <= font <= layout["font"]["size"]
    apart = panel_room(layout, "xaxis") / 5
    lowered = [text.startswith("<br>") for text in ticks]
    assert lowered in ([False] * 5, [False, True, False, True, False])
    assert [plain(text) for text in ticks] == named
    for text in ticks:
        assert length(text, font) <= apart * (2 if any(lowered) else 1) + 1
    if length("medication alone", layout["font"]["size"]) + 8 < apart:
        assert (ticks, font) == (named, layout["font"]["size"]), "there is room for all as it is"


def test_of_three_panels_each_is_called_where_it_stood(fit):
    axes = [(axis("week", 0, 9), axis(name, 0, 9)) for name in ("one", "two", "", "four")]
    axes[3][0]["domain"] = (0, 1)
    chart = picture([line(WEEKS, WEEKS, name="y", panel=n) for n in (1, 2, 3, 4)], *axes, widths=(1, 0, 1, 0, 1))
    told = [one["text"] for one in fit(chart, 400)["layout"]["annotations"]]
    assert told == ["Left: one", "Middle: two", "Right", "four"]


@pytest.mark.parametrize(("x", "side"), [(1, "right"), (11, "left"), (6.5, "left")])
def test_words_that_have_room_on_neither_side_stand_on_the_wider_one_in_as_many_lines_as_they_need(fit, x, side):
    """By hand it failed on words that are squeezed into the narrower side."""
    said = "words that are told at some length here and that no side of a picture has the room for in one line"
    chart = picture([words([x], [5], [said])], (axis("week", 0, 12), axis("score", 0, 10)))
    shown = fit(chart, 700)
    [text] = shown["data"][0]["text"]
    [position] = listed(shown["data"][0]["textposition"], shown["data"][0])
    margin = shown["layout"]["margin"]
    at = margin["l"] + (700 - margin["l"] - margin["r"]) * x / 12
    room = at if side == "left" else 700 - at
    assert (plain(text), position.split()[1]) == (said, side)
    assert 0.6 * room < length(text, SIZE) <= room


@each_width
def test_a_title_fills_its_lines_and_the_last_word_along_an_axis_is_not_cut(fit, width):
    """By hand it failed on: a title in half of its room; a margin that forgets the label at its end."""
    title = "weeks since somebody has first been seen about it, counted from the day on which they were told that they would"
    along = axis(title, 0, 2, tickvals=[0, 1, 2], ticktext=["at first", "later", "long after"])
    layout = fit(picture([dots([1], [1], name="a")], (along, axis("y", 0, 2))), width)["layout"]
    font, margin = layout["font"]["size"], layout["margin"]
    inner = width - margin["l"] - margin["r"]
    found = layout["xaxis"]["title"]["text"].split("<br>")
    room = inner + 2 * min(margin["l"], margin["r"])
    for line_of_it, after in pairwise(found):
        assert length(line_of_it, font) <= room < length(f"{line_of_it} {after.split()[0]}", font)
    last, shown = layout["xaxis"].get("ticktext", along["ticktext"])[-1], layout["xaxis"]["tickfont"]["size"]
    assert length(last, shown) / 2 <= margin["r"] or width > 340
