"""Questions, matrices, sketches, games and files of answers on a page of paper: each press does what it is called."""

import csv
import io

import numpy as np
import pytest

from tests.paper import parts
from tests.paper.small import WEEKS, chart, drawn, made, reply
from toolkit.explore import (
    Answers,
    Beside,
    Calculate,
    Choose,
    Dated,
    Matrix,
    Order,
    Predict,
    Sketch,
    Strip,
    Turns,
    axis,
    line,
    picture,
)
from toolkit.explore.answers import listed, written
from toolkit.explore.beside import SORRY
from toolkit.explore.page import script
from toolkit.explore.typed import number


def test_an_option_gets_its_own_reply(page):
    question = page.open(
        lambda: Choose("Which?", {"a cat": "No: it purrs.", "a dog": "Yes.", "a mouse": "Small."}, right="a dog")
    )
    page.press("Check")
    assert reply(page) == ("null", "Choose one first.")
    for option, words in question.replies.items():
        page.press(option, tag="input")
        page.press("Check")
        right, said = reply(page)
        assert said.endswith(words)
        assert right == str(option == "a dog").lower()
        assert question.given == option


def test_a_number_is_judged_as_it_is_typed(page):
    question = page.open(
        lambda: Calculate("How many?", 12, tolerance=0.5, unit="cats", reply="Twelve.", hint="Count again.")
    )
    page.press("Check")
    assert reply(page)[1] == "Write a number first."
    box = page.one(name="Your answer (cats)")
    for text, right, words in (("9", "false", "Count again."), ("12", "true", "Twelve."), ("many", "null", "")):
        page.write(box, text)
        assert reply(page)[0] == right
        assert reply(page)[1].endswith(words)
        assert float(question.given) == float("12" if text == "many" else text)


@pytest.mark.parametrize("text", ["0", "-3", "−3", "1,5", "0.0", "12 cats", " 7 ", "1e3"])
def test_a_number_reaches_the_kernel_as_it_was_written(page, text):
    """By hand it failed on a 0 that counted as nothing written, and on a unit and a comma that were not read."""
    question = page.open(lambda: Calculate("How many?", 999, tolerance=0.5, unit="cats", reply="Yes.", hint="No."))
    page.write(page.one(name="Your answer (cats)"), text)
    assert reply(page)[0] == "false"
    assert float(number(str(question.given), "cats")) == number(text, "cats")


def test_up_moves_up_and_down_moves_down(page):
    things = ["mouse", "cat", "horse"]
    question = page.open(
        lambda: Order("From small to large?", things, ends=("smallest", "largest"), reply="Yes.", hint="Weigh.")
    )
    order = lambda: [one["inside"][0]["text"] for one in page.all(tag="li")]  # noqa: E731
    first = order()
    page.press(f"Move down: {first[0]}")
    assert order() == [first[1], first[0], first[2]]
    assert [one["text"] for one in page.all(role="status")] == [f"{first[0]}: now 2 of 3"]
    page.press(f"Move up: {first[0]}")
    assert order() == first
    page.press(f"Move up: {first[0]}")
    assert [one["text"] for one in page.all(role="status")] == [f"{first[0]} is already the first"]
    page.press(f"Move down: {first[2]}")
    assert [one["text"] for one in page.all(role="status")] == [f"{first[2]} is already the last"]
    assert [one["text"] for one in page.all() if "toolkit-end" in one["class"]] == ["smallest", "largest"]
    for place, thing in enumerate(things):
        while order().index(thing) > place:
            page.press(f"Move up: {thing}")
    page.press("Check")
    assert reply(page)[0] == "true"
    assert list(question.given) == things


