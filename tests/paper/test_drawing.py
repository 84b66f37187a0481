"""When and how a picture is drawn: the library it waits for, the latest figure alone, what is in sight, the page's colours.

By hand it failed on: a picture that asks only once; one that is drawn out of sight; a colour that is read again at every move.
"""

import pytest

from toolkit.explore import axis, line, picture
from toolkit.explore.page import script, sendable

LIBRARY = """
const shared = Symbol.for("toolkit.plotly"), kept = globalThis[shared];
delete globalThis[shared];
const trial = (globalThis.trial = { sent: [], heard: new Set(), said: [] });
const model = {
  send: (message) => trial.sent.push(message),
  on: (name, act) => name === "msg:custom" && trial.heard.add(act),
  off: (name, act) => name === "msg:custom" && trial.heard.delete(act),
};
try {
  SCRIPT
  trial.shared = SHARED;
  trial.views = [plotly(model), plotly(model)];
  trial.late = () => plotly(model);
  trial.come = (text, answer = "plotly") => {
    for (const act of [...trial.heard]) act({ answer }, [new TextEncoder().encode(text)]);
  };
  for (const { ready } of trial.views) ready.then(({ name }) => trial.said.push(name));
} finally {
  globalThis[shared] = kept;
}
"""
SENT = "return trial.sent.splice(0)"


def test_every_picture_asks_for_the_library_until_one_has_got_it_and_all_wake(page):
    page.run(LIBRARY.replace("SCRIPT", script()), None)
    first = page.run(SENT, None)
    assert [message["ask"] for message in first] == ["plotly"] * 2
    assert len({message["page"] for message in first}) == 1
    assert first[0]["page"]
    page.wait(4)
    assert page.run(SENT, None) == []
    page.wait(2)
    assert page.run(SENT, None) == first, "asked again"
    page.run("trial.come('module.exports = { name: 1 }', 'data')", None)
    assert page.run("return [trial.said, trial.heard.size]", None) == [[], 2], "another answer is not the library"
    page.run("trial.come('module.exports = { name: \"it\" }; var exports')", None)
    assert page.run("return [trial.said, trial.heard.size]", None) == [["it", "it"], 0]
    page.wait(20)
    assert page.run(SENT, None) == [], "what has come is asked for no more"
    late = "return trial.late().ready.then(({ name }) => [name, trial.sent.length, trial.heard.size])"
    assert page.run(late, None) == ["it", 0, 0]


def test_a_picture_that_is_taken_away_asks_no_more(page):
    page.run(LIBRARY.replace("SCRIPT", script()), None)
    page.run(SENT, None)
    page.run("trial.views[0].stop()", None)
    assert page.run("return trial.heard.size", None) == 1
    page.wait(6)
    assert len(page.run(SENT, None)) == 1
    page.run("trial.views[1].stop()", None)
    page.wait(20)
    assert page.run(SENT, None) == []


DRAWING = """
const trial = (globalThis.trial = { drawn: [], sights: [], rooms: [], print: new Set(), read: 0, left: [] });
const before = { getComputedStyle, matchMedia, IntersectionObserver, ResizeObserver };
const shared = globalThis[Symbol.for("toolkit.plotly")], library = shared.library;
const watcher = (among) => class {
  constructor(act) { this.act = act; among.push(this); }
  observe(place) { this.place = place; }
  unobserve() {}
  disconnect() { trial.left.push(this); }
};
globalThis.IntersectionObserver = watcher(trial.sights);
globalThis.ResizeObserver = watcher(trial.rooms);
globalThis.matchMedia = (query) => ({
  get matches() { return query === "print" ? Boolean(trial.paper) : query === trial.wish; },
  addEventListener: (_, act) => query === "print" && trial.print.add(act),
  removeEventListener: (_, act) => query === "print" && trial.print.delete(act),
});
globalThis.getComputedStyle = ({ style }) => {
  trial.read += 1;
  return {
    getPropertyValue: (name) => ` of ${name} `, color: style.color ?? "ink", fontFamily: "type", fontSize: "20px",
    backgroundColor: "#fff", colorScheme: "light",
  };
};
const name = Symbol.for("toolkit.look"), look = globalThis[name];
delete globalThis[name];
const way = (what) => async (place, data, layout, how) => {
  trial.drawn.push([what, what === "animate" ? data.data : data, layout]);
  if (trial.slow) await new Promise((go) => (trial.go = go));
};
const Plotly = { newPlot: way("newPlot"), react: way("react"), animate: way("animate") };
shared.library = given.late ? null : Plotly;
SCRIPT
trial.place = document.createElement("div");
trial.place.append(document.createElement("svg"), Object.assign(document.createElement("svg"), { className: "main-svg" }));
trial.section = Object.assign(document.createElement("section"), { className: "toolkit" });
trial.section.append(trial.place);
trial.painted = 0;
trial.draw = chart({ send() {}, on() {}, off() {} }, trial.place, () => (trial.painted += 1));
trial.come = () => { for (const wake of shared.waiting.splice(0)) wake(Plotly); };
trial.look = LOOK;
trial.back = () => {
  Object.assign(globalThis, before, { [name]: look });
  shared.library = library;
};
"""


