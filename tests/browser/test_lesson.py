"""Lesson 02 as a learner meets it: run once, guess, move a slider by keyboard, answer."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import Traffic, open_notebook, run_all

pytestmark = pytest.mark.slow

# JupyterLab's own complaint about its debugger when a kernel restarts; nothing of ours.
NOT_OURS = "Could not restore the debugger state"


@pytest.fixture
def lesson(page: Page) -> Page:
    open_notebook(page, "02_additive_effect.ipynb")
    run_all(page)
    return page


def explorer(page: Page) -> Locator:
    place = page.get_by_role("region", name="Do the two add up?")
    place.scroll_into_view_if_needed()
    # the picture says which of the page's messages it answers
    expect(place.locator(".toolkit-chart")).to_have_attribute("data-shown", re.compile(r"\d+"), timeout=30_000)
    return place


def drawn(place: Locator) -> list[str]:
    """The paths of everything that is drawn."""
    return place.locator(".toolkit-chart svg path").evaluate_all("paths => paths.map(path => path.getAttribute('d'))")


def sentence(place: Locator) -> str:
    return place.locator(".toolkit-sentence").inner_text()


def settled(place: Locator, number: int) -> None:
    expect(place.locator(".toolkit-chart")).to_have_attribute("data-shown", str(number))


def write(box: Locator, text: str) -> None:
    """Type over what is there and press Enter, key by key as a person would."""
    box.press("ControlOrMeta+a")
    box.press_sequentially(text)
    box.press("Enter")


def test_arrow_key_on_a_slider_moves_sentence_and_chart_together(lesson: Page, traffic: Traffic) -> None:
    place = explorer(lesson)
    before = sentence(place), drawn(place)
    slider = place.get_by_role("slider", name="Medication works")
    slider.focus()
    lesson.keyboard.press("ArrowRight")
    settled(place, 1)
    after = sentence(place), drawn(place)
    assert slider.get_attribute("aria-valuetext") == "1.1 × typical"
    assert after[0] != before[0]
    assert after[1] != before[1]
    lesson.keyboard.press("ArrowLeft")
    settled(place, 2)
    assert (sentence(place), drawn(place)) == before, "one step forth and back shows the same again"
    assert [words for words in traffic.complaints if NOT_OURS not in words] == []


def test_a_held_key_ends_on_the_last_value(lesson: Page) -> None:
    place = explorer(lesson)
    slider = place.get_by_role("slider", name="Therapy works")
    slider.focus()
    for _ in range(40):
        lesson.keyboard.press("ArrowRight")
    expect(slider).to_have_value("3")
    lesson.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
    )
    lesson.wait_for_timeout(500)
    held = sentence(place)
    place.get_by_role("button", name="Reset", exact=True).click()
    expect(slider).to_have_value("1")
    slider.focus()
    lesson.keyboard.press("End")
    expect(place.locator(".toolkit-sentence")).to_have_text(held)


def test_presets_undo_reset_and_the_people_number(lesson: Page) -> None:
    place = explorer(lesson)
    opening = sentence(place)
    strict = place.get_by_role("button", name="A strict yardstick")
    strict.click()
    expect(place.locator(".toolkit-says")).to_contain_text("harder goal")
    expect(strict).to_have_attribute("aria-pressed", "true")
    expect(place.get_by_role("slider", name="Response means a fall of")).to_have_value("80")
    place.get_by_role("button", name="Undo").click()
    expect(place.locator(".toolkit-sentence")).to_have_text(opening)
    number = place.get_by_role("spinbutton", name="People number")
    write(number, "12")
    expect(place.locator(".toolkit-sentence")).not_to_have_text(opening)
    write(number, "123456")
    expect(place.get_by_role("alert")).to_contain_text("seed = 123456: must be a whole number from 0 to 9,999")
    place.get_by_role("button", name="Reset", exact=True).click()
    expect(place.locator(".toolkit-sentence")).to_have_text(opening)
    expect(place.get_by_role("alert")).to_be_hidden()


def test_a_guess_stays_on_the_picture_and_studies_follow_the_toy(lesson: Page) -> None:
    place = explorer(lesson)
    lesson.get_by_role("radio", name=re.compile("^115")).check()
    lesson.get_by_role("button", name="This is my guess").click()
    expect(lesson.get_by_text("counts twice those who would have got well anyway")).to_be_visible()
    expect(place.locator(".toolkit-chart")).to_contain_text("your guess")
    place.get_by_role("button", name="A strict yardstick").click()
    expect(place.locator(".toolkit-chart")).to_contain_text("your guess")
    studies = lesson.get_by_role("region", name="Real trials beside the toy")
    studies.scroll_into_view_if_needed()
    expect(studies).to_contain_text("Walkup 2008: children's anxiety")
    expect(studies).to_contain_text("87\u00a0% by log-odds (seen: less, antagonism)")


def test_tasks_answer_back(lesson: Page) -> None:
    box = lesson.get_by_role("textbox", name="Your answer in %")
    box.scroll_into_view_if_needed()
    for given, answer in (("95", "counts twice"), ("nonsense", "is not a number"), ("64", "Yes: 60")):
        write(box, given)
        expect(lesson.get_by_text(answer).last).to_be_visible()
