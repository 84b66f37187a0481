"""What the run sheet of lesson 03 says, and what holds it."""

import toolkit
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import asked, holds, missions, points_are_presets
from tests.meaning.quotes.lesson_03 import CAMS, GAINS, SAD, at, fell, sums, the_young_are_watched, trial
from tests.meaning.quotes.reading import TWO
from tests.meaning.quoting import quotes, share, text, toy, why
from toolkit.model import BOTH, DUMMY, THERAPY, WAITING

LESSON = toolkit.lessons.lesson(3)


def one_ruler_is_kind_to_each():
    """There is a goal at which both is more than gains added, one at which it is fewer, and one at which most people reach it."""
    easy, hard = at(yardstick=30), at(yardstick=80)
    return easy.beyond(GAINS) < 0 < hard.beyond(GAINS) and easy.people(BOTH) > 90 > 60 > hard.people(BOTH)


QUOTES = [
    *quotes(
        "03 sheet",
        (
            '"More than the sum" needs a ruler and a fourth group. Ask for both. | goal | 20 | Everybody has worked out one '
            "sum by hand, and met somebody whose sum is another one and just as right. | 45 | People can add by two rulers, "
            "turn a verdict round by the goal alone, and say which group is missing. | 90 | People can say which trials could "
            "have shown an interaction at all, and why most were too small for it.",
            holds(lambda: len(set(sums(24, 55, 60))) == 3),
            holds(lambda: at(yardstick=80).beyond(GAINS) > 2 > -2 > at(yardstick=30).beyond(GAINS)),
            holds(lambda: LESSON.said_tasks[0]["right"] == "A group with neither treatment"),
            why("blanco2010_sad", "a real 2x2 test is possible", "Small arms"),
        ),
        (
            "20 | One trial, three rulers | A harder goal | 45 | One trial, three rulers | A harder goal | Three groups only | "
            "Door and speed | late | Door and speed | early | Turn it round |",
            points_are_presets(3),
        ),
        (
            "In which corner of the room do you stand: 91, 76, 85, or 115? One person from each corner writes the sum on the "
            "board. (Wait for all four; 115 gets a corner too.) | The picture as it opens | To the corner with the largest "
            "sum: how many of your 55 and of your 60 would have improved with the dummy pill? (Wait for: 24 of each. Then they "
            "may walk to another corner.) | One trial, three rulers | Who of you can show that the two other rulers are wrong? "
            "(Wait for: nobody.)",
            holds(lambda: list(asked(3).guesses.values()) == [*sums(24, 55, 60), 55 + 60] == [91, 76, 85, 115]),
            holds(lambda: [round(100 * part) for part in trial(CAMS).shares[:3]] == [24, 55, 60]),
            holds(
                lambda: [reply.split()[0] for reply in asked(3).replies.values()] == ["Right", "Right", "Right", "You"]
            ),
        ),
        (
            "A patient, an insurer and a headline writer each choose the goal. Who chooses which, and why? (Wait for: each the "
            "one that helps them.) | Usual strength | Do the mission A sum that is too large. What is in both leads? (Wait for: "
            "the visits.)",
            holds(one_ruler_is_kind_to_each),
            holds(lambda: missions(3)[1].name == "A sum that is too large"),
            holds(lambda: abs(fell(DUMMY) - fell(WAITING) + at(neither=WAITING).together_minus_sum) < 1e-9),
        ),
        (
            "“Less than the sum, so one of the two is too much?” No. In the opening picture, more people improved with both "
            "than with either alone. Nobody gives up a treatment because of a ruler; what to keep is a talk with the prescriber "
            "and the therapist. | Somebody may hear that both is always better. In social anxiety one trial did not show it: {} "
            "of 100 with both, {} with group therapy. Choosing one is a choice, too. | If somebody feels worse since starting a "
            "medication, above all if young, help them ring the prescriber today. They should not stop alone. At thoughts of "
            "suicide, stay with them and ring the local number on the board.",
            share(SAD, "group CBT + fluoxetine"),
            share(SAD, "group CBT"),
            why(SAD, "gave nothing extra", against=True),
            toy(
                TWO,
                OPENING,
                lambda s: s.result.beyond(GAINS) < 0 and s.result.people(BOTH) > s.result.people(THERAPY) + 10,
            ),
            the_young_are_watched,
            holds(lambda: "Do not stop alone" in text("03") and "speak to the prescriber at once" in text("03")),
        ),
        (
            "A hundred paper clips on each of four tables: 24 improve anyway. Corner by corner, the room moves clips to the "
            "table for both: first by gains, then by those who are left. Leave both piles lying there, and look at the "
            "difference: whose clips are they?",
            holds(lambda: round(100 * trial(CAMS).shares[0]) == 24 and len(trial(CAMS).shares) == 4),
            holds(lambda: sums(24, 55, 60)[0] - sums(24, 55, 60)[1] == round((55 - 24) * (60 - 24) / (100 - 24)) == 15),
        ),
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
    ),
]
