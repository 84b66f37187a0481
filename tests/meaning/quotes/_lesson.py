"""Grounds for what any lesson says of its own controls, guess, tasks, missions and goals, and for what every lesson says alike.

At the end, for what pages say of the project itself: its files, what stands in them, and the Makefile's targets.
"""

import functools
import json
import re

import toolkit
from tests.meaning import lived
from tests.meaning.lived import LESSONS, notebook
from tests.meaning.quoting import ROOT, one, text, why
from toolkit.explore.mission import Run
from toolkit.explore.page import script
from toolkit.lessons.sheets import sheets

BUTTON = ROOT / "labextension" / "run_lesson.json"
SENT = r"fetch\(|XMLHttpRequest|sendBeacon|WebSocket"
"""What a page would send something away with."""


def holds(check):
    """A ground that a check must pass."""

    def hold():
        assert check()

    return hold


def control(number, label):
    """A lesson's control, by what the learner reads."""
    [found] = [control for control in toolkit.lessons.lesson(number).controls() if control.label == label]
    return found


def moved(number, label, value, check, **others):
    """The control of that label does what a check finds, at a value or at the option that is called so."""

    def hold():
        named = control(number, label)
        options = {words: option for option, words in getattr(named, "options", {}).items()}
        assert check(lived.at(number, **others, **{named.name: options.get(value, value)})), f"{label}: {value}"

    return hold


def as_it_opens(number, **opens):
    """The controls of those names open so."""
    return holds(lambda: toolkit.lessons.lesson(number).opening | opens == toolkit.lessons.lesson(number).opening)


def reply(number, place, right, says, *grounds):
    """A row "option | reply" of a task: the option is right, or not, and the reply is its own."""

    def hold():
        option, _, told = says.partition(" | ")
        given, said = toolkit.lessons.lesson(number).task(place).judge(option)
        assert (given, one(said)) == (right, told), option

    return says, hold, *grounds


def guessed(number, worth, says, *grounds):
    """A row "option | reply" of the guess: what the option stands for."""

    def hold():
        option, _, told = says.partition(" | ")
        asked = toolkit.lessons.lesson(number).predict()
        assert (asked.guesses[option], one(asked.replies[option])) == (worth, told), option

    return says, hold, *grounds


def asks(number, place, right):
    """The task of that place takes this as right, and of its options nothing else."""

    def hold():
        asked = toolkit.lessons.lesson(number).task(place)
        offered = asked.panel["options"] if asked.panel["kind"] == "choose" else [right]
        assert [option for option in offered if asked.judge(option)[0]] == [right]

    return hold


def goals(number, *rights):
    """Rows of a lesson's goals: (words, what its tasks for this goal take as right), by their place."""
    for place, (says, *right) in enumerate(rights, 1):
        yield says, holds(lambda place=place, right=right: rights_of(number, place) == right)


def rights_of(number, place):
    return [said["right"] for said in toolkit.lessons.lesson(number).said_tasks if said.get("goal") == place]


def goal_of(number, place, says):
    """The lesson's goal of that place is this one, and a task asks for it."""
    return holds(lambda: toolkit.lessons.lesson(number).goals[place - 1] == says and rights_of(number, place))


def plan_of_a_session(number):
    """The points of the short sessions are presets, those of 20 minutes among those of 45; one may be late, a mission early."""

    def hold():
        lesson = toolkit.lessons.lesson(number)
        sheet, presets = sheets()[lesson.slug], [preset.name for preset in lesson.presets]
        points = sheet["points"]
        assert set(points["20"]) <= set(points["45"]) <= set(presets)
        assert points["45"] == sorted(points["45"], key=presets.index)
        assert sheet["late"] in points["45"]
        assert sheet["late"] not in points["20"]
        assert mission(number, sheet["early"])

    return hold


def core(number, *which):
    """Which missions belong to the shorter way."""
    return holds(lambda: [bool(mission.core) for mission in toolkit.lessons.lesson(number).missions()] == list(which))


def mission(number, name):
    [found] = [mission for mission in toolkit.lessons.lesson(number).missions() if mission.name == name]
    return found


def reached(number, name, *missed, **values):
    """The mission is reached at some values, and not as the lesson opens, nor at any of those that miss it."""

    def hold():
        asked, opens = mission(number, name), toolkit.lessons.lesson(number).opening
        before = Run(opens, lived.at(number))
        assert asked.reached(Run(opens | values, lived.at(number, **values), (before,)))
        for other in ({}, *missed):
            assert not asked.reached(Run(opens | other, lived.at(number, **other), (before,))), other

    return hold


def never(number, name, *tried):
    """The mission has no recipe, and is not reached at any of the values tried."""

    def hold():
        asked, opens = mission(number, name), toolkit.lessons.lesson(number).opening
        assert not asked.recipe
        assert not any(asked.reached(Run(opens | values, lived.at(number, **values))) for values in ({}, *tried))

    return hold


def also_in(where, *phrases):
    """Another place says it as well: a person, a number or a promise that both must have alike."""

    def hold():
        for phrase in phrases:
            assert phrase in text(where), f"{where} does not say {phrase!r}"

    return hold


