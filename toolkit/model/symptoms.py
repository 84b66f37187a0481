"""Two levels of symptoms that pull at each other, and the exact step that moves them."""

import functools

import numpy as np

from .arrays import Amount, Numbers
from .parameter import Checked, parameter, record

POINTS = 24.0
"""Toy score points for one entry severity: the typical burden of somebody entering a trial scores 24."""


@record
class Symptoms(Checked):
    """Somatic burden s (sleep, energy, appetite, arousal) and cognitive burden c (beliefs, regulation).

    Both are in entry severities (1 = typical at entry) and follow, with forcing f and relaxation time tau,

        tau ds = -(s - kappa_sc c - f_s) dt + tau sigma dW_s
        tau dc = -(c - kappa_cs s - f_c) dt + tau sigma dW_c

    The score is the mean of both times 24 points. MODEL.md, "Symptoms".
    """

    relaxation_weeks: float = parameter(
        2.0, unit="weeks", range=(0.5, 12.0), says="how long symptoms take to follow what drives them"
    )
    cognitive_to_somatic: float = parameter(
        0.3, unit="share", range=(0.0, 0.9), says="how strongly thinking pulls the body along"
    )
    somatic_to_cognitive: float = parameter(
        0.3, unit="share", range=(0.0, 0.9), says="how strongly the body pulls thinking along"
    )
    noise: float = parameter(
        0.08, unit="entry severities per √week", range=(0.0, 0.3), says="ups and downs from week to week"
    )
    severity_exponent: float = parameter(
        1.0,
        unit="",
        range=(0.0, 2.0),
        says="how much more a treatment shifts people who start with more severe symptoms (0: the same for all)",
        source="suggested by fournier2010",
    )

    def coupling(self) -> Numbers:
        """Matrix K, shape (2, 2): burden handed from one level to the other."""
        return np.array([[0.0, self.cognitive_to_somatic], [self.somatic_to_cognitive, 0.0]])

    # B019 warns that a cache on a method keeps its instances; these are frozen, equal where their numbers are, and small.
    @functools.lru_cache(maxsize=64)  # noqa: B019
    def exact_step(self, weeks: float) -> tuple[Numbers, Numbers, Numbers]:
        """Exact solution over a step in which the forcing is constant.

        Returns:
            decay, response, noise: matrices of shape (2, 2) such that x(t + weeks) = decay x + response f + noise z for
            standard normal z.
        """
        decay = self._decay(weeks)
        response = np.linalg.solve(self._rate(), np.eye(2) - decay) / self.relaxation_weeks
        return decay, response, self.noise * np.linalg.cholesky(self._noise_covariance(weeks))

    @functools.lru_cache(maxsize=64)  # noqa: B019
    def burden_step(self, weeks: float) -> tuple[Numbers, Numbers, Numbers]:
        """The same step for burden y = (s + c) / 2 and lean d = (s - c) / 2; forces still enter by level.

        Burden and lean go their own ways (decay and noise are diagonal) if the levels pull at each other equally.
        """
        decay, response, _ = self.exact_step(weeks)
        turn = np.array([[0.5, 0.5], [0.5, -0.5]])
        noise = self.noise * np.linalg.cholesky(clean(turn @ self._noise_covariance(weeks) @ turn.T))
        return clean(turn @ decay @ np.linalg.inv(turn)), clean(turn @ response), noise

    def _noise_covariance(self, weeks: float) -> Numbers:
        """Covariance C of s and c after a step, from noise of strength 1: R C + C Rᵀ = I - decay decayᵀ, R the rate of decay."""
        rate, one = self._rate(), np.eye(2)
        decay = self._decay(weeks)
        gone = one - decay @ decay.T
        return np.linalg.solve(np.kron(rate, one) + np.kron(one, rate), gone.ravel()).reshape(2, 2)

    def _rate(self) -> Numbers:
        """Matrix R = (I - K) / tau, shape (2, 2), per week."""
        return (np.eye(2) - self.coupling()) / self.relaxation_weeks

    def _decay(self, weeks: float) -> Numbers:
        """exp(-(I - K) weeks / tau): since K² is a multiple of the unit matrix, a sum of cosh and sinh."""
        time = weeks / self.relaxation_weeks
        turns = time * np.sqrt(self.cognitive_to_somatic * self.somatic_to_cognitive)
        slope = np.sinh(turns) / turns if turns > 0 else 1.0
        return np.exp(-time) * (np.cosh(turns) * np.eye(2) + time * slope * self.coupling())


def clean(matrix: Numbers) -> Numbers:
    """The matrix with rounding errors of what should be 0 set to 0."""
    return np.where(np.abs(matrix) < 1e-15 * np.abs(matrix).max(), 0.0, matrix)


@record
class NaturalCourse(Checked):
    """What time does on its own, in every arm alike: an episode ends, each patient's after a time of its own.

        drive(t) = 1 - amount * (1 - exp(-(pace * rate * t)²))

    A Weibull curve of shape 2: the drive of the illness holds at first, then lets go; 1 / rate weeks after the start a good
    third of it is left. The rate per week is a trait. A relapse sets t back to 0. MODEL.md, "Time".
    """

    amount: float = parameter(
        0.9,
        unit="share",
        range=(0.0, 1.0),
        says="share of the illness that time alone can take away; the rest are symptoms that stay",
        source="with the rate, what fits whiteford2013_natural",
    )
    pace: float = parameter(1.0, unit="times typical", range=(0.0, 5.0), says="how fast people recover with time alone")

    def drive_decay(self, rate: Numbers, weeks: Amount, step: float) -> tuple[Numbers, Numbers]:
        """What of the passing drive is left in a step (in its middle), and which share of that is left in the next one.

        Args:
            rate: per week, shape (patients,). weeks: since the episode began, of a shape that fits. step: its length, weeks.

        Returns:
            two arrays of the shape of `rate`; the second changes from step to step by the factor `decay_change`.
        """
        middle, pace = weeks + step / 2, (self.pace * rate) ** 2
        return np.exp(-pace * middle**2), np.exp(-pace * step * (2 * middle + step))

    def decay_change(self, rate: Numbers, step: float) -> Numbers:
        """The factor by which the share that is left from step to step falls itself, of the shape of `rate`."""
        return np.exp(-2 * (self.pace * rate * step) ** 2)
