"""Questions answer back: right, wrong, nearly, and nonsense."""

import numpy as np
import pytest

from toolkit.explore import Calculate, Choose, Code, Predict


@pytest.fixture
def sky():
    return Choose("What colour is the sky?", {"green": "Look up.", "blue": "Yes."}, right="blue")


@pytest.fixture
def share():
    return Calculate(
        "A half of a half?", 25, tolerance=0.5, unit="%", reply="Yes.", hint="Multiply.", hints={100: "You added."}
    )


def test_every_option_has_an_answer_of_its_own(sky):
    assert sky.answer("green") == "Look up."
    assert not sky.right
    assert sky.answer("blue") == "Yes."
    assert sky.right
    assert sky.reply == {"right": True, "words": "Yes.", "given": "blue"}


def test_the_answer_is_not_on_the_page_before_it_is_asked_for(sky, share):
    for question in (sky, share):
        sent = str(question.get_state())
        assert "Yes." not in sent
        assert question.given is None


def test_nonsense_is_answered_with_what_is_expected_and_keeps_the_last_answer(sky, share):
    sky.answer("blue")
    sky.receive({"ask": "answer", "given": "loud"})
    assert "Choose one of: green; blue" in sky.reply["words"]
    assert sky.given == "blue"
    with pytest.raises(ValueError, match="loud"):
        share.answer("loud")
    with pytest.raises(ValueError, match="nan"):
        share.answer("nan")


@pytest.mark.parametrize(
    ("given", "right", "words"),
    [
        (25, True, "Yes."),
        ("25.4 %", True, "Yes."),
        ("25,4", True, "Yes."),
        (100, False, "You added."),
        (7, False, "Multiply."),
    ],
)
def test_numbers_in_the_learners_own_writing(share, given, right, words):
    assert share.answer(given) == words
    assert share.right is right


def test_a_guess_is_never_wrong_and_may_be_skipped():
    guess = Predict("Higher or lower?", {"higher": "We shall see.", "lower": "Ah."})
    assert "We shall see." in guess.answer("higher")
    assert guess.right
    assert "Skipped" in guess.answer(None)
    assert guess.given is None


def test_a_question_whose_right_answer_is_no_option_is_refused():
    with pytest.raises(ValueError, match="'red': must be one of green"):
        Choose("?", {"green": "."}, right="red")


def test_questions_read_as_text(sky):
    assert sky.words.splitlines() == ["What colour is the sky?", "  ○ green", "  ○ blue"]


def double(x):
    return 2 * x


def explode(x):
    raise KeyError("oh")


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (double, "✓ (0.2) should give 0.400; yours gave 0.400\nAll cases agree. Well done."),
        (lambda x: x, "✗ (0.2) should give 0.400; yours gave 0.200\nTwice."),
        (lambda x: np.array([x, x]), "stopped with TypeError"),
        (lambda x: None, "stopped with TypeError"),
        (explode, "✗ (0.2) should give 0.400; it stopped with KeyError: 'oh'\nTwice."),
        (lambda x: float("nan"), "✗ (0.2) should give 0.400; yours gave nan\nTwice."),
    ],
)
def test_written_functions_are_judged_case_by_case(function, expected):
    report = Code("Double it.", [((0.2,), 0.4)], hint="Twice.").check(function)
    assert expected in report
    assert repr(report) == str(report)
