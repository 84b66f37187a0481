"""The drug on its way through a run: once for all who stop in the same week, or patient by patient under a policy."""

import numpy as np


class StopWeeks:
    """Level and effect for each week in which somebody may stop, the last standing for never.

    Patients on the same plan have the same level and effect until they stop and the same fall afterwards, so an arm
    holds weeks + 1 different courses, however many patients it has. Arrays end in (arms with the drug, weeks + 1).
    """

    def __init__(self, model, arms):
        doses = arms.doses[:, :, None]
        shape = doses.shape[1], arms.weeks + 1
        stop_week = np.arange(arms.weeks + 1)
        level = effect = np.zeros(shape)
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

    def __init__(self, courses, stop_week):
        self.courses, self.stop_week = courses, stop_week
        arms, stops = courses.level.shape[1:]
        self.lookup = stop_week + stops * np.arange(arms)[:, None]

    def step(self, number):
        """Mean effect over a step, shape (arms, patients)."""
        return self.courses.mean_effect[number].take(self.lookup)

    def load(self, number):
        """Withdrawal load over a step."""
        return self.courses.load[number].take(self.lookup)

    def level(self, week):
        """Level at the start of a week, standard doses."""
        return self.courses.level[week].take(self.lookup)

    def effect(self, week):
        """Effect at the start of a week."""
        return self.courses.effect[week].take(self.lookup)

    def weeks_on(self, week):
        """Weeks on the drug until the start of a week."""
        return self.courses.weeks_on.T[np.arange(len(self.lookup))[:, None], np.minimum(self.stop_week, week)]

    def dose_taken(self, week):
        """Dose taken in a week, standard doses."""
        return self.courses.dose[week][:, None] * (week < self.stop_week)

    def weeks_taken(self):
        """Weeks on the drug in the whole run."""
        return self.weeks_on(len(self.courses.dose))


class Individual:
    """The drug in an arm with a policy, for one panel: every patient has a dose, a level and an effect of their own."""

    def __init__(self, model, arms, patients):
        self.model, self.weeks = model, arms.step
        self.on = np.ones((1, patients), dtype=bool)
        self.given, self.now, self.felt, self.since, self.taken = np.zeros((5, 1, patients))

    def prescribe(self, dose, changed):
        """Give this dose from now on; who gets another medicine starts getting used to it anew."""
        self.given[:] = dose
        self.since[changed] = 0.0

    def dose(self, week):
        return self.given

    def weeks_on(self, week):
        return self.since

    def level_on(self, week):
        return self.now

    def stop(self, who, week):
        self.on &= ~who

    def step(self, number):
        dose = self.given * self.on
        self.now, self.felt, mean, occupancy = self.model.drug.step(self.now, self.felt, dose, self.weeks)
        self.withdrawal = self.model.withdrawal.load(mean, occupancy)
        self.since += self.weeks * (dose > 0)
        self.taken += self.weeks * (dose > 0)
        return mean

    def load(self, number):
        return self.withdrawal

    def level(self, week):
        return self.now

    def effect(self, week):
        return self.felt

    def weeks_taken(self):
        return self.taken
