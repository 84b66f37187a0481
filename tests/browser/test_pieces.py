"""The pieces that lesson 03 does not use, in a notebook of their own: sketch, order, number, a failing run, a live week, twins."""

import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import visit
from tests.browser.lab import SERVED, Lab, Traffic, open_notebook, run_all
from tests.browser.page_actions import count_answers, move, read_paths, reset, write

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

TWINS = """
from toolkit.explore import Week

def growing(title):
    return Explorer(
        lesson=1, module="x", title=title, presets=[], ledger=lambda values: [],
        controls=[Week(value=2, low=1, high=16, live=True), Slider("slope", "Slope", 1.0, high=2.0)],
        run=lambda week, slope: (weeks[: week + 1], 24 - slope * weeks[: week + 1]),
        chart=lambda seen: picture([line(*seen, name="score")], (axis("week", 0, 16), axis("points", 0, 30))),
        sentence=lambda seen: f"It ends at {seen[1][-1]:.1f} points.", table=lambda seen: {"week": seen[0]})

display(growing("Twin 0"), growing("Twin 1"), growing("Twin 1"))
"""
CALCULATE = """
from toolkit.explore import Calculate

Calculate("How many?", 12, tolerance=0.5, unit="cats", reply="Yes.", hint="Count again.")
"""
KEPT_BACK = """
from toolkit.explore import Choice, Predict

shapes = {"flat": "flat", "bent": "bent"}
Explorer(lesson=1, module="x", title="Kept back", controls=[Choice("shape", "Shape", "flat", options=shapes)],
         presets=[Preset("Bent", "It bends.", {"shape": "bent"})], run=lambda shape: weeks * (shape == "bent"),
         chart=lambda y: picture([line(weeks, y, name="score")], (axis("week", 0, 16), axis("points", 0, 30))),
         sentence=lambda y: f"It ends at {y[-1]} points.", table=lambda y: {"week": weeks}, ledger=lambda values: [],
         guess=Predict("Flat or bent?", {"flat": "Yes.", "bent": "No."}))
"""
MATRIX = """
from toolkit.explore import Matrix

Matrix("Who does what?", ["medication", "therapy"], {"strong": "●", "weak": "○"}, {"sleep": "Rest."}, {"we": {}})
"""
CELLS = (SKETCH, EXPLORER, ORDER, TWINS, CALCULATE, KEPT_BACK, MATRIX)


@pytest.fixture(scope="module")
def pieces(lab: Lab, browser: Browser) -> Iterator[Page]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file = Path(SERVED / FOLDER / "pieces.ipynb")
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
    heights = pad.locator("text[text-anchor=end]").evaluate_all(
        "texts => texts.map((text) => [Number(text.textContent), Number(text.getAttribute('y'))])"
        ".filter(([value]) => value === value)"
    )
    assert len(heights) == 5
    assert sorted(heights) == sorted(heights, key=lambda mark: -mark[1]), "more stands higher"
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
    assert len(read_paths(reset(pieces, "A falling line"))) > 2


def test_what_the_pad_draws_dotted_is_told_in_words(pieces: Page) -> None:
    told = "Dotted, for orientation: nothing: 24 points in week 0, 22 points in week 4, 20 points in week 8"
    expect(pieces.get_by_role("paragraph").filter(has_text=told)).to_be_attached()


def test_where_the_veil_is_lifted_by_keyboard_the_focus_goes_on_to_the_first_control(pieces: Page) -> None:
    place = pieces.get_by_role("region", name="Kept back")
    place.scroll_into_view_if_needed()
    cells = pieces.locator(".jp-Cell")
    before = cells.count()
    place.get_by_role("button", name="Show it without a guess").press("Enter")
    for key in ("x", "a"):  # where JupyterLab has the keys, x cuts the cell and a makes another
        pieces.keyboard.press(key)
    expect(place.get_by_role("combobox", name="Shape")).to_be_focused()
    for key in ("x", "a"):
        pieces.keyboard.press(key)
    assert cells.count() == before
    expect(place.get_by_role("status")).to_have_text("The picture is open: Kept back")


def test_a_token_says_what_it_has_become(pieces: Page) -> None:
    token = pieces.get_by_role("button", name=re.compile("^sleep, therapy"))
    token.scroll_into_view_if_needed()
    status = pieces.locator("form", has=token).get_by_role("status")
    for level in ("strong", "weak"):
        token.press("Enter")
        expect(status).to_have_text(f"{level}: sleep, therapy")


def test_the_week_is_said_now_and_then_while_it_plays(pieces: Page) -> None:
    place = twin(pieces, 1)
    place.get_by_role("button", name="Play").press("Enter")
    expect(place.get_by_role("status")).to_have_text(re.compile(r"^Week \d+$"))
    expect(place.get_by_role("status")).to_contain_text("Week: 16. It ends at", timeout=30_000)
    move(place, lambda: place.get_by_role("button", name="Undo").press("Enter"))


