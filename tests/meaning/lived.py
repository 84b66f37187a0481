"""What every lesson shows, as it opens and after each preset: run for all nets of meaning when the first of them asks, and kept."""

import dataclasses
import functools
import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import numpy as np

import toolkit
from toolkit.explore.control import accepted

NOTEBOOKS = Path(toolkit.__file__).parents[1] / "notebooks"
LESSONS = toolkit.lessons.ALL
OPENING = "as it opens"


@dataclasses.dataclass(frozen=True)
class Shown:
    """What one setting of a lesson shows. `name` is a preset's, or OPENING."""

    lesson: object
    name: str
    values: dict

    def __str__(self):
        return f"{self.lesson.slug}, {self.name}"

    @functools.cached_property
    def result(self):
        """What the picture is made of."""
        return at(self.lesson.number, **self.values)

    @functools.cached_property
    def sentence(self):
        """The words below the picture."""
        return self.lesson.sentence(self.result)

    @functools.cached_property
    def table(self):
        """What is drawn, by column."""
        return {name: np.asarray(column) for name, column in self.lesson.table(self.result).items()}

    @functools.cached_property
    def chart(self):
        """The picture as plain data."""
        return self.lesson.chart(self.result)

    @functools.cached_property
    def studies_chart(self):
        """The studies' picture beside it; without traces where there is none."""
        return self.lesson.studies_chart(self.result) if self.lesson.studies_chart else {"data": []}

    @functools.cached_property
    def studies_sentence(self):
        """The studies' words; empty where there are none."""
        return self.lesson.studies_sentence(self.result) if self.lesson.studies_sentence else ""

    def last(self, column):
        """The last value of a column of the table."""
        return float(self.table[column][-1])

    def at(self, column, week):
        """The value of a column in a week."""
        return float(self.table[column][list(self.table["week"]).index(week)])


@functools.cache
def settings(slug):
    """{name: Shown} of a lesson, as it opens first; nothing is run before it is asked for."""
    [lesson] = [one for one in LESSONS if key(one) == slug]
    moved = {OPENING: {}, **{preset.name: preset.values for preset in lesson.presets}}
    return {name: Shown(lesson, name, at_values(lesson, values)) for name, values in moved.items()}


def key(lesson):
    """A lesson's slug."""
    return lesson.slug


SLUGS = [key(lesson) for lesson in LESSONS]


def at(number, **values):
    """What a lesson's picture is made of at some values of its controls, the others as it opens."""
    lesson = toolkit.lessons.lesson(number)
    values = at_values(lesson, values)
    kept = runs(number)
    setting = tuple(values.values())
    if setting not in kept:
        kept[setting] = lesson.run(**values)
    return kept[setting]


def at_values(lesson, values):
    """The value of every control, where some are moved."""
    return lesson.opening | accepted(controls(lesson.number), values)


@functools.cache
def controls(number):
    """{name: control} of a lesson as it opens, to be read and not moved."""
    return {control.name: control for control in toolkit.lessons.lesson(number).controls()}


# A lesson's places are asked one after the other, and some lessons keep ten thousand people.
@functools.lru_cache(3)
def runs(number):
    """{setting: what a lesson's picture is made of there}, as far as it has been run."""
    return {}


def everything():
    """Every Shown, lesson by lesson."""
    return [shown for slug in SLUGS for shown in settings(slug).values()]


@functools.cache
def notebook(slug):
    """A lesson's notebook."""
    return nbformat.read(NOTEBOOKS / f"{slug}.ipynb", as_version=4)


def prose(slug):
    """All that is written in a lesson's notebook, without code and formulas."""
    return "\n\n".join(cell.source for cell in notebook(slug).cells if cell.cell_type == "markdown")


def section(slug, heading):
    """What stands under a heading of a lesson's notebook, with the cells that follow up to the next heading."""
    found = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", prose(slug), re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def for_each(items, name: Callable):
    """Make a check of one item a test of all, which names every item that fails: thousands of tests would take longer to count."""

    def made(check):
        def test():
            wrong = []
            for item in items:
                try:
                    check(item)
                except Exception as error:
                    wrong.append(f"{name(item)}: {type(error).__name__} {error}")
            assert not wrong, "\n".join(wrong)

        test.__name__, test.__doc__ = check.__name__, check.__doc__
        return test

    return made
