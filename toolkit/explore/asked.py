"""What has been asked in this kernel and what was made of it. Kept nowhere else."""

import typing

import traitlets


class Record(typing.NamedTuple):
    """The latest answer (None before, and for what was skipped), whether it was right, and how many there have been."""

    given: object = None
    right: bool = False
    tries: int = 0


class Asked(traitlets.HasTraits):
    """A record of every question, by its prompt: asked again, as when its cell runs again, it is the same question."""

    records = traitlets.Dict()
    pinned = traitlets.Dict()
    """{module of a lesson: {scenario code: the learner's line}}, in the order in which the runs were pinned."""
    learner = traitlets.Unicode()
    """The name that the learner has put on the answers file."""

    def ask(self, prompt):
        """Keep a place for a question; what has been answered already stays."""
        self.records = {**self.records, prompt: self.records.get(prompt, Record())}

    def note(self, prompt, given, right):
        """Note an answer."""
        tries = self.records.get(prompt, Record()).tries + 1
        self.records = {**self.records, prompt: Record(given, bool(right), tries)}

    def forget(self, prompt):
        """As if the question had not been answered."""
        self.records = {**self.records, prompt: Record()}


ASKED = Asked()


class Task:
    """Something asked, by its `prompt`, and what was made of it."""

    prompt: str

    @property
    def record(self):
        """The Record of it."""
        return ASKED.records.get(self.prompt, Record())

    @property
    def given(self):
        """The latest answer, None before."""
        return self.record.given

    @property
    def right(self):
        """Whether it was right."""
        return self.record.right

    @property
    def tries(self):
        """How many answers there were."""
        return self.record.tries
