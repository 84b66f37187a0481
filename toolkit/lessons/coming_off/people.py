"""A way down from the usual dose: what is filled, what the body misses, and what two ideas of illness make of it."""

import dataclasses
import functools

import numpy as np

from toolkit.model import Drug, Model, Taper

PEOPLE, STEPS, BEFORE, YEAR, DAYS = 1000, 8, 2, 52, 7
"""People; steps down, the last one to nothing; weeks shown before the first; weeks that are counted; days a week."""
ABRUPT, LAST = "abrupt", "last"
"""What the controls call a stop in one day, and a year that is counted from the last step."""
KEPT, SLOPE, TIPPING = "kept", "slope", "tipping"
KEPT_ILL, STOPPED_ILL = 0.39, 0.56
"""Ill again within a year with medication kept and stopped (lewis2021_antler): both ideas are set to meet the two."""
FELT = 0.14
"""More people who feel withdrawal after a stop than after stopping a dummy pill (henssler2024_withdrawal)."""


@dataclasses.dataclass(frozen=True)
class Descent:
    """One way down, day by day from `BEFORE` weeks before the first step; shares are of the medication's target.

    weeks: since the first step. filled: share that is filled. used_to: the delayed effect, which the body is used to.
    last: week of the last step. largest: what the largest step takes.
    """

    weeks: np.ndarray
    filled: np.ndarray
    used_to: np.ndarray
    last: int
    largest: float

    @property
    def missed(self):
        """What the body is used to beyond what is filled; never below 0."""
        return np.maximum(self.used_to - self.filled, 0.0)


@functools.lru_cache(maxsize=64)
def descend(way, step_weeks, drug):
    """A way down, and a year after its last step."""
    down = () if way == ABRUPT else Taper(way, STEPS).doses(1.0, drug)
    doses = np.array([1.0, *down, 0.0])
    last = (len(doses) - 2) * step_weeks
    days = np.arange(-DAYS * BEFORE, DAYS * (last + YEAR))
    taken = doses[np.clip(1 + days // (DAYS * step_weeks), 0, len(doses) - 1)]
    level, effect, made = 1.0, float(drug.occupancy(1.0)), []
    for dose in taken:
        level, effect, used_to, filled = drug.step(level, effect, dose, 1 / DAYS)
        made.append((filled, used_to))
    largest = -np.diff(drug.occupancy(doses)).min()
    return Descent(days / DAYS, *np.array(made).T, last, float(largest))


def strain(descent, full, pull):
    """Slope: what has come together of the risk, day by day from the first step; it rises as the effect goes.

    Whoever can bear less than this is ill again (a cumulative hazard). pull: log hazard of the whole effect.
    """
    effect = descent.used_to[descent.weeks >= 0] / full
    daily = np.exp(pull * (1 - effect)) * -np.log(1 - KEPT_ILL) / (YEAR * DAYS)
    return np.concatenate([[0.0], np.cumsum(daily)])


def push(descent):
    """Tipping point: the most that has been missed at one time, day by day from the first step."""
    return np.concatenate([[0.0], np.maximum.accumulate(descent.missed[descent.weeks >= 0])])


@functools.cache
def fitted():
    """(pull, bears, most): what makes both ideas meet the trial after a stop in one day.

    bears: share of the target that the sturdiest person can miss, in the idea of a tipping point; most: what is missed.
    """
    drug = Drug()
    stop, full, low, high = descend(ABRUPT, 1, drug), float(drug.occupancy(1.0)), 0.0, 3.0
    for _ in range(50):
        pull = (low + high) / 2
        low, high = (pull, high) if strain(stop, full, pull)[-1] < -np.log(1 - STOPPED_ILL) else (low, pull)
    pushed = 1 - (1 - STOPPED_ILL) / (1 - KEPT_ILL)
    most = float(stop.missed.max())
    return pull, most / pushed, most


@functools.lru_cache(maxsize=4)
def nature(seed):
    """What people differ in: how much strain they bear, how high their ridge is, who feels withdrawal; spread evenly.

    Each is a thousand equal steps in an order of chance, so that groups differ by what was done and hardly by luck.
    """
    chance = np.random.default_rng(seed)
    even = (np.arange(PEOPLE) + 0.5) / PEOPLE
    luck, ridge, feels = (chance.permutation(even) for _ in range(3))
    return -np.log(luck), ridge, feels


def first_day(values, bounds):
    """Day on which rising values reach each person's bound; one beyond the end where they never do."""
    return np.searchsorted(values, bounds)


@dataclasses.dataclass(frozen=True)
class Seen:
    """One way down, and what becomes of people in the year that is counted.

    descent: the way. from_last: whether the year begins with the last step. mistaken: share of those who feel withdrawal who
    are taken for ill again. full: percentage of the target filled at the usual dose.
    days: {group: day of falling ill again since the first step, shape (people,)} for medication kept and either idea.
    feels: who feels withdrawal, shape (people,).
    """

    descent: Descent
    from_last: bool
    mistaken: float
    full: float
    days: dict
    feels: np.ndarray

    @property
    def start(self):
        """Week in which counting begins, since the first step."""
        return self.descent.last if self.from_last else 0

    def among(self, group):
        """Who is well when counting begins, and who of them is ill again a year later; two arrays of shape (people,)."""
        day = self.days[group]
        there = day > DAYS * self.start
        return there, there & (day <= DAYS * (self.start + YEAR))

    @functools.cached_property
    def ill(self):
        """Of 100 who were well when counting began, ill again within the year, {group: people}."""
        return {group: 100 * ill.sum() / there.sum() for group in self.days for there, ill in [self.among(group)]}

    @functools.cached_property
    def early(self):
        """Of 100, ill again before counting began, {group: people}."""
        return {group: 100 - 100 * self.among(group)[0].mean() for group in self.days}

    @functools.cached_property
    def unwell(self):
        """Of the same 100, not ill again and feeling withdrawal, {group: people}."""
        each = {group: self.among(group) for group in (SLOPE, TIPPING)}
        return {KEPT: 0.0} | {
            group: 100 * (there & ~ill & self.feels).sum() / there.sum() for group, (there, ill) in each.items()
        }

    @property
    def counted(self):
        """Of 100, whom a trial would count as ill again, {group: people}."""
        return {group: ill + self.mistaken * self.unwell[group] for group, ill in self.ill.items()}

    @property
    def largest(self):
        """What the largest step takes, places of 100."""
        return 100 * self.descent.largest

    @property
    def missed(self):
        """The most that the body misses at one time, places of 100."""
        return 100 * float(self.descent.missed.max())


def model(half, **_):
    """The model that the controls describe."""
    return Model().replace({"drug.half_occupancy_level": half})


def run(seed, way, step_weeks, count, taken, half):
    """A way down with the controls' values."""
    drug = model(half).drug
    pull, bears, most = fitted()
    full = float(drug.occupancy(1.0))
    way_down = descend(way, step_weeks, drug)
    bound, ridge, feels = nature(seed)
    steady = -np.log(1 - KEPT_ILL) / YEAR / DAYS
    kept = np.ceil(bound / steady)
    days = {
        KEPT: kept,
        SLOPE: first_day(strain(way_down, full, pull), bound),
        TIPPING: np.minimum(kept, first_day(push(way_down), bears * ridge)),
    }
    felt = FELT * min(float(way_down.missed.max()) / most, 1.0)
    return Seen(way_down, count == LAST, taken / 100, 100 * full, days, feels < felt)
