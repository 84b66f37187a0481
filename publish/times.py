"""How long a lesson takes, worked out from what there is to read and to do: `make times` writes it into words and notebooks.

Nobody has measured it with learners. The rates below are assumptions about a first-year reader whose first language is another.
"""

import math
import re
from pathlib import Path

import nbformat

import toolkit

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
EASY, DENSE = 170, 110
"""Words a minute: of easy prose; of evidence and equations."""
GETTING_IN, PRESET, MISSION, TASK, PICTURE = 5, 36 / 60, 150 / 60, 80 / 60, 5
"""Minutes; PICTURE is for each further thing to play with, such as a game.

What stands inside a preset, a mission or a task is read in its own time."""
CORE = ("", "You will be able to", "Predict", "Play", "Take away")
"""Sections of the short way; "" is what stands above the first heading."""
HARD = ("How the toy works", "How it works", "What studies found")
UNREAD = ("Sources",)
ROUND = 5
"""Times are told in steps of so many minutes, rounded up."""


def sections(notebook):
    """{heading: its prose} of a notebook, "" for what stands above the first."""
    text = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    first, *others = re.split(r"^## ", text, flags=re.MULTILINE)
    return {"": first, **dict(other.split("\n", 1) for other in others)}


def words(prose):
    """How many words there are to read, without formulas, addresses and signs."""
    prose = re.sub(r"\$\$?.*?\$\$?|\]\([^)]*\)|`[^`]*`", " ", prose, flags=re.DOTALL)
    return len(re.findall(r"\w[\w’'.,-]*", prose))


def tries(prose):
    """(prose without its list of things to try, how many there are): missions that nobody checks."""
    found = re.search(r"\*\*Try\*\*\n\n((?:- .*(?:\n  .*)*\n?)+)", prose)
    return (prose.replace(found[0], ""), len(re.findall(r"^- ", found[1], re.MULTILINE))) if found else (prose, 0)


USUAL = re.compile(r"lesson\.(predict|explorer|studies|task|answers)\(|\bprint\(|\bsource\(|return \.\.\.")


def further(notebook):
    """How many cells of a notebook show something to play with besides explorer, studies and questions."""
    return sum(cell.cell_type == "code" and not USUAL.search(cell.source) for cell in notebook.cells)


def times(lesson):
    """(minutes of the core, of everything) of a lesson: whole steps of ROUND."""
    notebook = nbformat.read(NOTEBOOKS / f"{lesson.slug}.ipynb", as_version=4)
    parts = sections(notebook)
    parts["Play"], attempts = tries(parts["Play"])
    replies = [words(reply) for reply in lesson.asked["replies"].values()]
    parts["Predict"] += " word" * (words(lesson.asked["prompt"]) + sum(replies) // len(replies))
    reading = {
        name: words(prose) / (DENSE if name in HARD else EASY) for name, prose in parts.items() if name not in UNREAD
    }
    core = GETTING_IN + sum(reading[name] for name in CORE) + PRESET * len(lesson.presets)
    core += MISSION * sum(mission.core for mission in lesson.missions())
    rest = sum(taken for name, taken in reading.items() if name not in CORE) + TASK * len(lesson.said_tasks)
    rest += PICTURE * further(notebook)
    rest += MISSION * (attempts + sum(not mission.core for mission in lesson.missions()))
    return tuple(ROUND * math.ceil(taken / ROUND) for taken in (core, core + rest))


def told(core, everything):
    """Both times as they stand under a lesson's title."""
    return f"⏱ core {core} min · everything {everything} min"


def timed(words, core, everything):
    """A lesson's file of words with these times."""
    times = f"core = {core}\nminutes = {everything}"
    return re.sub(r"^(core = .*\n)?minutes = .*$", times, words, count=1, flags=re.MULTILINE)


if __name__ == "__main__":
    for lesson in toolkit.lessons.ALL:
        core, everything = times(lesson)
        print(f"{lesson.slug}: {told(core, everything)} (before: {lesson.core} and {lesson.minutes})")
        place = ROOT / "toolkit" / "lessons" / lesson.module.rpartition(".")[2] / "lesson.toml"
        place.write_text(timed(place.read_text(encoding="utf-8"), core, everything), encoding="utf-8")
        file = NOTEBOOKS / f"{lesson.slug}.ipynb"
        notebook = nbformat.read(file, as_version=4)
        notebook.cells[0].source = re.sub(
            r"⏱ .*? · Press", f"{told(core, everything)} · Press", notebook.cells[0].source
        )
        nbformat.write(notebook, file)
