"""What lesson 14's run sheet says, and what holds it."""

from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import also, holds, in_every_lesson, missions
from tests.meaning.quotes.reading import ELEVEN, responding
from tests.meaning.quoting import across, fills, quotes, share, told, toy, why
from toolkit.lessons.sheets import sheets

from .lesson_14 import (
    ALONE,
    BOTH,
    FIRST,
    LESSON,
    NORDLOTS,
    SEQUENCE,
    THERAPY,
    at,
    lead,
    starts_with_one,
    three_become_one,
)
from .lesson_14_words import reached, right

WAIT, THIRD, TOGETHER, NOBODY = (
    "Half a year of waiting",
    "A third accept",
    "Both from the start",
    "No therapist far and wide",
)


@fills
def here(read, setting):
    """A figure of the model in one setting, as a whole number."""
    return f"{read(settings(ELEVEN)[setting]):.0f}"


def better(plan, setting):
    """People of 100 clearly improved in week 52."""
    return here(lambda shown: round(responding(shown, plan, 52)), setting)


def points():
    return {name for names in sheets()[ELEVEN]["points"].values() for name in names}


QUOTES = [
    *quotes(
        "14 sheet",
        (
            "home | The last day of the year is one day. Count the weeks on the way there, too. |",
            also("14", "Count the weeks on the way there, too"),
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 3 and lead(s, 12) > 10),
        ),
        (
            "Everybody has said when starting with one costs something, and whom. |",
            also("14 words", "What does that cost, and whom"),
            toy(ELEVEN, OPENING, lambda s: s.result.behind(FIRST).argmax() == 12),
        ),
        (
            """
            People can tell a result on one day from the weeks on the way there, and name the group that is missing from the
            studies. |""",
            holds(
                lambda: (
                    right(1) == "A group that just goes on with the first treatment"
                    and right(4).startswith("No: for half a year")
                )
            ),
        ),
        (
            """
            points | 20 | Both from the start | Half a year of waiting | 45 | Both from the start | A third accept | Half a
            year of waiting | No therapist far and wide | late | A third accept | early | Save sessions |""",
            holds(lambda: points() == {preset.name for preset in LESSON.presets}),
            holds(lambda: missions(14)[0].name == "Save sessions"),
        ),
        (
            "many. Only {} more of 100 are clearly better than on the waiting list. |",
            here(lambda s: round(responding(s, BOTH, 52)) - round(responding(s, "waiting list", 52)), TOGETHER),
            toy(ELEVEN, TOGETHER, lambda s: responding(s, "waiting list", 52) > 50),
        ),
        (
            "little: 2.8 sessions a person, and {} of 100 clearly better, 4 fewer than with both from the start. |",
            better(FIRST, THIRD),
            toy(
                ELEVEN,
                THIRD,
                lambda s: (
                    round(responding(s, BOTH, 52)) - round(responding(s, FIRST, 52)) == 4 and s.values["plan"] == FIRST
                ),
            ),
            toy(ELEVEN, THIRD, lambda s: f"{s.result.sessions(FIRST):.1f}" == "2.8"),
        ),
        (
            """
            in week 52 nothing: {} of 100, and {} without the wait. On the way {} weeks not yet better instead of {}. |""",
            better(THERAPY, WAIT),
            better(THERAPY, OPENING),
            here(lambda s: s.result.unwell_weeks("therapy"), WAIT),
            here(lambda s: s.result.unwell_weeks("therapy"), OPENING),
            toy(ELEVEN, WAIT, lambda s: s.values["wait"] == 26),
        ),
        (
            "both from the start is medication alone here, {} of 100. Therapy alone is the waiting list. |",
            better(ALONE, NOBODY),
            toy(ELEVEN, NOBODY, three_become_one),
        ),
        (
            """
            What is scarce where you are: sessions, doctors, or people's weeks? (Let three people answer; no plan wins
            everywhere.) |""",
            holds(
                lambda: (
                    at().sessions("both") > at().sessions(FIRST)
                    and at().unwell_weeks("both") < at().unwell_weeks(FIRST)
                )
            ),
            also("14 words", "depends on what is scarce where you are: sessions, or people's weeks"),
        ),
        (
            """
            Week 52 says that the wait was harmless. What would somebody on that list say? (Wait for: you looked on one day.)
            |""",
            across(
                ELEVEN,
                WAIT,
                OPENING,
                lambda late, now: (
                    responding(late, THERAPY, 52) > responding(now, THERAPY, 52)
                    and responding(late, THERAPY, 26) < responding(now, THERAPY, 26) - 15
                ),
            ),
        ),
        (
            """
            Many studies begin with one treatment and add the other. Which group is missing in most of them? (Wait for: people
            who simply go on.) |""",
            why(SEQUENCE, "No arm continued monotherapy"),
            holds(lambda: right(1) == "A group that just goes on with the first treatment"),
        ),
        (
            """
            Somebody in the room is waiting, or has a child who waits. The plan on the picture is not their fault, and neither
            is the wait. Say where one can turn when it gets worse. |""",
            also(
                "14",
                "the plan on the picture is not your fault, and neither is the wait",
                "If things get worse, tell whoever put you on",
            ),
        ),
        (
            """
            “So I should have started with both?” Nobody can say that about one person. Starting with one is all right, and
            asking for the second is, too. |""",
            also("14", "Starting with one treatment is all right, and so is asking for the second"),
            in_every_lesson("It speaks about groups, never about one person"),
        ),
        (
            """
            “Then therapists are not needed: talk in the visit will do.” How much a visit can hold, nobody has measured; in
            young people with OCD short instructions were not enough. |""",
            why("pots2_2011", "Young people with OCD", "instructions given in medication visits were not enough"),
            also("14 words", "How much a real visit can hold, nobody has measured"),
            holds(lambda: reached(2, sessions=0, plan="medication", talk=0.3)),
        ),
        (
            """
            Sixty slips of paper are sixty sessions, ten people need help, a line on the floor is the year. Two groups spend
            the slips, one from the start, one from week 12; whoever is not better yet stays standing. Count who stands, and
            for how long. |""",
            holds(lambda: at().values["step"] == 12 and starts_with_one()),
            holds(lambda: at().sessions("both") > 60 / 10),
        ),
        (
            "On the last day of the year, two plans can look alike that were far apart in week 12. |",
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 3 and lead(s, 12) > 10),
        ),
        (
            """
            Starting with one needs about half the sessions. Those who were not better by week 12 pay for it, in weeks. |""",
            toy(ELEVEN, OPENING, lambda s: 0.4 < s.result.sessions(FIRST) / s.result.sessions("both") < 0.6),
            toy(ELEVEN, OPENING, lambda s: s.result.unwell_weeks(FIRST) > s.result.unwell_weeks("both") + 1),
            holds(starts_with_one),
        ),
        (
            "An offer helps only those who take it up, and only where there is somebody to give it. |",
            across(
                ELEVEN, THIRD, OPENING, lambda few, every: responding(few, FIRST, 52) < responding(every, FIRST, 52)
            ),
            toy(ELEVEN, NOBODY, three_become_one),
        ),
        (
            """
            After {} weeks of one treatment, the second was added. Of 100 people who had partly improved, {} then got well,
            and of 100 others, {}. Nobody simply went on. |""",
            told(SEQUENCE, r"After (\d+) weeks of one treatment"),
            share(SEQUENCE, "partial responders, either"),
            share(SEQUENCE, "non-responders, either"),
            why(SEQUENCE, "adding the other brought remission", "No arm continued"),
        ),
        (
            """
            Children with OCD who had not responded to therapy: by going on, half responded. A difference from changing to a
            medication was not shown. |""",
            why(NORDLOTS, "Children with OCD who had not responded", "equally well", "CBT continued or they switched"),
            holds(lambda: share(NORDLOTS, "continued CBT")() == "50"),
        ),
    ),
]