def test_a_run_that_fails_leaves_the_picture_and_says_so(pieces: Page) -> None:
    place = reset(pieces, "A falling line")
    before = read_paths(place)
    slider = place.get_by_role("slider", name="Slope")
    slider.press("End")
    expect(place.get_by_role("alert")).to_contain_text("could not be shown")
    expect(slider).to_have_value("1")
    assert read_paths(place) == before
    slider.press("ArrowLeft")
    expect(place.get_by_role("alert")).to_be_hidden()
    expect(place.locator(".toolkit-sentence")).to_have_text("It ends at 9.6 points.")


def test_things_are_put_in_order_by_keyboard(pieces: Page) -> None:
    up = pieces.get_by_role("button", name="Move up: mouse")
    up.press("Enter")
    expect(up).to_be_focused()
    moved = pieces.locator("form", has=up).get_by_role("status")
    expect(moved).to_have_text("mouse: now 2 of 3")
    up.press("Enter")
    up.press("Enter")
    expect(moved).to_have_text("mouse is already the first")
    down = pieces.get_by_role("button", name="Move down: mouse")
    down.press("Enter")
    check = pieces.locator("form", has=up).get_by_role("button", name="Check", exact=True)
    check.press("Enter")
    expect(pieces.get_by_text("1 of 3 in their place. Weigh them.")).to_be_visible()
    up.press("Enter")
    check.press("Enter")
    expect(pieces.get_by_text("Yes.", exact=True)).to_be_visible()


def twin(pieces: Page, number: int) -> Locator:
    """One of two explorers that are alike."""
    place = pieces.get_by_role("region", name=f"Twin {number}", exact=True)
    place.scroll_into_view_if_needed()
    expect(place.locator(".js-line")).to_have_count(1)
    return place


def test_a_live_week_is_painted_by_the_page_while_it_plays(pieces: Page) -> None:
    place = twin(pieces, 0)
    curve, before = place.locator(".js-line"), count_answers(place)
    path = curve.get_attribute("d")
    place.get_by_role("button", name="Play").press("Enter")
    expect(curve).not_to_have_attribute("d", path)
    assert count_answers(place) == before, "the kernel need not hear of it"
    expect(place.locator(".toolkit-sentence")).to_have_text("It ends at 8.0 points.", timeout=30_000)
    assert count_answers(place) == before + 1, "but hears of the week in which it rests"


def test_two_explorers_that_are_alike_do_not_touch_each_other(pieces: Page) -> None:
    one, other = twin(pieces, 0), twin(pieces, 1)
    before = other.locator(".toolkit-sentence").inner_text()
    move(one, lambda: one.get_by_role("slider", name="Slope").press("ArrowLeft"))
    assert other.locator(".toolkit-sentence").inner_text() == before
    repeated = """() => { const ids = [...document.querySelectorAll('.toolkit [id]')].map(({ id }) => id);
        return ids.filter((id, place) => ids.indexOf(id) !== place) }"""
    assert [id for id in pieces.evaluate(repeated) if id.startswith("toolkit")] == []


def test_a_second_picture_of_one_title_has_a_name_of_its_own(pieces: Page) -> None:
    """And has it still when its cell has run again; which of the two is drawn first is the page's business."""
    expected = ["A falling line", "Kept back", "Twin 0", "Twin 1", "Twin 1, picture 2"]
    assert sorted(names(pieces)) == expected
    run_all(pieces)
    assert sorted(names(pieces)) == expected


def names(pieces: Page) -> list[str]:
    places = pieces.locator(".toolkit-explorer")
    expect(places).to_have_count(5)
    return [place.get_attribute("aria-label") for place in places.all()]


def test_an_answer_that_is_very_long_or_runs_from_right_to_left_is_asked_for_again(pieces: Page) -> None:
    box = pieces.get_by_role("textbox", name="Your answer (cats)")
    question = pieces.locator("form", has=box)
    for text in ("\u05d0\u05d1\u202e\u0661\u0662", "9" * 4000):
        box.fill(text)
        box.press("Enter")
        expect(question).to_contain_text("is not a number; write one such as 12.5.")
        wide = "form => form.scrollWidth - form.clientWidth"
        assert question.evaluate(wide) <= 1, "what is said stays within the question"
    write(box, "12")
    expect(question).to_contain_text("Yes.")


def test_the_words_of_a_sketch_can_be_read_on_a_phone(pieces: Page) -> None:
    """By hand it failed on: words that shrink with the sketch, to 6 px."""
    size = "text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a"
    words = pieces.locator(".toolkit-pad text")
    question = pieces.locator(".toolkit", has=pieces.locator(".toolkit-pad"))
    for width in ("280px", "350px", ""):  # as on pages of 320 and 390 px, and as it was
        question.evaluate("(question, width) => (question.style.width = width)", width)
        assert min(words.evaluate_all(f"all => all.map({size})")) > 10


def test_axe_finds_nothing_wrong_in_the_pieces(pieces: Page) -> None:
    found = Axe().run(pieces, {"include": [[".toolkit"]]}).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
