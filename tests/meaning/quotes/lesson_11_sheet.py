"""What lesson 11's run sheet says of studies and of its model, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_11 import (
    ANTLER,
    DRD,
    ELEVEN,
    also,
    both_meet_the_trial,
    fewer_and_fewer,
    nobody_compared,
    shows_no_doses,
    slope_never_half,
    slow_spares,
    small_then_large,
)
from tests.meaning.quoting import quotes, share, toy, why

the_page_says_so = also(
    "11",
    "do not stop or change a medication on your own",
    "Staying on is a choice too",
    "call that person the same day",
)
QUOTES = [
    *quotes(
        "11 sheet",
        ("nobody stops alone, staying on is a choice too, nothing here is a plan for a tablet", the_page_says_so),
        ("Both ideas say the same number", both_meet_the_trial),
        ("Wait for: it depends on the idea, and we do not know the idea", slow_spares, slope_never_half),
        (
            "everybody who fell ill on the way: 15 of 100 on the slope, 18 at the tipping point",
            toy(ELEVEN, "From the last step", lambda s: min(s.result.early.values()) > 5),
        ),
        ("I cannot say, and neither can this model: medications and people differ", shows_no_doses),
        (
            "It may have been either, and nobody can tell afterwards from here",
            why("geddes2003", "withdrawal effects may be counted as relapse"),
        ),
        ("Half of the cards find a chair at once; the other half look for a free one and mostly fail", fewer_and_fewer),
        ("Whoever feels worse calls the person who prescribed it, the same day", the_page_says_so),
        ("Equal steps of dose are no equal steps at the target", small_then_large),
        (
            "In the largest trial here {} of 100 who stopped stayed well for the year",
            share(ANTLER, "discontinuation", turned=True),
        ),
        ("In the model the last of eight takes most", toy(ELEVEN, OPENING, lambda s: 33 < s.result.largest < 34)),
        (
            "Under one idea a slow way spares people, under the other it only takes longer",
            slow_spares,
            slope_never_half,
        ),
        ("No study here compared slow with fast", nobody_compared),
        (
            "63 fell ill again within two years, and {} of 100 who stayed on; the others stayed well. A difference "
            "was not shown",
            share(DRD, "antidepressant alone"),
        ),
        (
            "{} of 100 people who stopped fell ill again within a year, and {} of 100 who stayed on",
            share(ANTLER, "discontinuation"),
            share(ANTLER, "maintenance"),
        ),
    ),
]
