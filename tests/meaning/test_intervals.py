"""Intervals hold their value, in every picture and record, and verdicts are those of the numbers beside them.

By hand it was seen to fail on: ends of an interval swapped in `said.size`; `turned` dropped from an interval of `who_gains`;
"does" and "does not" swapped in `how_would_we_know.told`; `low > 0 or high < 0`
made `and`; `beyond` counting with the other sign.
"""

import re

import numpy as np
import pytest

import toolkit
from tests.meaning.lived import SLUGS, settings
from tests.play.said import agrees
from toolkit.evidence import FACTORIAL
from toolkit.evidence.study_figures import StudyFigure

each_lesson = pytest.mark.parametrize("slug", SLUGS)


def arms_of(picture):
    """(name, arm) of every interval drawn, both its arms."""
    for trace in picture["data"]:
        error = trace.get("error_x", {})
        for side in ("array", "arrayminus"):
            yield from ((trace["name"], arm) for arm in np.asarray(error.get(side, []), dtype=float))


@each_lesson
def test_no_interval_has_an_arm_of_less_than_nothing(slug):
    for shown in settings(slug).values():
        drawn = [*arms_of(shown.chart), *arms_of(shown.studies_chart)]
        assert [name for name, arm in drawn if arm < -1e-9] == [], str(shown)


def test_intervals_of_records_hold_their_value_and_are_wider_than_nothing():
    for found in toolkit.findings():
        for part in (*found.arms, *found.other_effects, found.effect):
            if part is not None and part.ci and part.value is not None:
                low, high = part.ci
                assert low <= part.value <= high, f"{found.id}: {part}"
                assert low < high, f"{found.id}: {part}"


def test_a_share_of_those_who_did_not_has_its_interval_turned_too():
    value, low, high = StudyFigure(finding="reynolds1999", arm="nortriptyline + IPT", how="turned").value
    ends = toolkit.finding("reynolds1999").arm("nortriptyline + IPT").ci
    assert (low, high) == pytest.approx((100 - 100 * ends[1], 100 - 100 * ends[0]))
    assert low < value < high


RATIO = re.compile(r"\b(odds|hazard|risk|rate) ratio|^(RR|OR|HR|IRR)\b|\bRR\b|\bOR\b|\bHR\b", re.IGNORECASE)


def test_a_ratio_lies_above_0_and_its_p_goes_with_its_interval():
    for found in toolkit.findings():
        for effect in (found.effect, *found.other_effects):
            if effect is None or "ln" in effect.measure or "log" in effect.measure:
                continue
            ratio = bool(RATIO.search(effect.measure))
            if ratio:
                assert effect.value > 0, f"{found.id}: {effect}"
            if effect.ci and isinstance(effect.p, float):
                none = 1.0 if ratio else 0.0
                leaves_out = not effect.ci[0] <= none <= effect.ci[1]
                assert leaves_out == (effect.p < 0.05) or abs(effect.p - 0.05) < 0.02, f"{found.id}: {effect}"


# --- verdicts, worked out anew from the numbers in the same sentence ---


def adding_verdict(both, expected):
    beyond = both - expected
    return "about as many" if abs(beyond) <= 2 else f"{abs(beyond)} {'more' if beyond > 0 else 'fewer'}"


def test_lesson_03_more_fewer_and_about_as_many_are_those_of_the_people_said():
    for shown in settings("03_additive_effect").values():
        [both] = re.findall(r"With both, (\d+) of 100", shown.sentence)
        for said in (shown.sentence, shown.studies_sentence):
            found = re.findall(r"(\d+) with [\w ]+ \(([\w ]+) were seen\)", said)
            assert len(found) == (3 if shown.values["neither"] != "nobody" else 0), str(shown)
            for expected, verdict in found:
                assert verdict == adding_verdict(int(both), int(expected)), str(shown)


def sums(nothing, one, other):
    """What adding up would give, in percent, on the three scales: written down here once more, from their definitions."""
    still_ill = (1 - one) * (1 - other) / (1 - nothing)
    odds = [share / (1 - share) for share in (nothing, one, other)]
    multiplied = odds[1] * odds[2] / odds[0]
    return {
        "gains added": 100 * (one + other - nothing),
        "those left": 100 * (1 - still_ill),
        "odds multiplied": 100 * multiplied / (1 + multiplied),
    }


