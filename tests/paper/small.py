"""An explorer that has one of each kind, and what must hold of it on a page of paper."""

import numpy as np
import pytest

from tests.paper import parts
from toolkit.explore import Choice, Entry, Explorer, Mission, Preset, Seed, Slider, Switch, Week, axis, line, picture

WEEKS = np.arange(9)


def run(slope, level, shape, steady, week, seed):
    """Two lines, the week and whether nothing shakes them; the steepest fall cannot be run."""
    if slope == -2.0:
        raise ZeroDivisionError("the toy is stuck")
    y = slope * WEEKS + level + seed / 1000
    return (y if shape == "straight" else y**2 / 9, 20.0 - WEEKS, week, steady)


def chart(seen):
    """Two lines."""
    bent, other, _, _ = seen
    lines = [line(WEEKS, bent, name="yours", colour="both"), line(WEEKS, other, name="theirs", colour="therapy")]
    return picture(lines, (axis("week", 0, 8), axis("points", -20, 60)))


MISSIONS = [
    Mission(
        "Steep",
        "Make it steep.",
        controls=["Slope"],
        hint="Go up.",
        reply="A slope is a choice.",
        recipe=[{"set": {"slope": 2.0}}],
        reached=lambda run: run.values["slope"] >= 1.5,
        core=True,
    ),
    Mission("Both", "Make it flat and steep.", hint="Try.", reply="Nothing is both.", reached=lambda run: False),
]


def made(guess=None, lesson=2):
    """An explorer that has one of each kind."""
    return Explorer(
        module="tests.paper.small",
        lesson=lesson,
        title="Two lines",
        controls=[
            Slider(
                "slope",
                "Slope",
                1.0,
                low=-2.0,
                high=2.0,
                step=0.5,
                unit="points a week",
                parameter="line.slope",
                help="How fast it climbs.",
            ),
            Slider(
                "level",
                "Level",
                3,
                low=0,
                high=12,
                step=3,
                unit="points",
                help="Where it begins.",
                more=True,
                parameter="line.level",
            ),
            Choice("shape", "Shape", "straight", options={"straight": "a straight one", "bent": "a bent one"}),
            Switch("steady", "Steady", False, help="Nothing shakes it.", more=True),
            Week(value=4, low=0, high=8),
            Seed(),
        ],
        presets=[
            Preset("Climb", "It climbs.", {"slope": 2.0}),
            Preset("Bend", "It bends.", {"shape": "bent", "level": 9}),
        ],
        run=run,
        chart=chart,
        sentence=lambda seen: f"In week {seen[2]} it stands at {seen[0][seen[2]]:.1f} points{', steadily' * seen[3]}.",
        table=lambda seen: {"week": WEEKS, "points": seen[0]},
        ledger=lambda values: [
            Entry("level", f"{values['level']}", "published", "A paper", "line.level"),
            Entry("slope", f"{values['slope']}", "teaching", "", "line.slope"),
            Entry("other", "20", "fitted", "Another paper"),
        ],
        guess=guess,
        missions=MISSIONS if guess is None else (),
    )


def agrees(page, explorer):
    """The page has what the kernel has, in words, fields and picture."""
    assert page.of("sentence")["text"] == explorer.sentence
    for control in explorer.controls.values():
        kind = type(control).__name__
        wanted = "select" if kind == "Choice" else "input"
        field = page.one(name=control.label, tag=wanted)
        if kind == "Choice":
            assert field["chosen"] == control.options[control.value]
        elif kind == "Switch":
            assert field["checked"] == control.value
        else:
            assert float(field["value"]) == control.value, control.label
    traces = drawn(page)["data"]
    assert [trace["name"] for trace in traces] == [trace["name"] for trace in explorer.shown["data"]]
    for shown, meant in zip(traces, explorer.shown["data"], strict=True):
        for side in "xy":
            assert shown[side] == pytest.approx(list(meant[side])), f"{side} of {meant['name']}"


def drawn(page):
    """The figure that stands on the page."""
    [place] = [one for one in parts(page.whole) if "drawn" in one]
    return place["drawn"]


def reply(page):
    """(what is said of its being right, the reply's words) of the only question."""
    [there] = [one for one in parts(page.whole) if "toolkit-reply" in one["class"]]
    return there["data-right"], " ".join(there["text"].split())
