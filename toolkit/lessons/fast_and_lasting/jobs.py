"""Lesson 01 beside its explorer: what each tool does and does not, and a dated strip of how both came to be."""

import pathlib

from toolkit.evidence import finding
from toolkit.explore import Dated, Matrix, Strip

from ..words import read_words

READ = read_words(pathlib.Path(__file__).with_suffix(".toml"))


def matrix():
    """Six domains by two tools: tokens to place, then the documents' view and what studies measured."""
    about = READ["matrix"]
    rows = {row["name"]: row["says"] for row in about["rows"]}
    views = {view: {row["name"]: row[view] for row in about["rows"] if view in row} for view in about["views"]}
    return Matrix(about["prompt"], about["columns"], about["levels"], rows, views)


def history():
    """What happened when: only dates that we have read in a source, which each row names."""
    return Strip("How the two tools came to be", [dated(event) for event in READ["history"]])


def dated(event):
    """An event of the strip; one that is a published finding takes its source from there."""
    rest = dict(event)
    id = rest.pop("finding", None)
    if id:
        rest["source"] = finding(id).short
    return Dated(**rest)
