"""Press → words, without a browser: every button, key and field does what it is called, on the page and in the kernel alike.

What a browser alone can tell, how it looks and whether it can be reached, tests/browser tells.
"""

import csv
import io

import numpy as np
import pytest

from tests.paper import paper, parts
from toolkit.explore import (
    Answers,
    Beside,
    Calculate,
    Choice,
    Choose,
    Entry,
    Explorer,
    Matrix,
    Mission,
    Order,
    Predict,
    Presenter,
    Preset,
    Seed,
    Sketch,
    Slider,
    Switch,
    Turns,
    Week,
    axis,
    line,
    picture,
)
from toolkit.explore.picture import COLOURS

WEEKS = np.arange(9)


@pytest.fixture(scope="module")
def empty():
    with paper() as made:
        yield made


@pytest.fixture
def page(empty):
    yield empty
    assert empty.clear() == [], "what is taken off the page still listens"


def run(slope, level, shape, steady, week, seed):
    if slope == -2.0:
        raise ZeroDivisionError("the toy is stuck")
    y = slope * WEEKS + level + seed / 1000
    return (y if shape == "straight" else y**2 / 9, 20.0 - WEEKS, week, steady)


def chart(seen):
    bent, other, _, _ = seen
    lines = [line(WEEKS, bent, name="yours", colour="both"), line(WEEKS, other, name="theirs", colour="therapy")]
    return picture(lines, (axis("week", 0, 8), axis("points", -20, 60)))


MISSIONS = [
    Mission("Steep", "Make it steep.", controls=["Slope"], hint="Go up.", reply="A slope is a choice.",
            recipe=[{"set": {"slope": 2.0}}], reached=lambda run: run.values["slope"] >= 1.5, core=True),
    Mission("Both", "Make it flat and steep.", hint="Try.", reply="Nothing is both.", reached=lambda run: False),
]  # fmt: skip


def made(guess=None, lesson=2):
    """An explorer that has one of each kind."""
    return Explorer(
        module="tests.explore.small",
        lesson=lesson,
        title="Two lines",
        controls=[
            Slider("slope", "Slope", 1.0, low=-2.0, high=2.0, step=0.5, unit="points a week", parameter="line.slope",
                   help="How fast it climbs."),
            Slider("level", "Level", 3, low=0, high=12, step=3, unit="points", help="Where it begins.", more=True,
                   parameter="line.level"),
            Choice("shape", "Shape", "straight", options={"straight": "a straight one", "bent": "a bent one"}),
            Switch("steady", "Steady", False, help="Nothing shakes it.", more=True),
            Week(value=4, low=0, high=8),
            Seed(),
        ],
        presets=[Preset("Climb", "It climbs.", {"slope": 2.0}), Preset("Bend", "It bends.", {"shape": "bent", "level": 9})],
        run=run,
        chart=chart,
        sentence=lambda seen: f"In week {seen[2]} it stands at {seen[0][seen[2]]:.1f} points{', steadily' * seen[3]}.",
        table=lambda seen: {"week": WEEKS, "points": seen[0]},
        ledger=lambda values: [
            Entry("level", f"{values['level']}", "published", "A paper", "line.level"),
            Entry("slope", f"{values['slope']}", "teaching", "", "line.slope"),
            Entry("other", "20", "fitted", "Another paper"),
        ],
        guess=guess,
        missions=MISSIONS if guess is None else (),
    )  # fmt: skip


@pytest.fixture
def opened(page):
    return page, page.open(made)


def agrees(page, explorer):
    """The page has what the kernel has, in words, fields and picture."""
    assert page.of("sentence")["text"] == explorer.sentence
    for control in explorer.controls.values():
        kind = type(control).__name__
        wanted = "select" if kind == "Choice" else "input"
        field = page.one(name=control.label, tag=wanted)
        if kind == "Choice":
            assert field["chosen"] == control.options[control.value]
        elif kind == "Switch":
            assert field["checked"] == control.value
        else:
            assert float(field["value"]) == control.value, control.label
    traces = drawn(page)["data"]
    assert [trace["name"] for trace in traces] == [trace["name"] for trace in explorer.shown["data"]]
    for shown, meant in zip(traces, explorer.shown["data"], strict=True):
        for side in "xy":
            assert shown[side] == pytest.approx(list(meant[side])), f"{side} of {meant['name']}"


