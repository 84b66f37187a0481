"""The toy model: who is treated (cohort), what is given (plan), the equations, the run and the outcomes. Needs numpy only."""

from .assessment import Assessment
from .cohort import CONDITIONS, Cohort, Condition, Traits
from .course import TRAJECTORIES, Course
from .drug import Drug
from .model import Model, parameters
from .plan import FOUR_PLANS, Medication, Plan, Therapy, four_plans
from .scales import EXPECTED_FROM_BOTH
from .simulate import simulate
from .skill import Gate, Plasticity, Skill
from .symptoms import POINTS, NaturalCourse, Symptoms

__all__ = [
    "CONDITIONS",
    "EXPECTED_FROM_BOTH",
    "FOUR_PLANS",
    "POINTS",
    "TRAJECTORIES",
    "Assessment",
    "Cohort",
    "Condition",
    "Course",
    "Drug",
    "Gate",
    "Medication",
    "Model",
    "NaturalCourse",
    "Plan",
    "Plasticity",
    "Skill",
    "Symptoms",
    "Therapy",
    "Traits",
    "four_plans",
    "parameters",
    "simulate",
]
