"""Old public names: for one version they work on, and say what they are called now."""

import warnings
from collections.abc import Callable, Mapping
from typing import Any

GOES = "0.3"
"""Version in which the old names go."""


def warn(old: str, new: str) -> None:
    """Say that a name is old."""
    # The level names the line that used it: above this function stands the one that noticed.
    warnings.warn(f"{old} is now {new}; the old name goes in version {GOES}", DeprecationWarning, stacklevel=3)


class OldName:
    """An attribute of a class under its old name: reading it warns and gives what the new name gives."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new

    def __get__(self, instance: object, owner: type) -> Any:
        warn(f"{owner.__name__}.{self.old}", f"{owner.__name__}.{self.new}")
        return getattr(owner if instance is None else instance, self.new)


def keep_old_names(kind: type, **names: str) -> None:
    """Let attributes of a class answer to their old names too, old="new".

    Said after the class, so that neither its source, which lessons show, nor a type checker has the old names.
    """
    for old, new in names.items():
        setattr(kind, old, OldName(old, new))


def find_renamed(module: str, names: Mapping[str, str], values: Mapping[str, Any]) -> Callable[[str], Any]:
    """A `__getattr__` for a module in which some names are old.

    Args:
        module: its name. names: {old: new}. values: its `globals()`.
    """

    def find(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        warn(f"{module}.{name}", f"{module}.{names[name]}")
        return values[names[name]]

    return find
