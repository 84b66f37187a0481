"""What lesson 11's own words say of studies and of its model, and what holds it."""

import re

import numpy as np

import toolkit
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import also, answer, asks, guesses_are, hint, holds, never, says_numbers, takes
from tests.meaning.quotes.lesson_11 import (
    ANTLER,
    DRD,
    ELEVEN,
    HENSSLER,
    LESSON,
    WAYS,
    both_meet_the_trial,
    doses,
    drops,
    fewer_and_fewer,
    ill,
    kinds_differ,
    moved,
    nobody_compared,
    only_shares,
    places,
    seen,
    shows_no_doses,
    sides,
    slope_never_half,
    slow_is_felt_less,
    slow_spares,
    small_then_large,
)
from tests.meaning.quoting import across, fills, quotes, toy, why
from toolkit.lessons.coming_off import people
from toolkit.lessons.coming_off.people import KEPT, SLOPE, TIPPING
from toolkit.model import Drug


def figures(text):
    """The numbers of a sentence, as they are written."""
    return re.findall(r"\d+(?:\.\d+)?", text)


def well_and_ill(of):
    """Still well and ill again in each group, in the order in which they are said."""
    return [
        lambda seen, group=group, well=well: 100 - round(of(seen)[group]) if well else round(of(seen)[group])
        for group in (KEPT, SLOPE, TIPPING)
        for well in (True, False)
    ]


def last_is_worst():
    """The dashed line is furthest above the blue one after the last step, whatever the steps last."""
    for weeks in (1, 2, 8):
        way = moved(step_weeks=weeks).descent
        assert way.weeks[way.missed.argmax()] >= way.last


def longer_misses_less():
    missed = [moved(step_weeks=weeks).missed for weeks in (1, 2, 4, 8)]
    assert missed == sorted(missed, reverse=True)
    assert missed[-1] > 20
    assert {round(moved(step_weeks=weeks).largest) for weeks in (1, 8)} == {33}


def part_of_it_for_most_of_the_year():
    """With the longest steps something is taken until the last one, and that comes when the year is over."""
    assert moved(step_weeks=8).descent.last > people.YEAR
    assert drops("linear").min() > 0


def left_out_first():
    """Who is ill again before counting begins is in no count of that year."""
    there, ill_again = moved(way="hyperbolic", count="last").among(SLOPE)
    assert (~there).sum() > 100
    assert not (ill_again & ~there).any()


def taken_are_counted():
    """So many of 100 who feel withdrawal and are still well are counted as ill again."""
    for taken in (0, 25, 100):
        there = moved(taken=taken)
        assert np.isclose(there.counted[SLOPE] - there.ill[SLOPE], there.unwell[SLOPE] * taken / 100)


def flatter():
    """The less fills half, the less the last bit of a usual dose adds."""
    low, high = Drug(half_occupancy_level=0.05), Drug(half_occupancy_level=1.0)
    added = [drug.occupancy(1.0) - drug.occupancy(0.9) for drug in (low, high)]
    assert added[0] < added[1]


def chosen(control, option, check):
    """An option of a control is what it is called."""

    def hold():
        [found] = [one for one in LESSON.controls() if one.name == control]
        assert option in found.options
        check(moved(**{control: option}))

    return hold


def all_at_once(there):
    assert there.descent.last == 0
    assert there.largest == there.full


def eight(way, equal):
    """Eight steps of one length, equal in what is called."""

    def check(there):
        assert there.descent.last == (people.STEPS - 1) * 2
        assert people.STEPS == len(drops(way)) == 8
        assert np.ptp(equal()) < 1e-9

    return check


def dose_drops():
    return np.diff(doses("linear"))


def looks_like(**parts):
    """The arms that are drawn as each of these looks are such by their names in the records."""

    def hold():
        figures = [figure for row in LESSON.study_panels[0]["rows"] for figure in row.get("figures", ())]
        for who, part in parts.items():
            arms = [figure["arm"] for figure in figures if figure["who"] == who.replace("_", " ")]
            assert arms, who
            assert all(re.search(part, arm) for arm in arms), (who, arms)

    return hold


