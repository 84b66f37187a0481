"""Who gains, claim by claim: published figures for and against, beside the toy's picked people and the rest."""

import dataclasses

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import axis, dots
from toolkit.model import risk_gain

NOT_READ = "no difference (no figure to draw)"


@dataclasses.dataclass(frozen=True)
class Added:
    """What adding therapy to medication changed, in one trial.

    Args:
        id: finding. whom: the people, in words. both, medication: names of the two arms; none where no figure was read.
        turned: the published share is of a bad outcome. instead: what to write where there is nothing to draw.
    """

    id: str
    whom: str
    both: str = ""
    medication: str = ""
    outcome: str | None = None
    weeks: float | None = None
    turned: bool = False
    instead: str = NOT_READ

    @property
    def label(self):
        """Whom, by whom; ▲ speaks for the claim, ▼ is counter-evidence."""
        found = finding(self.id)
        return f"{'▼' if found.counter_evidence else '▲'} {self.whom} ({found.short})"

    @property
    def gain(self):
        """Percentage points and their 95 % interval (value, low, high), nan where not known."""
        if not self.both:
            return np.nan, np.nan, np.nan
        both, medication = (
            finding(self.id).arm(name, self.outcome, self.weeks) for name in (self.both, self.medication)
        )
        sign = -100 if self.turned else 100
        value = sign * (both.value - medication.value)
        if (
            both.n is None or medication.n is None or self.id == "combine2006"
        ):  # there, a share of days: no people to count
            return value, np.nan, np.nan
        _, *ends = risk_gain(both.value * both.n, both.n, medication.value * medication.n, medication.n)
        return value, *sorted(sign * end for end in ends)


ADDED = (
    Added("keller2000", "chronic", "combined", "nefazodone"),
    Added("kocsis2009_revamp", "chronic, medication had not been enough"),
    Added("cobalt2013", "medication had not been enough", "CBT + usual care", "usual care", "response (BDI 50%)"),
    Added("thase2007_stard_ct", "medication had not been enough"),
    Added(
        "reynolds1999",
        "over 59, staying well 3 years",
        "nortriptyline + IPT",
        "nortriptyline + clinic visits",
        turned=True,
    ),
    Added(
        "reynolds2006",
        "70 and over, staying well 2 years",
        "paroxetine + psychotherapy",
        "paroxetine + clinical management",
        turned=True,
    ),
    Added("wang2021_melancholic", "melancholic (“endogenous”)"),
    Added("rauch2019_progress", "PTSD, veterans"),
    Added(
        "safren2010_adhd",
        "ADHD, adults",
        "medication + CBT",
        "medication + relaxation/education",
        "response (CGI)",
    ),
    Added("mta1999", "ADHD, children, core symptoms"),
    Added(
        "miklowitz2007_stepbd",
        "bipolar depression, a year",
        "intensive psychotherapy + medication",
        "brief psychoeducation + medication",
    ),
    Added("scott2006_bipolar", "bipolar, recurrences", instead="no fewer (hazard ratio {:.2f})"),
    Added("foa2005", "OCD, adults", "ERP + clomipramine", "clomipramine", "response, treated"),
    Added(
        "combine2006",
        "alcohol, days without",
        "naltrexone + CBI + medical management",
        "naltrexone + medical management",
    ),
    Added("weiss2011_poats", "opioids"),
)
"""Every row of the left panel, claim by claim."""

EFFECTS = (
    ("driessen2010", "therapy, by severity"),
    ("rabinowitz2016", "medication, by severity"),
    ("cuijpers2017_melancholia", "CBT against medication, melancholic or not"),
    ("arnow2015_subtypes", "three medicines, by subtype"),
    ("sotsky1991", "CBT, by negative thinking"),
)
SAYS = {
    "rabinowitz2016": "no gradient (no figure to draw)",
    "arnow2015_subtypes": NOT_READ,
    "sotsky1991": "the reverse of the claim",
}


def studies_chart(clinic):
    """Left, what therapy added to medication, row by row; right, effects for more and less of a trait."""
    left = [*toy_rows(clinic), *(row.label for row in ADDED)]
    right = ["the toy: therapy over nothing", *(effect_label(*row) for row in EFFECTS)]
    across = (
        axis("added by therapy: percentage points with a good outcome", -20, 60),
        axis("standardised effect", 0, 1.2),
    )
    made = explore.picture(
        [*added(clinic, len(left)), *effects(clinic, len(right))],
        (across[0], explore.row_axis(left)),
        (across[1], explore.row_axis(right)),
        widths=(9, 7, 6),
        height=620,
    )
    made["layout"]["legend"] = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0}
    return made


