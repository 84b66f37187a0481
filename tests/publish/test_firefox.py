"""The living pages in the system's own Firefox: what test_live.py asks of Chromium, and lessons played whole.

Two lessons, from the guess to the answers file; `make firefox` plays them all.
"""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

import toolkit
from tests.browser import firefox
from tests.browser.test_every_lesson import ANSWER, guess, play, reach
from tests.publish.test_live import (  # noqa: F401 - pytest runs these here too, in this module's browser
    base,
    lives,
    opened,
    test_a_page_that_was_seen_comes_alive_without_a_network,
    test_one_file_lives_from_a_stick_without_a_network,
    test_the_presenters_page_lives,
    test_where_python_cannot_start_the_stills_are_there_and_it_is_said,
)

HERE = firefox.find()
pytestmark = [pytest.mark.slow, pytest.mark.skipif(HERE is None, reason=firefox.MISSING)]
PLAYED = [toolkit.lessons.lesson(3)]
"""Without being asked for all: one with choices and code, for a minute."""
if os.environ.get("EVERY_LESSON"):
    from tests.publish.test_live import test_code_of_ones_own_runs_and_an_endless_loop_is_no_end  # noqa: F401

    PLAYED = toolkit.lessons.ALL


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = firefox.launch(playwright, HERE, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.close()


@pytest.mark.parametrize("lesson", PLAYED, ids=lambda lesson: lesson.slug)
def test_a_lesson_is_played_whole(base: str, browser: Browser, lesson: toolkit.lessons.Lesson):  # noqa: F811
    with opened(browser, f"{base}/{lesson.slug}.html", viewport={"width": 1280, "height": 900}) as (page, _):
        lives(page)
        guess(page, lesson)
        play(page, lesson)
        reach(page, lesson)
        see_studies(page, lesson)
        for task in lesson.said_tasks:
            if task["kind"] != "code":
                ANSWER[task["kind"]](page, task)
        save(page, lesson)
        assert page.locator(".trouble").all_inner_texts() == []


def see_studies(page: Page, lesson: toolkit.lessons.Lesson) -> None:
    """The picture of the studies is drawn, and says something."""
    place = page.get_by_role("region", name=lesson.pictures["studies"], exact=True)
    place.scroll_into_view_if_needed()
    expect(place.locator(".toolkit-chart svg").first).to_be_visible()
    expect(place.locator(".toolkit-sentence")).not_to_be_empty()


def save(page: Page, lesson: toolkit.lessons.Lesson) -> None:
    """The answers file has the guess's question and a row for each task that was answered."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers").click()
    rows = list(csv.reader(Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    asked = {row[0] for row in rows}
    assert {lesson.asked["prompt"], *(task["prompt"] for task in lesson.said_tasks if task["kind"] != "code")} <= asked
