"""Every claim of the two documents in our words: where to move it, what speaks for and against it, and a verdict."""

import pathlib

from IPython.display import Markdown

from toolkit.evidence import finding
from toolkit.lessons import ALL
from toolkit.lessons.index import linked, table
from toolkit.lessons.words import read_words

SIGNS = {"▲": "for", "▼": "against"}


def said():
    """The file of words as it stands."""
    return read_words(pathlib.Path(__file__).with_suffix(".toml"))


def claims():
    """All claims, each with its verdict, why, the studies for and against, and its lessons."""
    return Markdown("\n\n".join(map(claim_words, said()["claims"])))


def claim_words(claim):
    """One claim as a paragraph and a line of sources; the dash says that no lesson has it yet."""
    place = claim["id"].removeprefix("C")
    lessons = ", ".join(lessons_of(claim["id"])) or "–"
    return (
        f"**{place} · {claim['says']}** *{claim['verdict']}*\n\n{' '.join(claim['because'].split())}\n\n"
        f"{studies(claim)} · Move it in: {lessons}"
    )


def studies(claim):
    """The studies that stand beside a claim: ▲ for this claim, ▼ against it."""
    sides = [
        f"{sign} {', '.join(finding(id).short for id in claim[side])}" for sign, side in SIGNS.items() if claim[side]
    ]
    return " · ".join(sides) or "No study"


def lessons_of(claim):
    """Links to the lessons that show a claim."""
    return [linked(one.number) for one in ALL if claim in one.claims]


def verdicts():
    """What the verdicts mean, and how many claims have each."""
    counts = [claim["verdict"] for claim in said()["claims"]]
    return table(
        ["verdict", "means", "claims"],
        [(f"*{name}*", words, counts.count(name)) for name, words in said()["verdicts"].items()],
    )


def sources():
    """Citations of all studies on the page, each once, in the order in which they come."""
    ids = dict.fromkeys(id for claim in said()["claims"] for side in SIGNS.values() for id in claim[side])
    return [finding(id).citation for id in ids]
