"""All that is written was read by somebody as it stands: a second entry of every text, which no command renews unread.

By hand it was seen to fail on: "old" made "new" in a notebook; "the prescriber" made "the therapist" on a run sheet; "the app" made
"JupyterLab" in the house's README; 19 weeks made 9 in a reply; a "not" put into a hint; "fewer" made "more" in a claim.
"""

import pytest

from tests.meaning import said
from tests.meaning.lived import for_each
from tests.slips import slips


@for_each(said.PLACES, str)
def test_somebody_has_read_all_that_is_written(where):
    was, now = said.entered().get(where, {}), said.items(where)
    fresh = [
        f"{now[name][0]}\n   was read: {was.get(name, 'never')}\n   stands now: {said.marks(now[name][0])}"
        for name in said.unread(where)
    ]
    assert not fresh, "\n".join([*fresh, f'Read it against what holds it: `python -m tests.meaning.said "{where}"`.'])


@for_each(said.PLACES, str)
def test_nothing_is_entered_that_stands_there_no_more(where):
    assert set(said.entered().get(where, {})) <= set(said.items(where))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Fewer people relapsed with both.", "More people relapsed with both."),
        ("After some 19 weeks three in four are well.", "After some 9 weeks three in four are well."),
        ("The gain shrinks afterwards.", "The gain does shrink, not afterwards."),
        ("Nobody stops without the prescriber.", "Nobody stops without the therapist."),
        ("It differs by −2 points.", "It differs by 2 points."),
        ("That had an effect here.", "That had no effect here."),
    ],
)
def test_what_an_author_would_exchange_is_a_mark(before, after):
    assert said.marks(before) != said.marks(after)


def test_a_turned_text_keeps_its_name_and_one_written_anew_does_not():
    assert said.rest("Fewer people than expected relapsed.") == said.rest(
        "Most people relapsed, not 12 as expected.".replace("as ", "")
    )
    assert said.rest("Fewer people than expected relapsed.") != said.rest("Fewer people than hoped relapsed.")
    assert said.marks("Take the medicine.") == said.marks("Take the medication.")


def test_slips_in_words_turn_a_mark():
    """Of the listed slips in what is written, nearly all are of words that are held; the rest are names and codes."""
    files = ("lesson.toml", "jobs.toml", "index.toml", "claims.toml", "misses.toml", "sheets.toml", ".md", ".ipynb")
    found = [slip for slip in slips() if slip.kind in ("words", "pages") and slip.file.endswith(files)]
    blind = [slip.name for slip in found if said.marks(slip.before) == said.marks(slip.after)]
    assert len(blind) < 0.25 * len(found), blind


def test_nothing_is_entered_that_stands_nowhere():
    assert set(said.entered()) <= set(said.PLACES)
    assert {*said.FOLDER.iterdir()} == {said.file_of(where) for where in said.PLACES}
