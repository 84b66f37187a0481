"""What is spoken of a move: what changed comes first, in few words, for every control of every lesson and for any sentence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toolkit
from tests.explore.test_explorer import made, page
from toolkit.explore import Choice, Predict, Seed, Slider, Switch
from toolkit.explore.change import MOST, NUMBER, SAME, bare, clauses, news, part, setting, told

SCORES = "1,000 people. Score in week 12: nothing 15.3, both 9.0 points; lower is better. Better by 2.6 with one, 3.7 with both."


def one_step(control):
    """The value next to where a control stands."""
    steps = list(control.allowed)
    at = steps.index(control.value)
    return steps[at + 1] if at + 1 < len(steps) else steps[at - 1]


@pytest.mark.slow
@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_one_step_of_every_control_is_told_in_few_words_that_begin_with_what_changed(lesson):
    explorer = lesson.explorer()
    for name, control in explorer.controls.items():
        before, opening, value = explorer.sentence, control.value, one_step(control)
        explorer.set(**{name: value})
        # what the step has reached is said first, and apart
        words = re.sub(r"^Mission reached: [^.?]*[.?] ", "", explorer.status)
        assert len(words.replace(" …", "").split()) <= MOST, words
        assert words.startswith(f"{setting(control, value)}. "), words
        if explorer.sentence == before:
            assert words.endswith(SAME), words
        else:
            assert is_told(words, setting(control, value), changed(before, explorer.sentence), before), words
        explorer.set(**{name: opening})


def is_told(words, move, found, before):
    """One of the changed clauses whole; where the first has no room beside what was moved, a new number of its."""
    found = list(map(bare, found))
    if any(clause in words for clause in found):
        return True
    room = MOST - len(move.split())
    long = [clause for clause in found if len(clause.split()) > room]
    new = {number for clause in long for number in NUMBER.findall(clause)} - set(NUMBER.findall(before))
    return bool(new & set(NUMBER.findall(words.partition(". ")[2])))


def changed(before, now):
    """Clauses that are new, or new at their place, at a sentence's beginning too."""
    old, new = clauses(before), clauses(now)
    if len(old) == len(new):
        found = [clause for (_, clause), (_, stood) in zip(new, old, strict=True) if clause != stood]
        leads = [(lead.rstrip(":"), led.rstrip(":")) for (lead, _), (led, _) in zip(new, old, strict=True)]
        found += [part for lead, led in leads for part in lead.split(", ") if part not in led.split(", ")]
    else:
        found = [clause for _, clause in new if clause not in {stood for _, stood in old}]
    return [form for clause in found for form in (clause, clause[:1].upper() + clause[1:])]


@pytest.mark.parametrize(
    ("now", "heard"),
    [
        (SCORES, f"X: 2. {SAME}"),
        (SCORES.replace("15.3", "14.1"), "X: 2. Score in week 12: nothing 14.1, was 15.3"),
        (SCORES.replace("9.0", "8.5"), "X: 2. Score in week 12: both 8.5 points, was 9.0"),
        (SCORES.replace("3.7", "3.8"), "X: 2. Better by 3.8 with both, was 3.7"),
        (SCORES.replace("week 12", "week 2").replace("9.0", "1.0"), "X: 2. Score in week 2: both 1.0 points, was 9.0"),
        (SCORES.replace("1,000", "2").replace("9.0", "1.0"), "X: 2. Score in week 12: both 1.0 points, was 9.0"),
        (SCORES.replace("1,000", "2"), "X: 2. 2 people, was 1,000"),
        ("Nobody can say.", "X: 2. Nobody can say"),
    ],
)
def test_the_first_thing_that_changed_is_told_where_it_stands(now, heard):
    assert told("X: 2", SCORES, now) == heard


def test_what_is_too_long_is_told_from_its_end():
    long = f"Of all who came in the first week of the year and {'never ' * 8}left, well: some 1 %, others 2 %."
    words = told("A control with a long name: 3", long, long.replace("2 %", "4 %"))
    assert words.endswith("left, well: others 4 %")
    assert len(words.split()) == MOST


texts = st.text(st.sampled_from("ab 12.,;:()%−-…\n"), max_size=80)


@given(texts, texts, texts)
def test_any_sentence_can_be_told(move, before, now):
    assert len(told(move, before, now).replace(" …", "").split()) <= MOST
    assert len(news(before, now).replace(" …", "").split()) <= MOST


# --- the explorer's own acts ---


def test_opening_says_nothing():
    assert made().status == ""


