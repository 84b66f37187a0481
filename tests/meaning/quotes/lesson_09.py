"""What lesson 09 says of studies and of its toy, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import NINE, fear, last_day, same_kind
from tests.meaning.quoting import across, effect, quotes, share, toy, why

QUOTES = [
    *quotes(
        "09",
        (
            "Spacing makes no difference in it",
            across(
                NINE,
                "Twelve, every day",
                "Twelve, once a week",
                lambda daily, weekly: abs(fear(daily, 30) - fear(weekly, 30)) < 1,
            ),
        ),
        (
            "{} % by 8 sessions, {} % by 26 (Howard 1986)",
            share("howard1986_dose", "psychotherapy, 8"),
            share("howard1986_dose", "psychotherapy, 26"),
        ),
        ("More sessions, more people better", why("howard1986_dose", "three quarters by 26", against=False)),
        ("With a stricter yardstick, only {} % had recovered after 8 (Kadera 1996", share("howard1986_dose", "Kadera")),
        (
            "More sessions, fewer recovered: {} % of those who ended after one session, {} % after twelve",
            share("barkham2006_gel", "1 session"),
            share("barkham2006_gel", "12 sessions"),
            why("barkham2006_gel", "FELL with more sessions", against=True),
        ),
        ("Those who are well enough leave", why("barkham2006_gel", "people leave when they are well enough")),
        (
            "About {} % of people in cognitive therapy had a sudden gain between two sessions, and "
            "such gains made up half of all they gained",
            share("tang1999_sudden_gains", "cognitive therapy"),
            why("tang1999_sudden_gains", "half of their total gain"),
        ),
        (
            "{} % relapsed without further sessions, {} % with nine monthly ones",
            share("white2013_panic_maintenance_cbt", "assessment only"),
            share("white2013_panic_maintenance_cbt", "maintenance CBT"),
            why("white2013_panic_maintenance_cbt", "nine monthly booster"),
        ),
        (
            "helped slightly while it was taken and harmed the result afterwards; gains from exposure alone lasted",
            why(
                "marks1993_alprazolam",
                "helped slightly while taken but harmed outcome",
                "gains from exposure alone lasted",
                against=True,
            ),
        ),
        ("Those who credited the pill lost more", why("basoglu1994_attribution", "credited the pill", "lost more")),
        (
            "Those did not change what D-cycloserine, a learning drug, did for exposure, and it did little",
            why("mataixcols2017", "antidepressants did not interact", "small gain"),
        ),
        (
            "exposure added to a medicine did more than the same time with stress management",
            why(
                "simpson2008_ocd",
                "improved more when exposure and ritual prevention was added than when stress management",
            ),
        ),
        (
            "people did better on some measures of social life, when symptoms no longer differed",
            why("weissman1981_followup", "symptoms no longer differed", "better on some measures of social"),
        ),
        (
            "{} % responded, {} % together with medication, {} % with medication alone (Foa 2005)",
            *(
                share("foa2005", arm, "response, treated")
                for arm in ("exposure + ritual", "ERP + clomipramine", "clomipramine")
            ),
        ),
        (
            "did equally well at the end of treatment (difference {}, Cuijpers 2013)",
            effect("cuijpers2013_direct"),
            why("cuijpers2013_direct", "equally effective"),
        ),
        (
            "therapy did better at follow-up (Merz 2019)",
            why("merz2019_ptsd", "at follow-up psychotherapy and combined did better than medication"),
        ),
        (
            "did as well as proven treatments within a margin set beforehand (Steinert 2017): {} behind, margin 0.25",
            effect("steinert2017_psychodynamic", digits=2),
            why("steinert2017_psychodynamic", "within a margin set beforehand", "0.25"),
        ),
        (
            "EMDR was ahead of CBT for post-traumatic stress at the end of treatment ({}) and not "
            "clearly three months later",
            effect("khan2018_emdr_cbt", "end of treatment"),
            why("khan2018_emdr_cbt", "three months later no difference was found"),
        ),
        (
            "With eye movements it did better than without ({} over 15 small trials, Lee 2013); an "
            "earlier pooling had found no effect",
            effect("lee2013_eye_movements", "therapy trials"),
            why("lee2013_eye_movements", "15", "earlier meta-analysis that found no effect"),
        ),
        (
            "used three times more skills at the end than in a control treatment, and using them went "
            "with less depression and anger",
            why("neacsiu2010_dbt_skills", "three times more skills", "falling depression and better control of anger"),
        ),
        (
            "that of cognitive therapy added to a medicine was gone about 3.5 years after it had ended (Paykel 2005)",
            why("paykel2005_decay", "three and a half years"),
        ),
    ),
    *quotes(
        "09 sheet",
        (
            "nine monthly boosters cut relapse from about {}% to about {}%",
            share("white2013_panic_maintenance_cbt", "assessment"),
            share("white2013_panic_maintenance_cbt", "maintenance"),
            why("white2013_panic_maintenance_cbt", "nine monthly", against=False),
        ),
        (
            "the share recovered fell with more sessions, from {}% after one to {}% after twelve: "
            "people leave when well enough",
            share("barkham2006_gel", "1 session"),
            share("barkham2006_gel", "12 sessions"),
            why("barkham2006_gel", "FELL", "well enough", against=True),
        ),
    ),
    *quotes(
        "09 words",
        (
            "Fear falls with every session and creeps back a little in between. Afterwards it climbs to what "
            "the slow learner still expects. Most of what was won stays",
            toy(
                NINE,
                "Twelve, once a week",
                lambda s: (
                    fear(s, 1) < 6
                    and abs(fear(s, 364) - s.last("slow learner (%)")) < 2
                    and 100 - fear(s, 364) > 0.8 * (100 - fear(s, 1))
                ),
            ),
        ),
        (
            "Fear falls sooner, and a month after the last session it is exactly where it was with weekly ones",
            across(
                NINE,
                "Twelve, every day",
                "Twelve, once a week",
                lambda daily, weekly: (
                    abs(fear(daily, 30) - fear(weekly, 30)) < 1 and last_day(daily) < last_day(weekly)
                ),
            ),
        ),
        (
            "takes half of the surprise out of each session takes half of the lesson too",
            across(
                NINE,
                "A calming drug in the room",
                OPENING,
                lambda calm, usual: calm.values["blunting"] == 50 and fear(calm, 364) > fear(usual, 364) + 5,
            ),
        ),
        ("Six more sessions, a month apart", toy(NINE, "Monthly boosters", lambda s: s.values["boosters"] == 6)),
        (
            "A month without, and fear climbs again, though not as high",
            across(
                NINE,
                "Monthly boosters",
                OPENING,
                lambda more, none: fear(none, 1) < fear(more, 364) < fear(none, 364) - 3,
            ),
        ),
        (
            "A kind of therapy that asks less at first (here DBT, the solid line) gets more through than CBT",
            toy(
                NINE,
                "Skills first, when it is heavy",
                lambda s: (
                    s.values["kind"] == "DBT"
                    and s.values["burden"] > 1
                    and s.values["shut"]
                    and s.result.at(s.result.learnt, 1) > s.result.at(s.result.usual, 1)
                ),
            ),
        ),
        ("The thin line is one person, who learns in jumps", toy(NINE, "A sudden gain", lambda s: s.values["jumps"])),
        (
            "less learnt by the last session, and forgotten half as fast",
            toy(
                NINE,
                "Slow to come, slow to go",
                lambda s: (
                    s.result.at(s.result.learnt, 1) < s.result.at(s.result.usual, 1)
                    and s.result.at(s.result.learnt, 364) / s.result.at(s.result.learnt, 1)
                    > s.result.at(s.result.usual, 364) / s.result.at(s.result.usual, 1)
                ),
            ),
        ),
        (
            "EMDR has the same numbers as exposure in this toy",
            toy(NINE, "EMDR, by its numbers", lambda s: same_kind("EMDR", "exposure")),
        ),
    ),
    *quotes(
        "09",
        (
            "Fear is lowest on the day after a session, when the quick learner speaks loudest",
            toy(NINE, OPENING, lambda s: fear(s, 1) < fear(s, 30) < fear(s, 180)),
        ),
        (
            "After the last session, fear climbs to the dotted line and stops there",
            toy(
                NINE,
                OPENING,
                lambda s: abs(fear(s, 364) - s.last("slow learner (%)")) < 2 and fear(s, 364) > fear(s, 1) + 10,
            ),
        ),
    ),
    *quotes(
        "09 sheet",
        ("Fear is lowest the day after a session", toy(NINE, OPENING, lambda s: fear(s, 1) < fear(s, 30))),
        (
            "After the last session fear climbs to the dotted line: the slow learner decides. Most of what was won stays",
            toy(
                NINE,
                OPENING,
                lambda s: abs(fear(s, 364) - s.last("slow learner (%)")) < 2 and fear(s, 364) < 0.2 * 100 + 1,
            ),
        ),
        (
            "Every day or once a week: a month later the toy sees no difference",
            across(
                NINE,
                "Twelve, every day",
                "Twelve, once a week",
                lambda daily, weekly: abs(fear(daily, 30) - fear(weekly, 30)) < 1,
            ),
        ),
    ),
    *quotes(
        "09",
        (
            "{} % relapsed without any further session and {} % with monthly ones (White 2013)",
            share("white2013_panic_maintenance_cbt", "assessment only"),
            share("white2013_panic_maintenance_cbt", "maintenance CBT"),
        ),
        (
            "for anxiety, {} to {} % relapsed within 3 to 12 months (van Dis 2020)",
            share("vandis2020_followup", "lowest"),
            share("vandis2020_followup", "highest"),
            why("vandis2020_followup", "within 3 to 12 months"),
        ),
        ("Gains from exposure lasted", why("marks1993_alprazolam", "gains from exposure alone lasted")),
        ("no group had lost its gains (van Apeldoorn 2010)", why("vanapeldoorn2010", "none lost its gains")),
    ),
]
