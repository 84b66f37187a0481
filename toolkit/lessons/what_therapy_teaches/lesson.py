"""Lesson 09: what therapy teaches, in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import Entry
from toolkit.lessons.words import Words
from toolkit.model import THERAPY_KINDS, Exposure

from .people import CARRIED, FRIGHT, MOST, NEED, OTHER_REASONS, THIRD, USUAL, WEEKS

WORDS = Words(__package__)
say = WORDS.say
SOLD, HONEST, APART = 6, 10, 5
"""Fear of 100 below which a therapy sells, and one that no number of sessions brings to another room; things of 100 ahead."""


def sentence(learning):
    """The picture in words."""
    return " ".join({"fear": told_of_fear, "ending": told_of_ending, "kinds": told_of_kinds}[learning.show](learning))


def when(learning):
    """The day on which all is measured, in words."""
    named = {0: "day_after", 1: "week_after", 52: "year_after"}
    return say(named.get(learning.after, "weeks_after"), weeks=learning.after)


def told_of_fear(learning):
    """Where fear is, then what is left of what was won, then people."""
    met = WORDS.says("met")[learning.where]
    if learning.where == "fright" and learning.measured <= learning.last + FRIGHT:
        met = WORDS.says("met")["same"]
    now, first = round(learning.now), round(learning.first)
    yield say("fear_is", when=when(learning), met=met, now=now)
    if learning.after:
        yield say("won" if now > first else "further", first=first, won=100 - first, kept=100 - now)
    others = 100 - learning.well
    yield say("in_people" if others else "in_all", well=learning.well, others=others)
    yield say("slow_expects", slow=learning.on(learning.slow, learning.measured))
    if learning.calm:
        yield say("without_drug", clear=learning.clear.now)


def told_of_ending(learning):
    """Two ways to count the same people."""
    yield say("if_all_stay", eight=learning.stay(8), most=learning.stay(MOST), last=MOST)
    yield say("who_end", one=learning.end(1), twelve=learning.end(12))
    yield say("every_session" if learning.ends else "at_random")


def told_of_kinds(learning):
    """What has been kept with two kinds, what the kind stands for, and whose numbers these are."""
    named, kept = WORDS.says("named"), learning.on(learning.chosen, learning.measured)
    values = {"kind": named[learning.kind], "kept": kept}
    if learning.is_usual:
        yield say("kept_usual", when=when(learning), **values)
    else:
        usual = learning.on(learning.usual, learning.measured)
        words = "kept_changed" if learning.kind == USUAL else "kept_beside"
        yield say(words, when=when(learning), usual=usual, **values)
    yield say("stands_for", kind=named[learning.kind], what=WORDS.says("stands")[learning.kind])
    yield say("whose_numbers")


def table(learning):
    """What is drawn, in numbers: by day, or by number of sessions."""
    if learning.show == "ending":
        columns = {say("stay_column"): learning.if_all_stay, say("end_column"): learning.ended}
        return {say("sessions"): np.arange(1, MOST + 1), **columns}
    days = {say("day"): learning.days}
    if learning.show == "kinds":
        called = WORDS.says("short")
        chosen = {say("learned_column", kind=called[learning.kind]): learning.chosen}
        usual = {say("usual_column", kind=called[USUAL]): learning.usual}
        return {**days, **chosen, **({} if learning.is_usual else usual)}
    felt = {say("fear_column"): learning.fear.mean(axis=1), say("slow_column"): learning.slow}
    clear = {say("clear_column"): learning.clear.fear.mean(axis=1)} if learning.calm else {}
    return {**days, **felt, **clear}


def own(values):
    """Ledger entries of what is the lesson's own: two memories, kinds, and who ends when."""
    kind, exposure = (
        THERAPY_KINDS[values["kind"]],
        Exposure(fading_days=values["fading"], blunting=values["calm"] / 100),
    )
    need, leave = (say("set_near", study=finding(id).short) for id in ("howard1986_dose", "barkham2006_gel"))
    return [
        *explore.entries(exposure, ("fast", "slow", "recency", "fading_days", "blunting")),
        *explore.entries(kind, ("learning", "forgetting")),
        Entry(say("own_third"), say("as_share", number=THIRD)),
        Entry(say("own_room"), say("as_share", number=CARRIED["room"])),
        Entry(say("own_fright"), say("as_share", number=CARRIED["fright"])),
        Entry(say("own_need"), say("as_number", number=NEED), source=need),
        Entry(say("own_leave"), say("as_number", number=OTHER_REASONS), source=leave),
    ]


def draw_guess(share, learning):
    """The guess over the fear."""
    if learning.show != "fear":
        return []
    return explore.guess_line([0, WEEKS], [share, share], (26, share), hover=say("guess"), position="top center")


def compare_guess(_, learning):
    """What the picture shows in the guess's place."""
    return say("guessed", now=learning.now) if learning.show == "fear" else ""


def sells(run):
    """Twelve plain sessions, measured on a day on which fear is nearly gone."""
    plain = {"show": "fear", "sessions": 12, "gap": 7, "boosters": 0, "where": "same", "calm": 0}
    return all(run.values[name] == value for name, value in plain.items()) and run.result.now < SOLD


def reaches_another_room(run):
    """Fear in another room is low a year after the last session."""
    asked = {"show": "fear", "where": "room", "after": 52}
    return all(run.values[name] == value for name, value in asked.items()) and run.result.now <= HONEST


def rises(run):
    """Of those who end after twelve sessions more are well enough than of those who end after one."""
    return run.values["show"] == "ending" and run.result.end(12) > run.result.end(1)


def ranks_both_ways(run):
    """One kind of therapy is clearly ahead of CBT in one run, and clearly behind in another."""
    if run.values["show"] != "kinds":
        return False
    moved = dict.fromkeys(("teaches", "fades"))
    for pinned in run.pinned:
        same = {**pinned.values, **moved} == {**run.values, **moved}
        behind, ahead = sorted(one.result.ahead for one in (pinned, run))
        if same and behind <= -APART and ahead >= APART:
            return True
    return False


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (sells, reaches_another_room, rises, ranks_both_ways),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
