"""What lesson 03 says of studies and of its model, and what holds it."""

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import holds, lead
from tests.meaning.quotes.reading import TWO
from tests.meaning.quoting import effect, fills, people, quotes, share, told, toy, why
from toolkit.evidence import FACTORIAL
from toolkit.lessons.additive_effect.people import SCALES
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY, WAITING

GAINS, LEFT, ODDS = SCALES


def at(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(3, **values)


@fills
def here(count, **values):
    """A count of the model's at some values, whole."""
    return f"{count(at(**values)):.0f}"


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


CAMS, SAD, KELLER = "walkup2008_cams", "davidson2004_socialphobia", "keller2000"
GROUPS = ("placebo", "sertraline", "CBT", "sertraline + CBT")
THREE_GROUPS = {"medication": 1.6, "therapy": 1.5, "recovery": 0.7}
WITH, WITHOUT = "{} · {} · {} · **{}** ({} to {}) | {} · {} · {}", "{} · {} · {} · **{}** | {} · {} · {}"


def plain(says):
    return says.replace("*", "")


QUOTES = [
    *quotes(
        "03",
        (
            "With both, {} of 100 improved clearly, with therapy {}",
            share(CAMS, "sertraline + CBT"),
            share(CAMS, "CBT"),
            why(CAMS, "sertraline plus CBT helped about four in five", against=False),
        ),
        (
            "Anything from {} to {} fits, so both helped more than either, although less than the gains added",
            *(slot(100 * end) for end in trial(CAMS).interval),
            why(CAMS, "sub-additive"),
            holds(lambda: 100 * trial(CAMS).interval[0] > 60 and trial(CAMS).interval[1] < trial(CAMS).expected(GAINS)),
        ),
        (
            "With both, {} of 100 improved clearly, with group therapy {}, with medication {}",
            *(share(SAD, arm) for arm in ("group CBT + fluoxetine", "group CBT", "fluoxetine")),
        ),
        (
            "Anything from {} to {} fits, so it did not show that both helps more",
            *(slot(100 * end) for end in trial(SAD).interval),
            why(SAD, "combining gave nothing extra", against=True),
        ),
        (
            "On average both did more than one, although not in every trial",
            why("cuijpers2014_adding", "moderate extra benefit over the antidepressant alone"),
            why("cuijpers2020_nma", "roughly a quarter over either"),
            why(SAD, "combining gave nothing extra", against=True),
        ),
        (plain(f"488 children, anxiety, 12 weeks | {WITH} | ▲ | groups with therapy knew it"), *fields(CAMS)),
        (
            plain(
                f"439 teenagers, depression, 12 weeks | {WITH} | ▲ | groups with therapy knew it; therapy alone was not clearly"
            ),
            *fields("tads2004"),
            why("tads2004", "CBT alone was not clearly above placebo", "439 adolescents", "combination unblinded"),
        ),
        (
            plain(
                f"112 children, OCD, 12 weeks | {WITH} | ▲ | 28 in each group; in points clearly ahead of each alone"
            ),
            *fields("pots2004"),
            why("pots2004", "112 children", "28 per arm", "clearly better than each alone on the continuous scale"),
        ),
        (
            plain(
                f"128 adults, social anxiety, 12 weeks | improved {WITH} | ▲ | small; the medication is rarely used today"
            ),
            *fields("blanco2010_sad", "response"),
            why("blanco2010_sad", "rarely used today", "128 adults"),
        ),
        (
            plain(f"well {WITH} | ▲ | looks far above every sum, and still chance may do it"),
            *fields("blanco2010_sad", "remission"),
            why("blanco2010_sad", "not distinguishable from additive", "Small arms"),
        ),
        (
            plain(f"122 adults, OCD, 12 weeks | {WITHOUT} | ▼ | did not show more than therapy alone"),
            *fields("foa2005"),
            why("foa2005", "combination did not beat the psychotherapy alone", "122 adult", against=True),
        ),
        (
            plain(
                f"295 adults, social anxiety, 14 weeks | {WITH} | ▼ | with therapy and a dummy pill, a fifth group: {{}}"
            ),
            *fields(SAD),
            share(SAD, "group CBT + placebo"),
        ),
        (
            plain(f"1,000 simulated, as it opens, 12 weeks | {WITHOUT} |"),
            *(here(lambda seen, group=group: seen.people(group)) for group in (DUMMY, MEDICATION, THERAPY, BOTH)),
            *(here(lambda seen, scale=scale: seen.sums[scale]) for scale in SCALES),
        ),
        (
            plain(f"107 people over 59, stayed well for 3 years | {WITH} | ◆ | all had got well on both before"),
            *fields("reynolds1999"),
            why(
                "reynolds1999",
                "All entered after responding to BOTH",
                "only showed a trend over nortriptyline alone (P = .06)",
            ),
        ),
        (
            plain(f"116 people of 70 and over, stayed well for 2 years | {WITH} | ▼ | all had got well on both before"),
            *fields("reynolds2006"),
            why("reynolds2006", "116 randomised responders aged 70+", against=True),
        ),
        (
            plain(
                "1,383 adults, alcohol, 16 weeks | {} · {} · {} · **{}** of 100 days | {} · {} · {} | ▼ | days without drinking"
            ),
            *fields("combine2006"),
            why("combine2006", "percent days", "Seeing a clinician and taking a placebo beat", against=True),
        ),
        (
            plain(
                f"102 adults, social anxiety, well a year later | {WITHOUT} | ▼ | about 25 in each group; a single clinic"
            ),
            *fields("nordahl2016_sad"),
            why("nordahl2016_sad", "About 25 per arm; one centre of the therapy developers", against=True),
        ),
        (
            plain("681 adults, chronic depression, 12 weeks | – · {} · {} · **{}** | cannot be worked out"),
            *(share(KELLER, arm) for arm in ("nefazodone", "CBASP psychotherapy", "combined")),
            why(KELLER, "No placebo arm", "681 randomised"),
        ),
        (
            "{} adults, chronic depression, not yet well on medication | both / medication alone | did "
            "not show more people well",
            people("kocsis2009_revamp", "all three", "remission"),
            why("kocsis2009_revamp", "no more remission than optimised medication alone", against=True),
        ),
        (
            plain(
                "327 teenagers, the trial above, week 36 | – · {} · {} · **{}** | cannot be worked out | ◆ "
                "| in week 12 it was {}, {} and {}"
            ),
            *(share("tads2007", arm, "response", 36) for arm in ("fluoxetine", "CBT", "combination")),
            *(share("tads2007", arm, "response", 12) for arm in ("fluoxetine", "CBT", "combination")),
            why("tads2007", "lead of combined treatment in adolescents narrowed", "327 adolescents"),
        ),
        (
            "both ahead by {} standard deviations ({} to {}) | ▲ | people with both have more visits",
            *lead("cuijpers2014_adding", "combined", "Hedges"),
            why("cuijpers2014_adding", "open-label extra contact", "52 trials, 3,623 patients"),
        ),
        (
            "11,910 adults, {} trials, depression | both / medication · both / therapy | ratio of "
            "those who improve {} ({} to {}) · {} ({} to {})",
            told("cuijpers2020_nma", r"(\d+) (?:studies|trials|RCTs)"),
            *lead("cuijpers2020_nma", "combined vs pharmacotherapy alone", "response"),
            *lead("cuijpers2020_nma", "combined vs psychotherapy alone", "response"),
            why("cuijpers2020_nma", "11,910 patients", "Blinding is impossible"),
        ),
        (
            "1,838 adults, 18 trials, depression | both / therapy alone | both ahead by {} standard "
            "deviations ({} to {}) | ◆",
            *lead("cuijpers2009_vs_psychotherapy", "combined", "standardised"),
            why("cuijpers2009_vs_psychotherapy", "gone at follow-up", "18 trials, 1,838 people"),
        ),
        (
            "the model then has {} of 100 improved, and the trial had {} [walkup2008_cams]. That is "
            "more than was seen, at the very end",
            here(lambda seen: seen.people(BOTH)),
            share(CAMS, "sertraline + CBT"),
            holds(lambda: 0 <= 100 * trial(CAMS).interval[1] - at().shares[BOTH] < 1),
        ),
        ("published are {} [cuijpers2014_adding]", effect("cuijpers2014_adding")),
        (
            "About {} of 100 improve in it, so the gains added are {}. With both, {} improve: that is about the sum",
            here(lambda seen: seen.people(DUMMY), **THREE_GROUPS),
            here(lambda seen: seen.sums[GAINS], **THREE_GROUPS),
            here(lambda seen: seen.people(BOTH), **THREE_GROUPS),
        ),
        (
            "*both* takes off {} points more than the two added. Beside the {} points that *both* takes off in all, it is "
            "small",
            fills(lambda: f"{at(interaction='both').together_minus_sum:.1f}")(),
            fills(lambda: f"{at(interaction='both').gains[BOTH]:.1f}")(),
        ),
        (
            "few people reach the harder goal with one treatment, and far more with both. So the dots of *both* reach "
            "above all three lines",
            toy(TWO, "A harder goal", lambda s: all(s.result.beyond(scale) > 2 for scale in SCALES)),
        ),
        (
            "The less each treatment adds, the fewer people would have been helped by either one",
            toy(TWO, "Usual strength", lambda s: max(s.result.sums.values()) - min(s.result.sums.values()) < 4),
        ),
        (
            "In the opening picture, more people improved with both than with either alone",
            toy(
                TWO,
                OPENING,
                lambda s: s.result.people(BOTH) > max(s.result.people(group) for group in (MEDICATION, THERAPY)),
            ),
        ),
        (
            "so in points, both is exactly the sum, in every single person",
            toy(TWO, OPENING, lambda s: abs(s.result.course.together_minus_sum(12)).max() < 1e-9),
        ),
        (
            "Medication helps 31 more than the dummy pill, therapy 36 more. 24 + 31 + 36 = {}",
            slot(100 * trial(CAMS).expected(GAINS)),
        ),
        (
            "both leave 45 × 40 ÷ 76, about {}. So {} improve",
            slot(45 * 40 / 76),
            slot(100 * trial(CAMS).expected(LEFT)),
        ),
        (
            "The odds are 0.32 with the dummy pill, 1.22 with medication, 1.5 with therapy. 1.22 × 1.5 "
            "÷ 0.32 is 5.7, and 5.7 ÷ 6.7 is {} of 100",
            slot(100 * trial(CAMS).expected(ODDS)),
            holds(
                lambda: (
                    [round(share / (100 - share), 2) for share in (24, 55, 60)] == [0.32, 1.22, 1.5]
                    and round(1.22 * 1.5 / 0.32, 1) == 5.7
                    and round(100 * 5.7 / 6.7) == 85
                )
            ),
        ),
    ),
    *quotes(
        "03 words",
        (
            "{} of 100 people improve clearly with a dummy pill and visits, {} with medication, {} with therapy",
            *(share(CAMS, arm) for arm in GROUPS[:3]),
        ),
        (
            "A famous trial of three groups looks like this (Keller 2000: {}, {} and {} of 100)",
            *(share(KELLER, arm) for arm in ("nefazodone", "CBASP psychotherapy", "combined")),
        ),
        (
            "About half, half and seven in ten improve clearly",
            toy(
                TWO,
                "Three groups only",
                lambda s: all(
                    abs(s.result.shares[group] - about) < 4
                    for group, about in ((MEDICATION, 50), (THERAPY, 50), (BOTH, 70))
                ),
            ),
        ),
        (
            "{} of 100 people improved with medication, {} with therapy and {} with both",
            *(share(KELLER, arm) for arm in ("nefazodone", "CBASP psychotherapy", "combined")),
        ),
        (
            "In a trial with children, {} of 100 improved clearly with both (Walkup 2008)",
            share(CAMS, "sertraline + CBT"),
        ),
        ("By that ruler the sum is {}, so 81 is fewer", slot(100 * trial(CAMS).expected(GAINS))),
        ("Yes: it asks for {}. By the two other rulers the same 81 is fewer", slot(100 * trial(CAMS).expected(LEFT))),
        ("By that ruler the sum is {}, so 81 is fewer", slot(100 * trial(CAMS).expected(ODDS))),
        (
            "The three sums are {}, {} and {}. Compare each of them with 81",
            *(slot(100 * trial(CAMS).expected(scale)) for scale in SCALES),
        ),
        (
            "how can one trial lie on one line, above another and below the third",
            toy(
                TWO,
                OPENING,
                lambda s: s.result.beyond(GAINS) < -2 and s.result.beyond(LEFT) > 2 and abs(s.result.beyond(ODDS)) <= 2,
            ),
        ),
        (
            "Both treatments work more than twice as well as usual",
            toy(TWO, OPENING, lambda s: min(s.values["medication"], s.values["therapy"]) > 2),
        ),
        (
            "Only now a fall of 80 % is asked for",
            toy(TWO, "A harder goal", lambda s: s.values["yardstick"] == 80),
        ),
        (
            "with gains added, both is more than the sum. Now move one control, and make it at least "
            "10 people of 100 fewer",
            holds(lambda: at(yardstick=80).beyond(GAINS) > 2 and at(yardstick=30).beyond(GAINS) <= -10),
        ),
        (
            "With an easy goal, many cross it with one treatment, and nobody can cross it twice",
            holds(lambda: min(at(yardstick=30).people(group) for group in (MEDICATION, THERAPY)) > 75),
        ),
        (
            "With a hard goal, many need both to get there",
            holds(
                lambda: (
                    max(at(yardstick=80).people(group) for group in (MEDICATION, THERAPY))
                    < 30
                    < at(yardstick=80).people(BOTH)
                )
            ),
        ),
        (
            "In points of the score, the group with both lies exactly where the two added would lie. Now get these two at "
            "least 3 points apart",
            holds(lambda: abs(at().together_minus_sum) < 1e-9 and at(neither=WAITING).together_minus_sum <= -3),
        ),
        (
            "So a sum of leads over a waiting list is too large, and both looks like less than the sum",
            holds(lambda: at(neither=WAITING).together_minus_sum < 0 and at(neither=WAITING).beyond(GAINS) < -2),
        ),
        (
            "now the two really help each other, and both takes off more points than the two added",
            holds(lambda: at(interaction="both").together_minus_sum > 0.5),
        ),
        (
            "with gains added, at least 10 people of 100 fewer than the sum",
            holds(lambda: at(interaction="both", yardstick=30).beyond(GAINS) <= -10),
        ),
        (
            "How far apart are they, compared with all the points that the two treatments take off together",
            toy(
                TWO,
                "Door and speed",
                lambda s: (
                    max(s.result.scores[BOTH][12], s.result.adding_up[12])
                    < min(s.result.scores[group][12] for group in (MEDICATION, THERAPY))
                ),
            ),
        ),
        (
            "On top of time, hope and visits. 0: it does nothing",
            holds(lambda: at(medication=0.0).people(MEDICATION) == at(medication=0.0).people(DUMMY) > 10),
        ),
        (
            "How fast time helps, in every group alike",
            holds(
                lambda: all(
                    at(recovery=1.0).people(group) > at().people(group) for group in (DUMMY, MEDICATION, THERAPY)
                )
            ),
        ),
    ),
    *quotes(
        "03 sheet",
        (
            "about four in five improved clearly with both, just over half with either alone, about a quarter with a dummy pill",
            why(CAMS, "helped about four in five, each alone just over half, placebo about a quarter"),
        ),
        (
            "about half improved clearly with both, with group therapy or with medication, and about a third with a dummy pill",
            holds(
                lambda: (
                    all(abs(share - 0.5) < 0.05 for share in trial(SAD).shares[1:])
                    and abs(trial(SAD).shares[0] - 0.33) < 0.02
                )
            ),
        ),
        (
            "In social anxiety one trial did not show it: {} of 100 with both, {} with group therapy",
            share(SAD, "group CBT + fluoxetine"),
            share(SAD, "group CBT"),
            why(SAD, "gave nothing extra", against=True),
        ),
        (
            "Points add up exactly, in every single person. People across a line need not: three rulers, three sums",
            toy(TWO, OPENING, lambda s: len({round(expected) for expected in s.result.sums.values()}) == 3),
        ),
        (
            "Only the goal is moved, and more than the sum becomes fewer. No score has changed",
            holds(lambda: at(yardstick=80).beyond(GAINS) > 2 > -2 > at(yardstick=30).beyond(GAINS)),
        ),
        (
            "Leads over people who wait hold the visits. Added, the visits are counted twice",
            holds(lambda: at(neither=WAITING).together_minus_sum < -3),
        ),
        (
            "more people improved with both than with either alone",
            toy(TWO, OPENING, lambda s: s.result.people(BOTH) > s.result.people(THERAPY) + 10),
        ),
    ),
]
