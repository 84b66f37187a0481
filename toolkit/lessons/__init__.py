"""The twelve lessons, in order: each a file of its own, with its words in a TOML file beside it."""

from .additive_effect import LESSON as ADDITIVE_EFFECT
from .after_treatment_ends import LESSON as AFTER_TREATMENT_ENDS
from .alliance_and_adherence import LESSON as ALLIANCE_AND_ADHERENCE
from .bottom_up_top_down import LESSON as BOTTOM_UP_TOP_DOWN
from .finding_the_right_medication import LESSON as FINDING_THE_RIGHT_MEDICATION
from .lesson import Lesson
from .opening_the_door import LESSON as OPENING_THE_DOOR
from .order_access_coordination import LESSON as ORDER_ACCESS_COORDINATION
from .plasticity_window import LESSON as PLASTICITY_WINDOW
from .two_tools import LESSON as TWO_TOOLS
from .virtual_clinic import LESSON as VIRTUAL_CLINIC
from .what_therapy_teaches import LESSON as WHAT_THERAPY_TEACHES
from .who_benefits import LESSON as WHO_BENEFITS

ALL = (
    TWO_TOOLS,
    ADDITIVE_EFFECT,
    BOTTOM_UP_TOP_DOWN,
    OPENING_THE_DOOR,
    PLASTICITY_WINDOW,
    ALLIANCE_AND_ADHERENCE,
    AFTER_TREATMENT_ENDS,
    FINDING_THE_RIGHT_MEDICATION,
    WHAT_THERAPY_TEACHES,
    WHO_BENEFITS,
    ORDER_ACCESS_COORDINATION,
    VIRTUAL_CLINIC,
)


def lesson(number):
    """The lesson of that number, from 1; ValueError otherwise."""
    if number not in range(1, len(ALL) + 1):
        raise ValueError(f"lesson = {number!r}: must be a whole number from 1 to {len(ALL)}")
    return ALL[number - 1]


__all__ = ["ALL", "Lesson", "lesson"]
