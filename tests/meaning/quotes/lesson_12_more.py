"""What lesson 12's table says of studies, and what holds it: the rows as they stand, with what their records must have."""

from tests.meaning.quotes.grounds import holds, sized
from tests.meaning.quotes.lesson_12 import COBALT, DIRECT, HOLLON, KOCSIS, RULE, end, shares
from tests.meaning.quoting import effect, fills, quotes, share, told, why
from toolkit.evidence import finding
from toolkit.model import parameters

FOUR_OVER_59 = ("nortriptyline + IPT", "nortriptyline + clinic", "IPT + placebo", "placebo + clinic")
FOUR_70 = ("paroxetine + psychotherapy", "paroxetine + clinical", "placebo + psychotherapy", "placebo + clinical")


def row(id, says, *slots, has=(), against=None, holding=()):
    """A row of the table: what it says behind the record's id, its figures, and what the record's own words must have."""
    return f"| {id} | {says}", *slots, why(id, *has, against=against), *holding


def sizes(id):
    """The sizes of a record's groups: the smallest and the largest; two slots."""

    def slot(of):
        return fills(lambda: f"{of(arm.n for arm in finding(id).arms)}")()

    return slot(min), slot(max)


def fitted_to(id):
    return holds(lambda: id in {about["source"] for about in parameters().values()})


