"""The ledger: every number behind a picture, with its value, its tag and where it comes from."""

import dataclasses
import typing

from toolkit.evidence import finding
from toolkit.model import parameters


class Entry(typing.NamedTuple):
    """One number: what it is, its value in words, its tag, its source, and the model's parameter where it is one."""

    what: str
    value: str
    tag: str = "teaching"
    source: str = ""
    parameter: str = ""


def ledger(model, paths):
    """Entries for parameters of the model ("part.name").

    A number that has been moved from its default is nobody's finding any more: it becomes teaching and says so.
    """
    known = parameters()
    return [entry(model.value(path), known[path]["default"], known[path], path) for path in paths]


def entries(record, names=None):
    """Entries for fields of one of the model's records (a Condition, a TherapyKind, an Exposure …), by default all of them."""
    fields = [field for field in dataclasses.fields(record) if names is None or field.name in names]
    return [entry(getattr(record, field.name), field.default, field.metadata) for field in fields]


def entry(value, default, about, path=""):
    shown = f"{value:.4g} {about['unit']}".strip()
    if value != default:
        return Entry(
            about["says"], shown, source=f"as set here; the model's usual value is {default:.4g}", parameter=path
        )
    source = about["source"] if about["tag"] == "teaching" else finding(about["source"]).citation
    return Entry(about["says"], shown, about["tag"], source, path)
