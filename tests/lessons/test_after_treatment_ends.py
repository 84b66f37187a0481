"""Lesson 10: what each preset says is what the toy shows, each switch does what it says, and the tasks know their answers."""

import numpy as np
import pytest

import toolkit
from tests.lessons.test_trust_and_staying_on import at, quoted
from toolkit.lessons.after_treatment_ends import tapering
from toolkit.lessons.stopping_trials import TRIALS
from toolkit.lessons.studies import panel_rows
from toolkit.model import Taper


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(10).explorer()


def shares(explorer, name=None, **changes):
    return at(explorer, name, **changes).shares


def test_the_famous_trial_is_met_after_therapy_and_missed_after_stopping(explorer):
    """hollon2005: 31, 76 and 47 %, no longer fitted; the words say where the toy has too little."""
    seen = dict(
        zip(
            ("therapy", "stopped", "kept"),
            np.mean([list(shares(explorer, seed=seed).values()) for seed in range(1, 5)], axis=0),
            strict=True,
        )
    )
    published = {name: share for name, (share, *_) in TRIALS["hollon2005"].relapsed.items()}
    assert seen["therapy"] == pytest.approx(published["therapy"], abs=4)
    assert seen["therapy"] == pytest.approx(seen["kept"], abs=3), "therapy over protects like the medicine kept"
    assert seen["stopped"] < published["stopped"] - 10
    assert seen["kept"] < published["kept"] - 10
    explorer.reset()
    numbers = {name: f"here {share:.0f} %" for name, share in explorer.result.shares.items()}
    assert f"76 % ({numbers['stopped']})" in quoted(10)
    assert f"47 % ({numbers['kept']})" in quoted(10)


def test_who_is_swapped_to_a_dummy_pill_goes_on_being_seen_and_who_ended_therapy_does_not():
    for trial in TRIALS.values():
        end = trial.well + trial.follow
        edges = np.arange(end + 1)
        for name, plan in trial.plans(trial.well, None, end).items():
            assert plan.has_visits(edges).all() == (name != "therapy"), (trial.id, name)


def test_people_who_fall_ill_twice_as_often_meet_hollon_but_not_after_therapy(explorer):
    """The mission: one slider brings two of the three marks, and the hazard ratio hardly moves."""
    before, seen = at(explorer), at(explorer, fragile=2.0)
    published = TRIALS["hollon2005"].relapsed
    for name in ("stopped", "kept"):
        assert seen.shares[name] == pytest.approx(published[name][0], abs=5)
    assert seen.shares["therapy"] > published["therapy"][0] + 15
    assert seen.ratios["kept", "stopped"].value == pytest.approx(before.ratios["kept", "stopped"].value, abs=0.05)


def test_skills_that_fade_undo_what_therapy_left_and_nothing_else(explorer):
    before, after = shares(explorer), shares(explorer, "Skills that fade")
    assert before["therapy"] == pytest.approx(before["kept"], abs=4)
    assert after["therapy"] > after["kept"] + 8
    assert (after["stopped"], after["kept"]) == (before["stopped"], before["kept"])


def test_what_was_learnt_on_the_medicine_stays_with_it(explorer):
    tied, free = shares(explorer, "Learnt on the medicine"), shares(explorer, "Learnt on the medicine", state=0.0)
    assert free["both ended"] < tied["both ended"] - 8
    assert tied["stopped"] == free["stopped"]
    in_the_famous_trial = [shares(explorer, state=state) for state in (0.0, 1.0)]
    assert in_the_famous_trial[0] == in_the_famous_trial[1]


def test_two_valleys_predict_the_opposite_until_shaken_hard(explorer):
    one, two = shares(explorer), shares(explorer, "A tipping point")
    assert one["stopped"] > 45
    assert two["stopped"] < 10
    assert all(share < 10 for share in two.values())
    shaken = shares(explorer, "A tipping point", shaken=2.2)
    assert shaken["stopped"] > 60
    assert shaken["stopped"] > shaken["kept"] + 30
    assert shaken["therapy"] > 50  # and there it misses the trial


def test_a_way_down_postpones_relapse_and_the_body_misses_less_at_a_time(explorer):
    once, slowly = at(explorer), at(explorer, "Step by step down")
    assert slowly.curves["stopped"].at(20) > once.curves["stopped"].at(20) + 0.07
    assert once.shares["stopped"] - 15 < slowly.shares["stopped"] < once.shares["stopped"]


def test_stopping_later_moves_the_fall_to_the_right(explorer):
    now, later = at(explorer), at(explorer, later=24)
    assert later.curves["stopped"].at(24) == pytest.approx(later.curves["kept"].at(24))
    assert later.curves["stopped"].at(52) < later.curves["kept"].at(52) - 0.07
    assert now.curves["stopped"].at(24) < later.curves["stopped"].at(24) - 0.1


