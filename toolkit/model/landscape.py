"""A rival picture: complaints as a ball in a landscape with two valleys. Medication tilts it, therapy reshapes it."""

import numpy as np

from .arrays import Amount, Numbers
from .course import Course
from .decay import logistic
from .parameter import Checked, parameter, record
from .randomness import stream
from .renamed import keep_old_names


@record
class Landscape(Checked):
    """One burden y rolls downhill, shaken by chance:

        tau dy = -(pull * y - push - loop * L((y - middle) / width)) dt + tau sigma dW,      L the logistic

    Medication lowers `push` (tilt); therapy lowers `loop` (reshape). With a strong loop there are two valleys, well and
    ill. Then a drug that carries somebody over the ridge leaves them well after it is stopped: the opposite of what the
    graded model says. Evidence that patients are like this is thin.
    """

    pull: float = parameter(0.7, unit="", range=(0.1, 1.0), says="how strongly complaints are drawn to nothing")
    push: float = parameter(0.07, unit="entry severities", range=(-0.5, 0.8), says="steady push towards illness")
    loop: float = parameter(
        0.63, unit="entry severities", range=(0.0, 1.5), says="how strongly complaints feed themselves"
    )
    middle: float = parameter(
        0.55, unit="entry severities", range=(0.1, 1.5), says="burden at which the loop is half on"
    )
    width: float = parameter(0.08, unit="entry severities", range=(0.03, 0.5), says="how gradually it comes on")
    relaxation_weeks: float = parameter(2.0, unit="weeks", range=(0.5, 12.0), says="how fast the ball rolls")
    noise: float = parameter(
        0.09, unit="entry severities per √week", range=(0.0, 0.3), says="how hard the landscape is shaken"
    )
    tilt: float = parameter(0.22, unit="entry severities", range=(0.0, 0.8), says="how far full drug effect tilts")
    reshape: float = parameter(
        0.25, unit="share", range=(0.0, 1.0), says="share of the loop that full skill takes away"
    )

    def slope(self, y: Numbers, effect: Amount = 0.0, skill: Amount = 0.0) -> Numbers:
        """V'(y) under a drug effect and a skill, both 0 to 1: the ball rolls down it."""
        loop = self.loop * (1 - self.reshape * skill)
        return self.pull * y - (self.push - self.tilt * effect) - loop * logistic((y - self.middle) / self.width)

    def height(self, y: Numbers, effect: float = 0.0, skill: float = 0.0) -> Numbers:
        """V(y), up to a constant."""
        loop = self.loop * (1 - self.reshape * skill) * self.width
        steady = self.push - self.tilt * effect
        return 0.5 * self.pull * y**2 - steady * y - loop * np.logaddexp(0.0, (y - self.middle) / self.width)

    def equilibria(self, effect: float = 0.0, skill: float = 0.0) -> Numbers:
        """Where the ground is level, ascending: (well, ridge, ill), or a single valley."""
        # The loop adds between nothing and all of its strength, so they lie between these two.
        lowest = (self.push - self.tilt * effect) / self.pull
        # Only valleys that are about to vanish fall between two points of the grid; 50 halvings then reach the last digit.
        y = np.linspace(lowest - 0.01, lowest + self.loop / self.pull + 0.01, 6001)
        uphill = self.slope(y, effect, skill) > 0
        at = np.flatnonzero(uphill[:-1] != uphill[1:])
        left, right = y[at], y[at + 1]
        for _ in range(50):
            middle = (left + right) / 2
            same = (self.slope(middle, effect, skill) > 0) == uphill[at]
            left, right = np.where(same, middle, left), np.where(same, right, middle)
        return (left + right) / 2

    def simulate(self, course: Course, steps_per_week: int = 10) -> Numbers:
        """The patients of a Course, with the drug effect and skill they had there, in this landscape instead.

        All start in the valley of illness and have the same luck in every arm.

        Args:
            course: a Course that kept drug_effect and skill in every week.
            steps_per_week: steps of the simulation (Euler and Maruyama).

        Returns:
            burden y, entry severities, shape (weeks + 1, arms, patients).
        """
        effects, skills = course.drug_effect, course.skill
        y: Numbers = np.full(effects.shape[1:], self.equilibria()[-1])
        out = [y]
        luck, step = stream(course.cohort.seed, "landscape", 0), 1.0 / steps_per_week
        for week in range(course.weeks):
            for part in (np.arange(steps_per_week) + 0.5) * step:
                effect, skill = (now[week] + part * (now[week + 1] - now[week]) for now in (effects, skills))
                jolt = self.noise * np.sqrt(step) * luck.standard_normal(y.shape[1])
                y = y - step / self.relaxation_weeks * self.slope(y, effect, skill) + jolt
            out.append(y)
        return np.array(out)


keep_old_names(Landscape, rests="equilibria", live="simulate")
