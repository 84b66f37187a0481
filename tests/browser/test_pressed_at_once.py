"""*Run this lesson* is pressed the moment it can be seen, as people do: it waits for Python and then runs every cell."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.lab import ALL_RUN, KEEP_PROMISE, NO_AUTOSAVE, RUN, TO_THE_EXPLORER, Lab
from tests.browser.page_actions import explorer, move, sentence

pytestmark = pytest.mark.slow
LESSON = "03_additive_effect.ipynb"


def open_early(page: Page, address: str, *, hold: float = 0) -> None:
    """Open a lesson and wait for no more than its toolbar; its kernel is asked for only after some seconds."""

    def later(route: Route) -> None:
        page.wait_for_timeout(hold * 1000)
        route.continue_()

    page.route(
        "**/api/contents/**", lambda route: route.abort() if route.request.method == "PUT" else route.continue_()
    )
    if hold:
        page.route("**/api/sessions?*", later)
    page.goto(address)
    page.locator(RUN).first.wait_for(timeout=120_000)
    page.evaluate(NO_AUTOSAVE)
    page.evaluate(KEEP_PROMISE)


def ran(page: Page, seconds: float = 180) -> None:
    """Wait until every cell has run; then the explorer has to answer a hand."""
    page.wait_for_function(f"() => window.lessonHasRun === true && ({ALL_RUN})()", timeout=seconds * 1000)
    expect(page.locator(RUN).first).to_have_text("Run this lesson")
    page.evaluate(TO_THE_EXPLORER)
    place = explorer(page)
    before = sentence(place)
    move(place, lambda: place.get_by_role("slider", name="Medication works").press("ArrowRight"))
    assert sentence(place) != before
    # the page is closed at once, and a request that is still held would fail the next test
    page.unroute_all(behavior="ignoreErrors")
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")


@pytest.mark.parametrize("hold", [0, 1, 3], ids="kernel {} s late".format)
def test_every_cell_runs(page: Page, lab: Lab, hold: float) -> None:
    open_early(page, f"/lab/tree/{LESSON}?reset", hold=hold)
    page.locator(RUN).click()
    if hold == 3:
        expect(page.locator(RUN)).to_have_text("Starting Python …")
        page.locator(RUN).click()  # impatient
    ran(page)
    if hold == 0:
        run_from_the_menu(page)


def run_from_the_menu(page: Page) -> None:
    """It stands in the menu too, and starts a kernel that has been shut down."""
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel")
    page.evaluate("() => { window.lessonHasRun = null; }")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run this lesson").click()
    ran(page)