def drawn(page):
    """The figure that stands on the page."""
    [place] = [one for one in parts(page.whole) if "drawn" in one]
    return place["drawn"]


def test_each_control_stands_under_its_own_label_with_its_own_help_and_value(opened):
    page, explorer = opened
    agrees(page, explorer)
    for control in explorer.controls.values():
        field = page.one(name=control.label, tag="select" if isinstance(control, Choice) else "input")
        assert field["described"] == (control.help or None)
    assert page.one(name="Shape")["text"] == "a straight onea bent one"
    drawer = page.one(tag="details", text=page.one(tag="summary", name="More")["text"] + drawer_text(page))
    assert {one["name"] for one in parts(drawer) if one["tag"] == "input"} >= {"Level", "Steady"}
    beside = page.one(role="group", name="Controls")
    named = [one["name"] for one in parts(beside) if one["tag"] in ("input", "select") and one["name"]]
    assert [name for name in named if ":" not in name] == ["Slope", "Shape", "Level", "Steady"]


def drawer_text(page):
    [drawer] = [one for one in page.all(tag="details") if one["inside"][0]["name"] == "More"]
    return drawer["text"].removeprefix("More")


def test_a_knob_moves_by_its_step_and_says_where_it_is(opened):
    page, explorer = opened
    for name, pressed, meant in (("Slope", "ArrowRight", 1.5), ("Slope", "ArrowLeft", 1.0), ("Slope", "End", 2.0),
                                 ("Level", "ArrowLeft", 0), ("Level", "End", 12)):  # fmt: skip
        page.key(page.one(name=name, tag="input"), pressed)
        control = next(one for one in explorer.controls.values() if one.label == name)
        assert control.value == meant
        words = f"{meant:.1f} points a week" if name == "Slope" else f"{meant} points"
        assert page.one(name=name, tag="input")["aria-valuetext"] == words
        assert page.one(name=f"{name}: exact number")["value"] == words.split()[0]
        agrees(page, explorer)


def test_a_number_is_taken_as_it_is_typed_within_its_ends_and_steps(opened):
    page, explorer = opened
    box = page.one(name="Slope: exact number")
    for text, value, said in (
        ("0,5", 0.5, ""),
        ("7", 0.5, "Numbers from -2 to 2 only. It stays 0.5."),
        ("steep", 0.5, "“steep” is not a number. It stays 0.5."),
        ("1.5 points a week", 1.5, ""),
    ):
        page.write(box, text)
        assert explorer.values["slope"] == value
        assert [one["text"] for one in page.all(role="alert") if "unread" in one["class"]] == [said] * bool(said)
        agrees(page, explorer)
    for key, value in (("ArrowUp", 2.0), ("ArrowUp", 2.0), ("ArrowDown", 1.5)):
        page.key(box, key)
        assert explorer.values["slope"] == value
    page.write(page.one(name=explorer.controls["seed"].label), "17")
    assert explorer.values["seed"] == 17
    agrees(page, explorer)


def test_what_cannot_be_run_is_said_and_the_picture_stays(opened):
    page, explorer = opened
    before = drawn(page)["data"]
    page.write(page.one(name="Slope: exact number"), "-2")
    assert "could not be shown" in page.of("error")["text"]
    assert drawn(page)["data"] == before
    agrees(page, explorer)


def test_options_and_switches_are_what_they_are_called(opened):
    page, explorer = opened
    for value, words in reversed(explorer.controls["shape"].options.items()):
        page.choose(page.one(name="Shape"), words)
        assert explorer.values["shape"] == value
        agrees(page, explorer)
    for turned in (True, False):
        page.press("Steady")
        assert explorer.values["steady"] is turned
        agrees(page, explorer)


def test_the_week_is_read_where_it_rests_and_its_words_are_the_curves(opened):
    page, explorer = opened
    week = page.one(name="Week", tag="input")
    for _ in range(2):
        page.key(week, "ArrowRight")
    now = page.of("now")["text"]
    assert now == f"Week 6: yours {explorer.result[0][6]:.1f} · theirs {20 - 6:.1f}"
    assert explorer.values["week"] == 4, "the kernel hears of it once it rests"
    page.wait(1)
    assert explorer.values["week"] == 6
    agrees(page, explorer)
    page.press("Play")
    page.wait(0.3)
    assert page.of("now")["text"].startswith("Week 7: ")
    page.press("Pause")
    page.wait(1)
    assert explorer.values["week"] == 7
    page.press("Play")
    page.wait(5)
    assert explorer.values["week"] == 8
    assert page.all(name="Play")
    page.press("Play")
    page.wait(0.3)
    assert page.of("now")["text"].startswith("Week 1: "), "from the end it begins anew"


