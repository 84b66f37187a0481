"""How a trial sums up what it counted. Each measure takes patients along the last axis, so that many trials go at once."""

from collections.abc import Callable

import numpy as np

from toolkit.model.arrays import Flags, Numbers


def risk(events: Flags) -> Numbers:
    """Share of a yes, half a patient added on either side so that none is 0 or 1 and every ratio can be had."""
    return (events.sum(axis=-1) + 0.5) / (events.shape[-1] + 1)


def odds(events: Flags) -> Numbers:
    """Odds of a yes."""
    return risk(events) / (1 - risk(events))


def effect_size(ours: Numbers, theirs: Numbers) -> Numbers:
    """Standardised difference of means, positive if ours are lower."""
    return (theirs.mean(axis=-1) - ours.mean(axis=-1)) / np.sqrt((ours.var(axis=-1) + theirs.var(axis=-1)) / 2)


def variance_ratio(ours: Numbers, theirs: Numbers) -> Numbers:
    """Variance of ours over that of theirs."""
    return ours.var(axis=-1) / theirs.var(axis=-1)


def mantel_haenszel(ours: Numbers, theirs: Numbers) -> Numbers:
    """Hazard of ours over theirs from weeks until the event (inf: none): Mantel and Haenszel's ratio, week by week."""
    # Not Cox's ratio as in toolkit.model: that one is searched for trial by trial, this one comes for hundreds at once.
    ended = [np.sort(weeks, axis=-1) for weeks in (ours, theirs)]
    above = below = 0.0
    for week in np.unique(np.concatenate([weeks[np.isfinite(weeks)] for weeks in ended])):
        events, others = ((weeks == week).sum(axis=-1) for weeks in ended)
        followed, with_them = ((weeks >= week).sum(axis=-1) for weeks in ended)
        everybody = np.maximum(followed + with_them, 1)
        above, below = above + events * with_them / everybody, below + others * followed / everybody
    return above / np.maximum(below, 1e-9)  # trials without any event among the others: as good as infinite


MEASURES: dict[str, Callable[..., Numbers]] = {
    "mean": lambda ours: ours.mean(axis=-1),
    "difference": lambda ours, theirs: ours.mean(axis=-1) - theirs.mean(axis=-1),
    "effect size": effect_size,
    "variance ratio": variance_ratio,
    "odds ratio": lambda ours, theirs: odds(ours) / odds(theirs),
    "risk ratio": lambda ours, theirs: risk(ours) / risk(theirs),
    "hazard ratio": mantel_haenszel,
}
"""Measures by name, of one arm or of two."""
RATIOS = ("variance ratio", "odds ratio", "risk ratio", "hazard ratio")
"""Measures whose intervals are even on a logarithmic scale."""
