"""Lesson 16, part one: a caseload, a list, a budget. Who gets what, who is left out, and what the budget bought."""

import numpy as np

from toolkit import explore

from .people import HEAVY, MIXED, STEP, WEEKS, run


def sentence(year):
    """The picture in words."""
    end = 100 * year.responding[WEEKS].mean(axis=1)
    people, treated = year.entry.size, np.isfinite(year.began)
    wait = f", after {year.began[treated].mean():.0f} weeks of waiting on average" if treated.any() else ""
    return (
        f"{people:,} people; {year.used:,} of {year.values['budget'] * people // 100:,} sessions used. Responding after a year: "
        f"{end[0]:.0f} of 100; on a waiting list all year {end[1]:.0f}, with both for all {end[2]:.0f}. A person did not "
        f"respond for {year.weeks_ill:.0f} weeks on average. {100 * treated.mean():.0f} of 100 got therapy{wait}. {left_out(year)}"
    )


def left_out(year):
    """Who got no therapy, in words."""
    none = ~np.isfinite(year.began)
    said = ", ".join(f"{name} {100 * none[group].mean():.0f}" for name, group in year.groups.items())
    return f"Without therapy, of 100: {said}."


def table(year):
    """One row a person: place, burden, what they got and when, and how it ended."""
    score = year.course.ratings(WEEKS)[0]
    return {
        "place in the list": np.arange(1, year.entry.size + 1),
        "points at entry": year.entry,
        "week of the first session (-1: none)": np.where(np.isfinite(year.began), year.began, -1.0),
        "sessions": year.course.sessions_used[0],
        "weeks on the medicine": year.course.weeks_taken[0],
        f"points in week {WEEKS}": score,
        "responds": year.responding[WEEKS, 0].astype(int),
    }


def own(_):
    """Numbers of the clinic that are no parameters of the model."""
    numbers = {
        "how much people differ in burden (spread, entry severities)": f"{MIXED.severity_spread:g}",
        "points at entry that count as heavily burdened": f"{HEAVY}",
        "week in which a stepped rule looks": f"{STEP}",
    }
    return [explore.Entry(what, value) for what, value in numbers.items()]


def compare_guess(_, year):
    """Both ways on the same caseload, beside the guess."""
    if year.values["medicine"] != "nobody" or year.values["who"] != "all":
        return ""
    ended = {each: run(**{**year.values, "each": each, "seed": year.course.cohort.seed}).bought for each in (16, 8)}
    said = " and ".join(f"{gain:.0f} more of 100 with {each} each" for each, gain in ended.items())
    return f"Against a waiting list all year: {said}. Other people numbers give other counts."
