"""A control moves the number of the model that the ledger says it moves, and that one alone.

By hand it was seen to fail on: the door's threshold said to be its width; medication's strength said to be therapy's; a slider
whose value `model` never takes; two options with each other's words.
"""

import re

import pytest

from tests.meaning.lived import LESSONS, key
from toolkit.model import parameters

BEHIND = [(lesson, control.name) for lesson in LESSONS for control in lesson.controls() if control.parameter]


def value(model, path):
    part, name = path.split(".")
    return getattr(getattr(model, part), name)


def elsewhere(control):
    """Other values of a control."""
    options = getattr(control, "options", None) or {
        getattr(control, "low", False): "",
        getattr(control, "high", True): "",
    }
    return [option for option in options if option != control.opening]


@pytest.mark.parametrize(("lesson", "name"), BEHIND, ids=lambda given: given if isinstance(given, str) else key(given))
def test_it_moves_what_the_ledger_says_it_moves(lesson, name):
    [control] = [control for control in lesson.controls() if control.name == name]
    before, moved = lesson.model(**lesson.opening), set()
    for other in elsewhere(control):
        after = lesson.model(**{**lesson.opening, name: other})
        moved |= {path for path in parameters() if value(before, path) != value(after, path)}
    assert moved == {control.parameter}


CHOICES = {
    f"{key(lesson)} {control['name']}": {str(value): words for value, words in control["options"]}
    for lesson in LESSONS
    for control in lesson.said_controls
    if "options" in control
}


@pytest.mark.parametrize("name", CHOICES)
def test_an_option_is_called_after_what_it_stands_for(name):
    options = CHOICES[name]
    for value, own in options.items():
        stem = re.compile(rf"\b{re.escape(value.replace('_', ' '))}(?!\d)", re.IGNORECASE)
        called = [words for words in options.values() if stem.search(words.replace(",", ""))]
        assert not called or own in called, f"{value} is {own!r}, and it stands in {called}"
