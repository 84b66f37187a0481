"""Day by day: what missed doses do to the level, and how the half-life forgives them."""

import numpy as np

from .arrays import Numbers
from .drug import Drug
from .parameter import check
from .randomness import stream


def daily_levels(
    taken: float, days: int = 60, patients: int = 1, dose: float = 1.0, drug: Drug = Drug(), seed: int = 1
) -> Numbers:
    """Drug level day by day when doses are missed at random, from the steady state on.

        C(next day) = a C + (1 - a) dose * [taken],     a = 2^(-1 / half-life in days)

    Args:
        taken: chance that a day's dose is taken, 0 to 1.
        days, patients: how many.
        dose: standard doses a day.
        drug: a Drug, for its half-life.
        seed: whole number.

    Returns:
        array of shape (days + 1, patients), standard doses.
    """
    check("taken", taken, {"range": (0.0, 1.0), "unit": "share"})
    check("days", days, {"range": (1, 3650), "unit": "days"})
    check("patients", patients, {"range": (1, 1_000_000), "unit": "patients"})
    check("dose", dose, {"range": (0.0, 4.0), "unit": "standard doses"})
    kept = share_left_after_a_day(drug)
    took = stream(seed, "doses", 0).random((days, patients)) < taken
    # From the mean of the steady state on: nobody wants to watch the drug build up once more.
    levels = np.full((days + 1, patients), taken * dose)
    for day in range(days):
        levels[day + 1] = kept * levels[day] + (1 - kept) * dose * took[day]
    return levels


def share_left_after_a_day(drug: Drug) -> float:
    """Share of the level that is left a day later, a."""
    return 2.0 ** (-1.0 / drug.half_life_days)
