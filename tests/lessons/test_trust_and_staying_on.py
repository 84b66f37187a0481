"""Lesson 07: one link from three worlds, what giving trust does, the chain from staying on to an effect, and its missions."""

import nbformat
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import toolkit
from tests.notebooks.refresh import NOTEBOOKS
from toolkit.explore import Run
from toolkit.lessons.studies import panel_rows
from toolkit.lessons.trust_and_staying_on.people import CLEARLY, GROUPS, Trust, run
from toolkit.model import BOTH, MEDICATION, POINTS, TRUST_WORLDS, Drug, simulate

LESSON = toolkit.lessons.lesson(7)


def at(**values):
    return run(**LESSON.opening | values)


@pytest.fixture
def explorer():
    return LESSON.explorer()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3, 77])
def test_three_worlds_one_link_and_three_answers(seed):
    """The surprise: the left picture is about the same in each, the right one is not."""
    seen = {arrow: at(arrow=arrow, seed=seed) for arrow in TRUST_WORLDS}
    links = [one.link for one in seen.values()]
    assert min(links) >= 10
    assert max(links) - min(links) <= 6
    assert seen["follows"].gain == 0
    assert 4 <= seen["both"].gain <= 11
    assert 15 <= seen["causes"].gain <= 21


@pytest.mark.slow
@pytest.mark.parametrize("arrow", TRUST_WORLDS)
def test_each_world_of_trust_gives_about_the_published_correlation(arrow):
    seen = [at(arrow=arrow, seed=seed).correlation for seed in range(1, 7)]
    assert np.mean(seen) == pytest.approx(toolkit.finding("fluckiger2018").effect.value, abs=0.04)


def test_halves_are_halves_and_their_middle_is_everybody():
    seen = at()
    assert seen.trusting.sum() == 500
    both = [seen.improved[group] for group in ("trust more", "trust less")]
    assert sum(both) / 2 == pytest.approx(seen.improved["as they were"])
    start = POINTS * seen.course.cohort.traits.burden
    fallen = start - seen.course.ratings(16)[seen.course.arm(BOTH)] >= CLEARLY
    assert seen.improved["as they were"][16] == pytest.approx(100 * fallen.mean())


@pytest.mark.slow
@given(rated=st.integers(0, 8))
@settings(max_examples=9, deadline=None)
def test_when_trust_is_rated_matters_only_where_recovery_comes_first(rated):
    assert at(rated=rated).link == at().link
    assert at(rated=rated).gain == at().gain
    asked = [abs(at(arrow="follows", rated=rated, seed=seed).link) for seed in (1, 2, 3)]
    assert np.mean(asked) < 7 if rated < 2 else np.mean(asked) > 3


def test_extra_trust_of_nothing_changes_nobody_and_more_helps_more():
    assert at(extra=0.0).gain == 0
    assert at(extra=0.1).gain < at(extra=0.2).gain < at(extra=0.3).gain
    for extra in (0.0, 0.1, 0.3):
        seen = at(arrow="follows", extra=extra)
        assert seen.gain == 0
        np.testing.assert_array_equal(seen.still(BOTH, given=True), seen.still(BOTH))


def test_moving_half_of_the_people_is_as_far_as_the_extra_trust():
    """The guess says so: as if they had moved from one half to the other."""
    seen = at()
    traits = seen.course.cohort.traits.alliance
    apart = traits[seen.trusting].mean() - traits[~seen.trusting].mean()
    more = seen.given.cohort.traits.alliance.mean() - traits.mean()
    assert more == pytest.approx(apart, abs=0.06)


def test_pairs_are_the_share_of_pairs_of_a_bell():
    seen = at()
    random = np.random.default_rng(1)
    shared = random.multivariate_normal([0, 0], [[1, seen.correlation], [seen.correlation, 1]], size=(2, 200_000))
    apart = shared[0] - shared[1]
    assert seen.pairs == pytest.approx(100 * (apart[:, 0] * apart[:, 1] > 0).mean(), abs=0.4)


