"""A lesson's words: what presets say, what is asked and answered. They stand in a TOML file beside the lesson's code."""

import dataclasses
import functools
import importlib.resources
import tomllib

from toolkit.explore import Calculate, Choose, Code, Order, Predict, Preset

from .lesson import Lesson


@dataclasses.dataclass(frozen=True)
class Words:
    """The words of one lesson, read from `<name>.toml`.

    The file holds `number`, `slug`, `title`, `hook`, `minutes` and `claims` of the Lesson; `[[presets]]` with name, says
    and values; `[predict]` with prompt and replies; and `[[tasks]]`, each with a `kind`: choose (prompt, right, replies),
    calculate (prompt, right, tolerance, unit, reply, hint and hints, a list of {given, reply}), order (prompt, right, ends, reply,
    hint) or code (prompt, hint, tolerance; its cases come from the lesson's code).
    """

    about: dict
    presets: tuple[Preset, ...]
    asked: dict
    set_tasks: tuple[dict, ...]

    @classmethod
    def read(cls, name):
        """The words in `<name>.toml` beside this file."""
        read = tomllib.loads(
            importlib.resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
        )
        presets, predict, tasks = read.pop("presets"), read.pop("predict"), read.pop("tasks")
        return cls(read, tuple(Preset(**preset) for preset in presets), predict, tuple(tasks))

    def lesson(self, *, explorer, studies, cases=(), **guess):
        """The Lesson, given its explorer and studies, the cases of its code task, and what Predict needs for its guess:
        `drawn` and `compared`.
        """
        predict = functools.partial(Predict, **self.asked, **guess)
        tasks = tuple(functools.partial(task, words, cases) for words in self.set_tasks)
        about = {**self.about, "claims": tuple(self.about["claims"])}
        return Lesson(**about, explorer=explorer, predict=predict, studies=studies, tasks=tasks)


KINDS = {"choose": Choose, "calculate": Calculate, "order": Order, "code": Code}


def task(words, cases):
    """A fresh task from its words; `cases` are those of a code task."""
    rest = {key: value for key, value in words.items() if key not in ("kind", "hints")}
    if "hints" in words:
        rest["hints"] = {hint["given"]: hint["reply"] for hint in words["hints"]}
    if words["kind"] == "code":
        rest["cases"] = cases
    return KINDS[words["kind"]](**rest)
