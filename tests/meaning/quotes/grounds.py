"""What holds a quote in any lesson: makers of grounds, slots and rows. What one lesson alone needs stands in its own file.

Most take a lesson's number first, so that a lesson binds those that it uses often: `at = functools.partial(lived.at, 7)`.
"""

import functools
import json
import re
import types

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import LESSONS, OPENING, controls, notebook, prose
from tests.meaning.quoting import ROOT, effect, fills, one, slug_of, text, the_arm, the_effect, toy, why
from tests.meaning.test_promised import PROMISED
from toolkit.evidence import FACTORIAL
from toolkit.explore import Run
from toolkit.explore.page import script
from toolkit.lessons import claims as documents
from toolkit.lessons import lesson
from toolkit.lessons.sheets import sheets
from toolkit.lessons.studies import panel_rows
from toolkit.model import DUMMY, THERAPY, parameters

BUTTON = ROOT / "labextension" / "run_lesson.json"
SENT = r"fetch\(|XMLHttpRequest|sendBeacon|WebSocket"
"""What a page would send something away with."""
CITED = r"\[([a-z]+\d{4}\w*)\]"


# Any ground, any slot


def holds(*checks):
    """A ground of checks that must all pass."""

    def hold():
        assert [place for place, check in enumerate(checks, 1) if not check()] == []

    return hold


def filled(read):
    """A slot of what is read."""
    return fills(read)()


@fills
def figure(number, read, setting=OPENING, digits=0, **values):
    """A slot of what a lesson shows in a setting, or at some values: a number is written whole, if nothing else is said."""
    shown = lived.settings(slug_of(f"{number:02}"))[setting].result if not values else lived.at(number, **values)
    value = read(shown)
    return value if isinstance(value, str) else f"{value:.{digits}f}"


# What other places say


def stands(phrase, said):
    """Whether words stand there as they are, or a pattern does."""
    return phrase.search(said) if isinstance(phrase, re.Pattern) else phrase in said


def also(where, *phrases):
    """Another place says it as well: a person, a number, a promise, a sheet of its notebook."""

    def hold():
        assert [phrase for phrase in phrases if not stands(phrase, text(where))] == [], where

    return hold


def in_every_lesson(*phrases, but=()):
    """Every lesson says so, but for some that say it in words of their own."""

    def hold():
        places = [lesson.slug[:2] for lesson in LESSONS if lesson.number not in but]
        assert [(place, phrase) for phrase in phrases for place in places if not stands(phrase, text(place))] == []

    return hold


def in_many_lessons(phrase, least=8):
    """So many lessons, at least, say it in the same words."""
    return holds(lambda: sum(phrase in text(lesson.slug[:2]) for lesson in LESSONS) >= least)


def claim(id):
    """A claim of the documents, as the page of claims has it."""
    [found] = [each for each in documents.said()["claims"] if each["id"] == id]
    return found


def claims(id, *phrases, verdict=None, number=None):
    """The list of claims says so of one, with that verdict; the lesson of that number is about it."""

    def hold():
        found = claim(id)
        said = f"{found['says']} {one(found['because'])}"
        assert [phrase for phrase in phrases if phrase not in said] == [], said
        assert verdict in (None, found["verdict"]), found["verdict"]
        assert number is None or id in lesson(number).claims

    return hold


# What a lesson begins and ends with


def button():
    """The button in the toolbar is called so."""
    assert json.loads(BUTTON.read_text(encoding="utf-8"))["title"] == "Run this lesson"


