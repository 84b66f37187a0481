"""Press → words: every button, key and field of our widgets does what it is called, on the page and in the kernel alike.

By hand it failed on: Undo wired to reset; Pin that unpins; a read-out of the value before; ArrowRight by two steps; a choice
that takes its neighbour; the description of another element; a token that goes round backwards; "Move up" that moves down; the week
in words of another week; a ledger row whose tag is its neighbour's.
"""

import re

import pytest
from playwright.sync_api import Browser, expect

import toolkit
from tests.browser.wire import wired
from tests.explore.test_explorer import made
from toolkit.explore import Answers, Mission
from toolkit.explore.control import Choice, Seed, Slider, Switch, Week
from toolkit.lessons.fast_and_lasting import jobs
from toolkit.lessons.finding_the_right_medication import prescriber

pytestmark = pytest.mark.slow
LESSON = toolkit.lessons.lesson(3)


@pytest.fixture(scope="module")
def bare(browser: Browser):
    with wired(browser) as made:
        yield made


@pytest.fixture(scope="module")
def opened(bare):
    """Lesson 03's explorer: (page, its section, the Explorer)."""
    page, open_widget = bare
    explorer = open_widget(lambda: LESSON.explorer())
    section = page.get_by_role("region", name=LESSON.pictures["explorer"], exact=True)
    expect(section.locator(".toolkit-chart svg").first).to_be_visible(timeout=30_000)
    return page, section, explorer


def said(section):
    return section.locator(".toolkit-sentence")


def press(section, name, **more):
    section.get_by_role("button", name=name, exact=True, **more).click()


def agrees(section, explorer):
    """The page says what the kernel has."""
    expect(said(section)).to_have_text(explorer.sentence)
    for name, control in explorer.controls.items():
        field = section.get_by_label(control.label, exact=True)
        if isinstance(control, Switch):
            assert field.is_checked() == control.value, name
        elif isinstance(control, Choice):
            assert field.evaluate("field => field.selectedOptions[0].textContent") == control.options[control.value], (
                name
            )
        else:
            assert float(field.input_value()) == pytest.approx(control.value), name


@pytest.fixture
def fresh(opened):
    _page, section, _explorer = opened
    explorer_at_first = LESSON.explorer().sentence
    press(section, "Reset")
    expect(said(section)).to_have_text(explorer_at_first)
    section.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    return opened


def test_each_preset_shows_its_own_and_says_that_it_is_pressed(fresh):
    _, section, explorer = fresh
    for preset in LESSON.presets:
        press(section, preset.name)
        expect(section.get_by_role("button", name=preset.name, exact=True, pressed=True)).to_be_visible()
        expect(section.locator(".toolkit-says")).to_have_text(" ".join(preset.says.split()))
        agrees(section, explorer)
        assert explorer.values == {**LESSON.opening, **preset.values}
        assert section.locator('.toolkit-presets [aria-pressed="true"]').count() == 1


def test_undo_goes_one_back_and_reset_to_the_opening(fresh):
    _, section, explorer = fresh
    first = explorer.sentence
    press(section, "A harder goal")
    agrees(section, explorer)
    strict = explorer.sentence
    press(section, "Three groups only")
    agrees(section, explorer)
    assert explorer.sentence not in (first, strict)
    press(section, "Undo")
    expect(said(section)).to_have_text(strict)
    press(section, "Three groups only")
    press(section, "Reset")
    expect(said(section)).to_have_text(first)
    agrees(section, explorer)
    assert explorer.values == LESSON.opening


def test_pin_keeps_what_is_shown_and_lets_it_go(fresh):
    _, section, explorer = fresh
    pinned = explorer.sentence
    press(section, "Pin")
    expect(section.locator(".toolkit-then")).to_contain_text(pinned)
    first = explorer.code
    press(section, "A harder goal")
    expect(section.locator(".toolkit-then")).to_contain_text(pinned)
    press(section, "Pin")
    own = section.get_by_role("textbox", name="What did you expect?")
    expect(own).to_have_count(2)
    own.nth(1).fill("Fewer people.")
    own.nth(1).press("Enter")
    section.get_by_role("button", name=f"Show again: {first}").click()
    expect(said(section)).to_have_text(pinned)
    assert [pin["line"] for pin in explorer.pins] == ["", "Fewer people."]
    section.get_by_role("button", name=f"Unpin: {first}").click()
    expect(own).to_have_count(1)
    expect(own).to_have_value("Fewer people.")
    section.get_by_role("button", name="Unpin").click()
    expect(section.locator(".toolkit-then")).to_be_hidden()
    assert explorer.pins == []


