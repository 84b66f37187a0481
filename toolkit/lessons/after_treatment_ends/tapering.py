"""Three ways down from the usual dose: at once, in equal steps of dose, in equal steps of occupancy."""

import numpy as np

from toolkit import explore
from toolkit.explore import axis, line
from toolkit.model import Drug, Taper

from ..words import Words

WORDS = Words(__package__)
WAYS = WORDS.options("way")
STEPS, AFTER, BEFORE = 8, 10, 2
SYMBOLS = {"abrupt": "circle", "linear": "square", "hyperbolic": "diamond"}
DASHES = {"abrupt": "dot", "linear": "dash", "hyperbolic": "solid"}


def taper(way, step_weeks):
    """The taper of that name; None is none."""
    return None if way == "abrupt" else Taper(way, STEPS, float(step_weeks))


def doses(way, drug=Drug()):
    """Doses from the usual one to nothing."""
    down = () if way == "abrupt" else Taper(way, STEPS).doses(1.0, drug)
    return np.array([1.0, *down, 0.0])


def largest_step(doses, drug=Drug()):
    """Largest fall of occupancy from one dose to the next, percentage points."""
    return float(-100 * np.diff(drug.occupancy(np.asarray(doses, dtype=float))).min())


def descent(way, step_weeks, drug=Drug()):
    """Day by day from two weeks before the first step: weeks, occupancy and what the body misses, both in percent.

    The body is used to its drug effect, which follows occupancy with a delay; it misses what that exceeds occupancy by.
    """
    days = np.arange(-7 * BEFORE, 7 * (STEPS * step_weeks + AFTER) + 1)
    level, effect, occupied, missed = 1.0, drug.occupancy(1.0), [], []
    for day in days:
        step = 0 if day < 0 else 1 + day // (7 * step_weeks)
        now = doses(way, drug)
        level, effect, mean, occupancy = drug.step(level, effect, now[min(step, len(now) - 1)], 1 / 7)
        occupied.append(100 * occupancy)
        missed.append(100 * max(mean - occupancy, 0.0))
    return days / 7, np.array(occupied), np.array(missed)


def tapering(explorer):
    """The three ways beside each other; the one chosen in the explorer stands out."""
    return explore.Beside(title="Three ways down", explorer=explorer, chart=chart, sentence=sentence)


def chart(seen):
    """Occupancy on the left; on the right how much the body misses, its peak marked."""
    traces, ends = [], AFTER + STEPS * seen.step_weeks
    for way, name in WAYS.items():
        weeks, *percents = descent(way, seen.step_weeks)
        colour, width = ("medication", 3.5) if way == seen.way else ("nothing", 2)
        for panel, percent in enumerate(percents, start=1):
            hover = "%{y:.0f} % in week %{x:.0f}"
            look = {"colour": colour, "width": width, "dash": DASHES[way], "panel": panel, "hover": hover}
            traces.append(line(weeks[::2], percent[::2], name=name, **look))
        peak = percents[1].argmax()
        mark = {"colour": colour, "symbol": SYMBOLS[way], "panel": 2, "legend": True, "hover": "%{y:.0f} % at most"}
        traces.append(explore.dots(weeks[peak : peak + 1], percents[1][peak : peak + 1], name=name, **mark))
    return explore.picture(
        traces,
        (axis("weeks since the first step", -BEFORE, ends), axis("%", 0, 100)),
        (axis("weeks since the first step", -BEFORE, ends), axis("", 0, 100)),
        widths=(9, 1, 9),
        height=320,
        legend="left",
    )


def sentence(seen):
    """The picture in words."""
    said = []
    for way, words in WAYS.items():
        missed = descent(way, seen.step_weeks)[2].max()
        said.append(f"{words}: largest fall {largest_step(doses(way)):.0f} points, most missed {missed:.0f}")
    chosen = WAYS[seen.way]
    return (
        f"Occupancy on the way down, steps of {seen.step_weeks} weeks, in percent. {'; '.join(said)}. Chosen: {chosen}."
    )
