"""Missions: things to bring about with the controls, which the explorer checks after every move."""

import typing
from collections.abc import Callable

from .asked import ASKED, Task
from .change import setting

MISSION = "Mission: "
"""How the record of a mission begins, among those of questions."""
OPEN, REACHED, GIVEN_UP = "open", "reached", "given up"


class Run(typing.NamedTuple):
    """One setting and what came of it: what a mission's condition is asked about.

    values: every control's value by name. result: what the lesson's run returned for them. pinned: the pinned runs, each a Run.
    """

    values: dict
    result: object
    pinned: tuple = ()


class Mission(Task):
    """Something to bring about.

    Args:
        name: what it is called. prompt: what is to be brought about.
        controls: labels of the controls that it takes, as the page has them.
        hint: told when asked for, or after three minutes.
        reply: what it means, once reached; or why it cannot be reached.
        reached: Run -> whether it is.
        recipe: steps that reach it, each {"preset": name}, {"pin": True} or {"set": {control: value}}; told to whoever gives up.
            Without one it cannot be reached, which is then its point, and its condition never holds.
        core: whether it belongs to the shorter way through the lesson.
    """

    def __init__(self, name, prompt, *, controls=(), hint, reply, reached: Callable, recipe=(), core=False):
        self.name, self.controls, self.hint, self.reply = name, list(controls), hint, reply
        self.told = name if name.endswith("?") else f"{name}."
        self.said, self.prompt = prompt, f"{MISSION}{self.told} {prompt}"
        self.reached, self.recipe, self.core = reached, list(recipe), core

    @property
    def state(self):
        """OPEN, REACHED or GIVEN_UP."""
        return (REACHED if self.right else GIVEN_UP) if self.tries else OPEN

    def is_reached_by(self, run):
        """Whether a Run brings it about that had not been brought about before."""
        return self.state != REACHED and bool(self.reached(run))

    def note(self, code):
        """It has been brought about, by the setting of that scenario code."""
        ASKED.note(self.prompt, f"{REACHED}: {code}", True)

    def give_up(self):
        """Somebody wants to know; what was reached stays so."""
        if self.state == OPEN:
            ASKED.note(self.prompt, GIVEN_UP, False)

    def describe(self):
        """What the page shows from the beginning, as plain data."""
        return {
            "name": self.name,
            "prompt": self.said,
            "controls": self.controls,
            "hint": self.hint,
            "core": self.core,
        }

    def tell(self, controls):
        """What the page shows now: its state, and the reply once there is one; after giving up, the recipe first."""
        words = {OPEN: "", REACHED: self.reply, GIVEN_UP: f"{self.steps(controls)}{self.reply}"}
        return {"state": self.state, "reply": words[self.state]}

    def steps(self, controls):
        """The recipe in words, {name: Control} given."""
        words = []
        for step in self.recipe:
            if "preset" in step:
                words.append(f"press “{step['preset']}”")
            elif "pin" in step:
                words.append("press Pin")
            else:
                words += [f"set “{setting(controls[name], value)}”" for name, value in step["set"].items()]
        return f"One way: {', then '.join(words)}. " if words else ""

    def take(self, step, explorer):
        """Take a step of the recipe in an explorer, as by hand."""
        if "preset" in step:
            explorer.apply(step["preset"])
        elif "pin" in step:
            explorer.pin()
        else:
            explorer.set(**step["set"])
