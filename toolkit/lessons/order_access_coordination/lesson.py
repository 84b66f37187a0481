"""Lesson 14: six plans in words, what its guess and its missions ask, and what its table holds."""

import numpy as np

from toolkit import explore
from toolkit.lessons.words import Words
from toolkit.model import WAITING

from .people import FULL, WAYS, WEEKS, not_yet

WORDS = Words(__package__)
say = WORDS.say


def sentence(paths):
    """The picture in words."""
    return " ".join(told(paths))


def told(paths):
    """The same, sentence by sentence: the chosen plan, two comparisons, when it is furthest behind, what it takes."""
    plan, week = paths.plan, paths.week
    share = paths.people(plan, week)
    behind, more = paths.behind(plan), share - paths.people(WAITING, week)
    now, worst = behind[week], behind.argmax()
    yield say("lead", plan=WAYS[plan][0].upper() + WAYS[plan][1:], week=week, share=share)
    if plan == "both":
        yield say("best", more=more)
    elif plan == WAITING:
        yield say("waits", gap=now)
    else:
        yield say("level" if now == 0 else "fewer" if now > 0 else "ahead", gap=abs(now), more=more)
    if paths.values["sessions"] < FULL and plan != WAITING:
        yield say("saved" if paths.values["sessions"] else "none", full=FULL, share=paths.in_full[week])
    if behind[worst] > max(now, 0):
        yield say("furthest", week=worst, gap=behind[worst])
    yield say("cost", sessions=paths.sessions(plan), drug=paths.drug_weeks(plan))
    best, waits = paths.unwell_weeks("both"), paths.unwell_weeks(WAITING)
    yield say("unwell_best" if plan == "both" else "unwell", unwell=paths.unwell_weeks(plan), best=best, waits=waits)
    if plan == "therapy" and paths.values["wait"]:
        shares = paths.without_wait
        yield say("no_wait", week=week, share=round(shares[week]), unwell=not_yet(shares))


def table(paths):
    """Percentage clearly improved by week, for every plan."""
    columns = {say("column", way=WAYS[way]): paths.responses[way] for way in WAYS}
    return {say("week"): np.arange(WEEKS + 1), **columns}


def draw_guess(week, paths):
    """The guessed week, where a week was guessed."""
    return explore.guess_line([week] * 2, [0, 60], (week + 0.6, 4), hover="%{x:.0f}") if week else []


def compare_guess(_, paths):
    """When the lead is largest in the picture."""
    lead = paths.behind("medication first")
    return say("guessed", week=lead.argmax(), gap=lead.max())


def saves_sessions(run):
    """Medication first, for 4 sessions a person or fewer, is within 2 of 100 of both with no session saved at the year's end."""
    paths = run.result
    cheap = paths.sessions("medication first") <= 4
    behind = paths.in_full[WEEKS] - paths.people("medication first", WEEKS)
    return paths.plan == "medication first" and cheap and behind <= 2


def waits_for_nothing(run):
    """Therapy alone after a wait loses no week that it would not have lost without."""
    paths, values = run.result, run.values
    if values["plan"] != "therapy" or values["wait"] < 8 or values["sessions"] < 8:
        return False
    return paths.unwell_weeks("therapy") <= not_yet(paths.without_wait)


def listens(run):
    """Medication alone has 86 of 100 clearly improved at the year's end where nobody offers therapy."""
    paths = run.result
    return paths.plan == "medication" and run.values["sessions"] == 0 and paths.people("medication", WEEKS) >= 86


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (saves_sessions, waits_for_nothing, listens),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
