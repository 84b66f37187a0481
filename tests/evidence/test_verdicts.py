"""The whole scoreboard, run once: its verdicts are those written down, which the README counts, and each miss says why."""

import pytest

from tests import scored
from toolkit.evidence import scores

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def whole_board():
    return list(scores())


def test_every_verdict_is_the_one_written_down(whole_board):
    kept, now = scored.written(), scored.told(whole_board)
    strayed = {label for label in kept if scored.strays(kept[label], now[label])}
    turned = {label for label in kept if kept[label]["verdict"] != now[label]["verdict"]}
    assert not strayed | turned, "\n".join(["see `make baseline`", *scored.changes(kept, now)])


def test_every_figure_that_is_missed_says_why_in_one_line(whole_board):
    missed = [one.figure for one in whole_board if one.inside is False]
    assert missed
    assert [figure.label for figure in missed if not figure.outside] == []
