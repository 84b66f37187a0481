"""What lesson 06's run sheet and handout say, and what holds it."""

from tests.meaning.quotes.lesson_02 import holds
from tests.meaning.quotes.lesson_06 import MISSED, USED, WITHOUT, at, sight
from tests.meaning.quoting import effect, quotes, told, why

QUOTES = [
    *quotes(
        "06 sheet",
        (
            "In the window people learned {} of 100 things, with a dummy pill {}. Four weeks after "
            "the last tablet it was {}",
            USED,
            WITHOUT,
            MISSED,
        ),
        (
            "Fourteen things more are worth less than 1 point of the score here",
            holds(lambda: at().more == 14 and 0 < at().extra < 1),
        ),
        (
            "Whoever comes later still learned as much as people without the medication",
            holds(lambda: at(start=16).taught[1] <= at(start=16).taught[0]),
        ),
        (
            "Mice lost a learned fear lastingly only with both, fluoxetine and training; neither alone did it",
            why("karpova2011", "only the combination", "neither alone did", against=False),
        ),
        (
            "In {} adults with a weak eye, training with fluoxetine did not show a difference from "
            "training with a "
            "dummy pill ({} worse; "
            "{} worse to {} better)",
            told("huttunen2018_amblyopia", r"(\d+) adults with"),
            effect("huttunen2018_amblyopia", "fluoxetine"),
            sight(1),
            sight(0, digits=3),
            why("huttunen2018_amblyopia", "added nothing over placebo", against=True),
        ),
        (
            "Which group would you look for in that trial first? (Wait for: the drug without "
            "therapy. It is not there.)",
            why("mitchell2023_mdma", "no arm with the drug and without the therapy"),
        ),
    ),
]
