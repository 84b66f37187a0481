"""Lesson 01 beside its explorer: what medication and therapy each do and do not, two rows of a table at a time."""

import pathlib

from toolkit.explore import Matrix
from toolkit.lessons.words import read_words

READ = read_words(pathlib.Path(__file__).with_suffix(".toml"))
ROWS = 2
"""Rows to fill before they are compared."""
PARTS = len(READ["matrix"]["rows"]) // ROWS


def matrix(part):
    """Two of six domains by two treatments: tokens to place, then the documents' view, what studies measured, and why.

    Raises:
        ValueError: if there is no such part.
    """
    if part not in range(1, PARTS + 1):
        raise ValueError(f"part = {part!r}: the table has parts 1 to {PARTS}")
    about = READ["matrix"]
    chosen = about["rows"][ROWS * (part - 1) : ROWS * part]
    rows = {row["name"]: row["says"] for row in chosen}
    views = {view: {row["name"]: row[view] for row in chosen if view in row} for view in about["views"]}
    prompt = about["prompt"].format(rows=" · ".join(rows))
    return Matrix(prompt, about["columns"], about["levels"], rows, views)
