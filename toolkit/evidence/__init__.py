"""The published figures as data, what they say of adding up, and the toy held beside them."""

from .factorial import FACTORIAL, Factorial
from .figures import Figure, figures, silent, trials
from .findings import Arm, Effect, Finding, finding, findings
from .harms import PER, Harm, harms
from .score import UNTREATED, Score, scores
from .trial import Trial

__all__ = [
    "FACTORIAL",
    "PER",
    "UNTREATED",
    "Arm",
    "Effect",
    "Factorial",
    "Figure",
    "Finding",
    "Harm",
    "Score",
    "Trial",
    "figures",
    "finding",
    "findings",
    "harms",
    "scores",
    "silent",
    "trials",
]
