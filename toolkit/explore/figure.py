"""The door to plotly: a chart of ours as its figure, and its figure as a chart of ours."""

import base64
import copy

import numpy as np

from .picture import COLOURS

HEIGHT = 420
"""Pixels of a figure that says nothing of its height, as of `picture`."""
GRID = "#d5d5d5"  # as the page's lines on a light ground (explore.css)
AXIS = {"gridcolor": GRID, "linecolor": GRID, "zeroline": False, "automargin": True, "ticks": ""}
PLAIN = {
    "font": {"family": "system-ui, sans-serif", "size": 14, "color": COLOURS["ink"]},
    "paper_bgcolor": "#fff",
    "plot_bgcolor": "#fff",
    "margin": {"l": 60, "r": 30, "t": 40, "b": 60},
    "xaxis": AXIS,
    "yaxis": AXIS,
    "colorway": [COLOURS[name] for name in ("medication", "therapy", "both", "nothing", "waiting", "therapy-dummy")],
}
"""The template of `figure`: what the page adds to a chart of ours, for where there is no page."""
ABSENT = (
    "A figure needs the whole plotly. In the lessons that run in the browser alone only its script is there: "
    "make figures in JupyterLab."
)


def figure(chart):
    """The chart as a plotly.graph_objects.Figure of its own: to show, change and save. What is done to it stays in it.

    Raises:
        ImportError: where only plotly's script is there, as in the lessons for the browser alone.
    """
    try:
        import plotly.graph_objects as go  # takes a second, and no lesson needs it
    except ImportError as error:
        raise ImportError(ABSENT) from error
    made = go.Figure(copy.deepcopy({"data": chart["data"], "layout": chart["layout"]}))
    made.layout.template = made.layout.template if "template" in chart["layout"] else {"layout": PLAIN}
    return made


def as_chart(made):
    """What a lesson's `chart` has made, as plain data: a picture of ours as it is, a plotly figure taken apart.

    Such a figure is marked `as_is`: the page gives it its colours and width, and leaves axes, labels and margins to plotly. Its
    template goes where it is plotly's usual one, so that the figure can be dark on a dark page.

    Raises:
        ValueError: for anything else.
    """
    if isinstance(made, dict) and {"data", "layout"} <= made.keys():
        return made
    if not hasattr(made, "to_plotly_json"):
        raise ValueError(
            f"chart = {type(made).__name__}: must be what explore.picture makes, or a plotly.graph_objects.Figure"
        )
    import plotly.io  # here already, for somebody has made a figure

    taken = made.to_plotly_json()
    layout = {"height": HEIGHT, **taken["layout"]}
    usual = plotly.io.templates[plotly.io.templates.default or "none"].to_plotly_json()
    if layout.get("template") == usual:
        del layout["template"]
    return {"data": [plain(trace) for trace in taken["data"]], "layout": plain(layout), "as_is": True}


def plain(value):
    """The value with every array that plotly has packed or kept as numbers in a float array, or in lists."""
    if isinstance(value, dict) and "bdata" in value:
        shape = [int(size) for size in str(value.get("shape", "-1")).split(",")]
        return plain(np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"]).reshape(shape))
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        if value.ndim == 1 and value.dtype.kind in "fiu":
            return value.astype(float)
        return plain(value.astype(str).tolist() if value.dtype.kind == "M" else value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, np.generic):
        return value.item()
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)
