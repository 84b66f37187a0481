"""Lesson 04 beside the model: where studies saw each treatment change something."""

import dataclasses

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, axis
from toolkit.lessons.words import Words
from toolkit.model import MEDICATION, THERAPY

WORDS = Words(__package__)
say = WORDS.say
[PANEL] = WORDS.table["studies"]
PLACES = PANEL["columns"]
ARROWS = {"up": "↑", "down": "↓", "changed": ""}
FLOOR_AT = {"deep": "body", "front": "thinking"}
"""The columns in which the model's floors stand."""


@dataclasses.dataclass(frozen=True)
class Seen:
    """What one study saw change: {place: direction} for each treatment that it looked at. Directions only, no sizes.

    side: ▲ for, ▼ against, ◆ mixed, about this lesson's claim.
    """

    finding: str
    about: str
    side: str
    medication: dict | None = None
    therapy: dict | None = None

    @property
    def label(self):
        """Mark, author, year and what was looked at."""
        return f"{self.side} {finding(self.finding).short}: {self.about}"


STUDIES = [Seen(**row) for row in PANEL["rows"]]


def in_model(house):
    """The model's row: the floors that got at least half of a treatment's larger gain, {treatment: {place: "changed"}}."""
    return {treatment: moved(house, treatment) for treatment in (MEDICATION, THERAPY)}


def moved(house, treatment):
    gains = {place: house.now(treatment, floor) for place, floor in FLOOR_AT.items()}
    largest = max(gains.values())
    return {place: "changed" for place, gain in gains.items() if largest > 0.05 and gain >= largest / 2}


def studies_chart(house):
    """One row a study, one column a place; a square for medication, a triangle for therapy, arrows for more or less."""
    labels = [say("model_row"), *(seen.label for seen in STUDIES)]
    rows = [in_model(house), *({MEDICATION: seen.medication, THERAPY: seen.therapy} for seen in STUDIES)]
    traces = [
        mark
        for height, row in zip(range(len(rows) - 1, -1, -1), rows, strict=True)
        for treatment, shift in ((MEDICATION, -0.25), (THERAPY, 0.25))
        for mark in marks(row[treatment] or {}, treatment, shift, height)
    ]
    across = axis(say("where"), -0.5, 2.5, tickvals=[0, 1, 2], ticktext=list(PLACES.values()), showgrid=False)
    return explore.picture([*key(), *traces], (across, explore.row_axis(labels)), height=440, legend="left")


def marks(places, treatment, shift, height):
    style, columns = ARMS[treatment], list(PLACES)
    for place, direction in places.items():
        x = columns.index(place) + shift
        told = WORDS.says("directions")[direction]
        yield explore.dots([x], [height], name=treatment, colour=style.colour, symbol=style.symbol, hover=told)
        if ARROWS[direction]:
            yield explore.words([x], [height], [f" {ARROWS[direction]}"], colour=style.colour)


def key():
    """What the two marks stand for, in the legend."""
    for treatment in (MEDICATION, THERAPY):
        style = ARMS[treatment]
        look = {"colour": style.colour, "symbol": style.symbol, "legend": True}
        yield explore.dots([np.nan], [0], name=treatment, **look)


def studies_sentence(house):
    """Where the model moves, and which studies are for, against or mixed; they differ too much to be counted as votes."""
    names = WORDS.says("places")
    model = []
    for treatment, places in in_model(house).items():
        moves = say("and").join(names[FLOOR_AT[place]] for place in places)
        model.append(say("model_moves", treatment=treatment, places=moves or say("no_place")))
    sides = {
        name: ", ".join(finding(seen.finding).short for seen in STUDIES if seen.side == mark)
        for mark, name in (("▲", "for_it"), ("▼", "against"), ("◆", "mixed"))
    }
    return say("studies_said", week=house.week, model="; ".join(model), **sides)
