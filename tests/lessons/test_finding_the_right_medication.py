"""Lesson 08: steps that fall in every life, doses, kinds of medication, what its missions ask for, and a game with secrets."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit
from toolkit.evidence import finding
from toolkit.explore import Run
from toolkit.lessons.finding_the_right_medication.people import (
    DIFFERENT,
    DOSES,
    LIVES,
    MEASURED,
    NONE,
    SAME,
    SEARCH,
    TAKEN,
    run,
)
from toolkit.lessons.finding_the_right_medication.prescriber import NEVER, prescriber
from toolkit.model import MEDICATION_KINDS, Cohort, Medication, Model, Plan, simulate

LESSON = toolkit.lessons.lesson(8)


def at(**values):
    return run(**LESSON.opening | values)


@pytest.fixture
def explorer():
    return LESSON.explorer()


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_success_falls_by_a_third_in_every_life_and_a_new_medication_looks_like_the_same_one(seed):
    steps = at(seed=seed).steps
    for life in LIVES:
        assert steps.success(life)[3] < 0.7 * steps.success(life)[0], life
    assert np.abs(steps.success(SEARCH) - steps.success(SAME)).max() < 6


def test_the_one_medication_that_is_never_changed_is_the_models_own():
    """Simulated once more without the lesson, and followed person by person."""
    apart = simulate(Cohort(1000, 1, DIFFERENT), Plan(Medication(stop=48)), 48, Model(), keep=("symptoms",))
    still, expected = [*range(1000)], []
    for end in (12, 24, 36, 48):
        well = apart.ratings(end)[0] <= 7
        stayed = [person for person in still if apart.stop_week[0, person] > end]
        expected.append(100 * sum(well[person] for person in stayed) / len(stayed))
        still = [person for person in stayed if not well[person]]
    assert at().steps.success(SAME) == pytest.approx(expected)


def test_without_selection_nothing_falls():
    """The rival: count everybody at each step, not those still unwell, and the same tablet gets no worse."""
    steps = at(medications=1).steps
    arm = steps.course.arm(SAME)
    everybody = [(steps.course.ratings(end)[arm] <= 7).mean() for end in (12, 24, 36, 48)]
    assert min(everybody) == everybody[0]
    recovery = steps.course.cohort.traits.recovery
    left = steps.course.ratings(36)[arm] > 7
    assert np.median(recovery[left]) < 0.75 * np.median(recovery)


def test_a_new_box_with_the_same_tablet_is_the_same_medication():
    steps = at(medications=1).steps
    assert np.array_equal(steps.success(SEARCH), steps.success(SAME))


@pytest.mark.slow
def test_without_a_drug_every_tablet_is_a_dummy_pill_in_every_picture():
    care = at(strength=0.0)
    assert np.array_equal(care.steps.success(SAME), care.steps.success(NONE))
    assert np.ptp(care.doses.halved) == 0
    assert not care.doses.bothered.any()
    assert care.filled(4.0) == 0
    for kind in MEDICATION_KINDS:
        rows = at(strength=0.0, kind=kind).kind.rows
        assert all(with_kind == pytest.approx(none) for with_kind, none in rows.values()), kind


@pytest.mark.slow
@given(
    seed=st.integers(1, 9),
    medications=st.integers(1, 4),
    patience=st.integers(4, 12),
    leaving=st.sampled_from([0.0, 0.041, 0.2]),
)
@settings(max_examples=12, deadline=None)
def test_people_who_begin_are_counted_once_and_both_totals_agree_if_nobody_leaves(seed, medications, patience, leaving):
    steps = at(people=100, seed=seed, medications=medications, patience=patience, leaving=leaving).steps
    for life in LIVES:
        well, left, unwell = steps.ends(life)
        assert well + left + unwell == pytest.approx(100)
        assert min(well, left, unwell) >= 0
        whole = steps.people(life)
        assert sum(whole) == 100
        assert min(whole) >= 0
        assert np.abs(np.subtract(whole, (well, left, unwell))).max() <= 1
        if leaving == 0:
            assert left == 0
            assert well == pytest.approx(steps.if_nobody_left(life))


def test_leaving_moves_what_is_counted_and_hardly_the_product():
    few, many = at(leaving=0.0).steps, at(leaving=0.1).steps
    assert few.ends(SEARCH)[0] - many.ends(SEARCH)[0] > 25
    assert abs(few.if_nobody_left(SEARCH) - many.if_nobody_left(SEARCH)) < 6


def test_the_first_steps_of_a_large_trial_come_near_and_the_last_stay_too_high(explorer):
    explorer.apply("As in a large trial")
    published = [100 * finding("stard2006").arm(f"step {step}").value for step in range(1, 5)]
    ours = explorer.result.steps.success(SEARCH)
    assert ours[:2] == pytest.approx(published[:2], abs=5)
    assert (ours[2:] > np.array(published[2:]) + 3.5).all()


def test_a_dose_fills_what_the_formula_says_and_brings_no_more():
    care = at()
    assert [care.filled(dose) for dose in DOSES] == pytest.approx([100 * dose / (dose + 0.25) for dose in DOSES])
    for seed in (1, 2, 3):
        found = at(seed=seed).doses
        assert np.abs(found.halved[2:] - found.at(1.0)[0]).max() < 3, "from the usual dose up"
        assert (np.diff(found.bothered[:-1]) > 3).all()
        assert found.at(4.0)[2] > found.at(1.0)[2] + 15, "stop by themselves"
        assert found.at(1.0)[1] == pytest.approx(
            100 * finding("hu2004_sideeffects").arm("SSRI starters", "bothersome side effect").value, abs=6
        )
        assert found.halved[0] < found.halved[1] - 4, "a dummy pill"


@given(dose=st.sampled_from([*DOSES, MEASURED]), seed=st.integers(1, 5))
@settings(max_examples=20, deadline=None)
def test_people_on_a_dose_are_counted_once(dose, seed):
    counts = at(people=100, seed=seed).doses.people(dose)
    assert sum(counts) == pytest.approx(100)
    assert min(counts) >= 0


def test_measured_care_is_drawn_at_the_mean_dose_that_it_ends_with():
    """By hand it failed on measured care drawn at a dummy pill's dose."""
    care = at(show="dose")
    [drawn] = [trace for trace in LESSON.chart(care)["data"] if trace["name"] == "measured care"]
    assert set(drawn["x"]) == {care.doses.dose[-1]}
    assert 0.5 < drawn["x"][0] < max(DOSES), "it begins with half a dose and goes up"
    assert sorted(drawn["y"]) == sorted(care.doses.at(MEASURED))


