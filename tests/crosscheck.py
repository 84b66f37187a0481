"""Cross-check: `python -m tests.crosscheck` fits the toy to one random half of the figures and judges the other.

The halves are drawn in two ways. By record: all figures of one finding fall into the same half. By kind, which is harder:
all figures that ask the same (what is counted, in which arm of which trial, against which) do, so that nothing is judged by
its own like, and a parameter may have to do without any figure that speaks of it.

All fitted parameters are moved at once, from the places where the calibration starts too, towards the half's figures: least
squares in units of how far each may well be off, with Huber's weights, so that no single figure can pull everything its
way. Depression only: presets of other conditions keep numbers of their own.

What the structure of the model has learnt from all figures, this check cannot see.
"""

import concurrent.futures
import dataclasses
import math
import multiprocessing
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

import numpy as np

from toolkit.evidence.figures import Figure, figures, trials
from toolkit.evidence.fitting import fittable, starting_value, targets
from toolkit.evidence.measures import RATIOS
from toolkit.evidence.score import Score, predict, scores
from toolkit.evidence.scoreboard import by_chance, say
from toolkit.evidence.trial import starting_changes
from toolkit.model.arrays import Flags, Numbers

SIZE, SEED, SPLITS = 1024, 1, 2
JUDGES = 4096
"""Toy patients in each arm when a half is judged."""
ROUNDS, AFRESH, STEP, LEASH, CLIP = 12, 3, 0.03, 0.3, 2.0
"""Rounds of the fit, and after how many all slopes are taken afresh; how far a parameter is moved to see what it does, and
how far it may stray without good reason, as shares of its range; how many errors a figure may be off before it counts for less.
"""


@dataclasses.dataclass(frozen=True)
class Half:
    """One half fitted and the other judged: shares of judged figures inside their intervals, and how many they were."""

    values: Mapping[str, float]
    fitted_to: float
    others: float
    judged: int


BY: dict[str, Callable[[Figure], Hashable]] = {
    "record": lambda figure: figure.id,
    "kind": lambda figure: (figure.trial, figure.counted, figure.arm, figure.versus),
}
"""What stays together when halves are drawn."""


def groups(some: Sequence[Score], by: str) -> dict[Hashable, list[Score]]:
    """Figures that stay together, by the record they stand in or by the kind they are of: {record or kind: [Score, …]}."""
    found: dict[Hashable, list[Score]] = {}
    for one in some:
        found.setdefault(BY[by](one.figure), []).append(one)
    return found


def halves(some: Sequence[Score], seed: int, by: str) -> tuple[list[Score], list[Score]]:
    """The figures in two random halves, about alike in number and in what they count, so that each half speaks of relapse, of
    leaving and so on; `by`, a name in BY, says which stay together.
    """
    together = list(groups(some, by).values())
    order = np.random.default_rng(seed).permutation(len(together)).tolist()
    order.sort(key=lambda place: together[place][0].figure.counted)
    both: tuple[list[Score], list[Score]] = ([], [])
    for place in order:
        min(both, key=len).extend(together[place])
    return both


def on_scale(figure: Figure, value: float) -> float:
    """A figure on the scale on which its interval is even."""
    return float(np.log(max(value, 1e-6))) if figure.measure in RATIOS else value


def standard_error(one: Score) -> float:
    """How far off a judged figure may well be: its standard error, from its interval, and what trials differ by anyway."""
    low, high = (on_scale(one.figure, end) for end in (one.low or 0.0, one.high or 0.0))
    # A 95 % interval is 1.96 standard errors to either side.
    return math.hypot((high - low) / (2 * 1.96), between_trial_sd(one.figure))


def between_trial_sd(figure: Figure) -> float:
    """By how much trials that ask the same differ beyond chance (SD), on the scale of the figure: chosen.

    Without it the largest studies would pull every parameter their way, however unlike their people are.
    """
    if figure.measure in RATIOS:
        return 0.15
    if figure.measure == "effect size":
        return 0.1
    return 1.0 if figure.counted in ("score", "fall") else 0.05


def misfits(some: Sequence[Score], values: Mapping[str, float], size: int = SIZE, seed: int = SEED) -> Numbers:
    """How far the toy is off each figure under some values, in units of `standard_error`, shape (figures,)."""
    found: dict[Figure, float] = {}
    for name, entry in dict.fromkeys((one.figure.trial, one.figure.entry) for one in some):
        trial = trials()[name]
        here = [one.figure for one in some if (one.figure.trial, one.figure.entry) == (name, entry)]
        weeks = max((0 if figure.who == "everybody" else trial.judged) + last_week(figure) for figure in here)
        arms = {arm for figure in here for arm in (figure.arm, figure.versus) if arm}
        course = trial.run({**starting_changes(entry), **values}, size, seed, weeks, arms)
        found.update({figure: predict(figure, course) for figure in here})
    return np.array(
        [
            (on_scale(one.figure, found[one.figure]) - on_scale(one.figure, one.figure.published)) / standard_error(one)
            for one in some
        ]
    )


