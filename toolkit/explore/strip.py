"""A dated strip: what happened when, a row each, with its source."""

import dataclasses

import numpy as np
import traitlets

from .charts import row_axis
from .page import Widget, script, sendable
from .picture import axis, dots, line, picture


@dataclasses.dataclass(frozen=True)
class Dated:
    """Something with a date: a year, or a span of years. `dated` is how the date is written, `source` who says so."""

    dated: str
    what: str
    source: str
    start: int
    end: int
    arm: str = "ink"


class Strip(Widget):
    """A strip of dated events, top to bottom, nothing to move.

    Args:
        title: names the strip.
        events: Dated objects, in order.
    """

    _esm = script("page.js", "layout.js", "chart.js", "data.js", "beside.js")
    title = traitlets.Unicode().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, title, events):
        self.events = tuple(events)
        super().__init__(title=title)
        self.view = {"veiled": False, "figure": sendable(self.still), "sentence": self.words}

    @property
    def words(self):
        """The strip as text, a line an event."""
        return "\n".join(f"{event.dated}: {event.what} ({event.source})" for event in self.events)

    @property
    def still(self):
        """The chart, which never moves."""
        heights = np.arange(len(self.events))[::-1]
        traces = [self._mark(event, height) for event, height in zip(self.events, heights, strict=True)]
        years = [year for event in self.events for year in (event.start, event.end)]
        across = axis("year", min(years) - 3, max(years) + 3, tickformat="d")
        labels = [f"{event.dated} · {event.what}" for event in self.events]
        return picture(traces, (across, row_axis(labels)), height=60 + 34 * len(self.events))

    @staticmethod
    def _mark(event, height):
        if event.start == event.end:
            return dots([event.start], [height], name=event.what, colour=event.arm, symbol="diamond", hover=event.dated)
        ends = [event.start, event.end]
        return line(ends, [height, height], name=event.what, colour=event.arm, width=10, hover=event.dated)
