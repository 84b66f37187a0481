"""Lesson 05: what a door to therapy does, in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS
from toolkit.lessons.format import number
from toolkit.lessons.words import Words
from toolkit.model import BOTH, THERAPY

from .people import IN_POINTS, LEARNED, MILD, SCORES, SEVERE, WEEKS

WORDS = Words(__package__)
say = WORDS.say
OPENING = {control["name"]: control["value"] for control in WORDS.table["controls"] if "value" in control}
CLEARLY = 2
"""From so many things of 100 on medication is said to help learning."""


def sentence(door):
    """The picture in words."""
    return " ".join(told(door))


def told(door):
    """The same, sentence by sentence."""
    best = max(door.gains, key=door.helped)
    if door.helped(best) < CLEARLY:
        yield say("helps_nobody", week=WEEKS)
    else:
        yield say("helps", score=best, more=door.helped(best), week=WEEKS)
        learned, low = (round(door.gains[score].learned_with) for score in (best, MILD))
        if learned < low - 1 and learned == min(round(gain.learned_with) for gain in door.gains.values()):
            yield say("least", learned=learned, low=low, mild=MILD)
    free = round(door.free[SEVERE].learned_with if door.severity > SEVERE else here_without_door(door))
    yield say(
        "here" if door.course.model.gate.strength else "here_no_door",
        sessions=door.sessions,
        start=door.start,
        severity=door.severity,
        both=door.here.learned_with,
        alone=door.here.learned,
        free=free,
    )
    if door.course.model.gate.strength:
        yield say("through", both=door.through[BOTH], alone=door.through[THERAPY])
    if door.counted != LEARNED:
        yield counted(door)


def here_without_door(door):
    """Things of 100 that people at the score that is set would have learned with medication, were there no door."""
    return float(np.interp(door.severity, list(door.free), [gain.learned_with for gain in door.free.values()]))


def counted(door):
    """What therapy adds to medication, on the ruler that is set, in the least and in the most ill."""
    (low, *_, high), (least, *_, most) = door.gains, door.curve(1)
    words = "in_points" if door.counted == IN_POINTS else "in_shares"
    return say(words, low=low, high=high, least=number(least), most=number(most))


def table(door):
    """The curves on the left and in the middle, and the mean score, by week."""
    columns = {say("week"): np.arange(WEEKS + 1)}
    named = {BOTH: say("with_medication"), THERAPY: say("with_dummy")}
    for column, values in (("open_column", door.open), ("learned_column", door.learned)):
        columns |= {say(column, group=named[group]): share for group, share in values.items()}
    means = door.course.symptoms.mean(axis=2)
    scores = {
        say("score_column", group=ARMS[group].label): means[:, door.course.arm(group)] for group in door.course.arms
    }
    return columns | scores


def draw_guess(heights, door):
    """The guess by starting score, as long as what is learned is counted on the right."""
    if door.counted != LEARNED:
        return []
    drawn, label = explore.guess_line(SCORES, heights, (SCORES[0], heights[0] + 5), hover=say("shape"), panel=3)
    return [drawn, {**label, "cliponaxis": True}]


def compare_guess(_, door):
    """What the picture shows in the guess's place."""
    return say(
        "guessed",
        **{
            name: door.gains[score].learned_with
            for name, score in zip(("mild", "middle", "severe"), SCORES, strict=True)
        },
    )


def runs_uphill(run):
    """Behind a door, the sickest have learned more than the least ill."""
    learned = [gain.learned_with for gain in run.result.gains.values()]
    return run.values["door"] and learned[-1] > learned[0] + 1


def only_the_ruler(run):
    """All as it opened but for the ruler, on which the sickest now gain most."""
    same = {name: run.values[name] for name in OPENING if name != "counted"}
    return (
        same == {name: value for name, value in OPENING.items() if name != "counted"}
        and run.result.rises > 0.5
        and run.values["counted"] != LEARNED
    )


def opens_by_itself(run):
    """Without medication, people with severe illness learn as much behind the same door as medication would have let them."""
    same = all(
        run.values[name] == OPENING[name] for name in ("severity", "door", "sessions", "threshold", "width", "keeping")
    )
    return same and run.values["medication"] == 0 and run.result.here.learned >= AS_MUCH


def keeps(run):
    """There is no door, and medication helps people with severe illness to three things of 100 more."""
    return not run.values["door"] and run.result.helped(run.values["severity"]) >= 3


AS_MUCH = 48
"""Things of 100: what people learn with medication as the lesson opens."""
conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (runs_uphill, only_the_ruler, opens_by_itself, keeps),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
