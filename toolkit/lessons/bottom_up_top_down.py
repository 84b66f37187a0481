"""Lesson 03: two levels that pull at each other, and two doors: does the warmth add up to more?"""

import dataclasses
import functools

import numpy as np

from toolkit import explore
from toolkit.explore import Style, axis, line
from toolkit.model import DUMMY, Cohort, Course, Medication, Model, Therapy, four_plans, simulate

from . import moved_where
from .lesson import Lesson
from .said import number
from .schematic import LEVELS, TOOLS, houses

WEEKS = 26
INTERACTIONS = {"none": "none: only the pull between levels", "real": "medication opens and speeds learning"}
FLOOR_WORDS = {
    1.85: "thinking:",
    1.6: "deciding,",
    1.35: "regulating",
    0.75: "body:",
    0.5: "sleep, energy,",
    0.25: "appetite",
}
STYLES = {
    ("medication", "body"): Style("medication, body", "medication", "solid", "square"),
    ("medication", "thinking"): Style("medication, thinking", "medication", "dot", "square-open"),
    ("therapy", "thinking"): Style("therapy, thinking", "therapy", "solid", "triangle-up"),
    ("therapy", "body"): Style("therapy, body", "therapy", "dot", "triangle-up-open"),
}


@dataclasses.dataclass(frozen=True)
class House:
    """Four plans in a house of two levels, read in one week; gains are points better than with a dummy pill."""

    course: Course
    week: int
    up: float
    down: float
    doors: dict
    gains: dict

    def now(self, tool, level):
        """Points gained by a tool at a level in the week read."""
        return self.gains[tool, level][self.week]

    def score_gain(self, tool):
        """Points of the score (the mean of both levels) gained in the week read."""
        return (self.now(tool, "body") + self.now(tool, "thinking")) / 2

    @property
    def added(self):
        """The two single gains of the score, added."""
        return self.score_gain("medication") + self.score_gain("therapy")

    def share(self, tool):
        """A tool's gain in % of the two added; nan where nothing has been gained yet."""
        return 100 * self.score_gain(tool) / self.added if self.added > 0.05 else np.nan

    def half_week(self, tool, level):
        """Week in which half of the last week's gain is reached, between weeks too; nan if hardly anything is gained."""
        return half_week(self.gains[tool, level])


def half_week(gain):
    """Week in which a curve of gains first reaches half of its last value; nan if that is less than 0.3 points."""
    if gain[-1] < 0.3:
        return np.nan
    after = int(np.argmax(gain >= gain[-1] / 2))
    return after - 1 + (gain[-1] / 2 - gain[after - 1]) / (gain[after] - gain[after - 1])


def model(up, down, medication_door, therapy_door, speed, interaction, **_):
    """The model that the controls describe."""
    changes = {
        "symptoms.somatic_to_cognitive": up,
        "symptoms.cognitive_to_somatic": down,
        "drug.somatic_share": 1 - medication_door,
        "skill.cognitive_share": therapy_door,
        "symptoms.relaxation_weeks": speed,
    }
    if interaction == "real":
        changes |= {"gate.strength": 1.0, "plasticity.gain": 1.0}
    return Model.additive().replace(changes)


def run(week, seed, **values):
    """Both tools run for 26 weeks, in 1,000 people; returns a House."""
    course, gains = live(seed, **values)
    doors = {"medication": values["medication_door"], "therapy": values["therapy_door"]}
    return House(course, week, values["up"], values["down"], doors, gains)


@functools.lru_cache(maxsize=1)
def live(seed, **values):
    """The course and the mean gains of each tool at each level, kept until something else than the week is moved."""
    plans = four_plans(Medication(stop=WEEKS), Therapy(stop=WEEKS))
    course = simulate(Cohort(1000, seed), plans, WEEKS, model(**values), keep=("symptoms", "somatic", "cognitive"))
    means = {"body": course.somatic.mean(axis=2), "thinking": course.cognitive.mean(axis=2)}
    tools = {tool: course.arm(tool) for tool in TOOLS}
    return course, {
        (tool, level): means[level][:, course.arm(DUMMY)] - means[level][:, tools[tool]]
        for tool in TOOLS
        for level in LEVELS
    }


