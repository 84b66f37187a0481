"""Lesson 12: gains, filters and markers do what they say; what the missions ask; the chance lesson; figures are the records'."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit
from tests.meaning.quoting import text
from toolkit.explore import Run
from toolkit.lessons.studies import panel_rows, study_figures
from toolkit.lessons.who_benefits import people
from toolkit.lessons.who_benefits.people import CLEAR, SINGLE, lives, run
from toolkit.model import BOTH, MEDICATION, THERAPY, Cohort, Medication, Model, Therapy, four_plans, simulate

LESSON = toolkit.lessons.lesson(12)
FILTERS = [value for value, _ in next(c["options"] for c in LESSON.said_controls if c["name"] == "who")]


def at(**values):
    return run(**LESSON.opening | values)


def reached(place, now, *pinned):
    """Whether a mission's condition holds for runs of these values."""
    runs = [Run(LESSON.opening | values, at(**values), ()) for values in (now, *pinned)]
    condition = LESSON.conditions[LESSON.said_missions[place]["name"]]
    return condition(Run(runs[0].values, runs[0].result, tuple(runs[1:])))


@pytest.fixture
def explorer():
    return LESSON.explorer()


def test_a_gain_is_the_difference_between_two_lives_of_one_person():
    """Simulated once more without the lesson."""
    plans = four_plans(Medication(stop=26), Therapy(stop=16))
    apart = simulate(Cohort(1000, 1), plans, 12, Model(), keep=("symptoms",)).at("symptoms", 12)
    gains = at().gains
    for place, name in ((1, MEDICATION), (2, THERAPY), (3, BOTH)):
        assert gains[name] == pytest.approx(apart[0] - apart[place])


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_few_are_near_the_average_and_a_good_marker_gains_little(seed):
    clinic = at(seed=seed)
    near = clinic.people(clinic.average_people)
    assert 20 < near < 100 / 3
    assert all(22 < clinic.people(better) < 40 for better in clinic.better.values())
    assert 0.1 < clinic.lead < 0.4
    assert clinic.needed < 0.58
    assert clinic.mean(MEDICATION) == pytest.approx(clinic.mean(THERAPY), abs=0.25)


@given(right=st.floats(0.5, 1), who=st.sampled_from(FILTERS), pattern=st.sampled_from(["degrees", "thirds"]))
@settings(max_examples=30, deadline=None)
def test_a_marker_gains_a_mixture_of_the_better_and_the_worse(right, who, pattern):
    clinic = at(who=who, pattern=pattern, people=200)
    one, other = (clinic.gains[name][clinic.picked] for name in SINGLE)
    coin, perfect = (one.mean() + other.mean()) / 2, np.maximum(one, other).mean()
    assert clinic.chosen(0.5) == pytest.approx(coin)
    assert clinic.chosen(1.0) == pytest.approx(perfect)
    assert clinic.chosen(right) == pytest.approx(coin + (right - 0.5) / 0.5 * (perfect - coin))
    if np.isfinite(clinic.needed):
        assert clinic.chosen(clinic.needed) == pytest.approx(clinic.mean(clinic.best))
    assert clinic.lead == pytest.approx(clinic.chosen(0.7) - max(one.mean(), other.mean()))


def test_two_equal_treatments_need_no_more_than_a_coin():
    """The guess that is called right holds without the model's numbers, and the picture does not contradict it."""
    clinic = at()
    one = np.random.default_rng(1).normal(5, 2, 1000)
    clinic.__dict__["gains"] = {MEDICATION: one, THERAPY: one[::-1]}
    clinic.__dict__["best"] = MEDICATION
    assert clinic.needed == pytest.approx(0.5)
    guesses = LESSON.asked["guesses"]
    assert min(guesses, key=lambda share: abs(share - 100 * at().needed)) == guesses[0] == 52


@pytest.mark.parametrize("who", FILTERS)
def test_filters_pick_whom_they_say(who):
    clinic = at(who=who)
    share, traits = clinic.picked.mean(), clinic.course.cohort.traits
    if who == "everybody":
        assert share == 1
    elif who.startswith("after"):
        alone = clinic.course.responders(12)[clinic.course.arm(who.removeprefix("after "))]
        assert np.array_equal(clinic.picked, ~alone)
        assert 0.3 < share < 0.9
    else:
        assert share == pytest.approx(1 / 3, abs=0.01)
    if who == "severe":
        assert traits.burden[clinic.picked].min() >= traits.burden[clinic.others].max()
    if who == "chronic":
        assert traits.recovery[clinic.picked].max() <= traits.recovery[clinic.others].min()
    if who == "endogenous":
        tilt = traits.somatic - traits.cognitive
        assert tilt[clinic.picked].min() >= tilt[clinic.others].max()


