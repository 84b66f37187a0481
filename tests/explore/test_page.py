"""What a widget answers its page, and what it leaves in a saved notebook: the library once a page, words, pictures, data."""

import base64

import numpy as np
import pytest

from tests.explore.test_explorer import made
from toolkit.explore import Choose, Predict, Presenter, page
from toolkit.explore.page import Widget, plotly_script, sendable
from toolkit.explore.still import svg


@pytest.fixture
def said(monkeypatch):
    """(a widget, the messages that it sends)."""
    explorer, sent = made(), []
    monkeypatch.setattr(Widget, "send", lambda self, content, buffers=None: sent.append((content, buffers)))
    return explorer, sent


def test_a_page_gets_the_library_once_until_it_must_have_been_lost(said, monkeypatch):
    """By hand it failed on: a page that gets it at every question; two pages of which one gets it."""
    explorer, sent = said
    monkeypatch.setattr(page, "SENT", {})
    now = [100.0]
    monkeypatch.setattr(page.time, "monotonic", lambda: now[0])
    for after, asking, answers in (
        (0, "a", 1),
        (1, "a", 0),
        (0, "b", 1),
        (2.9, "a", 0),
        (0.2, "a", 1),
        (0, None, 1),
        (0, None, 1),
    ):
        now[0] += after
        explorer._handle({"ask": "plotly", "page": asking})
        assert sent == [({"answer": "plotly"}, [plotly_script()])] * answers, (after, asking)
        sent.clear()


def test_who_waits_for_a_word_gets_one_whatever_comes_of_it(said):
    explorer, sent = said
    explorer._handle({"ask": "csv", "call": "first", "number": 1})
    with pytest.raises(KeyError):
        explorer._handle({"ask": "no such thing", "call": "second", "number": 2})
    explorer._handle({"ask": "keep"})
    words = [content for content, _ in sent if content["answer"] == "heard"]
    assert words == [{"answer": "heard", "call": "first"}, {"answer": "heard", "call": "second"}]
    with pytest.raises(ValueError, match="unknown message"):
        Presenter.__mro__[1].receive(explorer, {"ask": "no such thing"})


def test_a_picture_that_waits_for_a_guess_tells_no_data(said):
    _, sent = said
    veiled = made(Predict("Up or down?", {"up": "Yes.", "down": "No."}))
    for tables in (0, 1):
        veiled._handle({"ask": "data"})
        assert len(sent[-1][0]["tables"]) == tables
        veiled.receive({"ask": "unveil", "number": 1})


def test_a_saved_output_has_the_picture_as_it_opens_and_its_words_and_a_question_words_alone():
    explorer = made()
    bundle, _ = explorer._repr_mimebundle_()
    assert bundle["image/svg+xml"] == svg(explorer.still)
    assert (bundle["text/plain"], "text/markdown" in bundle) == (explorer.sentence, False)
    explorer.drawn_before_run = True
    image = explorer._repr_mimebundle_()[0]["text/markdown"]
    drawn = base64.b64decode(image.partition("base64,")[2].partition('"')[0]).decode()
    assert (drawn, f'alt="{explorer.sentence}"' in image) == (svg(explorer.still), True)
    bundle, _ = Choose("Which?", {"a": "Yes.", "b": "No."}, right="a")._repr_mimebundle_()
    assert [name for name in bundle if "svg" in name or "markdown" in name] == []
    assert bundle["text/plain"].startswith("Which?")


def test_arrays_travel_as_bytes_of_float64_and_all_else_as_it_is():
    sent = sendable({"a": np.arange(6, dtype=np.int32)[::2], "b": (1, "two", None), "c": [{"d": np.array([0.5])}]})
    assert np.frombuffer(sent["a"]["column"], dtype="<f8").tolist() == [0, 2, 4]
    assert sent["b"] == [1, "two", None]
    assert np.frombuffer(sent["c"][0]["d"]["column"], dtype="<f8").tolist() == [0.5]


def test_the_data_are_of_the_picture_as_it_stands_with_what_is_pinned(said):
    explorer, sent = said
    explorer.pin()
    explorer.set(slope=2.0)
    explorer._handle({"ask": "data"})
    [table] = sent[-1][0]["tables"]
    assert table["head"] == ["week", "pinned: y", "y"]
    assert table["rows"][-1] == ["2", "2", "4"]
