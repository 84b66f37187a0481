"""The toy model: who is treated (cohort), what is given (plan), the equations, the run and the outcomes. Needs numpy only."""

from .adherence import Adherence, Dropout, Preference, SideEffects
from .assessment import Assessment
from .cohort import Cohort, Traits
from .condition import CONDITIONS, Condition
from .contact import Contact
from .course import Course
from .drug import Drug, Withdrawal
from .engine import EVENTS, TRAJECTORIES
from .estimates import Estimate, hedges_g, number_needed_to_treat, patients_per_arm, proportion, risk_gain
from .exposure import Exposure
from .functioning import Functioning
from .loop import Loop
from .medication_kinds import MEDICATION_KINDS, MedicationKind
from .missed import daily_levels
from .model import INTERACTIONS, Model, parameters
from .plan import (
    ARM_NAMES,
    BOTH,
    DUMMY,
    FOUR_PLANS,
    MEDICATION,
    THERAPY,
    THERAPY_AND_DUMMY,
    WAITING,
    Medication,
    Plan,
    Therapy,
    Visits,
    four_plans,
)
from .policy import DrugSearch, MeasuredCare, SteppedCare
from .relapse import Relapse
from .renamed import keep_old_names
from .scales import EXPECTED_FROM_BOTH
from .side_by_side import simulate_each
from .simulate import simulate
from .skill import Gate, Plasticity, Skill, StateDependence
from .stress import LifeEvent, Stress
from .survival import SurvivalCurve, hazard_ratio, kaplan_meier
from .symptoms import POINTS, NaturalCourse, Symptoms
from .taper import Taper
from .therapy_kinds import THERAPY_KINDS, TherapyKind
from .trust import TRUST_WORLDS, TrustWorld
from .visit import Orders, Visit

__all__ = [
    "ARM_NAMES",
    "BOTH",
    "CONDITIONS",
    "DUMMY",
    "EVENTS",
    "EXPECTED_FROM_BOTH",
    "FOUR_PLANS",
    "INTERACTIONS",
    "MEDICATION",
    "MEDICATION_KINDS",
    "POINTS",
    "THERAPY",
    "THERAPY_AND_DUMMY",
    "THERAPY_KINDS",
    "TRAJECTORIES",
    "TRUST_WORLDS",
    "WAITING",
    "Adherence",
    "Assessment",
    "Cohort",
    "Condition",
    "Contact",
    "Course",
    "Dropout",
    "Drug",
    "DrugSearch",
    "Estimate",
    "Exposure",
    "Functioning",
    "Gate",
    "LifeEvent",
    "Loop",
    "MeasuredCare",
    "Medication",
    "MedicationKind",
    "Model",
    "NaturalCourse",
    "Orders",
    "Plan",
    "Plasticity",
    "Preference",
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
    "TherapyKind",
    "Traits",
    "TrustWorld",
    "Visit",
    "Visits",
    "Withdrawal",
    "daily_levels",
    "four_plans",
    "hazard_ratio",
    "hedges_g",
    "kaplan_meier",
    "number_needed_to_treat",
    "parameters",
    "patients_per_arm",
    "proportion",
    "risk_gain",
    "simulate",
    "simulate_each",
]

__getattr__ = keep_old_names(__name__, globals())
