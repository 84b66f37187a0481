"""Lesson 06: what each preset says is what the toy shows, no gain ends it, and the tasks know their answers."""

import pytest

import toolkit
from tests.notebooks.refresh import NOTEBOOKS
from toolkit.evidence.learning import LEARNING
from toolkit.lessons import plasticity_window
from toolkit.lessons.plasticity_window.lesson import learnt


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(6).explorer()


def interaction(explorer):
    gains = explorer.result.fares[0]
    return gains["both"] - gains["just adding"]


def gains(explorer, **changes):
    explorer.set(**changes)
    return explorer.result.fares[0]


def lead(explorer, week):
    """Percentage points of skill by which people with both are ahead of those with therapy alone."""
    return explorer.result.skill["both"][week] - explorer.result.skill["therapy"][week]


def test_without_any_gain_the_two_just_add_whatever_else_is_set(explorer):
    for changes in ({}, {"undirected": True, "surroundings": 5}, {"until": 12, "start": 4}):
        explorer.reset()
        explorer.set(gain=0, **changes)
        assert abs(interaction(explorer)) < 1e-9
        assert "Together minus the sum of the parts: 0.0 points." in explorer.sentence
    explorer.set(gain=100)
    assert interaction(explorer) > 0.2


def test_a_window_used_lets_people_learn_faster_and_gain_a_little(explorer):
    explorer.apply("Window used")
    assert explorer.result.speed[:16].mean() == pytest.approx(1.67, abs=0.05)
    assert lead(explorer, 6) > lead(explorer, 16) > 5
    assert 0.3 < interaction(explorer) < 0.15 * explorer.result.fares[0]["both"]


def test_twice_as_fast_is_not_twice_the_gain(explorer):
    once = gains(explorer, gain=50)["both"] - gains(explorer, gain=0)["both"]
    twice = gains(explorer, gain=100)["both"] - gains(explorer, gain=0)["both"]
    assert once < twice < 2 * once


def test_the_window_closes_with_the_drug(explorer):
    explorer.apply("Window missed")
    result = explorer.result
    assert result.until < result.start
    assert result.speed[result.until] > 1.7
    assert result.speed[result.start :].max() < 1.2
    assert interaction(explorer) < 0.1
    explorer.set(start=0, until=16)
    assert interaction(explorer) > 0.3


def test_the_toys_own_guess_is_the_models_and_smaller(explorer):
    explorer.apply("Window used")
    big = interaction(explorer)
    explorer.apply("The toy's own guess")
    assert explorer.result.course.model.plasticity.gain == toolkit.Model().plasticity.gain
    assert 0 < interaction(explorer) < 0.5 * big
    assert "four times the toy's usual" in notebook()
    assert explorer.controls["gain"].opening / 100 == 4 * toolkit.Model().plasticity.gain


def notebook():
    return (NOTEBOOKS / "06_plasticity_window.ipynb").read_text(encoding="utf-8")


def test_in_a_harsh_place_medication_alone_is_worse_than_a_dummy_pill_and_both_worse_than_therapy(explorer):
    explorer.apply("Open in a harsh place")
    fares = explorer.result.fares[0]
    assert fares["medication"] < -1
    assert 0 < fares["both"] < fares["therapy"]
    assert "No trial in our collection has found this in people" in explorer.presets["Open in a harsh place"].says


def test_in_a_kind_place_the_same_drug_looks_like_a_wonder(explorer):
    explorer.apply("Open in a harsh place")
    harsh = explorer.result
    explorer.apply("Open in a kind place")
    kind = explorer.result
    assert kind.fares[0]["medication"] > 1.5 * kind.fares[0]["therapy"]
    assert kind.fares[0]["therapy"] == pytest.approx(harsh.fares[0]["therapy"])
    assert kind.skill["both"] == pytest.approx(harsh.skill["both"])
    assert kind.course.model == harsh.course.model


def test_surroundings_pull_evenly_so_two_runs_tell_all(explorer):
    explorer.apply("Open in a harsh place")
    told = explorer.result.gains(-2)
    explorer.set(surroundings=-2)
    assert explorer.result.fares[0] == pytest.approx(told, abs=1e-9)


def test_surroundings_touch_nobody_while_only_sessions_sink_in(explorer):
    neutral = gains(explorer, surroundings=0)
    assert gains(explorer, surroundings=5) == pytest.approx(neutral)
    assert "Everything sinks in" not in explorer.sentence


def test_openness_to_everything_spreads_people(explorer):
    explorer.apply("Open in a kind place")
    dummy, medication, *_ = explorer.result.course.at("symptoms", 26).std(axis=1)
    assert medication > dummy + 0.5