def test_who_had_therapy_first_is_asked_what_medication_adds(explorer):
    explorer.set(who="after therapy")
    clinic = explorer.result
    added = (clinic.gains[BOTH] - clinic.gains[THERAPY])[clinic.picked].mean()
    assert f"On top of therapy, medication adds {added:.1f} points for them" in explorer.sentence
    explorer.set(who="after medication")
    assert "On top of medication, therapy adds" in explorer.sentence


def test_hidden_thirds_leave_averages_alone_and_make_a_marker_worth_more():
    before, thirds = at(), at(pattern="thirds")
    for name in before.gains:
        assert thirds.mean(name) == pytest.approx(before.mean(name), abs=0.3)
    usual, most = (one.chosen(1.0) - one.mean(one.best) for one in (before, thirds))
    assert most > 1.5 * usual
    for name in SINGLE:
        assert 0.2 < np.mean(abs(thirds.gains[name]) < 0.6) < 0.5, "a third, and those who left early"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_even_hidden_thirds_hardly_widen_the_spread_of_scores(seed):
    """What is said beside the trials of antidepressants."""
    thirds, alike = (
        lives(pattern, 1000, seed, "depression", spread, 0.0).ratings(12).var(axis=1)
        for pattern, spread in (("thirds", 0.5), ("degrees", 0.0))
    )
    wider = thirds[1:3] / thirds[0] - alike[1:3] / alike[0]
    assert (np.abs(wider) < 0.1).all()
    assert "widen the spread by less than a tenth" in text("12")


def test_the_column_of_marks_at_0_are_mostly_people_who_stopped():
    clinic = at()
    none = clinic.gains[MEDICATION] < 0.1
    stopped = clinic.course.stop_week[clinic.course.arm(MEDICATION)] < 12
    assert none.mean() > 0.05
    assert stopped[none].mean() > 0.9 > 3 * stopped[~none].mean()


def test_who_was_not_helped_enough_gained_nearly_as_many_points():
    clinic = at(who="after medication")
    picked, others = (clinic.mean(MEDICATION, among) for among in (clinic.picked, clinic.others))
    assert 0.7 < picked / others < 1
    assert clinic.added(clinic.picked) == pytest.approx(clinic.added(clinic.others), abs=0.6)


@pytest.mark.slow
def test_differences_of_a_random_third_vanish_with_numbers():
    apart = {
        size: np.mean([abs(at(who="random", people=size, seed=seed).apart) for seed in range(1, 9)])
        for size in (200, 10_000)
    }
    assert apart[200] > 2.5 * apart[10_000]
    assert apart[10_000] < 3


@pytest.mark.slow
def test_a_random_third_of_200_looks_like_a_discovery_often_enough_to_be_found():
    """One set in three to one in twenty; a learner finds one and loses it within a few tries."""
    apart = np.array([abs(at(who="random", people=200, seed=seed).apart) for seed in range(1, 61)])
    assert 1 / 20 < (apart >= 10).mean() < 1 / 3
    assert (apart <= 3).mean() > 1 / 4


def test_a_discovery_must_vanish_in_new_people_and_in_nothing_else():
    third, new = {"who": "random", "people": 200}, {"seed": 2}
    assert reached(1, third | new, third)
    assert not reached(1, third | new), "nothing is pinned"
    assert not reached(1, third, third), "the same people again"
    assert not reached(1, third | new | {"pattern": "thirds"}, third)
    severe = {"who": "severe", "people": 200}
    assert not reached(1, severe | new, severe)


def test_a_marker_is_worth_having_by_the_people_and_not_by_being_better():
    assert reached(0, {"pattern": "thirds"})
    assert reached(0, {"spread": 1.5, "likeness": -1.0})
    assert not reached(0, {})
    assert not reached(0, {"pattern": "thirds", "marker": 75})


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_a_marker_that_is_nearly_always_right_is_worse_where_one_treatment_is_far_ahead(seed):
    ahead = {"condition": "ADHD", "seed": seed}
    assert reached(2, ahead | {"marker": 90})
    assert not reached(2, ahead | {"marker": 85})
    assert not reached(2, ahead | {"marker": 100})
    assert reached(0, {"pattern": "thirds", "seed": seed}), "and the reply of the first mission holds"


@pytest.mark.slow
def test_no_marker_beats_both_whatever_the_people():
    for condition in LESSON.explorer().controls["condition"].options:
        for who in FILTERS:
            for likeness in (-1.0, 1.0):
                clinic = at(condition=condition, who=who, spread=1.5, likeness=likeness, people=200)
                assert clinic.chosen(1.0) < clinic.mean(BOTH)


def test_medication_as_the_foundation_is_the_door():
    clinic = at(condition="schizophrenia")
    assert clinic.mean(THERAPY) < 0.5
    assert clinic.added(clinic.picked) > 3 * clinic.mean(THERAPY)
    open_door = Model.for_condition("schizophrenia").replace({"gate.strength": 0.0})
    course = simulate(clinic.course.cohort, clinic.course.plans, 12, open_door, keep=("symptoms",))
    scores = course.at("symptoms", 12).mean(axis=1)
    assert scores[0] - scores[2] > 4 * clinic.mean(THERAPY), "without the door, therapy alone works"


