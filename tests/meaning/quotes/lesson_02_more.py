"""What lesson 02 says of studies, and of where its model breaks, and what holds it."""

import math

import numpy as np

import toolkit
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import also, holds, interval, last_lines, sized, tasks_are
from tests.meaning.quotes.lesson_02 import (
    EIGHT,
    HALVED,
    LESSON,
    ODDS_OF_TWENTY,
    against,
    at,
    control,
    dummy,
    here,
    lead_as_odds,
    opens,
)
from tests.meaning.quotes.reading import THIRTEEN
from tests.meaning.quoting import effect, fills, quotes, read, share, the_effect, told, toy, why
from toolkit.lessons.compared_with_what.people import DAY
from toolkit.lessons.sheets import sheets
from toolkit.model import DUMMY, MEDICATION, THERAPY, WAITING, Contact, parameters


@fills
def counted(end):
    """Counted outcomes with a dummy for every 100 without treatment, or one end of what fits."""
    found = the_effect("hrobjartsson2005_placebo_vs_nothing", "counted", "RR")
    return f"{100 * (found.value if end is None else found.ci[end]):.0f}"


@fills
def one_more_of(id, end=None):
    """Of 100 people, how many more improve, from a number needed to treat or one end of it."""
    found = the_effect(id, "pill placebo", "number needed")
    return f"{100 / (found.value if end is None else found.ci[end]):.0f}"


def count(id, words):
    """A number that a record names with these words, commas and all."""
    return told(id, rf"([\d,]+) {words}")


def social_anxiety():
    """People in the two groups and in all five, both shares, their difference with what fits (our sum), and the other three."""
    id, pair = "davidson2004_socialphobia", ("group CBT + placebo", "group CBT")
    arms = {arm.name: arm for arm in toolkit.finding(id).arms}

    @fills
    def number(of):
        return f"{sum(arm.n for name, arm in arms.items() if name in of)}"

    @fills
    def between(deviations):
        """The difference of the two shares, moved by so many standard errors."""
        one, other = (arms[name] for name in pair)
        error = math.sqrt(sum(arm.value * (1 - arm.value) / arm.n for arm in (one, other)))
        value = 100 * (one.value - other.value + deviations * error)
        return f"{value:{'+' if deviations > 0 else ''}.0f}".replace("-", "−")

    return (
        number(pair),
        number(arms),
        *(share(id, arm) for arm in pair),
        *(between(deviations) for deviations in (0, -1.96, 1.96)),
        *(share(id, arm) for arm in ("placebo", "fluoxetine", "group CBT + fluoxetine")),
    )


def fitted_to_people_who_waited():
    """How soon an episode ends was set by the waiting lists."""
    field = type(opens().course.cohort.condition_settings).__dataclass_fields__["natural_recovery"].metadata
    assert (field["tag"], field["source"]) == ("fitted", "rutherford2012_waitlist")


