"""A second picture that follows an explorer, such as published figures beside the toy's own."""

import traitlets

from .figure import as_chart, figure
from .page import Widget, script, sendable

SORRY = "The figures beside this setting could not be drawn. They come back with the next setting that can be drawn."


class Beside(Widget):
    """A chart drawn from an explorer's result, again after every move.

    Args:
        title: names the chart.
        explorer: the Explorer to follow.
        chart: result -> picture.
        sentence: result -> what the picture shows, in words.
    """

    _esm = script("page.js", "layout.js", "chart.js", "data.js", "beside.js")
    title = traitlets.Unicode().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, *, title, explorer, chart, sentence):
        self._explorer, self._sentence = explorer, sentence
        self._chart = lambda result: as_chart(chart(result))
        self.title = title
        self._show()
        super().__init__()
        explorer.observe(lambda _: self._show(), names="view")

    def _show(self):
        """Show what belongs to the explorer's result; nothing before the guess is made there."""
        if self._explorer.veiled:
            self.view = {"veiled": True}
            return
        try:
            self.view = {"veiled": False, "figure": sendable(self._drawn), "sentence": self.sentence}
        except Exception:
            # The explorer has moved on and is in order: only this picture must not pretend to have followed.
            self.log.exception("%s could not be drawn", self.title)
            self.view = {"veiled": True, "sorry": SORRY}

    @property
    def sentence(self):
        """What the picture shows now, in words and numbers."""
        return self._sentence(self._explorer.result)

    @property
    def shown(self):
        """The chart as it stands; None before the guess is made."""
        return None if self.view["veiled"] else self._drawn

    @property
    def _drawn(self):
        return self._chart(self._explorer.result)

    @property
    def still(self):
        """The chart as it opens, for where nothing can move; None where only plotly could draw it."""
        return None if "as_is" in (chart := self._drawn) else chart

    @property
    def figure(self):
        """The picture as a plotly.graph_objects.Figure of its own: show, change, save it."""
        return figure(self._drawn)

    @property
    def words(self):
        """The sentence: the chart's text alternative."""
        return self.sentence
