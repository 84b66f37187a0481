"""What stands in a widget's place where no kernel is: the still as it stands, words, scenario code and answers."""

import base64
import re
from html.parser import HTMLParser

import pytest
from ipywidgets.embed import embed_data

import toolkit
from toolkit.explore import Predict
from toolkit.explore.page import figure
from toolkit.explore.still import svg


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(3).explorer()


def test_what_is_kept_is_the_picture_as_it_stands_with_its_sentence_and_code(explorer):
    explorer.apply("A harder goal")
    explorer.receive({"ask": "undo", "number": 1})
    explorer.apply("Door and speed")
    explorer._handle({"ask": "keep"})
    page = explorer.kept["data"]["text/html"]
    drawn = base64.b64decode(re.search(r"base64,([^\"]+)", page)[1]).decode()
    assert drawn == svg(explorer.still)
    assert explorer.kept["id"] == explorer.model_id
    for words in (explorer.sentence, f"Scenario code {explorer.code}"):
        assert words in explorer.kept["data"]["text/plain"]
        assert words in page


def test_what_is_pinned_is_kept_too(explorer):
    explorer.pin()
    explorer.apply("A harder goal")
    explorer.keep()
    page = explorer.kept["data"]["text/html"]
    drawn = base64.b64decode(re.search(r"base64,([^\"]+)", page)[1]).decode()
    assert len(drawn) > len(svg(explorer.still))


def test_an_answer_is_kept_with_its_reply_and_nothing_before():
    guess = Predict("How many?", {"few": "Fewer than that.", "many": "So think many."})
    guess.keep()
    assert "Answered" not in guess.kept["data"]["text/plain"]
    guess.answer("many")
    guess.keep()
    for words in ("Answered: many", "So think many."):
        assert words in guess.kept["data"]["text/plain"]


def test_text_that_looks_like_markup_is_kept_as_text():
    guess = Predict("Is 1 < 2 & <b>bold</b>?", {"<i>yes</i>": "Yes."})
    guess.keep()
    assert "<b>" not in guess.kept["data"]["text/html"]
    assert "&lt;b&gt;" in guess.kept["data"]["text/html"]


def test_an_embedded_page_gets_the_whole_state_and_what_it_shows_instead(explorer):
    state = embed_data(views=[explorer])["manager_state"]["state"][explorer.model_id]["state"]
    assert state["_view_name"] == "AnyView", "left out, the page would not know how to show it"
    assert state["kept"]["id"] == explorer.model_id
    assert explorer.sentence in state["kept"]["data"]["text/html"]


class Shown(HTMLParser):
    """What a browser shows of a still: its words below, and those of its image."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.alts = [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.alts += [value for name, value in attrs if name == "alt"]

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("picture", [None, "drawn"])
def test_words_of_a_still_are_shown_as_they_are(explorer, picture):
    words = 'Fewer than 3 < 4 & "5 > 2" <b>bold</b>'
    shown = Shown(figure(explorer.still if picture else None, words))
    assert shown.text.startswith(words)
    assert "b" not in shown.tags
    assert shown.alts == ([words] if picture else [])
