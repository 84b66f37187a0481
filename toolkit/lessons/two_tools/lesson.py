"""Lesson 01: two tools, four lives of one person over a year."""

import numpy as np

from toolkit.model import Cohort, Medication, Model, Plan, Visits, simulate

from ..format import number
from .people import TOOLS, WEEKS


def sentence(year):
    """The picture in words."""
    who = f"One person, {year.who} at the start" if year.one_person else f"1,000 people, {year.who} at the start"
    scores = ", ".join(f"{name} {number(mean[year.week])}" for name, mean in year.means.items())
    passing = "Therapy never passes medication in this year. "
    if year.gains["medication"].max() < 0.05:  # no medication, no race
        passing = ""
    elif year.passing is not None:
        passing = f"Therapy helps more than medication for the first time in week {year.passing}. "
    return (
        f"{who}. Score in week {year.week}: {scores} points; lower is better. "
        f"Better than with a dummy pill by {better(year, year.week)}. {passing}"
        f"A year on, in week {WEEKS}, still better by {better(year, WEEKS)}."
    )


def better(year, week):
    return ", ".join(f"{number(year.gains[name][week])} with {name}" for name in TOOLS)


def table(year):
    """Mean score by week and arm."""
    return {"week": np.arange(WEEKS + 1), **{f"{name} (points)": mean for name, mean in year.means.items()}}


def cases():
    """Cases of the code task: mean score in week 52 if medication is taken until a given week, and visits go on all year."""
    stops = (13, 26, 52)
    seen = Visits(stop=WEEKS)
    plans = {str(stop): Plan(medication=Medication(stop=stop), visits=seen) for stop in stops}
    course = simulate(Cohort(100, seed=1), plans, WEEKS, Model.additive(), keep=("symptoms",), keep_weeks=(WEEKS,))
    return [((stop,), float(mean)) for stop, mean in zip(stops, course.mean(WEEKS), strict=True)]


def sketched(year):
    """What a drawn guess is compared with."""
    return year.means["medication"]
