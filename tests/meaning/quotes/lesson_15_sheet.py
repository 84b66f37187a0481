"""What lesson 15's run sheet says beside its points, and what holds it."""

import numpy as np

from tests.meaning.quotes.grounds import also, goal_of, holds, points_are_presets
from tests.meaning.quotes.lesson_15 import (
    FIFTEEN,
    NOBODY_LAST,
    below,
    both,
    clinic,
    luck_of_lists,
    refused,
    sliders,
    started,
)
from tests.meaning.quoting import across, quotes
from toolkit.lessons.sheets import sheets

SIXTY, SIX = 60, 6


def half_have_none():
    """Whether sixty counters, six to each from the front, leave half of twenty people without."""
    return 20 - SIXTY // SIX == 10


QUOTES = [
    *quotes(
        "15 sheet",
        (
            "Every list is a rule. Ask whom it leaves out",
            also("15", "Every list is a rule. Ask whom it leaves out"),
            NOBODY_LAST,
        ),
        (
            "Everybody has made a rule for a list and named the people whom it leaves out",
            goal_of(15, 1, "make a rule for a waiting list, and say whom it leaves out"),
        ),
        (
            "People can add up how many a number of sessions reaches, and have seen luck change a year's result",
            goal_of(15, 2, "work out how many people a number of sessions can reach"),
            holds(lambda: luck_of_lists(100) > 7),
        ),
        (
            "Pairs have typed a clinic that they know, defended a rule for it, and said what they would count, and in whom",
            holds(lambda: len(sliders()) == 3 and refused("People on the list", 5000)),
            goal_of(15, 4, "say why a clinic that counts only its own patients cannot know what its care was worth"),
        ),
        (
            "20 | Sickest first | 45 | The list as it is | Sickest first | Half as many for each | Step by step | late | Step by "
            "step | early | No group left out",
            points_are_presets(15),
        ),
        (
            "The list as it is | Number 71 on a list of 100, and 50 of them start: what do you say to number 71? (Wait for "
            "silence, then for a sentence that is true.)",
            also("15", "You are number 71"),
            clinic(
                lambda year: round(year.started) == 50 and not np.isfinite(year.began[70]) and year.entry.size == 100
            ),
        ),
        (
            "Sickest first | A clinic changes its rule, and a year later more people are better. What else has changed? (Wait "
            "for: the people.)",
            also("15 words", "Perhaps the rule, perhaps other people"),
            both(lambda one, other: one.halved != other.halved, seed=3),
        ),
        (
            "Half as many for each | Press Controls and type a clinic that you know: people on the list, sessions in a year, "
            "sessions for each. Whom does it leave out",
            holds(
                lambda: (
                    [label.lower().split(" ")[0] for label in sliders()] == ["people", "sessions", "sessions"]
                    and below()
                )
            ),
        ),
        (
            "Say at the start: rationing hurts, and some of us wait, or have lost somebody on a list. The list on the screen is "
            "made of marks, and theirs is not. Anybody may step out",
            also("15", "The marks on this list are invented, and you are not one of them"),
            holds(lambda: sheets()[FIFTEEN]["upsets"] is True),
        ),
        (
            "If somebody says that things are getting worse while they wait: help them ring whoever put them on the list, today. "
            "At thoughts of suicide, stay with them and ring the local number on the board",
            also(
                "15",
                "If things get worse, ring whoever put you on the list, or your doctor",
                "your local emergency number",
            ),
        ),
        (
            "Prescribers in the room may hear that medication shortens the list. It does not: the list is as long, and the wait "
            "is less empty",
            across(
                FIFTEEN,
                "The list as it is",
                "Medication while waiting",
                lambda one, other: (
                    one.result.started == other.result.started and other.result.halved > one.result.halved
                ),
            ),
        ),
        (
            "Twenty people stand in a line; the trainer has sixty counters and gives six to each from the front. Count who has "
            "none. Now the group makes another rule, and whoever has none says what they think of it",
            holds(half_have_none),
            clinic(lambda year: started(year, "first on the list") > 90 and started(year, "last on the list") == 0),
        ),
        (
            "Other people, the same rule: several of 100 more or fewer. One year is one draw",
            both(lambda one, other: 5 <= abs(one.halved - other.halved) < 20, seed=3),
        ),
    ),
]
