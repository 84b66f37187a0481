"""Falling ill again: the relapse clock of those who had responded."""

import numpy as np

from .arrays import Numbers
from .parameter import Checked, parameter, record


@record
class Relapse(Checked):
    """Weekly hazard of relapse among those who had responded at the assessment. A relapse restarts the episode: what
    time had healed comes back, and has to heal again.

        hazard = weekly * exp(residual * (max(y, 0) - 0.5) - skill * k - drug * e)

    y is the burden in entry severities, k the skill, e the drug effect; nobody is better than well, so what lies below 0
    counts as 0. One relapse per patient is counted.
    """

    weekly: float = parameter(
        0.0251,
        unit="per week",
        range=(0.0, 0.5),
        says="hazard of relapse at half the typical severity, without medication or skill",
        tag="fitted",
        source="paykel1999_relapse",
    )
    residual: float = parameter(
        1.04,
        unit="log hazard per entry severity",
        range=(0.0, 8.0),
        says="how much symptoms that remain raise the hazard of relapse",
        tag="fitted",
        source="lewis2021_antler",
    )
    skill: float = parameter(
        1.08,
        unit="log hazard",
        range=(0.0, 5.0),
        says="how much full skill lowers the hazard of relapse",
        tag="fitted",
        source="cuijpers2013_enduring",
    )
    drug: float = parameter(
        1.11,
        unit="log hazard",
        range=(0.0, 5.0),
        says="how much the medication's full effect lowers the hazard of relapse",
        tag="fitted",
        source="lewis2021_antler",
    )
    restart: float = parameter(
        1.0,
        unit="share",
        range=(0.0, 1.0),
        says="share of the time since the episode began that a relapse takes back (0: it is only counted)",
    )

    def hazard(self, burden: Numbers, skill: Numbers, with_skill: slice, effect: Numbers, with_drug: slice) -> Numbers:
        """Weekly hazard.

        Args:
            burden: entry severities, shape (arms, patients).
            skill, effect: of the arms that have any, of which with_skill and with_drug are the slices.

        Returns:
            array of shape (arms, patients), of 7 digits: plenty for a hazard, and a much quicker exp.
        """
        log_factor = np.maximum(burden, 0.0, dtype=np.float32, casting="same_kind")
        log_factor -= 0.5
        log_factor *= self.residual
        log_factor[with_skill] -= (self.skill * skill).astype(np.float32)
        log_factor[with_drug] -= (self.drug * effect).astype(np.float32)
        # Beyond exp(80) the week is lost for certain, and seven digits come to their end.
        np.minimum(log_factor, 80.0, out=log_factor)
        hazard = np.exp(log_factor, out=log_factor)
        hazard *= self.weekly
        return hazard
