"""What lesson 01 says of studies and of its model, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING, at
from tests.meaning.quotes.reading import ONE, gain
from tests.meaning.quoting import across, effect, ends, fills, quotes, share, the_effect, told, toy, why
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY

HOLLON = ("prior CT", "continued", "withdrawn to placebo")


@fills
def stayed_between(arm, end):
    """People of 100 who stayed well, one end of the interval for about 35 people in a group."""
    low, high = (100 - float(slot()) for slot in reversed(ends("hollon2005", arm, 35)))
    return f"{(low, high)[end]:.0f}"


@fills
def bound(id, comparison, measure, end):
    """One end of an effect's interval."""
    return f"{the_effect(id, comparison, measure).ci[end]:.2f}".replace("-", "−")


@fills
def here(says):
    """A figure of the model as the lesson opens."""
    from tests.meaning.lived import settings

    return says(settings(ONE)[OPENING].result)


def responding(week):
    return [here(lambda year, who=who: f"{year.response(who, week):.0f}") for who in (MEDICATION, THERAPY)]


def relapsing():
    groups = ("therapy ended", "medication kept", "medication stopped")
    return [here(lambda year, who=who: f"{year.relapsed(who):.0f}") for who in groups]


def with_interval(id, comparison, measure):
    """An effect and both ends of its interval: three slots."""
    return effect(id, comparison, measure, digits=2), *(bound(id, comparison, measure, end) for end in (0, 1))


def tads(week):
    return [share("tads2007", arm, "response", week) for arm in ("fluoxetine", "CBT", "combination")]


def read_at(week, check):
    """What the lesson shows as it opens, read in another week."""

    def hold():
        assert check(at(1, **week))

    return hold


