"""Every lesson as a learner goes through it: guess, missions by keyboard, a task of each kind; then as a monkey; and a preset."""

import functools
import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import toolkit
from tests.browser import monkey
from tests.browser.conftest import visit
from tests.browser.lab import Lab, Traffic, hide_left, open_next, open_notebook, run_all
from tests.browser.page_actions import explorer, move, reset, write
from toolkit.explore import Choice, Seed, Slider, Switch, Week
from toolkit.explore.control import Control

pytestmark = pytest.mark.slow
PATIENCE = 240  # seconds that a busy machine may take to start a kernel, or to run all


@pytest.fixture(scope="module")
def heard() -> Traffic:
    return Traffic()


@pytest.fixture(scope="module")
def course(lab: Lab, browser: Browser, heard: Traffic) -> Iterator[Page]:
    """The page on which one lesson is opened after the other, as somebody who takes the course would."""
    with visit(lab, browser, heard) as page:
        yield page


@pytest.fixture
def desk(course: Page, request: pytest.FixtureRequest) -> Page:
    """The same page with JupyterLab in it: loaded anew after a failure, which must not be the next lesson's."""
    failed = request.session.testsfailed
    if getattr(course, "failed_before", None) != failed:
        open_notebook(course, "index.ipynb", seconds=PATIENCE)
        course.failed_before = failed
    return course


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_a_learner_goes_through(desk: Page, heard: Traffic, lesson: toolkit.lessons.Lesson) -> None:
    began, page, complaints = time.perf_counter(), desk, len(heard.complaints)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(
        "() => document.body.classList.remove('toolkit-projector')"
    )  # which the last lesson's monkey may have pressed
    open_next(page, f"{lesson.slug}.ipynb", seconds=PATIENCE)
    run_all(page, seconds=PATIENCE)
    ran = time.perf_counter()
    guess(page, lesson)
    reach(page, lesson)
    for task in {task["kind"]: task for task in lesson.said_tasks}.values():  # tests/play answers all
        ANSWER[task["kind"]](page, task)
    hide_left(page)
    assert {width: found for width in (1280, 320) if (found := unreadable(page, width))} == {}
    expect(page.locator(".toolkit").get_by_role("alert").filter(visible=True)).to_have_count(0)
    monkey.play(page, seed=lesson.number)
    play(page, lesson)
    assert heard.complaints[complaints:] == []
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    print(f"{lesson.slug}: {ran - began:.1f} s to run, {time.perf_counter() - ran:.1f} s to play")


# Texts of a chart that another one covers or the chart's edge cuts. Lines stand so close that a little of their boxes may meet;
# and a guess lies where the learner puts it.
UNREADABLE = """chart => {
    const edge = chart.getBoundingClientRect();
    const texts = [...chart.querySelectorAll('text')].filter(text => /[\\p{L}\\p{N}]/u.test(text.textContent));
    const drawn = texts.filter(text => text.getClientRects().length && text.textContent !== 'your guess');
    const boxes = drawn.map(text => ({ says: text.textContent.trim(), near: 0.35 * parseFloat(getComputedStyle(text).fontSize),
        ...text.getBoundingClientRect().toJSON() }));
    const cut = boxes.filter(box => box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1
        || box.bottom > edge.bottom + 1);
    const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.near, other.near);
    const pairs = boxes.flatMap((one, place) => boxes.slice(0, place).map(other => [other, one]));
    const covered = pairs.filter(pair => meet(...pair)).map(pair => pair.map(box => box.says));
    return [...cut.map(box => ['cut', box.says]), ...covered];
}"""
# A marker of the week that stands beside its picture: over a panel that has no weeks.
ASTRAY = """chart => {
    const [room, ...marks] = [chart, ...chart.parentElement.querySelectorAll(':scope > .toolkit-marker:not([hidden])')]
        .map(one => one.getBoundingClientRect());
    return marks.filter(mark => mark.left < room.left || mark.right > room.right).map(mark => ['marker', mark.left - room.left]);
}"""
FITS = """chart => {
    chart.scrollIntoView({block: 'center'});
    return chart._fullLayout?.width === chart.clientWidth && chart.querySelector('.main-svg');
}"""


def unreadable(page: Page, width: int) -> list:
    """What cannot be read of the charts on a page so wide."""
    page.set_viewport_size({"width": width, "height": 2200})
    found = []
    for chart in page.locator(".toolkit-chart").filter(visible=True).all():
        # a picture is only drawn where it is in sight, and what stands above it may still be moving it out of there
        page.wait_for_function(FITS, arg=chart.element_handle())
        found += chart.evaluate(UNREADABLE) + chart.evaluate(ASTRAY)
    return found


def guess(page: Page, lesson: toolkit.lessons.Lesson) -> None:
    """The picture waits; the first option, or a curve, is committed with the keyboard; then picture and guess are there."""
    place = page.get_by_role("region", name=lesson.pictures["explorer"], exact=True)
    place.scroll_into_view_if_needed()
    expect(place.get_by_role("button", name="Show it without a guess")).to_be_visible(timeout=30_000)
    option, reply = next(iter(lesson.asked["replies"].items()))
    form, sketch = question(page, lesson.asked["prompt"]), lesson.asked.get("sketch")
    if sketch:
        form.get_by_role("slider", name=f"Week {sketch['weeks'][-1]}", exact=True).press("Home")
    else:
        form.get_by_role("radio", name=option, exact=True).press("Space")
    page.keyboard.press("Enter")
    said = f"“{option}”: {reply}" if sketch else f"Your guess: {option.rstrip('.')}. {reply}"
    expect(form.locator(".toolkit-reply")).to_contain_text(said)
    expect(place.get_by_role("button", name="Show it without a guess")).to_be_hidden()
    expect(explorer(page, lesson.pictures["explorer"]).locator(".toolkit-sentence")).to_be_visible()


