"""Published figures in rows, each with the toy's own beside it."""

import numpy as np

from .charts import row_axis
from .picture import INK, axis, dots, picture


def compared(*panels, height=None):
    """Rows of published figures (filled circles, with an interval where there is one) and the toy's own (open squares).

    Args:
        panels: each (rows, title, (low, high), hover): rows are (label, published, interval or None, the toy's own or
            nan), top to bottom; title and ends of the axis; hover as in `dots`.
        height: of the picture, in pixels; by default as the longest panel needs.
    """
    traces, axes = [], []
    for number, (rows, title, ends, hover) in enumerate(panels, start=1):
        heights = np.arange(len(rows))[::-1]
        labels, values, intervals, toys = zip(*rows, strict=True)
        error = np.array([interval or (np.nan, np.nan) for interval in intervals], dtype=float).T
        about = {"panel": number, "hover": hover, "legend": number == 1}
        known = ~np.isnan(toys)
        own = {"name": "the toy, as set above", "symbol": "square-open", "colour": "both", "size": 13}
        traces.append(dots(np.array(toys)[known], heights[known], **own, **about))
        traces.append(dots(values, heights, name="published", colour=INK, size=9, error=error, **about))
        axes.append((axis(title, *ends), row_axis(labels)))
    widths = [9, 9, 6, 9, 6][: 2 * len(panels) - 1]  # the gaps hold the names of rows
    made = picture(traces, *axes, widths=widths, height=height or 110 + 34 * max(len(rows) for rows, *_ in panels))
    made["layout"]["legend"] = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0}
    return made