def test_a_booster_has_its_largest_lead_in_skill_half_way_and_is_hardly_seen_in_the_score(explorer):
    explorer.apply("A booster that fades")
    assert explorer.result.fares[0]["medication"] == pytest.approx(0, abs=1e-9)
    assert lead(explorer, 8) > lead(explorer, 12) > lead(explorer, 24) > lead(explorer, 40) > 0
    size = {week: explorer.result.course.effect_size("both", "therapy", week) for week in (6, 12, 24)}
    assert size[12] == pytest.approx(0.06, abs=0.01)
    assert "gives about 0.06: largest at the end" in notebook()
    assert size[12] > size[6]
    assert size[12] > size[24]
    assert size[12] < abs(toolkit.finding("mataixcols2017").effect.value) / 3


def test_a_blunting_drug_leads_while_taken_and_lags_once_stopped(explorer):
    explorer.apply("A drug that blunts learning")
    during, after = gains(explorer, week=12), gains(explorer, week=26)
    assert during["both"] > max(during["therapy"], during["medication"])
    assert after["both"] < after["therapy"] - 0.3
    soon = gains(explorer, week=15)
    assert soon["both"] > soon["therapy"]  # "some weeks after", not from the last dose on
    assert interaction(explorer) < -0.3
    assert explorer.result.skill["both"][12] < explorer.result.skill["therapy"][12]
    assert toolkit.finding("marks1993_alprazolam").counter_evidence


def test_the_guess_that_is_called_right_is_nearest_and_the_question_says_what_adding_gives(explorer):
    fares, guess = explorer.result.fares[0], plasticity_window.LESSON.predict()
    assert f"{fares['just adding']:.1f} points better" in guess.prompt
    off = {option: abs(points - fares["both"]) for option, points in guess.guesses.items()}
    assert [option for option, reply in guess.replies.items() if reply.startswith("Yes")] == [min(off, key=off.get)]
    doubled = fares["medication"] + 2 * fares["therapy"]
    assert guess.guesses["About 9 points: what therapy gives is doubled"] == round(doubled)
    assert guess.guesses["About 12 points: twice as fast, twice as good"] == round(2 * fares["just adding"])


def test_the_guess_stays_on_the_picture_whatever_it_is():
    lesson = toolkit.lessons.lesson(6)
    guess = lesson.predict()
    explorer = lesson.explorer(guess)
    assert explorer.veiled
    for option in guess.replies:
        guess.answer(option)
        drawn = explorer.view["figure"]["data"][-2]
        assert drawn["name"] == "your guess"
    guess.answer(None)
    assert "your guess" not in [trace["name"] for trace in explorer.view["figure"]["data"]]


def test_studies_show_species_and_what_is_missing(explorer):
    said = toolkit.lessons.lesson(6).studies(explorer).sentence
    for words in ("more in 3 of rats and mice", "no more in 3 of people", "no trial found"):
        assert words in said
    assert "The toy, both over therapy alone: at the last session 0.33" in said


def test_figures_quoted_in_the_notebook_are_the_findings():
    """huttunen2018 0.167 and 0.194; focus2019 0.95; mataixcols2017 0.46, 0.34, 0.25, 0.14, 0.19; mitchell2023 0.70."""
    sight = toolkit.finding("huttunen2018_amblyopia")
    assert [arm.value for arm in sight.arms] == [-0.167, -0.194]
    assert round(toolkit.finding("focus2019_stroke").effect.value, 2) == 0.95
    assert "3,127" in toolkit.finding("focus2019_stroke").population
    assert "28" in toolkit.finding("ressler2004").population
    assert "591" in toolkit.finding("chiarotti2017_environment").population
    assert [study.gain for study in LEARNING if study.id == "mataixcols2017"] == [0.46, 0.34, 0.14, 0.25, 0.19]
    assert [study.gain for study in LEARNING if study.id == "mitchell2023_mdma"] == [0.70]


def test_tasks_know_the_right_answer_and_what_went_wrong():
    mice, sums, feels, shown, code = (toolkit.lessons.lesson(6).task(number) for number in range(1, 6))
    rights = (
        (mice, "Both against each alone, and neither alone doing it"),
        (feels, "What they can do, tested after the drug has left the body, against a dummy pill"),
        (shown, "D-cycloserine adds a little to exposure by the end of treatment"),
    )
    for task, right in rights:
        for option in task.replies:
            task.answer(option)
            assert task.right == (option == right)
    slow, quick = (100 * (1 - share**12) for share in (0.8, 0.6))
    assert sums.answer(quick - slow).startswith("Yes")
    early = 100 * (0.8**4 - 0.6**4)
    assert [sums.answer(wrong) for wrong in (early, 3 * 28, slow, quick)] == list(sums.hints.values())
    assert "Well done" in code.check(learnt)
    assert "Well done" not in code.check(lambda open_until, start, sessions: 1 - 0.8**sessions)
    assert learnt(0, 0, 12) == pytest.approx(1 - 0.8**12)
    assert learnt(12, 0, 12) == pytest.approx(1 - 0.6**12)
