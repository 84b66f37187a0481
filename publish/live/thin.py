"""The least that the toolkit asks of anywidget, ipywidgets and IPython, for a page that has no Jupyter: two seconds less to start.

`install()` puts it in their place before the toolkit is imported. Every change of a synchronised trait and every message goes to
`post`, which the page's side (or a test) sets.
"""

import itertools
import logging
import sys
import types
from contextlib import contextmanager

import traitlets

WIDGETS = {}
"""Every widget that somebody may speak to, by its id."""
NUMBERS = itertools.count(1)
AWAY = "is not here: this page has Python without Jupyter. In a notebook it works"


def post(message):
    """Hand a message to the page, {"do": what, …}; set by whoever has one."""


def to_page(value, _widget=None):
    """A value of a trait as the page reads it: a widget by its id, all else as it is."""
    return f"IPY_MODEL_{value.model_id}" if isinstance(value, AnyWidget) else value


class AnyWidget(traitlets.HasTraits):
    """A widget whose page is told of its traits with the tag `sync` once it has been opened."""

    log = logging.getLogger("toolkit")
    # an explorer sets its traits before it is a widget
    is_open, _held = False, None

    def __init__(self, **named):
        self.model_id, self._hears = f"w{next(NUMBERS)}", []
        super().__init__(**named)
        WIDGETS[self.model_id] = self
        self.observe(self._tell, names=self.synced)

    @property
    def synced(self):
        """Names of the traits that the page knows."""
        return self.trait_names(sync=True)

    def _state(self, names):
        return {name: to_page(getattr(self, name)) for name in names}

    @contextmanager
    def hold_sync(self):
        """What changes meanwhile the page is told at the end, in one message."""
        if self._held is not None:  # within another, which will tell it
            yield
            return
        self._held = []
        try:
            yield
        finally:
            names, self._held = self._held, None
            self._update(names)

    def _tell(self, change):
        if self._held is None:
            self._update([change.name])
        else:
            self._held.append(change.name)

    def _update(self, names):
        if self.is_open and names:
            self._open_inside(names)
            post({"do": "update", "id": self.model_id, "state": self._state(names)})

    def _open_inside(self, names):
        for value in map(self.__getattribute__, names):
            if isinstance(value, AnyWidget):
                value.open()

    def open(self):
        """Let the page know of this widget, and of those that it holds; once."""
        if not self.is_open:
            self.is_open = True
            self._open_inside(self.synced)
            kind = next(base.__name__ for base in type(self).__mro__ if "_esm" in vars(base))
            post({"do": "open", "id": self.model_id, "kind": kind, "state": self._state(self.synced)})

    def on_msg(self, hear):
        """Let `hear(widget, content, buffers)` have the page's messages."""
        self._hears.append(hear)

    def hear(self, content):
        """A message from the page."""
        for hear in self._hears:
            hear(self, content, [])

    def send(self, content, buffers=None):
        """A message to the page."""
        post({"do": "custom", "id": self.model_id, "content": content, "buffers": list(buffers or ())})

    def _repr_mimebundle_(self, **_):
        return {}, {}


SHOWN = []
"""What a cell has shown besides the value of its last line."""


def display(*values):
    """Show values where the cell stands."""
    SHOWN.extend(values)


class Markdown:
    """Text that the page shows already, as the notebook kept it."""

    def __init__(self, data):
        self.data = data


def refuse(name):
    """What stands for a widget of ipywidgets."""

    def made(*_, **__):
        raise RuntimeError(f"ipywidgets.{name} {AWAY}.")

    return made


def install():
    """Stand in for anywidget, ipywidgets and IPython.display; and for fastjsonschema, since what is packed has been checked."""
    ipywidgets = types.ModuleType("ipywidgets")
    ipywidgets.Widget = traitlets.HasTraits
    ipywidgets.widget_serialization = {"to_json": to_page}
    ipywidgets.__getattr__ = refuse
    anywidget = types.ModuleType("anywidget")
    anywidget.AnyWidget = AnyWidget
    shows = types.ModuleType("IPython.display")
    shows.Markdown, shows.display = Markdown, display
    ipython = types.ModuleType("IPython")
    ipython.display = shows
    schema = types.ModuleType("fastjsonschema")
    schema.compile, schema.JsonSchemaValueException = lambda _: lambda records: records, ValueError
    for module in (ipywidgets, anywidget, ipython, shows, schema):
        sys.modules[module.__name__] = module
