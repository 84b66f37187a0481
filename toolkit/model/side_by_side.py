"""The same people under several conditions, or with something hard in their way and without, side by side in one run."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from .arms import Arms
from .arrays import Numbers
from .cohort import Cohort, Traits, join
from .condition import Condition
from .course import Course
from .model import Model
from .parameter import record
from .plan import Plan
from .simulate import make_arrays, run_panels
from .stress import LifeEvent


@record
class SideBySide(Cohort):
    """The same people once in each of several lives, one after the other. `size` counts them once.

    conditions, events: of each life.
    """

    conditions: tuple[Condition, ...] = ()
    events: tuple[LifeEvent, ...] = ()

    def people(self, panels: range) -> Traits:
        """Traits in each life."""
        return join([Cohort(self.size, self.seed, condition).people(panels) for condition in self.conditions])

    def pick(self, drawn: Numbers, panels: range) -> Numbers:
        """As for a cohort, again for each life: the same people have the same luck."""
        return np.tile(super().pick(drawn, panels), len(self.conditions))

    def life_events(self, usual: LifeEvent) -> Sequence[LifeEvent]:
        """What befalls them in each life."""
        return self.events


def simulate_each(
    lives: Sequence[tuple[Cohort, Model]],
    plans: Mapping[str, Plan],
    weeks: int,
    *,
    keep: Iterable[str],
    keep_weeks: Iterable[int],
) -> list[Course]:
    """The same people in several lives: a Course each, to the last bit that of a run of its own, from one run.

    For about a thousand people: there most of a run's time goes into calls of numpy, and one run makes no more of them.

    Args:
        lives: a cohort and a model each. The cohorts differ in their conditions alone, and these neither in `environment`
            nor in `drug_response_spread`; the models differ in their `life_event` alone.
        plans, weeks, keep, keep_weeks: as for `simulate`; not checked again.

    Raises:
        ValueError: if the lives differ in more than that, or there are none.
    """
    conditions = tuple(cohort.condition_settings for cohort, _ in lives)
    same = {
        (cohort.size, cohort.seed, condition.environment, condition.drug_response_spread)
        for (cohort, _), condition in zip(lives, conditions, strict=True)
    }
    if len(same) != 1 or len({dataclasses.replace(model, life_event=LifeEvent()) for _, model in lives}) != 1:
        alone = "condition and life_event alone, the condition not in environment or drug_response_spread"
        raise ValueError(f"{len(lives)} lives: must be one or more that differ in {alone}")
    (first, model), keep, keep_weeks = lives[0], tuple(keep), tuple(keep_weeks)
    events = tuple(model.life_event for _, model in lives)
    together, size = SideBySide(first.size, first.seed, conditions[0], conditions, events), first.size
    arrays = make_arrays(keep, len(keep_weeks), len(plans), size * len(lives))
    run_panels(together, range(first.panels), Arms.order(model, list(plans.values()), weeks, 1), keep_weeks, *arrays)
    courses = []
    for place, (cohort, model) in enumerate(lives):
        own = slice(place * size, (place + 1) * size)
        trajectories, happened = ({name: array[..., own].copy() for name, array in some.items()} for some in arrays)
        courses.append(Course(cohort, plans, weeks, model, keep_weeks, trajectories, happened))
    return courses
