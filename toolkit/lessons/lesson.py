"""What every lesson is: words from a TOML file, and the functions that make its pictures."""

import dataclasses
import functools
from collections.abc import Callable

from toolkit import explore
from toolkit.explore import Beside, Explorer, Predict, Preset, Sketch
from toolkit.explore.control import accepted
from toolkit.explore.figure import as_chart
from toolkit.model import Model, parameters

from .collect import collect, in_new_words
from .studies import draw_studies, say_studies
from .words import called, read_words, words_file

CONTROLS = {
    "slider": explore.Slider,
    "choice": explore.Choice,
    "switch": explore.Switch,
    "week": explore.Week,
    "seed": explore.Seed,
}
RENAMED = {
    "controls": "said_controls",
    "predict": "asked",
    "tasks": "said_tasks",
    "missions": "said_missions",
    "studies": "study_panels",
}
TASKS = {"choose": explore.Choose, "calculate": explore.Calculate, "order": explore.Order, "code": explore.Code}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Lesson:
    """A lesson. What is said stands in its TOML file, what is worked out and drawn in functions.

    A course's own lesson is made the same way, in a folder or as a Python file with a TOML file of the same name, anywhere
    (README.md here).

    From the file:
        number, slug: place in the course (1 to 31), and the file name of its notebook without ending.
        title, hook, claims: what it is called, one line to begin with, the ideas (C1 to C30).
        minutes, core: how long everything takes, and its short way (Predict, Play, Take away); 0 where nobody has said.
        goals: what learners will be able to do, each going on from “You will be able to”.
        behind: parameters of the model ("part.name") behind the picture, for the ledger.
        pictures: titles of the explorer ("explorer") and of the studies beside it ("studies").
        controls: what can be moved, each with its `kind` (a key of CONTROLS) and what that takes. A value left out is the
            default of its parameter; options are pairs [value, words].
        presets: each with name, says and values. predict: prompt, {option: reply}, and `guesses`, what each option stands for;
            or `sketch`, what a Sketch takes, and the replies are to what people often draw.
        tasks: each with its `kind` (a key of TASKS) and what that takes; `goal` is the number of the goal that it serves, from 1.
        missions: each with what a Mission takes.
        studies, looks: panels of study rows, and how marks of theirs look (studies.py here).
        says: sentences with named slots, and tables of words, for the Python below (words.py here).

    From code:
        module: where the lesson is declared.
        run: called with every control's value by name; whatever it returns goes to chart, sentence and table.
        chart, sentence, table: result -> picture, words, {column: array}.
        model: values by name -> the Model whose numbers are behind the picture. own: values -> ledger entries besides.
        studies_chart, studies_sentence: the same of the studies beside the toy; made from `studies` where they are not given.
        draw_guess: (what the guess stands for, result) -> traces. compare_guess: (option, result) -> words.
        sketched: result -> the values that a sketch is compared with, one a week.
        options: {control: {value: words}} for choices whose options come from code. cases: of the code task, or what makes them.
        conditions: {name of a mission: (Run -> whether it is reached)}.
    """

    number: int
    slug: str
    title: str
    hook: str
    minutes: int
    core: int = 0
    claims: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    pictures: dict
    said_controls: tuple[dict, ...]
    presets: tuple[Preset, ...]
    asked: dict = dataclasses.field(default_factory=dict)
    said_tasks: tuple[dict, ...] = ()
    said_missions: tuple[dict, ...] = ()
    study_panels: tuple[dict, ...] = ()
    looks: dict = dataclasses.field(default_factory=dict)
    says: dict = dataclasses.field(default_factory=dict)
    module: str
    run: Callable
    chart: Callable
    sentence: Callable
    table: Callable
    model: Callable = lambda **values: Model()
    studies_chart: Callable | None = None
    studies_sentence: Callable | None = None
    own: Callable = lambda values: []
    draw_guess: Callable = lambda guess, result: []
    compare_guess: Callable = lambda option, result: ""
    sketched: Callable | None = None
    options: dict = dataclasses.field(default_factory=dict)
    cases: Callable | tuple = ()
    conditions: dict = dataclasses.field(default_factory=dict)

    def __post_init__(self):
        if self.study_panels and self.studies_chart is None:
            object.__setattr__(self, "studies_chart", functools.partial(draw_studies, self.study_panels, self.looks))
        if self.study_panels and self.studies_sentence is None:
            object.__setattr__(self, "studies_sentence", functools.partial(say_studies, self.study_panels, self.looks))
        for place, task in enumerate(self.said_tasks, 1):
            goal = task.get("goal")
            if goal is not None and goal not in range(1, len(self.goals) + 1):
                raise ValueError(
                    f"{self.slug}: goal = {goal!r} of task {place}: must be the number of one of {len(self.goals)} goals"
                )

    @classmethod
    def read(cls, module, **made):
        """The lesson of a folder or of a Python file, given its `__name__`.

        A folder has its words in `lesson.toml` and its functions in the files of ROLES; a Python file has its words in the
        TOML file of the same name beside it. Functions (WORKED_OUT) are found by name; what is `made` goes before them.

        Raises:
            ValueError: naming the file and what is missing or unknown there.
        """
        file = words_file(module)
        said = {RENAMED.get(name, name): value for name, value in read_words(file).items()}
        try:
            said["presets"] = [Preset(**preset) for preset in said["presets"]]
            said = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
            lesson = cls(module=module, **said, **{**collect(module), **in_new_words(made)})
            lesson.controls()
            lesson.missions()
        except (KeyError, TypeError) as error:
            wrong = f"{error} is missing there, or unknown" if isinstance(error, KeyError) else error
            raise ValueError(f"{called(file)}: {wrong}") from error
        return lesson

    def controls(self):
        """Fresh controls, in order."""
        return [self._control(**said) for said in self.said_controls]

    def _control(self, kind, **said):
        if "parameter" in said:
            said.setdefault("value", parameters()[said["parameter"]]["default"])
        if kind == "choice":
            said["options"] = dict(said.get("options", self.options.get(said["name"], ())))
        return CONTROLS[kind](**said)

    @functools.cached_property
    def opening(self):
        """Every control's opening value, by name."""
        return {control.name: control.opening for control in self.controls()}

    def explorer(self, guess=None):
        """The explorer. Given a guess, it waits for it and keeps it on the picture as a dashed line."""
        return Explorer(
            lesson=self.number,
            module=self.module,
            title=self.pictures["explorer"],
            controls=self.controls(),
            presets=self.presets,
            run=self.run,
            chart=self.chart,
            sentence=self.sentence,
            table=self.table,
            ledger=lambda values: [*explore.ledger(self.model(**values), self.behind), *self.own(values)],
            guess=guess,
            missions=self.missions(),
        )

    def missions(self):
        """Fresh missions, in order."""
        return [explore.Mission(**said, reached=self.conditions[said["name"]]) for said in self.said_missions]

    def figure(self, **values):
        """The picture at these values of controls, the others as they open, as a plotly figure; no widget is made.

        Raises:
            ValueError: for a name that is no control, or a value that is not allowed.
        """
        controls = {control.name: control for control in self.controls()}
        values = self.opening | accepted(controls, values)
        return explore.figure(as_chart(self.chart(self.run(**values))))

    def widgets(self):
        """The controls as ordinary widgets: ipywidgets.interact(LESSON.figure, **LESSON.widgets())."""
        return explore.widgets(self.controls())

    def predict(self):
        """The question before play: a curve to draw where one is declared, else a choice."""
        if "sketch" in self.asked:
            said = {name: value for name, value in self.asked.items() if name != "sketch"}
            return Sketch(**said, **self.asked["sketch"], curve=self.sketched)
        return Predict(**self.asked, draw_guess=self.draw_guess, compare_guess=self.compare_guess)

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

    def _task(self, kind, goal=None, **said):
        if "hints" in said:
            said["hints"] = {hint["given"]: hint["reply"] for hint in said["hints"]}
        if kind == "code":
            said["cases"] = self.cases() if callable(self.cases) else self.cases
        return TASKS[kind](**said)

    def task(self, number):
        """The task of that number, 1 for the first; ValueError naming number and range."""
        if number not in range(1, len(self.tasks) + 1):
            raise ValueError(f"task = {number!r}: lesson {self.number} has tasks 1 to {len(self.tasks)}")
        return self.tasks[number - 1]()

    def answers(self):
        """A button that saves the learner's answers as a file, for a teacher."""
        return explore.Answers(self.slug)
