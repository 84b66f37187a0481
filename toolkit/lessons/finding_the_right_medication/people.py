"""Toy people under a prescriber's rule: the rules, and the same people on one steady dose and on a dummy pill."""

import dataclasses
import functools

import numpy as np

from toolkit.model import Cohort, Condition, Course, DrugSearch, MeasuredCare, Medication, Model, Orders, Plan, simulate

WEEKS = 48

KEPT = ("symptoms", "side_effects", "drug_level", "dose")

TRIAL_VISITS, SEEN_IS_WORTH = 4, 3.2
"""Visits in the first six weeks of a usual trial, and the points by week 6 that being seen at them is worth here."""

DIFFERENT = Condition(natural_recovery=0.025, natural_recovery_spread=2.0)
"""People whose episodes end later in the middle than the usual ones' and differ more in length: some at once, some hardly ever."""


@dataclasses.dataclass(frozen=True)
class Raise:
    """Double the dose at every visit until well enough or at the highest dose, whatever the complaints."""

    every: int
    by: str
    highest: float

    def __call__(self, visit):
        if visit.week == 0:
            return Orders(dose=min(0.5, self.highest))
        ill = getattr(visit, self.by) > visit.first_score / 2
        up = ill & (visit.week % self.every == 0)
        return Orders(dose=np.where(up, np.minimum(2 * visit.dose, self.highest), visit.dose))


def policy(way, medicines, dose, every, by, patience, **_):
    """The rule that the controls describe; None where nothing is ever changed."""
    return {
        "search": DrugSearch(every=patience, medicines=medicines),
        "fixed": None,
        "raise": Raise(every, by, dose),
        "measured": MeasuredCare(
            every=every, by=by, lowest=min(0.5, dose), highest=dose, medicines=medicines, patience=patience
        ),
    }[way]


def model(strength, likeness, contact, leaving, every, **_):
    """The model that the controls describe."""
    extra = 6 / every - TRIAL_VISITS
    return Model().replace(
        {
            "drug.strength": strength * Model().drug.strength,
            "adherence.side_effects": Model().adherence.side_effects if strength else 0.0,
            "drug.likeness": likeness,
            "contact.strength": Model().contact.strength * max(1 + contact * extra / SEEN_IS_WORTH, 0.0),
            "adherence.stopping": leaving,
        }
    )


@dataclasses.dataclass(frozen=True)
class Care:
    """The same people three times: under the rule, on one medicine at the usual dose, on a dummy pill."""

    courses: dict[str, Course]
    values: dict

    @functools.cached_property
    def ratings(self):
        """Scores as rated in every week, {who: shape (weeks + 1, people)}, with the same error for all three."""
        return {who: course.ratings()[:, 0] for who, course in self.courses.items()}

    def well(self, who):
        """Percentage well in each week by the rating, of all who began, shape (weeks + 1,)."""
        return 100 * (self.ratings[who] <= self.courses[who].model.assessment.remission_score).mean(axis=1)

    @functools.cached_property
    def steps(self):
        """Four steps as (began the step, stayed to its end, well then), in people, {who: [step, …]}."""
        return {who: self._steps(who) for who in self.courses}

    def _steps(self, who):
        course, weeks = self.courses[who], self.values["patience"]
        still = np.ones(course.cohort.size, dtype=bool)
        counts = []
        for step in range(4):
            began = still & (course.stop_week[0] > step * weeks)
            stayed = began & (course.stop_week[0] > (step + 1) * weeks)
            well = stayed & (self.ratings[who][(step + 1) * weeks] <= course.model.assessment.remission_score)
            counts.append((int(began.sum()), int(stayed.sum()), int(well.sum())))
            still = stayed & ~well
        return counts

    def success(self, who):
        """Percentage well at the end of each step, of those who stayed to its end, shape (4,)."""
        return np.array([100 * well / max(stayed, 1) for _, stayed, well in self.steps[who]])

    def well_after_step(self, who, step):
        """The same for one step, from 1."""
        return self.success(who)[step - 1]

    @property
    def contact(self):
        """Points by week 6 that an extra visit is worth, as set."""
        return self.values["contact"]

    def over_dummy(self, who, week):
        """Mean points better than on a dummy pill in a week."""
        return float(self.courses["dummy"].mean(week)[0] - self.courses[who].mean(week)[0])

    def if_nobody_left(self, who):
        """Percentage well after four steps, by multiplying the shares still unwell."""
        return 100 * (1 - np.prod(1 - self.success(who) / 100))

    def counted(self, who):
        """Percentage of all who began that were well at the end of some step."""
        return 100 * sum(well for *_, well in self.steps[who]) / self.courses[who].cohort.size

    def response(self, who, week):
        """Percentage responding in a week."""
        return 100 * float(self.courses[who].response(week)[0])

    def works(self, who):
        """Whether there is a medicine in the pill."""
        return self.courses[who].model.drug.strength > 0

    def hard(self, who, week=None):
        """Percentage with complaints beyond what can be borne, in a week or ever; nobody on a dummy pill."""
        if not self.works(who):
            return 0.0
        felt = self.courses[who].side_effects[:, 0] >= 1
        return 100 * float((felt[week] if week is not None else felt.any(axis=0)).mean())

    def stopped(self, who):
        """Percentage who stopped by themselves."""
        return 100 * float(np.isfinite(self.courses[who].stop_week).mean())

    def occupied(self, who, week=12):
        """Target occupied in week 12, percent, among those who take something; 0 if nobody does."""
        level = self.courses[who].drug_level[week, 0]
        taking = self.courses[who].dose[week, 0] > 0
        if not self.works(who) or not taking.any():
            return 0.0
        return 100 * float(Model().drug.occupancy(level[taking]).mean())


@functools.lru_cache(maxsize=6)
def lived(people, seed, plan, toy):
    """One plan's course; kept, since most moves change one of the three lives or none."""
    return simulate(Cohort(people, seed, DIFFERENT), plan, WEEKS, toy, keep=KEPT)


def run(people, seed, **values):
    """Let the same people live under the rule, on one usual dose, and on a dummy pill; returns a Care.

    The latter two have the visits of a usual trial; with a dummy pill under the rule, the medicine is the toy's own.
    """
    rule = Plan(Medication(stop=WEEKS, dose=values["dose"]), policy=policy(**values))

    def steady(strength):
        trial = model(strength=strength, leaving=values["leaving"], likeness=1.0, contact=0.0, every=1)
        return lived(people, seed, Plan(Medication(stop=WEEKS)), trial)

    courses = {
        "rule": lived(people, seed, rule, model(**values)),
        "usual": steady(values["strength"] or 1.0),
        "dummy": steady(0.0),
    }
    return Care(courses, values)
