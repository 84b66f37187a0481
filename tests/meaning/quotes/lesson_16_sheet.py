"""What lesson 16's run sheet says beside its points, and what holds it."""

import numpy as np

from tests.meaning.quotes.activities import seven_of_ten_heads
from tests.meaning.quotes.grounds import also, goal_of, holds, points_are_presets
from tests.meaning.quotes.lesson_16 import ALARMS, BENEFIT, WINNERS, designed, trial, truth
from tests.meaning.quoting import quotes, why
from toolkit.model import BOTH

HOME = "Honest uncertainty is the best part of a plan: say beforehand what you would believe if you found nothing"


QUOTES = [
    *quotes(
        "16 sheet",
        (HOME, also("16", HOME, "and what you would believe if it found nothing")),
        (
            "Everybody has seen an honest trial miss a benefit that is there, and honest labs report far too much",
            goal_of(16, 2, "tell a missed benefit, a false alarm and an exaggeration apart"),
            BENEFIT,
            WINNERS,
        ),
        (
            "Pairs have designed a trial, said what it costs, and written three sentences on what it cannot tell",
            also("16", "three sentences on what your first trial cannot tell", "and what it costs, in sessions"),
            goal_of(16, 1, "design a trial: who is compared with whom, how many, what is counted, and when"),
        ),
        (
            "20 | Sixty in each group | Only the winners are heard | 45 | Sixty in each group | The same sixty, four groups | "
            "Only the winners are heard | Nothing to find | late | Nothing to find | early | Large enough",
            points_are_presets(16),
        ),
        (
            "wait | Sixty in each group | about 38 of 100",
            designed(lambda one: round(100 * one.significant.mean()) == 38),
        ),
        (
            "Sixty in each group | Call out a number, and I type it at People number. Who finds it? (Wait for about four in "
            "ten.) And you who did not: what would you print",
            BENEFIT,
            holds(lambda: trial(seed=2).drawn[BOTH].tolist() != trial(seed=3).drawn[BOTH].tolist()),
        ),
        (
            "Only the winners are heard | Who has lied here? (Wait for: nobody.) What would have to be printed? (Wait for: all "
            "of them.)",
            also("16 words", "Nobody has lied. Each lab ran an honest trial"),
            designed(lambda one: np.isclose(one.again[0].mean(), truth(one), atol=0.3), size=20),
        ),
        (
            "Do not let it end in “then nothing can be known”. A benefit can be shown with a hundred or two in each group, and "
            "that is what people need",
            designed(lambda one: 100 < one.needed < 250),
        ),
        (
            "“So my treatment is only publication bias?” No. All 21 antidepressants did better than a dummy pill on average. How "
            "much better is what bias blurs, and nobody stops anything because of it",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
            why(
                "hollon2015_editorial",
                "correcting for publication bias lowered estimated drug effects by about a third",
            ),
            also("16", "stop or change a medication on your own; talk to the person who prescribed it"),
        ),
        (
            "“I was in the placebo group.” Thank them. Without people like them nobody would know anything",
            why("furukawa2017_cbt_severity", "Useful honest number", "much less than CBT vs waiting list"),
            why("blanco2010_sad", "placebo arm, so a real 2x2 test is possible"),
        ),
        (
            "Everybody flips a coin ten times and reports only if heads came seven times or more. Write those on the board, and "
            "ask the board what a coin does",
            holds(seven_of_ten_heads),
        ),
        ("finds the benefit about four times in ten. The others are as honest", BENEFIT),
        (
            "Synergy is a smaller difference, asked of four groups: that is why it takes tens of thousands",
            designed(lambda one: truth(one) < 1 and len(one.weights) == 4 and one.needed > 20_000, compare="four"),
        ),
        ("about 5 of 100. They are false alarms", ALARMS),
    ),
]
