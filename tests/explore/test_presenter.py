"""The presenter's page: every talking point in order, codes of any lesson, and nothing lost by a wrong one."""

import pytest

import toolkit
from toolkit.explore import Presenter
from toolkit.explore import presenter as presenting
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
