"""A lesson's evidence is short and its prose is for a first-year student: counted from the notebooks, in lessons with missions.

What stands folded is not counted, for nobody has to read it. By hand it was seen to fail on the lessons as they were: 230 to 508
words of evidence, up to 27 numbers, and grades below 4.8 where one short statement followed the other.
"""

import json
import re

import pytest

from tests.meaning.lived import LESSONS, NOTEBOOKS

WORDS, NUMBERS = 180, 12
"""What may stand unfolded under *What studies found*: a page that is read to its end."""
GRADES = 4.8, 9.0
"""Flesch and Kincaid's grade of all unfolded prose. Sentences of 11 to 17 words, their verbs in, make 5 to 8 in easy words: less is
a string of statements, more is a paper."""
NEW = [lesson for lesson in LESSONS if lesson.said_missions]

FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
IDS = re.compile(r"\[[a-z0-9_, ]+\]", re.IGNORECASE)
"""Findings named in brackets: a reader's eye passes over them."""


def unfolded(notebook):
    """All that a notebook says outside folds."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    said = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return FOLDED.sub("", said)


def evidence(said):
    """The section on studies, without ids."""
    return IDS.sub("", re.search(r"^## What studies found$(.*?)^## ", said, re.DOTALL | re.MULTILINE)[1])


def words(said):
    """What is read as a word: letters or figures in it; signs alone are none."""
    return [word for word in said.split() if re.search(r"\w", word)]


def numbers(said):
    return re.findall(r"\d[\d.,]*", said)


def sentences(said):
    """Each sentence as its words of letters; headings, times, links' addresses and marks left out, a list's point ends one."""
    found = []
    for part in re.split(r"\n\s*\n|\n(?=\s*(?:[-*] |\d+\. |\|))", re.sub(r"\]\([^)]*\)", "]", IDS.sub("", said))):
        if not part.lstrip().startswith(("#", "⏱")):
            plain = " ".join(re.sub(r"[*_`>|\[\]]", "", part).split())
            found += re.split(r"(?<=[.!?])[\"”’)]*\s+(?=[“\"(]?[A-Z\d▲▼])", plain)
    return [read for each in found if len(read := re.findall(r"[A-Za-z][A-Za-z'’]*", each)) > 1]


def syllables(word):
    """Groups of vowels, without an e, ed or es that nobody speaks."""
    word = re.sub(r"['’]s?$", "", word.lower())
    if len(word) > 3:
        word = re.sub(r"(?<=[^aeiouytd])ed$|(?<=[^aeiouylscxz])es$|(?<=[^aeiouyl])e$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def grade(said):
    """Flesch and Kincaid's grade. A few lines of our own: textstat fetches a list of words from the network when first asked."""
    each = sentences(said)
    every = [word for sentence in each for word in sentence]
    return 0.39 * len(every) / len(each) + 11.8 * sum(map(syllables, every)) / len(every) - 15.59


each_lesson = pytest.mark.parametrize("lesson", NEW, ids=lambda lesson: lesson.slug)


@each_lesson
def test_evidence_is_read_to_its_end(lesson):
    said = evidence(unfolded(NOTEBOOKS / f"{lesson.slug}.ipynb"))
    assert (len(words(said)) <= WORDS, len(numbers(said)) <= NUMBERS) == (True, True), (
        f"{len(words(said))} words (at most {WORDS}) and {len(numbers(said))} numbers (at most {NUMBERS}): fold the rest under "
        "“More that studies found”"
    )


@each_lesson
def test_prose_is_neither_a_paper_nor_a_string_of_statements(lesson):
    low, high = GRADES
    reached = grade(unfolded(NOTEBOOKS / f"{lesson.slug}.ipynb"))
    assert low <= reached <= high, (
        f"grade {reached:.1f}: join short statements, or shorten long ones and name things plainly"
    )


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("pill", 1),
        ("tablet", 2),
        ("improved", 2),
        ("treated", 2),
        ("medication", 4),
        ("people", 2),
        ("studies", 2),
        ("side", 1),
        ("lines", 1),
        ("doses", 2),
        ("therapy's", 3),
        ("be", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_what_is_folded_or_an_id_is_not_counted():
    said = "## What studies found\n\nOne of 2 [hollon2005, dobson2008].\n\n<details>3 4 5</details>\n\n## Next\n\n6"
    assert (words(evidence(FOLDED.sub("", said))), numbers(evidence(FOLDED.sub("", said)))) == (
        ["One", "of", "2", "."][:3],
        ["2"],
    )


def test_longer_sentences_and_longer_words_are_a_higher_grade():
    choppy = "It is a list. It is long. It is old. We read it."
    joined = "We read the list, although it is long and old, because it is all that there is."
    assert grade(choppy) < grade(joined) < grade(joined.replace("list", "documentation").replace("old", "unmanageable"))
    assert grade(joined) == pytest.approx(0.39 * 17 + 11.8 * 19 / 17 - 15.59)
