"""The living pages in the system's own WebKit: every lesson comes alive, one is played to its answers file: `make browsers`.

WebDriver keeps no downloads: the answers file is taken where the page hands it over.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import toolkit
from publish import one_file
from tests.browser import webkit
from tests.browser.lab import is_here
from tests.browser.webkit import Page, Part, wait
from tests.publish.test_firefox import prompts, saved
from tests.publish.test_live import LESSON, PATIENCE, Blocked, base, served  # noqa: F401 - pytest takes base from here

HERE = webkit.find()
pytestmark = pytest.mark.skipif(HERE is None, reason=webkit.MISSING)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with webkit.opened(HERE, tmp_path_factory.mktemp("webkit")) as page:
        yield page


def lives(page: Page, how: str = "alive") -> None:
    wait(lambda: page.run("return document.documentElement.dataset.live"), how, PATIENCE / 1000)


def sentence(place: Part) -> str:
    return place.part(".toolkit-sentence").text


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_every_lesson_comes_alive_whole(base: str, page: Page, lesson: toolkit.lessons.Lesson):  # noqa: F811
    page.go(f"{base}/{lesson.slug}.html")
    lives(page)
    page.part("section.toolkit", lesson.pictures["explorer"])
    assert page.parts("form.toolkit-question")
    assert [part.text for part in page.parts(".trouble")] == []
    asked = page.run("return performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [url for url in asked if not is_here(urlsplit(url).hostname)] == []


def test_a_lesson_is_played_whole(base: str, page: Page):  # noqa: F811
    page.go(f"{base}/{LESSON.slug}.html")
    lives(page)
    place = guess(page)
    play(place)
    studies = page.part("section.toolkit", LESSON.pictures["studies"]).show()
    wait(lambda: bool(studies.parts(".toolkit-chart svg")) and bool(sentence(studies)), True)
    for task in LESSON.said_tasks:
        if task["kind"] != "code":
            answer(page, task)
    page.run("""const { createObjectURL } = URL;
        URL.createObjectURL = (file) => { window.handedOver = file; return createObjectURL.call(URL, file); };""")
    page.part("button", "Save my answers").click()
    wait(lambda: page.run("return 'handedOver' in window"), True)
    assert prompts(LESSON) <= saved(page.run("return window.handedOver.text()").lstrip("\ufeff"))


def guess(page: Page) -> Part:
    """Choose the first option by keyboard; the explorer's picture waits for it, then it is drawn."""
    place = page.part("section.toolkit", LESSON.pictures["explorer"])
    veil = place.part("button", "Show it without a guess")
    option, reply = next(iter(LESSON.asked["replies"].items()))
    form = question(page, LESSON.asked["prompt"])
    form.part("input", option).press(" ")
    form.part("input", option).press("Enter")
    wait(lambda: f"Your guess: {option.rstrip('.')}. {reply}" in form.part(".toolkit-reply").text, True)
    wait(lambda: veil.visible, False)
    wait(lambda: place.part(".toolkit-chart").attribute("data-shown") is not None, True)
    return place


def play(place: Part) -> None:
    """Every preset, and then a step of a slider, say on the page what they say in Python."""
    same = LESSON.explorer()
    for preset in same.presets.values():
        place.part("button", preset.name).click()
        same.apply(preset.name)
        wait(lambda: sentence(place), same.sentence)
    control = next(one for one in same.controls.values() if one.label == "Medication works")
    steps = list(control.allowed)
    place.part("input[type=range]", control.label).press("ArrowRight")
    same.set(**{control.name: steps[steps.index(control.value) + 1]})
    wait(lambda: sentence(place), same.sentence)


def question(page: Page, prompt: str) -> Part:
    """The form that asks this."""
    return page.part("fieldset", prompt).form


def answer(page: Page, task: dict) -> None:
    """Wrong at first, then right; the reply says which."""
    form = question(page, task["prompt"])
    check = form.part("button", "Check")
    if task["kind"] == "choose":
        wrong = next(option for option in task["replies"] if option != task["right"])
        for option in (wrong, task["right"]):
            form.part("input", option).press(" ")
            check.click()
            says(form, task["replies"][option], option == task["right"])
    elif task["kind"] == "calculate":
        for given, reply in ((task["right"] + 1000, task["hint"]), (task["right"], task["reply"])):
            form.part("input").press("Select all")
            form.part("input").press(f"{given}")
            check.click()
            says(form, reply, given == task["right"])
    else:
        check.click()
        says(form, task["hint"], False)
        for place, thing in enumerate(task["right"]):
            while form.parts("li > span")[place].text != thing:
                form.part("button", f"Move up: {thing}").press("Enter")
        check.click()
        says(form, task["reply"], True)


def says(form: Part, words: str, right: bool) -> None:
    reply = form.part(".toolkit-reply")
    begins = "Right. " if right else "Not right yet. "
    wait(lambda: (words in reply.text, reply.text.startswith(begins)), (True, True))


def test_where_python_cannot_start_the_stills_are_there_and_it_is_said(folder: Path, page: Page):
    with served(folder, Blocked) as (address, _):
        page.go(f"{address}/{LESSON.slug}.html")
        lives(page, "could not")
        assert "This page could not come alive here" in page.part("[data-when='could not']").text
        assert page.part("[data-when='could not']").visible
        assert page.parts(".still .guessed")[0].visible


def test_one_file_lives_from_a_stick_without_a_network(folder: Path, page: Page, tmp_path: Path):
    file = tmp_path / "lesson.html"
    file.write_text(one_file.in_one(folder, LESSON.slug, one_file.carried(folder)), encoding="utf-8")
    page.go(file.as_uri())
    lives(page)
    place = page.part("section.toolkit", LESSON.pictures["explorer"])
    place.part("button", "Show it without a guess").click()
    wait(lambda: sentence(place), LESSON.explorer().sentence)
