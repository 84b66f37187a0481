"""The scoreboard: every finding spoken to or passed over with a reason, figures read, intervals that mean what they say."""

import dataclasses
import functools
import subprocess
import sys

import numpy as np
import pytest

import toolkit
from tests.evidence.test_records import LIKE_AN_ID
from tests.meaning.lived import for_each
from toolkit.evidence import UNTREATED, Figure, Score, figures, scoreboard, scores, trials, unscored
from toolkit.evidence.measures import MEASURES, RATIOS
from toolkit.evidence.score import SEED, score
from toolkit.evidence.scoreboard import by_chance, misses, table
from toolkit.evidence.trial import build, count, starting_changes
from toolkit.model import Plan
from toolkit.model.adherence import EVERYDAY_STOPPING
from toolkit.model.plan import DUMMY, WAITING

SMALL = 1024
"""Toy patients, enough for these tests."""
each_figure = for_each(figures(), lambda figure: figure.label)


@pytest.fixture(scope="module")
def board():
    return scores(size=SMALL)


def test_every_finding_with_numbers_is_scored_or_has_a_reason():
    with_numbers = {finding.id for finding in toolkit.findings() if finding.numbers == "yes"}
    scored = {figure.id for figure in figures()}
    assert len(scored) >= 30
    assert scored | unscored().keys() == with_numbers
    assert not scored & unscored().keys()
    assert all(why.strip() for why in unscored().values())


@each_figure
def test_every_figure_is_complete_and_read_from_its_finding(figure):
    finding = toolkit.finding(figure.id)
    trial = trials()[figure.trial]
    assert np.isfinite(figure.published)
    assert {figure.arm, figure.versus} <= {None, *trial.arms}
    assert (figure.versus is None) == (figure.measure == "mean")
    assert len(figure.n) in (0, 2 if figure.versus else 1)
    assert (0 if figure.who == "everybody" else trial.judged) + figure.week <= trial.weeks
    effects = [effect.value for effect in (finding.effect, *finding.other_effects) if effect]
    shares = [arm.value for arm in finding.arms if arm.value is not None]
    read = {
        *effects,
        *shares,
        *(one - other for one in shares for other in shares),
        *(1 - value for value in effects + shares),
    }
    assert min(abs(abs(figure.published) - abs(value)) for value in read) < 1e-9
    if figure.ci:
        assert figure.ci[0] <= figure.published <= figure.ci[1]


def test_some_figures_are_what_their_findings_say():
    """jakobsen2017_ssri −1.94; keller2000 73 and 48 %; geddes2003 odds down by 70 %; reynolds1999 recurrence 90 and 20 %;
    zhou2020_youth_nma −0.51, where below 0 is better."""
    found = {figure.label: figure for figure in figures()}
    assert found["Jakobsen 2017: medication less placebo, points, 8 weeks"].published == -1.94
    assert found["Keller 2000: response, both over medication, 12 weeks"].published == pytest.approx(0.25)
    geddes = found["Geddes 2003: relapse, medication kept over medication stopped"]
    assert (geddes.published, *geddes.ci) == pytest.approx((0.3, 0.22, 0.38))
    reynolds = [figure.published for figure in figures() if figure.id == "reynolds1999"]
    assert reynolds == pytest.approx([0.1, 0.47, 0.26, 0.7])
    young = found["Zhou 2020: medication over placebo, the young"]
    assert (young.published, *young.ci) == pytest.approx((0.51, 0.18, 0.84))


def test_an_arm_may_stand_against_itself_in_another_week():
    """bschor2024_placebo9: the fall over the mean of the two variances; furukawa2016_placebo_rate: week 9 over week 8."""
    found = {figure.says: figure for figure in figures()}
    change = found["depression, change on placebo, standard deviations"]
    longer = found["response to placebo in a trial one week longer"]
    course = trials()["acute"].run({}, SMALL, 2, 9, (change.arm,))
    before, after = course.ratings(0)[0], course.ratings(8)[0]
    by_hand = (before.mean() - after.mean()) / np.sqrt((before.var() + after.var()) / 2)
    assert score(change, course, 2).predicted == pytest.approx(by_hand)
    responded = [
        course.model.assessment.is_response(course.ratings(week)[0], course.at("symptoms", 0)[0]).sum()
        for week in (9, 8)
    ]
    assert score(longer, course, 2).predicted == pytest.approx((responded[0] + 0.5) / (responded[1] + 0.5))


