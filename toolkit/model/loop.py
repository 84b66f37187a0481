"""Symptoms that feed themselves: brooding, avoidance, poor sleep."""

from .decay import Number, logistic
from .parameter import Checked, parameter, record


@record
class Loop(Checked):
    """A self-amplifying loop, off by default: a push on both levels that grows with the burden y.

        push = strength * L((y - middle) / width),     L the logistic

    It takes over part of the illness drive at entry, so that untreated people stay where they are. Improvement then feeds
    itself, which breaks additivity, one way or the other: what one treatment alone sets off, the second cannot set off
    again. A strong loop (strength > 4 width (1 - coupling)) has two resting places.
    """

    strength: float = parameter(
        0.0, unit="entry severities", range=(0.0, 0.7), says="how strongly symptoms feed themselves"
    )
    middle: float = parameter(
        0.6, unit="entry severities", range=(0.1, 1.5), says="severity at which the loop is half on"
    )
    width: float = parameter(0.1, unit="entry severities", range=(0.03, 1.0), says="how gradually the loop comes on")

    def push(self, burden: Number) -> Number:
        """Push on both levels, entry severities, for burden of any shape."""
        return self.strength * logistic((burden - self.middle) / self.width)
