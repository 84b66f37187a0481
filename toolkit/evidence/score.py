"""The toy held beside the published figures: its own trial of the same size, and whether the figure lies within reach."""

import dataclasses
import types
from collections.abc import Callable, Collection, Mapping

import numpy as np

from toolkit.model import Course
from toolkit.model.arrays import Numbers

from .figures import Figure, figures, trials
from .measures import MEASURES, RATIOS
from .trial import count, starting_changes

SIZE, SEED = 16384, 2
"""Toy patients in each arm, and which: others than those to whom the model was fitted."""
DRAWS = 400
"""Trials of the published size that are drawn from them."""
UNTREATED = types.MappingProxyType(
    dict.fromkeys(
        (
            *("drug.strength", "skill.strength", "contact.strength"),
            *("relapse.drug", "relapse.skill", "adherence.alliance"),
        ),
        0.0,
    )
)
"""Changes that switch treatment and being seen off: such a toy must miss what comparisons found."""


@dataclasses.dataclass(frozen=True)
class Score:
    """A published figure, what the toy predicts for it, and the 95 % interval of that prediction.

    The interval is where the figure would fall in 95 of 100 trials if the toy were right. Where the number of people is
    known, many trials of that size are drawn from the toy's patients, each arm with people of its own. Where only a pooled
    figure with its interval is (a meta-analysis), the width of that interval is taken: it holds the spread between trials
    as well. Where neither is, low and high are None: the figure is shown, not judged.
    """

    figure: Figure
    predicted: float
    low: float | None = None
    high: float | None = None

    @property
    def inside(self) -> bool | None:
        """Whether the published figure lies in the interval; None if there is none."""
        return None if self.low is None or self.high is None else self.low <= self.figure.published <= self.high


def scores(
    changes: Mapping[str, float] | None = None,
    only: Collection[str] | None = None,
    size: int = SIZE,
    seed: int = SEED,
    tell: Callable[[str], None] = lambda line: None,
) -> tuple[Score, ...]:
    """A Score for every figure, in their order.

    Args:
        changes: {"part.parameter": value}, to try other models, for example UNTREATED.
        only: ids of findings, if not all are wanted: that takes less time.
        size, seed: of the toy's cohorts.
        tell: called with a line of text before each trial of the toy.

    Raises:
        ValueError: if a finding is wanted that is not scored.
    """
    wanted = [figure for figure in figures() if only is None or figure.id in only]
    if missing := set(only or ()) - {figure.id for figure in wanted}:
        raise ValueError(f"only = {', '.join(sorted(missing))}: not scored; see toolkit.evidence.unscored()")
    done = {}
    for name, entry in dict.fromkeys((figure.trial, figure.entry) for figure in wanted):
        trial = trials()[name]
        begin = f", beginning at {entry.points:g} points" if entry else ""
        tell(f"{name}: {trial.weeks} weeks, {', '.join(trial.arms)}{begin}")
        course = trial.run({**starting_changes(entry), **(changes or {})}, size, seed)
        some = [figure for figure in wanted if (figure.trial, figure.entry) == (name, entry)]
        done.update({figure: score(figure, course, seed) for figure in some})
    return tuple(done[figure] for figure in wanted)


def score(figure: Figure, course: Course, seed: int) -> Score:
    """Score of one figure, from a course of its trial; `seed` draws the small trials."""
    value = predict(figure, course)
    if figure.n:
        random = np.random.default_rng(seed)
        arms = zip(people(figure, course), figure.n, strict=True)
        many = MEASURES[figure.measure](*(arm[random.integers(arm.size, size=(DRAWS, n))] for arm, n in arms))
        # Trials of one size can only come out at certain shares: the ends are such, not something in between.
        return Score(figure, value, *map(float, np.quantile(many, [0.025, 0.975], method="nearest")))
    if figure.ci is None:
        return Score(figure, value)
    by_ratio = figure.measure in RATIOS
    ends = (value * figure.published / end if by_ratio else value + figure.published - end for end in figure.ci[::-1])
    return Score(figure, value, *ends)


def predict(figure: Figure, course: Course) -> float:
    """The toy's own figure, over all its patients."""
    return float(MEASURES[figure.measure](*people(figure, course)))


def people(figure: Figure, course: Course) -> list[Numbers]:
    """What is counted of each patient in the arm and, if there is one, in the arm it is held against, (patients,) each."""
    weeks = (figure.week, figure.week if figure.versus_week is None else figure.versus_week)
    arms = [(arm, week) for arm, week in zip((figure.arm, figure.versus), weeks, strict=True) if arm]
    return [count(course, figure.counted, arm, week, figure.who, figure.baseline) for arm, week in arms]
