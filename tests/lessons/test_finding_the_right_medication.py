"""Lesson 08: what each preset says is what the toy shows, the game keeps its secrets, and the tasks know their answers."""

import numpy as np
import pytest

import toolkit
from tests.lessons.test_trust_and_staying_on import quoted
from toolkit.evidence import finding
from toolkit.lessons.finding_the_right_medication import people as lived
from toolkit.lessons.finding_the_right_medication.prescriber import prescriber
from toolkit.model import Visits


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(8).explorer()


def shown(explorer, preset):
    explorer.apply(preset)
    return explorer.result


@pytest.mark.parametrize("preset", ["Four different medicines", "The same pill four times", "A dummy pill four times"])
def test_success_falls_from_step_to_step_whatever_is_in_the_box(explorer, preset):
    explorer.set(people=10_000)
    explorer.apply(preset)
    explorer.set(people=10_000)
    steps = explorer.result.success("rule")
    assert steps[0] > steps[1] > steps[2] > steps[3]
    assert steps[3] < 0.7 * steps[0]


def test_without_selection_nothing_falls(explorer):
    """The rival: count everybody at each step, not those still unwell, and the same pill gets no worse."""
    care = shown(explorer, "The same pill four times")
    everybody = care.well("usual")[[12, 24, 36, 48]]
    assert everybody.min() == everybody[0]
    assert care.success("usual")[3] < 0.65 * care.success("usual")[0]
    left, recovery = care.ratings["usual"][36] > 7, care.courses["usual"].cohort.traits.recovery
    assert np.median(recovery[left]) < 0.75 * np.median(recovery)


def test_the_same_pill_is_one_medicine_never_changed(explorer):
    care = shown(explorer, "The same pill four times")
    assert np.array_equal(care.success("rule"), care.success("usual"))
    assert "the same medicine four times" in explorer.sentence


def test_a_dummy_pill_is_a_dummy_pill(explorer):
    care = shown(explorer, "A dummy pill four times")
    assert np.array_equal(care.success("rule"), care.success("dummy"))
    assert [round(care.success(who)[0]) for who in ("usual", "rule")] == [29, 24]
    assert care.hard("rule") == 0


def test_the_first_steps_and_both_totals_of_stard_come_near_and_the_last_steps_stay_too_high(explorer):
    care = shown(explorer, "Steps like STAR*D")
    star = finding("stard2006")
    published = [100 * star.arm(f"step {step}").value for step in range(1, 5)]
    for who in ("rule", "usual"):
        assert care.success(who)[:2] == pytest.approx(published[:2], abs=5)
    assert (care.success("rule")[2:] > np.array(published[2:]) + 3.5).all()
    assert care.if_nobody_left("rule") == pytest.approx(100 * star.arm("cumulative, theoretical").value, abs=4)
    counted = finding("pigott2023").arm("cumulative, reanalysis").value
    assert care.counted("rule") == pytest.approx(100 * counted, abs=4)


def test_raising_without_limit_costs_and_hardly_helps(explorer):
    care = shown(explorer, "Raise without limit")
    assert care.response("rule", 12) == pytest.approx(care.response("usual", 12), abs=3)
    assert care.hard("rule") > care.hard("usual") + 25
    assert care.occupied("rule") > 90


def test_measured_care_is_kinder_than_raising_and_misses_guo(explorer):
    raised = shown(explorer, "Raise without limit").hard("rule")
    care = shown(explorer, "Measured care")
    assert care.hard("rule") < raised - 20
    guo = finding("guo2015_mbc")
    gain = guo.arm("measurement-based care", "response").value - guo.arm("standard care", "response").value
    assert care.response("rule", 24) - care.response("usual", 24) < 100 * gain / 4


def test_an_impression_makes_more_people_stop(explorer):
    by_scale = shown(explorer, "Measured care").stopped("rule")
    assert shown(explorer, "Measured by impression").stopped("rule") > by_scale + 2


def test_measured_care_makes_more_people_stop_because_each_new_medicine_starts_the_risk_afresh(explorer):
    care = shown(explorer, "Measured care")
    assert [round(care.stopped(who)) for who in ("rule", "usual")] == [46, 37]
    explorer.set(medicines=1)
    assert round(explorer.result.stopped("rule")) == 38


def test_visits_alone_do_as_well_as_the_medicine_with_a_trials_visits_and_both_do_better(explorer):
    care = shown(explorer, "Visits alone")
    assert care.well("rule")[48] == pytest.approx(care.well("usual")[48], abs=5)

    assert care.response("rule", 12) > care.response("dummy", 12) + 8
    assert care.response("rule", 12) >= care.response("usual", 12)
    explorer.set(contact=0.0)
    assert explorer.result.response("rule", 12) == care.response("dummy", 12)
    explorer.set(contact=0.8, strength=1.0)
    assert explorer.result.well("rule")[48] > care.well("usual")[48] + 5


