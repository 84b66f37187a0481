"""What lesson 03 says of studies and of its toy, and what holds it."""

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes.reading import TWO, gain
from tests.meaning.quoting import across, effect, people, quotes, share, told, toy, why
from toolkit.model import DUMMY

QUOTES = [
    *quotes(
        "03",
        (
            "CAMS (Walkup 2008, top): less than the sum in percentage points, more than the sum by independence",
            why("walkup2008_cams", "sub-additive", ".762"),
        ),
        (
            "phenelzine with group therapy (Blanco 2010) looks like the sum or more",
            why("blanco2010_sad", "higher response and remission than either alone"),
        ),
        (
            "fluoxetine with group therapy (Davidson 2004) gave hardly more than either",
            why("davidson2004_socialphobia", "combining gave nothing extra", against=True),
        ),
        (
            "paroxetine with cognitive therapy (Nordahl 2016) left fewer recovered a year later than "
            "cognitive therapy alone",
            why("nordahl2016_sad", "cognitive therapy alone left more people recovered a year later", against=True),
        ),
        (
            "The same group found a large gain from both (Reynolds 1999; over medication alone it was "
            "only a trend, P = .06) and, in older people, none from therapy",
            why("reynolds1999", "only showed a trend over nortriptyline alone (P = .06)"),
            why("reynolds2006", "interpersonal therapy added nothing", against=True),
        ),
        (
            "both together were not shown to do better than either. Here the number is a share of days",
            why("combine2006", "together was no better than either", "percent days", against=True),
        ),
        (
            "yet it cannot be told from adding up: small arms",
            why("blanco2010_sad", "not distinguishable from additive", "Small arms"),
        ),
        (
            "Keller 2000, famous for {}, {} and {} %",
            *(share("keller2000", arm) for arm in ("nefazodone", "CBASP psychotherapy", "combined")),
        ),
        ("It had no arm with neither", why("keller2000", "No placebo arm")),
        ("a further standardised gain of {} (Cuijpers 2014", effect("cuijpers2014_adding")),
        (
            "both raised the chance of response by about a quarter over either alone (ratios {} over "
            "medication, {} over therapy; Cuijpers 2020)",
            effect("cuijpers2020_nma", "combined vs pharmacotherapy alone", "response"),
            effect("cuijpers2020_nma", "combined vs psychotherapy alone", "response"),
            why("cuijpers2020_nma", "roughly a quarter over either"),
        ),
        ("In a network of {} studies", told("cuijpers2020_nma", r"(\d+) (?:studies|trials|RCTs)")),
        (
            "the gain was {} at the end of treatment and gone at follow-up",
            effect("cuijpers2009_vs_psychotherapy"),
            why("cuijpers2009_vs_psychotherapy", "gone at follow-up", against=True),
        ),
    ),
    *quotes(
        "03 words",
        (
            "as in a famous trial (Keller 2000: {}, {} and {} %)",
            *(share("keller2000", arm) for arm in ("nefazodone", "CBASP psychotherapy", "combined")),
        ),
        (
            "come near CAMS (Walkup 2008: {}, {} and {} %)",
            *(share("walkup2008_cams", arm) for arm in ("placebo", "sertraline", "CBT")),
        ),
        ("gives more for both than the {} % that were seen", share("walkup2008_cams", "sertraline + CBT")),
        (
            "In a trial {} % got well enough with a dummy pill, {} % with medication, {} % with therapy",
            *(share("walkup2008_cams", arm) for arm in ("placebo", "sertraline", "CBT")),
        ),
        (
            "reports response in {} % with medication, {} % with therapy and {} % with both",
            *(share("keller2000", arm) for arm in ("nefazodone", "CBASP psychotherapy", "combined")),
        ),
        ("In CAMS (Walkup 2008) {} % responded to both", share("walkup2008_cams", "sertraline + CBT")),
        (
            "There, just adding would give 91 %, so {} % is less",
            share("walkup2008_cams", "sertraline + CBT"),
            why("walkup2008_cams", ".909"),
        ),
        (
            "Yes: it expects 76 %. On the other two scales the same {} % is less",
            share("walkup2008_cams", "sertraline + CBT"),
            why("walkup2008_cams", ".762"),
        ),
        ("just adding would give 85 %, so {} % is less", share("walkup2008_cams", "sertraline + CBT")),
    ),
    *quotes(
        "03 sheet",
        (
            "phenelzine with group therapy did better than either alone",
            why("blanco2010_sad", "higher response and remission than either alone", against=False),
        ),
        (
            "fluoxetine with group therapy gave hardly more than either alone",
            why("davidson2004_socialphobia", "gave nothing extra", against=True),
        ),
    ),
    *quotes(
        "03 words",
        (
            "The scores add to the last decimal; the percentages need not",
            toy(
                TWO,
                "Exactly additive",
                lambda s: np.allclose(s.table["both (points)"], s.table["just adding (points)"]),
            ),
        ),
        (
            "The dotted line lies on both",
            toy(
                TWO,
                "Four lives of one person",
                lambda s: np.allclose(s.table["both (points)"], s.table["just adding (points)"]),
            ),
        ),
        (
            "three correct sums: just as seen by percentage points, synergy by independence, antagonism by log-odds",
            toy(
                TWO,
                "One trial, three verdicts",
                lambda s: (
                    "percentage points (just as seen)" in s.sentence
                    and "independence (seen: more, synergy)" in s.sentence
                    and "log-odds (seen: less, antagonism)" in s.sentence
                ),
            ),
        ),
        (
            "Three arms: about half, half and seven in ten",
            toy(
                TWO,
                "Looks like synergy, is not",
                lambda s: (
                    all(
                        abs(s.result.shares[arm] - share) < 7
                        for arm, share in (("medication", 50), ("therapy", 50), ("both", 70))
                    )
                    and not s.values["dummy_arm"]
                ),
            ),
        ),
        (
            "three in four respond to the dummy pill already",
            toy(
                TWO,
                "A ceiling eats the sum",
                lambda s: abs(s.result.shares[DUMMY] - 75) < 5 and s.values["yardstick"] < 40,
            ),
        ),
        (
            "In percentage points it looks like antagonism",
            toy(TWO, "A ceiling eats the sum", lambda s: "percentage points (seen: less, antagonism)" in s.sentence),
        ),
        (
            "only a harder goal. In percentage points it now looks like synergy",
            toy(
                TWO,
                "A strict yardstick",
                lambda s: "percentage points (seen: more, synergy)" in s.sentence and s.values["yardstick"] > 60,
            ),
        ),
        (
            "The drug now opens the door and speeds learning. That is a real interaction. Look how "
            "small it is beside the benefit",
            toy(
                TWO,
                "A real interaction, small",
                lambda s: (
                    0 < s.result.together_minus_sum < 0.15 * gain(s, "both") and s.values["interaction"] == "both"
                ),
            ),
        ),
        (
            "the dummy pill and each alone come near CAMS",
            toy(
                TWO,
                "Like the CAMS trial",
                lambda s: all(
                    abs(s.result.shares[arm] - share) < 5
                    for arm, share in ((DUMMY, 24), ("medication", 55), ("therapy", 60))
                ),
            ),
        ),
        (
            "The toy then gives more for both than the 81 %",
            toy(TWO, "Like the CAMS trial", lambda s: s.result.shares["both"] > 81),
        ),
        (
            "synergy, no synergy, antagonism. All correct",
            toy(TWO, "One trial, three verdicts", lambda s: "synergy" in s.sentence and "antagonism" in s.sentence),
        ),
    ),
    *quotes(
        "03",
        (
            "both and just adding are the same line. The score adds up exactly",
            toy(TWO, OPENING, lambda s: np.allclose(s.table["both (points)"], s.table["just adding (points)"])),
        ),
        (
            "With Like the CAMS trial, the toy gives more for both than was seen",
            toy(TWO, "Like the CAMS trial", lambda s: s.result.shares["both"] > 81),
        ),
    ),
    *quotes(
        "03 sheet",
        (
            "both and just adding are one line",
            toy(TWO, OPENING, lambda s: np.allclose(s.table["both (points)"], s.table["just adding (points)"])),
        ),
        (
            "three correct sums, three answers",
            toy(
                TWO,
                "One trial, three verdicts",
                lambda s: len({"just as seen" in part for part in s.sentence.split("% by")}) == 2,
            ),
        ),
        (
            "Move only the yardstick, and synergy turns into antagonism",
            across(
                TWO,
                "A strict yardstick",
                "A ceiling eats the sum",
                lambda strict, mild: (
                    "points (seen: more, synergy)" in strict.sentence
                    and "points (seen: less, antagonism)" in mild.sentence
                ),
            ),
        ),
    ),
    *quotes(
        "03",
        (
            "{} % fell ill again with both, {} % with medication alone. That is 2 points, and with {} and {} people",
            share("reynolds2006", "paroxetine + psychotherapy"),
            share("reynolds2006", "paroxetine + clinical"),
            people("reynolds2006", "paroxetine + psychotherapy"),
            people("reynolds2006", "paroxetine + clinical"),
        ),
    ),
]
