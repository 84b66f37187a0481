"""Sentences that keep a reader safe are never turned round, wherever they stand: lessons, their words, sheets, handouts, README.

By hand it was seen to fail on: "without" made "with" in the line under every run sheet; "never stop" made "stop"; "lowered slowly"
made "lowered quickly"; "talk to" made "wait for" in a lesson's first lines.
"""

import json
import re
import tomllib
from pathlib import Path

import pytest

import toolkit
from tests.meaning.test_plain import strings
from tests.notebooks.refresh import notebooks

ROOT = Path(toolkit.__file__).parents[1]
NOT = r"\b(?:not|never|nobody|none|no one|nothing)\b"
STOPPING = r"\b(?:stop(?:s|ping|ped)?|chang(?:e|es|ing)|com(?:e|ing) off|lower(?:s|ed)?|reduc(?:e|es|ed))\b"
RULES = {
    "nobody stops without the prescriber": (
        r"\bstops? or changes?\b.*\bwith(?:out)? the (?:person|prescriber)",
        rf"{NOT}.*without the",
    ),
    "nobody stops alone": (
        r"\bstops? (?:or changes? )?(?:a medication |it |them )?(?:alone|on your own|on their own|by yourself)",
        NOT,
    ),
    "what is decided is decided together": (
        r"\bdecided\b.*\bprescribed it\b",
        r"\bdecided (?:together )?with the person\b",
    ),
    "calming drugs are lowered slowly": (
        rf"\bcalm\w*\b.*{STOPPING}.*\b(?:slowly|quickly|fast|suddenly)",
        r"slowly|(?:suddenly|quickly|fast).*\bdangerous\b",
    ),
    "stopping suddenly is dangerous": (r"\bstopping\b.*\bsuddenly\b", r"\bdangerous\b|\bdo not\b|\bnever\b"),
    "nobody is too ill for therapy": (r"\btoo ill\b.*\btherapy\b", rf"{NOT}|\bno group\b|\bhad been\b|\?"),
}
"""{what: (what such a sentence has, what it must then say)}."""


def sentences(texts):
    """Sentences of some texts, without markup."""
    for text in texts:
        plain = re.sub(r"[*_]+|\[(.*?)\]\(.*?\)", r"\1", " ".join(text.split()))
        yield from re.split(r"(?<=[.?!])[\"”)]* ", plain)


def turned(texts):
    """Sentences that break a rule, with its name."""
    return [
        f"{name}: {sentence}"
        for sentence in sentences(texts)
        for name, (about, says) in RULES.items()
        if re.search(about, sentence, re.IGNORECASE) and not re.search(says, sentence, re.IGNORECASE)
    ]


def read():
    """{place: its texts} of everything that people read."""
    found = {}
    for path in notebooks():
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        found[str(path.relative_to(ROOT))] = [
            "".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"
        ]
    for path in sorted(ROOT.glob("toolkit/lessons/**/*.toml")):
        found[str(path.relative_to(ROOT))] = strings(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in [ROOT / "README.md", *sorted(ROOT.glob("notebooks/trainers/**/*.md"))]:
        found[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8").split("\n\n")
    return found


def test_no_sentence_that_keeps_somebody_safe_is_turned_round():
    assert {place: wrong for place, texts in read().items() if (wrong := turned(texts))} == {}


FIRST_LINES = re.compile(
    r"It speaks about groups, never about one person(?:\.|, and it will not tell you what to choose\.) "
    r"Please do not (?:start, )?stop or change a medication on your own; talk to the person who prescribed it\. "
    r"If you need help now: your local emergency number, or "
)


def test_every_lesson_begins_with_them():
    texts = read()
    first = {
        lesson.slug: " ".join(texts[f"notebooks/{lesson.slug}.ipynb"][0].split()) for lesson in toolkit.lessons.ALL
    }
    assert [slug for slug, text in first.items() if not FIRST_LINES.search(text)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody should stop or change a medication with the person who prescribed it.",
        "Stop or change a medication without the person who prescribed it.",
        "Please stop on your own.",
        "Whether to stop is decided without the person who prescribed it.",
        "Medications that calm are reduced quickly.",
        "Stopping a calming drug suddenly can be pleasant.",
        "Some people are too ill for therapy.",
    ],
)
def test_a_turned_sentence_is_seen(sentence):
    assert turned([sentence])
