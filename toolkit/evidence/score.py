"""The toy held beside the published figures: its own trial of the same size, and whether the figure lies within reach."""

import dataclasses
import types

import numpy as np

from .figures import Figure, figures, trials
from .measures import MEASURES, RATIOS
from .trial import counted

SIZE, SEED = 16384, 2
"""Toy patients in each arm, and which."""
DRAWS = 400
"""Trials of the published size that are drawn from them."""
UNTREATED = types.MappingProxyType(
    dict.fromkeys(("drug.strength", "skill.strength", "relapse.drug", "relapse.skill", "adherence.alliance"), 0.0)
)
"""Changes that switch the treatments off: such a toy must miss what comparisons found."""


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
    low: float | None
    high: float | None

    @property
    def inside(self):
        """Whether the published figure lies in the interval; None if there is none."""
        return None if self.low is None else bool(self.low <= self.figure.published <= self.high)


def scores(changes=None, only=None, size=SIZE, seed=SEED, tell=lambda line: None):
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
        raise ValueError(f"only = {', '.join(sorted(missing))}: not scored; see toolkit.evidence.silent()")
    done = {}
    for name in dict.fromkeys(figure.trial for figure in wanted):
        trial = trials()[name]
        tell(f"{name}: {trial.weeks} weeks, arms: {', '.join(trial.arms)}")
        course = trial.run(changes or {}, size, seed)
        for figure in wanted:
            if figure.trial == name:
                done[figure] = score(figure, course, np.random.default_rng(seed))
    return tuple(done[figure] for figure in wanted)


def score(figure, course, random):
    """Score of one figure, from a course of its trial; `random` draws the small trials."""
    arms, value = people(figure, course), predicted(figure, course)
    if figure.n:
        many = MEASURES[figure.measure](*(draw(arm, n, random) for arm, n in zip(arms, sizes(figure), strict=True)))
        # Trials of one size can only come out at certain shares: the ends are such, not something in between.
        return Score(figure, value, *map(float, np.quantile(many, [0.025, 0.975], method="nearest")))
    if figure.ci is None:
        return Score(figure, value, None, None)
    if figure.measure in RATIOS:
        return Score(figure, value, *(value * figure.published / end for end in reversed(figure.ci)))
    return Score(figure, value, *(value + figure.published - end for end in reversed(figure.ci)))


def predicted(figure, course):
    """The toy's own figure, over all its patients."""
    return float(MEASURES[figure.measure](*people(figure, course)))


def people(figure, course):
    """What is counted of each patient in the arm and the one it is held against, (patients,) each; None if there is none."""
    what = (figure.week, figure.who, figure.baseline)
    return [arm and counted(course, figure.counted, arm, *what) for arm in (figure.arm, figure.versus)]


def sizes(figure):
    """People in the arm and the one it is held against."""
    return (*figure.n, None)[:2]


def draw(patients, n, random):
    """DRAWS trials of n of these patients each, shape (DRAWS, n); None if there are none."""
    return None if patients is None else patients[random.integers(patients.size, size=(DRAWS, n))]