def test_a_token_goes_round_and_is_compared_where_it_lies(page):
    levels = {"strong": "●", "some": "◐", "weak": "○"}
    views = {"we": {"sleep": {"medication": "strong"}, "fear": {"therapy": "weak"}}}
    matrix = page.open(
        lambda: Matrix("Who does what?", ["medication", "therapy"], levels, {"sleep": "Rest.", "fear": "Go."}, views)
    )
    assert "Press a token to turn it: ● strong · ◐ some · ○ weak." in page.whole["text"]
    for level in ("strong", "some", "weak", "strong"):
        [token] = page.all(tag="button", starts="fear, therapy: ")
        page.press(at=token["at"])
        [token] = page.all(tag="button", starts="fear, therapy: ")
        assert token["name"] == f"fear, therapy: {level}"
        assert token["text"] == f"{levels[level]} {level}"
        assert [one["text"] for one in page.all(role="status")] == [f"{level}: fear, therapy"]
    page.press("Compare")
    assert matrix.given["fear"]["therapy"] == "strong"
    assert {
        row: {column: level for column, level in cells.items() if level} for row, cells in matrix.given.items()
    } == {"sleep": {}, "fear": {"therapy": "strong"}}
    head, *rows = page.all(tag="tr")
    assert [one["text"] for one in head["inside"]] == ["", "medication", "therapy"]
    for row in rows:
        name, *cells = row["inside"]
        for column, cell in zip(matrix.columns, cells, strict=True):
            level = views["we"][name["text"]].get(column)
            assert cell["text"].endswith(f"we: {levels[level]} {level}" if level else "we: – not said")
    assert [one["text"] for one in page.all(tag="li")] == ["sleep. Rest.", "fear. Go."]


def test_a_sketch_gives_the_values_that_are_read_beside_it(page):
    sketch = page.open(
        lambda: Sketch(
            "Draw.",
            weeks=[0, 4, 16],
            low=10,
            high=30,
            start=20,
            unit="points",
            curve=lambda y: y,
            known={"nothing": [24, 22, 18]},
        )
    )
    for week, key in ((0, "ArrowLeft"), (16, "End")):
        page.key(page.one(name=f"Week {week}"), key)
    values = [float(page.one(name=f"Week {week}")["value"]) for week in sketch.weeks]
    assert values == [20 - sketch.panel["step"], 20, 30]
    for week, value in zip(sketch.weeks, values, strict=True):
        assert page.one(name=f"Week {week}")["aria-valuetext"] == f"{value:g} points"
    assert "nothing: 24 points in week 0, 22 points in week 4, 18 points in week 16" in page.whole["text"]
    pad = page.one(tag="svg")
    edge = page.one(pad, tag="text", text="30")["x"]
    scale = [(float(one["text"]), float(one["y"])) for one in parts(pad) if one["tag"] == "text" and one["x"] == edge]
    (low, bottom), (high, top) = min(scale), max(scale)
    assert (low, high) == (10, 30)
    up = lambda value: bottom - 5 + (value - low) / (high - low) * (top - bottom)  # noqa: E731
    assert [float(one["cy"]) for one in page.all(pad, tag="circle")] == pytest.approx([up(value) for value in values])
    across = [float(one["cx"]) for one in page.all(pad, tag="circle")]
    assert (across[1] - across[0]) / (across[2] - across[0]) == pytest.approx(4 / 16)
    left = min(
        float(one["x"]) - 10 * len(one["text"]) for one in parts(pad) if one["tag"] == "text" and one["text"].isdigit()
    )
    assert left > 0, "there is room for the numbers beside the pad"
    page.press("This is my guess")
    assert sketch.given == values


class Game:
    """Two boxes to fill, and over with the second turn."""

    def __init__(self):
        self.taken = []

    @property
    def over(self):
        return len(self.taken) == 2

    def picture(self):
        return picture([line(WEEKS, WEEKS * len(self.taken), name="y")], (axis("week", 0, 8), axis("points", 0, 16)))

    def sentence(self):
        return f"{len(self.taken)} turns taken."

    def take(self, **chosen):
        self.taken.append(chosen)

    def again(self):
        self.taken = []


def test_a_turn_takes_what_is_chosen_and_another_game_begins_anew(page):
    choices = {
        "what": ("Next medication", {"a": "the first", "b": "the second"}),
        "dose": ("How much", {1: "one", 2: "two"}),
    }
    turns = page.open(lambda: Turns(title="A game", choices=choices, game=Game(), act="Do it", again="Anew"))
    assert [one["name"] for one in page.all(tag="fieldset")] == ["Next medication", "How much"]
    page.press("the second", tag="input")
    page.press("Do it")
    assert turns.game.taken == [{"what": "b", "dose": 1}]
    assert page.of("sentence")["text"] == turns.words == turns.game.sentence()
    page.press("two", tag="input")
    page.press("Do it")
    assert turns.game.taken[1] == {"what": "b", "dose": 2}
    assert page.one(name="Do it")["disabled"]
    assert all(one["disabled"] for one in page.all(tag="fieldset"))
    assert drawn(page)["data"][0]["y"] == pytest.approx(list(WEEKS * 2))
    page.press("Anew")
    assert turns.game.taken == []
    assert not page.one(name="Do it")["disabled"]


