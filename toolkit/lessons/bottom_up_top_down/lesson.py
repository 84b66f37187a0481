"""Lesson 04: two floors that pull at each other and two doors, in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.explore import Entry
from toolkit.lessons.format import number
from toolkit.lessons.words import Words
from toolkit.model import BOTH, MEDICATION, THERAPY

from .chart import STYLES
from .people import FLOORS, INTERACTIONS, TREATMENTS, WEEKS

WORDS = Words(__package__)
say = WORDS.say


def sentence(house):
    """The picture in words."""
    return " ".join(told(house))


def told(house):
    """The same, sentence by sentence."""
    yield adding(house)
    if house.up or house.down:
        yield say("without_pull", both=number(house.score_gain(BOTH, house.without_pull)))
    floors = [
        say("on_floors", treatment=treatment, **{floor: number(house.now(treatment, floor)) for floor in FLOORS})
        for treatment in (MEDICATION, THERAPY)
    ]
    yield say("floors_now", week=house.week, floors="; ".join(floors))
    yield say("halves", halves=", ".join(half_told(house, *key) for key in STYLES))


def adding(house):
    """Whether both are the two added, in words."""
    medication, therapy, both = (house.score_gain(treatment) for treatment in TREATMENTS)
    gains = {"medication": number(medication), "therapy": number(therapy), "both": number(both), "week": house.week}
    if np.isnan(house.share):
        return say("nothing_yet", week=house.week)
    more = both - house.added
    if abs(more) < 1e-6:
        return say("exactly", share=house.share, **gains)
    return say("more" if more > 0 else "less", share=house.share, points=number(abs(more)), **gains)


def half_told(house, treatment, floor):
    week = house.half_week(treatment, floor)
    place = WORDS.says("places")[floor]
    return say("never" if np.isnan(week) else "half", treatment=treatment, place=place, week=week)


def table(house):
    """Gains by week, treatment and floor."""
    columns = {
        say("column", treatment=treatment, floor=floor): house.gains[treatment, floor]
        for treatment in TREATMENTS
        for floor in FLOORS
    }
    return {say("week"): np.arange(WEEKS + 1), **columns}


def own(values):
    """Ledger entries of what is the lesson's own and not the model's."""
    return [Entry(say("own_speed"), say("in_percent", number=100 * INTERACTIONS[values["interaction"]]))]


def draw_guess(share, house):
    """The guess as the length that the bar of both would have; nan, for a guess without a number, draws nothing."""
    length = share / 100 * house.added
    label = {"hover": say("in_percent", number=share), "position": "top center", "panel": 3}
    return explore.guess_line([length, length], [0.6, 1.4], (length, 1.4), **label)


def compare_guess(_, house):
    """What the picture shows in the guess's place."""
    return "" if np.isnan(house.share) else say("guessed", share=house.share)


def leaves_alone(run):
    """Neither treatment changes how the other works."""
    return run.values["interaction"] == "none"


def off_the_sum(run, percent):
    """Both are at least so many per cent away from the two added."""
    return bool(abs(run.result.share - 100) >= percent)


def breaks_the_sum(run):
    """Both are not the two added, though neither treatment changes how the other works: this cannot be."""
    return leaves_alone(run) and off_the_sum(run, 0.5)


def lead(run, treatment):
    """Weeks by which a treatment reaches half on the floor of thinking before it does in the body."""
    return run.result.half_week(treatment, "body") - run.result.half_week(treatment, "thinking")


def hides_the_doors(run):
    """Both treatments ease both floors in step, with the pull as it opens."""
    in_step = all(abs(lead(run, treatment)) <= 0.2 for treatment in (MEDICATION, THERAPY))
    return leaves_alone(run) and run.values["up"] == run.values["down"] == 0.3 and bool(in_step)


def enters_below_and_shows_above(run):
    """Medication's door is nearer to the body, and thinking is first to ease."""
    return run.values["medication_door"] <= 0.4 and bool(lead(run, MEDICATION) >= 0.3)


def breaks_the_sum_at_last(run):
    """One treatment changes how the other works, and both are clearly more or less than the two added."""
    return not leaves_alone(run) and off_the_sum(run, 10)


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (breaks_the_sum, hides_the_doors, enters_below_and_shows_above, breaks_the_sum_at_last),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
