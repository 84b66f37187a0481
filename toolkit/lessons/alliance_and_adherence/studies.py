"""The studies of lesson 06 beside the toy: who stays, how trust and outcome go together, what programmes did."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, INK, Row, Rows, Style

from ..format import marked, share, size

LOOKS = {
    "medication": ARMS["medication"].called("without a therapist"),
    "both": ARMS["both"].called("with a therapist"),
    "all": Style("all people, or all programmes", INK, "solid", "circle"),
}

OLFSON, DAVE, CHONG = "olfson2006", "dave2012_uk", "chong2011_adherence"

MONTHS = {"3 months": 1, "6 months": 0, "12 months": 2}


def stay(seen):
    """Rows of who stays, the toy's own at the same time beside them; and of which programmes worked."""
    first, helped = "continued beyond 30 days", share(CHONG, "interventions", "significant for adherence")
    eased = share(CHONG, "interventions", "significant for adherence and depression")
    month = {
        "medication": share(OLFSON, "without psychotherapy", first),
        "both": share(OLFSON, "with psychotherapy", first),
    }
    ninety = share(OLFSON, "all starters", "continued beyond 90 days")
    half_year = share(DAVE, "SSRI starters", "discontinued (incl. gaps)", turned=True)

    def toy(week):
        return {arm: float(seen.still(arm, week)) for arm in ("medication", "both")}

    return [
        Row(marked(OLFSON, "past day 30"), month, toy(4)),
        Row(marked(OLFSON, "past day 90"), {"all": ninety}, toy(13)),
        Row(marked(DAVE, "past 26 weeks"), {"all": half_year}, toy(26)),
        Row(marked(CHONG, "programmes that helped staying"), {"all": helped}),
        Row("… that also eased depression", {"all": eased}),
    ]


def together(seen):
    """Rows of how alliance and outcome correlate; Fisher's z turned into r."""
    return [
        Row(marked("fluckiger2018", "therapy"), {"": size(finding("fluckiger2018").effect)}),
        Row(marked("totura2018", "medication"), {"": size(finding("totura2018").effect, np.tanh)}),
        Row("the toy, by fit", toy={"": seen.correlation}),
    ]


def programmes(seen):
    """Rows of programmes that support staying on an antidepressant: odds ratios."""
    found = finding("gonzalezdeleon2022_adherence")
    effects = [found.effect, *found.other_effects]
    rows = [Row(marked(found.id, when), {"": size(effects[place])}) for when, place in MONTHS.items()]
    return [*rows, Row("the toy, week 13, with a therapist", toy={"": seen.odds_ratio})]


def studies_chart(seen):
    return explore.compared(
        Rows("%", (0, 100), stay(seen)),
        Rows("correlation of trust and outcome", (-0.1, 0.5), together(seen), "%{x:.2f}"),
        Rows("odds of staying, times those without", (0.5, 3.0), programmes(seen), "%{x:.2f}"),
        looks=LOOKS,
    )


def studies_sentence(seen):
    """The studies and the toy in words."""
    month, r = stay(seen)[0], [row.published[""][0] for row in together(seen)[:2]]
    (alone, *_), (tied, *_) = month.published.values()
    return (
        f"Past the first month: {alone:.0f} % without and {tied:.0f} % with psychotherapy (Olfson 2006, not randomised); in "
        f"the toy {month.toy['medication']:.0f} % and {month.toy['both']:.0f} %. Alliance and outcome correlate at "
        f"{r[0]:.2f} in therapy and {r[1]:.2f} with medication; in the toy, by fit, at {seen.correlation + 0.0:.2f}. Odds of still "
        f"taking the medicine in week 13, with a therapist over without: {seen.odds_ratio:.2f} in the toy."
    )
