"""A player who tries every corner of an explorer, and what must hold wherever it ends."""

import itertools

import numpy as np
import pytest

import toolkit
from tests.play.said import marks, unshown
from toolkit.explore.pins import MOST
from toolkit.explore.still import svg

BRISK = (1, 2, 13)
"""Lessons whose presets are walked through in the quick tests too; of the others that is a slow test."""
walked = pytest.mark.parametrize(
    "lesson",
    [pytest.param(one, marks=() if one.number in BRISK else pytest.mark.slow) for one in toolkit.lessons.ALL],
    ids=lambda lesson: lesson.slug,
)
FAR = 5000
"""Nothing in the toy, in points, percent, weeks or years of history, lies further out than this."""


def sound(explorer):
    """Fail, naming the scenario code to replay, unless what is shown is whole, bounded and the same in words and picture."""
    for wrong in faults(explorer):
        raise AssertionError(f"{explorer.code}: {wrong}\n{explorer.sentence}\n{explorer.python}")


def faults(explorer):
    """What is wrong with what is shown, a line each."""
    words, columns = f" {explorer.sentence} ", explorer.table()
    if any(f" {bad}" in words for bad in ("nan", "inf", "-inf", "None")):
        yield "the sentence is not whole"
    if len({len(column) for column in columns.values()}) != 1:
        yield "the table's columns differ in length"
    for name, column in columns.items():
        if column.dtype.kind == "f" and not (np.isfinite(column).all() and np.abs(column).max(initial=0) < FAR):
            yield f"the table's {name!r} is not finite or not bounded"
    for column in marks(explorer.view["figure"]):
        if np.isinf(column).any() or np.nanmax(np.abs(column), initial=0) > FAR:
            yield "something is drawn far out"
    yield from left(explorer.still)
    svg(explorer.still)  # fails on what a plain page could not draw
    if any(entry.tag not in ("published", "fitted", "teaching") for entry in explorer.ledger()):
        yield "a number of the ledger has no tag"
    if strange := unshown(explorer, explorer.sentence):
        yield f"the sentence says {', '.join(strange)}, which neither picture nor table nor setting has"


def left(picture):
    """Lines and marks that lie outside their axes, a line each."""
    for trace in picture["data"]:
        if trace["mode"] == "text" or "fill" in trace:
            continue
        for side in "xy":
            low, high = picture["layout"][f"{side}axis{trace[f'{side}axis'][1:]}"]["range"]
            column = np.array(trace[side], dtype=object if isinstance(trace[side], list) else float)
            if column.dtype == float and ((column < low) | (column > high)).any():
                yield f"{trace['name']!r} leaves the {side} axis ({low:g} to {high:g})"


def ends(control):
    """The values at both ends of a control; all of a choice's."""
    return control.allowed if getattr(control, "options", None) else [control.allowed[0], control.allowed[-1]]


def move(explorer, **changes):
    """Move as a hand would; a failure names the setting before and the move."""
    try:
        explorer.set(**changes)
    except Exception as error:
        error.add_note(f"from {explorer.code} with {changes}")
        raise


def walk(explorer, steps, draw):
    """A seeded walk over the board, one step for each item: moves of any two controls, presets, undo, pins and resets."""
    for _ in range(steps):
        act = draw.choice(("set", "set", "set", "set", "apply", "undo", "pin", "unpin", "reset"))
        if act == "pin" and len(explorer.pins) == MOST:
            act = "unpin"
        if act == "set":
            some = draw.sample(list(explorer.controls.values()), 2)
            move(
                explorer,
                **{control.name: draw.choice([*ends(control), draw.choice(control.allowed)]) for control in some},
            )
        elif act == "apply":
            explorer.apply(draw.choice(list(explorer.presets)))
        else:
            getattr(explorer, act)()
        yield act


def pairs(explorer):
    """Every two controls at each of their ends, {name: value}; the seed and the week, which alone are innocent, left out."""
    bold = [control for control in explorer.controls.values() if control.name not in ("seed", "week", "people")]
    for one, other in itertools.combinations(bold, 2):
        for value, another in itertools.product(ends(one), ends(other)):
            yield {one.name: value, other.name: another}
