"""What every lesson is: words from a TOML file, and the functions that make its pictures."""

import dataclasses
import functools
import pathlib
import tomllib
from collections.abc import Callable

from toolkit import explore
from toolkit.explore import Beside, Explorer, Predict, Preset
from toolkit.model import parameters

CONTROLS = {
    "slider": explore.Slider,
    "choice": explore.Choice,
    "switch": explore.Switch,
    "week": explore.Week,
    "seed": explore.Seed,
}
TASKS = {"choose": explore.Choose, "calculate": explore.Calculate, "order": explore.Order, "code": explore.Code}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Lesson:
    """A lesson. What is said stands in its TOML file, what is worked out and drawn in functions.

    From the file:
        number, slug: place in the course, and the file name of its notebook without ending.
        title, hook, minutes, claims: what it is called, one line to begin with, how long it takes, the ideas (C1 to C18).
        behind: parameters of the model ("part.name") behind the picture, for the ledger.
        pictures: titles of the explorer ("explorer") and of the studies beside it ("studies").
        controls: what can be moved, each with its `kind` (a key of CONTROLS) and what that takes. A value left out is the
            default of its parameter; options are pairs [value, words].
        presets: each with name, says and values. predict: prompt, {option: reply}, and `guesses`, what each option stands for.
        tasks: each with its `kind` (a key of TASKS) and what that takes.

    From code:
        run: called with every control's value by name; whatever it returns goes to chart, sentence and table.
        chart, sentence, table: result -> picture, words, {column: array}.
        model: values by name -> the Model whose numbers are behind the picture. own: values -> ledger entries besides.
        studies_chart, studies_sentence: the same of the studies beside the toy.
        drawn: (what the guess stands for, result) -> traces. compared: (option, result) -> words.
        options: {control: {value: words}} for choices whose options come from code. cases: of the code task.
    """

    number: int
    slug: str
    title: str
    hook: str
    minutes: int
    claims: tuple[str, ...]
    behind: tuple[str, ...]
    pictures: dict
    said_controls: tuple[dict, ...]
    presets: tuple[Preset, ...]
    asked: dict
    said_tasks: tuple[dict, ...]
    run: Callable
    chart: Callable
    sentence: Callable
    table: Callable
    model: Callable
    studies_chart: Callable
    studies_sentence: Callable
    own: Callable = lambda values: []
    drawn: Callable = lambda guess, result: []
    compared: Callable = lambda option, result: ""
    options: dict = dataclasses.field(default_factory=dict)
    cases: tuple = ()

    @classmethod
    def read(cls, file, **made):
        """The lesson whose words stand in the TOML file beside the Python file `file`."""
        said = tomllib.loads(pathlib.Path(file).with_suffix(".toml").read_text(encoding="utf-8"))
        words = {
            "claims": tuple(said.pop("claims")),
            "behind": tuple(said.pop("behind")),
            "said_controls": tuple(said.pop("controls")),
            "presets": tuple(Preset(**preset) for preset in said.pop("presets")),
            "asked": said.pop("predict"),
            "said_tasks": tuple(said.pop("tasks")),
        }
        return cls(**said, **words, **made)

    def controls(self):
        """Fresh controls, in order."""
        return [self._control(**said) for said in self.said_controls]

    def _control(self, kind, **said):
        if "parameter" in said:
            said.setdefault("value", parameters()[said["parameter"]]["default"])
        if kind == "choice":
            said["options"] = dict(said.get("options", self.options.get(said["name"], ())))
        return CONTROLS[kind](**said)

    @property
    def opening(self):
        """Every control's opening value, by name."""
        return {control.name: control.opening for control in self.controls()}

    def explorer(self, guess=None):
        """The explorer. Given a guess, it waits for it and keeps it on the picture as a dashed line."""
        return Explorer(
            lesson=self.number,
            title=self.pictures["explorer"],
            controls=self.controls(),
            presets=self.presets,
            run=self.run,
            chart=self.chart,
            sentence=self.sentence,
            table=self.table,
            ledger=lambda values: [*explore.ledger(self.model(**values), self.behind), *self.own(values)],
            guess=guess,
        )

    def predict(self):
        """The question before play."""
        return Predict(**self.asked, drawn=self.drawn, compared=self.compared)

    def studies(self, explorer):
        """The published figures, beside an explorer of this lesson and following it."""
        return Beside(
            title=self.pictures["studies"],
            explorer=explorer,
            chart=self.studies_chart,
            sentence=self.studies_sentence,
        )

    @functools.cached_property
    def tasks(self):
        """Makers of the tasks, in order."""
        return tuple(functools.partial(self._task, **said) for said in self.said_tasks)

    def _task(self, kind, **said):
        if "hints" in said:
            said["hints"] = {hint["given"]: hint["reply"] for hint in said["hints"]}
        if kind == "code":
            said["cases"] = self.cases
        return TASKS[kind](**said)

    def task(self, number):
        """The task of that number, 1 for the first; ValueError naming number and range."""
        if number not in range(1, len(self.tasks) + 1):
            raise ValueError(f"task = {number!r}: lesson {self.number} has tasks 1 to {len(self.tasks)}")
        return self.tasks[number - 1]()

    def answers(self):
        """A button that saves the learner's answers as a file, for a teacher."""
        return explore.Answers(self.slug)
