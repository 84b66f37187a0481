"""The published figures as data, what they say of adding up, and the toy held beside them."""

from toolkit.model.renamed import keep_old_names

from .factorial import FACTORIAL, Factorial
from .figures import Figure, figures, trials, unscored
from .findings import Arm, Effect, Finding, finding, findings
from .harms import PER, Harm, harms
from .score import UNTREATED, Score, scores
from .trial import ToyTrial

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
    "ToyTrial",
    "figures",
    "finding",
    "findings",
    "harms",
    "scores",
    "trials",
    "unscored",
]

__getattr__ = keep_old_names(__name__, globals())
