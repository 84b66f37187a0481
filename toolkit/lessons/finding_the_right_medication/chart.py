"""Lesson 08's picture: share well week by week, and what the rule costs and brings."""

import numpy as np

from toolkit import explore
from toolkit.explore import INK, axis, dots, line, words

from .people import WEEKS

KINDS = {
    "rule": ("your rule", INK, "solid", "circle"),
    "usual": ("one medicine, one dose", "medication", "dash", "square-open"),
    "dummy": ("dummy pill", "nothing", "dot", "circle-open"),
}
"""How each of the three lives is drawn: label, colour, dash, symbol."""


def rows(care, who):
    """What stands on the right for one of the three, top to bottom: {label: percentage}."""
    if care.values["way"] == "search":
        steps = {f"step {number}": share for number, share in enumerate(care.success(who), start=1)}
        return {
            **steps,
            "all four, if<br>nobody left": care.if_nobody_left(who),
            "all four,<br>counted": care.counted(who),
        }
    return {
        "respond by<br>week 12": care.response(who, 12),
        "well in<br>week 48": care.well(who)[-1],
        "target<br>occupied": care.occupied(who),
        "ever hard<br>to bear": care.hard(who),
        "stopped by<br>themselves": care.stopped(who),
    }


def chart(care):
    """Share well week by week on the left; on the right steps, or what the rule costs and brings."""
    seen = {who: rows(care, who) for who in KINDS}
    labels = list(seen["rule"])
    left = (
        explore.ticked_axis("week", 0, WEEKS, 12, WEEKS),
        axis("% well (score at or below 7)", 0, 70, tickvals=[0, 20, 40, 60]),
    )
    right = (explore.ticked_axis("% of people, or of the target", -3, 124), explore.row_axis(labels))
    if care.values["way"] == "search":
        right[0]["title"]["text"] = "% well, of those who stayed"
    traces = [*curves(care), *marks(seen)]
    return explore.picture(traces, left, right, widths=(9, 3, 9), height=440, legend="left")


def curves(care):
    """The three lives, share well by week."""
    weeks = np.arange(WEEKS + 1)
    traces = []
    for who, (label, colour, dash, _) in reversed(KINDS.items()):
        hover = "%{y:.0f} % well in week %{x:.0f}"
        traces.append(line(weeks, care.well(who), name=label, colour=colour, dash=dash, hover=hover))
    return traces


def marks(seen):
    """The right-hand rows: a mark for each of the three, the rule's with its number."""
    heights = np.arange(len(seen["rule"]))[::-1]
    traces = []
    for who, (label, colour, _, symbol) in reversed(KINDS.items()):
        shares = list(seen[who].values())
        size = 9 if who == "rule" else 14
        traces.append(
            dots(
                *(shares, heights),
                name=label,
                colour=colour,
                symbol=symbol,
                size=size,
                panel=2,
                hover="%{x:.0f} %",
                legend=True,
            )
        )
    shares = list(seen["rule"].values())
    text = [f"{share:.0f}\u00a0%" for share in shares]
    return [*traces, words([106] * len(text), heights, text, panel=2)]
