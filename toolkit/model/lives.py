"""Some panels of patients in a group of arms, carried from week to week. Each equation stands in its mechanism's own file."""

import itertools
from collections.abc import Iterable, Iterator

import numpy as np

from .arms import Arms
from .arrays import Amount, Flags, Numbers
from .cohort import Cohort, Traits
from .dosing import Individual, Scheduled
from .meetings import ScheduledMeetings
from .model import Model
from .randomness import PANEL, stream
from .staying import leaving_week, stopping_week
from .symptoms import POINTS

TRAJECTORIES = (
    "symptoms",
    "somatic",
    "cognitive",
    "skill",
    "drug_effect",
    "drug_level",
    "dose",
    "sessions",
    "side_effects",
    "stress",
)
"""What can be kept of a run week by week."""
EVENTS = ("stop_week", "dropout_week", "relapse_week", "responded", "weeks_taken", "sessions_used")
"""What is kept of every run, once per patient and arm."""
CHUNK = 4
"""Steps whose luck is drawn at once."""


class Lives:
    """Patients of some panels in arms without a policy.

    Arrays have shape (arms, patients), with the arms that get the drug, or sessions, side by side (see Arms) where only
    these are meant. Of the two levels of complaint their mean, the burden, and half their difference, the lean, are
    followed: `levels` has shape (2, arms, patients).
    """

    dosing: Scheduled | Individual

    def __init__(self, cohort: Cohort, panels: range, traits: Traits, arms: Arms, keep: Iterable[str]) -> None:
        self.cohort, self.panels, self.traits, self.arms, self.model = cohort, panels, traits, arms, arms.model
        self.patients = traits.somatic.size
        self.shape = len(arms.plans), self.patients
        self.with_drug, self.with_sessions = arms.drug.stop - arms.drug.start, arms.therapy.stop - arms.therapy.start
        self._at_entry()
        self._prepare_pushes()
        self._treat(keep)
        self.luck = luck(cohort, panels, self.model, arms.step, self.lasting, self.lean_until * arms.steps_per_week)

    def _at_entry(self) -> None:
        entry = np.stack([self.traits.burden, (self.traits.somatic - self.traits.cognitive) / 2])
        self.levels = np.repeat(entry[:, None], self.shape[0], axis=1)
        self.skill = self.usable = self.tagged = np.zeros((self.with_sessions, self.patients))
        self.strain: Numbers = np.zeros(self.patients)
        self.relapse_week = np.full(self.shape, np.inf, dtype=np.float32)
        self.responded = np.zeros(self.shape, dtype=bool)

    def _prepare_pushes(self) -> None:
        """How far burden and lean move in one step for a unit of each force, shape (2, patients) or (2, arms, patients).

        A force of size f that enters the two levels in some proportion moves them by f times `moved(…)`.
        """
        model, traits, of_kinds = self.model, self.traits, self.arms.of_kinds
        self.decay, response, _ = model.symptoms.burden_step(self.arms.step)
        self.alike, self.bodily = response.sum(axis=1), response[:, 0]

        pull_somatic = traits.somatic - model.symptoms.cognitive_to_somatic * traits.cognitive
        pull_cognitive = traits.cognitive - model.symptoms.somatic_to_cognitive * traits.somatic
        from_loop = model.loop.push(traits.burden)
        drive = moved(response, pull_somatic - from_loop, pull_cognitive - from_loop)
        amount = model.natural_course.amount
        self.fading_decay, mean = model.natural_course.unfaded(traits.recovery, self.arms.step)
        self.lasting, self.passing = drive * (1 - amount), drive * (amount * mean)
        # What of the passing drive is still there: the same in all arms, until relapses tell them apart.
        self.still = self.passing[:, None].copy()

        weight = traits.burden**model.symptoms.severity_exponent
        self.seen_fully = self.alike[:, None] * (model.contact.factor(traits.alliance) * weight)
        somatic = model.drug.somatic_share
        self.relief_of_one = moved(response, somatic, np.array([1 - somatic])) * (model.drug.strength * weight)
        self.relief = self.relief_of_one * traits.drug_response
        cognitive = np.ravel(model.skill.cognitive_share * of_kinds("cognitive_share"))
        into = moved(response, 1 - cognitive, cognitive)
        self.mastery = into[:, :, None] * (model.skill.strength * traits.therapy_response * weight)
        self.buffer = np.minimum(model.stress.buffer * of_kinds("buffer"), 1.0)
        self.shield = [alike * self.buffer for alike in self.alike]
        self.forgetting, self.gate_shift = of_kinds("forgetting"), of_kinds("gate_shift")
        self.fading_skill = model.skill.fading(self.arms.step, self.forgetting)
        self.lesson = model.skill.learning_rate * of_kinds("learning") * traits.alliance

    def _treat(self, keep: Iterable[str]) -> None:
        """What the plans give, and when each patient will leave: that does not depend on the course."""
        arms, model, traits = self.arms, self.model, self.traits
        courses = arms.stop_weeks
        self.weekly = sessions = arms.by_week(arms.sessions)
        never = arms.weeks
        hazard = model.dropout.hazard(traits.alliance)
        wishes = [model.preference.factor(plan.wish) for plan in arms.plans]
        self.dropout_week = np.full((self.with_sessions, self.patients), never)
        for arm in range(self.with_sessions):
            patience = traits.dropout_patience / wishes[arms.therapy.start + arm]
            self.dropout_week[arm] = leaving_week(hazard, patience, sessions[:, arm])
        stop_week = np.full((self.with_drug, self.patients), never)
        for arm in range(self.with_drug if model.adherence.stopping > 0 else 0):
            given = courses.dose[:, arm], courses.level[:-1, arm, -1], courses.weeks_on[:-1, arm]
            place = arm - arms.both.start
            therapist = (sessions[:, place], self.dropout_week[place]) if place >= 0 else None
            patience = traits.stop_patience / wishes[arms.drug.start + arm]
            stop_week[arm] = stopping_week(model, traits, patience, *given, therapist)
        self.dosing, self.meetings = Scheduled(courses, stop_week), ScheduledMeetings(arms, self.dropout_week)
        # The lean matters to the gate, to whoever asked for it, and to the burden if the levels pull unequally.
        asked = not {"somatic", "cognitive"}.isdisjoint(keep) or self.decay[0, 1] != 0
        self.lean_until = never if asked else int(np.flatnonzero(sessions.any(axis=1)).max(initial=-1)) + 1

    # A week: who still comes, the steps, who relapses.

    def live_week(self, week: int) -> None:
        """Carry everybody from the start of `week` to its end."""
        self._begin(week)
        self.followed = 2 if week < self.lean_until else 1
        for number in range(week * self.arms.steps_per_week, (week + 1) * self.arms.steps_per_week):
            effect = self.dosing.step(number)
            self._learn(self._sessions(number), effect)
            self._move(number, effect)
        if week + 1 == self.model.assessment.week:
            self._assess()
        elif week + 1 > self.model.assessment.week and self.model.relapse.weekly > 0:
            self._relapse(week + 1)

    def _begin(self, week: int) -> None:
        self.stay = week < self.dropout_week

    def _sessions(self, number: int) -> Numbers:
        return self.arms.sessions[number][:, None]

    def _contact(self, number: int) -> Amount:
        """Mean contact over a step: one number, or an array of shape (arms, patients)."""
        return self.meetings.step(number)

    def _learn(self, sessions: Numbers, effect: Numbers) -> None:
        """Skill after the step, and what of it is usable on average during the step."""
        model, step, both = self.model, self.arms.step, self.arms.both
        before, forgetting, (kept, mean) = self.skill, self.forgetting, self.fading_skill
        if model.skill.burden_forgetting > 0:
            forgetting = forgetting * model.skill.haste(self.levels[0, self.arms.therapy])
            kept, mean = model.skill.fading(step, forgetting)
        if sessions.any():
            burden, lean = self.levels[:, self.arms.therapy]
            rate = np.where(self.stay, self.lesson * sessions, 0.0)
            rate *= model.gate.openness(burden + lean, self.gate_shift)
            rate[: both.stop - both.start] *= model.plasticity.speed(effect[both])
            self.skill, self.usable = model.skill.step(before, rate, step, forgetting)
        else:
            self.skill, self.usable = before * kept, before * mean
        if model.state_dependence.strength > 0:
            felt = self._felt_in_sessions(effect)
            self.tagged = self.tagged * kept + np.maximum(self.skill - before * kept, 0.0) * felt
            self.usable = model.state_dependence.usable(self.usable, felt, self.tagged)

    def _felt_in_sessions(self, effect: Numbers) -> Numbers:
        """Drug effect in the arms with sessions."""
        both, felt = self.arms.both, np.zeros((self.with_sessions, self.patients))
        felt[: both.stop - both.start] = effect[both]
        return felt

    def _move(self, number: int, effect: Numbers) -> None:
        """One exact step of burden and lean, or of burden alone, under all forces."""
        drug, therapy, bodily = self.arms.drug, self.arms.therapy, self.model.withdrawal.strength > 0
        push, self.strain = next(self.luck)
        contact = self._contact(number)
        before = self.levels.copy() if self.decay[0, 1] != 0 or self.decay[1, 0] != 0 else None
        forces = self._nonlinear_forces(effect)
        for level in range(self.followed):
            here, still = self.levels[level], self.still[level]
            here *= self.decay[level, level]
            if before is not None:
                here += self.decay[level, 1 - level] * before[1 - level]
            # What contact takes off is worked out arm by arm, or once where it is the same in all: the bits are the same.
            here += push[level] - self.seen_fully[level] * contact
            here += still
            still *= self.fading_decay
            here[drug] -= self.relief[level] * effect
            here[therapy] -= (self.mastery[level] + self.shield[level] * self.strain) * self.usable
            for arms, force in forces:
                here[arms] += self.alike[level] * force
            if bodily:
                here[drug] += self.bodily[level] * self.dosing.load(number)

    def _nonlinear_forces(self, effect: Numbers) -> list[tuple[slice, Numbers]]:
        """Forces on both levels alike that are off by default, as (arms, force) with force of shape (arms, patients)."""
        model, both, forces = self.model, self.arms.both, []
        if model.loop.strength > 0:
            forces.append((slice(None), model.loop.push(self.levels[0])))
        if model.plasticity.undirected > 0:
            met = np.repeat(self.strain[None], self.with_drug, axis=0)
            met[both] *= 1 - (self.buffer * self.usable)[: both.stop - both.start]
            met += self.cohort.described.environment
            forces.append((self.arms.drug, model.plasticity.exposure(effect) * met))
        return forces

    def _assess(self) -> None:
        """Who has responded: from now on they can relapse."""
        assessment, patients = self.model.assessment, self.patients
        rated = self.rating(assessment.week, assessment.error)
        self.responded = assessment.responding(rated, POINTS * self.traits.burden)
        # They stand arm after arm, so those with the drug, or with sessions, are a stretch of them.
        self.well = well = np.flatnonzero(self.responded)
        self.patience = self.traits.relapse_patience.astype(np.float32)[well % patients]
        stretch = {}
        for name, arms in (("drug", self.arms.drug), ("therapy", self.arms.therapy)):
            first, end = np.searchsorted(well, [arms.start * patients, arms.stop * patients])
            stretch[name] = slice(first, end), well[first:end] - arms.start * patients
        self.well_on_drug, self.well_with_skill = stretch["drug"], stretch["therapy"]

    def _relapse(self, week: int) -> None:
        """The week's hazard for those who had responded; once they have relapsed, their patience is without end."""
        model, well, skill = self.model, self.well, self.skill
        if model.state_dependence.strength > 0:
            felt = self._felt_in_sessions(self.dosing.effect(week))
            skill = model.state_dependence.usable(skill, felt, self.tagged)
        (on_drug, drug), (skilled, therapy) = self.well_on_drug, self.well_with_skill
        burden, effect = self.levels[0].take(well), self.dosing.effect_of(drug, week)
        self.patience -= model.relapse.hazard(burden, skill.take(therapy), skilled, effect, on_drug)
        fallen = np.flatnonzero(self.patience <= 0)
        if fallen.size:
            # A relapse restarts the episode: what time had healed is back.
            self.patience[fallen], falls = np.inf, well[fallen]
            self.relapse_week.ravel()[falls] = week
            if self.still.shape[1] == 1:
                self.still = np.repeat(self.still, self.shape[0], axis=1)
            patients = falls % self.patients
            for still, passing in zip(self.still[: self.followed], self.passing, strict=False):
                now = still.ravel()
                now[falls] += model.relapse.restart * (passing[patients] - now[falls])

    # What can be seen from outside.

    def rating(self, week: int, error: float) -> Numbers:
        """Scores with a rater's error, the same error in every arm, shape (arms, patients)."""
        return self.levels[0] * POINTS + error * rating_errors(self.cohort, self.panels, week)

    def _placed(self, arms: slice, values: Numbers) -> Numbers:
        """Values of some arms in their place among all, 0 in the others."""
        everywhere = np.zeros(self.shape)
        everywhere[arms] = values
        return everywhere

    def seen(self, name: str, week: int) -> Numbers:
        """One trajectory at the start of a week, shape (arms, patients) or one that fits."""
        drug, therapy, dosing = self.arms.drug, self.arms.therapy, self.dosing
        match name:
            case "symptoms":
                return self.levels[0] * POINTS
            case "somatic":
                return (self.levels[0] + self.levels[1]) * POINTS
            case "cognitive":
                return (self.levels[0] - self.levels[1]) * POINTS
            case "skill":
                return self._placed(therapy, self.skill)
            case "drug_effect":
                return self._placed(drug, dosing.effect(week))
            case "drug_level":
                return self._placed(drug, dosing.level(week))
            case "dose":
                return self._placed(drug, dosing.dose_taken(week - 1)) if week else np.zeros(self.shape)
            case "sessions":
                return self._placed(therapy, self._sessions_of(week - 1) * self.stay) if week else np.zeros(self.shape)
            case "side_effects":
                felt = self.model.side_effects.felt
                return self._placed(drug, felt(self.traits.side_effects, dosing.level(week), dosing.weeks_on(week)))
            case "stress":
                return self.strain * POINTS
            case _:
                raise ValueError(f"{name!r} is not a trajectory")

    def _sessions_of(self, week: int) -> Numbers:
        """Sessions in one week, as given."""
        return self.weekly[week][:, None]

    def outcomes(self) -> dict[str, Numbers | Flags]:
        """The events of the whole run by name, each of shape (arms, patients)."""
        never = self.arms.weeks
        ends = {
            "stop_week": (self.arms.drug, self.dosing.stop_week),
            "dropout_week": (self.arms.therapy, self.dropout_week),
        }
        events: dict[str, Numbers | Flags] = {"relapse_week": self.relapse_week, "responded": self.responded}
        for name, (arms, week) in ends.items():
            events[name] = everywhere = np.full(self.shape, np.inf)
            everywhere[arms] = np.where(week < never, week, np.inf)
        events["weeks_taken"] = self._placed(self.arms.drug, self.dosing.weeks_taken())
        events["sessions_used"] = self._placed(self.arms.therapy, self._sessions_used())
        return events

    def _sessions_used(self) -> Numbers:
        came = np.concatenate([np.zeros((1, self.with_sessions)), np.cumsum(self.weekly, axis=0)])
        return np.take_along_axis(came.T, self.dropout_week, axis=1)