def toy_rows(clinic):
    """Labels of the toy's own rows."""
    return ["the toy: those you look at", "the toy: those left out"]


def effect_label(id, what):
    found = finding(id)
    return f"{'▼' if found.counter_evidence else '▲'} {what} ({found.short})"


def added(clinic, rows):
    """The left panel: a mark with its interval, or words where nothing can be drawn."""
    heights = np.arange(rows)[::-1]
    traces = [explore.line([0, 0], [-0.6, rows - 0.4], name="no gain", width=1, dash="dot", hover=None)]
    traces.append(
        dots(
            [clinic.added_response(clinic.picked)],
            heights[:1],
            name="the toy, those you look at",
            colour="both",
            symbol="diamond",
            hover="%{x:.0f} points",
            legend=True,
        )
    )
    if clinic.others.any():
        gain = clinic.added_response(clinic.others)
        traces.append(
            dots(
                [gain],
                heights[1:2],
                name="the toy, those left out",
                colour="both",
                symbol="diamond-open",
                hover="%{x:.0f} points",
                legend=True,
            )
        )
    else:
        traces.append(explore.words([0], heights[1:2], ["  nobody is left out"]))
    for counter, symbol, name in (
        (False, "triangle-up", "▲ speaks for adding therapy"),
        (True, "triangle-down", "▼ counter-evidence"),
    ):
        drawn = [
            (row.gain, height)
            for row, height in zip(ADDED, heights[2:], strict=True)
            if row.both and finding(row.id).counter_evidence == counter
        ]
        values, low, high = np.array([gain for gain, _ in drawn]).T
        traces.append(
            dots(
                values,
                [height for _, height in drawn],
                name=name,
                symbol=symbol,
                error=(low, high),
                hover="%{x:.0f} points",
                legend=True,
            )
        )
    without = [(row, height) for row, height in zip(ADDED, heights[2:], strict=True) if not row.both]
    return [*traces, *(explore.words([0], [height], [f"  {instead(row)}"]) for row, height in without)]


def instead(row):
    """What stands where no difference can be drawn, with the published ratio where there is one."""
    effect = finding(row.id).effect
    return row.instead.format(effect.value if effect else np.nan)


def effects(clinic, rows):
    """The right panel: filled where there is more of the trait, open where there is less."""
    heights = np.arange(rows)[::-1]
    driessen, melancholia = finding("driessen2010"), finding("cuijpers2017_melancholia")
    more = [(clinic.effect_of_therapy(clinic.picked), heights[0]), (driessen.effect.value, heights[1])]
    less = [(driessen.other_effects[0].value, heights[1])]
    if clinic.others.any():
        less.append((clinic.effect_of_therapy(clinic.others), heights[0]))
    traces = [
        dots(*zip(*marks, strict=True), name=name, symbol=symbol, panel=2, hover="%{x:.2f}", legend=True)
        for marks, name, symbol in ((more, "more of it", "circle"), (less, "less of it", "circle-open"))
    ]
    said = {**SAYS, "cuijpers2017_melancholia": f"differences up to {melancholia.effect.value:.2f}"}
    places = {id: height for (id, _), height in zip(EFFECTS, heights[1:], strict=True)}
    return [*traces, *(explore.words([0], [places[id]], [f"  {text}"], panel=2) for id, text in said.items())]


def studies_sentence(clinic):
    """Toy and studies in words."""
    gains = [row for row in ADDED if row.both]
    against = [row for row in ADDED if finding(row.id).counter_evidence]
    toy = f"{clinic.added_response(clinic.picked):.0f} percentage points"
    if clinic.others.any():
        toy += f" for those you look at, {clinic.added_response(clinic.others):.0f} for those left out"
    low, high = (f"{end([row.gain[0] for row in gains]) + 0.0:.0f}" for end in (min, max))
    return (
        f"{len(ADDED)} trials that added therapy to medication or to usual care, {len(against)} of them counter-evidence. "
        f"In the {len(gains)} with a figure, therapy added from {low} to {high} percentage points; "
        f"{len(ADDED) - len(gains)} found no difference. The toy adds {toy}."
    )
