"""What a trainer needs of each lesson besides the lesson: sheets.toml, for run sheets, handouts and the presenter's page."""

import functools
import pathlib

from toolkit.evidence import finding
from toolkit.explore import Presenter

from .words import read_words


@functools.cache
def sheets():
    """{slug of a lesson: its sheet}.

    A sheet's `home` is the line to take away. `goal` and `points` go by the minutes of a session. `wait` (what to wait for at a
    point) and `ask` (a list of questions) go by the name of a stop. `watch` and `notice` are lines; `unplugged` is what to do
    without any machine. `supports` and `against` are a study each: its `finding` (an id) and what it `says`.
    """
    return read_words(pathlib.Path(__file__).with_suffix(".toml"))


def present():
    """The presenter's page of the whole course."""
    from . import ALL

    return Presenter(ALL, {slug: with_names(sheet) for slug, sheet in sheets().items()})


def with_names(sheet):
    """A sheet whose two studies say who found it."""
    return sheet | {
        side: sheet[side] | {"who": finding(sheet[side]["finding"]).short} for side in ("supports", "against")
    }
