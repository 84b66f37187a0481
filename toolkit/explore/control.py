"""What a learner can move: sliders, choices and switches, each with a name, a range and words."""

import dataclasses

from toolkit.model.parameter import check


@dataclasses.dataclass
class Control:
    """Something to move.

    Args:
        name: keyword under which the lesson's run receives the value.
        label: what the learner reads.
        value: opening value; later the current one.
        help: one sentence on what moving it means.
        parameter: the model's parameter ("part.name") behind it, where there is one, for the ledger.
        more: True to keep it in the drawer.
    """

    name: str
    label: str
    value: object
    help: str = ""
    parameter: str = ""
    more: bool = False

    def __post_init__(self):
        self.opening = self.value = self.accept(self.value)

    def describe(self):
        """What the page needs to draw the control, as plain data."""
        return {"kind": type(self).__name__.lower(), **dataclasses.asdict(self)}


@dataclasses.dataclass
class Slider(Control):
    """A number from low to high in steps; `unit` follows the value in words."""

    low: float = 0.0
    high: float = 1.0
    step: float = 0.1
    unit: str = ""

    def accept(self, value):
        """The value as a number of the slider's kind; ValueError naming control, value and range."""
        whole = isinstance(self.step, int)
        kind = int if whole else float
        check(self.name, value, {"range": (kind(self.low), kind(self.high)), "unit": self.unit})
        return kind(value)


@dataclasses.dataclass
class Choice(Control):
    """One of a few named options, {value: words}."""

    options: dict = dataclasses.field(default_factory=dict)

    def accept(self, value):
        """The value if it is one of the options; ValueError naming control, value and options."""
        check(self.name, value, {"options": tuple(self.options)})
        return value

    def describe(self):
        """As for every control, with the options in order (JSON objects have none)."""
        return {**super().describe(), "options": list(self.options.items())}


@dataclasses.dataclass
class Switch(Control):
    """On or off."""

    value: bool = False

    def accept(self, value):
        """True or False; ValueError naming control and value otherwise."""
        if not isinstance(value, bool):
            raise ValueError(f"{self.name} = {value!r}: must be True or False")
        return value


@dataclasses.dataclass
class Seed(Slider):
    """Which toy people: any whole number is another cohort."""

    name: str = "seed"
    label: str = "People number"
    value: int = 1
    help: str = "Another number draws other people with other luck. The same number always brings back the same ones."
    low: int = 0
    high: int = 9999
    step: int = 1


@dataclasses.dataclass(frozen=True)
class Preset:
    """A named setting that makes one point: the values that differ from the opening ones, and what to see."""

    name: str
    says: str
    values: dict = dataclasses.field(default_factory=dict)
