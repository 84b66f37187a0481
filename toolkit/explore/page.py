"""The way to the page: what every widget of ours sends and how plotly's script gets there, once."""

import functools
import importlib.resources
import importlib.util
import pathlib

import anywidget
import numpy as np

from .still import svg
from .tables import tables


def script(*names):
    """Our own scripts, joined into the one module that a widget brings along."""
    return "\n".join(
        importlib.resources.files(__package__).joinpath(name).read_text(encoding="utf-8") for name in names
    )


@functools.cache
def plotly_script():
    """The installed plotly's own script, as bytes. Found without importing plotly, which takes a second."""
    folder = pathlib.Path(importlib.util.find_spec("plotly").origin).parent
    return (folder / "package_data" / "plotly.min.js").read_bytes()


class Widget(anywidget.AnyWidget):
    """A widget of ours: hands out plotly's script when its page asks, and other messages to `receive`."""

    _css = script("explore.css")

    def __init__(self, **traits):
        super().__init__(**traits)
        self.on_msg(lambda _, message, __: self._handle(message))

    def _handle(self, message):
        try:
            if message["ask"] == "plotly":
                self.send({"answer": "plotly"}, buffers=[plotly_script()])
            elif message["ask"] == "data":
                told = [table.as_read() for table in tables(self.shown)] if self.shown else []
                self.send({"answer": "data", "tables": told})
            else:
                self.receive(message)
        finally:
            if "call" in message:  # the page waits for a word, and says so if none comes
                self.send({"answer": "heard", "call": message["call"]})

    def receive(self, message):
        """Act on a message from the page."""
        raise ValueError(f"unknown message {message!r}")

    @property
    def words(self):
        """What is shown, as text: for readers of a saved notebook and for validation."""
        raise NotImplementedError

    @property
    def still(self):
        """The chart as it opens, for where nothing can move; None for a widget without one."""
        return None

    @property
    def shown(self):
        """The chart as it stands, whose data the page may ask for; None for a widget without one, or while it is kept back."""
        return self.still

    def _repr_mimebundle_(self, **options):
        bundle, metadata = super()._repr_mimebundle_(**options)
        picture = {"image/svg+xml": svg(self.still)} if self.still else {}
        return {**bundle, **picture, "text/plain": self.words}, metadata


def sendable(value):
    """The value with every array as {"column": bytes of float64}, so that it travels in binary."""
    if isinstance(value, np.ndarray):
        return {"column": memoryview(np.ascontiguousarray(value, dtype="<f8")).cast("B")}
    if isinstance(value, dict):
        return {key: sendable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [sendable(item) for item in value]
    return value
