"""What a clinician sees at a visit, and the orders that follow."""

import dataclasses
import functools
from collections.abc import Callable
from typing import Any

from .arrays import ArrayLike, Flags, Numbers, Whole


@dataclasses.dataclass(frozen=True)
class Orders:
    """What is ordered for this week: arrays of shape (patients,) or single numbers; None: as the plan says.

    dose: standard doses a day, 0 to 4. sessions: sessions a week, 0 to 7. medication: number of the medication, 0 being the
    first; None: the same as before. How a person responds to another medication resembles their response to the first as
    far as `drug.likeness` says. Who has stopped by themselves does not start again.
    """

    dose: ArrayLike | None = None
    sessions: ArrayLike | None = None
    medication: ArrayLike | None = None


@dataclasses.dataclass(frozen=True)
class Visit:
    """What a clinician sees at the start of a week; nothing of what is hidden. Arrays have shape (patients,).

    week: number of the week. planned_dose, planned_sessions: what the plan says for this week. dose, sessions,
    medication: what was ordered last week (0 before the first). taking, in_therapy: who still takes the drug, who still
    comes. first_score: on the rating scale at entry. notes: a dictionary of the clinician's own, kept from visit to visit.
    rate, ask, throw: measure, hear and draw when asked for; use `score`, `impression`, `side_effects` and `chance`.
    """

    week: int
    planned_dose: float
    planned_sessions: float
    dose: Numbers
    sessions: Numbers
    medication: Whole
    taking: Flags
    in_therapy: Flags
    first_score: Numbers
    notes: dict[str, Any]
    rate: Callable[[str], Numbers] = dataclasses.field(repr=False)
    ask: Callable[[], Numbers] = dataclasses.field(repr=False)
    throw: Callable[[], Numbers] = dataclasses.field(repr=False)

    @functools.cached_property
    def score(self) -> Numbers:
        """Score on a rating scale, points, with the rater's error."""
        return self.rate("error")

    @functools.cached_property
    def impression(self) -> Numbers:
        """The same without a scale: an impression, in points, with a larger error."""
        return self.rate("impression_error")

    @functools.cached_property
    def side_effects(self) -> Numbers:
        """Side effects that people tell of; 0 for who takes nothing."""
        return self.ask()

    def chance(self) -> Numbers:
        """A number between 0 and 1 for each patient, this week's throw of the dice."""
        return self.throw()
