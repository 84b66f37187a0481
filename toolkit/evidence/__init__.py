"""The published figures as data, what they say of adding up, and the toy held beside them."""

from .factorial import FACTORIAL, Factorial
from .figures import Figure, figures, silent, trials
from .findings import Arm, Effect, Finding, finding, findings
from .score import UNTREATED, Score, scores
from .trial import Trial

__all__ = [
    "FACTORIAL",
    "UNTREATED",
    "Arm",
    "Effect",
    "Factorial",
    "Figure",
    "Finding",
    "Score",
    "Trial",
    "figures",
    "finding",
    "findings",
    "scores",
    "silent",
    "trials",
]
