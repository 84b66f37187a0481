"""What lesson 03's notebook says of studies, of its limits and at its end, and what holds it."""

import numpy as np

import toolkit
from tests import scored
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import claims, holds, last_lines, sized, tasks_are
from tests.meaning.quotes.lesson_03 import (
    CAMS,
    EVERY_GROUP,
    GAINS,
    KELLER,
    SAD,
    at,
    fields,
    here,
    marks,
    near_cams_in_three,
    nobody_leaves,
    not_linked,
    same_visits,
    severe_gain_more,
    slot,
    sums,
    trial,
)
from tests.meaning.quotes.reading import TWO
from tests.meaning.quoting import effect, one, people, quotes, share, text, told, toy, why
from toolkit.explore.picture import ARMS
from toolkit.lessons.additive_effect.people import SCALES
from toolkit.lessons.additive_effect.studies import ACUTE
from toolkit.model import BOTH, EXPECTED_FROM_BOTH
from toolkit.model.model import INTERACTIONS


def ahead():
    """Both over medication and over therapy, on the scoreboard: (model's, published, verdict), standard deviations."""
    said = scored.written()
    both = (f"Cuijpers {rest}, effect size" for rest in ("2014: both over medication", "2009: both over therapy"))
    return [(said[each]["model"], said[each]["published"], said[each]["verdict"]) for each in both]


WITH, WITHOUT = "{} · {} · {} · {} ({} to {}) | {} · {} · {}", "{} · {} · {} · {} | {} · {} · {}"


def intervals():
    return [real.interval for real in ACUTE if real.interval]


def green_diamonds(chart):
    """What was seen with both is drawn so, with each trial's interval; every other mark is a sum."""
    for seen in (each for each in chart["data"] if each["name"] == "seen with both"):
        assert (seen["marker"]["symbol"], seen["marker"]["color"]) == ("diamond", ARMS[BOTH].colour)
    first = next(each for each in chart["data"] if each["name"] == "seen with both")
    low, high = (100 * end for end in trial(CAMS).interval)
    assert np.isclose(first["x"][1] - first["error_x"]["arrayminus"][1], low)
    assert np.isclose(first["x"][1] + first["error_x"]["array"][1], high)
    return {each["name"].partition(" with")[0] for each in chart["data"]} == {"the sum", "seen"}


def more_of_100(id, both, alone):
    """People of 100 more who stay well with both than with medication alone, and both ends of what fits."""
    one, other = (toolkit.finding(id).arm(name) for name in (both, alone))
    ill = toolkit.model.risk_gain(one.value * one.n, one.n, other.value * other.n, other.n)
    return [round(-100 * ill[place]) for place in (0, 2, 1)]


def built_to_add():
    """Every switch by which two treatments could change each other is off, and with one of them on the sum is not theirs."""
    model = at().course.model
    assert {model.value(path) for path in INTERACTIONS} == {0.0}
    return at(interaction="both").together_minus_sum > 0.5


def row(words, *held):
    """A row of the table of studies, without the marks of emphasis."""
    return one(words.replace("**", "")), *held


