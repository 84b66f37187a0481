"""The cross-check: halves that share no kind of figure, and a fit that finds what is there to be found."""

import collections
import dataclasses

import numpy as np
import pytest

from tests.crosscheck import BY, CLIP, fit, groups, halves, huber, misfits, on_scale, standard_error
from toolkit.evidence import Score, figures, trials
from toolkit.evidence.fitting import fittable, targets
from toolkit.evidence.score import predict

SHIPPED = {name: fittable()[name]["default"] for name in targets()}


@pytest.fixture(scope="module")
def judged():
    return [Score(figure, 0.0, -1.0, 1.0) for figure in figures()]


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("seed", range(3))
def test_every_figure_is_in_one_half_and_its_like_with_it(judged, seed, by):
    ours, others = halves(judged, seed, by)
    assert sorted(one.figure.label for one in ours + others) == sorted(one.figure.label for one in judged)
    assert not groups(ours, by).keys() & groups(others, by).keys()
    assert abs(len(ours) - len(others)) <= max(map(len, groups(judged, by).values()))


@pytest.mark.parametrize("by", BY)
def test_each_half_speaks_of_whatever_several_records_count(judged, by):
    groups_that_count = collections.Counter(group[0].figure.counted for group in groups(judged, by).values())
    often = {counted for counted, number in groups_that_count.items() if number >= 6}
    assert len(often) >= 4
    for seed in range(5):
        for half in halves(judged, seed, by):
            assert often <= {one.figure.counted for one in half}


def test_halves_are_random_and_come_again(judged):
    assert halves(judged, 3, "kind") == halves(judged, 3, "kind")
    assert halves(judged, 3, "kind") != halves(judged, 4, "kind")
    assert halves(judged, 3, "kind") != halves(judged, 3, "record")


def test_errors_are_those_of_the_interval_on_the_scale_of_the_measure():
    ratio = next(figure for figure in figures() if figure.measure == "risk ratio")
    share = next(figure for figure in figures() if figure.measure == "mean")
    assert standard_error(Score(share, 0.5, 0.304, 0.696)) == pytest.approx(np.hypot(0.1, 0.05))
    assert standard_error(Score(ratio, 1.0, np.exp(-0.196), np.exp(0.196))) == pytest.approx(np.hypot(0.1, 0.15))
    assert standard_error(Score(share, 0.5, 0.5, 0.5)) == pytest.approx(0.05), "trials differ by more than chance"


def example(changes):
    """Figures of the acute trial as they would be published if the toy were right with other numbers."""
    some = []
    for name in ("drug.strength", "skill.strength", "contact.strength", "condition.natural_recovery"):
        figure = targets()[name][0]
        course = trials()["acute"].run(changes, 1024, 1, figure.week)
        value = predict(figure, course)
        some.append(Score(dataclasses.replace(figure, published=value), value, value - 0.02, value + 0.02))
    return some


@pytest.mark.slow
def test_the_fit_finds_what_is_there_to_be_found():
    true = {"drug.strength": 0.3, "skill.strength": 0.4, "contact.strength": 0.05, "condition.natural_recovery": 0.03}
    some = example(SHIPPED | true)
    values = fit(some, map)
    assert np.abs(misfits(some, values)).max() < 0.5
    assert np.abs(misfits(some, SHIPPED)).max() > 1.0
    assert values.keys() == targets().keys()
    for name, (low, high) in ((name, fittable()[name]["range"]) for name in values):
        assert low <= values[name] <= high


def test_a_miss_costs_its_square_and_a_far_one_its_size_without_a_step():
    near, far = np.linspace(-CLIP, CLIP, 9), np.array([CLIP, 1.5 * CLIP, 5 * CLIP])
    assert huber(near) == pytest.approx(near**2 / 2)
    assert np.diff(huber(far)) == pytest.approx(CLIP * np.diff(far))
    assert huber(-far) == pytest.approx(huber(far))


def test_a_ratio_is_off_by_its_logarithm():
    figure = next(figure for figure in figures() if figure.id == "cuijpers2020_nma" and figure.arm == "both")
    [miss] = misfits([Score(figure, 1.25, 1.25 / np.exp(0.196), 1.25 * np.exp(0.196))], SHIPPED)
    course = trials()["acute"].run(SHIPPED, 1024, 1, figure.week, {"both", "medication"})
    assert miss == pytest.approx((on_scale(figure, predict(figure, course)) - np.log(1.25)) / np.hypot(0.1, 0.15))
