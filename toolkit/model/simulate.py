"""The run: every patient of a cohort through every plan, week by week."""

import dataclasses

import numpy as np

from .course import TRAJECTORIES, Course
from .model import Model
from .parameter import check
from .plan import LONGEST, Plan
from .randomness import PANEL, stream
from .symptoms import POINTS

IN_POINTS = ("symptoms", "somatic", "cognitive")


def simulate(cohort, plans, weeks=52, model=None, *, keep=TRAJECTORIES, steps_per_week=1):
    """Let every patient of a cohort live every plan, with the same luck in each.

    Args:
        cohort: Cohort.
        plans: a Plan, or {name: Plan} such as FOUR_PLANS; the names become the arms.
        weeks: length of the run, 1 to 520.
        model: Model; default Model().
        keep: names of the trajectories to keep, from TRAJECTORIES.
        steps_per_week: 1 to 7. Each step is exact for constant forcing.

    Returns:
        Course, with arrays of shape (weeks + 1, arms, patients).

    Raises:
        ValueError: naming the argument, its value and what is allowed.
    """
    check("weeks", weeks, {"range": (1, LONGEST), "unit": "weeks"})
    check("steps_per_week", steps_per_week, {"range": (1, 7), "unit": ""})
    for name in keep:
        check("keep", name, {"options": TRAJECTORIES})
    plans = named(plans)
    model = Model() if model is None else model
    schedule = Schedule.of(plans.values(), weeks, steps_per_week)
    arrays = {name: np.empty((weeks + 1, len(plans), cohort.size)) for name in keep}
    for panel in range(cohort.panels):
        here = slice(panel * PANEL, (panel + 1) * PANEL)
        run_panel(cohort, panel, schedule, model, {name: array[:, :, here] for name, array in arrays.items()})
    return Course(cohort=cohort, plans=plans, weeks=weeks, model=model, trajectories=arrays)


def named(plans):
    """Plans as {name: Plan}; ValueError unless there is at least one and each is a Plan."""
    if isinstance(plans, Plan):
        plans = {"plan": plans}
    try:
        plans = dict(plans)
    except (TypeError, ValueError):
        raise ValueError(f"plans = {plans!r}: must be a Plan or {{name: Plan}}") from None
    for name, plan in plans.items():
        if not isinstance(plan, Plan):
            raise ValueError(f"plans[{name!r}] = {plan!r}: must be a Plan")
    if not plans:
        raise ValueError("plans = {}: must hold at least one Plan")
    return plans


@dataclasses.dataclass(frozen=True)
class Schedule:
    """What each arm is given in each step: doses and sessions a week, shape (steps, arms, 1)."""

    doses: np.ndarray
    sessions: np.ndarray
    weeks: int
    steps_per_week: int

    @classmethod
    def of(cls, plans, weeks, steps_per_week):
        edges = np.linspace(0.0, weeks, weeks * steps_per_week + 1)
        doses = np.stack([plan.doses(edges) for plan in plans], axis=1)[:, :, None]
        sessions = np.stack([plan.sessions(edges) for plan in plans], axis=1)[:, :, None]
        return cls(doses, sessions, weeks, steps_per_week)

    @property
    def step(self):
        """Length of a step in weeks."""
        return 1.0 / self.steps_per_week


def run_panel(cohort, panel, schedule, model, keep):
    """Run one panel of patients through every arm, writing the trajectories asked for into the arrays of `keep`."""
    traits = cohort.panel(panel)
    patients = traits.somatic.size
    shape = (schedule.doses.shape[1], patients)
    luck = stream(cohort.seed, "noise", panel)
    step = schedule.step

    decay, response, noise = model.symptoms.exact_step(step)
    level_decay, level_mean = model.drug.level_step(step)
    effect_decay, effect_mean = model.drug.effect_step(step)
    fading = model.natural_course.fading(traits.recovery)
    weight = traits.burden**model.symptoms.severity_exponent
    drug_push = model.drug.strength * traits.drug_response * weight
    skill_push = model.skill.strength * traits.therapy_response * weight
    levels = np.stack([traits.somatic, traits.cognitive])
    drive = levels - model.symptoms.coupling() @ levels

    state = dict.fromkeys(("drug_level", "drug_effect", "skill"), np.zeros(shape))
    somatic, cognitive = (np.broadcast_to(level, shape) for level in levels)
    record(keep, 0, somatic=somatic, cognitive=cognitive, **state)
    level, effect, skill = state.values()
    for number, (dose, sessions) in enumerate(zip(schedule.doses, schedule.sessions, strict=True)):
        occupancy = model.drug.occupancy(dose + (level - dose) * level_mean)
        level = dose + (level - dose) * level_decay
        mean_effect = occupancy + (effect - occupancy) * effect_mean
        effect = occupancy + (effect - occupancy) * effect_decay

        rate = model.skill.learning_rate * traits.alliance * sessions
        rate = rate * model.gate.openness(somatic) * model.plasticity.speed(mean_effect)
        skill, mean_skill = model.skill.step(skill, rate, step)

        remaining = 1.0 - fading * model.natural_course.faded(number * step, step)
        relief, mastery = drug_push * mean_effect, skill_push * mean_skill
        above, below = model.drug.somatic_share, model.skill.cognitive_share
        pull_somatic = drive[0] * remaining - above * relief - (1 - below) * mastery
        pull_cognitive = drive[1] * remaining - (1 - above) * relief - below * mastery

        jolt = noise @ luck.standard_normal((2, PANEL))[:, :patients]
        somatic, cognitive = (
            decay[i, 0] * somatic
            + decay[i, 1] * cognitive
            + response[i, 0] * pull_somatic
            + response[i, 1] * pull_cognitive
            + jolt[i]
            for i in (0, 1)
        )
        if (number + 1) % schedule.steps_per_week == 0:
            week = (number + 1) // schedule.steps_per_week
            record(keep, week, somatic=somatic, cognitive=cognitive, drug_level=level, drug_effect=effect, skill=skill)


def record(keep, week, **values):
    """Write one week's values into the arrays that are kept."""
    values["symptoms"] = (values["somatic"] + values["cognitive"]) / 2
    for name, array in keep.items():
        np.multiply(values[name], POINTS if name in IN_POINTS else 1.0, out=array[week])