def test_arrow_keys_move_what_they_say_by_a_step(fresh):
    page, section, explorer = fresh
    for name, control in explorer.controls.items():
        if not isinstance(control, Slider) or isinstance(control, Seed | Week):
            continue
        field = section.get_by_role("slider", name=control.label, exact=True)
        field.focus()
        steps = list(control.allowed)
        for key, to in (
            ("ArrowRight", steps.index(control.value) + 1),
            ("ArrowLeft", -1),
            ("End", len(steps) - 1),
            ("Home", 0),
        ):
            now = steps.index(explorer.controls[name].value)
            meant = steps[now - 1 if to == -1 else to]
            field.press(key)
            page.wait_for_timeout(30)
            expect(field).to_have_js_property("valueAsNumber", meant)
            expect(said(section)).to_have_text(explorer.sentence)
            assert explorer.controls[name].value == pytest.approx(meant), f"{name}, {key}"
            digits = len(f"{control.step:g}".partition(".")[2])
            assert field.get_attribute("aria-valuetext") == f"{meant:.{digits}f} {control.unit}".strip()
            exact = section.get_by_role("spinbutton", name=f"{control.label}: exact number")
            expect(exact).to_have_value(f"{meant:.{digits}f}")


def test_a_choice_takes_what_is_chosen_and_a_switch_turns(fresh):
    _, section, explorer = fresh
    for name, control in explorer.controls.items():
        field = section.get_by_label(control.label, exact=True)
        if isinstance(control, Choice):
            for value, words in control.options.items():
                field.select_option(label=words)
                expect(said(section)).to_have_text(explorer.sentence)
                assert explorer.controls[name].value == value, words
        if isinstance(control, Switch):
            for turned in (not control.value, control.value):
                field.set_checked(turned)
                expect(said(section)).to_have_text(explorer.sentence)
                assert explorer.controls[name].value == turned
        if control.help:
            described = field.get_attribute("aria-describedby")
            expect(section.locator(f"[id='{described}']")).to_have_text(control.help)


def test_the_picture_is_described_by_its_sentence(fresh):
    _, section, explorer = fresh
    picture = section.locator('.toolkit-chart[role="img"]').first
    described = picture.get_attribute("aria-describedby").split()[0]
    expect(section.locator(f"[id='{described}']")).to_have_text(explorer.sentence)
    assert picture.get_attribute("aria-label") == LESSON.pictures["explorer"]


def test_the_week_in_words_is_the_weeks_row_of_the_table(fresh):
    _page, section, explorer = fresh
    scrubber = section.get_by_role("slider", name="Read in week")
    for _ in range(3):
        scrubber.press("ArrowRight")
    week = int(scrubber.input_value())
    assert week == LESSON.opening["week"] + 3
    expect(said(section)).to_contain_text(f"by week {week}.")
    assert explorer.values["week"] == week
    now = section.locator(".toolkit-now").inner_text()
    assert now.startswith(f"Week {week}: ")
    table = explorer.table()
    for name, value in re.findall(r"([a-z][a-z ]*?) (-?[\d.]+)(?: ·|$)", now.partition(": ")[2]):
        (column,) = [column for column in table if column.startswith(name) and column.endswith("(points)")]
        assert float(value) == pytest.approx(table[column][week], abs=0.051), now


