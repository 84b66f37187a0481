"""Every notebook is whole: headings, minutes, safety words, links, nothing of one machine or one run."""

import contextlib
import functools
import io
import json
import re

import nbformat
import pytest

import toolkit
from publish.times import times, told
from tests.notebooks.refresh import NOTEBOOKS, is_to_be_written, notebooks, strip
from toolkit.explore.asked import ASKED
from toolkit.lessons import claims, index, misses

HEADINGS = (
    "You will be able to",
    "Words",
    "Predict",
    "Play",
    "How it works",
    "What studies found",
    "Where this breaks",
    "Check yourself",
    "Take away",
    "Sources",
)
LESSONS = toolkit.lessons.ALL
every_notebook = pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.stem)
every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)


@functools.cache
def read(path):
    return nbformat.read(path, as_version=4)


def prose(notebook):
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def lesson_notebook(lesson):
    return read(NOTEBOOKS / f"{lesson.slug}.ipynb")


def test_ready_lessons_have_a_notebook_and_no_other_does():
    pages = {"index", "claims", "history", "what_the_model_gets_wrong"}
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} == {lesson.slug for lesson in LESSONS} | pages


@every_lesson
def test_every_heading_is_there_in_order(lesson):
    found = re.findall(r"^## (.+)$", prose(lesson_notebook(lesson)), flags=re.MULTILINE)
    assert tuple(found) == HEADINGS


SOLUTIONS = [
    # ten years of a clinic, twice
    pytest.param(path, marks=[pytest.mark.slow] * path.stem.startswith("15"))
    for path in sorted(NOTEBOOKS.glob("solutions/*.ipynb"))
]


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_a_solution_prints_what_is_stored(path):
    here = {}
    for cell in read(path).cells:
        if cell.cell_type == "code":
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                exec(cell.source, here)  # noqa: S102  our own notebooks
            assert said.getvalue() == "".join(output.text for output in cell.outputs if output.output_type == "stream")


@every_lesson
def test_the_opening_has_title_hook_minutes_run_line_and_safety_words(lesson):
    opening = lesson_notebook(lesson).cells[0].source
    assert f"# {lesson.number:02d} · {lesson.title}" in opening
    assert told(lesson.core, lesson.minutes) in opening
    assert (lesson.core, lesson.minutes) == times(lesson), "make times"
    for words in (
        "Press **Run this lesson**",
        "teaching toy, not advice",
        "prescribed",
        "emergency number",
        "findahelpline.com",
    ):
        assert words in " ".join(opening.split())


@every_lesson
def test_between_three_and_five_tasks_and_all_are_asked(lesson):
    code = "\n".join(cell.source for cell in lesson_notebook(lesson).cells if cell.cell_type == "code")
    counted = [task for task in lesson.said_tasks if not task.get("optional")]
    assert 3 <= len(counted) <= 5
    assert re.findall(r"lesson\.task\((\d+)\)", code) == [str(n + 1) for n in range(len(lesson.tasks))]


@every_lesson
def test_findings_named_in_code_are_real(lesson):
    code = "\n".join(cell.source for cell in lesson_notebook(lesson).cells if cell.cell_type == "code")
    for id in re.findall(r'"(\w+\d{4}\w*)"', code):
        assert toolkit.finding(id)


def shown(notebook):
    """What cells have made that is read as text, tables included."""
    outputs = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
    return "\n\n".join(data["text/markdown"] for data in outputs if "text/markdown" in data)


@pytest.mark.parametrize(
    ("page", "made"),
    [
        ("index", (index.lessons, index.ideas, index.routes)),
        ("claims", (claims.verdicts, claims.claims)),
        ("what_the_model_gets_wrong", (misses.count, misses.kinds, misses.every_miss)),
    ],
)
def test_a_page_is_written_in_its_outputs_as_its_words_stand_now(page, made):
    text = shown(read(NOTEBOOKS / f"{page}.ipynb"))
    for part in made:
        assert part().data in text, f"run tests/notebooks/refresh.py notebooks/{page}.ipynb"


@every_lesson
def test_code_is_folded_but_for_what_a_reader_may_write(lesson):
    cells = [cell for cell in lesson_notebook(lesson).cells if cell.cell_type == "code"]
    shown = [cell.id for cell in cells if not cell.metadata.get("jupyter", {}).get("source_hidden")]
    assert shown == [cell.id for cell in cells if is_to_be_written(cell)]