def first_lines(number):
    """Rows of what every notebook begins with: how it is run, what keeps a reader safe, and who Mara is."""
    start = "start, " if number == 13 else ""
    return (
        (
            "# {:02} · {} {} ⏱ core {} min · everything {} min",
            *(fact(number, name) for name in ("number", "title", "hook", "core", "minutes")),
            lambda: has("README.md", in_the_table(lesson(number)))(),
        ),
        (
            "Press Run this lesson in the toolbar (elsewhere: Run ▸ Run All Cells). Where cells still show [] after a minute, "
            "Kernel ▸ Restart Kernel, then press it again",
            button,
            in_every_lesson("Where cells still show [] after a minute, Kernel ▸ Restart Kernel, then press it again"),
        ),
        (
            "This is a teaching toy, not advice. It speaks about groups, never about one person",
            in_every_lesson("This is a teaching toy, not advice. It speaks about groups, never about one person"),
        ),
        (
            f"Please do not {start}stop or change a medication on your own; talk to the person who prescribed it. If you need "
            "help now: your local emergency number, or [findahelpline.com](https://findahelpline.com), which lists helplines by "
            "country",
            in_every_lesson("Please do not stop or change a medication on your own", but=(13,)),
            in_every_lesson(
                "stop or change a medication on your own; talk to the person who prescribed it. If you need help now: your local "
                "emergency number, or [findahelpline.com](https://findahelpline.com), which lists helplines by country"
            ),
        ),
        (
            "Mara is 34 and drives a city bus. We invented her"
            if number == 1
            else "Mara, 34, drives a city bus (we invented her)",
            is_invented,
        ),
    )


def in_the_table(made):
    """The line of a lesson in the README's table."""
    return f"[{made.title}](notebooks/{made.slug}.ipynb) | {made.hook} | {made.core} · {made.minutes} |"


def is_invented():
    """The one person of all lessons: her name, age and work are the same in each, and she is said to be invented."""
    others = [lesson.slug[:2] for lesson in LESSONS[1:]]
    for where in ("index", "01"):
        assert "Mara is 34 and drives a city bus. We invented her" in text(where), where
    assert [where for where in others if "Mara, 34, drives a city bus (we invented her)." not in text(where)] == []


def fact(number, name):
    """A slot of what a lesson's words say of it: number, title, hook, core, minutes."""
    return filled(
        lambda: getattr(lesson(number), name) if name == "number" else one(str(getattr(lesson(number), name)))
    )


def last_lines(number):
    """Rows of what every notebook ends with."""
    [shown] = re.findall(r'`toolkit\.finding\("(\w+)"\)` shows one', text(f"{number:02}"))
    abstracts = "Most were read in abstracts"
    rows = [
        (
            "For your teacher, or for yourself: your answers as one small file. Nobody gets it unless you hand it on",
            holds(lambda: is_handed_on_by_nobody(number)),
            in_every_lesson("your answers as one small file. Nobody gets it unless you hand it on"),
        ),
        ("Take away {}", filled(lambda: sheets()[lesson(number).slug]["home"])),
        (
            "Ids in brackets are the findings that ship with the toolkit, each with its caveat; "
            f'`toolkit.finding("{shown}")` shows one. {abstracts}',
            ids_are_findings(number),
            holds(lambda: shown in sources(number), lambda: mostly_abstracts(*sources(number))),
        ),
    ]
    if f'{abstracts}. "Our sum"' in text(f"{number:02}"):
        rows.append(('"Our sum" means that we worked it out', holds(lambda: our_sums(number))))
    return rows


def our_sums(number):
    """Whether a lesson calls something our sum, besides where it says what that is."""
    return re.search(r"(?<!\")\bour sums?\b", text(f"{number:02}"))


def is_handed_on_by_nobody(number):
    """Whether the answers are one file, made on the page when asked for, and nothing of the page's own sends them anywhere."""
    asked_for = ".answers()" in code(number) and the_file()["name"].endswith("-answers.csv")
    return asked_for and not re.search(SENT, script("page.js", "save.js", "answers.js", "explorer.js"))


@functools.cache
def the_file():
    """The file of answers. Made once: every button that there is writes its file anew with each question asked."""
    return lesson(1).answers().file


YOUNG = (
    why("stone2009_age", "higher than on placebo under 25"),
    also(
        "index",
        "If you feel worse after starting or changing one, above all if you are young",
        "Staying on is a choice too",
    ),
)


# Controls and presets


def control(number, name):
    """A lesson's control, by its name or by what the learner reads; to be read and not moved."""
    [found] = [each for each in controls(number).values() if name in (each.name, each.label)]
    return found


def control_is(number, name, **facts):
    """A control has these: low, high, opening, step, unit, more, parameter, options; `value` is where it opens."""

    def hold():
        found = control(number, name)
        assert {fact: getattr(found, fact) for fact in facts} == facts, name

    return hold


def said_control(number, name):
    """A control as it stands in the lesson's file of words."""
    return next(said for said in lesson(number).said_controls if said.get("name") == name)


