"""A trial of one's own in a simulated town: who is compared with whom, what is counted, and a thousand labs that run it."""

import dataclasses
import functools
from statistics import NormalDist

import numpy as np

from toolkit.model import (
    BOTH,
    DUMMY,
    FOUR_PLANS,
    MEDICATION,
    THERAPY,
    THERAPY_AND_DUMMY,
    WAITING,
    Cohort,
    Course,
    Estimate,
    Model,
    Plan,
    Therapy,
    kaplan_meier,
    simulate,
)

TOWN, WEEKS, LABS = 2048, 52, 1000
"""People in the town, each of whom lives every arm; weeks they are followed; labs, each with its own draw for the same trial."""

DRAWN = 200
"""People in each arm up to whom every lab draws its people; of more, a mean's luck is normal, and the labs draw that."""

SURE = NormalDist().inv_cdf(0.975)
"""Standard errors on either side of a 95 % interval."""

ELSEWHERE, ATTENTION = 1 / 3, 1 / 3
"""In usual care, the share who find elsewhere what the other arm is given; what a session of mere attention teaches."""

LOST_AT_RANDOM = 0.2

SYNERGY = {BOTH: 1, MEDICATION: -1, THERAPY_AND_DUMMY: -1, DUMMY: 1}
"""In a trial of four arms all have the same visits; in one of two, therapy has its sessions only."""

ARMS = {
    WAITING: Plan(),
    DUMMY: FOUR_PLANS[DUMMY],
    MEDICATION: FOUR_PLANS[MEDICATION],
    THERAPY: Plan(therapy=Therapy()),
    THERAPY_AND_DUMMY: FOUR_PLANS[THERAPY],
    BOTH: FOUR_PLANS[BOTH],
}

TRUTHS = {
    "toy": {},
    "adding": None,  # every interaction off
    "none": dict.fromkeys(("drug.strength", "skill.strength", "relapse.drug", "relapse.skill", "stress.buffer"), 0.0),
}

LEFT = {"quarter": 0.75, "half": 0.5}
"""Share of the first score that may be left where a fall of it is counted."""


def model(truth, **_):
    """The model that holds in the town."""
    return Model.additive() if truth == "adding" else Model().replace(TRUTHS[truth])


def contrast(compare):
    """Weight of each arm in the question that the trial asks, {arm: weight}."""
    if compare == "four":
        return SYNERGY
    tested, against = compare.split(", ")
    return {tested: 1, against: -1}


@functools.lru_cache(maxsize=8)
def town(truth, attended):
    """Everybody in the town through all ARMS, and through the arm `attended` with attention on top ("": none)."""
    plans = dict(ARMS)
    if attended:
        given = plans[attended]
        weekly = ATTENTION + (given.therapy.sessions_per_week if given.therapy else 0)
        plans["attention"] = Plan(given.medication, Therapy(sessions_per_week=weekly), visits=given.visits)
    return simulate(Cohort(TOWN, seed=1), plans, WEEKS, model(truth), keep=("symptoms",))