def test_being_seen_at_a_trials_visits_is_worth_what_the_words_say():
    """3.2 points by week 6, against the same people on a waiting list."""
    people = toolkit.Cohort(4000, 2, lived.DIFFERENT)
    plans = {"waiting list": toolkit.Plan(), "dummy pill with visits": toolkit.Plan(visits=Visits(stop=6))}
    waiting, seen = toolkit.simulate(people, plans, 6).mean(6)
    assert waiting - seen == pytest.approx(lived.SEEN_IS_WORTH, abs=0.1)
    assert f"about {lived.SEEN_IS_WORTH} points in week 6" in quoted(8)


def test_a_visit_is_worth_as_many_points_as_it_says(explorer):
    """Two visits more than the four of a trial, 0.8 points each by week 6."""
    care = shown(explorer, "Visits alone")
    gain = (care.courses["dummy"].mean(6) - care.courses["rule"].mean(6))[0]
    assert gain == pytest.approx(1.6, abs=0.25)


def test_the_plateau_is_the_published_one(explorer):
    meyer = finding("meyer2004_sert")
    low, high = (meyer.arm(f"minimum therapeutic dose, {end} end of means").value for end in ("low", "high"))
    assert low < explorer.result.occupied("usual") / 100 < high
    drug = toolkit.Model().drug
    assert [round(100 * drug.occupancy(dose)) for dose in (1, 2, 4)] == [80, 89, 94]


def test_the_guess_stays_among_the_steps():
    lesson = toolkit.lessons.lesson(8)
    guess = lesson.predict()
    explorer = lesson.explorer(guess)

    def names():
        return [trace["name"] for trace in explorer.view["figure"]["data"]]

    assert "figure" not in explorer.view
    guess.answer(list(guess.replies)[1])
    assert "your guess" in names()
    explorer.set(way="fixed")
    assert "your guess" not in names()
    explorer.reset()
    guess.answer(None)
    assert "your guess" not in names()


def test_tasks_know_the_right_answer_and_what_went_wrong():
    lesson = toolkit.lessons.lesson(8)
    fourth, product, leaving, plateau, code = (lesson.task(n) for n in range(1, 6))
    for task, start in ((fourth, "Those easiest"), (plateau, "Fills 89")):
        for option in task.replies:
            task.answer(option)
            assert task.right == option.startswith(start)
    assert product.answer(100 * (1 - 0.6 * 0.7 * 0.8 * 0.9)).startswith("Yes")
    assert len({product.answer(given) for given in (70, 100, 30, 25, 1)}) == 5
    unwell, well = 100.0, 0.0
    for share in (0.4, 0.3, 0.2, 0.1):
        well, unwell = well + share * unwell, 0.75 * (1 - share) * unwell
    assert leaving.answer(well).startswith("Yes")
    assert len({leaving.answer(given) for given in (59.6, 70, 52.5, 1)}) == 4

    def careful(score, first_score, side_effects, dose):
        if side_effects >= 1:
            return max(dose / 2, 0.5)
        return min(2 * dose, 2.0) if score > first_score / 2 else dose

    assert "Well done" in code.check(careful)
    assert "Well done" not in code.check(lambda score, first, side_effects, dose: 2 * dose)


def test_figures_in_the_words_are_the_findings():
    guo, posternak, hu = (finding(id) for id in ("guo2015_mbc", "posternak2007_visits", "hu2004_sideeffects"))
    star = finding("stard2006")
    assert [round(100 * star.arm(f"step {n}").value) for n in range(1, 5)] == [37, 31, 14, 13]
    assert [round(100 * guo.arm(arm, "response").value) for arm in ("measurement-based care", "standard care")] == [
        87,
        63,
    ]
    assert (posternak.effect.value, posternak.other_effects[0].value) == (0.86, 0.67)
    assert round(100 * hu.arm("SSRI starters", "bothersome side effect").value) == 55
    assert round(-finding("jakobsen2017_ssri").effect.value, 1) == 1.9
    assert round(100 * finding("pigott2023").arm("cumulative, reanalysis").value) == 35


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
    assert list(game.medicine[:8:2]) == [0, 1, 1, 1]
    assert list(game.sessions[:8:2]) == [0, 0, 1, 1]
    with pytest.raises(ValueError, match="act = 'wait'"):
        prescriber().take(act="wait", visit="1")


def test_doing_nothing_is_half_a_dose_for_half_a_year():
    game = play(prescriber(), *[("stay", "8")] * 3).game
    half = toolkit.Plan(medication=toolkit.Medication(stop=24, dose=0.5))
    course = toolkit.simulate(game.cohort, half, 24, keep=("symptoms",))
    assert np.allclose(game.life().symptoms, course.symptoms)
