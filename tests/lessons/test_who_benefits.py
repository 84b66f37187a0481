"""Lesson 12: what each preset says is what the toy shows, filters and markers do what they say, figures are the findings'."""

import pathlib

import nbformat
import numpy as np
import pytest

import toolkit
from toolkit.lessons.studies import panel_rows, study_figures
from toolkit.lessons.who_benefits import lesson as declared
from toolkit.lessons.who_benefits import people

PROSE = "\n".join(
    cell.source
    for cell in nbformat.read(
        pathlib.Path(__file__).parents[2] / "notebooks" / "12_who_benefits.ipynb", as_version=4
    ).cells
    if cell.cell_type == "markdown"
)


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(12).explorer()


def applied(explorer, name):
    explorer.apply(name)
    return explorer.result


def means(clinic):
    return {name: clinic.mean(name) for name in clinic.gains}


def test_a_gain_is_the_difference_between_two_lives_of_one_person(explorer):
    clinic = explorer.result
    scores = clinic.course.at("symptoms", 12)
    assert clinic.gains["therapy"][7] == scores[0, 7] - scores[2, 7]
    assert clinic.gains["both"].mean() > max(clinic.mean("medication"), clinic.mean("therapy")) > 0


def test_nobody_is_the_average(explorer):
    clinic = applied(explorer, "Nobody is the average")
    assert clinic.average_people.mean() < 0.3
    for name in ("medication", "therapy"):
        assert 0.2 < clinic.better(name).mean() < 0.5
    near, best = clinic.needed, clinic.mean(clinic.best)
    assert clinic.chosen(near) == pytest.approx(best)
    assert clinic.chosen(near + 0.05) > best > clinic.chosen(near - 0.05)


def test_the_marks_in_a_column_at_nought_are_people_who_stopped(explorer):
    clinic = explorer.result
    none = clinic.gains["medication"] < 0.1
    stopped = clinic.course.stop_week[clinic.course.arm("medication")] < 12
    assert none.mean() > 0.05
    assert stopped[none].mean() > 0.9 > 3 * stopped[~none].mean()


def test_the_guess_that_is_called_right_holds_without_the_toy(explorer):
    """Two treatments equal on average: any marker beats one for everybody. The picture, where they about are, says so too."""
    draw = np.random.default_rng(1)
    one = draw.normal(5, 2, 1000)
    assert declared.needed(one, one[::-1]) == pytest.approx(0.5)
    replies = toolkit.lessons.lesson(12).predict().replies
    assert [option for option, reply in replies.items() if reply.startswith("Yes")] == [
        "A little more than 50 %: anything beats a coin"
    ]
    nearest = min(
        toolkit.lessons.lesson(12).predict().guesses.values(),
        key=lambda share: abs(share - 100 * explorer.result.needed),
    )
    assert nearest == 52, "the picture does not contradict the answer that is called right"
    guess = toolkit.lessons.lesson(12).predict()
    seen = toolkit.lessons.lesson(12).explorer(guess)
    guess.answer(list(guess.guesses)[2])
    drawn = {trace["name"]: trace for trace in seen.view["figure"]["data"]}
    assert list(guess.guesses.values()) == [52, 65, 80, 100]
    assert "your guess" in drawn


def test_hidden_thirds_leave_averages_alone_and_a_perfect_marker_loses_to_both(explorer):
    before = means(explorer.result)
    clinic = applied(explorer, "Hidden thirds")
    for name, mean in means(clinic).items():
        assert mean == pytest.approx(before[name], abs=0.3)
    assert clinic.mean("therapy") + 1 < clinic.chosen(1.0) < clinic.mean("both")
    gains = clinic.gains
    for name in ("medication", "therapy"):
        assert 0.2 < np.mean(abs(gains[name]) < 0.6) < 0.5, "a third, and those who left early"


def test_a_perfect_marker_gains_most_in_hidden_thirds(explorer):
    by_degrees = explorer.result
    worth = by_degrees.chosen(1.0) - by_degrees.mean(by_degrees.best)
    thirds = applied(explorer, "Hidden thirds")
    assert thirds.chosen(1.0) - thirds.mean(thirds.best) > 1.5 * worth


