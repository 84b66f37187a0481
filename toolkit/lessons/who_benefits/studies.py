"""Who gains, claim by claim: published figures for and against, beside the toy's picked people and the rest."""

import dataclasses
import pathlib
import tomllib

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import INK, Row, Rows, Style
from toolkit.model import risk_gain

from ..format import marked, size

READ = tomllib.loads(pathlib.Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

LOOKS = {
    "more": Style("more of the trait", INK, "solid", "diamond"),
    "less": Style("less of it", INK, "solid", "diamond-open"),
}


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
    instead: str = "none shown (no figure)"

    @property
    def gain(self):
        """Percentage points and their 95 % interval (value, low, high); the interval is nan where it is not known."""
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

    @property
    def row(self):
        """The row of this trial."""
        name = marked(self.id, self.whom)
        return Row(name, {"": self.gain}) if self.both else Row(name, said=self.said)


GAINS = [Gain(**gain) for gain in READ["gains"]]
"""Every row of the upper panel, claim by claim."""


def gains(clinic):
    """What both gained over one alone: the toy's picked people and the rest, then trial by trial."""
    left_out = clinic.added_response(clinic.others) if clinic.others.any() else np.nan
    return [
        Row("the toy: those you look at", toy={"": clinic.added_response(clinic.picked)}),
        Row("the toy: those left out", toy={"": left_out}, said="" if clinic.others.any() else "nobody is left out"),
        *(gain.row for gain in GAINS),
    ]


def effects(clinic):
    """Effects in people with more and with less of a trait."""
    driessen, melancholia = finding("driessen2010"), finding("cuijpers2017_melancholia")
    toy = {"more": clinic.effect_of_therapy(clinic.picked)}
    if clinic.others.any():
        toy["less"] = clinic.effect_of_therapy(clinic.others)
    drawn = {driessen.id: {"more": size(driessen.effect), "less": size(driessen.other_effects[0])}}
    return [
        Row("the toy: therapy over a dummy pill", {who: (value, np.nan, np.nan) for who, value in toy.items()}),
        *(
            Row(
                marked(row["id"], row["what"]),
                drawn.get(row["id"], {}),
                said=row.get("instead", "").format(melancholia.effect.value),
            )
            for row in READ["effects"]
        ),
    ]


def studies_chart(clinic):
    """Above, what both gained over one alone, row by row; below, effects for more and for less of a trait."""
    points = ("gain from both: percentage points", (-20, 80), gains(clinic), "%{x:.0f} points")
    return explore.compared(
        Rows(*points, none=(0, "no gain")),
        Rows("standardised effect", (0, 1.2), effects(clinic), "%{x:.2f}"),
        looks=LOOKS,
    )


def studies_sentence(clinic):
    """Toy and studies in words."""
    drawn = [row.gain[0] for row in GAINS if row.both]
    against = [row for row in GAINS if finding(row.id).counter_evidence]
    toy = f"{clinic.added_response(clinic.picked):.0f} points"
    if clinic.others.any():
        toy += f" for those you look at, {clinic.added_response(clinic.others):.0f} for those left out"
    low, high = (f"{end(drawn):.0f}".replace("-", "−") for end in (min, max))
    return (
        f"{len(GAINS)} comparisons, {len(against)} of them counter-evidence. In the {len(drawn)} with a figure, both gained "
        f"from {low} to {high} percentage points over one alone; in the other {len(GAINS) - len(drawn)} none was shown. "
        f"The toy, both over medication: {toy}."
    )
