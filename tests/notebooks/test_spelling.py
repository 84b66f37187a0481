"""Every word that a learner reads is in the dictionary, in a citation, or among the few of our field in words.txt."""

import re
import tomllib

import nbformat
import pytest
from spellchecker import SpellChecker

import toolkit
from tests.notebooks.refresh import NOTEBOOKS, notebooks

ROOT = NOTEBOOKS.parent
RECORDS = {"arm", "comparison", "dash", "each", "how", "measure", "outcome", "symbol", "toy", "who"}
"""Where a study row stands in its record, what the toy calls it, and how it is drawn."""
# Names for the program, not for the learner.
UNREAD = {"behind", "finding", "kind", "name", "parameter", "slug", "source", "value", *RECORDS}
NOT_PROSE = re.compile(
    r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|\]\([^)]*\)|<[^>]+>|^\[\w+\]: .*$|\w+\d{4}\w*", re.DOTALL | re.MULTILINE
)
WORD = re.compile(r"[^\W\d_²]+(?:['’]s)?")
TEXTS = [
    *notebooks(),
    *ROOT.glob("*.md"),
    *(ROOT / "toolkit").rglob("*.md"),
    *(ROOT / "toolkit" / "lessons").rglob("*.toml"),
]


OURS = (ROOT / "tests" / "notebooks" / "words.txt").read_text(encoding="utf-8").split()


def known(*more):
    """English, the names of those who are cited, and more words."""
    english = SpellChecker(distance=1)
    cited = " ".join(finding.citation for finding in toolkit.findings())
    english.word_frequency.load_words([*WORD.findall(cited), *more])
    return english


@pytest.fixture(scope="module")
def dictionary():
    return known(*OURS)


def text(path):
    """What is read in a notebook, a page or a lesson's file of words."""
    if path.suffix == ".ipynb":
        cells = nbformat.read(path, as_version=4).cells
        return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    whole = path.read_text(encoding="utf-8")
    return "\n".join(strings(tomllib.loads(whole))) if path.suffix == ".toml" else whole


def strings(said):
    """Every text in a file of words, and the options and replies that are its keys."""
    if isinstance(said, dict):
        return [line for key, value in said.items() if key not in UNREAD for line in (key, *strings(value))]
    if isinstance(said, list):
        return [line for value in said for line in strings(value)]
    return [said] if isinstance(said, str) else []


def misspelt(dictionary, text):
    """Words that nobody knows. Acronyms (CAMS) and the rest of a name after a capital within (McHugh) are left out."""
    words = {re.sub("['’]s$", "", word) for word in WORD.findall(NOT_PROSE.sub(" ", text))}
    return dictionary.unknown(word for word in words if len(word) > 2 and word[1:].islower())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_spelling(dictionary, path):
    assert misspelt(dictionary, text(path)) == set()


def test_a_slip_is_found(dictionary):
    assert misspelt(dictionary, "A medecine, not `medecine`; the CAMS trial's remission; *Therpay*.") == {
        "medecine",
        "therpay",
    }


@pytest.mark.slow
def test_no_word_is_listed_in_vain():
    read = {re.sub("['’]s$", "", word).lower() for path in TEXTS for word in WORD.findall(text(path))}
    without = known()
    assert {word for word in OURS if word not in read or word in without} == set()