def test_a_trial_hardly_sees_the_thirds(explorer):
    clinic = applied(explorer, "The same thirds in a trial")
    for name in ("medication", "therapy", "both"):
        alike = declared.ratio(clinic.alike, name, clinic)
        assert 0 < declared.ratio(clinic.course, name, clinic) - alike < 0.12
    explorer.set(pattern="degrees", spread=1.5)
    clinic = explorer.result
    apart = declared.ratio(clinic.course, "both", clinic) - declared.ratio(clinic.alike, "both", clinic)
    assert apart > 0.25, "very large differences do show"


def test_a_coin_is_as_good_as_one_tool_for_everybody_only_where_the_two_are_level(explorer):
    clinic = applied(explorer, "A coin for a marker")
    assert clinic.chosen(0.5) == pytest.approx((clinic.mean("medication") + clinic.mean("therapy")) / 2)
    assert clinic.chosen(0.5) == pytest.approx(clinic.mean(clinic.best), abs=0.1)
    explorer.set(condition="PTSD")
    ahead = explorer.result
    assert ahead.chosen(0.5) < ahead.mean(ahead.best) - 0.3


def test_medication_and_therapy_are_about_level_as_the_notebook_says():
    """Whatever the people: no guess is graded by which of the two is ahead."""
    for seed in range(1, 4):
        clinic = toolkit.lessons.lesson(12).explorer()
        clinic.set(people=10_000, seed=seed)
        assert clinic.result.mean("medication") == pytest.approx(clinic.result.mean("therapy"), abs=0.2)
        assert clinic.result.needed < 0.58


def test_a_lot_makes_differences_that_vanish_with_numbers(explorer):
    apart = {}
    explorer.apply("“Over 60”, by lot")
    for size in (200, 10_000):
        found = []
        for seed in range(1, 7):
            explorer.set(people=size, seed=seed)
            clinic = explorer.result
            found.append(abs(clinic.added(clinic.picked) - clinic.added(clinic.others)))
        apart[size] = np.mean(found)
    assert apart[200] > 4 * apart[10_000]
    assert apart[10_000] < 0.1


def test_non_responders_gained_nearly_as_many_points(explorer):
    clinic = applied(explorer, "No response so far")
    picked, others = (clinic.mean("medication", among) for among in (clinic.picked, clinic.others))
    assert 0.7 < picked / others < 1
    assert clinic.added(clinic.picked) == pytest.approx(clinic.added(clinic.others), abs=0.6)
    assert clinic.added_response(clinic.picked) > 20
    assert clinic.added_response(clinic.others) < 2, "who responded already cannot respond more"


def test_foundation_first_is_the_door(explorer):
    clinic = applied(explorer, "Foundation first")
    assert clinic.mean("therapy") < 0.5
    assert clinic.added(clinic.picked) > 3 * clinic.mean("therapy")
    assert "no marker can beat medication" in explorer.sentence
    open_door = toolkit.Model.for_condition("schizophrenia").replace({"gate.strength": 0.0})
    course = toolkit.simulate(clinic.course.cohort, clinic.course.plans, 12, open_door, keep=("symptoms",))
    scores = course.at("symptoms", 12).mean(axis=1)
    assert scores[0] - scores[2] > 4 * clinic.mean("therapy"), "without the door, therapy alone works"


def test_the_toy_predicts_a_gain_in_ptsd_and_says_that_a_trial_did_not(explorer):
    clinic = applied(explorer, "PTSD: the toy against a trial")
    assert clinic.mean("both") > 1.5 * max(clinic.mean("medication"), clinic.mean("therapy"))
    assert "did not show one (Rauch 2019)" in explorer.sentence
    assert toolkit.finding("rauch2019_progress").counter_evidence


def test_every_condition_but_the_usual_one_carries_its_label(explorer):
    for condition in explorer.controls["condition"].options:
        explorer.set(condition=condition)
        assert ("Label: " in explorer.sentence) == (condition != "depression")
        assert "_" not in explorer.sentence


