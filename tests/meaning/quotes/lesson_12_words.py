"""What lesson 12's own words say of studies and of its model, and what holds it."""

import numpy as np

import toolkit
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import also, answer, asks, guesses_are, hint, holds, never, says_numbers, takes
from tests.meaning.quotes.lesson_12 import (
    COBALT,
    FOUNDATION,
    HOLLON,
    KOCSIS,
    LESSON,
    NOT_ENOUGH,
    THIRD,
    about_level,
    at,
    few_near_the_average,
    filters_look_at,
    gains_are_between_two_lives,
    knows_no,
    marker_mixes,
    marks_of,
    two_numbers_of_their_own,
    without,
)
from tests.meaning.quotes.reading import TEN, thirds_are_as_said
from tests.meaning.quoting import across, fills, quotes, toy, why
from toolkit.evidence import finding
from toolkit.explore.picture import COLOURS
from toolkit.lessons.who_benefits.people import SINGLE, WEEK, described
from toolkit.model import BOTH, CONDITIONS, DUMMY, MEDICATION, THERAPY, Cohort

HALF_EACH = {"pattern": "thirds", "marker": 70}
LOOKED_AT = {"who": "random", "people": 200, "seed": 1}


@fills
def lead(**values):
    """Points by which the marker is ahead, as they are written."""
    return f"{at(**values).lead:.1f}"


def alike(likeness):
    """How alike the two factors are, of ten thousand people."""
    traits = Cohort(10_000, 1, described("depression", LESSON.opening["spread"], likeness)).traits
    return np.corrcoef(np.log(traits.drug_response), np.log(traits.therapy_response))[0, 1]


def likeness_is_as_said():
    assert alike(1.0) > 0.999
    assert abs(alike(0.0)) < 0.03
    assert alike(-1.0) < -0.999


def a_coin_is_no_better():
    """Right in 50 of 100, it gains what one treatment gives, and never more than the better one."""
    clinic = at(marker=50)
    assert np.isclose(clinic.chosen(0.5), np.mean([clinic.mean(name) for name in SINGLE]))
    assert clinic.lead <= 0


def little_just_beyond_a_coin():
    """At the opening a coin nearly does; ten more of 100 gain a fifth of a point at most, and a perfect one more than half."""
    clinic = at()
    assert clinic.needed < 0.6
    assert clinic.chosen(0.6) < clinic.mean(clinic.best) + 0.2
    assert clinic.chosen(1.0) > clinic.chosen(0.9) > clinic.chosen(0.6) > clinic.chosen(0.5)
    assert clinic.chosen(1.0) - clinic.mean(clinic.best) > 0.5


def one_ahead_needs_more():
    """Where one of the two is ahead, about two in three can be needed."""
    clinic = at(condition="PTSD")
    assert clinic.mean(clinic.best) > min(map(clinic.mean, SINGLE)) + 0.5
    assert 0.6 < clinic.needed < 0.75


def thirds_differ_more():
    """The same marker gains more where people differ more in which treatment suits them."""
    before, thirds = at(), at(**HALF_EACH)
    assert before.marker == thirds.marker == 70
    apart = [np.mean(abs(clinic.gains[MEDICATION] - clinic.gains[THERAPY])) for clinic in (before, thirds)]
    assert apart[1] > 1.2 * apart[0]
    assert thirds.lead >= 0.5 > before.lead


def the_more_they_differ():
    """A perfect marker is ahead by more, the more people differ in what a treatment does for them."""
    ahead = [clinic.chosen(1.0) - clinic.mean(clinic.best) for clinic in (at(spread=0.0), at(), at(spread=1.5))]
    assert ahead == sorted(ahead)
    assert ahead[2] > 2 * ahead[0]


def picked_by_chance():
    """A third at random of 200, unlike the other people by chance alone, and for every people number anew."""
    clinic, other = at(**LOOKED_AT), at(**LOOKED_AT | {"seed": 2})
    assert clinic.picked.size == 200
    assert 0.3 < clinic.picked.mean() < 0.37
    assert (clinic.picked != other.picked).any()
    assert abs(clinic.apart) >= 10 > 3 >= abs(other.apart)


