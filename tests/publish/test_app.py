"""`make app`: the lessons as pages without code, for this machine or behind a token, asking nothing of any other machine."""

import functools
import json
import os
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, TimeoutError, expect

import toolkit
from tests.browser.lab import ROOT, Lab, Traffic, is_here, started
from tests.browser.page_actions import explorer, move, present, sentence, swipe
from toolkit.explore import Week

pytestmark = pytest.mark.slow

COMMAND = ["make", "app", "APP_FLAGS=--no-browser --port=8950"]
ADDRESS = re.compile(r"http://localhost:\d+/(\?token=\w+)?")
RENDER = "/voila/render"
TEMPLATES = ROOT / "publish" / "app" / "voila" / "templates" / "lessons"
GIB = 1 << 30
# What Voilà says of a kernel that was too busy to tell it of its widgets, and of one that has died.
OF_VOILA = ("Error: widget model not found", "Failed to load resource: the server responded with a status of 403")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with started(COMMAND, tmp_path_factory.mktemp("app"), address=ADDRESS) as app:
        yield app


@contextmanager
def visit(app: Lab, browser: Browser, path: str, **context_options) -> Iterator[Page]:
    """A page of the app; afterwards nobody may have asked anything of another machine, nor the page have complained."""
    options = {"viewport": {"width": 1280, "height": 900}} | context_options
    context, traffic = browser.new_context(base_url=app.base, **options), Traffic()
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
    with visit(app, browser, f"{RENDER}/03_additive_effect.ipynb") as page:
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


def test_the_page_is_called_what_the_lesson_is_called_and_says_nothing_of_toolbars(lesson: Page) -> None:
    expect(lesson).to_have_title("03 · The additive effect")
    expect(lesson.get_by_role("main")).to_have_count(1)
    expect(lesson.get_by_role("main").get_by_role("heading", name="Take away")).to_be_attached()
    words = lesson.inner_text("body")
    assert f"core {(asked := toolkit.lessons.lesson(3)).core} min · everything {asked.minutes} min" in words
    assert [word for word in OF_THE_NOTEBOOK if word in words] == []


def test_an_address_opens_a_lesson_at_its_code_and_a_link_leads_there_again(app: Lab, browser: Browser) -> None:
    same, path = toolkit.lessons.lesson(3).explorer(), f"{RENDER}/03_additive_effect.ipynb"
    same.set(medication=0.5, seed=7)
    with visit(app, browser, f"{path}?code={same.code}") as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        pictures(page)
        place = explorer(page)
        expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)
        place.get_by_role("button", name="Copy link").press("Enter")
        expect(place.get_by_role("status")).to_contain_text("opens on this machine alone")
        assert page.evaluate("navigator.clipboard.readText()") == f"{app.base}{path}?code={same.code}"
        move(place, lambda: place.get_by_role("button", name="Reset", exact=True).press("Enter"))
    opening = toolkit.lessons.lesson(3).explorer()
    with visit(app, browser, f"{path}?code={same.code[:-1]}") as page:
        pictures(page)
        place = explorer(page)
        expect(place.get_by_role("alert")).to_contain_text("In this page's address: The code")
        expect(place.locator(".toolkit-sentence")).to_have_text(opening.sentence)


OF_THE_NOTEBOOK = ("toolbar", "Restart", "Run this lesson", "Run All")
# What has the focus, if no part of it can be seen: it lies out of the window, or the bar lies over it.
OUT_OF_SIGHT = """() => { const at = document.activeElement, box = at.getBoundingClientRect();
    const low = at.closest('.way') ? 0 : document.querySelector('.way').getBoundingClientRect().bottom;
    const top = Math.max(box.top, low), bottom = Math.min(box.bottom, innerHeight);
    const [x, y] = [Math.max(box.left, 0) + Math.min(box.width, 20) / 2, (top + bottom) / 2];
    const seen = bottom - top >= Math.min(box.height, 20) && at.contains(document.elementFromPoint(x, y));
    return seen ? null : at.outerHTML.slice(0, 120) }"""


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (640, 450), (320, 256)])
def test_what_has_the_focus_is_in_sight_on_every_size_of_page(
    lesson: Page, place: Locator, width: int, height: int
) -> None:
    lesson.set_viewport_size({"width": width, "height": height})
    last = lesson.get_by_role("button", name="Save my answers")
    place.get_by_role("button", name="One trial, three rulers").focus()
    passed = []
    for key in ("Tab", "Shift+Tab"):
        for _ in range(60):
            lesson.keyboard.press(key)
            lesson.evaluate("() => new Promise(requestAnimationFrame)")
            passed.append(lesson.evaluate(OUT_OF_SIGHT))
            if last.evaluate("last => last === document.activeElement"):
                break
    lesson.set_viewport_size({"width": 1280, "height": 900})
    assert len(passed) > 50, "to the end and back"
    assert [one for one in passed if one] == []