QUOTES = [
    *quotes(
        "01",
        (
            "followed {} people who had got well from depression",
            told("hollon2005", r"(\d+) responders"),
        ),
        (
            "{} of 100 were well after therapy had ended, {} on medication that was kept, and {} after a "
            "swap to a dummy pill",
            *(share("hollon2005", arm, turned=True) for arm in HOLLON),
        ),
        (
            "the data fit anything from {} to {} of 100 who stayed well after therapy had ended, from {} to {} "
            "with medication kept, and from {} to {} after the swap",
            *(stayed_between(arm, end) for arm in HOLLON for end in (0, 1)),
        ),
        ("people who had not got well are left out", why("hollon2005", "Only responders continue")),
        ("up to three booster sessions", why("hollon2005", "up to 3 boo")),
        (
            "Medication and both were ahead at first, but a year after all treatment had stopped the three groups "
            "were equal, and none had lost what it had gained",
            why(
                "vanapeldoorn2010",
                "the combination and the SSRI were somewhat ahead of CBT",
                "equal at both follow-ups",
                "a year after all treatment had been stopped",
                "none lost its gains",
                against=True,
            ),
        ),
        ("{} adults with panic | medication / therapy / both, a year", told("vanapeldoorn2010", r"(\d+) adults")),
        (
            "thoughts or acts of suicide came up most often in the group that had medication alone",
            why("tads2007", "suicidal events were most common with fluoxetine alone"),
        ),
        (
            "trials in outpatients did not find that it works less well in severe depression",
            why("driessen2010", "not weaker in more severe", "outpatients", against=True),
        ),
        (
            "SSRI / dummy pill, week 1 | {} times as many respond ({} to {}) | ▲ | the difference is small; side "
            "effects can tell",
            *with_interval("taylor2006_onset", "SSRI", "RR"),
            why("taylor2006_onset", "small in absolute terms", "side effects can unblind"),
        ),
        (
            "respond: week 8, {} / {} of 100; week 16, {} / {} | ▲ ▼ | results differed between sites; therapy's lead over the "
            "dummy pill was only a trend in week 8",
            *(share("derubeis2005", arm, week=week) for week in (8, 16) for arm in ("medication", "cognitive")),
            why("derubeis2005", "only a trend at 8 weeks", "depended on site"),
        ),
        (
            "respond: week 12, {} / {} / {} of 100; week 36, {} / {} / {} | ▲ ▼ | no dummy pill after week 12; "
            "thoughts or acts of "
            "suicide {} / {} / {} of 100",
            *tads(12),
            *tads(36),
            *(share("tads2007", arm, "suicidal", digits=1) for arm in ("fluoxetine", "CBT", "combination")),
            why("tads2007", "No placebo arm after week 12"),
        ),
        (
            "fewer attacks sooner with medication and with both; sizes not read | ▲ | no dummy pill; everybody knew",
            why("vanapeldoorn2013_speed", "reduced attacks faster than CBT alone", "No placebo arm and no blinding"),
        ),
        (
            "lead {} ({} to {}): did not show a difference | ○ | differs between disorders",
            *with_interval("cuijpers2013_direct", "psychotherapy", "Hedges"),
            why("cuijpers2013_direct", "differences by disorder"),
        ),
        (
            "{} points lower with medication | ▲ | very small; severity did not decide which worked better",
            effect("weitz2015", "antidepressant", "HAM-D"),
            why("weitz2015", "did not decide whether CBT or medication", "very small average edge"),
        ),
        (
            "medication / therapy | respond: week 8, {} / {} of 100; week 16, {} / {}; week 36, {} / {}",
            *(slot for week in (8, 16, 36) for slot in responding(week)),
        ),
        (
            "relapse in a year {} / {} / {} of 100",
            *(share("hollon2005", arm) for arm in HOLLON),
        ),
        (
            "odds of staying well × {} ({} to {}) | ▲ | few people; against medication kept only a trend",
            *with_interval("cuijpers2013_enduring", "prior CBT", "OR"),
            why("cuijpers2013_enduring", "continued drug was only a trend"),
        ),
        (
            "fewer relapsed after therapy; sizes not read | ▲ | only people who had got well",
            why("dobson2008", "relapsed less over a year than people withdrawn from medication", "Responder-only"),
        ),
        (
            "gains held after medication, too | ▼ | no fair comparison: time is in it; some people went on taking medication",
            why(
                "bandelow2018_enduring",
                "gains held after medication too",
                "Some people went on taking drugs",
                against=True,
            ),
        ),
        (
            "earlier therapy left no protection that could be seen; kept medication about halved the rate of "
            "relapse ({}; {} to {})",
            *with_interval("derubeis2020_phase2", "after combined", "hazard"),
            why("derubeis2020_phase2", "left no detectable protection", "roughly halved recurrence", against=True),
        ),
        (
            "protection gone after about three and a half years",
            why("paykel2005_decay", "fully gone only about three and a half years"),
        ),
        ("one year | therapy ended / medication kept / medication stopped | relapse {} / {} / {} of 100", *relapsing()),
        (
            "well: {} of 100 after 3 months, {} after 6, {} after a year | ○ | likely milder illness; an estimate",
            *(share("whiteford2013_natural", "untreated", week=week) for week in (13, 26, 52)),
            why("whiteford2013_natural", "Likely mild-to-moderate cases", "estimated"),
        ),
        (
            "waiting and not seen | before / after | well: {}, {}, {} of 100",
            *(here(lambda year, week=week: f"{year.well_untreated(week):.0f}") for week in (13, 26, 52)),
        ),
        (
            "{} people waiting, 10 trials | before / after | about {} points",
            told("rutherford2012_waitlist", r"(\d+) wait-list participants"),
            effect("rutherford2012_waitlist", "wait-list", "Hamilton points"),
        ),
        (
            "{} points further fall | ○ | visits not assigned at random",
            effect("posternak2007_visits", "week 3"),
            why("posternak2007_visits", "not randomised visit frequency"),
        ),
        (
            "in week 8, medication brings {} of 100 that far, and in one trial it was {}",
            responding(8)[0],
            share("derubeis2005", "medication", week=8),
        ),
        (
            "Fewer people relapse on medication here, stopped or kept, than in the trial that is quoted most",
            toy(
                ONE,
                OPENING,
                lambda s: s.result.relapsed("medication stopped") < 70 and s.result.relapsed("medication kept") < 40,
            ),
        ),
        (
            "In week 16, therapy without a wait is 0.5 points ahead of medication here. In trials it was level, "
            "or slightly behind",
            read_at({"week": 16, "start": 0}, lambda year: round(-year.lead, 1) == 0.5),
        ),
        (
            "Medication is ahead, but only by half a point. Most of its early lead over therapy in the opening "
            "picture is the wait",
            toy(ONE, "No wait for therapy", lambda s: 0.4 < s.result.lead < 0.6),
            read_at({"start": 0}, lambda year: year.lead < 0.3),
        ),
        (
            "Medication's line has come back to the dummy pill's, and the line of both together lies on that of therapy alone",
            toy(
                ONE,
                "Next winter",
                lambda s: abs(gain(s, MEDICATION)) < 0.05 and abs(gain(s, BOTH) - gain(s, THERAPY)) < 0.05,
            ),
        ),
        (
            "both together do a little more than medication and therapy added up",
            toy(
                ONE,
                "A story from the 1950s",
                lambda s: 0.1 < gain(s, BOTH) - gain(s, MEDICATION) - gain(s, THERAPY) < 0.5,
            ),
        ),
        (
            "The score falls far with a dummy pill and visits",
            toy(ONE, OPENING, lambda s: s.last(f"{DUMMY} (points)") < 0.3 * s.at(f"{DUMMY} (points)", 0)),
        ),
        (
            "Good and bad weeks fall on the same days in all four lives",
            across(
                ONE,
                "Four lives of one person",
                OPENING,
                lambda one, many: (
                    np.diff(one.table[f"{DUMMY} (points)"], 2).std()
                    > 3 * np.diff(many.table[f"{DUMMY} (points)"], 2).std()
                ),
            ),
        ),
    ),
    *quotes(
        "jobs",
        (
            "gained {} points of the Hamilton scale on average, which the authors call small",
            effect("jakobsen2017_ssri"),
            why("jakobsen2017_ssri", "the authors judge small"),
        ),
        (
            "head to head the two were equal at the end of treatment (Cuijpers 2013: a difference of {} standard",
            effect("cuijpers2013_direct"),
        ),
        (
            "it moved sleep and appetite first, often within a week",
            why("dimascio1979_differential", "mainly on sleep and appetite, often within the first week"),
        ),
        (
            "therapy did best, and what the drug had given was gone when it stopped",
            why("jacobs2004_insomnia", "CBT did best", "disappeared when the drug stopped", against=True),
        ),
        ("shift how feelings are read, before mood lifts", why("harmer2009", "well before mood changes")),
        (
            "sudden gains followed a change of thought in the session",
            why("tang1999_sudden_gains", "followed cognitive change in session"),
        ),
        ("used three times more skills after dialectical", why("neacsiu2010_dbt_skills", "three times more skills")),
        (
            "did better with cognitive behavioural therapy than with relaxation",
            why("safren2010_adhd", "better with CBT than with relaxation"),
        ),
        (
            "people who had had interpersonal therapy did better on some measures of social life",
            why("weissman1981_followup", "interpersonal therapy did better on some measures of social"),
        ),
        (
            "gets somewhat better with either treatment, and with both a little more",
            why("kamenov2017_function", "small gains over either treatment alone"),
        ),
        (
            "Of 100 people, {} relapsed on it and {} after it was stopped (Geddes 2003)",
            share("geddes2003", "continued"),
            share("geddes2003", "switched"),
        ),
        (
            "its protection outlasts the sessions (Hollon 2005). How long is not known. Where therapy had been added to "
            "medication, its protection was gone after three and a half years",
            why("paykel2005_decay", "fully gone only about three and a half years"),
        ),
    ),
    *quotes(
        "history",
        (
            "a fair trial of 1957 saw no special effect",
            why("insulin_coma_history", "randomised trial of 1957", "outcomes were the same", against=True),
        ),
        (
            "the United States admit lithium, as the 50th country",
            why("shorter2009_lithium", "in 1970 the US became the 50th"),
        ),
        (
            "a well-known trial: {}, {} and {} % respond",
            *(share("keller2000", arm) for arm in ("nefazodone", "CBASP psychotherapy", "combined")),
        ),
    ),
    *quotes(
        "01 sheet",
        (
            "Far fewer people relapsed in the year after therapy had ended than after medication was replaced by a dummy pill",
            why("hollon2005", "relapsed far less over a year than patients withdrawn"),
        ),
        (
            "equal a year after all treatment had been stopped, and none had lost what it had gained",
            why("vanapeldoorn2010", "equal at both follow-ups", "none lost its gains", against=True),
        ),
        (
            "The score falls far with a dummy pill and visits. A treatment adds the distance between two lines",
            toy(ONE, OPENING, lambda s: s.last(f"{DUMMY} (points)") < 0.3 * s.at(f"{DUMMY} (points)", 0)),
        ),
        (
            "Medication helps as long as it is taken, and goes within weeks. What therapy taught goes slowly",
            toy(
                ONE,
                OPENING,
                lambda s: gain(s, MEDICATION, 40) < 0.1 < 2.5 < gain(s, MEDICATION, 26) and gain(s, THERAPY, 52) > 2.5,
            ),
        ),
    ),
    *quotes(
        "01 words",
        (
            "Medication from week 0 to week 26; therapy from week 8 to week 24. The picture is read in week 12",
            toy(
                ONE,
                OPENING,
                lambda s: tuple(s.values[name] for name in ("stop", "start", "sessions", "week")) == (26, 8, 16, 12),
            ),
        ),
        (
            "Medication ended half a year ago, and therapy ended before it",
            toy(
                ONE,
                "Next winter",
                lambda s: s.values["week"] - s.values["stop"] == 26 and s.values["start"] + s.values["sessions"] < 26,
            ),
        ),
        (
            "Therapy begins in week 0, as medication does. The picture is read in week 4",
            toy(ONE, "No wait for therapy", lambda s: (s.values["start"], s.values["week"]) == (0, 4)),
        ),
        (
            "Below 0 means better than any score can say",
            toy(
                ONE,
                "Four lives of one person",
                lambda s: min(s.table["both (points)"].min(), s.table["therapy (points)"].min()) < 0,
            ),
        ),
        (
            "Severe symptoms, medication all year, no wait for therapy, and severe symptoms make learning harder. "
            "Read in week 8",
            toy(
                ONE,
                "A story from the 1950s",
                lambda s: (
                    tuple(s.values[name] for name in ("who", "stop", "start", "door", "week"))
                    == ("severe", 52, 0, True, 8)
                ),
            ),
        ),
        (
            "the score itself hardly rises",
            toy(
                ONE,
                OPENING,
                lambda s: 0 < max(s.table["medication (points)"][26:]) - s.at("medication (points)", 26) < 1,
            ),
        ),
        (
            "So the curve comes back to the dotted one, and not to the start",
            toy(
                ONE,
                OPENING,
                lambda s: abs(gain(s, MEDICATION, 52)) < 0.1 and s.last("medication (points)") < 0.3 * 24,
            ),
        ),
        (
            "{} of 100 stayed well in the year after their medication was replaced by a dummy pill (Hollon 2005)",
            share("hollon2005", "withdrawn to placebo", turned=True),
        ),
    ),
]
