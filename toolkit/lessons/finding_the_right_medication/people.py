"""The same people on one medication after another, on one that is never changed, and on a dummy pill; doses; kinds."""

import dataclasses
import functools

import numpy as np

from toolkit.model import (
    BOTH,
    DUMMY,
    MEDICATION,
    MEDICATION_KINDS,
    THERAPY,
    Cohort,
    Condition,
    Course,
    Drug,
    DrugSearch,
    MeasuredCare,
    Medication,
    Model,
    Plan,
    Therapy,
    Visits,
    four_plans,
    simulate,
)

STEPS = 4
WEEKS = 48
"""Weeks for which kinds of medication are taken."""
DIFFERENT = Condition(natural_recovery=0.025, natural_recovery_spread=2.0)
"""People whose episodes end later in the middle than the usual ones' and differ more in length: some end soon, some hardly ever."""
SEARCH, SAME, NONE = LIVES = ("different medications", "the same one", "dummy pill")
"""Who is not well goes on to the next medication; or stays on the first; or has a dummy pill, and is seen at visits as well."""
MEASURED = "measured care"
DOSES = (0.0, 0.5, 1.0, 2.0, 4.0)
"""Standard doses; 0 is a dummy pill with visits."""
READ = 13
"""Week in which doses are read: three months, as in a survey of side effects (hu2004_sideeffects)."""
BOTHERS = 0.24
"""Side effects from which on they bother somebody, of what can be borne: so 55 of 100 are bothered in week 13 of a usual dose."""
SESSIONS = 16
TRACE = 1e-6
"""Standard doses in a tablet without a drug: next to none, so that people stop taking it as they stop any tablet."""
TAKEN, SHOWN = 8, 16
"""Weeks for which a kind of medication is taken where its coming and going is drawn, and weeks drawn."""


@dataclasses.dataclass(frozen=True)
class Steps:
    """Four steps of the same people, in each of three lives.

    course: of three arms, LIVES. weeks: that a step takes.
    """

    course: Course
    weeks: int

    @functools.cached_property
    def counts(self):
        """People who stayed to the end of each step, and who were well then, {life: ([stayed, …], [well, …])}."""
        ends = self.weeks * np.arange(1, STEPS + 1)
        goal = self.course.model.assessment.remission_score
        well = {end: self.course.ratings(end) <= goal for end in ends}
        return {life: self.count(self.course.arm(life), well) for life in LIVES}

    def count(self, arm, wells):
        """The same of one life: who is well leaves the steps, and so does who has stopped."""
        still, counts = np.ones(self.course.cohort.size, dtype=bool), []
        for end, well in wells.items():
            stayed = still & (self.course.stop_week[arm] > end)
            counts.append((stayed.sum(), (stayed & well[arm]).sum()))
            still = stayed & ~well[arm]
        return np.array(counts).T

    def success(self, life):
        """People of 100 who were well at the end of each step, of those who stayed to its end, shape (4,)."""
        stayed, well = self.counts[life]
        return 100 * well / np.maximum(stayed, 1)

    def if_nobody_left(self, life):
        """People of 100 well after four steps, by multiplying the shares still unwell."""
        return 100 * (1 - np.prod(1 - self.success(life) / 100))

    def ends(self, life):
        """Of 100 people who began: well at the end of some step, left before they were, still unwell after the fourth."""
        stayed, well = self.counts[life]
        size = self.course.cohort.size
        counted, unwell = well.sum(), stayed[-1] - well[-1]
        return tuple(100 * np.array([counted, size - counted - unwell, unwell]) / size)

    def people(self, life):
        """The same as whole people: who was well and who is still unwell, rounded; the others left."""
        counted, _, unwell = np.round(self.ends(life)).astype(int).tolist()
        return counted, 100 - counted - unwell, unwell


@dataclasses.dataclass(frozen=True)
class Doses:
    """What doses bring and cost by week 13, and measured care, which finds a dose for each person.

    dose: standard doses, shape (doses + 1,); the last is the mean that people take in measured care.
    halved, stopped: people of 100 who began, likewise: symptoms at least halved; stopped by themselves.
    bothered: people of 100 who still take it, with a side effect that bothers them; 0 with a dummy pill.
    """

    dose: np.ndarray
    halved: np.ndarray
    bothered: np.ndarray
    stopped: np.ndarray

    def at(self, dose):
        """(halved, bothered, stopped) at a dose, or in MEASURED care."""
        place = -1 if dose == MEASURED else DOSES.index(dose)
        return self.halved[place], self.bothered[place], self.stopped[place]

    def people(self, dose):
        """Of 100 who began: taking it with nothing that bothers, taking it though something does, stopped by themselves."""
        _, bothered, stopped = self.at(dose)
        takes = (100 - stopped) / 100
        return takes * (100 - bothered), takes * bothered, stopped