def test_presets_undo_and_reset_do_as_they_are_called(opened):
    page, explorer = opened
    first = explorer.values
    for preset in explorer.presets.values():
        page.press(preset.name)
        assert explorer.values == {**first, **preset.values}
        assert [one["name"] for one in page.all(tag="button") if one.get("aria-pressed") == "true"] == [preset.name]
        assert page.of("says")["text"] == preset.says
        agrees(page, explorer)
    page.press("Undo")
    assert explorer.values == {**first, "slope": 2.0}
    agrees(page, explorer)
    page.press("Bend")
    page.press("Reset")
    assert explorer.values == first
    agrees(page, explorer)


def test_what_has_changed_is_said_once_all_is_at_rest(opened):
    page, explorer = opened
    page.press("Climb")
    assert page.of("status")["text"] == ""
    page.wait(0.5)
    assert page.of("status")["text"] == ""
    page.wait(0.5)
    assert page.of("status")["text"] == explorer.status != ""


def test_runs_are_pinned_shown_again_and_let_go_each_by_its_own_buttons(opened):
    page, explorer = opened
    page.press("Pin")
    first, sentence = explorer.code, explorer.sentence
    page.press("Climb")
    page.press("Pin")
    second = explorer.code
    assert page.of("then")["text"].endswith(explorer.sentence)
    board = page.one(role="group", name="Pinned runs")
    cards = [one for one in parts(board) if one["tag"] == "li"]
    for card, pin in zip(cards, explorer.pins, strict=True):
        assert pin["code"] in card["text"]
        assert pin["sentence"] in card["text"]
        assert pin["image"] in page.one(card, tag="img")["src"]
    page.write(page.one(cards[0], name="What did you expect?"), "Flat.")
    page.write(page.one(cards[1], name="What did you expect?"), "Steep.")
    assert [pin["line"] for pin in explorer.pins] == ["Flat.", "Steep."]
    page.press(f"Show again: {first}")
    assert explorer.sentence == sentence
    agrees(page, explorer)
    page.press(f"Unpin: {first}")
    assert [pin["code"] for pin in explorer.pins] == [second]
    [left] = [one for one in page.all(tag="li") if "expect" in one["text"]]
    assert second in left["text"]
    assert page.one(left, name="What did you expect?")["value"] == "Steep."


def test_every_number_stands_in_its_row_with_its_tag_and_leads_to_its_control(opened):
    page, explorer = opened
    page.press("Where the numbers come from")
    [drawer] = [one for one in page.all(tag="details") if one["inside"][0]["name"] == "Where the numbers come from"]
    head, *rows = [[cell["text"] for cell in row["inside"]] for row in page.all(drawer, tag="tr")]
    assert head == ["what", "value", "tag", "source", "what if this is wrong?"]
    for row, entry in zip(rows, explorer.ledger(), strict=True):
        assert row[:2] + row[3:4] == [entry.what, entry.value, entry.source]
        assert row[2].endswith(f" {entry.tag}")
    signs = {row[2][0] for row in rows}
    assert len(signs) == 3
    assert all(f"{entry.tag} =" in page.one(drawer, tag="caption")["text"] for entry in explorer.ledger())
    for what, label in (("level", "Level"), ("slope", "Slope")):
        page.press(f"Move it: {what}")
        assert page.one(name=label, tag="input")["focused"]
    assert [one["open"] for one in page.all(tag="details") if one["inside"][0]["name"] == "More"] == [True]
    page.press("Climb")
    assert [row["inside"][1]["text"] for row in page.all(tag="tr") if row["inside"][0]["text"] == "slope"] == ["2.0"]


def test_the_pictures_numbers_are_those_that_are_drawn(opened):
    page, explorer = opened
    page.press("The numbers of this picture")
    for act in (None, "Climb"):
        if act:
            page.press(act)
        [table] = [one for one in page.all(tag="table") if one["inside"][0]["text"] == "points by week"]
        rows = [[cell["text"] for cell in row["inside"]] for row in page.all(table, tag="tr")]
        assert rows[0] == ["week", "yours", "theirs"]
        for row, week in zip(rows[1:], WEEKS, strict=True):
            assert [float(cell) for cell in row] == pytest.approx([week, explorer.result[0][week], 20 - week], abs=0.06)


