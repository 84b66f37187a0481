"""What the run sheet of lesson 04 says, and what holds it."""

import toolkit
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import holds, missions, points_are_presets
from tests.meaning.quotes.lesson_04 import (
    at,
    first_where_its_door_is,
    lead,
    lives_where_it_says,
    scores,
    strongest_is_three_times,
)
from tests.meaning.quotes.reading import THREE, exactly_added, warmth
from tests.meaning.quoting import across, quotes, text, told, toy, why

LESSON = toolkit.lessons.lesson(4)


def any_stair_adds():
    """However much is handed from floor to floor, both lamps together are the two added."""
    return all(abs(at(up=pull, down=pull).share - 100) < 1e-6 for pull in (0.0, 0.7))


QUOTES = [
    *quotes(
        "04 sheet",
        (
            "A good picture forbids something. Ask what. | goal | 20 | Everybody has tried to break the sum, and can say in "
            "one sentence why nobody could. | 45 | People can tell two floors that help each other from two treatments that "
            "change each other. | 90 | People can say what a picture forbids, and read two brain-image studies without "
            "bending them to fit.",
            holds(any_stair_adds),
            holds(lambda: not missions(4)[0].recipe),
            holds(lambda: abs(at(interaction="speeds", week=8).share - 100) > 10),
            why("goldapple2004", "reverse pattern"),
            why("kennedy2007", "SHARED"),
        ),
        (
            "20 | The story, week 4 | The strongest pull | 45 | The story, week 4 | No pull | The strongest pull | Doors "
            "exchanged | late | Doors exchanged | early | Hide the doors |",
            points_are_presets(4),
        ),
        (
            "A leaflet says: you will sleep better, so you will think better, so the two treatments strengthen each other. "
            "Which half does this house support? (Wait for: the first.)",
            toy(THREE, OPENING, lambda s: warmth(s, "medication", "thinking") > 1 and exactly_added(s)),
        ),
        (
            "Do the mission Break the sum together. Who sees a green bar of another length? (Wait for: nobody. Then for "
            "somebody who says that each treatment alone grew, too.)",
            holds(lambda: missions(4)[0].name == "Break the sum"),
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
        ),
        (
            "Which result would make you give this house up? (Wait for: both treatments ease the same symptoms in the same order.)",
            holds(lambda: abs(lead(medication_door=0.5)) < 0.05 and lead() < -1 and lead("therapy") > 1),
            holds(lambda: LESSON.said_tasks[2]["right"].endswith("eases the same symptoms in the same order")),
        ),
        (
            "Somebody says amygdala. Ask kindly which symptom they mean; the house has symptoms in it, and no brain.",
            holds(lives_where_it_says),
            why("dimascio1979_differential", "Complaints, not brain areas"),
        ),
        (
            "“My doctor explained it to me just like that.” A picture that helps somebody to begin is worth having. It can "
            "help and still not be a fact; say which of the two you mean.",
            why("derubeis2008_review", "popularised the two-route model", "labelled hypothetical"),
        ),
        (
            "“So my tablets do nothing for my thoughts?” In this house they do, by way of the body. What they do for one "
            "person, no study can say. Nobody starts, stops or changes anything because of a drawing; the prescriber is the "
            "person to ask. | No group of people is too ill for therapy, nor “too much in the body” for it. Say it aloud if "
            "anybody hints at it.",
            across(
                THREE,
                OPENING,
                "No pull",
                lambda pulled, none: (
                    warmth(pulled, "medication", "thinking") > 1 and abs(warmth(none, "medication", "thinking")) < 1e-6
                ),
            ),
            why("driessen2010", "not weaker"),
            holds(lambda: "talk to the person who prescribed it" in text("04")),
            holds(lambda: "no group of people is" in text("04")),
        ),
        (
            "Two people stand on a stair, one above, one below, each with a lamp. The room decides how much light passes from"
            " step to step. Measure the light with lamp one, with lamp two, with both. Change the stair, and measure again. |"
            " notice | Each treatment is first on the floor with its door. | The strongest pull makes every bar about three "
            "times as long, and both stays exactly the two added. | Let both enter half-way up, and nobody is first. The "
            "score has noticed nothing.",
            holds(any_stair_adds),
            toy(THREE, OPENING, first_where_its_door_is),
            across(THREE, "The strongest pull", "No pull", strongest_is_three_times),
            holds(lambda: scores(medication_door=0.5, therapy_door=0.5) == scores()),
            holds(lambda: abs(lead(medication_door=0.5)) < 0.05),
        ),
        (
            "Pooled brain images put medication deep inside (amygdala), therapy behind the forehead, without overlap.",
            why(
                "nord2021",
                "clustered in the amygdala",
                "in the medial prefrontal",
                "no significant overlap",
                against=False,
            ),
        ),
        (
            "Of {} people who got CBT or a medication at random, those who improved clearly had less activity behind the "
            "forehead with both.",
            told("kennedy2007", r"(\d+) patients with MDD"),
            why(
                "kennedy2007", "In a randomised comparison, responders", "SHARED reductions in prefrontal", against=True
            ),
        ),
    ),
]
