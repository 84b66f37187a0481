"""From dose to effect: level in the body, occupancy of the target, and the effect that follows weeks later."""

import math

import numpy as np

from .arrays import Amount, Numbers
from .decay import Number, decay_and_mean
from .parameter import Checked, parameter, record


@record
class Drug(Checked):
    """A medication: dose -> level C -> occupancy O -> delayed effect e -> less somatic drive.

        C' = (dose - C) ln 2 / half-life      O = C / (C + K)      e' = (O - e) / delay

    MODEL.md, "The medication".
    """

    half_life_days: float = parameter(
        1.1, unit="days", range=(0.1, 14.0), says="days until half of the medication has left the body"
    )
    half_occupancy_level: float = parameter(
        0.25,
        unit="standard doses",
        range=(0.05, 1.0),
        says="level at which half of the target is occupied",
        tag="published",
        source="meyer2004_sert",
    )
    delay_weeks: float = parameter(
        2.0, unit="weeks", range=(0.2, 12.0), says="how far the medication's effect lags behind the target's occupancy"
    )
    strength: float = parameter(
        0.192,
        unit="entry severities",
        range=(0.0, 1.0),
        says="how far the medication's full effect lowers the drive of symptoms",
        tag="fitted",
        source="jakobsen2017_ssri",
    )
    somatic_share: float = parameter(
        1.0, unit="share", range=(0.0, 1.0), says="share of the medication's effect that enters at the somatic level"
    )

    likeness: float = parameter(
        0.5,
        unit="correlation",
        range=(0.0, 1.0),
        says="how alike one person responds to different medications (1: trying another is trying the same again)",
    )

    def occupancy(self, level: Number) -> Number:
        """Share of the target occupied (0 to 1) at a drug level in standard doses."""
        return level / (level + self.half_occupancy_level)

    def step(
        self, level: Numbers, effect: Numbers, dose: Amount, weeks: float
    ) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """One step at a constant dose; occupancy is taken at the mean level of the step, the rest is exact.

        Args:
            level, effect: at the start, arrays of one shape.
            dose: standard doses a day, of a shape that fits.
            weeks: length of the step.

        Returns:
            level and effect at the end, mean effect over the step, occupancy; all of the shape of `level`.
        """
        decay, mean = decay_and_mean(math.log(2.0) * 7.0 / self.half_life_days * weeks)
        washed_out = level - dose
        occupancy = self.occupancy(dose + washed_out * mean)
        decay_of_effect, mean_of_effect = decay_and_mean(weeks / self.delay_weeks)
        lag = effect - occupancy
        return dose + washed_out * decay, occupancy + lag * decay_of_effect, occupancy + lag * mean_of_effect, occupancy


@record
class Withdrawal(Checked):
    """A body used to more than it gets: somatic load = strength * max(e - O, 0), off by default.

    Counted as symptoms, not as relapse: the two look alike from outside. A taper spreads the load, it does not shrink it.
    """

    strength: float = parameter(
        0.0,
        unit="entry severities",
        range=(0.0, 2.0),
        says="how strongly a fall in occupancy is felt in the body",
        source="suggested by henssler2024_withdrawal",
    )

    def load(self, effect: Numbers, occupancy: Numbers) -> Numbers:
        """Somatic load, entry severities."""
        return self.strength * np.maximum(effect - occupancy, 0.0)
