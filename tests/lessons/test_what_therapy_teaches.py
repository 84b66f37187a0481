"""Lesson 09: what each preset says is what the toy shows; two learners, kinds, and two ways to count sessions."""

import dataclasses
import math
import pathlib

import nbformat
import numpy as np
import pytest

import toolkit
from toolkit.lessons import what_therapy_teaches
from toolkit.lessons.what_therapy_teaches.people import DAYS, MONTH, YEAR
from toolkit.model import KINDS

NOTEBOOK = pathlib.Path(__file__).parents[2] / "notebooks" / "09_what_therapy_teaches.ipynb"


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(9).explorer()


def applied(explorer, name):
    explorer.apply(name)
    return explorer.result


def fear(learners, days_after):
    return learners.at(learners.fear, days_after)


def test_fear_of_a_person_is_that_of_the_model(explorer):
    learners = explorer.result
    one = dataclasses.replace(learners.exposure, plasticity=float(learners.openness[3]))
    assert learners.fear[:, 3] == pytest.approx(one.course(learners.session_days, DAYS))


def test_fear_comes_back_to_what_the_slow_learner_expects(explorer):
    learners = applied(explorer, "Twelve, once a week")
    slow = learners.at(learners.both_learners[1], 1)
    assert fear(learners, 1) < 6 < 12 < fear(learners, MONTH) < fear(learners, YEAR)
    assert fear(learners, YEAR) == pytest.approx(slow, abs=0.1)
    explorer.set(fading=60)
    assert fear(explorer.result, MONTH) < fear(learners, MONTH), "the quick learner is heard for longer"


def test_without_a_slow_learner_nothing_returns(explorer):
    learners = explorer.result
    quick = learners.both_learners[0]
    assert 100 * quick[learners.last + YEAR].mean() < 4 < 15 < fear(learners, YEAR)


def test_the_guess_that_is_called_right_is_right(explorer):
    seen = fear(explorer.result, YEAR)
    off = {reply: abs(guess - seen) for reply, guess in what_therapy_teaches.LESSON.predict().guesses.items()}
    assert min(off, key=off.get) == "Somewhat higher, about 20 %"
    assert fear(explorer.result, 1) == pytest.approx(4, abs=0.5)


def test_most_of_what_was_won_stays_and_more_returns_elsewhere_or_after_a_fright(explorer):
    """A tenth to a fifth of what was won returns; the door is off at first."""
    assert explorer.values["shut"] is False
    usual = explorer.result
    won = 100 - fear(usual, 1)
    assert 0.1 * won < fear(usual, YEAR) - fear(usual, 1) < 0.2 * won
    explorer.set(where="room")
    other = explorer.result
    for days in (1, MONTH, YEAR):
        assert 100 - fear(other, days) == pytest.approx(0.8 * (100 - fear(usual, days)))
    assert "Fear, in another room, is" in explorer.sentence
    explorer.set(where="fright")
    frightened = explorer.result
    assert fear(frightened, 182) == fear(usual, 182)
    assert 100 - fear(frightened, 183) == pytest.approx(0.85 * (100 - fear(usual, 183)))


def test_a_burden_counts_only_behind_the_door(explorer):
    light = explorer.result
    explorer.set(burden=1.8)
    assert np.array_equal(explorer.result.fear, light.fear)
    assert np.array_equal(explorer.result.learnt, light.learnt)
    explorer.set(shut=True)
    assert fear(explorer.result, YEAR) > fear(light, YEAR) + 30


def test_daily_sessions_are_sooner_and_leave_the_same(explorer):
    weekly, daily = applied(explorer, "Twelve, once a week"), applied(explorer, "Twelve, every day")
    assert daily.last < weekly.last / 5
    for days in (1, MONTH, YEAR):
        assert fear(daily, days) == pytest.approx(fear(weekly, days), abs=0.01)


def test_half_the_surprise_leaves_much_more_fear(explorer):
    clear, blunted = applied(explorer, "Twelve, once a week"), applied(explorer, "A calming drug in the room")
    assert fear(blunted, YEAR) > fear(clear, YEAR) + 15
    assert blunted.at(blunted.learnt, 1) < clear.at(clear.learnt, 1) - 15


def test_boosters_wake_the_quick_learner_and_teach_the_slow_one(explorer):
    without, boosted = applied(explorer, "Twelve, once a week"), applied(explorer, "Monthly boosters")
    late = boosted.session_days[-1] - boosted.last
    assert fear(boosted, late + 1) < 4
    assert fear(boosted, late + 1) + 6 < fear(boosted, late + MONTH) < fear(boosted, YEAR) < fear(without, YEAR) - 8


def test_dbt_gets_more_through_when_it_is_heavy(explorer):
    heavy = applied(explorer, "Skills first, when it is heavy")
    assert heavy.at(heavy.learnt, 1) > 1.4 * heavy.at(heavy.usual, 1)
    assert KINDS["DBT"].learning == KINDS["CBT"].learning, "only the door differs"
    explorer.set(burden=0.4)
    light = explorer.result
    assert light.at(light.learnt, 1) == pytest.approx(light.at(light.usual, 1), abs=2)


