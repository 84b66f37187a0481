"""What lesson 09's run sheet says to a trainer, and what holds it."""

import numpy as np

from tests.meaning.quotes.grounds import claim, holds, in_many_lessons, is_reached, missions, points_are_presets, spoken
from tests.meaning.quotes.lesson_09 import VAN_DIS, WHITE, all_chosen, at, here, later
from tests.meaning.quotes.lesson_09_words import falling, insightful, most_stays, pinned_both_ways
from tests.meaning.quoting import quotes, share, text, why
from toolkit.model import Exposure

QUOTES = [
    *quotes(
        "09 sheet",
        (
            "Unlearning is new learning on top of the old, and most of it lasts. | goal | 20 | Everybody asks of a "
            "result: on which day was that measured, and where?",
            holds(most_stays),
            holds(lambda: "Ask every result: when was it measured?" in text("09 words")),
            holds(lambda: at(after=0).now < at().now < at(where="room").now),
        ),
        (
            "People have made two opposite rankings of therapies, and can say which numbers were guesses",
            holds(lambda: pinned_both_ways(teaches=(1.6, 0.6)) and all_chosen()),
        ),
        (
            "points | 20 | Twelve weeks, one year | Monthly boosters | 45 | Twelve weeks, one year | Monthly boosters "
            "| Who ends when | late | Monthly boosters | early | Another room",
            points_are_presets(9, late_in_short=True),
            holds(lambda: "Another room" in [each.name for each in missions(9) if each.core]),
        ),
        (
            "Twelve weeks, one year | up, from {} to {}. And the slow memory, which expects {}. | Monthly boosters | "
            "the solid line for a while, the slow memory for good: it expects {} now",
            here(lambda learning: learning.first),
            later(),
            here(lambda learning: learning.slow[-1]),
            here(lambda learning: learning.slow[-1], boosters=9),
        ),
        (
            "those who are well end, and are no longer counted. Of those who end after one session {} of 100 are well "
            "enough, after twelve {}",
            here(lambda learning: learning.end(1)),
            here(lambda learning: learning.end(12)),
            holds(falling),
        ),
        (
            "Think of something that many people are afraid of: a dog, a lift, an exam. Where would a little of that "
            "fear come back? (Wait for places and moments. Nobody tells their own.)",
            holds(lambda: at(where="room").now > at().now > at().first),
            why("vervliet2013_extinction", "with time, in another place"),
        ),
        (
            "Twelve weeks, one year | You sell this therapy. On which day do you measure? And your competitor, who "
            "wants to make it look bad? (Wait for: the day after the last session; a year later.)",
            holds(lambda: is_reached(9, "Sell it", after=0) and not is_reached(9, "Sell it")),
            holds(lambda: at().now >= max(at(after=week).now for week in (0, 1, 4, 26))),
        ),
        (
            "Press Controls. Half of the room makes insight win, half makes it lose, in one minute. Who is right? "
            "(Wait for: all of these numbers are guesses.)",
            holds(lambda: insightful(52, teaches=1.6).ahead > 5 and insightful(52, teaches=0.6).ahead < -5),
            spoken(9, "the numbers are guesses", show="kinds", kind="psychodynamic"),
        ),
        (
            "Somebody here may be in therapy for a fear now. Say before the first curve: in trials most people kept "
            "what they gained, and the model is set to agree",
            why(VAN_DIS, "Of those who got well, 0 to 14 % relapsed"),
            holds(
                lambda: (
                    "How much fear returns is chosen, so that most of what was won stays, as in trials" in text("09")
                )
            ),
        ),
        (
            "Do not ask anybody to tell a trauma. If somebody begins, thank them, pause, and offer to talk after the "
            "session",
            holds(lambda: "Nobody tells their own" in text("09 sheet")),
        ),
        (
            "“So calming medication is bad.” The trial was about one class of calming drugs in one illness. Stopping "
            "such a medication suddenly can be dangerous; whoever takes one talks to the prescriber first",
            why("marks1993_alprazolam", "Benzodiazepine, not an antidepressant", "panic with agoraphobia"),
            holds(
                lambda: "Stopping a calming drug suddenly can be dangerous, so nobody should do it alone" in text("11")
            ),
            in_many_lessons("talk to the person who prescribed it", 15),
        ),
        (
            "If a therapist in the room feels judged: the kinds have invented numbers, to show how differences would "
            "look. Show where the picture says so",
            holds(all_chosen),
            spoken(9, "No study that we read measured how much a session of it teaches", show="kinds", kind="DBT"),
            holds(lambda: claim("C11")["verdict"] == "qualified"),
        ),
        (
            "Now practise it the other way round, ten times. Stand up, sit down, tell your neighbour about your "
            "breakfast, and fold your arms without thinking. Which way came? The old way was never deleted",
            holds(lambda: float(Exposure().expectations(12)[0]) < 0.001 < float(Exposure().expectations(12)[1])),
            holds(lambda: np.allclose(Exposure().fear(12, 400), Exposure().expectations(12)[1])),
        ),
        (
            "vandis2020_followup | says | Of 100 people who had got well in CBT for anxiety, between {} and {} fell "
            "ill again within 3 to 12 months; the others stayed well. | who | van Dis 2020",
            share(VAN_DIS, "lowest"),
            share(VAN_DIS, "highest"),
            why(VAN_DIS, "CBT for anxiety", "Of those who got well", "within 3 to 12 months"),
        ),
        (
            "white2013_panic_maintenance_cbt | says | Of 100 people whose panic had got better, {} fell ill again "
            "without further sessions, and {} with nine monthly ones; the others stayed well. | who | White 2013",
            share(WHITE, "assessment only"),
            share(WHITE, "maintenance CBT"),
            why(WHITE, "panic patients who had responded", "nine monthly"),
        ),
        (
            "If people end once they are well, those who go on look worse, although every session helps",
            holds(lambda: at().end(12) < at().end(1) - 20 and (np.diff(at().if_all_stay) > 0).all()),
        ),
        (
            "In another room, or after a fright, more of it is felt",
            holds(lambda: min(at(where="room").now, at(where="fright").now) > at().now + 5),
        ),
        (
            "Somebody ends after one session. Why may that be good news? (Wait for: most of them are well enough.)",
            why("barkham2006_gel", "from 88% after one to 62% after twelve"),
        ),
        (
            "why most of what was won stays, what later sessions did in a trial, and why the line of those who end "
            "falls",
            holds(lambda: at().end(12) < at().end(1)),
            why(WHITE, "nine monthly booster sessions cut relapse"),
        ),
        (
            "Fear is lowest on the day after a session. A year later some of it is back, and most of what was won is "
            "still there",
            holds(lambda: at().first < at().now - 10 and 100 - at().now > 0.8 * (100 - at().first)),
        ),
        (
            "More sessions in the first room do not mend that here",
            holds(lambda: at(where="room", sessions=20).now > at(sessions=20).now + 10),
        ),
    ),
]
