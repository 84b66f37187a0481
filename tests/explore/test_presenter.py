"""The presenter's page: every talking point in order, codes of any lesson, and nothing lost by a wrong one."""

import types
import typing

import pytest

import toolkit
from toolkit.explore import Presenter, Preset
from toolkit.explore import presenter as presenting
from toolkit.explore.still import svg
from toolkit.lessons.sheets import sheets


@pytest.fixture
def presenter():
    return Presenter(toolkit.lessons.ALL[:3])


def test_it_opens_on_the_first_lessons_cover(presenter):
    lesson = toolkit.lessons.ALL[0]
    assert presenter.view["point"] == lesson.title
    assert presenter.view["lines"][0] == lesson.hook
    assert lesson.explorer().sentence not in presenter.words


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_a_lesson_stops_where_it_should_with_no_answer_before_its_question(lesson):
    found = presenting.stops(lesson, sheets()[lesson.slug])
    kinds = [stop["kind"] for stop in found]
    pictures = 1 + len(lesson.presets)
    task = ["task", "answer"] if "task" in kinds else []
    assert kinds == ["cover", "guess", *["picture"] * pictures, "studies", *task, "home"]
    until = found[: kinds.index("picture")]
    for reply in lesson.asked["replies"].values():  # the room does not see what the lesson says to a guess
        assert not any(" ".join(reply.split()) in line for stop in until for line in stop["lines"])
    assert [option[4:] for option in found[1]["options"]] == list(lesson.asked["replies"])
    for stop in found:
        assert all(text and "\n" not in text for name in ("lines", "options", "notes") for text in stop[name])
    if task:
        chosen = next(one for one in lesson.said_tasks if one["kind"] == "choose")
        assert found[kinds.index("answer")]["lines"][0][4:] == chosen["right"]


@pytest.mark.slow
def test_steps_go_through_every_stop_and_no_further(presenter):
    presenter.show(2)
    lesson, points = toolkit.lessons.ALL[1], list(presenter.explorer.presets)
    seen = []
    for _ in range(20):
        if presenter.view["kind"] == "picture":
            seen.append(presenter.explorer.view["preset"])
        presenter.step(1)
    assert [point for point in seen if point] == points
    assert presenter.view["place"] == presenter.view["last"]
    for _ in range(20):
        presenter.step(-1)
    assert presenter.view["place"] == 0
    assert presenter.explorer.values == lesson.explorer().values


def test_a_rooms_tally_stays_with_its_lesson(presenter):
    presenter.step(1)
    presenter.receive({"ask": "count", "tally": [3, 8, 0, 1]})
    presenter.step(1)
    assert presenter.view["tally"] == [3, 8, 0, 1]
    presenter.show(2)
    assert presenter.view["tally"] == []
    presenter.show(1)
    assert presenter.view["tally"] == [3, 8, 0, 1]


@pytest.mark.parametrize("people", [-1, 1.5, "many", 10_001, None])
def test_a_tally_of_no_people_is_said_and_changes_nothing(presenter, people):
    presenter.receive({"ask": "count", "tally": [1, 2]})
    with pytest.raises(ValueError, match="must be a whole number from 0 to 10000"):
        presenter.receive({"ask": "count", "tally": [1, people]})
    assert presenter.view["tally"] == [1, 2]
    assert "whole number" in presenter.view["error"]


def test_a_code_opens_its_own_lesson(presenter):
    other = toolkit.lessons.ALL[2].explorer()
    other.apply(list(other.presets)[2])
    presenter.load(other.code)
    assert presenter.lesson is toolkit.lessons.ALL[2]
    assert presenter.view["kind"] == "picture"
    assert presenter.words == f"{presenter.lesson.title}: Scenario {other.code}\n{other.sentence}"


@pytest.mark.parametrize("code", ["", "17", toolkit.lessons.ALL[7].explorer().code], ids=["none", "short", "stranger"])
def test_a_code_that_cannot_be_shown_changes_nothing_and_is_said(presenter, code):
    before = presenter.words
    with pytest.raises(ValueError, match="code"):
        presenter.receive({"ask": "load", "code": code})
    assert presenter.words == before
    assert "code" in presenter.view["error"]
    presenter.step(1)
    assert presenter.view["error"] == ""


def test_a_lesson_that_is_not_there_is_named(presenter):
    with pytest.raises(ValueError, match="lesson = 9: must be one of 1, 2, 3"):
        presenter.show(9)


CODE = toolkit.lessons.ALL[2].explorer().code


