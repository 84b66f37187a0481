"""A lesson's words as they stand in its TOML file: what a translation copies and changes."""

import functools
import pathlib
import sys
import tomllib

FOLDERS = "lesson.toml"
"""The file of words in a lesson's folder."""


def words_file(module):
    """The file of words of a module: `lesson.toml` in a folder, or the TOML file beside a Python file."""
    file = pathlib.Path(sys.modules[module].__file__)
    return file.with_name(FOLDERS) if file.stem == "__init__" else file.with_suffix(".toml")


def called(file):
    """What people call a file of words: the folder of a lesson in one, else the file."""
    return file.parent.name if file.name == FOLDERS else file.name


@functools.cache
def read_words(file):
    """A TOML file, parsed once; whoever changes what it gives changes it for all."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


class Words:
    """What a lesson's Python says, from its file of words: `WORDS = Words(__package__)` in a folder, `__name__` in a file.

    Raises:
        ValueError: naming the file and the sentence, slot or control that is not there.
    """

    def __init__(self, module):
        self.file = words_file(module)
        self.table = read_words(self.file)

    def say(self, name, /, **slots):
        """The sentence of that name under `[says]`, its {slots} filled; figures may be formatted there: {share:.0f}."""
        if name not in self.table.get("says", {}):
            raise ValueError(f"{called(self.file)}: no sentence {name!r} under [says]")
        try:
            return self.table["says"][name].format(**slots)
        except KeyError as missing:
            raise ValueError(
                f"{called(self.file)}: sentence {name!r} has a slot {missing} that is not filled"
            ) from missing

    def says(self, name):
        """A table of words under `[says]`, {key: words}; for names that go by a key, such as rows, arms or filters."""
        found = self.table.get("says", {}).get(name)
        if not isinstance(found, dict):
            raise ValueError(f"{called(self.file)}: no table {name!r} under [says]")
        return found

    def options(self, control):
        """Options of a choice, {value: words}."""
        for one in self.table["controls"]:
            if one["name"] == control and "options" in one:
                return dict(one["options"])
        raise ValueError(f"{called(self.file)}: no options of a control {control!r}")
