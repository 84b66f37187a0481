"""The presenter's page: every talking point in order, codes of any lesson, and nothing lost by a wrong one."""

import pytest

import toolkit
from toolkit.explore import Presenter


@pytest.fixture
def presenter():
    return Presenter(toolkit.lessons.ALL[:3])


def test_it_opens_on_the_first_lesson_and_its_hook(presenter):
    lesson = toolkit.lessons.ALL[0]
    assert presenter.view["point"] == lesson.hook
    assert presenter.words == f"{lesson.title}: {lesson.hook}\n{lesson.explorer().sentence}"


def test_steps_go_through_every_point_and_no_further(presenter):
    presenter.show(2)
    points = list(presenter.explorer.presets)
    seen = []
    for _ in range(len(points) + 2):
        presenter.step(1)
        seen.append(presenter.explorer.view["preset"])
    assert seen == [*points, points[-1], points[-1]]
    for _ in range(len(points) + 2):
        presenter.step(-1)
    assert presenter.view["place"] == 0
    assert presenter.explorer.values == toolkit.lessons.ALL[1].explorer().values


def test_a_code_opens_its_own_lesson(presenter):
    other = toolkit.lessons.ALL[2].explorer()
    other.apply(list(other.presets)[2])
    presenter.load(other.code)
    assert presenter.lesson is toolkit.lessons.ALL[2]
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
