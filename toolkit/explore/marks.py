"""Marks on the curves that `curves` draws, and styles for what is no arm of the toy."""

import dataclasses

from .picture import INK, Style, dots

ABSENT = Style("without", INK, "dot", "")
"""How the picture looks without the mechanism in question: a line that carries no marks."""
PUBLISHED = Style("published", INK, "solid", "diamond")
"""How published figures look where the toy's arms stand beside them."""


def called(style, label):
    """A style under another name."""
    return dataclasses.replace(style, label=label)


def marks(x, named, *, hover, panel=1):
    """Each style's marker at some places of its curve.

    Args:
        x: shape (places,).
        named: [(Style, values of shape (places,)), …]; a style without a symbol has no marks.
        hover, panel: as in `curves`.
    """
    return [
        dots(x, values, name=style.label.strip(), colour=style.colour, symbol=style.symbol, panel=panel, hover=hover)
        for style, values in named
        if style.symbol
    ]
