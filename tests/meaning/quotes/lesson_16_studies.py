"""What lesson 16 says of studies, and what holds it."""

from tests.meaning.quotes.grounds import (
    holds,
    sized,
)
from tests.meaning.quotes.lesson_16 import WINNERS, designed, judged, scoreboard, truth
from tests.meaning.quotes.reading import TWELVE
from tests.meaning.quoting import fills, people, quotes, share, told, toy, why
from toolkit.evidence import finding
from toolkit.lessons.how_would_we_know import studies

SYNERGY = ("blanco2010_sad", "combined", "remission", 12)


@fills
def added_up():
    """Remission in social anxiety in week 12, were the gains of medication and therapy added up, of 100 people."""
    arms = {
        arm.name: arm.value
        for arm in finding("blanco2010_sad").arms
        if arm.outcome.startswith("remission") and arm.time_weeks == 12
    }
    return f"{100 * (arms['group CBT'] + arms['phenelzine'] - arms['placebo']):.0f}"


def effects(id):
    found = finding(id)
    return [effect for effect in (found.effect, *found.other_effects) if effect]


QUOTES = [
    *quotes(
        "16",
        (
            "A trial has shown that medication and therapy do more together than their sum",
            why("blanco2010_sad", "looks super-additive", against=False),
        ),
        (
            "The study most often quoted for it had all four groups, in social anxiety [blanco2010_sad]. > After 12 weeks {} of "
            "100 were well with both, and {} were not; with the parts added up it would be {} (our sum). > But there were about "
            "30 people in each group, so chance could do that",
            share(*SYNERGY),
            share(*SYNERGY, turned=True),
            added_up(),
            why(
                "blanco2010_sad",
                "RCT, 4 arms",
                "27+34+35+32",
                "not distinguishable from additive",
                "social anxiety disorder",
            ),
        ),
        (
            "The study that speaks most clearly against it had four groups of about 300 people with alcohol dependence "
            "[combine2006]. Both together were not shown to be better than either. No interval for synergy was read",
            why("combine2006", "together was no better than either", "153+152=305", "alcohol dependence", against=True),
            holds(
                lambda: not any("synerg" in e.comparison or "interaction" in e.measure for e in effects("combine2006"))
            ),
        ),
        (
            "Small trials can look like synergy, and large ones have not shown it, which does not show that there is none",
            why("blanco2010_sad", "Small arms"),
            why("combine2006", "together was no better than either"),
            toy(TWELVE, "The same sixty, four groups", lambda s: truth(s.result) > 0 and s.result.power(300) < 0.1),
        ),
        (
            "Four groups of many thousands, or many trials that publish everything",
            designed(lambda one: one.needed > 10_000, compare="four"),
            WINNERS,
        ),
        (
            "One leading researcher reports that correcting for unpublished trials lowers the effects of antidepressants by "
            "about a third, and supposes the same for therapy",
            why(
                "hollon2015_editorial",
                "A leading trialist",
                "by about a third",
                "similar bias inferred for psychotherapy",
            ),
        ),
        (
            "All 21 antidepressants did better than a dummy pill on average, in a review of {} trials",
            told("cipriani2018", r"(\d+) double-blind RCTs"),
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
        ),
        (
            "35 studies looked for the steps by which therapy for depression works, and none settles which change causes which",
            why("lemmens2016_mediators", "none settles which change causes which"),
        ),
        (
            "Various procedures change thinking, and studies often do not show that thinking changed first",
            why("lorenzoluaces2015_cognitive", "Studies often fail to show that the thinking changed first"),
        ),
        (
            "Counts deserve a second pair of eyes. A trial reported that severe, not chronic depression gained most from both. It "
            "was retracted and replaced after counting errors, and the difference between groups was no longer significant",
            why(
                "hollon2014_RETRACTED_REPLACED",
                "severe, non-chronic",
                "because of counting errors",
                "lost significance",
            ),
        ),
        (
            "Who was not seen again? The same five-year data of team care for psychosis show a benefit or none, depending on what "
            "is assumed of the people who were not seen again; 69 of 100 were not [raise2022_5yr]",
            why(
                "raise2022_5yr", "Only 31% seen at 5 years", "better under one assumption", "no different under another"
            ),
        ),
        (
            "In teenagers both together led in week 12, and in week 36 all three groups were above 80 of 100",
            why("tads2007", "all three active arms had response rates above 80%", "early lead", "adolescents"),
        ),
        (
            "The scoreboard: could the model have produced each figure of the design above? ▲ for, ▼ against its own lesson's "
            "claim. Circles are inside, crosses outside. Squares were used to set the model",
            scoreboard(
                lambda marks: (
                    [marks[name]["marker"]["symbol"] for name in ("Inside", "Outside", "Set to fit")]
                    == ["circle", "x", "square-open"]
                )
            ),
            holds(lambda: all(bool(one.figure.fits) == (studies.verdict(one) == "set to fit") for one in judged())),
            holds(lambda: {studies.label(one)[0] for one in judged()} == {"▲", "▼"}),
        ),
        (
            "Responded: improved clearly, by each study's own line",
            why("cobalt2013", "response (BDI 50%)"),
            why("safren2010_adhd", "response (CGI)"),
        ),
        (
            "Four groups | | | | | | | blanco2010_sad | {} adults, social anxiety | both / medication / therapy / dummy pill | "
            "well in week 12: {} / {} / {} / {} of 100 | ▲ | small groups; not told apart from adding up",
            told("blanco2010_sad", r"(\d+) adults"),
            *(share("blanco2010_sad", arm, "remission", 12) for arm in ("combined", "phenelzine", "CBT", "placebo")),
            why("blanco2010_sad", "Small arms", "not distinguishable from additive", against=False),
        ),
        (
            "combine2006 | {} adults, alcohol dependence | both / medication / therapy with a dummy pill / dummy pill | days "
            "without alcohol: {} / {} / {} / {} of 100 | ▼ | together was not shown to be better",
            told("combine2006", r"([\d,]+) recently abstinent adults"),
            *(
                share("combine2006", arm, "days")
                for arm in (
                    "naltrexone + CBI",
                    "naltrexone + medical management",
                    "CBI + placebo + medical management",
                    "placebo + medical management",
                )
            ),
            why("combine2006", "together was no better", against=True),
        ),
        (
            "walkup2008_cams | {} children, anxiety | both / therapy / medication / dummy pill | improved: {} / {} / {} / {} of "
            "100 | ○ | people in therapy knew it",
            told("walkup2008_cams", r"(\d+) children"),
            share("walkup2008_cams", "sertraline + CBT"),
            *(share("walkup2008_cams", arm) for arm in ("CBT", "sertraline", "placebo")),
            why("walkup2008_cams", "CBT and combination arms knew what they received"),
        ),
        (
            "Two groups, and what one compares with | | | | | | | cobalt2013 | {} adults whom antidepressants had not helped "
            "enough | therapy added / usual care | responded: {} / {} of 100 | ○ | usual care, and people knew",
            told("cobalt2013", r"(\d+) UK primary-care adults"),
            share("cobalt2013", "CBT + usual care", "response"),
            share("cobalt2013", "usual care", "response"),
            why("cobalt2013", "had not responded to antidepressants", "unblinded", "control is usual care"),
        ),
        (
            "kocsis2009_revamp | {} adults, chronic depression | therapy added / medication tended with care | did not show more "
            "remission | ○ | {} weeks",
            people("kocsis2009_revamp", "all three arms", "remission"),
            told("kocsis2009_revamp", r"RCT, (\d+) weeks"),
            why("kocsis2009_revamp", "actively changed medication", "no more remission", against=True),
        ),
        (
            "safren2010_adhd | {} adults with ADHD, on medication | therapy / relaxation and education | responded: {} / {} of "
            "100 | ○ | attention matched",
            told("safren2010_adhd", r"(\d+) medicated adults with ADHD"),
            share("safren2010_adhd", "medication + CBT", "CGI"),
            share("safren2010_adhd", "medication + relaxation", "CGI"),
            why("safren2010_adhd", "ATTENTION-MATCHED"),
        ),
        (
            "simpson2008_ocd | {} adults with OCD, on medication | exposure / stress management | better with exposure; numbers "
            "not read | ○ | attention matched",
            told("simpson2008_ocd", r"(\d+) adults with OCD"),
            why(
                "simpson2008_ocd",
                "stress management",
                "improved more when exposure",
                "attention-matched",
                "not in the excerpt",
            ),
        ),
        (
            "furukawa2017_cbt_severity | {} adults, 5 trials | CBT / dummy pill | lead {} standard deviations ({} to {}) | ○ | "
            "small",
            told("furukawa2017_cbt_severity", r"5 RCTs, (\d+) individuals"),
            *sized("furukawa2017_cbt_severity", "CBT vs pill placebo", "SMD", minus=True),
            why("furukawa2017_cbt_severity", "Against pill placebo, CBT had a small benefit"),
        ),
        (
            "papola2026_severity | {} people, {} trials | therapy / mixed comparison groups | lead {} ({} to {}) | ○ | waiting "
            "lists and unpublished trials make it larger",
            told("papola2026_severity", r"([\d,]+) patients"),
            told("papola2026_severity", r"(\d+) randomised trials"),
            *sized("papola2026_severity", "psychotherapy vs control", "Hedges"),
            why("papola2026_severity", "inflated by waiting-list controls and publication bias"),
        ),
        (
            "keller2000 | {} adults, chronic depression | both / medication / therapy | responded: {} / {} / {} of 100 | ○ | no "
            "dummy pill",
            told("keller2000", r"(\d+) randomised"),
            *(share("keller2000", arm, "response") for arm in ("combined", "nefazodone", "CBASP psychotherapy")),
            why("keller2000", "no placebo arm"),
        ),
        (
            "nordahl2016_sad | {} adults, social anxiety | therapy / both, a year later | recovered: {} / {} of 100 | ▼ | about "
            "25 in each group",
            told("nordahl2016_sad", r"(\d+) adults"),
            share("nordahl2016_sad", "cognitive therapy"),
            share("nordahl2016_sad", "cognitive therapy + paroxetine"),
            why("nordahl2016_sad", "About 25 per arm", "a year later", against=True),
        ),
        (
            "Trust in trials | | | | | | | hollon2015_editorial | depression | corrected for unpublished trials | effects of "
            "medication lower by about a third | ○ | opinion, not data",
            why("hollon2015_editorial", "Opinion, not data", "lowered estimated drug effects by about a third"),
        ),
        (
            "hollon2014_RETRACTED_REPLACED | {} adults, depression | both / medication | retracted and replaced | ○ | counting "
            "errors",
            told("hollon2014_RETRACTED_REPLACED", r"(\d+) adults"),
            why("hollon2014_RETRACTED_REPLACED", "retracted and replaced in 2016 because of counting errors"),
        ),
        (
            "raise2022_5yr | {} people, first psychosis | team care / usual care | benefit or none, by what is assumed | ○ | {} "
            "of 100 seen after five years",
            told("raise2022_5yr", r"(\d+) people with first-episode psychosis"),
            told("raise2022_5yr", r"Only (\d+)% seen at 5 years"),
            why("raise2022_5yr", "no different under another"),
        ),
        (
            "lemmens2016_mediators | {} studies | steps on the way to recovery | none settles which causes which | ○ | not shown "
            "is not shown false",
            told("lemmens2016_mediators", r"(\d+) mediation studies"),
            why("lemmens2016_mediators", "none settles which change causes which", "not proof of absence"),
        ),
        (
            "neacsiu2010_dbt_skills | {} women, borderline disorder | skills and relief side by side | linked | ○ | which came "
            "first is open",
            told("neacsiu2010_dbt_skills", r"(\d+) women"),
            why("neacsiu2010_dbt_skills", "measured side by side, so which came first is open", "borderline"),
        ),
    ),
]
