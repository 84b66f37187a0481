"""The explorer: a lesson declares what can be moved and what is shown; this moves and shows it."""

import numpy as np
import traitlets

from .page import Widget, script, sendable

SORRY = "That setting could not be shown. The picture is still the one from before; undo or reset goes on from there."


class Explorer(Widget):
    """A picture that follows its controls.

    Args:
        title: names the chart.
        controls: Control objects, in order.
        presets: Preset objects; applying one starts from the opening values.
        run: called with every control's value by name; whatever it returns goes to the three below.
        chart: result -> picture as made by `picture`.
        sentence: result -> what the picture shows, in words and numbers.
        table: result -> {column name: 1-D array} of what is drawn.
        ledger: values by name -> rows (what, value, tag, source) of the numbers behind the picture.

    Raises:
        ValueError: from `set`, `apply` and the rest, naming the control and its range. Nothing has changed then.
    """

    _esm = script("chart.js", "explorer.js")
    panel = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, *, title, controls, presets, run, chart, sentence, table, ledger):
        self.title = title
        self.controls = {control.name: control for control in controls}
        self.presets = {preset.name: preset for preset in presets}
        self._run, self._chart, self._sentence, self._table, self._ledger = run, chart, sentence, table, ledger
        self._past = []
        self._marks = []
        self._answers = 0
        self._preset = None
        super().__init__(panel=self._describe())
        self._show(self.values)

    @property
    def values(self):
        """Every control's value, by name."""
        return {name: control.value for name, control in self.controls.items()}

    def set(self, **changes):
        """Move controls, as if by hand: explorer.set(dose=0.5)."""
        self._move(self._accepted(changes))

    def apply(self, name):
        """Apply a preset by its name, from the opening values; the seed stays."""
        if name not in self.presets:
            raise ValueError(f"preset = {name!r}: must be one of {', '.join(self.presets)}")
        preset = self.presets[name]
        opening = {key: control.opening for key, control in self.controls.items() if key != "seed"}
        self._move({**opening, **self._accepted(preset.values)}, name)

    def reset(self):
        """Back to the opening picture: every control, the seed too. The guess stays."""
        self._move({name: control.opening for name, control in self.controls.items()})

    def undo(self):
        """Take the last move back; does nothing when there is none."""
        if self._past:
            self._show(*self._past.pop())

    def mark(self, traces):
        """Keep traces on every picture from now on, such as the learner's guess; [] takes them away."""
        self._marks = list(traces)
        self._show(self.values, self._preset)

    @property
    def sentence(self):
        """What the picture shows now, in words and numbers."""
        return self._sentence(self.result)

    @property
    def words(self):
        """The sentence: the chart's text alternative."""
        return self.sentence

    def table(self):
        """What is drawn, {column name: 1-D array}."""
        return {name: np.asarray(column) for name, column in self._table(self.result).items()}

    def ledger(self):
        """The numbers behind the picture: a list of rows (what, value, tag, source)."""
        return self._ledger(self.values)

    def receive(self, message):
        """Act on a message from the page: a move of controls, a preset, undo or reset. An error is shown and raised."""
        acts = {
            "set": lambda: self.set(**message["values"]),
            "apply": lambda: self.apply(message["name"]),
            "undo": self.undo,
            "reset": self.reset,
        }
        self._answers = message["number"]
        try:
            acts[message["ask"]]()
        except Exception as error:
            friendly = str(error) if isinstance(error, ValueError) else SORRY
            self.view = {**self.view, "values": self.values, "answers": self._answers, "error": friendly}
            raise

    def _accepted(self, changes):
        for name in changes:
            if name not in self.controls:
                raise ValueError(f"{name!r} is not a control; there are {', '.join(self.controls)}")
        return {name: self.controls[name].accept(value) for name, value in changes.items()}

    def _move(self, changes, preset=None):
        before = self.values, self._preset
        self._show({**self.values, **changes}, preset)
        if self.values != before[0]:
            self._past.append(before)

    def _show(self, values, preset=None):
        """Compute everything first and only then change anything, so that a failure leaves all as it was."""
        result = self._run(**values)
        picture = self._chart(result)
        view = {
            "values": values,
            "figure": sendable({**picture, "data": [*picture["data"], *self._marks]}),
            "sentence": self._sentence(result),
            "preset": preset,
            "says": self.presets[preset].says if preset else "",
            "ledger": self._ledger(values),
            "answers": self._answers,
            "error": "",
        }
        self.result, self._preset = result, preset
        for name, value in values.items():
            self.controls[name].value = value
        self.view = view

    def _describe(self):
        return {
            "title": self.title,
            "controls": [control.describe() for control in self.controls.values()],
            "presets": list(self.presets),
        }