def test_lesson_03_counts_the_intervals_that_leave_out_each_sum():
    said = next(iter(settings("03_additive_effect").values())).studies_sentence
    asked = [
        one for one in FACTORIAL if one.id not in {"reynolds1999", "reynolds2006", "combine2006", "nordahl2016_sad"}
    ]
    assert said.startswith(f"{len(asked)} rows from {len({one.id for one in asked})} trials ask")
    real = []
    for one in asked:
        arms = [toolkit.finding(one.id).arm(name, one.outcome, one.weeks) for name in one.arms]
        ends = arms[3].ci or (arms[3].n and toolkit.model.proportion(arms[3].value * arms[3].n, arms[3].n)[1:])
        if ends:
            real.append(([arm.value for arm in arms[:3]], [100 * end for end in ends]))
    assert f"{len(real)} of them have an interval" in said
    for scale in ("gains added", "those left", "odds multiplied"):
        above = sum(low > sums(*shares)[scale] for shares, (low, _) in real)
        below = sum(high < sums(*shares)[scale] for shares, (_, high) in real)
        assert f"with {scale} in {above + below} ({above} above it, {below} below it)" in said, scale


def test_lesson_05_least_is_said_only_where_it_is_so():
    for shown in settings("05_opening_the_door").values():
        learned = [round(gain.learned_with) for gain in shown.result.gains.values()]
        assert ("they have learned least" in shown.sentence) == (
            learned[-1] == min(learned) < learned[0] - 1 and "helps learning most" in shown.sentence
        ), str(shown)


def test_lesson_16_a_trial_finds_it_where_its_interval_leaves_0_out():
    for shown in settings("16_how_would_we_know").values():
        found, gain, low, high = re.search(
            r"(?:This|this) one (does|does not): both .*?by (-?[\d.]+) [a-z0-9 ]+, and the data fit anything from "
            r"(-?[\d.]+) to (-?[\d.]+)\.(?= |$)",
            shown.sentence,
        ).groups()
        low, gain, high = float(low), float(gain), float(high)
        assert low <= gain <= high, str(shown)
        assert found == ("does not" if low <= 0 <= high else "does"), str(shown)


def test_lesson_16_studies_are_called_inside_or_outside_by_their_own_numbers():
    for shown in settings("16_how_would_we_know").values():
        counted = re.search(
            r"design: (\d+)\. Inside the model's interval (\d+), outside (\d+)\. The model was set to (\d+) ",
            shown.studies_sentence,
        )
        every, *counts = map(int, counted.groups())
        found = dict.fromkeys(("Inside", "Outside", "Set to fit"), 0)
        for verdict, listed in re.findall(r"^(Inside|Outside|Set to fit): (.*)$", shown.studies_sentence, re.MULTILINE):
            for value, low, high in re.findall(r"(-?[\d.]+) \(model (-?[\d.]+) to (-?[\d.]+)\)", listed):
                found[verdict] += 1
                inside = float(low) - 0.006 <= float(value) <= float(high) + 0.006
                outside = not float(low) + 0.006 <= float(value) <= float(high) - 0.006
                assert verdict == "Set to fit" or (inside if verdict == "Inside" else outside), listed
        assert [every, *counts] == [sum(found.values()), *found.values()], str(shown)


def test_lesson_16_many_trials_leave_0_out_as_often_as_is_said():
    for shown in settings("16_how_would_we_know").values():
        gain, error = shown.result.again
        share = 100 * (np.abs(gain) > 1.96 * error).mean()
        told = re.search(r"(\d+) of 100 trials like this one find", shown.sentence)[1]
        assert agrees(told, np.array([share])), str(shown)
        nothing = shown.values["truth"] == "none"
        assert ("something all the same: false alarms" in shown.sentence) == nothing, str(shown)
        assert ("There is nothing to find" in shown.sentence) == nothing, str(shown)


def test_lesson_04_both_is_said_to_be_exactly_the_sum_only_where_it_is():
    for shown in settings("04_bottom_up_top_down").values():
        gains = {
            tool: np.array(
                [shown.at(f"{tool}, {level} (points)", shown.values["week"]) for level in ("body", "thinking")]
            ).mean()
            for tool in ("medication", "therapy", "both")
        }
        more = gains["both"] - gains["medication"] - gains["therapy"]
        assert ("exactly the two added" in shown.sentence) == (abs(more) < 1e-6), str(shown)
        percent = re.search(r"the two added: (\d+)\s%", shown.sentence)
        assert int(percent[1]) == pytest.approx(
            100 * gains["both"] / (gains["medication"] + gains["therapy"]), abs=0.51
        )


def test_lesson_04_studies_fit_or_do_not_as_their_marks_say():
    shown = next(iter(settings("04_bottom_up_top_down").values()))
    labels = shown.studies_chart["layout"]["yaxis"]["ticktext"]
    marked = [sum(label.startswith(mark) for label in labels) for mark in "▲▼◆"]
    said = re.search(r"For the claim: (.*?)\. Against it: (.*?)\. Mixed: (.*?)\. They", shown.studies_sentence)
    assert [len(part.split(", ")) for part in said.groups()] == marked
