"""What every lesson is: words from a TOML file, and the functions that make its pictures."""

import dataclasses
import functools
import importlib
import pathlib
import pkgutil
import sys
import tomllib
import warnings
from collections.abc import Callable

from toolkit import explore
from toolkit.explore import Beside, Explorer, Predict, Preset, Sketch
from toolkit.explore.control import accepted
from toolkit.explore.figure import as_chart
from toolkit.model import Model, parameters

CONTROLS = {
    "slider": explore.Slider,
    "choice": explore.Choice,
    "switch": explore.Switch,
    "week": explore.Week,
    "seed": explore.Seed,
}
RENAMED = {"controls": "said_controls", "predict": "asked", "tasks": "said_tasks", "missions": "said_missions"}
ROLES = ("people", "chart", "studies", "lesson")
"""Files of a lesson's folder in which its functions are looked for by name; a later one goes before an earlier one."""
FOLDERS = "lesson.toml"
"""The file of words in a lesson's folder."""
WORKED_OUT = (
    *("run", "chart", "sentence", "table", "model", "own", "studies_chart", "studies_sentence"),
    *("draw_guess", "compare_guess", "sketched", "options", "cases", "conditions"),
)
OLD_NAMES = {"drawn": "draw_guess", "compared": "compare_guess"}
"""Names of the first edition, with a warning until 0.3."""
TASKS = {"choose": explore.Choose, "calculate": explore.Calculate, "order": explore.Order, "code": explore.Code}


def words_of(module):
    """The file of words of a lesson's module: `lesson.toml` in its folder, or the TOML file beside its Python file."""
    file = pathlib.Path(sys.modules[module].__file__)
    return file.with_name(FOLDERS) if file.name == "__init__.py" else file.with_suffix(".toml")


def collect(module):
    """What a lesson's module defines of WORKED_OUT, {name: function}: its own names, or those of the files in its folder."""
    declared = sys.modules[module]
    places = [declared]
    if hasattr(declared, "__path__"):
        there = {place.name for place in pkgutil.iter_modules(declared.__path__)}
        places = [importlib.import_module(f"{module}.{role}") for role in ROLES if role in there]
    # A folder's file `chart` would hide the function of that name, were the folder itself asked.
    return {name: vars(place)[name] for place in places for name in WORKED_OUT if name in vars(place)}


def in_new_words(made):
    """The functions given by keyword, old names turned into new ones with a warning."""
    for old in set(OLD_NAMES) & set(made):
        warnings.warn(f"{old}= is called {OLD_NAMES[old]}= now; {old} goes in 0.3", DeprecationWarning, stacklevel=3)
    return {OLD_NAMES.get(name, name): value for name, value in made.items()}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Lesson:
    """A lesson. What is said stands in its TOML file, what is worked out and drawn in functions.

    A course's own lesson is made the same way, in a folder or as a Python file with a TOML file of the same name, anywhere
    (README.md here).

    From the file:
        number, slug: place in the course (1 to 31), and the file name of its notebook without ending.
        title, hook, minutes, claims: what it is called, one line to begin with, how long it takes, the ideas (C1 to C18).
        behind: parameters of the model ("part.name") behind the picture, for the ledger.
        pictures: titles of the explorer ("explorer") and of the studies beside it ("studies").
        controls: what can be moved, each with its `kind` (a key of CONTROLS) and what that takes. A value left out is the
            default of its parameter; options are pairs [value, words].
        presets: each with name, says and values. predict: prompt, {option: reply}, and `guesses`, what each option stands for;
            or `sketch`, what a Sketch takes, and the replies are to what people often draw.
        tasks: each with its `kind` (a key of TASKS) and what that takes.
        missions: each with what a Mission takes.

    From code:
        module: where the lesson is declared.
        run: called with every control's value by name; whatever it returns goes to chart, sentence and table.
        chart, sentence, table: result -> picture, words, {column: array}.
        model: values by name -> the Model whose numbers are behind the picture. own: values -> ledger entries besides.
        studies_chart, studies_sentence: the same of the studies beside the toy.
        draw_guess: (what the guess stands for, result) -> traces. compare_guess: (option, result) -> words.
        sketched: result -> the values that a sketch is compared with, one a week.
        options: {control: {value: words}} for choices whose options come from code. cases: of the code task, or what makes them.
        conditions: {name of a mission: (Run -> whether it is reached)}; a mission without one cannot be reached.
    """

    number: int
    slug: str
    title: str
    hook: str
    minutes: int
    claims: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    pictures: dict
    said_controls: tuple[dict, ...]
    presets: tuple[Preset, ...]
    asked: dict
    said_tasks: tuple[dict, ...] = ()
    said_missions: tuple[dict, ...] = ()
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

    @classmethod
    def read(cls, module, **made):
        """The lesson of a folder or of a Python file, given its `__name__`.

        A folder has its words in `lesson.toml` and its functions in the files of ROLES; a Python file has its words in the
        TOML file of the same name beside it. Functions (WORKED_OUT) are found by name; what is `made` goes before them.

        Raises:
            ValueError: naming the file and what is missing or unknown there.
        """
        file = words_of(module)
        said = {
            RENAMED.get(name, name): value for name, value in tomllib.loads(file.read_text(encoding="utf-8")).items()
        }
        try:
            said["presets"] = [Preset(**preset) for preset in said["presets"]]
            said = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
            lesson = cls(module=module, **said, **{**collect(module), **in_new_words(made)})
            lesson.controls()
            lesson.missions()
        except (KeyError, TypeError) as error:
            raise ValueError(f"{file.parent.name if file.name == FOLDERS else file.name}: {error}") from error
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

    @property
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
        return [explore.Mission(**said, reached=self.conditions.get(said["name"])) for said in self.said_missions]

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
        return Predict(**self.asked, drawn=self.draw_guess, compared=self.compare_guess)

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
