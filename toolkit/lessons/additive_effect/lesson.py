"""Lesson 02: when do two treatments add up? One trial, read on three scales."""

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL
from toolkit.model.scales import log_odds

from .people import SCALES, WEEKS

INTERACTIONS = {
    "none": "none: each works alone",
    "door": "the drug opens the door to learning",
    "plasticity": "the drug speeds learning",
    "both": "door and speed",
}

NOBODY_CAN_SAY = "Without a group that got neither, nobody can say what just adding would give."


def sentence(trial):
    """The picture in words."""
    return one_life(trial) if trial.one_person else whole_cohort(trial)


def one_life(trial):
    means, gains = dict(zip(trial.course.arms, trial.course.mean(trial.week), strict=True)), trial.gains
    scores = ", ".join(f"{name} {means[name]:.1f}" for name in trial.shown)
    seen = f"{'Four' if trial.dummy_arm else 'Three'} lives of one person, score in week {trial.week}: {scores} points."
    if not trial.dummy_arm:
        return f"{seen} {NOBODY_CAN_SAY}"
    return (
        f"{seen} Against a dummy pill with visits, medication gains {points(gains['medication'])}, "
        f"therapy {points(gains['therapy'])}, "
        f"both {points(gains['both'])}. {left_over(trial)}"
    )


def whole_cohort(trial):
    shares = ", ".join(f"{name} {trial.shares[name]:.0f} %" for name in trial.shown)
    seen = f"{trial.course.cohort.size:,} people. Responding by week {trial.week}: {shares}."
    if not trial.dummy_arm:
        return f"{seen} {NOBODY_CAN_SAY}"
    verdicts = ", ".join(verdict(trial, scale) for scale in SCALES)
    return f"{seen} Just adding would give {verdicts}. {left_over(trial)}"


def verdict(trial, scale):
    if np.isnan(trial.expected(scale)):
        return f"no number by {SCALES[scale]} (it cannot say, with nobody or everybody responding to the dummy pill)"
    expected, seen = round(trial.expected(scale)), round(trial.shares["both"])
    reading = (
        "just as seen" if seen == expected else "seen: more, synergy" if seen > expected else "seen: less, antagonism"
    )
    return f"{expected} % by {SCALES[scale]} ({reading})"


def left_over(trial):
    return f"Together minus the sum of the parts, in score: {points(trial.together_minus_sum)}."


def points(value):
    """A number of points, without a minus before zero."""
    return f"{round(value, 1) + 0.0:.1f} points"


def table(trial):
    """Mean scores by week and arm."""
    means = trial.course.symptoms.mean(axis=2)
    columns = {f"{name} (points)": means[:, trial.course.arm(name)] for name in trial.shown}
    if trial.dummy_arm:
        columns["just adding (points)"] = trial.adding_up
    return {"week": np.arange(WEEKS + 1), **columns}


def draw_guess(share, _):
    """The guess among the shares."""
    return explore.guess_line(
        [share, share], [-0.5, 6.5], (share, 6.6), hover=f"{share} %", position="top center", panel=2
    )


def studies_sentence(trial):
    """How many of the real comparisons lie above or below what each scale expects."""
    counts = [
        f"{label}: more than the sum in {beyond(scale, 1)}, less in {beyond(scale, -1)}"
        for scale, label in SCALES.items()
    ]
    return (
        f"{len(FACTORIAL)} comparisons from {len({real.id for real in FACTORIAL})} trials. By {'; by '.join(counts)}. "
        "Such counts are no votes: most of these trials are too small to tell a sum from a little more or less. "
        f"The toy: {'; '.join(verdict(trial, scale) for scale in SCALES)}."
    )


def beyond(scale, sign):
    """How many comparisons lie above (sign 1) or below (-1) just adding, in whole percent."""
    return sum(sign * (round(100 * real.shares[3]) - round(100 * real.expected(scale))) > 0 for real in FACTORIAL)


options = {"interaction": INTERACTIONS}


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [(real.shares[:3], float(log_odds(*real.shares[:3]))) for real in FACTORIAL[:3]]
