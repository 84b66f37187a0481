"""Lesson 05: what each preset says is what the toy shows, the rival switch ends it, and the tasks know their answers."""

import math

import pytest

import toolkit
from toolkit.lessons.opening_the_door import lesson as declared
from toolkit.lessons.opening_the_door import people, studies
from toolkit.model import POINTS


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(5).explorer()


@pytest.fixture
def words():
    lesson = toolkit.lessons.lesson(5)
    return {name: preset.says for name, preset in lesson.explorer().presets.items()}


def through(explorer):
    """Share of the sessions' teaching that the door lets through, % by arm."""
    door = explorer.result
    return {arm: share[door.start : door.start + door.sessions].mean() for arm, share in door.open.items()}


def interaction(explorer):
    here = explorer.result.adds[explorer.result.severity]
    return here.together - here.alone


def upper(explorer):
    """What therapy adds with medication, from the least to the most ill, as it is counted."""
    return explorer.result.on_top("together")


def lower(explorer):
    return explorer.result.on_top("alone")


def skill(explorer, arm="both"):
    return explorer.result.skill[arm][-1]


def test_the_surprise_therapy_adds_less_on_top_of_medication_the_more_ill_people_are(explorer):
    for name in ("At the door", "Wait for the door", "Six sessions, at once", "Six sessions, later", "A body on edge"):
        explorer.apply(name)
        shares = upper(explorer)
        assert shares == sorted(shares, reverse=True)
        assert "less in people who are more ill" in explorer.sentence


def test_yet_medication_helps_therapy_most_in_the_more_ill(explorer):
    explorer.apply("At the door")
    gaps = [on - off for on, off in zip(upper(explorer), lower(explorer), strict=True)]
    assert gaps == sorted(gaps)
    assert gaps[0] < 0.5 < 1 < gaps[-1]


def test_without_a_door_all_are_alike_and_nothing_is_left_over(explorer):
    explorer.apply("No door (the rival)")
    assert upper(explorer) == pytest.approx(lower(explorer), abs=1e-9)
    assert max(upper(explorer)) - min(upper(explorer)) < 0.2
    assert abs(interaction(explorer)) < 1e-9
    assert "Together minus the sum of the parts: 0.0 points." in explorer.sentence
    assert explorer.result.no_door(32) == pytest.approx(upper(explorer)[-2], abs=0.1)
    explorer.set(door=True)
    assert interaction(explorer) > 0.3


def test_medication_that_does_nothing_opens_no_door(explorer):
    explorer.set(severity=32, medication=0.0)
    assert abs(interaction(explorer)) < 1e-9


def test_a_door_only_takes_away_however_strong_the_medication(explorer):
    for medication in (1.0, 3.0):
        explorer.set(severity=32, medication=medication)
        shares = upper(explorer)
        assert shares == sorted(shares, reverse=True)
        assert all(
            share < explorer.result.no_door(score) for score, share in zip(explorer.result.adds, shares, strict=True)
        )


def test_at_the_door_half_is_lost_and_medication_opens_it_a_little_and_late(explorer, words):
    explorer.apply("At the door")
    assert "about half" in words["At the door"]
    assert through(explorer)["therapy"] == pytest.approx(50, abs=5)
    assert 3 < through(explorer)["both"] - through(explorer)["therapy"] < 20
    gap = explorer.result.open["both"] - explorer.result.open["therapy"]
    assert gap[2] < gap[6]


def test_waiting_lets_more_through_also_without_medication(explorer):
    explorer.apply("At the door")
    at_once, learnt = through(explorer), skill(explorer)
    scores = explorer.result.course.symptoms.mean(axis=2)[:, explorer.result.course.arm("both")]
    explorer.apply("Wait for the door")
    assert all(through(explorer)[arm] > at_once[arm] + 10 for arm in at_once)
    assert skill(explorer) > learnt + 5
    waited = explorer.result.course.symptoms.mean(axis=2)[:, explorer.result.course.arm("both")]
    assert waited[12] > scores[12] + 1
    assert waited.mean() > scores.mean()


def test_few_sessions_are_better_later(explorer):
    explorer.apply("Six sessions, at once")
    at_once = skill(explorer)
    explorer.apply("Six sessions, later")
    assert skill(explorer) > 1.5 * at_once


def test_a_body_on_edge_names_the_trial_that_disagrees(explorer, words):
    explorer.apply("A body on edge")
    assert 0.2 < interaction(explorer) < 0.6  # a little, as at the door
    found = toolkit.finding("rauch2019_progress")
    assert found.counter_evidence
    assert f"▼ {found.short}" in words["A body on edge"]


