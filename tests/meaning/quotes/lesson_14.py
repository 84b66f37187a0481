"""What lesson 14 says of studies and of its model, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import ELEVEN, responding
from tests.meaning.quoting import across, fills, quotes, share, told, toy, why
from toolkit.evidence import finding

BOTH, FIRST = "both from the start", "medication first"


def lead(shown, week):
    """By how many of 100 both from the start is ahead of medication first."""
    return responding(shown, BOTH, week) - responding(shown, FIRST, week)


@fills
def going_on(end):
    """How many more of 100 children responded by going on than by changing, at an end of the 95 % interval (our sum)."""
    on, changed = finding("skarphedinsson2015_nordlots").arms
    spread = 1.96 * sum(arm.value * (1 - arm.value) / arm.n for arm in (on, changed)) ** 0.5
    return f"{abs(100 * (on.value - changed.value + end * spread)):.0f}"


QUOTES = [
    *quotes(
        "14",
        (
            "added the second treatment for adults not well after {} weeks",
            told("dunlop2019_sequential", r"After (\d+) weeks"),
        ),
        (
            "Of those who had partly improved, {} of 100 then got well; of the others, {} of 100",
            share("dunlop2019_sequential", "partial responders, either"),
            share("dunlop2019_sequential", "non-responders, either"),
            why("dunlop2019_sequential", "No arm continued monotherapy"),
        ),
        (
            "{} of 100 improved clearly by going on, and {} by changing",
            share("skarphedinsson2015_nordlots", "continued CBT"),
            share("skarphedinsson2015_nordlots", "sertraline"),
            why("skarphedinsson2015_nordlots", "equally well", against=True),
        ),
        (
            "did not show a difference (the data fit anything from {} fewer to {} more by going on, our sum)",
            going_on(-1),
            going_on(1),
        ),
        ("many decline the second treatment", why("dekker2013_sequence", "about 40% declined")),
        (
            "About one in three took it, and an extra benefit was not shown",
            why("critschristoph2011_gad", "no extra benefit, and only a third of those offered"),
        ),
        (
            "Some people who had not got well with therapy did once a medication was added",
            why("dunlop2019_sequential", "partial responders to CBT who then got escitalopram did best"),
        ),
        (
            "Nobody knows whether it matters if one clinician or two provide the care",
            why("goldman1998_split", "No good trial evidence that one format is better"),
        ),
        (
            "Teams with a care manager did better than poor usual care, as a whole package",
            why("unutzer2002_impact", "more than twice as likely", "mixes organisation, drug and therapy"),
        ),
        (
            "no psychiatrist | {} / {} of 100 counties",
            share("andrilla2018_supply", "West North Central"),
            share("andrilla2018_supply", "New England"),
        ),
        ("one more visit / none, with a dummy pill | 0.86 points", why("posternak2007_visits", "even on placebo")),
        (
            "about twice as many clearly improved with therapy on top",
            why("cobalt2013", "doubled response", "ill two years or more"),
        ),
        (
            "In chronic depression with well-tended medication, it was not shown to bring more remission",
            why("kocsis2009_revamp", "no more remission than optimised medication"),
        ),
        (
            "responded by week 28: {} of 100 (therapy first), {} of 100 (medication first)",
            share("schramm2015_cbasp_esc", "CBASP first", "response"),
            share("schramm2015_cbasp_esc", "escitalopram first", "response"),
        ),
        (
            "well: {} / {} of 100, and later",
            share("frank2000_sequence", "IPT first"),
            share("frank2000_sequence", "combined from"),
            why("frank2000_sequence", "though more slowly", "not randomised"),
        ),
        ("469 adults whom antidepressants had not helped enough", why("cobalt2013", "469 UK primary-care adults")),
        (
            "improved: {} / {} of 100",
            share("delgadillo2022_stratified", "stratified care", "improvement"),
            share("delgadillo2022_stratified", "stepped care", "improvement"),
        ),
        (
            "{} of 100; {} of 100 of these; {} of 100 of these",
            share("thornicroft2017_gap", "people with"),
            share("thornicroft2017_gap", "of those", "visit"),
            share("thornicroft2017_gap", "of those treated"),
        ),
        (
            "started anything within 90 days | {} of 100",
            share("waitzfelder2018_initiation", "newly diagnosed", "started any"),
        ),
        (
            "halved: {} / {} of 100",
            share("unutzer2002_impact", "IMPACT"),
            share("unutzer2002_impact", "usual care"),
            why("unutzer2002_impact", "Usual care was poor"),
        ),
        (
            "Fewer people get well here once the second treatment is added (33 of 100) than in the trial above",
            toy(ELEVEN, OPENING, lambda s: round(s.result.well_after_adding()) == 33),
        ),
        (
            "More people respond here by week 28, whichever treatment came first, than in the trial in chronic depression",
            toy(
                ELEVEN,
                OPENING,
                lambda s: all(
                    responding(s, f"{kind} first", 28) > 100 * arm.value + 5
                    for kind, arm in zip(
                        ("therapy", "medication"), finding("schramm2015_cbasp_esc").arms[:2], strict=True
                    )
                ),
            ),
        ),
        (
            "That going on helps half of the people here, as in the trial with children, is chance",
            toy(ELEVEN, OPENING, lambda s: abs(s.result.responding_by_going_on() - 50) < 3),
            why("skarphedinsson2015_nordlots", "Children with OCD"),
        ),
        (
            "A year on medication does a little better here than sixteen sessions of therapy. In trials the odds of "
            "responding and staying well were better after starting with therapy",
            why("furukawa2021_sustained", "starting with psychotherapy also beat starting with medication"),
            toy(
                ELEVEN,
                OPENING,
                lambda s: 1 < responding(s, "medication alone", 52) - responding(s, "therapy alone", 52) < 5,
            ),
        ),
        (
            "In week 52 the line is even a little higher than without the wait, because people have learned more "
            "recently. Read week 26: there it is far lower",
            across(
                ELEVEN,
                "Half a year of waiting",
                OPENING,
                lambda late, now: (
                    2 < responding(late, "therapy alone", 52) - responding(now, "therapy alone", 52) < 9
                    and responding(now, "therapy alone", 26) - responding(late, "therapy alone", 26) > 15
                ),
            ),
        ),
    ),
    *quotes(
        "14 words",
        (
            "only about a third of those who are offered it take it",
            toy(ELEVEN, "A third accept", lambda s: s.values["accept"] in range(30, 40)),
        ),
        (
            "By the end of the year hardly anybody has lost by it",
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 3 and lead(s, 12) > 10),
        ),
        (
            "Until then clinic A's sessions have added up, and clinic B has given none. Afterwards clinic B catches up, "
            "though not on the weeks that are gone",
            toy(ELEVEN, OPENING, lambda s: lead(s, 12) > 10 and lead(s, 26) < 6 and lead(s, 52) < 3),
        ),
        (
            "The lost weeks are never given back, that is true. But the lead on a given day can shrink: people in clinic B "
            "have now had therapy, too",
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 0.3 * lead(s, 12)),
        ),
        (
            "Clinic B spends its sessions well. Even so, those who needed therapy had to do without it for 12 weeks, and in "
            "clinic A they did not",
            toy(ELEVEN, OPENING, lambda s: s.values["step"] == 12 and lead(s, 12) > 10),
        ),
        (
            "Those who pay are the people who were not better on medication alone: they wait for the second treatment, and "
            "week 12 shows how many they are",
            toy(ELEVEN, OPENING, lambda s: s.result.unwell_weeks(FIRST) > s.result.unwell_weeks("both") + 1),
        ),
        (
            "Because people are not in therapy while they wait. In week 52 the wait looks harmless, or even good: whoever "
            "began later has learned more recently, and is a little ahead on that day. But week 52 is one day. People live "
            "through all the weeks before it",
            across(
                ELEVEN,
                "Half a year of waiting",
                OPENING,
                lambda late, now: late.result.unwell_weeks("therapy") > now.result.unwell_weeks("therapy") + 4,
            ),
        ),
        (
            "Therapy alone, and it begins after half a year on a list. Nobody gives up",
            toy(ELEVEN, "Half a year of waiting", lambda s: (s.values["wait"], s.values["lose"]) == (26, 0)),
        ),
        (
            "In the model some therapy inside each visit adds up over a year",
            toy(ELEVEN, "No therapist far and wide", lambda s: s.values["talk"] == 0),
        ),
        (
            "Two do more than one, once they work. Therapy needs sessions before it can show, and medication needs weeks. So "
            "early on the two clinics still look alike",
            toy(ELEVEN, OPENING, lambda s: abs(lead(s, 3)) < 2),
        ),
        (
            "brief instructions inside medication visits were not enough, and a full course added to the medication did far better",
            why("pots2_2011", "far better with a full course of CBT added", "were not enough"),
        ),
        (
            "half improved clearly by going on, and a difference from changing was not shown",
            why("skarphedinsson2015_nordlots", "equally well"),
        ),
    ),
    *quotes(
        "14 sheet",
        (
            "An offer helps only those who take it up, and only where there is somebody to give it",
            across(
                ELEVEN,
                "A third accept",
                OPENING,
                lambda few, all_: responding(few, FIRST, 52) < responding(all_, FIRST, 52),
            ),
        ),
        (
            "How much a visit can hold, nobody has measured; in young people with OCD short instructions were not enough",
            why("pots2_2011", "were not enough"),
        ),
        (
            "Nobody can say that about one person. Starting with one is all right, and asking for the second is, too",
            why("dunlop2019_sequential", "brought remission to 61%"),
        ),
        (
            "After 12 weeks of one treatment, the second was added. Of 100 people who had partly improved, 61 then "
            "got well, and of 100 others, 41. Nobody simply went on",
            why("dunlop2019_sequential", "61% of partial responders and 41% of non-responders", "No arm continued"),
        ),
        (
            "by going on, half responded. A difference from changing to a medication was not shown",
            why("skarphedinsson2015_nordlots", "equally well"),
        ),
        (
            "Starting with one needs about half the sessions",
            toy(
                ELEVEN,
                OPENING,
                lambda s: 0.4 < s.result.sessions("medication first") / s.result.sessions("both") < 0.6,
            ),
        ),
        (
            "On the last day of the year, two plans can look alike that were far apart in week 12",
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 3 and lead(s, 12) > 10),
        ),
    ),
]