def test_long_term_users_ratio_and_level_after_stopping_fit(explorer):
    """lewis2021_antler: 39 and 56 %, hazard ratio 2.06 (1.56 to 2.70) for stopping."""
    seen = at(explorer, "Long-term users")
    low, high = toolkit.finding("lewis2021_antler").effect.ci
    assert 1 / high < seen.ratios["kept", "stopped"].value < 1 / low
    assert seen.shares["stopped"] == pytest.approx(56, abs=6)
    assert 39 - 13 < seen.shares["kept"] < 39 - 4, "fewer than in the trial, as the words say"


def test_over_59_the_order_fits_and_the_size_does_not(explorer):
    """reynolds1999: 90, 43, 64 and 20 %."""
    seen, published = shares(explorer, "Over 59"), TRIALS["reynolds1999"].relapsed
    assert sorted(seen, key=seen.get) == sorted(published, key=lambda name: published[name][0])
    assert seen["both ended"] < 90 - 8
    assert seen["both kept"] > 20 + 8
    kept_to = shares(explorer, "Over 59", faithful=True)
    assert max(seen, key=lambda name: abs(kept_to[name] - seen[name])) == "both kept"


def test_70_and_over_the_toy_does_not_know_that_therapy_did_nothing(explorer):
    """reynolds2006: 58 and 68 % without medicine, with therapy the higher."""
    published = TRIALS["reynolds2006"].relapsed
    assert published["therapy kept"][0] > published["both ended"][0]
    gains = []
    for seed in range(1, 5):
        seen = shares(explorer, "70 and over", seed=seed)
        gains.append(seen["both ended"] - seen["therapy kept"])
    assert min(gains) > 3
    assert np.mean(gains) > 4.5


def test_medicine_protects_after_both_as_in_the_trial_but_so_does_earlier_therapy(explorer):
    """derubeis2020_phase2: 0.46 and 0.47, and no protection left by therapy. The toy's second half misses."""
    seen = at(explorer, trial="derubeis2020_phase2")
    ratios = [ratio.value for ratio in seen.ratios.values()]
    assert all(0.3 < ratio < 0.75 for ratio in ratios)
    assert seen.shares["both ended"] < seen.shares["stopped"] - 10


def test_numbers_followed_are_those_still_well(explorer):
    columns, seen = explorer.table(), explorer.result
    for place, name in enumerate(seen.weeks):
        followed = list(columns.values())[2 + 2 * place]
        assert followed[0] == len(seen.weeks[name])
        assert (np.diff(followed) <= 0).all()
        lost = seen.relapsed[name].sum() / len(seen.weeks[name])
        assert 100 * lost == pytest.approx(seen.shares[name])


def test_the_guess_stays_on_the_picture():
    lesson = toolkit.lessons.lesson(10)
    guess = lesson.predict()
    played = lesson.explorer(guess)
    guess.answer("About 30")
    assert guess.traces(played.result)[0]["y"][0] == 70
    assert guess.compare(played.result) == "Your guess: about 30 of 100 after therapy. In this picture: 31."
    assert "your guess" in [trace["name"] for trace in played.view["figure"]["data"]]
    guess.answer(None)
    assert "your guess" not in [trace["name"] for trace in played.view["figure"]["data"]]


def test_largest_steps_of_the_three_ways():
    """Occupancy 0.8 at the usual dose: 80 at once, 33 in eight equal steps of dose, 10 in eight of occupancy."""
    steps = [tapering.largest_step(tapering.doses(way)) for way in tapering.WAYS]
    np.testing.assert_allclose(steps, [80, 33.3, 10], atol=0.1)
    assert len(tapering.doses("linear")) == Taper().steps + 1


@pytest.mark.parametrize("step_weeks", [1, 4, 8])
def test_a_slow_way_down_spreads_what_is_missed_and_does_not_shrink_it(step_weeks):
    sums, peaks = {}, {}
    for way in tapering.WAYS:
        weeks, _, missed = tapering.descent(way, step_weeks)
        sums[way], peaks[way] = missed.sum() / 7, missed.max()
        assert weeks[0] == -2
    assert peaks["abrupt"] > peaks["linear"] > peaks["hyperbolic"]
    np.testing.assert_allclose(list(sums.values()), sums["abrupt"], rtol=0.05)


def test_the_way_down_follows_the_explorer(explorer):
    down = tapering.tapering(explorer)
    before = down.sentence
    explorer.set(way="linear")
    assert down.sentence != before
    assert "Chosen: equal steps of dose" in down.sentence


