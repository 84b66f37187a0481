"""Lesson 03 as a learner meets it: run once, guess, move, pin, share, answer. One page, played from top to bottom."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Download, Locator, Page, expect

import toolkit
from tests.browser.conftest import visit
from tests.browser.lab import KERNEL_READY, Lab, Traffic, open_notebook, run_all
from tests.browser.page_actions import (
    count_answers,
    explorer,
    listen,
    move,
    read_paths,
    reset,
    run_again,
    sentence,
    take_spoken,
    write,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture(scope="module")
def lesson(lab: Lab, browser: Browser, traffic: Traffic) -> Iterator[Page]:
    with visit(lab, browser, traffic) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        listen(page)
        open_notebook(page, "03_additive_effect.ipynb")
        run_all(page)
        yield page
    assert traffic.complaints == []


@pytest.fixture
def place(lesson: Page) -> Locator:
    return reset(lesson)


def saved(download: Download) -> list[list[str]]:
    """The rows of a file that the page has made, not the server."""
    assert download.url.startswith("blob:")
    return list(csv.reader(Path(download.path()).read_text(encoding="utf-8-sig").splitlines()))


def test_nothing_is_revealed_until_the_guess_is_made_by_keyboard(lesson: Page) -> None:
    assert take_spoken(lesson) == [], "opening and running say nothing"
    place = lesson.get_by_role("region", name="Do the two add up?")
    place.scroll_into_view_if_needed()
    expect(place).to_contain_text("waits for your guess")
    expect(place.locator("svg, .toolkit-sentence:visible, input:visible")).to_have_count(0)
    lesson.get_by_role("radio").first.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Enter"):
        lesson.keyboard.press(key)
    expect(lesson.get_by_text("You have added the two groups")).to_be_visible()
    place = explorer(lesson)
    expect(place.locator(".toolkit-chart")).to_contain_text(re.compile("your ?guess"))
    expect(place.locator(".toolkit-sentence")).to_contain_text("improved clearly by week 12")
    expect(place.get_by_role("status")).to_have_text("The picture is open: Do the two add up?")
    studies = lesson.get_by_role("region", name="Trials with four groups beside the model")
    studies.scroll_into_view_if_needed()
    expect(studies.locator("svg").first).to_contain_text("Walkup 2008")


def test_what_changed_is_said_once_at_rest_and_nothing_else(lesson: Page, place: Locator) -> None:
    same = toolkit.lessons.lesson(3).explorer()
    lesson.wait_for_timeout(1000)
    take_spoken(lesson)
    slider = place.get_by_role("slider", name="Medication works")
    slider.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight"):
        lesson.keyboard.press(key)
    same.set(medication=2.5)
    expect(place.get_by_role("status")).to_have_text(same.status)
    assert take_spoken(lesson) == [same.status]
    place.get_by_role("button", name="Reset", exact=True).press("Enter")
    same.reset()
    expect(place.get_by_role("status")).to_have_text(same.status)
    place.get_by_role("button", name="Reset", exact=True).press("Enter")
    expect(place.get_by_role("status")).to_have_text("Reset: no change.")
    assert take_spoken(lesson) == [same.status, "Reset: no change."]


def test_the_numbers_of_every_picture_stand_beneath_it_and_follow(lesson: Page, place: Locator) -> None:
    place.get_by_text("The numbers of this picture").press("Enter")
    tables = place.locator(".toolkit-data").get_by_role("table")
    expect(tables).to_have_count(2)
    cell = tables.first.get_by_role("row", name=re.compile("^medication")).get_by_role("cell").first
    before = cell.inner_text()
    move(place, lambda: place.get_by_role("slider", name="Medication works").press("End"))
    expect(cell).not_to_have_text(before)
    place.get_by_text("The numbers of this picture").press("Enter")
    studies = lesson.get_by_role("region", name="Trials with four groups beside the model")
    studies.scroll_into_view_if_needed()
    studies.get_by_text("The numbers of this picture").press("Enter")
    expect(studies.get_by_role("row", name=re.compile("Walkup 2008"))).to_contain_text("73.38")
    studies.get_by_text("The numbers of this picture").press("Enter")


def test_arrow_key_on_a_slider_moves_sentence_and_chart_together(lesson: Page, place: Locator) -> None:
    before = sentence(place), read_paths(place)
    slider = place.get_by_role("slider", name="Medication works")
    slider.focus()
    move(place, lambda: lesson.keyboard.press("ArrowRight"))
    after = sentence(place), read_paths(place)
    assert slider.get_attribute("aria-valuetext") == "2.3 × usual"
    assert after[0] != before[0]
    assert after[1] != before[1]
    move(place, lambda: lesson.keyboard.press("ArrowLeft"))
    assert (sentence(place), read_paths(place)) == before, "one step forth and back shows the same again"


def test_a_held_key_ends_on_the_last_value_without_a_queue(lesson: Page, place: Locator) -> None:
    slider = place.get_by_role("slider", name="Therapy works")
    slider.focus()
    before = count_answers(place)
    for _ in range(40):
        lesson.keyboard.press("ArrowRight")
    place.get_by_role("button", name="Undo").focus()
    expect(slider).to_have_value("3")
    lesson.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'"
    )
    lesson.wait_for_timeout(500)
    held = sentence(place), read_paths(place)
    assert count_answers(place) - before < 40, "moves that the kernel had no time for are skipped"
    move(place, lambda: place.get_by_role("button", name="Undo").click())
    expect(slider).to_have_value("2.5")
    slider.focus()
    move(place, lambda: lesson.keyboard.press("End"))
    assert (sentence(place), read_paths(place)) == held


def test_a_number_is_typed_exactly(place: Locator) -> None:
    exact = place.get_by_role("spinbutton", name="Medication works: exact number")
    move(place, lambda: write(exact, "2.3"))
    expect(place.get_by_role("slider", name="Medication works")).to_have_value("2.3")
    write(exact, "9")
    expect(place.get_by_role("alert")).to_have_text("Numbers from 0 to 3 only. It stays 2.3.")
    expect(exact).to_have_value("2.3")


def test_presets_undo_reset_and_the_people_number(place: Locator) -> None:
    opening = sentence(place)
    strict = place.get_by_role("button", name="A harder goal")
    strict.press("Enter")
    expect(place.locator(".toolkit-says")).to_contain_text("a fall of 80 %")
    expect(strict).to_have_attribute("aria-pressed", "true")
    expect(place.get_by_role("slider", name="Improved clearly means a fall of")).to_have_value("80")
    place.get_by_role("button", name="Undo").press("Enter")
    expect(place.locator(".toolkit-sentence")).to_have_text(opening)
    number = place.get_by_role("spinbutton", name="People number")
    write(number, "12")
    expect(place.locator(".toolkit-sentence")).not_to_have_text(opening)
    write(number, "123456")
    expect(place.get_by_role("alert")).to_contain_text("Whole numbers from 0 to 9999 only. It stays 12.")
    place.get_by_role("button", name="Reset", exact=True).press("Enter")
    expect(place.locator(".toolkit-sentence")).to_have_text(opening)
    expect(place.get_by_role("alert")).to_be_hidden()


def test_the_week_plays_in_the_page_and_the_kernel_hears_of_it_at_rest(lesson: Page, place: Locator) -> None:
    scrubber = place.get_by_role("slider", name="Read in week")
    marker, before = place.locator(".toolkit-marker"), count_answers(place)
    stood = marker.bounding_box()["x"]
    place.get_by_role("button", name="Play").press("Enter")
    expect(scrubber).not_to_have_value("12")
    assert count_answers(place) == before
    place.get_by_role("button", name="Pause").press("Enter")
    assert marker.bounding_box()["x"] > stood
    week = scrubber.input_value()
    expect(place.locator(".toolkit-sentence")).to_contain_text(f"improved clearly by week {week}.")
    expect(place.locator(".toolkit-now")).to_contain_text(f"Week {week}: dummy pill ")
    scrubber.press("ArrowLeft")
    assert scrubber.get_attribute("aria-valuetext") == f"week {int(week) - 1}"
    expect(place.locator(".toolkit-sentence")).to_contain_text(f"improved clearly by week {int(week) - 1}.")


def test_whoever_wants_little_motion_steps_through_the_weeks(lesson: Page, place: Locator) -> None:
    lesson.emulate_media(reduced_motion="reduce")
    place.get_by_role("button", name="Play").press("Enter")
    lesson.wait_for_timeout(600)
    expect(place.get_by_role("slider", name="Read in week")).to_have_value("13")
    lesson.emulate_media(reduced_motion="no-preference")


def test_a_pinned_run_stays_in_grey_and_in_words(place: Locator) -> None:
    opening, bare = sentence(place), len(read_paths(place))
    move(place, lambda: place.get_by_role("button", name="Pin", exact=True).press("Enter"))
    alone = len(read_paths(place))
    assert alone > bare
    move(place, lambda: place.get_by_role("button", name="A harder goal").press("Enter"))
    expect(place.locator(".toolkit-then")).to_have_text(f"Pinned, in grey: {opening}")
    assert len(read_paths(place)) >= alone
    place.get_by_role("textbox", name="What did you expect?").fill("Less than this.")
    move(place, lambda: place.get_by_role("button", name="Unpin").press("Enter"))
    expect(place.locator(".toolkit-then")).to_be_hidden()
    expect(place.get_by_role("group", name="Pinned runs")).to_be_hidden()
    place.locator(".toolkit-chart").scroll_into_view_if_needed()  # what is out of sight is painted once it comes
    expect(place.locator(".toolkit-chart svg path")).to_have_count(bare)


def test_code_and_python_are_copied_and_a_code_is_loaded(lesson: Page, place: Locator) -> None:
    place.get_by_role("button", name="A harder goal").press("Enter")
    expect(place.locator(".toolkit-says")).to_be_visible()
    strict = sentence(place)
    field = place.get_by_role("textbox", name="Scenario code")
    place.get_by_role("button", name="Copy code").press("Enter")
    expect(place.get_by_role("status")).to_have_text("Copied.")
    code = lesson.evaluate("navigator.clipboard.readText()")
    assert code == field.input_value()
    place.get_by_role("button", name="Copy Python").press("Enter")
    expect(place.get_by_role("status")).to_have_text("Copied.")
    ran = {}
    exec(lesson.evaluate("navigator.clipboard.readText()"), ran)  # noqa: S102 - what a learner would paste
    assert ran["explorer"].code == code
    move(place, lambda: place.get_by_role("button", name="Reset", exact=True).click())
    write(field, code.lower().replace("-", " "))
    expect(place.locator(".toolkit-sentence")).to_have_text(strict)
    write(field, code[:-1])
    expect(place.get_by_role("alert")).to_contain_text("does not add up")
    expect(place.locator(".toolkit-sentence")).to_have_text(strict)


def test_where_the_clipboard_is_closed_the_text_stands_selected(lesson: Page, place: Locator) -> None:
    lesson.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    place.get_by_role("button", name="Copy Python").click()
    expect(place.get_by_role("status")).to_contain_text("Ctrl+C")
    assert "from toolkit.lessons.additive_effect import LESSON" in lesson.evaluate("getSelection().toString()")
    place.get_by_role("button", name="Copy code").click()
    expect(place.get_by_role("textbox", name="Scenario code")).to_be_focused()
    lesson.evaluate("delete navigator.clipboard")


def test_the_table_is_saved_without_a_server(lesson: Page, place: Locator) -> None:
    with lesson.expect_download() as download:
        place.get_by_role("button", name="Save CSV").press("Enter")
    same = toolkit.lessons.lesson(3).explorer()
    rows = saved(download.value)
    cut = rows.index([])
    assert [row[0] for row in rows[1:cut]] == ["both", "therapy", "medication", "dummy"]
    names, *weeks = rows[cut + 1 :]
    week, both = (names.index(name) for name in ("week", "both: score (points; lower is better)"))
    last = next(row for row in weeks if row and row[week] == "26")
    assert float(last[both]) == pytest.approx(same.table()["both (points)"][-1])
    expect(place.get_by_role("status")).to_contain_text("lesson-03-")


def test_the_ledger_leads_to_the_control_and_names_the_study(lesson: Page, place: Locator) -> None:
    place.get_by_text("Where the numbers come from").press("Enter")
    expect(place.get_by_role("table")).to_contain_text("American Journal of Psychiatry")
    place.get_by_role("button", name=re.compile("Move it: how far full skill")).press("Enter")
    expect(place.get_by_role("slider", name="Therapy works")).to_be_focused()


def test_every_control_is_reached_by_the_tab_key_in_the_order_it_stands(lesson: Page, place: Locator) -> None:
    names, first = [], place.get_by_role("button", name="One trial, three rulers")
    first.focus()
    for _ in range(45):
        names.append(lesson.evaluate(FOCUSED))
        if names[-1] == "Where the numbers come from":
            break
        lesson.keyboard.press("Tab")
    way = [name for name in names if not re.match("Mission|Hint|I give up", name)]
    assert way.index("Medication works") <= 4, "presets are one stop on the way to the first slider"
    wanted = [
        "One trial, three rulers",
        "Medication works: exact number",
        "Medication works",
        "One changes the other",
        "More",
        "Play",
    ]
    wanted += ["Read in week", "The numbers of this picture", "Reset", "Scenario code", "Load", "People number"]
    wanted += ["Where the numbers come from"]
    assert [name for name in names if name in wanted] == wanted
    assert not {"Door and speed", "Undo", "Save CSV"} & set(names)
    for start, keys, end in (
        (first, ["ArrowRight", "ArrowRight"], "Three groups only"),
        (first, ["ArrowLeft"], "Door and speed"),
        (place.get_by_role("button", name="Reset", exact=True), ["End", "ArrowRight", "ArrowRight"], "Undo"),
    ):
        start.focus()
        for key in keys:
            lesson.keyboard.press(key)
        assert lesson.evaluate(FOCUSED) == end
    headings = place.get_by_role("heading").all_inner_texts()
    assert headings == ["Do the two add up?", "Presets", "Missions", "Controls", "Picture", "Actions"]


FOCUSED = """() => { const at = document.activeElement;
    return at.ariaLabel || at.labels?.[0]?.textContent || at.textContent.trim() }"""
SMALL = """() => [...document.querySelectorAll('.toolkit :is(button, input, select, summary, textarea)')]
    .filter(one => one.checkVisibility())
    .map(one => [one.outerHTML.slice(0, 90), (one.closest('label') ?? one).getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 24 || height < 24).map(([name]) => name)"""


def test_whatever_is_pressed_is_24_pixels_or_more(lesson: Page, place: Locator) -> None:
    place.get_by_text("More", exact=True).press("Enter")
    ledger = place.get_by_text("Where the numbers come from")
    ledger.press("Enter")
    assert lesson.evaluate(SMALL) == []
    ledger.press("Enter")


def test_tasks_answer_back_and_the_answers_are_saved(lesson: Page) -> None:
    box = lesson.get_by_role("textbox", name="Your answer (of 100)").first
    box.scroll_into_view_if_needed()
    for given, answer in (("95", "counts twice those"), ("nonsense", "is not a number"), ("64", "Yes: 60")):
        write(box, given)
        expect(lesson.get_by_text(answer).last).to_be_visible()
    save = lesson.get_by_role("button", name="Save my answers")
    save.scroll_into_view_if_needed()
    with lesson.expect_download() as download:
        save.press("Enter")
    answers = {question[:20]: rest for question, *rest in saved(download.value)}
    assert answers["With a dummy pill 25"] == ["64", "True", "2"]
    assert answers["In a trial with chil"] == ["", "False", "0"]


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing_wrong_in_our_output(lesson: Page, theme: str) -> None:
    lesson.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    lesson.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=theme)
    found = []
    for name in ("Do the two add up?", "Trials with four groups beside the model"):
        lesson.get_by_role("region", name=name).scroll_into_view_if_needed()
        lesson.wait_for_timeout(300)
        found += Axe().run(lesson, {"include": [[".toolkit"]]}).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


# Late in the file: once it is asked for, the browser keeps its accessibility tree up with every move.
def test_a_mission_is_heard_with_its_state(lesson: Page, place: Locator) -> None:
    mission = toolkit.lessons.lesson(3).explorer().missions[0]
    told = place.get_by_role("group", name="Missions").locator("summary").first
    told.evaluate("element => { window.asked = element; }")
    browser = lesson.context.new_cdp_session(lesson)
    asked = browser.send("Runtime.evaluate", {"expression": "window.asked"})["result"]["objectId"]
    tree = browser.send("Accessibility.getPartialAXTree", {"objectId": asked, "fetchRelatives": False})
    assert re.search(f"{re.escape(mission.name)}.* · (to do|✔ reached)$", tree["nodes"][0]["name"]["value"])


def test_a_kernel_that_has_gone_is_said_so_and_running_again_mends_it(lesson: Page, place: Locator) -> None:
    lesson.locator('[data-command="notebook:restart-kernel"]').click()  # which asks no question
    lesson.wait_for_function(KERNEL_READY)
    slider = place.get_by_role("slider", name="Medication works")
    slider.press("ArrowRight")
    expect(place.get_by_role("alert")).to_contain_text("run this cell again", timeout=15_000)
    run_again(lesson, "Medication works")
