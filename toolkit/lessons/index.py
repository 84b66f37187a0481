"""The front door: the lessons by idea and by time, and every claim with its lesson and what studies say of it."""

import pathlib

from IPython.display import Markdown

from toolkit.evidence import finding
from toolkit.lessons import ALL, lesson
from toolkit.lessons.words import read_words


def said():
    """The file of words as it stands."""
    return read_words(pathlib.Path(__file__).with_suffix(".toml"))


def table(heads, rows):
    """A table as a notebook shows it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return Markdown("\n".join(f"| {' | '.join(map(str, line))} |" for line in lines))


def linked(number, words=None):
    """A lesson as a link, by its number."""
    one = lesson(number)
    return f"[{words or f'{number:02d} {one.title}'}]({one.slug}.ipynb)"


def lessons():
    """All lessons: number, title, surprise, minutes."""
    rows = [
        (f"{one.number:02d}", linked(one.number, one.title), one.hook, f"{one.core} · {one.minutes}") for one in ALL
    ]
    return table(["", "lesson", "the surprise", "minutes: core · everything"], rows)


def ideas():
    """The lessons by the question they ask."""
    rows = [(idea["question"], ", ".join(map(linked, idea["lessons"]))) for idea in said()["ideas"]]
    return table(["you wonder", "lessons"], rows)


def routes():
    """Ways through the lessons by the time there is."""
    rows = [(route["name"], "; ".join(map(stop_words, route["stops"])), minutes(route)) for route in said()["routes"]]
    return table(["you have", "do this", "minutes"], rows)


def stop_words(stop):
    """One stop of a route in words."""
    return linked(stop["lesson"]) + ("" if stop["part"] == "all" else f" ({stop['part']})")


def minutes(route):
    """Minutes that a route takes: of each stop the core, or all."""
    stops = [(lesson(stop["lesson"]), stop["part"]) for stop in route["stops"]]
    return sum(one.minutes if part == "all" else one.core for one, part in stops)


def claims():
    """Every claim, the lesson that moves it, the verdict of the evidence and on what that stands."""
    rows = [
        (f"**{claim['says']}**", ", ".join(lessons_of(claim["id"])), f"*{claim['verdict']}*", because(claim))
        for claim in said()["claims"]
    ]
    return table(["the claim", "lesson", "verdict", "because"], rows)


def lessons_of(claim):
    """Links to the lessons that show a claim."""
    return [linked(one.number, f"{one.number:02d}") for one in ALL if claim in one.claims]


SIGNS = {"▲": "for", "▼": "against"}


def because(claim):
    """Why the verdict, with its sources: ▲ for this claim, ▼ against it."""
    sources = ", ".join(f"{sign} {finding(id).short}" for sign, side in SIGNS.items() for id in claim[side])
    return f"{claim['because']} ({sources or 'no finding'})"


def verdicts():
    """What the verdicts mean, and how many claims have each."""
    counts = [claim["verdict"] for claim in said()["claims"]]
    return table(
        ["verdict", "means", "claims"],
        [(f"*{name}*", words, counts.count(name)) for name, words in said()["verdicts"].items()],
    )
