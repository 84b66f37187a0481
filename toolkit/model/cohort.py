"""Who is treated: toy patients whose traits are drawn once and then live every arm."""

import dataclasses
import functools

import numpy as np

from .parameter import Checked, check, parameter
from .randomness import PANEL, stream


@dataclasses.dataclass(frozen=True)
class Condition(Checked):
    """How the people with one diagnosis differ from each other: the distributions that traits are drawn from."""

    severity: float = parameter(
        1.0, unit="entry severities", range=(0.4, 1.8), says="mean burden at entry (1 = typical for a trial)"
    )
    severity_spread: float = parameter(
        0.2, unit="entry severities", range=(0.0, 0.5), says="how much people differ in burden at entry (SD)"
    )
    level_correlation: float = parameter(
        0.5, unit="", range=(0.0, 1.0), says="how far somatic and cognitive burden go together at entry"
    )
    natural_recovery: float = parameter(
        0.519,
        unit="share",
        range=(0.05, 0.95),
        says="mean share of the illness drive that fades with time and contact",
        tag="fitted",
        source="keller2000",
        symbol="nu",
    )
    natural_recovery_sharpness: float = parameter(
        1.6,
        unit="",
        range=(0.5, 20.0),
        says="how alike people are in natural recovery (small: some recover fully, others not at all)",
        symbol="nu_conc",
    )
    drug_response_spread: float = parameter(
        0.5, unit="coefficient of variation", range=(0.05, 1.5), says="how much people differ in response to medication"
    )
    therapy_response_spread: float = parameter(
        0.5, unit="coefficient of variation", range=(0.05, 1.5), says="how much people differ in response to therapy"
    )


CONDITIONS = {"depression": Condition()}


@dataclasses.dataclass(frozen=True)
class Traits:
    """What each patient brings along; every array has shape (patients,).

    somatic, cognitive: burden at entry, entry severities, at least 0.3. recovery: share of the drive that fades, 0 to 1.
    drug_response, therapy_response: factors on the effects, mean 1. alliance: 0 to 1.
    """

    somatic: np.ndarray
    cognitive: np.ndarray
    recovery: np.ndarray
    drug_response: np.ndarray
    therapy_response: np.ndarray
    alliance: np.ndarray

    @property
    def burden(self):
        """Burden at entry: the mean of both levels, entry severities."""
        return (self.somatic + self.cognitive) / 2

    def first(self, size):
        """The same traits for the first `size` patients only."""
        return Traits(*(getattr(self, field.name)[:size] for field in dataclasses.fields(self)))


@dataclasses.dataclass(frozen=True)
class Cohort:
    """Toy patients, the same ones for the same seed: a smaller cohort is the beginning of a larger one.

    Args:
        size: number of patients, 1 to 10 million.
        seed: whole number from 0 to 2**32 - 1; another seed, other people.
        condition: name in CONDITIONS, or a Condition of your own.

    Raises:
        ValueError: naming the argument, its value and what is allowed.
    """

    size: int = 1000
    seed: int = 1
    condition: str | Condition = "depression"

    def __post_init__(self):
        check("Cohort.size", self.size, {"range": (1, 10_000_000), "unit": "patients"})
        check("Cohort.seed", self.seed, {"range": (0, 2**32 - 1), "unit": ""})
        if not isinstance(self.condition, Condition):
            check("Cohort.condition", self.condition, {"options": tuple(CONDITIONS)})

    @property
    def panels(self):
        """Number of panels: the groups of patients that are drawn and computed together."""
        return -(-self.size // PANEL)

    def panel(self, number):
        """Traits of one panel's patients (PANEL of them; fewer in the last panel)."""
        return draw_traits(self.seed, number, self._condition).first(self.size - number * PANEL)

    @functools.cached_property
    def traits(self):
        """Traits of all patients."""
        panels = [self.panel(number) for number in range(self.panels)]
        names = [field.name for field in dataclasses.fields(Traits)]
        return Traits(*(np.concatenate([getattr(panel, name) for panel in panels]) for name in names))

    @property
    def _condition(self):
        return self.condition if isinstance(self.condition, Condition) else CONDITIONS[self.condition]


def draw_traits(seed, panel, condition):
    """Traits of a whole panel, from the panel's own stream of random numbers. MODEL.md section 2, patient traits."""
    random = stream(seed, "traits", panel)
    shared, own = random.standard_normal((2, PANEL))
    along = condition.level_correlation
    levels = np.stack([shared, along * shared + np.sqrt(1 - along**2) * own])
    somatic, cognitive = np.maximum(condition.severity + condition.severity_spread * levels, 0.3)
    mean, sharpness = condition.natural_recovery, condition.natural_recovery_sharpness
    return Traits(
        somatic=somatic,
        cognitive=cognitive,
        recovery=random.beta(mean * sharpness, (1 - mean) * sharpness, PANEL),
        drug_response=gamma_with_mean_one(random, condition.drug_response_spread),
        therapy_response=gamma_with_mean_one(random, condition.therapy_response_spread),
        alliance=random.beta(6, 4, PANEL),
    )


def gamma_with_mean_one(random, spread):
    """Positive factors with mean 1 and the given coefficient of variation, shape (PANEL,)."""
    return random.gamma(1 / spread**2, spread**2, PANEL)
