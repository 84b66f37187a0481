"""What a learner does with an explorer, and what the page then shows."""

import json
import re

from playwright.sync_api import Locator, Page, expect

import toolkit
from tests.browser.lab import run_all

TITLE = "Do the two add up?"


def explorer(page: Page, title: str = TITLE) -> Locator:
    """The explorer, in sight and drawn; unveiled without a guess where it still waits for one."""
    # by its label's own attribute: a role would be worked out for all of JupyterLab's page, at every look
    place = page.locator(f"section.toolkit-explorer[aria-label={json.dumps(title)}]")
    place.scroll_into_view_if_needed()
    veil = place.get_by_role("button", name="Show it without a guess")
    expect(veil.or_(place.get_by_role("button", name="Reset", exact=True))).to_be_visible(timeout=30_000)
    if veil.is_visible():
        veil.click()
    # the picture says which of the page's messages it answers
    expect(place.locator(".toolkit-chart")).to_have_attribute("data-shown", re.compile(r"\d+"), timeout=30_000)
    return place


def reset(page: Page, title: str = TITLE) -> Locator:
    """The explorer as it opens, with nothing pinned."""
    place = explorer(page, title)
    pinned = place.get_by_role("button", name="Unpin")
    for left in reversed(range(pinned.count())):  # counted: a late answer to something else changes the picture too
        pinned.first.click()
        expect(pinned).to_have_count(left)
    move(place, lambda: place.get_by_role("button", name="Reset", exact=True).click())
    return place


def read_paths(place: Locator) -> list[str]:
    """The paths of everything that is drawn."""
    return place.locator(".toolkit-chart svg path").evaluate_all("paths => paths.map(path => path.getAttribute('d'))")


def sentence(place: Locator) -> str:
    return place.locator(".toolkit-sentence").inner_text()


def count_answers(place: Locator) -> int:
    """How many messages of the page the picture has answered."""
    return int(place.locator(".toolkit-chart").get_attribute("data-shown"))


def move(place: Locator, act) -> None:
    """Do something and wait until the picture has answered it."""
    before = count_answers(place)
    act()
    expect(place.locator(".toolkit-chart")).not_to_have_attribute("data-shown", str(before))


def write(box: Locator, text: str) -> None:
    """Type over what is there and press Enter, key by key as a person would."""
    box.press("ControlOrMeta+a")
    box.press_sequentially(text)
    box.press("Enter")


def present(page: Page) -> None:
    """What a trainer does on the presenter's page: full screen, guess and tally, on and back with a remote, a code."""
    first, third = toolkit.lessons.lesson(1), toolkit.lessons.lesson(4)
    now = page.locator(".toolkit-point-now")
    now.scroll_into_view_if_needed()
    expect(now).to_have_text(first.title)
    expect(page.locator(".toolkit-slide")).to_contain_text(first.hook)
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement?.classList.contains('toolkit-presenter')")
    assert page.evaluate("document.body.classList.contains('toolkit-projector')")
    page.keyboard.press("PageDown")
    expect(now).to_have_text("Your guess")
    expect(page.locator(".toolkit-explorer .toolkit-chart")).to_be_hidden()  # no picture before the guess
    for letter, people in (("A", 3), ("B", 8)):
        page.get_by_label(f"How many chose {letter}", exact=True).fill(str(people))
        page.keyboard.press("Tab")
    now.click()
    page.keyboard.press("PageDown")
    expect(page.locator(".toolkit-room")).to_contain_text("This room guessed (11 people): A 3 · B 8")
    expect(page.locator(".toolkit-explorer .toolkit-chart svg").first).to_be_visible(timeout=60_000)
    slider = page.locator(".toolkit-controls").get_by_role("slider").first
    expect(slider).to_be_hidden()
    page.get_by_role("button", name="Controls", exact=True).click()
    points = [preset.name for preset in first.presets]
    for key, place in (("PageDown", 1), ("ArrowRight", 2), ("PageDown", 3), ("PageUp", 2)):
        page.keyboard.press(key)
        expect(now).to_have_text(f"{place} of {len(points)} · {points[place - 1]}")
        expect(page.get_by_role("button", name=points[place - 1], pressed=True)).to_be_visible()
    dark = page.locator(".toolkit-dark")
    for key, hides in (("b", True), (".", False), (".", True), ("PageUp", False), ("PageDown", False)):
        page.keyboard.press(key)
        expect(dark).to_be_visible() if hides else expect(dark).to_be_hidden()
    page.keyboard.press("Alt+ArrowRight")  # is the browser's, and here it has nowhere to go
    expect(now).to_have_text(f"2 of {len(points)} · {points[1]}")
    before = slider.input_value()
    slider.press("ArrowRight")
    expect(slider).not_to_have_value(before)
    expect(now).to_have_text(f"2 of {len(points)} · {points[1]}")
    now.click()
    for _ in range(len(points) - 2):
        page.keyboard.press("PageDown")
    for point in ("What studies found", "One task together", "The answer", "To take home"):
        page.keyboard.press("PageDown")
        expect(now).to_have_text(point)
    page.keyboard.press("PageDown")  # there is nothing more
    expect(now).to_have_text("To take home")
    other = third.explorer()
    other.apply(third.presets[1].name)
    page.get_by_role("textbox", name="Scenario code to present").fill(other.code)
    page.keyboard.press("Enter")
    expect(now).to_have_text(f"Scenario {other.code}")
    expect(page.locator(".toolkit-explorer .toolkit-sentence")).to_have_text(other.sentence)
    expect(page.locator(".toolkit-explorer")).to_have_count(1)


LISTEN = """() => {
    window.spoken = [];
    const live = ':is([role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"])';
    const say = place => place?.closest('.toolkit') && place.textContent.trim() && window.spoken.push(place.textContent.trim());
    const hear = node => {
        say(node.parentElement?.closest(live));
        if (node.nodeType === 1) node.querySelectorAll('[role="alert"]').forEach(say); // others come silently
    };
    const hearAll = changes => changes.flatMap(({ type, target, addedNodes }) => type === 'childList' ? [...addedNodes] : [target])
        .forEach(hear);
    new MutationObserver(hearAll).observe(document, { subtree: true, childList: true, characterData: true });
}"""


def listen(page: Page) -> None:
    """From the page's beginning on, note what its live regions of ours say, as a screen reader would hear it; for `take_spoken`."""
    page.add_init_script(f"({LISTEN})()")


def take_spoken(page: Page) -> list[str]:
    """What has been said since `take_spoken` was last asked."""
    return page.evaluate("() => window.spoken.splice(0)")


def run_again(page: Page, name: str) -> None:
    """Run all cells anew, as somebody does whose kernel has gone; the explorer has to move again by the slider of that name."""
    run_all(page)
    place = explorer(page)
    before = sentence(place)
    move(place, lambda: place.get_by_role("slider", name=name).press("ArrowRight"))
    assert sentence(place) != before


def swipe(hand, start: tuple[float, float], by: tuple[float, float], steps: int = 12) -> None:
    """A finger put down, drawn along and lifted; `hand` is a CDP session of Chromium."""
    touch = "Input.dispatchTouchEvent"
    for step in range(steps + 1):
        x, y = (at + way * step / steps for at, way in zip(start, by, strict=True))
        hand.send(touch, {"type": "touchMove" if step else "touchStart", "touchPoints": [{"x": x, "y": y}]})
    hand.send(touch, {"type": "touchEnd", "touchPoints": []})
