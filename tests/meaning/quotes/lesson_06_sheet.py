"""What lesson 06's run sheet and handout say, and what holds it."""

from tests.meaning.quotes.grounds import (
    also,
    answer,
    holds,
    in_every_lesson,
    mission_is,
    missions,
    points_are_presets,
)
from tests.meaning.quotes.lesson_06 import (
    AFTER,
    LESSON,
    MISSED,
    NO_TRIAL,
    USED,
    WITHOUT,
    at,
    gap,
    never_worse_off,
    sight,
    the_empty_row,
    the_slow_catch_up,
)
from tests.meaning.quotes.lesson_06_words import CALMING, FEW, never_twice_as_much
from tests.meaning.quoting import effect, quotes, told, why
from toolkit.lessons.sheets import sheets
from toolkit.model import parameters

QUOTES = [
    *quotes(
        "06 sheet",
        (
            "Ask of every window: in whom was it seen, and what came through? | goal | 20 | "
            "Everybody has seen sessions fall into a window and miss it, and asks of a window: in "
            "whom was it seen?",
            also("06", "Ask of every window: in whom was it seen, and what came through?"),
            holds(
                lambda: sheets()[LESSON.slug]["points"]["20"] == ["Sessions in the window", "Sessions after the window"]
            ),
            holds(lambda: at().more > 10 > 2 > at(**AFTER).more),
        ),
        (
            "People can tell learning faster from feeling better, and say from which species each "
            "finding comes. | 90 | People have sketched the trial behind the empty row, and can say "
            "which of its groups must not be missing.",
            holds(
                lambda: (
                    LESSON.goals[0].startswith("tell learning faster from feeling better")
                    and "animals" in LESSON.goals[3]
                )
            ),
            the_empty_row,
            answer(6, 4, "Both with each alone", "", "", ""),
        ),
        (
            "points | 20 | Sessions in the window | Sessions after the window | 45 | Sessions in the "
            "window | Sessions after the window | A calming medication | late | A calming medication "
            "| early | How late is too late? | wait | Sessions in the window | some weeks before the "
            "last session, and then less.",
            points_are_presets(6),
            holds(lambda: "How late is too late?" in {each.name for each in missions(6)}),
            holds(lambda: 2 <= at().last - gap(at()).argmax() <= 6 and gap(at())[at().last] < gap(at()).max() - 1),
        ),
        (
            "| The picture as it opens | Mara shows you the article on her phone. Which two "
            "questions would you like to ask its author? (Wait for: in whom? Compared with what?)",
            also("06", "The article does not say how many people were studied", "in whom was it seen"),
        ),
        (
            "People learned 1.6 times as fast. Why did they not learn 1.6 times as much? (Wait for: "
            "the quick have less left to learn.)",
            holds(lambda: f"{at().pace:.1f}" == "1.6" and at().taught[0] / at().taught[1] < 1.3),
            the_slow_catch_up,
        ),
        (
            "Mission Twice as fast, twice as much: who comes nearest, and with how many sessions? "
            "(Let the room give up together.)",
            mission_is(
                6,
                "Twice as fast, twice as much?",
                "Learning speeds up by",
                "Number of sessions",
                "Therapy starts in week",
                core=True,
                but_not=(FEW,),
            ),
            never_twice_as_much,
        ),
        (
            "A colleague says: with MDMA it has been proved that a drug opens people to therapy. "
            "Which group would you look for in that trial first? (Wait for: the drug without "
            "therapy. It is not there.)",
            why(
                "mitchell2023_mdma", "no arm with the drug and without the therapy", "cannot tell learning from relief"
            ),
            why("mdma2024_fda", "declined to approve"),
        ),
        (
            "Hope runs high here, and rightly so for research. Keep the empty row in sight: no trial "
            "we found has tested this with an antidepressant and therapy in people.",
            the_empty_row,
            NO_TRIAL,
        ),
        (
            "“Then I should get sessions before my tablets end.” The numbers here are ours, and "
            "nobody plans a treatment by them. Whoever comes later still learned as much as people "
            "without the medication. Dates and tablets are for the two people who know: the "
            "prescriber and the patient.",
            holds(
                lambda: (
                    (parameters()["plasticity.gain"]["tag"], parameters()["plasticity.gain"]["source"])
                    == ("teaching", "")
                )
            ),
            never_worse_off,
            in_every_lesson("talk to the person who prescribed it"),
        ),
        (
            "Open to everything is a thought experiment. If somebody hears in it that a hard life "
            "and a medication do not go together: no trial in people has shown that, and it is no "
            "reason to stop. Speak of surroundings, never of bad families.",
            also(
                "06",
                "Open to everything is a thought experiment, and no trial in people has shown it. It "
                "is no reason to stop a medication",
                "Nobody is to blame for the surroundings they live in",
            ),
            why("chiarotti2017_environment", "dose not randomised", "not an interaction test"),
        ),
        (
            "Whoever takes something calming may be frightened by the third point. Such medications "
            "are not stopped alone and not suddenly; offer to help with the call to the prescriber.",
            holds(lambda: sheets()[LESSON.slug]["points"]["45"][2] == "A calming medication"),
            CALMING,
            also("06", "Do not stop alone; medications that calm are reduced slowly"),
        ),
        (
            "Read out a list of twelve invented words, four times. Half of the room may write while "
            "you read, the other half only listens. Count the words that each half knows after the "
            "first reading, and after the fourth. When was the gap largest, and why did it shrink?",
            the_slow_catch_up,
        ),
        (
            "In the window people learned {} of 100 things, with a dummy pill {}. Four weeks after "
            "the last tablet it was {}. | Twice as fast is not twice as much: the slower group "
            "catches up, because the quick have less left to learn. | Fourteen things more are worth "
            "less than 1 point of the score here. All of this is a model; no trial in people has "
            "shown such a window.",
            USED,
            WITHOUT,
            MISSED,
            never_twice_as_much,
            the_slow_catch_up,
            holds(lambda: at().more == 14 and 0 < at().extra < 1 and at(**AFTER).start == at(**AFTER).until + 4),
            the_empty_row,
        ),
        (
            "Mice lost a learned fear lastingly only with both, fluoxetine and training; neither alone did it.",
            why("karpova2011", "only the combination", "neither alone did", against=False),
        ),
        (
            "In {} adults with a weak eye, training with fluoxetine did not show a difference from "
            "training with a dummy pill ({} worse; {} worse to {} better).",
            told("huttunen2018_amblyopia", r"(\d+) adults with"),
            effect("huttunen2018_amblyopia", "fluoxetine"),
            sight(1),
            sight(0, digits=3),
            why("huttunen2018_amblyopia", "added nothing over placebo", against=True),
        ),
    ),
]
