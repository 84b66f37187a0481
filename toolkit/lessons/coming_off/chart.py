"""Lesson 11's picture: what is filled and what the body is used to, and 100 people under two ideas of illness."""

from toolkit import explore
from toolkit.explore import axis, line
from toolkit.lessons.words import Words

from .people import BEFORE, KEPT, YEAR

WORDS = Words(__package__)
say = WORDS.say


def chart(seen):
    """The way down on the left; on the right 100 people with medication kept and under either idea."""
    end = seen.descent.last + 12
    shown = seen.descent.weeks <= end
    weeks = seen.descent.weeks[shown][::2]
    filled, used_to = (100 * part[shown][::2] for part in (seen.descent.filled, seen.descent.used_to))
    steps = [0, seen.descent.last // 2, seen.descent.last] if seen.descent.last else [0]
    across = axis(say("weeks"), -BEFORE, end, tickvals=steps)
    up = axis(say("places"), 0, 100, tickvals=[0, 20, 40, 60, 80, 100])
    traces = [
        line(weeks, used_to, name=say("used_to"), dash="dash", width=2, hover=say("hover")),
        line(weeks, filled, name=say("filled"), colour="medication", width=3, hover=say("hover")),
    ]
    traces += names(seen)
    called = WORDS.says("short")
    for block, group in enumerate(seen.days):
        traces += explore.hundred(kinds(seen, group), block=block, called=called[group], panel=2, size=5, legend=False)
    title = say("people_last" if seen.from_last else "people_first", weeks=YEAR)
    right = explore.hundred_axes(title, [called[group].replace(" ", "<br>") for group in seen.days])
    return explore.picture(traces, (across, up), right, widths=(12, 1, 14), height=360)


def names(seen):
    """The two lines' names, each beside its own line where there is room."""
    end = seen.descent.last + 12
    yield explore.words([end], [96], [say("used_to_short")], position="middle left")
    yield explore.words([end], [88], [say("filled_short")], colour="medication", position="middle left")


def kinds(seen, group):
    """Of 100 people, those who are well, those who feel withdrawal, of whom some are taken for ill again, and the ill."""
    ill, unwell = round(seen.ill[group]), round(seen.unwell[group])
    mistaken = round(seen.mistaken * unwell)
    colour = "medication" if group == KEPT else "ink"
    return [
        explore.Kind(say("well"), 100 - ill - unwell, colour),
        explore.Kind(say("unwell"), unwell - mistaken, colour, "square"),
        explore.Kind(say("mistaken"), mistaken, colour, "square-open"),
        explore.Kind(say("ill_again"), ill, colour, "circle-open"),
    ]