def test_the_presenters_page_shows_no_code():
    code = [cell for cell in read(NOTEBOOKS / "trainers" / "presenter.ipynb").cells if cell.cell_type == "code"]
    assert all(cell.metadata["jupyter"]["source_hidden"] for cell in code)


@every_lesson
def test_running_a_lesson_answers_nothing(lesson):
    """Not even what is to be written: it shows the cases and judges none."""
    cells = [cell for cell in lesson_notebook(lesson).cells if ".check(" in cell.source]
    for cell in cells:
        exec(cell.source, {"toolkit": toolkit, "lesson": lesson})  # noqa: S102 - our own notebook
        said = cell.outputs[0]["data"]["text/plain"]
        assert "○" in said
        assert "✗" not in said
        assert "✓" not in said
    assert len(cells) == sum(task["kind"] == "code" for task in lesson.said_tasks)
    assert not any(record.tries for record in ASKED.records.values())


@every_lesson
def test_every_task_is_solved_in_the_solutions(lesson):
    solutions = read(NOTEBOOKS / "solutions" / f"{lesson.slug}.ipynb")
    outputs = [output for cell in solutions.cells for output in cell.get("outputs", [])]
    shown = "\n".join(str(output.get("text") or output.get("data", {}).get("text/plain")) for output in outputs)
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", shown.replace("−", "-"))]
    for task in lesson.said_tasks:
        if task["kind"] == "calculate":
            assert any(abs(number - task["right"]) <= task["tolerance"] for number in numbers), task["prompt"]
        if task["kind"] == "code":
            assert "All cases agree" in shown


@every_lesson
def test_every_word_explained_is_used(lesson):
    """The terms in bold under "Words" stand somewhere else in the notebook, by how they begin."""
    notebook = lesson_notebook(lesson)
    [words] = [cell.source for cell in notebook.cells if cell.source.startswith("## Words")]
    rest = str(
        [[cell for cell in notebook.cells if cell.source != words], lesson.presets, lesson.asked, lesson.said_tasks]
    )
    terms = [term for line in re.findall(r"\*\*(.+?)\*\*", words) for term in re.split(r", | \(", line.lower())]
    assert terms
    assert [term for term in terms if term.split()[0][:5] not in rest.lower()] == []


@every_notebook
def test_every_picture_has_words_instead(path):
    assert "" not in re.findall(r"!\[(.*?)\]", prose(read(path)))


def test_the_front_door_lists_every_lesson_with_its_hook_and_minutes():
    index = read(NOTEBOOKS / "index.ipynb")
    for lesson in toolkit.lessons.ALL:
        name = f"[{lesson.title}]({lesson.slug}.ipynb)"
        assert f"> | {lesson.number:02d} | {name} | {lesson.hook} | {lesson.core} · {lesson.minutes} |" in shown(index)
    for words in (
        "without the person who prescribed it",
        "emergency number",
        "findahelpline.com",
        "Press **Run this lesson**",
    ):
        assert words in prose(index)


COMING = {f"C{number}" for number in range(19, 31)}
"""Claims whose lessons come one by one: a dash stands where none has it yet."""


def test_every_claim_has_a_lesson_a_verdict_and_findings_that_are_there():
    told = claims.said()["claims"]
    assert [claim["id"] for claim in told] == [f"C{number}" for number in range(1, 31)]
    for claim in told:
        assert claims.lessons_of(claim["id"]) or claim["id"] in COMING, claim["id"]
        assert claim["verdict"] in claims.said()["verdicts"]
        found = [toolkit.finding(id) for id in claim["for"] + claim["against"]]
        assert all(one.numbers != "not_verified" for one in found)
        assert len(set(found)) == len(found), f"{claim['id']} has a finding twice"
        assert found or claim["verdict"] in ("not tested", "not a claim"), f"{claim['id']} is judged without a finding"


