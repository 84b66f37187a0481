"""Numbers as people write them, in the kernel and in the page alike, and texts that are shown back."""

import math
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import toolkit.explore
from tests.paper import paper
from toolkit.explore.typed import number, pieces, quoted

PAGE = Path(toolkit.explore.__file__).with_name("numbers.js")
FIGURES = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]
MINUS = ["-", "−", "–", "‐", "－", "- "]
AROUND = ["", " ", "\u00a0", "\u200b", "\ufeff", "\u202a", "\t", "\n", "\u2060"]
BEHIND = ["", "%", " %", "\u00a0%", " points", "points", "%\u200e"]


def grouped(digits, separator):
    """The figures of a whole number in groups of three."""
    first = len(digits) % 3 or 3
    return separator.join([digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))])


@st.composite
def spellings(draw):
    """A number and a way to write it."""
    whole = draw(st.one_of(st.integers(0, 99), st.integers(0, 9_999_999)))
    places = draw(st.one_of(st.just(""), st.text("0123456789", min_size=1, max_size=4)))
    negative = draw(st.booleans())
    point = draw(st.sampled_from([".", ","]))
    separator = draw(st.sampled_from(["", "", " ", "\u00a0", "\u202f", "'", "’", "," if point == "." else "."]))
    written = str(whole)
    if separator in (",", ".") and not places and len(written) < 7:
        separator = ""  # 1,234 alone can be read in two ways
    if point == "," and len(places) == 3 and 0 < whole < 1000:
        point = "."
    written = (grouped(written, separator) if separator else written) + (point + places if places else "")
    alphabet = draw(st.sampled_from(FIGURES))
    written = written.translate(str.maketrans(FIGURES[0], alphabet))
    written = written.replace(point, "٫") if "٠" in alphabet and point != separator else written
    at = draw(st.integers(0, len(written)))
    written = written[:at] + draw(st.sampled_from(["", "\u200b", "\u2060", "\u200e"])) + written[at:]
    sign = draw(st.sampled_from(MINUS)) if negative else draw(st.sampled_from(["", "", "+"]))
    written = (
        draw(st.sampled_from(AROUND)) + sign + written + draw(st.sampled_from(BEHIND)) + draw(st.sampled_from(AROUND))
    )
    return float(f"{'-' if negative else ''}{whole}.{places or 0}"), written


@pytest.mark.slow
@example((1000.0, "١.٠٠٠٫٠"))
@given(spellings())
def test_a_number_may_be_written_in_many_ways(spelling):
    value, written = spelling
    assert number(written, "points") == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "4x",
        "x4",
        "1-2",
        "4,5,6",
        "4.5.6",
        "1,23,456",
        "--4",
        "12,34.5",
        "nan",
        "inf",
        "1e999",
        "True",
        "½",
        "፩",
    ],
)
def test_what_cannot_be_read_is_quoted_and_never_guessed(text):
    with pytest.raises(ValueError, match=r"is not a number; write one such as 12\.5"):
        number(text)


@given(st.integers(1, 999), st.text("0123456789", min_size=3, max_size=3), st.sampled_from(["", "-", "−"]))
def test_what_can_be_read_in_two_ways_is_asked_for_again(thousands, rest, sign):
    with pytest.raises(
        ValueError, match=f"in two ways; write {'-' * bool(sign)}{thousands}{rest} or .*{thousands}.{rest}"
    ):
        number(f"{sign}{thousands},{rest}")


@pytest.mark.slow
@settings(max_examples=50)
@given(st.text(max_size=80) | st.text("\0\n\u200b\u202eא٣\ud800\x1b\\'\" ab"))
def test_what_is_shown_back_has_no_escapes_and_nothing_invisible(text):
    shown = quoted(text)
    assert shown[0] + shown[-1] == "“”"
    assert len(shown) <= 62
    assert all(mark == " " or unicodedata.category(mark)[0] not in "CZ" or mark.isspace() for mark in shown)
    assert "\\" not in shown or "\\" in text
    shown.encode()


@pytest.fixture(scope="module")
def page():
    """One Node for all: what the page's own reading makes of some texts, [None, why] for what it cannot read."""
    code = f"{PAGE.read_text()}\nreturn given.map((text) => readNumber(text, 'points'));"
    with paper() as made:
        yield lambda texts: made.run(code, texts)


def read_here(text):
    try:
        value = number(text, "points")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


LIKE_NUMBERS = st.text("0123456789.,-−+ e%'\u00a0\u200b٣٫", max_size=9)

KNOWN = st.characters(exclude_categories=("Cn", "Cs"))
"""Characters of this Python's own Unicode: the page's may be newer, and then knows letters where the kernel sees nothing."""


@settings(max_examples=25)
@given(st.lists(spellings().map(lambda pair: pair[1]) | LIKE_NUMBERS | st.text(KNOWN, max_size=6), min_size=1))
def test_page_and_kernel_read_the_same(page, texts):
    for text, [read, _] in zip(texts, page(texts), strict=True):
        assert read == read_here(text), repr(text)


@pytest.mark.parametrize("text", ["1,234", "-9,000", "−12,500", " 1,234 points", "1,234 %"])
def test_page_and_kernel_ask_in_the_same_words_which_of_two_ways_is_meant(page, text):
    """By hand it failed on a page that offers the same number twice."""
    [[read, asked]] = page([text])
    with pytest.raises(ValueError, match="two ways") as error:
        number(text, "points")
    assert (read, asked) == (None, str(error.value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.5", 4.5),
        ("4,5", 4.5),
        (" −4.5 points", -4.5),
        ("- 3", -3),
        ("+5 %", 5),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1’234", 1234),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("0,123", 0.123),
        ("1.234", 1.234),
        ("5.", 5),
        (".5", 0.5),
        ("1e3", 1000),
        ("١٢٫٥", 12.5),
        ("1.234٫5", 1234.5),
        ("1,234٫5", 1234.5),
        ("１２", 12),
        ("12\u200b", 12),
        (7, 7),
    ],
)
def test_a_number_is_the_one_that_was_meant_to_page_and_kernel_alike(page, text, value):
    assert number(text, "points") == value
    assert page([str(text)])[0] == [value, ""]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "“plain”"),
        ("two\nlines\tand\u2028more", "“two lines and more”"),
        ("un\u200bseen\x1b", "“unseen”"),
        ("a" * 60, f"“{'a' * 60}”"),
        ("a" * 61, f"“{'a' * 59}…”"),
        ("a" * 58 + " bcd", f"“{'a' * 58}…”"),
    ],
)
def test_what_somebody_has_typed_is_shown_back_on_one_line_and_cut_where_it_is_long(text, shown):
    assert quoted(text) == shown


def test_pieces_are_letters_and_figures_as_plain_as_they_can_be_had():
    assert pieces("Das ist: ａb-é٣, ok_x!") == ["DAS", "IST", "AB", "E3", "OK", "X"]