def test_the_way_through_the_lesson_stays_in_sight(lesson: Page, place: Locator) -> None:
    way = lesson.get_by_role("navigation", name="The way through")
    way.get_by_role("link", name="Check yourself").click()
    expect(lesson.get_by_role("heading", name="Check yourself")).to_be_in_viewport()
    expect(way).to_be_in_viewport()
    expect(way.get_by_role("link", name="All lessons")).to_have_attribute("href", f"{RENDER}/index.ipynb")


def test_on_a_phone_the_picture_is_in_sight_while_a_slider_moves(lesson: Page, place: Locator) -> None:
    lesson.set_viewport_size({"width": 390, "height": 844})
    lesson.locator(".toolkit-explorer .toolkit-chart").evaluate("chart => chart.scrollIntoView({ block: 'start' })")
    slider, before = place.get_by_role("slider", name="Medication works", exact=True), sentence(place)
    expect(slider).to_be_in_viewport()
    move(place, lambda: slider.press("ArrowRight"))
    assert sentence(place) != before
    expect(place.locator(".toolkit-chart")).to_be_in_viewport(ratio=0.3)
    assert place.evaluate("place => parseFloat(getComputedStyle(place).fontSize)") < 18
    lesson.set_viewport_size({"width": 320, "height": 256})
    bar = lesson.get_by_role("navigation", name="The way through").bounding_box()
    assert bar["height"] < 256 / 4
    lesson.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("number", [1, 2])  # a curve is drawn as guess, and an option chosen
def test_a_finger_plays_a_lesson_on_a_phone(app: Lab, browser: Browser, number: int) -> None:
    """The guess, a preset, a mission's card and a slider by touch alone; nothing is wider than the phone, or wrong for axe."""
    said, phone = (
        toolkit.lessons.lesson(number),
        {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    )
    with visit(app, browser, f"{RENDER}/{said.slug}.ipynb", **phone) as page:
        pictures(page)
        place, same = page.get_by_role("region", name=said.pictures["explorer"], exact=True), said.explorer()
        place.scroll_into_view_if_needed()
        if "sketch" not in said.asked:
            page.get_by_role("radio", name=next(iter(said.asked["replies"])), exact=True).tap()
            page.get_by_role("button", name="This is my guess").tap()
        else:
            place.get_by_role("button", name="Show it without a guess").tap()
        expect(place.get_by_role("button", name="Show it without a guess")).to_be_hidden()
        place = explorer(page, said.pictures["explorer"])
        preset = list(same.presets)[1]
        move(place, place.get_by_role("button", name=preset, exact=True).tap)
        same.apply(preset)
        expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)
        card = place.get_by_role("group", name="Missions").locator("details").nth(1)
        card.locator("summary").tap()
        expect(card).to_have_attribute("open", "")
        week = next(control.label for control in same.controls.values() if isinstance(control, Week))
        slider, before = place.get_by_role("slider", name=week, exact=True), sentence(place)
        slider.scroll_into_view_if_needed()
        box, value = slider.bounding_box(), slider.input_value()
        low, high = (float(slider.get_attribute(end)) for end in ("min", "max"))
        at = box["x"] + box["width"] * (float(value) - low) / (high - low)
        swipe(
            page.context.new_cdp_session(page),
            (at, box["y"] + box["height"] / 2),
            (box["width"] / 3 if at < 195 else -box["width"] / 3, 2),
        )
        expect(slider).not_to_have_value(value)
        expect(place.locator(".toolkit-sentence")).not_to_have_text(before)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        found = Axe().run(page, {"include": [[".toolkit"]]}).response["violations"]
        assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


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


