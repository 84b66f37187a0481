"""The calibration: it finds what is there to be found, and the model as shipped is what it finds."""

import re

import numpy as np
import pytest

import toolkit
from toolkit.evidence.calibrate import CLOSE, SEED, SIZE, find_root, predict_all
from toolkit.evidence.fitting import fittable, targets

POINTS, OTHERS = 0.2, 0.02
TOLERANCE = {"risk ratio": 0.08, "odds ratio": 0.08, "hazard ratio": 0.15, "odds ratio of no relapse": 0.2}
"""How near the shipped toy comes to its targets with other patients: points, shares and effect sizes, and ratios."""


def tolerance(figure):
    if figure.measure in ("mean", "difference"):
        return POINTS if figure.counted in ("score", "fall") else OTHERS
    return TOLERANCE.get(f"{figure.measure} of {figure.counted}", TOLERANCE.get(figure.measure, OTHERS))


@pytest.mark.slow
@pytest.mark.parametrize("name", targets())
def test_shipped_values_meet_their_targets_with_other_patients(name):
    some = targets()[name]
    wanted = np.mean([figure.published for figure in some])
    assert np.mean(predict_all(some, {}, seed=77)) == pytest.approx(wanted, abs=tolerance(some[0]))


def test_what_is_called_fitted_is_fitted_to_that_finding():
    """And what is called published names a finding whose numbers were read."""
    fitted = {name: parameter["source"] for name, parameter in fittable().items() if parameter["tag"] == "fitted"}
    assert fitted == {name: some[0].id for name, some in targets().items()}
    for parameter in fittable().values():
        if parameter["tag"] == "published":
            assert toolkit.finding(parameter["source"]).numbers == "yes"


def test_few_numbers_are_fitted_and_to_pooled_or_large_studies_only():
    """Pooled, or a trial of at least 150 people."""
    assert len(targets()) <= 14
    for some in targets().values():
        finding = toolkit.finding(some[0].id)
        people = max([0, *map(int, re.findall(r"\b\d+\b", finding.population))])
        assert "meta" in finding.design.lower() or people >= 150, finding.id


def test_no_figure_of_a_combined_arm_sets_an_effect():
    """Only who leaves is set by one: what both do together is predicted."""
    with_both = {name for name, some in targets().items() for figure in some if "both" in (figure.arm, figure.versus)}
    assert with_both == {"adherence.alliance"}


def test_no_target_is_a_retracted_figure():
    assert not any("RETRACTED" in figure.id for some in targets().values() for figure in some)


def test_settled_finds_a_root_and_stays_in_range():
    assert find_root(lambda value: value**2 - 2, 0.5, 0, 4)[0] == pytest.approx(np.sqrt(2), abs=1e-3)
    assert find_root(lambda value: value - 9, 0.5, 0, 4) == (4, -5)
    assert find_root(lambda value: 1.0, 0.5, 0, 4)[1] == 1.0


@pytest.mark.slow
@pytest.mark.parametrize("name", targets())
def test_a_shipped_value_is_to_its_third_digit_where_its_target_is_met(name):
    """Two steps of the third digit to either side (the others are rounded too), and the target lies between: calibration stays.

    By hand it was seen to fail on every value made 3 % larger. `python -m toolkit.evidence.calibrate` finds them from afar.
    """
    some, value = targets()[name], fittable()[name]["default"]
    low, high = fittable()[name]["range"]
    digit = 10.0 ** (np.floor(np.log10(value)) - 2)
    wanted = np.mean([figure.published for figure in some])
    around = [min(max(value + step, low), high) for step in (-2 * digit, 2 * digit)]
    missed = [np.mean(predict_all(some, {name: at}, SIZE, SEED)) - wanted for at in around]
    assert min(missed) <= CLOSE
    assert max(missed) >= -CLOSE
