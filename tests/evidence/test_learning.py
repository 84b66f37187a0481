"""Studies of drugs and learning: each row is what its finding says."""

import pytest

from toolkit.evidence.learning import LEARNING, SPECIES, VERDICTS

each = pytest.mark.parametrize("study", LEARNING, ids=lambda study: study.label)


@each
def test_a_row_is_a_direction_or_a_size(study):
    assert (study.verdict is None) != (study.gain is None)
    assert study.verdict in (None, *VERDICTS)
    assert study.species in SPECIES
    if study.gain is not None:
        assert study.finding.numbers == "yes"


@each
def test_species_and_sign_are_those_of_the_finding(study):
    animals = any(word in study.finding.population.lower() for word in ("mice", "rats"))
    assert (study.species == "rats and mice") == animals
    early = study.size in (3, 4)  # the smaller pools that a later, less hopeful one reports
    assert study.supports != (study.finding.counter_evidence and not early)
    assert study.supports == (study.verdict == "more" or (study.gain is not None and (early or study.gain > 0.5)))


@each
def test_gains_favour_the_drug_as_printed_and_lie_in_their_intervals(study):
    if study.gain is None:
        return
    assert study.gain > 0
    favours = study.effect.value < 0 if study.id == "mataixcols2017" and study.size != 3 else study.effect.value > 0
    assert favours
    if study.interval:
        assert study.interval[0] < study.gain < study.interval[1]


def test_pools_of_d_cycloserine_are_those_their_rows_name():
    named = {study.what.split(": ")[1]: study.effect for study in LEARNING if study.id == "mataixcols2017"}
    assert "9 trials" in named["9 early trials"].measure
    assert "13-study" in named["13 trials"].measure
    assert "mid" in named["21, half-way"].comparison
    assert "pre to post" in named["21, at the end"].comparison
    assert "follow-up" in named["21, later"].comparison
