"""What lesson 03's notebook says of studies, of its picture and of its model, and what holds it."""

import functools
import re

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import can_be_skipped, core, figure, first_lines, holds, missions, promises
from tests.meaning.quotes.reading import TWO
from tests.meaning.quoting import across, fills, quotes, toy
from toolkit.evidence import FACTORIAL
from toolkit.evidence.harms import harms
from toolkit.lessons.additive_effect.chart import fence
from toolkit.lessons.additive_effect.people import SCALES
from toolkit.lessons.how_would_we_know.people import SYNERGY
from toolkit.model import BOTH, DUMMY, EXPECTED_FROM_BOTH, MEDICATION, THERAPY, WAITING, Assessment, Symptoms

at = functools.partial(lived.at, 3)
here = functools.partial(figure, 3)

GAINS, LEFT, ODDS = SCALES
EACH, EVERY_GROUP = (MEDICATION, THERAPY), (DUMMY, MEDICATION, THERAPY, BOTH)


def trial(id, outcome=""):
    [found] = [real for real in FACTORIAL if real.id == id and (real.outcome or "").startswith(outcome)]
    return found


def fields(id, outcome=""):
    """A trial's four groups, the interval of the last if it has one, and the three sums: slots, worked out from its record."""
    real = trial(id, outcome)
    ends = real.interval or ()
    return (slot(100 * value) for value in (*real.shares, *ends, *map(real.expected, SCALES)))


def slot(value):
    @fills
    def made():
        return f"{value:.0f}"

    return made()


def sums(*shares):
    """What both should give by each ruler, whole people of 100, from people of 100 with neither, one and the other."""
    return [round(100 * float(EXPECTED_FROM_BOTH[scale](*(share / 100 for share in shares)))) for scale in SCALES]


# What a notebook of any lesson says in its first lines, at its tasks and at its end.


def the_young_are_watched():
    """Why somebody who feels worse should ask soon, and the young above all: a harm that records tell of people under 19."""
    young = [harm for harm in harms() if harm.of == "medication" and re.search("under 1[89]|teenagers", harm.who)]
    assert any("suicidal" in harm.says for harm in young)


def two_levels():
    """The score is the mean of both levels."""
    there = lived.at(4).course
    return np.allclose(there.symptoms, (there.somatic + there.cognitive) / 2)


# This lesson's picture and its people.


def traces(shown, *named):
    """Those of the picture that are called so, from the left or from above."""
    return [trace for trace in shown.chart["data"] if trace["name"].split(" ")[0] in named or trace["name"] in named]


def a_block_is_100_people(shown):
    """A block for each group; filled are as many people as improved clearly, and the rest are open."""
    filled, left = traces(shown, "improved clearly"), traces(shown, "not, or not so far")
    assert [len(each["x"]) for each in filled] == [shown.result.people(group) for group in EVERY_GROUP]
    assert {each["marker"]["symbol"] for each in filled} == {"circle"}
    assert {each["marker"]["symbol"] for each in left} == {"circle-open"}
    return all(len(one["x"]) + len(two["x"]) == 100 for one, two in zip(filled, left, strict=True))


