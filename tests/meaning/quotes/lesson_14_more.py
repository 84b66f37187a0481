"""What lesson 14 says of studies and of where its model breaks, and what holds it."""

import toolkit
from tests.meaning.lived import OPENING, notebook, settings
from tests.meaning.quotes.grounds import also, holds, last_lines, not_read, sized, tasks_are
from tests.meaning.quotes.reading import ELEVEN, responding
from tests.meaning.quoting import effect, fills, quotes, share, the_effect, told, toy, why
from toolkit.evidence import finding
from toolkit.model import Plan, parameters

from .lesson_14 import (
    ALONE,
    FIRST,
    GAP,
    LESSON,
    NORDLOTS,
    SEQUENCE,
    THERAPY,
    at,
    coordination_is_one_road,
    late_sessions_are_fresh,
    lead,
    starts_with_one,
)

LEAD, LOW, HIGH = sized("vanbronswijk2019_trd", "psychotherapy + usual", "g")
GUESSES = ("gate.strength", "plasticity.gain")


@fills
def going_on(end):
    """How many more of 100 children responded by going on than by changing, at an end of the 95 % interval (our sum)."""
    on, changed = finding(NORDLOTS).arms
    spread = 1.96 * sum(arm.value * (1 - arm.value) / arm.n for arm in (on, changed)) ** 0.5
    return f"{abs(100 * (on.value - changed.value + end * spread)):.0f}"


def sides(id, mark):
    """The mark of every row of the studies' picture that this record has."""
    rows = [row for panel in LESSON.study_panels for row in panel["rows"] if row["finding"] == id]
    return holds(lambda: {row["side"] for row in rows} == {mark})


def offers_are_alike():
    """Who accepts is drawn without a look at how ill somebody is, and no plan is wished for."""
    paths = at(accept=50)
    offered, accepted = paths.unwell("medication so far", 12), paths.added("medication first")
    burden = paths.cohort.traits.burden
    apart = burden[offered & accepted].mean() - burden[offered & ~accepted].mean()
    return abs(apart) < 0.05 and Plan().wish == "not asked"


def beside():
    """(name, symbol) of the marks beside the studies."""
    traces = settings(ELEVEN)[OPENING].studies_chart["data"]
    return [(trace["name"], trace["marker"]["symbol"]) for trace in traces if trace["mode"] == "markers"]


@fills
def the_share(id, arm, outcome):
    """The percentage of the arm of exactly that name."""
    [value] = [one.value for one in finding(id).arms if (one.name, one.outcome) == (arm, outcome)]
    return f"{100 * value:.0f}"


@fills
def guide(end):
    """An end of the interval of what a guide adds, without its sign."""
    return f"{-the_effect('karyotaki2021_icbt', 'guided', 'PHQ-9').ci[end]:g}"


def psychiatrists():
    found = {arm.name: round(100 * arm.value) for arm in finding("mckay2006_psychiatrist").arms}
    return list(found.values()) == [3, 9, 6, 7] and list(found)[1::2] == ["psychiatrist, BDI", "psychiatrist, HAM-D"]


def cited():
    """The records of the last cell, which prints the sources."""
    [cell] = [cell.source for cell in notebook(LESSON.slug).cells if ".citation" in cell.source]
    return [finding(line.strip().strip('",')) for line in cell.splitlines() if line.startswith('    "')]