def test_codes_python_and_files_are_of_what_is_shown(opened):
    page, explorer = opened
    page.press("Bend")
    bent = explorer.values
    assert page.one(name="Scenario code")["value"] == explorer.code
    page.press("Copy code")
    page.press("Copy Python")
    assert page.copied == [explorer.code, explorer.python]
    assert page.of("status")["text"] == "Copied."
    page.press("Save CSV")
    [[name, text]] = page.saved
    assert explorer.code in name
    assert text.removeprefix("\ufeff") == explorer.csv.removeprefix("\ufeff")
    code = explorer.code
    page.press("Reset")
    page.write(page.one(name="Scenario code"), code)
    assert explorer.values == bent
    page.press("Reset")
    page.write(page.one(name="Scenario code"), "nothing", enter=False)
    page.press("Load")
    assert page.of("error")["text"]
    assert explorer.values == {**bent, **{name: control.opening for name, control in explorer.controls.items()}}


def test_a_mission_helps_is_reached_or_given_up(opened):
    page, explorer = opened
    first, second = [one for one in page.all(tag="details") if one["name"].startswith("Mission ")]
    assert [one["name"] for one in (first, second)] == ["Mission 1: Steep", "Mission 2: Both"]
    assert [one["open"] for one in (first, second)] == [True, False]
    assert first["inside"][0]["text"] == "Mission 1: Steep · to do"
    assert second["inside"][0]["text"] == "Mission 2: Both (for more time) · to do"
    assert "Make it steep." in first["text"]
    assert "You need: Slope" in first["text"]
    page.press("Hint", at=page.one(first, name="Hint")["at"])
    assert page.of("status")["text"] == "Hint: Go up."
    page.press("Climb")
    [first, second] = [one for one in page.all(tag="details") if one["name"].startswith("Mission ")]
    assert first["inside"][0]["text"] == "Mission 1: Steep · ✔ reached"
    assert "A slope is a choice." in first["text"]
    page.wait(200)
    assert page.of("status")["text"] == "Hint: Try.", "after a while the first that is open helps by itself"
    page.press(at=page.one(second, name="I give up: why?")["at"])
    [first, second] = [one for one in page.all(tag="details") if one["name"].startswith("Mission ")]
    assert second["inside"][0]["text"].endswith(" · given up")
    assert "Nothing is both." in second["text"]
    assert second["inside"][0]["focused"]
    assert [one["state"] for one in explorer.standing] == ["reached", "given up"]


def test_the_arrows_go_along_a_bar_of_buttons(opened):
    page, explorer = opened
    names = list(explorer.presets)
    page.key(page.one(name=names[0], tag="button"), "ArrowRight")
    assert page.one(name=names[1], tag="button")["focused"]
    page.key(page.one(name=names[1], tag="button"), "ArrowRight")
    assert page.one(name=names[0], tag="button")["focused"]
    page.key(page.one(name=names[0], tag="button"), "End")
    assert page.one(name=names[-1], tag="button")["focused"]


def test_nothing_is_seen_before_the_guess(page):
    guess = Predict("Up or down?", {"up": "Yes.", "down": "No."})
    explorer = page.open(lambda: made(guess))
    assert not page.all(tag="button", name="Climb")
    assert not page.all(name="Slope")
    assert "waits for your guess" in page.whole["text"]
    page.press("Show it without a guess")
    agrees(page, explorer)
    assert page.one(name="Slope", tag="input")["focused"]


def test_a_colour_that_stands_for_something_is_the_style_sheets_of_that_name(opened):
    page, explorer = opened
    for shown, meant in zip(drawn(page)["data"], explorer.still["data"], strict=True):
        [name] = [name for name, colour in COLOURS.items() if colour == meant["line"]["color"]]
        assert shown["line"]["color"] == f"--toolkit-colour-{name}"
    assert explorer.still["data"][0]["line"]["color"] != explorer.still["data"][1]["line"]["color"]


def test_two_explorers_of_one_title_have_names_and_fields_of_their_own(page):
    explorers = [page.open(made) for _ in range(2)]
    one, other = page.all(tag="section")
    assert [one["name"], other["name"]] == ["Two lines", "Two lines, picture 2"]
    page.key(page.one(other, name="Slope", tag="input"), "End")
    assert [explorer.values["slope"] for explorer in explorers] == [1.0, 2.0]


