"""What lesson 05's run sheet and handout say, and what holds it."""

from tests.meaning.quotes.grounds import (
    also,
    answer,
    claims,
    holds,
    in_every_lesson,
    mission_is,
    missions,
    points_are_presets,
)
from tests.meaning.quotes.lesson_05 import MILD, NOT_WEAKER, SEVERE, at, kept, opened, scores, slopes
from tests.meaning.quotes.lesson_05_words import a_door_only_takes_away
from tests.meaning.quoting import effect, quotes, why
from toolkit.model import BOTH, THERAPY

TWO_QUESTIONS = holds(lambda: at().helped(34) > at().helped(14) and at().rises < -10)
TIME_OPENS_IT = holds(
    lambda: (
        at().open[THERAPY][28] > at().open[THERAPY][0] + 30
        and scores(at(), THERAPY)[28] < scores(at(), THERAPY)[0] - 20
    )
)

QUOTES = [
    *quotes(
        "05 sheet",
        (
            "A good story about how something works is a guess until it makes a prediction that "
            "could fail. | goal | 20 | Everybody has seen that who is helped most and who has "
            "learned most are two questions.",
            also(
                "05", "A good story about how something works is a guess until it makes a prediction that could fail."
            ),
            TWO_QUESTIONS,
        ),
        (
            "People can say what a door predicts, that trials in outpatients did not see it, and "
            "which ruler they read it on. | 90 | People have sketched the study that could show a "
            "door, and can say why one number at the end cannot.",
            NOT_WEAKER,
            answer(5, 5, "symptoms and learning measured every week", "", "scores compared at the end", ""),
            also("05 words", "One number at the end cannot tell a door from better keeping"),
        ),
        (
            "points | 20 | At the door | No door | 45 | At the door | Mild symptoms | Wait for the "
            "door | No door | late | Mild symptoms | early | Another key | wait |",
            points_are_presets(5),
            holds(lambda: "Another key" in {each.name for each in missions(5) if not each.core}),
        ),
        (
            "most of it comes while the sessions are running.",
            holds(lambda: at().start == 0 and opened(at(), 1) < 2 < 4 < opened(at(), 2)),
        ),
        (
            "| The picture as it opens | Mara asks whether she should wait until the tablets work. "
            "What would you need to know before you answer her? (Wait for: how she is, what she "
            "wants, what can start now.)",
            also("05", '"Is it better to wait until the tablets work?" she asks', "We can start with sleep"),
        ),
        (
            "Press Controls and do the mission Only the ruler. Who has got better? (Wait for: "
            "nobody. That is the point.)",
            mission_is(5, "Only the ruler", "Count on the right", core=True, reached={"counted": "points"}),
            holds(lambda: at(counted="points").gains == at().gains),
        ),
        (
            "| Wait for the door | Has medication opened the door further now, or has time? (Wait "
            "for: both, and the dummy pill shows what time does.)",
            holds(
                lambda: (
                    all(at(start=8).through[group] > at().through[group] + 20 for group in (BOTH, THERAPY))
                    and at(start=8).through[BOTH] > at(start=8).through[THERAPY] + 5
                )
            ),
        ),
        (
            "Mission Uphill: what is the most that a door can let through? (Wait for: all, and no "
            "more. Let the room give up together.)",
            mission_is(
                5, "Uphill", "Medication's own effect", "Therapy starts in week", "Door half shut at", core=True
            ),
            a_door_only_takes_away,
        ),
        (
            "Say before the first chart: no group of people is too ill for therapy. This door is a "
            "thought, and trials with outpatients did not see what it predicts.",
            claims("C6", "Nobody is too ill to be offered therapy", verdict="not tested"),
            NOT_WEAKER,
            slopes,
        ),
        (
            "“Then we should start with tablets in everybody who is very ill.” The model cannot say "
            "that. With its door on, its slope has the wrong sign; and for people in hospital or "
            "with a psychosis we read no trial of it.",
            slopes,
            why("driessen2010", "larger for high-severity"),
            why("weitz2015", "says nothing about inpatients, psychotic"),
        ),
        (
            "Somebody may say: I was too ill, and therapy did nothing for me. Thank them. It says "
            "nothing about them as a person; a session can begin with sleep, with getting up, with "
            "one small thing.",
            in_every_lesson("It speaks about groups, never about one person"),
            also("05", "with sleep, with getting up, with one small thing"),
        ),
        (
            "If somebody feels worse since starting a medication, help them ring the prescriber "
            "today. They should not stop alone.",
            also(
                "05",
                "If you feel worse after starting or changing a medication, above all if you are "
                "young, speak to the prescriber at once. Do not stop alone.",
            ),
        ),
        (
            "One person reads ten words aloud while the rest hum loudly, then ten others while they "
            "hum softly. Count the words kept: that is a door. Read the first ten again an hour "
            "later: that is keeping. What else but quiet would have helped?",
            holds(
                lambda: (
                    at(severity=14).learned[THERAPY][12] > at().learned[THERAPY][12] + 10
                    and kept(at(keeping=6.0), THERAPY) < kept(at(), THERAPY)
                )
            ),
        ),
        (
            "The door opens most, with medication, for people with severe symptoms. They still learn "
            "least behind it: opened wider is not wide open. | Count points instead of things "
            "learned, and the same line turns round. No person has changed. | The door opens with a "
            "dummy pill as well, because time makes symptoms lighter.",
            holds(lambda: opened(at(), 8) > opened(at(severity=14), 8) + 5 and at().open[BOTH][12] < 85),
            TWO_QUESTIONS,
            holds(lambda: float(SEVERE()) < float(MILD())),
            holds(lambda: at(counted="points").rises > 1 and at(counted="points").gains == at().gains),
            TIME_OPENS_IT,
        ),
        (
            "In severe depression that keeps coming back, therapy with medication did clearly better "
            "than therapy alone; in milder depression no difference was shown.",
            why(
                "thase1997",
                "no better than psychotherapy alone in milder",
                "clearly better in severe recurrent",
                against=False,
            ),
        ),
        (
            "In outpatients, therapy's lead was larger in more severe depression ({}) than in milder depression ({}).",
            effect("driessen2010", "high"),
            effect("driessen2010", "low"),
            why("driessen2010", "outpatients", against=True),
        ),
    ),
]
