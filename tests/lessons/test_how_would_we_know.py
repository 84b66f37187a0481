"""Lesson 16: the lot and its sums are right, presets show what they say."""

import numpy as np
import pytest

import toolkit
from toolkit.evidence import scores
from toolkit.explore import Run
from toolkit.lessons.how_would_we_know import people as designed
from toolkit.lessons.how_would_we_know import studies
from toolkit.lessons.how_would_we_know.lesson import conditions
from toolkit.lessons.how_would_we_know.report import report
from toolkit.model import (
    BOTH,
    DUMMY,
    FOUR_PLANS,
    MEDICATION,
    THERAPY_AND_DUMMY,
    WAITING,
    Plan,
    hedges_g,
    patients_per_arm,
    risk_gain,
    simulate,
)

OPENING = toolkit.lessons.lesson(16).opening


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(16).explorer()


def trial(**changes):
    return designed.run(**{**OPENING, **changes})


def shown(explorer, preset):
    explorer.apply(preset)
    return explorer.result


# The trial.


def test_each_arm_draws_people_of_its_own_and_sees_one_life_of_each():
    one = trial(size=500)
    assert not np.array_equal(one.drawn["both"], one.drawn["medication"])
    course = one.course
    scores = course.ratings(16)
    seen = -scores[course.arm("both")][one.drawn["both"]]
    assert one.sums("both", one.drawn["both"])[0] == pytest.approx(seen.mean())


def test_gain_and_interval_are_those_of_the_models_own_estimates():
    one = trial(size=2000)
    ours, theirs = (-one.better[arm][one.drawn[arm]] for arm in ("both", "medication"))
    spread = np.sqrt((ours.var(ddof=1) + theirs.var(ddof=1)) / 2)
    gain, standard = one.estimate(one.weights), hedges_g(ours, theirs)
    assert gain.value / spread == pytest.approx(standard.value, rel=0.01)
    assert (gain.high - gain.low) / spread == pytest.approx(standard.high - standard.low, rel=0.03)
    share = trial(size=2000, outcome="half")
    counts = [(share.better[arm][share.drawn[arm]] / 100).sum() for arm in ("both", "medication")]
    assert share.estimate(share.weights) == pytest.approx(
        [100 * end for end in risk_gain(counts[0], 2000, counts[1], 2000)], abs=0.2
    )


def test_the_truth_is_the_towns_own_difference_and_synergy_that_of_the_model():
    one, four = trial(), trial(compare="four")
    means = dict(zip(one.course.arms, one.course.ratings(16).mean(axis=1), strict=True))
    assert one.truth(one.weights) == pytest.approx(means["medication"] - means["both"])
    assert four.truth(four.weights) == pytest.approx(
        means[MEDICATION] + means[THERAPY_AND_DUMMY] - means[BOTH] - means[DUMMY]
    )
    same = simulate(one.course.cohort, FOUR_PLANS, 16, one.course.model, keep=("symptoms",))
    assert four.truth(four.weights) == pytest.approx(same.together_minus_sum(16).mean())


def test_one_therapy_gains_more_the_less_is_given_to_those_it_is_compared_with():
    gains = {
        compare: (lambda one: one.truth(one.weights))(trial(compare=compare))
        for compare in ("therapy, waiting list", "therapy, dummy pill with visits")
    }
    assert gains["therapy, waiting list"] > 2 * gains["therapy, dummy pill with visits"] > 0
    seen = trial(compare="therapy, waiting list", truth="none")
    assert seen.truth(seen.weights) > 2, "somebody to be seen by, and no more"
    assert seen.course.plans[WAITING] == Plan()
    visits = {arm: seen.course.plans[arm].visits for arm in designed.SYNERGY}
    assert len(set(visits.values())) == 1, "in four arms all have the same visits"


