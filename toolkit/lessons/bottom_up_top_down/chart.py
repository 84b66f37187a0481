"""Lesson 04's picture: a house of two floors for each treatment, in words and warmth; no picture of a brain."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, Style, axis, line
from toolkit.lessons.format import number
from toolkit.lessons.words import Words
from toolkit.model import BOTH, MEDICATION, THERAPY

from .people import FLOORS, TREATMENTS, WEEKS

WORDS = Words(__package__)
say = WORDS.say
LIVE = (1.85, 1.6, 1.35, 0.75, 0.5, 0.25)
"""Heights of the words that say what lives on a floor, from above."""
LOOKS = {
    (MEDICATION, "body"): ("solid", "square"),
    (MEDICATION, "thinking"): ("dot", "square-open"),
    (THERAPY, "thinking"): ("solid", "triangle-up"),
    (THERAPY, "body"): ("dot", "triangle-up-open"),
}
"""How the gain of a treatment on a floor is drawn: solid where its door is in the story."""
STYLES = {
    (treatment, floor): Style(say("curve", treatment=treatment, floor=floor), treatment, *look)
    for (treatment, floor), look in LOOKS.items()
}
FULL = 12
"""Points gained on a floor at which it is painted fully."""
WIDTH = 15
"""Of a bar, pixels."""


def chart(house):
    """Left: three houses of two floors, warmer as symptoms ease. Right: gains week by week, and do they add up?"""
    plain = {"showgrid": False, "showline": False}
    floors = axis("", -0.05, 2.2, tickvals=list(LIVE), ticktext=list(WORDS.says("floors").values()), **plain)
    names = axis(
        say("houses_axis", week=house.week),
        *(0, 3),
        tickvals=[0.5, 1.5, 2.5],
        ticktext=list(TREATMENTS),
        domain=(0, 0.36),
        **plain,
    )
    right = {"domain": (0.44, 1)}
    return explore.picture(
        [*houses(house), *gains(house), *sums(house)],
        (names, floors),
        (
            explore.ticked_axis(say("week"), 0, WEEKS + 22, 4, WEEKS, **right),
            axis(say("gain_axis"), -0.7, 10, domain=(0.45, 1)),
        ),
        (
            axis(say("sum_axis", week=house.week), 0, 16, tickvals=[0, 5, 10, 15], **right),
            explore.row_axis(list(WORDS.says("rows").values()), domain=(0, 0.25)),
        ),
        height=480,
    )


def gains(house):
    """Gains of the single treatments on each floor, with a diamond where half of the last week's gain is reached."""
    named = [(style, house.gains[key]) for key, style in STYLES.items()]
    here = {"name": say("week"), "width": 1, "dash": "dot", "panel": 2, "hover": say("hover_week", week=house.week)}
    drawn = [
        line([house.week] * 2, [0, 9.5], **here),
        *explore.curves(np.arange(WEEKS + 1), named, hover=say("hover"), gap=0.8, panel=2),
    ]
    for key, style in STYLES.items():
        week = house.half_week(*key)
        if not np.isnan(week):
            half = {"name": say("half_of", curve=style.label), "hover": say("hover_half"), "panel": 2}
            look = {"colour": style.colour, "symbol": "diamond", "size": 10}
            drawn.append(explore.dots([week], [house.gains[key][-1] / 2], **look, **half))
    return drawn


def sums(house):
    """Bars from above: medication's gain and therapy's, end to end; both together; both, had the floors not pulled."""
    medication, therapy, both = (house.score_gain(treatment) for treatment in TREATMENTS)
    parts = [(MEDICATION, 0.0, medication, 2), (THERAPY, medication, medication + therapy, 2), (BOTH, 0.0, both, 1)]
    for treatment, start, end, height in parts:
        colour, points = ARMS[treatment].colour, say("points", gain=number(end - start))
        yield line([start, end], [height] * 2, name=treatment, colour=colour, width=WIDTH, panel=3, hover=points)
        yield explore.dots(
            [end], [height], name=treatment, colour=colour, symbol=ARMS[treatment].symbol, panel=3, hover=points
        )
    without = house.score_gain(BOTH, house.without_pull)
    look = {
        "name": WORDS.says("rows")["without"],
        "colour": "nothing",
        "panel": 3,
        "hover": say("points", gain=number(without)),
    }
    yield line([0, without], [0, 0], width=WIDTH / 2, **look)
    ends = [max(medication + therapy, 0), max(both, 0), max(without, 0)]
    text = [f"   {number(end)}" for end in (medication + therapy, both, without)]
    yield explore.words(ends, [2, 1, 0], text, panel=3)


def houses(house):
    """The schematic: floors filled the more, the more is gained there; doors where a treatment enters; arrows that pull."""
    for place, treatment in enumerate(TREATMENTS):
        for floor, bottom in zip(FLOORS, (0.0, 1.1), strict=True):
            gain = house.now(treatment, floor)
            yield draw_floor(place, bottom, gain, treatment, floor)
            yield explore.words([place + 0.5], [bottom + 0.8], [number(gain, "+")], position="middle center")
        yield from pulls(place, house.up, house.down)
        for name, height in house.doors.items():
            if treatment in (name, BOTH):
                yield door(place, height, name)


def draw_floor(place, bottom, gain, treatment, floor):
    """A floor of a house, filled with the treatment's colour: from pale (nothing gained) to full (FULL points)."""
    x, y = place + np.array([0.08, 0.92, 0.92, 0.08, 0.08]), bottom + np.array([0, 0, 1, 1, 0])
    name, colour = say("curve", treatment=treatment, floor=floor), ARMS[treatment].colour
    drawn = line(x, y, name=name, colour=colour, width=1.5, hover=say("points", gain=number(gain)))
    opacity = 0.15 + 0.6 * float(np.clip(gain / FULL, 0, 1))
    return {**drawn, "fill": "toself", "fillcolor": colour, "opacity": opacity, "hoveron": "fills"}


def pulls(place, up, down):
    """Arrows between the floors, the larger the stronger the pull; none where there is none."""
    return [
        explore.dots([place + x], [1.05], name=say("pull"), symbol=symbol, size=6 + 18 * pull, hover=f"{pull:.1f}")
        for x, pull, symbol in ((0.62, up, "triangle-up"), (0.38, down, "triangle-down"))
        if pull > 0
    ]


def door(place, entry, treatment):
    """Where a treatment enters: a mark at the left wall, as high as its door."""
    colour = ARMS[treatment].colour
    return explore.words([place + 0.12], [0.5 + 1.1 * entry], ["▶"], colour=colour, position="middle center")
