"""The run: every patient of a cohort through every plan, week by week."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from .arms import Arms
from .cohort import Cohort
from .course import Course
from .engine import EVENTS, TRAJECTORIES, Simulation
from .model import Model
from .parameter import check
from .plan import LONGEST, Plan
from .randomness import PANEL

MOST_UNASKED = 2e9
"""Bytes of kept numbers for which nobody is asked: what a laptop has to spare, and a shared server gives to each of its users."""

Arrays = dict[str, np.ndarray[tuple[Any, ...], np.dtype[Any]]]
"""Trajectories or events by name."""


class Executor(Protocol):
    """What can be given tasks: `submit` returns a future, which has a `result()`."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Any:
        """Start function(*arguments) somewhere."""


def simulate(
    cohort: Cohort,
    plans: Plan | Mapping[str, Plan],
    weeks: int = 52,
    model: Model | None = None,
    *,
    keep: Iterable[str] | None = None,
    keep_weeks: Iterable[int] | None = None,
    steps_per_week: int = 1,
    executor: Executor | None = None,
    panels_at_once: int = 10,
) -> Course:
    """Let every patient of a cohort live every plan, with the same luck in each.

    Args:
        cohort: Cohort.
        plans: a Plan, or {name: Plan} such as FOUR_PLANS; the names become the arms.
        weeks: length of the run, 1 to 520.
        model: Model; by default the one of the cohort's condition, `Model.for_condition(cohort.condition)`.
        keep: names of the trajectories to keep, from TRAJECTORIES; by default all.
        keep_weeks: weeks whose values are kept, e.g. (0, 12, 52) for a very large cohort; by default all. Where that is
            more than 2 GB, and not both have been named, the run is refused before it begins.
        steps_per_week: 1 to 7. Each step is exact for constant forcing.
        executor: something with `submit(function, *arguments)` that returns futures: a pool of concurrent.futures, or
            a Dask client or its `get_executor()`. By default all is computed here.
        panels_at_once: panels computed together, and handed to the executor together. Neither changes a bit of the result.

    Returns:
        Course, with arrays of shape (weeks kept, arms, patients).

    Raises:
        ValueError: naming the argument, its value and what is allowed.

    >>> from toolkit.model import FOUR_PLANS
    >>> course = simulate(Cohort(size=1000), FOUR_PLANS, weeks=12)
    >>> course.symptoms.shape
    (13, 4, 1000)
    >>> {arm: round(float(share), 2) for arm, share in zip(course.arms, course.response(week=12))}
    {'dummy pill with visits': 0.37, 'medication': 0.47, 'therapy': 0.47, 'both': 0.6}
    """
    check("weeks", weeks, {"range": (1, LONGEST), "unit": "weeks"})
    check("steps_per_week", steps_per_week, {"range": (1, 7), "unit": ""})
    check("panels_at_once", panels_at_once, {"range": (1, 10_000), "unit": "panels"})
    unnamed = {"keep": keep is None, "keep_weeks": keep_weeks is None}
    keep = TRAJECTORIES if keep is None else tuple(keep)
    for name in keep:
        check("keep", name, {"options": TRAJECTORIES})
    keep_weeks = tuple(range(weeks + 1)) if keep_weeks is None else tuple(sorted(set(keep_weeks)))
    for week in keep_weeks:
        check("keep_weeks", week, {"range": (0, int(weeks)), "unit": "weeks"})
    plans = name_plans(plans)
    check_memory((len(keep), len(keep_weeks), len(plans), cohort.size), [name for name in unnamed if unnamed[name]])
    model = Model.for_condition(cohort.condition) if model is None else model
    if not isinstance(model, Model):
        raise ValueError(f"model = {model!r}: must be a Model")
    if model.life_event.size > 0:
        check("LifeEvent.week", model.life_event.week, {"range": (0, int(weeks) - 1), "unit": "weeks of this run"})

    arms = Arms.order(model, list(plans.values()), weeks, steps_per_week)
    trajectories, events = make_arrays(keep, len(keep_weeks), len(plans), cohort.size)
    starts = range(0, cohort.panels, panels_at_once)
    blocks = [range(start, min(start + panels_at_once, cohort.panels)) for start in starts]
    parts = [slice(block.start * PANEL, block.stop * PANEL) for block in blocks]
    views = [
        [{name: array[..., part] for name, array in some.items()} for some in (trajectories, events)] for part in parts
    ]
    if executor is None:
        for block, view in zip(blocks, views, strict=True):
            run_panels(cohort, block, arms, keep_weeks, *view)
    else:
        tasks = [executor.submit(run_in_worker, cohort, block, arms, keep, keep_weeks) for block in blocks]
        for task, view in zip(tasks, views, strict=True):
            for here, done in zip(view, task.result(), strict=True):
                for name, array in here.items():
                    array[:] = done[name]
    return Course(
        cohort=cohort,
        plans=plans,
        weeks=weeks,
        model=model,
        weeks_kept=keep_weeks,
        trajectories=trajectories,
        events=events,
    )


def check_memory(shape: tuple[int, int, int, int], unnamed: Sequence[str]) -> None:
    """ValueError if a run would keep more than most machines can spare, and nobody has said that it should.

    Args:
        shape: trajectories, weeks, arms and patients to be kept. unnamed: which of keep, keep_weeks were left to the default.
    """
    size = math.prod(shape) * np.dtype(float).itemsize
    if size <= MOST_UNASKED or not unnamed:
        return
    examples = {"keep": 'keep=("symptoms",)', "keep_weeks": "keep_weeks=(0, 12, 52)"}
    trajectories, weeks, arms, patients = shape
    raise ValueError(
        f"this run would keep {size / 1e9:.1f} GB ({trajectories} trajectories × {weeks} weeks × {arms} arms × {patients:,} "
        f"patients): say which you need, such as {' and '.join(examples[name] for name in unnamed)}"
    )


def name_plans(plans: Plan | Mapping[str, Plan]) -> dict[str, Plan]:
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


def make_arrays(keep: Iterable[str], weeks: int, arms: int, patients: int) -> tuple[Arrays, Arrays]:
    """Arrays for trajectories and events of some patients, by name, still empty."""
    events = {name: np.empty((arms, patients), bool if name == "responded" else np.float32) for name in EVENTS}
    return {name: np.empty((weeks, arms, patients)) for name in keep}, events


def run_in_worker(
    cohort: Cohort, panels: range, arms: Arms, keep: tuple[str, ...], keep_weeks: tuple[int, ...]
) -> tuple[Arrays, Arrays]:
    """A task for an executor: `run_panels` into arrays of its own, which it returns."""
    patients = min(panels.stop * PANEL, cohort.size) - panels.start * PANEL
    results = make_arrays(keep, len(keep_weeks), len(arms.plans), patients)
    run_panels(cohort, panels, arms, keep_weeks, *results)
    return results


def run_panels(
    cohort: Cohort,
    panels: range,
    arms: Arms,
    keep_weeks: tuple[int, ...],
    trajectories: Arrays,
    events: Arrays,
) -> None:
    """Run some panels of patients through every arm, writing into the arrays of `trajectories` and `events`."""
    place = {week: number for number, week in enumerate(keep_weeks)}
    simulation, rows = Simulation(cohort, panels, cohort.people(panels), arms, trajectories), list(arms.rows)
    for week in range(arms.weeks + 1):
        if week > 0:
            simulation.step_week(week - 1)
        if week in place:
            for name, array in trajectories.items():
                array[place[week], rows] = simulation.trajectory(name, week)
    for name, values in simulation.outcomes().items():
        events[name][rows] = values
