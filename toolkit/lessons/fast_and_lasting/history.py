"""How the two treatments came to be: a strip of dates on a page of its own, linked from lesson 01."""

import pathlib

from toolkit.evidence import finding
from toolkit.explore import Dated, Strip
from toolkit.lessons.words import read_words

READ = read_words(pathlib.Path(__file__).with_suffix(".toml"))


def strip():
    """What happened when: only dates that we have read in a source, which each row names."""
    return Strip(READ["title"], [dated(event) for event in READ["events"]])


def dated(event):
    """An event of the strip; one that is a published finding takes its source from there."""
    rest = dict(event)
    id = rest.pop("finding", None)
    if id:
        rest["source"] = finding(id).short
    return Dated(**rest)
