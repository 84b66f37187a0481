"""Some panels of patients in all arms of a run, carried from week to week. Each equation stands in its mechanism's own file."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from .arms import Arms
from .arrays import Amount, Flags, Numbers, Whole
from .cohort import Cohort, Traits
from .noise import rating_errors, shared_noise
from .symptoms import POINTS
from .treatment import Treatment
from .visit import Visit

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


class Simulation:
    """Patients of some panels in every arm.

    Arrays have shape (arms, patients), with the arms that may get the drug, or sessions, side by side (see Arms) where only
    these are meant. Of the two levels of symptoms their mean, the burden, and half their difference, the lean, are
    followed: `levels` has shape (2, arms, patients).
    """

    def __init__(self, cohort: Cohort, panels: range, traits: Traits, arms: Arms, keep: Iterable[str]) -> None:
        self.cohort, self.panels, self.traits, self.arms, self.model = cohort, panels, traits, arms, arms.model
        self.patients = traits.somatic.size
        self.shape = len(arms.plans), self.patients
        self.with_drug, self.with_sessions = arms.drug.stop - arms.drug.start, arms.therapy.stop - arms.therapy.start
        self.treatment = Treatment(arms, cohort, panels, traits)
        self.notes: dict[int, dict[str, Any]] = {place: {} for place in arms.with_policy}
        self._enter()
        self._prepare_forces()
        self._prepare_learning()
        # The lean matters to the gate, to whoever asked for it, and to the burden if the levels pull unequally.
        asked = not {"somatic", "cognitive"}.isdisjoint(keep) or self.decay[0, 1] != 0 or bool(arms.with_policy)
        last = np.flatnonzero(arms.average_by_week(arms.sessions).any(axis=1)).max(initial=-1)
        self.lean_until = arms.weeks if asked else int(last) + 1
        until = self.lean_until * arms.steps_per_week
        self.noise = shared_noise(cohort, panels, self.model, arms.step, self.lasting_drive, until)

    def _enter(self) -> None:
        entry = np.stack([self.traits.burden, (self.traits.somatic - self.traits.cognitive) / 2])
        self.levels = np.repeat(entry[:, None], self.shape[0], axis=1)
        self.skill = self.usable_skill = self.skill_by_effect = np.zeros((self.with_sessions, self.patients))
        self.stress: Numbers = np.zeros(self.patients)
        self.relapse_week = np.full(self.shape, np.inf, dtype=np.float32)
        self.responded = np.zeros(self.shape, dtype=bool)

    def _prepare_forces(self) -> None:
        """How far burden and lean move in one step for a unit of each force, shape (2, patients) or (2, arms, patients).

        A force of size f that enters the two levels in some proportion moves them by f times `response_of(…)`.
        """
        model, traits, kind_values = self.model, self.traits, self.arms.kind_values
        self.decay, response, _ = model.symptoms.burden_step(self.arms.step)
        self.even_response, self.somatic_response = response.sum(axis=1), response[:, 0]

        pull_somatic = traits.somatic - model.symptoms.cognitive_to_somatic * traits.cognitive
        pull_cognitive = traits.cognitive - model.symptoms.somatic_to_cognitive * traits.somatic
        from_loop = model.loop.push(traits.burden)
        drive = response_of(response, pull_somatic - from_loop, pull_cognitive - from_loop)
        amount = model.natural_course.amount
        self.lasting_drive, self.entry_drive = drive * (1 - amount), drive * amount
        # What of the passing drive is still there, which share of that a step leaves, and when the episode began: the same in
        # all arms, until relapses tell them apart.
        left, decay = model.natural_course.drive_decay(traits.recovery, 0.0, self.arms.step)
        self.drive_left, self.drive_decay = (self.entry_drive * left)[:, None], decay[None]
        self.decay_change = model.natural_course.decay_change(traits.recovery, self.arms.step)
        self.episode_start: Numbers = np.zeros((1, self.patients))

        weight = traits.burden**model.symptoms.severity_exponent
        self.contact_relief = self.even_response[:, None] * (model.contact.factor(traits.alliance) * weight)
        into = response_of(response, model.drug.somatic_share, np.array([1 - model.drug.somatic_share]))
        self.typical_drug_relief = into * (model.drug.strength * weight)
        self._set_response(self.treatment.response)
        cognitive = np.ravel(model.skill.cognitive_share * kind_values("cognitive_share"))
        into = response_of(response, 1 - cognitive, cognitive)
        self.skill_relief = into[:, :, None] * (model.skill.strength * traits.therapy_response * weight)
        self.buffer = np.minimum(model.stress.buffer * kind_values("buffer"), 1.0)
        self.buffered_response = [alike * self.buffer for alike in self.even_response]

    def _set_response(self, response: Numbers) -> None:
        """What a full drug effect takes off, for people who respond to their medication as far as `response` says."""
        self.response, self.drug_relief = response, self.typical_drug_relief[:, None] * response

    def _prepare_learning(self) -> None:
        model, kind_values = self.model, self.arms.kind_values
        self.forgetting, self.gate_shift = kind_values("forgetting"), kind_values("gate_shift")
        self.learning_rate = model.skill.learning_rate * kind_values("learning") * self.traits.alliance

    # A week: what is ordered, who still takes and comes, the steps, who relapses.

    def step_week(self, week: int) -> None:
        """Carry everybody from the start of `week` to its end."""
        self._order(week)
        self.treatment.leave(week)
        self.levels_moved = 2 if week < self.lean_until else 1
        for number in range(week * self.arms.steps_per_week, (week + 1) * self.arms.steps_per_week):
            effect, sessions = self.treatment.step(number)
            self._learn(sessions, effect)
            self._move(number, effect)
        if week + 1 == self.model.assessment.week:
            self._assess()
        elif week + 1 > self.model.assessment.week and self.model.relapse.weekly > 0:
            self._relapse(week + 1)

    def _order(self, week: int) -> None:
        """The plans' orders for the week, and those of the policies after a visit in their arms."""
        treatment = self.treatment
        last = treatment.dose, treatment.sessions
        treatment.follow_plan(week)
        if week == 0 and self.notes:
            self.first_score = self.rating(0, self.model.assessment.error)
        for place, notes in self.notes.items():
            policy = self.arms.plans[place].policy
            assert policy is not None  # noqa: S101 - such an arm has one
            treatment.follow_orders(place, policy(self._visit(place, week, notes, *last)), week)
        if treatment.response is not self.response:
            self._set_response(treatment.response)

    def _visit(self, place: int, week: int, notes: dict[str, Any], dose: Numbers, sessions: Numbers) -> Visit:
        """The visit of everybody in one arm at the start of a week; dose and sessions as ordered last week."""
        treatment, assessment = self.treatment, self.model.assessment
        row, therapy = place - self.arms.drug.start, place - self.arms.therapy.start
        return Visit(
            week,
            treatment.weekly_dose[week, row],
            treatment.weekly_sessions[week, therapy],
            dose[row].copy(),
            sessions[therapy].copy(),
            treatment.medication[place].copy(),
            treatment.taking[row].copy(),
            treatment.in_therapy[therapy].copy(),
            self.first_score[place],
            notes,
            rate=lambda error: self.rating(week, getattr(assessment, error))[place],
            ask=lambda: self.trajectory("side_effects", week)[place],
            throw=lambda: self.cohort.draw_numbers(np.random.Generator.random, "policy", week, self.panels),
        )

    def _learn(self, sessions: Numbers, effect: Numbers) -> None:
        """Skill after the step, and what of it is usable on average during the step."""
        model, step, both = self.model, self.arms.step, self.arms.both
        before, forgetting, rate = self.skill, self.forgetting, np.zeros((self.with_sessions, 1))
        if model.skill.burden_forgetting > 0:
            forgetting = forgetting * model.skill.forgetting_factor(self.levels[0, self.arms.therapy])
        if sessions.any():
            burden, lean = self.levels[:, self.arms.therapy]
            rate = np.where(self.treatment.in_therapy, self.learning_rate * sessions, 0.0)
            rate *= model.gate.openness(burden + lean, self.gate_shift)
            rate[: both.stop - both.start] *= model.plasticity.speed(effect[both])
        self.skill, self.usable_skill = model.skill.step(before, rate, step, forgetting)
        if model.state_dependence.strength > 0:
            felt, kept = self._effect_in_sessions(effect), model.skill.share_left(step, forgetting)
            self.skill_by_effect = self.skill_by_effect * kept + np.maximum(self.skill - before * kept, 0.0) * felt
            self.usable_skill = model.state_dependence.usable(self.usable_skill, felt, self.skill_by_effect)

    def _effect_in_sessions(self, effect: Numbers) -> Numbers:
        """Drug effect in the arms with sessions."""
        both, felt = self.arms.both, np.zeros((self.with_sessions, self.patients))
        felt[: both.stop - both.start] = effect[both]
        return felt

    def _move(self, number: int, effect: Numbers) -> None:
        """One exact step of burden and lean, or of burden alone, under all forces."""
        drug, therapy, bodily = self.arms.drug, self.arms.therapy, self.model.withdrawal.strength > 0
        push, self.stress = next(self.noise)
        contact = self.treatment.contact(number)
        before = self.levels.copy() if self.decay[0, 1] != 0 or self.decay[1, 0] != 0 else None
        forces = self._nonlinear_forces(effect)
        for level in range(self.levels_moved):
            here, left = self.levels[level], self.drive_left[level]
            # In place, term by term: a new array for each sum would cost more than the sums.
            here *= self.decay[level, level]
            if before is not None:
                here += self.decay[level, 1 - level] * before[1 - level]
            # What contact takes off is worked out arm by arm, or once where it is the same in all: the bits are the same.
            here += push[level] - self.contact_relief[level] * contact
            here += left
            left *= self.drive_decay
            here[drug] -= self.drug_relief[level] * effect
            from_skill = self.skill_relief[level] + self.buffered_response[level] * self.stress
            here[therapy] -= from_skill * self.usable_skill
            for arms, force in forces:
                here[arms] += self.even_response[level] * force
            if bodily:
                here[drug] += self.somatic_response[level] * self.treatment.load()
        self.drive_decay *= self.decay_change

    def _nonlinear_forces(self, effect: Numbers) -> list[tuple[slice, Numbers]]:
        """Forces on both levels alike that are off by default, as (arms, force) with force of shape (arms, patients)."""
        model, both, forces = self.model, self.arms.both, []
        if model.loop.strength > 0:
            forces.append((slice(None), model.loop.push(self.levels[0])))
        if model.plasticity.undirected > 0:
            met = np.repeat(self.stress[None], self.with_drug, axis=0)
            met[both] *= 1 - (self.buffer * self.usable_skill)[: both.stop - both.start]
            met += self.cohort.condition_settings.environment
            forces.append((self.arms.drug, model.plasticity.exposure(effect) * met))
        return forces

    def _assess(self) -> None:
        """Who has responded: from now on they can relapse."""
        assessment, patients = self.model.assessment, self.patients
        rated = self.rating(assessment.week, assessment.error)
        self.responded = assessment.is_response(rated, POINTS * self.traits.burden)
        # They stand arm after arm, so those with the drug, or with sessions, are a stretch of them.
        self.responders = well = np.flatnonzero(self.responded)
        # Seven digits, as the hazard has: see Relapse.hazard.
        self.relapse_patience = self.traits.relapse_patience.astype(np.float32)[well % patients]
        stretch = {}
        for name, arms in (("drug", self.arms.drug), ("therapy", self.arms.therapy)):
            first, end = np.searchsorted(well, [arms.start * patients, arms.stop * patients])
            stretch[name] = slice(first, end), well[first:end] - arms.start * patients
        self.responders_on_drug, self.responders_with_skill = stretch["drug"], stretch["therapy"]
        if self.treatment.effect.shape[1] == 1:  # the same for everybody in an arm
            on_drug, places = self.responders_on_drug
            self.responders_on_drug = on_drug, places // patients

    def _relapse(self, week: int) -> None:
        """The week's hazard for those who had responded; once they have relapsed, their patience is without end."""
        model, well, skill, effect = self.model, self.responders, self.skill, self.treatment.effect
        if model.state_dependence.strength > 0:
            skill = model.state_dependence.usable(skill, self._effect_in_sessions(effect), self.skill_by_effect)
        (on_drug, drug), (skilled, therapy) = self.responders_on_drug, self.responders_with_skill
        burden = self.levels[0].take(well)
        self.relapse_patience -= model.relapse.hazard(burden, skill.take(therapy), skilled, effect.take(drug), on_drug)
        fallen = np.flatnonzero(self.relapse_patience <= 0)
        if fallen.size:
            self.relapse_patience[fallen], falls = np.inf, well[fallen]
            self.relapse_week.ravel()[falls] = week
            self._restart(falls, week)

    def _restart(self, falls: Whole, week: int) -> None:
        """A relapse restarts the episode: what time had healed is back. `falls`: places among all arms' patients."""
        # From the first relapse on each arm needs a drive of its own; until then one row for all saves three quarters.
        if len(self.episode_start) == 1:
            self.drive_left = np.repeat(self.drive_left, self.shape[0], axis=1)
            self.drive_decay, self.episode_start = (
                np.repeat(one, self.shape[0], axis=0) for one in (self.drive_decay, self.episode_start)
            )
        patients, start = falls % self.patients, self.episode_start.ravel()
        start[falls] += self.model.relapse.restart * (week - start[falls])
        rate, weeks = self.traits.recovery[patients], week - start[falls]
        left, self.drive_decay.ravel()[falls] = self.model.natural_course.drive_decay(rate, weeks, self.arms.step)
        for drive, entry in zip(self.drive_left[: self.levels_moved], self.entry_drive, strict=False):
            drive.ravel()[falls] = entry[patients] * left

    # What can be seen from outside.

    def rating(self, week: int, error: float) -> Numbers:
        """Scores with a rater's error, the same error in every arm, shape (arms, patients)."""
        return self.levels[0] * POINTS + error * rating_errors(self.cohort, self.panels, week)

    def _fill_arms(self, arms: slice, values: Amount) -> Numbers:
        """Values of some arms in their place among all, 0 in the others."""
        everywhere = np.zeros(self.shape)
        everywhere[arms] = values
        return everywhere

    def trajectory(self, name: str, week: int) -> Numbers:
        """One trajectory at the start of a week, shape (arms, patients) or one that fits."""
        drug, therapy, treatment = self.arms.drug, self.arms.therapy, self.treatment
        match name:
            case "symptoms":
                return self.levels[0] * POINTS
            case "somatic":
                return (self.levels[0] + self.levels[1]) * POINTS
            case "cognitive":
                return (self.levels[0] - self.levels[1]) * POINTS
            case "skill":
                return self._fill_arms(therapy, self.skill)
            case "drug_effect":
                return self._fill_arms(drug, treatment.effect)
            case "drug_level":
                return self._fill_arms(drug, treatment.level)
            case "dose":
                return self._fill_arms(drug, treatment.dose * treatment.taking)
            case "sessions":
                return self._fill_arms(therapy, treatment.sessions * treatment.in_therapy)
            case "side_effects":
                return self._fill_arms(drug, treatment.side_effects(treatment.weeks_taken - treatment.switched_at))
            case "stress":
                return self.stress * POINTS
            case _:
                raise ValueError(f"{name!r} is not a trajectory")

    def outcomes(self) -> dict[str, Numbers | Flags]:
        """The events of the whole run by name, each of shape (arms, patients)."""
        never, treatment = self.arms.weeks, self.treatment
        ends = {
            "stop_week": (self.arms.drug, treatment.stop_week),
            "dropout_week": (self.arms.therapy, treatment.dropout_week),
        }
        events: dict[str, Numbers | Flags] = {"relapse_week": self.relapse_week, "responded": self.responded}
        for name, (arms, week) in ends.items():
            events[name] = everywhere = np.full(self.shape, np.inf)
            everywhere[arms] = np.where(week < never, week, np.inf)
        events["weeks_taken"] = self._fill_arms(self.arms.drug, treatment.weeks_taken)
        events["sessions_used"] = self._fill_arms(self.arms.therapy, treatment.sessions_used)
        return events


def response_of(response: Numbers, somatic: Amount, cognitive: Numbers) -> Numbers:
    """How far burden and lean move under forces on the two levels, shape (2, …). Not with @, whose last digits depend on
    how many patients there are.
    """
    return response[:, :1] * somatic + response[:, 1:] * cognitive
