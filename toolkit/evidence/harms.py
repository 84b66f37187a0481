"""What treatments cost, as published counts: how many people of so many, with and without, or that nobody counted."""

import dataclasses
import functools
import importlib.resources
import tomllib
from typing import Any

from .findings import Finding, Interval, finding

PER = (100, 1000)
"""Numbers of people that a count may be said of: rare harms need the larger one."""


@dataclasses.dataclass(frozen=True)
class Harm:
    """One harm as one record counted it. Shares are of people treated, 0 to 1.

    says: what happened to people, in words. of: "medication", "stopping medication", "therapy" or "both".
    who: whom it was counted in. weeks: until when; None where the source gives no time.
    treated, untreated: shares with and without the treatment; None where nobody counted, which is not none.
    extra: share more with the treatment than without (below 0: fewer), where a comparison was made.
    interval: of `extra`, 95 %; None where the source gave none. range: "lowest" to "highest" of several trials instead.
    """

    says: str
    of: str
    who: str
    finding: Finding
    weeks: float | None = None
    treated: float | None = None
    untreated: float | None = None
    extra: float | None = None
    interval: Interval | None = None
    range: Interval | None = None

    def count(self, share: float | None, per: int = 1000) -> float | None:
        """A share as people of `per`, unrounded; None stays None. ValueError unless per is one of PER."""
        if per not in PER:
            raise ValueError(f"per = {per!r}: must be one of {', '.join(map(str, PER))} people")
        return None if share is None else share * per

    @property
    def needed_to_harm(self) -> float | None:
        """How many are treated for one more to be harmed; None without an interval that lies above 0 as a whole.

        One number sounds surer than an interval through 0 is, and there "more" is not even known.
        """
        if self.extra is None or self.interval is None or self.interval[0] <= 0:
            return None
        return 1 / self.extra


@functools.cache
def harms() -> tuple[Harm, ...]:
    """Every harm that a record counted, in the order of harms.toml.

    Raises:
        ValueError: if a row names an arm or an effect that its record does not hold.
    """
    rows = tomllib.loads(importlib.resources.files(__package__).joinpath("harms.toml").read_text(encoding="utf-8"))
    return tuple(_harm(**row) for row in rows["harms"])


def _harm(finding_id: str, outcome: str = "", **row: Any) -> Harm:
    """A row of the file with its numbers from the record."""
    record = finding(finding_id)
    for name in ("treated", "untreated", "extra"):
        if name in row:
            arm = record.arm(row[name], outcome)
            row[name] = arm.number
            row.setdefault("weeks", arm.time_weeks)
    if "difference" in row:
        effect = _effect(record, row.pop("difference"))
        row |= {"extra": effect.value, "interval": effect.ci}
    elif {"treated", "untreated"} <= row.keys():
        row["extra"] = row["treated"] - row["untreated"]
    if "needed_to_harm" in row:
        most, least = (1 / _effect(record, measure).value for measure in row.pop("needed_to_harm"))
        row["range"] = (least, most)
    return Harm(finding=record, **row)


def _effect(record: Finding, said: list[str]) -> Any:
    """The record's effect with this measure whose comparison begins with these words."""
    measure, compared = said
    effects = [effect for effect in (record.effect, *record.other_effects) if effect]
    found = [effect for effect in effects if effect.measure == measure and effect.comparison.startswith(compared)]
    if len(found) != 1:
        raise ValueError(f"harms.toml: {record.id} has {len(found)} effects {measure!r} of {compared!r}")
    return found[0]