def test_one_person_jumps_and_the_mean_stays_smooth(explorer):
    smooth, jumpy = applied(explorer, "Twelve, once a week"), applied(explorer, "A sudden gain")
    assert jumpy.at(jumpy.learnt, 1) == pytest.approx(smooth.at(smooth.learnt, 1), abs=3)
    steps = [100 * np.diff(some.learnt[:, some.somebody]).max() for some in (smooth, jumpy)]
    assert steps[1] > 2 * steps[0]
    assert 100 * np.diff(jumpy.learnt.mean(axis=1)).max() < 1.3 * 100 * np.diff(smooth.learnt.mean(axis=1)).max()


def test_psychodynamic_is_slower_to_come_and_to_go(explorer):
    slow = applied(explorer, "Slow to come, slow to go")
    assert slow.at(slow.learnt, 1) < slow.at(slow.usual, 1) - 5
    ahead = slow.learnt.mean(axis=1) > slow.usual.mean(axis=1)
    meeting = np.flatnonzero(ahead & (slow.last + 7 < DAYS))[0] - slow.last
    assert meeting == pytest.approx(YEAR, abs=90)
    assert KINDS["psychodynamic"].forgetting == 0.5


def test_emdr_has_the_numbers_of_exposure(explorer):
    emdr = applied(explorer, "EMDR, by its numbers")
    explorer.set(kind="exposure")
    assert np.array_equal(emdr.learnt, explorer.result.learnt)
    assert "disputed" in KINDS["EMDR"].says


def test_the_same_people_two_ways_to_count(explorer):
    learners = explorer.result
    assert (np.diff(learners.if_all_stay) >= 0).all()
    own = learners.by_their_own_end
    assert own[0] > own[3] > own[11]
    howard, barkham = toolkit.finding("howard1986_dose"), toolkit.finding("barkham2006_gel")
    for sessions in (8, 26):
        seen = 100 * howard.arm(f"psychotherapy, {sessions} sessions").value
        assert learners.if_all_stay[sessions - 1] == pytest.approx(seen, abs=6)
    assert own[0] == pytest.approx(100 * barkham.arm("1 session").value, abs=6)
    assert own[11] < 100 * barkham.arm("12 sessions").value, "the toy falls further, and the words say so"


def test_nothing_falls_if_nobody_leaves_when_well(explorer):
    """The rival: if people ended for other reasons only, more sessions would go with more recovery."""
    learners = explorer.result
    well_by = [np.mean(learners.enough <= number) for number in range(1, 13)]
    assert (np.diff(well_by) > 0).all()


def test_tasks_know_the_right_answer_and_what_went_wrong():
    lesson = toolkit.lessons.lesson(9)
    left, why, account, code = (lesson.task(n) for n in (1, 2, 3, 4))
    assert left.answer(14).startswith("Yes")
    assert "14" in left.answer(14.2)
    assert len({left.answer(wrong) for wrong in (-80, 0, 85.8, 50)}) == 4
    for task, right in ((why, "People leave once"), (account, "The drug cured")):
        for name in task.replies:
            task.answer(name)
            assert task.right == name.startswith(right)

    def felt(sessions, days):
        weight = 0.9 * math.exp(-days / 14)
        return weight * 0.3**sessions + (1 - weight) * 0.85**sessions

    assert "Well done" in code.check(felt)
    assert "Well done" not in code.check(lambda sessions, days: 0.3**sessions)


def test_figures_in_the_prose_are_the_findings():
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    prose = " ".join(
        " ".join(cell.source for cell in cells if cell.cell_type == "markdown").replace("\u00a0", " ").split()
    )

    def percent(id, arm):
        return f"{100 * toolkit.finding(id).arm(arm).value:.0f} %"

    def foa(arm):
        return f"{100 * toolkit.finding('foa2005').arm(arm, 'response, treated').value:.0f} %"

    howard, barkham, white = "howard1986_dose", "barkham2006_gel", "white2013_panic_maintenance_cbt"
    eight, later = percent(howard, "psychotherapy, 8 sessions"), percent(howard, "psychotherapy, 26 sessions")
    said = [
        f"{eight} by 8 sessions, {later} by 26",
        f"only {percent(howard, 'Kadera 1996, 8 sessions')} had recovered",
        f"{percent(barkham, '1 session')} of those who ended after one session, {percent(barkham, '12 sessions')} after twelve",
        f"About {percent('tang1999_sudden_gains', 'cognitive therapy patients')} of people",
        f"{percent(white, 'assessment only')} relapsed without further sessions, {percent(white, 'maintenance CBT')} with nine",
        f"{foa('exposure + ritual prevention (ERP)')} responded, {foa('ERP + clomipramine')} together with medication, "
        f"{foa('clomipramine')} with",
        f"(difference {toolkit.finding('cuijpers2013_direct').effect.value:.2f}, Cuijpers 2013)",
        f"about {toolkit.finding('paykel2005_decay').other_effects[0].value:g} years",
    ]
    for words in said:
        assert words in prose
    assert "Women with borderline personality disorder in DBT used three times more skills" in prose
    assert "women with borderline personality disorder" in toolkit.finding("neacsiu2010_dbt_skills").population
