"""Lesson 11: coming off a medication, in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.lessons.words import Words

from .people import BEFORE, DAYS, KEPT, SLOPE, TIPPING, YEAR

WORDS = Words(__package__)
say = WORDS.say
LITTLE, SLOW_ENOUGH, ALIKE, FOOLED = 20, 50, 4, 5
"""What missions ask for: places missed at most; of 100 ill again at most; of 100 apart at most; of 100 too many at least."""


def sentence(seen):
    """The picture in words."""
    return " ".join(told(seen))


def told(seen):
    """The same, sentence by sentence."""
    yield say("one_step" if not seen.descent.last else "largest", largest=seen.largest, full=seen.full)
    ill, well = ({f"{way}_{group}": people for group, people in each.items()} for way, each in both(seen))
    yield say("ill_last" if seen.from_last else "ill_first", weeks=YEAR, **ill, **well)
    if seen.from_last and seen.descent.last:
        yield say("early", weeks=seen.descent.last, **seen.early)
    yield say("missed", missed=seen.missed, feels=100 * seen.feels.mean())
    if seen.mistaken:
        yield say("counted", **seen.counted)


def both(seen):
    """Ill again and well of 100, by group; together 100 as they are written."""
    ill = {group: round(people) for group, people in seen.ill.items()}
    return ("ill", ill), ("well", {group: 100 - people for group, people in ill.items()})


def table(seen):
    """Week by week since the first step: what is filled and used to; of 100, who is still well in each group."""
    weeks = np.arange(seen.start + YEAR + 1)
    at = DAYS * (np.minimum(weeks, seen.start + YEAR - 1) + BEFORE)
    columns = {
        say("week_column"): weeks,
        say("filled_column"): 100 * seen.descent.filled[at],
        say("used_to_column"): 100 * seen.descent.used_to[at],
    }
    for group, day in seen.days.items():
        columns[say("well_column", group=WORDS.says("groups")[group])] = np.array(
            [100 * (day > DAYS * week).mean() for week in weeks]
        )
    return columns


def draw_guess(filled, seen):
    """The places that would still be filled with half of the dose gone."""
    end = seen.descent.last + 12
    return explore.guess_line([0, end], [filled, filled], (0, filled), hover="%{y:.0f}", position="top right")


def compare_guess(_, seen):
    """What is filled with half of the dose, with the target as it is set."""
    half = seen.full / (200 - seen.full)
    return say("guessed", filled=100 * half, full=seen.full)


def is_gentle(run):
    """On equal steps of dose the body misses little at one time."""
    return run.values["way"] == "linear" and run.values["half"] == 0.25 and run.result.missed <= LITTLE


def is_slow_enough(run):
    """Counted from the last step, hardly more people are ill again on the slope than with medication kept."""
    return run.result.from_last and run.result.ill[SLOPE] <= SLOW_ENOUGH


def looks_safe(run):
    """Counted from the first step, the slope has about as many ill again as medication kept."""
    return not run.result.from_last and run.result.ill[SLOPE] - run.result.ill[KEPT] <= ALIKE


def is_fooled(run):
    """A trial counts more people as ill again than are, under either idea."""
    seen = run.result
    return all(seen.counted[idea] - seen.ill[idea] >= FOOLED for idea in (SLOPE, TIPPING))


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (is_gentle, looks_safe, is_slow_enough, is_fooled),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
