"""The published figures: read once, checked record by record, handed out as plain frozen objects."""

import dataclasses
import functools
import importlib.resources
import json
import re
from collections.abc import Callable
from typing import Any

import fastjsonschema

Interval = tuple[float, float]
Record = dict[str, Any]
"""A record as it stands in the file."""


@dataclasses.dataclass(frozen=True)
class Arm:
    """One arm of a study. `value` is a proportion (0 to 1) when `unit` is "proportion"; None where no number was read."""

    name: str
    outcome: str
    n: int | None
    value: float | None
    ci: Interval | None
    time_weeks: float | None
    unit: str | None = None
    events: int | None = None

    @property
    def number(self) -> float:
        """The value; ValueError where no number was read."""
        if self.value is None:
            raise ValueError(f"arm {self.name!r}: no number was read")
        return self.value


@dataclasses.dataclass(frozen=True)
class Entry:
    """How ill people were when a study began: mean and SD of `n` of them (`who`) on a scale, as read at `source`.

    `points` is the mean on the 17-item Hamilton scale: the same, or read off a table at `conversion`; None without one.
    """

    scale: str
    mean: float
    sd: float | None
    n: int | None
    who: str
    source: str
    points: float | None
    conversion: str | None


@dataclasses.dataclass(frozen=True)
class Effect:
    """An effect size, with its 95 % interval where the source gave one."""

    measure: str
    value: float
    ci: Interval | None
    comparison: str
    p: float | str | None = None
    nnt: float | None = None
    d_equivalent: float | None = None
    derived: bool = False


@dataclasses.dataclass(frozen=True)
class Finding:
    """One published finding: what was found, in whom, how, the numbers that were read, and what qualifies them.

    `numbers` is "yes" (read in the source: may be drawn), "direction_only" or "not_verified" (for words only).
    `counter_evidence` marks findings that speak against a popular claim. `unread` names parts of the citation that were not
    seen in the source itself.
    """

    id: str
    mechanism: str
    finding: str
    population: str
    design: str
    arms: tuple[Arm, ...]
    effect: Effect | None
    citation: str
    doi: str | None
    source_url: str | None
    source_kind: str
    numbers: str
    counter_evidence: bool
    caveat: str
    other_effects: tuple[Effect, ...] = ()
    arithmetic_check: str | None = None
    unread: str | None = None
    entry: Entry | None = None

    @property
    def short(self) -> str:
        """First author, or a group's initials, and year, as in "Walkup 2008"; no year where the citation gives none."""
        # Citations are written as each source has them: a team's name, initials in brackets, or a surname with its "van".
        group = re.match(r"The (\w+) Team|[^,.;(]*\(([A-Z]+)\)", self.citation)
        author = group[1] or group[2] if group else re.findall(r"((?:(?:de|van|von) )?[^\[ ,;(]+)", self.citation)[0]
        year = re.search(r"\b(?:19|20)\d\d\b", self.citation)
        return f"{author} {year[0]}" if year else author

    @property
    def marked_label(self) -> str:
        """The same with its mark: ▼ for counter-evidence, ▲ for what supports a popular claim."""
        return f"{'▼' if self.counter_evidence else '▲'} {self.short}"

    def arm(self, name: str, outcome: str | None = None, time_weeks: float | None = None) -> Arm:
        """The arm of that name, and of that outcome and time where given; ValueError unless there is exactly one."""
        found = [
            arm
            for arm in self.arms
            if arm.name == name and outcome in (None, arm.outcome) and time_weeks in (None, arm.time_weeks)
        ]
        if len(found) != 1:
            raise ValueError(
                f"{self.id}: {len(found)} arms named {name!r} with outcome {outcome!r} at week {time_weeks!r}"
            )
        return found[0]


def findings() -> tuple[Finding, ...]:
    """Every published finding, a tuple of Finding in the order of the file.

    Raises:
        ValueError: if the file is damaged, naming record and field.
    """
    return tuple(_by_id().values())


def finding(id: str) -> Finding:
    """The finding of that id; ValueError if there is none.

    >>> cams = finding("walkup2008_cams")
    >>> cams.short, cams.arm("placebo").value
    ('Walkup 2008', 0.237)
    """
    if id not in _by_id():
        raise ValueError(f"finding id = {id!r}: not among the {len(_by_id())} findings")
    return _by_id()[id]


def parse(text: str | bytes) -> dict[str, Finding]:
    """Findings from a file's text or bytes, {id: Finding}; ValueError names the record and the field that is wrong."""
    try:
        records = json.loads(text)
    except ValueError as error:  # also where the bytes are no text
        raise ValueError(f"findings.json: not valid JSON: {error}") from None
    try:
        _schema()(records)
    except fastjsonschema.JsonSchemaValueException as error:
        raise ValueError(_explain(error, records)) from None
    found = {}
    for record in records:
        if record["id"] in found:
            raise ValueError(f"findings.json, record {record['id']!r}: field 'id' is there twice")
        found[record["id"]] = _finding(record)
    return found


def _finding(record: Record) -> Finding:
    others = record.get("other_effects", [])
    parts = {
        "arms": tuple(Arm(**_with_interval(arm)) for arm in record["arms"]),
        "entry": Entry(**record["entry"]) if "entry" in record else None,
        "effect": record["effect"] and Effect(**_with_interval(record["effect"])),
        "other_effects": tuple(Effect(**_with_interval(effect)) for effect in others),
    }
    return Finding(**{**record, **parts})


def _with_interval(record: Record) -> Record:
    return {**record, "ci": record["ci"] and tuple(record["ci"])}


def _explain(error: fastjsonschema.JsonSchemaValueException, records: list[Record]) -> str:
    """One line that names the record by its id, the field by its path, and what is wrong with it."""
    if len(error.path) < 2:
        return f"findings.json: {error.message.removeprefix('data ')}"
    place, *field = error.path[1:]
    record = records[int(place)]
    name = record["id"] if isinstance(record, dict) and isinstance(record.get("id"), str) else f"number {place}"
    wrong = error.message.removeprefix(error.name or "").strip()
    if not field:
        return f"findings.json, record {name!r}: {wrong}"
    return f"findings.json, record {name!r}: field {'.'.join(field)!r} = {repr(error.value)[:80]}: {wrong}"


@functools.cache
def _schema() -> Callable[[object], object]:
    return fastjsonschema.compile(json.loads(read("findings.schema.json")))


@functools.cache
def _by_id() -> dict[str, Finding]:
    return parse(importlib.resources.files(__package__).joinpath("findings.json").read_bytes())


def read(name: str) -> str:
    return importlib.resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