def test_the_ledger_has_every_number_with_its_tag_and_leads_to_its_control(fresh):
    page, section, explorer = fresh
    drawer = section.locator("details").filter(has=page.get_by_text("Where the numbers come from", exact=True))
    drawer.evaluate("one => (one.open = true)")
    rows = drawer.locator("tbody tr")
    expect(rows).to_have_count(len(explorer.ledger()))
    for entry, cells in zip(
        explorer.ledger(),
        rows.evaluate_all("all => all.map((row) => [...row.cells].map((cell) => cell.textContent))"),
        strict=True,
    ):
        assert cells[0] == entry.what
        assert cells[1] == entry.value
        assert cells[2].endswith(entry.tag)
        assert cells[3] == entry.source
    strength = next(entry for entry in explorer.ledger() if entry.parameter == "drug.strength")
    section.get_by_role("button", name=f"Move it: {strength.what}").click()
    expect(section.get_by_role("slider", name=explorer.controls["medication"].label, exact=True)).to_be_focused()


def test_what_is_saved_copied_and_loaded_is_what_is_shown(fresh):
    page, section, explorer = fresh
    press(section, "A harder goal")
    agrees(section, explorer)
    with page.expect_download() as download:
        press(section, "Save CSV")
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text == explorer.csv.removeprefix("\ufeff")
    assert explorer.code in download.value.suggested_filename
    field = section.get_by_label("Scenario code", exact=True)
    expect(field).to_have_value(explorer.code)
    strict, code = explorer.sentence, explorer.code
    press(section, "Reset")
    field.fill(code)
    press(section, "Load")
    expect(said(section)).to_have_text(strict)
    press(section, "Copy Python")
    assert section.get_by_label("Python that shows the same").input_value() == explorer.python


def test_an_option_gets_its_own_reply(bare):
    page, open_widget = bare
    question = open_widget(lambda: LESSON.task(1))
    form = page.locator("form", has_text=question.prompt[:40])
    for option, reply in question.replies.items():
        form.get_by_label(option, exact=True).check()
        form.get_by_role("button", name="Check").click()
        expect(form.locator(".toolkit-reply")).to_contain_text(" ".join(reply.split()))
        expect(form.locator(".toolkit-reply")).to_have_attribute(
            "data-right", str(option == "A group with neither treatment").lower()
        )


def test_a_number_is_judged_as_it_is_written(bare):
    page, open_widget = bare
    question = open_widget(lambda: LESSON.task(2))
    form = page.locator("form", has_text=question.prompt[:40])
    for given, right in (("70", False), ("64", True)):
        form.get_by_role("textbox").fill(given)
        form.get_by_role("button", name="Check").click()
        expect(form.locator(".toolkit-reply")).to_have_attribute("data-right", str(right).lower())
        expect(form.locator(".toolkit-reply")).to_contain_text(" ".join(question.judge(given)[1].split()))


def test_up_moves_up_and_down_moves_down(bare):
    page, open_widget = bare
    question = open_widget(lambda: toolkit.lessons.lesson(1).task(2))
    form = page.locator("form", has_text=question.prompt[:40])
    order = lambda: form.locator("li > span:first-child").all_inner_texts()  # noqa: E731
    first = order()
    form.get_by_role("button", name=f"Move down: {first[0]}", exact=True).click()
    assert order() == [first[1], first[0], *first[2:]]
    form.get_by_role("button", name=f"Move up: {first[0]}", exact=True).click()
    assert order() == first
    ends = form.locator(".toolkit-end").all_inner_texts()
    assert ends == ["lowest score: best", "highest score"]
    for place, thing in enumerate(question._right):
        while order().index(thing) > place:
            form.get_by_role("button", name=f"Move up: {thing}", exact=True).click()
    form.get_by_role("button", name="Check").click()
    expect(form.locator(".toolkit-reply")).to_have_attribute("data-right", "true")


def test_a_token_goes_round_and_is_compared_where_it_lies(bare):
    page, open_widget = bare
    matrix = open_widget(lambda: jobs.matrix(1))
    row, column = next(iter(matrix.rows)), matrix.columns[0]
    token = page.get_by_role("button", name=re.compile(rf"^{row}, {column}: "))
    seen = []
    for _ in range(len(matrix.levels) + 1):
        token.click()
        seen.append(token.get_attribute("aria-label").partition(": ")[2])
    assert seen == [*matrix.levels, next(iter(matrix.levels))]
    page.get_by_role("button", name="Compare").click()
    cell = page.locator("td", has=token)
    for view, cells in matrix.views.items():
        level = cells[row].get(column)
        expect(cell).to_contain_text(f"{view}: {matrix.levels[level]} {level}" if level else f"{view}: – not said")
    assert matrix.given == {
        **{name: dict.fromkeys(matrix.columns) for name in matrix.rows},
        row: {column: seen[-1], matrix.columns[1]: None},
    }


