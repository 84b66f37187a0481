"""Every lesson is played: presets, ends, pairs of extremes and long walks. A failure prints the scenario code to replay."""

import random

import numpy as np
import pytest

import toolkit
from tests.play.player import ends, move, pairs, sound, walk, walked
from tests.play.said import numbers, unshown
from toolkit.explore import Predict

each_lesson = pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)


@pytest.mark.slow
@walked
def test_every_preset_shows_something_of_its_own(lesson):
    explorer = lesson.explorer()
    opening, said = explorer.view, set()
    for name in explorer.presets:
        explorer.apply(name)
        sound(explorer)
        assert explorer.figure.data
        said.add(explorer.sentence)
    assert len(said) == len(explorer.presets)
    assert 3 <= len(explorer.presets) <= 9
    explorer.reset()
    assert explorer.view == opening


@pytest.mark.slow
@each_lesson
def test_every_control_at_both_ends_and_at_every_option(lesson):
    explorer = lesson.explorer()
    opening = explorer.values
    for name, control in explorer.controls.items():
        for value in ends(control):
            move(explorer, **{**opening, name: value})
            sound(explorer)


@pytest.mark.slow
@walked
def test_code_and_python_bring_back_picture_sentence_and_table(lesson):
    explorer = lesson.explorer()
    explorer.apply(list(explorer.presets)[-1])
    explorer.set(seed=9876)
    assert len(explorer.code) <= 40
    again, ran = lesson.explorer(), {}
    again.load(explorer.code.lower().replace("-", " "))
    exec(explorer.python, ran)  # noqa: S102 - what a learner would paste
    for other in (again, ran["explorer"]):
        assert other.values == explorer.values
        assert other.sentence == explorer.sentence
        assert other.view["figure"] == explorer.view["figure"]
        assert all(np.array_equal(column, other.table()[key]) for key, column in explorer.table().items())


@pytest.mark.slow
@each_lesson
def test_pairs_of_extremes(lesson):
    explorer = lesson.explorer()
    opening, all_pairs = explorer.values, list(pairs(explorer))
    for changes in random.Random(lesson.number).sample(all_pairs, min(40, len(all_pairs))):
        move(explorer, **{**opening, **changes})
        sound(explorer)


@pytest.mark.slow
@each_lesson
def test_a_long_walk_holds_at_every_step_and_reset_brings_all_back(lesson):
    explorer, again = lesson.explorer(), lesson.explorer()
    opening = explorer.view
    for step, _ in enumerate(walk(explorer, 40, random.Random(1))):
        sound(explorer)
        if step % 10 == 9:
            again.load(explorer.code)
            assert (again.values, again.sentence) == (explorer.values, explorer.sentence), explorer.code
    while explorer.pins:  # each time the latest goes
        explorer.unpin()
    explorer.reset()
    assert explorer.view == opening


@pytest.mark.slow
@walked
def test_reset_keeps_the_guess_and_what_is_pinned(lesson):
    guess = lesson.predict()
    guess.answer(next(iter(guess.replies)) if isinstance(guess, Predict) else [guess.panel["start"]] * len(guess.weeks))
    explorer = lesson.explorer(guess)
    opening = explorer.view
    explorer.apply(list(explorer.presets)[-1])
    explorer.pin()
    explorer.set(seed=5)
    kept = explorer.view["then"]
    explorer.reset()
    assert explorer.view["then"] == kept
    assert explorer.view["pinned"]
    explorer.unpin()
    assert explorer.view == opening
    assert guess.committed


# --- the check of words against picture can fail ---


@walked
def test_the_words_of_another_picture_are_noticed(lesson):
    explorer, other = lesson.explorer(), lesson.explorer()
    assert unshown(explorer, explorer.sentence) == []
    assert any(unshown(explorer, other.sentence) for _ in elsewhere(other))


def elsewhere(explorer):
    """Take an explorer to every preset, and to both ends of every control."""
    for name in explorer.presets:
        yield explorer.apply(name)
    for control in explorer.controls.values():
        for value in ends(control):
            explorer.reset()
            yield explorer.set(**{control.name: value})


def test_numbers_are_read_as_they_are_written():
    assert numbers("1,000 people, −3.0 in week 12, B12 and 0.50.") == ["1000", "3.0", "12", "0.50"]
