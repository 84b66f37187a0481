"""The living pages: the same lesson as on the desktop, from plain files, asking nobody, and honest where they cannot come alive."""

import functools
import http.server
import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

import toolkit
from publish import one_file
from tests.browser.lab import ROOT, Traffic
from tests.browser.page_actions import TITLE, explorer, move, write
from tests.publish import said

pytestmark = pytest.mark.slow
LESSON = toolkit.lessons.lesson(3)
PATIENCE = 120_000
"""ms that a page may take until it is alive, on a machine that does other things too."""
MOST = 8e6
"""Bytes that a server sends which compresses nothing."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Blocked(Quiet):
    """As behind a filter that lets no Python through."""

    def do_GET(self):
        return self.send_error(403) if self.path.endswith(".packed") else super().do_GET()


@contextmanager
def served(folder: Path, handler: type = Quiet) -> Iterator[tuple[str, http.server.ThreadingHTTPServer]]:
    """Where a plain server for files sends a folder from, and that server."""
    server = http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}", server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    with served(folder) as (address, _):
        yield address


@contextmanager
def opened(browser: Browser, address: str, **about) -> Iterator[tuple[Page, Traffic]]:
    """A page that asks nobody but its server, and complains of nothing."""
    traffic = Traffic()
    with browser.new_context(**about) as context:
        traffic.listen(context)
        page = context.new_page()
        page.goto(address)
        yield page, traffic
    assert traffic.foreign() == []
    assert traffic.complaints == []


def lives(page: Page) -> None:
    page.wait_for_function(
        "() => !['coming', undefined].includes(document.documentElement.dataset.live)", timeout=PATIENCE
    )
    said = page.evaluate("() => ({ ...document.documentElement.dataset })")
    assert said["live"] == "alive", said.get("why")


@pytest.fixture(scope="module")
def lesson(base: str, browser: Browser) -> Iterator[Page]:
    with opened(browser, f"{base}/{LESSON.slug}.html", viewport={"width": 1280, "height": 900}) as (page, _):
        lives(page)
        yield page


@pytest.fixture(scope="module")
def course(base: str, browser: Browser) -> Iterator[Page]:
    """The page on which one lesson is read after the other."""
    with opened(browser, base) as (page, _):
        yield page


def test_every_lesson_says_the_same_in_the_packed_python_as_on_the_desktop(folder: Path):
    command = ["node", ROOT / "tests" / "publish" / "packed.mjs", folder / "python", said.__file__]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    sentences, tables, platform, modules = json.loads(answer.stdout)
    assert platform == "emscripten"
    assert not {"IPython.core", "ipywidgets.widgets", "plotly", "comm"} & set(modules)
    assert sentences == said.said()
    for slug, table in said.tabulated().items():
        for name, column in table.items():
            # the last digits are the machine's own
            assert np.allclose(tables[slug][name], column, rtol=1e-6, atol=1e-5, equal_nan=True), (slug, name)


def test_what_a_plain_server_sends_is_no_more_than_promised(folder: Path):
    first = [*(folder / "python").glob("*.packed"), *(folder / "widgets").iterdir()]
    first += [
        folder / f"{LESSON.slug}.html",
        *(folder / name for name in ("live.js", "worker.js", "start.js", "explore.css")),
    ]
    assert sum(file.stat().st_size for file in first) < MOST


def test_what_travels_has_its_licences(folder: Path):
    text = (folder / "python" / "LICENSES.txt").read_text(encoding="utf-8")
    for name in ("numpy", "traitlets"):
        assert f"\n{name}-" in f"\n{text}"


def test_a_guess_a_preset_and_a_slider_show_what_they_show_on_the_desktop(lesson: Page):
    option, reply = next(iter(LESSON.asked["replies"].items()))
    form = lesson.locator("form").filter(has=lesson.get_by_role("group", name=LESSON.asked["prompt"], exact=True))
    form.get_by_role("radio", name=option, exact=True).press("Space")
    lesson.keyboard.press("Enter")
    expect(form.locator(".toolkit-reply")).to_contain_text(reply)
    place, same = explorer(lesson, TITLE), LESSON.explorer()
    for preset in same.presets.values():
        move(place, place.get_by_role("button", name=preset.name, exact=True).click)
        same.apply(preset.name)
        expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)
    move(place, lambda: place.get_by_role("slider", name="Medication works", exact=True).press("ArrowRight"))
    expect(place.locator(".toolkit-sentence")).not_to_have_text(same.sentence)


def test_stills_are_hidden_while_something_lives_in_their_place(lesson: Page):
    assert lesson.locator(".alive > .still").filter(visible=True).count() == 0
    assert lesson.locator("[data-cell].alive").count() > 4
    assert "Run this lesson" not in lesson.inner_text("body")


def test_answers_are_there_after_a_reload_until_they_are_forgotten(base: str, course: Page):
    task = next(task for task in LESSON.said_tasks if task["kind"] == "calculate")
    course.goto(f"{base}/{LESSON.slug}.html")
    lives(course)
    form = course.locator("form").filter(has=course.get_by_role("group", name=task["prompt"], exact=True))
    write(form.get_by_role("textbox"), str(task["right"]))
    expect(form.locator(".toolkit-reply")).to_contain_text(task["reply"])
    course.reload()
    lives(course)
    expect(form.locator(".toolkit-reply")).to_contain_text(task["reply"])
    course.get_by_role("button", name="Forget my answers").click()
    lives(course)
    expect(form).to_be_visible()
    expect(form.locator(".toolkit-reply")).not_to_contain_text(task["reply"])


def test_answers_that_cannot_be_read_keep_no_page_from_life(base: str, course: Page):
    course.goto(f"{base}/claims.html")
    name = f"lesson 03 {LESSON.title}"
    for kept in ("no JSON", '{"learner": 3, "records": {"a": [1, 2, 3, 4, 5]}}'):
        course.evaluate("([name, kept]) => localStorage.setItem(name, kept)", [name, kept])
        course.goto(f"{base}/{LESSON.slug}.html")
        lives(course)
        expect(course.locator("[data-cell].alive").first).to_be_visible()
    course.evaluate("name => localStorage.removeItem(name)", name)


def test_code_of_ones_own_runs_and_an_endless_loop_is_no_end(base: str, course: Page):
    course.goto(f"{base}/{LESSON.slug}.html")
    lives(course)
    box, report = course.locator(".editor textarea"), course.locator(".editor .report")
    expect(report).to_have_text("")  # neither run nor counted before it is touched
    written = box.input_value()
    box.fill("1 / 0")
    course.get_by_role("button", name="Run", exact=True).click()
    expect(report).to_contain_text("ZeroDivisionError")
    # of numpy, what no lesson asks for is there too
    box.fill(
        "import numpy as np\nnp.random.seed(1)\nprint(np.random.normal(size=3).shape, np.polynomial.Polynomial([1, 2])(3))"
    )
    course.get_by_role("button", name="Run", exact=True).click()
    expect(report).to_have_text("(3,) 7.0")
    box.fill("while True: pass")
    course.get_by_role("button", name="Run", exact=True).click()
    course.get_by_role("button", name="Start Python again").click(timeout=30_000)
    lives(course)
    box.fill(written)
    course.get_by_role("button", name="Run", exact=True).click()
    expect(report).to_contain_text("Put your own code in place of the three dots")


def test_where_python_cannot_start_the_stills_are_there_and_it_is_said(folder: Path, browser: Browser):
    with served(folder, Blocked) as (address, _), browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/{LESSON.slug}.html")
        expect(page.locator("html")).to_have_attribute("data-live", "could not", timeout=PATIENCE)
        expect(page.get_by_text("This page could not come alive here")).to_be_visible()
        picture, guessed = page.locator(".still img").first, page.get_by_label("I have guessed")
        expect(picture).to_be_hidden()  # it would give the answer away
        guessed.check()
        expect(picture).to_be_visible()
        guessed.uncheck()
        page.emulate_media(media="print")
        expect(picture).to_be_visible()
        expect(guessed).to_be_hidden()


def test_a_page_that_was_seen_comes_alive_without_a_network(folder: Path, browser: Browser):
    with browser.new_context() as context:
        page = context.new_page()
        with served(folder) as (address, _):
            page.goto(f"{address}/{LESSON.slug}.html")
            lives(page)
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
            page.reload()  # now through its keeper, which keeps what comes by
            lives(page)
        page.reload()
        lives(page)
        expect(page.locator("[data-cell].alive").first).to_be_visible()


def test_the_whole_course_is_kept_by_one_press(folder: Path, browser: Browser):
    other = toolkit.lessons.ALL[-1]
    with browser.new_context() as context:
        page = context.new_page()
        with served(folder) as (address, _):
            page.goto(address)
            button = page.get_by_role("button", name="Keep the whole course")
            promised = int(button.inner_text().split("about ")[1].split(" MB")[0])
            button.click()
            expect(page.get_by_text("opens without a network")).to_be_visible(timeout=PATIENCE)
        page.goto(f"{address}/{other.slug}.html")
        lives(page)
        page.goto(f"{address}/run-sheet-{other.slug}.html")
        expect(page.get_by_role("heading", level=1)).to_contain_text(other.title)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6
    assert size == pytest.approx(promised, rel=0.1)


def test_the_presenters_page_lives(base: str, browser: Browser):
    first, other = toolkit.lessons.ALL[0], toolkit.lessons.ALL[1]
    with opened(browser, f"{base}/presenter.html", viewport={"width": 1280, "height": 720}) as (page, _):
        lives(page)
        now = page.locator(".toolkit-point-now")
        expect(now).to_have_text(first.title)
        now.click()
        for point in ("Your guess", "The picture as it opens", f"1 of {len(first.presets)} · {first.presets[0].name}"):
            page.keyboard.press("PageDown")
            expect(now).to_have_text(point)
        expect(page.locator(".toolkit-explorer .toolkit-chart svg").first).to_be_visible()
        page.get_by_label("Lesson", exact=True).select_option(index=1)
        expect(now).to_have_text(other.title)


def test_a_phone_needs_no_sideways_scrolling_and_nothing_shines_through_the_controls(base: str, browser: Browser):
    with opened(browser, f"{base}/{LESSON.slug}.html", viewport={"width": 390, "height": 844}, is_mobile=True) as (
        page,
        _,
    ):
        lives(page)
        place = explorer(page, TITLE)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        expect(place.locator(".toolkit-controls")).to_have_css("background-color", "rgb(255, 255, 255)")
        expect(place.get_by_role("button", name="Reset")).to_have_css("border-top-width", "1px")
        for width in (844, 390, 320):  # turned, while some pictures are out of sight and not drawn anew
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") == width


PARTS = [".toolkit-presets", ".toolkit-missions", ".toolkit-controls", ".toolkit-picture"]
READ = """([place, parts]) => [...place.querySelectorAll(parts)].map(one => one.className)"""
SEEN = """([place, parts]) => [...place.querySelectorAll(parts)].map(one => [one.getBoundingClientRect(), one.className])
    .sort(([one], [other]) => one.top - other.top || one.left - other.left).map(([, name]) => name)"""


def test_a_phone_shows_the_picture_before_the_missions_and_keys_go_the_way_that_eyes_go(lesson: Page):
    place = explorer(lesson, TITLE)
    slider = place.get_by_role("slider", name="Medication works", exact=True)
    slider.focus()
    for width, order in ((1280, (0, 1, 2, 3)), (390, (0, 3, 2, 1)), (1280, (0, 1, 2, 3))):
        lesson.set_viewport_size({"width": width, "height": 3000})
        expected = [PARTS[at].removeprefix(".") for at in order]
        lesson.wait_for_function(
            f"([place, parts, expected]) => ({READ})([place, parts]).join() === expected",
            arg=[place.element_handle(), ", ".join(PARTS), ",".join(expected)],
        )
        assert lesson.evaluate(SEEN, [place.element_handle(), ", ".join(PARTS)]) == expected
        expect(slider).to_be_focused()


@pytest.mark.parametrize("other", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_every_lesson_comes_alive_whole(base: str, course: Page, other: toolkit.lessons.Lesson):
    course.goto(f"{base}/{other.slug}.html")
    lives(course)
    expect(course.get_by_role("region", name=other.pictures["explorer"], exact=True)).to_be_attached()
    expect(course.locator("form.toolkit-question")).not_to_have_count(0)
    assert course.locator(".trouble").all_inner_texts() == []


def test_one_file_lives_from_a_stick_without_a_network(folder: Path, browser: Browser, tmp_path: Path):
    file = tmp_path / "lesson.html"
    file.write_text(one_file.in_one(folder, LESSON.slug, one_file.carried(folder)), encoding="utf-8")
    with opened(browser, file.as_uri(), offline=True) as (page, traffic):
        lives(page)
        place, same = explorer(page, TITLE), LESSON.explorer()
        expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)
        assert [url for url in traffic.requests if not url.startswith(("file:", "data:", "blob:"))] == []
