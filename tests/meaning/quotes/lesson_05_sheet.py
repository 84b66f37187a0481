"""What lesson 05's run sheet and handout say, and what holds it."""

from tests.meaning.quotes.lesson_02 import holds
from tests.meaning.quotes.lesson_05 import at, opened
from tests.meaning.quoting import effect, quotes, why
from toolkit.model import THERAPY

QUOTES = [
    *quotes(
        "05 sheet",
        (
            "therapy with medication did clearly better than therapy alone; in milder depression no "
            "difference was shown",
            why("thase1997", "no better than psychotherapy alone in milder", "clearly better in severe", against=False),
        ),
        (
            "therapy's lead was larger in more severe depression ({}) than in milder depression ({})",
            effect("driessen2010", "high"),
            effect("driessen2010", "low"),
            why("driessen2010", "outpatients", against=True),
        ),
        (
            "With its door on, its slope has the wrong sign",
            holds(lambda: at().effect("door", 34) < at().effect("door", 14)),
            why("driessen2010", "larger for high-severity"),
        ),
        (
            "for people in hospital or with a psychosis we read no trial of it",
            why("weitz2015", "says nothing about inpatients, psychotic"),
        ),
        (
            "The door opens most, with medication, for people with severe symptoms. They still learn least behind it",
            holds(lambda: opened(at(), 8) > opened(at(severity=14), 8) + 5 and at().rises < -10),
        ),
        (
            "Count points instead of things learned, and the same line turns round. No person has changed",
            holds(
                lambda: at().rises < -10 and at(counted="points").rises > 1 and at(counted="points").gains == at().gains
            ),
        ),
        (
            "do the mission Only the ruler. Who has got better? (Wait for: nobody",
            holds(lambda: at(counted="points").gains == at().gains),
        ),
        (
            "most of it comes while the sessions are running",
            holds(lambda: at().start == 0 and opened(at(), 1) < 2 < 4 < opened(at(), 2)),
        ),
        (
            "The door opens with a dummy pill as well, because time makes symptoms lighter",
            holds(lambda: at().open[THERAPY][28] > at().open[THERAPY][0] + 30),
        ),
    ),
]
