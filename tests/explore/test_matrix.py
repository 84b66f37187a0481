"""The matrix of tokens and the dated strip, on small ones of their own."""

import re

import pytest

from toolkit.explore import COLOURS, Dated, Matrix, Strip, axis, line, picture
from toolkit.explore.still import svg


@pytest.fixture
def matrix():
    return Matrix(
        "Which does what?",
        ["saw", "glue"],
        {"well": "●", "not": "○"},
        {"cuts": "It has teeth.", "joins": "It sticks."},
        {"books": {"cuts": {"saw": "well", "glue": "not"}, "joins": {"glue": "well"}}},
    )


def test_comparing_counts_the_tokens_that_agree_where_the_view_speaks(matrix):
    said = matrix.answer({"cuts": {"saw": "well", "glue": "well"}, "joins": {"saw": "not", "glue": None}})
    assert said == "You placed 3 tokens. They agree in 1 of 2 with the books."
    assert matrix.answer({"cuts": {"saw": "well"}}) == "You placed 1 token. It agrees in 1 of 1 with the books."
    assert matrix.right
    assert matrix.compared["says"]["cuts"] == "It has teeth."


def test_others_views_are_not_on_the_page_before_they_are_asked_for(matrix):
    assert matrix.compared == {}
    assert "teeth" not in str(matrix.get_state())
    assert "Nothing placed" in matrix.answer(None)
    assert matrix.compared["views"]["books"]["joins"] == {"glue": "well"}


def test_what_does_not_fit_is_refused_in_words_and_shows_nothing(matrix):
    matrix.receive({"ask": "answer", "given": {"cuts": {"saw": "badly"}}})
    assert matrix.reply["words"] == "cuts, saw: level = 'badly': must be one of well, not"
    assert matrix.compared == {}
    with pytest.raises(ValueError, match="cuts, axe: column = 'axe': must be one of saw, glue"):
        matrix.answer({"cuts": {"axe": "well"}})


def test_a_matrix_reads_as_text(matrix):
    assert matrix.words.splitlines() == ["Which does what?", "  cuts: saw ? · glue ?", "  joins: saw ? · glue ?"]


def test_a_strip_reads_as_text_and_draws_spans_and_years():
    strip = Strip(
        "Then and now", [Dated("1950s", "then", "a book", 1950, 1960), Dated("2000", "now", "a paper", 2000, 2000)]
    )
    assert strip.words == "1950s: then (a book)\n2000: now (a paper)"
    assert [trace["mode"] for trace in strip.still["data"]] == ["lines", "markers"]
    assert "now" in strip._repr_mimebundle_()[0]["image/svg+xml"]


def test_a_still_picture_names_every_panels_upward_axis_beside_it_and_stacks_panels():
    panels = [(axis("x", 0, 1), axis(name, 0, 1)) for name in ("first", "second", "third")]
    made = picture([line([0, 1], [0, 1], name="y", panel=n) for n in (1, 2, 3)], *panels, widths=(4, 2, 4, 0, 4))
    made["layout"]["yaxis2"]["domain"], made["layout"]["yaxis3"]["domain"] = [0.5, 1], [0, 0.4]
    drawn = svg(made)
    places = [
        re.search(rf"translate\(([\d.]+) ([\d.]+)\)[^>]*>{name}<", drawn).groups()
        for name in ("first", "second", "third")
    ]
    assert len({across for across, _ in places}) == 3
    assert float(places[2][1]) > float(places[0][1]) > float(places[1][1])


def test_a_strip_draws_each_event_in_its_row_between_its_years_in_its_colour():
    """By hand it failed on: rows upside down; a span that begins where it ends; years that leave the axis."""
    events = [
        Dated("1950s", "then", "a book", 1950, 1960, "medication"),
        Dated("1975", "later", "a letter", 1975, 1975, "therapy"),
        Dated("1990 to now", "since", "a paper", 1990, 2020),
    ]
    drawn = Strip("Then and now", events).still
    labels = dict(zip(drawn["layout"]["yaxis"]["tickvals"], drawn["layout"]["yaxis"]["ticktext"], strict=True))
    low, high = drawn["layout"]["xaxis"]["range"]
    assert list(labels.values())[::-1] == [f"{one.dated} · {one.what}" for one in events]
    for event, trace in zip(events, drawn["data"], strict=True):
        assert {labels[height] for height in trace["y"]} == {f"{event.dated} · {event.what}"}
        assert (min(trace["x"]), max(trace["x"])) == (event.start, event.end)
        assert low < event.start <= event.end < high
        look = trace["line"] if trace["mode"] == "lines" else trace["marker"]
        assert look["color"] == COLOURS[event.arm]
        assert (trace["name"], event.dated in trace["hovertemplate"]) == (event.what, True)
        assert (trace["mode"] == "markers") == (event.start == event.end)
