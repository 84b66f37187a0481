"""A notebook played, saved and opened again: with its kernel it plays on, without it shows what was played; so does its export."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visit
from tests.browser.lab import SERVED, Lab, Traffic, open_notebook, run_all
from tests.browser.page_actions import TITLE, explorer, move, sentence

pytestmark = pytest.mark.slow

FOLDER = "test-results"  # git-ignored, and inside what JupyterLab serves
CELLS = (
    "import toolkit\nlesson = toolkit.lessons.lesson(3)\nexplorer = lesson.explorer()\nexplorer",
    "from toolkit.explore import Choose\nChoose('Which?', {'this': 'This it is.', 'that': 'Not that.'}, right='this')",
)
SAVE = "() => window.jupyterapp.commands.execute('docmanager:save')"
END = "() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()"
STRICT = "A harder goal"


@pytest.fixture(scope="module")
def file() -> Iterator[Path]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file = SERVED / FOLDER / "saved.ipynb"
    file.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, file)
    yield file
    file.unlink()


def opened(page: Page, file: Path) -> Page:
    open_notebook(page, file.name, FOLDER)
    page.unroute("**/api/contents/**")  # this one is to be saved
    return page


def save(page: Page, file: Path, words: str) -> str:
    """Save until the file holds the words: the still is renewed some seconds after the last move."""
    for _ in range(20):
        page.evaluate(SAVE)
        page.wait_for_timeout(500)
        if words in (text := file.read_text(encoding="utf-8")):
            return text
    raise AssertionError(f"not saved: {words}")


def test_what_was_played_is_there_the_next_day_and_in_the_export(lab: Lab, browser: Browser, file: Path) -> None:
    with visit(lab, browser, Traffic()) as page:
        opened(page, file)
        run_all(page)
        place = explorer(page, TITLE)
        move(place, place.get_by_role("button", name=STRICT).click)
        strict, code = sentence(place), place.get_by_role("textbox", name="Scenario code").input_value()
        page.get_by_role("radio", name="that").check()
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator(".toolkit-question .toolkit-reply").last).to_contain_text("Not that.")
        text = save(page, file, "Answered: that")
        assert code in text
        assert "widget-view" not in text

        opened(page, file)
        place = explorer(page, TITLE)
        assert sentence(place) == strict
        move(place, place.get_by_role("button", name="Reset", exact=True).click)
        assert sentence(place) != strict, "with its kernel it plays on"
        move(place, place.get_by_role("button", name=STRICT).click)
        save(page, file, code)
        page.evaluate(END)

        opened(page, file)
        saved = page.locator(".jp-OutputArea-output figure")
        expect(saved).to_contain_text(strict)
        expect(saved).to_contain_text(code)
        assert saved.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 400
        expect(page.get_by_text("Answered: that")).to_be_visible()
        page.wait_for_timeout(3000)  # as long as JupyterLab looks for a widget that has gone
        expect(page.get_by_text("Error displaying widget")).to_have_count(0)
        page.evaluate(END)

    exported, _ = HTMLExporter().from_filename(str(file))
    for words in (strict, code, "Answered: that", "Not that."):
        assert words in exported
