"""Lessons in a pseudo-language, every word of their files doubled and marked as right-to-left; and all that they show then."""

import contextlib
import functools
import importlib
import re
import sys
import tomllib
import types

import toolkit
from toolkit.lessons import words

RIGHT_TO_LEFT = "\u200f"
CODE = {
    *(
        "slug",
        "claims",
        "behind",
        "kind",
        "parameter",
        "finding",
        "arm",
        "outcome",
        "comparison",
        "measure",
        "who",
        "how",
    ),
    *("toy", "each", "values", "set", "dash", "colour", "symbol", "source", "medication", "therapy", "value"),
}
"""Keys whose text is for the program; among what a lesson says (`[says]`) there is none, whatever a sentence is called."""
NOT_WORDS = re.compile(r"\{[^{}]*\}|%\{[^{}]*\}|<[^<>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")


def doubled(text):
    """Each word twice, slots and marks of layout as they are."""
    pieces, last = [], 0
    for found in NOT_WORDS.finditer(text):
        pieces += [WORD.sub(r"\g<0>\g<0>", text[last : found.start()]), found[0]]
        last = found.end()
    return RIGHT_TO_LEFT + "".join([*pieces, WORD.sub(r"\g<0>\g<0>", text[last:])])


def translated(said, place=()):
    """A file of words with every text doubled that is for the learner."""
    if isinstance(said, dict):
        keys = doubled if place and place[-1] == "replies" else str
        return {
            keys(key): value
            if (key in CODE and place[:1] != ("says",)) or (key == "name" and place[:1] == ("controls",))
            else translated(value, (*place, key))
            for key, value in said.items()
        }
    if isinstance(said, list) and place[-1:] == ("options",):
        return [[value, doubled(text)] for value, text in said]
    if isinstance(said, list):
        return [translated(one, place) for one in said]
    return doubled(said) if isinstance(said, str) else said


@contextlib.contextmanager
def pseudo(module):
    """A lesson loaded anew from doubled words; the real ones are back afterwards."""
    read = words.tomllib
    ours = [name for name in sys.modules if name.startswith("toolkit.lessons.") and name not in KEPT]
    kept = {name: sys.modules.pop(name) for name in ours}
    words.tomllib = types.SimpleNamespace(loads=lambda text: translated(tomllib.loads(text)))
    words.read_words.cache_clear()
    try:
        yield importlib.import_module(module).LESSON
    finally:
        words.tomllib = read
        words.read_words.cache_clear()
        for name in [name for name in sys.modules if name.startswith("toolkit.lessons.") and name not in KEPT]:
            del sys.modules[name]
        sys.modules.update(kept)
        for name, old in kept.items():
            parent, _, child = name.rpartition(".")
            setattr(sys.modules[parent], child, old)


KEPT = {f"toolkit.lessons.{name}" for name in ("collect", "format", "lesson", "studies", "words")}
"""What all lessons are made with, which has no words of its own."""


def shown(lesson):
    """Every text that a lesson shows as it opens and after its presets."""
    explorer = lesson.explorer()
    yield from (lesson.title, lesson.hook, explorer.title)
    for control in explorer.controls.values():
        yield from filter(None, (control.label, control.help, getattr(control, "unit", "")))
        yield from getattr(control, "options", {}).values()
    for preset in lesson.presets:
        yield from (preset.name, preset.says)
    yield from question(lesson.predict())
    for number in range(1, len(lesson.tasks) + 1):
        yield from question(lesson.task(number))
    for name in (None, *explorer.presets):
        if name:
            explorer.apply(name)
        yield explorer.sentence
        yield from explorer.table()
        yield from picture(lesson.chart(explorer.result))
    if lesson.studies_chart:
        yield lesson.pictures["studies"]
        yield lesson.studies_sentence(explorer.result)
        yield from picture(lesson.studies_chart(explorer.result))


def question(asked):
    """Prompt, options and replies."""
    yield asked.prompt
    yield from filter(None, [getattr(asked, "hint", "")])
    yield from getattr(asked, "panel", {}).get("options", ())
    replies = getattr(asked, "replies", None)
    yield from (replies.values() if isinstance(replies, dict) else ())


def picture(chart):
    """Titles and ticks of axes, names and texts of traces."""
    for name, axis in chart["layout"].items():
        if name.startswith(("xaxis", "yaxis")):
            yield axis["title"]["text"]
            yield from axis.get("ticktext", ())
    for trace in chart["data"]:
        yield trace.get("name", "")
        for key in ("text", "hovertext"):
            texts = trace.get(key, ())
            yield from [texts] if isinstance(texts, str) else texts
        yield trace.get("hovertemplate", "")


@functools.cache
def names():
    """Names of studies, which no language translates, longest first."""
    return sorted({found.short for found in toolkit.findings()}, key=len, reverse=True)


def gaps(lesson):
    """Words shown that are not doubled: they stand in Python."""
    found = set()
    for text in set(shown(lesson)):
        for name in names():
            text = text.replace(name, "")
        for word in WORD.findall(NOT_WORDS.sub(" ", text)):
            half = len(word) // 2
            if word[:half] != word[half:]:
                found.add(word)
    return found
