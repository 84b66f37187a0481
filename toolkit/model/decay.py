"""Exponential decay, the one curve that every mechanism follows towards where it is drawn."""

import numpy as np


def decay_and_mean(exponent):
    """exp(-x) at the end of a step and its mean over the step, (1 - exp(-x)) / x; x > 0, scalar or array."""
    return np.exp(-exponent), -np.expm1(-exponent) / exponent
