"""What may be fitted: the parameters, the figures that set them, and where every search begins."""

import dataclasses

from toolkit.model import Condition, parameters
from toolkit.model.parameter import Metadata

from .figures import Figure, figures


def targets() -> dict[str, tuple[Figure, ...]]:
    """The fitted parameters and the figures that set them, {"part.parameter": (Figure, …)}."""
    found: dict[str, tuple[Figure, ...]] = {}
    for figure in figures():
        if figure.fits:
            found[figure.fits] = (*found.get(figure.fits, ()), figure)
    return found


def fittable() -> dict[str, Metadata]:
    """Metadata of every parameter that can be fitted, those of the depression preset as "condition.…"."""
    people = {
        f"condition.{field.name}": {"default": field.default, **field.metadata}
        for field in dataclasses.fields(Condition)
        if "range" in field.metadata
    }
    return {**parameters(), **people}


def starting_value(low: float, high: float) -> float:
    """Where the search for a parameter begins in its range."""
    return low + 0.2 * (high - low)
