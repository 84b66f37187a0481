"""Pictures of the lessons at four widths, light and dark, to look at: `make screenshots` writes them to test-results/.

`python -m tests.browser.screenshots 2 5` takes those of lessons 03 and 06 alone.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import toolkit
from tests.browser import chromium
from tests.browser.conftest import visit
from tests.browser.lab import ROOT, Traffic, hide_left, open_notebook, run_all, running
from tests.browser.page_actions import explorer

WIDTHS = (320, 390, 1280, 1920)
THEMES = ("Light", "Dark")


def play(page: Page, slug: str, title: str) -> None:
    """Run the lesson, skip the guess, pin a run and apply the last preset."""
    open_notebook(page, f"{slug}.ipynb")
    hide_left(page)
    run_all(page)
    place = explorer(page, title)
    place.get_by_role("button", name="Pin", exact=True).click()
    place.locator(".toolkit-presets button").last.click()


def take(page: Page, folder: Path, name: str) -> None:
    """One picture for each piece of ours, scrolled into a window that is tall enough for it."""
    for number in range(page.locator(".toolkit").count()):
        piece = page.locator(".toolkit").nth(number)
        piece.scroll_into_view_if_needed()
        page.wait_for_timeout(700)
        piece.screenshot(path=folder / f"{name}-{number}.png")


def main() -> None:
    folder = ROOT / "test-results" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, running(Path(home)) as lab, sync_playwright() as playwright:
        browser = chromium.launch(playwright, chromium.find_or_get())
        for lesson in map(toolkit.lessons.lesson, map(int, sys.argv[1:])) if sys.argv[1:] else toolkit.lessons.ALL:
            with visit(lab, browser, Traffic()) as page:
                page.set_viewport_size({"width": 1280, "height": 2200})
                play(page, lesson.slug, lesson.explorer().title)
                for theme in THEMES:
                    page.evaluate(
                        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })",
                        f"JupyterLab {theme}",
                    )
                    for width in WIDTHS:
                        page.set_viewport_size({"width": width, "height": 2200})
                        hide_left(page)
                        take(page, folder, f"{lesson.slug}-{theme.lower()}-{width}")
                page.evaluate("() => document.body.classList.add('toolkit-projector')")
                take(page, folder, f"{lesson.slug}-projector")
        browser.close()
    print("Pictures are in", folder.relative_to(ROOT))


if __name__ == "__main__":
    main()
