"""The explorer: a lesson declares what can be moved and what is shown; this moves and shows it."""

import itertools
import reprlib

import numpy as np
import traitlets

from . import change, codes, params
from .control import Week, accepted
from .figure import as_chart, figure
from .lab_notebook import LabNotebook
from .page import Widget, script, sendable
from .picture import pinned
from .tables import csv_of

SORRY = "That setting could not be shown. The picture is still the one from before; undo or reset goes on from there."
FOLLOWS = "The picture has moved, but something of yours that follows it has failed: the kernel's log says what."
NO_CHANGE = "No change."
OPENS = "In this page's address: {}. The picture opens as it always does."
NO_TRAIT = " Controls are observed at explorer.params: explorer.params.observe(f, names={!r})."


class Explorer(LabNotebook, Widget):
    """A picture that follows its controls.

    In a notebook, its last line shows it. From Python:
        explorer.set(name=value), apply(preset), load(code), reset(), undo(), pin(): moves, as if by hand.
        explorer.controls, presets, values: what can be moved, and where it stands.
        explorer.sentence, table(), csv, ledger(): what is shown, in words and numbers. table() goes into a DataFrame as it is.
        explorer.figure: the picture as a plotly figure. explorer.still: the same as plain data.
        explorer.params: the controls as traits, for ipywidgets' link and observe.
        explorer.code, python: what brings the same back.

    Args:
        lesson: number of the lesson whose `explorer()` this is, 1 to 31; its scenario codes say so.
        module: where its LESSON is to be had; its Python says so.
        title: names the chart.
        controls: Control objects, in order.
        presets: Preset objects; applying one starts from the opening values.
        run: called with every control's value by name; whatever it returns goes to the three below.
        chart: result -> picture as made by `picture`.
        sentence: result -> what the picture shows, in words and numbers.
        table: result -> {column name: 1-D array} of what is drawn.
        ledger: values by name -> ledger entries of the numbers behind the picture.
        guess: the Predict or Sketch that comes first: the page shows nothing until it is committed or skipped, and
            keeps it on the picture afterwards. None shows all at once.
        missions: Mission objects, in order: what the learner is asked to bring about.

    Raises:
        ValueError: from `set`, `apply`, `load` and the rest, saying what is wrong. Nothing has changed then.
    """

    _esm = script(
        "page.js",
        "layout.js",
        "chart.js",
        "data.js",
        "save.js",
        "numbers.js",
        "controls.js",
        "ledger.js",
        "mission.js",
        "pins.js",
        "explorer.js",
    )
    panel = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    numbers = traitlets.List().tag(sync=True)
    status = traitlets.Unicode().tag(sync=True)
    """What the latest act has changed, in few words, for those who hear the page; "" while nothing has."""
    frames = traitlets.List().tag(sync=True)
    """The traces of every week, once the page has asked for them; None for a trace that is as in `view`. Moves empty it."""

    def __init__(
        self, *, lesson, module, title, controls, presets, run, chart, sentence, table, ledger, guess=None, missions=()
    ):
        self.lesson, self.module, self.title = lesson, module, title
        self.controls = {control.name: control for control in controls}
        self.presets = {preset.name: preset for preset in presets}
        self._run, self._sentence, self._table, self._ledger = run, sentence, table, ledger
        self._chart = lambda result: as_chart(chart(result))
        self._params = None
        self._guess = guess
        self._veiled = guess is not None and not guess.committed
        self._past = []
        self._answers = 0
        self._preset = None
        self._before = ""
        self._keep(module, missions)
        # Shown before the widget opens, so that no page ever meets an explorer without a view.
        self.panel = self._describe()
        self._show(self.values)
        super().__init__()
        if guess is not None:
            guess.observe(lambda _: guess.committed and self._unveil(), names="reply")

    def __repr__(self):
        values = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"<Explorer of lesson {self.lesson}, {self.title!r}, at {values}; scenario code {self.code}>"

    def observe(self, handler, names=traitlets.All, type="change"):
        """As for every HasTraits; a name that is no trait is refused, for nobody would be called. Controls: see `params`."""
        params.refuse_strangers(self, names, NO_TRAIT)
        super().observe(handler, names, type)

    @property
    def params(self):
        """The controls as validated traits, to `link` and `observe`: see Params."""
        self._params = self._params or params.params(self)
        return self._params

    @property
    def values(self):
        """Every control's value, by name."""
        return {name: control.value for name, control in self.controls.items()}

    def set(self, **changes):
        """Move controls, as if by hand: explorer.set(dose=0.5)."""
        self._move(accepted(self.controls, changes))

    def apply(self, name):
        """Apply a preset by its name, from the opening values; the seed stays."""
        if name not in self.presets:
            raise ValueError(f"preset = {reprlib.repr(name)}: must be one of {', '.join(self.presets)}")
        preset = self.presets[name]
        opening = {key: control.opening for key, control in self.controls.items() if key != "seed"}
        self._move({**opening, **accepted(self.controls, preset.values)}, name, act=name)

    def reset(self):
        """Back to the opening picture: every control, the seed too. The guess and what is pinned stay."""
        self._move({name: control.opening for name, control in self.controls.items()}, act="Reset")

    def undo(self):
        """Take the last move back; shows the same again when there is none, for the page waits for an answer."""
        values, preset = self._past[-1] if self._past else (self.values, self._preset)
        told = self._acted("Undone" if self._past else "Nothing to undo", values)
        self._show(values, preset, told, past=self._past[:-1])

    @property
    def sentence(self):
        """What the picture shows now, in words and numbers."""
        return self._told

    @property
    def words(self):
        """The sentence: the chart's text alternative."""
        return self.sentence

    @property
    def played(self):
        """The scenario code, and how far off a guess was."""
        return "\n".join(filter(None, [f"Scenario code {self.code}", self._guess and self._guess.compare(self.result)]))

    @property
    def _file(self):
        """How a file of what is shown is called, without its ending."""
        return f"lesson-{self.lesson:02d}-{self.code}"

    @property
    def setting(self):
        """The controls that do not stand as they open, in words, and which people."""
        return self._in_words(self.values)

    def _in_words(self, values):
        moved = [name for name, control in self.controls.items() if values[name] != control.opening or name == "seed"]
        return " · ".join(change.setting(self.controls[name], values[name]) for name in moved)

    @property
    def still(self):
        """The chart as it stands, for where nothing can move; None where only plotly could draw it."""
        chart = self._chart(self.result)
        return None if "as_is" in chart else chart

    @property
    def figure(self):
        """The picture as a plotly.graph_objects.Figure of its own, with what is pinned and the guess: show, change, save it."""
        return figure(self._figure(self.result))

    @property
    def veiled(self):
        """Whether the page is still waiting for the guess."""
        return self._veiled

    @property
    def code(self):
        """The present setting as a short scenario code, to be copied, written down or read aloud."""
        return codes.write(self.lesson, list(self.controls.values()))

    def load(self, code):
        """Move every control to where a scenario code has it. Capitals, hyphens and spaces do not matter, nor O for 0."""
        self._move(codes.read(code, self.lesson, list(self.controls.values())), act="Code loaded")

    @property
    def python(self):
        """The Python that shows the same."""
        values = "".join(f"    {name}={value!r},\n" for name, value in self.values.items())
        return f"from {self.module} import LESSON\n\nexplorer = LESSON.explorer()\nexplorer.set(\n{values})\nexplorer\n"

    def table(self):
        """What is drawn, {column name: 1-D array}."""
        return {name: np.asarray(column) for name, column in self._table(self.result).items()}

    @property
    def shown(self):
        """The chart as it stands, with what is pinned and the guess; None while it waits for the guess."""
        return None if self._veiled else self._figure(self.result)

    @property
    def csv(self):
        """All that is drawn, panel by panel, as text for a spreadsheet, header lines first."""
        return csv_of(self._figure(self.result))

    def ledger(self):
        """The numbers behind the picture: a list of ledger entries."""
        return self._ledger(self.values)

    def receive(self, message):
        """Act on a message from the page. An error in a move is shown there and raised."""
        if message["ask"] == "frames":
            self.frames = [] if self._veiled else self._weeks()
            return
        if message["ask"] == "csv":
            self.send({"answer": "csv", "name": f"{self._file}.csv", "text": self.csv})
            return
        before = self.view
        acts = {
            "set": lambda: self._move(
                accepted(self.controls, message["values"]), goes_on=message.get("goes_on", False)
            ),
            "apply": lambda: self.apply(message["name"]),
            "undo": self.undo,
            "reset": self.reset,
            "pin": self.pin,
            "unpin": lambda: self.unpin(message.get("code")),
            "write": lambda: self.write(message["code"], message["line"]),
            "give_up": lambda: self.give_up(message["mission"]),
            "load": lambda: self.load(message["code"]),
            "unveil": self._unveil,
            "open": lambda: self._open(message["code"], message["preset"]),
        }
        self._answers = message["number"]
        try:
            acts[message["ask"]]()
            if self.view["answers"] != self._answers:  # an act that moves nothing is answered too
                self.view = {**self.view, "answers": self._answers}
        except Exception as error:
            friendly = self._labelled(str(error)) if isinstance(error, ValueError) else SORRY
            friendly = friendly if self.view is before else FOLLOWS
            self.status = ""
            self.view = {**self.view, "values": self.values, "answers": self._answers, "error": friendly}
            raise

    def _open(self, code, preset):
        """Move to what a page's address names, a scenario code or else a preset; ValueError says that it is the address."""
        try:
            if code:
                self.load(code)
            else:
                self.apply(next((name for name in self.presets if name.casefold() == preset.casefold()), preset))
        except ValueError as error:
            raise ValueError(OPENS.format(str(error).rstrip("."))) from error

    def _labelled(self, words):
        """What was wrong with a value, under the name that the page gives to its control."""
        name, equals, rest = words.partition(" = ")
        return f"{self.controls[name].label} = {rest}" if equals and name in self.controls else words

    def _move(self, changes, preset=None, goes_on=False, act=""):
        """Show other values. What goes on from the move before, as under a held key, is told and taken back together with it."""
        before, goes_on = (self.values, self._preset), bool(goes_on and self._past)
        values = {**self.values, **changes}
        past = self._past if values == before[0] or goes_on else [*self._past, before]
        self._show(values, preset, self._acted(act, values, goes_on), past)

    def _acted(self, act, values, goes_on=False):
        """How to tell what was done, once the new sentence is there: sentence -> status."""
        since = self._past[-1][0] if goes_on else self.values
        moved = [change.setting(self.controls[name], now) for name, now in values.items() if now != since[name]]
        named = moved[0] if len(moved) == 1 else f"{len(moved)} controls moved"
        done = act if not moved or (act and act != "Undone") else f"{act}: {named}".removeprefix(": ")
        if not goes_on:
            self._before = "" if self._veiled else self.sentence
        pinned = self._pins.latest
        before, was = (pinned.sentence, "pinned") if pinned else (self._before, "was")

        def status(sentence):
            if moved:
                return change.told(done, before, sentence, was)
            return f"{done}: no change." if done else NO_CHANGE

        return status

    def _unveil(self):
        wrong = self.view["error"]  # as in the page's address: nobody may have come down here yet to read it
        self._veiled = False
        self._show(self.values, self._preset, lambda _: f"The picture is open: {self.title}")
        if wrong:
            self.view = {**self.view, "error": wrong}

    def _show(self, values, preset=None, status=lambda sentence: "", past=None):
        """Compute everything first and only then change anything, so that a failure leaves all as it was.

        `past` is what can be undone afterwards, where that is something else than before.
        """
        result = self._run(**values)
        sentence = self._sentence(result)
        shown = {} if self._veiled else self._shown(result, sentence, preset)
        told = "" if self._veiled else status(sentence)
        reached = self._reached(values, result) if told else []
        entries = [[*entry, self._moves(entry.parameter)] for entry in self._ledger(values)]
        self.result, self._told, self._preset = result, sentence, preset
        self._past = self._past if past is None else past
        for name, value in values.items():
            self.controls[name].value = value
        with self.hold_sync():  # one message for all of them: each costs kernel and server about a millisecond
            self.numbers = entries
            self.frames = []
            self.status = self._note(reached, told)
        try:
            self.view = {
                "values": values,
                "preset": preset,
                "answers": self._answers,
                "code": self.code,
                "python": self.python,
                "setting": self.setting,
                "file": self._file,
                "error": "",
                "veiled": self._veiled,
                "pinned": self._pins.latest is not None,
                **shown,
            }
        finally:  # whoever listens to the view may fail; the traits are to be where the controls are
            if self._params:
                self._params.follow(values)

    def _shown(self, result, sentence, preset):
        return {
            "figure": sendable(self._figure(result)),
            "sentence": sentence,
            "says": self.presets[preset].says if preset else "",
            "guess": self._guess.compare(result) if self._guess else "",
            "then": f"Pinned, in grey: {self._pins.latest.sentence}" if self._pins.latest else "",
        }

    def _weeks(self):
        """The frames: what the picture would be in each week, all else as it is."""
        week = next(control for control in self.controls.values() if isinstance(control, Week))
        now = self.view["figure"]["data"]
        results = [self._run(**{**self.values, week.name: value}) for value in week.allowed]
        frames = [sendable(self._figure(result)["data"]) for result in results]
        return [
            [None if trace == before else trace for trace, before in itertools.zip_longest(frame, now[: len(frame)])]
            for frame in frames
        ]

    def _figure(self, result):
        """The lesson's chart, what is pinned beneath it and the guess above it."""
        made = self._chart(result)
        beneath = pinned(self._pins.latest.chart, made) if self._pins.latest else []
        above = self._guess.traces(result) if self._guess else []
        return {**made, "data": [*beneath, *made["data"], *above]}

    def _moves(self, parameter):
        """The name of the control behind a parameter, or ""."""
        found = [name for name, control in self.controls.items() if parameter and control.parameter == parameter]
        return found[0] if found else ""

    def _describe(self):
        return {
            "title": self.title,
            "controls": [control.describe() for control in self.controls.values()],
            "presets": list(self.presets),
            "missions": [mission.describe() for mission in self.missions],
        }
