"""The twelve lessons, in order. Each ready one is a file of its own; the rest are announced."""

from .additive_effect import LESSON as ADDITIVE_EFFECT
from .bottom_up_top_down import LESSON as BOTTOM_UP_TOP_DOWN
from .lesson import Lesson
from .opening_the_door import LESSON as OPENING_THE_DOOR
from .plasticity_window import LESSON as PLASTICITY_WINDOW
from .two_tools import LESSON as TWO_TOOLS
from .what_therapy_teaches import LESSON as WHAT_THERAPY_TEACHES
from .who_benefits import LESSON as WHO_BENEFITS

ALL = (
    TWO_TOOLS,
    ADDITIVE_EFFECT,
    BOTTOM_UP_TOP_DOWN,
    OPENING_THE_DOOR,
    PLASTICITY_WINDOW,
    Lesson(
        6,
        "06_alliance_and_adherence",
        "Alliance and adherence",
        "A medicine works only on the days it is taken.",
        25,
        ("C8",),
    ),
    Lesson(7, "07_after_treatment_ends", "After treatment ends", "What lasts, and what comes back?", 30, ("C9",)),
    Lesson(
        8,
        "08_finding_the_right_medication",
        "Finding the right medication",
        "Four tries, less success each time. Why?",
        30,
        ("C10",),
    ),
    WHAT_THERAPY_TEACHES,
    WHO_BENEFITS,
    Lesson(
        11,
        "11_order_access_coordination",
        "Order, access, coordination",
        "Half the sessions, nearly the same result, some weeks later.",
        30,
        ("C15", "C16", "C17"),
    ),
    Lesson(
        12, "12_virtual_clinic", "Virtual clinic", "Few patients show benefit; how many show synergy?", 45, ("C18",)
    ),
)


def lesson(number):
    """The lesson of that number, 1 to 12; ValueError otherwise."""
    if number not in range(1, len(ALL) + 1):
        raise ValueError(f"lesson = {number!r}: must be a whole number from 1 to {len(ALL)}")
    return ALL[number - 1]


__all__ = ["ALL", "Lesson", "lesson"]
