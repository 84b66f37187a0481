"""A class's answer files as one page and one table: `python -m toolkit.report FOLDER`.

The files are those of *Save my answers* at the end of a lesson, however they came together; a spreadsheet may have saved them anew.
Nothing leaves the machine, and no file is changed.
"""

import argparse
import collections
import csv
import dataclasses
import functools
import html
import io
import string
import sys
from pathlib import Path

from . import lessons
from .explore.answers import COLUMNS, PINNED, people_number, written
from .explore.mission import GIVEN_UP, MISSION, REACHED
from .explore.question import Question
from .explore.typed import folded

TRUE = ("true", "1", "wahr", "vrai", "verdadero", "vero", "waar")
"""What spreadsheets write where a file says that an answer is right."""
HEADS = ("learner", "people number", "lesson", "file", "answered", "questions", "right", "tries")
HEADS += ("missions reached", "missions", "guess", "pinned runs")
FREQUENT = 5
"""How many wrong answers to a question are shown, the most frequent first."""


@dataclasses.dataclass(frozen=True)
class Hand:
    """What one learner has handed in of one lesson.

    file: its name, with the folder that it lies in. learner: as written in it, "" for nobody. lesson: a Lesson.
    rows: {question: (answer, right, tries)}.
    """

    file: str
    learner: str
    lesson: object
    rows: dict

    @property
    def who(self):
        """The learner's name, or the file's where there is none."""
        return self.learner or f"(no name: {self.file})"

    @property
    def answered(self):
        """{question: answer} of the tasks that have been answered."""
        return {prompt: self.rows[prompt][0] for prompt in tasks(self.lesson.number) if self.rows.get(prompt, ("",))[0]}

    def right(self, prompt):
        """Whether a task is answered rightly: judged anew where its answer is text or a number, else as the file says."""
        judged = judge(self.lesson, prompt, self.answered[prompt])
        return judged[0] if judged else self.rows[prompt][1].lower() in TRUE

    @property
    def missions(self):
        """{question: REACHED, GIVEN_UP or ""} of the lesson's missions."""
        given = {mission.prompt: self.rows.get(mission.prompt, ("",))[0] for mission in self.lesson.missions()}
        return {
            prompt: next((state for state in (REACHED, GIVEN_UP) if said.startswith(state)), "")
            for prompt, said in given.items()
        }

    @property
    def guess(self):
        """The guess before play, "" where there is none."""
        return self.rows.get(self.lesson.asked["prompt"], ("",))[0]

    @property
    def lines(self):
        """{scenario code: the learner's line} of the pinned runs."""
        return {prompt.removeprefix(PINNED): row[0] for prompt, row in self.rows.items() if prompt.startswith(PINNED)}

    @property
    def counts(self):
        """A line of the table, by HEADS."""
        answered, missions = self.answered, self.missions
        tries = sum(int(row[2]) for prompt in answered if (row := self.rows[prompt])[2].isdigit())
        counted = (len(answered), len(tasks(self.lesson.number)), sum(map(self.right, answered)), tries)
        reached = sum(state == REACHED for state in missions.values())
        number = people_number(self.learner) if self.learner else ""
        return (
            self.learner,
            number,
            self.lesson.slug,
            self.file,
            *counted,
            reached,
            len(missions),
            self.guess,
            len(self.lines),
        )


@functools.cache
def tasks(number):
    """{question: the task} of the lesson of that number, in order."""
    lesson = lessons.lesson(number)
    return {task.prompt: task for task in (make() for make in lesson.tasks)}


@functools.cache
def asked_in():
    """{question: lesson} of everything that some lesson asks."""
    found = {}
    for lesson in lessons.ALL:
        prompts = [lesson.asked["prompt"], *(task["prompt"] for task in lesson.said_tasks)]
        prompts += [mission.prompt for mission in lesson.missions()]
        found.update(dict.fromkeys(prompts, lesson))
    return found


def judge(lesson, prompt, answer):
    """(whether right, what the lesson says to it) of an answer as the file has it; None where it cannot be judged from there."""
    task = tasks(lesson.number)[prompt]
    if not isinstance(task, Question):
        return None
    for given in (answer, answer.split("; ")):
        try:
            return task.judge(given)
        except (ValueError, TypeError, AttributeError):
            continue
    return None


def read(file):
    """The Hand in a file.

    Raises:
        ValueError: naming the file and why it is none.
    """
    rows = table(file)
    learner = next((row[1] for row in rows if row[0] == "name"), "")
    kept = {row[0]: tuple(row[1:]) for row in rows}
    found = collections.Counter(asked_in()[prompt].number for prompt in kept if prompt in asked_in())
    if not found:
        raise ValueError(f"{file.name}: none of its questions is asked in a lesson")
    return Hand(file.name, learner, lessons.lesson(found.most_common(1)[0][0]), kept)


