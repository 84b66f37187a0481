"""How lessons say numbers, and put published figures into rows."""

import numpy as np

from toolkit.evidence import finding
from toolkit.explore import Row


def number(value, sign=""):
    """A number with one digit, never minus zero; with sign "+", gains get theirs."""
    return f"{round(float(value), 1) + 0.0:{sign}.1f}"


def marked(id, about, against=False):
    """A row's name: ▲, or ▼ for counter-evidence, who found it and what it is about; `against`: ▼ here, whatever elsewhere."""
    name = f"▼ {finding(id).short}" if against else finding(id).marked_label
    return f"{name}: {about}"


def share(id, arm, outcome=None, week=None, turned=False):
    """(percentage, low, high) published of an arm, ends nan where none were; `turned`: of those who did not."""
    found = finding(id).arm(arm, outcome, week)
    values = 100 * np.array([found.number, *(found.ci or (np.nan, np.nan))])
    return tuple(100 - values[[0, 2, 1]] if turned else values)


def size(effect, turned=lambda value: value):
    """(value, low, high) of a published Effect, ends nan where none were, each through `turned`."""
    value, *ends = (turned(one) for one in (effect.value, *(effect.ci or (np.nan, np.nan))))
    return value, *sorted(ends)


def row(id, about, *arm, toy=np.nan):
    """A row of the share in one arm of a finding (`share`), with the toy's own."""
    return Row(marked(id, about), {"": share(id, *arm)}, {"": toy})


def spoken(row, written="{:.3g}\u00a0%"):
    """A row of one figure in words, with the toy's own where it has one."""
    toy = row.toy.get("", np.nan)
    own = f" (toy {written.format(toy)})" if np.isfinite(toy) else ""
    return f"{row.label.lstrip('▲▼ ')} {written.format(row.published[''][0])}{own}"
