"""Who gains, claim by claim: published figures for and against, beside the toy's picked people and the rest."""

import dataclasses

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import axis, dots
from toolkit.model import risk_gain

NOTHING_DRAWN = "no difference (no figure)"


@dataclasses.dataclass(frozen=True)
class Gain:
    """What both treatments gained over one alone, in one trial.

    Args:
        id: finding. whom: the people, in words. both, alone: names of the two arms; none where no figure was read.
        turned: the published share is of a bad outcome. counted: whether the share is one of people.
        instead: what to write where there is nothing to draw.
    """

    id: str
    whom: str
    both: str = ""
    alone: str = ""
    outcome: str | None = None
    turned: bool = False
    counted: bool = True
    instead: str = NOTHING_DRAWN

    @property
    def counter_evidence(self):
        """Whether the finding speaks against the claim."""
        return finding(self.id).counter_evidence

    @property
    def label(self):
        """Whom, by whom; ▲ speaks for the claim, ▼ is counter-evidence."""
        return signed(self.id, self.whom)

    @property
    def gain(self):
        """Percentage points and their 95 % interval (value, low, high); the interval is nan where it is not known."""
        both, alone = (finding(self.id).arm(name, self.outcome) for name in (self.both, self.alone))
        sign = -100 if self.turned else 100
        value = sign * (both.value - alone.value)
        if both.n is None or alone.n is None or not self.counted:
            return value, np.nan, np.nan
        _, *ends = risk_gain(both.value * both.n, both.n, alone.value * alone.n, alone.n)
        return value, *sorted(sign * end for end in ends)

    @property
    def said(self):
        """What stands where no difference can be drawn, with the published ratio where there is one."""
        effect = finding(self.id).effect
        return self.instead.format(effect.value if effect else np.nan)


def signed(id, words):
    """Words, author and year of a finding, with its sign."""
    found = finding(id)
    return f"{'▼' if found.counter_evidence else '▲'} {words} ({found.short})"


GAINS = (
    Gain("keller2000", "chronic", "combined", "nefazodone"),
    Gain("kocsis2009_revamp", "chronic, medication not enough so far"),
    Gain("cobalt2013", "medication not enough so far", "CBT + usual care", "usual care", "response (BDI 50%)"),
    Gain("thase2007_stard_ct", "medication not enough so far"),
    Gain("wang2021_melancholic", "melancholic (“endogenous”)"),
    Gain(
        *("reynolds1999", "over 59, well for 3 years", "nortriptyline + IPT", "nortriptyline + clinic visits"),
        turned=True,
    ),
    Gain(
        "reynolds2006",
        "70 and over, well for 2 years",
        "paroxetine + psychotherapy",
        "paroxetine + clinical management",
        turned=True,
    ),
    Gain("rauch2019_progress", "PTSD, veterans"),
    Gain("safren2010_adhd", "ADHD, adults", "medication + CBT", "medication + relaxation/education", "response (CGI)"),
    Gain("mta1999", "ADHD, children, core symptoms"),
    Gain(
        "miklowitz2007_stepbd",
        "bipolar depression, well in a year",
        "intensive psychotherapy + medication",
        "brief psychoeducation + medication",
    ),
    Gain("scott2006_bipolar", "bipolar, recurrences", instead="hazard ratio {:.2f}, no gain"),
    Gain("foa2005", "OCD, over medication", "ERP + clomipramine", "clomipramine", "response, treated"),
    Gain(
        "foa2005",
        "OCD, over exposure",
        "ERP + clomipramine",
        "exposure + ritual prevention (ERP)",
        "response, treated",
    ),
    Gain(
        "combine2006",
        "alcohol, days without",
        "naltrexone + CBI + medical management",
        "naltrexone + medical management",
        counted=False,
    ),
    Gain("weiss2011_poats", "opioids"),
)
"""Every row of the upper panel, claim by claim."""

EFFECTS = {
    "driessen2010": ("therapy over none, by severity", ""),
    "rabinowitz2016": ("medication, by severity", "no gradient (no figure)"),
    "cuijpers2017_melancholia": ("either tool, melancholic or not", "differences of {:.2f} at most"),
    "arnow2015_subtypes": ("three medicines, by subtype", NOTHING_DRAWN),
    "sotsky1991": ("CBT, by negative thinking", "better with less of it (no figure)"),
}
"""Rows of the lower panel: {finding: (what, words where nothing can be drawn)}."""


