"""The front page's picture and its small cards: they move at once, and tell no lesson's answer."""

import html
import itertools
import re
import xml.etree.ElementTree

import numpy as np
import pytest

import toolkit
from toolkit.lessons import cards, index
from toolkit.lessons.front import LESSON, LIVES, WEEKS, run
from toolkit.model import DUMMY

each_lesson = pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)


def at(**values):
    return run(**LESSON.opening | values)


@pytest.fixture
def explorer():
    return index.picture()


def test_the_week_only_unfolds_what_is_lived_already():
    early, late = at(week=5), at(week=40)
    assert early.course is late.course
    for life in LIVES:
        assert len(early.scores[life]) == 6
        assert np.array_equal(early.scores[life], late.scores[life][:6])


def test_a_control_moves_the_lives_that_it_is_about_and_no_other():
    usual, no_drug, short = at(week=WEEKS), at(week=WEEKS, medication=0.0), at(week=WEEKS, sessions=0)
    moved = {"medication", "both"}, {"therapy", "both"}
    for changed, lives in zip((no_drug, short), moved, strict=True):
        assert {life for life in LIVES if changed.now[life] != usual.now[life]} == lives
    assert no_drug.scores["medication"] == pytest.approx(no_drug.scores[DUMMY])


def test_nothing_is_stopped_within_the_year_so_that_lesson_01_keeps_its_question():
    """What is left of a medication once it is stopped is what a learner draws there."""
    assert at().course.plans["medication"].medication.stop >= WEEKS
    assert not [name for name in LESSON.opening if "stop" in name]


def test_what_lasts_all_year_by_its_name_ends_with_the_year(explorer):
    """By hand it failed on: "Therapy all year" of 25 weeks."""
    lasting = [preset for preset in explorer.presets.values() if "all year" in preset.name]
    assert lasting
    assert [preset.values["sessions"] for preset in lasting] == [WEEKS] * len(lasting)


def test_the_sentence_names_the_lowest_life_first(explorer):
    for preset in (None, "Somebody else", "Therapy all year"):
        explorer.apply(preset) if preset else None
        told = [float(score) for score in re.findall(r"\((-?[\d.]+) points\)", explorer.sentence)]
        assert len(told) == 4
        assert told == sorted(told)
    explorer.apply("Neither does anything")
    assert "within one point" in explorer.sentence


def test_a_saved_page_draws_it_before_anything_has_run(explorer):
    """JupyterLab leaves out SVG of a notebook that was not run here, and keeps images in Markdown."""
    bundle, _ = explorer._repr_mimebundle_()
    assert bundle["text/markdown"].startswith('<img style="max-width: 100%" src="data:image/svg+xml;base64,')
    assert f'alt="{html.escape(explorer.sentence)}"' in bundle["text/markdown"]
    assert "text/markdown" not in LESSON.explorer()._repr_mimebundle_()[0]


def test_every_week_is_handed_over_at_once(explorer):
    explorer.receive({"ask": "frames"})
    assert len(explorer.frames) == WEEKS


def test_its_codes_are_no_codes_of_lesson_01(explorer):
    with pytest.raises(ValueError, match="another picture"):
        toolkit.lessons.lesson(1).explorer().load(explorer.code)


@each_lesson
def test_a_card_is_small_and_has_no_word_number_or_name(lesson):
    drawn = cards.draw_card(lesson.explorer().still)
    assert len(drawn) < 4600, "four hundred people at most"
    assert "".join(xml.etree.ElementTree.fromstring(drawn).itertext()).strip() == ""  # noqa: S314 - our own
    assert "text" not in drawn
    assert len(set(re.findall("#[0-9a-f]{6}", drawn))) == 2, "one ink on one paper: no colour tells whose line it is"


def test_cards_differ_from_lesson_to_lesson():
    drawn = {lesson.slug: cards.card(lesson) for lesson in toolkit.lessons.ALL}
    assert all(drawn.values()), "run `make sheets`"
    for one, other in itertools.combinations(drawn, 2):
        assert drawn[one].split("alt=")[0] != drawn[other].split("alt=")[0], (one, other)


def test_a_mark_lands_where_its_axes_say():
    """Two points on the ends of a panel lie in two corners of the card."""
    trace = {"mode": "lines", "x": [0, 10], "y": [5, 1], "xaxis": "x", "yaxis": "y"}
    drawn = cards.draw_card({"data": [trace], "layout": {}})
    assert f"M{cards.EDGE} {cards.EDGE}L{cards.WIDTH - cards.EDGE} {cards.HEIGHT - cards.EDGE}" in drawn


@pytest.mark.parametrize("preset", LESSON.presets, ids=lambda preset: preset.name)
def test_every_preset_shows_another_year_than_the_opening(preset):
    usual, shown = at(week=WEEKS), at(**preset.values | {"week": WEEKS})
    assert any(not np.allclose(usual.scores[life], shown.scores[life]) for life in LIVES)
