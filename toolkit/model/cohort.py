"""Who is treated: toy patients whose traits are drawn once and then live every arm."""

import dataclasses
import functools
from collections.abc import Callable, Sequence

import numpy as np

from .arrays import Numbers
from .condition import CONDITIONS, Condition
from .parameter import Checked, check, record
from .randomness import PANEL, draw_panel, stream
from .stress import LifeEvent


@dataclasses.dataclass(frozen=True)
class Traits:
    """What each patient brings along; every array has shape (patients,).

    somatic, cognitive: burden at entry, entry severities, at least 0.3. recovery: rate per week at which the illness fades.
    drug_response, therapy_response: factors on the effects, mean 1. alliance: 0 to 1. side_effects: at one standard
    dose, 1 = barely tolerable. stop_patience, dropout_patience, relapse_patience: how much hazard it takes until this
    person stops the drug, leaves therapy, relapses (exponential, mean 1).
    """

    somatic: Numbers
    cognitive: Numbers
    recovery: Numbers
    drug_response: Numbers
    therapy_response: Numbers
    alliance: Numbers
    side_effects: Numbers
    stop_patience: Numbers
    dropout_patience: Numbers
    relapse_patience: Numbers

    @property
    def burden(self) -> Numbers:
        """Burden at entry: the mean of both levels, entry severities."""
        return (self.somatic + self.cognitive) / 2


@record
class Cohort(Checked):
    """Toy patients, the same ones for the same seed: a smaller cohort is the beginning of a larger one.

    Args:
        size: number of patients, 1 to 10 million.
        seed: whole number from 0 to 2**32 - 1; another seed, other people.
        condition: name in CONDITIONS, or a Condition of your own.

    Raises:
        ValueError: naming the argument, its value and what is allowed.

    >>> small, large = Cohort(size=2, seed=7), Cohort(size=3, seed=7)
    >>> bool((small.traits.somatic == large.traits.somatic[:2]).all())
    True
    """

    size: int = 1000
    seed: int = 1
    condition: str | Condition = "depression"

    def __post_init__(self) -> None:
        check("Cohort.size", self.size, {"range": (1, 10_000_000), "unit": "patients"})
        check("Cohort.seed", self.seed, {"range": (0, 2**32 - 1), "unit": ""})
        if not isinstance(self.condition, Condition):
            check("Cohort.condition", self.condition, {"options": tuple(CONDITIONS)})

    @property
    def panels(self) -> int:
        """Number of panels: the groups of patients that are drawn and computed together."""
        return -(-self.size // PANEL)

    def people(self, panels: range) -> Traits:
        """Traits of the patients of some panels, a range of their numbers."""
        drawn = [draw_traits(self.seed, number, self.condition_settings) for number in panels]
        return join(drawn, lambda numbers: self.pick(numbers, panels))

    def pick(self, drawn: Numbers, panels: range) -> Numbers:
        """Of numbers drawn for whole panels, shape (…, panels * PANEL), those of the patients, shape (…, patients)."""
        return drawn[..., : self.size - panels[0] * PANEL]

    @functools.cached_property
    def traits(self) -> Traits:
        """Traits of all patients."""
        return self.people(range(self.panels))

    def life_events(self, usual: LifeEvent) -> Sequence[LifeEvent]:
        """What befalls them, given the model's: one for all."""
        return (usual,)

    def draw_numbers(
        self,
        draw: Callable[[np.random.Generator, int], Numbers],
        purpose: str,
        step: int = 0,
        panels: range | None = None,
    ) -> Numbers:
        """One number for each patient of some panels (by default all), shape (patients,).

        Args:
            draw: a method of Generator, such as Generator.random.
            purpose, step: as in `stream`.
        """
        panels = range(self.panels) if panels is None else panels
        numbers = [draw_panel(draw, self.seed, purpose, panel, step) for panel in panels]
        return self.pick(np.concatenate(numbers), panels)

    @property
    def condition_settings(self) -> Condition:
        """The Condition itself, also where it was given by name."""
        return self.condition if isinstance(self.condition, Condition) else CONDITIONS[self.condition]


def join(some: Sequence[Traits], pick: Callable[[Numbers], Numbers] = lambda numbers: numbers) -> Traits:
    """Traits of some groups of people, one after the other, and of these those that `pick` takes."""
    names = [field.name for field in dataclasses.fields(Traits)]
    return Traits(*(pick(np.concatenate([getattr(traits, name) for traits in some])) for name in names))


@functools.lru_cache(maxsize=64)
def draw_traits(seed: int, panel: int, condition: Condition) -> Traits:
    """Traits of a whole panel, from the panel's own stream of random numbers. MODEL.md, "The people".

    What a condition changes reshapes the same draws: a better alliance is a better alliance of the same people. Kept, 5 MB
    at most: the next run meets the same people.
    """
    random = stream(seed, "traits", panel)
    # The order of the draws, too, is part of what a seed means.
    shared, own, drug, therapy = random.standard_normal((4, PANEL))
    patience = random.standard_exponential((3, PANEL))
    # Gamma of shape 4 over 4: mean 1, SD 0.5, never below nothing, and a few who suffer a lot.
    side_effects = condition.side_effects * random.standard_gamma(4.0, PANEL) / 4.0
    alliance = random.beta(6, 4, PANEL)  # mean 0.6, odds of the mean 1.5
    recovery = condition.natural_recovery * np.exp(condition.natural_recovery_spread * random.standard_normal(PANEL))

    somatic = condition.severity + condition.somatic_excess + condition.severity_spread * shared
    cognitive = condition.severity + condition.severity_spread * correlate(shared, own, condition.level_correlation)
    # A condition's own mean shifts everybody's odds by one factor, which keeps the alliance between 0 and 1.
    odds = condition.alliance / (1 - condition.alliance) / 1.5
    return Traits(
        # 7 points: who has less is not in treatment, and nothing below is divided by a burden of about 0.
        np.maximum(somatic, 0.3),
        np.maximum(cognitive, 0.3),
        recovery,
        make_factors(drug, condition.drug_response_spread),
        make_factors(correlate(drug, therapy, condition.response_correlation), condition.therapy_response_spread),
        odds * alliance / (1 - alliance + odds * alliance),
        side_effects,
        *patience,
    )


def correlate(first: Numbers, own: Numbers, correlation: float) -> Numbers:
    """Standard normal numbers that go with `first` as far as the correlation says, the rest being their own."""
    return correlation * first + np.sqrt(1 - correlation**2) * own


def make_factors(normal: Numbers, spread: float) -> Numbers:
    """Positive factors with mean 1 and the given coefficient of variation (log-normal) from standard normal numbers."""
    variance = np.log1p(spread**2)
    return np.exp(np.sqrt(variance) * normal - variance / 2)


def response_to_another(cohort: Cohort, panels: range, number: int, likeness: float, first: Numbers) -> Numbers:
    """Response of the patients of some panels to medication `number` (1, 2, …), given theirs to the first one."""
    spread = cohort.condition_settings.drug_response_spread
    if spread == 0:
        return np.ones_like(first)
    variance = np.log1p(spread**2)
    known = (np.log(first) + variance / 2) / np.sqrt(variance)
    own = cohort.draw_numbers(np.random.Generator.standard_normal, "medications", number, panels)
    return make_factors(correlate(known, own, likeness), spread)
