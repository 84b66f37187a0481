"""What lesson 10 says of studies and of its toy, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import SEVEN, falls_last, relapsed
from tests.meaning.quoting import across, effect, people, quotes, share, told, toy, why
from toolkit.model import parameters

FOUR_OVER_59 = ("nortriptyline + IPT", "nortriptyline + clinic", "IPT + placebo", "placebo + clinic")

QUOTES = [
    *quotes(
        "10",
        (
            "After therapy {} % relapsed within a year, after a stopped medicine {} %, on a kept one {} %",
            *(share("hollon2005", arm) for arm in ("prior CT", "withdrawn to placebo", "continued")),
        ),
        (
            "Over eight studies, people who had finished therapy had {} times the odds of staying well "
            "of those who had stopped a medicine",
            effect("cuijpers2013_enduring", digits=1),
            why("cuijpers2013_enduring", "8 studies", "less likely to relapse than people who stopped medication"),
        ),
        (
            "{} against {} % over {} trials (Geddes 2003)",
            share("geddes2003", "continued"),
            share("geddes2003", "switched"),
            told("geddes2003", r"(\d+) (?:randomised )?(?:trials|RCTs)"),
        ),
        ("Keeping the medicine protects", why("geddes2003", "cut relapse", against=False)),
        (
            "{} against {} % among long-term users (ANTLER, Lewis 2021)",
            share("lewis2021_antler", "maintenance"),
            share("lewis2021_antler", "discontinuation"),
        ),
        (
            "in ANTLER {} % of those who stopped did not relapse",
            share("lewis2021_antler", "discontinuation", turned=True),
        ),
        (
            "looked best about a year on in a large network of trials (Furukawa 2021)",
            why("furukawa2021_sustained", "Starting with combined treatment gave the best odds"),
        ),
        (
            "Therapy added to a kept medicine lowered relapse (Paykel 1999, Bockting 2018)",
            why("paykel1999_relapse", "cut relapse"),
            why("bockting2018_drd", "cut relapse clearly"),
        ),
        (
            "lowered relapse by about 15 % (risk ratio {}, 11 trials); therapy while tapering was "
            "neither better nor worse than staying on ({}; Breedvelt 2020)",
            effect("breedvelt2020", "intervention + antidepressant"),
            effect("breedvelt2020", "while tapering"),
            why("breedvelt2020", "by about 15%", "neither better nor worse than the drug alone", "11"),
        ),
        (
            "In Fava 1998 the difference was huge, with {} people on each side",
            people("fava1998", "CBT of residual"),
            why("fava1998", "from 80% to 25%"),
        ),
        (
            "both did better than medication alone (odds of a good outcome {}) and no differently from "
            "therapy alone (Karyotaki 2016)",
            effect("karyotaki2016", "acute"),
            why(
                "karyotaki2016",
                "beat antidepressant alone by a wide margin, but did not differ from psychotherapy alone",
                against=True,
            ),
        ),
        (
            "A year or more after all treatment had ended it was the same (19 trials, 2024)",
            why("front2024_enduring", "better than medication but not better than psychotherapy", "19"),
        ),
        (
            "In panic disorder therapy held up best once treatment had stopped (Barlow 2000, thin data)",
            why("barlow2000_panic", "CBT held up best once treatment stopped", against=True),
        ),
        (
            "{} % had recovered a year later with therapy alone, {} % with both (Nordahl 2016)",
            share("nordahl2016_sad", "cognitive therapy"),
            share("nordahl2016_sad", "cognitive therapy + paroxetine"),
            why("nordahl2016_sad", "cognitive therapy alone left more people recovered", against=True),
        ),
        (
            "keeping it halved the hazard of recurrence, alike with and without earlier therapy, and "
            "earlier therapy left no protection that could be seen",
            why(
                "derubeis2020_phase2",
                "roughly halved recurrence whether or not CBT had been given",
                "left no detectable protection",
                against=True,
            ),
        ),
        (
            "both kept up did best, but over medication alone it was only a trend (P = .06; Reynolds 1999)",
            why("reynolds1999", "lowest with nortriptyline plus monthly interpersonal therapy", "P = .06"),
        ),
        (
            "in people of 70 and over (Reynolds 2006) a benefit was not shown, {} against {} % with {} and {} people",
            share("reynolds2006", "paroxetine + psychotherapy"),
            share("reynolds2006", "paroxetine + clinical management"),
            people("reynolds2006", "paroxetine + psychotherapy"),
            people("reynolds2006", "paroxetine + clinical management"),
            why("reynolds2006", "added nothing", "70 and older", against=True),
        ),
        ("in people over 59 both kept up did best", why("reynolds1999", "over-59s")),
        (
            "nor was it in a small trial of {} (Petersen 2007)",
            told("petersen2007_cbt_relapse", r"(\d+) people"),
            why("petersen2007_cbt_relapse", "did not significantly lower recurrence", against=True),
        ),
        (
            "was gone three and a half years after therapy had ended (Paykel 2005)",
            why("paykel2005_decay", "fully gone only about three and a half years after therapy"),
        ),
        (
            "was not shown to be better than staying on; a little under half relapsed either way (Kuyken 2015)",
            why(
                "kuyken2015_prevent",
                "not superior to maintenance antidepressants: slightly under half relapsed in both",
                against=True,
            ),
        ),
        (
            "{} % had at least one symptom after stopping an antidepressant, {} % after stopping a dummy pill",
            share("henssler2024_withdrawal", "stopping antidepressant", "any"),
            share("henssler2024_withdrawal", "stopping placebo", "any"),
        ),
        (
            "those who gave the credit to the tablets later lost more (Başoğlu 1994). A small study of "
            "a calming drug, not of an antidepressant",
            why(
                "basoglu1994_attribution",
                "credited the pill",
                "lost more of their gains",
                "benzodiazepine",
                against=True,
            ),
        ),
        (
            "where {}, {}, {} and {} % were published",
            *(share("reynolds1999", arm) for arm in FOUR_OVER_59[::-1][:1]),
            share("reynolds1999", FOUR_OVER_59[1]),
            share("reynolds1999", FOUR_OVER_59[2]),
            share("reynolds1999", FOUR_OVER_59[0]),
        ),
        (
            "In DeRubeis 2020 earlier therapy left nothing to be seen",
            why("derubeis2020_phase2", "left no detectable protection"),
        ),
    ),
    *quotes(
        "10 words",
        ("Close to what the trial found: {} %", share("hollon2005", "prior CT")),
        (
            "and {} % among those who went on taking their medicine. With about 35 people in each group that "
            "difference could be chance (P = .20)",
            share("hollon2005", "continued"),
            why("hollon2005", "no more than patients who kept taking it", "CT vs continuation P=.20", "104 responders"),
        ),
        (
            "after medicine was swapped for dummy pills: {} %, so about one in four stayed well",
            share("hollon2005", "withdrawn to placebo"),
            why("hollon2005", "relapsed far less"),
        ),
        (
            "In ANTLER {} % were still well on the medicine and {} % without",
            share("lewis2021_antler", "maintenance", turned=True),
            share("lewis2021_antler", "discontinuation", turned=True),
        ),
        (
            "Here the trial did not show that going on with therapy helped (35 % fell ill again with both, 37 % "
            "on the medicine alone)",
            why("reynolds2006", "added nothing", against=True),
        ),
    ),
    *quotes(
        "10 sheet",
        (
            "After therapy fewer relapsed within a year than after a stopped medicine; a difference from a kept "
            "one was not shown",
            why("hollon2005", "relapsed far less", "no more than patients who kept taking it", against=False),
        ),
        (
            "it was staying on the medicine that protected; earlier therapy left nothing that could be seen",
            why("derubeis2020_phase2", "no detectable protection", against=True),
        ),
    ),
    *quotes(
        "10 words",
        (
            "People who were well after 16 weeks, then a year of watching",
            toy(SEVEN, "The famous trial", lambda s: (s.result.trial.well, s.result.trial.follow) == (16, 52)),
        ),
        (
            "The marks at the right edge are what was published, about 35 people in each group; the toy was "
            "not fitted to them. After therapy it meets them; after stopping, and on a medicine that is kept, fewer "
            "relapse here than in the trial",
            toy(
                SEVEN,
                "The famous trial",
                lambda s: (
                    abs(relapsed(s)["therapy"] - s.result.trial.relapsed["therapy"][0]) < 4
                    and all(relapsed(s)[name] < s.result.trial.relapsed[name][0] - 10 for name in ("stopped", "kept"))
                    and "hollon2005" not in {about["source"] for about in parameters().values()}
                ),
            ),
        ),
        (
            "what was learnt is forgotten ten times as fast",
            toy(SEVEN, "Skills that fade", lambda s: s.values["forgetting"] == 10),
        ),
        (
            "What lasts is what decays slowly",
            across(
                SEVEN,
                "Skills that fade",
                "The famous trial",
                lambda fast, slow: relapsed(fast)["therapy"] > relapsed(slow)["therapy"] + 10,
            ),
        ),
        (
            "two valleys. The medicine carried people over the ridge, and now it can go. The opposite prediction",
            across(
                SEVEN,
                "A tipping point",
                "The famous trial",
                lambda tip, one: relapsed(tip)["stopped"] < 15 < 50 < relapsed(one)["stopped"],
            ),
        ),
        (
            "Equal steps of occupancy, four weeks each, and a body that feels withdrawal. Relapse comes later",
            across(
                SEVEN,
                "Step by step down",
                "The famous trial",
                lambda slow, once: (
                    (slow.values["way"], slow.values["step_weeks"]) == ("hyperbolic", 4)
                    and slow.at("stopped (% well)", 16) > once.at("stopped (% well)", 16) + 5
                    and relapsed(slow)["stopped"] > 0.7 * relapsed(once)["stopped"]
                ),
            ),
        ),
        (
            "The ratio and the level after stopping come near, as they should: the toy was fitted to both. On a kept "
            "medicine fewer relapse here than in the trial",
            toy(
                SEVEN,
                "Long-term users",
                lambda s: (
                    abs(relapsed(s)["stopped"] - s.result.trial.relapsed["stopped"][0]) < 7
                    and relapsed(s)["kept"] < s.result.trial.relapsed["kept"][0] - 4
                    and "lewis2021_antler" in {about["source"] for about in parameters().values()}
                    and 1 / 2.70 < s.result.ratios["kept", "stopped"].value < 1 / 1.56
                ),
            ),
        ),
        (
            "The order fits; the toy protects those too well who dropped both, and those too little who kept both",
            toy(
                SEVEN,
                "Over 59",
                lambda s: (
                    relapsed(s)["both ended"] < s.result.trial.relapsed["both ended"][0]
                    and relapsed(s)["both kept"] > s.result.trial.relapsed["both kept"][0]
                    and sorted(relapsed(s), key=relapsed(s).get)
                    == sorted(relapsed(s), key=lambda name: s.result.trial.relapsed[name][0])
                ),
            ),
        ),
        (
            "All got well with both; then each of the two was kept or dropped, for three years",
            toy(SEVEN, "Over 59", lambda s: s.result.trial.follow == 156),
        ),
        (
            "After some 20 weeks three in four are still well; among those who stay on it takes about twice as long",
            toy(
                SEVEN,
                OPENING,
                lambda s: (
                    s.at("stopped (% well)", 19) > 75 >= s.at("stopped (% well)", 20)
                    and s.at("kept on (% well)", 37) > 75 >= s.at("kept on (% well)", 43)
                ),
            ),
        ),
    ),
    *quotes(
        "10",
        (
            "the curve of those who stopped falls faster in the first half year than in the second",
            toy(
                SEVEN,
                OPENING,
                lambda s: (
                    100 - s.at("stopped (% well)", 26)
                    > 1.5 * (s.at("stopped (% well)", 26) - s.at("stopped (% well)", 52))
                ),
            ),
        ),
        (
            "Equal steps of dose end in a cliff: nearly all of the fall in occupancy comes in the last "
            "steps. Equal steps of occupancy have none",
            toy(SEVEN, OPENING, lambda s: falls_last()),
        ),
        (
            "In Hollon's people, who had been moderately to severely ill, more relapsed than in the toy: after stopping {} % "
            "(here 51 %), on a kept medicine {} % (here 30 %). After therapy the trial and the toy agree",
            share("hollon2005", "withdrawn to placebo"),
            share("hollon2005", "continued"),
            why("hollon2005", "moderate to severe"),
        ),
        (
            "Therapy that has ended protects here as well as a medicine that is kept",
            toy(SEVEN, OPENING, lambda s: abs(relapsed(s)["therapy"] - relapsed(s)["kept"]) < 4),
        ),
        (
            "in DeRubeis 2020, where both had been given, it was not seen",
            why("derubeis2020_phase2", "left no detectable protection"),
        ),
    ),
    *quotes(
        "10 sheet",
        (
            "The curve of those who stopped falls faster in the first half year than in the second",
            toy(
                SEVEN,
                OPENING,
                lambda s: (
                    100 - s.at("stopped (% well)", 26)
                    > 1.5 * (s.at("stopped (% well)", 26) - s.at("stopped (% well)", 52))
                ),
            ),
        ),
        (
            "The numbers under the curves shrink; on the right a curve rests on few people",
            toy(SEVEN, OPENING, lambda s: s.last("stopped (followed)") < s.at("stopped (followed)", 0)),
        ),
        (
            "What was learnt protects only as long as it is remembered",
            across(
                SEVEN,
                "Skills that fade",
                "The famous trial",
                lambda fast, slow: relapsed(fast)["therapy"] > relapsed(slow)["therapy"] + 10,
            ),
        ),
    ),
    *quotes(
        "10",
        (
            "(Reynolds 2006) a benefit was not shown, {} against {} % with {} and {} people",
            share("reynolds2006", "paroxetine + psychotherapy"),
            share("reynolds2006", "paroxetine + clinical"),
            people("reynolds2006", "paroxetine + psychotherapy"),
            people("reynolds2006", "paroxetine + clinical"),
        ),
    ),
]