@pytest.mark.parametrize(("compare", "arms"), [("both, medication", 2), ("four", 4)])
def test_people_needed_agree_with_the_models_own_formula(compare, arms):
    one = trial(compare=compare)
    spread = np.sqrt(np.mean([np.nanvar(one.better[arm]) for arm in one.weights]))
    assert one.needed == pytest.approx(patients_per_arm(one.truth(one.weights), spread, arms=arms), rel=0.01)
    assert float(one.power(one.needed)) == pytest.approx(0.8, abs=0.001)


def test_a_hundred_or_two_show_the_benefit_and_tens_of_thousands_are_needed_for_synergy():
    assert 165 <= trial().needed < 175, "about 170, as the question says"
    assert 0.35 < float(trial().power(60)) < 0.45, "about four in ten"
    assert trial(compare="four").needed > 20_000
    assert trial(compare="four", week=12).needed > 20_000


@pytest.mark.parametrize("size", [20, 60, 100, 500])
def test_power_of_the_many_trials_is_that_of_the_formula(size):
    found = [trial(size=size, seed=seed).significant.mean() for seed in range(8)]
    assert np.mean(found) == pytest.approx(float(trial().power(size)), abs=0.04)


@pytest.mark.slow
@pytest.mark.parametrize("compare", ["both, dummy pill with visits", "four"])
@pytest.mark.parametrize("outcome", ["score", "half", "well"])
def test_where_the_treatments_do_nothing_one_in_twenty_is_a_false_alarm(compare, outcome):
    many = [trial(compare=compare, outcome=outcome, truth="none", size=200, seed=seed) for seed in range(10)]
    assert many[0].truth(many[0].weights) == pytest.approx(0, abs=1e-9)
    assert np.mean([one.significant.mean() for one in many]) == pytest.approx(0.05, abs=0.015)


def test_where_they_just_add_there_is_no_synergy_in_points_but_there_can_be_in_percent():
    added = trial(compare="four", truth="adding")
    assert added.truth(added.weights) == pytest.approx(0, abs=1e-9)
    assert trial(compare="four", truth="adding", outcome="quarter").truth(added.weights) < -2


def test_small_trials_exaggerate_and_large_ones_do_not():
    times = []
    for size in (20, 2000):
        one = trial(size=size)
        times.append(np.abs(one.again[0][one.significant]).mean() / one.truth(one.weights))
    assert times[0] > 1.5
    assert times[1] == pytest.approx(1, abs=0.02)


@pytest.mark.slow
@pytest.mark.parametrize(
    "compare",
    [
        "both, medication",
        "both, therapy",
        "both, dummy pill with visits",
        "medication, dummy pill with visits",
        "therapy, dummy pill with visits",
        "therapy, waiting list",
    ],
)
def test_a_richer_comparison_leaves_a_smaller_gain(compare):
    plain = trial(compare=compare)
    usual, attention = (trial(compare=compare, comparator=name) for name in ("usual", "attention"))
    truth = plain.truth(plain.weights)
    assert usual.truth(usual.weights) == pytest.approx(truth * (1 - designed.ELSEWHERE), rel=0.1)
    assert 0 < attention.truth(attention.weights) < truth


def test_who_is_lost_is_not_counted_or_counted_as_no_better():
    full, random, left, failed = (trial(lost=name) for name in ("nobody", "random", "left", "failed"))
    assert random.truth(random.weights) == pytest.approx(full.truth(full.weights), abs=0.3)
    assert np.isfinite(random.better["both"]).mean() == pytest.approx(1 - designed.LOST_AT_RANDOM, abs=0.02)
    assert failed.truth(failed.weights) < full.truth(full.weights) < left.truth(left.weights)
    gone = left.left("both")
    assert np.array_equal(np.isnan(left.better["both"]), gone)
    assert np.array_equal(-failed.better["both"][gone], failed.course.symptoms[0, 0][gone])


def test_the_town_is_run_once_for_all_trials_in_it():
    assert trial(size=20).course is trial(size=10_000, seed=7, week=52, compare="four").course


