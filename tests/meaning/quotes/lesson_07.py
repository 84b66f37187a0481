"""What lesson 07 says of studies and of its model, and what holds it."""

import math

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import interval, lead
from tests.meaning.quotes.reading import SIX
from tests.meaning.quoting import (
    across,
    effect,
    fills,
    people,
    quotes,
    read,
    share,
    the_effect,
    told,
    toy,
    why,
)
from toolkit.model import BOTH, MEDICATION, TRUST_WORLDS, Model

OTHER, EACH, STAYING, SILENT, FORGETFUL = (
    *("The other world", "Each feeds the other", "Staying on", "Nobody talks", "Forgetful"),
)


def at(**values):
    """What the lesson shows at some values, the others as it opens."""
    return lived.at(7, **values)


@fills
def here(says, **values):
    """A figure of the model, written as the lesson writes it."""
    return says(at(**values))


def holds(check):
    """A ground that a check must pass."""

    def hold():
        assert check()

    return hold


@fills
def pairs(end=None):
    """Of 100 pairs, those in which more trust had the better outcome, from the correlation or one end of its interval."""
    found = the_effect("fluckiger2018", "face-to-face", "Pearson")
    r = found.value if end is None else found.ci[end]
    return f"{50 + 100 * math.asin(r) / math.pi:.0f}"


@fills
def tanh(end=None):
    """Totura's Fisher z as a correlation."""
    found = the_effect("totura2018", "alliance", "Fisher")
    return f"{math.tanh(found.value if end is None else found.ci[end]):.2f}"


def still(arm, week):
    return here(lambda seen: f"{seen.still(arm, week):.0f}")


def only_staying():
    """If trust did no more than keep people on treatment: the link's size."""
    from toolkit.lessons.trust_and_staying_on.people import Trust
    from toolkit.model import simulate

    seen = at()
    there = seen.course
    less = there.model.replace({"contact.alliance": 0.0})
    course = simulate(there.cohort, there.plans, 26, less, keep=("symptoms",))
    return abs(Trust("recovery", 16, course, course, seen.rated, seen.levels, seen.occupied).correlation)


def alike():
    """The three worlds' links, people of 100."""
    return [at(arrow=arrow).link for arrow in TRUST_WORLDS]


