"""Lesson 13's picture: 100 people under two plans on the left, and 100 others with what a plan costs on the right."""

from toolkit import explore
from toolkit.explore import ARMS, INK
from toolkit.lessons.words import Words

from .people import (
    ADDED,
    ALONE,
    ANYWAY,
    BECAUSE,
    EITHER,
    FREE,
    NEITHER,
    OTHERWISE,
    PERHAPS,
    SPARED,
    UNCOUNTED,
)

WORDS = Words(__package__)
SYMBOLS = {
    BECAUSE: "diamond",
    ANYWAY: "circle",
    OTHERWISE: "triangle-down",
    NEITHER: "circle-open",
    ADDED: "square",
    PERHAPS: "triangle-up-open",
    EITHER: "square-cross-open",
    ALONE: "square-x-open",
    SPARED: "triangle-down-open",
    FREE: "square-open",
    UNCOUNTED: "x-thin",
}
"""The shape of each kind of people: it tells them apart without the colour."""
PALE = ("nothing", (ANYWAY, NEITHER, EITHER, FREE, UNCOUNTED))
"""The colour of those to whom the choice between the plans makes no difference, and who they are."""
SIZES = {100: 11, 1000: 4}


def chart(decision):
    """The benefit on the left and the cost on the right, on the same number of people."""
    of, week = f"{decision.of:,}", decision.week
    benefit = WORDS.says("review_axes" if decision.is_review else "axes")
    left = explore.hundred_axes(benefit["below"].format(of=of, week=week), [benefit["called"]])
    right = explore.hundred_axes(WORDS.say("cost_axis", of=of), [WORDS.says("short_costs")[decision.cost]])
    squares = (people(decision, decision.kinds()), people(decision, decision.price))
    traces = []
    for panel, kinds in enumerate(squares, start=1):
        traces += explore.hundred(kinds, of=decision.of, panel=panel, size=SIZES[decision.of])
    return explore.picture(traces, left, right, widths=(10, 1, 10), height=340, legend="left")


def people(decision, shares):
    """The kinds of a square, as they are drawn and named."""
    plans = {BECAUSE: decision.chosen, OTHERWISE: decision.otherwise}
    names = WORDS.says("kinds") | (WORDS.says("review_kinds") if decision.is_review else {})
    short = WORDS.says("short")
    slots = {"one": short[decision.otherwise], "two": short[decision.chosen]}
    pale, who = PALE
    return [
        explore.Kind(
            names[kind].format(**slots),
            decision.of * share,
            ARMS[plans[kind]].colour if kind in plans else pale if kind in who else INK,
            SYMBOLS[kind],
        )
        for kind, share in shares.items()
    ]
