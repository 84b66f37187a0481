"""Grounds for what is said of a lesson itself: its controls, presets, missions, tasks, its picture and its sheet."""

import json
import re

import toolkit
from tests.meaning import lived
from tests.meaning.lived import NOTEBOOKS, OPENING
from tests.meaning.quoting import fills, one, text
from toolkit.explore import Run
from toolkit.lessons.claims import said as all_claims
from toolkit.lessons.sheets import sheets
from toolkit.model import DUMMY, THERAPY


def control(number, label, **facts):
    """A control of that label has these: low, high, opening, step, unit, more, parameter; `value` is where it opens."""

    def hold():
        found = [each for each in toolkit.lessons.lesson(number).controls() if each.label == label]
        assert [{name: getattr(each, name) for name in facts} for each in found] == [facts], label

    return hold


def preset(number, name, **values):
    """A preset of that name sets these and nothing else."""

    def hold():
        found = [each.values for each in toolkit.lessons.lesson(number).presets if each.name == name]
        assert found == [values], name

    return hold


def mission(number, name, *labels, core=False, reached=None, but_not=()):
    """It has these controls, is reached at some values, not at others and not as the lesson opens; without `reached`, never."""

    def hold():
        lesson = toolkit.lessons.lesson(number)
        [found] = [
            each for each in lesson.missions() if each.core == core and each.controls == [*labels] and each.name == name
        ] or [None]
        assert found, f"no such mission {name!r} with {labels}"
        assert {*labels} <= {each.label for each in lesson.controls()}, name
        assert bool(found.recipe) == (reached is not None), name
        wanted = [reached, by_recipe(lesson, found.recipe)] if found.recipe else []
        missed = [values for values in wanted if not is_reached(lesson, found, values)]
        assert missed + [values for values in ({}, *but_not) if is_reached(lesson, found, values)] == [], name

    return hold


def by_recipe(lesson, recipe):
    """The values that a recipe's steps set; a preset starts from the opening ones."""
    values, presets = {}, {each.name: each.values for each in lesson.presets}
    for step in recipe:
        values = dict(presets[step["preset"]]) if "preset" in step else values | step["set"]
    return values


def is_reached(lesson, mission, values):
    return mission.reached(Run(lesson.opening | values, lived.at(lesson.number, **values)))


def answer(number, place, right, *wrong, hints=()):
    """The task's right answer; numbers that its hints are for; and words that every wrong option has one of, in their order."""

    def hold():
        task = toolkit.lessons.lesson(number).said_tasks[place - 1]
        said = task["right"]
        assert (right in said) if isinstance(right, str) else abs(said - right) <= task["tolerance"], said
        assert [hint["given"] for hint in task.get("hints", ())] == list(hints)
        others = [option for option in task.get("replies", {}) if option != said]
        assert len(others) == len(wrong), others
        assert all(map(str.__contains__, others, wrong)), others

    return hold


def serves(number, **tasks):
    """Goals, in order, each with the numbers of the tasks that ask for it."""

    def hold():
        lesson = toolkit.lessons.lesson(number)
        for goal, places in tasks.items():
            assert [task.get("goal") == int(goal[1:]) for task in lesson.said_tasks] == [
                place in places for place in range(1, len(lesson.said_tasks) + 1)
            ], goal
        assert len(lesson.goals) == len(tasks)

    return hold


def tasks_are(number, count, calculator):
    """So many tasks, none in code; the first sum is the task of that number."""

    def hold():
        kinds = [task["kind"] for task in toolkit.lessons.lesson(number).said_tasks]
        assert (len(kinds), kinds.index("calculate") + 1) == (count, calculator)
        assert "code" not in kinds

    return hold


def claim(id, verdict, *phrases):
    """What the list of claims says of one, and its verdict."""

    def hold():
        [found] = [each for each in all_claims()["claims"] if each["id"] == id]
        said = f"{found['says']} {one(found['because'])}"
        assert (found["verdict"], [phrase for phrase in phrases if phrase not in said]) == (verdict, []), said

    return hold


def says(where, *phrases):
    """Another place says the same: a sheet of its notebook, a notebook of its sheet."""

    def hold():
        assert [phrase for phrase in phrases if phrase not in text(where)] == []

    return hold


def points_are_presets(number):
    """What a session shows is pressed there: presets, and fewer of them in fewer minutes."""

    def hold():
        lesson = toolkit.lessons.lesson(number)
        points, late = sheets()[lesson.slug]["points"], sheets()[lesson.slug]["late"]
        assert {*points["20"]} < {*points["45"]} <= {each.name for each in lesson.presets}
        assert late in points["45"]

    return hold