def test_measured_care_brings_far_less_than_in_its_trial():
    guo, care = finding("guo2015_mbc"), at()
    gain = guo.arm("measurement-based care", "response").value - guo.arm("standard care", "response").value
    assert care.halved(MEASURED) - care.halved(1.0) < 100 * gain / 4


def test_a_target_fills_and_empties_as_the_half_life_says_and_the_effect_follows():
    kind, drug = at().kind, Model().drug
    level = 1 - 2.0 ** (-kind.days[: 7 * TAKEN + 1] / drug.half_life_days)
    assert kind.filled[: 7 * TAKEN + 1] == pytest.approx(100 * level / (level + drug.half_occupancy_level))
    assert kind.effect[100] / kind.effect[86] == pytest.approx(math.exp(-14 / 7 / drug.delay_weeks), rel=0.01)
    assert kind.nears(kind.filled) < 5
    assert kind.nears(kind.effect) > 20


def test_kinds_do_what_they_are_drawn_for():
    rows = {name: at(kind=name).kind.rows for name in MEDICATION_KINDS}
    for name, (halved, stayed, learned) in ((name, row.values()) for name, row in rows.items()):
        assert (halved[0] > halved[1] + 5) == (name != "mood stabiliser"), name
        assert (stayed[0] > stayed[1] + 10) == (name in ("antidepressant", "mood stabiliser")), name
        assert (learned[0] < learned[1] - 3) == (name == "calming drug"), name
    quick = {name: at(kind=name).kind for name in ("stimulant", "calming drug")}
    assert all(kind.nears(kind.effect) <= 7 and kind.fades(kind.effect) <= 7 for kind in quick.values())


def test_the_picture_counts_people_as_the_sentence_does(explorer):
    dots = [t for t in LESSON.chart(explorer.result)["data"] if t["xaxis"] == "x" and t["mode"] == "markers"]
    ours = {t["name"]: len(t["x"]) for t in dots if t["x"].max() < 10}
    assert sum(ours.values()) == 100
    well, left, unwell = ours.values()
    assert (
        f"Of 100 who began, {well} were well at the end of some step, {left} left before that, and {unwell} were"
        in (explorer.sentence)
    )


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"medications": 1}, "Only the box was new"),
        ({"medications": 3}, "There were 3 different medications"),
        ({"strength": 0.0}, "There is no drug in any of these tablets"),
        ({"show": "dose", "strength": 0.0}, "no dose fills anything"),
        ({"show": "dose", "dose": 1.0}, "With the usual dose, symptoms have"),
        ({"show": "kind", "kind": "stimulant"}, "within 1 day,"),
        ({"show": "kind", "strength": 0.0}, "although the box says antidepressant"),
    ],
)
def test_the_sentence_says_what_is_set(explorer, values, says):
    explorer.set(**values)
    assert says in explorer.sentence
    assert "nan" not in explorer.sentence


def test_the_guess_stays_among_the_steps():
    guess = LESSON.predict()
    explorer = LESSON.explorer(guess)

    def names():
        return [trace["name"] for trace in explorer.view["figure"]["data"]]

    guess.answer(list(guess.replies)[1])
    assert "your guess" in names()
    explorer.set(show="dose")
    assert "your guess" not in names()


@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_the_guess_is_answered_with_other_people_too(seed):
    first, *_, last = at(seed=seed).steps.success(SAME)
    assert min((29, 13, 40, 0), key=lambda guess: abs(guess - last)) == 13
    assert last < 0.62 * first


def reached(place, **values):
    return LESSON.missions()[place].reached(Run(LESSON.opening | values, at(**values)))


