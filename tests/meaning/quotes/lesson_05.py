"""What lesson 05 says of studies and of its toy, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import FOUR
from tests.meaning.quoting import across, effect, quotes, share, told, toy, why

QUOTES = [
    *quotes(
        "05",
        (
            "where trials looked at both, the gain was {} in people with milder and {} in people with "
            "more severe depression",
            effect("driessen2010", "low"),
            effect("driessen2010", "high"),
            why("driessen2010", "larger for high-severity", against=True),
        ),
        (
            "(Driessen 2010, {} studies of outpatients)",
            told("driessen2010", r"(\d+) studies"),
            why("driessen2010", "outpatients"),
        ),
        ("The published pair rests on few studies", why("driessen2010", "rests on few studies")),
        (
            "(Papola 2026, {} trials): effects grew with severity, though not in every analysis",
            told("papola2026_severity", r"(\d+) randomised trials"),
            why("papola2026_severity", "grew with baseline severity", "not confirmed in all", against=True),
        ),
        (
            "{} % responded to medication and {} % to cognitive therapy by week 16",
            share("derubeis2005", "medication", week=16),
            share("derubeis2005", "cognitive", week=16),
        ),
        (
            "At week 8 therapy's lead over the dummy pill was only a trend on the scores, and results "
            "differed between sites",
            why("derubeis2005", "only a trend at 8 weeks", "depended on site", against=True),
        ),
        (
            "severity did not decide which of the two worked better; medication was ahead by a small "
            "{} Hamilton points on average",
            effect("weitz2015", "antidepressant vs CBT", "HAM-D"),
            why(
                "weitz2015",
                "did not decide whether CBT or medication",
                "medication had a very small average edge",
                against=True,
            ),
        ),
        ("In 1,700 people from {} trials", told("weitz2015", r"(\d+) of 24 eligible"), why("weitz2015", "1,700")),
        (
            "the gain from cognitive behavioural therapy was small ({}) and did not depend on severity",
            effect("furukawa2017_cbt_severity"),
            why("furukawa2017_cbt_severity", "small benefit that did not depend on baseline severity"),
        ),
        (
            "People with fewer gloomy attitudes did better with cognitive therapy, and with a medicine too. That "
            "speaks of attitudes, not of being able to think",
            why("sotsky1991", "LOW cognitive dysfunction with CBT and with imipramine", against=True),
        ),
        (
            "Both beat psychotherapy alone clearly in severe recurrent depression, and not in milder",
            why("thase1997", "no better than psychotherapy alone in milder", "clearly better in severe recurrent"),
        ),
        ("People came from different studies. A door predicts this", why("thase1997", "different protocols")),
        (
            "clomipramine made exposure easier to go through with, added a little, and no interaction was shown",
            why("marks1980", "more able to comply with exposure", "added slightly but without interaction"),
        ),
        (
            "no difference was shown between exposure with a dummy pill and exposure with sertraline in veterans",
            why(
                "rauch2019_progress",
                "exposure plus placebo, exposure plus sertraline",
                "no difference between arms",
                against=True,
            ),
        ),
        ("A third of them did not finish", why("rauch2019_progress", "149 of 223 completed")),
        (
            "(▲ Rothbaum 2006, {} outpatients, direction only), exposure added after ten weeks of sertraline brought "
            "more to those who had responded partly",
            told("rothbaum2006", r"(\d+) outpatients"),
            why("rothbaum2006", "only in people who had responded partially", against=False),
        ),
        (
            "Counting errors came to light, the paper was retracted and replaced, and that difference "
            "by severity is no longer supported (Hollon 2014, replaced 2016)",
            why(
                "hollon2014_RETRACTED_REPLACED",
                "retracted and replaced in 2016 because of counting errors",
                "lost significance: severity interaction",
            ),
        ),
        (
            "above all in people with severe depression that was not chronic",
            why("hollon2014_RETRACTED_REPLACED", "located the gain in severe, non-chronic"),
        ),
    ),
    *quotes(
        "05 words",
        (
            "did not show exposure with a medicine to be better than with a dummy pill (▼ Rauch 2019)",
            why("rauch2019_progress", "no difference between arms", against=True),
        ),
    ),
    *quotes(
        "05 sheet",
        (
            "In severe recurrent depression both together were clearly better than therapy alone; in "
            "milder depression they were not",
            why("thase1997", "no better than psychotherapy alone in milder", "clearly better in severe", against=False),
        ),
        (
            "helped outpatients with more severe depression more ({}), not less, than those with milder ({})",
            effect("driessen2010", "high"),
            effect("driessen2010", "low"),
            why("driessen2010", "larger for high-severity", against=True),
        ),
    ),
    *quotes(
        "05 words",
        (
            "Without medication about half of what the sessions teach is lost at the door; medication "
            "opens it a little, and late",
            toy(
                FOUR,
                "At the door",
                lambda s: (
                    35 < s.result.open["therapy"][:12].mean() < 65
                    and 2 < s.result.open["both"][:12].mean() - s.result.open["therapy"][:12].mean() < 25
                ),
            ),
        ),
        (
            "More gets through, and not only with medication: time opens the door too",
            across(
                FOUR,
                "Wait for the door",
                "At the door",
                lambda late, soon: (
                    late.result.open["therapy"][8:20].mean() > soon.result.open["therapy"][:12].mean() + 5
                    and late.result.open["both"][8:20].mean() > soon.result.open["both"][:12].mean() + 5
                ),
            ),
        ),
        (
            "The same six, eight weeks later. People with both now keep far more of them",
            across(
                FOUR,
                "Six sessions, later",
                "Six sessions, at once",
                lambda late, soon: (
                    late.values["start"] - soon.values["start"] == 8
                    and late.last("skill, both (%)") > soon.last("skill, both (%)") + 8
                ),
            ),
        ),
        (
            "therapy teaches everybody alike, however ill. It adds the same share for all, medication "
            "changes nothing about it, and nothing is left",
            toy(
                FOUR,
                "No door (the rival)",
                lambda s: (
                    np.ptp(s.result.on_top("together")) < 0.3
                    and np.allclose(s.table["skill, both (%)"], s.table["skill, therapy (%)"])
                ),
            ),
        ),
        (
            "The toy expects medication to help therapy a little here",
            toy(FOUR, "A body on edge", lambda s: 0 < s.result.adds[28].together - s.result.adds[28].alone < 2),
        ),
        (
            "Counted in points, therapy adds more to medication in people who are more ill, door or no door",
            toy(
                FOUR,
                "Another ruler: points",
                lambda s: s.result.on_top("together")[-1] > s.result.on_top("together")[0],
            ),
        ),
        (
            "The door still takes part of it away",
            toy(FOUR, "Another ruler: points", lambda s: s.result.on_top("alone")[-1] < s.result.no_door(34)),
        ),
        (
            "Without medication it takes so much that the lower curve stops rising",
            toy(
                FOUR,
                "Another ruler: points",
                lambda s: s.result.on_top("alone")[-1] - s.result.on_top("alone")[-2] < 0.1,
            ),
        ),
        (
            "Medication helps therapy most in people who are more ill",
            toy(
                FOUR,
                OPENING,
                lambda s: (lambda gap: gap[-1] > gap[0])(
                    np.subtract(s.result.on_top("together"), s.result.on_top("alone"))
                ),
            ),
        ),
        (
            "And yet the upper curve falls: people who are very ill gain more from the opening, and "
            "still less from therapy",
            toy(FOUR, OPENING, lambda s: s.result.on_top("together")[-1] < s.result.on_top("together")[0]),
        ),
    ),
    *quotes(
        "05",
        (
            "medication helps therapy most where the door is most shut",
            toy(
                FOUR,
                OPENING,
                lambda s: (lambda gap: gap[-1] > gap[0])(
                    np.subtract(s.result.on_top("together"), s.result.on_top("alone"))
                ),
            ),
        ),
        (
            "People who are very ill get most out of the opening, and less out of therapy than anybody else",
            toy(FOUR, OPENING, lambda s: s.result.on_top("together")[-1] == min(s.result.on_top("together"))),
        ),
        (
            "The door also opens without medication",
            toy(FOUR, OPENING, lambda s: s.result.open["therapy"][-1] > s.result.open["therapy"][0]),
        ),
        (
            "Take the door away, and the curves lie flat on one another",
            toy(
                FOUR,
                "No door (the rival)",
                lambda s: np.allclose(s.result.on_top("together"), s.result.on_top("alone"), atol=0.3),
            ),
        ),
        (
            "With a door the toy's line falls. Without one it rises a little",
            toy(
                FOUR,
                OPENING,
                lambda s: (
                    s.result.adds[34].effect < s.result.adds[14].effect
                    and s.result.without_door[34].effect > s.result.without_door[14].effect
                ),
            ),
        ),
    ),
    *quotes(
        "05 sheet",
        (
            "Where burden is heavy the door is shut, and medication helps therapy most there",
            toy(
                FOUR,
                OPENING,
                lambda s: (lambda gap: gap[-1] > gap[0])(
                    np.subtract(s.result.on_top("together"), s.result.on_top("alone"))
                ),
            ),
        ),
        (
            "people who are most ill gain least from therapy: opened wider is not wide open",
            toy(FOUR, OPENING, lambda s: s.result.on_top("together")[-1] == min(s.result.on_top("together"))),
        ),
        (
            "The door also opens without medication, as time lightens the burden",
            toy(FOUR, OPENING, lambda s: s.result.open["therapy"][-1] > s.result.open["therapy"][0]),
        ),
    ),
]
