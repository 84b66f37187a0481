"""Four plans in a house of two levels, which pull at each other."""

import dataclasses
import functools

import numpy as np

from toolkit.model import DUMMY, Cohort, Course, Medication, Model, Therapy, four_plans, simulate

WEEKS = 26


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


TOOLS = ("medication", "therapy", "both")

LEVELS = ("body", "thinking")
