"""Exponential decay, the one curve that every mechanism follows towards where it is drawn."""

import numpy as np


def decay_and_mean(exponent):
    """exp(-x) at the end of a step and its mean over the step, (1 - exp(-x)) / x; x > 0, scalar or array.

    Both come from one tanh, which numpy computes several at a time: 1 - exp(-x) = 2 t / (1 + t) with t = tanh(x / 2).
    """
    half = np.tanh(exponent / 2.0)
    gone = 2.0 * half / (1.0 + half)
    return 1.0 - gone, gone / exponent


def logistic(x):
    """Logistic function 1 / (1 + exp(-x)), for x of any size and shape."""
    return 0.5 + 0.5 * np.tanh(0.5 * x)
