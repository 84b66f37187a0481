"""Pinned runs: up to three settings kept side by side, each with a line of the learner's own."""

import base64
import contextlib
import dataclasses
import functools

from .asked import ASKED
from .mission import Run
from .still import svg

MOST = 3
FULL = f"{MOST} runs are pinned already; unpin one of them first"


@dataclasses.dataclass(frozen=True)
class Pin:
    """A pinned run: its scenario code, its Run, and what it showed."""

    code: str
    run: Run
    setting: str
    chart: dict
    sentence: str

    @functools.cached_property
    def image(self):
        """The picture as SVG in base 64; "" where only plotly could draw it."""
        return "" if "as_is" in self.chart else base64.b64encode(svg(self.chart).encode()).decode()


class Pins:
    """The pinned runs of a lesson's explorers, oldest first. Codes and lines outlive an explorer whose cell runs again.

    What was pinned when the lesson's controls were others is left out.

    Args:
        module: whose runs they are.
        look: scenario code -> Pin; ValueError for a code that it cannot read.
    """

    def __init__(self, module, look):
        self.module = module
        self._all = []
        for code in self.lines:
            with contextlib.suppress(ValueError):
                self._all.append(look(code))

    @property
    def lines(self):
        """{scenario code: the learner's line}."""
        return ASKED.pinned.get(self.module, {})

    @property
    def all(self):
        """Every Pin, oldest first."""
        return list(self._all)

    @property
    def latest(self):
        """The Pin that later pictures are compared with; None without one."""
        return self._all[-1] if self._all else None

    @property
    def runs(self):
        """The Runs, for a mission's condition."""
        return tuple(pin.run for pin in self._all)

    def with_one(self, pin):
        """The pins as they would be with one more; ValueError where there is no room. What is pinned already becomes the latest."""
        others = [one for one in self._all if one.code != pin.code]
        if len(others) == MOST:
            raise ValueError(FULL)
        return [*others, pin]

    def without(self, code=None):
        """The pins as they would be without the one of a code, or without the latest."""
        gone = code or (self.latest.code if self._all else None)
        return [one for one in self._all if one.code != gone]

    def become(self, pins):
        """Keep these."""
        self._all = pins
        ASKED.pinned = {**ASKED.pinned, self.module: {pin.code: self.lines.get(pin.code, "") for pin in pins}}

    def write(self, code, line):
        """Keep the learner's line to a pinned run; ValueError naming a code that is not pinned."""
        if code not in self.lines:
            raise ValueError(f"code = {code!r}: pinned are {', '.join(self.lines) or 'no runs'}")
        ASKED.pinned = {**ASKED.pinned, self.module: {**self.lines, code: " ".join(str(line).split())[:200]}}

    def describe(self):
        """What the page shows of them, as plain data."""
        return [
            {
                "code": pin.code,
                "setting": pin.setting,
                "sentence": pin.sentence,
                "line": self.lines.get(pin.code, ""),
                "image": pin.image,
            }
            for pin in self._all
        ]