def options(number, name):
    """The options of a choice, {value: words}."""
    return control(number, name).options


def moved(number, label, value, check, **others):
    """The control of that label does what a check finds, at a value or at the option that is called so."""

    def hold():
        named = control(number, label)
        options = {words: option for option, words in getattr(named, "options", {}).items()}
        assert check(lived.at(number, **others, **{named.name: options.get(value, value)})), f"{label}: {value}"

    return hold


def values(number, setting, *names):
    """Where some controls stand in a setting."""
    shown = lived.settings(slug_of(f"{number:02}"))[setting]
    return tuple(shown.values[name] for name in names)


def as_it_opens(number, **opens):
    """The controls of those names open so."""
    return holds(lambda: lesson(number).opening | opens == lesson(number).opening)


def preset(number, name, **values):
    """A preset of that name sets these and nothing else."""
    return holds(lambda: [each.values for each in lesson(number).presets if each.name == name] == [values])


# Missions


@functools.cache
def missions(number):
    """The missions of a lesson, made once."""
    return lesson(number).missions()


def mission(number, which):
    """A mission, by its name or by its place from 0."""
    [found] = [each for place, each in enumerate(missions(number)) if which in (place, each.name)]
    return found


def core(number, *which):
    """Which missions belong to the shorter way: of four the first two, if nothing else is said."""
    return holds(lambda: [bool(each.core) for each in missions(number)] == list(which or (True, True, False, False)))


def is_reached(number, which, *pinned, preset="", **values):
    """Whether a mission is reached at some values, on top of a preset's, with runs pinned at others."""
    presets = {each.name: each.values for each in lesson(number).presets}
    before = lesson(number).opening | presets.get(preset, {})
    run, *others = [Run(before | each, lived.at(number, **before | each)) for each in (values, *pinned)]
    return bool(mission(number, which).reached(run._replace(pinned=tuple(others))))


def meets(number, which, result, *pinned, **values):
    """Whether what is shown, and what has been moved from the opening, is what a mission asks for; `pinned` are Runs."""
    return bool(mission(number, which).reached(Run(lesson(number).opening | values, result, pinned)))


def reached(number, which, *missed, pinned=({},), **values):
    """A mission is reached at some values, and not as the lesson opens, nor at any of those that miss it.

    The opening picture is pinned, if nothing else is: values on top of the opening ones.
    """

    def hold():
        assert is_reached(number, which, *pinned, **values)
        assert [other for other in ({}, *missed) if is_reached(number, which, *pinned, **other)] == []

    return hold


def never(number, which, *tried):
    """A mission has no recipe, and is not reached as the lesson opens, nor at any of the values tried."""

    def hold():
        assert not mission(number, which).recipe
        assert [values for values in ({}, *tried) if is_reached(number, which, **values)] == []

    return hold


def asks(number, which, *cases):
    """What a mission asks for: cases of (whether that is enough, the controls' values, what is on the result, and what is
    pinned: values and result)."""

    def run(values, result, *pinned):
        return Run(values, types.SimpleNamespace(**result), tuple(run(*each) for each in pinned))

    def hold():
        for enough, *case in cases:
            assert bool(mission(number, which).reached(run(*case))) == enough, (which, case)

    return hold


def by_recipe(number, which):
    """The values that a mission's recipe sets; a preset starts from the opening ones."""
    values, presets = {}, {each.name: each.values for each in lesson(number).presets}
    for step in mission(number, which).recipe:
        values = dict(presets[step["preset"]]) if "preset" in step else values | step.get("set", {})
    return values


def takes(number, which, *labels, core=False):
    """A mission names these controls, by name or label, and is of the shorter way or not."""

    def hold():
        found = mission(number, which)
        named = [label if label == "Pin" else control(number, label).label for label in labels]
        assert (found.controls, bool(found.core)) == (named, core)

    return hold


def mission_is(number, which, *labels, core=False, reached=None, but_not=()):
    """A mission names these controls, and is reached at some values and by its recipe, not at others and not as the lesson opens.

    Without `reached` it has no recipe, and is not reached at all.
    """

    def hold():
        takes(number, which, *labels, core=core)()
        assert bool(mission(number, which).recipe) == (reached is not None)
        wanted = [] if reached is None else [reached, by_recipe(number, which)]
        assert [values for values in wanted if not is_reached(number, which, **values)] == []
        assert [values for values in ({}, *but_not) if is_reached(number, which, **values)] == []

    return hold


