"""Every drawn series is in sight, and shows something that its neighbours do not.

By hand it was seen to fail on: ends of a line given as shares where the axis is in percent; the usual kind's curve worked out from
the chosen kind's; a study's marks on the other panel's scale.
"""

import itertools
import sys

import numpy as np
import pytest

from tests.meaning.lived import OPENING, SLUGS, settings

ALIKE = {
    frozenset(("your plan: both from the start", "both from the start")),
    frozenset(("your plan: medication alone", "both from the start")),
}
"""The same plan twice, as one's own and as one of those it is held against."""


def in_sight(figure, trace):
    """The share of a series' places that lie within its axes; 1 where an axis has no range or is not of numbers."""
    seen = np.ones(len(trace["x"]), dtype=bool)
    for way in "xy":
        axis = figure["layout"].get(f"{way}axis{trace[f'{way}axis'][1:]}", {})
        places = np.asarray(trace[way])
        if axis.get("range") and axis.get("type") != "log" and places.dtype.kind in "fiu":
            low, high = sorted(axis["range"])
            seen &= ~np.isfinite(places) | ((low <= places) & (places <= high))
    return seen.mean() if seen.size else 1.0


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_drawn_is_in_sight(slug, monkeypatch):
    """On the axes as the lesson declares them: they are widened for what strays a little, which would hide a wrong unit."""
    for shown in settings(slug).values():
        with monkeypatch.context() as patch:
            patch.setattr(sys.modules["toolkit.explore.picture"], "make_room", lambda layout, traces: None)
            declared = shown.lesson.chart(shown.result)
        for figure in (declared, *([shown.studies_chart] if shown.name == OPENING else [])):
            hidden = [
                trace["name"] for trace in figure["data"] if trace["name"].strip() and in_sight(figure, trace) < 0.5
            ]
            assert hidden == [], f"{shown}: drawn where nobody sees it"


@pytest.mark.parametrize("slug", SLUGS)
def test_every_two_drawn_lines_part_somewhere(slug):
    """Two named lines of one panel that are one and the same in every setting: one of them is drawn from the other's numbers."""
    parted, together = set(), set()
    for shown in settings(slug).values():
        lines = [
            trace
            for trace in shown.chart["data"]
            if trace["mode"] == "lines" and len(trace["x"]) > 8 and "fill" not in trace and trace["name"].strip()
        ]
        for one, other in itertools.combinations(lines, 2):
            pair = frozenset((one["name"].strip(), other["name"].strip()))
            if one["xaxis"] == other["xaxis"] and len(pair) == 2 and pair not in ALIKE:
                same = len(one["y"]) == len(other["y"]) and np.allclose(one["y"], other["y"], equal_nan=True)
                (together if same else parted).add((one["xaxis"], pair))
    assert together - parted == set()
