"""The model's numbers, and its verdicts on published figures, are the ones written down, on every machine."""

import dataclasses

import pytest

from tests import scored
from tests.baseline import numbers, written
from toolkit.evidence import figures, scores


@pytest.fixture(scope="module")
def now():
    return numbers()


@pytest.mark.slow
def test_the_same_things_are_written_down(now):
    assert list(now) == list(written())


@pytest.mark.parametrize("words", written())
def test_number_is_the_one_written_down(now, words):
    value, within = written()[words]
    assert now[words][0] == pytest.approx(value, abs=within), "moved: see `make baseline`"


def test_every_published_figure_is_written_down_as_its_record_has_it():
    kept = {label: row["published"] for label, row in scored.written().items()}
    assert kept == {figure.label: float(f"{figure.published:.3g}") for figure in figures()}, "see `make baseline`"


def test_what_has_changed_on_the_board_is_told_verdicts_first():
    """Small cohorts: a verdict that turns, a number that moves, a figure that goes."""
    one, other, gone = scores(only={"keller2000"}, size=64)[:3]
    before = scored.told([one, other, gone])
    turned = dataclasses.replace(one, low=one.predicted, high=one.predicted, predicted=one.predicted + 1)
    now = scored.told([turned, dataclasses.replace(other, predicted=other.predicted + 1)])
    first, *_ = lines = list(scored.changes(before, now))
    assert first.startswith(f"{one.figure.label}: {before[one.figure.label]['verdict'].upper()} -> OUTSIDE")
    assert f"{gone.figure.label}: gone" in lines
    assert any(line.startswith(f"{other.figure.label}: model ") for line in lines)
    assert lines[-1].count("inside") == 2
    assert list(scored.changes(before, before))[:-1] == []
