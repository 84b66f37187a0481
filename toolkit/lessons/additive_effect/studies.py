"""Trials with all four groups, beside the model of lesson 03: those that ask the lesson's question, and below them the others."""

import math

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL
from toolkit.explore import ARMS
from toolkit.lessons.studies import marked
from toolkit.lessons.words import Words
from toolkit.model import BOTH

from .people import SCALES

WORDS = Words(__package__)
say = WORDS.say

ACUTE = tuple(real for real in FACTORIAL if real.acute)
"""Trials that ask whether two treatments add up while people get better."""
ASIDE = tuple(real for real in FACTORIAL if not real.acute)
BETWEEN = 2.5
"""Room between the panels, in rows."""
SYMBOLS = {"risk difference": "x-thin", "independence": "circle-open", "log-odds": "triangle-down-open"}


def label(real):
    """A trial's name, and whom and what it is about; its outcome besides, where it has several."""
    about = WORDS.says("about")
    outcome = (real.outcome or "").replace(",", " ").partition(" ")[0]
    named = marked(real.finding, WORDS.says("side").get(real.id))
    return f"{named}: {about[real.id] if real.id in about else about[f'{real.id} {outcome}']}"


def leaves_out(real, scale):
    """Whether a trial's interval leaves the sum out: 1 where it lies above the sum, -1 below, 0 where it holds it."""
    low, high = real.interval
    expected = real.expected(scale)
    return 1 if low > expected else -1 if high < expected else 0


def studies_chart(trial):
    """Two panels, one below the other: how many improved with both, its interval, and the sum by each ruler."""
    first = [(say("model_row"), list(trial.sums.values()), trial.shares[BOTH], None)]
    panels = [first + [row(real) for real in ACUTE], [row(real) for real in ASIDE]]
    titles, traces, axes, top = (say("acute"), say("aside")), [], [], 1.0
    tall = sum(len(rows) for rows in panels) + BETWEEN
    for number, (rows, title) in enumerate(zip(panels, titles, strict=True), start=1):
        bottom = top - len(rows) / tall
        up = explore.row_axis([name for name, *_ in rows], domain=(max(bottom, 0.0), top))
        axes.append((explore.ticked_axis(title, 0, 120, domain=(0, 1)), up))
        traces += drawn(rows, number)
        top = bottom - BETWEEN / tall
    return explore.picture(traces, *axes, height=600, legend="left")


def row(real):
    """(name, the sums, what was seen, its interval) of a trial, in people of 100."""
    sums = [100 * real.expected(scale) for scale in SCALES]
    interval = tuple(100 * end for end in real.interval) if real.interval else None
    return label(real), sums, 100 * real.shares[3], interval


def drawn(rows, panel):
    """The marks of a panel; those of the first stand for both in the legend."""
    heights = np.arange(len(rows))[::-1]
    look = {"hover": say("hover_of_100"), "panel": panel, "legend": panel == 1}
    for place, (scale, words) in enumerate(WORDS.says("scales").items()):
        sums = [sums[place] for _, sums, *_ in rows]
        yield explore.dots(sums, heights, name=say("expected", scale=words), symbol=SYMBOLS[scale], **look)
    nothing = (math.nan, math.nan)
    low, high = zip(*(interval or nothing for *_, interval in rows), strict=True)
    both, seen = ARMS[BOTH], [seen for *_, seen, _ in rows]
    style = {"colour": both.colour, "symbol": both.symbol}
    yield explore.dots(seen, heights, name=say("seen_with_both"), error=(low, high), **style, **look)
