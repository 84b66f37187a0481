"""The published figures as data."""

from .findings import Arm, Effect, Finding, finding, findings

__all__ = ["Arm", "Effect", "Finding", "finding", "findings"]
