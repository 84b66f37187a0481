"""What the run sheet of lesson 04 says, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import holds
from tests.meaning.quotes.lesson_04 import first_where_its_door_is, lead, scores, strongest_is_three_times
from tests.meaning.quotes.reading import THREE, exactly_added, warmth
from tests.meaning.quoting import across, quotes, told, toy, why

QUOTES = [
    *quotes(
        "04 sheet",
        (
            "medication deep inside (amygdala), therapy behind the forehead, without overlap",
            why("nord2021", "clustered in the amygdala", "no significant overlap", against=False),
        ),
        (
            "Of {} people who got CBT or a medication at random, those who improved clearly had less activity "
            "behind the forehead "
            "with both",
            told("kennedy2007", r"(\d+) patients with MDD"),
            why("kennedy2007", "SHARED reductions in prefrontal", against=True),
        ),
        (
            "The strongest pull makes every bar about three times as long, and both stays exactly the two added",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "Each treatment is first on the floor with its door",
            toy(THREE, OPENING, first_where_its_door_is),
        ),
        (
            "Who sees a green bar of another length? (Wait for: nobody. Then for somebody who says that each "
            "treatment alone grew, too.)",
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "you will sleep better, so you will think better, so the two treatments strengthen each other. Which half"
            " does this house support? (Wait for: the first.)",
            toy(THREE, OPENING, lambda s: warmth(s, "medication", "thinking") > 1 and exactly_added(s)),
        ),
        (
            "In this house they do, by way of the body. What they do for one person, no study can say",
            across(
                THREE,
                OPENING,
                "No pull",
                lambda pulled, none: (
                    warmth(pulled, "medication", "thinking") > 1 and abs(warmth(none, "medication", "thinking")) < 1e-6
                ),
            ),
        ),
        (
            "Wait for: both treatments ease the same symptoms in the same order",
            holds(lambda: abs(lead(medication_door=0.5)) < 0.05),
        ),
        (
            "Let both enter half-way up, and nobody is first. The score has noticed nothing",
            holds(lambda: scores(medication_door=0.5, therapy_door=0.5) == scores()),
            holds(lambda: abs(lead(medication_door=0.5)) < 0.05),
        ),
    ),
]
