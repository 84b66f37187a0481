"""What lesson 03's own words say: controls, presets, missions, tasks and the sentences, and what holds it."""

import functools

import numpy as np

import toolkit
from tests.meaning.lived import OPENING
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import asked, holds, missions, promises, task
from tests.meaning.quotes.lesson_03 import (
    CAMS,
    EACH,
    EVERY_GROUP,
    GAINS,
    KELLER,
    LEFT,
    ODDS,
    a_block_is_100_people,
    a_line_has_its_sum_below_it,
    at,
    by_hand,
    crossing,
    curves_are_scores,
    fell,
    only_one_control_changes_learning,
    same_visits,
    spread,
    sums,
    trial,
)
from tests.meaning.quotes.reading import TWO
from tests.meaning.quoting import across, quotes, share, toy, why
from toolkit.evidence import FACTORIAL
from toolkit.lessons.additive_effect.people import NOBODY, SCALES
from toolkit.lessons.additive_effect.studies import ACUTE
from toolkit.model import BOTH, DUMMY, EXPECTED_FROM_BOTH, MEDICATION, THERAPY, WAITING, parameters

LESSON = toolkit.lessons.lesson(3)
is_reached, reached, answer = (
    functools.partial(made, 3) for made in (grounds.is_reached, grounds.reached, grounds.answer)
)
CONTROLS = {control.name: control for control in LESSON.controls()}
PRESETS = {preset.name: preset.values for preset in LESSON.presets}
RULERS = dict(zip(SCALES, ("gains added", "those left", "odds multiplied"), strict=True))
KELLER_GROUPS = ("nefazodone", "CBASP psychotherapy", "combined")
GROUPS = ("placebo", "sertraline", "CBT", "sertraline + CBT")
SUM_81 = {scale: round(100 * trial(CAMS).expected(scale)) for scale in SCALES}


def moves(name, path, opening, more=False):
    """A control that opens so moves that number of the model, in times of the usual; it stands under More or does not."""

    def hold():
        control = CONTROLS[name]
        assert (control.opening, control.more) == (opening, more)
        for value in (control.allowed[1], control.allowed[-1]):
            found = LESSON.model(**LESSON.opening | {name: value}).value(path)
            assert np.isclose(found, value / 100 if control.unit == "%" else value * parameters()[path]["default"])

    return hold


def told(shown):
    """The sentence below the picture, worked out anew from what people lived."""
    seen, week = shown.result, shown.values["week"]
    course = seen.course
    improved = dict(zip(course.arms, 100 * course.response(week), strict=True))
    both = round(improved[BOTH])
    assert f"With both, {both} of 100 people improved clearly by week {week}." in shown.sentence
    listed = ", ".join(f"{round(share)} ({group})" for group, share in improved.items() if group in seen.shown)
    assert f"Improved clearly, of 100 people: {listed}. The others improved less" in shown.sentence
    assert ("nobody can say whether that is the sum" in shown.sentence) == (seen.neither == NOBODY)
    if seen.neither != NOBODY:
        verdicts = []
        for ruler, total in zip(RULERS.values(), sums(*list(improved.values())[:3]), strict=True):
            off = both - total
            verdicts.append(
                "about as many were seen" if abs(off) <= 2 else f"{abs(off)} {'more' if off > 0 else 'fewer'} were seen"
            )
            assert f"{total} with {ruler} ({verdicts[-1]})" in shown.sentence
        kinds = len({verdict.lstrip("0123456789 ") for verdict in verdicts})
        lead = ("All rulers say the same.", "One trial, two verdicts.", "One trial, three verdicts.")[kinds - 1]
        assert shown.sentence.startswith(lead)
    return True


def points_told(shown):
    """What both took off, more than the group with neither, the two leads added, and how the two compare."""
    means = shown.result.course.mean(shown.values["week"])
    both, added = means[0] - means[3], 2 * means[0] - means[1] - means[2]
    beyond = round(both - added, 1)
    verdict = "exactly the sum" if beyond == 0 else f"{abs(beyond)} {'more' if beyond > 0 else 'less'} than the sum"
    return (
        f"both took off {both:.1f} more than the {shown.result.neither}, and the two leads added are {added:.1f}: {verdict}."
        in shown.sentence
    )


def at_the_limit():
    """A sum above 100 can be had with gains added only, and then it is said that it cannot be reached."""
    limit = "Of 100 people no more than 100 can improve"
    easy = at(yardstick=30)
    assert easy.sums[GAINS] > 100 >= max(easy.sums[LEFT], easy.sums[ODDS])
    return limit in LESSON.sentence(easy) and limit not in LESSON.sentence(at())


