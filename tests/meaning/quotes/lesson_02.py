"""What lesson 02 says of studies and of its model, and what holds it."""

import math

from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import THIRTEEN
from tests.meaning.quoting import across, effect, fills, quotes, read, share, the_effect, told, toy, why
from toolkit.model import DUMMY, MEDICATION, THERAPY, WAITING, Contact

ODDS_OF_TWENTY = 20 / 80
"""The lesson's ruler: 20 of 100 improve clearly without treatment."""


@fills
def of_100(id, comparison, measure, end=None, turned=lambda odds: odds, without=False):
    """People of 100 who improve clearly, if 20 do without: from odds that are multiplied by an effect, or by one end of it."""
    found = the_effect(id, comparison, measure)
    odds = ODDS_OF_TWENTY * turned(found.value if end is None else found.ci[end])
    people = 100 * odds / (1 + odds)
    return f"{100 - people if without else people:.0f}"


def lead_as_odds(lead):
    """What a lead in standard deviations (below 0: better) does to odds."""
    return math.exp(1.81 * -lead)


def dummy(end=None, **more):
    return of_100("michopoulos2021_controls", "pill placebo vs waiting list", "OR", end, **more)


def against(end=None, **more):
    return of_100("hrobjartsson2005_placebo_vs_nothing", "continuous", "standardised", end, lead_as_odds, **more)


@fills
def per_ten(id, end=None):
    """For 10 who improve with the treatment named first, those who do in the other group, from a ratio."""
    found = the_effect(id, "SSRI", "RR of response")
    return f"{10 / (found.value if end is None else found.ci[end]):.0f}"


@fills
def interval(id, comparison, measure, end, minus=False, digits=2):
    """One end of an effect's interval, as a lead; ends change places with the sign."""
    low, high = sorted(-value if minus else value for value in the_effect(id, comparison, measure).ci)
    return f"{(low, high)[end]:.{digits}f}".replace("-", "−")


def lead(number, comparison, measure, minus=False):
    """A lead and both ends of its interval: three slots."""
    turned = (lambda value: -value) if minus else None
    ends = (interval(number, comparison, measure, end, minus) for end in (0, 1))
    return effect(number, comparison, measure, digits=2, turned=turned), *ends


@fills
def counted(end):
    """Counted outcomes with a dummy for every 100 without treatment, or one end of what fits."""
    found = the_effect("hrobjartsson2005_placebo_vs_nothing", "counted", "RR")
    return f"{100 * (found.value if end is None else found.ci[end]):.0f}"


@fills
def here(says, setting=OPENING):
    """A figure of the model in one setting, written as the lesson writes it."""
    from tests.meaning.lived import settings

    return says(settings(THIRTEEN)[setting].result)


EIGHT = here(lambda trial: f"{trial.share:.0f}")
HALVED = here(lambda trial: f"{trial.people(DUMMY):.0f}")

