"""How prose is held to what it speaks of: a quote, filled with figures of records, because of a record's own words, or of the toy.

A quote stands in the text as it is written, so that who turns a word ("more", "first", "not") or a figure loses the quote; and what
holds it is worked out or looked up anew, so that a quote whose ground has moved is lost as well.
"""

import dataclasses
import functools
import json
import re
import tomllib
from collections.abc import Callable

import toolkit
from tests.meaning.lived import LESSONS, NOTEBOOKS, key, prose, settings
from toolkit.lessons.sheets import sheets
from toolkit.lessons.words import words_file
from toolkit.model import proportion

ROOT = NOTEBOOKS.parent
WORDS = ROOT / "toolkit" / "lessons"
FILES = {
    "jobs": "fast_and_lasting/jobs.toml",
    "history": "fast_and_lasting/history.toml",
    "claims": "claims.toml",
    "misses": "misses.toml",
    "front": "front.toml",
}
"""Words that are of no lesson's own file."""
PAGES = {
    "readme": "README.md",
    "house": "toolkit/README.md",
    "rooms": "toolkit/lessons/README.md",
    "model": "toolkit/model/MODEL.md",
    "publish": "publish/README.md",
    "hub": "publish/hub/README.md",
    "settings": "publish/hub/values.yaml",
    "page": "publish/page.html",
    "app": "publish/app/voila/templates/lessons/index.html.j2",
    "trainers": "notebooks/trainers/README.md",
    "session": "notebooks/trainers/first_session.md",
    "presenter": "notebooks/trainers/presenter.ipynb",
    "doors": "notebooks/trainers/plotly_and_ipywidgets.ipynb",
    "contributing": "CONTRIBUTING.md",
    "index": "notebooks/index.ipynb",
    "claims page": "notebooks/claims.ipynb",
    "history page": "notebooks/history.ipynb",
    "misses page": "notebooks/what_the_model_gets_wrong.ipynb",
}
"""Pages of the project, the templates of its pages and the hub's settings."""
CODE = re.compile(r"^```(\w*).*?^```$", re.MULTILINE | re.DOTALL)
"""A block of code in Markdown: the commands of a shell, which say in words what they do, are prose here."""


def one(text):
    """The text on one line, without the marks of emphasis."""
    return " ".join(re.sub(r"\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])", "", text).split())


def strings(said):
    """Every text in a file of words, the keys too."""
    if isinstance(said, dict):
        return [line for name, value in said.items() for line in (name, *strings(value))]
    if isinstance(said, list):
        return [line for value in said for line in strings(value)]
    return [said] if isinstance(said, str) else []


@functools.cache
def text(where):
    """All that is written at a place: "10" a lesson's notebook, "10 words" its TOML, "10 sheet" its run sheet's own words;
    "jobs", "history", "claims" and "misses" (of the pages) their TOML, and PAGES what is written in them."""
    number, _, what = where.partition(" ")
    if what == "sheet":
        return one(" | ".join(strings(sheets()[slug_of(number)])))
    if what == "words":
        return one(" | ".join(strings(lesson_words(number))))
    if where in FILES:
        return one(" | ".join(strings(tomllib.loads((WORDS / FILES[where]).read_text(encoding="utf-8")))))
    if where in PAGES:
        prose_alone = CODE.sub(lambda block: block[0] if block[1] == "sh" else "", written(ROOT / PAGES[where]))
        return one(re.sub(r"^> ?", "", prose_alone, flags=re.MULTILINE))
    return one(prose(slug_of(number)))


def written(path):
    """What is written in a file, of a notebook its prose."""
    whole = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return whole
    return "\n\n".join(
        "".join(cell["source"]) for cell in json.loads(whole)["cells"] if cell["cell_type"] == "markdown"
    )


def slug_of(number):
    return next(lesson.slug for lesson in LESSONS if lesson.slug.startswith(number))


def lesson_words(number):
    """The TOML of a lesson, and of a second explorer beside it, in a list."""
    files = [words_file(lesson.module) for lesson in LESSONS if lesson.slug.startswith(number)]
    beside = [other for file in files for other in sorted(file.parent.glob("*.toml")) if other != file]
    said = [tomllib.loads(file.read_text(encoding="utf-8")) for file in (*files, *beside)]
    return [each for each in said if "controls" in each]


