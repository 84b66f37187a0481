"""A learner's answers as one small file for a teacher, made when asked for and kept nowhere else."""

import csv
import io
import re

import traitlets

from .asked import ASKED
from .page import Widget, script

COLUMNS = ("question", "answer", "right", "tries")
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
    file = traitlets.Dict().tag(sync=True)
    """The file's `name`, its `head` line, and its `lines`, each as [question, line]."""

    def __init__(self, name):
        self.name = name
        super().__init__()
        self._show()
        ASKED.observe(lambda _: self._show(), names="records")

    @property
    def words(self):
        """How many questions there were and how many have been answered."""
        return self.said

    @property
    def csv(self):
        """The answers as text, a header line first."""
        return "".join(f"{line}\n" for line in [self.file["head"], *(line for _, line in self.file["lines"])])

    def _show(self):
        self.said = count()
        lines = [[row[0], written(row)] for row in answers()]
        self.file = {"name": f"{self.name}-answers.csv", "head": written(COLUMNS), "lines": lines}


def answers():
    """Every question asked so far: rows (question, answer, right, tries), the answer None where there is none yet."""
    return [(prompt, listed(record.given), record.right, record.tries) for prompt, record in ASKED.records.items()]


def listed(given):
    """An answer as one text or number, also where it is a list or the tokens of a table."""
    if isinstance(given, dict):
        cells = [(row, column, level) for row, line in given.items() for column, level in line.items() if level]
        return "; ".join(f"{row}, {column}: {level}" for row, column, level in cells)
    return "; ".join(map(str, given)) if isinstance(given, list) else given


def count():
    """How many questions have been answered, in words."""
    answered = sum(record.tries > 0 for record in ASKED.records.values())
    return f"{answered} of {len(ASKED.records)} questions answered so far."


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
