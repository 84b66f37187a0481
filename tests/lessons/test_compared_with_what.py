"""Lesson 02: one treatment against several groups; who knows; who is taken in; what its missions ask for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit
from toolkit.explore import Run
from toolkit.lessons.compared_with_what.people import GROUPS, TREATED, run
from toolkit.model import (
    DUMMY,
    MEDICATION,
    THERAPY,
    THERAPY_AND_DUMMY,
    WAITING,
    Cohort,
    Model,
    Plan,
    Visits,
    hedges_g,
    simulate,
)

LESSON = toolkit.lessons.lesson(2)


def at(**values):
    return run(**LESSON.opening | values)


def test_an_effect_is_the_lead_of_the_first_over_the_second():
    """In fewer points, which is better, so above 0. By hand it failed on the one taken from the other."""
    groups = at()
    for worse, better in (("waiting list", "therapy"), ("dummy pill with visits", "medication")):
        ours, theirs = groups.rated[better][groups.week], groups.rated[worse][groups.week]
        assert groups.effect(better, worse) == pytest.approx(hedges_g(ours, theirs).value, rel=0.01)
        assert groups.effect(better, worse) > 0.2 > 0 > groups.effect(worse, better)


@pytest.fixture
def explorer():
    return LESSON.explorer()


def test_groups_are_the_models_own_plans_and_people():
    """The waiting list and the blind dummy pill, simulated once more without the lesson."""
    plans = {WAITING: Plan(), DUMMY: Plan(visits=Visits(stop=26))}
    apart = simulate(Cohort(1000, 1), plans, 26, Model().replace({"relapse.weekly": 0.0}), keep=("symptoms",))
    for group in plans:
        ours = at().scores[group]
        assert ours[1:] == pytest.approx(apart.symptoms[1:, apart.arm(group)].mean(axis=1))


@given(week=st.integers(4, 26), tested=st.sampled_from(GROUPS), compared=st.sampled_from(GROUPS))
@settings(max_examples=40, deadline=None)
def test_leads_add_up_along_a_chain_and_turn_round(week, tested, compared):
    trial = at(week=week)
    assert trial.leads(tested, compared) == pytest.approx(-trial.leads(compared, tested))
    assert trial.leads(tested, WAITING) == pytest.approx(trial.leads(tested, compared) + trial.leads(compared, WAITING))
    assert trial.leads(tested, compared) == pytest.approx(trial.fall(tested) - trial.fall(compared))


def test_without_a_drug_medication_is_a_dummy_pill_and_without_skills_therapy_is_being_seen():
    assert at(medication=0.0).scores[MEDICATION] == pytest.approx(at(medication=0.0).scores[DUMMY])
    taught_nothing = at(teaching=0.0, seen=0.0)
    assert taught_nothing.scores[THERAPY] == pytest.approx(taught_nothing.scores[WAITING], abs=0.05)
    assert taught_nothing.scores[DUMMY] == pytest.approx(taught_nothing.scores[WAITING])


def test_people_who_know_their_pill_lose_hope_in_proportion_and_nobody_else_does():
    blind, half, known = (at(kinder=0.0, blind="tablets", guess=guess) for guess in (50, 75, 100))
    for group in set(GROUPS) - {DUMMY}:
        assert np.array_equal(blind.scores[group], known.scores[group])
    lost = [trial.scores[DUMMY][12] - blind.scores[DUMMY][12] for trial in (half, known)]
    assert 0.4 < lost[0] / lost[1] < 0.6, "half of them see through it"
    assert lost[1] > 1
    assert np.array_equal(at(blind="nobody", kinder=0.0).scores[DUMMY], known.scores[DUMMY])
    assert np.array_equal(at(blind="nobody", kinder=0.0, lost=0).scores[DUMMY], blind.scores[DUMMY])


@pytest.mark.parametrize("blind", ["nobody", "tablets", "raters"])
def test_raters_are_kinder_to_the_treated_unless_they_are_kept_from_knowing(blind):
    strict, kind = at(blind=blind, kinder=0.0), at(blind=blind, kinder=4.0)
    for group in GROUPS:
        less = strict.scores[group][1:] - kind.scores[group][1:]
        assert less == pytest.approx(4.0 if group in TREATED and blind != "raters" else 0.0)


def test_a_bad_day_makes_falls_larger_and_everybody_is_taken_in_at_0():
    usual, bad = at(), at(least=26)
    assert usual.taken.all()
    assert bad.entry[bad.taken].min() >= 26
    assert 0.2 < bad.taken.mean() < 0.5
    for group in GROUPS:
        assert bad.fall(group) > usual.fall(group) + 2, group
    assert abs(bad.lead - usual.lead) < 0.6
    assert all(np.array_equal(bad.everybody[group], usual.scores[group]) for group in GROUPS)


def test_more_of_being_seen_moves_falls_and_hardly_the_lead():
    usual, more = at(), at(seen=1.5)
    assert more.fall(MEDICATION) > usual.fall(MEDICATION) + 1
    assert more.lead == pytest.approx(usual.lead, abs=0.1)


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_the_guess_is_answered_with_other_people_too(seed):
    assert round(at(seed=seed).share) == 8


def test_the_picture_counts_people_as_the_sentence_does(explorer):
    for preset in explorer.presets:
        explorer.apply(preset)
        trial = explorer.result
        dots = [trace for trace in LESSON.chart(trial)["data"] if trace["xaxis"] == "x2"]
        filled = [len(trace["x"]) for trace in dots if trace["marker"]["symbol"] == "circle"]
        assert filled == [round(trial.people(group)) for group in (trial.tested, trial.compared)]
        assert sum(len(trace["x"]) for trace in dots) == 200
        assert all(f"{count} of 100" in explorer.sentence for count in filled)


def test_the_bracket_spans_the_lead(explorer):
    explorer.set(tested=THERAPY_AND_DUMMY, compared=WAITING, week=20)
    [bar] = [trace for trace in LESSON.chart(explorer.result)["data"] if trace["name"] == "the lead"]
    assert list(bar["x"]) == [20, 20]
    assert bar["y"][1] - bar["y"][0] == pytest.approx(explorer.result.lead)


@pytest.mark.parametrize(
    ("tested", "compared", "says"),
    [
        (THERAPY, WAITING, "The lead of therapy over the waiting list"),
        (DUMMY, MEDICATION, "Here medication is ahead: the dummy pill with visits is"),
        (DUMMY, DUMMY, "no lead to see"),
        (MEDICATION, DUMMY, "the medication added"),
    ],
)
def test_the_sentence_names_who_is_ahead(explorer, tested, compared, says):
    explorer.set(tested=tested, compared=compared)
    assert says in explorer.sentence
    assert " -" not in explorer.sentence


def test_a_lead_of_people_who_know_is_not_called_the_medications_own(explorer):
    explorer.apply("Everybody knows")
    assert "added" not in explorer.sentence
    explorer.set(blind="tablets", guess=80)
    assert "added" not in explorer.sentence


def reached(place, values, *pinned):
    runs = [Run(LESSON.opening | one, at(**one)) for one in (values, *pinned)]
    return LESSON.missions()[place].reached(Run(runs[0].values, runs[0].result, tuple(runs[1:])))


def test_two_headlines_must_be_about_one_therapy():
    over_waiting, over_pill = ({"tested": THERAPY, "compared": group} for group in (WAITING, DUMMY))
    assert reached(0, over_pill, over_waiting)
    assert reached(0, over_waiting, over_pill)
    assert not reached(0, over_pill)
    assert not reached(0, over_pill, over_waiting | {"teaching": 1.5}), "the therapy was changed"
    assert not reached(0, over_pill, over_waiting | {"seed": 2}), "other people"
    assert not reached(0, over_pill | {"tested": THERAPY_AND_DUMMY}, over_waiting | {"tested": THERAPY_AND_DUMMY})


def test_nothing_looks_strong_against_waiting_only():
    friendly = {"tested": THERAPY, "teaching": 0.0}
    assert reached(2, friendly | {"compared": WAITING})
    assert not reached(2, friendly)
    assert not reached(2, {"tested": THERAPY, "compared": WAITING})


@pytest.mark.parametrize(("visits", "enough"), [(3, False), (4, True), (6, True), (7, False), (26, False)])
def test_four_weeks_of_visits_are_the_fewest_that_do(visits, enough):
    asked = {"tested": DUMMY, "compared": WAITING, "visits": visits}
    assert reached(3, asked) == enough
    assert not reached(3, asked | {"seen": 3.0})
    assert not reached(3, asked | {"week": 26})


@pytest.mark.parametrize("blind", ["nobody", "tablets", "raters"])
def test_three_groups_always_know(blind):
    assert [at(blind=blind).knows[group] for group in (WAITING, THERAPY, THERAPY_AND_DUMMY)] == [100, 100, 100]
    assert not reached(1, {"blind": blind})


def test_the_table_counts_whom_the_picture_counts(explorer):
    table, trial = explorer.table(), explorer.result
    for group in (trial.tested, trial.compared):
        halved = table[f"{group}: halved (%)"]
        assert halved[trial.week] == pytest.approx(trial.people(group))
        assert halved[0] < 5, "in week 0 nobody has got better yet"
