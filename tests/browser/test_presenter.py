"""The presenter's page in JupyterLab (in the app: tests/publish/test_app.py)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

import toolkit
from publish import clock, sheets
from tests.browser.conftest import visit
from tests.browser.lab import Lab, Traffic, open_notebook, run_all
from tests.browser.page_actions import present
from tests.meaning.test_on_screen import numbers, sheet_of, stops_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def opened(lab: Lab, browser: Browser) -> Iterator[Page]:
    traffic = Traffic()
    with visit(lab, browser, traffic) as page:
        open_notebook(page, "presenter.ipynb", folder="trainers")
        yield page
    assert traffic.complaints == []


@pytest.fixture
def page(opened: Page) -> Page:
    """The presenter's page as it opens."""
    if opened.evaluate("document.fullscreenElement !== null"):
        opened.evaluate("document.exitFullscreen()")
    run_all(opened)
    return opened


def test_a_trainer_steps_through_the_points_with_a_remote(page: Page) -> None:
    present(page)


def test_what_a_run_sheet_says_of_a_stop_is_on_the_screen_there(page: Page) -> None:
    """Lessons 02, 07 and 13, full screen on a small projector, gone through with the keys that the sheet names."""
    page.set_viewport_size({"width": 1280, "height": 720})
    now, screen = page.locator(".toolkit-point-now"), page.locator(".toolkit-presenter")
    now.scroll_into_view_if_needed()
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement?.classList.contains('toolkit-presenter')")
    for lesson in map(toolkit.lessons.lesson, (2, 7, 13)):
        screen.get_by_role("combobox", name="Lesson", exact=True).select_option(f"{lesson.number:02d} · {lesson.title}")
        expect(now).to_have_text(lesson.title)
        expect(page.locator(".toolkit-slide")).to_contain_text(lesson.hook)
        now.click()
        for place, (stop, told) in enumerate(stops_of(sheet_of(lesson.slug), lesson)):
            page.keyboard.press("ArrowRight" if place % 2 else "PageDown")
            expect(now).to_have_text(stop)
            if "*On the screen:*" in told or stop.startswith("The picture"):
                said = (told.partition("*On the screen:*")[2] or told).partition("*Ask:*")[0]
                expect(page.locator(".toolkit-sentence")).to_contain_text(said.strip(), timeout=30_000)
            seen = screen.inner_text()
            assert numbers(told) <= numbers(seen), f"{lesson.number} {stop}: {numbers(told) - numbers(seen)}"
            assert screen.evaluate("page => page.scrollHeight - page.clientHeight") <= 1, (
                f"{lesson.number} {stop}: higher than the screen"
            )
        do_missions(page, lesson)


def do_missions(page: Page, lesson: toolkit.lessons.Lesson) -> None:
    """Back to the last picture, and *Controls*: all that the sheet's missions move can be reached in full screen."""
    screen = page.locator(".toolkit-presenter")
    while not page.locator(".toolkit-chart").is_visible():
        page.keyboard.press("PageUp")
        page.wait_for_timeout(200)
    screen.get_by_role("button", name="Controls", exact=True).click()
    screen.get_by_text("More", exact=True).click()
    for mission in clock.missions(lesson, sheets.sheets()[lesson.slug]):
        for label in mission["controls"]:
            control = screen.get_by_role("button", name=label).or_(screen.get_by_label(label, exact=True))
            expect(control.first).to_be_visible()
    screen.get_by_role("button", name="Controls", exact=True).click()
