"""What an explorer keeps of somebody's play: pinned runs with lines of their own, and missions."""

import traitlets

from . import codes
from .asked import ASKED
from .mission import Run
from .pins import Pin, Pins

PINNED = "Pinned. Every move is now compared with this picture."
UNPINNED = "No longer pinned."
GIVEN_UP = "Given up: {} What it is about stands below it."
REACHED = "Mission reached: {}"


class LabNotebook(traitlets.HasTraits):
    """The part of an Explorer that keeps runs and watches missions."""

    pins = traitlets.List().tag(sync=True)
    """The pinned runs, oldest first, each with code, setting, sentence, the learner's line, and its picture (SVG in base 64)."""
    standing = traitlets.List().tag(sync=True)
    """How each mission stands: its `state`, and its `reply` once there is one."""

    def _keep(self, module, missions):
        """Begin with what has been pinned and reached in this kernel before."""
        self.missions = list(missions)
        self._pins = Pins(module, self._look)
        self.pins = self._pins.describe()
        for mission in self.missions:
            ASKED.ask(mission.prompt)
        if self.missions:
            ASKED.observe(lambda _: self._stand(), names="records")
            self._stand()

    def pin(self):
        """Keep this run, up to three; the latest stays in grey beneath every picture from now on, to compare with."""
        self._repin(self._pins.with_one(self._pin(self.code, self.values, self.result)), PINNED)

    def unpin(self, code=None):
        """Take a pinned run away, by its scenario code; without one, the latest."""
        self._repin(self._pins.without(code), UNPINNED)

    def write(self, code, line):
        """Keep a line of the learner's own to a pinned run: explorer.write(explorer.code, "I expected ...")."""
        self._pins.write(code, line)
        self.pins = self._pins.describe()

    def give_up(self, mission):
        """Give a mission up, by its place (0 for the first), and be told why."""
        self.missions[mission].give_up()
        self.status = GIVEN_UP.format(self.missions[mission].told)

    def _stand(self):
        self.standing = [mission.tell(self.controls) for mission in self.missions]

    def _repin(self, pins, told):
        before = self._pins.all
        self._pins.become(pins)
        try:
            self._show(self.values, self._preset, lambda _: told)
        except Exception:
            self._pins.become(before)
            raise
        self.pins = self._pins.describe()

    def _look(self, code):
        """The Pin of a setting that was pinned before; ValueError for a code that these controls do not know."""
        values = codes.read(code, self.lesson, list(self.controls.values()))
        return self._pin(code, values, self._run(**values))

    def _pin(self, code, values, result):
        return Pin(code, Run(values, result), self._in_words(values), self._chart(result), self._sentence(result))

    def _reached(self, values, result):
        """The missions that a move brings about."""
        run = Run(values, result, self._pins.runs)
        return [mission for mission in self.missions if mission.is_reached_by(run)]

    def _note(self, reached, told):
        """Note what has been reached; returns the words for it and for the move."""
        for mission in reached:
            mission.note(self.code)
        return " ".join([*(REACHED.format(mission.told) for mission in reached), told]).strip()