def chance_alone(size):
    """How far a random third is from the others in two thousand groups of a size, drawn from one crowd, people of 100."""
    crowd, chance = at().better[THERAPY], np.random.default_rng(1)
    drawn = crowd[chance.integers(0, crowd.size, (2000, size))]
    return 100 * np.abs(drawn[:, : size // 3].mean(axis=1) - drawn[:, size // 3 :].mean(axis=1))


def one_in_ten():
    assert 0.07 < (chance_alone(200) >= 10).mean() < 0.16


def chance_has_room():
    """Small groups stray further than large ones."""
    assert chance_alone(200).mean() > 2 * chance_alone(1000).mean()


def far_ahead_for_most():
    """Medication in these diagnoses; being wrong costs many points there, and being right about therapy brings few."""
    for name in ("ADHD", "bipolar", "schizophrenia", "opioid use"):
        clinic = at(condition=name)
        assert clinic.people(clinic.better[MEDICATION]) > 70
    clinic = at(condition="ADHD", marker=90)
    ahead = clinic.gains[MEDICATION] - clinic.gains[THERAPY]
    assert ahead[ahead > 0].mean() > 6
    assert -ahead[ahead < 0].mean() < 2
    assert clinic.lead < -0.3


def both_has_what_suits():
    """With both, nearly everybody gains about as much as with what suits them, or more; on average no choice gains more."""
    for clinic in (at(), at(pattern="thirds"), at(condition="ADHD")):
        better = np.maximum(clinic.gains[MEDICATION], clinic.gains[THERAPY])
        assert np.mean(clinic.gains[BOTH] > better - 0.5) > 0.85
        assert clinic.chosen(1.0) < clinic.mean(BOTH)


def door_that_we_built_in():
    """In our schizophrenia therapy teaches hardly anything without medication, and without the door it does."""
    clinic = at(condition="schizophrenia")
    assert "gate.threshold" in dict(CONDITIONS["schizophrenia"].changes)
    assert clinic.mean(THERAPY) < 0.5 < 1 < clinic.added(clinic.picked)
    assert without(clinic, "gate.strength").mean(THERAPY) > 4 * clinic.mean(THERAPY)


def standardised(clinic):
    """What therapy gains over a dummy pill, in standard deviations of scores as they are rated."""
    dummy, therapy = (clinic.course.ratings(WEEK)[clinic.course.arm(name)] for name in (DUMMY, THERAPY))
    return (dummy.mean() - therapy.mean()) / np.sqrt((dummy.var() + therapy.var()) / 2)


def one_persons_gains(shown):
    """A mark is at what medication and therapy gain for one person, who is closer to the middle than a point or not."""
    [trace] = [one for one in shown.chart["data"] if one["name"] == "more from therapy"]
    first = np.flatnonzero(shown.result.better[THERAPY])[0]
    return (trace["x"][0], trace["y"][0]) == tuple(shown.result.gains[name][first] for name in SINGLE)


def grey_rings(shown):
    [left_out] = [trace for trace in shown.chart["data"] if trace["name"] == "the others"]
    assert COLOURS["nothing"] == left_out["marker"]["color"]
    assert left_out["marker"]["symbol"] == "circle-open"
    return left_out["marker"]["size"] < min(
        trace["marker"]["size"] for trace in shown.chart["data"] if trace["name"].startswith("more from")
    )


def said_of(id, about, *phrases, drawn):
    """A study's row in the picture: what it is about, and whether figures of it are drawn or words stand there."""

    def hold():
        rows = [row for panel in LESSON.study_panels for row in panel["rows"]]
        [row] = [row for row in rows if (row.get("finding"), row.get("about")) == (id, about)]
        assert ("figures" in row, "said" in row) == (drawn, not drawn)
        why(id, *phrases)()

    return hold


def of_these(*arms):
    """Points that are said of arms."""
    return [lambda clinic, name=name: clinic.mean(name) for name in arms]


PEOPLE_SAID = (
    lambda clinic: clinic.people(clinic.average_people),
    lambda clinic: clinic.people(clinic.better[MEDICATION]),
    lambda clinic: clinic.people(clinic.better[THERAPY]),
)
OTHERS_SAID = (
    lambda clinic: clinic.people(clinic.better[MEDICATION], clinic.others),
    lambda clinic: clinic.people(clinic.better[THERAPY], clinic.others),
)
QUOTES = [
    *quotes(
        "12 words",
        (
            "On average, medication and therapy help equally. Could a test tell which of the two suits you?",
            about_level,
            toy(TEN, OPENING, lambda s: "a marker chooses" in {trace["name"] for trace in s.chart["data"]}),
        ),
        (
            "read a cloud of people, and say what its average leaves out | work out what a marker gains that is right so "
            "many times of 100 | tell people who do well anyway from people whom one treatment suits better | ask of any "
            "“this group benefits most” whether it held when it was looked at again",
            answer(12, 1, "Some people may gain from one of the two only"),
            answer(12, 2, 6.5, hinted=(8, 5, 6, 1.5)),
            answer(12, 3, "For both alike"),
            answer(12, 4, "say that it was replaced"),
        ),
        (
            "Who benefits: published figures beside the model's",
            toy(
                TEN,
                OPENING,
                lambda s: {"published", "the model, as set above"} <= {one["name"] for one in s.studies_chart["data"]},
            ),
        ),
        (
            "Diagnosis | help | Each is a label with numbers of our choice. | value | depression | options | depression | "
            "Depression | anxiety | Anxiety and panic | PTSD | Post-traumatic stress | ADHD | Attention deficit and "
            "hyperactivity | bipolar | Bipolar disorder, staying well | schizophrenia | Schizophrenia: medication as the "
            "foundation | opioid use | Opioid use disorder",
            holds(lambda: dict(LESSON.controls()[0].options) == {name: one.says for name, one in CONDITIONS.items()}),
            holds(lambda: all(one.caveat for one in CONDITIONS.values())),
        ),
        ("Look at | help | The others stay in the chart as small grey rings.", toy(TEN, NOT_ENOUGH, grey_rings)),
        (
            "severe | the third with the most severe illness | chronic | the third whom time helps least (chronic) | "
            "endogenous | the third with most symptoms of the body (“endogenous”) | negative | the third with most "
            "negative thinking | random | a random third (pretend: over 60) | after medication | people for whom "
            "medication alone was not enough | after therapy | people for whom therapy alone was not enough",
            filters_look_at(),
            picked_by_chance,
            knows_no("age"),
        ),
        (
            "How people differ | help | Hidden thirds: medication only, therapy only, half of each. | value | degrees | "
            "options | degrees | by degrees | thirds | in hidden thirds",
            holds(thirds_are_as_said),
            holds(lambda: len(np.unique(at(pattern="thirds").course.cohort.traits.drug_response)) == 3),
            holds(lambda: len(np.unique(at().course.cohort.traits.drug_response)) == 1000),
        ),
        (
            "How much people differ | help | In what a treatment does for them. 0: it does the same for all. Hidden thirds "
            "have their own. | value | high | unit | × the mean",
            two_numbers_of_their_own,
            holds(lambda: at(pattern="thirds", spread=0.0).lead == at(pattern="thirds").lead),
        ),
        ("The marker is right in | help | 50: no better than a coin.", a_coin_is_no_better),
        (
            "Do both treatments help the same people? | help | 1: the same people. 0: no link. -1: different people.",
            likeness_is_as_said,
        ),
        ("Number of people | help | A small group is where chance has most room.", chance_has_room),
        (
            "Each mark is one person: to the right, what medication gains for them; upwards, what therapy does. The green "
            "cross is the average, and inside the dashed square people are near it. How many marks are in there?",
            toy(
                TEN,
                OPENING,
                lambda s: s.chart["layout"]["xaxis"]["title"]["text"].startswith("points gained with medication"),
            ),
            toy(
                TEN,
                OPENING,
                lambda s: s.chart["layout"]["yaxis"]["title"]["text"].startswith("points gained with therapy"),
            ),
            few_near_the_average,
        ),
        (
            "One third gain from medication only, one third from therapy only, and one third half as much from each. The "
            "averages are nearly those of before. This marker is right half the time, like a coin. What would a better "
            "marker gain?",
            across(
                TEN,
                "Hidden thirds",
                OPENING,
                lambda thirds, before: (
                    thirds_are_as_said()
                    and thirds.values["marker"] == 50
                    and all(abs(thirds.result.mean(arm) - before.result.mean(arm)) < 0.3 for arm in before.result.gains)
                ),
            ),
            thirds_differ_more,
        ),
        (
            "The model knows no age. It picks a third of 200 people at random, and we pretend that they are over 60. How "
            "far apart are they and the others? And would you believe it?",
            knows_no("age"),
            picked_by_chance,
            toy(TEN, THIRD, lambda s: s.values | LOOKED_AT == s.values),
        ),
        (
            "These are the people whose symptoms did not halve with medication alone. Has it done nothing for them? Read "
            "what it gains for them on average, compared with their other life on a dummy pill.",
            filters_look_at("severe"),
            toy(TEN, NOT_ENOUGH, lambda s: s.values["who"] == "after medication" and s.result.mean(MEDICATION) > 1),
            gains_are_between_two_lives,
        ),
        (
            "In our schizophrenia, learning starts behind a door that medication has to open. We built that in. It does "
            "not say that anybody is too ill for therapy. What does therapy gain alone, and what does it add to medication?",
            door_that_we_built_in,
            toy(TEN, FOUNDATION, lambda s: "On top of medication, therapy adds" in s.sentence),
            why("driessen2010", "not weaker in more severe depression"),
            also("12", "it does not say that anybody is too ill for therapy"),
        ),
        (
            "Let the marker be right in at most 70 of 100. Make it gain at least 0.5 points more than the better treatment "
            "for everybody. | controls | How people differ | How much people differ | The marker is right in | Do both "
            "treatments help the same people?",
            asks(
                12,
                "A marker worth having",
                (True, {"marker": 70}, {"lead": 0.5}),
                (False, {"marker": 75}, {"lead": 0.5}),
                (False, {"marker": 70}, {"lead": 0.49}),
            ),
            takes(
                12,
                "A marker worth having",
                *("How people differ", "How much people differ", "The marker is right in"),
                "Do both treatments help the same people?",
                core=True,
            ),
            marker_mixes,
        ),
        (
            "A marker can only help with a choice that matters. When does the choice matter most?",
            thirds_differ_more,
            the_more_they_differ,
        ),
        (
            "The same marker gains {} points at the opening, and at least half a point here. What has changed is not the "
            "marker. These people differ more in which treatment suits them. Before anybody asks how good a test is, "
            "somebody must ask how much people differ, and nobody knows that yet.",
            lead(),
            thirds_differ_more,
            why("munkholm2020_variance", "it does not exclude them"),
            also("12", "Nobody knows how much people differ"),
        ),
        (
            "Start from A random third. How many of 100 gain clearly more from therapy, in your third and among the "
            "others? If the two differ by at least 10, pin it; if not, try another People number. Then test your discovery "
            "in new people: find a People number with which the two differ by at most 3.",
            asks(
                12,
                "Make a discovery",
                (True, LOOKED_AT | {"seed": 2}, {"apart": 3}, (LOOKED_AT, {"apart": -10})),
                (False, LOOKED_AT | {"seed": 2}, {"apart": 3}, (LOOKED_AT, {"apart": 9.9})),
                (False, LOOKED_AT | {"seed": 2}, {"apart": 3.1}, (LOOKED_AT, {"apart": 10})),
                (False, LOOKED_AT | {"seed": 2}, {"apart": 3}),
                (False, LOOKED_AT, {"apart": 3}, (LOOKED_AT, {"apart": 10})),
            ),
            toy(TEN, THIRD, lambda s: "39 from therapy. Of 100 others" in s.sentence and round(s.result.apart) == 11),
        ),
        (
            "Try the People numbers one by one. Write down how many of them show a discovery.",
            holds(lambda: [control.label for control in LESSON.controls()][-1] == "People number"),
            one_in_ten,
        ),
        (
            "These people were picked at random, so there was nothing to discover. And yet you had a headline about people "
            "over 60. In about one set of 200 people in ten, chance alone makes a difference as large as that. So whoever "
            "looks at many groups will find one. That is why a marker that was found in some people has to be tested in "
            "others.",
            picked_by_chance,
            one_in_ten,
            why("derubeis2014_pai", "Test such a rule in new people before use"),
        ),
        (
            "Let the marker be right in at least 90 of 100. Make it gain at least 0.3 points less than the better "
            "treatment for everybody. | controls | Diagnosis | The marker is right in",
            asks(
                12,
                "Nearly always right, and still worse",
                (True, {"marker": 90}, {"lead": -0.3}),
                (False, {"marker": 85}, {"lead": -0.3}),
                (False, {"marker": 90}, {"lead": -0.29}),
            ),
            takes(12, "Nearly always right, and still worse", "Diagnosis", "The marker is right in", core=False),
        ),
        (
            "What does a wrong answer cost, if one of the two is far ahead for nearly everybody? | recipe | set | "
            "condition | ADHD | set | marker | reply | Here medication is far ahead for most people. A wrong marker takes "
            "it away from a few of them, and each of them loses many points. The people whom it sends to therapy rightly "
            "win only a little. So “right in 90 of 100” is no reason to use a test. What would happen without it is the "
            "question. (These diagnoses are labels with numbers of our choice.)",
            far_ahead_for_most,
            also("12", "The diagnoses are labels with numbers of our choice"),
        ),
        (
            "Make a marker that chooses one treatment for each person, and gains more than both together for everybody. | "
            "controls | The marker is right in | How people differ | Diagnosis",
            asks(
                12,
                "Beat both",
                (True, {}, {"marker": 70, "chosen": lambda right: 10 * right, "mean": lambda arm: {BOTH: 6.9}[arm]}),
                (False, {}, {"marker": 70, "chosen": lambda right: 10 * right, "mean": lambda arm: {BOTH: 7.1}[arm]}),
            ),
            takes(12, "Beat both", "The marker is right in", "How people differ", "Diagnosis", core=False),
        ),
        (
            "Look at one person. What do they get if the marker is right? And what do they get with both? | reply | "
            "Because with both, nearly everybody has the treatment that suits them, and the other one as well. In points, "
            "a choice cannot win against no choice.",
            never(12, "Beat both"),
            both_has_what_suits,
        ),
        (
            "But points are not all: a second treatment takes time, money and side effects, and not everybody wants it. A "
            "good marker could spare people what they do not need. Lesson 13 is about that.",
            also("12 sheet", "Wait for time, money, side effects, wishes"),
            holds(lambda: toolkit.lessons.lesson(13).title.startswith("Benefit and harm")),
        ),
        (
            "Suppose that medication and therapy help equally on average, and that each person gains more from one of "
            "them. A marker (a blood test, a questionnaire) names that one. How often must it be right, to do better than "
            "giving everybody the same? | guesses | replies | A little more than 50 of 100: anything beats a coin | Yes. "
            "If the two are equal on average, and in trials of depression they about are, anything that beats a coin gains "
            "something. Look where the thick line crosses, and how little is gained just beyond it.",
            guesses_are(12, 52, 65, 80, 100),
            about_level,
            little_just_beyond_a_coin,
        ),
        (
            "About 65 of 100 | About that many can be needed if one of the two is ahead on average, because then a wrong "
            "marker takes the better one away from people. If they are equal, anything that beats a coin gains something, "
            "though not much.",
            one_ahead_needs_more,
            little_just_beyond_a_coin,
        ),
        (
            "About 80 of 100 | Less will do: if the two are equal on average, anything that beats a coin gains something. "
            "But you would be right to ask for more, since just beyond a coin it gains very little. | 100 of 100: only a "
            "perfect marker is fair | A perfect marker gains most, but one that errs can still gain something. Look where "
            "the thick line crosses, and how much is gained beyond that.",
            little_just_beyond_a_coin,
        ),
        (
            "In a trial, the average gain is the same with medication and with therapy. A newspaper writes: “It makes no "
            "difference which of the two you take.” What does the newspaper leave out? | right | Some people may gain from "
            "one of the two only",
            answer(12, 1, "Some people may gain from one of the two only"),
            holds(thirds_are_as_said),
        ),
        (
            "Nothing: the averages are equal | The averages are equal. But look at the hidden thirds: what do two equal "
            "averages look like there? | Some people may gain from one of the two only | Yes. Equal averages can stand for "
            "equal people, or for people who need different things. The averages alone cannot tell which. | Little: most "
            "people are near the average | Count the marks inside the dashed square. How many of 100 are there? | A trial "
            "is too small to say so | A larger trial would measure the two averages more firmly. Would it see one person "
            "twice?",
            answer(12, 1, "from one of the two only"),
            holds(lambda: abs(at(pattern="thirds").mean(MEDICATION) - at(pattern="thirds").mean(THERAPY)) < 0.3),
            few_near_the_average,
            also("12", "No real study can draw this picture, because nobody lives twice"),
        ),
        (
            "Half of the people gain 8 points with medication and 2 with therapy. For the other half it is the other way "
            "round. A marker names the better treatment for 75 of 100 people. How many points does it gain on average? | "
            "right | tolerance | unit | points | reply | Yes: 0.75 × 8 + 0.25 × 2 = {}. One treatment for everybody gains "
            "{}, so this marker is worth {} points. | hint | When it is right, a person gains 8 points; when it is wrong, "
            "2. How often does each happen?",
            fills(lambda: f"{0.75 * 8 + 0.25 * 2:g}")(),
            fills(lambda: f"{(8 + 2) / 2:g}")(),
            fills(lambda: f"{0.75 * 8 + 0.25 * 2 - (8 + 2) / 2:g}")(),
            answer(12, 2, 0.75 * 8 + 0.25 * 2, hinted=(8, 5, 6, 1.5)),
        ),
        (
            "That is a marker which is always right. | given | reply | That is a coin, or one treatment for everybody. "
            "This marker is right more often than that. | given | reply | That forgets those for whom it is wrong: they do "
            "not gain nothing, they gain 2. | given | reply | That is what the marker adds to one treatment for everybody. "
            "What does a person gain in all?",
            *(
                hint(12, 2, place, value)
                for place, value in enumerate((1.0 * 8 + 0 * 2, 0.5 * 8 + 0.5 * 2, 0.75 * 8, 0.75 * 8 + 0.25 * 2 - 5))
            ),
        ),
        (
            "In an invented trial, 60 of 100 people who have a partner improve with both treatments, and 40 of 100 with "
            "medication alone. Of people who live alone, 40 of 100 improve with both, and 20 of 100 with medication alone. "
            "For whom does adding therapy do more? | right | For both alike: {} more of 100 | replies | For people with a "
            "partner: 60 is the most | They do best, with or without therapy. How many more of 100 does therapy add for "
            "them? | For people who live alone: their number doubles | From 20 to 40 is double, that is true. In people, "
            "it is 20 more of 100. How many more is it for the others?",
            fills(lambda: f"{60 - 40}")(),
            answer(12, 3, f"{40 - 20} more of 100"),
            holds(lambda: 60 / 40 < 40 / 20 == 2),
        ),
        (
            "Yes. Having a partner tells who does well anyway (a predictor). It does not tell whom the added therapy suits "
            "better, counted in people of 100 (no moderator). As a ratio, the answer would differ, so always ask for the "
            "ruler. | That cannot be told without a dummy pill | A dummy pill would tell what comes anyway. What therapy "
            "adds to medication is between these two groups.",
            answer(12, 3, "For both alike"),
            holds(lambda: 60 - 40 == 40 - 20 and 60 / 40 != 40 / 20),
            also("12", "Do well anyway (predictor): a sign that tells who improves more, whatever the treatment"),
        ),
        (
            "A famous trial (Hollon 2014) said that adding therapy helped above all in severe depression that was not "
            "chronic. Counting errors came to light; the paper was retracted and replaced in 2016, and the difference by "
            "severity was no longer significant. What do you do with the old figure for that group? | right | Stop using "
            "it, say that it was replaced, and keep what still stands",
            answer(12, 4, "Stop using it"),
            answer(12, 4, "keep what still stands"),
            why(
                HOLLON, "located the gain in severe, non-chronic depression", "lost significance: severity interaction"
            ),
            why(HOLLON, "retracted and replaced in 2016 because of counting errors"),
            holds(lambda: finding(HOLLON).short == "Hollon 2014"),
        ),
        (
            "Use it: the trial was large and well run | A large trial can still count wrongly. The authors themselves no "
            "longer stand by that figure. | Drop the whole trial | Understandable, but the notice says that the main "
            "result, more recovery with both, stands. What no longer stands is less than everything.",
            answer(12, 4, "Stop using it"),
            why(
                HOLLON,
                "452 adults",
                "overall conclusion (combined > medication for recovery) stands",
                "three findings lost",
            ),
        ),
        (
            "Yes. And give credit: saying openly that one was wrong, and mending it, is what keeps research honest. | Use "
            "it, with a footnote | A footnote does not make a retracted figure right.",
            answer(12, 4, "Stop using it, say that it was replaced"),
            why(HOLLON, "DO NOT TEACH THE ORIGINAL NUMBERS AS CURRENT"),
        ),
        (
            "more of the trait | symbol | diamond | less | label | less of it | symbol | diamond-open",
            toy(TEN, OPENING, lambda s: marks_of(s, "more of the trait") == ["diamond"]),
            toy(TEN, OPENING, lambda s: marks_of(s, "less of it") == ["diamond-open"]),
            toy(TEN, THIRD, lambda s: set(s.result.effects_of_therapy) == {"more", "less"}),
        ),
        (
            "how many more of 100 with both (0: no more) | ends | hover | %{{x:.0f}} of 100 | spoken | {{:.0f}} of 100 | "
            "none | no more | rows | label | the model: the people you look at | toy | gain_from_both | label | the model: "
            "the others | toy | gain_left_out | said | nobody is left out",
            toy(
                TEN,
                OPENING,
                lambda s: (
                    "the people you look at 12 of 100; the model: the others: nobody is left" in s.studies_sentence
                ),
            ),
            toy(TEN, OPENING, lambda s: round(s.result.gain_from_both) == 12 and not s.result.others.any()),
            toy(TEN, THIRD, lambda s: f"the others {s.result.gain_left_out:.0f} of 100" in s.studies_sentence),
        ),
        (
            "medication not enough so far | side | ▲",
            said_of(COBALT, "medication not enough so far", "had not responded", drawn=True),
        ),
        (
            "chronic, medication not enough so far | side | ▼ | said | none shown (no figure)",
            said_of(
                KOCSIS,
                "chronic, medication not enough so far",
                "chronic depression that had not remitted",
                drawn=False,
            ),
        ),
        (
            "melancholic (“endogenous”) | side | ▼ | said | none shown (no figure)",
            said_of(
                "wang2021_melancholic",
                "melancholic (“endogenous”)",
                "melancholic depression",
                "no difference",
                drawn=False,
            ),
        ),
        (
            "over 59, well for 3 years | side | ▲",
            said_of("reynolds1999", "over 59, well for 3 years", "over-59s", "three-year", drawn=True),
        ),
        (
            "70 and over, well for 2 years | side | ▼",
            said_of("reynolds2006", "70 and over, well for 2 years", "patients 70 and older", "two-year", drawn=True),
        ),
        (
            "PTSD, veterans | side | ▼ | said | none shown (no figure)",
            said_of(
                "rauch2019_progress",
                "PTSD, veterans",
                "combat veterans with PTSD",
                "no difference between arms",
                drawn=False,
            ),
        ),
        (
            "bipolar depression, well in a year | side | ▲ | figures | arm | intensive psychotherapy + medication | brief "
            "psychoeducation + medication | outcome | recovery by 1 year",
            said_of(
                "miklowitz2007_stepbd",
                "bipolar depression, well in a year",
                "bipolar depression",
                "within a year",
                drawn=True,
            ),
        ),
        (
            "OCD, over medication | side | ▲ | figures | arm | ERP + clomipramine | clomipramine | outcome | response, treated",
            said_of("foa2005", "OCD, over medication", "both beat clomipramine alone", drawn=True),
        ),
        (
            "OCD, over exposure | side | ▼ | figures | arm | ERP + clomipramine | exposure + ritual prevention (ERP)",
            said_of("foa2005", "OCD, over exposure", "did as well as exposure plus clomipramine", drawn=True),
        ),
        (
            "lead in standard deviations (0: no lead) | ends | hover | %{{x:.2f}} | spoken | {{:.2f}} | rows | label | the "
            "model: therapy / dummy pill",
            toy(
                TEN,
                OPENING,
                lambda s: f"therapy / dummy pill {standardised(s.result):.2f};" in s.studies_sentence,
            ),
        ),
        (
            "therapy / control, by severity | side | ▲ | figures | who | more | comparison | psychotherapy vs control, "
            "high severity | measure | Cohen's d | how | effect | who | less | comparison | psychotherapy vs control, low "
            "severity",
            said_of(
                "driessen2010", "therapy / control, by severity", "the effect was larger for high-severity", drawn=True
            ),
        ),
        (
            "medication, by severity | side | ▼ | said | no difference shown (no figure)",
            said_of(
                "rabinowitz2016", "medication, by severity", "did not change the drug-placebo difference", drawn=False
            ),
        ),
        (
            "either treatment, melancholic or not | side | ▼ | said | no difference shown",
            said_of("cuijpers2017_melancholia", "either treatment, melancholic or not", "did not predict", drawn=False),
        ),
        (
            "Of 100 people, {{average:.0f}} are near the average for both treatments; {{medication:.0f}} gain clearly more "
            "from medication, and {{therapy:.0f}} from therapy. | people_picked | Of 100 people whom you look at, "
            "{{average:.0f}} are near their average for both treatments; {{medication:.0f}} gain clearly more from "
            "medication, and {{therapy:.0f}} from therapy. | others | Of 100 others, {{medication:.0f}} gain clearly more "
            "from medication, and {{therapy:.0f}} from therapy.",
            says_numbers(TEN, "Of 100 people, ", 100, *PEOPLE_SAID),
            says_numbers(TEN, "Of 100 people whom you look at", 100, *PEOPLE_SAID, setting=THIRD),
            says_numbers(TEN, "Of 100 others", 100, *OTHERS_SAID, setting=THIRD),
        ),
        (
            "A marker that is right in {{marker}} of 100 gains {{lead}} points more than {{best}} for everybody. | worse | "
            "A marker that is right in {{marker}} of 100 gains {{lead}} points less than {{best}} for everybody. | level | "
            "A marker that is right in {{marker}} of 100 gains about as much as {{best}} for everybody (difference: "
            "{{lead}} points).",
            toy(TEN, OPENING, lambda s: "points more than medication" in s.sentence and s.result.lead > 0.05),
            toy(TEN, FOUNDATION, lambda s: "points less than medication" in s.sentence and s.result.lead < -0.05),
            toy(TEN, "Hidden thirds", lambda s: "about as much as therapy" in s.sentence and abs(s.result.lead) < 0.05),
            *(
                says_numbers(TEN, "A marker", lambda s: s.marker, 100, lambda s: s.lead, setting=setting)
                for setting in (OPENING, FOUNDATION, "Hidden thirds")
            ),
        ),
        (
            "To do as well as that, it must be right in {{needed:.0f}} of 100. | never | No marker can do better than "
            "{{best}} for everybody here.",
            says_numbers(TEN, "To do as well as that", lambda s: 100 * s.needed, 100),
            toy(TEN, FOUNDATION, lambda s: "No marker can do better than medication" in s.sentence),
            toy(TEN, FOUNDATION, lambda s: s.result.chosen(1.0) - s.result.mean(MEDICATION) < 0.05),
        ),
        (
            "Points gained by week {{week}}, on average (more is better): medication {{medication}}, therapy {{therapy}}, both "
            "{{both}}.",
            says_numbers(TEN, "Points gained", WEEK, *of_these(MEDICATION, THERAPY, BOTH)),
            says_numbers(TEN, "Points gained", WEEK, *of_these(MEDICATION, THERAPY, BOTH), setting=FOUNDATION),
            gains_are_between_two_lives,
        ),
        (
            "On top of {{first}}, {{second}} adds {{added}} points. | adds_picked | On top of {{first}}, {{second}} adds "
            "{{added}} points for them, and {{others}} for the others.",
            says_numbers(TEN, "On top of medication, therapy adds", lambda s: s.mean(BOTH) - s.mean(MEDICATION)),
            says_numbers(
                *(TEN, "On top of medication, therapy adds"),
                lambda s: s.mean(BOTH) - s.mean(MEDICATION),
                lambda s: s.mean(BOTH, s.others) - s.mean(MEDICATION, s.others),
                setting=THIRD,
            ),
        ),
        (
            "points gained with {{name}}, week {{week}} | marker_axis | the marker is right in … of 100 | points_axis | "
            "points gained | edge | 15 or more",
            toy(
                TEN,
                OPENING,
                lambda s: s.chart["layout"]["xaxis"]["title"]["text"] == f"points gained with medication, week {WEEK}",
            ),
            toy(TEN, OPENING, lambda s: s.chart["layout"]["xaxis"]["ticktext"][-1] == "15 or more"),
            toy(TEN, OPENING, lambda s: s.chart["layout"]["xaxis2"]["tickvals"][-1] == 100),
            toy(
                TEN,
                FOUNDATION,
                lambda s: max(max(one["x"]) for one in s.chart["data"] if one.get("xaxis") == "x") == 15,
            ),
        ),
        (
            "medication %{{{{x:.1f}}}}, therapy %{{{{y:.1f}}}} points | near | near the average",
            toy(TEN, OPENING, one_persons_gains),
        ),
        (
            "hidden thirds: what medication does, by kind (times the mean) | therapy_response | hidden thirds: what "
            "therapy does, by kind (times the mean)",
            holds(
                lambda: (
                    [one.value for one in LESSON.own(LESSON.opening | {"pattern": "thirds"})][-2:]
                    == ["2, 0, 1", "0, 2, 1"]
                )
            ),
        ),
    ),
]
