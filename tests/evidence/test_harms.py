"""Harms as counts: every number is its record's, nothing uncounted is none, and no number needed where 0 is possible."""

import re
import tomllib

import pytest

from toolkit.evidence import Harm, finding, harms
from toolkit.evidence.findings import read
from toolkit.evidence.harms import _harm

NUMBER = re.compile(r"\d")


def test_every_share_is_in_its_record():
    for harm in harms():
        read = {arm.value for arm in harm.finding.arms}
        effects = [effect for effect in (harm.finding.effect, *harm.finding.other_effects) if effect]
        assert {harm.treated, harm.untreated} - {None} <= read, harm.says
        if harm.extra is not None:
            counted = harm.treated is not None and harm.untreated is not None
            allowed = read | {effect.value for effect in effects}
            assert harm.extra in allowed or (counted and harm.extra == harm.treated - harm.untreated), harm.says
        if harm.interval is not None:
            assert harm.interval[0] <= harm.extra <= harm.interval[1], harm.says


def test_more_and_fewer_none_and_not_counted_are_as_the_docstring_has_them():
    """Somebody who reads `help(Harm)` goes by it. By hand it failed on: more "without" than with."""
    told = " ".join(Harm.__doc__.split())
    assert "extra: share more with the treatment than without (below 0: fewer), where a comparison was made" in told
    assert (
        "treated, untreated: shares with and without the treatment; None where nobody counted, which is not none"
        in told
    )
    both = [harm for harm in harms() if None not in (harm.treated, harm.untreated)]
    assert both
    assert all(harm.extra * (harm.treated - harm.untreated) > 0 for harm in both)
    assert "None without an interval that lies above 0 as a whole" in " ".join(Harm.needed_to_harm.__doc__.split())
    fewer = Harm("", "", "", finding("bridge2007_youth"), extra=-0.02, interval=(-0.03, -0.01))
    assert fewer.needed_to_harm is None


def test_every_harm_says_of_what_in_whom_and_holds_some_number():
    for harm in harms():
        assert harm.of in {"medication", "stopping medication", "therapy", "both"}
        assert harm.who
        assert not NUMBER.search(harm.says)
        assert any(value is not None for value in (harm.treated, harm.extra, harm.range)), harm.says


GIVEN = {"medication": r"SSRI|antidepressant|fluoxetine", "therapy": r"psychotherapy|CBT|in therapy"}


def test_a_harm_is_of_what_those_in_whom_it_was_counted_were_given():
    """By hand it failed on: lasting bad effects of therapy said to be medication's; stopping said to be taking; the young
    counted as the old."""
    for row, harm in zip(tomllib.loads(read("harms.toml"))["harms"], harms(), strict=True):
        given = [what for what, called in GIVEN.items() if re.search(called, f"{harm.who}; {row.get('treated')}")]
        told = "both" if len(given) == 2 else given[0]
        assert harm.of == ("stopping " if "who stopped" in harm.who else "") + told, row
        assert ("stopped" in harm.who) == ("on stopping" in harm.says), row
        assert row.get("extra", "") in harm.who, "the age that the arm is called after"


COUNTED = {
    "at least one side effect": "bothersome side effect",
    "sexual problems": "bothersome sexual dysfunction",
    "stopped because of side effects": None,
    "had suicidal thoughts or made an attempt": "suicidal ideation or attempt",
    "had a suicidal event": "suicidal events",
    "had suicidal thoughts or acts": "extra people with suicidal thoughts or acts, per person treated",
    "felt unwell on stopping": "any discontinuation symptom",
    "felt severely unwell on stopping": "severe symptoms",
    "got worse": "deterioration",
    "lasting bad effects": "lasting bad effects",
}
"""What is said to have happened, and the outcome of the record that counts it; None where it is an effect of the record."""


def test_a_harm_counts_what_it_says():
    """By hand it failed on any symptom on stopping counted as a severe one."""
    for row in tomllib.loads(read("harms.toml"))["harms"]:
        [meant] = [outcome for says, outcome in COUNTED.items() if says in row["says"]]
        assert row.get("outcome") == meant, row["says"]


def test_what_nobody_counted_is_not_none():
    bothered = harms()[0]
    assert bothered.untreated is None
    assert bothered.extra is None
    assert bothered.count(bothered.untreated) is None
    assert bothered.count(bothered.treated, 100) == pytest.approx(54.61)


def test_an_interval_through_zero_has_no_number_needed_to_harm():
    youth = next(harm for harm in harms() if harm.finding.id == "bridge2007_youth")
    assert youth.interval == (-0.001, 0.019)
    assert youth.needed_to_harm is None
    sure = Harm("", "", "", finding("bridge2007_youth"), extra=0.02, interval=(0.01, 0.03))
    assert sure.needed_to_harm == pytest.approx(50)


def test_numbers_needed_become_a_range_of_people():
    stopping = next(harm for harm in harms() if harm.finding.id == "arroll2009_primarycare")
    assert stopping.range == pytest.approx((1 / 90, 1 / 20))


def test_a_row_that_its_record_does_not_hold_is_refused():
    row = {"says": "", "of": "therapy", "who": "", "finding_id": "crawford2016_negative"}
    with pytest.raises(ValueError, match="0 arms named 'everybody'"):
        _harm(outcome="lasting bad effects", treated="everybody", **row)
    with pytest.raises(ValueError, match="0 effects 'OR of joy'"):
        _harm(difference=["OR of joy", "told"], **row)
    with pytest.raises(ValueError, match="per = 10: must be one of 100, 1000"):
        harms()[0].count(0.1, 10)