QUOTES = [
    *quotes(
        "12",
        (
            "Lead: by how many standard deviations the treatment named first did better. Responded: improved clearly, by each "
            "study's own line. Where no size stands, we have not read one.",
            why("furukawa2017_cbt_severity", "SMD: CBT vs pill placebo"),
            holds(lambda: "response" in finding("keller2000").arms[0].outcome),
            holds(lambda: not finding("papola2026_severity").arms and not finding("thase1997").effect),
        ),
        row(
            COBALT,
            "469 adults whom antidepressants had not helped enough | therapy added / usual care | halved: {} / {} of 100 | ▲ | "
            "people knew; usual care is less attention",
            *shares(COBALT, "CBT + usual care", "usual care", outcome="response"),
            has=(
                "469 UK",
                "had not responded to antidepressants",
                "unblinded",
                "contact and expectancy not controlled",
            ),
            against=False,
        ),
        row(
            "vanbronswijk2019_trd",
            "21 trials | therapy added / usual treatment | lead {} ({} to {}), larger in more severe illness | ▲ | usual "
            "treatment was mostly medication",
            *sized("vanbronswijk2019_trd", "", ""),
            has=(
                "21 trials",
                "larger with higher baseline severity",
                '"Usual treatment" is mostly, not always, medication',
            ),
            against=False,
        ),
        row(
            KOCSIS,
            "491 adults, chronic depression | therapy or support added / medication tended with care | did not show more "
            "people well; {} of 100 over all three | ▼ | 12 weeks",
            share(KOCSIS, "all three arms", "remission"),
            has=(
                "491 adults with chronic depression",
                "CBASP or supportive therapy to optimised medication",
                "RCT, 12 weeks",
            ),
            against=True,
        ),
        row(
            "thase2007_stard_ct",
            "{} / {} adults | therapy / a second medication added | similar | ▼ | few agreed to be assigned therapy",
            told("thase2007_stard_ct", r"augmentation with CT (\d+)"),
            told("thase2007_stard_ct", r"CT \d+ vs drug (\d+)"),
            has=("results similar to adding", "Fewer than a third of patients would accept randomisation"),
            against=True,
        ),
        row(
            "dunlop2019_sequential",
            "112 adults not well after 12 weeks | the second treatment added | well: {} of 100 who had partly improved, {} "
            "of 100 others | ◆ | nobody simply went on",
            *shares("dunlop2019_sequential", "partial responders, either", "non-responders, either"),
            has=("112 adults", "After 12 weeks of one treatment without remission", "No arm continued monotherapy"),
        ),
        row(
            "skarphedinsson2015_nordlots",
            "50 children with OCD | going on with therapy / changing to medication | responded: {} / {} of 100 (fits {} "
            "fewer to {} more by going on, our sum) | ▼ | small; changing, not adding",
            *shares("skarphedinsson2015_nordlots", "continued CBT", "sertraline"),
            end("skarphedinsson2015_nordlots", -1),
            end("skarphedinsson2015_nordlots", 1),
            has=("50 analysed", "Children with OCD", "switched to sertraline", "Small."),
            against=True,
        ),
        row(
            "thase1997",
            "595 adults | both / therapy | both ahead in severe recurrent depression; in milder not shown | ▲ | people from "
            "different studies",
            has=("595 adults", "no better than psychotherapy alone in milder", "clearly better in severe recurrent"),
            holding=(why("thase1997", "arms from different studies"),),
            against=False,
        ),
        row(
            HOLLON,
            "452 adults | both / medication | more people recovered with both; the difference by severity did not stand | ▼ | "
            "retracted and replaced",
            has=("452 adults", "combined > medication for recovery", "lost significance: severity interaction"),
            holding=(why(HOLLON, "retracted and replaced in 2016"),),
            against=True,
        ),
        row(
            "driessen2010",
            "132 studies | therapy / control | lead {} in severe, {} in mild depression | ▲ | few trials compared the two",
            effect("driessen2010", "high"),
            effect("driessen2010", "low"),
            has=("132 studies", "The within-study result rests on few studies"),
        ),
        row(
            "papola2026_severity",
            "47,315 people, 387 trials | therapy / control | larger leads in more severe illness | ▲ | averages of trials; "
            "not in every analysis",
            has=("387 randomised trials", "47,315 patients", "effects grew with baseline severity"),
            holding=(why("papola2026_severity", "Study-level", "not confirmed in all sensitivity analyses"),),
        ),
        row(
            "furukawa2017_cbt_severity",
            "509 adults, 5 trials | CBT / dummy pill | lead {} ({} to {}); a difference by severity not shown | ▼ | small",
            *sized("furukawa2017_cbt_severity", "CBT", "SMD", minus=True),
            has=("5 RCTs, 509 individuals", "did not depend on baseline severity", "small benefit"),
        ),
        row(
            "fournier2010",
            "718 adults, 6 trials | medication / dummy pill | larger in more severe illness | ▲ | few trials",
            has=("718 patients", "drug-over-placebo", "grew with severity", "Only 6 trials"),
            against=False,
        ),
        row(
            "rabinowitz2016",
            "10,737 adults, 34 trials | medication / dummy pill | a difference by severity not shown | ▼ | industry; few "
            "people with mild illness",
            has=(
                "34 RCTs, 10,737 patients",
                "did not change the drug-placebo",
                "mild cases are scarce",
                "Industry co-authors",
            ),
            against=True,
        ),
        row(
            "weitz2015",
            "1,700 adults, 16 trials | CBT / medication | a difference by severity not shown | ▼ | outpatients only",
            has=(
                "1,700 outpatients",
                "from 16 of 24",
                "severity did not decide whether CBT or medication",
                "in outpatients",
            ),
            against=True,
        ),
        row(
            "keller2000",
            "681 adults, chronic depression | both / medication / therapy | responded: {} / {} / {} of 100 | ▲ | no dummy pill",
            *(share("keller2000", arm) for arm in ("combined", "nefazodone", "CBASP psychotherapy")),
            has=("681 randomised", "chronic major depression", "No placebo arm"),
            against=False,
        ),
        row(
            "cuijpers2010_chronic",
            "16 trials, chronic depression | both / medication | lead {} | ▲ | interval not read",
            effect("cuijpers2010_chronic", "combined vs pharm"),
            has=("16 randomised trials", "Chronic major depression"),
            holding=(holds(lambda: finding("cuijpers2010_chronic").effect.ci is None),),
            against=False,
        ),
        row(
            "vonwolff2012_chronic",
            "8 studies, chronic depression | both / medication | ratio of those who respond {}: did not show a difference "
            "| ▼ | trials differ much; interval not read",
            effect("vonwolff2012_chronic", digits=2),
            has=(
                "8 studies",
                "benefit ratio of response: combined vs pharmacotherapy (not significant)",
                "High heterogeneity",
            ),
            holding=(holds(lambda: finding("vonwolff2012_chronic").effect.ci is None),),
            against=True,
        ),
        row(
            "cuijpers2017_melancholia",
            "805 people, 4 trials | CBT / medication, melancholic or not | differences of {} at most | ▼ | outpatients",
            effect("cuijpers2017_melancholia"),
            has=(
                "4 trials, 805 patients",
                "upper bound of all differences",
                "did not predict",
                "Outpatient trial samples",
            ),
            against=True,
        ),
        row(
            "arnow2015_subtypes",
            "1,008 adults | three antidepressants, by kind | kind did not tell which works | ▼ | no therapy group",
            has=(
                "1,008 outpatients",
                "did not predict",
                "which of three antidepressants",
                "No placebo or psychotherapy arm",
            ),
            against=True,
        ),
        row(
            "wang2021_melancholic",
            "113 adults, melancholic depression | CBT added / not | a difference not shown | ▼ | {} to {} people in a group",
            *sizes("wang2021_melancholic"),
            has=(
                "113 analysed patients with melancholic depression",
                "adding CBT",
                "made no difference",
                "15-37 per arm",
            ),
            against=True,
        ),
        row(
            "sotsky1991",
            "239 adults | four treatments | less negative attitudes: better with CBT or medication; more severe: better with "
            "medication or interpersonal therapy | ◆ | many signs tried",
            has=(
                "239 outpatients",
                "LOW cognitive dysfunction with CBT and with imipramine",
                "HIGH severity and impaired function with imipramine and with interpersonal therapy",
                "dysfunctional attitudes",
                "many predictors",
            ),
        ),
        row(
            "reynolds1999",
            "107 people over 59 | both / medication / therapy / neither | ill again in three years: {} / {} / {} / {} of "
            "100 | ▲ | both over medication alone only a trend",
            *shares("reynolds1999", *FOUR_OVER_59),
            has=("107 recovered patients older than 59", "three-year", "only showed a trend over nortriptyline alone"),
            against=False,
        ),
        row(
            "reynolds2006",
            "116 people of 70 and over | both / medication / therapy / neither | ill again in two years: {} / {} / {} / {} "
            "of 100; both over medication not shown | ▼ | {} to {} people in a group",
            *shares("reynolds2006", *FOUR_70),
            *sizes("reynolds2006"),
            has=("116 randomised responders aged 70+", "added nothing", "two-year"),
            against=True,
        ),
        row(
            "nemeroff2003_trauma",
            "681 adults, chronic depression | therapy / medication, by childhood trauma | therapy ahead with trauma | ▲ | "
            "looked for afterwards; trauma remembered",
            has=("681 adults", "did better with psychotherapy alone", "post hoc", "retrospective trauma report"),
        ),
        row(
            "rothbaum2006",
            "65 adults, PTSD | exposure added / medication alone | helped people whom the medication had helped in part | ▲ | "
            "unequal contact",
            has=("65 outpatients with chronic PTSD", "responded partially to the drug", "Unequal contact between arms"),
            against=False,
        ),
        row(
            "merz2019_ptsd",
            "922 adults, 12 trials, PTSD | therapy / medication | no winner at the end; later lead {} ({} to {}) | ◆ | few "
            "trials",
            *sized("merz2019_ptsd", "psychotherapy vs pharmacotherapy (network)", "", minus=True),
            has=("12 RCTs, 922 adults", "PTSD", "no approach won at the end of treatment", "Sparse"),
        ),
        row(
            "rauch2019_progress",
            "223 veterans, PTSD | exposure / medication / both | a difference not shown | ▼ | a third did not finish",
            has=("223 veterans", "PTSD", "no difference between arms"),
            holding=(holds(lambda: 0.3 < 1 - finding("rauch2019_progress").arms[0].value < 0.36),),
            against=True,
        ),
        row(
            "mcgrath2013_insula",
            "38 adults | brain scan; CBT or medication | low activity: well on CBT; high: well on medication | ▲ | found and "
            "tested in the same people",
            has=(
                "38 analysed",
                "PET before an RCT",
                "Low resting activity in the right front insula went with remission on CBT",
                "high activity went the other way",
                "found and tested in the same 38 people",
            ),
        ),
        row(
            "derubeis2014_pai",
            "154 adults, one trial | an index that advises CBT or medication | results not read | ○ | tested on the trial "
            "it was built on",
            has=(
                "154 adults",
                "from one trial",
                "which to advise",
                "results were cut off",
                "the trial that it was built on",
            ),
        ),
        row(
            RULE,
            "951 adults, England | a rule decides / self-help first | improved: {} / {} of 100 | ◆ | full therapy for {} / "
            "{} of 100",
            *shares(RULE, "stratified care", "stepped care", outcome="improvement"),
            *shares(RULE, "stratified care", "stepped care", outcome="full-intensity"),
            has=("951 adults in four English services", "guided self-help"),
        ),
        row(
            "swift2018_preference",
            "53 studies | preferred / other treatment | lead {}; fewer left | ▲ | depends on the design",
            effect("swift2018_preference", "", "d, outcome"),
            has=("53 studies", "fewer dropouts", "Effect depended on study design"),
            against=False,
        ),
        row(
            "dunlop2017_predict",
            "344 adults | preferred / other treatment | stayed longer; more people well not shown | ▼ | last score carried "
            "forward",
            has=("344 treatment-naive adults", "stay but not remit more", "last observation carried forward"),
            against=True,
        ),
        row(
            "munkholm2020_variance",
            "61,144 adults, 222 trials | spread of scores, medication / dummy pill | ratio {} ({} to {}) | ▼ | does not "
            "rule groups out",
            *sized("munkholm2020_variance", "end scores", ""),
            has=("61,144 adults", "222 trials", "it does not exclude them"),
            against=True,
        ),
        row(
            DIRECT,
            "5,993 people, 67 trials | therapy / medication | lead {} ({} to {}) | ○ | average hides differences; the "
            "model was fitted to it",
            *sized(DIRECT, "psychotherapy", "Hedges"),
            has=("67 trials, 5,993 patients", "the average hides"),
            holding=(fitted_to(DIRECT),),
        ),
        row(
            "walkup2008_cams",
            "488 children, anxiety | both / therapy / medication | responded: {} / {} / {} of 100 | ▲ | people on therapy "
            "knew it",
            *shares("walkup2008_cams", "sertraline + CBT", "CBT", "sertraline"),
            has=("488 children", "anxiety", "CBT and combination arms knew what they received"),
            against=False,
        ),
        row(
            "davidson2004_socialphobia",
            "295 adults, social anxiety | both / therapy / medication | responded: {} / {} / {} of 100; a difference "
            "between the three not shown | ▼ | group therapy",
            *shares("davidson2004_socialphobia", "group CBT + fluoxetine", "group CBT", "fluoxetine"),
            has=("295 adults", "social phobia", "to the same degree", "combining gave nothing extra", "group CBT"),
            against=True,
        ),
        row(
            "safren2010_adhd",
            "86 adults on medication, ADHD | CBT / relaxation added | responded: {} / {} of 100 | ▲ | small; equal attention",
            *shares("safren2010_adhd", "medication + CBT", "medication + relaxation", outcome="response (CGI)"),
            has=("86 medicated adults with ADHD", "ATTENTION-MATCHED"),
            against=False,
        ),
        row(
            "mta1999",
            "579 children, ADHD | both / medication | a difference in core symptoms not shown | ▼ | helped in a few other "
            "areas",
            has=("579 children", "ADHD", "did not differ on core symptoms", "a few other areas"),
            against=True,
        ),
        row(
            "miklowitz2007_stepbd",
            "293 adults, bipolar depression | much / little therapy, all on medication | well in a year: {} / {} of 100 | "
            "▲ | up to 30 sessions against 3",
            *shares("miklowitz2007_stepbd", "intensive psychotherapy", "brief psychoeducation"),
            has=("293 outpatients with bipolar", "all on pharmacotherapy", "3 vs up to 30 sessions"),
            against=False,
        ),
        row(
            "oud2016_bipolar",
            "6,010 adults, 55 trials, bipolar disorder | therapy added / usual care | relapse ratio {} ({} to {}) | ▲ | "
            "much of low quality",
            *sized("oud2016_bipolar", "", "post-treatment"),
            has=("55 trials, 6,010 adults with bipolar disorder", "added to usual care", "low-quality evidence"),
            against=False,
        ),
        row(
            "scott2006_bipolar",
            "253 adults, bipolar disorder | CBT added / usual treatment | recurrence ratio {} ({} to {}): did not show a "
            "difference | ▼ | everyday care",
            *sized("scott2006_bipolar", "", ""),
            has=(
                "253 UK patients with bipolar disorder",
                "adding 22 sessions of CBT did not reduce recurrences",
                "everyday",
            ),
            against=True,
        ),
        row(
            "bighelli2021_relapse",
            "10,364 people, 72 studies, schizophrenia | therapy or family work added / usual treatment | less relapse in a "
            "year | ▲ | sizes not read",
            has=("72 studies, 10,364 people with schizophrenia", "each reduced relapse", "over a year", "family work"),
            holding=(why("bighelli2021_relapse", "Odds ratios were cut off"),),
        ),
        row(
            "jauhar2014_cbtp",
            "34 studies, schizophrenia | CBT added / usual care | lead {} ({} to {}) | ▲ | a later review: fades for "
            "functioning and distress",
            *sized("jauhar2014_cbtp", "CBT vs control", "overall", minus=True),
            has=("34 studies", "schizophrenia", "a later review found fades for functioning and distress"),
        ),
        row(
            "foa2005",
            "122 adults, OCD | both / medication | responded: {} / {} of 100 | ▲ | medication begun before or during exposure",
            *shares("foa2005", "ERP + clomipramine", "clomipramine", outcome="response, treated"),
            has=(
                "122 adult outpatients with OCD",
                "both beat clomipramine alone",
                "before or while exposure was under way",
            ),
        ),
        (
            "both / exposure | responded: {} / {} of 100; did not show a difference | ▼ | interval not read",
            *shares("foa2005", "ERP + clomipramine", "exposure + ritual", outcome="response, treated"),
            why("foa2005", "did as well as exposure plus clomipramine", against=True),
            holds(lambda: not any(arm.ci for arm in finding("foa2005").arms)),
        ),
        row(
            "combine2006",
            "1,383 adults, alcohol | both / one | a difference not shown | ▼ | days without alcohol",
            has=("1,383", "alcohol dependence", "together was no better than either", "percent days abstinent"),
            against=True,
        ),
        row(
            "weiss2011_poats",
            "653 adults, opioids | counselling added / medication | a difference not shown | ▼ | visits held some advice "
            "already",
            has=(
                "653 outpatients",
                "opioid",
                "adding drug counselling",
                "made no difference",
                "already included some advice",
            ),
            against=True,
        ),
    ),
]