def test_filters_pick_whom_they_say(explorer):
    for who in ("severe", "chronic", "endogenous", "negative", "lot"):
        explorer.set(who=who)
        assert explorer.result.picked.mean() == pytest.approx(1 / 3, abs=0.01)
    traits = explorer.result.course.cohort.traits
    explorer.set(who="severe")
    assert traits.burden[explorer.result.picked].min() >= traits.burden[explorer.result.others].max()
    explorer.set(who="chronic")
    assert traits.recovery[explorer.result.picked].max() <= traits.recovery[explorer.result.others].min()
    explorer.set(who="everybody")
    assert explorer.result.picked.all()


def test_severe_people_gain_more_points_and_negative_thinkers_a_little_more_from_therapy(explorer):
    explorer.set(people=10_000, who="severe")
    severe = explorer.result
    assert severe.mean("both") > severe.mean("both", severe.others) + 0.5
    explorer.set(who="negative")
    negative = explorer.result
    assert 0.1 < negative.mean("therapy") - negative.mean("therapy", negative.others) < 1


def test_thirds_have_the_same_mean_response(explorer):
    traits = people.Thirds(30_000, 1).traits
    assert traits.drug_response.mean() == pytest.approx(1, abs=0.02)
    assert traits.therapy_response.mean() == pytest.approx(1, abs=0.02)
    assert set(np.unique(traits.drug_response)) == {0.0, 1.0, 2.0}


def test_tasks_know_the_right_answer_and_what_went_wrong():
    lesson = toolkit.lessons.lesson(12)
    spread, number, honesty, code = (lesson.task(n) for n in (1, 2, 3, 4))
    for task, right in (
        (spread, "Little: hidden groups can leave it almost unchanged"),
        (honesty, "Stop using it, say"),
    ):
        for name in task.replies:
            task.answer(name)
            assert task.right == name.startswith(right)
    assert number.answer(6.5).startswith("Yes")
    replies = {number.answer(wrong) for wrong in (8, 5, 6, 1.5, 99)}
    assert len(replies) == 5
    assert 0.75 * 8 + 0.25 * 2 == 6.5
    assert "Well done" in code.check(declared.needed)
    assert "Well done" not in code.check(lambda medication, therapy: 0.5)


def percent(id, arm, outcome=None):
    return round(100 * toolkit.finding(id).arm(arm, outcome).value, 9)


def test_gains_on_the_picture_are_the_findings(explorer):
    panel = toolkit.lessons.lesson(12).study_panels[0]
    rows = [row for row in panel["rows"] if "finding" in row]
    gains = {(row["finding"], row["about"]): figure.value for row in rows for figure in study_figures(row)}
    assert gains["keller2000", "chronic"][0] == pytest.approx(25)
    value, low, high = gains["reynolds1999", "over 59, well for 3 years"]
    assert value == pytest.approx(23)
    assert np.isnan([low, high]).all(), "the sizes of its arms are not to be used for counts"
    assert gains["reynolds2006", "70 and over, well for 2 years"][0] == pytest.approx(2)
    assert gains["combine2006", "alcohol, days without"][0] == pytest.approx(-3.5)
    shown = {row.label: row for row in panel_rows(panel, explorer.result)}
    assert shown["▼ Scott 2006: bipolar, recurrences"].said == "ratio 1.05, no gain shown"
    for row in rows:
        found = toolkit.finding(row["finding"])
        assert any(label.startswith(f"{'▼' if found.counter_evidence else '▲'} {found.short}: ") for label in shown)
        if "figures" in row:
            assert found.numbers == "yes"