def test_a_claim_without_a_lesson_has_a_dash_and_every_other_its_lessons():
    """By hand it failed on a dash for all of them."""
    for claim in claims.said()["claims"]:
        *_, moved_in = claims.claim_words(claim).partition("Move it in: ")
        shown = re.findall(r"\((\w+)\.ipynb\)", moved_in)
        assert shown == [lesson.slug for lesson in LESSONS if claim["id"] in lesson.claims], claim["id"]
    text = claims.claim_words({"id": "C99", "says": "x", "verdict": "y", "because": "z", "for": [], "against": []})
    assert text.endswith("No study · Move it in: –")


def test_what_stands_beside_a_claim_is_among_the_sources_of_the_page_and_some_of_it_of_its_lesson():
    listed = str(
        [output.get("text") for cell in read(NOTEBOOKS / "claims.ipynb").cells for output in cell.get("outputs", [])]
    )
    for claim in claims.said()["claims"]:
        citations = [toolkit.finding(id).citation for id in claim["for"] + claim["against"]]
        assert [one for one in citations if one not in listed] == [], claim["id"]
        cells = [cell for lesson in LESSONS if claim["id"] in lesson.claims for cell in lesson_notebook(lesson).cells]
        told = str([output.get("text") for cell in cells for output in cell.get("outputs", [])])
        in_lesson = [one for one in citations if one[:60] in told]
        assert in_lesson or not citations or not cells, f"{claim['id']}: its lesson names none of its studies"


def test_a_claim_is_called_supported_or_contested_for_reasons_that_stand_beside_it():
    for claim in claims.said()["claims"]:
        if claim["verdict"] == "supported":
            assert not claim["against"], claim["id"]
        if claim["verdict"] in ("qualified", "contested"):
            assert claim["for"], claim["id"]
            assert claim["against"], claim["id"]


def test_every_reason_for_a_miss_belongs_to_one_kind_and_the_kinds_are_all_of_the_misses():
    why = [reason for kind in misses.said()["kinds"] for reason in kind["why"]]
    outside = [figure for figure, row in misses.board() if row["verdict"] == "outside"]
    assert sorted(why) == sorted({figure.outside for figure in outside})
    assert sum(len(misses.missed(kind)) for kind in misses.said()["kinds"]) == len(outside)


def test_the_score_is_told_with_what_chance_alone_would_miss():
    told = misses.count().data
    verdicts = [row["verdict"] for figure, row in misses.board() if not figure.fits]
    for verdict in ("inside", "outside", "not judged"):
        assert f"**{verdicts.count(verdict)}**" in told
    assert "about one in twenty by chance alone" in told
    assert f"would be about {round((len(verdicts) - verdicts.count('not judged')) / 20 - 1e-9):.0f} " in told


def test_ways_through_fit_the_time_and_the_six_weeks_take_every_lesson_once():
    routes = {route["name"]: route["stops"] for route in index.said()["routes"]}
    for name, stops in routes.items():
        assert {stop["part"] for stop in stops} <= {"core", "all"}
        limit = 120 if name.startswith("Six") else int(name.split()[0])
        assert index.minutes({"stops": stops}) <= limit, name
    one = toolkit.lessons.lesson(1)
    for part, takes in (("core", one.core), ("all", one.minutes)):
        assert index.minutes({"stops": [{"lesson": 1, "part": part}]}) == takes
    weeks = [stop["lesson"] for name, stops in routes.items() if name.startswith("Six") for stop in stops]
    assert weeks == [lesson.number for lesson in toolkit.lessons.ALL]
    listed = {number for idea in index.said()["ideas"] for number in idea["lessons"]}
    assert listed == set(weeks)


@every_notebook
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)]+)\)", prose(read(path)) + shown(read(path))):
        if target.startswith("http"):
            assert target.startswith("https://findahelpline.com"), "only the help line leads away"
        else:
            assert (path.parent / target.split("#")[0]).exists(), target


@every_notebook
def test_nothing_of_one_machine_or_one_run_is_kept(path):
    notebook = read(path)
    before = json.dumps(notebook)
    strip(notebook)
    assert json.dumps(notebook) == before, "run tests/notebooks/refresh.py"
    assert not re.search(r"/(home|root|tmp|Users|work)/", before)
    assert path.stat().st_size < 300_000


@every_notebook
def test_every_cell_has_run_in_order_without_error(path):
    code = [cell for cell in read(path).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert not [
        output
        for cell in code
        for output in cell.outputs
        if output.output_type in ("error", "stream") and output.get("name") != "stdout"
    ]
