"""Missions: things to bring about with the controls, which the explorer checks after every move."""

import typing
from collections.abc import Callable

from .asked import ASKED, Task

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
        reached: Run -> whether it is; None for a mission that cannot be reached, which is then its point.
        recipe: steps that reach it, each {"preset": name}, {"pin": True} or {"set": {control: value}}; told to whoever gives up.
        core: whether it belongs to the shorter way through the lesson.

    Raises:
        ValueError: for a mission that can be reached and has no recipe, or has one and cannot.
    """

    def __init__(
        self,
        name,
        prompt,
        *,
        controls=(),
        hint,
        reply,
        reached: Callable | None = None,
        recipe=(),
        core=False,
    ):
        if bool(recipe) != (reached is not None):
            raise ValueError(f"mission {name!r}: a recipe goes with a condition (`reached`), and only with one")
        self.name, self.controls, self.hint, self.reply = name, list(controls), hint, reply
        self.prompt = prompt
        self.reached, self.recipe, self.core = reached, list(recipe), core
        ASKED.ask(prompt)

    @property
    def state(self):
        """OPEN, REACHED or GIVEN_UP."""
        return (REACHED if self.right else GIVEN_UP) if self.tries else OPEN

    def is_reached_by(self, run):
        """Whether a Run brings it about that had not been brought about before."""
        return self.state != REACHED and self.reached is not None and bool(self.reached(run))

    def note(self, code):
        """It has been brought about, by the setting of that scenario code."""
        ASKED.note(self.prompt, f"{REACHED}: {code}", True)

    def give_up(self):
        """Somebody wants to know; what was reached stays so."""
        if self.state == OPEN:
            ASKED.note(self.prompt, GIVEN_UP, False)

    def describe(self):
        """What the page shows from the beginning, as plain data."""
        return {"name": self.name, "prompt": self.prompt, "controls": self.controls, "hint": self.hint, "core": self.core}

    def tell(self, steps):
        """What the page shows now: its state, and the reply once there is one. `steps`: the recipe in words."""
        words = {OPEN: "", REACHED: self.reply, GIVEN_UP: " ".join(filter(None, [steps, self.reply]))}
        return {"state": self.state, "reply": words[self.state]}