def chart(house):
    """Left: three houses of two floors, warmer as complaints ease. Right: the gains week by week, and do they add up?"""
    plain = {"showgrid": False, "showline": False}
    floors = axis("", -0.05, 2.2, tickvals=list(FLOOR_WORDS), ticktext=list(FLOOR_WORDS.values()), **plain)
    names = axis(
        "points better than with a dummy pill, in this week",
        0,
        3,
        tickvals=[0.5, 1.5, 2.5],
        ticktext=list(TOOLS),
        domain=(0, 0.36),
        **plain,
    )
    shares = {tool: (house.share(tool), tool) for tool in TOOLS}
    both = house.share("both")
    guide = (
        [] if np.isnan(both) else [line([100, 100], [-0.5, 2.5], name="the two added", width=1, dash="dot", panel=3)]
    )
    right = {"domain": (0.4, 1)}
    return explore.picture(
        [*houses(house), *gains(house), *guide, *explore.dot_rows(shares, "{:.0f} %", {}, panel=3)],
        (names, floors),
        (
            axis("week", 0, WEEKS + 24, tickvals=list(range(0, WEEKS + 1, 4)), **right),
            axis("points better than with a dummy pill", -0.7, 14, domain=(0.42, 1)),
        ),
        (
            axis("score gained, in % of the two added", 0, 170, tickvals=[0, 50, 100, 150], **right),
            explore.row_axis(TOOLS, domain=(0, 0.24)),
        ),
        height=520,
    )


def gains(house):
    """Gains of the single tools at each level, with a diamond where half of the last week's gain is reached."""
    weeks = np.arange(WEEKS + 1)
    named = [(style, house.gains[key]) for key, style in STYLES.items()]
    drawn = [
        line([house.week, house.week], [0, 13], name="week", width=1, dash="dot", panel=2, hover=f"week {house.week}"),
        *explore.curves(weeks, named, hover="%{y:.1f} points in week %{x:.0f}", gap=0.9, panel=2),
    ]
    halves = [(house.half_week(*key), house.gains[key][-1] / 2, style) for key, style in STYLES.items()]
    for week, gain, style in halves:
        if not np.isnan(week):
            half = {"name": f"half of {style.label}", "hover": "week %{x:.1f}", "panel": 2}
            drawn.append(explore.dots([week], [gain], colour=style.colour, symbol="diamond", size=10, **half))
    return drawn


def sentence(house):
    """The picture in words."""
    now = "; ".join(
        f"{tool} {number(house.now(tool, 'body'))} in the body and {number(house.now(tool, 'thinking'))} in thinking"
        for tool in TOOLS
    )
    halves = ", ".join(half_words(house, *key) for key in STYLES)
    return (
        f"Week {house.week}, points better than with a dummy pill: {now}. "
        f"Half of the last week's gain: {halves}. {adding(house)}"
    )


def half_words(house, tool, level):
    week = house.half_week(tool, level)
    return f"{tool} in {level} " + ("never (hardly anything gets there)" if np.isnan(week) else f"week {week:.1f}")


def adding(house):
    """Whether both are the two added, in words."""
    if np.isnan(house.share("both")):
        return "Nothing has been gained yet, so there is nothing to add."
    more = house.score_gain("both") - house.added
    verdict = "exactly the two added" if abs(more) < 1e-6 else f"{number(more, '+')} points on top of the sum"
    return f"In the score, both together gain {house.share('both'):.0f} % of the two added: {verdict}."


def table(house):
    """Gains by week, tool and level."""
    columns = {f"{tool}, {level} (points)": house.gains[tool, level] for tool in TOOLS for level in LEVELS}
    return {"week": np.arange(WEEKS + 1), **columns}


def guessed(share, _):
    """The guess among the shares; nan, for a guess without a number, draws nothing."""
    return explore.guess_line(
        [share, share], [-0.5, 2.5], (share, 2.5), hover=f"{share} %", position="top center", panel=3
    )


def together(up, down, below, above):
    """What pushes on the two levels take off the score in the long run: the levels pull each other along as well."""
    body = (below + down * above) / (1 - up * down)
    thinking = (above + up * below) / (1 - up * down)
    return (body + thinking) / 2


PUSHES = ((0.0, 0.0, 4.0, 6.0), (0.3, 0.3, 4.0, 0.0), (0.3, 0.3, 0.0, 6.0), (0.3, 0.3, 4.0, 6.0), (0.7, 0.7, 4.0, 6.0))
LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    model=model,
    studies_chart=moved_where.chart,
    studies_sentence=moved_where.sentence,
    drawn=guessed,
    cases=[(pushes, together(*pushes)) for pushes in PUSHES],
)
