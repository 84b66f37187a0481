"""What lesson 13 says of studies, of where its model breaks and of two treatments, and what holds it."""

import math
import re

from tests.meaning.lived import prose, settings
from tests.meaning.quotes.grounds import also, holds, last_lines, read_in, sized, tasks_are
from tests.meaning.quotes.lesson_13 import (
    AFTER,
    ARROLL,
    BECAUSE,
    BOTHERED,
    FEWEST,
    GOT_WORSE,
    HU,
    LASTED,
    LASTING,
    LESSON,
    MORE_OF_100,
    MOST,
    NEED_FEWEST,
    NEED_MOST,
    ONE_OR_BOTH,
    SEXUAL,
    TELL,
    THIS,
    WITHOUT,
    WORSE,
    YOUNG,
    at,
    box,
    here,
    suicidal,
    worked,
)
from tests.meaning.quoting import effect, people, quotes, read, share, text, the_arm, the_effect, told, why
from toolkit.evidence import finding, harms
from toolkit.lessons.benefit_and_harm.lesson import counted
from toolkit.lessons.benefit_and_harm.people import (
    RECORDS,
    count,
    price,
    review,
    worse_without_therapy,
)
from toolkit.model import DUMMY, MEDICATION, THERAPY, parameters

AGES, BARBUI, TADS, CARDS = "levenson2006_frequencies", "barbui2009_ssri_suicide", "tads2007", "leblanc2015_sdm"
ENDS = ("highest", "lowest")
OLD_FEWEST, OLD_MOST = (
    worked(lambda end=end: 100 / the_effect(ARROLL, "tricyclic", f"side effects), {end}").value) for end in ENDS
)
OLD_NEED_MOST, OLD_NEED_FEWEST = (
    worked(lambda end=end: the_effect(ARROLL, "tricyclic", f"side effects), {end}").value) for end in ENDS
)
STOPPED, DUMMY_STOPPED = (share(AFTER, f"stopping {what}", "any") for what in ("antidepressant", "placebo"))


def half_of(id, comparison, end=None):
    """People of 100 who improve with both, if 40 do with one."""
    found = the_effect(id, comparison, "RR of response")
    return worked(lambda: 40 * (found.value if end is None else found.ci[end]))


def of_1000(*parts):
    return worked(lambda: abs(1000 * the_arm(*parts, None).value))


def side(id, mark):
    """The mark of every row of the studies' picture that this record has, but for a row of another kind of medication."""
    rows = [row for panel in LESSON.study_panels for row in panel["rows"] if row.get("finding") == id]
    return holds(lambda: {row["side"] for row in rows if "tricyclic" not in row["about"]} <= {mark, "◆"} and rows)


def effects_of(id):
    return [each for each in (finding(id).effect, *finding(id).other_effects) if each]


def no_interval(id):
    return holds(lambda: all(each.ci is None for each in (*finding(id).arms, *effects_of(id))))


def first_row_is_empty_elsewhere():
    """The toy's first row: a figure as it opens, none with another plan 1 or plan 2."""
    first = LESSON.study_panels[0]["rows"][0]["toy"]
    empty = (at(otherwise=THERAPY), at(chosen=THERAPY), at(cost="young"))
    return first == "more" and math.isfinite(at().more) and all(math.isnan(one.more) for one in empty)


def own_rows():
    """How the model's rows are drawn beside the studies."""
    traces = settings(THIS)["as it opens"].studies_chart["data"]
    return {t["marker"]["symbol"] for t in traces if t.get("name") == "the model, as set above"}


def cited():
    """The records whose figures this notebook uses."""
    return [finding(id) for id in set(re.findall(r"\b[a-z]+\d{4}_?\w*", text("13"))) if "_" in id or id == TADS]


def no_year_on_a_dummy_pill():
    dummies = [arm for one in cited() for arm in one.arms if "placebo" in arm.name and "respon" in arm.outcome]
    return dummies and all((arm.time_weeks or 0) < 52 for arm in dummies)


def seven_to_eleven():
    """The fewest and the most diamonds that were met among a hundred groups of people."""
    found = [counted(at(seed=seed))["because"] for seed in (69, 1)]
    return found == [7, 11]


