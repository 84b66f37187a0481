"""What run sheets have people do without a machine, and what they warn of, held by the toy or by counting."""

import itertools
import math
import re

from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import holds
from tests.meaning.quotes.reading import ELEVEN, SEVEN, responding
from tests.meaning.quoting import quotes, text, the_arm, toy, why
from toolkit.model import FOUR_PLANS


def goes_down(curve):
    return all(later <= earlier for earlier, later in itertools.pairwise(curve))


def lead(shown, week):
    """Of 100 people, how many more respond in a week with both at once than one after the other."""
    return responding(shown, "both from the start", week) - responding(shown, "medication first", week)


def sixty_is_short():
    """Sixty sessions for ten people are six each, fewer than half a course."""
    return 60 / 10 < 16 / 2


def fewer_sit_down():
    """A die is thrown until it brings enough: half need 3 to 6, half a 6. The share of those standing who sit down falls."""
    easy, hard, shares = 0.5, 0.5, []
    for _ in range(4):
        leave = easy * 4 / 6, hard / 6
        shares.append(sum(leave) / (easy + hard))
        easy, hard = easy - leave[0], hard - leave[1]
    return sorted(shares, reverse=True) == shares and shares[3] < 0.6 * shares[0]


def seven_of_ten_heads():
    """Seven or more heads of ten: about one in six, so that some in a room have them, and all who report are lucky."""
    return 0.1 < sum(math.comb(10, heads) for heads in range(7, 11)) / 2**10 < 0.25


QUOTES = [
    *quotes(
        "01 sheet",
        (
            "Four volunteers draw one line each (dummy pill with visits, medication, therapy, both)",
            holds(lambda: [*FOUR_PLANS] == ["dummy pill with visits", "medication", "therapy", "both"]),
        ),
    ),
    *quotes(
        "03 sheet",
        (
            "A hundred paper clips on each of four tables: 24 improve anyway",
            holds(lambda: re.search(r"\b24 (?:of 100|%)", text("03 words"))),
        ),
    ),
    *quotes(
        "05 sheet",
        (
            "no group of people is too ill for therapy. This door is a thought, and trials with outpatients did not see "
            "what it predicts",
            why("driessen2010", "not weaker in more severe depression", "outpatients", against=True),
        ),
    ),
    *quotes(
        "10 sheet",
        (
            "Twenty chairs with people on them are a group that got well. Read out weeks from a paper; one stands up at each "
            "relapse",
            toy(
                SEVEN,
                OPENING,
                lambda s: (
                    s.at("medication stopped (of 100 well)", 0) == 100
                    and goes_down(s.table["medication stopped (of 100 well)"])
                ),
            ),
        ),
        (
            "Numbers like three in four frighten. Say in the same breath how many stayed well: one in four after the stop",
            holds(lambda: 0.7 < the_arm("hollon2005", "medication withdrawn", "", None).value < 0.8),
        ),
    ),
    *quotes(
        "08 sheet",
        (
            "Half of the room gets well on 3 to 6, the other half only on a 6, and nobody knows which half they are in. Roll "
            "four rounds with the same die. Count, each time, how many of those still standing sit down",
            holds(fewer_sit_down),
        ),
    ),
    *quotes(
        "14 sheet",
        (
            "Sixty slips of paper are sixty sessions, ten people need help, a line on the floor is the year",
            holds(sixty_is_short),
        ),
        (
            "Starting with one needs about half the sessions. Those who were not better by week 12 pay for it, in weeks",
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 5 < lead(s, 12)),
        ),
    ),
    *quotes(
        "16 sheet",
        (
            "Everybody flips a coin ten times and reports only if heads came seven times or more",
            holds(seven_of_ten_heads),
        ),
    ),
]