def studies_chart(clinic):
    """Above, what both gained over one alone, row by row; below, effects for more and for less of a trait."""
    upper = ["the toy: those you look at", "the toy: those left out", *(row.label for row in GAINS)]
    lower = ["the toy: therapy over nothing", *(signed(id, what) for id, (what, _) in EFFECTS.items())]
    return explore.picture(
        [*gains(clinic, len(upper)), *effects(clinic, len(lower))],
        (axis("gain from both: percentage points", -20, 80, domain=(0, 1)), explore.row_axis(upper, domain=(0.36, 1))),
        (axis("standardised effect", 0, 1.2, domain=(0, 1)), explore.row_axis(lower, domain=(0, 0.26))),
        height=860,
        legend="left",
    )


def gains(clinic, rows):
    """The upper panel: a mark with its interval, or words where nothing can be drawn."""
    heights = np.arange(rows)[::-1]
    toy = {"symbol": "diamond", "colour": "both", "hover": "%{x:.0f} points", "legend": True}
    traces = [
        explore.line([0, 0], [-0.6, rows - 0.4], name="no gain", width=1, dash="dot", hover=None),
        dots([clinic.added_response(clinic.picked)], heights[:1], name="the toy", **toy),
    ]
    if clinic.others.any():
        toy["symbol"], toy["legend"] = "diamond-open", False
        traces.append(dots([clinic.added_response(clinic.others)], heights[1:2], name="the toy, left out", **toy))
    else:
        traces.append(explore.words([0], heights[1:2], ["  nobody is left out"]))
    placed = list(zip(GAINS, heights[2:], strict=True))
    for counter, symbol, name in ((False, "triangle-up", "for the claim"), (True, "triangle-down", "counter-evidence")):
        drawn = [(row.gain, height) for row, height in placed if row.both and row.counter_evidence == counter]
        values, low, high = np.array([gain for gain, _ in drawn]).T
        places = [height for _, height in drawn]
        style = {"symbol": symbol, "error": (low, high), "hover": "%{x:.0f} points", "legend": True}
        traces.append(dots(values, places, name=name, **style))
    said = [(row.said, height) for row, height in placed if not row.both]
    return [*traces, explore.words([0] * len(said), [height for _, height in said], [f"  {text}" for text, _ in said])]


def effects(clinic, rows):
    """The lower panel: filled where there is more of the trait, open where there is less."""
    heights = np.arange(rows)[::-1]
    driessen, melancholia = finding("driessen2010"), finding("cuijpers2017_melancholia")
    more = [(clinic.effect_of_therapy(clinic.picked), heights[0]), (driessen.effect.value, heights[1])]
    less = [(driessen.other_effects[0].value, heights[1])]
    if clinic.others.any():
        less.append((clinic.effect_of_therapy(clinic.others), heights[0]))
    traces = [
        dots(*zip(*marks, strict=True), name=name, symbol=symbol, panel=2, hover="%{x:.2f}", legend=True)
        for marks, name, symbol in ((more, "more of the trait", "circle"), (less, "less of it", "circle-open"))
    ]
    said = [f"  {words}".format(melancholia.effect.value) for _, words in EFFECTS.values()]
    return [*traces, explore.words([0] * len(said), heights[1:], said, panel=2)]


def studies_sentence(clinic):
    """Toy and studies in words."""
    drawn = [row.gain[0] for row in GAINS if row.both]
    against = [row for row in GAINS if row.counter_evidence]
    toy = f"{clinic.added_response(clinic.picked):.0f} points"
    if clinic.others.any():
        toy += f" for those you look at, {clinic.added_response(clinic.others):.0f} for those left out"
    low, high = (f"{end(drawn):.0f}".replace("-", "−") for end in (min, max))
    return (
        f"{len(GAINS)} comparisons, {len(against)} of them counter-evidence. In the {len(drawn)} with a figure, both gained "
        f"from {low} to {high} percentage points over one alone; in the other {len(GAINS) - len(drawn)} there was no gain. "
        f"The toy, both over medication: {toy}."
    )