def test_answers_are_counted_and_saved_with_a_name_only_if_one_is_given(page):
    question = page.open(lambda: Choose("Which?", {"a cat": "No.", "a dog": "Yes."}, right="a dog"))
    answers = page.open(lambda: Answers("02_x"))
    page.press("a dog", tag="input")
    page.press("Check")
    page.press("Save my answers")
    page.write(page.one(starts="Your name"), "Ada, B.")
    page.press("Save my answers")
    [_, without], [name, with_name] = page.saved
    assert name == "02_x-answers.csv"
    assert with_name.removeprefix("\ufeff") == answers.csv.removeprefix("\ufeff")
    rows = [list(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) for text in (without, with_name)]
    assert rows[1][1][:2] == ["name", "Ada, B."]
    assert rows[0] == [rows[1][0], *rows[1][2:]]
    assert rows[0][1][:2] == [question.prompt, "a dog"]


def test_what_is_answered_pinned_and_named_later_stands_in_the_answers_at_once(page):
    """As in answers opened only then. By hand it failed on: a count that never moves; a file that hears of no pinned run."""
    page.open(lambda: Choose("Which?", {"a cat": "No.", "a dog": "Yes."}, right="a dog"))
    page.open(made)
    answers = page.open(lambda: Answers("02_x"))
    for act in (
        lambda: (page.press("a dog", tag="input"), page.press("Check")),
        lambda: page.press("Pin"),
        lambda: page.write(page.one(name="What did you expect?"), "I expected less."),
        lambda: page.press("Climb"),
        lambda: page.write(page.one(starts="Your name"), "Ada"),
    ):
        before = answers.csv
        act()
        assert answers.csv == Answers("02_x").csv != before
        [said] = [one["text"] for one in parts(page.whole["inside"][-1]) if one.get("role") == "status"]
        assert said == Answers("02_x").said


def test_a_picture_beside_says_and_draws_what_its_explorer_has(page):
    explorer = page.open(made)
    beside = page.open(
        lambda: Beside(
            title="Beside", explorer=explorer, chart=chart, sentence=lambda seen: f"Beside: {seen[0][8]:.1f}."
        )
    )
    page.press("Climb")
    section = page.one(tag="section", name="Beside")
    assert any(one["text"] == f"Beside: {explorer.result[0][8]:.1f}." for one in parts(section))
    [place] = [one for one in parts(section) if "drawn" in one]
    assert place["drawn"]["data"][0]["y"] == pytest.approx(list(explorer.result[0]))
    assert beside.words.startswith("Beside")


@pytest.mark.parametrize(
    ("name", "ours", "jupyterlabs"),
    [
        (
            "Slope",
            [("ArrowUp", {}), ("x", {})],
            [("s", {"ctrlKey": True}), ("a", {"ctrlKey": True}), ("ArrowLeft", {"altKey": True})],
        ),
        (
            "Scenario code",
            [("x", {}), ("a", {"ctrlKey": True}), ("V", {"metaKey": True}), ("ArrowLeft", {"altKey": True})],
            [("s", {"ctrlKey": True}), ("Enter", {"ctrlKey": True}), ("F5", {"altKey": True})],
        ),
    ],
)
def test_keys_of_which_a_field_has_a_use_are_kept_from_jupyterlab_and_no_others(page, name, ours, jupyterlabs):
    """By hand it failed on keys that were kept the other way round."""
    page.open(made)
    for keys, kept in ((ours, True), (jupyterlabs, False), (ours, True)):
        for key, held in keys:
            page.key(page.one(name=name, tag="input"), key, **held)
            assert ("data-lm-suppress-shortcuts" in page.one(name=name, tag="input")) == kept, (key, held)


STILLS = """
const notebook = { toJSON: () => given.notebook };
keeping(notebook).set("ours", given.still);
return notebook.toJSON();
"""