@dataclasses.dataclass(frozen=True)
class DesignedTrial:
    """A trial, its twins, and what the whole town would show.

    `drawn`: which people the first trial drew, {arm: numbers, shape (size,)}.
    """

    course: Course
    values: dict
    drawn: dict

    @functools.cached_property
    def weights(self):
        """Weight of each arm in the question asked."""
        return contrast(self.values["compare"])

    @property
    def against(self):
        """The arm that the others are held against."""
        return list(self.weights)[-1]

    @functools.cached_property
    def lived(self):
        """Number of the course's arm that each person lives in each arm of the trial, {arm: shape (people,)}."""
        numbers = {arm: np.full(TOWN, self.course.arm(arm)) for arm in self.weights}
        if self.values["comparator"] == "attention":
            numbers[self.against][:] = self.course.arm("attention")
        if self.values["comparator"] == "usual":
            elsewhere = np.random.default_rng(0).random(TOWN) < ELSEWHERE
            other = list(self.weights)[0 if len(self.weights) == 2 else 1]
            numbers[self.against][elsewhere] = self.course.arm(other)
        return numbers

    def of(self, values, arm):
        """What each person has in an arm of the trial, from an array (arms of the course, people)."""
        return values[self.lived[arm], np.arange(TOWN)]

    def left(self, arm):
        """Who had stopped the medication or left therapy by the week that is read, shape (people,)."""
        gone = np.minimum(self.course.stop_week, self.course.dropout_week) < self.values["week"]
        return self.of(gone, arm)

    def counted(self, arm):
        """Who is counted, shape (people,)."""
        if self.values["lost"] == "random":
            return np.random.default_rng(1).random(TOWN) >= LOST_AT_RANDOM
        return ~self.left(arm) if self.values["lost"] == "left" else np.ones(TOWN, bool)

    @functools.cached_property
    def better(self):
        """What is counted of each person, higher is better: the score below 0, or 100 for a yes; nan if not counted."""
        start, outcome = self.course.symptoms[0, 0], self.values["outcome"]
        rated = self.course.ratings(self.values["week"])
        goal = self.course.model.assessment.remission_score if outcome == "well" else start * LEFT.get(outcome, 0.0)
        found = {}
        for arm in self.weights:
            score = self.of(rated, arm)
            if self.values["lost"] == "failed":
                score = np.where(self.left(arm), start, score)
            value = -score if outcome == "score" else 100.0 * (score <= goal)
            found[arm] = np.where(self.counted(arm), value, np.nan)
        return found

    def sums(self, arm, people):
        """Mean and squared standard error of the people drawn (…, size), over the last axis."""
        values = self.better[arm][people]
        seen = np.isfinite(values)
        count = np.maximum(seen.sum(axis=-1), 2)
        values = np.where(seen, values, 0.0)
        mean = values.sum(axis=-1) / count
        if self.values["outcome"] == "score":
            spread = (np.square(values).sum(axis=-1) - count * mean**2) / (count - 1)
        else:  # half a person on either side, so that no interval shrinks to nothing
            share = (count * mean / 100 + 0.5) / (count + 1)
            spread = 1e4 * share * (1 - share)
        return mean, spread / count

    def gain(self, drawn, weights):
        """(gain, standard error) of the weighted arms over the people drawn in each."""
        parts = [(weight, *self.sums(arm, drawn[arm])) for arm, weight in weights.items()]
        return sum(weight * mean for weight, mean, _ in parts), np.sqrt(sum(square for *_, square in parts))

    def estimate(self, weights, among=None):
        """The first trial's gain with its 95 % interval; `among`: only those of the town's people."""
        drawn = {arm: self.drawn[arm] if among is None else self.drawn[arm][among[self.drawn[arm]]] for arm in weights}
        gain, error = self.gain(drawn, weights)
        margin = SURE * error
        return Estimate(float(gain), float(gain - margin), float(gain + margin))

    def truth(self, weights, among=None):
        """What the whole town would show: no luck of the draw."""
        everybody = np.arange(TOWN) if among is None else np.flatnonzero(among)
        return float(self.gain(dict.fromkeys(weights, everybody), weights)[0])

    @functools.cached_property
    def severe(self):
        """Who is more ill at entry than half of the town, shape (people,)."""
        start = self.course.symptoms[0, 0]
        return start > np.median(start)

    @functools.cached_property
    def again(self):
        """The gain and its standard error in the trials of LABS, shape (LABS,) each."""
        size = self.values["size"]
        random = np.random.default_rng(10_000 + self.values["seed"])
        if size > DRAWN:
            error = np.full(LABS, self.spread / np.sqrt(size))
            return random.normal(self.truth(self.weights), error), error
        drawn = {arm: random.integers(TOWN, size=(LABS, size), dtype=np.int32) for arm in self.weights}
        return self.gain(drawn, self.weights)

    @functools.cached_property
    def significant(self):
        """Which of these trials have an interval that leaves 0 out, shape (LABS,)."""
        gain, error = self.again
        return np.abs(gain) > SURE * error

    @property
    def heard(self):
        """Which of these trials one hears of: all, or only those that find a gain, shape (LABS,)."""
        if self.values["heard"] == "all":
            return np.ones(LABS, bool)
        return self.significant & (self.again[0] > 0)

    @functools.cached_property
    def spread(self):
        """Standard error of a trial with one person in each arm: that of any size is this over its root."""
        everybody = dict.fromkeys(self.weights, np.arange(TOWN))
        return float(self.gain(everybody, self.weights)[1]) * np.sqrt(TOWN)

    def power(self, size):
        """Chance that a trial of so many in each arm leaves 0 out, by the normal approximation; sizes may be an array."""
        below = np.vectorize(NormalDist().cdf)
        shift = self.truth(self.weights) * np.sqrt(size) / self.spread
        return below(shift - SURE) + below(-shift - SURE)

    @property
    def needed(self):
        """People in each arm for a power of 80 %; inf where there is nothing to find."""
        truth = self.truth(self.weights)
        with np.errstate(divide="ignore"):
            return float(((SURE + NormalDist().inv_cdf(0.8)) * self.spread / np.abs(np.float64(truth))) ** 2)

    def flow(self, arm):
        """The first trial's people on their way through an arm: {what: number of people}."""
        people, week, course = self.drawn[arm], self.values["week"], self.course
        responded = self.of(course.responded, arm)[people]
        return {
            "drawn": people.size,
            "stopped": int((self.of(course.stop_week, arm)[people] < week).sum()),
            "left": int((self.of(course.dropout_week, arm)[people] < week).sum()),
            "counted": int(np.isfinite(self.better[arm][people]).sum()),
            "responded": int(responded.sum()),
            "relapsed": int(np.isfinite(self.of(course.relapse_week, arm)[people][responded]).sum()),
        }

    def stayed_well(self, arm):
        """Kaplan-Meier curve of the first trial's people in an arm who had responded by the assessment, from then on."""
        people, began = self.drawn[arm], self.course.model.assessment.week
        responded = self.of(self.course.responded, arm)[people]
        weeks = self.of(self.course.relapse_week, arm)[people][responded] - began
        return kaplan_meier(np.minimum(weeks, WEEKS - began), np.isfinite(weeks))


def run(seed, **values):
    """Draw the trial's people; returns a DesignedTrial."""
    weights = contrast(values["compare"])
    attended = list(weights)[-1] if values["comparator"] == "attention" else ""
    course = town(values["truth"], attended)
    random = np.random.default_rng(seed)
    drawn = {arm: random.integers(TOWN, size=values["size"]) for arm in weights}
    return DesignedTrial(course, {**values, "seed": seed}, drawn)
