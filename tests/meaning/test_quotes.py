"""What prose says of studies and of the toy stands there as it is, and what holds it is looked up anew.

By hand it was seen to fail on: two percentages of a bullet exchanged; a percentage raised by a tenth; "fewer" made "more" in a
preset; ▲ made ▼ before a bullet; "only a trend" dropped; "first" made "last" on a handout; a record's sentence turned round.
"""

import importlib
from pathlib import Path

import pytest

from tests.meaning.quoting import text

FILES = sorted(
    path.stem
    for path in Path(__file__).with_name("quotes").glob("*.py")
    if path.stem[0] != "_" and path.stem != "reading"
)
ALL = [quote for name in FILES for quote in importlib.import_module(f"tests.meaning.quotes.{name}").QUOTES]


@pytest.mark.parametrize("quote", ALL, ids=lambda quote: f"{quote.where}: {quote.says[:50]}")
def test_it_stands_as_it_is_held(quote):
    assert quote.filled in text(quote.where)
    for ground in quote.grounds:
        ground()
    assert quote.slots or quote.grounds, "held by nothing"


HELD = {
    # A little below what is held today: who writes a place anew writes its quotes anew.
    ("notebooks", "numbers"): 0.45,
    ("notebooks", "directions"): 0.25,
    ("words", "numbers"): 0.08,
    ("words", "directions"): 0.17,
    ("sheets", "numbers"): 0.18,
    ("sheets", "directions"): 0.45,
    ("the rest", "numbers"): 0.15,
    ("the rest", "directions"): 0.28,
}


def test_as_much_of_what_is_said_is_held_as_was():
    from tests.meaning.held import shares

    less = {key: f"{share:.0%}" for key, share in shares().items() if share < HELD[key]}
    assert less == {}, "see `python -m tests.meaning.held`"