def test_a_saved_notebook_has_each_widgets_own_still_and_all_else_as_it_was(page):
    """By hand it failed on a still that was saved over every output but its own."""
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "ours"}}
    other = {"data": {"application/vnd.jupyter.widget-view+json": {"model_id": "theirs"}}, "metadata": {"a": 1}}
    words, still = {"data": {"text/plain": "4"}}, {"text/plain": "in words", "text/html": "<svg/>"}
    cells = [{"source": "# words"}, {"source": "x", "outputs": [{"data": view, "metadata": {"b": 2}}, other, words]}]
    given = {"notebook": {"cells": cells, "nbformat": 4}, "still": still}
    saved = page.run(f"{script()}{STILLS}", given)
    assert saved["nbformat"] == 4
    assert saved["cells"][0] == cells[0]
    assert saved["cells"][1]["outputs"] == [{"data": still, "metadata": {"b": 2, "toolkit": "ours"}}, other, words]


def test_a_kernel_that_does_not_answer_is_told_of_and_answers_stay(page):
    question = page.open(lambda: Choose("Which?", {"a cat": "No.", "a dog": "Yes."}, right="a dog"))
    answers = page.open(lambda: Answers("02_x"))
    explorer = page.open(made)
    page.deaf = True
    page.press("a dog", tag="input")
    page.press("Check")
    page.key(page.one(name="Slope", tag="input"), "End")
    page.press("The numbers of this picture")
    page.wait(4)
    assert "does not answer" not in page.whole["text"]
    page.wait(2)
    assert "does not answer" in page.of("error")["text"]
    assert "does not answer" in page.of("data")["text"]
    assert "does not answer" in reply(page)[1]
    page.press("Save my answers")
    [[_, text]] = page.saved
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))[1][:2] == ["Which?", "a dog"]
    assert (question.given, explorer.values["slope"]) == (None, 1.0)
    assert answers.csv.count("a dog") == 0
    page.deaf = False
    page.press("Check")
    assert reply(page) == ("true", "Right. Yes.")
    page.press("Undo")
    assert page.all(role="alert", tag="p") == [], "what is answered again is no longer complained of"


@pytest.mark.parametrize(
    "given",
    [
        "a cat",
        "=1+1",
        "-",
        "-4.5",
        "+3e5",
        "-.5",
        "-Infinity",
        "\t5",
        "＝x",
        'say "no", or\nnot',
        None,
        0,
        [20, 19.5, -1],
        ["mouse", "a, b"],
        {"sleep": {"medication": "strong", "therapy": None}, "fear": {"medication": None, "therapy": "weak"}},
        {"sleep": {"medication": None}, "=fear": {}},
    ],
)
def test_an_answer_that_no_kernel_has_heard_stands_in_the_file_as_the_kernel_would_write_it(page, given):
    code = f"{str(Answers._esm).replace('export default', '')}\nreturn unjudged(given[0], given[1]);"
    assert page.run(code, ["Which, “if any”?", given]) == written(("Which, “if any”?", listed(given), "", ""))


def test_an_answer_that_no_kernel_has_heard_is_not_judged_and_one_that_is_heard_later_is(page):
    page.open(lambda: Choose("Which?", {"a cat": "No.", "a dog": "Yes."}, right="a dog"))
    answers = page.open(lambda: Answers("02_x"))
    rows = lambda: list(csv.reader(io.StringIO(page.saved[-1][1].removeprefix("\ufeff"))))[1:]  # noqa: E731
    for option, deaf, row in (
        ("a dog", True, ["Which?", "a dog", "", ""]),
        ("a cat", False, ["Which?", "a cat", "False", "1"]),
        ("a dog", True, ["Which?", "a dog", "", ""]),
        ("a dog", False, ["Which?", "a dog", "True", "2"]),
    ):
        page.deaf = deaf
        page.press(option, tag="input")
        page.press("Check")
        page.press("Save my answers")
        assert rows() == [row]
    assert answers.csv.splitlines()[1] == "Which?,a dog,True,2"


