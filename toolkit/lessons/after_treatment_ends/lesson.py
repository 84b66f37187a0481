"""Lesson 10: who stays well once treatment ends, in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.lessons.stopping_trials import ENDINGS
from toolkit.lessons.words import Words

from .people import OVER

WORDS = Words(__package__)
say = WORDS.say
PAIRS = (("stopped", "kept"), ("both ended", "both kept"), ("kept", "both kept"))
"""Two endings that a trial is about, the one without treatment first."""
ALIKE = 4
"""People of 100 within which two groups are told as alike."""
CALM = 31
"""People of 100 who are ill again after a calm year, where therapy is over: the opening's."""


def sentence(seen):
    """The picture in words."""
    return " ".join(told(seen))


def told(seen):
    """The same, sentence by sentence."""
    well = {name: 100 - share for name, share in seen.shares.items()}
    if seen.cost:
        costs = [say("one_cost", ending=label(name), cost=round(cost) + 0.0) for name, cost in seen.cost.items()]
        yield say("cost", when=seen.when, costs=", ".join(costs))
    yield first(seen, well)
    each = [say("share", ending=label(name), well=well[name], ill=share) for name, share in seen.shares.items()]
    yield say("shares", weeks=seen.trial.follow, shares="; ".join(each))
    there = {name: figure for name, figure in seen.trial.relapsed.items() if name in seen.shares}
    if there:
        each = [
            say("one_published", ending=label(name), ill=ill, low=low, high=high)
            for name, (ill, low, high) in there.items()
        ]
        yield say("published", shares=", ".join(each))
    counts = [say("one_count", ending=label(name), count=len(weeks)) for name, weeks in seen.weeks.items()]
    yield say("followed", counts=", ".join(counts))


def first(seen, well):
    """What matters most in a trial: what lasts where therapy is over, or what a stop costs."""
    if {"therapy", "kept", "stopped"} <= set(well) and abs(well["therapy"] - well["kept"]) <= ALIKE:
        ahead = round(well["therapy"]) - round(well["stopped"])
        if ahead > 0:
            return say("lasted", **well, ahead=ahead)
    one, other = next(pair for pair in PAIRS if set(pair) <= set(well))
    more = round(seen.shares[one]) - round(seen.shares[other])
    if more < 1:
        return say("alike", one=label(one), other=label(other))
    return say("more", more=more, one=label(one), other=label(other), well=well[one])


def label(name):
    """What an ending is called."""
    return ENDINGS[name].label


def table(seen):
    """People of 100 still well week by week, and how many are still followed."""
    weeks = np.arange(seen.trial.follow + 1)
    columns = {say("week"): weeks}
    for name, curve in seen.curves.items():
        still = [(seen.weeks[name] >= week).sum() for week in weeks]
        columns[say("well_column", ending=label(name))] = 100 * np.array([curve.at(week) for week in weeks])
        columns[say("followed_column", ending=label(name))] = np.array(still)
    return columns


def draw_guess(well, seen):
    """The people of 100 who would still be well at the end."""
    end = seen.trial.follow
    return explore.guess_line([0, end], [well, well], (0.02 * end, well), hover="%{y:.0f}", position="top right")


def compare_guess(_, seen):
    """What the picture shows in the guess's place, where therapy is over in it."""
    return say("guessed", well=100 - seen.shares["therapy"]) if "therapy" in seen.shares else ""


def is_plain(run):
    """Nothing but what a mission is about has been moved: the usual risk, nothing hard, people as they are."""
    values = run.values
    return values["fragile"] == 1 and values["hard"] == 0 and not values["faithful"]


def forget_everything(run):
    """After therapy as many fall ill again as after a stop, with the medication left alone."""
    asked = run.values["trial"] == "hollon2005" and run.values["later"] == 0 and run.values["sessions"] == OVER
    return asked and is_plain(run) and abs(run.result.more("therapy", "stopped")) <= 3


def is_safe(run):
    """A stop, with half a year left to watch, that adds hardly anybody."""
    asked = {"stopped", "kept"} <= set(run.result.shares) and run.values["later"] <= 26
    return asked and is_plain(run) and run.result.more("stopped", "kept") <= 2


def is_there(run):
    """After something very hard no more people who had therapy are ill again than where it was over in a calm year."""
    asked = run.values["trial"] == "hollon2005" and run.values["hard"] >= 2 and run.values["fragile"] == 1
    shares = [share for name, share in run.result.shares.items() if name in ("therapy", "therapy kept")]
    return asked and not run.values["faithful"] and round(max(shares)) <= CALM


def meets_the_marks(run):
    """Both medication groups of the first trial fall ill again as often as was published."""
    if run.values["trial"] != "hollon2005" or run.values["later"]:
        return False
    published = run.result.trial.relapsed
    return all(abs(run.result.shares[name] - published[name][0]) <= 5 for name in ("stopped", "kept"))


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (forget_everything, is_safe, is_there, meets_the_marks),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
