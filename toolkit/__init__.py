"""Toy models of how medication and psychotherapy work together. A teaching toy: no advice, no patient, no prediction."""

import importlib

from .model import (
    FOUR_PLANS,
    Cohort,
    Course,
    Medication,
    Model,
    Plan,
    Therapy,
    four_plans,
    simulate,
)

__version__ = "0.2.0"

__all__ = [
    "FOUR_PLANS",
    "Cohort",
    "Course",
    "Medication",
    "Model",
    "Plan",
    "Therapy",
    "finding",
    "findings",
    "four_plans",
    "lessons",
    "simulate",
]

LATE = {"findings": "evidence", "finding": "evidence", "lessons": "lessons"}
"""What is loaded when first asked for, so that the model alone stays quick to import."""


def __getattr__(name):
    if name not in LATE:
        raise AttributeError(f"module 'toolkit' has no attribute {name!r}")
    module = importlib.import_module(f"{__name__}.{LATE[name]}")
    return module if name == LATE[name] else getattr(module, name)