def in_every_lesson(*phrases, but=()):
    """What keeps a reader safe stands in every lesson, but for some that say it in their own words."""

    def hold():
        places = [lesson.slug[:2] for lesson in toolkit.lessons.ALL if lesson.slug[:2] not in but]
        assert [(place, phrase) for place in places for phrase in phrases if phrase not in text(place)] == []

    return hold


def mara():
    """She is the same person in every lesson, and said to be invented."""
    others = [lesson.slug[:2] for lesson in toolkit.lessons.ALL[1:]]
    assert "Mara is 34 and drives a city bus" in text("01")
    assert "invented" in text("01")
    assert [where for where in others if "Mara, 34, drives a city bus (we invented her)." not in text(where)] == []


def button():
    """What the button in the toolbar is called."""
    about = json.loads((NOTEBOOKS.parent / "labextension" / "run_lesson.json").read_text(encoding="utf-8"))
    assert about["title"] == "Run this lesson"


def lines(number, panel, mode="lines", **values):
    """{name: trace} of a panel of the picture at some values."""
    chart = toolkit.lessons.lesson(number).chart(lived.at(number, **values))
    axis = "x" if panel == 1 else f"x{panel}"
    return {trace["name"]: trace for trace in chart["data"] if trace["xaxis"] == axis and trace["mode"] == mode}


def titles(number, *wanted, **values):
    """The upward axes of the picture, from the left, are called so (in part)."""

    def hold():
        layout = toolkit.lessons.lesson(number).chart(lived.at(number, **values))["layout"]
        found = [layout[f"yaxis{panel or ''}"]["title"]["text"] for panel in ("", 2, 3)]
        assert all(map(str.__contains__, found, wanted)), found

    return hold


def periods_are_drawn(number, until, start, last):
    """A bar for each treatment, under what has been learned."""

    def hold():
        bars = {name: list(trace["x"]) for name, trace in lines(number, 2).items() if trace["line"]["width"] == 6}
        assert bars == {"medication": [0, until], "therapy": [start, last]}

    return hold


def guess_is_dashed(number, panel):
    """What was guessed is drawn on that panel, and dashed."""
    lesson = toolkit.lessons.lesson(number)
    for guess in lesson.predict().guesses.values():
        drawn, _ = lesson.draw_guess(guess, lived.at(number))
        assert (drawn["xaxis"], drawn["line"]["dash"], drawn["name"]) == (f"x{panel}", "dash", "your guess")


def same_visits(number):
    """Everybody has the same visits, and whoever takes no medication has a dummy pill there."""
    plans = lived.at(number).course.plans
    assert len({plan.visits for plan in plans.values()}) == 1
    assert {name for name, plan in plans.items() if plan.medication is None} == {DUMMY, THERAPY}
    assert "dummy pill" in DUMMY


def core_missions(number):
    """The first two missions are the core, of four."""
    assert [each.core for each in toolkit.lessons.lesson(number).missions()] == [True, True, False, False]


def model_is_open_squares(number):
    """In the studies' picture the model's marks are open squares and move with the explorer."""
    chart = lived.settings(toolkit.lessons.lesson(number).slug)[OPENING].studies_chart
    marks = {trace["name"]: trace["marker"]["symbol"] for trace in chart["data"] if "marker" in trace}
    assert marks == {"published": "circle", "the model, as set above": "square-open"}


def sides_are_as_drawn(number):
    """A study's sign in the table is the one that it has in the picture."""
    rows = [row for panel in toolkit.lessons.lesson(number).study_panels for row in panel["rows"] if "finding" in row]
    said = re.findall(r"\| (\w+\d{4}\w*) \|(?:[^|]*\|){3} ([▲▼◆○]) \|", text(f"{number:02d}"))
    assert {(row["finding"], row["side"]) for row in rows} <= {*said}


def ids_are_findings(number):
    """Each id in brackets is a finding with a caveat."""
    ids = re.findall(r"\[([a-z]+\d{4}\w*)\]", text(f"{number:02d}"))
    assert ids
    assert all(toolkit.finding(id).caveat for id in ids)


def mostly_abstracts(number):
    """Of the studies that a lesson names, most were read in abstracts or texts of their own."""
    ids = {*re.findall(r"\b([a-z]+\d{4}_?\w*)\b", lived.prose(toolkit.lessons.lesson(number).slug))}
    kinds = [toolkit.finding(id).source_kind for id in ids if id != "findahelpline"]
    assert sum("abstract" in kind for kind in kinds) > len(kinds) / 2


@fills
def fact(number, name):
    """What the lesson's words say of it: number, title, hook, core, minutes."""
    value = getattr(toolkit.lessons.lesson(number), name)
    return f"{value:02d}" if name == "number" else value
