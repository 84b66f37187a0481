"""Nothing that a lesson says, keeps or prints is out of bounds: no share beyond 100 %, no chance above one, no count below none."""

import json
import re

import numpy as np
import pytest

import toolkit
from tests.meaning.bounds import impossible, no_numbers
from tests.meaning.lived import SLUGS, for_each, settings
from tests.notebooks.refresh import NOTEBOOKS, notebooks
from tests.play.player import ends, walked
from tests.play.said import agrees, numbers, shown, texts, written

each_lesson = pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
KEPT = [*notebooks(), *sorted((NOTEBOOKS / "trainers").rglob("*.html")), *sorted(NOTEBOOKS.rglob("*.md"))]


def sentences(lesson):
    """(setting, sentence) with every option of every choice."""
    explorer = lesson.explorer()
    studies = lesson.studies(explorer) if lesson.studies_chart else None
    choices = [control for control in explorer.controls.values() if getattr(control, "options", None)]
    for move in [{control.name: option} for control in choices for option in ends(control)]:
        explorer.reset()
        explorer.set(**move)
        yield move, explorer.sentence
        if studies:
            yield move, studies.sentence


@pytest.mark.parametrize("slug", SLUGS)
def test_tables_and_pictures_are_within_bounds_at_every_preset(slug):
    wrong = []
    for one in settings(slug).values():
        wrong += [(one.name, found) for found in out_of_bounds(one.lesson, [one.chart, one.studies_chart], one.table)]
    assert wrong == []


@pytest.mark.slow
@each_lesson
def test_tables_and_pictures_are_within_bounds_wherever_a_control_ends(lesson):
    explorer = lesson.explorer()
    studies = lesson.studies(explorer) if lesson.studies_chart else None
    wrong = []
    for move in ends_of_controls(explorer):
        explorer.reset()
        explorer.set(**move)
        figures = [explorer.view["figure"], *([studies._chart(explorer.result)] if studies else [])]
        wrong += [(move, found) for found in out_of_bounds(lesson, figures, explorer.table())]
    assert wrong == []


BEYOND = (3, 4)
"""Lessons whose pictures hold more than 100 % with good reason: two shares added, and both in % of the two alone."""


def out_of_bounds(lesson, figures, table):
    """Shares beyond 0 to 100 and counts below none in the table; and in every label and every number that hovers."""
    figures = [] if lesson.number in BEYOND else figures
    wrong = [found for figure in figures for found in impossible("\n".join(texts(figure)))]
    for name, column in table.items():
        if column.dtype.kind in "if" and (low := lowest(name)) is not None:
            inside = (column >= low - 1e-9) & (column <= (100 + 1e-9 if "%" in name else np.inf))
            wrong += [] if inside.all() else [name]
    return wrong


def lowest(column):
    """The lowest that a column can hold; None where it may be below 0."""
    if "points" in column or column in DIFFERENCES:
        return None
    return -1 if "-1: none" in column else 0


DIFFERENCES = ("gain", "low", "high", "truth")
"""Columns of lesson 16's trials that hold differences between arms."""


def preset_moves(explorer):
    return [{}, *(preset.values for preset in explorer.presets.values())]


def ends_of_controls(explorer):
    bold = [control for name, control in explorer.controls.items() if name not in ("seed", "people")]
    return [{control.name: value} for control in bold for value in ends(control)]


@walked
def test_studies_say_what_is_drawn_beside_the_toy(lesson):
    """Each number of the studies' sentence stands on their picture, on the explorer's, or in its table."""
    explorer = lesson.explorer()
    studies, wrong = lesson.studies(explorer), []
    for move in preset_moves(explorer):
        explorer.reset()
        explorer.set(**move)
        figure = studies._chart(explorer.result)
        read = [*map(float, numbers(" ".join([*texts(figure), explorer.sentence, written(explorer)])))]
        values = np.abs(np.concatenate([drawn(figure), shown(explorer), read]))
        said = studies.sentence.replace("95\u00a0% interval", "")
        wrong += [(move, number) for number in numbers(said) if not agrees(number, values)]
    assert wrong == []


def drawn(figure):
    """Every place of a mark or line, and the ends of every interval."""
    values = []
    for trace in figure["data"]:
        values += [np.asarray(trace[side], dtype=float).ravel() for side in "xy"]
        if error := trace.get("error_x"):
            place = np.asarray(trace["x"], dtype=float)
            values += [place + error["array"], place - error["arrayminus"]]
    values = np.concatenate(values)
    return values[np.isfinite(values)]


@pytest.mark.parametrize("slug", SLUGS)
def test_sentences_are_within_bounds_at_every_preset(slug):
    shown = settings(slug).values()
    assert [(one.name, found) for one in shown for found in impossible(f"{one.sentence} {one.studies_sentence}")] == []
    assert [(one.name, found) for one in shown for found in no_numbers(f"{one.sentence} {one.studies_sentence}")] == []


@pytest.mark.slow
@each_lesson
def test_sentences_are_within_bounds_at_every_option(lesson):
    wrong = [(move, found) for move, said in sentences(lesson) for found in [*impossible(said), *no_numbers(said)]]
    assert wrong == []


@for_each(KEPT, str)
def test_what_is_kept_is_within_bounds(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "\n".join(words(json.loads(text)["cells"]))
    no_words = r"<style>.*?</style>|style=\"[^\"]*\"|[\w+/]{80,}=*"  # looks, and what is packed in letters
    assert impossible(re.sub(no_words, "", text, flags=re.DOTALL)) == []


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
