"""Lesson 03: when do two treatments add up? One trial, read on three scales."""

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL
from toolkit.model.scales import log_odds

from ..format import number
from ..words import Words
from .people import SCALES, WEEKS

WORDS = Words(__package__)
say = WORDS.say


def sentence(trial):
    """The picture in words."""
    return " ".join(one_life(trial) if trial.one_person else whole_cohort(trial))


def one_life(trial):
    """One person's lives, sentence by sentence."""
    means = dict(zip(trial.course.arms, trial.course.mean(trial.week), strict=True))
    scores = ", ".join(say("score", arm=name, score=means[name]) for name in trial.shown)
    yield say("four_lives" if trial.dummy_arm else "three_lives", week=trial.week, scores=scores)
    if not trial.dummy_arm:
        yield say("nobody_can_say")
    else:
        yield say("gains", **{name: number(gain) for name, gain in trial.gains.items()})
        yield left_over(trial)


def whole_cohort(trial):
    """Who responds, sentence by sentence."""
    shares = ", ".join(say("share", arm=name, share=trial.shares[name]) for name in trial.shown)
    yield say("people", people=trial.course.cohort.size, week=trial.week, shares=shares)
    if not trial.dummy_arm:
        yield say("nobody_can_say")
    else:
        yield say("adding", verdicts=", ".join(verdict(trial, scale) for scale in SCALES))
        yield left_over(trial)


def verdict(trial, scale):
    """What just adding would give on a scale, beside what is seen."""
    words = WORDS.says("scales")[scale]
    if np.isnan(trial.expected(scale)):
        return say("no_verdict", scale=words)
    expected, seen = round(trial.expected(scale)), round(trial.shares["both"])
    reading = "same" if seen == expected else "more" if seen > expected else "less"
    return say("verdict", expected=expected, scale=words, reading=WORDS.says("readings")[reading])


def left_over(trial):
    """Together minus the sum of the parts."""
    return say("left_over", points=number(trial.together_minus_sum))


def table(trial):
    """Mean scores by week and arm."""
    means = trial.course.symptoms.mean(axis=2)
    columns = {say("column", arm=name): means[:, trial.course.arm(name)] for name in trial.shown}
    if trial.dummy_arm:
        columns[say("column", arm=say("just_adding"))] = trial.adding_up
    return {say("week"): np.arange(WEEKS + 1), **columns}


def draw_guess(share, _):
    """The guess among the shares."""
    return explore.guess_line(
        [share, share], [-0.5, 6.5], (share, 6.6), hover=f"{share} %", position="top center", panel=2
    )


def studies_sentence(trial):
    """How many of the real comparisons lie above or below what each scale expects."""
    counts = [
        say("count", scale=words, more=beyond(scale, 1), less=beyond(scale, -1))
        for scale, words in WORDS.says("scales").items()
    ]
    return say(
        "studies",
        comparisons=len(FACTORIAL),
        trials=len({real.id for real in FACTORIAL}),
        counts=say("count_on").join(counts),
        verdicts="; ".join(verdict(trial, scale) for scale in SCALES),
    )


def beyond(scale, sign):
    """How many comparisons lie above (sign 1) or below (-1) just adding, in whole percent."""
    return sum(sign * (round(100 * real.shares[3]) - round(100 * real.expected(scale))) > 0 for real in FACTORIAL)


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [(real.shares[:3], float(log_odds(*real.shares[:3]))) for real in FACTORIAL[:3]]