def test_beside_a_picture_it_waits_for_the_guess_and_says_what_could_not_be_drawn_and_only_that(page):
    guess = page.open(lambda: Predict("Up or down?", {"up": "Yes.", "down": "No."}))
    explorer = page.open(lambda: made(guess))

    def shaken(seen):
        if seen[3]:
            raise ZeroDivisionError("shaken")
        return chart(seen)

    beside = page.open(
        lambda: Beside(
            title="Beside", explorer=explorer, chart=shaken, sentence=lambda seen: f"It is {seen[0][8]:.1f}."
        )
    )

    def seen():
        section = page.one(tag="section", name="Beside")
        [words] = [one["text"] for one in parts(section) if "toolkit-sentence" in one["class"]]
        picture = bool(page.all(section, role="img"))
        return words, picture, bool(page.all(section, tag="summary", name="The numbers of this picture"))

    words, *there = seen()
    assert "guess" in words
    assert there == [False, False]
    page.press("up", tag="input")
    page.press("This is my guess")
    assert seen() == (beside.sentence, True, True)
    for shakes in (True, False):
        page.press("Steady")
        assert seen() == ((SORRY, False, False) if shakes else (beside.sentence, True, True))


def attributes(page, selector, *names):
    """What stands in the attributes of all elements of a selector."""
    read = (
        "return [...document.querySelectorAll(given[0])].map((one) => given[1].map((name) => one.getAttribute(name)))"
    )
    return page.run(read, [selector, list(names)])


def points(path):
    """The points of a path of straight lines."""
    return [tuple(map(float, point.split())) for point in path.removeprefix("M").split("L")]


@pytest.fixture
def pad(page):
    """(the page, a sketch, the places of its weeks across and of its values up, as the numbers at its edges say)."""
    sketch = page.open(
        lambda: Sketch(
            "Draw.", weeks=[0, 4, 16], low=10, high=30, start=20, unit="points", step=0.5, curve=lambda y: y,
            known={"falling": [24, 22, 18], "rising": [12, 14, 28]},
        )
    )  # fmt: skip
    texts = [one for one in parts(page.one(tag="svg")) if one["tag"] == "text" and one["text"].isdigit()]
    foot = max(float(one["y"]) for one in texts)
    weeks = {int(one["text"]): float(one["x"]) for one in texts if float(one["y"]) == foot}
    values = {int(one["text"]): float(one["y"]) - 5 for one in texts if float(one["y"]) != foot}
    assert (list(weeks), list(values)) == ([0, 4, 16], [10, 15, 20, 25, 30])
    return page, sketch, weeks, lambda value: np.interp(value, *zip(*values.items(), strict=True))


def test_a_sketchs_curves_go_through_their_values_at_their_weeks(pad):
    """By hand it failed on: axes exchanged; a curve that stays while its dots move; a name across its own curve."""
    page, sketch, weeks, up = pad
    page.key(page.one(name="Week 4"), "End")
    page.key(page.one(name="Week 16"), "ArrowLeft")
    curve = [(weeks[0], up(20)), (weeks[4], up(30)), (weeks[16], up(19.5))]
    known = [
        [(weeks[week], up(value)) for week, value in zip(sketch.weeks, one, strict=True)]
        for one in ([24, 22, 18], [12, 14, 28])
    ]
    for selector, curves in ((".toolkit-curve", [curve]), (".toolkit-known", known)):
        for [path], meant in zip(attributes(page, selector, "d"), curves, strict=True):
            assert np.allclose(points(path), meant), selector
    assert np.allclose(np.array(attributes(page, "circle", "cx", "cy"), dtype=float), curve)
    lines = [path for [path] in attributes(page, ".toolkit-grid", "d")]
    assert lines == [f"M{weeks[0]:g} {up(value):g}h{weeks[16] - weeks[0]:g}" for value in (10, 15, 20, 25, 30)]
    names = [one for one in attributes(page, "svg text", "x", "y", "dy") if one[2]]
    for (x, y, dy), one in zip(names, known, strict=True):
        assert (weeks[16] - 12 <= float(x) < weeks[16], float(y)) == (True, pytest.approx(one[-1][1]))
        assert (float(dy.removesuffix("em")) > 0) == (one[-2][1] < one[-1][1]), "where the curve does not come from"