@pytest.mark.parametrize("id", ["dunlop2017_predict", "derubeis2005", "stard2006"])
def test_people_of_a_trial_begin_where_its_own_began(id):
    """Mean and, where it was taken on the same scale, SD of the rated score at entry, in points."""
    entry = toolkit.finding(id).entry
    course = trials()["acute"].run(starting_changes(entry), 20_000, 4, 1, ("medication",))
    assert course.ratings(0)[0].mean() == pytest.approx(entry.points, abs=0.1)
    if not entry.conversion:
        assert course.ratings(0)[0].std() == pytest.approx(entry.sd, abs=0.1)


def test_each_figure_is_scored_in_people_who_began_where_its_trial_did():
    """dunlop2017_predict (19.8 points) and derubeis2005 (23.8) share a trial of the toy, but no start; keller2000 has none
    in these points, nor has tads2004, which was rated on a children's scale."""
    found = {one.figure.says: one for one in scores(only={"dunlop2017_predict", "keller2000"}, size=SMALL)}
    course = trials()["acute"].run(starting_changes(toolkit.finding("dunlop2017_predict").entry), SMALL, SEED)
    remitted = count(course, "remission", "therapy", 12).mean()
    assert found["remission with therapy"].predicted == remitted
    usual = trials()["acute"].run({}, SMALL, SEED)
    assert count(usual, "remission", "therapy", 12).mean() < remitted
    assert found["response to both, 12 weeks"].predicted == count(usual, "response", "both", 12).mean()
    begins = {figure.id: figure.entry and figure.entry.points for figure in figures()}
    assert begins["dunlop2017_predict"] == 19.8
    assert begins["derubeis2005"] == 23.8
    assert begins["tads2004"] is None
    assert starting_changes(toolkit.finding("tads2004").entry) == {}


def test_what_is_asked_for_comes_before_what_was_published():
    """A what-if about severity is a what-if in every trial."""
    asked = {"condition.severity": 1.0, "condition.severity_spread": 0.2}
    usual = trials()["acute"].run({}, SMALL, SEED)
    [one, *_] = scores(asked, only={"dunlop2017_predict"}, size=SMALL)
    assert one.predicted == count(usual, "remission", "therapy", 12).mean()


def test_a_trial_may_define_response_itself():
    """barlow2000_panic: a fall of 40 % on the panic scale."""
    trial = trials()["panic"]
    course = trial.run({}, SMALL, SEED, 13, ("therapy",))
    start, end = course.at("symptoms", 0)[0], course.ratings(13)[0]
    assert count(course, "response", "therapy", 13).mean() == np.mean(end <= 0.6 * start)
    assert {figure.trial for figure in figures() if figure.id == "barlow2000_panic"} == {"panic"}


@pytest.mark.slow
def test_rows_stand_in_order_and_judge_themselves(board):
    assert [one.figure for one in board] == list(figures())
    for one in board:
        assert np.isfinite(one.predicted)
        if one.low is None:
            assert one.inside is None
            assert not one.figure.n
            assert not one.figure.ci
        else:
            assert one.low <= one.predicted <= one.high
            assert one.inside == (one.low <= one.figure.published <= one.high)


def test_people_in_everyday_care_stop_the_drug_sooner_whatever_else_is_tried():
    everyday, acute = (trials()[name].run({"adherence.stopping": 0.0}, 256, 1, 26) for name in ("everyday", "acute"))
    assert everyday.model.adherence.stopping == EVERYDAY_STOPPING
    assert acute.model.adherence.stopping == 0.0
    assert np.isfinite(everyday.stop_week[everyday.arm("medication")]).mean() > 0.3


