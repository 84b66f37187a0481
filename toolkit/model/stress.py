"""What life throws at people, alike in every arm, by chance or in a week that is chosen, and skill as a buffer."""

import itertools

import numpy as np

from .arrays import Numbers
from .decay import decay_and_mean
from .parameter import Checked, parameter, record


@record
class Stress(Checked):
    """Shot noise: blows fall at random, each of random (exponential) size, and fade.

        x' = -x / fading_weeks + blows        felt stress = (x - mean of x) * (1 - buffer * skill)

    Centred on its mean, so that stress alone makes nobody better or worse on average.
    """

    blows_per_week: float = parameter(
        1 / 13, unit="per week", range=(0.0, 1.0), says="how often something hard happens"
    )
    size: float = parameter(0.25, unit="entry severities", range=(0.0, 1.0), says="how hard a blow is on average")
    fading_weeks: float = parameter(3.0, unit="weeks", range=(0.5, 26.0), says="how long a blow is felt")
    buffer: float = parameter(0.5, unit="share", range=(0.0, 1.0), says="share of stress that full skill keeps away")

    @property
    def mean(self) -> float:
        """Mean of x over time: entry severities."""
        return self.blows_per_week * self.size * self.fading_weeks

    def path(self, chance: Numbers, weeks: float, start: Numbers) -> Numbers:
        """Mean of x - mean(x) over each step of a run of steps; a blow, at most one a step, is felt from the end of its step.

        Args:
            chance: uniform on 0 to 1, shape (steps, patients).
            weeks: length of a step.
            start: what was felt in the step before the first, shape (patients,).

        Returns:
            array of shape (steps + 1, patients), beginning with `start`.
        """
        decay, mean = decay_and_mean(weeks / self.fading_weeks)
        felt = np.empty((len(chance) + 1, chance.shape[1]))
        felt[0], felt[1:] = start, -self.mean * (1.0 - decay)
        limit = self.blows_per_week * weeks
        falls = np.flatnonzero(chance < limit)
        # The chance that made the blow fall is itself uniform below the limit, and gives the size as well.
        # 1e-300: a chance of exactly 0 may be drawn, and has no logarithm.
        sizes = -self.size * np.log(np.maximum(chance.ravel()[falls], 1e-300) / limit)
        felt[1:].ravel()[falls] += mean * sizes
        for before, now in itertools.pairwise(felt):
            now += decay * before
        return felt


@record
class LifeEvent(Checked):
    """Something hard that happens to everybody at the start of one week: a blow of a chosen size, felt and buffered as stress is.

    x jumps by size at the start of `week` and fades as every blow does; off by default (size 0). Unlike the blows of
    chance it is not centred on a mean: it makes people worse while it is felt.
    """

    week: int = parameter(
        26, unit="weeks", range=(0, 520), says="week at whose start something hard happens to everybody"
    )
    size: float = parameter(0.0, unit="entry severities", range=(0.0, 2.0), says="how hard the event is (0: no event)")

    def stress(self, since: int, weeks: float, fading_weeks: float) -> float:
        """Mean over a step of what is felt of it; `since`: steps from the event to the step, below 0 before it."""
        decay, mean = decay_and_mean(weeks / fading_weeks)
        return 0.0 if since < 0 else float(self.size * mean * decay**since)
