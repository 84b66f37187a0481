"""The front page: the lessons with a picture each, by idea and by time."""

import pathlib

from IPython.display import Markdown

from toolkit.lessons import ALL, front, lesson
from toolkit.lessons.cards import card
from toolkit.lessons.words import read_words


def said():
    """The file of words as it stands."""
    return read_words(pathlib.Path(__file__).with_suffix(".toml"))


def picture():
    """The explorer of one invented person's year, lived four times; drawn before it is run, too."""
    explorer = front.LESSON.explorer()
    explorer.drawn_before_run = True
    return explorer


def table(heads, rows):
    """A table as a notebook shows it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return Markdown("\n".join(f"| {' | '.join(map(str, line))} |" for line in lines))


def linked(number, words=None):
    """A lesson as a link, by its number."""
    one = lesson(number)
    return f"[{words or f'{number:02d} {one.title}'}]({one.slug}.ipynb)"


def lessons():
    """All lessons: picture, number, title, question, minutes."""
    rows = [
        (card(one), f"{one.number:02d}", linked(one.number, one.title), one.hook, f"{one.core} · {one.minutes}")
        for one in ALL
    ]
    return table(["", "", "lesson", "the question", "minutes: core · everything"], rows)


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
