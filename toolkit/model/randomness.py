"""The only source of chance. Patients come in panels, and each panel has its own streams of random numbers.

A stream depends on the seed, on what it is for and on the panel, and on nothing else: not on the plans compared, the
number of weeks, the size of the cohort or who computes it. So every arm meets the same patients with the same luck, and
a run can be cut into panels and computed anywhere with the same bits as a result.
"""

import functools
from collections.abc import Callable

import numpy as np

from .arrays import Numbers

PANEL = 1024
"""Patients drawn together. Part of what a seed means: changing it changes every number."""

PURPOSES = (
    *("traits", "noise", "measurement", "stress", "medications", "policy", "doses", "landscape", "network"),
    *("waiting", "trust"),
)
"""A new one comes last, and none is taken out: the place is part of what a seed means."""


def stream(seed: int, purpose: str, panel: int, step: int = 0) -> np.random.Generator:
    """Generator of random numbers for one purpose (one of PURPOSES) of one panel."""
    # SFC64 gives normal numbers the quickest of numpy's five generators, and a run draws more of them than of anything else. The
    # spawn key keeps streams apart as for children of one SeedSequence, without anybody having to draw them in order.
    key = (PURPOSES.index(purpose), panel, step)
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=key)))


@functools.lru_cache(maxsize=512)
def draw_panel(
    draw: Callable[[np.random.Generator, int], Numbers], seed: int, purpose: str, panel: int, step: int
) -> Numbers:
    """One number for each patient of a panel, shape (PANEL,), by a method of Generator; not to be written into.

    Kept, 4 MB at most: the next run meets the same people with the same luck.
    """
    numbers = draw(stream(seed, purpose, panel, step), PANEL)
    numbers.flags.writeable = False
    return numbers