def test_every_act_is_told():
    explorer, heard = made(), []
    acts = [
        ("set", {"values": {"slope": 1.5}}),
        ("set", {"values": {"slope": 1.5}}),
        ("set", {"values": {"slope": 0.5, "shape": "bent"}}),
        ("apply", {"name": "Steep"}),
        ("apply", {"name": "Steep"}),
        ("undo", {}),
        ("reset", {}),
        ("reset", {}),
        ("load", {"code": made().code}),
        ("pin", {}),
        ("set", {"values": {"slope": 2.0}}),
        ("set", {"values": {"slope": 1.0}}),
        ("unpin", {}),
    ]
    for number, (ask, more) in enumerate(acts):
        page(explorer, ask, number, **more)
        heard.append(explorer.status)
    assert heard == [
        "Slope: 1.5 points a week. It ends at 3.0, was 2.0",
        "No change.",
        "2 controls moved. It ends at 1.0, was 3.0",
        "Steep. It ends at 4.0, was 1.0",
        "Steep: no change.",
        "Undone: 2 controls moved. It ends at 1.0, was 4.0",
        "Reset. It ends at 2.0, was 1.0",
        "Reset: no change.",
        "Code loaded: no change.",
        "Pinned. Every move is now compared with this picture.",
        "Slope: 2 points a week. It ends at 4.0, pinned 2.0",
        f"Slope: 1 points a week. {SAME}",
        "No longer pinned.",
    ]


def test_a_held_key_is_told_from_where_it_began():
    explorer = made()
    page(explorer, "set", 1, values={"slope": 1.5})
    page(explorer, "set", 2, values={"slope": 2.0}, goes_on=True)
    assert explorer.status == "Slope: 2 points a week. It ends at 4.0, was 2.0"
    explorer.undo()
    explorer.undo()
    assert explorer.status == "Nothing to undo: no change."


def test_after_a_guess_it_is_said_that_the_picture_is_open_and_nothing_before():
    guess = Predict("Up or down?", {"up": "Yes.", "down": "No."})
    explorer = made(guess)
    explorer.set(slope=1.5)
    assert explorer.status == ""
    guess.answer("up")
    assert explorer.status == "The picture is open: A line"


def test_a_failure_is_told_by_the_alert_alone():
    explorer = made()
    explorer.set(slope=1.5)
    with pytest.raises(ZeroDivisionError):
        page(explorer, "set", 1, values={"slope": -2.0})
    assert explorer.status == ""
    assert explorer.view["error"]


def test_the_page_reads_the_name_that_stands_at_the_control():
    explorer = made()
    with pytest.raises(ValueError, match="slope = 9: must be"):
        page(explorer, "set", 1, values={"slope": 9})
    assert explorer.view["error"] == "Slope = 9: must be a number from -2 to 2 (points a week)"


@pytest.mark.parametrize(
    ("before", "now", "heard"),
    [
        ("", "Week 1: a 3 points.", "Week 1: a 3 points"),
        ("Week 1: a 3 points.", "Week 1: a 3 points. Week 2: b 5 points.", "Week 2: b 5 points"),
        ("A: b 3.", "A: b 3; then 4.", "A: then 4"),
        ("The same.", "The same.", ""),
    ],
)
def test_of_a_game_only_what_is_new_is_told(before, now, heard):
    assert news(before, now) == heard


@pytest.mark.parametrize(
    ("control", "value", "words"),
    [
        (Switch("s", "Steady"), True, "Steady: on"),
        (Switch("s", "Steady"), False, "Steady: off"),
        (Choice("c", "Shape", "a", options={"a": "a line", "b": "a bend"}), "b", "Shape: a bend"),
        (Slider("x", "Slope", 1.0, unit="points"), 0.5, "Slope: 0.5 points"),
        (Slider("x", "Slope", 1.0), 1.0, "Slope: 1"),
        (Seed(), 1234, "People number: 1,234"),
    ],
)
def test_a_setting_is_told_by_its_controls_own_words(control, value, words):
    assert setting(control, value) == words


LONG = "of 2 people some are well, and of all the others it is 9"


@pytest.mark.parametrize(
    ("old", "told_from"),
    [(LONG.replace("2", "1"), LONG), (LONG.replace("9", "8"), "… others it is 9"), ("of 1 and 8", LONG), ("", LONG)],
)
def test_of_a_long_clause_that_side_is_told_where_a_number_is_new(old, told_from):
    """By hand it failed on numbers that are known from the new clause itself."""
    assert part(LONG, old, 5) == told_from


@pytest.mark.parametrize(
    ("clause", "left"),
    [("both (of 100 people) 3", "both 3"), ("nothing 35 % (n = 40)", "nothing 35 %"), ("as it is", "as it is")],
)
def test_a_clause_can_do_without_its_brackets_and_the_blank_before_them(clause, left):
    assert bare(clause) == left
