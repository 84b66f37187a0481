"""The whole scoreboard, run once: its verdicts are those written down, each miss says why, and the README counts them rightly."""

from pathlib import Path

import pytest

from tests import scored
from toolkit.evidence import scores

pytestmark = pytest.mark.slow
README = Path(__file__).parents[2] / "README.md"


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


def test_the_readme_counts_hits_and_misses_as_the_scoreboard_does(whole_board):
    seen, readme = whole_board, " ".join(README.read_text(encoding="utf-8").split())
    fitted = [score for score in seen if score.figure.fits]
    others = [score.inside for score in seen if not score.figure.fits]
    assert all(score.inside for score in fitted)
    findings = len({score.figure.id for score in seen})
    assert f"Of {len(seen)} published figures from {findings} findings, {len(fitted)} were fitted and are met" in readme
    inside, outside, unjudged = (others.count(verdict) for verdict in (True, False, None))
    assert f"{inside} lie inside the toy's 95 % interval, {outside} outside, and {unjudged} cannot be judged" in readme
