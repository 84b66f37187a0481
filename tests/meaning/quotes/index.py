"""What the front page says of the lessons, of what is read in their pictures, and of itself; and what holds it."""

import re

import numpy as np

import toolkit
from tests.meaning.lived import LESSONS, NOTEBOOKS, notebook, prose
from tests.meaning.quotes.beside import lived, order, preset
from tests.meaning.quotes.grounds import YOUNG, button, holds, in_every_lesson
from tests.meaning.quoting import quotes
from toolkit.explore.page import script
from toolkit.explore.picture import ARMS, COLOURS, guess_line, pinned
from toolkit.lessons import claims, front, index, misses
from toolkit.lessons.cards import card


def means(*tags):
    """The page explains its tags in these words; a guess is dashed and what is pinned is grey."""

    def hold():
        page = script("ledger.js", "explorer.js")
        assert all(tag in page for tag in tags)
        line = guess_line([0, 1], [1, 1], (1, 1), hover="")[0]
        assert (line["name"], line["line"]["dash"]) == ("your guess", "dash")
        below = pinned({"data": [line], "layout": {}}, {"data": [line], "layout": {}})[0]
        assert below["line"]["color"] == COLOURS["pinned"]

    return hold


def trainers_have(*names):
    """Whether every lesson has such a file for trainers."""
    folder = NOTEBOOKS / "trainers"
    return all((folder / name.format(lesson.slug)).is_file() for lesson in LESSONS for name in names)


def everybody_gets_better():
    """Whether each of some people's four lives ends lower than it began."""
    lives = [lived(seed=seed) for seed in range(1, 8)]
    return all(scores[-1] < scores[0] for one in lives for scores in one.scores.values())


def opening_of(lesson):
    return notebook(lesson.slug).cells[0].source


def back_again():
    """Whether Reset brings the opening back, a people number the same people, and a code the whole setting."""
    first, second = front.LESSON.explorer(), front.LESSON.explorer()
    first.set(seed=9, week=30, therapy=0.5)
    second.load(first.code)
    assert second.values == first.values != front.LESSON.opening
    first.reset()
    assert np.array_equal(lived(seed=9).course.symptoms, lived(seed=9).course.symptoms)
    return first.values == front.LESSON.opening and not np.array_equal(
        lived(seed=9).course.symptoms, lived(seed=8).course.symptoms
    )


def ways_take_as_long():
    """Whether the ways by time take about the time that they are called by, and go through all lessons in their order."""
    routes = index.said()["routes"]
    called = [(int(route["name"].split()[0]), index.minutes(route)) for route in routes if "minutes" in route["name"]]
    weeks = [stop["lesson"] for route in routes if "weeks" in route["name"] for stop in route["stops"]]
    return weeks == [*range(1, 17)] and all(0.75 * said <= found <= 1.1 * said for said, found in called)


def arms_differ():
    """Whether each way of treatment has a colour, a line and a mark that no other has, and lessons draw it so."""
    looks = [(style.colour, style.dash, style.symbol) for style in ARMS.values()]
    assert all(len(set(one)) == len(ARMS) for one in zip(*looks, strict=True))
    drawn = {
        trace["name"]: trace["line"]["dash"]
        for trace in front.chart(lived())["data"]
        if "dash" in trace.get("line", {})
    }
    return all(drawn[name] == ARMS[name].dash for name in drawn if name in ARMS) and len(set(drawn) & set(ARMS)) == 4


def ledger_has_tags():
    """Whether the ledger lists numbers with one of three tags."""
    entries = front.LESSON.explorer().ledger()
    return {entry.tag for entry in entries} <= {"published", "fitted", "teaching"} and len(entries) > 5


def both_sides_are_shown():
    """Whether every lesson's table of studies has some for and some against its claim."""
    return all("| ▲ |" in prose(lesson.slug) and "| ▼ |" in prose(lesson.slug) for lesson in LESSONS)


def code_is_never_needed():
    """Whether a task that wants code may be left out."""
    return all(task.get("optional") for lesson in LESSONS for task in lesson.said_tasks if task["kind"] == "code")


