"""Who stays well, and for how long: Kaplan-Meier curves and the hazard ratio."""

import dataclasses

import numpy as np

from .arrays import Flags, Numbers, Whole
from .estimates import Estimate, quantile


@dataclasses.dataclass(frozen=True)
class SurvivalCurve:
    """Share still free of the event, as a step function of time; arrays of shape (times,), beginning at time 0.

    low, high: 95 % interval (Greenwood's variance on the log-log scale). at_risk: number still followed just before.
    """

    weeks: Numbers
    share: Numbers
    low: Numbers
    high: Numbers
    at_risk: Whole
    events: Whole

    def at(self, week: float) -> float:
        """Share still free of the event at a time."""
        return self.share[np.searchsorted(self.weeks, week, side="right") - 1]


def kaplan_meier(weeks: Numbers, happened: Flags) -> SurvivalCurve:
    """Kaplan-Meier curve.

    Args:
        weeks: time of the event, or of the last look (censored), shape (patients,).
        happened: whether it was the event, shape (patients,).

    Returns:
        SurvivalCurve at each time that occurs.

    >>> curve = kaplan_meier(np.array([3, 5, 5, 8]), np.array([True, True, False, False]))
    >>> curve.weeks.tolist(), curve.share.tolist()
    ([0.0, 3.0, 5.0, 8.0], [1.0, 0.75, 0.5, 0.5])
    """
    weeks, happened = np.asarray(weeks, dtype=float), np.asarray(happened, dtype=bool)
    times = np.unique(np.append(0.0, weeks))
    at_risk = weeks.size - np.searchsorted(np.sort(weeks), times)
    events = np.searchsorted(np.sort(weeks[happened]), times, "right") - np.searchsorted(
        np.sort(weeks[happened]), times
    )
    left = at_risk - events
    share = np.cumprod(left / np.maximum(at_risk, 1))
    parts = np.divide(events, at_risk * left, out=np.zeros(len(times)), where=at_risk * left > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        log = np.log(share)
        spread = quantile(0.975) * np.sqrt(np.cumsum(parts)) / log
        low, high = share ** np.exp(-spread), share ** np.exp(spread)
    # Log-log has no place for 0 and 1; there the curve is all that is known.
    inside = (share > 0) & (share < 1)
    low, high = np.where(inside, low, share), np.where(inside, high, share)
    return SurvivalCurve(times, share, np.minimum(low, high), np.maximum(low, high), at_risk, events)


def hazard_ratio(weeks: Numbers, happened: Flags, treated: Flags) -> Estimate:
    """Hazard of the treated over that of the others: Cox's partial likelihood with Efron's handling of ties.

    Args:
        weeks, happened: as in `kaplan_meier`, both groups together.
        treated: whether in the group in question, shape (patients,).

    Returns:
        Estimate with its 95 % interval (Wald); nan where one group has no event.
    """
    weeks, happened, treated = np.asarray(weeks, dtype=float), np.asarray(happened, bool), np.asarray(treated, bool)
    if not (happened & treated).any() or not (happened & ~treated).any():
        return Estimate(np.nan, np.nan, np.nan)
    ties = np.unique(weeks[happened])
    followed = [weeks[group].size - np.searchsorted(np.sort(weeks[group]), ties) for group in (treated, ~treated)]
    events = [(weeks[happened & group][:, np.newaxis] == ties).sum(axis=0) for group in (treated, ~treated)]
    log_ratio, information = 0.0, 0.0
    for _ in range(30):
        score, information = efron(followed, events, log_ratio)
        change = score / information
        # Newton's first steps can overshoot where events are few; the likelihood has one peak, so shorter ones arrive as well.
        log_ratio += np.clip(change, -1.0, 1.0)
        if abs(change) < 1e-10:
            break
    margin = quantile(0.975) / np.sqrt(information)
    return Estimate(*(float(np.exp(log_ratio + side * margin)) for side in (0, -1, 1)))


def efron(followed: list[Whole], events: list[Whole], log_ratio: float) -> tuple[float, float]:
    """Score and information of the partial likelihood; followed, events: (treated, others), each of shape (ties,)."""
    together = events[0] + events[1]
    # Efron: of d who fall ill in the same week, the k-th meets a risk set that k - 1 of them have left on average.
    passed = np.concatenate([np.arange(count) / count for count in together])
    treated, others, ours, theirs = (np.repeat(counts, together) for counts in (*followed, *events))
    weight = np.exp(log_ratio) * (treated - passed * ours)
    share = weight / (weight + others - passed * theirs)
    return events[0].sum() - share.sum(), share @ (1 - share)
