"""Lesson 15: a year under a rule, in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.lessons.words import Words

from .people import HEAVY, MIXED, STEP, WEEKS

WORDS = Words(__package__)
say = WORDS.say


def sentence(year):
    """The picture in words: who started therapy and who did not, who is better, and which group is left out."""
    treated = np.isfinite(year.began)
    share, end = round(100 * treated.mean()), 100 * year.responding[WEEKS].mean(axis=1)
    wait = f"{year.began[treated].mean():.0f}" if treated.any() else ""
    size = year.entry.size
    return " ".join(
        (
            say("started" if wait else "nobody", share=share, rest=100 - share, wait=wait),
            say("halved", rule=end[0], waiting=end[1], all=end[2]),
            left_out(year),
            say("used", people=size, used=year.used, budget=year.values["budget"] * size // 100),
        )
    )


def left_out(year):
    """Who got no therapy, in words."""
    none = ~np.isfinite(year.began)
    said = (say("of_a_group", group=name, none=100 * none[who].mean()) for name, who in year.groups.items())
    return say("left_out", groups=", ".join(said))


def table(year):
    """One row a person: place, score, what they got and when, and how it ended."""
    score = year.course.ratings(WEEKS)[0]
    columns = WORDS.says("columns")
    values = {
        "place": np.arange(1, year.entry.size + 1),
        "entry": year.entry,
        "began": np.where(np.isfinite(year.began), year.began, -1.0),
        "sessions": year.course.sessions_used[0],
        "weeks": year.course.weeks_taken[0],
        "end": score,
        "halved": year.responding[WEEKS, 0].astype(int),
    }
    return {columns[name]: column for name, column in values.items()}


def own(_):
    """Numbers of the clinic that are no parameters of the model."""
    numbers = {"own_spread": MIXED.severity_spread, "own_heavy": HEAVY, "own_step": STEP}
    return [explore.Entry(say(name), f"{value:g}") for name, value in numbers.items()]


def draw_guess(people, _):
    """The guess as a share of the last third on the list, in that group's row."""
    share = 100 * people / 33
    return explore.guess_line(
        [share, share], [-0.45, 0.45], (share, 0.5), hover=f"{people}", position="top center", panel=3
    )


def compare_guess(_, year):
    """How many of the last third on the list started, beside the guess."""
    last = list(year.groups.values())[-1]
    return say("guessed", started=int(np.isfinite(year.began)[last].sum()), people=int(last.sum()))


def all_start(run):
    """Nearly everybody starts, with 600 sessions for 100 people and no medication to make up for it."""
    started = np.isfinite(run.result.began).mean()
    return run.values["budget"] <= 600 and run.values["medication"] == "nobody" and started >= 0.95


def no_group_is_left_out(run):
    """With full courses, three in five of every group start."""
    year = run.result
    full = run.values["budget"] == 600 and run.values["each"] == 16 and run.values["people"] == 100
    return full and min(np.isfinite(year.began)[who].mean() for who in year.groups.values()) >= 0.6


def another_list(run):
    """The same rule, other people, and at least 8 of 100 more or fewer whose symptoms have halved."""
    for pinned in run.pinned:
        same = {**pinned.values, "seed": 0} == {**run.values, "seed": 0}
        ends = [100 * one.result.responding[WEEKS, 0].mean() for one in (pinned, run)]
        if same and run.values["people"] >= 100 and abs(ends[0] - ends[1]) >= 8:
            return True
    return False


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (all_start, no_group_is_left_out, another_list),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