def figure(heights=(1.0, 2.0), title="points", **more):
    drawn = line([0.0, 1.0], heights, name="#007a55", colour="both", dash="dot", width=2)
    return sendable({**picture([drawn], (axis("week", 0, 1), axis(title, 0, 9))), **more})


class Drawing:
    """A picture's place, and what has been drawn there."""

    def __init__(self, page, late=False):
        self.page = page
        page.run(DRAWING.replace("SCRIPT", script("page.js", "layout.js", "chart.js")), {"late": late})

    def do(self, code, given=None):
        return self.page.run(code, given)

    def draw(self, *figures):
        """Ask for figures at once; returns what was then drawn, [way, data, layout] each."""
        self.do("for (const one of given) trial.draw(one)", list(figures))
        return self.do("return trial.drawn.splice(0)")

    def heights(self, *figures):
        """The ways and heights of what is drawn."""
        return [[way, data[0]["y"]] for way, data, _ in self.draw(*figures)]


@pytest.fixture
def drawing(page):
    made = []
    yield lambda **more: made.append(Drawing(page, **more)) or made[-1]
    page.run("trial.draw.stop(); trial.back()", None)


def test_moves_are_painted_in_place_and_only_the_latest_of_those_that_come_meanwhile(drawing):
    now = drawing()
    assert now.heights(figure()) == [["newPlot", [1, 2]]]
    assert now.heights(figure((3, 4))) == [["animate", [3, 4]]]
    now.do("trial.slow = true")
    assert now.heights(figure((5, 6)), figure((6, 7))) == [["animate", [6, 7]]]
    assert now.heights(figure((7, 8)), figure((8, 9))) == [], "one at a time"
    now.do("trial.slow = false; trial.go()")
    assert now.heights() == [["animate", [8, 9]]]
    assert now.heights(figure((1, 2), "marks")) == [["react", [1, 2]]], "axes are drawn anew"
    strange = figure((2, 3), as_is=True)
    assert [way for way, _ in now.heights(strange)] + [way for way, _ in now.heights(strange)] == ["react"] * 2
    assert now.heights(figure()) == [["react", [1, 2]]]
    assert now.do("return trial.painted") == 8


def test_what_is_out_of_sight_waits_but_for_paper(drawing):
    now = drawing()
    seen = "trial.sights[0].act(given.map((isIntersecting) => ({ isIntersecting })))"
    assert now.do(
        "return trial.sights[0].place === trial.place && trial.rooms.some(({ place }) => place === trial.place)"
    )
    now.do(seen, [True, False])
    assert now.heights(figure(), figure((3, 4))) == []
    now.do(seen, [False, True])
    assert now.heights() == [["newPlot", [3, 4]]]
    now.do(seen, [False])
    now.draw(figure((5, 6)))
    now.do("trial.paper = true; for (const act of trial.print) act()")
    assert [heights for _, heights in now.heights()] == [[5, 6]]


def test_another_room_or_look_is_drawn_anew_at_once_and_the_page_is_read_only_then(drawing):
    now = drawing()
    now.draw(figure())
    before = now.do("return trial.read")
    now.draw(figure((3, 4)))
    assert now.do("return trial.read") == before, "a move asks nothing of the page"
    resized = "trial.place.clientWidth = given; trial.rooms.find(({ place }) => place === trial.place).act([])"
    now.do(resized, 900)
    assert now.heights() == [], "as wide as before"
    now.do(resized, 500)
    [[way, data, layout]] = now.draw()
    assert (way, data[0]["y"], layout["width"]) == ("newPlot", [3, 4], 500)
    boxes = "return trial.place.children.map((one) => [one.getAttribute('viewBox'), one.getAttribute('aria-hidden')])"
    assert now.do(boxes) == [[None, "true"], [f"0 0 500 {layout['height']:g}", "true"]]
    now.do("for (const act of trial.look.hear) act()")
    assert now.heights() == [["newPlot", [3, 4]]]
    now.do(resized, 0)
    assert now.heights(figure((5, 6))) == [], "no room yet"
    now.do(resized, 700)
    assert now.heights() == [["newPlot", [5, 6]]]