# Tasks, the guess and the goals


@functools.cache
def task(number, place):
    """A task of a lesson, made once."""
    return lesson(number).task(place)


@functools.cache
def asked(number):
    """The question before play, made once."""
    return lesson(number).predict()


def said_task(number, place):
    """A task's words as they are written."""
    return lesson(number).said_tasks[place - 1]


def hints(number, place):
    """The wrong numbers that have a hint, in their order."""
    return [hint["given"] for hint in said_task(number, place).get("hints", ())]


def hint(number, place, index, value):
    """The wrong number that has that hint, counted from 0, is what somebody gets who goes wrong so."""
    return holds(lambda: hints(number, place)[index] == (value() if callable(value) else value))


def right(number, place):
    """The right answer of a task, as it is written."""
    return said_task(number, place)["right"]


def judged(number, place, given, right):
    """Whether a task takes an answer for right, or not; a wrong number has a hint of its own."""
    made = task(number, place)
    return made.judge(given)[0] == right and (right or not hasattr(made, "hints") or given in made.hints)


def answer(number, place, right, *wrong, hinted=()):
    """A task takes this as right and nothing else; the wrong options have these parts, in their order, and these numbers a hint.

    Of an option a part is enough. Without `wrong` the other options may be called anything.
    """

    def hold():
        made = task(number, place)
        assert hints(number, place) == [round(hint, 9) for hint in hinted]
        assert not any(made.judge(hint)[0] for hint in hints(number, place))
        if made.panel["kind"] != "choose":
            assert made.judge(right)[0]
            return
        options = made.panel["options"]
        assert [right in option for option in options if made.judge(option)[0]] == [True], options
        others = [option for option in options if not made.judge(option)[1].strip().startswith("Yes")]
        assert len(others) == len(options) - 1
        assert not wrong or len(others) == len(wrong), others
        assert all(map(str.__contains__, others, wrong)), others

    return hold


def tasks_are(number, count, code=(), first_sum=None):
    """So many tasks; those with code are named, and optional; the first one to work out is the task of that number."""

    def hold():
        said = lesson(number).said_tasks
        kinds = [task["kind"] for task in said]
        assert len(said) == count
        assert [place for place, kind in enumerate(kinds, 1) if kind == "code"] == list(code)
        assert all(said[place - 1]["optional"] for place in code)
        assert first_sum in (None, kinds.index("calculate") + 1 if "calculate" in kinds else None)

    return hold


def like(says):
    """A pattern of a quote: whatever stands in its slots."""
    return re.escape(one(says)).replace(r"\{\}", ".*")


def reply(number, place, right, says, *grounds, given=None):
    """A row: what a task says to an option ("option | reply"), or to a number that is given."""

    def hold():
        option, _, told = ("", "", says) if given is not None else says.partition(" | ")
        answered = option if given is None else given() if callable(given) else given
        was_right, reply = task(number, place).judge(answered)
        assert was_right == right, answered
        assert re.fullmatch(like(told), one(reply)), reply

    return says, hold, *grounds


def guessed(number, worth, says, *grounds):
    """A row of the guess, "option | reply": what the option stands for."""

    def hold():
        option, _, told = says.partition(" | ")
        assert asked(number).guesses[option] == worth, option
        assert re.fullmatch(like(told), one(asked(number).replies[option])), option

    return says, hold, *grounds


def guess(number, begins):
    """What the option of the guess that begins so stands for."""
    [worth] = [worth for option, worth in asked(number).guesses.items() if option.startswith(begins)]
    return worth


def guesses_are(number, *worths):
    """What the options of the guess stand for, in their order."""
    return holds(lambda: [*asked(number).guesses.values()] == [*worths])


def stands_for(number, begins, worth):
    """The option of the guess that begins so stands for that."""

    return holds(lambda: guess(number, begins) == worth)


def can_be_skipped(number):
    """The question before play can be skipped, and nobody is wrong."""
    return holds(lambda: asked(number).panel["skip"] == "Skip" and asked(number).judge(None)[0])


