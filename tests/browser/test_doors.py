"""Two plain doors in real JupyterLab: a slider of ipywidgets linked both ways, a picture by plotly, pictures saved as files."""

import xml.etree.ElementTree
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

import toolkit
from tests.browser.conftest import visit
from tests.browser.lab import SERVED, Lab, Traffic, open_notebook, run_all
from tests.browser.page_actions import explorer, move, sentence

pytestmark = pytest.mark.slow

FOLDER = "test-results"  # git-ignored, and inside what JupyterLab serves
LINKED = """
import ipywidgets
from toolkit.lessons import lesson

explorer = lesson(3).explorer()
slider = ipywidgets.FloatSlider(value=1, min=0, max=2, step=0.1, description="mine")
front = ipywidgets.IntSlider(value=12, min=0, max=26, description="front")
ipywidgets.link((slider, "value"), (explorer.params, "medication"))
page = ipywidgets.jslink((front, "value"), (explorer.params, "week"))
display(explorer, slider, front)
"""
DRAWN = """
import plotly.graph_objects as go
from toolkit.explore import COLOURS, Explorer, Slider

Explorer(lesson=2, module="x", title="Bars", controls=[Slider("high", "High", 1.0, high=3.0)], presets=[],
         run=lambda high: high, sentence=lambda high: f"It is {high:.1f} high.", table=lambda high: {"height": [high]},
         chart=lambda high: go.Figure(go.Bar(x=["one", "two"], y=[1, high], marker_color=COLOURS["both"])),
         ledger=lambda _: [])
"""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def page(lab: Lab, browser: Browser) -> Iterator[Page]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in (LINKED, DRAWN)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file = Path(SERVED / FOLDER / "doors.ipynb")
    file.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, file)
    with visit(lab, browser, Traffic()) as page:
        open_notebook(page, file.name, FOLDER)
        run_all(page)
        yield page
    file.unlink()


def test_a_slider_of_ipywidgets_moves_picture_and_sentence_and_is_moved(page: Page) -> None:
    place, same = explorer(page), toolkit.lessons.lesson(3).explorer()
    mine = page.locator(".widget-slider", has_text="mine").get_by_role("slider")
    paths = place.locator(".js-line").evaluate_all("lines => lines.map(line => line.getAttribute('d'))")
    mine.focus()
    page.keyboard.press("ArrowRight")
    same.set(medication=1.1)
    expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)
    expect(place.get_by_role("slider", name="Medication works")).to_have_value("1.1")
    place.locator(".toolkit-chart").scroll_into_view_if_needed()  # what is out of sight is painted once it comes
    page.wait_for_function(
        "([place, paths]) => JSON.stringify([...place.querySelectorAll('.js-line')].map(line => line.getAttribute('d')))"
        " !== JSON.stringify(paths)",
        arg=[place.element_handle(), paths],
    )
    move(place, lambda: place.get_by_role("slider", name="Medication works").press("ArrowRight"))
    expect(mine).to_have_attribute("aria-valuenow", "1.2")
    move(place, lambda: place.get_by_role("button", name="Undo").press("Enter"))
    expect(mine).to_have_attribute("aria-valuenow", "1.1")


def test_a_link_that_the_page_makes_moves_it_too(page: Page) -> None:
    place, same = explorer(page), toolkit.lessons.lesson(3).explorer()
    place.get_by_role("button", name="Reset", exact=True).press("Enter")
    expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)
    front = page.locator(".widget-slider", has_text="front").get_by_role("slider")
    front.focus()
    page.keyboard.press("ArrowRight")
    same.set(week=13)
    expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)


def test_a_picture_by_plotly_is_drawn_in_the_pages_colours_and_moves(page: Page) -> None:
    place = explorer(page, "Bars")
    bars = place.locator(".bars path")
    expect(bars).to_have_count(2)
    expect(bars.first).to_have_css("fill", "rgb(0, 122, 85)")  # light or dark is seen a moment after the page has come
    before, paper = bars.first.get_attribute("d"), place.locator(".main-svg").first
    assert paper.evaluate("paper => getComputedStyle(paper).backgroundColor") == "rgba(0, 0, 0, 0)"
    move(place, lambda: place.get_by_role("slider", name="High", exact=True).press("End"))
    expect(bars.first).not_to_have_attribute("d", before)
    assert sentence(place) == "It is 3.0 high."


@pytest.mark.parametrize(
    ("title", "kind"), [("Do the two add up?", "PNG"), ("Do the two add up?", "SVG"), ("Bars", "SVG")]
)
def test_the_picture_is_saved_with_its_setting_and_code_on_it(page: Page, title: str, kind: str) -> None:
    place = explorer(page, title)
    move(place, lambda: place.get_by_role("button", name="Reset", exact=True).press("Enter"))
    slider = place.get_by_role("slider", name="Medication works" if title != "Bars" else "High").first
    move(place, lambda: slider.press("Home"))
    code = place.get_by_role("textbox", name="Scenario code").input_value()
    with page.expect_download() as download:
        place.get_by_role("button", name=f"Save picture ({kind})").press("Enter")
    assert download.value.url.startswith("blob:")
    assert download.value.suggested_filename.endswith(f"-{code}.{kind.lower()}")
    expect(place.get_by_role("status")).to_have_text(f"Saved as {download.value.suggested_filename}.")
    file = Path(download.value.path())
    if kind == "PNG":
        with Image.open(file) as picture:
            assert picture.width == 1800
            colours = {pixel for _, pixel in picture.convert("RGB").getcolors(1 << 24)}
        assert {(255, 255, 255), (0, 104, 163), (0, 122, 85)} <= colours
        return
    drawing = xml.etree.ElementTree.parse(file).getroot()  # noqa: S314 - our own
    words = ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]
    assert title in words
    assert f"Scenario code {code}. A teaching toy, not advice." in words
    if title != "Bars":
        assert "Medication works: 0 × usual · People number: 1" in words
    assert drawing.find(f"{SVG}desc").text == sentence(place)
    assert "toolkit-colour" not in file.read_text(encoding="utf-8")
