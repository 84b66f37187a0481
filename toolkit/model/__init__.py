"""The toy model: who is treated (cohort), what is given (plan), the equations, the run and the outcomes. Needs numpy only."""

from .adherence import Adherence, Dropout, SideEffects
from .assessment import Assessment
from .cohort import Cohort, Traits
from .condition import CONDITIONS, Condition
from .course import Course
from .drug import Drug, Withdrawal
from .estimates import Estimate, hedges_g, number_needed_to_treat, patients_per_arm, proportion, risk_gain
from .exposure import Exposure
from .kinds import KINDS, Kind
from .landscape import Landscape
from .lives import EVENTS, TRAJECTORIES
from .loop import Loop
from .missed import daily_levels, mean_and_variance
from .model import INTERACTIONS, Model, parameters
from .network import Network
from .plan import FOUR_PLANS, Medication, Plan, Therapy, four_plans
from .policy import DrugSearch, MeasuredCare, Orders, SteppedCare, Visit
from .relapse import Relapse
from .scales import EXPECTED_FROM_BOTH
from .simulate import simulate
from .skill import Gate, Plasticity, Skill, StateDependence
from .stress import Stress
from .survival import SurvivalCurve, hazard_ratio, kaplan_meier
from .symptoms import POINTS, NaturalCourse, Symptoms
from .taper import Taper

__all__ = [
    "CONDITIONS",
    "EVENTS",
    "EXPECTED_FROM_BOTH",
    "FOUR_PLANS",
    "INTERACTIONS",
    "KINDS",
    "POINTS",
    "TRAJECTORIES",
    "Adherence",
    "Assessment",
    "Cohort",
    "Condition",
    "Course",
    "Dropout",
    "Drug",
    "DrugSearch",
    "Estimate",
    "Exposure",
    "Gate",
    "Kind",
    "Landscape",
    "Loop",
    "MeasuredCare",
    "Medication",
    "Model",
    "NaturalCourse",
    "Network",
    "Orders",
    "Plan",
    "Plasticity",
    "Relapse",
    "SideEffects",
    "Skill",
    "StateDependence",
    "SteppedCare",
    "Stress",
    "SurvivalCurve",
    "Symptoms",
    "Taper",
    "Therapy",
    "Traits",
    "Visit",
    "Withdrawal",
    "daily_levels",
    "four_plans",
    "hazard_ratio",
    "hedges_g",
    "kaplan_meier",
    "mean_and_variance",
    "number_needed_to_treat",
    "parameters",
    "patients_per_arm",
    "proportion",
    "risk_gain",
    "simulate",
]
