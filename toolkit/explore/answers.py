"""A learner's answers as one small file for a teacher, made when asked for and kept nowhere else."""

import csv
import io

import traitlets

from .page import Widget, script
from .question import ASKED

COLUMNS = ("question", "answer", "right", "tries")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Answers(Widget):
    """A button that saves what was answered in this notebook as a file for a spreadsheet.

    Args:
        name: of the file, without ending.
    """

    _esm = script("chart.js", "save.js", "answers.js")
    said = traitlets.Unicode().tag(sync=True)

    def __init__(self, name):
        self.name = name
        super().__init__(said=count())

    @property
    def words(self):
        """How many questions there were and how many have been answered."""
        return self.said

    @property
    def csv(self):
        """The answers as text, a header line first."""
        lines = io.StringIO()
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(map(harmless, answers()))
        return lines.getvalue()

    def receive(self, message):
        """The button has been pressed: hand over the file."""
        self.said = count()
        self.send({"answer": "csv", "name": f"{self.name}-answers.csv", "text": self.csv})


def answers():
    """Every question asked so far: rows (question, answer, right, tries), the answer None where there is none yet."""
    return [(task.prompt, listed(task.given), task.right, task.tries) for task in ASKED.values()]


def listed(given):
    """An answer as one text or number, also where it is a list."""
    return "; ".join(map(str, given)) if isinstance(given, list) else given


def count():
    """How many questions have been answered, in words."""
    answered = sum(tries > 0 for *_, tries in answers())
    return f"{answered} of {len(ASKED)} questions answered so far."


def harmless(row):
    """A row whose texts a spreadsheet takes as texts, even where somebody has answered with a formula."""
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in row]