def promises(number):
    """Every goal is one that a task of the lesson asks for."""

    def hold():
        for place, goal in enumerate(lesson(number).goals, 1):
            words, asked_for = PROMISED[number, place]
            prompts = [one(said["prompt"]) for said in lesson(number).said_tasks if said["goal"] == place]
            assert words in goal, goal
            assert any(re.search(asked_for, prompt) for prompt in prompts), goal

    return hold


def goal(number, place, *phrases):
    """A goal has tasks, and they ask for these things."""

    def hold():
        prompts = " ".join(one(said["prompt"]) for said in lesson(number).said_tasks if said.get("goal") == place)
        assert prompts
        assert [phrase for phrase in phrases if phrase not in prompts] == [], prompts

    return hold


def kinds(number, goal):
    """The kinds of the tasks that show whether a goal is reached."""
    return [said["kind"] for said in lesson(number).said_tasks if said["goal"] == goal]


def goals(number):
    """A slot for each goal, and that each has a task."""
    places = range(len(lesson(number).goals))
    served = holds(lambda: {said["goal"] for said in lesson(number).said_tasks} == {place + 1 for place in places})
    return *(filled(lambda place=place: lesson(number).goals[place]) for place in places), served


def goals_by(number, *rights):
    """Rows of a lesson's goals: (words, what its tasks for this goal take as right), by their place."""
    for place, (says, *right) in enumerate(rights, 1):
        yield says, holds(lambda place=place, right=right: rights_of(number, place) == right)


def rights_of(number, place):
    return [said["right"] for said in lesson(number).said_tasks if said.get("goal") == place]


def goal_of(number, place, says):
    """The lesson's goal of that place is this one, and a task asks for it."""
    return holds(lambda: lesson(number).goals[place - 1] == says and rights_of(number, place))


def serves(number, **tasks):
    """Goals, in order, each with the numbers of the tasks that ask for it: g1=(1, 2)."""

    def hold():
        served = [said.get("goal") for said in lesson(number).said_tasks]
        for goal, places in tasks.items():
            assert [place for place, each in enumerate(served, 1) if each == int(goal[1:])] == list(places), goal
        assert len(lesson(number).goals) == len(tasks)

    return hold


# What is shown: sentences, pictures and the ledger


def shows(number, check, **values):
    """What a lesson comes to at some values, the others as it opens, passes a check."""
    return holds(lambda: check(lived.at(number, **values)))


def spoken(number, says, **values):
    """A lesson says this of what it shows at some values: words, or what makes them of the result."""

    def hold():
        result = lived.at(number, **values)
        said, told = one(lesson(number).sentence(result)), says(result) if callable(says) else says
        assert one(told) in said, f"{told!r} is not in {said!r}"

    return hold


def says_numbers(slug, begins, *numbers, setting=OPENING):
    """The sentence of a setting that begins so has these numbers, in their order: each a function of what is seen, or a number."""

    def hold():
        shown = lived.settings(slug)[setting]
        [said] = [each for each in re.split(r"(?<=\.) (?=[A-Z])", shown.sentence) if each.startswith(begins)]
        meant = [number(shown.result) if callable(number) else number for number in numbers]
        written = re.findall(r"\d+(?:\.\d+)?", said)
        assert len(written) == len(meant), said
        for number, value in zip(written, meant, strict=True):
            digits = len(number.partition(".")[2])
            assert number == f"{abs(round(float(value), digits)):.{digits}f}", (said, value)

    return hold


def spoken_row(slug, setting, template, **values):
    """A row: words of the lesson's Python, and a setting that says them with figures from its own table."""

    def told(shown):
        figures = {name: value(shown) if callable(value) else value for name, value in values.items()}
        return template.format(**figures) in shown.sentence

    return template.replace("{", "{{").replace("}", "}}"), toy(slug, setting, told)


def points(value):
    """Points as sentences have them."""
    return f"{value:.1f}"


def says_by(number, key, read, **values):
    """The sentence of that key ("a.b" in a table) is said at some values, filled with what is worked out of the result."""

    def told(result):
        words = lesson(number).says
        for part in key.split("."):
            words = words[part]
        return words.format(**read(result))

    return spoken(number, told, **values)


