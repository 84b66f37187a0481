"""Lesson 10's picture: who is still well week by week, and 100 people of each group at the end."""

from toolkit import explore
from toolkit.explore import line
from toolkit.lessons.stopping_trials import ENDINGS
from toolkit.lessons.words import Words

WORDS = Words(__package__)
say = WORDS.say


def chart(seen):
    """Curves of staying well with the numbers followed and the published marks; 100 people of each group at the end."""
    names, end = list(seen.weeks), seen.trial.follow
    up = explore.survival_axis(say("still_well"), [ENDINGS[name] for name in names])
    every = 26 if end <= 52 else 52
    across = explore.ticked_axis(say("since"), -0.12 * end, 1.5 * end, every, end)
    short = WORDS.says("short")
    right = explore.hundred_axes(say("people_of_100", week=end), [short[name].replace(" ", "<br>") for name in names])
    traces = [*curves(seen, every), *event(seen)]
    for block, name in enumerate(names):
        traces += explore.hundred(
            kinds(name, seen.shares[name]), block=block, called=ENDINGS[name].label, panel=2, size=5, legend=False
        )
    return explore.picture(traces, (across, up), right, widths=(12, 1, 3 * len(names)), height=280 + 22 * len(names))


def kinds(name, share):
    """Of 100 people, those who are still well, filled, and those who are ill again."""
    ill, colour = round(share), ENDINGS[name].colour
    return [
        explore.Kind(say("well"), 100 - ill, colour),
        explore.Kind(say("ill_again"), ill, colour, "circle-open"),
    ]


def curves(seen, every):
    """Kaplan-Meier curves, the published ends as marks with their intervals, and the numbers still followed below."""
    end, drawn = seen.trial.follow, [(ENDINGS[name], curve) for name, curve in seen.curves.items()]
    traces = explore.survival(drawn, end, every, hover=say("hover"))
    there = [(ENDINGS[name], figure) for name, figure in seen.trial.relapsed.items() if name in seen.shares]
    for place, (look, (ill, low, high)) in enumerate(there):
        traces += mark(look, (1 + 0.035 * (place + 1)) * end, 100 - ill, 100 - high, 100 - low)
    ends = [(style, 100 * curve.share[-1]) for style, curve in drawn]
    return [*traces, explore.names_at_ends((1.05 + 0.035 * len(there)) * end, ends, gap=8, top=100)]


def mark(look, across, well, low, high):
    """One published figure beside the curves' ends, with its interval."""
    hover = say("marked", well=well, low=low, high=high)
    ends = line([across, across], [low, high], name=say("interval"), width=2, hover=None, colour=look.colour)
    dot = explore.dots([across], [well], name=look.label, symbol=look.symbol, size=9, hover=hover, colour=look.colour)
    return [ends, dot]


def event(seen):
    """The week in which something hard happens, as a dotted line, if it does."""
    if seen.cost:
        yield line([seen.when, seen.when], [0, 100], name=say("event"), dash="dot", width=1.5, hover=say("event"))
        yield explore.words([seen.when], [6], [say("event")])