def test_a_pointer_draws_at_the_nearest_week_while_it_is_held(pad):
    page, sketch, weeks, up = pad
    drag = """globalThis.DOMPoint = class {
      constructor(x, y) { Object.assign(this, { x, y }); }
      matrixTransform = ({ half }) => ({ x: half * this.x, y: half * this.y });
    };
    const pad = document.querySelector("svg");
    pad.getScreenCTM = () => ({ inverse: () => ({ half: 0.5 }) });
    const [type, x, y, buttons] = given;
    pad.dispatchEvent(new Event(type, { clientX: 2 * x, clientY: 2 * y, buttons, pointerId: 1 }));"""
    values = lambda: [float(page.one(name=f"Week {week}")["value"]) for week in sketch.weeks]  # noqa: E731
    for event, x, value, buttons, meant in (
        ("pointerdown", weeks[4] + 20, 25, 1, [20, 25, 20]),
        ("pointermove", weeks[16] - 20, 12.5, 1, [20, 25, 12.5]),
        ("pointermove", weeks[0], 15, 0, [20, 25, 12.5]),
        ("pointermove", weeks[0] - 30, 99, 1, [30, 25, 12.5]),
        ("pointermove", weeks[0], -5, 1, [10, 25, 12.5]),
    ):
        y = up(value) if 10 <= value <= 30 else up(30) - 40 if value > 30 else up(10) + 40
        page.run(drag, [event, x, y, buttons])
        assert values() == meant
        assert [float(cy) for [cy] in attributes(page, "circle", "cy")] == pytest.approx([up(value) for value in meant])
        said = [page.one(name=f"Week {week}")["aria-valuetext"] for week in sketch.weeks]
        assert said == [f"{value:g} points" for value in meant]
        assert [one["text"] for one in page.all(tag="output")] == said


def test_what_was_answered_stands_there_again_in_another_view_and_what_is_changed_since_stays(page):
    """By hand it failed on: a reply without its answer; an answer that is put back over what has been changed."""
    matrix = lambda: Matrix("Who?", ["medication"], {"much": "●", "little": "○"}, {"sleep": "Rest."}, {})  # noqa: E731
    asked = [
        lambda: Choose("Which?", {"a cat": "No.", "a dog": "Yes."}, right="a dog"),
        lambda: Calculate("How many?", 12, tolerance=0.5, unit="cats", reply="Twelve.", hint="Count again."),
        lambda: Order("Small?", ["mouse", "cat", "horse"], ends=("", ""), reply="Yes.", hint="Weigh."),
        lambda: Sketch("Draw.", weeks=[0, 4], low=10, high=30, start=20, unit="points", curve=lambda y: y),
        matrix,
    ]
    given = ["a dog", 12, ["cat", "mouse", "horse"], [15, 25], {"sleep": {"medication": "little"}}]
    for make, answer in zip(asked, given, strict=True):
        make().answer(answer)
        page.open(make)
    assert page.one(name="a dog", tag="input")["checked"]
    assert not page.one(name="a cat", tag="input")["checked"]
    assert page.one(name="Your answer (cats)")["value"] == "12"
    assert [one["inside"][0]["text"] for one in page.all(tag="li") if "Move" in str(one["inside"])] == given[2]
    assert [page.one(name=f"Week {week}")["value"] for week in (0, 4)] == ["15", "25"]
    assert page.all(name="sleep, medication: little")
    shown = [one for one in page.all() if "toolkit-reply" in one["class"]]
    assert [one["data-right"] for one in shown] == ["true", "true", "false", "true", "true"]
    page.press("a cat", tag="input")
    Choose("Which?", {"a cat": "No.", "a dog": "Yes."}, right="a dog").answer("a dog")
    page.press("Compare")
    assert page.one(name="a cat", tag="input")["checked"], "what has been chosen since stays"


def test_a_token_whose_press_is_over_is_blank_in_no_view_and_may_be_left_open(page):
    matrix = page.open(lambda: Matrix("Who?", ["both"], {"much": "●", "little": "○"}, {"sleep": "a", "fear": "b"}, {}))
    assert [one["name"] for one in page.all(starts="sleep, ")] == ["sleep, both: place me"]
    page.press("sleep, both: place me")
    page.press("Compare")
    assert matrix.given == {"sleep": {"both": "much"}, "fear": {"both": None}}
    page.press("Just show me")
    assert matrix.given is None


def test_a_games_silence_is_said_until_it_answers_and_what_is_new_is_told(page):
    game = Game()
    page.open(lambda: Turns(title="A game", choices={"dose": ("How much", {1: "one", 2: "two"})}, game=game))
    assert [one["checked"] for one in page.all(tag="input")] == [True, False], "the first to begin with"
    assert page.of("status")["text"] == ""
    page.deaf = True
    page.press("Go on")
    page.wait(6)
    assert "does not answer" in page.of("error")["text"]
    page.deaf = False
    page.press("Go on")
    assert page.of("status")["text"] == "1 turns taken"
    assert not page.all(role="alert")
    assert game.taken == [{"dose": 1}]