def test_the_front_page_leads_to_every_lesson_in_the_same_tab(app: Lab, browser: Browser) -> None:
    with visit(app, browser, "/") as page:
        page.wait_for_url(f"**{RENDER}/index.ipynb", timeout=60_000)
        expect(page.get_by_role("main")).to_have_count(1)
        expect(page.get_by_role("navigation")).to_have_count(0)
        assert [word for word in OF_THE_NOTEBOOK if word in page.inner_text("body")] == []
        for lesson in toolkit.lessons.ALL:
            link = page.get_by_role("link", name=lesson.title, exact=True).first
            assert link.evaluate("link => link.href") == f"{app.base}{RENDER}/{lesson.slug}.ipynb"
        link.evaluate("link => (link.target = '_blank')")  # as of links that a cell has written
        link.click(no_wait_after=True)
        page.wait_for_url(f"**/{lesson.slug}.ipynb", timeout=120_000, wait_until="commit")
        assert len(page.context.pages) == 1


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


# A site whose pages may show the app in a frame, on a server that waits for seconds only until it ends a kernel without a page.
COURSE = "http://127.0.0.1:8988"  # to a browser another site than localhost
HASTY = "--no-browser --port=8970 --MappingKernelManager.cull_idle_timeout=15 --MappingKernelManager.cull_interval=1"


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    command = ["make", "app", f"FRAME={COURSE}", f"APP_FLAGS={HASTY}"]
    with started(command, tmp_path_factory.mktemp("hasty"), address=ADDRESS) as app:
        yield app


def test_a_kernel_stays_while_its_page_is_open_and_ends_once_the_page_is_lost(hasty: Lab, browser: Browser) -> None:
    with visit(hasty, browser, f"{RENDER}/03_additive_effect.ipynb") as page:
        pictures(page)
        (kept,) = kernels(hasty)
        with visit(hasty, browser, f"{RENDER}/index.ipynb") as other:
            other.route("**/api/shutdown/**", lambda route: route.abort())  # a lid is closed: nobody is told
            expect(other.get_by_text("The toolkit is here")).to_be_visible(timeout=60_000)
            (lost,) = [kernel for kernel in kernels(hasty) if kernel != kept]
        lost.wait(timeout=240)
        assert kept.is_running()
        place = explorer(page)
        move(place, lambda: place.get_by_role("slider", name="Medication works").press("ArrowRight"))


@pytest.fixture
def course(app: Lab, hasty: Lab, tmp_path: Path) -> Iterator[str]:
    """A course's site, with a page for each app that shows it in a frame; its address."""
    for name, one in (("app", app), ("hasty", hasty)):
        frame = f"<iframe src='{one.base}{RENDER}/index.ipynb' width=900 height=900></iframe>"
        (tmp_path / f"{name}.html").write_text(frame)
    handler = functools.partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 8988), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield COURSE
        server.shutdown()


def framed(browser: Browser, address: str) -> str:
    """The first heading of what a course's page shows in its frame: the app's, or the browser's own where it refuses."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    heading = page.frame_locator("iframe").locator("h1").first
    heading.wait_for(timeout=120_000, state="attached")
    found = heading.text_content()
    context.close()
    return found


def test_only_a_site_that_is_named_may_frame_the_app(browser: Browser, course: str) -> None:
    assert framed(browser, f"{course}/hasty.html").startswith("How medication and psychotherapy work together")
    assert "psychotherapy" not in framed(browser, f"{course}/app.html")


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


SERVED = [file for file in (ROOT / "notebooks").rglob("*.ipynb") if "solutions" not in file.parts]


@pytest.mark.parametrize("file", SERVED, ids=lambda file: file.stem)
def test_lines_about_toolbars_and_menus_are_those_that_the_app_leaves_out(file: Path) -> None:
    template = (TEMPLATES / "index.html.j2").read_text(encoding="utf-8")
    left_out = re.findall(r'"([^"]+)" in line', template)
    assert len(left_out) > 2
    lines = [
        line
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
        for line in "".join(cell["source"]).splitlines()
    ]
    about = [line for line in lines if any(word in line for word in (*OF_THE_NOTEBOOK, "▸", " menu", "double arrow"))]
    assert [line for line in about if not any(word in line for word in left_out)] == []


def test_no_address_of_a_stranger_is_in_the_templates() -> None:
    for file in (ROOT / "publish" / "app").rglob("*.*"):
        assert "://" not in file.read_text(encoding="utf-8"), file.name
