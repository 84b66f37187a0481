"""One panel of patients in a group of arms, carried from week to week. Each equation stands in its mechanism's own file."""

import numpy as np

from .cohort import response_to_another
from .dosing import Individual, Scheduled
from .policy import Visit
from .randomness import PANEL, stream
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
CHUNK = 16
"""Steps whose luck is drawn at once."""


class Lives:
    """Arrays have shape (arms, patients), with the arms that get the drug, or sessions, side by side (see Arms); the two
    levels come first where there are two: (levels, arms, patients).
    """

    def __init__(self, cohort, panel, traits, arms):
        self.cohort, self.panel, self.traits, self.arms, self.model = cohort, panel, traits, arms, arms.model
        self.shape = len(arms.plans), traits.somatic.size
        if arms.policy is None:
            self.dosing = Scheduled(arms.stop_weeks, self.shape[1])
        else:
            self.dosing = Individual(self.model, arms, self.shape[1])
        self.luck = luck(cohort, panel, self.model, arms.step, self.shape[1])
        self._start_state()
        self._prepare_pushes()

    def _start_state(self):
        """Everybody on the day of entry."""
        drug, therapy = ((part.stop - part.start, self.shape[1]) for part in (self.arms.drug, self.arms.therapy))
        entry = np.stack([self.traits.somatic, self.traits.cognitive])
        self.levels = np.repeat(entry[:, None], self.shape[0], axis=1)
        self.effect, self.skill, self.usable, self.tagged = np.zeros((4, *self.shape))
        self.unfaded = np.ones((1, 1))
        self.strain = np.zeros(self.shape[1])
        self.on, self.stay = np.ones(drug, dtype=bool), np.ones(therapy, dtype=bool)
        self.stop_patience = np.broadcast_to(self.traits.stop_patience, drug).copy()
        self.dropout_patience = np.broadcast_to(self.traits.dropout_patience, therapy).copy()
        self.sessions = np.zeros((therapy[0], 1))
        self.at_risk = np.zeros(0, dtype=np.intp)
        self.events = {name: np.full(self.shape, np.inf, dtype=np.float32) for name in EVENTS[:3]}
        self.events["responded"] = np.zeros(self.shape, dtype=bool)
        self.events |= {name: np.zeros(self.shape, dtype=np.float32) for name in EVENTS[4:]}
        self.notes = {}
        self.medicine = np.zeros(self.shape, dtype=int)

    def _prepare_pushes(self):
        """How far the levels move in one step for a unit of each force, shape (2, arms or 1, patients or 1).

        A force of size f that enters the levels in the proportions d moves them by `response @ d` times f.
        """
        model, traits = self.model, self.traits
        decay, response, _ = model.symptoms.exact_step(self.arms.step)
        self.own, self.cross = decay.diagonal()[:, None, None], decay[[0, 1], [1, 0]][:, None, None]
        self.alike = response.sum(axis=1)[:, None, None]
        self.bodily = response[:, 0, None, None]

        entry = np.stack([traits.somatic, traits.cognitive])
        drive = response @ (entry - model.symptoms.coupling() @ entry)
        fading = model.natural_course.fading(traits.recovery)
        self.unfaded_decay, unfaded_mean = model.natural_course.unfaded(self.arms.step)
        self.lasting, self.returning = drive * (1 - fading), (drive * (fading * unfaded_mean))[:, None]

        weight = traits.burden**model.symptoms.severity_exponent
        somatic = model.drug.somatic_share
        into = response @ np.array([somatic, 1 - somatic])
        self.relief_unit = into[:, None, None] * (model.drug.strength * weight)
        self.relief = self.relief_unit * traits.drug_response
        cognitive = np.ravel(model.skill.cognitive_share * self._of_kinds("cognitive_share"))
        into = response @ np.stack([1 - cognitive, cognitive])
        self.mastery = into[:, :, None] * (model.skill.strength * traits.therapy_response * weight)
        self.buffer = np.minimum(model.stress.buffer * self._of_kinds("buffer"), 1.0)
        self.forgetting, self.door = self._of_kinds("forgetting"), self._of_kinds("door")
        self.lesson = model.skill.learning_rate * self._of_kinds("learning") * traits.alliance * self.stay
        self.leaving = model.dropout.hazard(traits.alliance)
        self.tie = model.adherence.tie(traits.alliance)

    def _of_kinds(self, name):
        return self.arms.of_kinds(name) if self.stay.size else 1.0

    # A week: orders, who leaves, the steps, who relapses.

    def live_week(self, week):
        """Carry everybody from the start of `week` to its end."""
        if self.arms.policy is not None:
            self._visit(week)
        self._stop_or_leave(week)
        for number in range(week * self.arms.steps_per_week, (week + 1) * self.arms.steps_per_week):
            self._step(number)
        if week + 1 == self.model.assessment.week:
            self._assess()
        elif self.at_risk.size:
            self._relapse(week + 1)

    def _visit(self, week):
        """Let the policy see what a clinician sees, and follow its orders for this week."""
        if week == 0:
            self.first_score = self.rating(0, self.model.assessment.error)
        planned = [self.arms.by_week(plan)[week, 0] for plan in (self.arms.doses, self.arms.sessions)]
        visit = Visit(self, week, *planned)
        orders = self.arms.policy(visit)
        medicine = self.medicine if orders.medicine is None else np.broadcast_to(orders.medicine, self.shape)
        changed = medicine != self.medicine
        self.medicine = medicine.copy()
        self.dosing.prescribe(np.clip(visit.planned_dose if orders.dose is None else orders.dose, 0.0, 4.0), changed)
        sessions = visit.planned_sessions if orders.sessions is None else orders.sessions
        self.sessions = np.broadcast_to(np.clip(sessions, 0.0, 7.0), self.shape)
        if changed.any():
            first, likeness = self.traits.drug_response, self.model.drug.likeness
            response = first.copy()
            for number in np.unique(medicine[medicine > 0]):
                other = response_to_another(self.cohort, self.panel, int(number), likeness, first)
                response = np.where(medicine[0] == number, other, response)
            self.relief = self.relief_unit * response

    def _stop_or_leave(self, week):
        """Who stops the drug and who leaves therapy: whose patience the hazards of the weeks have used up."""
        adherence = self.model.adherence
        if self.arms.policy is None:
            here = week * self.arms.steps_per_week
            self.sessions = self.arms.sessions[here : here + self.arms.steps_per_week].mean(axis=0)[:, None]
        running = self.sessions > 0
        taking = self.dosing.dose(week) > 0
        if taking.any() and adherence.stopping > 0:
            both = self.arms.both
            weeks_on = self.dosing.weeks_on(week)
            felt = self.model.side_effects.felt(self.traits.side_effects, self.dosing.level_on(week), weeks_on)
            hazard = adherence.strain(felt) * (adherence.hazard(weeks_on) * taking)
            with_sessions = running[: both.stop - both.start] & self.stay[: both.stop - both.start]
            hazard[both] *= np.where(with_sessions, self.tie, 1.0)
            self.stop_patience -= hazard
            stopping = (self.stop_patience <= 0) & self.on
            if stopping.any():
                self.on &= ~stopping
                self.dosing.stop(stopping, week)
                self.events["stop_week"][self.arms.drug][stopping] = week
        if running.any():
            self.dropout_patience -= self.leaving * running
            leaving = (self.dropout_patience <= 0) & self.stay
            if leaving.any():
                self.stay &= ~leaving
                self.lesson = self.lesson * self.stay
                self.events["dropout_week"][self.arms.therapy][leaving] = week
            self.events["sessions_used"][self.arms.therapy] += self.sessions * self.stay

    def _step(self, number):
        """One step: the drug, the learning, then the complaints that follow from both."""
        drug, therapy = self.arms.drug, self.arms.therapy
        self.effect[drug] = self.dosing.step(number)
        sessions = self.sessions if self.arms.policy is not None else self.arms.sessions[number][:, None]
        self._learn(sessions)
        jolt, self.strain = next(self.luck)
        push = jolt + self.lasting
        push += self.alike[:, 0] * self.strain
        push = push[:, None] + self.returning * self.unfaded
        self.unfaded *= self.unfaded_decay
        if self.model.loop.strength > 0:
            push = push + self.alike * self.model.loop.push(self.levels.mean(axis=0), self.traits.burden)

        crossed = self.cross * self.levels[::-1]
        self.levels *= self.own
        self.levels += crossed
        self.levels += push
        self.levels[:, drug] -= self.relief * self.effect[drug]
        shielded = self.mastery + self.alike * (self.buffer * self.strain)
        self.levels[:, therapy] -= shielded * self.usable[therapy]
        if self.model.plasticity.undirected > 0:
            felt = self.strain * (1 - self.buffer * self.usable[drug]) + self.cohort.described.environment
            self.levels[:, drug] += self.alike * (self.model.plasticity.exposure(self.effect[drug]) * felt)
        if self.model.withdrawal.strength > 0:
            self.levels[:, drug] += self.bodily * self.dosing.load(number)

    def _learn(self, sessions):
        """Skill after the step, and what of it is usable during the step."""
        model, therapy, step = self.model, self.arms.therapy, self.arms.step
        before = self.skill[therapy]
        if sessions.any():
            rate = self.lesson * sessions
            rate *= model.gate.openness(self.levels[0, therapy], self.door)
            both = self.arms.both
            rate[: both.stop - both.start] *= model.plasticity.speed(self.effect[both])
            after, mean = model.skill.step(before, rate, step, self.forgetting)
        else:
            after, mean = model.skill.fade(before, step, self.forgetting)
        if model.state_dependence.strength > 0:
            kept, _ = model.skill.fade(np.stack([before, self.tagged[therapy]]), step, self.forgetting)
            self.tagged[therapy] = kept[1] + np.maximum(after - kept[0], 0.0) * self.effect[therapy]
            mean = model.state_dependence.usable(mean, self.effect[therapy], self.tagged[therapy])
        self.skill[therapy], self.usable[therapy] = after, mean

    def _assess(self):
        """Who has responded: from now on they can relapse."""
        assessment = self.model.assessment
        goal = (1 - assessment.response_share) * (POINTS * self.traits.burden)
        self.events["responded"] = self.rating(assessment.week, assessment.error) <= goal
        self.at_risk = np.flatnonzero(self.events["responded"])
        self.relapse_patience = self.traits.relapse_patience[self.at_risk % self.shape[1]]

    def _relapse(self, week):
        """The week's hazard for those who are still well."""
        who, model = self.at_risk, self.model
        burden = (self.levels[0].ravel()[who] + self.levels[1].ravel()[who]) / 2
        effect = self.effect.copy()
        effect[self.arms.drug] = self.dosing.effect(week)
        skill, effect = self.skill.ravel()[who], effect.ravel()[who]
        if model.state_dependence.strength > 0:
            skill = model.state_dependence.usable(skill, effect, self.tagged.ravel()[who])
        self.relapse_patience -= model.relapse.hazard(burden, skill, effect)
        falls = self.relapse_patience <= 0
        if falls.any():
            self.events["relapse_week"].ravel()[who[falls]] = week
            self.at_risk, self.relapse_patience = who[~falls], self.relapse_patience[~falls]
            if model.relapse.restart > 0:
                self.unfaded = np.broadcast_to(self.unfaded, self.shape).copy() if self.unfaded.size == 1 else self.unfaded
                self.unfaded.ravel()[who[falls]] += model.relapse.restart * (1 - self.unfaded.ravel()[who[falls]])

    # What can be seen from outside.

    def _score(self):
        return (self.levels[0] + self.levels[1]) * (POINTS / 2)

    def rating(self, week, error):
        """Scores with a rater's error, the same error in every arm, shape (arms, patients)."""
        return self._score() + error * rating_errors(self.cohort, self.panel, week)

    def _placed(self, arms, values):
        """Values of some arms in their place among all, 0 in the others."""
        everywhere = np.zeros(self.shape)
        everywhere[arms] = values
        return everywhere

    def seen(self, name, week):
        """One trajectory at the start of a week, shape (arms, patients) or one that fits."""
        drug, therapy, dosing = self.arms.drug, self.arms.therapy, self.dosing
        match name:
            case "symptoms":
                return self._score()
            case "somatic" | "cognitive":
                return self.levels[("somatic", "cognitive").index(name)] * POINTS
            case "skill":
                return self.skill
            case "drug_effect":
                return self._placed(drug, dosing.effect(week))
            case "drug_level":
                return self._placed(drug, dosing.level(week))
            case "dose":
                return self._placed(drug, dosing.dose(week - 1) * self.on if week else 0.0)
            case "sessions":
                return self._placed(therapy, self.sessions * self.stay)
            case "side_effects":
                weeks_on = dosing.weeks_on(week)
                return self._placed(
                    drug, self.model.side_effects.felt(self.traits.side_effects, dosing.level(week), weeks_on)
                )
            case "stress":
                return self.strain * POINTS

    def outcomes(self):
        """The events of the whole run by name, each of shape (arms, patients)."""
        self.events["weeks_taken"][self.arms.drug] = self.dosing.weeks_taken()
        return self.events


def luck(cohort, panel, model, step, patients):
    """What befalls a panel in each step, alike in every arm: jolts of the levels (2, patients) and stress (patients,)."""
    noise, chance = (stream(cohort.seed, purpose, panel) for purpose in ("noise", "stress"))
    _, _, spread = model.symptoms.exact_step(step)
    x = None
    while True:
        jolts = noise.standard_normal((CHUNK, 2, PANEL))[:, :, :patients]
        jolts[:, 1] *= spread[1, 1]
        jolts[:, 1] += spread[1, 0] * jolts[:, 0]
        jolts[:, 0] *= spread[0, 0]
        blows = model.stress.blows(chance.random((CHUNK, PANEL))[:, :patients], step)
        strain, x = model.stress.path(blows, step, x)
        yield from zip(jolts, strain, strict=True)


def rating_errors(cohort, panel, week):
    """Standard normal errors of one week's ratings for a panel's patients, shape (patients,)."""
    patients = min(PANEL, cohort.size - panel * PANEL)
    return stream(cohort.seed, "measurement", panel, week).standard_normal(PANEL)[:patients]
