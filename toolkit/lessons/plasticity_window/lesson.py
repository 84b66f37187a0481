"""Lesson 06: a medication that opens a window of learning, in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.lessons.format import number
from toolkit.lessons.words import Words
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY

from .people import ADDING, HARSH, KIND, PLACES, TIMING, WEEKS

WORDS = Words(__package__)
say = WORDS.say
OPENING = {control["name"]: control["value"] for control in WORDS.table["controls"] if "value" in control}
LATE = 7
"""Week: whoever starts so late has less than half of the sessions while the medication is taken."""
STILL = 10
"""Things of 100 that medication must add all the same."""


def sentence(window):
    """The picture in words."""
    return " ".join(told(window))


def told(window):
    """The same, sentence by sentence."""
    with_medication, without = window.taught
    words = "as_many" if window.more == 0 else "more" if window.more > 0 else "fewer"
    taught = {"sessions": window.sessions, "start": window.start, "both": with_medication, "alone": without}
    yield say(words, **taught, more=abs(window.more))
    yield say("pace", pace=window.pace, until=window.until)
    yield say("gains", week=window.week, **{name: number(window.here[group]) for name, group in NAMES.items()})
    together = number(window.extra)
    words = "the_sum" if float(together) == 0 else "more_than_sum" if float(together) > 0 else "less_than_sum"
    yield say(words, points=together.lstrip("-"))
    if window.show == PLACES and window.is_open_to_everything:
        kind, harsh = (number(window.gains(place)[MEDICATION]) for place in (KIND, HARSH))
        yield say("places_differ", kind=kind, harsh=harsh)
        if min(float(kind), float(harsh)) < 0:
            yield say("below_0")


NAMES = {"medication": MEDICATION, "therapy": THERAPY, "both": BOTH, "adding": ADDING}
"""Slots of a sentence, and the groups whose points fill them."""


def table(window):
    """The curves of the first two charts, points better than with a dummy pill, and its score, by week."""
    added = WORDS.says("with")
    learned = {say("learned_column", group=added[group]): values for group, values in window.learned.items()}
    means = {group: window.course.symptoms[:, window.course.arm(group)].mean(axis=1) for group in window.course.arms}
    better = {group: means[DUMMY] - scores for group, scores in means.items() if group != DUMMY}
    better[ADDING] = better[MEDICATION] + better[THERAPY]
    points = {say("better_column", group=called): better[group] for group, called in WORDS.says("gained").items()}
    score = {say("score_column", group=DUMMY): means[DUMMY]}
    return {say("week"): np.arange(WEEKS + 1), say("speed_column"): window.speed, **learned, **points, **score}


def draw_guess(pair, window):
    """The guess for sessions from week 0 and from week 16, as long as the third chart is about that."""
    if window.show != TIMING:
        return []
    drawn, label = explore.guess_line(
        [0, 16], list(pair), (0, pair[0] + 7), hover=say("hover_guess"), position="middle right", panel=3
    )
    return [drawn, {**label, "cliponaxis": True}]


def compare_guess(_, window):
    """What the picture shows in the guess's place."""
    if window.show != TIMING:
        return ""
    return say("guessed", during=window.by_start[0][0], after=window.by_start[16][0])


def is_only_changed_in(run, *names):
    """Whether everything but these controls is as the lesson opens; the third chart may be either."""
    free = {*names, "show", "week"}
    return all(run.values[name] == value for name, value in OPENING.items() if name not in free)


def starts_late(run):
    """The first session is late, and medication adds nearly as much as from the start."""
    return is_only_changed_in(run, "start") and run.values["start"] >= LATE and run.result.more >= STILL


def learns_twice_as_much(run):
    """By the last session medication has doubled what was learned."""
    with_medication, without = (run.result.learned[group][run.result.last] for group in (BOTH, THERAPY))
    return with_medication >= 2 * without


def tells_learned_from_lifted(run):
    """All as it opened, but the medication's own effect is taken away, or has gone with the medication."""
    gone = abs(run.result.here[MEDICATION]) < 0.15
    return is_only_changed_in(run, "medication") and gone and run.values["medication"] in (0, OPENING["medication"])


def is_overtaken(run):
    """The medication slows learning, and once it has been stopped therapy with a dummy pill is ahead."""
    after = run.values["week"] > run.values["until"]
    return run.values["gain"] < 0 and after and run.result.here[THERAPY] - run.result.here[BOTH] >= 0.3


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (starts_late, learns_twice_as_much, tells_learned_from_lifted, is_overtaken),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
