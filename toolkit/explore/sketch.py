"""A guess as a curve: the learner draws what to expect on the picture's own axes, before seeing it."""

import numpy as np

from toolkit.model.parameter import is_number

from .page import script
from .picture import guess_line
from .question import Guess


class Sketch(Guess):
    """A curve to draw, by dragging or one value at each of a few weeks.

    Args:
        prompt: what to draw.
        replies: {what people often draw: a kind reply to it}, said once a curve is drawn.
        weeks: where values are asked, in order; about five.
        low, high, step: the values that can be drawn. start: where the curve lies at first. unit: of the values.
        curve: result -> the true values, one a week from week 0 on.
        known: {name: values at `weeks`} of curves that are shown for orientation.
    """

    _esm = script("page.js", "form.js", "sketch.js")

    def __init__(self, prompt, replies=None, *, weeks, low, high, start, unit, curve, step=1, known=None):
        self.weeks, self.low, self.high, self.unit, self._curve = list(weeks), low, high, unit, curve
        self.replies = replies or {}
        super().__init__(
            prompt,
            weeks=self.weeks,
            low=low,
            high=high,
            step=step,
            start=start,
            unit=unit,
            known=[[name, list(map(float, values))] for name, values in (known or {}).items()],
            act="This is my guess",
            skip="Skip",
        )

    def judge(self, given):
        """What to say to a curve; skipping (None) is fine."""
        if given is None:
            return True, "Skipped. You can still guess whenever you like."
        if not self._can_be_drawn(given):
            raise ValueError(f"Draw {len(self.weeks)} values from {self.low:g} to {self.high:g} {self.unit}.")
        often = [f"“{drawn}”: {reply}" for drawn, reply in self.replies.items()]
        stays = "Your guess stays on the picture as a dashed line."
        return True, "\n".join([stays, "What people often draw:", *often] if often else [stays])

    def _can_be_drawn(self, given):
        listed = isinstance(given, list | tuple | np.ndarray) and len(given) == len(self.weeks)
        return listed and all(is_number(value) and self.low <= value <= self.high for value in given)

    def traces(self, result):
        """The curve, dashed, named above its end."""
        if self.given is None:
            return []
        end = (self.weeks[-1], self.given[-1])
        return guess_line(self.weeks, self.given, end, hover=f"%{{y:.1f}} {self.unit}", position="top left")

    def compare(self, result):
        """How far from the result it lies on average, and where it is furthest off."""
        if self.given is None:
            return ""
        true = np.asarray(self._curve(result))[self.weeks]
        off = np.abs(np.array(self.given) - true)
        furthest = int(off.argmax())
        return (
            f"Your guess is {off.mean():.1f} {self.unit} off on average; most in week {self.weeks[furthest]}, where you said "
            f"{self.given[furthest]:g} and the model says {true[furthest]:.1f}."
        )

    @property
    def words(self):
        """The question as text."""
        return f"{self.prompt}\n  (values in weeks {', '.join(map(str, self.weeks))})"
