"""The model's numbers are the ones written down, on every machine."""

import pytest

from tests.baseline import numbers, written


@pytest.fixture(scope="module")
def now():
    return numbers()


def test_the_same_things_are_written_down(now):
    assert list(now) == list(written())


@pytest.mark.parametrize("words", written())
def test_number_is_the_one_written_down(now, words):
    value, within = written()[words]
    assert now[words][0] == pytest.approx(value, abs=within), "moved: see `make baseline`"
