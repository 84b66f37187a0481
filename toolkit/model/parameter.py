"""One place for every number of the model: what it is, its unit, its range and where it comes from."""

import dataclasses
import math
import reprlib
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypeVar, dataclass_transform

Metadata = Mapping[str, Any]
"""What a field says of itself: unit, range, words, tag; values of many types."""
Value = TypeVar("Value")
Class = TypeVar("Class")
TAGS = ("published", "fitted", "teaching")


def parameter(
    default: Value, *, unit: str, range: tuple[float, float], says: str, tag: str = "teaching", source: str = ""
) -> Value:
    """A dataclass field for one number of the model.

    Args:
        default: value used when nothing else is said.
        unit: unit in words ("weeks", "entry severities", "share").
        range: (low, high), both ends allowed. Validation and sliders read it.
        says: the parameter in plain words, for ledger and help.
        tag: "published" (source is a finding's id), "fitted" (source is the finding it was fitted to) or "teaching"
            (chosen; source may name what suggested it).
        source: a finding's id, or words.
    """
    if tag not in TAGS:
        raise ValueError(f"tag = {tag!r}: must be one of {', '.join(TAGS)}")
    metadata = {"unit": unit, "range": range, "says": says, "tag": tag, "source": source}
    return dataclasses.field(default=default, metadata=metadata)


def choice(default: str, *, options: Iterable[str], says: str) -> str:
    """A dataclass field that takes one of a few named values."""
    metadata = {"options": tuple(options), "says": says, "tag": "teaching", "unit": ""}
    return dataclasses.field(default=default, metadata=metadata)


@dataclass_transform(frozen_default=True)
def record(made: type[Class]) -> type[Class]:
    """Make a frozen dataclass that inherits equality, hash and repr from Checked: a third quicker to import."""
    return dataclasses.dataclass(frozen=True, eq=False, repr=False)(made)


class Checked:
    """Records that refuse values outside the range that their fields declare."""

    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]

    def __post_init__(self) -> None:
        for name, field in self.__dataclass_fields__.items():
            check(f"{type(self).__name__}.{name}", getattr(self, name), field.metadata)

    def _values(self) -> tuple[object, ...]:
        # Lessons keep runs by their plans and models: these are compared and hashed with every move.
        return tuple([getattr(self, name) for name in self.__dataclass_fields__])

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        pairs = zip(self.__dataclass_fields__, self._values(), strict=True)
        values = ", ".join(f"{name}={value!r}" for name, value in pairs)
        return f"{type(self).__name__}({values})"


def check(name: str, value: Any, metadata: Metadata) -> None:
    """Raise ValueError unless value is allowed by a field's metadata; the message names thing, value and range."""
    if "options" in metadata:
        if value not in metadata["options"]:
            raise ValueError(
                f"{name} = {reprlib.repr(value)}: must be one of {', '.join(map(str, metadata['options']))}"
            )
    elif "range" in metadata:
        low, high = metadata["range"]
        whole = isinstance(low, int) and isinstance(high, int)
        if not is_number(value, whole) or not low <= value <= high:
            kind, ends = ("a whole number", f"{low:,} to {high:,}") if whole else ("a number", f"{low:g} to {high:g}")
            unit = f" ({metadata['unit']})" if metadata["unit"] else ""
            raise ValueError(f"{name} = {reprlib.repr(value)}: must be {kind} from {ends}{unit}")


def is_number(value: Any, whole: bool = False) -> bool:
    """Whether value is a finite real number (and a whole one if asked); True and False are not numbers here."""
    if isinstance(value, bool) or not hasattr(value, "__index__" if whole else "__float__"):
        return False
    try:
        return math.isfinite(value)
    except (TypeError, ValueError, OverflowError):
        return False
