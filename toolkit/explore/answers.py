"""A learner's answers as one small file for a teacher, made when asked for, and handed on by nobody but the learner."""

import csv
import io
import re
import zlib

import traitlets

from .asked import ASKED
from .control import Seed
from .mission import MISSION
from .page import Widget, script
from .typed import folded

COLUMNS = ("question", "answer", "right", "tries")
PINNED = "Pinned run "
"""How the line of a pinned run begins, before its scenario code."""
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?")


class Answers(Widget):
    """A button that saves what was answered in this notebook as a file for a spreadsheet.

    The page has every line as soon as it is there, so that it can save the file also when the kernel has gone.

    Args:
        name: of the file, without ending.
    """

    _esm = script("page.js", "save.js", "answers.js")
    said = traitlets.Unicode().tag(sync=True)
    learner = traitlets.Unicode().tag(sync=True)
    """The name that goes into the file; "" for none. The page puts it there, so that it is there without a kernel too."""
    file = traitlets.Dict().tag(sync=True)
    """The file's `name`, its `head` line, and its `lines`, each as [question, line]."""

    def __init__(self, name):
        self.name = name
        super().__init__()
        self._show()
        ASKED.observe(lambda _: self._show(), names=["records", "pinned", "learner"])

    def receive(self, message):
        """The learner's name, from the page."""
        if message["ask"] != "name":
            return super().receive(message)
        ASKED.learner = " ".join(str(message["name"]).split())[:80]

    @property
    def words(self):
        """How many questions there were and how many have been answered."""
        return self.said

    @property
    def csv(self):
        """The answers as text, a header line first."""
        own = [written(("name", self.learner, "", ""))] if self.learner else []
        return "".join(f"{line}\n" for line in [self.file["head"], *own, *(line for _, line in self.file["lines"])])

    def _show(self):
        own = f" Your people number: {people_number(ASKED.learner)}." if ASKED.learner else ""
        self.said, self.learner = f"{count()}{own}", ASKED.learner
        lines = [[row[0], written(row)] for row in answers()]
        self.file = {"name": f"{self.name}-answers.csv", "head": written(COLUMNS), "lines": lines}


def people_number(learner):
    """A people number of a learner's own, from 1: neighbours have different people, and a teacher can repeat each.

    Args:
        learner: the name. Capitals, spaces and forms of the same letters make no difference.
    """
    name = " ".join(folded(learner).casefold().split())
    return zlib.crc32(name.encode()) % Seed().high + 1


def answers():
    """Every question and mission asked so far: rows (question, answer, right, tries), the answer None where there is none yet.

    Then the pinned runs with the learner's lines.
    """
    asked = [(prompt, listed(record.given), record.right, record.tries) for prompt, record in ASKED.records.items()]
    lines = [(code, line) for lines in ASKED.pinned.values() for code, line in lines.items()]
    return [*asked, *((f"{PINNED}{code}", line or None, "", "") for code, line in lines)]


def listed(given):
    """An answer as one text or number, also where it is a list or the tokens of a table."""
    if isinstance(given, dict):
        cells = [(row, column, level) for row, line in given.items() for column, level in line.items() if level]
        return "; ".join(f"{row}, {column}: {level}" for row, column, level in cells)
    return "; ".join(map(str, given)) if isinstance(given, list) else given


def count():
    """How many questions have been answered, and missions reached, in words."""
    missions = [record.right for prompt, record in ASKED.records.items() if prompt.startswith(MISSION)]
    answered = [record.tries > 0 for prompt, record in ASKED.records.items() if not prompt.startswith(MISSION)]
    reached = f" {sum(missions)} of {len(missions)} missions reached." if missions else ""
    return f"{sum(answered)} of {len(answered)} questions answered so far.{reached}"


def written(row):
    """A row as a line of the file."""
    line = io.StringIO()
    csv.writer(line).writerow(map(harmless, row))
    return line.getvalue().removesuffix("\r\n")


def harmless(cell):
    """A cell that a spreadsheet takes as it is meant, a number as a number, even where somebody has answered with a formula."""
    if not isinstance(cell, str) or not FORMULA.match(cell) or NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"