QUOTES = [
    *quotes(
        "02",
        (
            "In general practice, about one more of every {} people improved clearly with an SSRI (a common kind "
            "of antidepressant) than with a dummy pill",
            told("arroll2009_primarycare", r"about (\d+) people need an SSRI"),
        ),
        (
            "in schizophrenia, much less comes with a dummy pill",
            why("bschor2024_placebo9", "least in schizophrenia"),
        ),
        (
            "In one small trial, it mattered which psychiatrist people saw",
            why("mckay2006_psychiatrist", "which psychiatrist a patient saw explained more", "small study"),
        ),
        (
            "trust was linked to improvement with a dummy pill, too",
            why("krupnick1996", "just as much in the drug and placebo arms"),
        ),
        (
            "If, say, 20 of 100 people improve while waiting, about {} improve with a dummy pill and visits, and "
            "{} do not. How sure? "
            "Anything from {} to {} fits, and trials differ in other ways",
            dummy(),
            dummy(without=True),
            dummy(0),
            dummy(1),
        ),
        (
            "trials with dummy pills have more doctors and more diagnoses",
            why("michopoulos2021_controls", "diagnosed patients, clinic visits", "not proof"),
        ),
        (
            "If 20 improve untreated, about {} improve with the dummy, and {} do not. How sure? Anything from {} to {} fits, "
            "and part of it may be politeness",
            against(),
            against(without=True),
            against(1),
            against(0),
            why("hrobjartsson2005_placebo_vs_nothing", "may be politeness", against=True),
        ),
        (
            "Outcomes that are simply counted did not show a difference: {} with a dummy for every 100 without treatment, and "
            "the data fit anything from {} to {}",
            *(counted(end) for end in (None, 0, 1)),
        ),
        (
            "all {} antidepressants in one large review did better than it on average",
            told("cipriani2018", r"All (\d+) antidepressants beat placebo"),
        ),
        (
            "for about every {} people, one more improved",
            effect("cuijpers2014_pill_placebo", "pill placebo", "number needed", digits=0),
        ),
        (
            "therapy / mixed comparison groups | lead {} ({} to {})",
            *lead("papola2026_severity", "psychotherapy vs control", "Hedges"),
        ),
        (
            "therapy / dummy pill | lead {} ({} to {})",
            *lead("cuijpers2014_pill_placebo", "pill placebo", "Hedges"),
        ),
        ("CBT / dummy pill | lead {} ({} to {})", *lead("furukawa2017_cbt_severity", "CBT", "SMD", minus=True)),
        ("therapy / medication | lead {} ({} to {})", *lead("cuijpers2013_direct", "psychotherapy", "Hedges")),
        (
            "ratio of those who improve clearly {} ({} to {})",
            *lead("arroll2009_primarycare", "SSRI vs placebo", "RR of response"),
        ),
        (
            "dummy pill / waiting list | odds × {} ({} to {})",
            *lead("michopoulos2021_controls", "pill placebo vs waiting list", "OR"),
        ),
        (
            "friendly talk / waiting list | odds × {} ({} to {})",
            *lead("michopoulos2021_controls", "psychological placebo", "OR"),
        ),
        (
            "no treatment / waiting list | odds × {} ({} to {}) | ◆ | did not survive correction",
            effect("furukawa2014_waitlist", "no treatment", "OR", digits=1),
            interval("furukawa2014_waitlist", "no treatment", "OR", 0, digits=1),
            interval("furukawa2014_waitlist", "no treatment", "OR", 1, digits=1),
            why("furukawa2014_waitlist", "did not survive correction for publication bias"),
        ),
        (
            "dummy / no treatment | lead {} ({} to {}); measured by others {} ({} to {}); counted, ratio {} ({} to {})",
            *lead("hrobjartsson2005_placebo_vs_nothing", "continuous", "standardised", minus=True),
            *lead("hrobjartsson2005_placebo_vs_nothing", "objective", "standardised", minus=True),
            *lead("hrobjartsson2005_placebo_vs_nothing", "counted", "RR"),
        ),
        (
            "group CBT with / without a dummy pill | {} / {} of 100; did not show a difference",
            share("davidson2004_socialphobia", "group CBT + placebo"),
            share("davidson2004_socialphobia", "group CBT"),
        ),
        (
            "all five: dummy alone {}, medication {}, both {} of 100",
            *(share("davidson2004_socialphobia", arm) for arm in ("placebo", "fluoxetine", "group CBT + fluoxetine")),
        ),
        (
            "small / large chance of a dummy | ratio {} ({} to {}): did not show a difference",
            *lead("twoarm2018_probability", "two-armed", "ratio of odds"),
        ),
        ("guess / truth | agreement {} ({} to {}); 0 is chance", *lead("lin2022_blinding", "patients", "kappa")),
        ("{} points further fall", effect("posternak2007_visits", "week 3", "HRSD")),
        (
            "{} / {} % of the differences between people | ▲ | tiny; on another scale {} / {} %",
            *(
                share("mckay2006_psychiatrist", arm)
                for arm in ("psychiatrist, BDI", "medication, BDI", "psychiatrist, HAM-D", "medication, HAM-D")
            ),
        ),
        (
            "{} / {} % of improvement, {} % would come anyway",
            *(
                share("cuijpers2012_supportive", arm)
                for arm in ("shared by therapies", "specific technique", "would happen anyway")
            ),
        ),
        (
            "{} to {} of 100 halve their score; {} to {} do not | ○ | the model: {} of 100 in week 12",
            share("furukawa2016_placebo_rate", "lower end"),
            share("furukawa2016_placebo_rate", "upper end"),
            share("furukawa2016_placebo_rate", "upper end", turned=True),
            share("furukawa2016_placebo_rate", "lower end", turned=True),
            HALVED,
        ),
        (
            "depression falls most, {} standard deviations",
            read("bschor2024_placebo9", "placebo, major depression", digits=2),
        ),
        (
            "therapy / waiting · dummy pill · medication | lead {} · {} · {}",
            *(
                here(lambda trial, other=other: f"{trial.effect(THERAPY, other):.2f}".replace("-", "−"))
                for other in (WAITING, DUMMY, MEDICATION)
            ),
        ),
        ("So {} of 10 follows from those trials and is no new evidence", EIGHT),
        ("With a dummy pill, {} of 100 have halved their score by week 12 here", HALVED),
        (
            "People who know that they have a dummy lose some hope, so their line is higher. Raters who know "
            "score the treated groups a little kinder. So the medication's lead grew",
            across(
                THIRTEEN,
                OPENING,
                "Everybody knows",
                lambda blind, known: (
                    known.result.scores[DUMMY][12] > blind.result.scores[DUMMY][12]
                    and known.result.scores[THERAPY][12] < blind.result.scores[THERAPY][12]
                    and known.result.lead > blind.result.lead + 1
                ),
            ),
        ),
        (
            "So every fall is larger, but the lead changes little, because it happens in both groups",
            across(
                THIRTEEN,
                OPENING,
                "Only on a bad day",
                lambda all_, some: (
                    all(some.result.fall(group) > all_.result.fall(group) + 2 for group in all_.result.scores)
                    and abs(some.result.lead - all_.result.lead) < 0.6
                ),
            ),
        ),
        (
            "A doctor who asks helps the people on medication clearly, and yet the lead hardly moves, because the "
            "dummy-pill group has the same doctor",
            across(
                THIRTEEN,
                OPENING,
                "A doctor who asks",
                lambda usual, asked: (
                    asked.result.fall(MEDICATION) > usual.result.fall(MEDICATION) + 1
                    and abs(asked.result.lead - usual.result.lead) < 0.2
                ),
            ),
        ),
    ),
    *quotes(
        "02 words",
        ("these three give about {} of every 10 points", EIGHT),
        ("Together, time, hope and visits give about {} of 10", EIGHT),
        ("They give about {} of 10, and the medication adds the rest on top", EIGHT),
        ("So it is in the model: about {}.", EIGHT),
        (
            "about {} did on a dummy pill ({} to {}; our sum)",
            per_ten("arroll2009_primarycare"),
            per_ten("arroll2009_primarycare", 1),
            per_ten("arroll2009_primarycare", 0),
        ),
        (
            "an extra visit in week 3 was linked to a further fall of {} points, even with a dummy pill (Posternak 2007)",
            effect("posternak2007_visits", "week 3", "HRSD"),
            why("posternak2007_visits", "even on placebo", "not randomised"),
        ),
        (
            "Against waiting it looks strong; against a dummy pill it has no lead left",
            toy(THIRTEEN, OPENING, lambda _: abs(friendly(DUMMY)) < 0.3 and friendly(WAITING) > 3),
        ),
    ),
    *quotes(
        "02 sheet",
        (
            "all {} antidepressants did better than a dummy pill on average",
            told("cipriani2018", r"All (\d+) antidepressants beat placebo"),
        ),
        (
            "about one more in seven improved",
            why("cuijpers2014_pill_placebo", "one more person helped for every seven treated"),
        ),
        (
            "more people improved in the groups with a dummy pill than on waiting lists: {} times the odds ({} to {})",
            *lead("michopoulos2021_controls", "pill placebo vs waiting list", "OR"),
        ),
        (
            "people with a dummy did only a little better than people with no treatment: {} standard deviations ({} "
            "to {}). Counted outcomes did not show a difference",
            *lead("hrobjartsson2005_placebo_vs_nothing", "continuous", "standardised", minus=True),
            why("hrobjartsson2005_placebo_vs_nothing", "no sure effect on counted outcomes"),
        ),
    ),
]