@dataclasses.dataclass(frozen=True)
class TriedKind:
    """What one kind of medication does, taken all year, beside a dummy pill.

    days, filled, effect: of a course of eight weeks, by day: target filled and effect, percent. rows: {what: (with the kind,
    with the dummy pill)}, of 100: symptoms at least halved by week 12; of those, well until week 48; learned in sessions.
    """

    days: np.ndarray
    filled: np.ndarray
    effect: np.ndarray
    rows: dict[str, tuple[float, float]]

    def nears(self, curve):
        """Days until a curve has come nine tenths of its way up."""
        return int(np.argmax(curve >= 0.9 * curve.max()))

    def fades(self, curve):
        """Days after the last tablet until a curve is down to a tenth of its height."""
        last = 7 * TAKEN
        return int(np.argmax(curve[last:] <= 0.1 * curve.max()))


@dataclasses.dataclass(frozen=True)
class Care:
    """What is asked for, worked out when it is looked at. values: every control's value by name."""

    values: dict

    @property
    def show(self):
        """SEARCH, DOSE or KIND: "search", "dose" or "kind"."""
        return self.values["show"]

    @functools.cached_property
    def steps(self):
        """Four steps in three lives."""
        return walk(**self.values)

    @functools.cached_property
    def doses(self):
        """What doses bring and cost."""
        return compare_doses(**same_people(self.values))

    @functools.cached_property
    def kind(self):
        """What the kind of medication does."""
        return try_kind(self.values["kind"], **same_people(self.values))

    @property
    def works(self):
        """Whether there is a drug in the tablets."""
        return self.values["strength"] > 0

    def well_after_step(self, life, step):
        """People of 100 well at the end of a step, from 1, of those who stayed."""
        return self.steps.success(life)[step - 1]

    def total(self, what):
        """All four steps of the search in one number, of 100: "counted", or "if nobody left"."""
        return self.steps.ends(SEARCH)[0] if what == "counted" else self.steps.if_nobody_left(SEARCH)

    def filled(self, dose=1.0):
        """Target filled in the end by a steady dose, percent; 0 where there is no drug."""
        return 100 * float(Drug().occupancy(dose)) if self.works else 0.0

    def bothered(self, dose=1.0):
        """People of 100 who take a dose and have a side effect that bothers them, in week 13."""
        return float(self.doses.at(dose)[1])

    def halved(self, dose):
        """People of 100 whose symptoms have at least halved after half a year, for a steady dose or MEASURED care."""
        return halve(**same_people(self.values))[dose]


def model(strength, likeness, leaving, **_):
    """The model that the controls describe."""
    usual = Model()
    return usual.replace(
        {
            "drug.strength": strength * usual.drug.strength,
            "drug.likeness": likeness,
            "adherence.stopping": leaving,
        }
    )


def run(**values):
    """What the controls ask for; returns a Care."""
    return Care(values)


def same_people(values):
    """The values that matter where nothing is changed from one medication to another."""
    return {name: values[name] for name in ("people", "seed", "strength", "leaving")}


def walk(people, seed, medications, patience, strength, likeness, leaving, **_):
    """Four steps in three lives; returns Steps."""
    here = model(strength, likeness, leaving)
    return Steps(live(people, seed, medications, patience, 1.0 if strength else TRACE, here), patience)


@functools.lru_cache(maxsize=4)
def live(people, seed, medications, patience, dose, here):
    """Course of three arms, LIVES; kept for the pictures that do not show it."""
    weeks = STEPS * patience
    tablets, dummy = (Medication(stop=weeks, dose=one) for one in (dose, TRACE))
    search = DrugSearch(every=patience, medications=medications)
    plans = {SEARCH: Plan(tablets, policy=search), SAME: Plan(tablets), NONE: Plan(dummy)}
    kept = range(patience, weeks + 1, patience)
    return simulate(Cohort(people, seed, DIFFERENT), plans, weeks, here, keep=("symptoms",), keep_weeks=kept)