def table(file):
    """The rows under the head line, each of four texts; ValueError, naming the file, where there is no such table."""
    text = decode(file.read_bytes())
    for sign in ",;\t":
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
        heads = [place for place, row in enumerate(rows) if tuple(cell.strip().lower() for cell in row[:4]) == COLUMNS]
        if heads:
            whole = [[cell.strip() for cell in (*row, "", "", "", "")[:4]] for row in rows[heads[0] + 1 :] if any(row)]
            return [[asked, plain(answer), right, tries] for asked, answer, right, tries in whole]
    if not text.strip():
        raise ValueError(f"{file.name}: the file is empty")
    raise ValueError(f"{file.name}: no line reads {','.join(COLUMNS)}, so these are no saved answers")


def decode(data):
    """Text in whichever way spreadsheets save it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def plain(answer):
    """An answer without the sign that keeps a spreadsheet from taking it for a formula."""
    return answer[1:] if answer[:1] == "'" else answer


def gather(folder):
    """(hands, troubles): what every answer file below a folder holds, by lesson and learner; a line for each that does not count.

    Of two files of one learner for one lesson, the one with more answers counts.

    Args:
        folder: a Path.

    Raises:
        ValueError: if it is no folder, or has no file that ends in .csv.
    """
    if not folder.is_dir():
        raise ValueError(f"{folder}: there is no such folder")
    files = [file for file in sorted(folder.rglob("*")) if file.suffix.lower() == ".csv" and file.name != f"{NAME}.csv"]
    if not files:
        raise ValueError(f"{folder}: no file in it ends in .csv")
    hands, troubles, seen = {}, [], {}
    for file in files:
        # A course platform gives each learner a folder, and in it a file of the same name.
        data, name = file.read_bytes(), file.relative_to(folder).as_posix()
        if data in seen:
            troubles.append(f"{name}: the same as {seen[data]}, counted once")
            continue
        seen[data] = name
        try:
            hand = dataclasses.replace(read(file), file=name)
        except (ValueError, csv.Error) as error:
            troubles.append(f"{name}: {str(error).removeprefix(f'{file.name}: ')}")
            continue
        key = (hand.lesson.number, folded(hand.learner).casefold() or hand.file)
        if key in hands:
            first, second = sorted((hands[key], hand), key=lambda one: len(one.answered))
            troubles.append(
                f"{first.file}: {first.who} has handed in {second.file} too, with at least as many answers; that one counts"
            )
            hand = second
        hands[key] = hand
    return [hands[key] for key in sorted(hands)], troubles


def draw_table(hands):
    """The table, a line for each learner and lesson, as a CSV file's text."""
    return "".join(f"{written(row)}\n" for row in (HEADS, *(hand.counts for hand in hands)))


def draw_page(hands, troubles):
    """The page, as HTML: for each lesson what to talk about and who did what, then the files that do not count."""
    by_lesson = collections.defaultdict(list)
    for hand in hands:
        by_lesson[hand.lesson.number].append(hand)
    learners = sorted({hand.who for hand in hands}, key=str.casefold)
    head = f"{counted(len(hands), 'answer file')} of {counted(len(learners), 'learner')}, {counted(len(by_lesson), 'lesson')}."
    if troubles:
        head += f" {counted(len(troubles), 'file')} not counted: see the end of the page."
    parts = [f"<p>{head}</p>"]
    if len(by_lesson) > 1:
        parts += ["<h2>Who did which lesson</h2>", draw_overview(learners, by_lesson)]
    for handed in by_lesson.values():
        lesson = handed[0].lesson
        parts += [f"<h2>{lesson.number:02d} {html.escape(lesson.title)}</h2>", *told(lesson, handed)]
    if troubles:
        parts += [f"<h2>Files that do not count ({len(troubles)})</h2>", bullets(troubles)]
    return PAGE.substitute(body="\n".join(parts))


def draw_overview(learners, by_lesson):
    """A table of learners and lessons, each with how many tasks are right."""
    right = {
        (hand.who, number): f"{hand.counts[6]} of {hand.counts[5]}"
        for number in by_lesson
        for hand in by_lesson[number]
    }
    lines = [[who, *(right.get((who, number), "") for number in by_lesson)] for who in learners]
    return rows(("learner (tasks right)", *(f"{number:02d}" for number in by_lesson)), lines)


