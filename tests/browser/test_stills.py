"""Still pictures, as in saved notebooks, on plain pages and handouts: every text can be read in every one of them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

import toolkit
from tests.browser.test_every_lesson import UNREADABLE
from toolkit.explore.still import svg
from toolkit.lessons.fast_and_lasting import history

pytestmark = pytest.mark.slow

# Names of rows over the marks of the panel before.
OVER_MARKS = """still => {
    const boxes = selector => [...still.querySelectorAll(selector)].map(one => [one, one.getBoundingClientRect()]);
    const marks = boxes('path[transform^=translate]');
    const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    return boxes('.axes text').filter(([, box]) => marks.some(([, mark]) => meet(box, mark)))
        .map(([text]) => ['over marks', text.textContent]);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 900, "height": 1200}) as context:
        yield context.new_page()


def stills(lesson: toolkit.lessons.Lesson) -> Iterator[tuple[str, str]]:
    """(name, picture) of a lesson as it opens, of its studies and of both under every preset."""
    explorer = lesson.explorer()
    studies = lesson.studies(explorer) if lesson.studies_chart else None
    for preset in [None, *explorer.presets]:
        if preset:
            explorer.apply(preset)
        yield f"{preset}", svg(explorer.still)
        if studies:
            yield f"{preset}, studies", svg(studies.still)


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.title)
def test_no_text_of_a_still_is_cut_or_covered(page: Page, lesson: toolkit.lessons.Lesson) -> None:
    found = {}
    for name, picture in stills(lesson):
        page.set_content(picture)
        still = page.locator("svg")
        if faults := still.evaluate(UNREADABLE) + still.evaluate(OVER_MARKS):
            found[name] = faults
    assert found == {}


def test_the_strip_of_dates_can_be_read(page: Page) -> None:
    page.set_content(svg(history.strip().still))
    assert page.locator("svg").evaluate(UNREADABLE) == []
