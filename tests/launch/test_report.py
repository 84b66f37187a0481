"""A class's answer files become one page and one table; what cannot be read is named, and nothing is lost."""

import csv
import functools
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

import toolkit
from toolkit import report
from toolkit.explore import Calculate, Choose
from toolkit.explore.answers import Answers, people_number
from toolkit.explore.asked import ASKED

LESSON = toolkit.lessons.lesson(2)
NAMES = [f"Learner {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] + ["Zoë Ünal"]


def play(lesson: toolkit.lessons.Lesson, learner: str) -> tuple[str, dict]:
    """Answer a lesson at random as by hand; returns the saved file's text and {prompt: whether right in the end}."""
    draw = random.Random(learner)
    ASKED.set_trait("records", {})
    ASKED.set_trait("pinned", {})
    saves = Answers(lesson.slug)
    saves.receive({"ask": "name", "name": learner})
    guess = lesson.predict()
    guess.answer(draw.choice(list(guess.replies)))
    right = {}
    for task in (lesson.task(number) for number in range(1, len(lesson.tasks) + 1)):
        for _ in range(draw.randint(1, 2)):
            if isinstance(task, Choose):
                task.answer(draw.choice(list(task.replies)))
            elif isinstance(task, Calculate):
                task.answer(draw.choice([task._right, *task.hints, -7]))
        if task.tries:
            right[task.prompt] = task.right
    for mission in lesson.missions():
        ASKED.ask(mission.prompt)
        draw.choice([lambda: None, mission.give_up, functools.partial(mission.note, "PM02-1")])()
    return saves.csv, right


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """Thirty files: 27 of learners, whichever way spreadsheets save them, and three that are damaged."""
    folder, right = tmp_path_factory.mktemp("class"), {}
    kept = ASKED.records, ASKED.pinned, ASKED.learner
    for place, learner in enumerate(NAMES):
        text, right[learner] = play(LESSON, learner)
        file = folder / f"{LESSON.slug}-answers ({place}).csv"
        if place == 3:  # saved anew by a spreadsheet of a country with decimal commas
            rows = list(csv.reader(text.splitlines()))
            with file.open("w", encoding="cp1252", errors="replace", newline="") as opened:
                csv.writer(opened, delimiter=";").writerows(
                    [*rows[:1], *([a, b, {"True": "WAHR"}.get(c, c), d] for a, b, c, d in rows[1:])]
                )
        else:
            file.write_text(text, encoding="utf-16" if place == 5 else "utf-8-sig")
    ASKED.records, ASKED.pinned, ASKED.learner = kept
    (folder / "empty.csv").write_text("")
    (folder / "picture.csv").write_bytes(bytes(range(256)) * 20)
    (folder / "again.csv").write_bytes((folder / f"{LESSON.slug}-answers (0).csv").read_bytes())
    return folder, right


@pytest.mark.slow
def test_every_learner_is_counted_and_every_bad_file_named(handed_in):
    folder, right = handed_in
    hands, troubles = report.gather(folder)
    assert [hand.learner for hand in hands] == sorted(NAMES, key=str.casefold)
    assert {hand.lesson.number for hand in hands} == {LESSON.number}
    assert [line.partition(":")[0] for line in troubles] == ["again.csv", "empty.csv", "picture.csv"]
    for hand in hands:
        assert {prompt: hand.right(prompt) for prompt in hand.answered} == right[hand.learner]


@pytest.mark.slow
def test_the_page_and_the_table_say_what_the_class_did(handed_in):
    folder, right = handed_in
    made = subprocess.run([sys.executable, "-m", "toolkit.report", folder], capture_output=True, text=True, check=True)
    assert f"{len(NAMES)} answer files read" in made.stdout
    assert made.stdout.count("Does not count") == 3
    with (folder / "class-report.csv").open(encoding="utf-8-sig", newline="") as opened:
        table = {row["learner"]: row for row in csv.DictReader(opened)}
    assert set(table) == set(NAMES)
    for learner, row in table.items():
        assert int(row["right"]) == sum(right[learner].values())
        assert int(row["answered"]) == len(right[learner])
        assert int(row["people number"]) == people_number(learner)
    page = (folder / "class-report.html").read_text(encoding="utf-8")
    for place, prompt in enumerate((task["prompt"] for task in LESSON.said_tasks), 1):
        answers = [was[prompt] for was in right.values() if prompt in was]
        asked = report.html.escape(prompt).replace("\n", "<br>")
        assert f"<td>T{place}</td><td>{asked}</td><td>{sum(answers)} of {len(answers)}</td>" in page
    marks = dict(re.findall(r"<tr><td>([^<]+)</td><td>\d+</td><td>[A-D]</td>((?:<td>[✓✗·–]</td>)+)", page))
    assert set(marks) == set(NAMES)
    for learner, row in marks.items():
        tasks = [right[learner].get(task["prompt"]) for task in LESSON.said_tasks]
        assert re.findall("[✓✗·–]", row)[: len(tasks)] == [{True: "✓", False: "✗", None: "·"}[was] for was in tasks]
    assert "<script" not in page
    assert (
        subprocess.run([sys.executable, "-m", "toolkit.report", folder], check=True).returncode == 0
    )  # its own table is no hand-in


def test_a_formula_or_markup_in_an_answer_stays_text(tmp_path: Path):
    prompt = LESSON.said_tasks[1]["prompt"]
    lines = [["question", "answer", "right", "tries"], ["name", "<b>Ann</b>", "", ""], [prompt, "'=1+1", "False", "1"]]
    with (tmp_path / "one.csv").open("w", newline="") as opened:
        csv.writer(opened).writerows(lines)
    hands, troubles = report.gather(tmp_path)
    assert troubles == []
    page = report.draw_page(hands, troubles)
    assert "<b>" not in page
    assert "&lt;b&gt;Ann" in page


def test_of_two_files_of_one_learner_the_fuller_counts(tmp_path: Path):
    first, second = (task["prompt"] for task in LESSON.said_tasks[:2])
    for name, rows in (
        ("early", [[first, "Time", "False", "1"]]),
        ("late", [[first, "Time", "False", "1"], [second, "6", "True", "1"]]),
    ):
        with (tmp_path / f"{name}.csv").open("w", newline="") as opened:
            csv.writer(opened).writerows(
                [report.COLUMNS, ["name", {"early": "Ann ", "late": "ann"}[name], "", ""], *rows]
            )
    (hand,), (trouble,) = report.gather(tmp_path)
    assert hand.file == "late.csv"
    assert trouble.startswith("early.csv")


def test_files_without_a_name_are_two_learners_though_both_are_called_the_same(tmp_path: Path):
    prompt = LESSON.said_tasks[0]["prompt"]
    for learner in ("one", "other", "empty"):
        (tmp_path / learner).mkdir()
        with (tmp_path / learner / "answers.csv").open("w", newline="") as opened:
            if learner != "empty":
                csv.writer(opened).writerows([report.COLUMNS, [prompt, learner, "False", "1"]])
    hands, troubles = report.gather(tmp_path)
    assert [hand.who for hand in hands] == ["(no name: one/answers.csv)", "(no name: other/answers.csv)"]
    assert troubles == ["empty/answers.csv: the file is empty"]


def test_a_file_belongs_to_the_lesson_that_most_of_its_questions_are_of(tmp_path: Path):
    """By hand it failed on the fewest."""
    few, many = toolkit.lessons.lesson(9).said_tasks[:1], LESSON.said_tasks[:2]
    file = tmp_path / "mixed.csv"
    with file.open("w", newline="") as opened:
        rows = [[task["prompt"], "1", "True", "1"] for task in (*few, *many)]
        csv.writer(opened).writerows([report.COLUMNS, *rows])
    assert report.read(file).lesson is LESSON


def test_a_folder_without_answers_is_said(tmp_path: Path, capsys):
    for folder, words in ((tmp_path, "no file in it ends in .csv"), (tmp_path / "none", "there is no such folder")):
        assert report.main([str(folder)]) == 2
        assert f"{folder}: {words}" in capsys.readouterr().err


def test_a_people_number_is_ones_own_and_stays():
    assert people_number("Ann Lee") == people_number(" ann  LEE ")
    numbers = [people_number(name) for name in NAMES]
    assert len(set(numbers)) == len(numbers)
    seed = next(control for control in LESSON.controls() if control.name == "seed")
    assert all(seed.low <= number <= seed.high for number in numbers)


def test_a_line_of_the_table_counts_answers_right_ones_and_tries(tmp_path):
    task, other = (LESSON.task(number) for number in (1, 2))
    file = tmp_path / "answers.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows(
            [
                ["question", "answer", "right", "tries"],
                [task.prompt, "nothing of the kind", "False", "3"],
                [other.prompt, str(other._right), "True", "4"],
            ]
        )
    line = dict(zip(report.HEADS, report.read(file).counts, strict=True))
    assert [line[head] for head in ("answered", "right", "tries")] == [2, 1, 7]