def moved(response: Numbers, somatic: Amount, cognitive: Numbers) -> Numbers:
    """How far burden and lean move under forces on the two levels, shape (2, …). Not with @, whose last digits depend on
    how many patients there are.
    """
    return response[:, :1] * somatic + response[:, 1:] * cognitive


def luck(
    cohort: Cohort, panels: range, model: Model, step: float, lasting: Numbers, leaning: int
) -> Iterator[tuple[Numbers, Numbers]]:
    """What befalls the patients of some panels in each step, alike in every arm.

    Yields how far burden and, in the first `leaning` steps, lean are moved by chance, stress and the lasting part of the
    illness (`lasting`), shape (2, patients); and the deviation of stress from its mean, shape (patients,), entry severities.
    """
    noise, chance = ([stream(cohort.seed, purpose, panel) for panel in panels] for purpose in ("noise", "stress"))
    _, response, spread = model.symptoms.burden_step(step)
    patients, alike = lasting.shape[1], response.sum(axis=1)
    drawn, chances = np.empty((CHUNK, 2, len(panels) * PANEL)), np.empty((CHUNK, len(panels) * PANEL))
    jolts = drawn[:, :, :patients]
    strain: Numbers = np.zeros((1, patients))
    for number in itertools.count(0, CHUNK):
        levels = range(2 if number < leaning else 1)
        for place, (normal, uniform) in enumerate(zip(noise, chance, strict=True)):
            own = slice(place * PANEL, (place + 1) * PANEL)
            for now in range(CHUNK):
                normal.standard_normal(out=drawn[now, 0, own])
                normal.standard_normal(out=drawn[now, 1, own])
                uniform.random(out=chances[now, own])
        strain = model.stress.path(chances[:, :patients], step, strain[-1])
        felt = strain if model.life_event.size == 0 else strain + event_felt(model, number, step)
        for level in reversed(levels):  # lean first: its chance may share the burden's, not yet scaled
            moves = jolts[:, level]
            moves *= spread[level, level]
            if level == 1 and spread[1, 0] != 0:
                moves += spread[1, 0] * jolts[:, 0]
            if alike[level] != 0:
                moves += alike[level] * felt[:-1]
            moves += lasting[level]
        yield from zip(jolts, felt, strict=False)


def event_felt(model: Model, number: int, step: float) -> Numbers:
    """What is felt of the life event in the steps from `number` on that are drawn at once, shape (CHUNK + 1, 1)."""
    first = number - round(model.life_event.week / step)
    felt = [model.life_event.felt(first + place, step, model.stress.fading_weeks) for place in range(CHUNK + 1)]
    return np.array(felt)[:, None]


def rating_errors(cohort: Cohort, panels: range, week: int) -> Numbers:
    """Standard normal errors of one week's ratings for the patients of some panels, shape (patients,)."""
    return cohort.drawn(np.random.Generator.standard_normal, "measurement", week, panels)
