"""Our widgets in a page of somebody else's: strange grounds, a kernel that answers late or never, no kernel at all."""

import base64
import json

import pytest
from playwright.sync_api import Browser, Page, expect

import toolkit
from tests.browser.page_actions import swipe
from tests.browser.test_every_lesson import UNREADABLE
from toolkit.explore import Predict
from toolkit.explore.page import Widget, plotly_script

pytestmark = pytest.mark.slow

# As small a host as there can be: it hands a widget its state and an element, and notes what is asked of the kernel.
HOST = """async ([code, style, state, alive]) => {
    const unpacked = (value) => value?.bytes !== undefined
        ? new DataView(Uint8Array.from(atob(value.bytes), one => one.charCodeAt(0)).buffer)
        : Array.isArray(value) ? value.map(unpacked)
        : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpacked(one)]))
        : value;
    const values = unpacked(state);
    const heard = new Set();
    window.asked = [];
    const whole = { comm_live: alive };
    const model = {
        get: (name) => values[name], send: (message) => window.asked.push(message.ask),
        on: (name, act) => name === 'msg:custom' && heard.add(act), off: (name, act) => heard.delete(act),
        widget_manager: { get_model: async () => whole },
    };
    window.answer = (script) => heard.forEach(act =>
        act({ answer: 'plotly' }, [new DataView(new TextEncoder().encode(script).buffer)]));
    document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
    const module = await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    await module.default.initialize?.({ model });
    module.default.render({ model, el: document.querySelector('#host') });
}"""


def packed(value):
    if isinstance(value, memoryview):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, dict):
        return {key: packed(one) for key, one in value.items()}
    return [packed(one) for one in value] if isinstance(value, list | tuple) else value


def show(page: Page, widget, *, alive: bool = True, page_style: str = "") -> None:
    page.set_content(f"<!doctype html><style>{page_style}</style><body><div id='host'></div>")
    put(page, widget, alive)


def put(page: Page, widget, alive: bool = True) -> None:
    """Hand a widget to the host on the page as it is."""
    state = json.loads(json.dumps(packed({name: getattr(widget, name) for name in widget.keys}), default=str))
    page.evaluate(HOST, [widget._esm, widget._css, state, alive])


@pytest.fixture
def page(browser: Browser):
    with browser.new_context(viewport={"width": 1000, "height": 900}) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def explorer():
    return toolkit.lessons.lesson(3).explorer()


def test_a_new_picture_asks_until_it_has_the_script_and_says_that_it_waits(page: Page, explorer) -> None:
    page.clock.install()
    show(page, explorer)
    page.clock.run_for(16_000)
    assert page.evaluate("window.asked.filter(ask => ask === 'plotly').length") >= 3
    page.clock.run_for(6_000)
    expect(page.get_by_text("The picture has not come yet")).to_be_visible()
    page.evaluate("script => window.answer(script)", plotly_script().decode())
    expect(page.locator(".toolkit-chart svg").first).to_be_attached()
    expect(page.get_by_text("The picture has not come yet")).to_have_count(0)


@pytest.mark.parametrize(
    ("body", "search", "opens"),
    [
        ("<body data-voila>", "?code=2ABC&token=secret", 1),
        ("<body data-voila>", "?preset=Steep", 1),
        ("<body data-voila>", "?token=secret", 0),
        ("<body><script data-jupyter-lite-root='..'></script>", "?path=02.ipynb&code=2ABC", 1),
        ("<body>", "?code=2ABC", 0),
    ],
)
def test_an_address_is_heard_once_where_it_is_ours_and_a_link_has_the_code_alone(
    page: Page, explorer, body: str, search: str, opens: int
) -> None:
    whole = f"<!doctype html>{body}<div id='host'></div>"
    page.route("http://localhost/**", lambda route: route.fulfill(body=whole, content_type="text/html"))
    page.goto(f"http://localhost/voila/render/02.ipynb{search}")
    put(page, explorer)
    first = page.evaluate("window.asked")
    put(page, explorer)
    both = first + page.evaluate("window.asked")
    assert both.count("open") == opens
    button = page.get_by_role("button", name="Copy link").first
    expect(button).to_have_count(0 if body == "<body>" else 1)
    if body == "<body>":
        return
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    button.click()
    link = page.get_by_role("textbox", name="Link to this setting").first.input_value()
    assert link.startswith("http://localhost/voila/render/02.ipynb?")
    assert link.endswith(f"code={explorer.code}")
    assert "token" not in link


def test_one_page_is_sent_the_script_once_however_many_pictures_ask(explorer, monkeypatch) -> None:
    sent = []
    monkeypatch.setattr(explorer, "send", lambda content, buffers=None: sent.append(content["answer"]))
    for name in ("one page", "one page", "another"):
        explorer._handle({"ask": "plotly", "page": name})
    assert sent == ["plotly"] * 2