def test_no_drug_in_the_box_asks_for_no_drug():
    assert reached(0, strength=0.0)
    assert not reached(0)
    assert not reached(0, strength=0.0, show="dose")


def test_too_soon_asks_for_the_same_tablet_judged_early():
    assert reached(1, medications=1, patience=4)
    assert not reached(1, medications=1, patience=10)
    assert not reached(1, patience=4), "another medication"
    assert not reached(1, medications=1, patience=4, strength=2.0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_dose_helps_five_more(seed):
    for leaving in (0.0, 0.041, 0.2):
        assert not any(reached(2, show="dose", dose=dose, seed=seed, leaving=leaving) for dose in (0.5, 1.0, 2.0, 4.0))


def test_only_a_mood_stabiliser_lifts_nobody_and_keeps_people_well():
    assert [kind for kind in MEDICATION_KINDS if reached(3, show="kind", kind=kind)] == ["mood stabiliser"]
    assert not reached(3, show="kind", kind="antidepressant", strength=0.0)


def play(game, *turns):
    for act, visit in turns:
        game.take(act=act, visit=visit)
    return game


def test_the_game_reveals_only_at_the_end_and_the_past_stays():
    game = play(prescriber(), ("raise", "4"))
    assert "What was hidden" not in game.words
    before = game.view["figure"]["data"][0]["y"]["column"][:8].tobytes()
    play(game, ("therapy", "8"), ("lower", "8"), ("switch", "8"))
    assert game.game.over
    assert "What was hidden" in game.words
    assert game.view["figure"]["data"][0]["y"]["column"][:8].tobytes() == before
    with pytest.raises(ValueError, match="over"):
        game.take(act="stay", visit="1")
    game.again()
    assert (game.game.seed, game.game.week) == (5, 0)


@pytest.mark.slow
def test_another_game_is_what_the_page_shows_next():
    """What the page asks for is done and shown: a game that begins anew unseen leaves the old one's end on the page."""
    game = play(prescriber(), *[("stay", "8")] * 3)
    ended = game.words
    assert game.view["over"]
    game.receive({"ask": "again"})
    assert (game.view["over"], game.words) == (False, game.game.sentence())
    assert game.words != ended
    game.receive({"ask": "take", "chosen": {"act": "stay", "visit": "8"}})
    assert game.words == game.game.sentence()


def test_the_game_does_what_is_ordered():
    game = play(prescriber(), ("raise", "2"), ("switch", "2"), ("therapy", "2"), ("lower", "2")).game
    assert list(game.dose[:8:2]) == [1.0, 0.5, 0.5, 0.25]
    assert list(game.medication[:8:2]) == [0, 1, 1, 1]
    assert list(game.sessions[:8:2]) == [0, 0, 1, 1]
    with pytest.raises(ValueError, match="act = 'wait'"):
        prescriber().take(act="wait", visit="1")


@pytest.mark.slow
def test_doing_nothing_is_half_a_dose_for_half_a_year_but_for_the_second_tablet():
    game = play(prescriber(), *[("stay", "8")] * 3).game
    assert set(game.acts[: game.other]) == {0.5}
    assert set(game.acts[game.other :]) == {1.0}
    game.other = NEVER
    half = Plan(medication=Medication(stop=24, dose=0.5))
    course = simulate(game.cohort, half, 24, keep=("symptoms",))
    assert np.allclose(game.life().symptoms, course.symptoms)


@pytest.mark.slow
def test_a_second_tablet_is_flagged_until_somebody_checks_it():
    game = prescriber()
    other = game.game.other
    while game.game.week < other:
        assert "second tablet" not in game.words
        game.take(act="stay", visit="1")
    assert "nobody has checked" in game.words
    game.take(act="stay", visit="1")
    assert "nobody has checked" in game.words
    checked = game.game.week
    play(game, ("check", "1"))
    assert "has been checked and changed" in game.words
    assert list(np.flatnonzero(game.game.acts > game.game.dose)) == [*range(other, checked)]
    while not game.game.over:
        game.take(act="stay", visit="8")
    assert f"From week {other} to week {checked} the second tablet made each dose act as two" in game.words


def test_checking_before_there_is_anything_to_check_does_not_help_later():
    game = play(prescriber(), ("check", "2"), *[("stay", "8")] * 3).game
    assert game.checked == NEVER
    assert "nobody has checked" in game.sentence()


def test_tasks_know_the_right_answer_and_what_went_wrong():
    fourth, product, leaving, plateau, relief = (LESSON.task(n) for n in range(1, 6))
    for task, start in ((fourth, "People who get well soon"), (plateau, "Fills 89"), (relief, "It helped")):
        for option in task.replies:
            task.answer(option)
            assert task.right == option.startswith(start)
    assert product.answer(100 * (1 - 0.6 * 0.7 * 0.8 * 0.9)).startswith("Yes")
    assert len({product.answer(given) for given in (70, 100, 30, 25, 1)}) == 5
    assert len({leaving.answer(given) for given in (59.6, 70, 52.5, 1)}) == 4
