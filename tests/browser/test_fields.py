"""What people do to the fields: empty them, write with commas, translate the page, save, load it again, lose the kernel."""

import contextlib
import csv
import io
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import visit
from tests.browser.lab import SERVED, Lab, Traffic, open_notebook, run_all
from tests.browser.page_actions import count_answers, move, reset, write

pytestmark = pytest.mark.slow

FOLDER = "test-results"  # git-ignored, and inside what JupyterLab serves
CELLS = [
    """
import numpy as np
from toolkit.explore import *

weeks = np.arange(17)
Explorer(lesson=1, module="x", title="A line", controls=[Slider("slope", "Slope", 1.0, high=2.0, unit="points"), Seed()],
         presets=[Preset("Steep", "It falls.", {"slope": 1.4}), Preset("Flat", "It stays.", {"slope": 0.0})],
         run=lambda slope, seed: 24 - slope * weeks + 0 * seed,
         chart=lambda y: picture([line(weeks, y, name="score")], (axis("week", 0, 16), axis("points", -10, 30))),
         sentence=lambda y: f"It ends at {y[-1]:.1f} points.", table=lambda y: {"week": weeks}, ledger=lambda values: [])
""",
    """
Sketch("Draw it.", weeks=[0, 8, 16], low=0, high=30, start=20, unit="points", curve=lambda y: y)
""",
    'Choose("Blue?", {"Yes, it is": "So it is.", "No, never": "Look up."}, right="Yes, it is")',
    'Calculate("How much less?", -4.5, tolerance=0.1, unit="points", reply="Yes.", hint="Count again.")',
    'Order("Sizes?", ["mouse", "cat", "horse"], ends=("smallest", "largest"), reply="Yes.", hint="Weigh them.")',
    'Matrix("Which?", ["saw", "glue"], {"well": "●", "not": "○"}, {"cuts": "Teeth."}, {"books": {"cuts": {"saw": "well"}}})',
    """
class Game:
    over, seen = False, 1
    def picture(self): return picture([line([0, 1], [0, self.seen], name="y")], (axis("x", 0, 1), axis("y", 0, 9)))
    def sentence(self): return f"Turn {self.seen}."
    def take(self, dose): self.seen += 1
    def again(self): self.seen = 1

Turns(title="A game", choices={"dose": ("Dose", {"less": "A little less", "more": "A little more"})}, game=Game())
""",
    'Answers("lesson")',
]


@contextlib.contextmanager
def opened(lab: Lab, browser: Browser, name: str) -> Iterator[Page]:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code.strip()) for code in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for cell in notebook.cells:
        cell.metadata["jupyter"] = {"source_hidden": True}
    file = Path(SERVED / FOLDER / name)
    file.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, file)
    with visit(lab, browser, Traffic()) as page:
        open_notebook(page, file.name, FOLDER)
        run_all(page)
        yield page
    file.unlink()


@pytest.fixture(scope="module")
def fields(lab: Lab, browser: Browser) -> Iterator[Page]:
    with opened(lab, browser, "fields.ipynb") as page:
        yield page


def asks(page: Page, prompt: str) -> Locator:
    """The form that asks this."""
    form = page.locator("form", has=page.get_by_role("group", name=prompt, exact=True))
    form.scroll_into_view_if_needed()
    return form


# --- number boxes ---

READ = {
    "0,7": 0.7,
    "1.3": 1.3,
    "−0": 0.0,
    " 2 ": 2.0,
    "1,1 points": 1.1,
    "\uff11\uff0e\uff12": 1.2,
    "\u0661\u066b\u0664": 1.4,
}
READ |= {"": None, "  ": None, "lots": None, "1,2,3": None, "-": None, "9": None, "-0,5": None, "1e": None}


