"""Three worlds in which trust and recovery are linked as closely: trust causes, trust follows, or both."""

import types

import numpy as np

from .arrays import Numbers
from .course import Course
from .parameter import Checked, parameter, record
from .symptoms import POINTS

RATED = 4
"""Week in which trust is rated."""


@record
class TrustWorld(Checked):
    """What trust does, and where its rating comes from.

        rating = follows * z(fall of the score by the week of rating) + sqrt(1 - follows^2) * z(origin)

    z has mean 0 and SD 1; the origin is the alliance that people bring along, or luck that causes nothing.

    changes: (("part.parameter", value), …), what this world changes in the model, for `Model.replace`.
    """

    follows: float = parameter(
        0.0,
        unit="correlation",
        range=(0.0, 1.0),
        says="how far rated trust follows early improvement",
        tag="fitted",
        source="fluckiger2018",
    )
    causes: bool = True
    changes: tuple[tuple[str, float], ...] = ()
    says: str = ""

    def ratings(self, course: Course, arm: str, week: int = RATED) -> Numbers:
        """Trust as rated in one week by the people of an arm, in SD from the mean, shape (patients,).

        Raises:
            ValueError: if there is no such arm, or the week was not kept.
        """
        cohort = course.cohort
        luck = cohort.draw_numbers(np.random.Generator.standard_normal, "trust")
        origin = cohort.traits.alliance if self.causes else luck
        fall = POINTS * cohort.traits.burden - course.ratings(week)[course.arm(arm)]
        return self.follows * standardise(fall) + np.sqrt(1 - self.follows**2) * standardise(origin)


def standardise(values: Numbers) -> Numbers:
    """Values with mean 0 and SD 1."""
    spread = values.std()
    return (values - values.mean()) / (spread if spread > 0 else 1.0)


TRUST_WORLDS = types.MappingProxyType(
    {
        "causes": TrustWorld(says="trust makes people better"),
        "follows": TrustWorld(
            follows=0.57,
            causes=False,
            changes=(("contact.alliance", 0.0), ("adherence.alliance", 0.0), ("dropout.alliance", 0.0)),
            says="feeling better makes people trust",
        ),
        "both": TrustWorld(follows=0.26, changes=(("contact.alliance", 1.8),), says="each feeds the other"),
    }
)
"""Worlds by name. In all three trust, rated in week 4, and the fall of the score by week 16 correlate as published: so a
correlation cannot tell them apart. What can: measuring in what order, and giving trust at random."""
