"""What studies found after treatment ended, beside the toy."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import INK, Row, Rows, Style

from ..format import marked, share, size
from ..stopping_trials import ENDINGS, TRIALS

SHOWN = ("hollon2005", "lewis2021_antler", "bockting2018_drd", "reynolds1999", "reynolds2006")

WORDS_FOR = {"hollon2005": "1 year", "lewis2021_antler": "1 year", "bockting2018_drd": "2 years"}
WORDS_FOR |= {"reynolds1999": "over 59, 3 years", "reynolds2006": "70 and over, 2 years"}

NOT_NAMED = Style("not named", INK, "solid", "circle")

LOOKS = {**ENDINGS, "unnamed": NOT_NAMED, "unnamed too": NOT_NAMED}

MORE = (
    ("geddes2003", "31 trials", {"stopped": ("switched to placebo",), "kept": ("continued antidepressant",)}),
    (
        *("paykel1999_relapse", "68 weeks"),
        {
            "kept": ("drug + clinical management", None, 68),
            "both kept": ("CBT + drug + clinical management", None, 68),
        },
    ),
    (
        *("fava1998", "40 people, 2 years"),
        {"stopped": ("clinical management, drug tapered",), "tapered": ("CBT of residual symptoms, drug tapered",)},
    ),
)
"""Trials that the toy does not live: finding, what about, {ending: arm}."""


def published():
    """Rows of who relapsed, in percent."""
    lived = [Row(marked(id, WORDS_FOR[id]), TRIALS[id].relapsed) for id in SHOWN]
    more = [Row(marked(id, what), {name: share(id, *arm) for name, arm in arms.items()}) for id, what, arms in MORE]
    kuyken = finding("kuyken2015_prevent")
    arms = dict(zip(("unnamed", "unnamed too"), (share(kuyken.id, arm.name) for arm in kuyken.arms), strict=False))
    return [*lived, *more, Row(marked(kuyken.id, "2 years, arms not named"), arms)]


def ratios():
    """Rows of the hazard of relapse, kept over stopped; ANTLER printed its reverse."""
    phase2 = finding("derubeis2020_phase2")
    found = {effect.comparison.split(", ")[1]: effect for effect in (phase2.effect, *phase2.other_effects) if effect}
    antler = size(finding("lewis2021_antler").effect, lambda ratio: 1 / ratio)
    return [
        Row(marked("lewis2021_antler", "long-term users"), {"": antler}),
        Row(marked(phase2.id, "after medication"), {"": size(found["after drug alone"])}),
        Row(marked(phase2.id, "after both"), {"": size(found["after combined treatment"])}),
    ]


def studies_chart(seen):
    toy = Row("the toy, as set above", {name: (share, np.nan, np.nan) for name, share in seen.shares.items()})
    own = [
        Row(f"the toy: {ENDINGS[kept].label} ÷ {ENDINGS[stopped].label}", toy={"": ratio.value})
        for (kept, stopped), ratio in seen.ratios.items()
    ]
    hazards = [*ratios(), *own]
    return explore.compared(
        Rows("% relapsed", (0, 100), [toy, *published()]),
        Rows("hazard ratio, kept ÷ stopped", (0, 1.2), hazards, "%{x:.2f}", none=(1, "no difference")),
        looks=LOOKS,
    )


def studies_sentence(seen):
    """The studies and the toy in words."""
    toy = ", ".join(f"{ENDINGS[name].label} {share:.0f} %" for name, share in seen.shares.items())
    said = "; ".join(f"{row.label} {row.published[''][0]:.2f}" for row in ratios())
    return f"Relapsed in the toy, as set above: {toy}. Hazard of relapse, medicine kept over stopped: {said}."
