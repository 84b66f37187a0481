"""What lesson 13 says of studies and of its model, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quoting import (
    across,
    effect,
    fills,
    people,
    quotes,
    read,
    share,
    the_arm,
    the_effect,
    told,
    why,
)
from toolkit.lessons.benefit_and_harm.people import review, worse_without_therapy

THIS = "13_benefit_and_harm"
ARROLL, HU, YOUNG, AFTER = (
    *("arroll2009_primarycare", "hu2004_sideeffects", "bridge2007_youth", "henssler2024_withdrawal"),
)
WORSE, LASTING, ONE_OR_BOTH = "cuijpers2018_deterioration", "crawford2016_negative", "cuijpers2020_nma"


@fills
def here(says, setting=OPENING):
    """A figure of the model in one setting, written as the lesson writes it."""
    from tests.meaning.lived import settings

    return says(settings(THIS)[setting].result)


@fills
def worked(number, digits=0):
    """A number that a function works out from records."""
    return f"{number():.{digits}f}".replace("-", "−")


def kind(name, setting=OPENING):
    """People of 100 of a kind, as drawn in a setting."""

    def whole_people(result):
        from toolkit.lessons.benefit_and_harm.lesson import counted

        return str(counted(result)[name])

    return here(whole_people, setting)


BECAUSE, ANYWAY, NEITHER = kind("because"), kind("anyway"), kind("neither")
IMPROVED = here(lambda decision: f"{100 * decision.counts[0] / 1000 + 1e-9:.0f}")
MORE_OF_100 = worked(lambda: 100 / the_effect(ARROLL, "SSRI vs placebo", "RR").nnt)
ENDS = ("highest", "lowest")
FEWEST, MOST = (worked(lambda end=end: 100 / the_effect(ARROLL, "SSRI", f"side effects), {end}").value) for end in ENDS)
NEED_MOST, NEED_FEWEST = (
    worked(lambda end=end: the_effect(ARROLL, "SSRI", f"side effects), {end}").value) for end in ENDS
)
OLD_FEWEST, OLD_MOST = (
    worked(lambda end=end: 100 / the_effect(ARROLL, "tricyclic", f"side effects), {end}").value) for end in ENDS
)
OLD_NEED_MOST, OLD_NEED_FEWEST = (
    worked(lambda end=end: the_effect(ARROLL, "tricyclic", f"side effects), {end}").value) for end in ENDS
)
WITHOUT = worked(lambda: 100 * worse_without_therapy())
BOTHERED = share(HU, "SSRI starters", "bothersome side effect")
LASTED = share(LASTING, "people in psychological treatment")
GOT_WORSE = share(WORSE, "psychotherapy")


def suicidal(end=None, per=1000, digits=0):
    """More young people with suicidal thoughts or attempts, or one end of what the data fit, without a sign."""
    found = the_effect(YOUNG, "depression (number needed to harm", "suicidal")
    return worked(lambda: abs(per * (found.value if end is None else found.ci[end])), digits)


def ratio(id, comparison, measure, digits=2):
    """An effect and both ends of its interval: three slots."""
    found = the_effect(id, comparison, measure)
    return tuple(worked(lambda value=value: value, digits) for value in (found.value, *found.ci))


def half_of(id, comparison, end=None):
    """People of 100 who improve with both, if 40 do with one."""
    found = the_effect(id, comparison, "RR of response")
    return worked(lambda: 40 * (found.value if end is None else found.ci[end]))


QUOTES = [
    *quotes(
        THIS[:2],
        (
            "Of 100 people who stopped an antidepressant in studies, {} reported symptoms and {} did not. After a "
            "dummy pill it "
            "was {} and {} (read in a summary, disputed)",
            share(AFTER, "stopping antidepressant", "any"),
            share(AFTER, "stopping antidepressant", "any", turned=True),
            share(AFTER, "stopping placebo", "any"),
            share(AFTER, "stopping placebo", "any", turned=True),
            why(AFTER, "disputes the estimate"),
        ),
        (
            "Many open circles have become grey: time caught up. There are fewer diamonds",
            across(
                THIS,
                OPENING,
                "A year later",
                lambda soon, late: (
                    late.result.kinds()["because"] < soon.result.kinds()["because"]
                    and late.result.kinds()["anyway"] > soon.result.kinds()["anyway"] + 0.3
                ),
            ),
        ),
        (
            "Fewer have improved so far, under both plans",
            across(
                THIS,
                OPENING,
                "Everyday life",
                lambda usual, life: all(a > b for a, b in zip(usual.result.counts, life.result.counts, strict=True)),
            ),
        ),
        ("It adds about {} of 100", kind("because", "A second treatment")),
        (
            "About {} more of 100 improved clearly, and {} to {} more stopped because of side effects",
            MORE_OF_100,
            FEWEST,
            MOST,
        ),
        ("asked {} people about three months into an SSRI", people(HU, "SSRI starters", "any side effect")),
        ("People were asked with a list of {} symptoms", told(HU, r"checklist of (\d+) symptoms")),
        (
            "A side effect bothered {} of 100, and {} had none",
            BOTHERED,
            share(HU, "SSRI starters", "bothersome side effect", turned=True),
            why(HU, "no placebo group", "Industry-employed"),
        ),
        (
            "about {} of 1,000 young people improved with an antidepressant and {} with a dummy pill",
            worked(lambda: 1000 * the_arm(YOUNG, "antidepressant, depression", "response", None).value),
            worked(lambda: 1000 * review()[0]),
        ),
        (
            "about {} more of 1,000 had suicidal thoughts or attempts reported. The data fit {} fewer to {} more",
            suicidal(),
            suicidal(0),
            suicidal(1),
        ),
        (
            "{} more of 1,000 under 18, {} more from 18 to 24, and {} fewer from 65 on",
            *(
                worked(lambda arm=arm: abs(1000 * the_arm("levenson2006_frequencies", arm, "", None).value))
                for arm in ("under 18", "18 to 24", "65 and over")
            ),
            why("levenson2006_frequencies", "No completed-suicide increase was seen", "textbook page"),
        ),
        (
            "Attempts and suicides together were more frequent among adolescents with an SSRI and less frequent among adults",
            why(
                "barbui2009_ssri_suicide",
                "about twice as likely with SSRIs in adolescents, about half as likely in adults",
            ),
        ),
        (
            "about {} of 100 with fluoxetine alone (an SSRI), {} with fluoxetine and CBT, {} with CBT",
            *(share("tads2007", arm, "suicidal events") for arm in ("fluoxetine", "combination", "CBT")),
        ),
        (
            "More than 80 of 100 had improved by then in all three groups",
            why("tads2007", "all three active arms had response rates above 80%"),
        ),
        (
            "{} of 100 people got worse in therapy, and {} did not. Without therapy it was about {} (our sum; ratio {}, "
            "from {} to {})",
            GOT_WORSE,
            share(WORSE, "psychotherapy", turned=True),
            WITHOUT,
            *ratio(WORSE, "psychotherapy vs control", "RR"),
        ),
        (
            "{} of 100 spoke of lasting bad effects, and fewer did when they had been told enough beforehand",
            LASTED,
            why(LASTING, "fewer did when they had been told enough"),
        ),
        (
            "{} of 100 stayed well for a year when they went on, and {} of 100 when they stopped",
            share("lewis2021_antler", "maintenance", turned=True),
            share("lewis2021_antler", "discontinuation", turned=True),
        ),
        (
            "Then about {} improve with both ({} to {}): 10 more, and 50 not yet",
            *(half_of(ONE_OR_BOTH, "combined vs pharmacotherapy alone", end) for end in (None, 0, 1)),
        ),
        (
            "the lead over therapy alone was gone at follow-up",
            why("cuijpers2009_vs_psychotherapy", "the margin was gone at follow-up"),
        ),
        (
            "a review did not show that both do better than one active treatment, except for fluoxetine with CBT",
            why("youth2022_combined", "not significantly better", "fluoxetine plus CBT was the exception"),
        ),
        (
            "{} of 100 were well 12 weeks later, and of those who had not, {}",
            share("dunlop2019_sequential", "partial responders, either order"),
            share("dunlop2019_sequential", "non-responders, either order"),
            why("dunlop2019_sequential", "No arm continued monotherapy"),
        ),
        (
            "ratio of those who improve {} ({} to {}); {} for one more",
            *ratio(ARROLL, "SSRI vs placebo", "RR"),
            worked(lambda: the_effect(ARROLL, "SSRI vs placebo", "RR").nnt),
        ),
        (
            "{} points lower ({} to {}) | ◆ | high risk",
            *(
                worked(lambda end=end: -the_effect("jakobsen2017_ssri", "SSRI", "mean").ci[end], 1)
                if end is not None
                else effect("jakobsen2017_ssri", "SSRI", "mean", digits=1)
                for end in (None, 1, 0)
            ),
        ),
        (
            "all {} did better on average; sizes not read | ▲",
            told("cipriani2018", r"All (\d+) antidepressants beat placebo"),
        ),
        (
            "| medication / dummy pill | {} more of 100; ratio {}",
            BECAUSE,
            here(lambda decision: f"{decision.times:.2f}"),
        ),
        ("{} to {} for one more: {} to {} of 100 | ▲", NEED_FEWEST, NEED_MOST, FEWEST, MOST),
        ("{} to {} for one more: {} to {} of 100 | ◆", OLD_NEED_FEWEST, OLD_NEED_MOST, OLD_FEWEST, OLD_MOST),
        (
            "odds {} and {} (fewer leave), {} ({} to {}; more)",
            effect("cipriani2018", "", "agomelatine", digits=2),
            effect("cipriani2018", "", "fluoxetine", digits=2),
            *ratio("cipriani2018", "", "clomipramine"),
        ),
        (
            "{} of 100 any, {} one that bothers",
            share(HU, "SSRI starters", "any side effect"),
            BOTHERED,
        ),
        (
            "{} to {} of 100 new sexual problems",
            share("serretti2009_sexual", "lowest"),
            share("serretti2009_sexual", "highest"),
        ),
        (
            "{} / {} of 100; severe {} / {}",
            share(AFTER, "stopping antidepressant", "any"),
            share(AFTER, "stopping placebo", "any"),
            share(AFTER, "stopping antidepressant", "severe", digits=1),
            share(AFTER, "stopping placebo", "severe", digits=1),
        ),
        (
            "relapse {} / {} of 100",
            share("lewis2021_antler", "maintenance"),
            share("lewis2021_antler", "discontinuation"),
        ),
        (
            "{} more of 100 improve ({} to {}); suicidal thoughts or attempts {} more (−{} to {})",
            *(worked(lambda place=place: 100 * review()[1][place]) for place in range(3)),
            suicidal(None, 100, 1),
            suicidal(0, 100, 1),
            suicidal(1, 100, 1),
        ),
        (
            "odds of thoughts or acts {} ({} to {}) under 25; {} ({} to {}) from 25 to 64",
            *ratio("stone2009_age", "under 25", "behaviour or ideation"),
            *ratio("stone2009_age", "25 to 64", "behaviour or ideation"),
        ),
        (
            "odds of suicide or attempt {} ({} to {}) adolescents; {} adults; {} from 65 | ◆ | not assigned at random; deaths "
            "alone, adolescents: {} ({} to {})",
            *ratio("barbui2009_ssri_suicide", "adolescents", "completed or attempted"),
            effect("barbui2009_ssri_suicide", ", adults", "completed or attempted", digits=2),
            effect("barbui2009_ssri_suicide", "65 and over", "completed or attempted", digits=2),
            *ratio("barbui2009_ssri_suicide", "adolescents", "OR of completed suicide"),
        ),
        (
            "suicidal events {} / {} / {} of 100; improved {} / {} / {}",
            *(share("tads2007", arm, "suicidal events") for arm in ("fluoxetine", "combination", "CBT")),
            *(share("tads2007", arm, "response", 36) for arm in ("fluoxetine", "combination", "CBT")),
        ),
        ("{} of 100; told enough before: odds {} ({} to {})", LASTED, *ratio(LASTING, "told enough", "OR")),
        (
            "ratio {} ({} to {}) · {} ({} to {}) · {} ({} to {})",
            *ratio(ONE_OR_BOTH, "combined vs pharmacotherapy alone", "RR of response"),
            *ratio(ONE_OR_BOTH, "combined vs psychotherapy alone", "RR of response"),
            *ratio(ONE_OR_BOTH, "psychotherapy alone vs pharmacotherapy alone", "RR of response"),
        ),
        (
            "odds {} ({} to {}): did not show a difference | ○ | fluoxetine with CBT {} ({} to {})",
            *ratio("youth2022_combined", "combined vs other", "OR of remission"),
            *ratio("youth2022_combined", "vs other", "OR (fluoxetine"),
        ),
        ("{} of 100 prefer therapy", share("mchugh2013", "all")),
        (
            "odds of leaving lower by a factor of {}; outcome {} standard deviations better",
            effect("swift2018_preference", "preferred", "dropouts", digits=2),
            effect("swift2018_preference", "preferred", "d, outcome", digits=2),
        ),
        (
            "comfort {} / {}, knowledge {} / {} (points of 100)",
            *(
                read("leblanc2015_sdm", arm, what)
                for what in ("comfort", "knowledge")
                for arm in ("decision cards", "usual care")
            ),
        ),
        (
            "{} to {} · {} to {} standard deviations better",
            effect("kamenov2017_function", "monotherapy vs control (low end)", "g", digits=2),
            effect("kamenov2017_function", "monotherapy vs control (high end)", "g", digits=2),
            effect("kamenov2017_function", "combined", "low", digits=2),
            effect("kamenov2017_function", "combined", "high", digits=2),
        ),
        (
            "about {} more of 100 improve with an SSRI [arroll2009_primarycare]; the model shows about {}",
            MORE_OF_100,
            BECAUSE,
        ),
        (
            "By week 52 about {} of 100 have improved with the dummy pill here",
            here(lambda decision: f"{decision.counts[1] / 10:.0f}", "A year later"),
        ),
        ("After a stroke, an SSRI raised fractures", why("focus2019_stroke", "raised fractures")),
        (
            "In the model a wish moves staying and hardly the outcome, as in one trial",
            why("dunlop2017_predict", "made people stay but not remit more"),
        ),
        ("A larger review saw a better outcome too", why("swift2018_preference", "did slightly better")),
    ),
]
