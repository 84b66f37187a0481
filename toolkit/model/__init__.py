"""The toy model: who is treated (cohort), what is given (plan), the equations, the run and the outcomes. Needs numpy only."""

# Names loaded late stand once, in LATE: `__all__` takes them from there, which no checker follows.
# ruff: noqa: F401
# mypy: implicit-reexport

import importlib
from typing import TYPE_CHECKING

from .adherence import Adherence, Dropout, Preference, SideEffects
from .assessment import Assessment
from .cohort import Cohort, Traits
from .condition import CONDITIONS, Condition
from .contact import Contact
from .course import Course
from .drug import Drug, Withdrawal
from .engine import EVENTS, TRAJECTORIES
from .functioning import Functioning
from .kinds import KINDS, Kind
from .loop import Loop
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
from .relapse import Relapse
from .scales import EXPECTED_FROM_BOTH
from .simulate import simulate
from .skill import Gate, Plasticity, Skill, StateDependence
from .stress import LifeEvent, Stress
from .symptoms import POINTS, NaturalCourse, Symptoms
from .taper import Taper
from .visit import Orders, Visit

if TYPE_CHECKING:
    from .estimates import Estimate, hedges_g, number_needed_to_treat, patients_per_arm, proportion, risk_gain
    from .exposure import Exposure
    from .landscape import Landscape
    from .medicines import MEDICINES, Medicine
    from .missed import daily_levels, mean_and_variance
    from .network import Network
    from .policy import DrugSearch, MeasuredCare, SteppedCare
    from .survival import SurvivalCurve, hazard_ratio, kaplan_meier
    from .trust import TRUST_WORLDS, TrustWorld

LATE = {
    **dict.fromkeys(
        ("Estimate", "hedges_g", "number_needed_to_treat", "patients_per_arm", "proportion", "risk_gain"), "estimates"
    ),
    **dict.fromkeys(("Exposure",), "exposure"),
    **dict.fromkeys(("Landscape",), "landscape"),
    **dict.fromkeys(("MEDICINES", "Medicine"), "medicines"),
    **dict.fromkeys(("daily_levels", "mean_and_variance"), "missed"),
    **dict.fromkeys(("Network",), "network"),
    **dict.fromkeys(("DrugSearch", "MeasuredCare", "SteppedCare"), "policy"),
    **dict.fromkeys(("SurvivalCurve", "hazard_ratio", "kaplan_meier"), "survival"),
    **dict.fromkeys(("TRUST_WORLDS", "TrustWorld"), "trust"),
}
"""Companions and estimates, loaded when first asked for, so that the model itself is quick to import."""

__all__ = [
    "ARM_NAMES",
    "BOTH",
    "CONDITIONS",
    "DUMMY",
    "EVENTS",
    "EXPECTED_FROM_BOTH",
    "FOUR_PLANS",
    "INTERACTIONS",
    "KINDS",
    "MEDICATION",
    "POINTS",
    "THERAPY",
    "THERAPY_AND_DUMMY",
    "TRAJECTORIES",
    "WAITING",
    "Adherence",
    "Assessment",
    "Cohort",
    "Condition",
    "Contact",
    "Course",
    "Dropout",
    "Drug",
    "Functioning",
    "Gate",
    "Kind",
    "LifeEvent",
    "Loop",
    "Medication",
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
    "Stress",
    "Symptoms",
    "Taper",
    "Therapy",
    "Traits",
    "Visit",
    "Visits",
    "Withdrawal",
    "four_plans",
    "parameters",
    "simulate",
    *LATE,
]


def __getattr__(name: str) -> object:
    if name not in LATE:
        raise AttributeError(f"module 'toolkit.model' has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{LATE[name]}"), name)