def test_a_matrixs_columns_have_their_own_colours(page):
    page.open(lambda: Matrix("Who?", ["medication", "therapy"], {"much": "●"}, {"sleep": "a"}, {}))
    read = "return [...document.querySelectorAll('td')].flatMap(({ children }) => children).map(({ style }) => style.color)"
    assert page.run(read, None) == [
        "var(--toolkit-colour-medication, inherit)",
        "var(--toolkit-colour-therapy, inherit)",
    ]


def test_a_table_of_numbers_can_be_scrolled_by_keys_and_says_what_it_is(page):
    page.open(made)
    page.press("The numbers of this picture")
    [table] = page.all(role="group", name="points by week")
    assert (
        page.run(
            "return [...document.querySelectorAll('[role=\"group\"]')].filter((one) => one.tabIndex === 0).length", None
        )
        == 1
    )
    head = table["inside"][0]["inside"]
    assert [one["tag"] for one in head] == ["caption", "thead", "tbody"]
    assert {one["scope"] for one in parts(head[1]) if one["tag"] == "th"} == {"col"}
    assert {one["scope"] for one in parts(head[2]) if one["tag"] == "th"} == {"row"}


@pytest.mark.parametrize("kind", ["beside", "strip", "turns", "explorer"])
def test_a_picture_is_called_by_its_title_wherever_it_is_called(page, kind):
    """By hand it failed on a heading that has the sentence."""
    explorer = page.open(made)
    title = explorer.title if kind == "explorer" else "Its title"
    if kind == "beside":
        page.open(lambda: Beside(title=title, explorer=explorer, chart=chart, sentence=lambda seen: "It is."))
    if kind == "strip":
        page.open(lambda: Strip(title, [Dated("1950s", "then", "a book", 1950, 1960)]))
    if kind == "turns":
        page.open(lambda: Turns(title=title, choices={"dose": ("How much", {1: "one"})}, game=Game()))
    section = page.one(tag="section", name=title)
    assert [one["name"] for one in page.all(section, role="img")] == [title]
    headings = [one["text"] for one in parts(section) if one["tag"] == "h3"]
    assert headings == ([] if kind == "turns" else [title])
    [sentence] = [one["text"] for one in parts(section) if "toolkit-sentence" in one["class"]]
    assert sentence not in (title, "")


def test_a_strip_of_dates_draws_its_events_and_says_them(page):
    strip = page.open(
        lambda: Strip("Dates", [Dated("1950s", "then", "a book", 1950, 1960), Dated("1975", "later", "x", 1975, 1975)])
    )
    assert page.of("sentence")["text"] == strip.words
    assert [trace["name"] for trace in drawn(page)["data"][:2]] == ["then", "later"]


SPOKEN = {
    "choose": (lambda: Choose("Which?", {"a": "Yes.", "b": "No."}, right="a"), {"toolkit-reply": "polite"}),
    "order": (
        lambda: Order("Small?", ["a", "b"], ends=("", ""), reply="", hint=""),
        {"toolkit-reply": "polite", "toolkit-hidden": "status"},
    ),
    "matrix": (
        lambda: Matrix("Who?", ["both"], {"much": "●"}, {"sleep": "a"}, {}),
        {"toolkit-reply": "polite", "toolkit-hidden": "status"},
    ),
    "answers": (lambda: Answers("02_x"), {"toolkit-said": "status"}),
    "turns": (
        lambda: Turns(title="A game", choices={"dose": ("How much", {1: "one"})}, game=Game()),
        {"toolkit-status": "status", "toolkit-error": "alert"},
    ),
    "explorer": (made, {"toolkit-status": "status", "toolkit-error": "alert", "toolkit-unread": "alert"}),
}


@pytest.mark.parametrize("kind", SPOKEN)
def test_what_comes_by_itself_is_spoken_to_those_who_hear_the_page_and_nothing_else_is(page, kind):
    """By hand it failed on a reply that nobody hears."""
    make, spoken = SPOKEN[kind]
    page.open(make)
    read = """return [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')].map((one) => [
      one.className, one.getAttribute("aria-live") ?? one.getAttribute("role"),
    ])"""
    assert dict(page.run(read, None)) == spoken