QUOTES = [
    *quotes(
        "07",
        (
            "reviews {} studies of therapy [fluckiger2018]. Of 100 pairs of people, the one who trusted more improved "
            "more in about {} (our sum), where a coin would say 50",
            told("fluckiger2018", r"(\d+) studies, more"),
            pairs(),
            why("fluckiger2018", "better outcome"),
        ),
        (
            "The link is sure because anything from {} to {} pairs fits",
            pairs(0),
            pairs(1),
            why("fluckiger2018", "not proof of cause; early symptom improvement also raises alliance"),
        ),
        (
            "The trial with cards had {} adults, and chance decided which clinics used the cards",
            told("leblanc2015_sdm", r"(\d+) adults"),
            why("leblanc2015_sdm", "Cluster RCT", "10 primary care practices", against=True),
        ),
        (
            "People felt more involved ({} against {} of 100 points), but it was not shown that they took more "
            "tablets or were less depressed",
            read("leblanc2015_sdm", "decision cards", "involvement", digits=0),
            read("leblanc2015_sdm", "usual care", "involvement", digits=0),
            why("leblanc2015_sdm", "medication use and depression did not change", "more involved"),
        ),
        (
            "Within the same person, more trust was followed by fewer symptoms, and fewer symptoms by more trust "
            "[fluckiger2020_withinpatient]",
            why(
                "fluckiger2020_withinpatient",
                "fewer symptoms AND fewer symptoms by a better alliance",
                "within the same person",
                "not randomised",
            ),
        ),
        (
            "more / less trust | correlation {} ({} to {}) | ▲ | a link; the model was fitted to it",
            *lead("fluckiger2018", "face-to-face", "Pearson"),
        ),
        (
            "1,065 people, 8 studies, medication | more / less trust in the prescriber | correlation {} ({} to {})",
            tanh(),
            tanh(0),
            tanh(1),
            why("totura2018", "8 studies, 1,065 participants", "outcome not adherence"),
        ),
        (
            "linked as closely with a dummy pill as in therapy; size not read",
            why("krupnick1996", "just as much in the drug and placebo arms"),
        ),
        ("5,350 people, 17 studies", why("fluckiger2020_withinpatient", "5,350 patients from 17 studies")),
        (
            "as it opens | more / less trust | correlation {}",
            here(lambda seen: f"{seen.correlation:.2f}"),
        ),
        (
            "which therapist | {} % of the differences between people",
            share("johns2019_therapist", "all studies"),
            why("johns2019_therapist", "Mostly not randomised"),
        ),
        (
            "neither staying nor outcome differed much; sizes not read | ▼",
            why("king2017_therapist_variability", "neither completion nor outcome differed much", against=True),
        ),
        (
            "which psychiatrist / which tablet | {} / {} % of the differences between people | ▲ | tiny; on another scale {} "
            "/ {} %",
            *(
                share("mckay2006_psychiatrist", arm)
                for arm in ("psychiatrist, BDI", "medication, BDI", "psychiatrist, HAM-D", "medication, HAM-D")
            ),
        ),
        ("{} points further fall", effect("posternak2007_visits", "week 3", "HRSD")),
        (
            "more involved, {} / {} points; staying and mood not shown to differ | ▼",
            read("leblanc2015_sdm", "decision cards", "involvement", digits=0),
            read("leblanc2015_sdm", "usual care", "involvement", digits=0),
        ),
        (
            "{} studies | steps on the way to recovery | none settles which step causes which",
            told("lemmens2016_mediators", r"(\d+) mediation studies"),
            why("lemmens2016_mediators", "none settles which change causes which", against=True),
        ),
        (
            "with / without psychotherapy, past 30 days | {} / {} of 100 still take it | ▲ | people chose; all "
            "starters past 90 "
            "days: {}",
            share("olfson2006", "with psychotherapy"),
            share("olfson2006", "without psychotherapy"),
            share("olfson2006", "all starters", "continued beyond 90"),
            why("olfson2006", "not randomised", "829 adults"),
        ),
        ("with / without a therapist | {} / {} of 100", still(BOTH, 4), still(MEDICATION, 4)),
        (
            "4 apart, and not 24",
            holds(lambda: round(at().still(BOTH, 4)) - round(at().still(MEDICATION, 4)) == 4),
        ),
        (
            "{} people, British practices | half a year | {} of 100 still take it | ○ | pauses counted as stopping; the model "
            "{} / {}",
            people("dave2012_uk", "SSRI starters", "incl. gaps"),
            share("dave2012_uk", "SSRI starters", "incl. gaps", turned=True),
            still(BOTH, 26),
            still(MEDICATION, 26),
        ),
        (
            "fewer leave with both: ratio {} ({} to {})",
            *lead("cuijpers2020_nma", "combined vs pharmacotherapy", "acceptability"),
        ),
        (
            "1,842 people, 16 trials | both / medication alone | leaving, odds × {} ({} to {}): did not show a difference",
            *lead("pampallona2004", "all studies", "dropout"),
            why("pampallona2004", "16 trials, 932 drug alone and 910 combined", "unusual contrast"),
        ),
        ("in longer trials × {} ({} to {})", *lead("pampallona2004", "studies >12 weeks", "dropout")),
        (
            "odds of staying × {}; lead {}",
            effect("swift2018_preference", "", "OR"),
            effect("swift2018_preference", "", "d, outcome"),
        ),
        (
            "stayed more; getting well was not shown to differ",
            why("dunlop2017_predict", "made people stay but not remit more", "344", against=True),
        ),
        (
            "odds of staying × {} ({} to {}) at 3 months, × {} ({} to {}) at 12 | ▲ | fades; working together in one team × {}",
            effect("gonzalezdeleon2022_adherence", "", "3 months", digits=2),
            interval("gonzalezdeleon2022_adherence", "", "3 months", 0),
            interval("gonzalezdeleon2022_adherence", "", "3 months", 1),
            effect("gonzalezdeleon2022_adherence", "", "12 months", digits=2),
            interval("gonzalezdeleon2022_adherence", "", "12 months", 0),
            interval("gonzalezdeleon2022_adherence", "", "12 months", 1),
            effect("gonzalezdeleon2022_adherence", "collaborative", digits=2),
            why(
                "gonzalezdeleon2022_adherence",
                "fading by a year",
                "collaborative care worked best",
                "46 trials, 24,324",
            ),
        ),
        ("with / without a therapist | odds × {}", here(lambda seen: f"{seen.odds_ratio:.2f}")),
        (
            "16 kept people on it; 12 of these eased depression too | ▼",
            holds(lambda: [arm.events for arm in toolkit.finding("chong2011_adherence").arms] == [16, 12]),
        ),
        (
            "no consistent sign of what works",
            why("pampallona2002_adherence", "no consistent sign of which ones work", against=True),
        ),
        ("fewer relapses; sizes read in a summary only", why("ho2016", "more relapse", "secondary page")),
        (
            "{} of 100 had a bothersome side effect, 45 had no bothersome one",
            share("hu2004_sideeffects", "SSRI starters", "bothersome side"),
            why("hu2004_sideeffects", "no placebo group", "401"),
        ),
        ("half-lives differ more than tenfold", why("halflives_ssri_table", "more than tenfold")),
        (
            "The people who trust more are still ahead, by {} of 100, although the extra trust brings nothing",
            here(lambda seen: seen.link, arrow="follows"),
            toy(SIX, OTHER, lambda s: s.result.gain == 0 and s.values["arrow"] == "follows"),
        ),
        (
            "The link looks about the same for the third time, and extra trust helps about half as much as in the first world",
            across(SIX, EACH, OPENING, lambda both, cause: 0.35 < both.result.gain / cause.result.gain < 0.65),
            holds(lambda: max(alike()) - min(alike()) <= 3),
        ),
        (
            "Most people who stop do so in the first weeks. By week 16 stopping has cost {} % of the full effect, "
            "more than any other link, and the extra trust keeps {} more of 100 on the medication",
            here(lambda seen: f"{seen.lost[0]:.0f}"),
            here(lambda seen: f"{seen.still(BOTH, 16, given=True) - seen.still(BOTH, 16):.0f}"),
            toy(
                SIX,
                STAYING,
                lambda s: (
                    s.result.lost.argmax() == 0
                    and 100 - s.result.still(BOTH, 8) > s.result.still(BOTH, 8) - s.result.still(BOTH, 26)
                ),
            ),
        ),
        (
            "All lines become one, because in this model trust in a therapist reaches the tablets only if the "
            "therapist and the "
            "prescriber talk",
            toy(
                SIX,
                SILENT,
                lambda s: (
                    np.allclose(s.result.still(BOTH, given=True), s.result.still(MEDICATION))
                    and s.values["together"] == 0
                ),
            ),
        ),
        (
            "The solid line falls far on each missed day, because little is left the next morning",
            toy(SIX, FORGETFUL, lambda s: s.result.drug.occupancy(s.result.levels).min() < 0.55),
        ),
        (
            "In every world we set the strength so that trust and recovery are linked about as closely as in studies",
            holds(lambda: max(alike()) - min(alike()) <= 3),
        ),
        (
            "where each feeds the other, 1.8 stands for 3.44",
            holds(
                lambda: (
                    dict(TRUST_WORLDS["both"].changes)["contact.alliance"] == 1.8
                    and round(Model().contact.alliance, 2) == 3.44
                )
            ),
        ),
        (
            "f$ is 0, 0.57 or 0.26 in the three worlds",
            holds(lambda: [TRUST_WORLDS[world].follows for world in ("causes", "follows", "both")] == [0, 0.57, 0.26]),
        ),
        (
            "the link in this model would be below 0.1, much smaller than in studies",
            holds(lambda: only_staying() < 0.1 < at().correlation - 0.1),
        ),
        (
            "24 more of 100 still took the medication with psychotherapy [olfson2006]; here it is 4",
            holds(
                lambda: (
                    round(
                        100
                        * (
                            toolkit.finding("olfson2006").arm("with psychotherapy").value
                            - toolkit.finding("olfson2006").arm("without psychotherapy").value
                        )
                    )
                    == 24
                )
            ),
        ),
    ),
    *quotes(
        "07 words",
        (
            "Of the half who trust their therapist more, {} of 100 improve clearly; of the half who trust less, {} of 100",
            here(lambda seen: seen.people("trust more")),
            here(lambda seen: seen.people("trust less")),
        ),
        (
            "About {}, as the numbers say",
            here(lambda seen: seen.link),
        ),
        (
            "in one world of our simulation it comes out near that. But the same two numbers can come from a "
            "world in which trust "
            "does nothing",
            holds(lambda: abs(at().gain - at().link) <= 2 and at(arrow="follows").gain == 0),
        ),
        (
            "they show about the same link, and very different answers",
            holds(lambda: max(alike()) - min(alike()) <= 3 and at().gain > 12 > at(arrow="both").gain > 4),
        ),
        (
            "Three worlds give nearly the same two numbers, and three different answers",
            holds(lambda: max(alike()) - min(alike()) <= 3),
        ),
        (
            "Make it disappear: at most 7 of 100 apart, in either direction",
            holds(lambda: [abs(at(arrow="follows", rated=week).link) <= 7 for week in (0, 1, 2, 3)] == [1, 1, 1, 0]),
        ),
        (
            "At the first meeting nobody has recovered yet, so nobody can trust for that reason. Now try the same week in the "
            "world in which trust helps: there the link stays",
            holds(lambda: at(rated=0).link == at().link > 10),
        ),
        (
            "Three days in ten are missed, and half of the medication leaves within half a day",
            toy(SIX, FORGETFUL, lambda s: s.values["missed"] == 30 and s.values["half_life"] == 0.5),
        ),
        (
            "Leave Days missed at 30 %. Get the target of the medication filled to at least 72 % on average",
            holds(
                lambda: (
                    [at(missed=30, half_life=half).occupied >= 0.72 for half in (0.5, 1.1, 7.0)] == [False, False, True]
                )
            ),
        ),
        (
            "In everyday care the largest leak here is stopping in the first weeks",
            holds(lambda: all(at(missed=missed).lost.argmax() == 0 for missed in (0, 30, 60))),
        ),
        (
            "It takes much: close follow-up, and about half of the days missed",
            holds(
                lambda: (
                    at(missed=60, half_life=0.5).lost[0] > at(missed=60, half_life=0.5).lost[2]
                    and at(care="trial", missed=60).lost[2]
                    > at(care="trial").lost[0]
                    > at(care="trial", missed=50).lost[2]
                )
            ),
        ),
        (
            "Therapist and prescriber never speak. Which of the lines have come together, and why",
            toy(SIX, SILENT, lambda s: s.values["together"] == 0),
        ),
        (
            "Here people who feel better come to trust more, and trust itself does nothing. Which of the two "
            "pictures still looks "
            "as it did at the opening",
            across(
                SIX,
                OTHER,
                OPENING,
                lambda follows, causes: (
                    abs(follows.result.link - causes.result.link) <= 3 and follows.result.gain == 0 < causes.result.gain
                ),
            ),
        ),
        (
            "Trust helps people recover, and recovery makes people trust. Where would you put this world between the other two",
            holds(lambda: at().gain > at(arrow="both").gain > at(arrow="follows").gain),
        ),
        (
            "The same people, and how many still take the medication. Which link of the chain loses most? And how much of that "
            "does the extra trust bring back",
            toy(SIX, STAYING, lambda s: s.result.still(BOTH, 16, given=True) > s.result.still(BOTH, 16)),
        ),
        (
            "There is none. In this world trust acts on nothing, so more of it changes nothing, however strong the link looks",
            holds(lambda: [at(arrow="follows", extra=extra).gain for extra in (0.1, 0.3)] == [0, 0]),
        ),
        (
            "It does not bring back what was not taken: the average level is the same. It is steadier, and a "
            "steady level fills "
            "the target better than one that jumps",
            across(
                SIX,
                FORGETFUL,
                STAYING,
                lambda forgets, usual: (
                    at(missed=30, half_life=7.0).occupied > forgets.result.occupied < usual.result.occupied
                ),
            ),
        ),
        (
            "missed days lose less than stopping does. Turn it round: make missed days lose more than stopping",
            toy(SIX, STAYING, lambda s: s.result.lost[2] < s.result.lost[0]),
        ),
        (
            "A few of 100 are left by chance",
            holds(lambda: 0 < abs(at(arrow="follows", rated=0).link) <= 7),
        ),
        (
            "Only what is hard to bear makes people stop here",
            holds(lambda: at(side_effects=3.0).still(MEDICATION, 8) < at(side_effects=0.0).still(MEDICATION, 8) - 5),
        ),
        (
            "0: at the first meeting, before any treatment",
            holds(lambda: abs(at(arrow="follows", rated=0).correlation) < 0.08),
        ),
        (
            "0: never. 1: they work together",
            holds(lambda: at(together=0.0).still(BOTH, 16) < at(together=1.0).still(BOTH, 16)),
        ),
        (
            "More people make the link surer, and tell nothing about its direction. All three worlds show it in a crowd "
            "of any size",
            holds(lambda: min(alike()) > 10),
        ),
        (
            "By then, recovery has had the most time to raise trust. Earlier is better, and still no proof",
            holds(lambda: at(arrow="follows", rated=8).link > at(arrow="follows", rated=4).link),
        ),
        (
            "On average, yes. But a level that jumps spends days very low, and there the target empties quickly",
            holds(lambda: at(missed=30, half_life=0.5).levels.min() < 0.3 < at(missed=30, half_life=7.0).levels.min()),
        ),
        (
            "The slow one hardly moves, so its target stays fuller. What was not taken is still missing",
            holds(lambda: at(missed=30).occupied < at(missed=30, half_life=7.0).occupied < at(missed=0).occupied),
        ),
        (
            "Trust runs from 0 to 1. The usual average is 0.6",
            holds(lambda: abs(at().course.cohort.traits.alliance.mean() - 0.6) < 0.03),
        ),
    ),
    *quotes(
        "07 sheet",
        (
            "the person with less trust improved more in about 41 of 100 pairs (our sum)",
            holds(lambda: 100 - int(pairs()()) == 41),
        ),
        (
            "In {} studies of therapy, people who trusted their therapist more improved more (correlation {})",
            told("fluckiger2018", r"(\d+) studies, more"),
            effect("fluckiger2018", "face-to-face", digits=2),
        ),
        (
            "In a trial with {} adults, talks with cards made people feel more involved ({} against {} points); "
            "it did not show "
            "longer use or less depression",
            told("leblanc2015_sdm", r"(\d+) adults"),
            read("leblanc2015_sdm", "decision cards", "involvement", digits=0),
            read("leblanc2015_sdm", "usual care", "involvement", digits=0),
            why("leblanc2015_sdm", "medication use and depression did not change"),
        ),
        (
            "Three worlds, one link: it looks about the same in all of them",
            holds(lambda: max(alike()) - min(alike()) <= 3),
        ),
        (
            "Trust given at random tells them apart: it helps many people, some, or nobody",
            holds(lambda: at().gain > 12 > at(arrow="both").gain > 4 > at(arrow="follows").gain == 0),
        ),
        (
            "In everyday care most is lost where people stop in the first weeks, and little by missed days",
            toy(SIX, STAYING, lambda s: s.result.lost[0] > 30 and s.result.lost[2] < 3),
        ),
        (
            "The studies show both directions, and the trial of talks with cards looked at one kind of talk",
            why("fluckiger2020_withinpatient", "both directions"),
        ),
    ),
]
