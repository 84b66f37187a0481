"""The site in a real browser, from a plain web server: `make browsers`."""

import functools
import http.server
import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

import toolkit
from tests.browser.lab import ALL_RUN, KERNEL_READY, RUN, TO_THE_EXPLORER, Traffic
from tests.browser.page_actions import explorer, move, sentence
from tests.publish import test_site

LESSON = "03_additive_effect.ipynb"
built = test_site.built
PATIENCE = 600_000  # ms: Python is compiled in the page, on machines that do other things too


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=built)
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def heard() -> Traffic:
    return Traffic()


@pytest.fixture(scope="module")
def context(address: str, browser: Browser, heard: Traffic) -> Iterator[BrowserContext]:
    """Nobody has been here before. The page may be asked what the kernel is doing (else it is the same)."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.route(f"{address}/jupyter-lite.json", exposed)
    heard.listen(context)
    yield context
    context.close()
    assert heard.requests
    assert [url for url in heard.requests if not re.match(rf"({address}|ws://{address[7:]}|data:|blob:)", url)] == []
    assert heard.complaints == []


def exposed(route: Route) -> None:
    answer = route.fetch()
    config = answer.json()
    config["jupyter-config-data"]["exposeAppInBrowser"] = True
    route.fulfill(response=answer, json=config)


@pytest.fixture(scope="module")
def lesson(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.add_init_script(f"window.expectedNotebook = {json.dumps(LESSON)}")
    page.goto(f"/lab/index.html?path={LESSON}")
    page.locator(RUN).click(timeout=PATIENCE)  # at once: Python is still being loaded
    page.wait_for_function(KERNEL_READY, timeout=PATIENCE)
    page.wait_for_function(ALL_RUN, timeout=PATIENCE)
    page.evaluate(TO_THE_EXPLORER)  # JupyterLab does not draw what is far out of sight
    yield page
    page.close()


def test_the_site_opens_on_the_front_door(context: BrowserContext):
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_role("main").get_by_role("tab", name="index.ipynb")).to_be_visible(timeout=PATIENCE)
    page.close()


def test_a_slider_moves_the_sentence(lesson: Page):
    place = explorer(lesson)
    before = sentence(place)
    assert before == toolkit.lessons.lesson(3).explorer().sentence
    place.get_by_role("slider", name="Medication works").focus()
    move(place, lambda: lesson.keyboard.press("ArrowRight"))
    assert sentence(place) != before


SOURCE = """async ([name, act]) => {
    const whole = { content: true, type: 'notebook', format: 'json' };
    const contents = window.jupyterapp.serviceManager.contents;
    if (act === 'save') {
        const kept = await contents.get(name, whole);
        kept.content.cells[0].source = 'my own copy';
        await contents.save(name, kept);
    }
    if (act === 'delete') await contents.delete(name);
    return (await contents.get(name, whole)).content.cells[0].source;
}"""


def test_a_deleted_copy_gives_the_original_back(lesson: Page):
    name = "04_bottom_up_top_down.ipynb"
    original = lesson.evaluate(SOURCE, [name, "read"])
    assert "04 · Bottom-up and top-down" in original
    assert lesson.evaluate(SOURCE, [name, "save"]) == "my own copy"
    assert lesson.evaluate(SOURCE, [name, "delete"]) == original


def test_a_half_played_lesson_is_not_saved_by_itself(lesson: Page):
    assert not lesson.evaluate("window.jupyterapp.commands.isToggled('docmanager:toggle-autosave')")
