"""The two curves that the mechanisms share: exponential decay towards where something is drawn, and the S of a threshold."""

from typing import TypeVar

import numpy as np

from .arrays import Numbers

Number = TypeVar("Number", float, Numbers)


def decay_and_mean(exponent: Number) -> tuple[Number, Number]:
    """exp(-x) at the end of a step and its mean over the step, (1 - exp(-x)) / x; x > 0, scalar or array."""
    # expm1 keeps the digits that 1 - exp(-x) would lose where x is small.
    gone = -np.expm1(-exponent)
    return 1.0 - gone, gone / exponent


def logistic(x: Number) -> Number:
    """Logistic function 1 / (1 + exp(-x)), for x of any size and shape; below 1e-34 it stays there."""
    # exp(88.8) is more than seven digits' numbers can hold, and warnings are errors.
    return 1.0 / (1.0 + np.exp(np.minimum(-x, 80.0)))