QUOTES = [
    *quotes(
        "02",
        (
            "A dummy pill with visits is much harder to beat than a waiting list, because those people hope and are seen. > "
            "The study most often quoted for it is a review of therapy trials in depression [michopoulos2021_controls]. If, "
            "say, 20 of 100 people improve while waiting, about {} improve with a dummy pill and visits, and {} do not. How "
            "sure? Anything from {} to {} fits, and trials differ in other ways.",
            dummy(),
            dummy(without=True),
            dummy(0),
            dummy(1),
            why("michopoulos2021_controls", "RCTs of CBT in a broad sense for adult depression", "differ in many ways"),
            holds(lambda: at(tested=THERAPY, compared=WAITING).lead > 2 * at(tested=THERAPY).lead),
        ),
        (
            "The study that speaks most clearly against it compares dummies with no treatment in all of medicine "
            "[hrobjartsson2005_placebo_vs_nothing]. If 20 improve untreated, about {} improve with the dummy, and {} do "
            "not. How sure? Anything from {} to {} fits, and part of it may be politeness. Put together. The comparison "
            "changes the answer, but nobody knows how much is hope, visits or the kind of trial.",
            against(),
            against(without=True),
            against(1),
            against(0),
            why(
                "hrobjartsson2005_placebo_vs_nothing",
                "may be politeness",
                "in all of medicine",
                "no treatment",
                against=True,
            ),
            why("michopoulos2021_controls", "is not proof that a pill heals"),
        ),
        (
            "That 20 of 100 people improve is our assumption, and so are the sums. It makes two studies comparable: the "
            "first published a ratio of odds, and the second a lead.",
            holds(lambda: not toolkit.finding("michopoulos2021_controls").arms and ODDS_OF_TWENTY == 20 / 80),
            holds(lambda: the_effect("michopoulos2021_controls", "pill placebo", "").measure == "OR of response"),
            holds(
                lambda: (
                    the_effect("hrobjartsson2005_placebo_vs_nothing", "continuous", "").measure
                    == "standardised mean difference"
                )
            ),
        ),
        (
            "The first review is of CBT (a widely used therapy). Its trials with dummy pills have more doctors and more "
            "diagnoses. So we know that results differ from one kind of trial to the other, and not that the pill and the "
            "visits are the cause. In the other review untreated people knew that they were untreated, and depression is "
            "not shown apart. Outcomes that are simply counted did not show a difference: {} with a dummy for every 100 "
            "without treatment, and the data fit anything from {} to {}.",
            *(counted(end) for end in (None, 0, 1)),
            why("michopoulos2021_controls", "RCTs of CBT", "diagnosed patients, clinic visits", "not proof"),
            why(
                "hrobjartsson2005_placebo_vs_nothing",
                "The untreated knew that they were untreated",
                "Depression is not shown apart",
                "no sure effect on counted",
            ),
        ),
        (
            "And beyond the dummy pill? There is something: all {} antidepressants in one large review did better than it "
            "on average [cipriani2018]. Therapy did too: for about every {} people, one more improved "
            "[cuijpers2014_pill_placebo]. For an SSRI in general practice the number was also about {} (read in a summary) "
            "[arroll2009_primarycare]. The other people improved without it, or did not improve yet.",
            told("cipriani2018", r"All (\d+) antidepressants beat placebo"),
            effect("cuijpers2014_pill_placebo", "pill placebo", "number needed", digits=0),
            told("arroll2009_primarycare", r"about (\d+) people need an SSRI"),
            why("cuijpers2014_pill_placebo", "one more person helped for every seven treated"),
            why("arroll2009_primarycare", "Read in an evidence summary"),
        ),
        (
            "All studies, in a picture. ▲ for, ▼ against, ◆ mixed; open squares are the model.",
            holds(
                lambda: (
                    {row["side"] for panel in LESSON.study_panels for row in panel["rows"] if "side" in row}
                    == {"▲", "▼", "◆", "○"}
                )
            ),
            toy(
                THIRTEEN,
                OPENING,
                lambda s: (
                    {each["marker"]["symbol"] for each in s.studies_chart["data"] if "model" in each["name"]}
                    == {"square-open"}
                ),
            ),
        ),
        (
            "Lead: by how many standard deviations the group named first did better. Odds: people who improve for each one "
            "who does not. From a lead $d$ to our ruler of 20: odds of 20 to 80, times $e^{{1.81 d}}$.",
            holds(lambda: lead_as_odds(-1) == math.exp(1.81) and ODDS_OF_TWENTY == 20 / 80),
            why("papola2026_severity", "Hedges g"),
        ),
        (
            "papola2026_severity | {} people, {} trials, depression | therapy / mixed comparison groups | lead {} ({} to "
            "{}) | ▲ | waiting lists and unpublished trials make it larger; the model was fitted to it",
            count("papola2026_severity", "patients"),
            count("papola2026_severity", "randomised trials"),
            *sized("papola2026_severity", "psychotherapy vs control", "Hedges"),
            why("papola2026_severity", "inflated by waiting-list controls and publication bias"),
            holds(lambda: parameters()["contact.strength"]["source"] == "papola2026_severity"),
        ),
        (
            "cuijpers2014_pill_placebo | {} adults, ten trials | therapy / dummy pill | lead {} ({} to {}); {} more of 100 "
            "({} to {}) | ▲ | people in therapy know it; two trials thought missing",
            count("cuijpers2014_pill_placebo", "depressed adults in ten trials"),
            *sized("cuijpers2014_pill_placebo", "pill placebo", "Hedges"),
            *(one_more_of("cuijpers2014_pill_placebo", end) for end in (None, 1, 0)),
            why(
                "cuijpers2014_pill_placebo",
                "patients in therapy know they are not on placebo",
                "Two trials thought missing",
            ),
        ),
        (
            "furukawa2017_cbt_severity | {} adults, {} trials | CBT / dummy pill | lead {} ({} to {}) | ▲ | small;",
            count("furukawa2017_cbt_severity", "individuals"),
            count("furukawa2017_cbt_severity", "RCTs"),
            *sized("furukawa2017_cbt_severity", "CBT", "SMD", minus=True),
            why("furukawa2017_cbt_severity", "a small benefit"),
        ),
        (
            "cuijpers2013_direct | {} people, {} trials | therapy / medication | lead {} ({} to {}) | ○ | average hides "
            "differences; the model was fitted to it",
            count("cuijpers2013_direct", "patients"),
            count("cuijpers2013_direct", "trials"),
            *sized("cuijpers2013_direct", "psychotherapy", "Hedges"),
            why("cuijpers2013_direct", "the average hides disorder-specific differences"),
            holds(lambda: parameters()["skill.strength"]["source"] == "cuijpers2013_direct"),
        ),
        (
            "arroll2009_primarycare | {} adults, {} trials, general practice | SSRI / dummy pill | ratio of those who "
            "improve clearly {} ({} to {}); {} take it for one more | ○ | read in a summary; a middle value of trials, not "
            "one pooled figure",
            count("arroll2009_primarycare", "adults"),
            count("arroll2009_primarycare", "trials"),
            *sized("arroll2009_primarycare", "SSRI vs placebo", "RR of response"),
            told("arroll2009_primarycare", r"about (\d+) people need an SSRI"),
            why(
                "arroll2009_primarycare", "Read in an evidence summary", "Medians of trial NNTs, not one pooled figure"
            ),
        ),
        (
            "jakobsen2017_ssri | {} adults, {} trials | SSRI / dummy pill | {} points lower ({} to {}) | ○ | all trials at "
            "high risk of bias; the model was fitted to it",
            count("jakobsen2017_ssri", "participants"),
            count("jakobsen2017_ssri", "trials,"),
            effect("jakobsen2017_ssri", "SSRI", digits=1),
            *(interval("jakobsen2017_ssri", "SSRI", "", end, minus=True, digits=1) for end in (0, 1)),
            why("jakobsen2017_ssri", "all trials were at high risk of bias"),
            holds(lambda: parameters()["drug.strength"]["source"] == "jakobsen2017_ssri"),
        ),
        (
            "cipriani2018 | {} adults, {} trials | {} antidepressants / dummy pill | all {} did better on average; sizes "
            "not read | ○ | no comparison with waiting",
            count("cipriani2018", "adults"),
            count("cipriani2018", "double-blind RCTs"),
            *[told("cipriani2018", r"All (\d+) antidepressants beat placebo")] * 2,
            why("cipriani2018", "for efficacy were not in the excerpt", "double-blind"),
        ),
        (
            "the model | 1,000 simulated, as it opens | therapy / waiting · dummy pill · medication | lead {} · {} · {} | | "
            "the middle one is a prediction",
            *(
                here(lambda trial, other=other: f"{trial.effect(THERAPY, other):.2f}".replace("-", "−"))
                for other in (WAITING, DUMMY, MEDICATION)
            ),
            holds(lambda: opens().course.cohort.size == 1000),
            holds(lambda: "cuijpers2014_pill_placebo" not in {each["source"] for each in parameters().values()}),
        ),
        (
            "cuijpers2024_waitlist_cau | {} people, {} trials | therapy / waiting list or usual care | larger against "
            "waiting; sizes not read | ◆ | usual care, no dummy pill; those trials also differ in people and therapies",
            count("cuijpers2024_waitlist_cau", "people"),
            count("cuijpers2024_waitlist_cau", "RCTs"),
            why(
                "cuijpers2024_waitlist_cau",
                "against a waiting list give larger effects than trials against usual care",
                "differ in the therapies and the people",
                "effects were cut off",
            ),
        ),
        (
            "huhn2014_overview | {} people, {} trials | medication and therapy, {} disorders | no consistent winner head to "
            "head | ○ | warns against ranking across comparison groups",
            count("huhn2014_overview", "participants"),
            count("huhn2014_overview", "trials"),
            count("huhn2014_overview", "disorders"),
            why("huhn2014_overview", "head-to-head trials show no consistent winner", "Do not rank treatments"),
        ),
        (
            "michopoulos2021_controls | {} people, {} trials | dummy pill / waiting list | odds × {} ({} to {}) | ▲ | "
            "mostly different trials; order is no proof | | the same | | friendly talk / waiting list | odds × {} ({} to "
            "{}) | ▲ | as above",
            count("michopoulos2021_controls", "people"),
            count("michopoulos2021_controls", "RCTs"),
            *sized("michopoulos2021_controls", "pill placebo vs waiting list", "OR"),
            *sized("michopoulos2021_controls", "psychological placebo", "OR"),
            why("michopoulos2021_controls", "differ in many ways", "the order is not proof", "talking placebo"),
        ),
        (
            "furukawa2014_waitlist | {} people, {} trials | no treatment / waiting list | odds × {} ({} to {}) | ◆ | did "
            "not survive correction for unpublished trials",
            count("furukawa2014_waitlist", "people"),
            count("furukawa2014_waitlist", "RCTs"),
            effect("furukawa2014_waitlist", "no treatment", "OR", digits=1),
            *(interval("furukawa2014_waitlist", "no treatment", "OR", end, digits=1) for end in (0, 1)),
            why("furukawa2014_waitlist", "did not survive correction for publication bias"),
        ),
        (
            "hrobjartsson2005_placebo_vs_nothing | {} trials, all of medicine | dummy / no treatment | lead {} ({} to {}); "
            "measured by others {} ({} to {}); counted, ratio {} ({} to {}) | ▼ | bigger trials found less; read in Danish; "
            "a later update could not be read",
            count("hrobjartsson2005_placebo_vs_nothing", "trials in all of medicine"),
            *sized("hrobjartsson2005_placebo_vs_nothing", "continuous", "standardised", minus=True),
            *sized("hrobjartsson2005_placebo_vs_nothing", "objective", "standardised", minus=True),
            *sized("hrobjartsson2005_placebo_vs_nothing", "counted", "RR"),
            why(
                "hrobjartsson2005_placebo_vs_nothing", "bigger trials found less", "Read in Danish", "could not be read"
            ),
        ),
        (
            "davidson2004_socialphobia | {} of {} adults, social anxiety | group CBT with / without a dummy pill | {} / {} "
            "of 100; did not show a difference ({}; fits {} to {}, our sum) | ◆ | all five: dummy alone {}, medication {}, "
            "both {} of 100",
            *social_anxiety(),
        ),
        (
            "rutherford2017_expectancy | about {} adults | same medication, told openly / maybe a dummy | more hope, "
            "quicker improvement; points not read | ▲ | small",
            count("rutherford2017_expectancy", "compared"),
            why(
                "rutherford2017_expectancy",
                "expected more and improved faster than people on citalopram who might have been on placebo",
                "Small",
                "Hamilton points was cut off",
            ),
        ),
        (
            "twoarm2018_probability | {} people, {} trials | large / small chance of a dummy | ratio {} ({} to {}): did not "
            "show a difference | ▼ | about leads, not falls",
            count("twoarm2018_probability", "patients"),
            count("twoarm2018_probability", "placebo-controlled"),
            *sized("twoarm2018_probability", "two-armed vs many-armed", "ratio of odds"),
            why(
                "twoarm2018_probability",
                "how far antidepressants beat placebo",
                "Says nothing about the LEVEL of response",
                against=True,
            ),
        ),
        (
            "lin2022_blinding | nine trials pooled | guess / truth | agreement {} ({} to {}); 0 is chance | ▼ | {} in 100 "
            "trials report it",
            *sized("lin2022_blinding", "patients", "kappa"),
            share("lin2022_blinding", "trials of 2010"),
            why("lin2022_blinding", "nine trials could be pooled", "only slightly more than chance", against=True),
        ),
        (
            "scott2022_blinding | {} trials | guess / truth | fewer than 5 in 100 trials tested it; where tested, it failed "
            "| ▲ | nearly the same field as the row above, another verdict",
            count("scott2022_blinding", "RCTs"),
            why(
                "scott2022_blinding",
                "Fewer than one in twenty",
                "where it was tested it failed",
                "pooled nearly the same field and found slight",
            ),
            holds(lambda: toolkit.finding("scott2022_blinding").arms[0].value < 0.05),
        ),
        (
            "hieronymus2025_psilocybin_controls | {} people, {} trials | dummy in psilocybin / in SSRI or esketamine trials "
            "| {} to {} % fewer improve | ▲ | summary page; points or per cent not said",
            count("hieronymus2025_psilocybin_controls", "people"),
            count("hieronymus2025_psilocybin_controls", "trials with"),
            *(share("hieronymus2025_psilocybin_controls", end) for end in ("smallest", "largest")),
            why("hieronymus2025_psilocybin_controls", "improve LESS", "summary page", "points or per cent not said"),
        ),
        (
            "posternak2007_visits | {} trials | one more visit / none | {} points further fall | ▲ | visits not assigned at random",
            count("posternak2007_visits", "double-blind"),
            effect("posternak2007_visits", "week 3", "HRSD"),
            why("posternak2007_visits", "not randomised visit frequency", "extra follow-up visit"),
        ),
        (
            "mckay2006_psychiatrist | {} people, {} psychiatrists | which psychiatrist / which tablet | {} / {} % of the "
            "differences between people | ▲ | tiny; on another scale {} / {} %",
            count("mckay2006_psychiatrist", "patients"),
            count("mckay2006_psychiatrist", "psychiatrists;"),
            *(
                share("mckay2006_psychiatrist", arm)
                for arm in ("psychiatrist, BDI", "medication, BDI", "psychiatrist, HAM-D", "medication, HAM-D")
            ),
            why("mckay2006_psychiatrist", "share of variance", "small study"),
        ),
        (
            "krupnick1996 | {} people, one trial | trust and outcome, in four groups | linked as closely with a dummy pill "
            "as in therapy; size not read | ▲ | a link; which causes which is lesson 07",
            count("krupnick1996", "cases"),
            why(
                "krupnick1996",
                "just as much in the drug and placebo arms",
                "not in the excerpt",
                "IPT, CBT, imipramine + clinical management, placebo",
            ),
            also("07", "# 07 · Trust and staying on", "krupnick1996"),
        ),
        (
            "cuijpers2012_supportive | {} studies | what therapies share / technique | {} / {} % of improvement, {} % would "
            "come anyway | ▲ | assumes that parts add up",
            count("cuijpers2012_supportive", "studies"),
            *(
                share("cuijpers2012_supportive", arm)
                for arm in ("shared by therapies", "specific technique", "would happen anyway")
            ),
            why("cuijpers2012_supportive", "assume that effects simply add"),
        ),
        (
            "How far groups fall (no lead in these) | | | | | | | rutherford2012_waitlist | {} people waiting, {} trials | "
            "before / after | about {} points | ○ | holds regression to the mean; the model was fitted to it",
            count("rutherford2012_waitlist", "wait-list participants"),
            count("rutherford2012_waitlist", "trials"),
            effect("rutherford2012_waitlist", "wait-list", "Hamilton points"),
            why("rutherford2012_waitlist", "Within-group change", "regression to the mean"),
            fitted_to_people_who_waited,
        ),
        (
            "furukawa2016_placebo_rate | {} people with dummy pills, {} trials | before / after | {} to {} of 100 halve "
            "their score; {} to {} do not | ○ | the model: {} of 100 in week 12",
            told("furukawa2016_placebo_rate", r"unpublished; ([\d,]+) people"),
            count("furukawa2016_placebo_rate", "double-blind trials"),
            share("furukawa2016_placebo_rate", "lower end"),
            share("furukawa2016_placebo_rate", "upper end"),
            share("furukawa2016_placebo_rate", "upper end", turned=True),
            share("furukawa2016_placebo_rate", "lower end", turned=True),
            HALVED,
            toy(THIRTEEN, OPENING, lambda s: s.values["week"] == 12),
        ),
        (
            "bschor2024_placebo9 | {} people with dummy pills, {} trials, nine disorders | before / after | depression "
            "falls most, {} standard deviations ({} to {}); schizophrenia least | ○ | order only for most; time is in it",
            count("bschor2024_placebo9", "people on placebo"),
            count("bschor2024_placebo9", "high-quality RCTs"),
            read("bschor2024_placebo9", "placebo, major depression", digits=2),
            *(
                fills(lambda end=end: f"{toolkit.finding('bschor2024_placebo9').arms[0].ci[end]:.2f}")()
                for end in (0, 1)
            ),
            why(
                "bschor2024_placebo9",
                "most in depression",
                "least in schizophrenia",
                "values of those seven were cut off",
                "natural recovery",
            ),
        ),
        (
            "Hope and visits are one number here. A kind doctor and a strong hope cannot be told apart. - That being seen "
            "causes improvement is built in. Its size was fitted to trials of therapy [papola2026_severity], and the "
            "waiting line to people who waited [rutherford2012_waitlist]. So {} of 10 follows from those trials and is no "
            "new evidence.",
            EIGHT,
            holds(
                lambda: (
                    (parameters()["contact.strength"]["tag"], parameters()["contact.strength"]["source"])
                    == ("fitted", "papola2026_severity")
                )
            ),
            fitted_to_people_who_waited,
            holds(lambda: "expectation and regular contact" in parameters()["contact.strength"]["says"]),
        ),
        (
            "This is depression, and in eight other illnesses less came with a dummy pill [bschor2024_placebo9].",
            why("bschor2024_placebo9", "all nine disorders compared", "most in depression and generalised anxiety"),
            holds(
                lambda: (
                    toolkit.finding("bschor2024_placebo9").arms[0].value
                    > toolkit.finding("bschor2024_placebo9").arms[1].value
                )
            ),
            holds(lambda: opens().course.cohort.condition == "depression"),
        ),
        (
            "The model asks whether visits go on, not how many or how good they are. - Waiting only lacks help here, but "
            "real waiting may also discourage people [furukawa2014_waitlist]. - Nobody relapses in these 26 weeks here, "
            "while in real trials some people do, in every group.",
            holds(lambda: "Meetings go on or they do not; how many a week does" in (Contact.__doc__ or "")),
            why("furukawa2014_waitlist", "a waiting list may hold people back"),
            holds(lambda: np.isinf(opens().course.events["relapse_week"]).all() and opens().scores[DUMMY].size == 27),
        ),
        (
            "The ingredients add up because we built them so; in real people they need not. - Hope lost by knowing it is a "
            "dummy, Raters who know are kinder by and the ups and downs of the day somebody comes in are our numbers. No "
            "study gave them to us.",
            holds(
                lambda: (
                    {control(name).label for name in ("lost", "kinder")}
                    == {"Hope lost by knowing it is a dummy", "Raters who know are kinder by"}
                )
            ),
            holds(lambda: any(entry.value == f"{DAY:.1f} points" for entry in LESSON.own(LESSON.opening))),
            holds(lambda: not any(control(name).parameter for name in ("lost", "kinder"))),
        ),
        (
            "With a dummy pill, {} of 100 have halved their score by week 12 here. In trials it was {} to {} "
            "[furukawa2016_placebo_rate]. That is near, but it is no test: elsewhere the model and the trials lie further "
            "apart, and [a page of its own](what_the_model_gets_wrong.ipynb) shows where.",
            HALVED,
            share("furukawa2016_placebo_rate", "lower end"),
            share("furukawa2016_placebo_rate", "upper end"),
            holds(lambda: 33 < opens().people(DUMMY) < 42),
        ),
        (
            "Five short tasks. No code is needed.",
            tasks_are(2, 5),
        ),
        (
            '"It works" is half a sentence. Ask for the other half: better than what?',
            holds(
                lambda: (
                    sheets()[LESSON.slug]["home"]
                    == '"It works" is half a sentence. Ask for the other half: better than what?'
                )
            ),
            holds(lambda: at(tested=THERAPY, compared=WAITING).lead > 5 > 2.5 > at(tested=THERAPY).lead),
        ),
        *last_lines(2),
    ),
]
