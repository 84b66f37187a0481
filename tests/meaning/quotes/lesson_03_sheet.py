"""What the run sheet of lesson 03 says, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import holds
from tests.meaning.quotes.lesson_03 import CAMS, GAINS, SAD, at, trial
from tests.meaning.quotes.reading import TWO
from tests.meaning.quoting import quotes, share, toy, why
from toolkit.model import BOTH, THERAPY, WAITING

QUOTES = [
    *quotes(
        "03 sheet",
        (
            "about four in five improved clearly with both, just over half with either alone, about a quarter with a dummy pill",
            why(CAMS, "helped about four in five, each alone just over half, placebo about a quarter"),
        ),
        (
            "about half improved clearly with both, with group therapy or with medication, and about a third with a dummy pill",
            holds(
                lambda: (
                    all(abs(share - 0.5) < 0.05 for share in trial(SAD).shares[1:])
                    and abs(trial(SAD).shares[0] - 0.33) < 0.02
                )
            ),
        ),
        (
            "In social anxiety one trial did not show it: {} of 100 with both, {} with group therapy",
            share(SAD, "group CBT + fluoxetine"),
            share(SAD, "group CBT"),
            why(SAD, "gave nothing extra", against=True),
        ),
        (
            "Points add up exactly, in every single person. People across a line need not: three rulers, three sums",
            toy(TWO, OPENING, lambda s: len({round(expected) for expected in s.result.sums.values()}) == 3),
        ),
        (
            "Only the goal is moved, and more than the sum becomes fewer. No score has changed",
            holds(lambda: at(yardstick=80).beyond(GAINS) > 2 > -2 > at(yardstick=30).beyond(GAINS)),
        ),
        (
            "Leads over people who wait hold the visits. Added, the visits are counted twice",
            holds(lambda: at(neither=WAITING).together_minus_sum < -3),
        ),
        (
            "more people improved with both than with either alone",
            toy(TWO, OPENING, lambda s: s.result.people(BOTH) > s.result.people(THERAPY) + 10),
        ),
    ),
]
