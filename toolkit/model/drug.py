"""From dose to effect: level in the body, occupancy of the target, and the effect that follows weeks later."""

import dataclasses
import math

from .decay import decay_and_mean
from .parameter import Checked, parameter


@dataclasses.dataclass(frozen=True)
class Drug(Checked):
    """A medicine: dose -> level C -> occupancy O -> delayed effect e -> less somatic drive.

        C' = (dose - C) ln 2 / half-life      O = C / (C + K)      e' = (O - e) / delay

    MODEL.md section 2, closed forms 4 and 6.
    """

    half_life_days: float = parameter(
        1.1, unit="days", range=(0.1, 14.0), says="days until half of the medicine has left the body", symbol="t_half"
    )
    half_occupancy_level: float = parameter(
        0.25,
        unit="standard doses",
        range=(0.05, 1.0),
        says="level at which half of the target is occupied",
        tag="published",
        source="meyer2004_sert",
        symbol="K",
    )
    delay_weeks: float = parameter(
        2.0, unit="weeks", range=(0.2, 12.0), says="how far the effect lags behind the occupancy", symbol="tau_e"
    )
    strength: float = parameter(
        0.215,
        unit="entry severities",
        range=(0.0, 1.0),
        says="how far a full effect lowers the drive of complaints",
        symbol="D",
    )
    somatic_share: float = parameter(
        1.0,
        unit="share",
        range=(0.0, 1.0),
        says="share of the effect that enters at the somatic level",
        symbol="load_m",
    )

    def occupancy(self, level):
        """Share of the target occupied (0 to 1) at a drug level in standard doses."""
        return level / (level + self.half_occupancy_level)

    def level_step(self, weeks):
        """(decay, mean): with C_inf the dose, C(t + weeks) = C_inf + (C - C_inf) decay; mean is that decay averaged."""
        return decay_and_mean(math.log(2.0) * 7.0 / self.half_life_days * weeks)

    def effect_step(self, weeks):
        """(decay, mean) of the delayed effect over a step with constant occupancy."""
        return decay_and_mean(weeks / self.delay_weeks)
