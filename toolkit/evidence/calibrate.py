"""Calibration: `python -m toolkit.evidence.calibrate` sets the few fitted parameters so that the toy meets their targets.

Which figure sets which parameter stands in trials.toml (`fits`). Each parameter in turn is moved until its own figure is met,
all else held, for a few rounds, and always with the same patients and the same luck: so a difference is due to the
parameter alone. It starts from the same places whatever the shipped values are. Whatever else the toy then gets right or
wrong is printed and left as it is.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from .figures import Figure, figures, trials
from .fitting import fittable, starting_value, targets
from .score import predict, scores
from .scoreboard import misses, say, table
from .trial import starting_changes

SIZE, SEED, ROUNDS = 20480, 1, 10
CLOSE = 0.0002
"""How near a figure has to come."""


def predict_all(
    some: Sequence[Figure], changes: Mapping[str, float], size: int = SIZE, seed: int = SEED
) -> list[float]:
    """What the toy gives for some figures of one trial, a list, under changes {"part.parameter": value}."""
    trial = trials()[some[0].trial]
    begin = 0 if some[0].who == "everybody" else trial.judged
    arms = {arm for figure in some for arm in (figure.arm, figure.versus) if arm}
    changes = {**starting_changes(some[0].entry), **changes}
    course = trial.run(changes, size, seed, begin + max(figure.week for figure in some), arms)
    return [predict(figure, course) for figure in some]


def calibrate(
    size: int = SIZE, seed: int = SEED, rounds: int = ROUNDS, tell: Callable[[str], None] = lambda line: None
) -> dict[str, float]:
    """Values of the fitted parameters, three digits each, {"part.parameter": value}.

    Args:
        size, seed: of the toy's cohorts.
        rounds: how often every parameter has its turn.
        tell: called with a line of text after each turn.
    """
    ranges = {name: fittable()[name]["range"] for name in targets()}
    values = {name: starting_value(low, high) for name, (low, high) in ranges.items()}
    for number in range(1, rounds + 1):
        for name, some in targets().items():
            wanted = float(np.mean([figure.published for figure in some]))

            def miss(value: float, name: str = name, some: tuple[Figure, ...] = some, wanted: float = wanted) -> float:
                return float(np.mean(predict_all(some, {**values, name: value}, size, seed))) - wanted

            values[name], left = find_root(miss, values[name], *ranges[name])
            tell(f"round {number}: {name:28} = {values[name]:.4f}   target {wanted:.3f}, reached {wanted + left:.3f}")
    return {name: float(f"{value:.3g}") for name, value in values.items()}


def find_root(
    miss: Callable[[float], float], begin: float, low: float, high: float, turns: int = 8
) -> tuple[float, float]:
    """Where `miss` comes within CLOSE of 0, by the secant method within a range: (value, what is still missing)."""
    at, gap = begin, miss(begin)
    step = 0.05 * (high - low)
    for _ in range(turns):
        if abs(gap) < CLOSE or step == 0:
            break
        following = min(max(at + step, low), high)
        following_gap = miss(following)
        slope = (following_gap - gap) / (following - at) if following != at else 0
        at, gap = following, following_gap
        step = -gap / slope if slope else 0
    return at, gap


def main() -> None:
    """Fit, print what the model's files have to say, and hold the result against everything else."""
    values = calibrate(tell=say)
    say("\nWhat has to stand in toolkit/model")
    for name, some in targets().items():
        now, source = fittable()[name], some[0].id
        say(f'  {name}: {values[name]:g}, tag="fitted", source="{source}"')
        if (now["default"], now["tag"], now["source"]) != (values[name], "fitted", source):
            say(f'      (now {now["default"]:g}, tag="{now["tag"]}", source="{now["source"]}")')
    # Presets of other conditions keep numbers of their own, so the new ones say nothing about them.
    depression = {figure.id for figure in figures() if trials()[figure.trial].condition == "depression"}
    board = scores(values, only=depression)
    for title, fits in (("Fitted: a hit is no achievement", True), ("Not fitted; depression only", False)):
        say(f"\n{title}")
        for line in table([one for one in board if bool(one.figure.fits) == fits]):
            say(line)
    say("\nWhat stays outside, and why")
    for line in misses(board):
        say(line)


if __name__ == "__main__":
    main()