QUOTES = [
    *quotes(
        "14",
        (
            """
            ## What studies found The claim, in one line. Starting with one treatment is enough, and another can come later. >
            The study most often quoted for it added the second treatment for adults not well after {} weeks of one
            [dunlop2019_sequential]. > Of those who had partly improved, {} of 100 then got well; of the others, {} of 100.
            The rest did not, so far. Nobody simply went on, so time may have helped.""",
            told(SEQUENCE, r"After (\d+) weeks"),
            share(SEQUENCE, "partial responders, either"),
            share(SEQUENCE, "non-responders, either"),
            why(SEQUENCE, "brought remission to 61%", "No arm continued monotherapy", "more time"),
            sides(SEQUENCE, "▲"),
            sides("schramm2015_cbasp_esc", "▲"),
        ),
        (
            """
            The study that speaks most clearly against it has that missing group [skarphedinsson2015_nordlots]. Children with
            OCD whom therapy had not helped enough went on or changed to > medication, at random. {} of 100 improved clearly
            by going on, and {} by changing. It is small, and did not show a difference (the data fit anything from {} fewer
            to {} more by going on, our sum).""",
            share(NORDLOTS, "continued CBT"),
            share(NORDLOTS, "sertraline"),
            going_on(-1),
            going_on(1),
            why(NORDLOTS, "had not responded to 14 weeks of CBT", "equally well", "Small", against=True),
            why(NORDLOTS, "RCT", "continued or they switched to sertraline"),
            sides(NORDLOTS, "▼"),
        ),
        (
            """
            Put together. Without that group, we hardly know what time alone does. And many decline the second treatment
            [dekker2013_sequence]. What would settle it. Going on, changing or adding, at random, for a year.""",
            why(SEQUENCE, "No arm continued"),
            why("dekker2013_sequence", "about 40% declined"),
            holds(lambda: max(arm.time_weeks for arm in finding(NORDLOTS).arms) < 52),
        ),
        (
            """
            Years later? In people whom antidepressants had not helped enough, many of them ill for two years or more, about
            twice as many clearly improved with therapy on top [cobalt2013]. In chronic depression with well-tended
            medication, it was not shown to bring more remission [kocsis2009_revamp].""",
            why("cobalt2013", "doubled response", "59% ill two years or more", "had not responded to antidepressants"),
            why(
                "kocsis2009_revamp",
                "no more remission than optimised medication",
                "chronic depression",
                "actively changed medication",
            ),
        ),
        (
            """
            Therapy not enough? Some people who had not got well with therapy did once a medication was added
            [dunlop2019_sequential]. That a medication helps does not tell where an illness came from, and no group of people
            is too ill for therapy.""",
            why(SEQUENCE, "partial responders to CBT who then got escitalopram did best"),
            also("13", "Nobody is too ill for therapy"),
        ),
        (
            """
            An offer is not a treatment. In one trial, people on a medication for anxiety were offered therapy. About one in
            three took it, and an extra benefit was not shown [critschristoph2011_gad].""",
            why(
                "critschristoph2011_gad",
                "generalised anxiety",
                "on top of venlafaxine",
                "no extra benefit, and only a third of those offered",
            ),
        ),
        (
            """
            One clinician or two? Nobody knows whether it matters if one clinician or two provide the care. Teams with a care
            manager did better than poor usual care, as a whole package [unutzer2002_impact].""",
            why("goldman1998_split", "No good trial evidence that one format is better"),
            why(
                "unutzer2002_impact",
                "care manager",
                "more than twice as likely",
                "Usual care was poor",
                "mixes organisation, drug and therapy",
            ),
        ),
        (
            "All studies, in a picture. ▲ for, ▼ against, ○ background; open squares: the model.",
            holds(lambda: {row["side"] for panel in LESSON.study_panels for row in panel["rows"]} == set("▲▼○")),
            holds(
                lambda: {symbol for name, symbol in beside() if name == "the model, as set above"} == {"square-open"}
            ),
        ),
        (
            "Responded: improved clearly, by each study's own line.",
            why("cobalt2013", "response (BDI 50%)"),
            why("pots2_2011", "response (30% reduction)"),
        ),
        (
            """
            dunlop2019_sequential | 112 adults not well after 12 weeks | the second treatment added | well: {} of 100 who had
            partly improved, {} of 100 others | ▲ | nobody simply went on""",
            share(SEQUENCE, "partial responders, either"),
            share(SEQUENCE, "non-responders, either"),
            why(SEQUENCE, "112 adults with MDD not remitted", "12 weeks", "No arm continued"),
            sides(SEQUENCE, "▲"),
        ),
        (
            """
            schramm2015_cbasp_esc | 60 adults, chronic depression | the second treatment added after 8 weeks | responded by
            week 28: {} of 100 (therapy first), {} of 100 (medication first) | ▲ | small; adding not assigned at random""",
            share("schramm2015_cbasp_esc", "CBASP first", "response", 28),
            share("schramm2015_cbasp_esc", "escitalopram first", "response", 28),
            why(
                "schramm2015_cbasp_esc",
                "60 adults with chronic major depression",
                "8 weeks, then",
                "augmentation itself not randomised",
                "Small",
            ),
            sides("schramm2015_cbasp_esc", "▲"),
        ),
        (
            """
            frank2000_sequence | 339 women, recurrent depression | therapy first, medication if needed / both from the start |
            well: {} / {} of 100, and later | ▲ | two groups of different years and medications, not at random""",
            share("frank2000_sequence", "IPT first"),
            share("frank2000_sequence", "combined from"),
            holds(lambda: sum(arm.n for arm in finding("frank2000_sequence").arms) == 339),
            why(
                "frank2000_sequence",
                "Women with recurrent depression",
                "though more slowly",
                "not randomised",
                "Different eras, different drugs",
            ),
        ),
        (
            """
            skarphedinsson2015_nordlots | {} children with OCD | going on with therapy / changing to medication | responded:
            {} / {} of 100 | ▼ | small; changing, not adding""",
            told(NORDLOTS, r"(\d+) analysed"),
            share(NORDLOTS, "continued CBT"),
            share(NORDLOTS, "sertraline"),
            why(NORDLOTS, "50 analysed", "Children with OCD", "switched", "Small"),
            sides(NORDLOTS, "▼"),
        ),
        (
            """
            cobalt2013 | 469 adults whom antidepressants had not helped enough | therapy added / usual care | responded: {} /
            {} of 100 | ▲ | people knew; usual care""",
            share("cobalt2013", "CBT + usual care", "response"),
            the_share("cobalt2013", "usual care", "response (BDI 50%)"),
            why(
                "cobalt2013",
                "469 UK primary-care adults",
                "had not responded to antidepressants",
                "unblinded trial, control is usual care",
            ),
        ),
        (
            """
            vanbronswijk2019_trd | adults whom treatment had not helped | therapy added / usual treatment | lead {} standard
            deviations ({} to {}) | ▲ | usual treatment was mostly, not always, medication""",
            LEAD,
            LOW,
            HIGH,
            why(
                "vanbronswijk2019_trd", "had not responded", "gave a moderate benefit", "mostly, not always, medication"
            ),
        ),
        (
            """
            kocsis2009_revamp | 491 adults, chronic depression | therapy added / medication tended with care | did not show
            more remission | ▼ | 12 weeks""",
            why(
                "kocsis2009_revamp",
                "491 adults with chronic depression",
                "optimised medication gave no more remission",
                "RCT, 12 weeks",
            ),
        ),
        (
            """
            delgadillo2022_stratified | 951 adults, English services | full therapy by a rule at the start / self-help first |
            improved: {} / {} of 100 | ▼ | more of them had full therapy: rule or dose?""",
            share("delgadillo2022_stratified", "stratified care", "improvement"),
            share("delgadillo2022_stratified", "stepped care", "improvement"),
            why(
                "delgadillo2022_stratified",
                "951 adults in four English services",
                "guided self-help",
                "may be dose rather than matching",
            ),
        ),
        (
            """
            critschristoph2011_gad | 77 adults, anxiety, on medication | offered therapy | {} of 100 came | ▼ | small""",
            share("critschristoph2011_gad", "offered CBT"),
            why("critschristoph2011_gad", "77 offered CBT", "venlafaxine", "Small"),
            sides("critschristoph2011_gad", "▼"),
        ),
        (
            """
            dekker2013_sequence | 103 adults | offered the second treatment | {} of 100 declined | ▼ | small, one therapy""",
            share("dekker2013_sequence", "non-improvers"),
            why("dekker2013_sequence", "103 outpatients", "Small, one therapy type"),
            sides("dekker2013_sequence", "▼"),
        ),
        (
            """
            thornicroft2017_gap | 51,547 people, 21 countries | need felt / visit / enough treatment | {} of 100; {} of 100 of
            these; {} of 100 of these | ○ | "enough" is a low bar""",
            share(GAP, "people with"),
            share(GAP, "of those", "visit"),
            share(GAP, "of those treated"),
            why(GAP, "51,547", "21 countries", "Minimally adequate is a low bar"),
            sides(GAP, "○"),
        ),
        (
            """
            waitzfelder2018_initiation | 241,251 adults, newly diagnosed, US | started anything within 90 days | {} of 100 | ○
            | insured people""",
            share("waitzfelder2018_initiation", "newly diagnosed", "started any"),
            why(
                "waitzfelder2018_initiation",
                "241,251 adults newly diagnosed",
                "US",
                "within 90 days",
                "Insured patients",
            ),
        ),
        (
            """
            andrilla2018_supply | US counties, upper plains / New England | no psychiatrist | {} / {} of 100 counties | ○ |
            counts addresses, not free appointments""",
            share("andrilla2018_supply", "West North Central"),
            share("andrilla2018_supply", "New England"),
            why(
                "andrilla2018_supply",
                "US counties with no psychiatrist",
                "upper plains",
                "not appointment availability",
            ),
        ),
        (
            """
            olfson2025_trends | US adults in outpatient care | both, 2018 / 2021 | {} / {} of 100 | ○ | use, not outcome""",
            share("olfson2025_trends", "2018", "psychotherapy and medication", digits=1),
            share("olfson2025_trends", "2021", "psychotherapy and medication", digits=1),
            why("olfson2025_trends", "US adults with outpatient mental health visits", "Use, not outcome"),
        ),
        (
            """
            karyotaki2021_icbt | people with depression, 39 trials | self-help by internet with / without a guide | {} points
            lower with ({} to {}), gone at 6 months | ○ | people who sign up for online trials""",
            effect("karyotaki2021_icbt", "guided", "PHQ-9"),
            guide(1),
            guide(0),
            why(
                "karyotaki2021_icbt",
                "39 RCTs",
                "below 0: guided better",
                "No difference at 6 or 12 months",
                "sign up for online trials",
            ),
        ),
        (
            """
            lin2022_teletherapy | 20 trials | therapy by phone or video / in the room | difference {} standard deviations | ○
            | no interval in the abstract""",
            effect("lin2022_teletherapy", "end of treatment", "g", digits=2),
            why(
                "lin2022_teletherapy",
                "20 RCTs",
                "phone or video did as well as therapy in the room",
                "No intervals in the abstract",
            ),
        ),
        (
            """
            unutzer2002_impact | 1,801 people of 60 and over | a team with a care manager / usual care | halved: {} / {} of
            100 | ○ | a whole package against poor care""",
            share("unutzer2002_impact", "IMPACT"),
            share("unutzer2002_impact", "usual care"),
            why(
                "unutzer2002_impact", "1,801 primary-care patients 60+", "care manager", "Usual care was poor", "mixes"
            ),
        ),
        (
            """
            archer2012 | 24,308 people, 79 trials | collaborative / routine care | better for up to two years | ○ | sizes not
            read""",
            why("archer2012", "79 RCTs", "24,308", "better than routine care", "for up to two years"),
            not_read("archer2012"),
        ),
        (
            """
            posternak2007_visits | 41 antidepressant trials | one more visit / none, with a dummy pill | {} points further
            fall | ○ | visits not assigned at random""",
            effect("posternak2007_visits", "week 3", "HRSD"),
            why("posternak2007_visits", "41 double-blind", "even on placebo", "not randomised visit frequency"),
        ),
        (
            """
            mckay2006_psychiatrist | 112 people, 9 psychiatrists | which psychiatrist / which tablet | 9 / 3 % of the
            differences between people | ○ | tiny; on another scale 7 / 6 %""",
            why("mckay2006_psychiatrist", "112 patients", "9 psychiatrists", "small study"),
            holds(psychiatrists),
        ),
        (
            """
            goldman1998_split | claims of the 1990s, US | one clinician for both / two | fewer sessions with one | ○ | no
            outcomes; nobody knows which is better""",
            why(
                "goldman1998_split",
                "one psychiatrist used fewer sessions",
                "1990s US",
                "No clinical outcomes",
                "No good trial evidence that one",
            ),
        ),
        (
            """
            pots2_2011 | 124 young people with OCD | full therapy / instructions in the visit, added | full therapy far better
            | ○ | two of the three numbers not read""",
            why(
                "pots2_2011",
                "124 outpatients 7-17",
                "far better with a full course",
                "instructions given in medication visits",
            ),
            why("pots2_2011", "Values for the other two arms were cut off", "3 arms"),
        ),
        (
            """
            Fewer people get well here once the second treatment is added (33 of 100) than in the trial above. The model takes
            the step only with people whose score has not halved, while in the trial some of them had partly improved.""",
            toy(ELEVEN, OPENING, lambda s: round(s.result.well_after_adding()) == 33),
            holds(lambda: 33 < 41 and starts_with_one()),
            why(SEQUENCE, "61% of partial responders"),
        ),
        (
            """
            More people respond here by week 28, whichever treatment came first, than in the trial in chronic depression
            [schramm2015_cbasp_esc]. The model's people are not ill for years.""",
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
            why("schramm2015_cbasp_esc", "chronic depression"),
        ),
        (
            """
            That going on helps half of the people here, as in the trial with children, is chance: another illness, another
            treatment.""",
            toy(ELEVEN, OPENING, lambda s: abs(s.result.responding_by_going_on() - 50) < 3),
            why(NORDLOTS, "Children with OCD", "whether CBT continued"),
            holds(lambda: at().plan == FIRST),
        ),
        (
            """
            A year on medication does a little better here than sixteen sessions of therapy. In trials the odds of responding
            and staying well were better after starting with therapy [furukawa2021_sustained].""",
            why("furukawa2021_sustained", "starting with psychotherapy also beat starting with medication"),
            toy(ELEVEN, OPENING, lambda s: 1 < responding(s, ALONE, 52) - responding(s, THERAPY, 52) < 5),
            holds(lambda: (at().values["until"], at().values["sessions"]) == (52, 16)),
        ),
        (
            """
            That waiting makes week 52 look better is built in: what sessions teach, and what being seen does, fades here with
            time, so late sessions are fresh. We know no study of it. Real waiting may discourage people.""",
            holds(late_sessions_are_fresh),
            holds(lambda: at(wait=26).responses["therapy"][52] > at().responses["therapy"][52] + 2),
        ),
        (
            "Nobody here prefers one treatment, and everybody who is offered it is equally likely to accept.",
            holds(offers_are_alike),
        ),
        (
            """
            Coordination works here by one road only, staying on medication, and is small. What teams do in trials is a whole
            package.""",
            holds(coordination_is_one_road),
            why("unutzer2002_impact", "mixes organisation, drug and therapy"),
        ),
        (
            """
            The door of lesson 05 and the window of lesson 06 are on in this lesson, though no trial has shown either.""",
            holds(
                lambda: (
                    [toolkit.lessons.lesson(n).title for n in (5, 6)] == ["Opening the door", "The plasticity window"]
                )
            ),
            holds(lambda: {"gate.strength", "plasticity.gain"} < set(LESSON.behind)),
            holds(
                lambda: all(
                    parameters()[name]["default"] > 0 and parameters()[name]["tag"] == "teaching" for name in GUESSES
                )
            ),
        ),
        (
            "A danger that cannot wait has no place in this plan. Real care looks for it first.",
            also("14", "in danger, do not wait at all"),
        ),
        (
            "## Check yourself Four short tasks. No code is needed.",
            tasks_are(14, 4),
        ),
        (
            "## Take away The last day of the year is one day. Count the weeks on the way there, too.",
            also("14 sheet", "Count the weeks on the way there, too"),
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 3 and lead(s, 12) > 10),
        ),
        *last_lines(14),
    ),
]