def friendly(compared):
    """The lead of a therapy that teaches nothing, points."""
    return at(tested=THERAPY, teaching=0.0, compared=compared).lead


def at(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(2, **values)


def holds(check):
    """A ground that a check must pass."""

    def hold():
        assert check()

    return hold


def nobody_can_be_kept_from(group):
    """A group knows what it gets, whoever is kept from knowing and however people guess."""
    return all(
        at(blind=blind, guess=guess).knows[group] == 100
        for blind in ("nobody", "tablets", "raters")
        for guess in (50, 80)
    )


def unless_they_guess():
    """Blind, people's hope is alike; the more guess right, the larger the lead."""
    return at(guess=90).lead > at(guess=70).lead > at().lead + 0.3


def shorter_is_smaller(*weeks):
    leads = [at(tested=DUMMY, compared=WAITING, visits=visits).lead for visits in weeks]
    return leads == sorted(leads) and leads[0] < 3.5 <= leads[1] and leads[-1] - leads[2] < 0.9


QUOTES += quotes(
    "02 words",
    (
        "Medication, compared with a dummy pill. Nobody with tablets knows which. Which part of the fall needs no "
        "tablet and no "
        "visit at all",
        toy(
            THIRTEEN,
            OPENING,
            lambda s: (
                (s.result.tested, s.result.compared, s.result.knows_tablet) == (MEDICATION, DUMMY, 0)
                and 3 < s.result.fall(WAITING) < s.result.fall(DUMMY) - 3
            ),
        ),
    ),
    (
        "Only people who score at least 26 on the day are taken in. What has changed more: the falls, or the lead",
        toy(THIRTEEN, "Only on a bad day", lambda s: s.result.entry[s.result.taken].min() >= 26),
    ),
    (
        "What being seen gives is 1.5 × usual, for every group that is seen. How much better do people on "
        "medication do? And how "
        "much larger is the medication's lead",
        across(
            THIRTEEN,
            OPENING,
            "A doctor who asks",
            lambda usual, asked: asked.result.fall(WAITING) == usual.result.fall(WAITING),
        ),
    ),
    (
        "“far better” (a lead of at least 5 points) and “hardly better” (at most 2.5 points). You may not change the therapy",
        holds(lambda: at(tested=THERAPY, compared=WAITING).lead >= 5 and at(tested=THERAPY).lead <= 2.5),
    ),
    (
        "Two of the five groups can be brought to 0. Picture one person in each of the other three",
        holds(lambda: sum(knows == 0 for knows in at(blind="raters").knows.values()) == 2),
    ),
    (
        "A tablet can be disguised; a therapist cannot, and neither can an empty calendar. So in medication's "
        "lead over a dummy "
        "pill, hope can be nearly alike on both sides, unless people guess their tablet. In therapy's lead it never quite is",
        holds(lambda: nobody_can_be_kept_from(THERAPY) and nobody_can_be_kept_from(WAITING) and unless_they_guess()),
    ),
    (
        "get this therapy a lead of at least 3 points",
        holds(lambda: friendly(WAITING) >= 3),
    ),
    (
        "These people were taught nothing, and still somebody saw them every week. In the model they really are "
        "better. Nobody's "
        "improvement here is imaginary",
        holds(lambda: friendly(WAITING) > 3),
    ),
    (
        "In week 12, get a lead of at least 3.5 points with at most 6 weeks of visits, and leave what being seen "
        "gives as it is. "
        "What is the smallest number of weeks that will do",
        holds(lambda: shorter_is_smaller(3, 4, 5, 26)),
    ),
    ("The first weeks do most of the work", holds(lambda: shorter_is_smaller(3, 4, 5, 26))),
    (
        "The model knows only whether visits go on, not how many there are",
        holds(lambda: "Meetings go on or they do not; how many a week does" in (Contact.__doc__ or "")),
    ),
    (
        "On top of time, hope and visits. 0: it does nothing",
        holds(lambda: abs(at(medication=0.0).lead) < 1e-9 and at(medication=0.0).fall(MEDICATION) > 8),
    ),
    ("0: friendly sessions, nothing learned", holds(lambda: abs(friendly(DUMMY)) < 0.3)),
    (
        "Hope and a person who asks: the same for doctor and therapist",
        holds(lambda: abs(friendly(DUMMY)) < 0.3),
    ),
    (
        "For everybody who gets tablets, with or without a drug",
        holds(lambda: abs(at(visits=4).lead - at().lead) < 1e-6 and at(visits=4).fall(DUMMY) < at().fall(DUMMY)),
    ),
    (
        "50: no better than a coin. At 75, half of the people know their tablet, and the others are right half of the time",
        holds(lambda: (at(guess=50).knows_tablet, at(guess=75).knows_tablet) == (0, 50)),
    ),
    (
        "To the people on a treatment, as long as raters are not kept from knowing",
        holds(
            lambda: (
                at(kinder=4.0).lead == at().lead and abs(at(blind="tablets", kinder=4.0).lead - at().lead - 4) < 1e-9
            )
        ),
    ),
    (
        "It makes falls look large, and a fair comparison takes that out again",
        across(
            THIRTEEN,
            OPENING,
            "Only on a bad day",
            lambda all_, some: some.result.fall(THERAPY) > all_.result.fall(THERAPY) + 2,
        ),
    ),
    (
        "Time passes in both groups",
        toy(THIRTEEN, OPENING, lambda s: s.result.fall(WAITING) > 3),
    ),
)
