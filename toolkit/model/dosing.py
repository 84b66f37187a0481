"""The drug on its way through a run: once for all who stop in the same week, or patient by patient under a policy."""

from typing import TYPE_CHECKING

import numpy as np

from .arrays import Flags, Numbers, Whole
from .model import Model

if TYPE_CHECKING:
    from .arms import Arms


class StopWeeks:
    """Level and effect for each week in which somebody may stop, the last standing for never.

    Patients on the same plan have the same level and effect until they stop and the same fall afterwards, so an arm
    holds weeks + 1 different courses, however many patients it has. Arrays end in (arms with the drug, weeks + 1).
    """

    def __init__(self, model: Model, arms: "Arms") -> None:
        doses = arms.doses[:, :, None]
        shape = doses.shape[1], arms.weeks + 1
        stop_week = np.arange(arms.weeks + 1)
        level: Numbers = np.zeros(shape)
        effect = level
        self.mean_effect, self.load = np.empty((2, len(doses), *shape))
        self.level, self.effect = np.zeros((2, arms.weeks + 1, *shape))
        for number, dose in enumerate(doses):
            week, within = divmod(number, arms.steps_per_week)
            taken = dose * (week < stop_week)
            level, effect, mean_effect, occupancy = model.drug.step(level, effect, taken, arms.step)
            self.mean_effect[number] = mean_effect
            if model.withdrawal.strength > 0:
                self.load[number] = model.withdrawal.load(mean_effect, occupancy)
            if within + 1 == arms.steps_per_week:
                self.level[week + 1], self.effect[week + 1] = level, effect
        self.dose = arms.by_week(arms.doses)
        weeks_on = np.cumsum(arms.by_week(arms.doses > 0), axis=0)
        self.weeks_on = np.concatenate([np.zeros((1, shape[0])), weeks_on])


class Scheduled:
    """The drug in arms without a policy, for one panel: everybody is looked up by the week in which they stop."""

    def __init__(self, courses: StopWeeks, stop_week: Whole) -> None:
        self.courses, self.stop_week = courses, stop_week
        arms, stops = courses.level.shape[1:]
        self.lookup = stop_week + stops * np.arange(arms)[:, None]

    def step(self, number: int) -> Numbers:
        """Mean effect over a step, shape (arms, patients)."""
        return self.courses.mean_effect[number].take(self.lookup)

    def load(self, number: int) -> Numbers:
        """Withdrawal load over a step."""
        return self.courses.load[number].take(self.lookup)

    def level(self, week: int) -> Numbers:
        """Level at the start of a week, standard doses."""
        return self.courses.level[week].take(self.lookup)

    def effect(self, week: int) -> Numbers:
        """Effect at the start of a week."""
        return self.courses.effect[week].take(self.lookup)

    def effect_of(self, who: Whole, week: int) -> Numbers:
        """The same of some people, `who`: their places among (arms, patients), counted through."""
        return self.courses.effect[week].take(self.lookup.take(who))

    def weeks_on(self, week: int) -> Numbers:
        """Weeks on the drug until the start of a week."""
        return self.courses.weeks_on.T[np.arange(len(self.lookup))[:, None], np.minimum(self.stop_week, week)]

    def dose_taken(self, week: int) -> Numbers:
        """Dose taken in a week, standard doses."""
        return self.courses.dose[week][:, None] * (week < self.stop_week)

    def weeks_taken(self) -> Numbers:
        """Weeks on the drug in the whole run."""
        return self.weeks_on(len(self.courses.dose))


class Individual:
    """The drug in an arm with a policy: every patient has a dose, a level and an effect of their own."""

    def __init__(self, arms: "Arms", patients: int) -> None:
        self.model, self.step_weeks = arms.model, arms.step
        self.on = np.ones((1, patients), dtype=bool)
        nothing: Numbers = np.zeros((5, 1, patients))
        self.given, self.now, self.felt, self.since, self.taken = nothing
        self.stop_week = np.full((1, patients), arms.weeks)

    def prescribe(self, dose: Numbers, changed: Flags) -> None:
        """Give this dose from now on; who gets another medicine starts getting used to it anew."""
        self.given = np.broadcast_to(dose, self.given.shape)
        self.since = np.where(changed, 0.0, self.since)

    def stop(self, who: Flags, week: int) -> None:
        """From this week on, those in `who` take nothing."""
        self.on &= ~who
        self.stop_week = np.where(who, week, self.stop_week)

    def step(self, number: int) -> Numbers:
        """Mean effect over a step, shape (1, patients)."""
        dose = self.given * self.on
        self.now, self.felt, mean, occupancy = self.model.drug.step(self.now, self.felt, dose, self.step_weeks)
        self.excess = self.model.withdrawal.load(mean, occupancy)
        self.since = self.since + self.step_weeks * (dose > 0)
        self.taken = self.taken + self.step_weeks * (dose > 0)
        return mean

    def load(self, number: int) -> Numbers:
        """Withdrawal load over the step just made."""
        return self.excess

    def level(self, week: int) -> Numbers:
        """Level now, standard doses."""
        return self.now

    def effect(self, week: int) -> Numbers:
        """Effect now."""
        return self.felt

    def effect_of(self, who: Whole, week: int) -> Numbers:
        """Effect now, of some people."""
        return self.felt.take(who)

    def weeks_on(self, week: int) -> Numbers:
        """Weeks on the present medicine."""
        return self.since

    def dose_taken(self, week: int) -> Numbers:
        """Dose taken in the week that ends."""
        return self.given * self.on

    def weeks_taken(self) -> Numbers:
        """Weeks on any medicine in the whole run."""
        return self.taken
