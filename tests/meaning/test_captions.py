"""What stands before a picture speaks of panels where they are, of shapes that are drawn, and of as many people."""

import itertools
import re

import nbformat
import numpy as np
import pytest

import toolkit
from tests.notebooks.refresh import NOTEBOOKS

LESSONS = toolkit.lessons.ALL
BESIDE = re.compile(
    r"\bon the (?:left|right)\b|\*\*(?:Left|Middle|Right)\*\*|\((?:left|middle|right)[;)]|\b(?:left|right)-hand"
    r"|(?:^|[.:] )(?:Left|Right|Above (?:left|right)):",
    re.MULTILINE,
)
STACKED = re.compile(
    r"\b(?:upper|lower|top|bottom) panel|\bone below the other|\*\*(?:Below|Top left|Top right)\*\*|[.:] Below:"
)
SHAPES = {
    "diamond": {"diamond"},
    "square": {"square"},
    "circle": {"circle"},
    "triangle": {"triangle-up", "triangle-down"},
    "cross": {"x", "x-thin"},
    "crosses": {"x", "x-thin"},
}


def captions(lesson):
    """(which picture, text) of the prose right before the explorer, right before the studies, and of the tasks on either."""
    cells = nbformat.read(NOTEBOOKS / f"{lesson.slug}.ipynb", as_version=4).cells
    for before, cell in itertools.pairwise(cells):
        if cell.cell_type == "code" and before.cell_type == "markdown":
            if "lesson.explorer(" in cell.source:
                yield "explorer", before.source
            if "lesson.studies(" in cell.source:
                yield "studies", before.source
    for task in lesson.said_tasks:
        if "figure of the studies" in task["prompt"]:
            yield "studies", task["prompt"]


def drawn(lesson, which):
    explorer = lesson.explorer()
    return lesson.studies(explorer)._chart(explorer.result) if which == "studies" else explorer._chart(explorer.result)


def wrong(text, figure):
    """What a caption says that its picture has not, a line each."""
    layout = figure["layout"]
    sides, floors = (
        {tuple(axis.get("domain", (0, 1))) for name, axis in layout.items() if name.startswith(f"{way}axis")}
        for way in "xy"
    )
    if (found := BESIDE.search(text)) and len(sides) == 1:
        yield f"{found[0]!r}, and no panel stands beside another"
    if (found := STACKED.search(text)) and len(floors) == 1:
        yield f"{found[0]!r}, and no panel stands below another"
    toys = {
        symbol
        for trace in figure["data"]
        if "toy" in trace["name"] and "marker" in trace
        for symbol in shapes({"data": [trace]})
    }
    if (found := re.search(r"\btoy\b[^.;:]*\((?:open )?(\w+?)s?\)", text)) and not SHAPES[found[1]] & {
        *map(base, toys)
    }:
        yield f"{found[0]!r}, and the toy's marks are {', '.join(sorted({*toys}))}"
    symbols = {*map(base, shapes(figure))}
    for shape, meant in SHAPES.items():
        if re.search(rf"\b{shape}s?\b", text, re.IGNORECASE) and not meant & symbols:
            yield f"no {shape} is drawn, but {', '.join(sorted(symbols))}"


def base(symbol):
    """A shape, filled or not."""
    return symbol.removesuffix("-open")


def shapes(figure):
    """Every symbol in a picture."""
    symbols = [trace["marker"]["symbol"] for trace in figure["data"] if "marker" in trace]
    return [symbol for some in symbols for symbol in (some if isinstance(some, list) else [some])]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_a_caption_names_panels_and_shapes_that_are_there(lesson):
    said = list(captions(lesson))
    assert {"explorer", "studies"} <= {which for which, _ in said}
    assert [fault for which, text in said for fault in wrong(text, drawn(lesson, which))] == []


def test_as_many_people_are_drawn_as_are_said():
    """Lesson 12: some of the people, a mark each."""
    lesson = toolkit.lessons.lesson(12)
    [text] = [text for which, text in captions(lesson) if which == "explorer"]
    some, everybody = (
        int(number.replace(",", "")) for number in re.search(r"shows ([\d,]+) of the ([\d,]+)", text).groups()
    )
    explorer = lesson.explorer()
    marks = [trace for trace in drawn(lesson, "explorer")["data"] if "marker" in trace and np.size(trace["x"]) > 20]
    assert sum(np.size(trace["x"]) for trace in marks) == some
    assert explorer.result.course.cohort.size == everybody


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (
            7,
            "Published figures beside your toy. Above left: who stays. Above right: how trust and outcome go together.",
        ),
        (10, "Claim by claim, with your toy people on top (diamonds). Above is"),
        (7, "Left: who relapsed, in every study of ours. Right: the hazard of relapse"),
    ],
)
def test_a_caption_of_another_layout_is_noticed(number, text):
    assert list(wrong(text, drawn(toolkit.lessons.lesson(number), "studies")))
