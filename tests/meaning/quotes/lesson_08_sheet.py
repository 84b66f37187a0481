"""What lesson 08's run sheet says of studies and of its model, and what holds it."""

import numpy as np

import toolkit
from tests.meaning.quotes.grounds import also, holds, kinds, mission_is
from tests.meaning.quotes.lesson_07 import riskier_when_young
from tests.meaning.quotes.reading import EIGHT
from tests.meaning.quoting import quotes, share, toy, why
from toolkit.lessons.finding_the_right_medication.people import NONE, SAME, SEARCH
from toolkit.lessons.sheets import sheets

from .lesson_08 import BOXES, LESSON, TARGET, TWICE, at, dose_and_target, success, who_gets_well_leaves
from .lesson_08_more import THEORY

SHEET = sheets()[LESSON.slug]


def fewer_sit_down_each_round():
    """Half of the room sits down on four faces of six, the other half on one: of those still standing, a share that falls."""
    standing, shares = np.array([0.5, 0.5]), []
    for _ in range(4):
        sitting = standing * np.array([4, 1]) / 6
        shares.append(sitting.sum() / standing.sum())
        standing = standing - sitting
    return (np.diff(shares) < 0).all() and shares[3] < shares[0] / 1.5


QUOTES = [
    *quotes(
        "08 sheet",
        (
            "Before you judge the fourth try, ask who is still in the room",
            also("08", "Take away Before you judge the fourth try, ask who is still in the room"),
            who_gets_well_leaves,
        ),
        (
            "Everybody has seen one and the same tablet do worse from step to step, and can say who is no longer there",
            holds(lambda: np.diff(success(medications=1)).max() < 0 and BOXES in SHEET["points"]["20"]),
        ),
        (
            "People can say why falling steps are no verdict on a medication, and what would be one",
            mission_is(8, 0, "strength", core=True, reached={"strength": 0.0}),
            also(
                "08 words",
                "A row of falling numbers is therefore no verdict on the fourth medication. For a verdict you need",
            ),
        ),
        (
            "People can count a search in two ways, read a dose curve, and keep a full target apart from what the illness is",
            holds(
                lambda: [kinds(8, place) for place in (2, 3, 4)] == [["calculate", "calculate"], ["choose"], ["choose"]]
            ),
        ),
        (
            "everybody in step 1. In step 4 only those who have neither got well nor left",
            who_gets_well_leaves,
        ),
        (
            "Who is in the room at step 4, and who has gone home? (Wait for both: people who got well, and people who "
            "stopped.)",
            who_gets_well_leaves,
            holds(lambda: min(at().steps.ends(SEARCH)[:2]) > 10),
        ),
        (
            "Mission Too soon: the second box does better than the first, and it is the same tablet. Who gets the credit, "
            "and who has earned it? (Wait for: the box gets it. The first weeks have earned it, and time",
            mission_is(8, 1, "patience", core=True, reached={"medications": 1, "patience": 4}),
            holds(
                lambda: toolkit.lessons.lesson(8).said_missions[1]["name"] == "Too soon",
                lambda: (lambda steps: steps[1] > 2 * steps[0])(success(medications=1, patience=4)),
                lambda: (lambda steps: steps[1] > 2 * steps[0])(success(NONE, medications=1, patience=4)),
            ),
        ),
        (
            "{} or {} of 100: which would you print, and what would you write under it? (Wait for “of whom”",
            THEORY,
            share("pigott2023", "cumulative, reanalysis"),
            why("stard2006", "assumes nobody leaves"),
        ),
        (
            "“So changing is useless?” No. Falling steps cannot tell it, and nobody has tested it in this trial. At every step "
            "somebody gets well. Say this before anybody asks",
            why("stard2006", "no placebo arm"),
            holds(lambda: min(success()) > 10 and np.diff(success(strength=0.0)).max() < 0),
            also("08", "This does not say that changing is useless. At every step here some people get well"),
        ),
        (
            "“So medications do nothing?” The dummy pill is on the picture, and the distance to it is the answer. All 21 "
            "antidepressants in one large review did better on average",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
            holds(lambda: success(SAME)[0] > success(NONE)[0] + 3),
        ),
        (
            "“They told me that I lack serotonin.” Many of us were told so. Keep both halves together: the picture of a "
            "lack is not shown, and a wrong explanation does not make a treatment useless",
            why("moncrieff2022", "no consistent evidence", "efficacy is a separate question"),
            also("08", "a wrong explanation does not make a treatment useless: please do not stop because of it"),
        ),
        (
            "No product names and no doses. Whoever asks about their own tablet, or feels worse since a change, is helped "
            "to ring the prescriber today",
            holds(riskier_when_young),
            also(
                "08",
                "If you feel worse after starting or changing a medication, above all if you are young, speak to the "
                "prescriber",
            ),
        ),
        (
            "Half of the room gets well on 3 to 6, the other half only on a 6, and nobody knows which half they are in. "
            "Roll four rounds with the same die. Count, each time, how many of those still standing sit down",
            holds(fewer_sit_down_each_round),
        ),
        (
            "Success falls from step to step, and nearly as much with the same tablet. At every step somebody gets well",
            holds(
                lambda: np.diff(success()).max() < 0 and np.diff(success(SAME)).max() < 0 and min(success()) > 10,
                lambda: abs(np.ptp(success()) - np.ptp(success(SAME))) < 5,
            ),
        ),
        (
            "Twice the dose fills little more of the target, and bothers many more people",
            dose_and_target,
            toy(EIGHT, TWICE, lambda s: s.result.filled(2.0) - s.result.filled(1.0) < 10),
            toy(EIGHT, TWICE, lambda s: s.result.bothered(2.0) - s.result.bothered(1.0) > 25),
        ),
        (
            "A target fills within days, and relief comes weeks later. Relief does not tell what was wrong",
            toy(
                EIGHT,
                TARGET,
                lambda s: s.result.kind.nears(s.result.kind.filled) < 7 < s.result.kind.nears(s.result.kind.effect),
            ),
            why("moncrieff2022", "efficacy is a separate question"),
        ),
        (
            "About a third got well at the first step, and by the fourth it would be {} of 100 if nobody had left (the steps "
            "multiplied)",
            THEORY,
            why("stard2006", "about a third remitted on the first", "exactly the product rule"),
        ),
        (
            "The same trial counted again: {} of 100 people who began got well. The first team disputes it",
            share("pigott2023", "cumulative, reanalysis"),
            why("pigott2023", "the original team says the reanalysis wrongly dropped", "rebuttal", "4,041 enrolled"),
        ),
    ),
]
