"""How well everyday life goes: what symptoms take from it, and how much later it comes back."""

import numpy as np

from .arrays import Numbers
from .decay import decay_and_mean
from .parameter import Checked, parameter, record


@record
class Functioning(Checked):
    """Impairment F of everyday life follows the score y, lag_weeks behind:   F' = (y - F) / lag_weeks,   F = y at entry.

    In points of the score, so that 24 is what typical symptoms take from everyday life once they have lasted. Lower is better.
    A second outcome, read off a course: it moves nothing in it.
    """

    lag_weeks: float = parameter(
        8.0, unit="weeks", range=(0.5, 52.0), says="how far everyday life lags behind the symptoms"
    )

    def impairment(self, scores: Numbers) -> Numbers:
        """F in every week, exact for scores that change evenly within each week.

        Args:
            scores: of every week from the start on, shape (weeks + 1, …).
        """
        left, mean = decay_and_mean(1.0 / self.lag_weeks)
        impairment = np.empty_like(scores)
        impairment[0] = scores[0]
        for week in range(1, len(scores)):
            # Behind a score that moves evenly, F ends up behind it by what the score moves during the mean lag left.
            moved = scores[week] - scores[week - 1]
            impairment[week] = scores[week] + (impairment[week - 1] - scores[week - 1]) * left - moved * mean
        return impairment