def test_the_other_curve_asks_the_other_question_without_a_comparator(explorer):
    explorer.set(comparator="attention")
    drawn = {
        trace["name"]: trace["y"] for trace in explorer._chart(explorer.result)["data"] if trace["mode"] == "lines"
    }
    four = trial(compare="four")
    assert drawn["synergy?"][-1] == pytest.approx(100 * four.power(1e5))


@pytest.mark.parametrize(
    ("preset", "power"),
    [
        ("Sixty in each group", (0.33, 0.47)),
        ("The same sixty, four groups", (0.0, 0.12)),
        ("Only the winners are heard", (0.12, 0.22)),
        ("Nothing to find", (0.03, 0.08)),
    ],
)
def test_presets_find_as_often_as_is_said_of_them(explorer, preset, power):
    low, high = power
    assert low <= shown(explorer, preset).significant.mean() <= high


def test_a_fairer_comparison_halves_the_gain_and_takes_five_times_as_many(explorer):
    plain, fair = shown(explorer, "Sixty in each group"), shown(explorer, "A fairer comparison")
    assert fair.truth(fair.weights) / plain.truth(plain.weights) == pytest.approx(0.46, abs=0.04)
    assert 4.3 < fair.needed / plain.needed < 5.5


def test_only_those_who_stayed_look_better_than_everybody(explorer):
    explorer.set(lost="left")
    stayed = explorer.result
    assert stayed.truth(stayed.weights) > trial().truth(trial().weights)


def test_only_labs_that_find_a_gain_are_heard():
    for size in (20, 100, 500):
        one = trial(size=size, heard="found")
        gain, error = one.again
        assert np.array_equal(one.heard, gain > designed.SURE * error)
        assert trial(size=size).heard.all()
    nothing = trial(compare="both, dummy pill with visits", truth="none", size=60, heard="found")
    assert 0.01 < nothing.heard.mean() < 0.05, "of false alarms, only those on the hoped-for side"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_heard_is_said_as_it_is(explorer, seed):
    explorer.set(seed=seed, size=20, heard="found")
    one = explorer.result
    told = one.again[0][one.heard].mean()
    assert (
        f"You hear of {one.heard.sum()} of 1,000 labs, and together they report {told:.1f} points" in explorer.sentence
    )
    times = float(explorer.sentence.partition("That is ")[2].split()[0])
    assert times == pytest.approx(told / one.truth(one.weights), abs=0.06)
    assert times > 2
    explorer.set(heard="all")
    assert "times the truth" not in explorer.sentence


def test_all_labs_together_report_the_truth_whatever_their_size():
    for size in (20, 200, 500, 20_000):
        one = trial(size=size)
        error = one.spread / np.sqrt(size * designed.LABS)
        assert one.again[0].mean() == pytest.approx(one.truth(one.weights), abs=4 * error)


def test_the_luck_of_labs_is_alike_on_both_sides_of_where_they_stop_drawing_people():
    drawn, curve = trial(size=200), trial(size=500)
    assert drawn.again[0].std() * np.sqrt(200) == pytest.approx(curve.again[0].std() * np.sqrt(500), rel=0.08)
    assert drawn.again[1].mean() * np.sqrt(200) == pytest.approx(curve.again[1].mean() * np.sqrt(500), rel=0.03)


def reached(name, **values):
    one = trial(**values)
    return conditions[name](Run({**OPENING, **values}, one))


def test_large_enough_is_the_smallest_size_that_finds_it():
    found = [size for size in (20, 40, 60, 100, 200, 500) if reached("Large enough", size=size)]
    assert found == [200]
    assert not reached("Large enough", size=200, compare="both, dummy pill with visits"), "another question"


def test_labs_that_are_all_heard_report_nothing_where_there_is_nothing():
    none = {"compare": "both, dummy pill with visits", "truth": "none"}
    assert reached("Much ado", **none, heard="found", size=20)
    assert not reached("Much ado", **none, heard="all", size=20)
    assert not reached("Much ado", truth="none", heard="found", size=20, compare="therapy, waiting list"), (
        "being seen more is something to find"
    )