def test_figures_in_the_prose_are_the_findings():
    def value(id):
        return toolkit.finding(id).effect.value

    said = [
        f"{percent('keller2000', 'combined'):.0f} % responded to both and {percent('keller2000', 'nefazodone'):.0f} % to",
        f"the ratio was {value('vonwolff2012_chronic'):.2f} and",
        f"a gain of {value('cuijpers2010_chronic'):.2f} for chronic",
        f"against {value('cuijpers2014_adding'):.2f} over",
        f"{percent('cobalt2013', 'CBT + usual care', 'response (BDI 50%)'):.0f} against "
        f"{percent('cobalt2013', 'usual care', 'response (BDI 50%)'):.0f} %",
        f"{value('vanbronswijk2019_trd'):.2f} over many trials",
        f"severe ({value('driessen2010'):.2f}) than in mild depression "
        f"({toolkit.finding('driessen2010').other_effects[0].value:.2f},",
        "in 20 % with both, 43 % with medication, 64 % with therapy, 90 % with neither",
        "35, 37, 68 and 58 % within two years",
        "53 % responded with cognitive therapy, 23 % with relaxation",
        "64 against 52 % recovered",
        "81 % responded to both, 55 and 60 % to one (Walkup 2008)",
        "54 % with both, 51 and 52 % with one (Davidson 2004)",
        f"the *variance* of scores was {value('munkholm2020_variance'):.2f} times",
        f"slightly better ({value('swift2018_preference'):.2f}, Swift 2018)",
        f"hazard ratio {value('scott2006_bipolar'):.2f}",
        f"({-value('jauhar2014_cbtp'):.2f}, Jauhar 2014)",
        "medication: 70 %; exposure alone: 62 %; medication alone: 42 %",
        "15.7 % against 8.6 % stopped",
    ]
    flat = " ".join(PROSE.replace("\u00a0", " ").split())
    for words in said:
        assert words in flat
    assert [percent("reynolds1999", arm.name) for arm in toolkit.finding("reynolds1999").arms] == [20, 43, 64, 90]
    assert [percent("reynolds2006", arm.name) for arm in toolkit.finding("reynolds2006").arms] == [35, 37, 68, 58]
    assert [round(100 * arm.value) for arm in toolkit.finding("safren2010_adhd").arms[:2]] == [53, 23]
    assert [round(100 * arm.value) for arm in toolkit.finding("miklowitz2007_stepbd").arms[:2]] == [64, 52]
    assert [round(100 * arm.value) for arm in toolkit.finding("foa2005").arms[:3]] == [62, 42, 70]
    walkup, davidson = (
        [round(100 * arm.value) for arm in toolkit.finding(id).arms]
        for id in ("walkup2008_cams", "davidson2004_socialphobia")
    )
    assert walkup[:3] == [81, 60, 55]
    assert davidson[:3] == [51, 52, 54]
    assert "P = .06" in toolkit.finding("reynolds1999").caveat
    assert "3 vs up to 30 sessions" in toolkit.finding("miklowitz2007_stepbd").caveat
    assert "about a third at the end" in toolkit.finding("oud2016_bipolar").finding
    assert "larger with higher baseline severity" in toolkit.finding("vanbronswijk2019_trd").finding
    assert "the same 38 people" in toolkit.finding("mcgrath2013_insula").caveat
    assert "ratio of variances" in toolkit.finding("munkholm2020_variance").caveat
    assert [arm.value for arm in toolkit.finding("stead2016_smoking").arms] == [0.086, 0.157]


def test_no_figure_of_the_retracted_paper_is_shown():
    shown = PROSE + (pathlib.Path(declared.__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    for arm in toolkit.finding("hollon2014_RETRACTED_REPLACED").arms:
        assert f"{100 * arm.value:.1f}" not in shown
    assert "retracted and replaced" in shown


def test_what_door_and_window_do_here_is_said():
    usual, plans = toolkit.Model(), toolkit.four_plans(toolkit.Medication(stop=52), toolkit.Therapy(stop=16))
    gains = []
    for model in (usual, usual.replace({"gate.strength": 0.0, "plasticity.gain": 0.0})):
        dummy, _, therapy, both = toolkit.simulate(toolkit.Cohort(1000, 1), plans, 12, model).mean(12)
        gains.append(np.array([dummy - therapy, dummy - both]))
    therapy, both = gains[1] - gains[0]
    flat = " ".join(PROSE.replace("\u00a0", " ").split())
    assert f"therapy alone would gain {therapy:.1f} points more by week 12, and both {both:.1f}." in flat
