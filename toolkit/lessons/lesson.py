"""What every lesson is: its place in the course and the pieces that its notebook shows."""

import dataclasses
from collections.abc import Callable

from toolkit.explore import Answers


@dataclasses.dataclass(frozen=True)
class Lesson:
    """A lesson.

    Args:
        number: 1 to 12. slug: file name of its notebook without ending. title, hook: one line each.
        minutes: how long it takes. claims: the ideas it shows (C1 to C18).
        explorer: makes the explorer, given a guess (Predict) to keep on the picture or None. None while still to come.
        predict: makes the question before play.
        studies: makes the published figures beside an explorer.
        tasks: makers of the tasks, in order.
    """

    number: int
    slug: str
    title: str
    hook: str
    minutes: int
    claims: tuple[str, ...]
    explorer: Callable | None = None
    predict: Callable | None = None
    studies: Callable | None = None
    tasks: tuple[Callable, ...] = ()

    @property
    def ready(self):
        """Whether the lesson can be played, or is still to come."""
        return self.explorer is not None

    def task(self, number):
        """The task of that number, 1 for the first; ValueError naming number and range."""
        if number not in range(1, len(self.tasks) + 1):
            raise ValueError(f"task = {number!r}: lesson {self.number} has tasks 1 to {len(self.tasks)}")
        return self.tasks[number - 1]()

    def answers(self):
        """A button that saves the learner's answers as a file, for a teacher."""
        return Answers(self.slug)
