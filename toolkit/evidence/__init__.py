"""The published figures as data, and what they say of adding up."""

from .factorial import FACTORIAL, Factorial
from .findings import Arm, Effect, Finding, finding, findings

__all__ = ["FACTORIAL", "Arm", "Effect", "Factorial", "Finding", "finding", "findings"]