def test_a_sketch_gives_the_values_that_are_read_beside_it(bare):
    page, open_widget = bare
    sketch = open_widget(lambda: toolkit.lessons.lesson(1).predict())
    form = page.locator("form", has_text=sketch.prompt[:40])
    for week in sketch.weeks:
        field = form.get_by_role("slider", name=f"Week {week}", exact=True)
        field.press("ArrowLeft")
        assert field.get_attribute("aria-valuetext") == f"{field.input_value()} {sketch.unit}"
    form.get_by_role("button", name="This is my guess").click()
    expect(form.locator(".toolkit-reply")).to_contain_text("Your guess stays")
    assert sketch.given == [sketch.panel["start"] - sketch.panel["step"]] * len(sketch.weeks)


def test_a_turn_takes_what_is_chosen_and_another_game_begins_anew(bare):
    page, open_widget = bare
    game = open_widget(prescriber.prescriber)
    section = page.get_by_role("region", name="You are the prescriber")
    before = game.words
    chosen = {}
    for name, (label, options) in game._choices.items():
        value, words = list(options.items())[-1]
        section.get_by_role("group", name=label).get_by_label(words, exact=True).check()
        chosen[name] = value
    taken, game.game.take = [], (lambda take: lambda **given: (taken.append(given), take(**given)))(game.game.take)
    section.get_by_role("button", name="Do it and wait").click()
    expect(section.locator(".toolkit-sentence")).to_have_text(game.words)
    assert taken == [chosen]
    assert game.words != before
    section.get_by_role("button", name="Another person").click()
    expect(section.locator(".toolkit-sentence")).to_have_text(game.game.sentence())
    assert not game.game.over


def test_answers_are_counted_and_saved(bare):
    page, open_widget = bare
    answers = open_widget(lambda: Answers("03_additive_effect"))
    name = page.get_by_role("textbox", name="Your name, if it is to stand in the file")
    name.fill("Ada, with a comma")
    name.press("Enter")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers").click()
    assert download.value.suggested_filename == "03_additive_effect-answers.csv"
    assert download.value.path().read_text(encoding="utf-8-sig") == answers.csv.removeprefix("\ufeff")


def test_a_mission_gives_a_hint_is_reached_and_given_up_by_keyboard(bare):
    page, open_widget = bare
    steep = Mission(
        "Steep",
        "Make it steep.",
        controls=["Slope"],
        hint="Go up.",
        reply="A slope is a choice.",
        recipe=[{"set": {"slope": 2.0}}],
        reached=lambda run: run.values["slope"] >= 1.5,
        core=True,
    )
    both = Mission("Both", "Make it flat and steep.", hint="Try.", reply="Nothing is both.", reached=lambda run: False)
    explorer = open_widget(lambda: made(missions=[steep, both]))
    section = page.get_by_role("region", name="A line", exact=True)
    first, second = section.get_by_role("group", name="Missions").locator("details").all()
    status = section.get_by_role("status")
    expect(first).to_contain_text("Mission 1: Steep · to do")
    expect(second).to_contain_text("Mission 2: Both (for more time) · to do")
    first.get_by_role("button", name="Hint").press("Enter")
    expect(status).to_have_text("Hint: Go up.")
    section.get_by_role("button", name="Steep", exact=True).press("Enter")
    expect(first).to_contain_text("Mission 1: Steep · ✔ reached")
    expect(first).to_contain_text("A slope is a choice.")
    expect(first.get_by_role("button", name="Hint")).to_be_hidden()
    expect(status).to_contain_text("Mission reached: Steep.")
    second.locator("summary").press("Enter")
    second.get_by_role("button", name="I give up: why?").press("Enter")
    expect(second).to_contain_text("Mission 2: Both (for more time) · given up")
    expect(second).to_contain_text("Nothing is both.")
    expect(second.locator("summary")).to_be_focused()
    assert [one["state"] for one in explorer.standing] == ["reached", "given up"]