def most_harms_are_of_one_medication():
    of = [
        harm for cost, (id, says) in RECORDS.items() for harm in harms() if harm.finding.id == id and says in harm.says
    ]
    medication = [harm for harm in of if "medication" in harm.of]
    return len(of) == 7 and len(medication) > len(of) / 2


def a_wish_moves_staying():
    met, not_met = (at(wish=wish, week=26) for wish in ("met", "not met"))
    return met.taking > not_met.taking + 0.08 and abs(met.counts[0] - not_met.counts[0]) <= 30


QUOTES = [
    *quotes(
        THIS[:2],
        (
            """
            ## What studies found The claim, in one line. An antidepressant helps more people than it harms. > The study most
            often quoted for it is a review of SSRIs (a common kind of antidepressant) and dummy pills in general practice
            [arroll2009_primarycare]. About {} more of 100 improved clearly, and {} to {} more stopped because of side
            effects. How sure? These are middle values and ranges, and stopping is a strict yardstick: many go on although
            something bothers them.""",
            MORE_OF_100,
            FEWEST,
            MOST,
            why(ARROLL, "In general practice", "SSRI", "Medians of trial NNTs"),
            side(ARROLL, "▲"),
            holds(lambda: float(MORE_OF_100()) > float(MOST())),
            holds(lambda: count("bothered", MEDICATION) > 5 * count("stopping", MEDICATION)),
        ),
        (
            """
            The study that speaks most clearly against it asked {} people about three months into an SSRI
            [hu2004_sideeffects]. A side effect bothered {} of 100, and {} had none that did. How sure? Nobody was asked
            without the medication.""",
            people(HU, "SSRI starters", "any side effect"),
            BOTHERED,
            share(HU, "SSRI starters", "bothersome side effect", turned=True),
            why(HU, "About three months into an SSRI", "no placebo group"),
            side(HU, "▼"),
        ),
        (
            """
            By stopping, more people are helped than harmed; by being bothered, nobody knows. Which yardstick is right depends
            on what bothers you.""",
            holds(lambda: float(MORE_OF_100()) > float(MOST())),
            holds(lambda: "alone" in price("bothered", MEDICATION) and "alone" not in price("stopping", MEDICATION)),
        ),
        (
            "One trial that asks everybody the same questions, with a dummy pill and in therapy, for a year.",
            holds(lambda: count("bothered", DUMMY) is None and count("bothered", THERAPY) is None),
            holds(lambda: max(arm.time_weeks for arm in finding(HU).arms) < 52),
        ),
        (
            """
            About the first study. We read it in a summary and turned its numbers into people of 100 ourselves. About the
            second study. People were asked with a list of {} symptoms. Tiredness and bad sleep belong to depression too, so
            some of it would be there anyway. A survey that prompted less found far fewer people. The authors worked for a
            maker of medications.""",
            told(HU, r"checklist of (\d+) symptoms"),
            read_in("secondary", ARROLL),
            holds(lambda: all(each.measure.startswith("number needed") for each in finding(ARROLL).other_effects[1:])),
            why(HU, "many would occur anyway", "A less prompted survey found far fewer", "Industry-employed authors"),
        ),
        (
            """
            In the picture below the model's own rows (open squares) follow the picture above. The first of them is empty
            unless plan 1 is the dummy pill and plan 2 the medication.""",
            holds(lambda: own_rows() == {"square-open"}),
            holds(first_row_is_empty_elsewhere),
        ),
        (
            "stopping because of side effects | {} to {} more of 100 | SSRI, general practice, mostly 6 to 8 weeks, dummy pill; "
            "read in a summary [arroll2009_primarycare]",
            FEWEST,
            MOST,
            why(ARROLL, "primary care, 14 trials of mostly 6 to 8 weeks", "than on placebo"),
            read_in("secondary", ARROLL),
        ),
        (
            "a side effect that bothers | {} of 100 | SSRI, about three months, asked with a list; nobody to compare with "
            "[hu2004_sideeffects] | | a sexual problem that bothers | {} of 100 | the same people; nobody to compare with "
            "[hu2004_sideeffects]",
            BOTHERED,
            SEXUAL,
            why(HU, "three months", "Prompted checklist", "no placebo group"),
            holds(lambda: RECORDS["bothered"][0] == RECORDS["sexual problem"][0] == HU),
        ),
        (
            "symptoms after stopping | {} of 100, {} after a dummy pill | people who stopped an antidepressant, time not read; "
            "read in a summary, disputed [henssler2024_withdrawal]",
            STOPPED,
            DUMMY_STOPPED,
            why(AFTER, "disputes the estimate"),
            read_in("secondary", AFTER),
            holds(lambda: all(arm.time_weeks is None for arm in finding(AFTER).arms)),
        ),
        (
            "getting worse | {} of 100 in therapy, about {} without (our sum) | the middle one of the trials that counted it, "
            "time not read [cuijpers2018_deterioration]",
            GOT_WORSE,
            WITHOUT,
            why(WORSE, "in the middle study", "that reported deterioration"),
            holds(lambda: all(arm.time_weeks is None for arm in finding(WORSE).arms)),
        ),
        (
            "lasting bad effects of therapy | {} of 100 | a survey of people in therapy, any illness; nobody to compare with "
            "[crawford2016_negative]",
            LASTED,
            why(LASTING, "survey", "therapy services", "No comparison group"),
        ),
        (
            "suicidal thoughts or attempts, under 19 | {} of 1,000 with a dummy pill, {} more with an antidepressant; the data "
            "fit {} fewer to {} more | depression, time not read; shares read in a summary [bridge2007_youth]",
            of_1000(YOUNG, "placebo, depression", "suicidal"),
            suicidal(),
            suicidal(0),
            suicidal(1),
            why(YOUNG, "under 19", "percentages, NNT and NNH in a summary"),
            holds(lambda: all(arm.time_weeks is None for arm in finding(YOUNG).arms)),
        ),
        (
            """
            Seven are not all. Rare serious reactions, weight, bleeding and what happens together with other medications are
            missing, because our records hold no count of them. The leaflet and a pharmacist know more.""",
            holds(lambda: len(RECORDS) == 7),
            holds(lambda: not [one.says for one in harms() if re.search("weight|bleed|reaction|together", one.says)]),
        ),
        (
            """
            Young people. What to do stands in the box under Play; please read it first. In one review of trials, about {} of
            1,000 young people improved with an antidepressant and {} with a dummy pill [bridge2007_youth]. In the same trials
            about {} more of 1,000 had suicidal thoughts or attempts reported. The data fit {} fewer to {} more, and for about
            {} of 1,000 nothing of the kind was reported.""",
            of_1000(YOUNG, "antidepressant, depression", "response"),
            worked(lambda: 1000 * review()[0]),
            suicidal(),
            suicidal(0),
            suicidal(1),
            worked(lambda: 1000 - 1000 * the_arm(YOUNG, "antidepressant, depression", "suicidal", None).value),
            holds(
                lambda: (
                    prose(THIS).index("## Play") < prose(THIS).index("### If you worry") < prose(THIS).index("read the")
                )
            ),
            why(YOUNG, "Meta-analysis", "Spontaneous reports"),
        ),
        (
            """
            Another source gives {} more of 1,000 under 18, {} more from 18 to 24, and {} fewer from 65 on (read on a textbook
            page, no intervals); it saw no increase in deaths by suicide [levenson2006_frequencies].""",
            *(of_1000(AGES, arm, "") for arm in ("under 18", "18 to 24", "65 and over")),
            why(
                AGES,
                "rise by about 14 under 18",
                "fall by 6",
                "No completed-suicide increase was seen",
                "textbook page",
            ),
            no_interval(AGES),
        ),
        (
            """
            In everyday care nobody is assigned at random. Attempts and suicides together were more frequent among adolescents
            with an SSRI and less frequent among adults [barbui2009_ssri_suicide]. Those who get one may have been in greater
            danger before.""",
            why(
                BARBUI,
                "about twice as likely with SSRIs in adolescents, about half as likely in adults",
                "Not randomised: who gets a drug differs from who does not",
            ),
        ),
        (
            """
            One trial of teenagers counted suicidal events over 36 weeks: about {} of 100 with fluoxetine alone (an SSRI), {}
            with fluoxetine and CBT, {} with CBT; the others, 85 and more, had none [tads2007]. More than 80 of 100 had
            improved by then in all three groups. After week 12 it had no dummy pill, and it counted in another way than the
            review.""",
            *(share(TADS, arm, "suicidal events") for arm in ("fluoxetine", "combination", "CBT")),
            why(TADS, "all three active arms had response rates above 80%", "No placebo arm after week 12"),
            holds(lambda: 100 - 100 * the_arm(TADS, "fluoxetine", "suicidal events", 36).value >= 85),
        ),
        (
            """
            In the middle one of the trials that counted it, {} of 100 people got worse in therapy, and {} did not. Without
            therapy it was about {} (our sum; ratio {}, from {} to {}) [cuijpers2018_deterioration]. In a survey, {} of 100
            spoke of lasting bad effects, and fewer did when they had been told enough beforehand [crawford2016_negative]. If
            yours makes you worse, say so, there or to somebody else. You may change therapists.""",
            GOT_WORSE,
            share(WORSE, "psychotherapy", turned=True),
            WITHOUT,
            *sized(WORSE, "psychotherapy vs control", "RR"),
            LASTED,
            why(LASTING, "survey", "fewer did when they had been told enough"),
            why(WORSE, "middle study", "less than half as common as without therapy"),
            also("13", "what if it harms me"),
        ),
        (
            """
            Of people who felt well after long use, {} of 100 stayed well for a year when they went on, and {} of 100 when
            they stopped [lewis2021_antler]. Staying on is a choice too.""",
            share("lewis2021_antler", "maintenance", turned=True),
            share("lewis2021_antler", "discontinuation", turned=True),
            why("lewis2021_antler", "long-term antidepressant users who felt well", "one-year relapse"),
            TELL[0],
        ),
        (
            """
            arroll2009_primarycare | 2,283 adults, 14 trials, general practice | SSRI / dummy pill | ratio of those who
            improve {} ({} to {}); {} for one more | ▲ | read in a summary; a middle value""",
            *sized(ARROLL, "SSRI vs placebo", "RR"),
            worked(lambda: the_effect(ARROLL, "SSRI vs placebo", "RR").nnt),
            why(ARROLL, "2,283 adults", "14 trials", "In general practice", "Medians"),
            read_in("secondary", ARROLL),
            side(ARROLL, "▲"),
        ),
        (
            """
            jakobsen2017_ssri | 27,422 adults, 131 trials | SSRI / dummy pill | {} points lower ({} to {}) | ◆ | high risk of
            bias; authors call it small; the model was fitted to it""",
            effect("jakobsen2017_ssri", "SSRI", "mean", digits=1),
            *(worked(lambda end=end: -the_effect("jakobsen2017_ssri", "SSRI", "mean").ci[end], 1) for end in (1, 0)),
            why("jakobsen2017_ssri", "131 trials, 27,422", "high risk of bias", "authors judge small"),
            holds(
                lambda: [
                    name
                    for name, about in parameters().items()
                    if (about["tag"], about["source"]) == ("fitted", "jakobsen2017_ssri")
                ]
            ),
        ),
        (
            """
            cipriani2018 | 116,572 adults, 522 trials | 21 antidepressants / dummy pill | all {} did better on average; sizes
            not read | ▲ | averages of groups""",
            told("cipriani2018", r"All (\d+) antidepressants beat placebo"),
            why("cipriani2018", "522 double-blind RCTs, 116,572 adults", "on average", "were not in the excerpt"),
        ),
        (
            "the model | 1,000 simulated, week 12 | medication / dummy pill | {} more of 100; ratio {}",
            BECAUSE,
            here(lambda decision: f"{decision.times:.2f}"),
            holds(
                lambda: (
                    at().one.cohort.size == 1000 and (at().week, at().otherwise, at().chosen) == (12, DUMMY, MEDICATION)
                )
            ),
        ),
        (
            """
            arroll2009_primarycare | as above | SSRI / dummy pill, stopping for side effects | {} to {} for one more: {} to {}
            of 100 | ▲ | a range of trials | | the same | | older tricyclics / dummy pill | {} to {} for one more: {} to {} of
            100 | ◆ | an older kind of medication""",
            *(NEED_FEWEST, NEED_MOST, FEWEST, MOST, OLD_NEED_FEWEST, OLD_NEED_MOST, OLD_FEWEST, OLD_MOST),
            why(ARROLL, "to stop because of side effects the numbers are 20 to 90 (SSRI) and 4 to 30 (tricyclic)"),
        ),
        (
            """
            cipriani2018 | as above | leaving for any reason, 3 of 21 read | odds {} and {} (fewer leave), {} ({} to {}; more)
            | ◆ | only these were read""",
            effect("cipriani2018", "", "agomelatine", digits=2),
            effect("cipriani2018", "", "fluoxetine", digits=2),
            *sized("cipriani2018", "", "clomipramine"),
            holds(lambda: sum("OR of dropout" in each.measure for each in effects_of("cipriani2018")) == 3),
            why("cipriani2018", "below 1 = fewer dropouts", "above 1 = more dropouts"),
        ),
        (
            "hu2004_sideeffects | {} people | nobody | {} of 100 any, {} one that bothers | ▼ | asked with a list",
            people(HU, "SSRI starters", "any side effect"),
            share(HU, "SSRI starters", "any side effect"),
            BOTHERED,
            why(HU, "Prompted checklist", "no placebo group"),
            side(HU, "▼"),
        ),
        (
            """
            serretti2009_sexual | people asked directly | by substance; dummy rate not read | {} to {} of 100 new sexual
            problems on those that raise it | ▼ | open studies; depression harms sex life too; several did not differ from a
            dummy""",
            share("serretti2009_sexual", "lowest"),
            share("serretti2009_sexual", "highest"),
            why("serretti2009_sexual", "asked directly", "the placebo rate is not in the abstract", "Open-label"),
            why("serretti2009_sexual", "those above placebo", "itself harms sex life", "Several drugs did not differ"),
        ),
        (
            """
            henssler2024_withdrawal | 21,002 people, 79 studies | stopping it / stopping a dummy pill | {} / {} of 100; severe
            {} / {} | ▼ | read in a summary; mostly short use; disputed""",
            STOPPED,
            DUMMY_STOPPED,
            share(AFTER, "stopping antidepressant", "severe", digits=1),
            share(AFTER, "stopping placebo", "severe", digits=1),
            why(AFTER, "79 studies, 21,002 people", "Mostly short-term use", "disputes"),
            read_in("secondary", AFTER),
            side(AFTER, "▼"),
        ),
        (
            """
            lewis2021_antler | 478 long-term users who felt well | kept / stopped, blind, a year | relapse {} / {} of 100 | ▲
            | withdrawal may be counted as relapse""",
            share("lewis2021_antler", "maintenance"),
            share("lewis2021_antler", "discontinuation"),
            why("lewis2021_antler", "478 primary-care adults", "who felt well", "Double-blind RCT, 52 weeks"),
            why(AFTER, "Withdrawal can be mistaken for relapse in discontinuation trials"),
        ),
        (
            """
            bridge2007_youth | 3,430 under 19, depression, 15 trials | antidepressant / dummy pill | {} more of 100 improve
            ({} to {}); suicidal thoughts or attempts {} more (−{} to {}) | ◆ | reported unasked; shares read in a summary""",
            *(worked(lambda place=place: 100 * review()[1][place]) for place in range(3)),
            suicidal(None, 100, 1),
            suicidal(0, 100, 1),
            suicidal(1, 100, 1),
            why(YOUNG, "depression 15 (3,430)", "under 19", "Spontaneous reports", "in a summary"),
        ),
        (
            """
            levenson2006_frequencies | trials of antidepressants | antidepressant / dummy pill | {} and {} more, {} fewer of
            1,000, by age | ◆ | textbook page, no intervals""",
            *(of_1000(AGES, arm, "") for arm in ("under 18", "18 to 24", "65 and over")),
            why(AGES, "placebo-controlled trials of 11 antidepressants", "textbook page"),
            no_interval(AGES),
        ),
        (
            """
            stone2009_age | 99,231 adults, 372 trials | antidepressant / dummy pill | odds of thoughts or acts {} ({} to {})
            under 25; {} ({} to {}) from 25 to 64 | ◆ | rare events""",
            *sized("stone2009_age", "under 25", "behaviour or ideation"),
            *sized("stone2009_age", "25 to 64", "behaviour or ideation"),
            why("stone2009_age", "99,231 adults in 372 double-blind trials", "rare events"),
        ),
        (
            """
            barbui2009_ssri_suicide | over 200,000 people | SSRI / none | odds of suicide or attempt {} ({} to {})
            adolescents; {} adults; {} from 65 | ◆ | not assigned at random; deaths alone, adolescents: {} ({} to {}), so very
            unsure""",
            *sized(BARBUI, "adolescents", "completed or attempted"),
            effect(BARBUI, ", adults", "completed or attempted", digits=2),
            effect(BARBUI, "65 and over", "completed or attempted", digits=2),
            *sized(BARBUI, "adolescents", "OR of completed suicide"),
            why(
                BARBUI, "More than 200,000", "SSRI vs no antidepressant", "Not randomised", "the interval is very wide"
            ),
        ),
        (
            """
            tads2007 | 327 teenagers, 36 weeks | fluoxetine / both / CBT | suicidal events {} / {} / {} of 100; improved {} /
            {} / {} | ◆ | no dummy pill after week 12""",
            *(share(TADS, arm, "suicidal events") for arm in ("fluoxetine", "combination", "CBT")),
            *(share(TADS, arm, "response", 36) for arm in ("fluoxetine", "combination", "CBT")),
            why(TADS, "327 adolescents", "36 weeks", "No placebo arm after week 12"),
        ),
        (
            "cuijpers2018_deterioration | adults, {} trials | therapy / none | {} of 100 got worse; ratio {} ({} to {}) | ○ | {} % "
            "of trials count it",
            told(WORSE, r"(\d+) RCTs"),
            GOT_WORSE,
            *sized(WORSE, "psychotherapy vs control", "RR"),
            told(WORSE, r"Only (\d+) % of trials report it"),
            side(WORSE, "○"),
        ),
        (
            "crawford2016_negative | {} people in therapy | nobody | {} of 100; told enough before: odds {} ({} to {}) | ○ | only "
            "those who answered",
            people(LASTING, "people in psychological treatment"),
            LASTED,
            *sized(LASTING, "told enough", "OR"),
            why(LASTING, "No comparison group", "only those who answered"),
            side(LASTING, "○"),
        ),
        (
            """
            cuijpers2020_nma | 11,910 adults, 101 trials | both / medication · both / therapy · therapy / medication | ratio
            {} ({} to {}) · {} ({} to {}) · {} ({} to {}) | ○ | cannot be blind""",
            *sized(ONE_OR_BOTH, "combined vs pharmacotherapy alone", "RR of response"),
            *sized(ONE_OR_BOTH, "combined vs psychotherapy alone", "RR of response"),
            *sized(ONE_OR_BOTH, "psychotherapy alone vs pharmacotherapy alone", "RR of response"),
            why(ONE_OR_BOTH, "101 studies, 11,910", "Blinding is impossible for the combined arm"),
            side(ONE_OR_BOTH, "○"),
        ),
        (
            """
            youth2022_combined | 1,325 under 19, 14 trials | both / one active treatment | odds {} ({} to {}): did not show a
            difference | ○ | fluoxetine with CBT {} ({} to {})""",
            *sized("youth2022_combined", "combined vs other", "OR of remission"),
            *sized("youth2022_combined", "vs other", "OR (fluoxetine"),
            why("youth2022_combined", "14 RCTs, 1,325 patients aged 18 or under", "not significantly better"),
        ),
        (
            """
            mchugh2013 | 90,483 people, 34 studies | therapy / medication, if asked | {} of 100 prefer therapy (69 to 80) | ○
            | both was rarely offered""",
            share("mchugh2013", "all"),
            holds(lambda: the_arm("mchugh2013", "all", "prefer", None).ci == (0.69, 0.80)),
            why("mchugh2013", "34 studies; 90,483", "prefer psychological treatment", "combination was rarely offered"),
        ),
        (
            """
            swift2018_preference | over 16,000 people, 53 studies | wish met / not | odds of leaving lower by a factor of {};
            outcome {} standard deviations better | ○ | intervals not read""",
            effect("swift2018_preference", "preferred", "dropouts", digits=2),
            effect("swift2018_preference", "preferred", "d, outcome", digits=2),
            why("swift2018_preference", "53 studies, over 16,000", "fewer dropouts", "did slightly better"),
            no_interval("swift2018_preference"),
        ),
        (
            "dunlop2017_predict | {} adults | wish met / not | stayed more; well did not show a difference | ○ | one trial",
            told("dunlop2017_predict", r"(\d+) treatment-naive adults"),
            why("dunlop2017_predict", "made people stay but not remit more", "RCT, 12 weeks"),
        ),
        (
            """
            leblanc2015_sdm | {} adults, {} clinicians | decision cards / usual | comfort {} / {}, knowledge {} / {} (points
            of 100) | ○ | mood did not show a difference""",
            told(CARDS, r"(\d+) adults"),
            told(CARDS, r"(\d+) clinicians"),
            *(read(CARDS, arm, what) for what in ("comfort", "knowledge") for arm in ("decision cards", "usual care")),
            why(CARDS, "depression did not change", "scores out of 100"),
        ),
        (
            """
            kamenov2017_function | 29,879 people, 153 trials | everyday life: one / control · both / one | {} to {} · {} to {}
            standard deviations better | ○ | ranges""",
            effect("kamenov2017_function", "monotherapy vs control (low end)", "g", digits=2),
            effect("kamenov2017_function", "monotherapy vs control (high end)", "g", digits=2),
            effect("kamenov2017_function", "combined", "low", digits=2),
            effect("kamenov2017_function", "combined", "high", digits=2),
            why("kamenov2017_function", "153 trials, 29,879", "functioning", "Range quoted"),
        ),
        (
            """
            In the model no treatment makes anybody's symptoms worse, so there is hardly anybody who improved only under plan
            1. Life need not be so kind: a lead of 11 can be 11 helped and nobody hindered, or 22 helped and 11 hindered. The
            totals are the same.""",
            holds(lambda: at().kinds()["otherwise"] <= 0.01 and at(chosen=THERAPY).kinds()["otherwise"] <= 0.01),
            holds(lambda: counted(at())["because"] == 11 == 22 - 11),
        ),
        (
            """
            The left square is simulated, and the right one is counted in other people and other weeks. Ines and Pavel divide
            one by the other because they must.""",
            holds(lambda: at(cost="bothered").ratio == count("bothered", MEDICATION) / at().kinds()["because"]),
            holds(lambda: finding(HU).arms[0].time_weeks != at().week and at(seed=69).price == at().price),
        ),
        (
            """
            General practice saw about {} more of 100 improve with an SSRI [arroll2009_primarycare]; the model shows about {}.
            With other simulated people it is 7 to 11.""",
            MORE_OF_100,
            BECAUSE,
            holds(seven_to_eleven),
        ),
        (
            """
            In the model a wish moves staying and hardly the outcome, as in one trial [dunlop2017_predict]. A larger review
            saw a better outcome too [swift2018_preference]: the model and that review do not agree.""",
            holds(a_wish_moves_staying),
            why("dunlop2017_predict", "made people stay but not remit more", "344"),
            why("swift2018_preference", "did slightly better", "over 16,000"),
        ),
        (
            """
            By week 52 about {} of 100 have improved with the dummy pill here. No study in this lesson tells how many improve
            on a dummy pill within a year.""",
            here(lambda decision: f"{decision.counts[1] / 10:.0f}", "A year later"),
            holds(no_year_on_a_dummy_pill),
        ),
        (
            """
            Getting worse on a medication is not counted in our records. After a stroke, an SSRI raised fractures
            [focus2019_stroke].""",
            holds(lambda: all(count("worse", plan) is None for plan in (MEDICATION, DUMMY))),
            holds(lambda: {one.of for one in harms() if one.says == "got worse"} == {"therapy"}),
            why("focus2019_stroke", "fluoxetine after stroke", "raised fractures"),
        ),
        (
            """
            Most harms here are those of one kind of medication in one illness. Money, hours, stigma and hope are in neither
            square.""",
            holds(most_harms_are_of_one_medication),
            holds(lambda: not {"money", "hours", "stigma", "hope"} & set(" ".join(RECORDS).split())),
        ),
        (
            "Five short tasks. No code is needed.",
            tasks_are(13, 5),
        ),
        (
            """
            This course goes back to two texts by clinics, and both ask this. On average both are better than one for adults
            with depression, and many do well with one. Suppose that 40 of 100 improve on medication alone. Then about {}
            improve with both ({} to {}): 10 more, and 50 not yet [cuijpers2020_nma]. People with both know that they have
            both, so hope may be a part of it.""",
            *(half_of(ONE_OR_BOTH, "combined vs pharmacotherapy alone", end) for end in (None, 0, 1)),
            holds(lambda: half_of(ONE_OR_BOTH, "combined vs pharmacotherapy alone")() == f"{40 + 10}" == f"{100 - 50}"),
            why(
                ONE_OR_BOTH, "over either treatment alone", "Adults with", "Blinding is impossible for the combined arm"
            ),
        ),
        (
            """
            In one review the lead over therapy alone was gone at follow-up [cuijpers2009_vs_psychotherapy]. For young people
            a review did not show that both do better than one active treatment, except for fluoxetine with CBT
            [youth2022_combined]. Whether 10 of 100 are worth a second treatment, with its hours, its money and its side
            effects, no study can say.""",
            why("cuijpers2009_vs_psychotherapy", "beat psychotherapy alone", "the margin was gone at follow-up"),
            why("youth2022_combined", "not significantly better", "fluoxetine plus CBT was the exception"),
        ),
        (
            """
            Can I begin with one? Ask, and ask for a date on which you look again together. In one study people who were not
            well after {} weeks of one treatment got the other as well. Of those who had been partly better, {} of 100 were
            well 12 weeks later, and of those who had not, {} [dunlop2019_sequential]. The others were not well yet. Nobody
            went on with one treatment to compare, so part of that is time.""",
            told("dunlop2019_sequential", r"After (\d+) weeks of one treatment without remission"),
            share("dunlop2019_sequential", "partial responders, either order"),
            share("dunlop2019_sequential", "non-responders, either order"),
            why(
                "dunlop2019_sequential",
                "add the missing treatment, 12 weeks",
                "No arm continued monotherapy",
                "more time",
            ),
            also("14", "asking for the second"),
            also("13", "on which date do we look again"),
        ),
        (
            """
            When not to weigh alone. With thoughts of suicide, with voices or beliefs that frighten, with a mood that runs far
            too high, or when somebody hardly eats or drinks: see a doctor today. For bipolar disorder, psychosis, pregnancy
            or several medications, other numbers hold. Nobody is too ill for therapy.""",
            also("14", "no group of people is too ill for therapy"),
            holds(lambda: not [one.who for one in harms() if re.search("bipolar|psychosis|pregnan", one.who)]),
        ),
        (
            """
            1. What would probably happen in the next three months if we only met regularly and watched? 2. Of 100 people like
            me, how many more improve with this than without it? How sure is that? 3. Which side effects are frequent, which
            are rare and serious, and whom do I ring at night? 4. What about work, driving, sex, sleep, weight, a wish for
            children, alcohol, and what else I take? 5. How would I notice that it helps, and on which date do we look again?
            6. If I want to stop one day, or have stopped: what do we do, and who helps me? 7. In therapy: what will we do,
            what may feel worse for a while, and what if it harms me? 8. For a young person: what do we watch for in the first
            weeks, and how soon do we come back? 9. What matters most to me is … What would you suggest to somebody who wants
            that? Mara underlines driving in number 4. She has not decided, and her appointment is on Thursday.""",
            holds(lambda: at().otherwise == DUMMY and at().week == 12),  # 1 and 2 are what the page opens with
            holds(lambda: {"sexual problem", "after stopping", "worse", "lasting", "young"} < set(RECORDS)),
            also("13 words", "Both have a date on which they look again with a clinician"),
            also("13", "The first weeks and every change of dose need the closest watch", "Mara, 34, drives"),
        ),
        (
            "## Take away Numbers say what is at stake. What it is worth, you say.",
            also("13 sheet", "Numbers say what is at stake. What it is worth, you say."),
            holds(
                lambda: LESSON.said_tasks[-1]["right"].startswith(
                    "Show what each plan may bring and cost; the weighing is"
                )
            ),
        ),
        (
            """
            What to do about a young person in danger, that asking does not put the thought there, what to do after stopping,
            and when to see a doctor today are common clinical advice and no finding of ours.""",
            holds(lambda: not re.search(r"\[\w+\d{4}\w*\]", box()) and "does not put the thought there" in box()),
        ),
        (
            '"Our sum" means that we worked it out',
            holds(lambda: worse_without_therapy() == count("worse", THERAPY) / finding(WORSE).effect.value),
        ),
        *last_lines(13),
    ),
]
