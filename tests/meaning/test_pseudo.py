"""A course can be translated by copying files of words: in a pseudo-language nothing is shown that is not in them.

What still stands in Python is listed, lesson by lesson, in pseudo_gaps.toml, and only ever gets less: a word that is not listed
fails, and so does one that is listed and no longer found. `python -m tests.meaning.test_pseudo` writes the list anew.
"""

import textwrap
import tomllib
from pathlib import Path

import pytest

import toolkit
from tests.meaning.pseudo import RIGHT_TO_LEFT, doubled, gaps, pseudo, shown, translated
from toolkit.lessons import front, words

FILE = Path(__file__).with_name("pseudo_gaps.toml")
KNOWN = tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
"""{number of a lesson: words}, and under "everywhere" those of model, evidence and explorer, which several lessons show."""
FOLDERS = {lesson.number: lesson.module for lesson in toolkit.lessons.ALL}


def test_words_are_doubled_and_what_is_for_the_program_is_not():
    assert doubled("% of {people:,} <b>people</b>") == f"{RIGHT_TO_LEFT}% ofof {{people:,}} <b>peoplepeople</b>"
    said = {"kind": "choice", "options": [["a", "an option"]], "replies": {"yes": "no"}}
    assert translated(said) == {
        "kind": "choice",
        "options": [["a", doubled("an option")]],
        "replies": {doubled("yes"): doubled("no")},
    }


@pytest.mark.parametrize("number", [3, *(pytest.param(n, marks=pytest.mark.slow) for n in FOLDERS if n != 3)])
def test_nothing_is_shown_that_is_not_in_the_words(number):
    with pseudo(FOLDERS[number]) as lesson:
        assert lesson.title.startswith(RIGHT_TO_LEFT)
        found = gaps(lesson)
    own, everywhere = set(KNOWN.get(f"{number:02d}", ())), set(KNOWN.get("everywhere", ()))
    assert found - everywhere - own == set(), "stands in Python: move it to the lesson's words"
    assert own - found == set(), "no longer there: take it off the list"


def test_the_lessons_are_themselves_again_afterwards():
    with pseudo(FOLDERS[2]):
        pass
    assert toolkit.lessons.lesson(3).title == "The additive effect"
    assert not any(RIGHT_TO_LEFT in text for text in shown(toolkit.lessons.lesson(3)))


@pytest.mark.parametrize(
    ("name", "fault"), [("nothing", "no sentence 'nothing'"), ("share", "slot 'share' that is not")]
)
def test_a_sentence_or_slot_that_is_not_there_is_named(name, fault):
    with pytest.raises(ValueError, match=f"additive_effect: .*{fault}"):
        words.Words("toolkit.lessons.additive_effect").say(name)


def test_a_file_of_words_without_a_folder_of_its_own_is_named_itself():
    with pytest.raises(ValueError, match=r"front\.toml: no sentence 'nothing'"):
        front.say("nothing")


def write():
    """The list of gaps, as it is now."""
    found = {}
    for number, module in FOLDERS.items():
        with pseudo(module) as lesson:
            found[f"{number:02d}"] = gaps(lesson)
    counts = [word for some in found.values() for word in some]
    everywhere = {word for word in KNOWN["everywhere"] if counts.count(word) >= 6}
    lists = {"everywhere": everywhere, **{key: some - everywhere for key, some in found.items()}}
    lines = [
        "# Words that lessons still show from Python, in order of the alphabet. It only gets less: see test_pseudo.py."
    ]
    for key, some in lists.items():
        listed = ", ".join(f'"{word}"' for word in sorted(some))
        lines += ["", f'"{key}" = [', *textwrap.wrap(listed, 126, initial_indent="  ", subsequent_indent="  "), "]"]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