def reach(page: Page, lesson: toolkit.lessons.Lesson) -> None:
    """By keyboard alone the core missions are brought about as they say, and their state is told with their name."""
    place, same = reset(page, lesson.pictures["explorer"]), lesson.explorer()
    for at, mission in enumerate(same.missions):
        if not (mission.core and mission.recipe):
            continue
        told = place.get_by_role("group", name="Missions").locator("summary").nth(at)
        expect(told).to_have_text(re.compile(f"{re.escape(mission.name)}.* · (to do|✔ reached)"))
        for step in mission.recipe:
            mission.take(step, same)
            if "preset" in step:  # nobody types a number before it is seen what a preset shows
                chip = place.get_by_role("button", name=step["preset"], exact=True)
                move(place, functools.partial(chip.press, "Enter"))
            elif "pin" in step:
                place.get_by_role("button", name="Pin", exact=True).press("Enter")
            for name, value in step.get("set", {}).items():
                put(place, same.controls[name], value)
        expect(told).to_contain_text("✔ reached")
        expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)


def put(place: Locator, control: Control, value: object) -> None:
    """Give a control a value by keyboard."""
    name = f"{control.label}: exact number" if type(control) is Slider else control.label
    field = place.get_by_label(name, exact=True)
    if control.more and not field.is_visible():
        place.locator("summary").filter(has_text=re.compile("^More")).first.press("Enter")
    if isinstance(control, Choice):
        values = list(control.options)
        field.press("Home")
        for _ in range(values.index(value)):
            field.press("ArrowDown")
    elif isinstance(control, Switch):
        field.press("Space")
    elif isinstance(control, Week):
        field.press("Home")
        for _ in range(int(value - control.low)):
            field.press("ArrowRight")
    else:
        write(field, f"{value:g}")


def play(page: Page, lesson: toolkit.lessons.Lesson) -> None:
    """After a reset a preset and a step of the first slider say on the page what Python says; a living page plays all presets."""
    place, same = reset(page, lesson.pictures["explorer"]), lesson.explorer()
    preset = list(same.presets.values())[-1]
    chip = place.get_by_role("button", name=preset.name, exact=True)
    move(place, chip.click)
    same.apply(preset.name)
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(place.locator(".toolkit-says")).to_have_text(preset.says)
    expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)
    place = reset(page, lesson.pictures["explorer"])
    same.reset()
    by_sight = sorted(same.controls.values(), key=lambda one: one.more)
    control = next(one for one in by_sight if isinstance(one, Slider) and not isinstance(one, Seed | Week))
    if control.more:
        place.locator("summary").filter(has_text=re.compile("^More")).first.click()
    steps = list(control.allowed)
    at = steps.index(control.value)
    key, to = ("ArrowRight", at + 1) if at + 1 < len(steps) else ("ArrowLeft", at - 1)
    move(place, lambda: place.get_by_role("slider", name=control.label, exact=True).press(key))
    same.set(**{control.name: steps[to]})
    expect(place.locator(".toolkit-sentence")).to_have_text(same.sentence)


def choose(page: Page, task: dict) -> None:
    """A wrong option gets its own reply, the right one another."""
    form = question(page, task["prompt"])
    wrong = next(option for option in task["replies"] if option != task["right"])
    for option in (wrong, task["right"]):
        form.get_by_role("radio", name=option, exact=True).check()
        form.get_by_role("button", name="Check").click()
        says(form, task["replies"][option], option == task["right"])


def calculate(page: Page, task: dict) -> None:
    """A likely slip gets its own hint, any other number the common one; then the answer is right. tests/play tries every slip."""
    form = question(page, task["prompt"])
    slips = [(hint["given"], hint["reply"]) for hint in task.get("hints", [])[:1]]
    for given, reply in [*slips, (task["right"] + 1000, task["hint"]), (task["right"], task["reply"])]:
        box = form.get_by_role("textbox")
        box.fill(str(given))
        box.press("Enter")
        says(form, reply, given == task["right"])


def order(page: Page, task: dict) -> None:
    """As it opens it is wrong; then every thing is moved up to its place."""
    form = question(page, task["prompt"])
    check = form.get_by_role("button", name="Check")
    check.click()
    says(form, f"in their place. {task['hint']}", False)
    things = form.get_by_role("listitem")
    for place, thing in enumerate(task["right"]):
        while things.nth(place).locator("span").inner_text() != thing:
            form.get_by_role("button", name=f"Move up: {thing}", exact=True).press("Enter")
    check.click()
    says(form, task["reply"], True)


def code(page: Page, task: dict) -> None:
    """The cell as it stands is still to be written, and says so: nothing is judged. Solved, it is in the solutions."""
    report = page.locator(".jp-OutputArea-output").filter(has_text=task["prompt"])
    report.scroll_into_view_if_needed()
    expect(report).to_contain_text("Put your own code in place of the three dots")
    expect(report).not_to_contain_text("✗")


ANSWER = {"choose": choose, "calculate": calculate, "order": order, "code": code}


def question(page: Page, prompt: str) -> Locator:
    """The form that asks this."""
    form = page.locator("form.toolkit-question").filter(has=page.locator("legend").get_by_text(prompt, exact=True))
    form.scroll_into_view_if_needed()
    return form


def says(form: Locator, words: str, right: bool) -> None:
    """The reply begins by saying in words whether it was right."""
    reply = form.locator(".toolkit-reply")
    expect(reply).to_have_text(re.compile("^Right[.] " if right else "^Not right yet[.] "))
    expect(reply).to_contain_text(words)
    expect(reply).to_have_attribute("data-right", str(right).lower())