def traces(shown, name=None, panel=None):
    """Series of a picture that have a name, of that name, in that panel ("", 2, 3)."""
    return [
        each
        for each in shown.chart["data"]
        if each.get("name") and name in (None, each["name"]) and (panel is None or each["xaxis"] == f"x{panel}")
    ]


def titles(number, *wanted, **values):
    """The upward axes of the picture, from the left, are called so (in part)."""

    def hold():
        layout = lesson(number).chart(lived.at(number, **values))["layout"]
        found = [layout[f"yaxis{panel or ''}"]["title"]["text"] for panel in ("", 2, 3)]
        assert all(map(str.__contains__, found, wanted)), found

    return hold


def lines(number, panel, mode="lines", **values):
    """{name: trace} of a panel of the picture at some values."""
    chart = lesson(number).chart(lived.at(number, **values))
    axis = "x" if panel == 1 else f"x{panel}"
    return {trace["name"]: trace for trace in chart["data"] if trace["xaxis"] == axis and trace["mode"] == mode}


def periods_are_drawn(number, until, start, last):
    """A bar for each treatment, under what has been learned."""

    def hold():
        bars = {name: list(trace["x"]) for name, trace in lines(number, 2).items() if trace["line"]["width"] == 6}
        assert bars == {"medication": [0, until], "therapy": [start, last]}

    return hold


def guess_is_dashed(number, panel):
    """What was guessed is drawn on that panel, and dashed."""
    for guess in asked(number).guesses.values():
        drawn, _ = lesson(number).draw_guess(guess, lived.at(number))
        assert (drawn["xaxis"], drawn["line"]["dash"], drawn["name"]) == (f"x{panel}", "dash", "your guess")


def same_visits(number):
    """Everybody has the same visits, and whoever takes no medication has a dummy pill there."""
    plans = lived.at(number).course.plans
    assert len({plan.visits for plan in plans.values()}) == 1
    assert {name for name, plan in plans.items() if plan.medication is None} == {DUMMY, THERAPY}
    assert "dummy pill" in DUMMY


def model_is_open_squares(number):
    """In the studies' picture the model's marks are open squares and move with the explorer."""
    chart = lived.settings(lesson(number).slug)[OPENING].studies_chart
    marks = {trace["name"]: trace["marker"]["symbol"] for trace in chart["data"] if "marker" in trace}
    assert marks == {"published": "circle", "the model, as set above": "square-open"}


def sides_are_as_drawn(number):
    """A study's mark in the table is the one that it has in the picture."""
    rows = [row for panel in lesson(number).study_panels for row in panel["rows"] if "side" in row]
    assert {(row["finding"], row["side"]) for row in rows} <= {*sides(number).items()}


def sides(number):
    """{id: its mark for or against} of a lesson's table of studies."""
    lines = [line for cell in notebook(lesson(number).slug).cells for line in cell.source.splitlines()]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return {row[0]: row[4] for row in rows if len(row) == 6 and re.fullmatch(r"[a-z0-9]+_\w+|[a-z]+\d{4}", row[0])}


def is_drawn(chart, name, **look):
    """Whether a picture has a series of that name that looks so: dash and colour of a line, symbol of a mark."""
    [trace] = [each for each in chart["data"] if each["name"] == name]
    return look.items() <= {**trace.get("line", {}), **trace.get("marker", {})}.items()


def study_row(number, label, *values):
    """A row of the studies' picture, by its name or a part of it, has these values: see row_values."""

    def hold():
        wanted = [value() if callable(value) else value for value in values]
        assert np.allclose(row_values(number, label), wanted), row_values(number, label)

    return hold


def row_values(number, label):
    """What a row of the studies' picture has as the lesson opens: published values, or else the model's."""
    rows = [row for panel in lesson(number).study_panels for row in panel_rows(panel, lived.at(number))]
    found = [row for row in rows if row.label == label] or [row for row in rows if label in row.label]
    assert len(found) == 1, [row.label for row in found or rows]
    return [value for value, *_ in found[0].published.values()] or [*found[0].toy.values()]


def own(which, words, value):
    """The ledger of a lesson, or of the lesson of that number, has a number of its own by these words, or a part of them."""
    return holds(lambda: own_number(which, words).split()[0] == (value if isinstance(value, str) else f"{value:g}"))