@pytest.mark.parametrize(
    ("messages", "done"),
    [
        ([{"ask": "show", "lesson": 2}], lambda presenter: presenter.show(2)),
        ([{"ask": "step", "by": 1}] * 2, lambda presenter: (presenter.step(1), presenter.step(1))),
        ([{"ask": "step", "by": 1}, {"ask": "step", "by": -1}], lambda presenter: presenter.step(0)),
        ([{"ask": "load", "code": CODE}], lambda presenter: presenter.load(CODE)),
    ],
    ids=["show", "on", "on and back", "load"],
)
def test_what_the_page_asks_for_is_what_is_done(presenter, messages, done):
    other = Presenter(toolkit.lessons.ALL[:3])
    done(other)
    for message in messages:
        presenter.receive(message)
    assert (presenter.view, presenter.words) == (other.view, other.words)


class Lesson:
    """As much of a lesson as the stops ask for."""

    title, hook = "A lesson", "What would\n you do?"
    asked: typing.ClassVar = {"prompt": "Up or down?", "replies": {"up": "It rises.", "down": "It falls."}}
    presets = (Preset("Climb", "It climbs."), Preset("Bend", "It bends."))
    said_tasks = (
        {"kind": "order", "prompt": "Sort."},
        {"kind": "choose", "prompt": "Why?", "replies": {"luck": "No.", "skill": "Yes: skill."}, "right": "skill"},
    )


SHEET = {
    "watch": ["Watch the room."],
    "ask": {
        "Your guess": ["Hands up."],
        "The picture as it opens": ["What do you see?"],
        "Bend": ["And now?"],
        "What studies found": ["Who paid?"],
    },
    "wait": {"Bend": "a pause"},
    "supports": {"says": "It works", "who": "Lee 2001"},
    "against": {"says": "It does not", "who": "Kim 2002"},
    "home": "It depends.",
    "notice": ["Say goodbye."],
}


def test_every_stop_shows_the_room_what_is_its_own_and_the_presenter_what_is_to_be_said():
    """By hand it failed on: notes of another stop; for and against exchanged; a wrong answer as the right one."""
    found = [
        tuple(one[name] for name in ("kind", "point", "lines", "options", "notes"))
        for one in presenting.stops(Lesson, SHEET)
    ]
    safety = presenting.SAFETY
    replies = ["A: No.", "B: Yes: skill."]
    assert found == [
        ("cover", "A lesson", ["What would you do?", safety], [], ["Watch the room."]),
        (
            "guess",
            "Your guess",
            ["Up or down?"],
            ["A · up", "B · down"],
            ["Hands up.", "People may say:", "“up”: It rises.", "“down”: It falls."],
        ),
        ("picture", "The picture as it opens", [], [], ["What do you see?"]),
        ("picture", "1 of 2 · Climb", [], [], ["It climbs."]),
        ("picture", "2 of 2 · Bend", [], [], ["It bends.", "Wait for: a pause", "And now?"]),
        (
            "studies",
            "What studies found",
            ["For: It works (Lee 2001)", "Against: It does not (Kim 2002)"],
            [],
            ["Who paid?", "Which would you tell a friend, and what would you leave out?"],
        ),
        ("task", "One task together", ["Why?"], ["A · luck", "B · skill"], replies),
        ("answer", "The answer", ["B · skill", "Yes: skill."], [], replies),
        ("home", "To take home", ["It depends.", safety], [], ["Say goodbye."]),
    ]
    assert [one.get("preset") for one in presenting.stops(Lesson, SHEET)[2:5]] == [None, "Climb", "Bend"]


def test_what_a_lesson_has_not_is_left_out():
    bare = types.SimpleNamespace(title="Bare", hook="Hm.", asked=None, presets=(), said_tasks=())
    assert [one["kind"] for one in presenting.stops(bare, {})] == ["cover", "picture"]


def test_a_tally_may_count_nobody_and_all_and_the_stop_after_next_is_named(presenter):
    presenter.count([0, presenting.MOST])
    assert presenter.view["tally"] == [0, presenting.MOST]
    assert presenter.view["next"] == presenter.stops[1]["point"]
    presenter.step(len(presenter.stops))
    assert presenter.view["next"] == ""


def test_each_stop_shows_its_preset_or_the_picture_as_it_opens_also_on_the_way_back(presenter):
    """By hand it failed on a cover behind which the last preset stays, for whoever pins or saves it there."""
    opening, seen = presenter.explorer.values, set()
    for by in (1, 1, 1, 1, -1, -1, 1, -3):
        presenter.step(by)
        preset = presenter.stops[presenter.view["place"]].get("preset")
        assert presenter.explorer.view["preset"] == preset
        moved = dict(presenter.explorer.presets[preset].values) if preset else {}
        assert presenter.explorer.values == {**opening, **moved}
        if preset:
            assert svg(presenter.still) == svg(presenter.explorer.still)
            seen.add(svg(presenter.still))
            assert presenter.words.endswith(presenter.explorer.sentence)
    assert len(seen) == 2
    assert presenter.view["place"] == 0
