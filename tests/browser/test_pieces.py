"""The pieces that lesson 02 does not use, in a notebook made for the purpose: sketch, ordering, a run that fails."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visit
from tests.browser.hands import drawn, fresh
from tests.browser.lab import ROOT, Lab, Traffic, open_notebook, run_all

pytestmark = pytest.mark.slow

FOLDER = "test-results"  # git-ignored, and inside what JupyterLab serves
SKETCH = """
import numpy as np
from toolkit.explore import Explorer, Order, Preset, Sketch, Slider, axis, line, picture

sketch = Sketch("Draw what happens.", weeks=[0, 4, 8, 12, 16], low=0, high=30, start=20, unit="points",
                curve=lambda y: y, known={"nothing": [24, 22, 20, 19, 18]})
sketch
"""
EXPLORER = """
weeks = np.arange(17)

def run(slope):
    if slope > 1.5:
        raise ZeroDivisionError("the toy is stuck")
    return 24 - slope * weeks

Explorer(lesson=1, module="x", title="A falling line", controls=[Slider("slope", "Slope", 1.0, high=2.0)], presets=[], run=run,
         chart=lambda y: picture([line(weeks, y, name="score")], (axis("week", 0, 16), axis("points", 0, 30))),
         sentence=lambda y: f"It ends at {y[-1]:.1f} points.", table=lambda y: {"week": weeks, "points": y},
         ledger=lambda values: [], guess=sketch)
"""
ORDER = """
Order("From small to large?", ["mouse", "cat", "horse"], ends=("smallest", "largest"), reply="Yes.", hint="Weigh them.")
"""


@pytest.fixture(scope="module")
def pieces(lab: Lab, browser: Browser) -> Iterator[Page]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in (SKETCH, EXPLORER, ORDER)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file = Path(ROOT / FOLDER / "pieces.ipynb")
    file.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, file)
    with visit(lab, browser, Traffic()) as page:
        open_notebook(page, file.name, FOLDER)
        run_all(page)
        yield page
    file.unlink()


def test_a_curve_is_drawn_by_mouse_and_by_keyboard_then_compared(pieces: Page) -> None:
    explorer = pieces.get_by_role("region", name="A falling line")
    expect(explorer).to_contain_text("waits for your guess")
    pad = pieces.locator(".toolkit-pad svg")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    pieces.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    pieces.mouse.down()
    pieces.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + box["height"] * 0.8, steps=8)
    pieces.mouse.up()
    last = pieces.get_by_role("slider", name="Week 16")
    assert float(last.input_value()) < 8
    last.focus()
    pieces.keyboard.press("Home")
    pieces.keyboard.press("ArrowRight")
    assert last.get_attribute("aria-valuetext") == "1 points"
    pieces.get_by_role("slider", name="Week 0").focus()
    pieces.keyboard.press("Enter")
    expect(pieces.get_by_text("stays on the picture as a dashed line")).to_be_visible()
    expect(explorer.locator(".toolkit-guess")).to_contain_text("points off on average")
    assert len(drawn(fresh(pieces, "A falling line"))) > 2


def test_a_run_that_fails_leaves_the_picture_and_says_so(pieces: Page) -> None:
    place = fresh(pieces, "A falling line")
    before = drawn(place)
    slider = place.get_by_role("slider", name="Slope")
    slider.press("End")
    expect(place.get_by_role("alert")).to_contain_text("could not be shown")
    expect(slider).to_have_value("1")
    assert drawn(place) == before
    slider.press("ArrowLeft")
    expect(place.get_by_role("alert")).to_be_hidden()
    expect(place.locator(".toolkit-sentence")).to_have_text("It ends at 9.6 points.")


def test_things_are_put_in_order_by_keyboard(pieces: Page) -> None:
    up = pieces.get_by_role("button", name="Move up: mouse")
    up.press("Enter")
    expect(up).to_be_focused()
    check = pieces.get_by_role("button", name="Check", exact=True)
    check.press("Enter")
    expect(pieces.get_by_text("1 of 3 in their place. Weigh them.")).to_be_visible()
    up.press("Enter")
    check.press("Enter")
    expect(pieces.get_by_text("Yes.", exact=True)).to_be_visible()


def test_axe_finds_nothing_wrong_in_the_pieces(pieces: Page) -> None:
    found = Axe().run(pieces, {"include": [[".toolkit"]]}).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