def test_nothing_to_find_is_said_so(explorer):
    explorer.apply("Nothing to find")
    assert explorer.sentence.startswith("There is nothing to find, and about ")
    assert "something all the same: false alarms." in explorer.sentence


def test_the_report_counts_those_who_were_drawn(explorer):
    told, one = report(explorer), explorer.result
    both = one.flow("both")
    assert both["drawn"] == 60
    assert both["relapsed"] <= both["responded"] <= 60
    curve = one.stayed_well("both")
    assert curve.at_risk[0] == both["responded"]
    assert curve.events.sum() == both["relapsed"]
    ill = one.of(one.course.relapse_week, "both")[one.drawn["both"]][
        one.of(one.course.responded, "both")[one.drawn["both"]]
    ]
    for week in (5, 15, 30):  # all are followed to the end, so that the curve is a share
        assert curve.at(week) == pytest.approx(np.mean(ill > one.course.model.assessment.week + week))
    assert f"{both['stopped']} stopped the medication" in told.sentence
    entry = one.course.symptoms[0, 0][one.drawn["both"]].mean()
    assert f"At entry {entry:.1f} points; in week" in told.sentence.partition("\n")[0]
    explorer.set(compare="four")
    lines = told.sentence.splitlines()
    assert len(lines) == 4
    assert ["Gain over " in line for line in lines] == [
        arm != explorer.result.against for arm in explorer.result.weights
    ]


def test_the_town_shows_of_each_half_what_that_half_gains(explorer):
    """Half of the people each: together they are everybody. By hand it failed on everybody's gain in all three rows."""
    figure = toolkit.lessons.lesson(16).chart(explorer.result)
    [town] = [trace for trace in figure["data"] if trace["name"] == "the whole town" and trace["mode"] == "markers"]
    everybody, less_ill, more_ill = town["x"]
    assert more_ill > less_ill + 0.2
    assert (less_ill + more_ill) / 2 == pytest.approx(everybody, abs=0.01)


def test_a_mark_stands_in_the_row_that_it_says(explorer):
    """By hand it failed on what the whole town would show, turned upside down."""
    explorer.set(compare="four")
    figure = toolkit.lessons.lesson(16).chart(explorer.result)
    rows = dict(zip(figure["layout"]["yaxis"]["tickvals"], figure["layout"]["yaxis"]["ticktext"], strict=True))
    drawn = [
        (rows[height], said)
        for trace in figure["data"]
        if trace["mode"] == "markers" and trace["yaxis"] == "y"
        for height, said in zip(trace["y"], trace["hovertext"], strict=True)
    ]
    assert len(drawn) == 2 * len(rows) > 6
    assert [(row, said) for row, said in drawn if not said.startswith((f"{row}:", f"{row},"))] == []


def test_the_guess_stands_on_the_chances_of_finding_it():
    lesson = toolkit.lessons.lesson(16)
    guess = lesson.predict()
    explorer = lesson.explorer(guess)
    guess.answer(list(guess.replies)[2])
    [line] = [trace for trace in explorer._figure(explorer.result)["data"] if trace["name"] == "your guess"]
    assert list(line["x"]) == [3, 3]
    assert "four groups" in guess.compare(explorer.result)
    explorer.set(compare="four")
    assert "26,000" in guess.compare(explorer.result)


# The scoreboard.


@pytest.mark.slow
def test_every_figure_of_a_design_is_judged_as_the_scoreboard_judges_it():
    judged = studies.judged("both, therapy")
    assert judged
    board = {one.figure: one for one in scores(only={one.figure.id for one in judged})}
    for one in judged:
        assert one == board[one.figure]
        assert (abs(studies.off(one)) <= 1) == one.inside


@pytest.mark.slow
def test_four_arms_are_held_against_four_arm_trials_only():
    ids = {one.figure.id for one in studies.judged("four")}
    assert {"walkup2008_cams", "tads2004", "blanco2010_sad"} <= ids
    assert "keller2000" not in ids
    assert "combine2006" not in ids
