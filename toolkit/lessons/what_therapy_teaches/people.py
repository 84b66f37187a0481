"""Three learners in one person: fear that is unlearnt, skill that is learnt, and how many sessions people stay for."""

import dataclasses
import functools

import numpy as np

from toolkit.model import KINDS, Cohort, Exposure, Gate, Skill

DAYS = np.arange(631)

MONTH, YEAR = 30, 364

MOST = 26
"""Sessions followed in the question of how many are enough."""

NEED = 4.5
"""How much people have to learn to be well enough: gamma, shape 0.5, this scale (1: about two thirds of full skill)."""

ALIKE = 20
"""People who learn alike and differ in what they need, for each one drawn: so many make a smooth count."""

OTHER_REASONS = 0.04
"""Chance, after each session, of ending it for another reason than being well enough."""

INSIGHT = 0.3
"""Share of the sessions that teach anything, where learning comes in jumps."""

CARRIED = {"same": 1.0, "room": 0.8, "fright": 0.85}
"""Share of what was won over fear that is there where it is met: in the room of the sessions, in another, after a fright."""

FRIGHT = 182
"""Days after the last session, before any booster, at which the fright comes."""


@functools.lru_cache(maxsize=4)
def traits(people, seed):
    """Traits of the usual cohort."""
    return Cohort(people, seed).traits


@dataclasses.dataclass(frozen=True)
class Learners:
    """What a course of sessions teaches toy people.

    sessions, gap: how many and how many days apart. boosters: monthly sessions after that. kind: name in KINDS.
    where: where fear is met, a key of CARRIED. shut: whether there is the door of lesson 05, which a somatic burden
    (entry severities) narrows. blunting: share of the lesson that a calming drug takes away. jumps: whether skill comes in
    jumps. fading: days until the quick learner is less heard.
    """

    people: int
    seed: int
    sessions: int
    gap: int
    boosters: int
    kind: str
    where: str
    shut: bool
    burden: float
    blunting: float
    jumps: bool
    fading: float

    @functools.cached_property
    def openness(self):
        """How well each person learns, mean about 1."""
        return np.minimum(traits(self.people, self.seed).therapy_response, 2.0)

    @property
    def last(self):
        """Day of the last session before any booster."""
        return (self.sessions - 1) * self.gap

    @property
    def session_days(self):
        """Days on which there is a session."""
        return np.append(np.arange(self.sessions) * self.gap, self.last + MONTH * np.arange(1, self.boosters + 1))

    @functools.cached_property
    def told(self):
        """Days that tell the whole course: around sessions, every fortnight, more just after the last, and those told in words."""
        around = [
            self.session_days,
            self.session_days + 1,
            self.last + np.array([MONTH, YEAR]),
            np.arange(0, len(DAYS), 14),
            DAYS[self.last : self.last + 60 : 4],
        ]
        return np.unique(np.concatenate(around))

    def door(self, kind):
        """Share of a session that gets through; behind a door, given the burden and how much a kind of therapy can bear."""
        if not self.shut:
            return 1.0
        return float(Gate().openness(np.array(self.burden), KINDS[kind].gate_shift))

    @property
    def exposure(self):
        """Exposure of somebody who learns as well as most: what the two learners make of these sessions."""
        return Exposure(engagement=self.door("exposure"), blunting=self.blunting, fading_days=self.fading)

    @functools.cached_property
    def done(self):
        """Sessions held before each day, shape (days,)."""
        return np.searchsorted(self.session_days, DAYS, side="left")

    @functools.cached_property
    def since(self):
        """Days since the last session before each day, shape (days,)."""
        return DAYS - self.session_days[np.maximum(self.done - 1, 0)]

    @functools.cached_property
    def both_learners(self):
        """(quick, slow): what each has still to unlearn, each day before that day's session, shape (days, people)."""
        return self.exposure.expectations(self.done[:, np.newaxis], self.openness)

    @functools.cached_property
    def fear(self):
        """Fear each day before that day's session, where it is met; 1 as before treatment, shape (days, people)."""
        felt = self.exposure.fear(self.done[:, np.newaxis], self.since[:, np.newaxis], self.openness)
        later = self.where != "fright" or self.last + FRIGHT < DAYS
        return 1 - np.where(later, CARRIED[self.where], 1.0).reshape(-1, 1) * (1 - felt)

    def rate(self, kind):
        """What one session teaches each person: share of what is left to learn."""
        share = Skill().learning_rate * KINDS[kind].learning * self.door(kind) * (1 - self.blunting)
        return np.minimum(share * self.openness * traits(self.people, self.seed).alliance, 1.0)

    @functools.cached_property
    def somebody(self):
        """Number of the person who learns as well as half of the others do not."""
        return int(np.argsort(self.rate(self.kind))[self.people // 2])

    @functools.cached_property
    def usual(self):
        """The same sessions with the neutral kind, for comparison."""
        return self.learnt if self.kind == "CBT" else self.skill("CBT")

    def skill(self, kind):
        """Skill each day before that day's session, shape (days, people): learnt in sessions, slowly forgotten in between."""
        rate, luck = self.rate(kind), np.random.default_rng([self.seed, 9]).random((len(DAYS), self.people))
        forgetting = Skill().forgetting * KINDS[kind].forgetting / 7
        skill, before, after = np.zeros(self.people), 0, [np.zeros(self.people)]
        for day in self.session_days:
            learnt = np.where(luck[day] < INSIGHT, np.minimum(rate / INSIGHT, 1.0), 0.0) if self.jumps else rate
            skill = skill * np.exp(-forgetting * (day - before))
            skill, before = skill + learnt * (1 - skill), day
            after.append(skill)
        return np.array(after)[self.done] * np.exp(-forgetting * self.since)[:, np.newaxis]

    @functools.cached_property
    def learnt(self):
        """Skill each day with the kind that was chosen."""
        return self.skill(self.kind)

    @functools.cached_property
    def enough(self):
        """Sessions until people are well enough, inf if more than we follow, shape (ALIKE, people).

        Of everybody there are some who learn as well but need less, or more.
        """
        need = NEED * np.random.default_rng([self.seed, 26]).standard_gamma(0.5, (ALIKE, self.people))
        needed = np.ceil(need / -np.log1p(-np.minimum(self.rate(self.kind), 0.999)))
        return np.where(needed <= MOST, np.maximum(needed, 1), np.inf)

    @property
    def if_all_stay(self):
        """Share well enough after 1, 2, … sessions if everybody stays, in percent."""
        return np.array([100 * np.mean(self.enough <= number) for number in range(1, MOST + 1)])

    @property
    def by_their_own_end(self):
        """Share well enough among those who end after 1, 2, … sessions, in percent: nan where nobody ends.

        People end once they are well enough, or at any session for another reason, with the same chance every time.
        """
        shares = []
        for number in range(1, MOST + 1):
            still_here = (1 - OTHER_REASONS) ** (number - 1)
            well = still_here * np.mean(self.enough == number)
            others = still_here * np.mean(self.enough > number) * OTHER_REASONS
            shares.append(100 * well / (well + others) if well + others > 0 else np.nan)
        return np.array(shares)

    def at(self, values, days_after):
        """Percentage, mean over people, some days after the last session before any booster."""
        return 100 * values[self.last + days_after].mean()


def run(blunting, **values):
    """What these sessions teach; returns Learners."""
    return Learners(blunting=blunting / 100, **values)
