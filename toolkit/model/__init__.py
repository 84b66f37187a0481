"""The toy model: who is treated (cohort), what is given (plan), the equations, the run and the outcomes. Needs numpy only."""

from .adherence import Adherence, Dropout, SideEffects
from .assessment import Assessment
from .cohort import Cohort, Traits
from .condition import CONDITIONS, Condition
from .course import Course
from .drug import Drug, Withdrawal
from .kinds import KINDS, Kind
from .lives import EVENTS, TRAJECTORIES
from .loop import Loop
from .model import INTERACTIONS, Model, parameters
from .plan import FOUR_PLANS, Medication, Plan, Therapy, four_plans

from .relapse import Relapse
from .scales import EXPECTED_FROM_BOTH
from .simulate import simulate
from .skill import Gate, Plasticity, Skill, StateDependence
from .stress import Stress
from .symptoms import POINTS, NaturalCourse, Symptoms
from .taper import Taper

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
