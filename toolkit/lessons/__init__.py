"""The lessons, in order: each a folder of its own, found by the number in its file of words, loaded when first asked for."""

import functools
import importlib
import pathlib
import re

from .lesson import Lesson

__all__ = ["ALL", "Lesson", "lesson"]


@functools.cache
def folders():
    """{number: name of the folder} of every lesson, in order."""
    here = pathlib.Path(__file__).parent
    # The number alone is looked for: to parse all files of words takes some 70 ms.
    found = {
        int(re.search(r"^number = (\d+)", words.read_text(encoding="utf-8"), re.MULTILINE)[1]): words.parent.name
        for words in here.glob("*/lesson.toml")
    }
    return dict(sorted(found.items()))


def lesson(number):
    """The lesson of that number; ValueError, naming all there are, otherwise."""
    if number not in tuple(folders()):
        raise ValueError(f"lesson = {number!r}: must be one of {', '.join(map(str, folders()))}")
    return importlib.import_module(f"{__name__}.{folders()[number]}").LESSON


def __getattr__(name):
    if name == "ALL":
        return tuple(map(lesson, folders()))
    raise AttributeError(f"module 'toolkit.lessons' has no attribute {name!r}")
