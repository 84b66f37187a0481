"""Lesson 16: how would we know? A trial of one's own, the same trial two hundred times, and how many people it takes."""

import numpy as np

from toolkit import explore

from .chart import ALONE, named, unit
from .people import ATTENTION, ELSEWHERE, LOST_BY_LOT, SURE, TOWN, TRIALS

NOTHING = 1e-6
"""A gain below this is none: what is left of rounding."""


def draw_guess(people, _):
    """The guess as a dashed line over the chances."""
    place = float(np.log10(people))
    return explore.guess_line([place, place], [0, 96], (place, 99), hover=f"{people:,}", position="top center", panel=3)


def sentence(trial):
    """The picture in words."""
    gain, low, high = trial.estimate(trial.weights)
    tested, what = asked(trial)
    place = "outside" if low > 0 or high < 0 else "inside"
    return (
        f"{trial.values['size']:,} in each arm: {what}; week {trial.values['week']}. This trial: {tested} {gain:.1f} "
        f"{unit(trial)} ({low:.1f} to {high:.1f}: 0 is {place}). The whole town: {trial.truth(trial.weights):.1f}. "
        f"{again(trial)} {enough(trial)}"
    )


def asked(trial):
    """What the gain is, and the arms, in words."""
    if trial.values["compare"] == "four":
        arms = ", ".join(named(trial, arm) for arm in trial.weights)
        return "more than the sum by", arms
    tested, against = trial.weights
    return f"{ALONE[tested]} better by", f"{ALONE[tested]} against {named(trial, against)}"


def again(trial):
    """What became of the many trials, in words."""
    found, truth = trial.significant, trial.truth(trial.weights)
    said = f"Of {TRIALS} such trials {100 * found.mean():.0f}\u00a0% leave 0 out"
    if abs(truth) < NOTHING:
        return f"{said}: all of these are false alarms."
    if not found.any():
        return f"{said}."
    wrong = 100 * (np.sign(trial.again[0][found]) != np.sign(truth)).mean()
    times = np.abs(trial.again[0][found]).mean() / abs(truth)
    also = f", and {wrong:.0f}\u00a0% of them point the wrong way" if wrong >= 1 else ""
    return f"{said}; these show {times:.1f} times the true size{also}."


def enough(trial):
    """How many people it takes, in words."""
    if abs(trial.truth(trial.weights)) < NOTHING:
        return "There is nothing to find, with however many."
    return f"To find it 8 times in 10 takes about {rounded(trial.needed):,} in each arm."


def rounded(number):
    """A number of people as one says it: two figures that count."""
    return int(float(f"{number:.2g}"))


def compare_guess(_, trial):
    """How many it takes for synergy, beside the guess."""
    if trial.values["compare"] != "four":
        return "Choose *four arms* under *By lot* to see how far your guess goes."
    return f"In this toy, as set: {enough(trial)[0].lower()}{enough(trial)[1:]}"


def table(trial):
    """One row for each arm: who was drawn, who left, what was counted, and the gain over the last arm."""
    arms, start = list(trial.weights), trial.course.symptoms[0, 0]
    gains = [trial.estimate({arm: 1, trial.against: -1}) if arm != trial.against else (0.0,) * 3 for arm in arms]
    flow = [trial.flow(arm) for arm in arms]
    return {
        "arm": np.array([named(trial, arm) for arm in arms]),
        **{name: np.array([one[name] for one in flow]) for name in flow[0]},
        "mean score at entry": np.array([start[trial.drawn[arm]].mean() for arm in arms]),
        f"counted ({unit(trial)})": np.array([abs(trial.sums(arm, trial.drawn[arm])[0]) for arm in arms]),
        **{name: np.array([gain[place] for gain in gains]) for place, name in enumerate(("gain", "low", "high"))},
    }


def own(values):
    """Numbers of the trial that are no parameters of the model."""
    numbers = {
        "people in the town from whom all are drawn": f"{TOWN:,}",
        "usual care: share who find the other treatment elsewhere": f"{ELSEWHERE:.2f}",
        "attention: what a visit teaches, as a share of a session": f"{ATTENTION:.2f}",
        "lost by lot": f"{LOST_BY_LOT:.1f}",
        "standard errors on either side of an interval": f"{SURE:.2f}",
    }
    return [explore.Entry(what, value) for what, value in numbers.items()]


def in_each_arm(gain, spread, arms):
    """The answer to the code task."""
    return arms * (2.8 * spread / gain) ** 2


DESIGNS = ((3.0, 7.5, 2), (1.5, 7.5, 2), (0.5, 7.5, 4), (20.0, 50.0, 2))


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [(design, in_each_arm(*design)) for design in DESIGNS]