def test_tasks_know_the_right_answer_and_what_went_wrong(explorer):
    lesson = toolkit.lessons.lesson(10)
    median, ratio, decides, responders, code = (lesson.task(number) for number in range(1, 6))
    curve = explorer.result.curves["stopped"]
    assert median.answer(float(curve.weeks[np.argmax(curve.share <= 0.75)])).startswith("Yes")
    assert ratio.answer(np.log(0.61) / np.log(0.44)).startswith("Yes")
    for task in (median, ratio):
        replies = [task.answer(wrong) for wrong in task.hints]
        assert len({*replies, task.hint, task.reply_when_right}) == len(replies) + 2
        assert not task.right
    for task in (decides, responders):
        assert [reply for reply in task.replies if task.judge(reply)[0]] == [
            reply for reply in task.replies if task.answer(reply).startswith("Yes")
        ]
    assert "Well done" in code.check(tapering.largest_step)
    assert "Well done" not in code.check(lambda doses: 100 * max(np.subtract(doses[:-1], doses[1:])))


STUDIES = toolkit.lessons.lesson(10).study_panels


def test_published_rows_are_the_findings():
    relapsed, hazards = (panel_rows(panel, toolkit.lessons.lesson(10).explorer().result) for panel in STUDIES)
    rows = {row.label: row.published for row in relapsed}
    assert rows["▲ Geddes 2003: 31 trials"]["kept"][0] == pytest.approx(18)
    assert rows["▼ Reynolds 2006: 70 and over, 2 years"]["both kept"][0] == pytest.approx(35)
    assert rows["▲ Reynolds 1999: over 59, 3 years"]["both ended"][1:] == pytest.approx((79, 100))
    values = [row.published[""][0] for row in hazards if row.published]
    assert values == pytest.approx([1 / 2.06, 0.47, 0.46])


def test_numbers_in_the_words_are_those_of_the_findings():
    said, share = quoted(10), lambda id, *where: round(100 * toolkit.finding(id).arm(*where).value)
    well, stopped, kept = (round(100 * arm.value) for arm in toolkit.finding("hollon2005").arms)
    withdrawn = share("henssler2024_withdrawal", "stopping antidepressant", "any discontinuation symptom")
    dummy = share("henssler2024_withdrawal", "stopping placebo", "any discontinuation symptom")
    reynolds = [round(part) for part, *_ in TRIALS["reynolds1999"].relapsed.values()]
    for words in (
        f"{well} % relapsed within a year, after a stopped medicine {stopped} %, on a kept one {kept} %",
        f"{toolkit.finding('cuijpers2013_enduring').effect.value:.1f} times the odds",
        f"{share('geddes2003', 'continued antidepressant')} against {share('geddes2003', 'switched to placebo')} %",
        f"{share('lewis2021_antler', 'maintenance')} against {share('lewis2021_antler', 'discontinuation')} %",
        f"{100 - share('lewis2021_antler', 'discontinuation')} % of those who stopped did *not* relapse",
        f"{withdrawn} % had at least one symptom after stopping an antidepressant, {dummy} %",
        "{}, {}, {} and {} % were published".format(*reynolds),
    ):
        assert words in said


def test_where_a_trial_of_few_people_is_quoted_its_intervals_stand_beside():
    """hollon2005: 104 people in three groups, P = .20 for therapy over against medicine kept."""
    ends = " ".join(f"{low:.0f} to {high:.0f}" for _, low, high in TRIALS["hollon2005"].relapsed.values())
    assert ends == "18 to 47 60 to 87 32 to 63"
    assert "104" in toolkit.finding("hollon2005").population
    assert "CT vs continuation P=.20" in toolkit.finding("hollon2005").arithmetic_check
    for number in (1, 10):
        assert "18 to 47, 60 to 87 and 32 to 63 %" in quoted(number)
    replies = toolkit.lessons.lesson(10).predict().replies
    assert "fewer" not in " ".join(replies.values())
    assert "could be chance (P = .20)" in replies["About 50"]


def test_the_miss_that_the_words_admit_is_the_toys(explorer):
    seen = shares(explorer, "Over 59")
    assert "the toy has {:.0f}, {:.0f}, {:.0f} and {:.0f} %".format(*seen.values()) in quoted(10)


def test_the_figures_on_both_together_are_the_findings():
    """karyotaki2016, front2024_enduring, breedvelt2020, nordahl2016_sad, reynolds1999."""
    karyotaki, later, breedvelt, nordahl = map(
        toolkit.finding, ("karyotaki2016", "front2024_enduring", "breedvelt2020", "nordahl2016_sad")
    )
    assert "19 RCTs" in later.population
    assert "11 trials" in breedvelt.population
    assert "P = .06" in toolkit.finding("reynolds1999").caveat
    alone, both = (100 * nordahl.arm(f"cognitive therapy{more}").value for more in ("", " + paroxetine"))
    said = quoted(10)
    for words in (
        f"(odds of a good outcome {karyotaki.effect.value})",
        f"(risk ratio {breedvelt.effect.value}, 11 trials)",
        f"({breedvelt.other_effects[0].value}; Breedvelt 2020)",
        f"{alone:.0f} % had recovered a year later with therapy alone, {both:.0f} % with both",
        "(P = .06; Reynolds 1999)",
    ):
        assert words in said