def test_box_knob_and_picture_stay_together_whatever_is_done(fields: Page) -> None:
    place = reset(fields, "A line")
    box, knob = place.get_by_role("spinbutton", name="Slope: exact number"), place.get_by_role("slider", name="Slope")
    flat = place.get_by_role("button", name="Flat")

    class Hands(RuleBasedStateMachine):
        @initialize()
        def open(self) -> None:
            place.get_by_role("button", name="Reset", exact=True).click()
            self.value = 1.0
            self.together()

        @rule(text=st.sampled_from(list(READ)), way=st.sampled_from(["Enter", "Tab", "click"]))
        def type(self, text: str, way: str) -> None:
            box.fill(text)
            if way == "click":
                place.locator(".toolkit-sentence").click()
            else:
                box.press(way)
            said = place.locator(".toolkit-slider").get_by_role("alert")
            if READ[text] is None and text.strip():
                expect(said).to_contain_text(f"It stays {self.value:.1f}.")
            else:
                expect(said).to_have_count(0)
            self.value = self.value if READ[text] is None else READ[text]

        @rule(text=st.sampled_from(["", "lots", "0,3"]), key=st.sampled_from(["Home", "End"]))
        def type_and_pull_the_knob(self, text: str, key: str) -> None:
            box.fill(text)
            knob.press(key)
            self.value = {"Home": 0.0, "End": 2.0}[key]

        @rule(text=st.sampled_from(["", "lots", "0,3"]), name=st.sampled_from(["Steep", "Flat"]))
        def type_and_press_a_preset(self, text: str, name: str) -> None:
            box.fill(text)
            place.get_by_role("button", name=name).click()
            self.value = {"Steep": 1.4, "Flat": 0.0}[name]

        @rule(key=st.sampled_from(["ArrowUp", "ArrowDown"]))
        def step(self, key: str) -> None:
            box.press(key)
            self.value = round(min(2.0, max(0.0, self.value + (0.1 if key == "ArrowUp" else -0.1))), 1)

        @rule()
        def take_a_move_back(self) -> None:
            before = self.value
            other = "Steep" if before == 0 else "Flat"
            place.get_by_role("button", name=other).click()
            expect(box).not_to_have_value(f"{before:.1f}")
            place.get_by_role("button", name="Undo").click()

        @invariant()
        def together(self) -> None:
            if not hasattr(self, "value"):
                return
            expect(place.locator(".toolkit-sentence")).to_have_text(f"It ends at {24 - 16 * self.value:.1f} points.")
            expect(box).to_have_value(f"{self.value:.1f}")
            expect(knob).to_have_value(f"{self.value:g}")

    run_state_machine_as_test(
        Hands, settings=settings(max_examples=8, stateful_step_count=8, deadline=None, phases=[Phase.generate])
    )
    move(place, flat.click)


def test_either_end_can_be_typed(fields: Page) -> None:
    place = reset(fields, "A line")
    box = place.get_by_role("spinbutton", name="Slope: exact number")
    for end in ("0.0", "2.0"):
        box.fill(end)
        box.press("Enter")
        expect(place.locator(".toolkit-slider").get_by_role("alert")).to_have_count(0)
        expect(place.locator(".toolkit-sentence")).to_have_text(f"It ends at {24 - 16 * float(end):.1f} points.")


def test_an_arrow_goes_on_after_a_number_that_could_not_be_read(fields: Page) -> None:
    place = reset(fields, "A line")
    box = place.get_by_role("spinbutton", name="Slope: exact number")
    box.fill("lots")
    box.press("Enter")
    expect(place.locator(".toolkit-slider").get_by_role("alert")).to_contain_text("It stays 1.0.")
    box.press("ArrowUp")
    expect(place.locator(".toolkit-slider").get_by_role("alert")).to_have_count(0)
    expect(place.locator(".toolkit-sentence")).to_have_text(f"It ends at {24 - 16 * 1.1:.1f} points.")


def test_what_is_pressed_beside_a_number_that_cannot_be_read_stays_under_the_hand(fields: Page) -> None:
    """The words of what is wrong move all that stands below them: they wait until the press has ended."""
    size = fields.viewport_size
    fields.set_viewport_size({"width": 480, "height": 1600})  # the controls stand above picture and buttons
    place = reset(fields, "A line")
    place.get_by_role("spinbutton", name="Slope: exact number").fill("lots")
    move(place, place.get_by_role("button", name="Flat", exact=True).click)
    place.get_by_role("spinbutton", name="Slope: exact number").fill("lots")
    move(place, place.get_by_role("button", name="Reset", exact=True).click)
    expect(place.locator(".toolkit-sentence")).to_have_text("It ends at 8.0 points.")
    place.get_by_role("spinbutton", name="Slope: exact number").fill("lots")
    place.locator(".toolkit-sentence").click()
    expect(place.locator(".toolkit-slider").get_by_role("alert")).to_contain_text("It stays 1.0.")
    fields.set_viewport_size(size)


@pytest.mark.parametrize("before", ["", "0.3"], ids=["chosen to type over", "typed"])
def test_a_late_answer_takes_nothing_from_under_the_hands(fields: Page, before: str) -> None:
    """A preset is pressed, and before the kernel has answered the learner is in the box."""
    place = reset(fields, "A line")
    box = place.get_by_role("spinbutton", name="Slope: exact number")
    box.evaluate(
        """(box, text) => {
            [...box.closest('section').querySelectorAll('button')].find(one => one.textContent === 'Steep').click();
            box.focus();
            box.select();
            if (text) document.execCommand('insertText', false, text);
        }""",
        before,
    )
    expect(place.locator(".toolkit-sentence")).to_have_text(f"It ends at {24 - 16 * 1.4:.1f} points.")
    fields.keyboard.type("" if before else "0.3")
    fields.keyboard.press("Enter")
    expect(place.locator(".toolkit-sentence")).to_have_text(f"It ends at {24 - 16 * 0.3:.1f} points.")