def trials_told(shown):
    """How many rows, trials and intervals there are, and how many of these lie above and below each sum."""
    with_interval = [real for real in ACUTE if real.interval]
    said = shown.studies_sentence
    assert said.startswith(
        f"{len(ACUTE)} rows from {len({real.id for real in ACUTE})} trials ask whether two treatments add up while people get "
        f"better. {len(with_interval)} of them have an interval, which leaves out the sum "
    )
    for scale, ruler in RULERS.items():
        above = sum(real.interval[0] > real.expected(scale) for real in with_interval)
        below = sum(real.interval[1] < real.expected(scale) for real in with_interval)
        assert f"with {ruler} in {above + below} ({above} above it, {below} below it)" in said
    return all(real.arms and not real.id.startswith("reynolds") for real in ACUTE)


OUTCOMES = {
    "stayed well": "no recurrence",
    "days without drinking": "days without drinking",
    "well a year later": "recovered a year later",
    "improved": "response",
    "well": "remission",
}
"""What a row of the picture calls an outcome, and what the list of trials calls it; the first that fits."""


def named_after_their_trials():
    """Each row of the picture is called after whom and what its trial was about."""
    for real in FACTORIAL:
        about = LESSON.says["about"]
        words = about.get(real.id) or about[f"{real.id} {real.outcome.split()[0].rstrip(',')}"]
        outcome = next(outcome for called, outcome in OUTCOMES.items() if called in words)
        assert outcome in real.what, (words, real.what)
        for who in ("children", "teenagers", "OCD", "social", "over 59", "70", "alcohol", "3 years", "2 years"):
            assert (who in words) == (who in real.what), (words, real.what)
    return True


def columns_told(shown):
    """The table has each group's points and how many of 100 have improved clearly, week by week."""
    course = shown.result.course
    for place, group in enumerate(course.arms):
        assert np.allclose(shown.table[f"{group} (points)"], course.symptoms.mean(axis=2)[:, place])
        assert np.isclose(shown.at(f"{group}: improved clearly (of 100)", 12), 100 * course.response(12)[place])
    return True


def hovers_tell(shown):
    """What is pointed at is told in its axis's units: points of a week on the curves, so many below on a line."""
    for each in shown.chart["data"]:
        if each["xaxis"] == "x2" and len(each["x"]) == 27:
            assert "%{y:.1f} points in week %{x:.0f}" in each["hovertemplate"]
        if each["name"].split(" ")[0] in ("gain", "left", "odds"):
            assert "as many as stand below it" in each["hovertemplate"]
    return "week 12" in shown.chart["layout"]["xaxis"]["title"]["text"]


def compares_guess():
    """What is said beside a guess is what is seen with both, as the picture is set."""
    return all(
        f"now, {seen.people(BOTH)} of 100" in LESSON.compare_guess(91, seen) for seen in (at(), at(yardstick=80))
    )


def multiplied(neither, one, other):
    """Odds that are multiplied."""
    odds = [improved / (100 - improved) for improved in (neither, one, other)]
    return odds[1] * odds[2] / odds[0]


def odds_as_told(neither, one, other):
    """The code task, written as its hint says."""
    odds = multiplied(*(100 * share for share in (neither, one, other)))
    return odds / (1 + odds)


def spread_of(neither, alone):
    """People of 100 between the largest sum and the smallest, if so many improve with neither, and with either treatment alone."""
    three = [100 * float(EXPECTED_FROM_BOTH[scale](neither / 100, alone / 100, alone / 100)) for scale in SCALES]
    return max(three) - min(three)


def switches(option):
    """Which of the two ways to change how sessions teach an option lets in."""
    model = LESSON.model(**LESSON.opening | {"interaction": option})
    door, speed = "door" * bool(model.gate.strength), "speed" * (model.plasticity.gain > 0)
    return f"{door} {speed}".strip()


def strays(size):
    """How far what so many people show lies from what 10,000 show, over all groups, in people of 100."""
    return sum(abs(at(people=size).people(group) - at(people=10_000).people(group)) for group in EVERY_GROUP)


