"""Plans that react: what a clinician sees at a visit, the orders that follow, and three ways to decide.

A policy is any callable that takes a `Visit` and returns `Orders`; it is called at the start of every week for all
patients of a panel at once, so its rules are written with numpy, as in

    def policy(visit):
        return Orders(dose=np.where(visit.score > 14, 1.5, 1.0))
"""

import numpy as np

from .parameter import Checked, choice, parameter, record
from .plan import Medication, Therapy
from .visit import Orders, Visit


@record
class SteppedCare(Checked):
    """Start as planned; who has not responded by `week` is offered the other treatment as well.

    medication, therapy: what is added, with start and stop counted from that week (None: nothing).
    """

    week: int = parameter(8, unit="weeks", range=(1, 520), says="week in which more is offered")
    improvement: float = parameter(0.5, unit="share", range=(0.0, 1.0), says="fall of the score that counts as enough")
    accept: float = parameter(1.0, unit="share", range=(0.0, 1.0), says="share who take up the offer")
    medication: Medication | None = None
    therapy: Therapy | None = None

    def __call__(self, visit: Visit) -> Orders:
        if visit.week < self.week:
            return Orders()
        if visit.week == self.week:
            ill = visit.score > (1 - self.improvement) * visit.first_score
            visit.notes["added"] = ill & (visit.chance() < self.accept)
        since = np.array([0.0, 1.0]) + (visit.week - self.week)
        dose = self.medication.doses(since)[0] if self.medication else 0.0
        sessions = self.therapy.sessions(since)[0] if self.therapy else 0.0
        added = visit.notes["added"]
        return Orders(
            dose=np.where(added, np.maximum(dose, visit.planned_dose), visit.planned_dose),
            sessions=np.where(added, np.maximum(sessions, visit.planned_sessions), visit.planned_sessions),
        )


@record
class MeasuredCare(Checked):
    """Titration: start low; at each visit raise the dose of who is not well enough and can bear it, lower it for who
    cannot, and try another medication where the highest bearable dose has done little. Sessions stay as planned.
    """

    every: int = parameter(2, unit="weeks", range=(1, 26), says="weeks between visits")
    by: str = choice("score", options=("score", "impression"), says="decided on a rating scale or on an impression")
    lowest: float = parameter(0.5, unit="standard doses", range=(0.1, 2.0), says="dose to begin with")
    highest: float = parameter(2.0, unit="standard doses", range=(0.1, 4.0), says="highest dose")
    improvement: float = parameter(0.5, unit="share", range=(0.0, 1.0), says="fall of the score that is enough")
    little: float = parameter(0.25, unit="share", range=(0.0, 1.0), says="fall below which another medication is tried")
    patience: int = parameter(6, unit="weeks", range=(1, 52), says="weeks a medication is given before the next")
    medications: int = parameter(4, unit="medications", range=(1, 10), says="number of medications there are to try")

    def __call__(self, visit: Visit) -> Orders:
        if visit.week == 0:
            visit.notes["since"] = np.zeros_like(visit.dose)
            return Orders(dose=self.lowest)
        if visit.week % self.every:
            return Orders(dose=visit.dose)
        fall = 1 - getattr(visit, self.by) / visit.first_score
        bearable = visit.side_effects < 1
        up = (fall < self.improvement) & bearable & (visit.dose < self.highest)
        tried = visit.week - visit.notes["since"] >= self.patience
        another = (fall < self.little) & ~up & tried & (visit.medication < self.medications - 1)
        visit.notes["since"] = np.where(another, visit.week, visit.notes["since"])
        dose = np.where(up, np.minimum(visit.dose * 2, self.highest), visit.dose)
        dose = np.where(bearable, dose, np.maximum(visit.dose / 2, self.lowest))
        return Orders(dose=np.where(another, self.lowest, dose), medication=visit.medication + another)


@record
class DrugSearch(Checked):
    """One medication after another at the planned dose: who is not well after `every` weeks gets the next one."""

    every: int = parameter(12, unit="weeks", range=(1, 52), says="weeks that each medication is given")
    medications: int = parameter(4, unit="medications", range=(1, 10), says="number of medications there are to try")
    goal: float = parameter(7.0, unit="points", range=(0.0, 30.0), says="score that is well enough to stay")

    def __call__(self, visit: Visit) -> Orders:
        if visit.week == 0 or visit.week % self.every:
            return Orders()
        # Who was well enough once stays on that medication: only those at the latest step go on.
        latest = visit.medication == visit.week // self.every - 1
        more = latest & (visit.score > self.goal) & (visit.medication < self.medications - 1)
        return Orders(medication=visit.medication + more)