def in_every_lesson(*phrases):
    """What every lesson has to say."""

    def hold():
        for phrase in phrases:
            missing = [lesson.slug for lesson in LESSONS if phrase not in text(lesson.slug[:2])]
            assert not missing, f"{phrase!r} is not in {missing}"

    return hold


def button():
    """Whether the toolbar has it."""
    return json.loads(BUTTON.read_text(encoding="utf-8"))["title"] == "Run this lesson"


def filled(read):
    """A slot."""

    def fill():
        return read()

    fill.fills = True
    return fill


def tasks(number, count):
    """So many tasks there are, and none of them wants code."""
    kinds = [task["kind"] for task in toolkit.lessons.lesson(number).said_tasks]
    return holds(lambda: len(kinds) == count and "code" not in kinds)


YOUNG = (
    why("stone2009_age", "higher than on placebo under 25"),
    also_in(
        "index",
        "If you feel worse after starting or changing one, above all if you are young",
        "Staying on is a choice too",
    ),
)


def first_lines(number):
    """What every notebook begins with."""
    return (
        (
            "⏱ core {} min · everything {} min · Press Run this lesson in the toolbar (elsewhere: Run ▸ Run All Cells). Where "
            "cells still show [] after a minute, Kernel ▸ Restart Kernel, then press it again",
            filled(lambda: toolkit.lessons.lesson(number).core),
            filled(lambda: toolkit.lessons.lesson(number).minutes),
            holds(button),
            in_every_lesson("Where cells still show [] after a minute, Kernel ▸ Restart Kernel, then press it again"),
        ),
        (
            "This is a teaching toy, not advice. It speaks about groups, never about one person. Please do not stop or change a "
            "medication on your own; talk to the person who prescribed it. If you need help now: your local emergency number, or "
            "[findahelpline.com](https://findahelpline.com), which lists helplines by country",
            in_every_lesson(
                "This is a teaching toy, not advice. It speaks about groups, never about one person",
                "stop or change a medication on your own; talk to the person who prescribed it. If you need help now: your local "
                "emergency number, or [findahelpline.com](https://findahelpline.com), which lists helplines by country",
            ),
        ),
        (
            "Mara, 34, drives a city bus (we invented her)",
            also_in("index", "Mara is 34 and drives a city bus. We invented her"),
        ),
    )


def kept_nowhere_else(number):
    """Whether the answers are one file of the page's own, and nothing of it sends or stores them."""
    page = script("page.js", "save.js", "answers.js")
    one_file = toolkit.lessons.lesson(number).answers().file["name"].endswith("-answers.csv")
    return (
        one_file and not re.search(SENT, page + script("explorer.js")) and not re.search("localStorage|indexedDB", page)
    )


def last_lines(number):
    """What every notebook ends with."""
    listed = re.findall(r'^    "(\w+)",$', code(number), re.MULTILINE)

    def in_abstracts():
        kinds = [toolkit.finding(id).source_kind for id in listed]
        return 2 * sum(kind.startswith("abstract") for kind in kinds) > len(kinds) and toolkit.finding(listed[0]).caveat

    return (
        (
            "For your teacher, or for yourself: your answers as one small file. They are kept nowhere else",
            holds(lambda: kept_nowhere_else(number)),
        ),
        ("{}", filled(lambda: sheets()[toolkit.lessons.lesson(number).slug]["home"])),
        (
            "Ids in brackets are the findings that ship with the toolkit, each with its caveat; "
            f'`toolkit.finding("{listed[0]}")` shows one. Most were read in abstracts',
            holds(in_abstracts),
        ),
    )


def code(number):
    """The code cells of a lesson's notebook."""
    cells = notebook(toolkit.lessons.lesson(number).slug).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "code")


@functools.cache
def written_in(path):
    """A file of the project, on one line."""
    return " ".join((ROOT / path).read_text(encoding="utf-8").split())


def has(path, *phrases, but=()):
    """A file of the project has each phrase, in this order, and none of some others."""

    def hold():
        rest = written_in(path)
        for phrase in phrases:
            assert phrase in rest, f"{path}: {phrase!r} is not there, or not in this place"
            rest = rest.partition(phrase)[2]
        assert [phrase for phrase in but if phrase in written_in(path)] == [], path

    return hold


def there(*paths):
    """The project has these files and folders."""

    def hold():
        assert [path for path in paths if not (ROOT / path).exists()] == []

    return hold


@functools.cache
def targets():
    """{target of the Makefile: what it needs, its help and its recipe, with its own variables filled in}."""
    made = re.sub(r"\\\n\s*", "", (ROOT / "Makefile").read_text(encoding="utf-8"))
    variables = dict(re.findall(r"^(\w+) :?= ?(.*)$", made, re.MULTILINE))
    found = re.findall(r"^([\w./]+): ?(.*)\n((?:\t.*\n)+)", made, re.MULTILINE)
    fill = functools.partial(re.sub, r"\$\((\w+)\)", lambda name: variables.get(name[1], name[0]))
    return {name: fill(fill(f"{needs} | {' '.join(recipe.split())}")) for name, needs, recipe in found}


def makes(target, *phrases, but=()):
    """A target of the Makefile has each phrase in what it needs, its help or its recipe, and none of some others."""

    def hold():
        said = targets()[target]
        assert [phrase for phrase in phrases if phrase not in said] == [], said
        assert [phrase for phrase in but if phrase in said] == [], said

    return hold
