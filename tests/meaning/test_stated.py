"""What is said in many places and holds in all: yardsticks, usual values, what stands under More, what a ledger calls its numbers.

Each pattern is looked for in all prose, so that a lesson that is written anew is held as well.

By hand it was seen to fail on: "2 is the usual one" of a dose; a score of 9 or less; "0.3 is small"; 94 % intervals; 35 minutes; a
switch that is said to be under More and is not; a number of the ledger that is another constant.
"""

import re
import sys

import pytest

from tests.meaning.lived import LESSONS, key
from tests.meaning.quoting import FILES as OWN_FILES
from tests.meaning.quoting import text
from toolkit.model import CONDITIONS, POINTS, Model

PLACES = (
    *(f"{lesson.number:02d}{what}" for lesson in LESSONS for what in ("", " words", " sheet")),
    *("index", *OWN_FILES),
)
YARD = Model().assessment
HALF = {"half": 0.5, "a third": 1 / 3, "a quarter": 0.25}
STATED = [
    # (what is said, what each of its groups must be)
    (r"score of (\d+) or less", (YARD.remission_score,)),
    (r"fall(?:s|en)? by at least (half|a third|a quarter)", (YARD.response_share,)),
    (r"(\d+) is (?:typical|usual) (?:at the start|for a trial)", (POINTS * CONDITIONS["depression"].severity,)),
    (r"(?<![\d.])([\d.]+) is the usual (?:one|dose|speed)", (1,)),
    (r"(0\.\d) is small, (0\.\d) middling, (0\.\d) large", (0.2, 0.5, 0.8)),
    (r"(?<!end of treatment \()(?<!\d)(\d+) % interval", (95,)),  # but for the record's own name of a comparison
    (r"(?:would fall|holds the truth) in (\d+) of 100", (95,)),
    (r"([\d.]+) is no difference", (1,)),
]


def worth(said):
    return HALF.get(said) or float(said)


@pytest.mark.parametrize(("pattern", "meant"), STATED)
def test_it_is_the_same_wherever_it_is_said(pattern, meant):
    found = {(where, match.groups()) for where in PLACES for match in re.finditer(pattern, text(where))}
    assert found, "said nowhere any more: take the row away, or mend its pattern"
    wrong = [(where, said) for where, said in found if tuple(map(worth, said)) != pytest.approx(meant)]
    assert wrong == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_a_lesson_takes_the_minutes_that_it_says(lesson):
    said = re.findall(r"⏱ core (\d+) min · everything (\d+) min", text(lesson.slug[:2]))
    assert said == [(str(lesson.core), str(lesson.minutes))]


UNDER_MORE = re.compile(r"\bunder “?More”?", re.IGNORECASE)


COMMON = {"with", "under", "from", "then", "that", "people", "look", "number"}


def content(words):
    """The words and numbers by which a control can be known."""
    found = re.findall(r"\d[\d,]*|[a-z]{4,}", words.lower())
    return {word.rstrip(",") for word in found} - COMMON


def known(before, named):
    """The controls that have most in common with what is said before "under More"; none where nothing is."""
    shared = {label: len(content(names) & content(before)) for label, names in named.items()}
    most = max(shared.values(), default=0)
    return {label for label, count in shared.items() if count == most > 0}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_what_is_said_to_be_under_more_is_there(lesson):
    """The control that the words before "(under More)" are likest to is one of those there."""
    number = lesson.slug[:2]
    controls = [control for each in LESSONS if each.slug == lesson.slug for control in each.controls()]
    hidden = {control.label for control in controls if control.more}
    named = {one.label: " ".join((one.label, *map(str, getattr(one, "options", {}).values()))) for one in controls}
    for where in (number, f"{number} words", f"{number} sheet"):
        for match in UNDER_MORE.finditer(text(where)):
            before = re.split(r"[.;:?!|]", text(where)[: match.start()])[-1]
            likest = known(before, named)
            assert not likest or likest & hidden, f"{where}: {before!r}: {likest}"
            assert hidden, f"{where}: nothing is under More"


# A constant of a lesson, at a value of its own, moves the number of the ledger that is called after it, and no other.
LEDGER = {
    "16_how_would_we_know": {
        "people in the town": "TOWN",
        "find the other treatment elsewhere": "ELSEWHERE",
        "what a visit teaches": "ATTENTION",
        "lost at random": "LOST_AT_RANDOM",
        "standard errors": "SURE",
    },
    "15_year_in_the_clinic": {"points at entry": "HEAVY", "step-by-step rule": "STEP"},
    "02_compared_with_what": {"a day's score strays": "DAY"},
    "08_finding_the_right_medication": {"a side effect bothers": "BOTHERS"},
    "07_trust_and_staying_on": {"somebody who improved clearly has fallen": "CLEARLY"},
    "09_what_therapy_teaches": {
        "how much people have to learn": "NEED",
        "ending for other reasons": "OTHER_REASONS",
        "somebody counts as well": "THIRD",
    },
}


@pytest.mark.parametrize("lesson", [each for each in LESSONS if key(each) in LEDGER], ids=key)
def test_a_number_of_the_ledger_is_the_constant_that_it_is_called_after(lesson, monkeypatch):
    module = sys.modules[lesson.own.__module__]
    opening = {entry.what: entry.value for entry in lesson.own(lesson.opening)}
    for words, constant in LEDGER[key(lesson)].items():
        with monkeypatch.context() as patch:
            patch.setattr(module, constant, getattr(module, constant) * 2)
            moved = [entry.what for entry in lesson.own(lesson.opening) if entry.value != opening[entry.what]]
        assert [words in what for what in moved] == [True], f"{constant} should move {words!r} and moves {moved}"


def test_no_constant_of_a_ledger_is_left_out():
    """Every number in capitals that a lesson's own ledger uses is held above."""
    for lesson in LESSONS:
        if lesson.own is not None:
            module = sys.modules[lesson.own.__module__]
            used = {
                name for name in lesson.own.__code__.co_names if isinstance(getattr(module, name, None), int | float)
            }
            assert used == set(LEDGER.get(key(lesson), {}).values()), key(lesson)
