"""Lesson 03: when do two treatments add up? One trial read with three rulers, in words, numbers and missions."""

import math

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL
from toolkit.lessons.format import number
from toolkit.lessons.words import Words
from toolkit.model import BOTH, DUMMY
from toolkit.model.scales import log_odds

from .chart import across, fence
from .people import SCALES, WEEKS
from .studies import ACUTE, leaves_out

WORDS = Words(__package__)
say = WORDS.say
OPENING = {control["name"]: control["value"] for control in WORDS.table["controls"] if "name" in control}
ABOUT = 2
"""People of 100: so near to the sum counts as the sum."""


def sentence(trial):
    """The picture in words."""
    return " ".join(told(trial))


def told(trial):
    """The same, sentence by sentence."""
    both = trial.people(BOTH)
    if trial.has_fourth:
        lead = WORDS.says("leads").get(str(len(readings(trial))), "")
        yield say("seen", lead=lead, both=both, week=trial.week, verdicts=verdicts(trial)).strip()
        if max(sum_ for sum_ in trial.sums.values() if math.isfinite(sum_)) > 100.5:
            yield say("limit")
        yield points(trial)
    else:
        yield say("three_groups", both=both, week=trial.week)
    yield say("people", shares=", ".join(say("share", group=name, share=trial.people(name)) for name in trial.shown))


def reading(trial, scale):
    """What a ruler says, a key of the readings; "" where it cannot say."""
    if not math.isfinite(trial.sums[scale]):
        return ""
    beyond = trial.beyond(scale)
    return "same" if abs(beyond) <= ABOUT else "more" if beyond > 0 else "fewer"


def readings(trial):
    """What the rulers say, each verdict once."""
    return {reading(trial, scale) for scale in SCALES} - {""}


def verdicts(trial):
    """The sum by each ruler, with what was seen beside it."""
    return ", ".join(verdict(trial, scale) for scale in SCALES)


def verdict(trial, scale):
    """The sum by one ruler, with what was seen beside it."""
    named, read = WORDS.says("scales")[scale], reading(trial, scale)
    if not read:
        return say("no_verdict", scale=named)
    expected = round(trial.sums[scale])
    seen = WORDS.says("readings")[read].format(beyond=abs(trial.beyond(scale)))
    return say("verdict", expected=expected, scale=named, reading=seen)


def points(trial):
    """What both takes off, beside the two leads added, in points of the score."""
    both = trial.gains[BOTH]
    beyond = number(trial.together_minus_sum)
    words = "equal" if float(beyond) == 0 else "more" if float(beyond) > 0 else "less"
    told_verdict = WORDS.says("sums")[words].format(points=beyond.lstrip("-"))
    added = number(both - trial.together_minus_sum)
    return say("points", both=number(both), neither=WORDS.says("named")[trial.neither], sum=added, verdict=told_verdict)


def table(trial):
    """Mean scores and how many of 100 have improved clearly, by week and group."""
    columns = {say("column", group=group): scores for group, scores in trial.scores.items()}
    if trial.has_fourth:
        columns[say("column", group=say("the_two_added"))] = trial.adding_up
    improved = {say("improved_column", group=group): shares for group, shares in trial.improved.items()}
    return {say("week"): np.arange(WEEKS + 1), **columns, **improved}


def draw_guess(people, trial):
    """The guess as a fence across those with both."""
    x, y = fence(people, across(trial))
    return explore.guess_line(x, y, (x[0], y[0]), hover=say("line_hover"), position="middle left")


def compare_guess(_, trial):
    """What the picture shows in the guess's place."""
    return say("guessed", both=trial.people(BOTH))


def studies_sentence(trial):
    """In how many trials the interval leaves out the sum by each ruler, and what the model gives."""
    known = [real for real in ACUTE if real.interval]
    counts = []
    for scale, words in WORDS.says("scales").items():
        above, below = (sum(leaves_out(real, scale) == side for real in known) for side in (1, -1))
        counts.append(say("count", scale=words, out=above + below, above=above, below=below))
    said = {"rows": len(ACUTE), "trials": len({real.id for real in ACUTE}), "intervals": len(known)}
    if not trial.has_fourth:
        return say("studies_three_groups", counts=", ".join(counts), **said)
    return say("studies", counts=", ".join(counts), verdicts=verdicts(trial), **said)


def is_turned(run):
    """Nothing but the goal has been moved, and both is far below the gains added."""
    same = all(run.values[name] == value for name, value in (OPENING | {"week": 12}).items() if name != "yardstick")
    return same and run.result.beyond("risk difference") <= -10


def counts_twice(run):
    """In points the two do not add up, though neither changes the other."""
    apart = run.result.has_fourth and abs(run.result.together_minus_sum) >= 3
    return apart and run.values["interaction"] == "no"


def agree(run):
    """All three sums are alike, and each treatment helps: cannot be, for added gains exceed the rest by more than that."""
    trial = run.result
    if not trial.has_fourth:
        return False
    neither, medication, therapy, _ = trial.shares.values()
    near = max(trial.sums.values()) - min(trial.sums.values()) <= 1
    return near and min(medication, therapy) - neither >= 15


def hides(run):
    """A true interaction that helps, and both far below the gains added."""
    trial = run.result
    helps = trial.has_fourth and run.values["interaction"] != "no" and trial.together_minus_sum >= 0.5
    return helps and trial.neither == DUMMY and trial.beyond("risk difference") <= -10


conditions = dict(
    zip([mission["name"] for mission in WORDS.table["missions"]], (is_turned, counts_twice, agree, hides), strict=True)
)
"""By the missions' names, which are words: the file of words has them in this order."""


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [(real.shares[:3], float(log_odds(*real.shares[:3]))) for real in FACTORIAL[:3]]
