"""Lesson 01: two tools, four lives of one person over a year."""

import dataclasses
import functools

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line
from toolkit.model import (
    CONDITIONS,
    DUMMY,
    Cohort,
    Course,
    Medication,
    Model,
    Plan,
    Therapy,
    Visits,
    four_plans,
    simulate,
)

from .after_a_year import studies_chart, studies_sentence
from .jobs import history, matrix  # the notebook shows them beside the explorer
from .lesson import Lesson
from .said import number

__all__ = ["LESSON", "history", "matrix"]

WEEKS = 52
PEOPLE = 1000
SEVERITY = {"milder": 0.75, "typical": 1.0, "severe": 1.35}
TOOLS = ("medication", "therapy", "both")


@dataclasses.dataclass(frozen=True)
class Year:
    """A year of four plans, for all 1,000 people or for the first of them, read in one week."""

    course: Course
    people: int
    who: str
    week: int

    @property
    def one_person(self):
        """Whether a single life is shown."""
        return self.people == 1

    @functools.cached_property
    def scores(self):
        """Scores of those who are shown, {arm: shape (weeks + 1, people)}."""
        return {name: self.course.symptoms[:, place, : self.people] for place, name in enumerate(self.course.arms)}

    @functools.cached_property
    def means(self):
        """Mean score in each week, {arm: shape (weeks + 1,)}."""
        return {name: scores.mean(axis=1) for name, scores in self.scores.items()}

    @functools.cached_property
    def gains(self):
        """Points better than with a dummy pill in each week, {tool: shape (weeks + 1,)}."""
        return {name: self.means[DUMMY] - self.means[name] for name in TOOLS}

    @property
    def passing(self):
        """First week in which therapy helps more than medication; None if there is none."""
        ahead = np.flatnonzero(self.gains["therapy"] > self.gains["medication"] + 0.05)
        return int(ahead[0]) if ahead.size else None


def model(medication, therapy, door, **_):
    """The model that the controls describe: nobody leaves early, and nothing interacts unless the door is on."""
    usual = Model()
    return Model.additive().replace(
        {
            "drug.strength": medication * usual.drug.strength,
            "skill.strength": therapy * usual.skill.strength,
            "gate.strength": usual.gate.strength if door else 0.0,
        }
    )


def cohort(who, seed):
    """1,000 people who start milder, typical or severe."""
    return Cohort(PEOPLE, seed, dataclasses.replace(CONDITIONS["depression"], severity=SEVERITY[who]))


def run(people, who, week, seed, **values):
    """The year of 1,000 people with the controls' values; returns a Year."""
    return Year(live(who, seed, **values), people, who, week)


@functools.lru_cache(maxsize=1)
def live(who, seed, stop, sessions, **values):
    """The four plans' course, kept until something else than the week or whose lives are shown is moved.

    In all four people are seen all year: so the slider of the medication moves the medication alone, not who is seen.
    """
    plans = {
        name: dataclasses.replace(plan, visits=Visits(stop=WEEKS))
        for name, plan in four_plans(Medication(stop=stop), Therapy(stop=sessions)).items()
    }
    # No relapse is shown here and none moves a score; the studies run those whom they follow anew, with the relapse clock.
    clockless = model(**values).replace({"relapse.weekly": 0.0})
    return simulate(cohort(who, seed), plans, WEEKS, clockless, keep=("symptoms",))


def chart(year):
    """Four lives week by week on the left; on the right, how much better than with a dummy pill."""
    # One life can pass below 0: the toy's score has no floor.
    top, most, bars = (55, 26, (-20, -24)) if year.one_person else (42, 14, (-3, -6))
    ticks = list(range(0, WEEKS + 1, 8))
    left = explore.with_periods(
        "score (points; lower is better)",
        bars[1] - 2,
        top,
        range(0 if bars[0] == -3 else -10, 60, 10),
        dict(zip(bars, ("medication", "therapy"), strict=True)),
    )
    right = axis("points better than with a dummy pill", -most / 7, most)
    return explore.picture(
        [*lives(year, top, bars), *gains(year, most)],
        (axis("week", 0, WEEKS + 48, tickvals=ticks), left),
        (axis("week", 0, WEEKS + 22, tickvals=ticks), right),
        widths=(12, 3, 8),
        height=430,
    )


def lives(year, top, bars):
    weeks = np.arange(WEEKS + 1)
    medication, therapy = year.course.plans["both"].medication, year.course.plans["both"].therapy
    return [
        explore.period(0, medication.stop, bars[0], arm="medication"),
        explore.period(0, therapy.stop, bars[1], arm="therapy"),
        *explore.lives(weeks, year.scores, (DUMMY, "both"), gap=(top - bars[1]) / 22),
    ]


def gains(year, most):
    named = [(ARMS[name], year.gains[name]) for name in TOOLS]
    hover = "%{y:.1f} points in week %{x:.0f}"
    return [
        line([0, WEEKS], [0, 0], name=DUMMY, colour="nothing", dash="dot", width=1.5, panel=2, hover=DUMMY),
        line([year.week] * 2, [0, most], name="week", width=1, dash="dot", panel=2, hover=f"week {year.week}"),
        *explore.curves(np.arange(WEEKS + 1), named, hover=hover, gap=most / 16, panel=2),
    ]


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


def year_end():
    """Cases of the code task: mean score in week 52 if medication is taken until a given week, and visits go on all year."""
    stops = (13, 26, 52)
    seen = Visits(stop=WEEKS)
    plans = {str(stop): Plan(medication=Medication(stop=stop), visits=seen) for stop in stops}
    course = simulate(Cohort(100, seed=1), plans, WEEKS, Model.additive(), keep=("symptoms",), keep_weeks=(WEEKS,))
    return [((stop,), float(mean)) for stop, mean in zip(stops, course.mean(WEEKS), strict=True)]


LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    model=model,
    studies_chart=studies_chart,
    studies_sentence=studies_sentence,
    sketched=lambda year: year.means["medication"],
    cases=year_end(),
)