def test_every_diagnosis_but_the_usual_one_carries_its_label(explorer):
    for condition in explorer.controls["condition"].options:
        explorer.set(condition=condition)
        assert ("About this diagnosis: " in explorer.sentence) == (condition != "depression")
        assert "_" not in explorer.sentence
    explorer.set(condition="PTSD")
    assert "did not show one (Rauch 2019)" in explorer.sentence
    assert explorer.result.mean(BOTH) > 1.5 * max(map(explorer.result.mean, SINGLE)), (
        "the page says that it predicts one"
    )


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "points more than medication for everybody. To do as well as that"),
        ({"condition": "PTSD", "marker": 50}, "points less than medication for everybody"),
        ({"pattern": "thirds", "marker": 50}, "about as much as therapy for everybody (difference: 0.0 points)"),
        ({"condition": "schizophrenia"}, "No marker can do better than medication for everybody here"),
    ],
)
def test_the_sentence_says_whether_the_marker_is_ahead(explorer, values, says):
    explorer.set(**values)
    assert says in explorer.sentence
    assert " -" not in explorer.sentence


def test_marks_are_the_first_200_people_and_the_square_is_what_is_near(explorer):
    explorer.set(who="severe")
    clinic, figure = explorer.result, LESSON.chart(explorer.result)
    traces = {trace["name"]: trace for trace in figure["data"]}
    counted = {
        "the others": clinic.others,
        "more from medication": clinic.picked & clinic.better[MEDICATION],
        "more from therapy": clinic.picked & clinic.better[THERAPY],
    }
    for name, which in counted.items():
        assert len(traces[name]["x"]) == which[:200].sum()
    square = traces["near the average"]
    middle = [clinic.mean(name) for name in SINGLE]
    for axis, mean in zip("xy", middle, strict=True):
        assert (np.min(square[axis]), np.max(square[axis])) == pytest.approx((mean - CLEAR, mean + CLEAR))
    assert [traces["the average"][axis][0] for axis in "xy"] == pytest.approx(middle)


def test_a_move_of_marker_or_filter_makes_nobody_live_again(explorer):
    explorer.set(seed=4321)
    course = explorer.result.course
    explorer.set(marker=95, who="chronic")
    assert explorer.result.course is course


def test_studies_rows_are_the_records_figures(explorer):
    panel = LESSON.study_panels[0]
    shown = {row.label: row for row in panel_rows(panel, explorer.result)}
    for row in panel["rows"]:
        for figure in study_figures(row):
            both, alone = figure.arms
            gain = 100 * (both.value - alone.value) * (-1 if figure.bad else 1)
            [drawn] = [one for label, one in shown.items() if label.endswith(f": {row['about']}")]
            assert drawn.published[""][0] == pytest.approx(gain)
    assert shown["the model: the people you look at"].toy[""] == pytest.approx(explorer.result.gain_from_both)


def test_no_figure_of_the_retracted_paper_is_shown():
    shown = " ".join(map(text, ("12", "12 words", "12 sheet")))
    for arm in toolkit.finding("hollon2014_RETRACTED_REPLACED").arms:
        assert f"{100 * arm.value:.1f}" not in shown
    assert "retracted and replaced" in shown


def test_safety_stands_where_the_worry_arises():
    flat = text("12")
    for said in (
        "No study can say it about one person",
        "No group of people is too ill for therapy",
        "that is not your fault",
        "staying on it is a choice too",
        "speak to the prescriber at once, and do not stop alone",
    ):
        assert said in flat.partition("How it works")[0]


def test_what_door_and_window_do_here_is_said():
    usual, plans = Model(), four_plans(Medication(stop=52), Therapy(stop=16))
    gains = []
    for model in (usual, usual.replace({"gate.strength": 0.0, "plasticity.gain": 0.0})):
        dummy, _, therapy, both = simulate(Cohort(1000, 1), plans, 12, model).mean(12)
        gains.append(np.array([dummy - therapy, dummy - both]))
    therapy, both = gains[1] - gains[0]
    assert f"therapy alone would gain {therapy:.1f} points more by week 12, and both {both:.1f}." in text("12")


def test_kinds_of_people_are_equally_many_on_average():
    traits = people.Thirds(10_000, 1).traits
    kinds, counts = np.unique(np.stack([traits.drug_response, traits.therapy_response]), axis=1, return_counts=True)
    assert kinds.T.tolist() == [[0.0, 2.0], [1.0, 1.0], [2.0, 0.0]]
    assert counts == pytest.approx(10_000 / 3, rel=0.05)