def form(page):
    return page.one(tag="form")


def reply(page):
    [there] = [one for one in parts(page.whole) if "toolkit-reply" in one["class"]]
    return there["data-right"], " ".join(there["text"].split())


def test_an_option_gets_its_own_reply(page):
    question = page.open(lambda: Choose("Which?", {"a cat": "No: it purrs.", "a dog": "Yes.", "a mouse": "Small."}, right="a dog"))  # fmt: skip
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
    question = page.open(lambda: Calculate("How many?", 12, tolerance=0.5, unit="cats", reply="Twelve.", hint="Count again."))  # fmt: skip
    page.press("Check")
    assert reply(page)[1] == "Write a number first."
    box = page.one(name="Your answer in cats")
    for text, right, words in (("9", "false", "Count again."), ("12", "true", "Twelve."), ("many", "null", "")):
        page.write(box, text)
        assert reply(page)[0] == right
        assert reply(page)[1].endswith(words)
        assert float(question.given) == float("12" if text == "many" else text)


def test_up_moves_up_and_down_moves_down(page):
    things = ["mouse", "cat", "horse"]
    question = page.open(lambda: Order("From small to large?", things, ends=("smallest", "largest"), reply="Yes.", hint="Weigh."))  # fmt: skip
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
    levels = {"strong": "●", "weak": "○"}
    views = {"we": {"sleep": {"medication": "strong"}, "fear": {"therapy": "weak"}}}
    matrix = page.open(lambda: Matrix("Who does what?", ["medication", "therapy"], levels, {"sleep": "Rest.", "fear": "Go."}, views))  # fmt: skip
    for level in ("strong", "weak", "strong"):
        [token] = page.all(tag="button", starts="fear, therapy: ")
        page.press(at=token["at"])
        [token] = page.all(tag="button", starts="fear, therapy: ")
        assert token["name"] == f"fear, therapy: {level}"
        assert token["text"] == f"{levels[level]} {level}"
        assert [one["text"] for one in page.all(role="status")] == [f"{level}: fear, therapy"]
    page.press("Compare")
    assert matrix.given["fear"]["therapy"] == "strong"
    assert {row: {column: level for column, level in cells.items() if level} for row, cells in matrix.given.items()} == {"sleep": {}, "fear": {"therapy": "strong"}}  # fmt: skip
    head, *rows = page.all(tag="tr")
    assert [one["text"] for one in head["inside"]] == ["", "medication", "therapy"]
    for row in rows:
        name, *cells = row["inside"]
        for column, cell in zip(matrix.columns, cells, strict=True):
            level = views["we"][name["text"]].get(column)
            assert cell["text"].endswith(f"we: {levels[level]} {level}" if level else "we: – not said")
    assert [one["text"] for one in page.all(tag="li")] == ["sleep. Rest.", "fear. Go."]


def test_a_sketch_gives_the_values_that_are_read_beside_it(page):
    sketch = page.open(lambda: Sketch("Draw.", weeks=[0, 4, 16], low=10, high=30, start=20, unit="points", curve=lambda y: y,
                                      known={"nothing": [24, 22, 18]}))  # fmt: skip
    for week, key in ((0, "ArrowLeft"), (16, "End")):
        page.key(page.one(name=f"Week {week}"), key)
    values = [float(page.one(name=f"Week {week}")["value"]) for week in sketch.weeks]
    assert values == [20 - sketch.panel["step"], 20, 30]
    for week, value in zip(sketch.weeks, values, strict=True):
        assert page.one(name=f"Week {week}")["aria-valuetext"] == f"{value:g} points"
    assert "nothing: 24 points in week 0, 22 points in week 4, 18 points in week 16" in page.whole["text"]
    pad = page.one(tag="svg")
    edge = page.one(pad, tag="text", text="30")["x"]
    scale = [(float(one["text"]), float(one["y"])) for one in parts(pad) if one["tag"] == "text" and one["x"] == edge]  # fmt: skip
    (low, bottom), (high, top) = min(scale), max(scale)
    assert (low, high) == (10, 30)
    up = lambda value: bottom - 5 + (value - low) / (high - low) * (top - bottom)  # noqa: E731
    assert [float(one["cy"]) for one in page.all(pad, tag="circle")] == pytest.approx([up(value) for value in values])
    across = [float(one["cx"]) for one in page.all(pad, tag="circle")]
    assert (across[1] - across[0]) / (across[2] - across[0]) == pytest.approx(4 / 16)
    left = min(float(one["x"]) - 10 * len(one["text"]) for one in parts(pad) if one["tag"] == "text" and one["text"].isdigit())  # fmt: skip
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
        "what": ("Next medicine", {"a": "the first", "b": "the second"}),
        "dose": ("How much", {1: "one", 2: "two"}),
    }
    turns = page.open(lambda: Turns(title="A game", choices=choices, game=Game(), act="Do it", again="Anew"))
    assert [one["name"] for one in page.all(tag="fieldset")] == ["Next medicine", "How much"]
    page.press("the second", tag="input")
    page.press("Do it")
    assert turns.game.taken == [{"what": "b", "dose": 1}]
    assert page.of("sentence")["text"] == turns.game.sentence()
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