@dataclasses.dataclass(frozen=True)
class Quote:
    """`says` stands at `where`; its {} are filled by `slots`, and every one of `grounds` holds."""

    where: str
    says: str
    slots: tuple[Callable, ...] = ()
    grounds: tuple[Callable, ...] = ()

    @functools.cached_property
    def filled(self):
        """The quote with today's figures."""
        return one(self.says.format(*(slot() for slot in self.slots)))


def quotes(where, *rows):
    """Quotes of one place: rows of (says, what fills it or holds it, …)."""
    for says, *held in rows:
        slots = tuple(each for each in held if getattr(each, "fills", False))
        grounds = tuple(each for each in held if not getattr(each, "fills", False))
        yield Quote(where, says, slots, grounds)


def fills(made):
    """A maker whose result fills a slot."""

    @functools.wraps(made)
    def make(*arguments, **more):
        def slot():
            return made(*arguments, **more)

        slot.fills = True
        return slot

    return make


@fills
def share(id, arm, outcome="", week=None, turned=False, digits=0):
    """The percentage of an arm, found by a part of its name and of its outcome."""
    value = 100 * the_arm(id, arm, outcome, week).value
    return f"{100 - value if turned else value:.{digits}f}"


def ends(id, arm, n):
    """Both ends of the interval (Wilson's, in percent) of an arm's share, if so many people were in it: two slots."""

    def end(place):
        def slot():
            value = the_arm(id, arm, "", None).value
            return f"{100 * proportion(value * n, n)[place]:.0f}"

        slot.fills = True
        return slot

    return end(1), end(2)


@fills
def people(id, arm, outcome=""):
    """The number of people in an arm."""
    return f"{the_arm(id, arm, outcome, None).n:,}"


@fills
def read(id, arm, outcome="", digits=None):
    """An arm's value that is no share."""
    return plain(the_arm(id, arm, outcome, None).value, digits)


@fills
def effect(id, comparison="", measure="", digits=None, turned=None):
    """The size of an effect, found by a part of its comparison and measure, without a sign."""
    value = the_effect(id, comparison, measure).value
    return plain(abs(turned(value) if turned else value), digits)


@fills
def told(id, pattern):
    """A number that stands only in a record's words, as the group of a pattern there."""
    found = re.search(pattern, words(id))
    assert found, f"{id} does not say {pattern!r}"
    return found[1]


def plain(value, digits):
    return f"{value:g}" if digits is None else f"{value:.{digits}f}"


def the_arm(id, name, outcome, week):
    arms = toolkit.finding(id).arms
    found = [arm for arm in arms if name in arm.name and outcome in arm.outcome and week in (None, arm.time_weeks)]
    exact = [arm for arm in found if arm.name == name] or found
    assert len(exact) == 1, f"{id}: {len(exact)} arms called {name!r}, {outcome!r}, {week!r}"
    return exact[0]


def the_effect(id, comparison, measure):
    found = toolkit.finding(id)
    effects = [
        e for e in (found.effect, *found.other_effects) if e and comparison in e.comparison and measure in e.measure
    ]
    assert effects, f"{id}: no effect {comparison!r}, {measure!r}"
    return effects[0]


@functools.cache
def words(id):
    """A record's own words, and the names of its arms and comparisons."""
    found = toolkit.finding(id)
    effects = [effect for effect in (found.effect, *found.other_effects) if effect]
    named = [*(f"{arm.name}: {arm.outcome}" for arm in found.arms), *(f"{e.measure}: {e.comparison}" for e in effects)]
    return one(
        " | ".join((found.finding, found.population, found.design, found.caveat, found.arithmetic_check or "", *named))
    )


def why(id, *phrases, against=None):
    """The record's own words have each phrase (in capitals or not); `against`: whether it is counter-evidence."""

    def hold():
        for phrase in phrases:
            assert phrase.lower() in words(id).lower(), f"{id} does not say {phrase!r}"
        if against is not None:
            assert toolkit.finding(id).counter_evidence == against, id

    return hold


def fewer(one, other):
    """The first slot's figure is below the second's."""

    def hold():
        assert float(one()) < float(other()), f"{one()} is not below {other()}"

    return hold


def toy(slug, name, check):
    """What a setting of the toy shows passes a check: a function of what is Shown there."""

    def hold():
        shown = settings(slug)[name]
        assert check(shown), f"{shown}: {shown.sentence}"

    return hold


def across(slug, one, other, check):
    """The same of two settings of one lesson."""

    def hold():
        two = settings(slug)[one], settings(slug)[other]
        assert check(*two), f"{two[0].sentence}\n{two[1].sentence}"

    return hold


KEYS = {key(lesson) for lesson in LESSONS}
