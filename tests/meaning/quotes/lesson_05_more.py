"""What lesson 05 says from its studies on, and what holds it."""

import math

import toolkit
from tests.meaning.quotes.grounds import (
    also,
    answer,
    claims,
    holds,
    last_lines,
    model_is_open_squares,
    sides_are_as_drawn,
    sized,
    tasks_are,
)
from tests.meaning.quotes.lesson_02 import ODDS_OF_TWENTY, lead_as_odds
from tests.meaning.quotes.lesson_05 import (
    LESSON,
    NOT_TESTED,
    NOT_WEAKER,
    a_share_of_the_starting_score,
    at,
    body_shuts_the_door,
    interval_is_drawn,
    leads,
    many_keep_coming,
    no_intervals,
    no_study_gave,
    of_100,
    slopes,
    through,
)
from tests.meaning.quoting import effect, people, quotes, share, text, the_effect, told, why
from toolkit.lessons.sheets import sheets
from toolkit.model import CONDITIONS

QUOTES = [
    *quotes(
        "05",
        (
            "</details> ## What studies found The claim, in one line. People with severe illness "
            "need medication before therapy can help them.",
            why("derubeis2005", 'COUNTER-evidence to "severe depression needs drugs first"'),
            NOT_TESTED,
        ),
        (
            "> The study most often quoted for it put together six studies of depression "
            "[thase1997]. In severe depression that keeps coming back, therapy with medication did "
            "clearly better than therapy alone; in milder depression no difference was shown. How "
            "sure? Not all people were assigned at random.",
            why(
                "thase1997",
                "595 adults",
                "from six protocols",
                "no better than psychotherapy alone in milder",
                "clearly better in severe recurrent",
                "not all randomised",
                against=False,
            ),
        ),
        (
            "> The study that speaks most clearly against it reviews {} studies with outpatients "
            "(living at home) [driessen2010]. If, say, 20 of 100 people improve without therapy, {} "
            "improve with it in more severe depression, and {} in milder; the others not yet. How "
            "sure? Few studies looked at both.",
            told("driessen2010", r"(\d+) studies"),
            of_100("high"),
            of_100("low"),
            why("driessen2010", "outpatients", "larger for high-severity", "rests on few studies", against=True),
        ),
        (
            "Put together. Where people could come to a clinic, severe illness did not keep therapy "
            "from working; both may still be worth more. No trial has tested a door.",
            NOT_WEAKER,
            why("thase1997", "clearly better in severe"),
            NOT_TESTED,
        ),
        (
            "What would settle it. Medication or a dummy pill at random in very severe illness, with sessions for all.",
            answer(
                5,
                5,
                "Medication or a dummy pill at random, the same sessions for all",
                "Give very ill people both",
                "scores compared at the end",
                "chose therapy",
            ),
        ),
        (
            "<details><summary><em>More that studies found</em></summary> About the first study. It "
            "had 595 adults. People with one or both treatments came from different studies. We "
            "could read which way it went, and no sizes.",
            why("thase1997", "595 adults", "came from different protocols", "percentages are not in the abstract"),
            holds(
                lambda: (
                    toolkit.finding("thase1997").numbers == "direction_only"
                    and toolkit.finding("thase1997").effect is None
                )
            ),
        ),
        (
            "About the second study. That 20 of 100 improve without therapy is our assumption, and "
            "so are the sums. The leads behind them are published. We could read no interval, and "
            "the comparison groups were mixed.",
            holds(lambda: ODDS_OF_TWENTY == 20 / 80 and the_effect("driessen2010", "low", "Cohen").value > 0),
            no_intervals,
            holds(
                lambda: (
                    [row["about"].endswith("/ mixed groups") for row in LESSON.study_panels[0]["rows"][:2]]
                    == [True, True]
                )
            ),
        ),
        (
            "So is there no door? Hardly anybody in these trials was in hospital, had a psychosis or "
            "was in acute danger. For them a door has not been shown, and it has not been ruled out. "
            "A trial would have to measure symptoms and learning every week.",
            why("weitz2015", "says nothing about inpatients, psychotic or suicidal"),
            NOT_TESTED,
            answer(5, 5, "symptoms and learning measured every week", "", "", ""),
        ),
        (
            "In the picture below open squares are the model and follow the picture above. Compare "
            "the slopes: with its door the model goes down from mild to severe, and the trials went "
            "up.",
            lambda: model_is_open_squares(5),
            slopes,
        ),
        (
            "</details> All studies, in a picture. ▲ for, ▼ against, ◆ mixed, ○ background; lines are 95 % intervals.",
            lambda: sides_are_as_drawn(5),
            interval_is_drawn,
        ),
        (
            "<details><summary><em>All studies, in a table</em> (▲ for, ▼ against this claim, ◆ "
            "mixed, ○ background)</summary> Lead: by how many standard deviations the group named "
            "first did better. From a lead $d$ to our ruler of 20: odds of 20 to 80, times $e^{{1.81 "
            "d}}$.",
            holds(lambda: ODDS_OF_TWENTY == 20 / 80 and abs(lead_as_odds(-1) - math.exp(1.81)) < 1e-9),
            holds(
                lambda: (
                    at().effect("no door", 34) > 0
                    and at().free[34].points > 0
                    and the_effect("papola2026_severity", "psychotherapy vs control", "Hedges").value > 0
                )
            ),
        ),
        (
            "| Does therapy do less in more severe illness? | | | | | | | driessen2010 | 10,134 "
            "outpatients, 132 studies | therapy / mixed comparison groups | lead {} in milder, {} in "
            "more severe depression | ▼ | few studies looked at both; no intervals read |",
            effect("driessen2010", "low"),
            effect("driessen2010", "high"),
            why("driessen2010", "132 studies, 10,134 adult outpatients", "rests on few studies", against=True),
            no_intervals,
        ),
        (
            "| 47,315 people, 387 trials | therapy / mixed comparison groups | lead {} ({} to {}) in "
            "all; it grew with severity | ▼ | link between studies; not confirmed in every analysis |",
            *sized("papola2026_severity", "psychotherapy vs control", "Hedges"),
            why(
                "papola2026_severity",
                "grew with baseline severity",
                "not confirmed in all",
                "Study-level association",
                "387 randomised trials",
                "47,315 patients",
                against=True,
            ),
        ),
        (
            "| 509 adults, 5 trials | CBT / dummy pill | lead {} ({} to {}); did not depend on severity | ▼ | small |",
            *sized("furukawa2017_cbt_severity", "CBT", "SMD", minus=True),
            why("furukawa2017_cbt_severity", "did not depend on baseline severity", "5 RCTs, 509", "small benefit"),
        ),
        (
            "| 240 outpatients, moderate to severe | medication / cognitive therapy | improved "
            "clearly by week 16: {} / {} of 100 | ▼ | week 8: therapy over a dummy pill only a trend "
            "on scores; sites differed |",
            share("derubeis2005", "medication", week=16),
            share("derubeis2005", "cognitive", week=16),
            why(
                "derubeis2005",
                "240 outpatients",
                "moderate to severe",
                "only a trend at 8 weeks",
                "depended on site",
                against=True,
            ),
        ),
        (
            "| 1,700 outpatients, 16 trials | medication / CBT | {} points lower on medication; "
            "severity did not decide which was better | ▼ | nobody in hospital, nobody with a "
            "psychosis |",
            effect("weitz2015", "antidepressant vs CBT", "HAM-D"),
            why(
                "weitz2015",
                "did not decide whether CBT or medication",
                "1,700 outpatients",
                "from 16 of",
                "says nothing about inpatients, psychotic",
                against=True,
            ),
        ),
        (
            "| 239 outpatients, one trial | who did better with what | with high severity and "
            "impaired function: medication, and interpersonal therapy too; with fewer gloomy "
            "attitudes: cognitive therapy, and medication | ◆ | many things looked at; sizes not "
            "read; attitudes are not the ability to think |",
            why(
                "sotsky1991",
                "239 outpatients",
                "HIGH severity and impaired function with imipramine and with interpersonal therapy",
                "LOW cognitive dysfunction with CBT and with imipramine",
                "dysfunctional attitudes, not the ability to think",
                "Exploratory, many predictors",
            ),
        ),
        (
            "| the model, with its door | 1,000 simulated, as it opens | therapy / dummy pill | lead "
            "{} in mild, {} in severe | | falls where trials rose | | the model, no door | the same "
            "| the same | lead {} in mild, {} in severe | | rises, and less than trials |",
            leads("door", 14),
            leads("door", 34),
            leads("no door", 14),
            leads("no door", 34),
            holds(lambda: at().course.cohort.size == 1000),
            slopes,
            holds(lambda: 0 < at().effect("no door", 34) - at().effect("no door", 14) < 0.63 - 0.22),
        ),
        (
            "| 595 adults, six studies | both / therapy alone | clearly better in severe recurrent "
            "depression; in milder no difference shown | ▲ | not all at random; sizes not read |",
            why(
                "thase1997",
                "595 adults",
                "six protocols",
                "no better than psychotherapy alone in milder",
                "clearly better in severe recurrent",
                "not all randomised",
            ),
            holds(lambda: toolkit.finding("thase1997").numbers == "direction_only"),
        ),
        (
            "| 452 adults, one trial | both / medication alone | no figure shown | ○ | counting "
            "errors; retracted and replaced; that the gain sits in severe depression is no longer "
            "supported |",
            why(
                "hollon2014_RETRACTED_REPLACED",
                "retracted and replaced in 2016 because of counting errors",
                "lost significance: severity interaction",
                "452 adults",
                "Adding cognitive therapy to flexible antidepressant treatment",
            ),
            holds(
                lambda: (
                    "hollon2014_RETRACTED_REPLACED"
                    not in {row.get("finding") for panel in LESSON.study_panels for row in panel["rows"]}
                )
            ),
        ),
        (
            "| 40 adults with rituals (OCD) | exposure with medication / with a dummy pill | made "
            "exposure easier to go through with, and added slightly | ▲ | no interaction was shown; "
            "sizes not read |",
            why(
                "marks1980",
                "more able to comply with exposure",
                "added slightly but without interaction",
                "40 chronic obsessive-compulsive ritualisers",
                "clomipramine vs placebo",
                "no numbers in the abstract",
            ),
        ),
        (
            "| {} outpatients after trauma | ten weeks of medication, then exposure added / "
            "medication alone | further gain only in those who had responded partly | ▲ | more "
            "contact in one group; sizes not read |",
            told("rothbaum2006", r"(\d+) outpatients"),
            why(
                "rothbaum2006",
                "after ten weeks of sertraline",
                "only in people who had responded partially",
                "Unequal contact",
            ),
        ),
        (
            "| {} veterans after trauma | exposure with a dummy pill / with medication | did not "
            "show a difference in week 24 | ▼ | 149 of 223 completed |",
            people("rauch2019_progress", "all arms"),
            why(
                "rauch2019_progress",
                "no difference between arms at 24 weeks",
                "149 of 223 completed",
                "exposure plus placebo, exposure plus sertraline",
                against=True,
            ),
        ),
        (
            "| 103 outpatients | therapy first / medication first, the other offered to those not "
            "improved | those who began with therapy ended better | ▼ | small; about {} of 100 "
            "declined the addition |",
            share("dekker2013_sequence", "non-improvers"),
            why(
                "dekker2013_sequence",
                "people who had not improved by 8 weeks were offered the other treatment, those who "
                "had started with psychotherapy ended better",
                "103 outpatients",
                "Small",
            ),
        ),
        (
            "| 158 people, one trial | CBT with medication / medication | protection gone about {} "
            "years after therapy | ○ | says how long it lasts, not what keeps it; we found no trial "
            "of that |",
            effect("paykel2005_decay", "CBT + medication", "years until"),
            why("paykel2005_decay", "158 patients from a trial of CBT + medication vs medication"),
            claims(
                "C25", "No study here sets more or less stability and then looks at what is kept", verdict="not tested"
            ),
        ),
        (
            "| 154 people with panic and agoraphobia | exposure with a calming drug / with a dummy "
            "pill | slightly better while the drug was taken, worse after it was tapered; gains from "
            "exposure alone lasted | ▼ | calmer, and kept less; a benzodiazepine; its method was "
            "criticised |",
            why(
                "marks1993_alprazolam",
                "panic with agoraphobia",
                "helped slightly while taken but harmed outcome after the drug was tapered",
                "gains from exposure alone lasted",
                "154 patients",
                "Benzodiazepine",
                "criticism of the method exists",
                against=True,
            ),
        ),
        (
            "</details> ## Where this breaks - The sign is wrong with the door on. Here therapy's "
            "lead falls from {} in mild to {} in severe illness. In trials it rose from {} to {} "
            "[driessen2010]. Without a door it rises here too, but only to {}.",
            leads("door", 14),
            leads("door", 34),
            effect("driessen2010", "low"),
            effect("driessen2010", "high"),
            leads("no door", 34),
            slopes,
        ),
        (
            "- Symptoms of the body shut this door. Hopelessness, fear, or a long way to the clinic may shut others.",
            body_shuts_the_door,
        ),
        (
            "- People behind a closed door keep coming to sessions here and learn little, while in "
            "life many stay away.",
            many_keep_coming,
            why("swift2012_dropout", "one in five adults drops out of psychotherapy"),
        ),
        (
            "- A therapist notices, and good therapy starts where a person is: with sleep, with "
            "getting up, with one small thing. That is a way in, too.",
            also("05 sheet", "a session can begin with sleep, with getting up, with one small thing"),
        ),
        (
            "- Where the door stands (26 points), how gradually it closes, and how fast heavy "
            "symptoms make people forget are our numbers. No study gave them to us.",
            no_study_gave("gate.threshold", "gate.width", "skill.burden_forgetting"),
            holds(lambda: abs(through(26) - 50) < 1e-4),
        ),
        (
            "- Every treatment takes off a share of the starting score here, door or no door. That "
            "is why the ruler matters so much.",
            a_share_of_the_starting_score,
        ),
        (
            "- After trauma a body on edge should shut the door, and medication should help "
            "exposure. One trial in veterans did not show it [rauch2019_progress].",
            holds(
                lambda: (
                    CONDITIONS["PTSD"].somatic_excess > 0 and "predicts a gain from both" in CONDITIONS["PTSD"].caveat
                )
            ),
            why("rauch2019_progress", "no difference between arms", "combat veterans", against=True),
        ),
        (
            "## Check yourself Five short tasks. No code is needed; for the first, a calculator helps.",
            tasks_are(5, 5, first_sum=1),
        ),
        (
            "A good story about how something works is a guess until it makes a prediction that could fail.",
            holds(
                lambda: (
                    sheets()[LESSON.slug]["home"] in text("05")
                    and "Each of these can turn out wrong" in text("05 words")
                )
            ),
        ),
        *last_lines(5),
    ),
]
