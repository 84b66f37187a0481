"""What arrays hold, in words, for annotations; shapes stand in the docstrings."""

from collections.abc import Sequence
from typing import Any

import numpy as np

Numbers = np.ndarray[tuple[Any, ...], np.dtype[np.floating[Any]]]
Whole = np.ndarray[tuple[Any, ...], np.dtype[np.intp]]
Flags = np.ndarray[tuple[Any, ...], np.dtype[np.bool_]]
Amount = float | Numbers
"""One number, or an array of them."""
ArrayLike = Amount | Whole | Flags | Sequence[float]
"""What can be made into an array."""