def test_everyday_care_most_stop_early_and_fewer_with_a_therapist_who_is_trusted():
    seen = at()
    monthly = -np.diff(seen.still(MEDICATION)[[0, 4, 8, 12, 16, 20, 24]])
    assert monthly[0] > 25
    assert monthly[0] == max(monthly)
    assert 4 < seen.still(BOTH, 16) - seen.still(MEDICATION, 16) < 13
    assert 1 < seen.still(BOTH, 16, given=True) - seen.still(BOTH, 16) < 6
    assert at(care="trial").still(BOTH, 16) > seen.still(BOTH, 16, given=True) + 10


@pytest.mark.parametrize("extra", [0.0, 0.3])
def test_where_nobody_talks_trust_does_nothing_for_the_tablets(extra):
    seen = at(together=0.0, extra=extra)
    for more in (False, True):
        np.testing.assert_array_equal(seen.still(BOTH, given=more), seen.still(MEDICATION))


def test_half_life_smooths_the_days_and_does_not_bring_back_what_was_not_taken():
    short, long = (at(missed=30, half_life=half) for half in (0.5, 7.0))
    assert short.levels.std() > 3 * long.levels.std()
    assert short.occupied < long.occupied - 0.04
    assert 0.70 < long.occupied < Drug().occupancy(0.7) < Drug().occupancy(1.0)


@pytest.mark.slow
@pytest.mark.parametrize("missed", [0, 20, 60])
def test_mean_level_is_the_share_of_days_taken(missed):
    diaries = [at(missed=missed, half_life=half, seed=seed).levels for half in (0.5, 7.0) for seed in range(8)]
    assert np.mean(diaries) == pytest.approx(1 - missed / 100, abs=0.06)


def test_hard_side_effects_bend_the_curve_early():
    gap = at().still(MEDICATION) - at(side_effects=3.0).still(MEDICATION)
    assert gap[6] > 5
    assert gap[26] - gap[10] < gap[10]


@pytest.mark.slow
@given(missed=st.sampled_from(range(0, 65, 5)), half_life=st.sampled_from([0.5, 1.1, 7.0]), week=st.integers(8, 26))
@settings(max_examples=12, deadline=None)
def test_the_chain_is_a_product_and_no_link_gains(missed, half_life, week):
    seen = at(missed=missed, half_life=half_life, week=week)
    assert seen.chain[0] == 100
    assert (np.diff(seen.chain) < 1e-9).all()
    assert seen.chain[3] == pytest.approx(seen.chain[1] * seen.occupied)
    assert seen.lost.sum() + seen.chain[3] == pytest.approx(100)


def test_by_way_of_staying_alone_trust_would_hardly_correlate():
    seen = at()
    only_staying = seen.course.model.replace({"contact.alliance": 0.0})
    course = simulate(seen.course.cohort, seen.course.plans, 26, only_staying, keep=("symptoms",))
    told = Trust("recovery", 16, course, course, seen.rated, seen.levels, seen.occupied)
    assert abs(told.correlation) < 0.1 < seen.correlation - 0.1


def test_the_picture_counts_people_as_the_sentence_does(explorer):
    for arrow in TRUST_WORLDS:
        explorer.set(arrow=arrow)
        seen = explorer.result
        dots = [trace for trace in LESSON.chart(seen)["data"] if trace["mode"] == "markers"]
        filled = [len(trace["x"]) for trace in dots if trace["marker"]["symbol"] == "circle"]
        groups = ("trust more", "trust less", "given more trust", "as they were")
        assert groups == GROUPS[:2] + GROUPS[:1:-1]
        assert filled == [seen.people(group) for group in groups]
        assert sum(len(trace["x"]) for trace in dots) == 400
        numbers = [f"{seen.people(group)} " for group in groups]
        assert all(number in explorer.sentence for number in numbers)


def test_a_link_below_nothing_has_a_true_minus(explorer):
    explorer.set(arrow="follows", rated=0)
    assert explorer.result.correlation < -0.02
    assert "correlation −0.0" in explorer.sentence
    assert " -" not in explorer.sentence


