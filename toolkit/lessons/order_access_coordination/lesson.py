"""Lesson 14: six plans in words, what its guess and its missions ask, and what its table holds."""

import numpy as np

from toolkit import explore
from toolkit.model import WAITING

from ..words import Words
from .people import WAYS, WEEKS, run

say = Words(__package__).say


def sentence(paths):
    """The picture in words."""
    return " ".join(told(paths))


def told(paths):
    """The same, sentence by sentence: the chosen plan, two comparisons, what it takes."""
    share = paths.responses[paths.plan][paths.week]
    gap, more = (round(abs(share - paths.responses[way][paths.week])) for way in ("both", WAITING))
    plan = WAYS[paths.plan]
    yield say("lead", plan=plan[0].upper() + plan[1:], week=paths.week, share=share)
    if paths.plan in (WAITING, "both"):
        yield say("waits" if paths.plan == WAITING else "best", gap=gap, more=more)
    else:
        above = share > paths.responses["both"][paths.week]
        yield say("level" if gap == 0 else "ahead" if above else "behind", gap=gap, more=more)
    yield say("cost", sessions=paths.sessions(paths.plan), drug=paths.drug_weeks(paths.plan))
    yield say("unwell", unwell=paths.unwell_weeks(paths.plan), unwell_both=paths.unwell_weeks("both"))


def table(paths):
    """Percentage clearly better by week, for every plan."""
    columns = {say("column", way=WAYS[way]): paths.responses[way] for way in WAYS}
    return {say("week"): np.arange(WEEKS + 1), **columns}


def leads(paths):
    """By how many of 100 both from the start is ahead of medication first, shape (weeks + 1,)."""
    return paths.responses["both"] - paths.responses["medication first"]


def draw_guess(week, paths):
    """The guessed week, where a week was guessed."""
    return explore.guess_line([week] * 2, [0, 60], (week + 0.6, 4), hover="%{x:.0f}") if week else []


def compare_guess(_, paths):
    """When the lead is largest in the picture."""
    gap = leads(paths)
    return say("guessed", week=int(gap.argmax()), gap=gap.max())


def saves_sessions(run):
    """Medication first is within 2 of 100 of both from the start at the year's end, for 4 sessions a person or fewer."""
    paths = run.result
    cheap = paths.sessions("medication first") <= 4
    return paths.plan == "medication first" and cheap and leads(paths)[WEEKS] <= 2


def waits_for_nothing(at):
    """Therapy alone after a wait loses no week that it would not have lost without."""
    values = at.values
    if values["plan"] != "therapy" or values["wait"] < 8 or values["sessions"] < 8:
        return False
    return at.result.unwell_weeks("therapy") <= run(**values | {"wait": 0}).unwell_weeks("therapy")


def listens(run):
    """Medication alone has 86 of 100 clearly better at the year's end where nobody offers therapy."""
    paths = run.result
    alone = paths.plan == "medication" and run.values["sessions"] == 0
    return alone and paths.responses["medication"][WEEKS] >= 86


conditions = {
    "Save sessions": saves_sessions,
    "A wait that costs nothing": waits_for_nothing,
    "A visit that listens": listens,
}
