"""Lesson 16: how would we know? A trial of one's own, a thousand labs that run it, and how many people it takes."""

import numpy as np

from toolkit import explore

from .chart import WORDS, named, say, unit
from .people import ATTENTION, ELSEWHERE, LABS, LOST_AT_RANDOM, SURE, TOWN

NOTHING = 1e-6
"""A gain below this is none: what is left of rounding."""


def draw_guess(people, _):
    """The guess as a dashed line over the chances."""
    place = float(np.log10(people))
    return explore.guess_line([place, place], [0, 96], (place, 99), hover=f"{people:,}", position="top center", panel=3)


def sentence(trial):
    """The picture in words."""
    return " ".join(told(trial))


def told(trial):
    """The same, sentence by sentence: how often it is found, this trial, the truth, what one hears, how many it takes."""
    nothing, four = is_nothing(trial), trial.values["compare"] == "four"
    share = 100 * trial.significant.mean()
    yield say("lead_none" if nothing else "lead_four" if four else "lead", found=share)
    gain, low, high = trial.estimate(trial.weights)
    found = say("does" if low > 0 or high < 0 else "does_not")
    against = WORDS.says("against")[trial.against] + WORDS.says("also")[trial.values["comparator"]]
    arms = {"tested": WORDS.says("named")[next(iter(trial.weights))], "against": against}
    one = ("one_four" if four else "one") + ("_worse" if round(gain, 1) < 0 else "")
    yield say(one, found=found, gain=abs(gain), low=low, high=high, unit=unit(trial), **arms)
    truth = trial.truth(trial.weights)
    if not nothing:
        yield say("true", truth=truth, unit=unit(trial))
    yield from heard(trial, truth)
    if not nothing:
        yield say("needed", needed=rounded(trial.needed))


def heard(trial, truth):
    """What one hears of the labs, in words."""
    who = trial.heard
    if not who.any():
        yield say("heard_none", labs=LABS)
        return
    mean, all_ = round(float(trial.again[0][who].mean()), 1) + 0.0, who.all()
    yield say("heard_all" if all_ else "heard_some", count=who.sum(), labs=LABS, mean=mean, unit=unit(trial))
    if not all_ and truth > NOTHING:
        yield say("times", times=mean / truth)


def is_nothing(trial):
    """Whether there is nothing to find."""
    return abs(trial.truth(trial.weights)) < NOTHING


def rounded(number):
    """A number of people as one says it: two figures that count."""
    return int(float(f"{number:.2g}"))


def compare_guess(_, trial):
    """How many it takes for synergy, beside the guess."""
    if trial.values["compare"] != "four":
        return say("guess_first")
    return say("guess_nothing") if is_nothing(trial) else say("guessed", needed=rounded(trial.needed))


def table(trial):
    """One row for each arm: who was drawn, who left, what was counted, and the gain over the last arm."""
    arms, start = list(trial.weights), trial.course.symptoms[0, 0]
    gains = [trial.estimate({arm: 1, trial.against: -1}) if arm != trial.against else (0.0,) * 3 for arm in arms]
    flow = [trial.flow(arm) for arm in arms]
    words = WORDS.says("flow")
    return {
        say("group"): np.array([named(trial, arm) for arm in arms]),
        **{words[name]: np.array([one[name] for one in flow]) for name in flow[0]},
        say("entry"): np.array([start[trial.drawn[arm]].mean() for arm in arms]),
        say("counted", unit=unit(trial)): np.array([abs(trial.sums(arm, trial.drawn[arm])[0]) for arm in arms]),
        **{name: np.array([gain[place] for gain in gains]) for place, name in enumerate(WORDS.says("ends").values())},
    }


def own(values):
    """Numbers of the trial that are no parameters of the model."""
    numbers = {
        "own_town": f"{TOWN:,}",
        "own_elsewhere": f"{ELSEWHERE:.2f}",
        "own_attention": f"{ATTENTION:.2f}",
        "own_lost": f"{LOST_AT_RANDOM:.1f}",
        "own_sure": f"{SURE:.2f}",
    }
    return [explore.Entry(say(what), value) for what, value in numbers.items()]


def is_large_enough(run):
    """The smallest trial on offer in which eight in ten labs find that both do better than medication alone."""
    values = run.values
    asked = values["compare"] == "both, medication" and values["truth"] == "toy"
    return asked and values["size"] <= 200 and run.result.significant.mean() >= 0.8


def reports_nothing(run):
    """There is nothing to find, and what one hears of is at least 2 points on average."""
    trial = run.result
    points = run.values["outcome"] == "score" and is_nothing(trial) and trial.heard.any()
    return points and trial.again[0][trial.heard].mean() >= 2


def finds_synergy(run):
    """With 100 in each of four groups, half of such trials find that both do more than the sum."""
    values = run.values
    asked = values["compare"] == "four" and values["size"] <= 100 and values["comparator"] == "nothing"
    return asked and values["truth"] == "toy" and (run.result.significant & (run.result.again[0] > 0)).mean() >= 0.5


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (is_large_enough, reports_nothing, finds_synergy),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