def test_fewer_helped_is_said_as_fewer():
    seen = at(show="recovery")
    turned = Trust("recovery", 16, seen.given, seen.course, seen.rated, seen.levels, seen.occupied)
    assert f"{-turned.gain} fewer of 100" in LESSON.sentence(turned)


def test_the_guess_stands_on_the_picture_as_so_many_more_people():
    seen = at()
    for more in LESSON.asked["guesses"]:
        drawn = LESSON.draw_guess(more, seen)
        if np.isfinite(more):
            assert 10 * (drawn[0]["y"][0] + 0.5) == pytest.approx(seen.people("as they were") + more)
            assert drawn[0]["xaxis"] == "x2"
        else:
            assert drawn == []
    assert LESSON.draw_guess(17, at(show="staying")) == []


def reached(place, **values):
    return LESSON.missions()[place].reached(Run(LESSON.opening | values, at(**values)))


@pytest.mark.slow
@pytest.mark.parametrize(("rated", "lost"), [(0, True), (1, True), (2, True), (3, False), (4, False), (8, False)])
def test_a_link_is_lost_by_asking_early_in_the_world_where_trust_follows(rated, lost):
    assert reached(0, arrow="follows", rated=rated) == lost
    assert not reached(0, arrow="causes", rated=rated)
    assert not reached(0, arrow="follows", rated=rated, week=26)


def test_help_is_not_found_where_trust_does_nothing_and_would_be_elsewhere():
    assert not any(reached(1, arrow="follows", extra=extra, seed=seed) for extra in (0.1, 0.3) for seed in (1, 2))
    assert at(arrow="both").gain >= 5


@pytest.mark.slow
@pytest.mark.parametrize(("half_life", "kept"), [(0.5, False), (1.1, False), (7.0, True)])
def test_only_a_long_half_life_forgives_so_many_days(half_life, kept):
    asked = {"show": "staying", "missed": 30, "half_life": half_life}
    assert reached(2, **asked) == kept
    assert not reached(2, **asked | {"missed": 25})
    assert not reached(2, **asked | {"show": "recovery"})


def test_days_lose_more_than_stopping_only_where_few_stop():
    assert not any(reached(3, show="staying", missed=60, half_life=half) for half in (0.5, 1.1, 7.0))
    assert reached(3, show="staying", missed=60, care="trial")
    assert not reached(3, show="staying", missed=40, care="trial", half_life=0.5)


def quoted(number):
    """The lesson's prose, with ordinary spaces."""
    notebook = nbformat.read(NOTEBOOKS / f"{toolkit.lessons.lesson(number).slug}.ipynb", as_version=4)
    words = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return " ".join(words.replace("\u00a0", " ").split())


def test_published_rows_are_the_findings():
    trust, odds, stay = (panel_rows(panel, at()) for panel in LESSON.study_panels)
    therapy, medication, model = trust
    assert therapy.published[""] == (0.278, 0.256, 0.299)
    assert medication.published[""][0] == pytest.approx(0.291, abs=0.001)
    assert model.toy[""] == pytest.approx(at().correlation)
    assert [row.published[""][0] for row in odds[:2]] == [1.62, 1.25]
    month = toolkit.finding("olfson2006")
    assert {arm: share for arm, (share, *_) in stay[0].published.items()} == {
        "medication": pytest.approx(100 * month.arm("without psychotherapy").value),
        "both": pytest.approx(100 * month.arm("with psychotherapy").value),
    }


def test_constants_of_the_equations_are_the_models():
    said, model = quoted(7), toolkit.Model()
    assert f"$e^{{{model.contact.alliance:.2f}\\,(A-0.6)}}$" in said
    assert f"$h$ is {model.adherence.stopping:g} a week in a trial's care and 0.11 in everyday care" in said
    assert f"-{model.adherence.alliance:.2f}\\, \\cdot\\, \\text{{coordination}}" in said
