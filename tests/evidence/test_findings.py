"""The findings file: whole, checked on load, and damage is named."""

import json

import pytest

import toolkit
from toolkit.evidence.findings import parse, read


@pytest.fixture
def records():
    return json.loads(read("findings.json"))


def test_every_finding_is_reached_by_its_id():
    assert len(toolkit.findings()) == 235
    for found in toolkit.findings():
        assert toolkit.finding(found.id) is found


def test_cams_reads_as_published():
    cams = toolkit.finding("walkup2008_cams")
    assert cams.short == "Walkup 2008"
    assert toolkit.finding("tads2007").short == "TADS 2007"
    assert toolkit.finding("vonwolff2012_chronic").short == "von Wolff 2012"
    assert cams.arm("placebo").value == 0.237
    assert cams.arm("placebo").n == 76


def test_an_unknown_finding_is_named():
    with pytest.raises(ValueError, match="freud1923"):
        toolkit.finding("freud1923")


def test_an_ambiguous_arm_is_refused():
    blanco = toolkit.finding("blanco2010_sad")
    with pytest.raises(ValueError, match="blanco2010_sad: 4 arms named 'placebo'"):
        blanco.arm("placebo")
    assert blanco.arm("placebo", "response (CGI)", 12).events == 9


DAMAGE = [
    (("finding",), 5, "finding"),
    (("numbers",), "maybe", "numbers"),
    (("counter_evidence",), "yes", "counter_evidence"),
    (("arms",), "none", "arms"),
    (("arms", 0, "value"), 80.7, "arms.0.value"),
    (("arms", 0, "n"), 0, "arms.0.n"),
    (("arms", 0, "ci"), [0.1], "arms.0.ci"),
    (("effect",), {"measure": "d", "value": "big", "ci": None, "comparison": "x"}, "effect.value"),
    (("other_effects",), [None], "other_effects.0"),
    (("entry", "mean"), -1, "entry.mean"),
    (("entry", "source"), "a book", "entry.source"),
]


@pytest.mark.parametrize(("path", "value", "named"), DAMAGE)
def test_damage_is_named_by_record_and_field(records, path, value, named):
    record = next(record for record in records if record["id"] == "walkup2008_cams")
    *way, last = path
    for key in way:
        record = record[key]
    record[last] = value
    with pytest.raises(ValueError, match=f"'walkup2008_cams': field '{named}'"):
        parse(json.dumps(records))


def test_a_missing_field_and_a_double_record_are_named(records):
    lost = dict(records[0])
    del lost["caveat"]
    with pytest.raises(ValueError, match=rf"'{records[0]['id']}'.*caveat"):
        parse(json.dumps([lost]))
    with pytest.raises(ValueError, match=rf"'{records[0]['id']}'.*twice"):
        parse(json.dumps([records[0], records[0]]))


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"id": 4}]', "[" * 50])
def test_nonsense_is_refused_in_words(text):
    with pytest.raises(ValueError, match="findings"):
        parse(text)


def test_intervals_hold_their_values():
    for found in toolkit.findings():
        for part in (*found.arms, *found.other_effects, found.effect):
            if part is not None and part.ci and part.value is not None:
                assert part.ci[0] <= part.value <= part.ci[1], found.id


def test_entry_scores_are_points_only_where_the_scale_or_a_table_says_so():
    entries = {found.id: found.entry for found in toolkit.findings() if found.entry}
    assert len(entries) >= 10
    for id, entry in entries.items():
        hamilton = entry.scale == "17-item Hamilton scale"
        assert hamilton == (entry.points is not None and entry.conversion is None), id
        assert not hamilton or entry.points == entry.mean, id
        assert entry.points is not None or entry.conversion is None, id


def test_camss_entry_is_the_mean_of_its_arms():
    """PARS 19.4, 18.8, 18.9 and 19.6 in arms of 140, 133, 139 and 76."""
    cams = toolkit.finding("walkup2008_cams")
    means = {"sertraline + CBT": 19.4, "sertraline": 18.8, "CBT": 18.9, "placebo": 19.6}
    sizes = {arm.name: arm.n for arm in cams.arms}
    assert cams.entry.n == sum(sizes[name] for name in means)
    weighted = sum(mean * sizes[name] for name, mean in means.items()) / cams.entry.n
    assert cams.entry.mean == pytest.approx(weighted, abs=0.05)
