"""Drugs meant to open a window of learning, or that shut it: what was seen, in which species, for the idea and against it."""

import dataclasses

from .findings import Effect, Finding, Interval, finding

VERDICTS = ("less", "no more", "more")
"""What came of training or therapy with the drug, next to without it, where only the direction was read."""
SPECIES = ("rats and mice", "people")


@dataclasses.dataclass(frozen=True)
class Tried:
    """One study of a drug given with something to learn from, read from a finding.

    Either a direction (`verdict`, one of VERDICTS) or a standardised gain: with `size`, the finding's effect ("effect") or
    the number of one of its other effects.
    """

    id: str
    species: str
    what: str
    verdict: str | None = None
    size: str | int | None = None
    supports: bool = True

    @property
    def label(self) -> str:
        """Species, what was learnt and who found it; ▲ supports the idea of a window, ▼ is counter-evidence."""
        return f"{'▲' if self.supports else '▼'} {self.what}"

    @property
    def finding(self) -> Finding:
        """The finding it was read from."""
        return finding(self.id)

    @property
    def effect(self) -> Effect | None:
        """The standardised gain as published, an Effect; None where only a direction was read."""
        if isinstance(self.size, int):
            return self.finding.other_effects[self.size]
        return self.finding.effect if self.size else None

    @property
    def gain(self) -> float | None:
        """The gain from the drug, above 0 is better; None where only a direction was read."""
        # Each of these studies reports a gain, as a fall of complaints below 0 or as a gain above it.
        return None if self.effect is None else abs(self.effect.value)

    @property
    def interval(self) -> Interval | None:
        """95 % interval of the gain, (low, high); None where none was read."""
        if self.effect is None or self.effect.ci is None:
            return None
        low, high = self.effect.ci
        return (low, high) if self.effect.value > 0 else (-high, -low)


ANIMALS, PEOPLE = SPECIES
# The booster is D-cycloserine; 9, 13 and 21 are numbers of trials pooled.
LEARNING = (
    Tried("mayavetencourt2008", ANIMALS, "rats, sight: Maya Vetencourt 2008", "more"),
    Tried("karpova2011", ANIMALS, "mice, fear: Karpova 2011", "more"),
    Tried("steinzeig2017", ANIMALS, "mice, sight: Steinzeig", "more"),
    Tried("chiarotti2017_environment", PEOPLE, "people, living: Chiarotti 2017", "more"),
    Tried("ressler2004", PEOPLE, "people, booster: Ressler 2004", "more"),
    Tried("mataixcols2017", PEOPLE, "people, booster: 9 early trials", size=3),
    Tried("mataixcols2017", PEOPLE, "people, booster: 13 trials", size=4),
    Tried("mataixcols2017", PEOPLE, "people, booster: 21, half-way", size=1, supports=False),
    Tried("mataixcols2017", PEOPLE, "people, booster: 21, at the end", size="effect", supports=False),
    Tried("mataixcols2017", PEOPLE, "people, booster: 21, later", size=2, supports=False),
    Tried("mitchell2023_mdma", PEOPLE, "people, MDMA: Mitchell 2023", size="effect"),
    Tried("huttunen2018_amblyopia", PEOPLE, "people, sight: Huttunen 2018", "no more", supports=False),
    Tried("focus2019_stroke", PEOPLE, "people, stroke: FOCUS 2019", "no more", supports=False),
    Tried("hofmann2007_anxiolytics", PEOPLE, "people, calmed: Hofmann 2007", "no more", supports=False),
    Tried("marks1993_alprazolam", PEOPLE, "people, calmed, after: Marks 1993", "less", supports=False),
)
"""Studies by species, each for the idea or against it. None is of an antidepressant with psychotherapy for depression."""
