"""What a learner can move: sliders, choices and switches, each with a name, a range and words."""

import dataclasses
import functools
import reprlib

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

    @property
    def allowed(self):
        """Every value that the control can take, in order."""
        raise NotImplementedError

    @functools.cached_property
    def layout(self):
        """Name and values in Python's writing, for a code's fingerprint; ten thousand people take longer to write than to draw."""
        return repr((self.name, list(self.allowed)))

    def describe(self):
        """What the page needs to draw the control, as plain data."""
        return {"kind": type(self).__name__.lower(), **dataclasses.asdict(self)}


@dataclasses.dataclass
class Slider(Control):
    """A number from low to high in steps; `unit` follows the value in words.

    A value between two steps goes to the nearer one, as the knob would.
    """

    low: float = 0.0
    high: float = 1.0
    step: float = 0.1
    unit: str = ""

    @functools.cached_property
    def allowed(self):
        """Every step from low to high."""
        if isinstance(self.step, int):
            return range(int(self.low), int(self.high) + 1, self.step)
        steps = int((self.high - self.low) / self.step + 1e-9)
        return [round(self.low + place * self.step, 9) for place in range(steps + 1)]

    def accept(self, value):
        """The step nearest to the value, a number of the slider's kind; ValueError naming control, value and range."""
        kind = int if isinstance(self.step, int) else float
        check(self.name, value, {"range": (kind(self.low), kind(self.high)), "unit": self.unit})
        place = min(round((value - self.low) / self.step), len(self.allowed) - 1)
        return self.allowed[place]


@dataclasses.dataclass
class Week(Slider):
    """The week that is read: a scrubber under the chart, which the page moves and plays on its own.

    The kernel hears of the week once it rests. A `run` that keeps what it simulated for the other values answers at once.

    Args:
        live: True to show the picture of every week that passes; else only a marker moves over the picture.
    """

    name: str = "week"
    label: str = "Week"
    value: int = 0
    low: int = 0
    high: int = 52
    step: int = 1
    live: bool = False


@dataclasses.dataclass
class Choice(Control):
    """One of a few named options, {value: words}."""

    options: dict = dataclasses.field(default_factory=dict)

    @property
    def allowed(self):
        """The options' values, in order."""
        return list(self.options)

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

    @property
    def allowed(self):
        """Off, on."""
        return [False, True]

    def accept(self, value):
        """True or False; ValueError naming control and value otherwise."""
        if not isinstance(value, bool):
            raise ValueError(f"{self.name} = {reprlib.repr(value)}: must be True or False")
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


def accepted(controls, changes):
    """The changes as the controls take them; ValueError for a name that is none, or a value that is not allowed.

    Args:
        controls: {name: Control}.
        changes: {name: value}.
    """
    for name in changes:
        if name not in controls:
            raise ValueError(f"{reprlib.repr(name)} is not a control; there are {', '.join(controls)}")
    return {name: controls[name].accept(value) for name, value in changes.items()}
