"""What a trial would report: effects with 95 % intervals, and how many patients it takes to see one."""

import math
import statistics
import typing

import numpy as np

from .arrays import Numbers
from .parameter import check


class Estimate(typing.NamedTuple):
    """A value and its 95 % interval."""

    value: float
    low: float
    high: float


def quantile(share: float) -> float:
    """Quantile of the standard normal distribution."""
    return statistics.NormalDist().inv_cdf(share)


def hedges_g(better: Numbers, worse: Numbers) -> Estimate:
    """Standardised difference of means with Hedges' correction for small samples; positive if `better` has lower scores.

    The interval takes the two as separate samples of people, as a trial has to.

    Args:
        better, worse: scores, shape (patients,) each, at least 2.
    """
    sizes = len(better), len(worse)
    if min(sizes) < 2:
        raise ValueError(f"hedges_g needs at least 2 patients on either side, not {sizes[0]} and {sizes[1]}")
    free = sum(sizes) - 2
    variance = ((sizes[0] - 1) * np.var(better, ddof=1) + (sizes[1] - 1) * np.var(worse, ddof=1)) / free
    small = 1 - 3 / (4 * free - 1)  # the usual approximation of Hedges' gamma functions
    g = float((np.mean(worse) - np.mean(better)) / np.sqrt(variance)) * small
    margin = quantile(0.975) * math.sqrt(sum(sizes) / (sizes[0] * sizes[1]) + g**2 / (2 * sum(sizes)))
    return Estimate(g, g - margin, g + margin)


def proportion(events: float, size: float) -> Estimate:
    """A share with Wilson's interval."""
    z, share = quantile(0.975), events / size
    centre, spread = share + z**2 / (2 * size), z * math.sqrt(share * (1 - share) / size + z**2 / (4 * size**2))
    return Estimate(share, (centre - spread) / (1 + z**2 / size), (centre + spread) / (1 + z**2 / size))


def risk_gain(events: float, size: float, other_events: float, other_size: float) -> Estimate:
    """Difference of two shares with Newcombe's interval."""
    one, other = proportion(events, size), proportion(other_events, other_size)
    gain = one.value - other.value
    low = gain - math.hypot(one.value - one.low, other.high - other.value)
    return Estimate(gain, low, gain + math.hypot(one.high - one.value, other.value - other.low))


def number_needed_to_treat(events: float, size: float, other_events: float, other_size: float) -> Estimate:
    """How many are treated for one more good outcome: 1 / gain, and the interval of the gain turned over.

    If that interval holds 0, no number of patients is sure to be enough: the upper end is inf (and below 0 the treatment
    would harm: the lower end then still is the best case).
    """
    gain = risk_gain(events, size, other_events, other_size)
    value = 1 / gain.value if gain.value else math.inf
    if gain.low <= 0 <= gain.high:
        return Estimate(value, 1 / gain.high if gain.high else math.inf, math.inf)
    return Estimate(value, 1 / gain.high, 1 / gain.low)


def patients_per_arm(difference: float, spread: float, power: float = 0.8, alpha: float = 0.05, arms: int = 2) -> float:
    """Patients in each arm to detect a difference of means (normal approximation, two-sided).

    Args:
        difference: true difference, or for four arms the interaction: both - medication - therapy + nothing.
        spread: standard deviation within an arm, in the same unit.
        power, alpha: chance of seeing it; chance of a false alarm.
        arms: 2 for a difference, 4 for an interaction, whose variance adds up over four arms.
    """
    check("power", power, {"range": (0.05, 0.999), "unit": "share"})
    check("alpha", alpha, {"range": (0.0001, 0.5), "unit": "share"})
    check("arms", arms, {"options": (2, 4)})
    if difference == 0:
        return math.inf
    return math.ceil(arms * ((quantile(1 - alpha / 2) + quantile(power)) * spread / difference) ** 2)
