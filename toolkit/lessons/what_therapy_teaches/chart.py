"""Lesson 09's pictures: fear over a year and 100 people; who has ended when; or what two kinds of therapy have taught."""

import dataclasses

import numpy as np

from toolkit import explore
from toolkit.explore import ABSENT, ARMS, INK, Style, axis, band, dots
from toolkit.lessons.words import Words
from toolkit.model import THERAPY

from .people import MOST, USUAL, WEEKS

WORDS = Words(__package__)
say = WORDS.say
FEAR = dataclasses.replace(ARMS[THERAPY], label=say("fear"), dash="solid")
SLOW = ABSENT.called(say("slow"))
CLEAR = Style(say("clear"), "nothing", "dash", "circle-open")
STAY, END = Style(say("stay"), "therapy", "solid", ""), Style(say("end"), INK, "dash", "")


def chart(learning):
    """What is asked for."""
    return {"fear": fear, "ending": ending, "kinds": kinds}[learning.show](learning)


def fear(learning):
    """Fear that is felt over a year, above what the slow memory expects; and 100 people on the day of measuring."""
    weeks = learning.days / 7
    low, high = np.quantile(learning.fear, [0.25, 0.75], axis=1)
    named = [(SLOW, learning.slow), (FEAR, learning.fear.mean(axis=1))]
    if learning.calm:
        named.append((CLEAR, learning.clear.fear.mean(axis=1)))
    hover = say("hover")
    traces = [
        band(weeks, low, high, colour=FEAR.colour, name=say("middle_half")),
        *explore.curves(weeks, named, hover=hover, gap=12),
        *crosses(learning),
        *explore.marks([learning.measured / 7], [(FEAR.called(say("measured")), [learning.now])], hover=hover),
    ]
    kinds_of_people = [
        explore.Kind(say("well"), learning.well, FEAR.colour),
        explore.Kind(say("not_well"), 100 - learning.well, FEAR.colour, "circle-open"),
    ]
    traces += explore.hundred(kinds_of_people, panel=2, size=7, legend=False)
    below = explore.hundred_axes(say("people"), [say("filled", people=learning.well)])
    up = explore.ticked_axis(say("fear_axis"), -8, 108)
    return explore.picture(traces, (over_weeks(), up), below, widths=(17, 1, 6), height=380)


def over_weeks():
    """The axis of weeks, with room for names at the right."""
    return explore.ticked_axis(say("week"), 0, WEEKS + 22, 12, WEEKS)


def crosses(learning):
    """A small mark for every session."""
    days = learning.session_days
    look = {"name": say("session"), "symbol": "x-thin", "size": 6, "hover": say("session_hover")}
    return [dots(days / 7, np.full(len(days), -5.0), **look)]


def ending(learning):
    """People who are well enough by number of sessions, counted in two ways."""
    numbers = np.arange(1, MOST + 1)
    named = [(STAY, learning.if_all_stay), (END, learning.ended)]
    below = axis(say("sessions"), 0, MOST + 11, tickvals=[1, 4, 8, 12, 16, 20, 26])
    up = explore.ticked_axis(say("enough"), 0, 104)
    traces = explore.curves(numbers, named, hover=say("hover_sessions"), gap=7)
    return explore.picture(traces, (below, up), height=380)


def kinds(learning):
    """What a kind of therapy has taught, beside CBT as it stands in the model."""
    weeks, called = learning.days / 7, WORDS.says("short")
    named = [(FEAR.called(called[learning.kind]), learning.chosen)]
    if not learning.is_usual:
        usual = say("as_typed", kind=called[USUAL]) if learning.kind == USUAL else called[USUAL]
        named.append((CLEAR.called(usual), learning.usual))
    hover, day = say("hover"), [learning.measured / 7]
    at = np.searchsorted(learning.days, learning.measured)
    traces = [
        *explore.curves(weeks, named, hover=hover, gap=7),
        *crosses(learning),
        *explore.marks(day, [(style, [values[at]]) for style, values in named], hover=hover),
    ]
    up = explore.ticked_axis(say("things"), -8, 104)
    return explore.picture(traces, (over_weeks(), up), height=380)