def titled(words):
    return lambda shown: words in shown.chart["layout"]["xaxis2"]["title"]["text"]


def of_each(name, people_of):
    """As many marks of a name as there are people, on the slope."""
    return lambda shown: (
        len(next(trace for trace in shown.chart["data"] if trace["name"] == name)["x"])
        == round(people_of(shown.result))
    )


@fills
def last_week():
    return f"{moved(step_weeks=8).descent.last}"


GENTLE = {"way": "linear", "half": 0.25}
QUOTES = [
    *quotes(
        "11 words",
        (
            "hook | What does a step down take away, and what can a year of watching tell?",
            says_numbers(ELEVEN, "The largest", lambda s: s.largest, lambda s: s.full),
            holds(lambda: people.YEAR == 52),
        ),
        (
            "tell the dose from the share of its target that it fills | say why withdrawal and relapse cannot always be told "
            "apart | compare two ideas of illness, and say what a trial would need to tell them apart | ask of a trial when "
            "its year begins and whom it leaves out",
            answer(11, 1, 33.3, hinted=(12.5, 10, 50)),
            answer(11, 2, "withdrawal, relapse or neither"),
            answer(11, 3, "stopped fast or stopped slowly at random"),
            answer(11, 4, "fallen ill before the last step"),
        ),
        (
            "A way down, and the year | studies | Published relapse beside the model's",
            toy(ELEVEN, OPENING, lambda s: "52 weeks" in s.chart["layout"]["xaxis2"]["title"]["text"]),
            toy(ELEVEN, OPENING, lambda s: "ill again" in s.studies_chart["layout"]["xaxis"]["title"]["text"]),
        ),
        (
            "Way down | help | In the model alone: shares of a usual dose, never a plan for anybody. | value | linear | "
            "options | abrupt | everything in one day | linear | eight equal steps of dose | hyperbolic | eight equal steps "
            "at the target",
            only_shares,
            holds(lambda: LESSON.opening["way"] == "linear"),
            chosen("way", "abrupt", all_at_once),
            chosen("way", "linear", eight("linear", dose_drops)),
            chosen("way", "hyperbolic", eight("hyperbolic", lambda: drops("hyperbolic"))),
        ),
        (
            "Each step lasts | help | Eight steps, the last one to nothing. No matter where there is only one. | value | low | "
            "high | step | unit | weeks",
            holds(lambda: (dose_drops().size, round(1 + dose_drops().sum(), 9)) == (8, 0)),
            holds(lambda: moved(way="abrupt", step_weeks=8).ill == moved(way="abrupt").ill),
            holds(lambda: moved(step_weeks=8).descent.last == 7 * 8),
        ),
        (
            "The year begins with | help | People who are ill again before that are left out of the count. | value | first | "
            "options | first | the first step | last | the last step",
            left_out_first,
            holds(lambda: (moved().start, moved(count="last").start) == (0, 14)),
        ),
        (
            "Withdrawal taken for relapse | help | Of 100 people who feel withdrawal, so many are counted as ill again.",
            taken_are_counted,
        ),
        (
            "Half the target is filled at | help | Smaller: the usual dose lies further up on the flat part of the curve.",
            flatter,
            holds(lambda: Drug(half_occupancy_level=0.4).occupancy(0.4) == 0.5),
        ),
        (
            "Equal steps of dose | says | Eight steps in the model, each as large as the others, two weeks each. Follow the "
            "blue line. Which step takes most from the target?",
            toy(ELEVEN, "Equal steps of dose", lambda s: (s.values["way"], s.values["step_weeks"]) == ("linear", 2)),
            small_then_large,
        ),
        (
            "Equal at the target | says | Now each step empties as much of the target as the others. Look at the 100 people on "
            "the right. Under which idea of illness do they gain by it, and under which hardly?",
            small_then_large,
            across(
                ELEVEN, "Equal at the target", OPENING, lambda s, o: s.result.ill[TIPPING] < o.result.ill[TIPPING] - 5
            ),
            across(
                ELEVEN, "Equal at the target", OPENING, lambda s, o: abs(s.result.ill[SLOPE] - o.result.ill[SLOPE]) < 2
            ),
        ),
        (
            "What nobody should do alone, as the model has it. Both ideas were set to meet one large trial here (Lewis 2021, "
            "called ANTLER). Could that trial tell you which idea is right?",
            both_meet_the_trial,
            why(ANTLER, "478 primary-care"),
            holds(lambda: toolkit.finding(ANTLER).short == "Lewis 2021" and "antler" in ANTLER),
            also("11", "That is why this trial cannot tell which is right"),
        ),
        (
            "Equal steps at the target once more, and the year begins with the last step. Who has been left out before the "
            "count begins?",
            toy(ELEVEN, "From the last step", lambda s: (s.values["way"], s.values["count"]) == ("hyperbolic", "last")),
            left_out_first,
        ),
        (
            "Equal steps of dose, and everybody who feels withdrawal is counted as ill again. How far from the truth is the "
            "trial's number now?",
            toy(ELEVEN, "Taken for relapse", lambda s: (s.values["way"], s.values["taken"]) == ("linear", 100)),
            toy(ELEVEN, "Taken for relapse", lambda s: s.result.counted[SLOPE] > s.result.ill[SLOPE] + 3),
            taken_are_counted,
        ),
        (
            "Keep to equal steps of dose, and make the steps as long as you like. Leave what stands under More alone. Can you "
            "bring what the body misses at one time down to 20 places of 100? (It misses what the dashed line has above the "
            "blue one.) | controls | Each step lasts",
            takes(11, "Is it a matter of time?", "Each step lasts", core=True),
            holds(lambda: [control.name for control in LESSON.controls() if control.more] == ["half"]),
            asks(
                11,
                "Is it a matter of time?",
                (True, GENTLE, {"missed": 20}),
                (False, GENTLE, {"missed": 20.1}),
                (False, GENTLE | {"way": "hyperbolic"}, {"missed": 20}),
                (False, GENTLE | {"half": 0.5}, {"missed": 20}),
            ),
        ),
        ("Where on the way down is the dashed line furthest above the blue one?", last_is_worst),
        (
            "It cannot be done here. Longer steps give the body more time between them. But the last step takes {} places, "
            "however long it waits. A step of dose that is small for the target at the top is large for it at the end.",
            seen(lambda there: there.largest, step_weeks=8),
            never(11, "Is it a matter of time?"),
            longer_misses_less,
            small_then_large,
        ),
        (
            "How large and how long steps should be for one person and one medication, nobody can read from a model. It is a "
            "good question to take to the person who prescribed it.",
            shows_no_doses,
            kinds_differ,
            also(
                "11 sheet",
                "medications and people differ. Let us write down that question for the person who prescribed it",
            ),
        ),
        (
            "On the slope, bring the people on the way down to within 4 of 100 of those who kept their medication. Let the "
            "year begin with the first step. | controls | Each step lasts",
            takes(11, "Looks as safe as staying", "Each step lasts", core=True),
            asks(
                11,
                "Looks as safe as staying",
                (True, {}, {"from_last": False, "ill": {SLOPE: 44, KEPT: 40, TIPPING: 60}}),
                (False, {}, {"from_last": False, "ill": {SLOPE: 44.1, KEPT: 40, TIPPING: 40}}),
                (False, {}, {"from_last": True, "ill": {SLOPE: 44, KEPT: 40, TIPPING: 40}}),
            ),
        ),
        ("What do people still take for most of a year if the steps are long?", part_of_it_for_most_of_the_year),
        (
            "With steps of eight weeks the last one comes in week {}, after the count has ended. So these people were still "
            "on a part of their medication, and the year tells nothing about being without it.",
            last_week(),
            part_of_it_for_most_of_the_year,
        ),
        (
            "Ask of every trial when its year begins. If it begins with the last step, ask who fell ill on the way and is not "
            "counted.",
            left_out_first,
            answer(11, 4, "How many had fallen ill before the last step?"),
        ),
        (
            "Let the year begin with the last step. Find a way down after which at most 50 of 100 are ill again on the slope. "
            "| controls | The year begins with | Way down | Each step lasts",
            takes(11, "Slow enough", "The year begins with", "Way down", "Each step lasts", core=False),
            asks(
                11,
                "Slow enough",
                (True, {}, {"from_last": True, "ill": {SLOPE: 50, TIPPING: 60}}),
                (False, {}, {"from_last": True, "ill": {SLOPE: 50.1, TIPPING: 40}}),
                (False, {}, {"from_last": False, "ill": {SLOPE: 40, TIPPING: 40}}),
            ),
        ),
        (
            "Try the slowest way that there is. Now look at the tipping point beside it. | reply | There is none. On a slope "
            "it is the medication that holds people, so a slow way only moves the time. At a tipping point it is the jolt "
            "that pushes people over, and a slow way spares them most of it. Under both, fewer people feel withdrawal on a "
            "slow way.",
            never(11, "Slow enough"),
            slope_never_half,
            slow_spares,
            slow_is_felt_less,
        ),
        (
            "We do not know which idea is nearer the truth, or for whom. Under both, many people stayed well: more than 40 of "
            "100. And under both, staying on is a choice too.",
            both_meet_the_trial,
            holds(lambda: max(max(moved(way=way, count="last").ill.values()) for way in WAYS) < 60),
            also("11", "staying on is a choice too"),
        ),
        (
            "Start from Everything in one day. Make a trial count at least 5 of 100 more as ill again than are, under both "
            "ideas. | controls | Withdrawal taken for relapse | hint | Some people feel unwell because of the stop. Who "
            "decides what that is? | recipe | preset | Everything in one day",
            takes(11, "Mistaken for illness", "Withdrawal taken for relapse", core=False),
            asks(
                11,
                "Mistaken for illness",
                (True, {}, {"ill": {SLOPE: 50, TIPPING: 50}, "counted": {SLOPE: 55, TIPPING: 55}}),
                (False, {}, {"ill": {SLOPE: 50, TIPPING: 50}, "counted": {SLOPE: 54.9, TIPPING: 55}}),
                (False, {}, {"ill": {SLOPE: 50, TIPPING: 50}, "counted": {SLOPE: 55, TIPPING: 54.9}}),
            ),
            toy(ELEVEN, "Everything in one day", lambda s: s.result.feels.any() and not s.result.mistaken),
        ),
        (
            "About {} of 100 are counted though they are not ill again.",
            seen(lambda there: there.unwell[SLOPE], way="abrupt", taken=100),
        ),
        (
            "Relapse and withdrawal can look alike: bad sleep, worry, low mood. When they began and how long they last may "
            "help to tell, and not always. If it happens to you, do not sort it out alone: call the person who prescribed it, "
            "the same day.",
            why(HENSSLER, "Withdrawal can be mistaken for relapse"),
            answer(11, 2, "It may be withdrawal, relapse or neither"),
            also("11 sheet", "Whoever feels worse calls the person who prescribed it, the same day"),
        ),
        (
            "In our model, a usual dose of a medication fills {} of 100 places at its target. Now the dose goes down in equal "
            "steps. When half of the dose is gone, how many places of 100 are still filled? | guesses | replies | About 20. "
            "Once it goes down, most of it is gone.",
            places(1.0),
            guesses_are(11, 20, 40, 67, 79),
            holds(lambda: LESSON.opening["way"] == "linear"),
        ),
        (
            "It may feel so, but think of the first half of the dose. It found an empty target, and the second half found one "
            "that was mostly filled. In the model, {} are still filled. | About 40. Half the dose, half the places. | That "
            "would be a straight line, and it is a fair first guess. But the more places are filled, the fewer are left for "
            "the next part of the dose. In the model, {} are still filled.",
            places(0.5),
            places(0.5),
            fewer_and_fewer,
            holds(lambda: Drug().occupancy(0.5) > 0.8 * Drug().occupancy(1.0) == 2 * 0.8 * 0.4),
        ),
        (
            "About {0}. Most of them. | Yes: {0}. The second half of the dose had found few empty places, so taking it away "
            "empties few. What is the other side of that, for the last small step?",
            places(0.5),
            fewer_and_fewer,
            small_then_large,
        ),
        (
            "About 79. Nearly all, until the last tablet. | You are right that little goes at first. But a part does: in the "
            "model, {} are still filled. And what goes last goes fast.",
            places(0.5),
            small_then_large,
        ),
        (
            "In the model, a dose of D usual doses fills D / (D + 0.25) of the target. The last of eight equal steps of dose "
            "goes from 0.125 usual doses to nothing. How many places of 100 does this step empty?",
            holds(lambda: np.isclose(drops("linear")[-1], LESSON.said_tasks[0]["right"], atol=0.05)),
            holds(lambda: Drug().half_occupancy_level == 0.25 and dose_drops()[-1] == -0.125),
        ),
        (
            "Yes: {} of 100, a third. One eighth of the dose had held a third of the target. | hint | Work out 0.125 / (0.125 "
            "+ 0.25), then turn it into places of 100. Without a dose, none is filled.",
            fills(lambda: f"{drops('linear')[-1]:.1f}")(),
            holds(lambda: np.isclose(0.125 / (0.125 + 0.25), 1 / 3) and 1 / people.STEPS == 0.125),
            holds(lambda: Drug().occupancy(0.0) == 0),
        ),
        (
            "That is the share of the dose. How much of the target does it fill? | given | reply | That is the full target in "
            "eight equal parts. These steps are equal in dose. | given | reply | That divides by 0.25 alone. The dose itself "
            "stands below the line as well.",
            hint(11, 1, 0, 100 / 8),
            hint(11, 1, 1, lambda: round(100 * Drug().occupancy(1.0) / 8, 9)),
            hint(11, 1, 2, 100 * 0.125 / 0.25),
        ),
        (
            "Two weeks after a step down, somebody sleeps badly, is dizzy and feels low. What can be said from that alone? | "
            "right | It may be withdrawal, relapse or neither, so the prescriber should hear of it now | replies | It is "
            "withdrawal, because it came soon | Soon makes it more likely, but a relapse can begin soon as well. What would "
            "you do if it were one? | It is a relapse, because the mood is low | Low mood belongs to both. Nobody can tell "
            "from one bad week, not even an expert.",
            answer(11, 2, "withdrawal, relapse or neither"),
            answer(11, 2, "the prescriber should hear of it now"),
            why("geddes2003", "withdrawal effects may be counted as relapse"),
            holds(lambda: (moved().days[KEPT] <= 14).any()),
        ),
        (
            "Yes. It is nobody's fault, and there is something to be done about each. With thoughts of not wanting to live, "
            "get help at once: the local emergency number. | It shows that the medication was never needed | Feeling worse "
            "without it shows nothing of the kind, in either direction.",
            answer(11, 2, "neither"),
            also("11", "nobody is to blame for it", "call your local emergency number"),
        ),
        (
            "Slope or tipping point? Which trial would tell the two apart best? | right | Everybody well on it: kept, stopped "
            "fast or stopped slowly at random, and all followed for years | replies | Everybody well on it: kept or stopped "
            "in one day, at random | Both ideas meet such a trial equally well: {} of 100 ill again. What would they say "
            "differently?",
            ill(SLOPE, way="abrupt"),
            answer(11, 3, "kept, stopped fast or stopped slowly at random"),
            both_meet_the_trial,
        ),
        (
            "Yes. On a slope the slow way ends where the fast one does. At a tipping point it ends near the people who kept "
            "it. None of the studies in our records has done this.",
            slope_never_half,
            slow_spares,
            nobody_compared,
        ),
        (
            "Whoever feels unwell may slow down or stop at once, and then the pace is not the cause. | Medication or dummy "
            "pill among people who are ill, for 8 weeks | That asks how people get well. The two ideas part on the way out.",
            answer(11, 3, "Everybody well on it"),
            answer(11, 3, "at random"),
            slow_spares,
            slope_never_half,
        ),
        (
            'A report says: "A year after the last step, people did as well as those who stayed on." Which question comes '
            "first? | right | How many had fallen ill before the last step? | replies | How many had fallen ill before the "
            "last step? | Yes. Whoever fell ill on the way never came to the last step, so nobody counted them. | How large "
            "were the steps? | Worth knowing. But first ask whether everybody who set out is in the count. | Did people want "
            "to stop? | That matters, above all for the people. But who is missing from this count? | Was the medication a "
            "good one? | It helped them to be well. The question is who is still there to be counted.",
            answer(11, 4, "How many had fallen ill before the last step?"),
            left_out_first,
        ),
        (
            "tapered | label | stepped down with therapy",
            looks_like(tapered="^(?:preventive CT|CBT).* taper"),
        ),
        (
            "tapered alone | label | stepped down without therapy",
            looks_like(tapered_alone="^clinical management.* taper"),
        ),
        ("both kept | label | medication kept with therapy", looks_like(both_kept=r"CT \+ antidepressant")),
        (
            "kept | label | medication kept",
            looks_like(
                kept="maintenance|continued|^antidepressant alone", stopped="discontinuation|switched to placebo"
            ),
        ),
        (
            "of 100 people, ill again | ends | hover | %{{x:.0f}} of 100 | rows | label | the model, as set above | toy | ill",
            toy(ELEVEN, OPENING, lambda s: "as set above: medication kept 39" in s.studies_sentence),
            sides(0, "▲", "◆", "○"),
        ),
        (
            "2 years | side | ▲ | figures | who | kept | arm | antidepressant alone | outcome | relapse or recurrence, "
            "cumulative | week | people | who | tapered | arm | preventive CT while tapering | outcome | relapse or "
            "recurrence, cumulative | week | people | who | both kept | arm | preventive CT + antidepressant | outcome | "
            "relapse or recurrence, cumulative",
            why(DRD, "24 months"),
            holds(lambda: {arm.time_weeks for arm in toolkit.finding(DRD).arms} == {104}),
        ),
        (
            "40 people, 2 years | side | ◆ | figures | who | tapered | arm | CBT of residual symptoms, drug tapered | outcome "
            "| relapse | week | who | tapered alone | arm | clinical management, drug tapered | outcome | relapse",
            why("fava1998", "40 people", "2-year follow-up"),
        ),
        ("31 trials | side | ○ | figures", why("geddes2003", "31 trials")),
        (
            "The largest of the eight steps takes {{largest:.0f}} of the {{full:.0f}} places that were filled. | one_step | "
            "The only step takes all {{full:.0f}} places that were filled.",
            says_numbers(ELEVEN, "The largest of the eight", lambda s: s.largest, lambda s: s.full),
            says_numbers(ELEVEN, "The only step", lambda s: s.full, setting="Everything in one day"),
        ),
        (
            "In the {{weeks}} weeks from the first step, of 100 people: medication kept {{well_kept:.0f}} still well, "
            "{{ill_kept:.0f}} ill again; on the slope {{well_slope:.0f}} still well, {{ill_slope:.0f}} ill again; at the "
            "tipping point {{well_tipping:.0f}} still well, {{ill_tipping:.0f}} ill again.",
            says_numbers(ELEVEN, "In the 52 weeks from the first", 52, 100, *well_and_ill(lambda s: s.ill)),
        ),
        (
            "In the {{weeks}} weeks from the last step, of 100 people who were still well then: medication kept "
            "{{well_kept:.0f}} still well, {{ill_kept:.0f}} ill again; on the slope {{well_slope:.0f}} still well, "
            "{{ill_slope:.0f}} ill again; at the tipping point {{well_tipping:.0f}} still well, {{ill_tipping:.0f}} ill again.",
            says_numbers(
                *(ELEVEN, "In the 52 weeks from the last", 52, 100, *well_and_ill(lambda s: s.ill)),
                setting="From the last step",
            ),
        ),
        (
            "Left out are those who fell ill before that, in {{weeks}} weeks: medication kept {{kept:.0f}}, slope "
            "{{slope:.0f}}, tipping point {{tipping:.0f}} of 100 who set out.",
            says_numbers(
                ELEVEN,
                "Left out are",
                lambda s: s.descent.last,
                *(lambda s, group=group: s.early[group] for group in (KEPT, SLOPE, TIPPING)),
                100,
                setting="From the last step",
            ),
        ),
        (
            "The body misses {{missed:.0f}} places at most, and {{feels:.0f}} of 100 feel withdrawal. | counted | A trial "
            "that takes withdrawal for relapse counts {{slope:.0f}} on the slope and {{tipping:.0f}} at the tipping point as "
            "ill again.",
            says_numbers(ELEVEN, "The body misses", lambda s: s.missed, lambda s: 100 * s.feels.mean(), 100),
            says_numbers(
                *(ELEVEN, "A trial that", lambda s: s.counted[SLOPE], lambda s: s.counted[TIPPING]),
                setting="Taken for relapse",
            ),
        ),
        (
            "As it is set now, half of the dose fills {{filled:.0f}} places; the usual dose fills {{full:.0f}}.",
            holds(lambda: figures(LESSON.compare_guess(40, moved())) == ["67", "80"]),
            holds(lambda: figures(LESSON.compare_guess(40, moved(half=1.0))) == ["33", "50"]),
        ),
        (
            "weeks since the first step | places | places at the target, of 100 | hover | %{{{{y:.0f}}}} places in week "
            "%{{{{x:.0f}}}} | filled | filled | used_to | the body is used to",
            toy(ELEVEN, OPENING, lambda s: s.chart["layout"]["xaxis"]["range"][0] == -people.BEFORE),
            toy(ELEVEN, OPENING, lambda s: s.chart["layout"]["yaxis"]["range"] == [0, 100]),
            toy(ELEVEN, OPENING, lambda s: 79 < max(s.chart["data"][1]["y"]) <= 80),
        ),
        (
            "100 people each, {{weeks}} weeks from the first step | people_last | 100 people each, {{weeks}} weeks from the "
            "last step | well | still well | unwell | still well, feels withdrawal | mistaken | feels withdrawal, counted as "
            "ill again",
            toy(ELEVEN, OPENING, titled("52 weeks from the first step")),
            toy(ELEVEN, "From the last step", titled("52 weeks from the last step")),
            toy(ELEVEN, "Everything in one day", of_each("still well, feels withdrawal", lambda s: s.unwell[SLOPE])),
            toy(
                *(ELEVEN, "Taken for relapse"),
                of_each("feels withdrawal, counted as ill again", lambda s: s.counted[SLOPE] - s.ill[SLOPE]),
            ),
        ),
        (
            "week since the first step | filled_column | filled (places of 100) | used_to_column | used to (places of 100) | "
            "well_column | {{group}} (of 100 well)",
            toy(ELEVEN, OPENING, lambda s: [*s.table["week since the first step"]] == [*range(people.YEAR + 1)]),
            toy(
                ELEVEN,
                OPENING,
                lambda s: s.last("filled (places of 100)") < 0.1 < s.table["used to (places of 100)"][16],
            ),
            toy(ELEVEN, OPENING, lambda s: round(s.last("slope (of 100 well)") + s.result.ill[SLOPE], 6) == 100),
        ),
    ),
]