def test_a_picture_beside_says_and_draws_what_its_explorer_has(page):
    explorer = page.open(made)
    beside = page.open(lambda: Beside(title="Beside", explorer=explorer, chart=chart, sentence=lambda seen: f"Beside: {seen[0][8]:.1f}."))  # fmt: skip
    page.press("Climb")
    section = page.one(tag="section", name="Beside")
    assert any(one["text"] == f"Beside: {explorer.result[0][8]:.1f}." for one in parts(section))
    [place] = [one for one in parts(section) if "drawn" in one]
    assert place["drawn"]["data"][0]["y"] == pytest.approx(list(explorer.result[0]))
    assert beside.words.startswith("Beside")


class Talk:
    """A lesson as a presenter knows it."""

    def __init__(self, number, title):
        self.number, self.title, self.hook = number, title, f"Why {title}?"
        self._made = made(lesson=number)
        self.presets = list(self._made.presets.values())

    def explorer(self):
        return self._made


def test_a_presenter_goes_on_and_back_from_point_to_point_and_to_other_lessons(page):
    talks = [Talk(2, "hope"), Talk(3, "sums")]
    for talk in talks:
        page.know(talk.explorer())
    presenter = page.open(lambda: Presenter(talks))
    point = lambda: page.of("point-now")["text"]  # noqa: E731
    assert point() == "Why hope?"
    assert page.one(name="◀ Back")["disabled"]
    for place, preset in enumerate(talks[0].presets, start=1):
        page.press("Next ▶")
        assert point() == f"{place} of 2 · {preset.name}"
        agrees(page, talks[0].explorer())
        assert talks[0].explorer().values == {**opening(talks[0]), **preset.values}
    assert page.one(name="Next ▶")["disabled"]
    page.key(page.one(tag="section", name="Presenter's page"), "PageUp")
    assert point() == f"1 of 2 · {talks[0].presets[0].name}"
    page.key(page.one(name="Lesson"), "ArrowRight")
    assert point() == f"1 of 2 · {talks[0].presets[0].name}", "there an arrow moves what has the focus"
    page.key(page.one(tag="section", name="Presenter's page"), "b")
    assert "dark" in point()
    page.key(page.one(tag="section", name="Presenter's page"), "ArrowRight")
    assert point() == f"2 of 2 · {talks[0].presets[1].name}"
    code = talks[0].explorer().code
    page.choose(page.one(name="Lesson"), "03 · sums")
    assert point() == "Why sums?"
    assert presenter.lesson is talks[1]
    page.write(page.one(name="Scenario code to present"), code)
    assert point() == f"Scenario {code}"
    assert page.one(name="Lesson")["chosen"] == "02 · hope"
    agrees(page, talks[0].explorer())
    page.write(page.one(name="Scenario code to present"), "none")
    assert page.all(role="alert", text=presenter.view["error"])


def opening(talk):
    return {name: control.opening for name, control in talk.explorer().controls.items()}


def test_a_saved_picture_has_title_setting_code_and_sentence(opened):
    page, explorer = opened
    page.press("Climb")
    page.press("Save picture (SVG)")
    [[name, text]] = page.saved
    assert name == f"lesson-02-{explorer.code}.svg"
    for words in ("Two lines", explorer.setting, f"Scenario code {explorer.code}", explorer.sentence):
        assert words in text
    assert page.of("status")["text"] == f"Saved as {name}."


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