QUOTES = [
    *quotes(
        "03 words",
        (
            "The additive effect | hook | Three careful people read one trial: more than the sum, just the sum, less than "
            "the sum. Who is right?",
            toy(
                TWO,
                OPENING,
                lambda s: sorted(np.sign(round(s.result.beyond(each) / 3)) for each in SCALES) == [-1, 0, 1],
            ),
        ),
        (
            "work out how many people of 100 should improve with both, if two treatments just add up | explain how careful "
            "people can read opposite verdicts off one trial | say which group a trial needs before anybody can ask whether "
            "two treatments add up | tell an interaction, where one treatment changes how the other works, from a sum that "
            "only looks like one",
            promises(3),
        ),
        (
            "Do the two add up? | studies | Trials with four groups beside the model",
            holds(lambda: {len(real.shares) for real in FACTORIAL} == {4}),
            toy(TWO, OPENING, lambda s: s.studies_chart["layout"]["yaxis"]["ticktext"][-1].startswith("the model")),
        ),
        (
            "Medication works | help | On top of time, hope and visits. 0: it does nothing. | value | parameter | "
            "drug.strength | high | unit | × usual",
            moves("medication", "drug.strength", 2.2),
            holds(lambda: at(medication=0.0).people(MEDICATION) == at(medication=0.0).people(DUMMY) > 10),
        ),
        (
            "Therapy works | help | How far what the sessions teach eases symptoms. 0: not at all. | value | parameter | "
            "skill.strength | high | unit | × usual",
            moves("therapy", "skill.strength", 2.5),
            holds(
                lambda: (
                    abs(at(therapy=0.0).gains[THERAPY]) < 0.1 < 2 < at(therapy=1.0).gains[THERAPY] < at().gains[THERAPY]
                )
            ),
        ),
        (
            "Improved clearly means a fall of | help | The goal is a choice. Half of the starting score is the custom.",
            moves("yardstick", "assessment.response_share", 50),
            holds(lambda: parameters()["assessment.response_share"]["default"] == 0.5),
        ),
        (
            "The group with neither treatment | help | The fourth group of the trial, or none. | value | dummy pill with "
            "visits | options | dummy pill with visits | dummy pill with visits | waiting list | waiting list | nobody | "
            "none: a trial of three groups",
            holds(lambda: CONTROLS["neither"].allowed == [DUMMY, WAITING, NOBODY]),
            holds(lambda: [len(at(neither=group).shown) for group in (DUMMY, WAITING, NOBODY)] == [4, 4, 3]),
            holds(lambda: LESSON.opening["neither"] == DUMMY),
        ),
        (
            "One changes the other | help | An interaction: medication changes how well the sessions teach. | value | no | "
            "options | no | no: each works alone | door | medication opens a door to learning | plasticity | medication "
            "speeds learning | both | door and speed",
            holds(only_one_control_changes_learning),
            holds(
                lambda: (
                    [switches(each) for each in ("no", "door", "plasticity", "both")]
                    == ["", "door", "speed", "door speed"]
                )
            ),
        ),
        (
            "Recovery by itself | help | How fast time helps, in every group alike. Visits help besides.",
            moves("recovery", "natural_course.pace", 0.5, more=True),
            holds(lambda: all(at(recovery=1.0).people(group) > at().people(group) for group in EVERY_GROUP)),
            holds(lambda: fell(DUMMY) > fell(WAITING) > 0),
        ),
        (
            "Number of people | help | With fewer people, chance shows more. | value | more | options | 100 people | "
            "1,000 people | 10,000 people",
            holds(
                lambda: list(CONTROLS["people"].options.items()) == [(n, f"{n:,} people") for n in (100, 1000, 10_000)]
            ),
            holds(lambda: at(people=100).course.cohort.size == 100 < at().course.cohort.size),
            holds(lambda: strays(100) > strays(1000)),
        ),
        (
            "Both treatments work more than twice as well as usual, so that there is something to see. Look at the block "
            "for both: how can one trial lie on one line, above another and below the third?",
            toy(TWO, OPENING, lambda s: min(s.values["medication"], s.values["therapy"]) > 2),
            toy(
                TWO,
                "One trial, three rulers",
                lambda s: s.result.beyond(GAINS) < -2 and s.result.beyond(LEFT) > 2 and abs(s.result.beyond(ODDS)) <= 2,
            ),
        ),
        (
            "The same people, the same treatments, the same scores. Only now a fall of 80 % is asked for. Above which lines "
            "do the filled dots of both reach now, and has anybody become better or worse?",
            holds(lambda: PRESETS["A harder goal"] == {"yardstick": 80}),
            toy(TWO, "A harder goal", lambda s: s.values["yardstick"] == 80),
            across(
                TWO,
                "A harder goal",
                OPENING,
                lambda hard, opening: all(
                    np.array_equal(hard.result.scores[group], opening.result.scores[group]) for group in EVERY_GROUP
                ),
            ),
        ),
        (
            "About half, half and seven in ten improve clearly. A famous trial of three groups looks like this (Keller "
            "2000: {}, {} and {} of 100). Is that more than the sum? What would you have to know first?",
            *(share(KELLER, arm) for arm in KELLER_GROUPS),
            why(KELLER, "3 arms, no placebo arm"),
            toy(
                TWO,
                "Three groups only",
                lambda s: (
                    all(
                        abs(s.result.shares[group] - about) < 4
                        for group, about in ((MEDICATION, 50), (THERAPY, 50), (BOTH, 70))
                    )
                    and not s.result.has_fourth
                ),
            ),
        ),
        (
            "Both treatments are as strong as in an average trial. How far apart are the three lines now, and why?",
            toy(
                TWO,
                "Usual strength",
                lambda s: s.values["medication"] == s.values["therapy"] == s.values["recovery"] == 1,
            ),
            across(
                TWO, "Usual strength", OPENING, lambda usual, strong: spread(usual.result) < spread(strong.result) / 3
            ),
            across(TWO, "Usual strength", OPENING, lambda usual, strong: crossing(usual)[2] < crossing(strong)[2] / 2),
        ),
        (
            "Medication now opens a door to learning, and speeds it. Look at the two lowest curves. How far apart are they, "
            "compared with all the points that the two treatments take off together?",
            holds(lambda: switches(PRESETS["Door and speed"]["interaction"]) == "door speed"),
            toy(
                TWO,
                "Door and speed",
                lambda s: (
                    max(s.result.scores[BOTH][12], s.result.adding_up[12])
                    < min(s.result.scores[group][12] for group in (DUMMY, *EACH))
                ),
            ),
            toy(
                TWO,
                "Door and speed",
                lambda s: s.result.adding_up[12] - s.result.scores[BOTH][12] < s.result.gains[BOTH] / 8,
            ),
        ),
        (
            "Press A harder goal: with gains added, both is more than the sum. Now move one control, and make it at least "
            "10 people of 100 fewer than the sum. No person and no treatment may change. | controls | Improved clearly "
            "means a fall of | core | hint | What had the preset changed, compared with the opening?",
            holds(lambda: at(yardstick=80).beyond(GAINS) > 2),
            reached(0, {"yardstick": 80}, {"yardstick": 50}, {"yardstick": 30, "week": 20}, yardstick=45),
            holds(lambda: (at(yardstick=45).beyond(GAINS), at().beyond(GAINS)) == (-10, -5)),
            holds(
                lambda: not is_reached(0, yardstick=30, therapy=2.4) and not is_reached(0, yardstick=30, recovery=0.6)
            ),
            holds(lambda: PRESETS["A harder goal"] == {"yardstick": 80}),
        ),
        (
            "Nobody has become better or worse, and the scores still add up to the last decimal. What you moved is the line "
            "that people must cross. With an easy goal, many cross it with one treatment, and nobody can cross it twice. "
            "With a hard goal, many need both to get there. So “more than the sum” can come from the goal alone.",
            holds(
                lambda: all(np.array_equal(at(yardstick=30).scores[each], at().scores[each]) for each in EVERY_GROUP)
            ),
            holds(lambda: abs(at(yardstick=30).together_minus_sum) < 1e-9),
            holds(lambda: min(at(yardstick=30).people(group) for group in EACH) > 75),
            holds(lambda: max(at(yardstick=80).people(group) for group in EACH) < 30 < at(yardstick=80).people(BOTH)),
        ),
        (
            "Leave One changes the other on no. In points of the score, the group with both lies exactly where the two "
            "added would lie. Now get these two at least 3 points apart. | controls | The group with neither treatment | "
            "core | hint | Each lead is counted from somewhere. Lesson 02 was about that place.",
            holds(lambda: abs(at().together_minus_sum) < 1e-9),
            reached(
                1, {}, {"neither": WAITING, "week": 4}, {"neither": WAITING, "interaction": "both"}, neither=WAITING
            ),
            holds(
                lambda: (
                    abs(at(neither=WAITING, week=4).together_minus_sum) < 3 < -at(neither=WAITING).together_minus_sum
                )
            ),
            holds(lambda: toolkit.lessons.lesson(2).title == "Compared with what?"),
        ),
        (
            "Nothing has happened between the two treatments. A lead over people who wait holds the visits too, and so does "
            "the other lead. Add the two leads, and the visits are counted twice. So a sum of leads over a waiting list is "
            "too large, and both looks like less than the sum. Whoever adds up has to ask first: counted from which group?",
            holds(
                lambda: all(
                    np.array_equal(at(neither=WAITING).scores[each], at().scores[each]) for each in (*EACH, BOTH)
                )
            ),
            holds(lambda: abs(fell(DUMMY) - fell(WAITING) + at(neither=WAITING).together_minus_sum) < 1e-9),
            holds(lambda: at(neither=WAITING).together_minus_sum < 0 and at(neither=WAITING).beyond(GAINS) < -2),
            holds(same_visits),
        ),
        (
            "Each treatment alone must help at least 15 more people of 100. Now bring the three lines together: all three "
            "sums within 1 person of 100 of each other. Move anything you like. | controls | Medication works | Therapy "
            "works | Improved clearly means a fall of | Recovery by itself",
            holds(lambda: not is_reached(2, medication=0.0) and spread(at(medication=0.0)) < 1e-6),
            holds(lambda: not is_reached(2) and at().people(MEDICATION) - at().people(DUMMY) >= 15),
            holds(
                lambda: (
                    {spread_of(neither, neither + more) > 1 for neither in range(0, 80, 5) for more in (15, 20)}
                    == {True}
                )
            ),
        ),
        (
            "Try it with pencil and paper. Without treatment 0 of 100 improve, with medication 20, with therapy 20. Of the "
            "20, how many would have improved with the other treatment, too?",
            holds(lambda: sums(0, 20, 20)[0] - sums(0, 20, 20)[1] == 20 * 20 / 100),
        ),
        (
            "It cannot be done, and no simulation is needed to see it. Added gains count some people twice: those whom "
            "either treatment alone would have helped. Multiplying those left counts them once. The more each treatment "
            "helps, the more such people there are. The rulers agree only where there is hardly anything to add.",
            holds(lambda: not missions(3)[2].recipe),
            holds(lambda: sums(0, 20, 20)[:2] == [20 + 20, 20 + 20 - 4]),
            holds(lambda: spread_of(20, 22) < 1 < spread_of(20, 40) < spread_of(20, 60)),
        ),
        (
            "Press Door and speed: now the two really help each other, and both takes off more points than the two added. "
            "Make it look as if they were in each other's way: with gains added, at least 10 people of 100 fewer than the "
            "sum. | controls | One changes the other | Improved clearly means a fall of | hint | You have already seen a "
            "control that turns a verdict round.",
            holds(lambda: at(interaction="both").together_minus_sum > 0.5),
            reached(
                3,
                {"yardstick": 40},
                {"interaction": "both", "yardstick": 50},
                {"interaction": "both", "yardstick": 40, "neither": WAITING},
                interaction="both",
                yardstick=40,
            ),
            holds(lambda: at(interaction="both", yardstick=40).beyond(GAINS) == -10),
            holds(lambda: CONTROLS["yardstick"].label in missions(3)[0].controls),
        ),
        (
            "In the first mission a verdict appeared without an interaction; here an interaction hides behind the opposite "
            "verdict. Counting people across a line can do both. That is why a trial should say before it begins which "
            "ruler it will use, and which goal.",
            holds(lambda: at(yardstick=80).beyond(GAINS) > 2 and abs(at(yardstick=80).together_minus_sum) < 1e-9),
            holds(
                lambda: (
                    at(interaction="both", yardstick=30).beyond(GAINS)
                    < -2
                    < 0.5
                    < at(interaction="both", yardstick=30).together_minus_sum
                )
            ),
        ),
        (
            "In a trial of four groups, {} of 100 people improve clearly with a dummy pill and visits, {} with medication, "
            "{} with therapy. If the two treatments simply add up, how many of 100 should improve with both?",
            *(share(CAMS, arm) for arm in GROUPS[:3]),
            why(CAMS, "2:2:2:1"),
        ),
        (
            "91: medication helps 31 more, therapy helps 36 more | Right by one ruler: 24 + 31 + 36 = 91. It asks how many "
            "more people each treatment helps, and adds. Two careful people would answer otherwise. | 76: each treatment "
            "leaves a part of the people unwell | Right by one ruler: with a dummy pill 76 are left. Medication leaves 45 "
            "of them, therapy 40; both leave about 24, so 76 improve. Two careful people would answer otherwise.",
            by_hand(GAINS, 24 + (55 - 24) + (60 - 24)),
            by_hand(LEFT, 100 - 45 * 40 / 76),
            holds(lambda: [100 - share for share in (24, 55, 60)] == [76, 45, 40] and round(45 * 40 / 76) == 24),
            holds(lambda: len(set(SUM_81.values())) == 3),
        ),
        (
            "85: each treatment multiplies the odds | Right by one ruler, the one that statisticians use most: the odds of "
            "improving, multiplied. Two careful people would answer otherwise. | 115: 55 and 60 together | You have added "
            "the two groups, and many people would. But 24 of each group would have improved with a dummy pill, so they "
            "are counted twice; and 115 of 100 cannot be. Take what each treatment adds to the 24.",
            by_hand(ODDS, 100 - 100 / (1 + multiplied(24, 55, 60))),
            holds(lambda: 55 + 60 == 115 == list(asked(3).guesses.values())[3]),
            holds(lambda: 115 - 24 == 91 == SUM_81[GAINS]),
        ),
        (
            "A trial reports that {} of 100 people improved with medication, {} with therapy and {} with both. Which group "
            "is missing if we want to know whether the two add up? | right | A group with neither treatment | replies | A "
            "group with a double dose | It would tell about the dose. Ask instead what you must subtract before you add. | "
            "A group with neither treatment | Yes. Without it nobody knows how many of each 48 would have improved anyway. "
            "And it matters which group it is: waiting, or a dummy pill with visits.",
            *(share(KELLER, arm) for arm in KELLER_GROUPS),
            why(KELLER, "No placebo arm, so absolute drug or therapy effects cannot be separated"),
            answer(
                1,
                "A group with neither treatment",
                "A group with a double dose",
                "A second therapy group",
                "None: 73 is more than 48, so they add up",
            ),
            holds(lambda: all(np.isnan(total) for total in at(neither=NOBODY).sums.values())),
            holds(lambda: sums(10, 48, 48)[0] - sums(30, 48, 48)[0] == 20),
            holds(lambda: abs(at(neither=WAITING).sums[GAINS] - at().sums[GAINS]) > 5),
        ),
        (
            "A second therapy group | It would make the result firmer. But something else has to be known first. | None: 73 "
            "is more than 48, so they add up | It is more than either alone, and that is good news. But more than one is "
            "not yet the sum of two. Press Three groups only, and give the trial a fourth group.",
            why(KELLER, "versus about half with either one alone"),
            holds(lambda: PRESETS["Three groups only"]["neither"] == NOBODY),
            toy(TWO, "Three groups only", lambda s: s.result.people(BOTH) > 15 + s.result.people(MEDICATION)),
        ),
        (
            "With a dummy pill 25 of 100 improve, with medication 40, with therapy 55. Work with those left: how many of "
            "100 should improve with both? | right | tolerance | unit | of 100 | reply | Yes: 60 × 45 ÷ 75 = 36 are left, "
            "so 64 improve. | hint | Look at those who are left: 60 with medication, 45 with therapy, 75 with the dummy "
            "pill. Multiply the first two, divide by the third, and turn it round. | hints | given | reply | That adds the "
            "gains: 25 + 15 + 30. Here you are asked for the other ruler, with those who are left.",
            answer(2, sums(25, 40, 55)[1], hinted=(25 + 15 + 30, 100 - 60 * 45 / 100, 40 + 55, 60 * 45 / 75)),
            holds(lambda: (60 * 45 / 75, sums(25, 40, 55)[1]) == (36, 64)),
            holds(lambda: [100 - share for share in (40, 55, 25)] == [60, 45, 75] and (40 - 25, 55 - 25) == (15, 30)),
        ),
        (
            "Nearly: you multiplied those who are left, but both groups hold the people who are left with a dummy pill, "
            "too. Divide by 75 of 100. | given | reply | That adds the two groups and so counts twice those who improve "
            "with a dummy pill. | given | reply | So many are left. How many improve?",
            answer(2, sums(25, 40, 55)[1], hinted=(25 + 15 + 30, 100 - 60 * 45 / 100, 40 + 55, 60 * 45 / 75)),
            holds(lambda: 100 - 60 * 45 / 100 == 73 and sums(25, 40, 55)[0] == 40 + 55 - 25),
        ),
        (
            "In a trial with children, {} of 100 improved clearly with both (Walkup 2008). The groups were those of the "
            "question at the beginning: {}, {} and {}. By which ruler is 81 more than the sum? | right | those left | "
            "replies | gains added | By that ruler the sum is 91, so 81 is fewer. Look for the ruler that asks least. | "
            "those left | Yes: it asks for 76. By the two other rulers the same 81 is fewer than the sum. | odds multiplied "
            "| By that ruler the sum is 85, so 81 is fewer. Look for the ruler that asks least. | all three | The three "
            "sums are 91, 76 and 85. Compare each of them with 81.",
            share(CAMS, "sertraline + CBT"),
            *(share(CAMS, arm) for arm in GROUPS[:3]),
            answer(3, "those left", "gains added", "odds multiplied", "all three"),
            holds(lambda: [RULERS[scale] for scale, asked in SUM_81.items() if asked < 81] == ["those left"]),
            holds(lambda: [*SUM_81.values()] == [91, 76, 85] and min(SUM_81, key=SUM_81.get) == LEFT),
        ),
        (
            "A trial compares medication, therapy and both with people who wait. Both takes off 4 points less than the two "
            "leads added. “They are in each other's way”, somebody says. What else could it be? | right | Both leads hold "
            "the visits, and the sum counts them twice | replies | Nothing: less than the sum is an interaction | It may be "
            "one. But remember the second mission: what is in a lead over people who wait, besides the treatment? | Both "
            "leads hold the visits, and the sum counts them twice | Yes. A group with a dummy pill and the same visits "
            "would tell the two apart: its sum holds the visits once.",
            answer(
                4,
                "Both leads hold the visits, and the sum counts them twice",
                "Nothing: less than the sum is an interaction",
                "The trial used points, and points never add up",
                "People with both had one treatment too many",
            ),
            holds(lambda: missions(3)[1].name == "A sum that is too large"),
            holds(lambda: at(neither=WAITING).together_minus_sum < -3 and abs(at().together_minus_sum) < 1e-9),
        ),
        (
            "The trial used points, and points never add up | In points the two add exactly here, as long as each works "
            "alone. Try it with the dummy pill. | People with both had one treatment too many | That would be an "
            "interaction again: one treatment spoils the other. Look for something that needs no such thing.",
            holds(lambda: abs(at().together_minus_sum) < 1e-9 < abs(at(interaction="both").together_minus_sum)),
            holds(lambda: at(neither=WAITING).together_minus_sum < -3 and at().course.model.gate.strength == 0),
        ),
        (
            "With a dummy pill 20 of 100 improve, with medication 50, with therapy 60. Multiply the odds: how many of 100 "
            "should improve with both? (Odds: those who improve, divided by those who do not. Back again: odds divided by 1 "
            "+ odds.) | right | tolerance | unit | of 100 | reply | Yes: the odds are 0.25, 1 and 1.5. Then 1 × 1.5 ÷ 0.25 "
            "= 6, and 6 ÷ 7 is about 86 of 100. | hint | The odds are 20 ÷ 80 = 0.25, then 50 ÷ 50 and 60 ÷ 40. Multiply "
            "the two treatments' odds, divide by 0.25, and turn the result back. | hints | given | reply | That adds the "
            "gains: 20 + 30 + 40. Here you are asked to multiply odds.",
            answer(5, sums(20, 50, 60)[2], hinted=(20 + 30 + 40, 100 - 50 * 40 / 80, 100 * 1.5 / 2.5, 6)),
            holds(lambda: [20 / 80, 50 / 50, 60 / 40] == [0.25, 1, 1.5] and abs(multiplied(20, 50, 60) - 6) < 1e-9),
            holds(lambda: (round(100 * 6 / 7), sums(20, 50, 60)[2], 50 - 20, 60 - 20) == (86, 86, 30, 40)),
        ),
        (
            "That is the ruler with those left: 50 × 40 ÷ 80 = 25 are left. Here you are asked to multiply odds. | given | "
            "reply | That multiplies the odds of the two treatments only. Divide by the odds with a dummy pill before you "
            "turn it back. | given | reply | Those are the odds: 6 improve for each one who does not. How many of 100 is "
            "that?",
            answer(5, sums(20, 50, 60)[2], hinted=(20 + 30 + 40, 100 - 50 * 40 / 80, 100 * 1.5 / 2.5, 6)),
            holds(lambda: (sums(20, 50, 60)[1], 50 * 40 / 80) == (75, 25) and abs(multiplied(20, 50, 60) - 6) < 1e-9),
        ),
        (
            "For those who like code: write expected(neither, one, other), the share that should improve with both if the "
            "odds multiply. | tolerance | hint | odds = share / (1 - share). Multiply the odds of the two treatments, "
            "divide by the odds with neither, and turn the result back: share = odds / (1 + odds).",
            holds(lambda: "Well done" in task(3, 6).check(odds_as_told)),
            holds(lambda: LESSON.said_tasks[5]["optional"]),
        ),
        (
            "{{lead}} With both, {{both}} of 100 people improved clearly by week {{week}}. The sum is {{verdicts}}. | "
            "verdict | {{expected}} with {{scale}} ({{reading}}) | no_verdict | no number with {{scale}} | limit | Of 100 "
            "people no more than 100 can improve. Added gains know no such limit, so a sum above 100 cannot be reached. | "
            "three_groups | With both, {{both}} of 100 people improved clearly by week {{week}}. Without a group that got "
            "neither treatment, nobody can say whether that is the sum.",
            *(toy(TWO, name, told) for name in (OPENING, "A harder goal", "Three groups only", "Door and speed")),
            holds(at_the_limit),
            holds(lambda: "no number with odds multiplied" in LESSON.sentence(at(week=4, recovery=0.0, yardstick=90))),
        ),
        (
            "In points of the score, both took off {{both}} more than {{neither}}, and the two leads added are {{sum}}: "
            "{{verdict}}. | people | Improved clearly, of 100 people: {{shares}}. The others improved less, or have not "
            "improved so far. | share | {{share}} ({{group}})",
            *(toy(TWO, name, points_told) for name in (OPENING, "Door and speed")),
            toy(TWO, OPENING, told),
        ),
        (
            "{{rows}} rows from {{trials}} trials ask whether two treatments add up while people get better. {{intervals}} "
            "of them have an interval, which leaves out the sum {{counts}}. The model, as set above: {{verdicts}}. | "
            "studies_three_groups | {{rows}} rows from {{trials}} trials ask whether two treatments add up while people get "
            "better. {{intervals}} of them have an interval, which leaves out the sum {{counts}}. The model, as set above, "
            "has no fourth group. | count | with {{scale}} in {{out}} ({{above}} above it, {{below}} below it) | guessed | "
            "In the picture as it is set now, {{both}} of 100 improved clearly with both. | seen_with_both | seen with both "
            "| expected | the sum with {{scale}} | model_row | the model, as set above",
            *(toy(TWO, name, trials_told) for name in (OPENING, "Three groups only")),
            toy(TWO, "Three groups only", lambda s: s.studies_sentence.endswith("has no fourth group.")),
            toy(TWO, OPENING, lambda s: s.studies_sentence.partition("above: ")[2].rstrip(".") in s.sentence),
            holds(compares_guess),
        ),
        (
            "of 100 people, while they get better | aside | of 100, another question | hover_of_100 | %{{{{x:.0f}}}} of 100 "
            "| improved | improved clearly | not_improved | not, or not so far | people_of_100 | 100 people in each group, "
            "week {{week}} | line | {{line}} {{count}} | line_hover | as many as stand below it | score | score (points; "
            "lower is better) | hover | %{{{{y:.1f}}}} points in week %{{{{x:.0f}}}}",
            toy(TWO, OPENING, a_block_is_100_people),
            toy(TWO, OPENING, a_line_has_its_sum_below_it),
            toy(TWO, OPENING, curves_are_scores),
            toy(TWO, OPENING, hovers_tell),
            toy(
                TWO,
                OPENING,
                lambda s: s.studies_chart["layout"]["xaxis2"]["title"]["text"].endswith("another question"),
            ),
        ),
        (
            "{{group}} (points) | improved_column | {{group}}: improved clearly (of 100) | leads | 1 | All rulers say the "
            "same. | 2 | One trial, two verdicts. | 3 | One trial, three verdicts. | sums | equal | exactly the sum | more "
            "| {{points}} more than the sum | less | {{points}} less than the sum | scales | risk difference | gains added "
            "| independence | those left | log-odds | odds multiplied",
            toy(TWO, OPENING, columns_told),
            *(toy(TWO, name, told) for name in (OPENING, "A harder goal", "Door and speed")),
            *(toy(TWO, name, points_told) for name in (OPENING, "Door and speed")),
        ),
        (
            "same | about as many were seen | more | {{beyond}} more were seen | fewer | {{beyond}} fewer were seen | about "
            "| walkup2008_cams | children, anxiety, improved | tads2004 | teenagers, depression, improved | pots2004 | "
            "children, OCD, well | blanco2010_sad response | social anxiety, improved | blanco2010_sad remission | social "
            "anxiety, well | foa2005 response | adults, OCD, improved | davidson2004_socialphobia | social anxiety, "
            "improved | reynolds1999 | over 59, stayed well 3 years | reynolds2006 | from 70, stayed well 2 years | "
            "combine2006 | alcohol, days without drinking | nordahl2016_sad | social anxiety, well a year later | side | "
            "reynolds1999 | ◆ | named | "
            "waiting list | the waiting list | dummy pill with visits | the dummy pill with visits | blocks | waiting list "
            "| waiting | dummy pill with visits | dummy | medication | medication | therapy | therapy | both | both | short "
            "| waiting list | waiting | dummy pill with visits | dummy pill",
            toy(TWO, OPENING, told),
            holds(named_after_their_trials),
            toy(TWO, OPENING, points_told),
            toy(
                TWO,
                OPENING,
                lambda s: list(s.chart["layout"]["xaxis"]["ticktext"]) == ["dummy", "medication", "therapy", "both"],
            ),
        ),
    ),
]
