"""What lesson 12's run sheet says of studies and of its model, and what holds it."""

import functools

from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import also, answer, figure, holds, points_are_presets
from tests.meaning.quotes.lesson_12 import (
    COBALT,
    KOCSIS,
    LESSON,
    NOT_ENOUGH,
    THIRD,
    at,
    few_near_the_average,
    filters_look_at,
    marker_mixes,
    shares,
)
from tests.meaning.quotes.lesson_12_words import (
    LOOKED_AT,
    both_has_what_suits,
    far_ahead_for_most,
    picked_by_chance,
    thirds_differ_more,
)
from tests.meaning.quotes.reading import TEN
from tests.meaning.quoting import quotes, share, toy, why
from toolkit.model import BOTH, CONDITIONS, MEDICATION, THERAPY

told = functools.partial(figure, 12)


def a_wrong_answer_costs_by_how_far_apart():
    """Where one treatment is far ahead, being wrong costs more points than where the two are level."""
    cost = [abs(one.gains[MEDICATION] - one.gains[THERAPY]).mean() for one in (at(), at(condition="ADHD"))]
    assert cost[1] > 2 * cost[0]


QUOTES = [
    *quotes(
        "12 sheet",
        ('Ask "for whom?". Then ask "how do you know?".', also("12", 'Ask "for whom?". Then ask "how do you know?".')),
        (
            "Everybody has looked for the average person among the marks, and has seen a discovery vanish in new people. | "
            "45 | People can work out what a marker gains, and tell who does well anyway from whom a treatment suits "
            "better. | 90 | People can take any claim that a group benefits most, and ask whether it held when it was "
            "looked at again.",
            few_near_the_average,
            picked_by_chance,
            answer(12, 2, 6.5, hinted=(8, 5, 6, 1.5)),
            answer(12, 3, "For both alike"),
            answer(12, 4, "say that it was replaced"),
        ),
        (
            "points | 20 | Look for the average person | A random third | 45 | Look for the average person | Hidden thirds | A "
            "random third | Medication was not enough | late | Medication was not enough | early | A marker worth having",
            points_are_presets(12),
        ),
        (
            "Look for the average person | {} of 100. | Hidden thirds | more than this one, which gains {} points: people "
            "differ so much here. | A random third | {} of 100 gain clearly more from therapy, and {} of the others. And "
            "no: it is luck.",
            told(lambda clinic: clinic.people(clinic.average_people)),
            told(lambda clinic: abs(clinic.lead), digits=1, pattern="thirds", marker=50),
            told(lambda clinic: clinic.people(clinic.better[THERAPY]), **LOOKED_AT),
            told(lambda clinic: clinic.people(clinic.better[THERAPY], clinic.others), **LOOKED_AT),
            thirds_differ_more,
            picked_by_chance,
        ),
        (
            "Medication was not enough | no. It gains them {} points on average.",
            told(lambda clinic: clinic.mean(MEDICATION), digits=1, who="after medication"),
            filters_look_at("severe"),
        ),
        (
            "How many of 100 people will be near the average for both treatments? Show fingers for tens. (Often five or six",
            toy(TEN, OPENING, lambda s: 25 < s.result.people(s.result.average_people) < 35),
        ),
        (
            "A marker is right in 70 of 100. Would you take it? What does a wrong answer cost, and whom? (Wait for: it "
            "depends on how different the two treatments are for somebody.)",
            holds(lambda: LESSON.opening["marker"] == 70),
            marker_mixes,
            a_wrong_answer_costs_by_how_far_apart,
        ),
        (
            "Both together gain {} points on average. Why might somebody want one treatment all the same? (Wait for time, "
            "money, side effects, wishes.)",
            told(lambda clinic: clinic.mean(BOTH), digits=1, pattern="thirds"),
            both_has_what_suits,
            also("12 words", "a second treatment takes time, money and side effects, and not everybody wants it"),
        ),
        (
            "We have just made a discovery about people over 60. Who wants to print it? And how could a reader know? (Wait "
            "for: test it in new people.)",
            picked_by_chance,
            also("12 words", "we pretend that they are over 60", "Then test your discovery in new people"),
        ),
        (
            "People hear their own diagnosis. Say first that these are labels with numbers of our choice, that no group of "
            "people is too ill for therapy, and that one of the labels contradicts a trial outright.",
            why("rauch2019_progress", "no difference between arms", against=True),
            holds(lambda: "a large trial did not show one (rauch2019_progress)" in CONDITIONS["PTSD"].caveat),
            why("driessen2010", "not weaker in more severe depression"),
            also(
                "12", "The diagnoses are labels with numbers of our choice. No group of people is too ill for therapy."
            ),
        ),
        (
            "“Medication was not enough for me, so nothing will be.” That is not what the picture shows: a treatment that "
            "was not enough does not decide what the next one does. Nobody is to blame for it, and nobody stops alone.",
            toy(TEN, NOT_ENOUGH, lambda s: s.result.added(s.result.picked) > 0.9 * s.result.added(s.result.others) > 1),
            also("12", "that is not your fault, and it does not say that the next one will not", "do not stop alone"),
        ),
        (
            "No study can say that about one person. One trial looked at it, afterwards. Staying on is a choice too, and the "
            "prescriber is the right person to ask.",
            why("nemeroff2003_trauma", "childhood trauma", "post hoc"),
            also(
                "12", "No study can say it about one person", "staying on it is a choice too", "speak to the prescriber"
            ),
        ),
        (
            "Everybody throws two dice: gain from medication, gain from therapy. Who is within one of the room's mean in "
            "both? Now all whose birthday is in spring step forward: do they gain more from therapy? Announce it as a "
            "discovery, throw again, and look.",
            few_near_the_average,
            holds(lambda: LESSON.opening["likeness"] == 0),
            picked_by_chance,
        ),
        (
            "Fewer than one in three people are near the green cross: the average is true of the group. | Where one "
            "treatment is far ahead, a marker can be right in 90 of 100 and still do worse than that treatment for "
            "everybody. | A random third looks like a discovery, until you look at new people.",
            few_near_the_average,
            far_ahead_for_most,
            toy(TEN, THIRD, lambda s: abs(s.result.apart) >= 10),
            picked_by_chance,
        ),
        (
            "Where antidepressants had not helped enough, symptoms halved in {} of 100 people with therapy added, and in "
            "{} of 100 with usual care.",
            *shares(COBALT, "CBT + usual care", "usual care", outcome="response"),
            why(COBALT, "had not responded to antidepressants", "BDI 50%"),
        ),
        (
            "In chronic depression, therapy added to well-tended medication did not show more people well; over all three "
            "groups it was {} of 100, in 12 weeks.",
            share(KOCSIS, "all three arms", "remission"),
            why(
                KOCSIS,
                "chronic depression",
                "no more remission than optimised medication",
                "RCT, 12 weeks",
                against=True,
            ),
        ),
    ),
]
