"""The way to the page: what every widget of ours sends and how plotly's script gets there, once."""

import base64
import functools
import html
import importlib.resources
import importlib.util
import json
import pathlib
import time

import anywidget
import numpy as np
import traitlets

from .picture import COLOURS
from .still import svg
from .tables import tables


def script(*names):
    """Our own scripts, what every widget needs first, joined into the one module that a widget brings along."""
    named = json.dumps({value: name for name, value in COLOURS.items()})
    return "\n".join([f"const COLOURS = {named};", *map(text_of, ("widget.js", "plotly.js", *names))])


def text_of(name):
    """A file of this folder."""
    return importlib.resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@functools.cache
def plotly_script():
    """The installed plotly's own script, as bytes. Found without importing plotly, which takes a second."""
    folder = pathlib.Path(importlib.util.find_spec("plotly").origin).parent
    return (folder / "package_data" / "plotly.min.js").read_bytes()


class Widget(anywidget.AnyWidget):
    """A widget of ours: hands out plotly's script when its page asks, and other messages to `receive`."""

    _css = text_of("explore.css")
    kept = traitlets.Dict().tag(sync=True)
    """What stands in this widget's place where no kernel is, and in a saved notebook: its id, and data by mime type."""

    def __init__(self, **traits):
        super().__init__(**traits)
        self.on_msg(lambda _, message, __: self._handle(message))

    def _handle(self, message):
        try:
            if message["ask"] == "plotly":
                if _is_new(message.get("page")):
                    self.send({"answer": "plotly"}, buffers=[plotly_script()])
            elif message["ask"] == "keep":
                self.keep()
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

    drawn_before_run = False
    """Whether a saved notebook draws the still before anything has run: JupyterLab shows strangers' SVG only inside of Markdown."""

    @property
    def shown(self):
        """The chart as it stands, whose data the page may ask for; None for a widget without one, or while it is kept back."""
        return self.still

    @property
    def played(self):
        """What somebody has made of it, in words; "" for nothing yet."""
        return ""

    def keep(self):
        """Hand the page what it shows in this widget's place where no kernel is: the still as it stands, and words."""
        words = "\n".join(filter(None, [self.words, self.played]))
        self.kept = {
            "id": self.model_id,
            "data": {"text/html": figure(self.shown or self.still, words), "text/plain": words},
        }

    def _get_embed_state(self, drop_defaults=False):
        """The state for a page without a kernel, whole: such a page does not know what was left out."""
        self.keep()
        return super()._get_embed_state(drop_defaults=False)

    def _repr_mimebundle_(self, **options):
        self.keep()
        bundle, metadata = super()._repr_mimebundle_(**options)
        picture = {"image/svg+xml": svg(self.still)} if self.still else {}
        if self.still and self.drawn_before_run:
            picture["text/markdown"] = image(self.still, self.words)
        return {**bundle, **picture, "text/plain": self.words}, metadata


def image(chart, words):
    """A chart as an image in HTML, with words for those who do not see it."""
    source = "data:image/svg+xml;base64," + base64.b64encode(svg(chart).encode()).decode()
    return f'<img style="max-width: 100%" src="{source}" alt="{html.escape(words)}">'


SAVED = "As it stood when it was saved. In a notebook that runs it moves, and answers."


def figure(chart, words):
    """A chart (or none that can be drawn here) and words as HTML that stands by itself.

    An image, because pages let no strange drawing in.
    """
    said = html.escape(words)
    then = f"<p><small>{SAVED}</small></p>"
    if chart is None or "as_is" in chart:
        return f'<p style="white-space: pre-line">{said}</p>{then}'
    return (
        f'<figure style="margin: 0">{image(chart, words)}'
        f'<figcaption aria-hidden="true" style="white-space: pre-line">{said}</figcaption>{then}</figure>'
    )


SENT = {}
"""When each page was last sent plotly's script: every picture asks until it is there, and one answer serves all."""
AGAIN = 4  # seconds after which a page that still asks has not got it


def _is_new(page):
    now = time.monotonic()
    if page is not None and now - SENT.get(page, -AGAIN) < AGAIN:
        return False
    SENT[page] = now
    return True


def sendable(value):
    """The value with every array as {"column": bytes of float64}, so that it travels in binary."""
    if isinstance(value, np.ndarray):
        return {"column": memoryview(np.ascontiguousarray(value, dtype="<f8")).cast("B")}
    if isinstance(value, dict):
        return {key: sendable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [sendable(item) for item in value]
    return value
