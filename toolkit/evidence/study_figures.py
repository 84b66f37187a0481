"""A published figure as a study row names it: record, arm or effect, and how it is read there."""

import dataclasses
import math
from collections.abc import Callable

from toolkit.model import proportion, risk_gain

from .findings import Arm, Effect, finding

Figure = tuple[float, float, float]
"""(value, low, high): percent or points, or in an effect's own unit; ends of the 95 % interval, nan where none is known."""
TURNS: dict[str, Callable[[float], float]] = {
    "effect": float,
    "minus": lambda value: -value,
    "over": lambda ratio: 1 / ratio,
    "hundred": lambda share: 100 * share,
    "needed": lambda number: 100 / number,
    "tanh": math.tanh,  # Fisher's z as a correlation
}
"""How an effect is turned."""
HOW = ("share", "turned", "gain", "middle", "pooled", *TURNS)
"""Ways to read a figure: see `StudyFigure`."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class StudyFigure:
    """One figure of a study row, in the words of its record.

    Args:
        finding: id of the record.
        who: whom it is about, a key of the row's looks; empty where a row has one figure.
        how: "share", percentage of an arm; "turned", of those in it who did not; "gain", percentage points of the first
            arm over the second; "middle", between two arms; "pooled", of the people of two arms together; or "effect",
            "minus" (sign turned), "over" (1 ÷ it), "hundred" (a share as people of 100), "needed" (a number needed as people of
            100), "tanh" (Fisher's z as a correlation).
        arm: name of the arm, or names of both. outcome, week: which of its figures, where it has several.
        comparison, measure: of the effect.
        bad: the outcome of a gain is a bad one. counted: a gain is one of people, so that it has an interval.
        people: about how many were in the arm, where the record knows them only together; its interval is worked out.

    Raises:
        ValueError: naming record and arm or effect that is not there, or a `how` that is none.
    """

    finding: str
    who: str = ""
    how: str = "share"
    arm: str | list[str] = ""
    outcome: str | None = None
    week: float | None = None
    comparison: str = ""
    measure: str = ""
    bad: bool = False
    counted: bool = True
    people: float | None = None

    def __post_init__(self) -> None:
        if self.how not in HOW:
            raise ValueError(f"{self.finding}: how = {self.how!r}: must be one of {', '.join(HOW)}")

    @property
    def arms(self) -> list[Arm]:
        """The arm or arms that are read."""
        names = [self.arm] if isinstance(self.arm, str) else self.arm
        return [finding(self.finding).arm(name, self.outcome, self.week) for name in names]

    @property
    def effect(self) -> Effect:
        """The effect that is read."""
        found = finding(self.finding)
        effects = [effect for effect in (found.effect, *found.other_effects) if effect]
        there = [e for e in effects if (e.comparison, e.measure) == (self.comparison, self.measure)]
        if len(there) != 1:
            raise ValueError(f"{self.finding}: {len(there)} effects of {self.comparison!r}, {self.measure!r}")
        return there[0]

    @property
    def value(self) -> Figure:
        """The figure and the ends of its interval."""
        if self.how in TURNS:
            return turn(self.effect, TURNS[self.how])
        first, *others = self.arms
        if self.how in ("share", "turned"):
            value, low, high = self._share(first)
            return (100 - value, 100 - high, 100 - low) if self.how == "turned" else (value, low, high)
        [second] = others
        if self.how == "gain":
            return self._gain(first, second)
        if self.how == "middle":
            low, high = 100 * first.number, 100 * second.number
            return (low + high) / 2, low, high
        # Shares were printed in whole percent: back to people first.
        people = [round((arm.n or 0) * arm.number) for arm in (first, second)]
        return 100 * sum(people) / ((first.n or 0) + (second.n or 0)), math.nan, math.nan

    def _share(self, arm: Arm) -> Figure:
        if arm.ci is None and self.people:
            _, low, high = proportion(arm.number * self.people, self.people)
            return 100 * arm.number, 100 * low, 100 * high
        low, high = arm.ci or (math.nan, math.nan)
        return 100 * arm.number, 100 * low, 100 * high

    def _gain(self, both: Arm, alone: Arm) -> Figure:
        sign = -100 if self.bad else 100
        value = sign * (both.number - alone.number)
        if both.n is None or alone.n is None or not self.counted:
            return value, math.nan, math.nan
        _, *ends = risk_gain(both.number * both.n, both.n, alone.number * alone.n, alone.n)
        low, high = sorted(sign * end for end in ends)
        return value, low, high


def turn(effect: Effect, turned: Callable[[float], float] = float) -> Figure:
    """An effect and the ends of its interval, each through `turned`."""
    low, high = sorted(turned(end) for end in effect.ci) if effect.ci else (math.nan, math.nan)
    return turned(effect.value), low, high
