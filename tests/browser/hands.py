"""What a learner does with an explorer, and what the page then shows."""

import re

from playwright.sync_api import Locator, Page, expect

TITLE = "Do the two add up?"


def explorer(page: Page, title: str = TITLE) -> Locator:
    """The explorer, in sight and drawn; unveiled without a guess where it still waits for one."""
    place = page.get_by_role("region", name=title)
    place.scroll_into_view_if_needed()
    veil = place.get_by_role("button", name="Show it without a guess")
    expect(veil.or_(place.get_by_role("button", name="Reset", exact=True))).to_be_visible(timeout=30_000)
    if veil.is_visible():
        veil.click()
    # the picture says which of the page's messages it answers
    expect(place.locator(".toolkit-chart")).to_have_attribute("data-shown", re.compile(r"\d+"), timeout=30_000)
    return place


def fresh(page: Page, title: str = TITLE) -> Locator:
    """The explorer as it opens, with nothing pinned."""
    place = explorer(page, title)
    if (pinned := place.get_by_role("button", name="Pin", pressed=True)).count():
        pinned.click()
    move(place, lambda: place.get_by_role("button", name="Reset", exact=True).click())
    return place


def drawn(place: Locator) -> list[str]:
    """The paths of everything that is drawn."""
    return place.locator(".toolkit-chart svg path").evaluate_all("paths => paths.map(path => path.getAttribute('d'))")


def sentence(place: Locator) -> str:
    return place.locator(".toolkit-sentence").inner_text()


def answered(place: Locator) -> int:
    """How many messages of the page the picture has answered."""
    return int(place.locator(".toolkit-chart").get_attribute("data-shown"))


def move(place: Locator, act) -> None:
    """Do something and wait until the picture has answered it."""
    before = answered(place)
    act()
    expect(place.locator(".toolkit-chart")).not_to_have_attribute("data-shown", str(before))


def write(box: Locator, text: str) -> None:
    """Type over what is there and press Enter, key by key as a person would."""
    box.press("ControlOrMeta+a")
    box.press_sequentially(text)
    box.press("Enter")