def own_number(which, words):
    """What a ledger says of a number of the lesson's own, by a part of its words."""
    made = lesson(which) if isinstance(which, int) else which
    entries = {entry.what: entry.value for entry in made.own(made.opening)}
    [value] = [entries[words]] if words in entries else [value for what, value in entries.items() if words in what]
    return value


def points_are_presets(number, late_in_short=False):
    """What a session goes to is there: presets in their order, fewer in fewer minutes, and a mission for those who are early.

    What is left out when it is late belongs to the longer session alone, if nothing else is said.
    """

    def hold():
        sheet, presets = sheets()[lesson(number).slug], [each.name for each in lesson(number).presets]
        short, whole = sheet["points"]["20"], sheet["points"]["45"]
        for points in (short, whole):
            assert points == [name for name in presets if name in points]
        assert {*short} < {*whole}
        assert sheet["late"] in whole
        assert (sheet["late"] in short) == late_in_short
        assert sheet["early"] in [each.name for each in missions(number)]
        assert {*sheet["wait"]} <= {*presets}
        assert {*sheet["ask"]} <= {*presets, "Your guess", "The picture as it opens", "What studies found"}

    return hold


# Records


@fills
def interval(id, comparison, measure, end, minus=False, digits=2):
    """One end of an effect's interval; with `minus` as a lead, where ends change places with the sign."""
    low, high = sorted(-value if minus else value for value in the_effect(id, comparison, measure).ci)
    return f"{(low, high)[end]:.{digits}f}".replace("-", "−")


def sized(id, comparison, measure="", minus=False, digits=2):
    """An effect, without a sign, and both ends of its interval: three slots."""
    ends = (interval(id, comparison, measure, end, minus, digits) for end in (0, 1))
    return effect(id, comparison, measure, digits=digits), *ends


def percent(id, arm, outcome="", turned=False):
    """The percentage of an arm, as a row of the picture has it."""

    def value():
        share = 100 * the_arm(id, arm, outcome, None).value
        return 100 - share if turned else share

    return value


def cited(where):
    """The findings that a place names in brackets."""
    return sorted({*re.findall(CITED, text(where))})


def sources(number):
    """Ids of the findings that a notebook lists at its end, in their order; all trials of four groups by one word."""
    listed = notebook(lesson(number).slug).cells[-1].source
    trials = [trial.id for trial in FACTORIAL] if "FACTORIAL" in listed else []
    return [*trials, *re.findall(r'"(\w+)"', listed)]


def ids_are_findings(number):
    """Every id in brackets is a finding with a caveat."""

    def hold():
        ids = {*cited(f"{number:02}"), *sources(number)}
        assert cited(f"{number:02}")
        assert [id for id in ids if not toolkit.finding(id).caveat] == []

    return hold


def mostly_abstracts(*ids):
    """Whether most of these were read in abstracts."""
    kinds = [toolkit.finding(id).source_kind for id in ids]
    return sum("abstract" in kind for kind in kinds) > len(kinds) / 2


def read_in(kind, *ids):
    """What records were read in: their paper or abstract, or, "secondary", another page."""
    return holds(lambda: all(toolkit.finding(id).source_kind.startswith(kind) for id in ids))


def not_read(*ids):
    """No size of these was read, only a direction."""
    return holds(lambda: all(toolkit.finding(id).numbers == "direction_only" for id in ids))


def fitted(id, *names):
    """These numbers of the model were fitted to that finding."""
    return holds(
        lambda: all((parameters()[name]["tag"], parameters()[name]["source"]) == ("fitted", id) for name in names)
    )


def is_ours(*names):
    """Whether these numbers of the model are chosen for teaching, and no record stands behind them."""
    return all((parameters()[name]["tag"], parameters()[name]["source"]) == ("teaching", "") for name in names)


def code(number):
    """The code cells of a lesson's notebook."""
    return "\n".join(cell.source for cell in notebook(lesson(number).slug).cells if cell.cell_type == "code")


def links_lead_somewhere(number):
    """Every link within a notebook leads to one of its headings."""

    def hold():
        written = prose(lesson(number).slug)
        headings = {line.lstrip("# ").replace(" ", "-") for line in written.splitlines() if line.startswith("#")}
        assert {*re.findall(r"\]\(#([^)]*)\)", written)} <= headings

    return hold


# The project itself: its files, what stands in them, and the Makefile's targets


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
