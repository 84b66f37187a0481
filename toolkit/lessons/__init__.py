"""The lessons, in order: each a file of its own, with its words in a TOML file beside it, loaded when first asked for."""

import importlib

from .lesson import Lesson

FILES = (
    "two_tools",
    "additive_effect",
    "bottom_up_top_down",
    "opening_the_door",
    "plasticity_window",
    "alliance_and_adherence",
    "after_treatment_ends",
    "finding_the_right_medication",
    "what_therapy_teaches",
    "who_benefits",
    "order_access_coordination",
    "virtual_clinic",
)

__all__ = ["ALL", "Lesson", "lesson"]


def lesson(number):
    """The lesson of that number, from 1; ValueError otherwise."""
    if number not in range(1, len(FILES) + 1):
        raise ValueError(f"lesson = {number!r}: must be a whole number from 1 to {len(FILES)}")
    return importlib.import_module(f"{__name__}.{FILES[number - 1]}").LESSON


def __getattr__(name):
    if name == "ALL":
        return tuple(lesson(number) for number in range(1, len(FILES) + 1))
    raise AttributeError(f"module 'toolkit.lessons' has no attribute {name!r}")