def test_colours_that_stand_for_something_are_the_pages_and_words_are_never_taken_for_colours(drawing):
    now = drawing()
    [[_, [trace], layout]] = now.draw(figure(title="#007a55"))
    assert trace["line"] == {"color": "of --toolkit-colour-both", "dash": "dot", "width": pytest.approx(2 * 20 / 15)}
    assert trace["name"] == "#007a55"
    assert layout["font"] == {"color": "ink", "family": "type", "size": 20}
    assert layout["xaxis"]["gridcolor"] == "of --toolkit-line"
    bar = {"type": "bar", "x": ["#007a55"], "y": [1], "marker": {"color": ["#007a55", "pink"]}, "text": ["#007a55"]}
    [[_, [bar], _]] = now.draw({"data": [bar], "layout": {"shapes": [{"fillcolor": "#0068a3"}]}, "as_is": True})
    assert bar["marker"]["color"] == ["of --toolkit-colour-both", "pink"]
    assert (bar["x"], bar["text"]) == (["#007a55"], ["#007a55"])


def test_a_picture_that_is_late_says_so_after_a_while_until_it_comes(drawing):
    now = drawing(late=True)
    waits = "return trial.section.children.map(({ className, textContent }) => [className, textContent])"
    now.draw(figure())
    now.page.wait(19)
    assert [name for name, _ in now.do(waits)] == [""]
    now.page.wait(2)
    assert [name for name, _ in now.do(waits)] == ["toolkit-waits", ""], "above the picture's place"
    assert "picture has not come yet" in now.do(waits)[0][1]
    now.do("trial.come()")
    assert [name for name, _ in now.do(waits)] == [""]
    assert now.heights() == [["newPlot", [1, 2]]]


def test_what_is_taken_away_watches_and_waits_for_nothing(drawing):
    now = drawing(late=True)
    now.draw(figure())
    now.do("trial.draw.stop()")
    now.page.wait(30)
    assert now.do("return [trial.section.children.length, trial.left.length, trial.look.hear.size, trial.print.size]") == [
        1, 2, 0, 0,
    ]  # fmt: skip


def test_columns_are_read_wherever_they_begin_in_a_message(page):
    """A message's buffers need not lie on a multiple of 8."""
    code = f"""{script("page.js", "layout.js", "chart.js")}
    const bytes = new Uint8Array(3 + 16);
    const numbers = new DataView(bytes.buffer);
    numbers.setFloat64(3, 1.5, true);
    numbers.setFloat64(11, -2, true);
    return unpack({{ a: [{{ column: new DataView(bytes.buffer, 3, 16) }}, null, "b"], c: true }});"""
    assert page.run(code, None) == {"a": [[1.5, -2], None, "b"], "c": True}


def test_every_colour_of_a_figure_is_the_pages_whatever_its_key_and_no_word_is(page):
    """Lines, grounds of bands and of the picture, lists of colours; a name that is called like a colour stays."""
    code = f"""{script("page.js", "layout.js", "chart.js")}
    return coloured(given.figure, (said) => said.toUpperCase());"""
    given = {
        "line": {"color": "blue", "dash": "dot"},
        "fillcolor": "pale",
        "paper_bgcolor": "white",
        "marker": {"color": ["red", "green"], "symbol": ["circle", "square"]},
        "shapes": [{"line": {"color": "grey"}, "type": "rect"}],
        "name": "red",
    }
    expected = {
        "line": {"color": "BLUE", "dash": "dot"},
        "fillcolor": "PALE",
        "paper_bgcolor": "WHITE",
        "marker": {"color": ["RED", "GREEN"], "symbol": ["circle", "square"]},
        "shapes": [{"line": {"color": "GREY"}, "type": "rect"}],
        "name": "red",
    }
    assert page.run(code, {"figure": given}) == expected
