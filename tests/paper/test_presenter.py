"""The presenter's bar, without a browser: what a press of it does, and what it says of a kernel that hears or does not."""

import pytest

import toolkit
from toolkit.explore import Presenter

LESSONS = toolkit.lessons.ALL[:2]


@pytest.fixture
def opened(page):
    """(the page, the presenter that is open on it with two lessons)."""
    presenter = Presenter(LESSONS)
    for number in (1, 2):
        presenter.show(number)
        page.know(presenter.explorer)
    presenter.show(1)
    return page, page.open(lambda: presenter)


def alarms(page):
    """What is said of something wrong."""
    return [one["text"] for one in page.all(role="alert") if one["text"]]


def test_silence_is_said_of_a_kernel_that_hears_nothing_and_of_no_other(opened):
    page, presenter = opened
    press_on = {"name": "Next ▶", "tag": "button"}
    page.press(**press_on)
    page.wait(6)
    assert (presenter.view["point"], alarms(page)) == ("Your guess", [])
    page.write(page.one(name="How many chose A"), "3")  # nothing is drawn anew for it, and still it was heard
    page.wait(6)
    assert (presenter.view["tally"][0], alarms(page)) == (3, [])
    page.deaf = True
    page.press(**press_on)
    assert alarms(page) == []
    page.wait(6)
    [said] = alarms(page)
    assert "kernel does not answer" in said
    page.deaf = False
    page.press(**press_on)
    page.wait(6)
    assert (presenter.view["kind"], alarms(page)) == ("picture", [])
