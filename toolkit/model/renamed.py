"""Old public names: for one version they are read on, and say what they are called now."""

import functools
import sys
import tomllib
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

RENAMED: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
GOES = "0.3"


def keep_old_names(package: str, values: dict[str, Any]) -> Callable[[str], Any]:
    """Let what a package has answer to its old names too, as renamed.toml says; returns the package's own `__getattr__`.

    Said after its classes, so that neither their sources, which lessons show, nor a type checker has the old names.

    Args:
        package: its name. values: its `globals()`.
    """
    renamed = RENAMED[package.rpartition(".")[2]]
    for module, kinds in renamed.items():
        for kind, names in kinds.items() if isinstance(kinds, dict) else ():
            owner = getattr(sys.modules[f"{package}.{module}"], kind)
            for old, new in names.items():
                setattr(owner, old, property(functools.partial(look_up, old=old, new=new)))
    return functools.partial(
        look_in, package, values, {old: new for old, new in renamed.items() if isinstance(new, str)}
    )


def look_up(thing: object, old: str, new: str) -> Any:
    """An attribute by its old name."""
    warn(f"{type(thing).__name__}.{old}", f"{type(thing).__name__}.{new}")
    return getattr(thing, new)


def look_in(package: str, values: dict[str, Any], names: dict[str, str], name: str) -> Any:
    """A package's name by its old one."""
    if name not in names:
        raise AttributeError(f"module {package!r} has no attribute {name!r}")
    warn(f"{package}.{name}", f"{package}.{names[name]}")
    return values[names[name]]


def warn(old: str, new: str) -> None:
    """Say that a name is old."""
    # The level names the line that used it: above this function stands the one that noticed.
    warnings.warn(f"{old} is now {new}; the old name goes in version {GOES}", DeprecationWarning, stacklevel=3)
