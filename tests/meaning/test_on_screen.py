"""Every number that a run sheet has for a stop is seen at that stop of the presenter's page, and nowhere does it wait in vain.

What is asked at a stop, and what is waited for, is part of it. By hand it was seen to fail on: points that are stepped to and not
applied; a study cut off on the screen; a guess without its options; a number on the sheet that no screen has.
"""

import functools
import re

import pytest

import toolkit
from publish import clock, sheets
from tests.meaning.test_sheets import sheet_of
from toolkit.explore import Presenter

LESSONS = toolkit.lessons.ALL
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)


OF_ITS_OWN = {"15_year_in_the_clinic": {"71"}}
"""Numbers that a question makes up, as somebody's place on a list."""


def numbers(text):
    """The numbers of a text, as they are written."""
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


@functools.cache
def screens(slug):
    """{stop: what the room can read there} of a lesson, in its order; the notes are only the presenter's and not among it."""
    [lesson] = [lesson for lesson in LESSONS if lesson.slug == slug]
    presenter = Presenter([lesson], {lesson.slug: sheets.sheets()[lesson.slug]})
    seen = {}
    while True:
        view = presenter.view
        picture = (presenter.explorer.view["says"], presenter.explorer.sentence) if view["kind"] == "picture" else ()
        seen[view["point"]] = "\n".join([view["point"], *view["lines"], *view["options"], *picture])
        if view["place"] == view["last"]:
            return seen
        presenter.step(1)


def stops_of(run, lesson):
    """(stop, what the sheet says of it) in pairs."""
    guess, opening = run["The guess"].split("*Then, on the screen as the picture opens:*")
    yield "Your guess", guess
    yield "The picture as it opens", opening
    for number, told in re.findall(
        r"^(\d+)\. \*\*(.+?)(?=^\d+\. |\Z)", run["The points, in order"], re.MULTILINE | re.DOTALL
    ):
        name = told.partition("**")[0]
        yield f"{number} of {len(lesson.presets)} · {name}", told
    yield "What studies found", run["Two studies"]
    if "One task together" in run:
        prompt, *options = run["One task together"].split("\n- ")
        yield "One task together", "\n".join([prompt, *(option.partition(" → ")[0] for option in options)])
        [right] = [option for option in options if "**right:**" in option]
        yield "The answer", right
    yield "To take home", run["The line to take home"]


@pytest.mark.slow
@each_lesson
def test_what_the_sheet_has_for_a_stop_is_seen_there(lesson):
    run = sheet_of(lesson.slug)
    seen, pairs = screens(lesson.slug), list(stops_of(run, lesson))
    assert [stop for stop, _ in pairs] == list(seen)[1:], "the cover has the sheet's head"
    for stop, told in pairs:
        missing = numbers(told) - numbers(seen[stop]) - OF_ITS_OWN.get(lesson.slug, set())
        assert not missing, f"{stop}: {missing} are not on the screen"


@each_lesson
def test_a_plan_calls_its_stops_as_the_screen_does_and_in_its_order(lesson):
    run, seen = sheet_of(lesson.slug), list(screens(lesson.slug))
    for minutes in (20, 45, 90):
        called = [
            name
            for line in re.findall(r"^- \d:\d\d · (.+)$", run[f"In {minutes} minutes"], re.MULTILINE)
            for name in re.findall(r"\*(.+?)\*", line)
        ]
        assert called[0] == "Cover"
        places = [next(place for place, stop in enumerate(seen) if stop.endswith(name)) for name in called[1:]]
        assert places == sorted(set(places))


def test_a_first_session_goes_by_the_clock_of_its_sheet_and_says_its_numbers():
    [lesson] = [lesson for lesson in LESSONS if lesson.number == 2]
    told = (sheets.FOLDER / "first_session.md").read_text(encoding="utf-8")
    run, plan = sheet_of(lesson.slug), clock.steps(lesson, sheets.sheets()[lesson.slug], 45)
    starts = [sum(step.minutes for step in plan[:place]) for place in range(len(plan))]
    headings = re.findall(r"^## 0:(\d\d) · (.+), (\d) minutes$", told, re.MULTILINE)
    assert [(int(start), int(length)) for start, _, length in headings] == [
        (start, step.minutes) for start, step in zip(starts, plan, strict=True)
    ]
    for (_, name, _), step in zip(headings, plan, strict=True):
        assert name.replace("*", "") in step.says.replace("*", "")
    assert numbers(re.sub(r"^## .+", "", told, flags=re.MULTILINE)) <= numbers("\n".join(run.values())) | {"02"}