def test_a_people_number_of_half_a_person_is_said_and_not_made_five(fields: Page) -> None:
    place = reset(fields, "A line")
    box = place.get_by_role("spinbutton", name="People number")
    before = count_answers(place)
    write(box, "4,5")
    expect(place.get_by_role("alert")).to_have_text("Whole numbers from 0 to 9999 only. It stays 1.")
    expect(box).to_have_value("1")
    move(place, lambda: write(box, "45"))
    assert count_answers(place) == before + 1


# --- keys ---


def test_only_our_own_keys_are_kept_from_jupyterlab(fields: Page) -> None:
    fields.evaluate("""() => {
        window.ran = [];
        window.jupyterapp.commands.commandExecuted.connect((_, { id }) => window.ran.push(id));
    }""")
    fields.route("**/api/contents/**", lambda route: route.continue_())
    place = reset(fields, "A line")
    count = "() => window.jupyterapp.shell.currentWidget.content.widgets.length"
    cells = fields.evaluate(count)
    choose = asks(fields, "Blue?")
    for field in [
        place.get_by_role("slider", name="Slope"),
        place.get_by_role("spinbutton", name="Slope: exact number"),
        place.get_by_role("textbox", name="Scenario code"),
        place.get_by_role("button", name="Pin"),
        choose.get_by_role("radio").first,
        asks(fields, "Sizes?").get_by_role("button", name="Move up: cat"),
    ]:
        field.focus()
        fields.keyboard.press("ControlOrMeta+s")
        fields.wait_for_function("() => window.ran.includes('docmanager:save')")
        for key in ("x", "a", "Shift+m"):
            fields.keyboard.press(key)
        expect(field).to_be_focused()
        ran = {name for name in fields.evaluate("() => window.ran.splice(0)") if not name.endswith(":get-kernel")}
        assert ran == {"docmanager:save"}, (
            "letters are letters"
        )  # for its kernel JupyterLab asks by itself, now and then
    assert fields.evaluate(count) == cells
    box = place.get_by_role("textbox", name="Scenario code")
    box.fill("ABC")
    box.press("ControlOrMeta+a")
    assert box.evaluate("box => box.selectionEnd - box.selectionStart") == 3
    move(place, lambda: place.get_by_role("button", name="Reset", exact=True).click())


# --- the browser's translator ---

# Every text that may be translated is another one, in <font><font>; also what is written later.
TRANSLATOR = """() => {
    const translate = node => {
        if (node.nodeType === Node.TEXT_NODE) {
            const text = node.textContent.trim(), parent = node.parentElement;
            if (!text || !parent?.closest('.toolkit') || parent.closest('[translate="no"], font, svg, style, textarea')) return;
            const outer = document.createElement('font'), inner = document.createElement('font');
            inner.textContent = [...text].reverse().join('');
            outer.append(inner);
            node.replaceWith(outer);
        } else for (const child of [...node.childNodes]) translate(child);
    };
    window.translator = new MutationObserver(changes => changes.forEach(({ addedNodes }) => addedNodes.forEach(translate)));
    translate(document.body);
    window.translator.observe(document.body, { subtree: true, childList: true });
}"""


def test_a_translated_page_plays_and_answers_as_ever(fields: Page) -> None:
    """The last on this page: a translator does not go away again."""
    place = reset(fields, "A line")
    fields.evaluate(TRANSLATOR)
    steep = fields.locator(".toolkit-presets button").first
    expect(steep).to_have_text("peetS")
    steep.click()
    expect(steep).to_have_attribute("aria-pressed", "true")
    expect(fields.locator(".toolkit-presets button").nth(1)).to_have_attribute("aria-pressed", "false")
    expect(fields.locator(".toolkit-slider .toolkit-value")).to_contain_text("points")
    assert place.locator("[translate=no]").count() >= 3, "numbers and codes are not for translators"
    blue, sizes, less = (fields.locator("form.toolkit-question").nth(number) for number in (1, 3, 2))
    blue.locator("input").first.check()
    blue.locator("button[type=submit]").click()
    expect(blue.locator(".toolkit-reply")).to_have_attribute("data-right", "true")
    for _ in range(2):
        sizes.locator("li").nth(2).locator("button").first.click()  # ▲ of the last: horse, then cat
    for wanted in ("false", "true"):
        sizes.locator("button[type=submit]").click()
        expect(sizes.locator(".toolkit-reply")).to_have_attribute("data-right", wanted)
        order(sizes, ["esuom", "tac", "esroh"])
    write(less.locator("input"), "−4,5")
    expect(less.locator(".toolkit-reply")).to_have_attribute("data-right", "true")


