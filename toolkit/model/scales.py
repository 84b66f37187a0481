"""Adding up on which scale? What two treatments should give together if neither helps or hinders the other.

Each function takes shares with a good outcome (0 to 1; numbers or arrays) with neither treatment, with one and with the
other, and returns the share expected with both. MODEL.md, "Adding up".
"""

import statistics
import types

import numpy as np

from .arrays import Amount


def risk_difference(neither: Amount, one: Amount, other: Amount) -> Amount:
    """Gains in percentage points add: one + other - neither. Can leave the range 0 to 1."""
    return one + other - neither


def independence(neither: Amount, one: Amount, other: Amount) -> Amount:
    """Shares still ill multiply (Bliss): 1 - (1 - one)(1 - other) / (1 - neither); nan where neither = 1."""
    ill = 1 - np.asarray(neither, dtype=float)
    return 1 - np.divide((1 - one) * (1 - other), ill, out=np.full(np.shape(ill), np.nan), where=ill > 0)[()]


def log_odds(neither: Amount, one: Amount, other: Amount) -> Amount:
    """Gains in log-odds add: odds = odds(one) odds(other) / odds(neither).

    1 if a treatment cures all, 0 if it leaves nobody well; nan where the shares contradict each other.
    """
    well = np.asarray(one * other * (1 - neither), dtype=float)
    total = well + (1 - one) * (1 - other) * neither
    return np.divide(well, total, out=np.full(np.shape(total), np.nan), where=total > 0)[()]


def probit(neither: Amount, one: Amount, other: Amount) -> Amount:
    """Gains add on the scale of a normal distribution with a threshold; nan where the shares contradict each other."""
    normal = statistics.NormalDist()
    place = np.vectorize(lambda share: normal.inv_cdf(share) if 0 < share < 1 else (share - 0.5) * np.inf, [float])
    with np.errstate(invalid="ignore"):
        total = place(one) + place(other) - place(neither)
    return np.where(np.isnan(total), np.nan, np.vectorize(normal.cdf, [float])(np.nan_to_num(total)))[()]


EXPECTED_FROM_BOTH = types.MappingProxyType(
    {"risk difference": risk_difference, "independence": independence, "log-odds": log_odds, "probit": probit}
)
"""The scales by name, in the order in which lessons show them."""