@functools.lru_cache(maxsize=4)
def compare_doses(people, seed, strength, leaving):
    """What each dose brings and costs, and measured care; returns Doses."""
    plans = {str(dose): plan(dose, strength) for dose in DOSES} | {MEASURED: plan(MEASURED, strength)}
    cohort, kept = Cohort(people, seed, DIFFERENT), ("symptoms", "side_effects", "dose")
    here = model(strength, 1.0, leaving)
    course = simulate(cohort, plans, READ, here, keep=kept, keep_weeks=(READ - 1, READ))
    stopped = course.stop_week <= READ
    takes = ~stopped & (course.dose[0] > 0)
    felt = takes & (course.side_effects[1] >= BOTHERS)
    found = course.dose[0, -1, takes[-1]]
    return Doses(
        np.array([*DOSES, found.mean() if found.size else np.nan]),
        100 * np.asarray(course.response(READ)),
        100 * felt.sum(axis=1) / np.maximum(takes.sum(axis=1), 1),
        100 * stopped.mean(axis=1),
    )


def plan(dose, strength):
    """Tablets at a steady dose for everybody, or MEASURED care from half a dose up; without a drug, dummy pills."""
    policy = MeasuredCare(medications=1) if dose == MEASURED and strength else None
    given = 1.0 if dose == MEASURED else dose
    return Plan(
        Medication(stop=WEEKS, dose=given * (1.0 if strength else TRACE)), policy=policy, visits=Visits(stop=WEEKS)
    )


@functools.lru_cache(maxsize=4)
def halve(people, seed, strength, leaving):
    """People of 100 whose symptoms have at least halved after half a year, {dose 1.0 or MEASURED: …}."""
    plans = {str(dose): plan(dose, strength) for dose in (1.0, MEASURED)}
    cohort, here = Cohort(people, seed, DIFFERENT), model(strength, 1.0, leaving)
    course = simulate(cohort, plans, 24, here, keep=("symptoms",), keep_weeks=(24,))
    return dict(zip((1.0, MEASURED), 100 * np.asarray(course.response(24)), strict=True))


@functools.lru_cache(maxsize=8)
def try_kind(name, people, seed, strength, leaving):
    """A kind of medication beside a dummy pill, with and without sessions; returns TriedKind.

    Neither the door nor the window of lessons 05 and 06 is at work here: only what the kind itself changes.
    """
    changes, dose = dict(MEDICATION_KINDS[name].changes), 1.0 if strength else 0.0
    changes["drug.strength"] = strength * changes.get("drug.strength", Model().drug.strength)
    here = model(strength, 1.0, leaving).replace({"plasticity.gain": 0.0, "gate.strength": 0.0} | changes)
    plans = four_plans(Medication(stop=WEEKS, dose=dose), Therapy(stop=SESSIONS))
    plans = {arm: dataclasses.replace(one, visits=Visits(stop=WEEKS)) for arm, one in plans.items()}
    cohort, weeks = Cohort(people, seed, DIFFERENT), (12, SESSIONS, WEEKS)
    course = simulate(cohort, plans, WEEKS, here, keep=("symptoms", "skill"), keep_weeks=weeks)
    halved, learned = 100 * np.asarray(course.response(12)), 100 * course.skill[1].mean(axis=-1)
    stayed = [100 * np.isinf(course.relapse_week[arm][course.responded[arm]]).mean() for arm in range(len(plans))]
    with_kind, with_none = course.arm(MEDICATION), course.arm(DUMMY)
    rows = {row: (values[with_kind], values[with_none]) for row, values in (("halved", halved), ("stayed", stayed))}
    rows["learned"] = (learned[course.arm(BOTH)], learned[course.arm(THERAPY)])
    return TriedKind(*come_and_go(here.drug, dose), rows)


def come_and_go(drug, dose):
    """(days, target filled, effect) of a dose taken for eight weeks and then stopped, the latter two in percent."""
    level, effect, filled, effects = np.zeros(1), np.zeros(1), [0.0], [0.0]
    for day in range(7 * SHOWN):
        level, effect, *_ = drug.step(level, effect, dose * (day < 7 * TAKEN), 1 / 7)
        filled.append(float(drug.occupancy(level)[0]))
        effects.append(float(effect[0]))
    return np.arange(7 * SHOWN + 1), 100 * np.array(filled), 100 * np.array(effects)