def test_another_ruler_turns_the_slope_round_and_nothing_else(explorer):
    explorer.apply("At the door")
    seen = explorer.result
    explorer.apply("Another ruler: points")
    assert explorer.result.adds == seen.adds
    assert upper(explorer) == sorted(upper(explorer))
    assert "more in people who are more ill" in explorer.sentence
    scores = list(seen.adds)
    assert explorer.result.no_door(scores[-1]) > explorer.result.no_door(scores[0])
    assert upper(explorer)[-1] < explorer.result.no_door(scores[-1])
    assert lower(explorer)[:-1] == sorted(lower(explorer)[:-1])
    assert lower(explorer)[-1] - lower(explorer)[-2] < 0.1


def test_the_opening_picture_is_the_toys_own_door_in_round_points():
    door = people.model(True, 26, 5, 1.0).gate
    usual = toolkit.Model().gate
    assert (door.threshold * POINTS, door.width * POINTS) == pytest.approx((26, 5))
    assert (usual.threshold * POINTS, usual.width * POINTS) == pytest.approx((26, 5), abs=0.5)


def test_the_guess_stays_on_the_picture_whatever_it_is():
    lesson = toolkit.lessons.lesson(5)
    guess = lesson.predict()
    explorer = lesson.explorer(guess)
    assert explorer.veiled
    for option in guess.replies:
        guess.answer(option)
        assert explorer.view["figure"]["data"][-2]["name"] == "your guess"
    guess.answer(None)
    assert "your guess" not in [trace["name"] for trace in explorer.view["figure"]["data"]]


def test_studies_hold_the_published_slope_against_the_toys(explorer):
    """driessen2010: 0.22 and 0.63; derubeis2005: 58 and 58 % at week 16."""
    explorer.apply("At the door")
    effects = {style.label.strip(): ends for style, ends in studies.effects(explorer.result)}
    published = toolkit.finding("driessen2010")
    assert published.effect.comparison.endswith("high severity")
    assert published.other_effects[0].comparison.endswith("low severity")
    assert effects["▼ Driessen 2010"] == [published.other_effects[0].value, published.effect.value] == [0.22, 0.63]
    assert effects["toy, as set"][0] > effects["toy, as set"][1]
    assert effects["toy, no door"][0] < effects["toy, no door"][1] < 0.63
    rows = studies.responses(explorer.result)
    assert [round(share) for share, _ in rows.values()][:2] == [58, 58]
    assert "0.22 in less, 0.63 in more ill people" in toolkit.lessons.lesson(5).studies(explorer).sentence


def test_figures_quoted_in_the_notebook_are_the_findings():
    quoted = {
        "weitz2015": -0.88,
        "furukawa2017_cbt_severity": -0.22,
        "driessen2010": 0.63,
    }
    assert {id: toolkit.finding(id).effect.value for id in quoted} == quoted
    assert "1,700" in toolkit.finding("weitz2015").population
    assert "387" in toolkit.finding("papola2026_severity").population
    assert toolkit.finding("rauch2019_progress").arm("all arms").value == pytest.approx(2 / 3, abs=0.01)
    for id in ("thase1997", "marks1980", "sotsky1991", "rothbaum2006"):
        assert toolkit.finding(id).numbers == "direction_only"


def test_tasks_know_the_right_answer_and_what_went_wrong(explorer):
    gap, share, weeks, design, code = (toolkit.lessons.lesson(5).task(number) for number in range(1, 6))
    for task, right in (
        (gap, "Medication helps therapy most in people who are more ill"),
        (design, "By lot: medicine or dummy pill, the same sessions for all; burden and learning measured every week"),
    ):
        for option in task.replies:
            task.answer(option)
            assert task.right == (option == right)
    assert share.answer(100 / (1 + math.exp(2))).startswith("Yes")
    assert {share.answer(wrong) for wrong in (88, 50, 100 / (1 + math.e))} == set(share.hints.values())
    explorer.apply("At the door")
    at_once, alone = skill(explorer), skill(explorer, "therapy")
    explorer.set(start=8)
    assert weeks.answer(skill(explorer) - at_once).startswith("Yes")
    assert weeks.answer(at_once - alone) == weeks.hints[6.5]
    assert weeks.answer(skill(explorer)) == weeks.hints[65]
    assert "Well done" not in code.check(lambda severity, sessions: 0)


@pytest.mark.slow
def test_the_best_week_to_start_is_the_one_the_toy_finds():
    """Weeks of waiting count: at once for most, some weeks later for very ill people with few sessions."""

    def best_start(severity, sessions):
        return min(range(13), key=lambda start: declared.average_score(start, severity, sessions))

    assert [best_start(*case) for case, _ in declared.BEST_STARTS] == [0, 5, 6]
    assert "Well done" in toolkit.lessons.lesson(5).task(5).check(best_start)
