"""Lesson 07's pictures: 100 people in each of four groups; or who still takes it, what each link leaves, one person's days."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line
from toolkit.lessons.words import Words
from toolkit.model import BOTH, MEDICATION

from .people import AS_THEY_WERE, DAYS, GIVEN, LESS, MORE, WEEKS

WORDS = Words(__package__)
say = WORDS.say
UPPER = (0.46, 1)
"""The share of the picture that the upper panels take, above one person's days."""


def chart(seen):
    """What is asked for: who improves, or who stays on."""
    return recovery(seen) if seen.show == "recovery" else staying(seen)


def recovery(seen):
    """Left, the link: 100 people of either half by the trust they rated. Right, what giving more trust does."""
    named = WORDS.says("groups")
    panels = ((MORE, LESS), (GIVEN, AS_THEY_WERE))
    titles = (say("link_axis", link=seen.link), say("given_axis", gain=seen.gain))
    traces = []
    for panel, pair in enumerate(panels, start=1):
        for block, group in enumerate(pair):
            traces += explore.hundred(
                improved(seen, group), block=block, called=named[group], panel=panel, size=8, legend=False
            )
    axes = (
        explore.hundred_axes(title, [say("block", group=named[group], people=seen.people(group)) for group in pair])
        for title, pair in zip(titles, panels, strict=True)
    )
    return explore.picture(traces, *axes, widths=(10, 1, 10), height=340)


def improved(seen, group):
    """Of 100 people of a group, those who improved clearly, filled, and the others."""
    count, colour = seen.people(group), ARMS[BOTH].colour
    return [
        explore.Kind(say("improved"), count, colour),
        explore.Kind(say("not_improved"), 100 - count, colour, "circle-open"),
    ]


def staying(seen):
    """Who still takes it, what is left after each link, and one person's days."""
    links = WORDS.says("links")
    rows = explore.row_axis(list(links.values()), domain=UPPER)
    weeks, days = ({"tickvals": list(range(0, end + 1, step))} for end, step in ((WEEKS, 4), (DAYS, 7)))
    return explore.picture(
        [*curves(seen), *chain(seen, links), *diary(seen)],
        (axis(say("week"), 0, WEEKS + 13, **weeks), explore.ticked_axis(say("still"), 0, 104, domain=UPPER)),
        (explore.ticked_axis(say("chain_axis", week=seen.week), 0, 118), rows),
        (
            axis(say("days"), 0, DAYS + 9, domain=(0, 1), **days),
            axis(say("of_full"), 0, 108, tickvals=[0, 50, 100], domain=(0, 0.3)),
        ),
        widths=(9, 4, 8),
        height=520,
    )


def curves(seen):
    """Who still takes the medication: alone, with a therapist, and with one who is trusted more."""
    named = [
        (ARMS[MEDICATION].called(say("alone")), seen.still(MEDICATION)),
        (ARMS[BOTH].called(say("with_therapist")), seen.still(BOTH)),
    ]
    if seen.given is not seen.course:
        style = explore.Style(say("with_more_trust"), ARMS[BOTH].colour, "dash", "diamond")
        named.append((style, seen.still(BOTH, given=True)))
    return explore.curves(np.arange(WEEKS + 1), named, hover=say("still_hover"), gap=6)


def chain(seen, links):
    """A bar for what is left after each link; dotted, what that link has lost."""
    rows = list(zip(links.values(), seen.chain, strict=True))
    return explore.bars(rows, colour="both", lost=say("lost_here"), hover=say("left_hover"), panel=2)


def diary(seen):
    """One person's level and how full the target is, day by day; a cross on each day missed."""
    days, levels = np.arange(len(seen.levels)), 100 * seen.levels
    filled = 100 * seen.drug.occupancy(seen.levels)
    kept = 2.0 ** (-1.0 / seen.drug.half_life_days)
    skipped = np.flatnonzero(seen.levels[1:] <= kept * seen.levels[:-1] + 1e-9) + 1
    solid = explore.Style(say("filled"), ARMS[MEDICATION].colour, "solid", "circle")
    ends = [(solid, filled[-1]), (explore.ABSENT.called(say("level")), levels[-1])]
    hover = say("day_hover")
    return [
        line(days, levels, name=say("level"), width=1.5, dash="dot", panel=3, hover=hover),
        line(days, filled, name=say("filled"), colour="medication", panel=3, hover=hover),
        explore.dots(
            skipped, np.full(skipped.size, 6.0), name=say("missed"), symbol="x-thin", size=8, panel=3, hover=say("day")
        ),
        explore.names_at_ends(DAYS, ends, gap=18, top=100, panel=3),
    ]
