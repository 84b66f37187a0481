"""`make app`: the lessons as pages without code, for this machine or behind a token, asking nothing of any other machine."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Locator, Page, TimeoutError, expect

import toolkit
from tests.browser.hands import explorer, move, present, sentence
from tests.browser.lab import Lab, Traffic, is_here, started

pytestmark = pytest.mark.slow

COMMAND = ["make", "app", "APP_FLAGS=--no-browser --port=8950"]
ADDRESS = re.compile(r"http://localhost:\d+/(\?token=\w+)?")
RENDER = "/voila/render"
GIB = 1 << 30
# What Voilà says of a kernel that was too busy to tell it of its widgets, and of one that has died.
OF_VOILA = ("Error: widget model not found", "Failed to load resource: the server responded with a status of 403")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with started(COMMAND, tmp_path_factory.mktemp("app"), address=ADDRESS) as app:
        yield app


@contextmanager
def visit(app: Lab, browser: Browser, path: str) -> Iterator[Page]:
    """A page of the app; afterwards nobody may have asked anything of another machine, nor the page have complained."""
    context, traffic = browser.new_context(base_url=app.base, viewport={"width": 1280, "height": 900}), Traffic()
    traffic.listen(context)
    page = context.new_page()
    page.goto(path, timeout=120_000)
    yield page
    context.close()
    assert traffic.requests
    assert traffic.foreign() == []
    assert app.foreign() == []
    assert [words for words in traffic.complaints if not words.startswith(OF_VOILA)] == []


def pictures(page: Page) -> None:
    """Wait for our widgets; load the page again where Voilà asked a busy kernel for them, got no answer and gave up."""
    for _ in range(3):
        try:
            page.locator(".toolkit").first.wait_for(timeout=60_000)
            return
        except TimeoutError:
            page.reload(timeout=120_000)


@pytest.fixture(scope="module")
def lesson(app: Lab, browser: Browser) -> Iterator[Page]:
    with visit(app, browser, f"{RENDER}/02_additive_effect.ipynb") as page:
        pictures(page)
        yield page


@pytest.fixture
def place(lesson: Page) -> Locator:
    return explorer(lesson)


def kernels(app: Lab) -> list[psutil.Process]:
    return [process for process in app.family() if "ipykernel_launcher" in process.cmdline()]


def test_a_lesson_is_asked_first_and_played_without_code(lesson: Page, place: Locator) -> None:
    expect(lesson.get_by_text("there is nothing to press before you play")).to_be_visible()
    expect(lesson.get_by_role("radio").first).to_be_visible()
    assert "lesson.explorer(guess)" not in lesson.inner_text("body")
    assert (
        lesson.evaluate("() => parseFloat(getComputedStyle(document.querySelector('.toolkit-sentence')).fontSize)")
        >= 18
    )
    before = sentence(place)
    slider = place.get_by_role("slider", name="Medication works")
    slider.focus()
    move(place, lambda: lesson.keyboard.press("ArrowRight"))
    assert sentence(place) != before


def test_the_way_through_the_lesson_stays_in_sight(lesson: Page, place: Locator) -> None:
    way = lesson.get_by_role("navigation", name="The way through")
    way.get_by_role("link", name="Check yourself").click()
    expect(lesson.get_by_role("heading", name="Check yourself")).to_be_in_viewport()
    expect(way).to_be_in_viewport()
    expect(way.get_by_role("link", name="All lessons")).to_have_attribute("href", f"{RENDER}/index.ipynb")


def test_leaving_the_page_ends_its_kernel(app: Lab, browser: Browser, lesson: Page) -> None:
    before = {kernel.pid for kernel in kernels(app)}
    with visit(app, browser, f"{RENDER}/index.ipynb") as page:
        expect(page.get_by_text("The toolkit is here")).to_be_visible(timeout=60_000)
        page.wait_for_load_state("networkidle")
        (own,) = [kernel for kernel in kernels(app) if kernel.pid not in before]
        page.goto("about:blank")
        own.wait(timeout=30)


def test_a_kernel_that_dies_in_mid_move_is_said_so_and_loading_again_mends_it(
    app: Lab, lesson: Page, place: Locator
) -> None:
    shown = sentence(place)
    slider = place.get_by_role("slider", name="Therapy works")
    slider.focus()
    for kernel in kernels(app):
        os.kill(kernel.pid, signal.SIGKILL)
    lesson.keyboard.press("ArrowRight")
    expect(place.get_by_role("alert")).to_contain_text("load the page again", timeout=15_000)
    assert sentence(place) == shown, "what was shown stays"
    lesson.reload(timeout=120_000)
    pictures(lesson)
    place = explorer(lesson)
    slider = place.get_by_role("slider", name="Therapy works")
    move(place, lambda: slider.press("ArrowRight"))
    expect(place.get_by_role("alert")).to_be_hidden()


def test_the_front_page_leads_to_every_lesson(app: Lab, browser: Browser) -> None:
    with visit(app, browser, "/") as page:
        page.wait_for_url(f"**{RENDER}/index.ipynb", timeout=60_000)
        for lesson in toolkit.lessons.ALL:
            link = page.get_by_role("link", name=lesson.title, exact=True).first
            assert link.evaluate("link => link.href") == f"{app.base}{RENDER}/{lesson.slug}.ipynb"


def test_a_trainer_steps_through_the_points_with_a_remote(app: Lab, browser: Browser) -> None:
    with visit(app, browser, f"{RENDER}/trainers/presenter.ipynb") as page:
        pictures(page)
        present(page)


def test_it_listens_to_this_machine_only(app: Lab, lesson: Page) -> None:
    listening = [
        connection.laddr.ip
        for process in app.family()
        for connection in process.net_connections()
        if connection.status == psutil.CONN_LISTEN
    ]
    assert listening
    assert all(map(is_here, listening)), listening


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells another process's limits")
def test_server_and_kernels_have_a_limit_to_their_memory(app: Lab, lesson: Page) -> None:
    servers = [process for process in app.family() if any("voila" in word for word in process.cmdline()[:2])]
    assert servers
    assert kernels(app)
    for process in (*servers, *kernels(app)):
        assert process.rlimit(psutil.RLIMIT_AS) == (4 * GIB, 4 * GIB)


def test_idle_kernels_are_ended(app: Lab, lesson: Page) -> None:
    said = (app.watch_log.parent / "output.txt").read_text()
    assert "Culling kernels with idle durations > 1200 seconds at 60 second intervals" in said


@pytest.mark.parametrize("path", [f"{RENDER}/index.ipynb", "/api/kernels/0", "/voila/tree"])
def test_opened_to_others_it_shows_nothing_without_the_token(guarded: Lab, browser: Browser, path: str) -> None:
    context = browser.new_context(base_url=guarded.base)
    answer = context.request.get(path)
    assert "/login" in answer.url or answer.status in (401, 403, 404)
    assert "toolkit" not in answer.text()
    context.close()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    command = ["make", "app", "APP_FLAGS=--no-browser --port=8960 --token"]
    with started(command, tmp_path_factory.mktemp("guarded"), address=re.compile(r"http://\S+/\?token=\w+")) as app:
        yield app


def test_no_address_of_a_stranger_is_in_the_templates() -> None:
    for file in (Path(toolkit.__file__).parents[1] / "publish" / "app").rglob("*.*"):
        assert "://" not in file.read_text(encoding="utf-8"), file.name
