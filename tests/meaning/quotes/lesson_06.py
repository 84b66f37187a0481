"""What lesson 06 says of studies and of its toy, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import FIVE
from tests.meaning.quoting import across, effect, quotes, told, toy, why
from toolkit.model import DUMMY

QUOTES = [
    *quotes(
        "06",
        (
            "Under fluoxetine, adult rats with one weak eye regained sight",
            why("mayavetencourt2008", "let adult amblyopic animals recover vision"),
        ),
        (
            "a learnt fear was lost lastingly only with both, drug and training: neither alone did it",
            why("karpova2011", "only the combination", "neither alone did"),
        ),
        (
            "was open as long as the drug was given and closed as soon as it was stopped",
            why("steinzeig2017", "lasted as long as the drug was given and closed as soon as it was stopped"),
        ),
        (
            "bind to the receptor of a growth factor (Casarotto 2021, cells and rodents; no outcome in people)",
            why("casarotto2021", "bind the BDNF receptor", "No human outcome data"),
        ),
        (
            "fluoxetine {}, dummy pill {} (gain on the eye chart's log scale",
            told("huttunen2018_amblyopia", r"-(0\.167) -"),
            told("huttunen2018_amblyopia", r"\(-(0\.194)\)"),
            why("huttunen2018_amblyopia", "added nothing over placebo", against=True),
        ),
        (
            "by a team with one of the finders of the rat result",
            why("huttunen2018_amblyopia", "a team including the originator"),
        ),
        (
            "six months of fluoxetine was not shown to help people do more: odds ratio {}, where 1 is no difference",
            effect("focus2019_stroke", digits=2),
            why("focus2019_stroke", "did not improve recovery of function", against=True),
        ),
        (
            "helped {} people with a fear of heights",
            told("ressler2004", r"(\d+) "),
            why("ressler2004", "improved fear-of-heights outcomes"),
        ),
        (
            "Nine early trials together gave {}, thirteen gave {}, twenty-one gave {} at the end of treatment",
            effect("mataixcols2017", "DCS vs placebo", "9 trials"),
            effect("mataixcols2017", "DCS vs placebo", "13-study"),
            effect("mataixcols2017", "pre to post", "Cohen"),
            why("mataixcols2017", "small gain to exposure therapy at the end of treatment", against=True),
        ),
        (
            "Half-way ({}) and later ({}) it was less clear",
            effect("mataixcols2017", "mid-treatment"),
            effect("mataixcols2017", "follow-up"),
            why("mataixcols2017", "not clearly at mid-treatment or follow-up"),
        ),
        (
            "taking an antidepressant made no difference to it",
            why("mataixcols2017", "antidepressants did not interact"),
        ),
        (
            "exposure did a little better while it was taken and worse after it was tapered off; what "
            "exposure alone had brought lasted",
            why(
                "marks1993_alprazolam",
                "helped slightly while taken but harmed outcome after the drug was tapered; gains from exposure alone lasted",
                against=True,
            ),
        ),
        (
            "with therapy typically no better than one of them",
            why("hofmann2007_anxiolytics", "typically not better than one treatment alone", against=True),
        ),
        (
            "were tied to the outcome more strongly on a higher dose of citalopram",
            why("chiarotti2017_environment", "higher citalopram dose made outcome depend more on life circumstances"),
        ),
        ("Nobody drew lots for the dose", why("chiarotti2017_environment", "dose was chosen by clinicians")),
        (
            "MDMA with therapy did better than a dummy pill with the same therapy, {}",
            effect("mitchell2023_mdma", digits=2),
            why("mitchell2023_mdma", "more than placebo with the same therapy"),
        ),
    ),
    *quotes(
        "06 words",
        (
            "as in mice (▲ Steinzeig)",
            why("steinzeig2017", "adult mice", "closed as soon as it was stopped", against=False),
        ),
        (
            "Some weeks after it is stopped, therapy alone is ahead (▼ as with alprazolam, Marks 1993)",
            why("marks1993_alprazolam", "harmed outcome after the drug was tapered", against=True),
        ),
        (
            "lasting loss of a learnt fear came only with both, fluoxetine and training (Karpova 2011)",
            why("karpova2011", "only the combination of chronic fluoxetine and extinction training gave lasting loss"),
        ),
        (
            "Yes: {} in 21 trials, small, and less",
            effect("mataixcols2017", "pre to post", "Cohen"),
            why("mataixcols2017", "21"),
        ),
    ),
    *quotes(
        "06 sheet",
        (
            "open as long as fluoxetine was given, and closed when it stopped",
            why("steinzeig2017", "closed as soon as it was stopped", against=False),
        ),
        (
            "training with fluoxetine was not shown to do better than training with a dummy pill",
            why("huttunen2018_amblyopia", "added nothing over placebo", against=True),
        ),
    ),
    *quotes(
        "06 words",
        (
            "Every session falls into weeks on the drug. People with both learn faster; the score at "
            "the end shows only a little of it",
            toy(
                FIVE,
                "Window used",
                lambda s: (
                    s.result.last <= s.result.until
                    and s.result.skill["both"][8] > s.result.skill["therapy"][8] + 5
                    and 0 < s.result.fares[0]["both"] - s.result.fares[0]["just adding"] < 1.5
                ),
            ),
        ),
        (
            "The drug is stopped in week 12, therapy begins in week 16. The window closed with the drug",
            toy(
                FIVE,
                "Window missed",
                lambda s: (s.values["until"], s.values["start"]) == (12, 16) and s.result.speed[16:].mean() < 1.1,
            ),
        ),
        (
            "What is left of “together minus the sum” is next to nothing",
            toy(
                FIVE, "Window missed", lambda s: abs(s.result.fares[0]["both"] - s.result.fares[0]["just adding"]) < 0.1
            ),
        ),
        (
            "A quarter faster instead of twice as fast",
            across(
                FIVE,
                "The toy's own guess",
                OPENING,
                lambda own, opening: (own.values["gain"], opening.values["gain"]) == (25, 100),
            ),
        ),
        (
            "surroundings are harsh: then medication alone ends below the dummy pill",
            toy(
                FIVE,
                "Open in a harsh place",
                lambda s: (
                    s.result.fares[0]["medication"] < 0
                    and s.result.fares[0]["both"] < s.result.fares[0]["therapy"]
                    and s.values["surroundings"] > 0
                ),
            ),
        ),
        (
            "kind surroundings: medication alone seems to work wonders",
            toy(
                FIVE,
                "Open in a kind place",
                lambda s: (
                    s.values["surroundings"] < 0 and s.result.fares[0]["medication"] > s.result.fares[0]["therapy"]
                ),
            ),
        ),
        (
            "In skill the lead is largest half-way and then shrinks: therapy alone catches up. In the score it is small",
            toy(
                FIVE,
                "A booster that fades",
                lambda s: (lambda lead: 2 <= lead.argmax() <= 9 and lead[40] < lead[12] < 0.9 * lead.max())(
                    s.result.skill["both"] - s.result.skill["therapy"]
                ),
            ),
        ),
        (
            "A drug with no effect of its own that only speeds learning",
            toy(
                FIVE,
                "A booster that fades",
                lambda s: s.values["medication"] == 0 and abs(s.result.fares[0]["medication"]) < 0.01,
            ),
        ),
        (
            "it halves what sessions teach. While it is taken, both do best. Some weeks after it is stopped, therapy "
            "alone is ahead",
            toy(
                FIVE,
                "A drug that blunts learning",
                lambda s: (
                    s.values["gain"] == -50
                    and s.at("score, both (points)", 8)
                    == min(s.at(f"score, {arm} (points)", 8) for arm in (DUMMY, "medication", "therapy", "both"))
                    and s.at("score, therapy (points)", 26) < s.at("score, both (points)", 26)
                ),
            ),
        ),
        (
            "medication and therapy together leave people 5.9 points better by week 26 than a dummy pill, if the "
            "two just add",
            toy(FIVE, OPENING, lambda s: round(s.result.fares[0]["just adding"], 1) == 5.9),
        ),
    ),
    *quotes(
        "06",
        (
            "Learning twice as fast does not mean gaining twice as much",
            toy(FIVE, OPENING, lambda s: s.result.fares[0]["both"] < 1.4 * s.result.fares[0]["just adding"]),
        ),
        (
            "With Everything sinks in, the lines for medication and both tilt. Therapy alone and "
            "the dummy pill stay where they are",
            toy(
                FIVE,
                "Open in a harsh place",
                lambda s: (
                    s.result.gains(-5)["medication"] > s.result.gains(5)["medication"] + 3
                    and abs(s.result.gains(-5)["therapy"] - s.result.gains(5)["therapy"]) < 0.1
                ),
            ),
        ),
    ),
    *quotes(
        "06 sheet",
        (
            "Learning twice as fast does not mean gaining twice as much: others catch up",
            toy(FIVE, OPENING, lambda s: s.result.fares[0]["both"] < 1.4 * s.result.fares[0]["just adding"]),
        ),
        (
            "if everything sank in, surroundings would decide what a drug does",
            across(
                FIVE,
                "Open in a kind place",
                "Open in a harsh place",
                lambda kind, harsh: kind.result.fares[0]["medication"] > 0 > harsh.result.fares[0]["medication"],
            ),
        ),
        (
            "A window that nobody uses does nothing",
            toy(
                FIVE, "Window missed", lambda s: abs(s.result.fares[0]["both"] - s.result.fares[0]["just adding"]) < 0.1
            ),
        ),
    ),
]
