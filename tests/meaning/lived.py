"""What every lesson shows, as it opens and after each preset: run once for all nets of meaning, and kept."""

import dataclasses
import functools
import re
from collections.abc import Callable

import nbformat

import toolkit
from tests.notebooks.refresh import NOTEBOOKS
from toolkit.explore.control import accepted

LESSONS = toolkit.lessons.ALL
OPENING = "as it opens"


@dataclasses.dataclass(frozen=True)
class Shown:
    """What one setting of a lesson shows. `name` is a preset's, or OPENING."""

    lesson: object
    name: str
    values: dict
    result: object
    sentence: str
    table: dict

    def __str__(self):
        return f"{self.lesson.slug}, {self.name}"

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
    """{name: Shown} of a lesson, as it opens first."""
    [lesson] = [one for one in LESSONS if key(one) == slug]
    explorer = lesson.explorer()
    found = {OPENING: look(lesson, explorer, OPENING)}
    for preset in lesson.presets:
        explorer.apply(preset.name)
        found[preset.name] = look(lesson, explorer, preset.name)
    return found


def key(lesson):
    """A lesson's slug."""
    return lesson.slug


SLUGS = [key(lesson) for lesson in LESSONS]


# A few dozen: a lesson's quotes stand together, and some keep ten thousand people.
@functools.lru_cache(40)
def at(number, **values):
    """What a lesson's picture is made of at some values of its controls, the others as it opens."""
    lesson = toolkit.lessons.lesson(number)
    controls = {control.name: control for control in lesson.controls()}
    return lesson.run(**lesson.opening | accepted(controls, values))


def look(lesson, explorer, name):
    """What an explorer shows now."""
    return Shown(lesson, name, explorer.values, explorer.result, explorer.sentence, explorer.table())


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