def test_who_gets_a_dummy_pill_is_seen_and_who_waits_is_not():
    for name, trial in trials().items():
        edges = np.arange(trial.weeks + 1.0)
        for arm, plan in trial.arms.items():
            seen = build(Plan, plan).has_visits(edges)
            if arm == WAITING:
                assert not seen.any(), name
            if arm == DUMMY:
                assert seen[:12].all(), name
        assert "nothing" not in trial.arms


def test_what_limps_is_said_of_each_finding_that_does_and_of_no_other(monkeypatch, capsys):
    """By hand it failed on those that do not limp, with nothing to say of them."""
    monkeypatch.setattr(scoreboard, "scores", functools.partial(scores, size=64))
    scoreboard.main(["keller2000", "derubeis2005"])
    before, limps = capsys.readouterr().out.split("What limps\n")
    outside = before.partition("What stays outside, and why\n")[2].splitlines()
    assert [line for line in outside if line] == [*misses(scores(only={"keller2000", "derubeis2005"}, size=64))]
    assert any(outside)
    said = limps.partition("\n\n")[0].splitlines()
    caveats = {(figure.id, figure.caveat) for figure in figures() if figure.caveat}
    meant = [(id, caveat) for id, caveat in caveats if id in {"keller2000", "derubeis2005"}]
    assert sorted(said) == sorted(f"  {toolkit.finding(id).short}: {caveat}" for id, caveat in meant)
    assert meant


@pytest.mark.slow
def test_same_seed_same_scores():
    assert scores(only={"keller2000", "hollon2005"}, size=1024) == scores(only={"keller2000", "hollon2005"}, size=1024)
    assert scores(only={"keller2000"}, size=1024) != scores(only={"keller2000"}, size=1024, seed=5)


def test_a_finding_that_is_not_scored_is_refused():
    with pytest.raises(ValueError, match="goldapple2004: not scored"):
        scores(only={"goldapple2004"})


@pytest.mark.slow
def test_without_treatment_effects_most_comparisons_are_missed(board):
    """A toy whose treatments do nothing is caught out: it misses most comparisons, and far more than the toy does."""
    untreated = scores(UNTREATED, size=SMALL)
    judged = [place for place, one in enumerate(board) if one.figure.versus and one.inside is not None]
    missed, missed_untreated = (sum(not some[place].inside for place in judged) for some in (board, untreated))
    assert missed_untreated > len(judged) / 2
    assert missed_untreated > missed