def told(lesson, hands):
    """What a class did in one lesson, in pieces of HTML: guesses, tasks with their slips, missions, each learner, lines of runs."""
    asked, prompts = lesson.asked, list(tasks(lesson.number))
    guesses = collections.Counter(hand.guess for hand in hands)
    letters = dict(zip(asked["replies"], string.ascii_uppercase, strict=False))
    options = [*asked["replies"], *(guess for guess in guesses if guess and guess not in letters)]
    yield f"<h3>Guess</h3><p>{html.escape(asked['prompt'])}</p>"
    lines = [(letters.get(option, ""), option, guesses[option]) for option in options]
    yield rows(("", "guess", "learners"), [*lines, *([("", "(none)", guesses[""])] if guesses[""] else [])])
    yield "<h3>Tasks</h3>"
    yield rows(
        ("", "task", "right in the end", "frequent slips, and what the lesson says to them"),
        [(f"T{place}", prompt, *answered(lesson, prompt, hands)) for place, prompt in enumerate(prompts, 1)],
    )
    missions = list(hands[0].missions)
    if missions:
        yield "<h3>Missions</h3>"
        states = [[hand.missions[prompt] for hand in hands] for prompt in missions]
        lines = [
            (f"M{place}", prompt.removeprefix(MISSION), *(said.count(state) for state in MET.values()))
            for place, (prompt, said) in enumerate(zip(missions, states, strict=True), 1)
        ]
        yield rows(("", "mission", *MET), lines)
    yield f"<h3>Who did what</h3><p>{KEY}</p>"
    heads = [f"T{place}" for place in range(1, len(prompts) + 1)] + [
        f"M{place}" for place in range(1, len(missions) + 1)
    ]
    yield rows(
        ("learner", "people number", "guess", *heads, "tries", "pinned runs"),
        [
            (
                hand.who,
                hand.counts[1],
                letters.get(hand.guess, hand.guess),
                *((MARKS[hand.right(prompt)] if prompt in hand.answered else "·") for prompt in prompts),
                *(SIGNS[state] for state in hand.missions.values()),
                hand.counts[7],
                len(hand.lines),
            )
            for hand in hands
        ],
    )
    lines = [(hand.who, code, line) for hand in hands for code, line in hand.lines.items()]
    if lines:
        yield "<h3>Pinned runs, each with the learner's own line</h3>"
        yield rows(("learner", "scenario code", "line"), lines)


def answered(lesson, prompt, hands):
    """(how many were right in the end, the frequent slips with what the lesson says to them) of a task."""
    answers = [(hand.answered[prompt], hand.right(prompt)) for hand in hands if prompt in hand.answered]
    slips = collections.Counter(answer for answer, was in answers if not was).most_common(FREQUENT)
    replies = [(times, answer, (judge(lesson, prompt, answer) or ("", ""))[1]) for answer, times in slips]
    said = [f"{times} × “{answer}”: {' '.join(reply.split())}".strip() for times, answer, reply in replies]
    return f"{sum(was for _, was in answers)} of {len(answers)}", "\n".join(said)


MET = {"reached": REACHED, "given up": GIVEN_UP, "not yet": ""}
MARKS = {True: "✓", False: "✗"}
SIGNS = {REACHED: "✓", GIVEN_UP: "–", "": "·"}
KEY = "T: tasks, M: missions. ✓ right or reached, ✗ wrong in the end, – given up, · not tried or not yet."


def counted(number, thing):
    """A number with what it counts."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def bullets(lines):
    """Lines as a list in HTML."""
    return f"<ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</ul>"


def rows(heads, lines):
    """A table in HTML."""
    head = "".join(f'<th scope="col">{html.escape(word)}</th>' for word in heads)
    cells = [[html.escape(str(cell)).replace("\n", "<br>") for cell in line] for line in lines]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in cells)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


PAGE = string.Template("""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A class's answers</title>
<style>
body { max-width: 70rem; margin: 0 auto; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
h2 { margin-top: 2rem; }
table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; }
th, td { padding: 0.25rem 0.6rem; border-bottom: 1px solid #d5d5d5; text-align: left; vertical-align: top; }
@media print { body { font-size: 10pt; } th, td { padding: 0.1rem 0.4rem; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
</style>
</head>
<body>
<h1>A class's answers</h1>
<p>Made from files on this machine, and kept nowhere else. A guess is never wrong, and a line under a pinned run has no right
answer: they are here to talk about.</p>
$body
</body>
</html>
""")
NAME = "class-report"


def main(arguments=None):
    """Write the page and the table into the folder, and say so; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m toolkit.report", description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the answer files are")
    folder = parser.parse_args(arguments).folder
    try:
        hands, troubles = gather(folder)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    (folder / f"{NAME}.html").write_text(draw_page(hands, troubles), encoding="utf-8")
    (folder / f"{NAME}.csv").write_text(draw_table(hands), encoding="utf-8-sig")
    print(
        f"{counted(len(hands), 'answer file')} read. Open {folder / NAME}.html; {NAME}.csv is the table for a spreadsheet."
    )
    for line in troubles:
        print(f"Does not count: {line}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
