"""Lesson 15's picture: everybody on the list, week by week, and group by group who got therapy and who is better."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, dots, line
from toolkit.lessons.words import Words
from toolkit.model import WAITING

from .people import WEEKS

WORDS = Words(__package__)
say = WORDS.say

HIGHEST = 60
"""Points: whoever has more at entry is drawn there."""

GOT = {
    "both": (True, True),
    "therapy": (True, False),
    "medication": (False, True),
    WAITING: (False, False),
}
"""What somebody got: (therapy, medication)."""


def chart(year):
    """Everybody by place in the list and score at entry; better week by week; and below, group by group, who got and who gained."""
    above, left, right = (0.5, 1), (0, 0.46), (0.56, 1)
    weeks = explore.ticked_axis(say("week"), 0, WEEKS + 24, 13, WEEKS, domain=right)
    return explore.picture(
        [*everybody(year), *shares(year), *fairness(year)],
        (
            axis(say("place"), -2, year.entry.size + 2, domain=left),
            axis(say("entry"), 0, HIGHEST, domain=above),
        ),
        (weeks, explore.ticked_axis(say("better"), 0, 118, domain=above)),
        (axis(say("of_group"), -3, 103, domain=(0.16, 1)), explore.row_axis(year.groups, domain=(0, 0.34))),
        height=640,
        legend="left",
    )


def everybody(year):
    """A mark for each person: what they got, filled where symptoms have halved at the end."""
    treated, well = np.isfinite(year.began), year.responding[WEEKS, 0]
    place, traces = np.arange(1, well.size + 1), []
    size = 8 if well.size <= 100 else 4
    for name, (therapy, medication) in GOT.items():
        for responds in (True, False):
            who = (treated == therapy) & (year.medicated == medication) & (well == responds)
            if not who.any():
                continue
            style, open_ = ARMS[name], "" if responds else "-open"
            symbol = style.symbol.removesuffix("-open") + open_
            about = {"symbol": symbol, "colour": style.colour, "size": size, "legend": responds and name != "therapy"}
            got = say("got", what=WORDS.says("named")[name])
            said = say("hover_halved" if responds else "hover_not", got=got, week=WEEKS)
            scores = np.minimum(year.entry[who], HIGHEST)
            traces.append(dots(place[who], scores, name=got, hover=said, **about))
    return traces


def shares(year):
    """Better week by week: your rule, and the same people waiting and with everything."""
    share, names = 100 * year.responding.mean(axis=2), WORDS.says("lives")
    named = [
        (explore.Style(names["rule"], explore.INK, "solid", ""), share[:, 0]),
        (explore.Style(names["waiting"], "waiting", "longdash", ""), share[:, 1]),
        (explore.Style(names["all"], "both", "dash", ""), share[:, 2]),
    ]
    return explore.curves(np.arange(WEEKS + 1), named, hover="%{y:.0f} %", gap=15, panel=2)


def fairness(year):
    """For each group: the share that got therapy, that is better, and that would be with everything."""
    heights = np.arange(len(year.groups))[::-1]
    end, names = year.responding[WEEKS], WORDS.says("marks")
    marks = (
        (names["got"], np.isfinite(year.began), {"symbol": "triangle-up", "colour": "therapy"}),
        (names["better"], end[0], {"symbol": "circle", "colour": "both"}),
        (names["would"], end[2], {"symbol": "diamond-open", "colour": explore.INK}),
    )
    traces = [line([-3, 103], [2.5, 2.5], name="", dash="dot", width=1, panel=3, hover=None)]
    for name, who, look in marks:
        share = [100 * who[group].mean() for group in year.groups.values()]
        traces.append(dots(share, heights, name=name, panel=3, hover="%{x:.0f} %", legend=True, **look))
    return traces
