"""What lesson 14 says of studies and of its toy, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import ELEVEN, responding
from tests.meaning.quoting import across, effect, quotes, share, told, toy, why

QUOTES = [
    *quotes(
        "14",
        (
            "adding the other brought {} % of partial responders and {} % of the others to remission (Dunlop 2019)",
            share("dunlop2019_sequential", "partial responders, either"),
            share("dunlop2019_sequential", "non-responders, either"),
            why("dunlop2019_sequential", "No arm continued monotherapy"),
        ),
        (
            "those who had not improved after eight weeks caught up once the other tool was added",
            why("schramm2015_cbasp_esc", "had not improved at 8 weeks caught up"),
        ),
        (
            "ended with more remissions ({} %) than both from the outset ({} %), and later (Frank 2000)",
            share("frank2000_sequence", "IPT first"),
            share("frank2000_sequence", "combined from"),
            why("frank2000_sequence", "more remissions than giving both from the outset, though more slowly"),
        ),
        (
            "did as well when it just went on ({} %) as when they were switched to a medicine ({} %",
            share("skarphedinsson2015_nordlots", "continued CBT"),
            share("skarphedinsson2015_nordlots", "sertraline"),
            why("skarphedinsson2015_nordlots", "equally well", against=True),
        ),
        (
            "Only a third took up therapy offered on top of a medicine (Crits-Christoph 2011), and "
            "about {} % declined the addition elsewhere (Dekker 2013)",
            share("dekker2013_sequence", "non-improvers"),
            why("critschristoph2011_gad", "only a third of those offered"),
            why("dekker2013_sequence", "about 40% declined"),
        ),
        (
            "helped moderately ({} of a standard deviation, van Bronswijk 2019); replacing usual "
            "treatment did not show a benefit",
            effect("vanbronswijk2019_trd"),
            why("vanbronswijk2019_trd", "replacing usual treatment with psychotherapy did not show a benefit"),
        ),
        (
            "went with less relapse (Guidi 2021; 17 trials, pooled with and without the medicine kept)",
            why("guidi2021", "with or without keeping the drug, was linked to less relapse", "17"),
        ),
        (
            "In {} countries {} % of people with major depression say they need treatment, {} % of "
            "these get a visit, {} % of these get enough: about one in six in all",
            told("thornicroft2017_gap", r"Across (\d+) countries"),
            share("thornicroft2017_gap", "people with"),
            share("thornicroft2017_gap", "of those", "visit"),
            share("thornicroft2017_gap", "of those treated"),
            why("thornicroft2017_gap", "one in six"),
        ),
        (
            "{} % of newly diagnosed people started anything within 90 days",
            share("waitzfelder2018_initiation", "newly diagnosed", "started any"),
            why("waitzfelder2018_initiation", "within 90 days"),
        ),
        (
            "{} % of counties had no psychiatrist (Andrilla 2018), in another {} %",
            share("andrilla2018_supply", "West North"),
            share("andrilla2018_supply", "New England"),
        ),
        (
            "{} % of adults who screened positive for depression were treated (Olfson 2016). Most of "
            "those treated did not screen positive",
            share("olfson2016_us_treatment", "screen-positive", "any treatment"),
            why("olfson2016_us_treatment", "most people treated for depression did not screen positive"),
        ),
        (
            "psychotherapy among treated Americans fell from {} to {} %, while medication held steady (Marcus 2010;",
            share("marcus_olfson2010_trends", "treated 1998", "psychotherapy"),
            share("marcus_olfson2010_trends", "treated 2007", "psychotherapy"),
            why("marcus_olfson2010_trends", "held steady while psychotherapy fell"),
        ),
        (
            "three in four people, when asked, would rather have psychological treatment",
            why("mchugh2013", "three in four people prefer psychological"),
        ),
        (
            "improve too: by about half a standard deviation (Rutherford 2012; the toy was set to it)",
            why("rutherford2012_waitlist", "about half a standard deviation"),
        ),
        (
            "{} % improved by half in a year, against {} % (Unützer 2002)",
            share("unutzer2002_impact", "IMPACT"),
            share("unutzer2002_impact", "usual care"),
            why("unutzer2002_impact", "Usual care was poor"),
        ),
        (
            "Over {} trials collaborative care did better than routine care for up to two years",
            told("archer2012", r"(\d+) (?:RCTs|trials|randomised)"),
            why("archer2012", "better than routine care", "up to two years"),
        ),
        (
            "one more visit went with {} points less, even on a dummy pill",
            effect("posternak2007_visits", "week 3"),
            why("posternak2007_visits", "even on placebo"),
        ),
        (
            "explained more of the self-rated outcome than the pill did ({} % against {} %; McKay "
            "2006; nine psychiatrists)",
            share("mckay2006_psychiatrist", "psychiatrist, BDI"),
            share("mckay2006_psychiatrist", "medication, BDI"),
            why("mckay2006_psychiatrist", "explained more of the outcome", "9 psychiatrists"),
        ),
        (
            "brief instructions inside medication visits were not enough; a full course added to the "
            "medicine was far better",
            why("pots2_2011", "far better with a full course of CBT added", "were not enough"),
        ),
        (
            "say that one was cheaper; there are no outcomes, and no good trial either way",
            why("goldman1998_split", "cost less", "No clinical outcomes", "No good trial evidence"),
        ),
    ),
    *quotes(
        "14 words",
        (
            "Of people with depression in {} countries, {} % say they need treatment. Of these, {} % "
            "get at least one visit. Of these, {} % get treatment",
            told("thornicroft2017_gap", r"Across (\d+) countries"),
            share("thornicroft2017_gap", "people with", digits=1),
            share("thornicroft2017_gap", "of those", "visit", digits=1),
            share("thornicroft2017_gap", "of those treated", digits=1),
        ),
        (
            "In one trial that had it, going on did as well as switching",
            why("skarphedinsson2015_nordlots", "equally well whether CBT continued or they switched"),
        ),
        (
            "only about a third of those who are offered therapy take it up, as in one trial",
            why("critschristoph2011_gad", "only a third"),
        ),
    ),
    *quotes(
        "14 sheet",
        (
            "adding the other brought remission to {}% of partial responders and {}% of the rest",
            share("dunlop2019_sequential", "partial responders, either"),
            share("dunlop2019_sequential", "non-responders, either"),
            why("dunlop2019_sequential", "After 12 weeks", against=False),
        ),
        (
            "only a third took it up, and an extra benefit was not shown",
            why("critschristoph2011_gad", "no extra benefit", "only a third", against=True),
        ),
    ),
    *quotes(
        "14 words",
        (
            "The best result in every week, and the most expensive",
            toy(
                ELEVEN,
                "Everything now",
                lambda s: (
                    all(
                        responding(s, "both at once", week) >= responding(s, way, week) - 0.5
                        for way in ("medication first", "therapy first", "waiting list")
                        for week in (8, 12, 26, 52)
                    )
                    and s.result.sessions("both") >= s.result.sessions("medication first")
                ),
            ),
        ),
        (
            "About half the sessions. Behind for months, and nearly level after a year",
            toy(
                ELEVEN,
                "Start with one",
                lambda s: (
                    0.4 < s.result.sessions("medication first") / s.result.sessions("both") < 0.68
                    and responding(s, "both at once", 12) - responding(s, "medication first", 12) > 8
                    and responding(s, "both at once", 52) - responding(s, "medication first", 52) < 6
                ),
            ),
        ),
        (
            "therapy from week 12 only for those who have not responded",
            toy(ELEVEN, "Start with one", lambda s: s.values["step"] == 12 and s.values["plan"] == "medication first"),
        ),
        (
            "Most of the second step never happens",
            across(
                ELEVEN,
                "A third accept",
                OPENING,
                lambda few, all_: (
                    few.values["accept"] in range(30, 40)
                    and few.result.sessions("medication first") < 0.5 * all_.result.sessions("medication first")
                ),
            ),
        ),
        (
            "Therapy starts after 26 weeks, and each month one in ten of those who wait gives up",
            toy(ELEVEN, "Waiting list of half a year", lambda s: (s.values["wait"], s.values["lose"]) == (26, 10)),
        ),
        (
            "For half a year the plan is medication alone",
            toy(
                ELEVEN,
                "Waiting list of half a year",
                lambda s: np.allclose(
                    s.table["both at once: responding (%)"][:26],
                    s.table["medication alone: responding (%)"][:26],
                    atol=3,
                ),
            ),
        ),
        (
            "“both at once” and “medication first” become “medication alone”",
            toy(
                ELEVEN,
                "No therapist in the county",
                lambda s: (
                    max(
                        abs(responding(s, way) - responding(s, "medication alone"))
                        for way in ("both at once", "medication first")
                    )
                    < 0.1
                ),
            ),
        ),
        (
            "More and more people respond to it all the same, four of five within the year, a few less than with both",
            across(
                ELEVEN,
                "No therapist in the county",
                OPENING,
                lambda none, all_: (
                    responding(none, "medication alone", 12) + 10
                    < responding(none, "medication alone", 26)
                    < responding(none, "medication alone", 52) - 10
                    and 77 < responding(none, "medication alone", 52) < 83
                    and 3 < responding(all_, "both at once", 52) - responding(none, "medication alone", 52) < 12
                ),
            ),
        ),
        (
            "worth a tenth of a session a week. It adds up over a year",
            across(
                ELEVEN,
                "The visit that listens",
                "No therapist in the county",
                lambda talk, none: (
                    talk.values["talk"] == 0.1
                    and responding(talk, "medication alone") > responding(none, "medication alone") + 2
                ),
            ),
        ),
        (
            "In this toy that costs weeks on the medicine and little else",
            across(
                ELEVEN,
                "Silo",
                "Everything now",
                lambda silo, usual: (
                    silo.values["coordination"] == 0
                    and silo.result.drug_weeks("both") < usual.result.drug_weeks("both") - 5
                ),
            ),
        ),
        (
            "Half the sessions, nearly the same result, some weeks later",
            toy(
                ELEVEN, OPENING, lambda s: responding(s, "both at once", 52) - responding(s, "medication first", 52) < 6
            ),
        ),
        (
            "Nearly: in this toy the ways have nearly run together by the end of the year",
            toy(
                ELEVEN,
                OPENING,
                lambda s: (
                    -1 < responding(s, "both at once", 52) - responding(s, "medication first", 52) < 2.5
                    and responding(s, "both at once", 12) - responding(s, "medication first", 12) > 10
                ),
            ),
        ),
    ),
    *quotes(
        "14",
        (
            "In week 12 both at once is far ahead",
            toy(
                ELEVEN, OPENING, lambda s: responding(s, "both at once", 12) - responding(s, "medication first", 12) > 8
            ),
        ),
        (
            "Medication first needs about half the sessions; therapy first needs about half the weeks on the medicine",
            toy(
                ELEVEN,
                OPENING,
                lambda s: (
                    0.4 < s.result.sessions("medication first") / s.result.sessions("both") < 0.68
                    and 0.3 < s.result.drug_weeks("therapy first") / s.result.drug_weeks("both") < 0.65
                ),
            ),
        ),
        (
            "In the toy only people who have not responded take the step, and fewer of them get well (33 %)",
            toy(
                ELEVEN,
                OPENING,
                lambda s: "once the other was added 48.2 % (toy 32.9" in s.studies_sentence.replace("\u00a0", " "),
            ),
        ),
        (
            "a few more respond here to medication that went on all year than to sixteen sessions of therapy. "
            "In trials it was the other way round: starting with therapy had the better odds of responding and "
            "staying well (Furukawa 2021)",
            why("furukawa2021_sustained", "starting with psychotherapy also beat starting with medication"),
            toy(
                ELEVEN,
                OPENING,
                lambda s: [round(responding(s, f"{way} alone")) for way in ("medication", "therapy")] == [81, 78],
            ),
        ),
        (
            "Without a therapist three of the ways become one",
            toy(
                ELEVEN,
                "No therapist in the county",
                lambda s: abs(responding(s, "both at once") - responding(s, "medication alone")) < 0.1,
            ),
        ),
    ),
    *quotes(
        "14 sheet",
        (
            "Both at once is far ahead in week 12. Read later, and the lead shrinks",
            toy(
                ELEVEN,
                OPENING,
                lambda s: (
                    responding(s, "both at once", 12) - responding(s, "medication first", 12)
                    > 2 * (responding(s, "both at once", 52) - responding(s, "medication first", 52))
                ),
            ),
        ),
        (
            "Starting with one needs about half the sessions",
            toy(
                ELEVEN,
                OPENING,
                lambda s: 0.4 < s.result.sessions("medication first") / s.result.sessions("both") < 0.68,
            ),
        ),
        (
            "A step helps only those who take it up",
            across(
                ELEVEN,
                "A third accept",
                OPENING,
                lambda few, all_: responding(few, "medication first") < responding(all_, "medication first"),
            ),
        ),
    ),
]
