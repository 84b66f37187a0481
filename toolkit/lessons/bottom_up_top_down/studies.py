"""Lesson 04 beside the toy: where studies saw each treatment change something."""

import dataclasses

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, axis

from ..words import Words

[PANEL] = Words(__package__).table["studies"]
PLACES = PANEL["columns"]
ARROWS = {"up": "↑", "down": "↓", "changed": ""}


@dataclasses.dataclass(frozen=True)
class Seen:
    """What one study saw change: {place: direction} for each tool that it looked at. Directions only, no sizes."""

    finding: str
    about: str
    medication: dict | None = None
    therapy: dict | None = None

    @property
    def fits(self):
        """Whether it shows medication below and not in front, and therapy in front and not below."""
        low, high = self.medication, self.therapy
        return (low is None or "front" not in low) and (high is None or {*high} == {"front"})

    @property
    def label(self):
        """Mark, author, year and what was looked at."""
        return f"{'▲' if self.fits else '▼'} {finding(self.finding).short}: {self.about}"


STUDIES = [Seen(**row) for row in PANEL["rows"]]


def toy(house):
    """The toy's row: the levels that got at least half of a tool's larger gain, {tool: {place: "changed"}}."""
    return {tool: moved(house, tool) for tool in ("medication", "therapy")}


def moved(house, tool):
    gains = {"deep": house.now(tool, "body"), "front": house.now(tool, "thinking")}
    largest = max(gains.values())
    return {place: "changed" for place, gain in gains.items() if largest > 0.05 and gain >= largest / 2}


def studies_chart(house):
    """One row a study, one column a place; a square for medication, a triangle for therapy, arrows for more or less."""
    labels = ["the toy, in the week set above", *(seen.label for seen in STUDIES)]
    rows = [toy(house), *({"medication": seen.medication, "therapy": seen.therapy} for seen in STUDIES)]
    traces = [
        mark
        for height, row in zip(range(len(rows) - 1, -1, -1), rows, strict=True)
        for tool, shift in (("medication", -0.25), ("therapy", 0.25))
        for mark in marks(row[tool] or {}, tool, shift, height)
    ]
    across = axis("", -0.5, 2.5, tickvals=[0, 1, 2], ticktext=list(PLACES.values()), showgrid=False)
    return explore.picture([*key(), *traces], (across, explore.row_axis(labels)), height=440)


def marks(places, tool, shift, height):
    style, columns = ARMS[tool], list(PLACES)
    for place, direction in places.items():
        x = columns.index(place) + shift
        yield explore.dots([x], [height], name=tool, colour=style.colour, symbol=style.symbol, hover=direction)
        if ARROWS[direction]:
            yield explore.words([x], [height], [f" {ARROWS[direction]}"], colour=style.colour)


def key():
    """What the two marks stand for, in words at the left end of the toy's row."""
    return [
        explore.dots([np.nan], [0], name=tool, colour=ARMS[tool].colour, symbol=ARMS[tool].symbol, legend=True)
        for tool in ("medication", "therapy")
    ]


def studies_sentence(house):
    """Where the toy moves, and which studies fit the picture of two doors; they differ too much to be counted as votes."""
    names = {"deep": "the body", "front": "thinking"}
    said = "; ".join(
        f"{tool} moves {' and '.join(names[place] for place in places) or 'nothing yet'}"
        for tool, places in toy(house).items()
    )
    fitting, others = (
        ", ".join(finding(seen.finding).short for seen in STUDIES if seen.fits == fits) for fits in (True, False)
    )
    return (
        f"The toy in week {house.week}: {said}. Studies that fit the picture of two doors: {fitting}. "
        f"Studies that do not, or only in part: {others}."
    )