def a_line_has_its_sum_below_it(shown):
    """Three stepped lines across the block of both, the last one; as many of its places lie below each as its sum says."""
    lines, last = traces(shown, "gain", "left", "odds"), max(traces(shown, "improved clearly")[-1]["x"])
    block = [(last - 9 + place % 10, place // 10) for place in range(130)]
    for each, expected in zip(lines, shown.result.sums.values(), strict=True):
        height = np.array([each["y"][0] if x < each["x"][1] else each["y"][-1] for x, _ in block])
        assert sum(up < top for (_, up), top in zip(block, height, strict=True)) == round(expected)
        assert len(each["x"]) == 4
        assert last - 10 <= min(each["x"])
        assert max(each["x"]) <= last + 1
    low, high = fence(40, last - 9)[1]
    return len(lines) == 3 and low == high == 3.5


def curves_are_scores(shown):
    """The curves are the groups' mean scores, on an axis that says that lower is better; the thick one is where both would lie."""
    for called, group in (("dummy pill", DUMMY), ("medication", MEDICATION), ("therapy", THERAPY), ("both", BOTH)):
        [curve] = [each for each in traces(shown, called) if len(each["x"]) == 27 and each["name"] == called]
        assert np.array_equal(curve["y"], shown.result.course.symptoms.mean(axis=2)[:, shown.result.course.arm(group)])
    [added] = traces(shown, "the two added")
    scores = shown.result.scores
    assert np.allclose(added["y"], scores[MEDICATION] + scores[THERAPY] - scores[DUMMY])
    assert added["line"]["width"] > curve["line"]["width"]
    return "lower is better" in shown.chart["layout"]["yaxis2"]["title"]["text"]


def by_hand(scale, worked_out):
    """The question has the trial's numbers, and what a sum of them comes to is that ruler's, and the guess that stands for it."""

    def hold():
        guess = toolkit.lessons.lesson(3).predict()
        asked = [int(number) for number in re.findall(r"\d+", guess.prompt) if number != "100"]
        assert asked == [round(100 * part) for part in trial(CAMS).shares[:3]] == [24, 55, 60]
        place = SCALES.index(scale)
        assert sums(*asked)[place] == list(guess.guesses.values())[place] == round(worked_out)

    return hold


def same_luck():
    """Everybody lives in every group, and where a treatment does nothing nobody can tell its group from the dummy pill's."""
    seen = at(medication=0.0)
    there = seen.course
    assert len(there.symptoms.shape) == 3
    assert there.symptoms.shape[1:] == (4, there.cohort.size)
    return np.allclose(there.symptoms[:, there.arm(MEDICATION)], there.symptoms[:, there.arm(DUMMY)], atol=1e-9)


def same_visits():
    """All groups but the waiting list have the same visits; those with a medication get it, the others the dummy pill's visits."""
    plans = at().course.plans | {WAITING: at(neither=WAITING).course.plans[WAITING]}
    assert {name for name, plan in plans.items() if plan.visits != plans[DUMMY].visits} == {WAITING}
    return [bool(plans[group].medication) for group in EVERY_GROUP] == [False, True, False, True]


def nobody_leaves():
    """Everybody takes the medication and comes to the sessions to the end."""
    there = at().course
    taken = [set(there.weeks_taken[there.arm(group)]) for group in (MEDICATION, BOTH)]
    came = [set(there.sessions_used[there.arm(group)]) for group in (THERAPY, BOTH)]
    return taken == [{26.0}] * 2 and came == [{16.0}] * 2


def not_linked():
    """What somebody gains from medication and from therapy, as a share of where they began: linked to each other by nothing."""
    there = at().course
    scores, entry = there.at("symptoms", 12), 24 * there.cohort.traits.burden
    gains = [(scores[there.arm(DUMMY)] - scores[there.arm(group)]) / entry for group in EACH]
    return abs(np.corrcoef(*gains)[0, 1]) < 0.07


def severe_gain_more():
    """Whoever begins with a higher score gains more points, from either treatment."""
    there = at().course
    scores, entry = there.at("symptoms", 12), there.cohort.traits.burden
    gains = [scores[there.arm(DUMMY)] - scores[there.arm(group)] for group in EACH]
    return all(np.corrcoef(gain, entry)[0, 1] > 0.2 for gain in gains)


def crossing(shown):
    """Of those whom the dummy pill leaves: how many improve with one treatment only, with both only, with either."""
    there = shown.result.course
    goal = dict(zip(there.arms, there.responders(shown.values["week"]), strict=True))
    alone, other, both = (goal[group] & ~goal[DUMMY] for group in (*EACH, BOTH))
    return (alone ^ other).sum(), (both & ~alone & ~other).sum(), (alone & other).sum()


def spread(seen):
    """People of 100 between the largest sum and the smallest."""
    return max(seen.sums.values()) - min(seen.sums.values())


def fell(group):
    """Points by which a group's mean score falls by week 12."""
    scores = at(neither=group if group == WAITING else DUMMY).scores[group]
    return scores[0] - scores[12]


def only_one_control_changes_learning():
    """Whatever else is moved, medication changes nothing in what the sessions teach."""
    made = toolkit.lessons.lesson(3)
    for control in made.controls():
        for value in (control.allowed[0], control.allowed[-1]):
            model = made.model(**made.opening | {control.name: value})
            changed = control.name == "interaction" and value != "no"
            assert (model.plasticity.gain != 0 or model.gate.strength != 0) == changed, control.name
    return True


def near_cams_in_three():
    """The first three groups lie near the trial's, and both does not."""
    off = [abs(at().shares[group] - 100 * seen) for group, seen in zip(EVERY_GROUP, trial(CAMS).shares, strict=True)]
    return max(off[:3]) < 2 < 4 < off[3]


def marks(*ids, against):
    """These are marked as the records have it: for the claim, or against it."""
    return holds(lambda: all(toolkit.finding(id).counter_evidence == against for id in ids))


CAMS, SAD, KELLER = "walkup2008_cams", "davidson2004_socialphobia", "keller2000"
THREE_GROUPS = {"medication": 1.6, "therapy": 1.5, "recovery": 0.7}


QUOTES = [
    *quotes(
        "03",
        *first_lines(3),
        (
            "Mara, 34, drives a city bus (we invented her). She takes a medication, and now she has been offered a place "
            'in therapy. "About half of us improve with tablets, and about half with therapy," she says in the canteen. '
            '"So with both, all of us?" Her colleague who does the accounts puts down his fork and asks for a pencil.',
            toy(
                TWO,
                "Usual strength",
                lambda s: all(abs(s.result.people(each) - 50) < 5 for each in EACH) and 50 < s.result.people(BOTH) < 90,
            ),
        ),
        (
            "- work out how many people of 100 should improve with both, if two treatments just add up; - explain how "
            "careful people can read opposite verdicts off one trial; - say which group a trial needs before anybody can "
            "ask whether two treatments add up; - tell an interaction, where one treatment changes how the other works, "
            "from a sum that only looks like one.",
            promises(3),
        ),
        (
            "- To improve clearly (response): the score falls by an agreed part or more, by custom half. Those left have "
            "not improved clearly, or not so far.",
            holds(
                lambda: (
                    Assessment().response_share == 0.5
                    and Assessment().is_response(12.0, 24.0)
                    and not Assessment().is_response(12.1, 24.0)
                    and sums(0, 50, 60)[1] == 100 - (100 - 50) * (100 - 60) / 100
                )
            ),
        ),
        (
            "- Dummy pill (placebo): a tablet that looks like the medication and contains no drug. - Gain: how many more "
            "people of 100 improve than in the group with neither treatment. - Odds: those who improve, divided by those "
            "who do not. If 20 of 100 improve, the odds are 20 ÷ 80 = 0.25.",
            holds(same_visits),
            holds(lambda: sums(20, 20 + 15, 20 + 30)[0] == 20 + 15 + 30),
            holds(lambda: 20 / 80 == 0.25 and sums(20, 50, 50)[2] == 80 and (50 / 50) * (50 / 50) / 0.25 == 80 / 20),
        ),
        (
            "- Interaction: one treatment changes how the other works. More than the sum is called synergy, less than the "
            "sum antagonism.",
            holds(lambda: SYNERGY[BOTH] > 0 > SYNERGY[MEDICATION]),
            holds(lambda: abs(at().together_minus_sum) < 1e-9 < 0.5 < at(interaction="both").together_minus_sum),
        ),
        (
            "Take a pencil if you like. How would you add? Skip is fine too.",
            can_be_skipped(3),
            holds(lambda: "how many of 100 should improve with both" in toolkit.lessons.lesson(3).predict().prompt),
        ),
        (
            "How to read the chart. Each block is 100 people, and a filled dot is a person who improved clearly. The three "
            "stepped lines across the last block are three sums: as many dots stand below a line as its sum says. The "
            "curves are each group's average score (lower is better). The thick dotted line is where both would lie if the "
            "two leads just add.",
            toy(TWO, OPENING, a_block_is_100_people),
            toy(TWO, OPENING, a_line_has_its_sum_below_it),
            toy(TWO, OPENING, curves_are_scores),
        ),
        (
            "Three rulers, by hand. These are the numbers of the question above: 24, 55 and 60 of 100. - Gains added "
            "(percentage points). Medication helps 31 more than the dummy pill, therapy 36 more. 24 + 31 + 36 = {}.",
            slot(100 * trial(CAMS).expected(GAINS)),
            by_hand(GAINS, 24 + (55 - 24) + (60 - 24)),
            holds(lambda: (55 - 24, 60 - 24) == (31, 36)),
        ),
        (
            "- Those left (independence). With the dummy pill 76 are left, with medication 45, with therapy 40. If each "
            "treatment leaves its own part, both leave 45 × 40 ÷ 76, about {}. So {} improve.",
            slot(45 * 40 / 76),
            slot(100 * trial(CAMS).expected(LEFT)),
            by_hand(LEFT, 100 - 45 * 40 / 76),
            holds(lambda: (100 - 24, 100 - 55, 100 - 60) == (76, 45, 40)),
        ),
        (
            "- Odds multiplied (log-odds). The odds are 0.32 with the dummy pill, 1.22 with medication, 1.5 with therapy. "
            "1.22 × 1.5 ÷ 0.32 is 5.7, and 5.7 ÷ 6.7 is {} of 100.",
            slot(100 * trial(CAMS).expected(ODDS)),
            by_hand(ODDS, 100 * 5.7 / 6.7),
            holds(lambda: [round(share / (100 - share), 2) for share in (24, 55, 60)] == [0.32, 1.22, 1.5]),
            holds(lambda: round(1.22 * 1.5 / 0.32, 1) == 5.7 == 6.7 - 1),
        ),
        (
            "The people are simulated, and each of them lives in every group, with the same luck, which no real trial can "
            "do. All groups but the waiting list have the same visits, and people without medication get the dummy pill. "
            "You may find this lesson harder than the first two; the first two missions are its core, and the third wants "
            "a pencil.",
            holds(same_luck),
            holds(same_visits),
            core(3),
            holds(lambda: "pencil" in missions(3)[2].hint),
        ),
        (
            'If you have one treatment, or both, please read this twice. "Less than the sum" does not mean "one of them is '
            'too much". In the opening picture, more people improved with both than with either alone. These are averages '
            "over groups, and no study can say which part of your improvement came from what. Staying on is a choice too. "
            "If you feel worse after starting or changing a medication, above all if you are young, speak to the "
            "prescriber at once. Do not stop alone.",
            toy(
                TWO,
                OPENING,
                lambda s: (
                    s.result.beyond(GAINS) < 0
                    and s.result.people(BOTH) > 10 + max(s.result.people(each) for each in EACH)
                ),
            ),
            the_young_are_watched,
        ),
        (
            "- A harder goal. Nobody's score has changed. But few people reach the harder goal with one treatment, and far "
            "more with both. So the dots of both reach above all three lines.",
            across(
                TWO,
                "A harder goal",
                OPENING,
                lambda hard, opening: np.array_equal(hard.result.course.symptoms, opening.result.course.symptoms),
            ),
            toy(
                TWO,
                "A harder goal",
                lambda s: (
                    max(s.result.people(each) for each in EACH) < 30
                    and s.result.people(BOTH) > 20 + max(s.result.people(each) for each in EACH)
                    and all(s.result.beyond(scale) > 2 for scale in SCALES)
                ),
            ),
        ),
        (
            "- Three groups only. Give the trial its fourth group, the dummy pill with visits. About {} of 100 improve in "
            "it, so the gains added are {}. With both, {} improve: that is about the sum.",
            here(lambda seen: seen.people(DUMMY), **THREE_GROUPS),
            here(lambda seen: seen.sums[GAINS], **THREE_GROUPS),
            here(lambda seen: seen.people(BOTH), **THREE_GROUPS),
            holds(lambda: abs(at(**THREE_GROUPS).beyond(GAINS)) <= 2),
            toy(TWO, "Three groups only", lambda s: s.values == s.values | THREE_GROUPS and not s.result.has_fourth),
        ),
        (
            "- Usual strength. The less each treatment adds, the fewer people would have been helped by either one. So "
            "there is less to disagree about, and the lines move together.",
            across(
                TWO,
                "Usual strength",
                OPENING,
                lambda usual, strong: (
                    crossing(usual)[2] < crossing(strong)[2] / 2 and spread(usual.result) < 4 < spread(strong.result)
                ),
            ),
        ),
        (
            "- Door and speed. The interaction is real: both takes off {} points more than the two added. Beside the {} "
            "points that both takes off in all, it is small.",
            fills(lambda: f"{at(interaction='both').together_minus_sum:.1f}")(),
            fills(lambda: f"{at(interaction='both').gains[BOTH]:.1f}")(),
            toy(TWO, "Door and speed", lambda s: 0 < s.result.together_minus_sum < s.result.gains[BOTH] / 8),
        ),
        (
            "Each person's score follows what drives it, a little late. The drug takes something off that drive, and so do "
            "the skills that therapy teaches; time and visits do, too. Each part does its work whatever the others do, and "
            "so in points, both is exactly the sum, in every single person.",
            holds(lambda: 0.5 < at().course.model.symptoms.relaxation_weeks < 4),
            holds(lambda: min(at().gains.values()) > 5 and fell(DUMMY) > fell(WAITING) + 3 > 6),
            toy(TWO, OPENING, lambda s: abs(s.result.course.together_minus_sum(12)).max() < 1e-9),
        ),
        (
            "To improve clearly is something else, because it means to cross a line: one person needs a single treatment "
            "to get there, another needs both, and nobody can cross the line twice. That is why a count of people can lie "
            "above or below the sum, although nothing happens between the treatments. Only One changes the other makes "
            "medication change how well the sessions teach.",
            toy(TWO, OPENING, lambda s: min(crossing(s)) > 50),
            holds(lambda: at(yardstick=80).beyond(GAINS) > 2 > -2 > at(yardstick=30).beyond(GAINS)),
            holds(only_one_control_changes_learning),
        ),
        (
            "Each person has two levels of symptoms, somatic $s$ (sleep, energy, appetite) and cognitive $c$ (beliefs, "
            "mood). The score is their mean. Each level follows its drive, and pulls the other along a little:",
            holds(two_levels),
            holds(lambda: "sleep, energy, appetite" in Symptoms.__doc__ and "beliefs" in Symptoms.__doc__),
            holds(lambda: set(at().course.model.symptoms.coupling().ravel()) == {0.0, 0.3}),
        ),
        (
            "$D\\,e$ is what the medication takes off, and $T\\,k$ is what therapy takes off. The illness passes with "
            "time and visits, alike in all groups with visits. Nothing here multiplies $e$ with $k$, so the answer to two "
            "pushes is the answer to one plus the answer to the other. Against a waiting list, each lead holds the visits "
            "as well: as the lesson opens, in week 12, the sum is then {} points too large.",
            fills(lambda: f"{-at(neither=WAITING).together_minus_sum:.1f}")(),
            holds(same_visits),
            holds(lambda: at().course.model.plasticity.gain == 0 == at().course.model.gate.strength),
            holds(lambda: abs(fell(DUMMY) - fell(WAITING) + at(neither=WAITING).together_minus_sum) < 1e-9),
            toy(TWO, OPENING, lambda s: s.values["week"] == 12),
        ),
        (
            "That is never below 0, and it is 0 only where a treatment adds nothing: so the third mission has no solution.",
            holds(lambda: sums(20, 50, 20)[0] == sums(20, 50, 20)[1] and sums(20, 35, 35)[0] > sums(20, 35, 35)[1] + 1),
            holds(lambda: not missions(3)[2].recipe),
        ),
        (
            "`toolkit.explore.source(toolkit.model.scales)` shows the code of the rulers, "
            "`source(toolkit.model.Symptoms)` the two levels.",
            holds(
                lambda: all(
                    f"def {scale}" in toolkit.explore.source(toolkit.model.scales).data
                    for scale in ("independence", "log_odds")
                )
            ),
            holds(lambda: "coupling" in toolkit.explore.source(Symptoms).data),
        ),
    ),
]
