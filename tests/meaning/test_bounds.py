"""Nothing that a lesson says, keeps or prints is out of bounds: no share beyond 100 %, no chance above one, no count below none."""

import json
import re

import pytest

import toolkit
from tests.meaning.bounds import impossible
from tests.notebooks.refresh import NOTEBOOKS, notebooks
from tests.play.player import ends

each_lesson = pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
KEPT = [*notebooks(), *sorted((NOTEBOOKS / "trainers").rglob("*.html")), *sorted(NOTEBOOKS.rglob("*.md"))]


def sentences(lesson):
    """(setting, sentence) as a lesson opens, after every preset, and with every option of every choice."""
    explorer = lesson.explorer()
    studies = lesson.studies(explorer) if lesson.studies_chart else None
    moves = [{}, *(preset.values for preset in explorer.presets.values())]
    for name, control in explorer.controls.items():
        if getattr(control, "options", None):
            moves += [{name: option} for option in ends(control)]
    for move in moves:
        explorer.reset()
        explorer.set(**move)
        yield move, explorer.sentence
        if studies:
            yield move, studies.sentence


@each_lesson
def test_sentences_are_within_bounds_at_every_preset_and_every_option(lesson):
    wrong = [(move, found) for move, said in sentences(lesson) for found in impossible(said)]
    assert wrong == []


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_is_kept_is_within_bounds(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "\n".join(words(json.loads(text)["cells"]))
    assert impossible(re.sub(r"<style>.*?</style>|style=\"[^\"]*\"", "", text, flags=re.DOTALL)) == []


def words(part):
    """Every text within a notebook's cells."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, list) and all(isinstance(line, str) for line in part):
        return ["".join(part)]
    return (
        [text for item in (part.values() if isinstance(part, dict) else part or ()) for text in words(item)]
        if isinstance(part, (dict, list))
        else []
    )


@pytest.mark.parametrize(
    "said", ["published 3080 %", "3,080\u00a0%", "120 of 100", "−3 people", "probability of 1.2", "P = 2"]
)
def test_what_cannot_be_is_noticed(said):
    assert impossible(said)


@pytest.mark.parametrize(
    "said", ["100 %", "−27 to +23 %", "0 of 100", "1,000 people", "P = .06", "chance 0.4", "a chance of 5 in 6"]
)
def test_what_can_be_passes(said):
    assert impossible(said) == []