def own_code(name):
    return (NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8")


QUOTES = [
    *quotes(
        "index",
        (
            "How medication and psychotherapy work together Lessons to play with: guess first, then move a slider, then see what "
            "studies found, for and against",
            holds(
                lambda: all(
                    prose(lesson.slug).index("## Predict")
                    < prose(lesson.slug).index("## Play")
                    < prose(lesson.slug).index("## What studies found")
                    for lesson in LESSONS
                )
            ),
            holds(both_sides_are_shown),
        ),
        (
            "One year, lived four times Does it stand still? Press Run this lesson in the toolbar (elsewhere: Run ▸ Run All "
            "Cells). Where cells still show [] after a minute, Kernel ▸ Restart Kernel, then press it again",
            button,
            in_every_lesson("Where cells still show [] after a minute, Kernel ▸ Restart Kernel, then press it again"),
            holds(lambda: len(front.LIVES) == 4 and front.WEEKS == 52),
        ),
        (
            "Each line is the same person's year, once with each treatment (lower is better). Drag Live the year up to week, or "
            "press its play button. Reset always brings you back",
            holds(lambda: lived().course.symptoms.shape == (53, 4, 1)),
            holds(lambda: "Live the year up to week" in [each.label for each in front.LESSON.controls()]),
            holds(lambda: '"Play"' in script("controls.js") and 'button("Reset"' in script("explorer.js")),
            holds(back_again),
        ),
        (
            "Would the order of the lines be the same for somebody else? And why does everybody's line go down",
            holds(lambda: sorted(preset("Somebody else").now, key=preset("Somebody else").now.get) != order()),
            holds(everybody_gets_better),
        ),
        (
            "This is a teaching toy. It cannot tell what will help you or anybody you know, and it gives no advice. It leaves "
            "out far more than it shows",
            in_every_lesson(
                "This is a teaching toy, not advice. It speaks about groups, never about one person",
                "## Where this breaks",
            ),
        ),
        (
            "If you take a medication, please do not stop or change it without the person who prescribed it. Staying on is a "
            "choice too. If you feel worse after starting or changing one, above all if you are young, tell that person at once. "
            "If you are in therapy, your therapist is the one to ask",
            in_every_lesson("stop or change a medication on your own; talk to the person who prescribed it"),
            YOUNG[0],
        ),
        (
            "If you need help now, call your local emergency number. [findahelpline.com](https://findahelpline.com) lists "
            "helplines by country",
            in_every_lesson(
                "your local emergency number, or [findahelpline.com](https://findahelpline.com), which lists helplines by country"
            ),
        ),
        (
            "New here? Take [01](01_fast_and_lasting.ipynb), about what helps soon and what stays, or "
            "[08](08_finding_the_right_medication.ipynb), in which you try to find the right medication. You need no programming. "
            "Twenty minutes will do",
            holds(lambda: toolkit.lessons.lesson(1).title == "Fast and lasting"),
            holds(lambda: toolkit.lessons.lesson(8).title == "Finding the right medication"),
            holds(lambda: {lesson.core for lesson in LESSONS} == {20}),
            holds(code_is_never_needed),
        ),
        (
            "Go through the lessons in their order, alone or with others; each uses words that came before. The tables below "
            "tell how long that takes",
            holds(ways_take_as_long),
        ),
        (
            "I teach. Every lesson has a run sheet to read aloud and a handout to print: [for trainers](trainers/README.md). The "
            "[presenter's page](trainers/presenter.ipynb) shows one point after the other on a projector",
            holds(lambda: trainers_have("{}.md", "handouts/{}.html", "README.md", "presenter.ipynb")),
        ),
        (
            "Mara is 34 and drives a city bus. We invented her. Each lesson opens with a question that crosses her way, and they "
            "do not follow her life in its order. She is no case to be solved, and nobody tells her what to do",
            holds(lambda: all("Mara" in opening_of(lesson) for lesson in LESSONS)),
            holds(
                lambda: sum("Mara, 34, drives a city bus (we invented her)" in opening_of(one) for one in LESSONS) >= 15
            ),
            holds(lambda: not any(re.search(r"\b(?:should|must)\b", opening_of(lesson)) for lesson in LESSONS)),
        ),
        (
            "All other people in the pictures are invented as well, often a thousand at a time. What studies found is real, and "
            "you can look up where it comes from",
            holds(lambda: sum(lesson.opening.get("people") == 1000 for lesson in LESSONS) >= 5),
            holds(lambda: all(found.citation for found in toolkit.findings())),
        ),
        (
            "The small pictures are cut from the lessons' own, without names or numbers. What they mean is for you to find out",
            holds(lambda: not any("<text" in card(lesson) for lesson in LESSONS)),
        ),
        ("By time Each way can be walked alone or with a group", holds(ways_take_as_long)),
        (
            "We took their ideas seriously, one by one: [thirty claims, and what speaks for and against each](claims.ipynb). We "
            "did the same to ourselves: [what this model gets wrong](what_the_model_gets_wrong.ipynb)",
            holds(lambda: len(claims.said()["claims"]) == 30),
            holds(
                lambda: (
                    (NOTEBOOKS / "claims.ipynb").is_file() and "misses.count()" in own_code("what_the_model_gets_wrong")
                )
            ),
            holds(lambda: sum(row["verdict"] == "outside" for _, row in misses.board()) > 20),
        ),
        (
            "published: read in a study, with its source. fitted: set so that the model meets a study. teaching: chosen, by us, "
            "for this model",
            means(
                "published = read in a study",
                "fitted = set so that the model meets a study",
                "teaching = chosen for this model",
            ),
        ),
        ("▲ speaks for a claim, ▼ against it. Both are always shown", holds(both_sides_are_shown)),
        (
            "The same colour, line and mark always mean the same: waiting list, dummy pill with visits, medication, therapy, both",
            holds(arms_differ),
        ),
        ("A dashed line is your guess. Grey is what you have pinned", means()),
        (
            "The sentence under a picture says what it shows, in words and numbers. Where the numbers come from lists every "
            "number with its tag",
            holds(lambda: front.LESSON.explorer().sentence == front.sentence(front.run(**front.LESSON.opening))),
            holds(lambda: 'folded("Where the numbers come from"' in script("ledger.js")),
            holds(ledger_has_tags),
        ),
        (
            "The same people number always brings back the same toy people with the same luck; a code brings back the whole "
            "setting",
            holds(back_again),
        ),
    ),
]