QUOTES = [
    *quotes(
        "03",
        (
            "The claim, in one line. Both together help more than either alone: about the sum. > The study most often "
            "quoted for it put anxious children into four groups at random [walkup2008_cams]. With both, {} of 100 "
            "improved clearly, with therapy {}. > > How sure? Anything from {} to {} fits, so both helped more than "
            "either, although less than the gains added.",
            share(CAMS, "sertraline + CBT"),
            share(CAMS, "CBT"),
            *(slot(100 * end) for end in trial(CAMS).interval),
            claims("C4", "both together are stronger", "Each works alone", number=3),
            why(
                CAMS, "anxious children", "RCT", "sub-additive", "sertraline plus CBT helped about four", against=False
            ),
            holds(lambda: len(toolkit.finding(CAMS).arms) == 4),
            holds(lambda: 100 * trial(CAMS).interval[0] > 60 and trial(CAMS).interval[1] < trial(CAMS).expected(GAINS)),
        ),
        (
            "> The study that speaks most clearly against it treated social anxiety in adults "
            "[davidson2004_socialphobia]. With both, {} of 100 improved clearly, with group therapy {}, with medication "
            "{}. > > How sure? Anything from {} to {} fits, so it did not show that both helps more.",
            *(share(SAD, arm) for arm in ("group CBT + fluoxetine", "group CBT", "fluoxetine")),
            *(slot(100 * end) for end in trial(SAD).interval),
            why(SAD, "adults with generalised social phobia", "combining gave nothing extra", against=True),
            holds(
                lambda: all(trial(SAD).interval[0] < alone < trial(SAD).interval[1] for alone in trial(SAD).shares[1:3])
            ),
        ),
        (
            "Put together. On average both did more than one, although not in every trial, and most trials are too small "
            "to tell the sum from something near it.",
            why("cuijpers2014_adding", "moderate extra benefit over the antidepressant alone"),
            why("cuijpers2020_nma", "roughly a quarter over either"),
            why(SAD, "combining gave nothing extra", against=True),
            holds(lambda: sum(high - low > 0.15 for low, high in intervals()) > 0.7 * len(intervals())),
        ),
        (
            "All studies, in a picture. ▲ for, ▼ against this claim, ◆ mixed. Green diamonds show what was seen with both, with 95 "
            "% intervals; other marks are the sums.",
            marks(SAD, "foa2005", against=True),
            marks(CAMS, "tads2004", "pots2004", "blanco2010_sad", against=False),
            toy(TWO, OPENING, lambda s: green_diamonds(s.studies_chart)),
        ),
        (
            "All figures are people of 100. Sums: gains added · those left · odds multiplied, our sums. The interval is "
            "that of both, as published or worked out from the number of people. The sums are uncertain, too: each comes "
            "from three groups.",
            holds(
                lambda: list(EXPECTED_FROM_BOTH)[:3] == list(SCALES) == ["risk difference", "independence", "log-odds"]
            ),
            holds(lambda: trial("tads2004").interval == tuple(trial("tads2004").read[3].ci)),
            holds(lambda: trial(CAMS).read[3].ci is None and trial(CAMS).read[3].n == 140),
            holds(lambda: sums(*(100 * share for share in trial(CAMS).shares[:3])) == [91, 76, 85]),
        ),
        row(
            f"| walkup2008_cams | 488 children, anxiety, 12 weeks | {WITH} | ▲ | groups with therapy knew it |",
            *fields(CAMS),
            marks(CAMS, against=False),
            why(CAMS, "488 children", "anxiety", "12 weeks", "CBT and combination arms knew what they received"),
        ),
        row(
            f"| tads2004 | 439 teenagers, depression, 12 weeks | {WITH} | ▲ | groups with therapy knew it; therapy alone "
            "was not clearly ahead of the dummy pill |",
            *fields("tads2004"),
            marks("tads2004", against=False),
            why(
                "tads2004",
                "CBT alone was not clearly above placebo",
                "439 adolescents",
                "combination unblinded",
                "12 weeks",
            ),
        ),
        row(
            f"| pots2004 | 112 children, OCD, 12 weeks | {WITH} | ▲ | 28 in each group; in points clearly ahead of each "
            "alone |",
            *fields("pots2004"),
            marks("pots2004", against=False),
            why("pots2004", "112 children", "28 per arm", "clearly better than each alone on the continuous scale"),
        ),
        row(
            f"| blanco2010_sad | 128 adults, social anxiety, 12 weeks | improved {WITH} | ▲ | small; the medication is "
            "rarely used today |",
            *fields("blanco2010_sad", "response"),
            marks("blanco2010_sad", against=False),
            why("blanco2010_sad", "rarely used today", "128 adults", "Small arms"),
        ),
        row(
            f"| the same | | well {WITH} | ▲ | looks far above every sum, and still chance may do it: the sums come from "
            "small groups, too |",
            *fields("blanco2010_sad", "remission"),
            why("blanco2010_sad", "not distinguishable from additive", "looks super-additive", "Small arms"),
        ),
        row(
            f"| foa2005 | 122 adults, OCD, 12 weeks | {WITHOUT} | ▼ | did not show more than therapy alone; no interval |",
            *fields("foa2005"),
            why("foa2005", "combination did not beat the psychotherapy alone", "122 adult", against=True),
            holds(lambda: trial("foa2005").interval is None),
        ),
        row(
            f"| davidson2004_socialphobia | 295 adults, social anxiety, 14 weeks | {WITH} | ▼ | with therapy and a dummy "
            "pill, a fifth group: {} |",
            *fields(SAD),
            share(SAD, "group CBT + placebo"),
            why(SAD, "295 adults", "14 weeks, 5 arms", against=True),
        ),
        row(
            f"| the model | 1,000 simulated, as it opens, 12 weeks | {WITHOUT} | | set to be near the first row in three "
            "groups, not in the fourth |",
            *(here(lambda seen, group=group: seen.people(group)) for group in EVERY_GROUP),
            *(here(lambda seen, scale=scale: seen.sums[scale]) for scale in SCALES),
            holds(near_cams_in_three),
        ),
        row(
            f"| reynolds1999 | 107 people over 59, stayed well for 3 years | {WITH} | ◆ | all had got well on both before; "
            "over medication alone it did not show a difference (P = .06) |",
            *fields("reynolds1999"),
            why(
                "reynolds1999",
                "107 recovered patients older than 59",
                "All entered after responding to BOTH",
                "only showed a trend over nortriptyline alone (P = .06)",
            ),
        ),
        row(
            f"| reynolds2006 | 116 people of 70 and over, stayed well for 2 years | {WITH} | ▼ | all had got well on both "
            "before; over medication alone it did not show a difference (2 more; fits 21 fewer to 24 more, our sum) |",
            *fields("reynolds2006"),
            why("reynolds2006", "116 randomised responders aged 70+", "2 years", against=True),
            holds(
                lambda: (
                    more_of_100("reynolds2006", "paroxetine + psychotherapy", "paroxetine + clinical management")
                    == [2, -21, 24]
                )
            ),
        ),
        row(
            "| combine2006 | 1,383 adults, alcohol, 16 weeks | {} · {} · {} · {} of 100 days | {} · {} · {} | ▼ | days "
            "without drinking, not people; the dummy pill came with medical visits, a strong rival |",
            *fields("combine2006"),
            why("combine2006", "1,383", "16 weeks", "percent days", against=True),
            why("combine2006", "placebo + medical management", "Seeing a clinician and taking a placebo beat"),
        ),
        row(
            f"| nordahl2016_sad | 102 adults, social anxiety, well a year later | {WITHOUT} | ▼ | about 25 in each group; a "
            "single clinic, that of those who developed the therapy |",
            *fields("nordahl2016_sad"),
            why(
                "nordahl2016_sad", "102 adults", "About 25 per arm; one centre of the therapy developers", against=True
            ),
        ),
        row(
            "| keller2000 | 681 adults, chronic depression, 12 weeks | – · {} · {} · {} | cannot be worked out | ◆ | more "
            "than either; whether it is the sum, nobody can say |",
            *(share(KELLER, arm) for arm in ("nefazodone", "CBASP psychotherapy", "combined")),
            why(KELLER, "No placebo arm", "681 randomised", "chronic", "versus about half with either one alone"),
        ),
        row(
            "| kocsis2009_revamp | {} adults, chronic depression, not yet well on medication | both / medication alone | did "
            "not show more people well | ▼ | all had their medication adjusted; 12 weeks |",
            people("kocsis2009_revamp", "all three", "remission"),
            why(
                "kocsis2009_revamp", "no more remission than optimised medication alone", "RCT, 12 weeks", against=True
            ),
            why("kocsis2009_revamp", "had not remitted on medication", "All arms received actively changed medication"),
        ),
        row(
            "| tads2007 | 327 teenagers, the trial above, week 36 | – · {} · {} · {} | cannot be worked out | ◆ | in week "
            "12 it was {}, {} and {}: the lead got smaller |",
            *(share("tads2007", arm, "response", 36) for arm in ("fluoxetine", "CBT", "combination")),
            *(share("tads2007", arm, "response", 12) for arm in ("fluoxetine", "CBT", "combination")),
            why("tads2007", "lead of combined treatment in adolescents narrowed", "327 adolescents", "No placebo arm"),
        ),
        row(
            "| cuijpers2014_adding | 3,623 people, 52 trials, depression and anxiety | both / medication alone | both ahead "
            "by {} standard deviations ({} to {}) | ▲ | people with both have more visits, and know it |",
            *sized("cuijpers2014_adding", "combined", "Hedges"),
            marks("cuijpers2014_adding", against=False),
            why("cuijpers2014_adding", "open-label extra contact", "52 trials, 3,623 patients", "expectancy"),
        ),
        row(
            "| cuijpers2020_nma | 11,910 adults, {} trials, depression | both / medication · both / therapy | ratio of "
            "those who improve {} ({} to {}) · {} ({} to {}) | ▲ | a network; nobody can be kept from knowing |",
            told("cuijpers2020_nma", r"(\d+) (?:studies|trials|RCTs)"),
            *sized("cuijpers2020_nma", "combined vs pharmacotherapy alone", "response"),
            *sized("cuijpers2020_nma", "combined vs psychotherapy alone", "response"),
            why("cuijpers2020_nma", "11,910 patients", "Blinding is impossible", "network", against=False),
        ),
        row(
            "| cuijpers2009_vs_psychotherapy | 1,838 adults, 18 trials, depression | both / therapy alone | both ahead by "
            "{} standard deviations ({} to {}) | ◆ | later on, the lead did not show |",
            *sized("cuijpers2009_vs_psychotherapy", "combined", "standardised"),
            why(
                "cuijpers2009_vs_psychotherapy",
                "gone at follow-up",
                "18 trials, 1,838 people",
                "small margin at the end",
            ),
        ),
        (
            "- In points the two add up exactly because we built them so, although in real people they need not.",
            holds(built_to_add),
        ),
        (
            "- As the lesson opens, three groups are set to lie near one trial of children. With both, the model then has "
            "{} of 100 improved, and the trial had {} [walkup2008_cams]. That is more than was seen, at the very end of "
            "the trial's interval.",
            here(lambda seen: seen.people(BOTH)),
            share(CAMS, "sertraline + CBT"),
            holds(near_cams_in_three),
            holds(lambda: 0 <= 100 * trial(CAMS).interval[1] - at().shares[BOTH] < 1),
        ),
        (
            "- At usual strength, and run as in those trials, the model has both about 0.3 standard deviations ahead of "
            "either alone. Over therapy that is near what was published. Over medication it is too little: published are "
            "{} [cuijpers2014_adding].",
            effect("cuijpers2014_adding"),
            holds(lambda: [round(model, 1) for model, *_ in ahead()] == [0.3, 0.3]),
            holds(lambda: [verdict for *_, verdict in ahead()] == ["outside", "inside"]),
            holds(lambda: ahead()[0][0] < ahead()[0][1] == 0.43),
        ),
        (
            "- People who get both know it, and they often see somebody more, while hope and visits are alike here in all "
            "groups but the waiting list.",
            why("cuijpers2014_adding", "open-label extra contact, so part of the gain may be attention and expectancy"),
            holds(same_visits),
            holds(lambda: {plan.hope for plan in at().course.plans.values()} == {1.0}),
        ),
        (
            "- Here nobody leaves a treatment, although in trials some people do, in every group.",
            holds(nobody_leaves),
            why(
                "cuijpers2020_nma",
                "study drop-out for any reason): combined",
                "drop-out for any reason): psychotherapy",
            ),
        ),
        (
            "- Among people who begin with the same score, whoever gains much from medication gains neither more nor less "
            "from therapy here, although nobody knows whether that is so.",
            holds(not_linked),
            holds(severe_gain_more),
        ),
        (
            "- The model was set to look like depression, while children with anxiety, or adults who drink, are other "
            "people.",
            holds(lambda: at().course.cohort.condition == "depression"),
            why(CAMS, "anxious children"),
            why("combine2006", "alcohol"),
        ),
        (
            "- A door to learning and faster learning are only ideas here, and lessons 05 and 06 ask what speaks for them.",
            holds(lambda: "No trial has put a door to the test" in text("claims")),
            holds(lambda: "door" in toolkit.lessons.lesson(5).goals[0]),
            holds(lambda: "learning faster" in toolkit.lessons.lesson(6).goals[0]),
        ),
        (
            "Six short tasks. The sixth wants code: it is for those who like it, and does not count.",
            tasks_are(3, 6, (6,)),
        ),
        (
            "For those who like code, and for nobody else: put your own line in place of the three dots.",
            tasks_are(3, 6, (6,)),
            holds(lambda: "three dots" in toolkit.explore.question.UNWRITTEN),
        ),
        (
            'Take away "More than the sum" needs a ruler and a fourth group. Ask for both.',
            holds(lambda: len({np.sign(round(at().beyond(scale) / 3)) for scale in SCALES}) == 3),
            toy(TWO, "Three groups only", lambda s: all(np.isnan(total) for total in s.result.sums.values())),
        ),
        *last_lines(3),
    ),
]
