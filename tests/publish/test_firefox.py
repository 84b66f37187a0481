"""A living page in the system's own Firefox, played whole: from the guess to the answers file. `make browsers` plays more."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

import toolkit
from tests.browser import firefox
from tests.browser.test_every_lesson import ANSWER, guess, play, reach
from tests.publish.test_live import LESSON, base, lives, opened  # noqa: F401 - pytest takes base from here

HERE = firefox.find()
pytestmark = [pytest.mark.slow, pytest.mark.skipif(HERE is None, reason=firefox.MISSING)]


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = firefox.launch(playwright, HERE, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.close()


def test_a_lesson_is_played_whole(base: str, browser: Browser):  # noqa: F811
    play_whole(base, browser, LESSON)


def play_whole(base: str, browser: Browser, lesson: toolkit.lessons.Lesson) -> None:  # noqa: F811
    with opened(browser, f"{base}/{lesson.slug}.html", viewport={"width": 1280, "height": 900}) as (page, _):
        lives(page)
        guess(page, lesson)
        play(page, lesson)
        reach(page, lesson)
        see_studies(page, lesson)
        for task in lesson.said_tasks:
            if task["kind"] != "code":
                ANSWER[task["kind"]](page, task)
        with page.expect_download() as download:
            page.get_by_role("button", name="Save my answers").click()
        assert prompts(lesson) <= saved(Path(download.value.path()).read_text(encoding="utf-8-sig"))
        assert page.locator(".trouble").all_inner_texts() == []


def see_studies(page: Page, lesson: toolkit.lessons.Lesson) -> None:
    """The picture of the studies is drawn, and says something."""
    place = page.get_by_role("region", name=lesson.pictures["studies"], exact=True)
    place.scroll_into_view_if_needed()
    expect(place.locator(".toolkit-chart svg").first).to_be_visible()
    expect(place.locator(".toolkit-sentence")).not_to_be_empty()


def prompts(lesson: toolkit.lessons.Lesson) -> set[str]:
    """What a lesson asks for an answer to, code aside."""
    return {lesson.asked["prompt"], *(task["prompt"] for task in lesson.said_tasks if task["kind"] != "code")}


def saved(text: str) -> set[str]:
    """The first words of each row of an answers file: with those of its head, what was asked."""
    return {row[0] for row in csv.reader(text.splitlines())}