@pytest.mark.parametrize("waits", [False, True])
def test_without_a_kernel_the_still_and_its_words_are_there_and_no_veil(page: Page, waits: bool) -> None:
    lesson = toolkit.lessons.lesson(3)
    explorer = lesson.explorer(lesson.predict()) if waits else lesson.explorer()
    explorer.keep()
    show(page, explorer, alive=False)
    assert page.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 400
    expect(page.locator("body")).to_contain_text(explorer.sentence)
    expect(page.locator("body")).to_contain_text(explorer.code)
    expect(page.locator("body")).to_contain_text("As it stood when it was saved.")
    expect(page.get_by_role("button")).to_have_count(0)


def test_without_a_kernel_an_answer_is_still_there(page: Page) -> None:
    guess = Predict("How many?", {"few": "Fewer than that.", "many": "So think many."})
    guess.answer("many")
    guess.keep()
    show(page, guess, alive=False)
    expect(page.locator("body")).to_contain_text("Answered: many")
    expect(page.locator("body")).to_contain_text("So think many.")


LIGHT_ON_DARK = """() => {
    const section = document.querySelector('.toolkit'), { color, backgroundColor } = getComputedStyle(section);
    const sum = (said) => said.match(/\\d+/g).slice(0, 3).map(Number).reduce((one, other) => one + other);
    return sum(color) - sum(backgroundColor);
}"""


@pytest.mark.parametrize("desktop", ["light", "dark"])
@pytest.mark.parametrize(
    ("ground", "dark"), [("#fff", False), ("", False), ("#111", True), ("oklch(0.2 0.02 250)", True)]
)
def test_light_or_dark_is_taken_from_what_is_behind_not_from_the_desktop(
    page: Page, explorer, desktop: str, ground: str, dark: bool
) -> None:
    page.emulate_media(color_scheme=desktop)
    show(page, explorer, page_style=f"body {{ background: {ground or 'none'} }}")
    page.wait_for_function("document.querySelector('.toolkit').dataset.dark")
    difference = page.evaluate(LIGHT_ON_DARK)
    assert difference > 300 if dark else difference < -300


def test_triangles_show_where_the_host_takes_them_away(page: Page, explorer) -> None:
    show(page, explorer, page_style="summary { display: block; list-style: none }")
    looks = page.locator("summary").evaluate_all(
        "all => all.map(one => [getComputedStyle(one).display, getComputedStyle(one).listStyleType])"
    )
    assert looks
    assert set(map(tuple, looks)) <= {("list-item", "disclosure-closed"), ("list-item", "disclosure-open")}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_are_the_systems_and_pressed_is_filled(page: Page, explorer, scheme: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    explorer.apply("A harder goal")
    show(page, explorer)
    page.evaluate("script => window.answer(script)", plotly_script().decode())
    ink = page.locator(".toolkit-chart .xtick text").first
    expect(ink).to_be_attached()
    assert ink.evaluate("text => getComputedStyle(text).fill") == (
        "rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)"
    )
    ground = "one => getComputedStyle(one).backgroundColor"
    pressed = page.get_by_role("button", name="A harder goal").evaluate(ground)
    assert pressed != page.get_by_role("button", name="One trial, three rulers").evaluate(ground)
    explorer.reset()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_from_right_to_left_no_title_lies_on_numbers(page: Page, explorer, direction: str) -> None:
    show(page, explorer)
    page.evaluate("direction => (document.documentElement.dir = direction)", direction)
    page.evaluate("script => window.answer(script)", plotly_script().decode())
    chart = page.locator(".toolkit-chart")
    expect(chart.locator("svg").first).to_be_attached()
    assert chart.evaluate(UNREADABLE) == []


def test_a_swipe_along_a_slider_moves_it_and_one_up_or_down_does_not(browser: Browser, explorer) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        show(page, explorer, page_style="body { padding: 10rem 0 60rem }")
        field = page.get_by_role("slider", name="Medication works", exact=True)
        hand = context.new_cdp_session(page)
        field.scroll_into_view_if_needed()
        for to, moves in (((3, -120), False), ((90, 4), True)):
            before, box = field.input_value(), field.bounding_box()
            x, y = box["x"] + 0.3 * box["width"], box["y"] + box["height"] / 2
            swipe(hand, (x, y), to)
            page.wait_for_timeout(400)
            assert (field.input_value() != before) is moves, to


def every(kind: type) -> set[type]:
    return {one for child in kind.__subclasses__() for one in {child, *every(child)}}


@pytest.mark.parametrize("kind", sorted(every(Widget), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_the_scripts_of_every_widget_fit_together(page: Page, kind: type) -> None:
    load = "code => import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))"
    assert page.evaluate(f"code => ({load})(code).then(made => Object.keys(made.default))", kind._esm) == [
        "initialize",
        "render",
    ]
