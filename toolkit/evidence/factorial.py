"""Trials with all four arms: a dummy pill with visits, medication, therapy, both. They stand in factorial.toml."""

import dataclasses
import functools
import tomllib

from toolkit.model import EXPECTED_FROM_BOTH, proportion

from .findings import Arm, Finding, Interval, finding, read


@dataclasses.dataclass(frozen=True)
class Factorial:
    """A four-arm comparison of one outcome at one time, read from a finding.

    `arms` names the arms in the order dummy pill with visits, medication, therapy, both. With `turned`, the published share
    is of a bad outcome (recurrence) and is turned into the share without it. `counted`: a share of people, so that an
    interval can be worked out from the number of people where none was published. `acute`: whether it asks if two treatments add
    up while people get better, against a dummy pill; otherwise everybody had got well on both before, or it looked long after.
    """

    id: str
    what: str
    arms: tuple[str, str, str, str]
    outcome: str | None = None
    weeks: float | None = None
    turned: bool = False
    counted: bool = True
    acute: bool = True

    @property
    def finding(self) -> Finding:
        """The finding the figures were read from."""
        return finding(self.id)

    @property
    def label(self) -> str:
        """Author, year and what was counted; ▲ supports adding up, ▼ is counter-evidence."""
        return f"{self.finding.marked_label}: {self.what}"

    @functools.cached_property
    def shares(self) -> tuple[float, ...]:
        """Shares with the good outcome (0 to 1), in the order of `arms`."""
        return tuple(1 - arm.number if self.turned else arm.number for arm in self.read)

    @functools.cached_property
    def interval(self) -> Interval | None:
        """95 % interval of the share with both, published or worked out from the count; None where neither can be had."""
        both = self.read[3]
        if both.ci:
            low, high = both.ci
            return (1 - high, 1 - low) if self.turned else (low, high)
        if both.n and self.counted:
            _, low, high = proportion(self.shares[3] * both.n, both.n)
            return low, high
        return None

    def expected(self, scale: str) -> float:
        """Share expected with both if the two just add up on a scale of EXPECTED_FROM_BOTH."""
        return float(EXPECTED_FROM_BOTH[scale](*self.shares[:3]))

    @functools.cached_property
    def read(self) -> list[Arm]:
        """The four arms as read from the finding."""
        return [self.finding.arm(name, self.outcome, self.weeks) for name in self.arms]


FACTORIAL = tuple(
    Factorial(**{**values, "arms": tuple(values["arms"])})
    for values in tomllib.loads(read("factorial.toml"))["comparisons"]
)
"""Every factorial comparison in the findings, in the order of factorial.toml."""
