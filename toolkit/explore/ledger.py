"""The ledger: every number behind a picture, with its value, its tag and where it comes from."""

import typing

from toolkit.evidence import finding
from toolkit.model import parameters


class Entry(typing.NamedTuple):
    """One number: what it is, its value in words, its tag, its source, and the model's parameter where it is one."""

    what: str
    value: str
    tag: str
    source: str
    parameter: str = ""


def ledger(model, paths):
    """Entries for parameters of the model ("part.name").

    A number that has been moved from its default is nobody's finding any more: it becomes teaching and says from where.
    """
    return [entry(model, path, parameters()[path]) for path in paths]


def entry(model, path, about):
    value, default = model.value(path), about["default"]
    shown = f"{value:.4g} {about['unit']}".strip()
    if value != default:
        source = f"moved here; the toy's own value is {default:.4g}"
        return Entry(about["says"], shown, "teaching", source, path)
    source = about["source"] if about["tag"] == "teaching" else finding(about["source"]).citation
    return Entry(about["says"], shown, about["tag"], source, path)
