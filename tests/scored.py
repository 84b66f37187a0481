"""The scoreboard, written down: every published figure with the model's own number and the verdict. `make baseline` renews it.

It stands in the package's scored.toml, a line a figure, so that a change of the model, of a trial or of a record is a line somebody
reads, and so that a page can tell of it without running every trial.
"""

import collections
import tomllib
from pathlib import Path

from toolkit import evidence
from toolkit.evidence import scores

FILE = Path(evidence.__file__).with_name("scored.toml")
VERDICTS = {True: "inside", False: "outside", None: "not judged"}
STRAYS = 0.01
"""How far the model's number may stray before a test objects: as a share of it, or of 1 where it is less."""
HEAD = """# Each published figure, the model's own number and whether the figure lies inside the 95 % interval around it.
# Written by `make baseline`: read what has changed before you keep it.
"""


def told(some):
    """{figure: {published, model, verdict}} of Scores, numbers with three figures."""
    return {
        one.figure.label: {
            "published": float(f"{one.figure.published:.3g}"),
            "model": float(f"{one.predicted:.3g}"),
            "verdict": VERDICTS[one.inside],
        }
        for one in some
    }


def written():
    """What stands in the file, as `told` gives it."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def strays(before, now):
    """Whether the model's number is further from what was written than any machine strays."""
    return abs(now["model"] - before["model"]) > STRAYS * max(1, abs(before["model"]))


def changes(before, now):
    """Lines of text on what differs between two boards: verdicts first, then what came and went, then numbers."""
    both = [label for label in now if label in before]
    turned = [label for label in both if before[label]["verdict"] != now[label]["verdict"]]
    for label in turned:
        old, new = before[label], now[label]
        moved = f"{old['model']:g} -> {new['model']:g}, published {new['published']:g}"
        yield f"{label}: {old['verdict'].upper()} -> {new['verdict'].upper()} ({moved})"
    yield from (f"{label}: new, {now[label]['verdict']}" for label in now if label not in before)
    yield from (f"{label}: gone" for label in before if label not in now)
    for label in both:
        old, new = before[label], now[label]
        yield from (
            f"{label}: {what} {old[what]:g} -> {new[what]:g}"
            for what in ("published", "model")
            if old[what] != new[what] and (what == "published" or label not in turned)
        )
    counts = (collections.Counter(row["verdict"] for row in board.values()) for board in (before, now))
    yield "; ".join(", ".join(f"{count[word]} {word}" for word in VERDICTS.values()) for count in counts)


def renew():
    """Print what has changed, then write the file."""
    now = told(scores())
    *lines, last = changes(written(), now)
    print("\n".join([*lines, f"Verdicts before, and now: {last}"]))
    rows = (
        f'"{label}" = {{ published = {row["published"]:g}, model = {row["model"]:g}, verdict = "{row["verdict"]}" }}\n'
        for label, row in now.items()
    )
    FILE.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{len(now)} scores written to {FILE.name}")