@pytest.mark.slow
@pytest.mark.parametrize(
    "label", ["response to medication, 12 weeks", "relapse in a year, medication kept", "hazard of relapse"]
)
def test_the_interval_holds_what_the_toy_itself_would_report(label):
    """Small trials on other toy patients, each arm with people of its own, fall inside about 95 times in 100."""
    figure = next(figure for figure in figures() if label in figure.says)
    sizes = figure.n or (238, 240)
    figure = dataclasses.replace(figure, n=sizes)
    trial = trials()[figure.trial]
    interval = score(figure, trial.run({}, 8192, 2), 2)
    fresh = trial.run({}, 20_000, 9)
    arms = [count(fresh, figure.counted, arm, figure.week, figure.who) for arm in (figure.arm, figure.versus) if arm]
    many = min(len(arm) // n // len(arms) for arm, n in zip(arms, sizes, strict=True))
    # The first arm takes its people from the front, the second from the back: nobody is in both.
    ends = (slice(None, many * sizes[0]), slice(-many * sizes[-1], None))
    cut = [arm[end] for arm, end in zip(arms, ends, strict=False)]
    values = MEASURES[figure.measure](*(arm.reshape(many, n) for arm, n in zip(cut, sizes, strict=True)))
    assert many >= 10
    assert np.mean((interval.low <= values) & (values <= interval.high)) == pytest.approx(
        0.95, abs=0.03 + 1.5 / np.sqrt(many)
    )


@pytest.mark.slow
def test_hazard_ratio_agrees_with_cox():
    import lifelines
    import pandas

    random = np.random.default_rng(4)
    ours, theirs = (np.ceil(random.exponential(scale, 3000)) for scale in (90, 45))
    ours, theirs = (np.where(weeks > 52, np.inf, weeks) for weeks in (ours, theirs))
    weeks = np.concatenate([ours, theirs])
    rows = {"weeks": np.minimum(weeks, 52), "event": np.isfinite(weeks), "ours": np.arange(6000) < 3000}
    cox = lifelines.CoxPHFitter().fit(pandas.DataFrame(rows).astype(float), "weeks", "event")
    assert MEASURES["hazard ratio"](ours, theirs) == pytest.approx(cox.hazard_ratios_["ours"], rel=0.02)


def test_measures_take_many_trials_at_once():
    random = np.random.default_rng(3)
    many = random.integers(0, 2, (2, 5, 40))
    for name, measure in MEASURES.items():
        arms = many[:1] if name == "mean" else many
        together = measure(*arms)
        assert together == pytest.approx([measure(*(arm[trial] for arm in arms)) for trial in range(5)])


def test_a_pooled_interval_is_moved_to_the_toys_own_figure():
    """Of even width for a difference, of even ratio for a ratio."""
    for one in scores(only={"jakobsen2017_ssri", "cuijpers2020_nma"}, size=1024):
        low, high = one.figure.ci
        if one.figure.measure in RATIOS:
            assert (one.high / one.predicted, one.predicted / one.low) == pytest.approx(
                (one.figure.published / low, high / one.figure.published)
            )
        else:
            assert one.high - one.low == pytest.approx(high - low)


@pytest.mark.slow
def test_the_table_names_every_figure_and_counts_fitted_ones_apart(board):
    lines = list(table(board))
    assert len(lines) == 1 + len(board) + 2
    assert "used for fitting" in lines[-2]
    assert "not used for fitting" in lines[-1]
    judged = sum(one.inside is not None and not one.figure.fits for one in board)
    assert f"by chance alone {by_chance(judged)} would be outside" in lines[-1]
    assert sum("fitted: " in line for line in lines) == sum(bool(one.figure.fits) for one in board)


@pytest.mark.slow
def test_a_table_of_figures_that_none_can_judge_says_so(board):
    unjudged = [one for one in board if one.inside is None and not one.figure.fits]
    *_, last = table(unjudged)
    assert last.endswith(f"0 inside, 0 outside, {len(unjudged)} not judged")


@pytest.mark.slow
def test_reasons_are_gathered_with_their_figures_and_a_missing_one_is_said(board):
    one = next(one for one in board if one.inside)
    astray = dataclasses.replace(one, low=one.predicted, high=one.predicted)
    other = dataclasses.replace(astray, figure=dataclasses.replace(one.figure, outside=""))
    known = dataclasses.replace(astray, figure=dataclasses.replace(one.figure, outside="their people were older"))
    lines = list(misses([one, known, known, other]))
    assert lines == [
        f"   2 their people were older: {one.figure.label}; {one.figure.label}",
        f"   1 no reason known: {one.figure.label}",
    ]


@each_figure
def test_what_is_said_of_a_figure_points_to_records_that_are_there(figure):
    ids = {finding.id for finding in toolkit.findings()}
    assert set(LIKE_AN_ID.findall(f"{figure.caveat} {figure.outside}")) <= ids


@pytest.mark.parametrize(("judged", "words"), [(120, "about 6 (1 to 11)"), (20, "about 1 (0 to 3)")])
def test_chance_alone_misses_one_in_twenty(judged, words):
    assert by_chance(judged) == words


def test_a_figure_without_size_or_interval_is_not_judged():
    figure = Figure("keller2000", "x", 0.5, None, "acute", "mean", "response", "both", 12)
    assert Score(figure, 0.5).inside is None


@pytest.mark.slow
def test_the_command_prints_table_limps_and_silences():
    command = [sys.executable, "-W", "error", "-m", "toolkit.evidence.scoreboard", "keller2000"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout
    assert "Keller 2000: response to both, 12 weeks" in printed
    assert "Walkup" not in printed
    assert "goldapple2004: imaging" in printed
