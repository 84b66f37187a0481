"""What lesson 12's run sheet says of studies and of its model, and what holds it."""

from tests.meaning.lived import OPENING
from tests.meaning.quotes.lesson_02 import holds
from tests.meaning.quotes.lesson_12 import THIRD, at, shares
from tests.meaning.quotes.reading import TEN
from tests.meaning.quoting import quotes, share, toy, why

QUOTES = [
    *quotes(
        "12 sheet",
        (
            "symptoms halved in {} of 100 people with therapy added, and in {} of 100 with usual care",
            *shares("cobalt2013", "CBT + usual care", "usual care", outcome="response"),
        ),
        (
            "did not show more people well; over all three groups it was {} of 100, in 12 weeks",
            share("kocsis2009_revamp", "all three arms", "remission"),
            why("kocsis2009_revamp", "no more remission", "RCT, 12 weeks", against=True),
        ),
        (
            "How many of 100 people will be near the average for both treatments? Show fingers for tens. (Often five "
            "or six",
            toy(TEN, OPENING, lambda s: 25 < s.result.people(s.result.average_people) < 35),
        ),
        (
            "We have just made a discovery about people over 60. Who wants to print it",
            holds(lambda: abs(at(who="random", people=200, seed=2).apart) < 3),
        ),
        (
            "Both together gain 4.4 points on average. Why might somebody want one treatment all the same",
            holds(lambda: at(pattern="thirds").chosen(1.0) < at(pattern="thirds").mean("both")),
        ),
        (
            "these are labels with numbers of our choice, that no group of people is too ill for therapy, and that one of "
            "the labels contradicts a trial outright",
            why("rauch2019_progress", "no difference between arms", against=True),
            why("driessen2010", "not weaker in more severe depression"),
        ),
        (
            "One trial looked at it, afterwards. Staying on is a choice too",
            why("nemeroff2003_trauma", "post hoc"),
        ),
        (
            "Fewer than one in three people are near the green cross",
            toy(TEN, OPENING, lambda s: s.result.average_people.mean() < 1 / 3),
        ),
        (
            "a marker can be right in 90 of 100 and still do worse than that treatment for everybody",
            holds(lambda: at(condition="ADHD", marker=90).lead < -0.3),
        ),
        (
            "A random third looks like a discovery, until you look at new people",
            toy(TEN, THIRD, lambda s: abs(s.result.apart) >= 10),
        ),
    ),
]