def order(form: Locator, things: list[str]) -> None:
    """Put things, by what is shown of them, in an order by hand."""
    for place, thing in enumerate(things):
        while form.locator("li").nth(place).locator("span").inner_text() != thing:
            form.locator("li").filter(has_text=thing).locator("button").first.press("Enter")


# --- a page loaded again, a kernel gone ---

SILENT = "The kernel does not answer."


def test_answers_are_there_after_a_reload_and_can_be_saved_when_the_kernel_has_gone(lab: Lab, browser: Browser) -> None:
    with opened(lab, browser, "reloaded.ipynb") as page:
        page.unroute("**/api/contents/**")
        asks(page, "Draw it.").get_by_role("slider", name="Week 16").press("Home")
        asks(page, "Draw it.").get_by_role("button", name="This is my guess").click()
        asks(page, "Blue?").get_by_role("radio", name="No, never").check()
        asks(page, "Blue?").get_by_role("button", name="Check").click()
        write(asks(page, "How much less?").get_by_role("textbox"), "−4,5 points")
        order(asks(page, "Sizes?"), ["mouse", "horse", "cat"])
        asks(page, "Sizes?").get_by_role("button", name="Check").click()
        saw = asks(page, "Which?").get_by_role("button", name="cuts, saw: place me")
        saw.click()
        asks(page, "Which?").get_by_role("button", name="Compare").click()
        expect(asks(page, "Which?")).to_contain_text("You placed 1 token.")
        expect(page.get_by_text("5 of 5 questions answered so far.")).to_be_visible()
        page.keyboard.press("ControlOrMeta+s")
        page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
        page.reload()
        shows_all(page)
        lose_the_kernel(page, lab)
        asks(page, "Blue?").get_by_role("radio", name="Yes, it is").check()
        asks(page, "Blue?").get_by_role("button", name="Check").click()
        asks(page, "Draw it.").get_by_role("button", name="Skip").click()
        asks(page, "Which?").get_by_role("button", name="Compare").click()
        asks(page, "Sizes?").get_by_role("button", name="Check").click()
        game = page.get_by_role("region", name="A game")
        game.get_by_role("button", name="Go on").click()
        for prompt in ("Blue?", "Draw it.", "Which?", "Sizes?"):
            expect(asks(page, prompt).locator(".toolkit-reply")).to_contain_text(SILENT, timeout=10_000)
            expect(asks(page, prompt)).to_contain_text("Your answer stays on this page")
        expect(game.get_by_role("alert")).to_contain_text(SILENT, timeout=10_000)
        with page.expect_download() as download:
            page.get_by_role("button", name="Save my answers").click()
        text = Path(download.value.path()).read_bytes().decode()
        assert text[0] == "\ufeff", "Excel wants the mark"
        assert list(csv.reader(io.StringIO(text[1:]))) == [
            ["question", "answer", "right", "tries"],
            ["Draw it.", "", "", ""],
            ["Blue?", "Yes, it is", "", ""],
            ["How much less?", "-4.5", "True", "1"],
            ["Sizes?", "mouse; horse; cat", "", ""],
            ["Which?", "cuts, saw: well", "", ""],
        ]


def shows_all(page: Page) -> None:
    """Every answer that was given, with its reply."""
    curve = asks(page, "Draw it.")
    expect(curve.get_by_role("slider", name="Week 16")).to_have_value("0", timeout=60_000)
    expect(curve.locator(".toolkit-reply")).to_contain_text("stays on the picture")
    expect(asks(page, "Blue?").get_by_role("radio", name="No, never")).to_be_checked()
    expect(asks(page, "Blue?").locator(".toolkit-reply")).to_have_text("Not right yet. Look up.")
    expect(asks(page, "How much less?").get_by_role("textbox")).to_have_value("-4.5")
    expect(asks(page, "How much less?").locator(".toolkit-reply")).to_have_text("Right. Yes.")
    expect(asks(page, "Sizes?").locator("li span")).to_have_text(["mouse", "horse", "cat"])
    expect(asks(page, "Which?").get_by_role("button", name="cuts, saw: well")).to_be_visible()
    expect(page.get_by_text("5 of 5 questions answered so far.")).to_be_visible()


def lose_the_kernel(page: Page, lab: Lab) -> None:
    """As a server does with a kernel that nobody seems to use."""
    kernel = page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.id")
    gone = page.request.delete(f"/api/kernels/{kernel}", headers={"Authorization": f"token {lab.token}"})
    assert gone.ok