def last_week(figure: Figure) -> int:
    """The last week that a figure needs."""
    return max(figure.week, figure.versus_week or 0)


def huber(misses: Numbers) -> Numbers:
    """What misses cost, in standard errors: half their squares, but beyond CLIP only as they grow (Huber 1964)."""
    far = np.abs(misses)
    return np.where(far < CLIP, far**2 / 2, CLIP * (far - CLIP / 2))


def fit(some: Sequence[Score], submit: Callable[..., Sequence[Numbers]]) -> dict[str, float]:
    """Values of the fitted parameters that bring the toy near some figures.

    Args:
        some: judged Scores: figures, and how sure each is.
        submit: maps a function over arguments, as `map` does; a pool's own takes less time.
    """
    names = list(targets())
    ranges = np.array([fittable()[name]["range"] for name in names], dtype=float)
    width, middle = ranges[:, 1] - ranges[:, 0], np.array([starting_value(*ends) for ends in ranges])
    low, high = (ranges - middle[:, None]).T / width

    def evaluate(places: Sequence[Numbers]) -> list[Numbers]:
        values = [dict(zip(names, (middle + width * place).tolist(), strict=True)) for place in places]
        return list(submit(misfits, [some] * len(values), values))

    def cost(place: Numbers, misses: Numbers) -> float:
        return float(huber(misses).sum() + ((place / LEASH) ** 2).sum() / 2)

    def slopes(place: Numbers, misses: Numbers) -> Numbers:
        steps = np.where(place + STEP <= high, STEP, -STEP)
        moved = evaluate([place + step * unit for step, unit in zip(steps, np.eye(len(names)), strict=True)])
        return (np.array(moved) - misses).T / steps

    place, damping = np.zeros(len(names)), 0.1
    [misses] = evaluate([place])
    slope = slopes(place, misses)
    for number in range(ROUNDS):
        if number > 0 and number % AFRESH == 0:
            slope = slopes(place, misses)
        weight = np.minimum(1.0, CLIP / np.maximum(np.abs(misses), 1e-9))
        bend = (slope.T * weight) @ slope + np.eye(len(names)) / LEASH**2
        push = (slope.T * weight) @ misses + place / LEASH**2
        steps = [np.linalg.solve(bend + damping * k * np.diag(np.diag(bend)), -push) for k in (1.0, 10.0)]
        further = [np.clip(place + step, low, high) for step in steps]
        there = evaluate(further)
        best = min(range(2), key=lambda k: cost(further[k], there[k]))
        if cost(further[best], there[best]) >= cost(place, misses):
            damping *= 10
            continue
        change = further[best] - place
        # Broyden: what this step has taught of the slopes.
        slope = slope + np.outer(there[best] - misses - slope @ change, change) / (float(change @ change) + 1e-12)
        place, misses, damping = further[best], there[best], damping * (0.3 if best == 0 else 3.0)
    return dict(zip(names, (middle + width * place).tolist(), strict=True))


def find_inside(figures_wanted: Collection[Figure], values: Mapping[str, float]) -> Flags:
    """Whether each of some figures lies inside, judged anew under these values."""
    some = scores(values, only={figure.id for figure in figures_wanted}, size=JUDGES)
    return np.array([bool(one.inside) for one in some if one.figure in figures_wanted], dtype=bool)


def crosscheck(by: str, splits: int = SPLITS, tell: Callable[[str], None] = lambda line: None) -> list[Half]:
    """Fit each half of each random split, judge the other: a Half for each, two a split.

    Args:
        by: what stays together, a name in BY.
        splits: number of random splits.
        tell: called with a line of text after each half.
    """
    depression = {figure.id for figure in figures() if trials()[figure.trial].condition == "depression"}
    judged = [one for one in scores(only=depression, size=JUDGES) if one.inside is not None]
    judged = [one for one in judged if trials()[one.figure.trial].condition == "depression"]
    done = []
    fresh = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(mp_context=fresh) as pool:
        for split in range(splits):
            pair = halves(judged, split, by)
            for ours, others in (pair, pair[::-1]):
                values = fit(ours, lambda *arguments: list(pool.map(*arguments)))
                shares = [find_inside({one.figure for one in some}, values) for some in (ours, others)]
                half = Half(values, shares[0].mean(), shares[1].mean(), shares[1].size)
                done.append(half)
                tell(
                    f"by {by}, split {split + 1}: fitted to {shares[0].size}, {half.fitted_to:.0%} of them inside; "
                    f"of the {half.judged} others {half.others:.0%}"
                )
    return done


def report(tell: Callable[[str], None], splits: int = SPLITS) -> None:
    """Do the cross-check in both ways and tell what came of it."""
    for by in BY:
        done = crosscheck(by, splits, tell)
        ours, others = (float(np.mean([getattr(half, name) for half in done])) for name in ("fitted_to", "others"))
        number = round(float(np.mean([half.judged for half in done])))
        tell(
            f"By {by}, inside on average: {ours:.0%} of the half that was fitted, {others:.0%} of the half that was not; "
            f"in a toy that is right, {by_chance(number)} of {number} would be outside"
        )


if __name__ == "__main__":
    report(say)
