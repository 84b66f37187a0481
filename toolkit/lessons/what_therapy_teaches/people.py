"""What sessions teach the same people: fear that is unlearned, things that are learned, and how many sessions people stay for."""

import dataclasses
import functools

import numpy as np

from toolkit.model import THERAPY_KINDS, Cohort, Exposure, Skill

WEEKS = 72
"""Weeks that are followed: a year after the last of as many sessions as can be set, once a week."""
MONTH = 30
"""Days between two booster sessions."""
THIRD = 1 / 3
"""Fear up to which somebody counts as well, 1 as before treatment; our choice."""
CARRIED = {"same": 1.0, "room": 0.8, "fright": 0.85}
"""Share of what was won over fear that is there where it is met: in the room of the sessions, in another, after a fright."""
FRIGHT = 182
"""Days after the last session, before any booster, at which the fright comes."""
USUAL = "CBT"
"""The kind of therapy with which another is compared."""
MOST = 26
"""Sessions followed in the question of how many are enough."""
NEED = 4.5
"""How much people have to learn to be well enough: gamma, shape 0.5, this scale (1: about two thirds of full skill)."""
ALIKE = 20
"""People who learn alike and differ in what they need, for each one drawn: so many make a smooth count."""
OTHER_REASONS = 0.04
"""Chance, after each session, of ending therapy for another reason than being well enough."""


@functools.lru_cache(maxsize=4)
def traits(people, seed):
    """Traits of the usual cohort."""
    return Cohort(people, seed).traits


@functools.lru_cache(maxsize=4)
def needed(people, seed):
    """Sessions until people are well enough, inf if more than we follow, shape (ALIKE, people).

    For everybody there are some who learn as well and need less, or more.
    """
    own = traits(people, seed)
    rate = np.minimum(Skill().learning_rate * np.minimum(own.therapy_response, 2.0) * own.alliance, 0.999)
    need = NEED * np.random.default_rng([seed, 26]).standard_gamma(0.5, (ALIKE, people))
    sessions = np.ceil(need / -np.log1p(-rate))
    return np.where(sessions <= MOST, np.maximum(sessions, 1), np.inf)


@dataclasses.dataclass(frozen=True)
class Learning:
    """What a course of sessions teaches.

    show: "fear", "ending" or "kinds", what is drawn and told. sessions, gap: how many and how many days apart. boosters: monthly
    sessions after that. where: where fear is met, a key of CARRIED. after: weeks after the last session, before any booster,
    at which all is measured; 0 is the day after. kind: a key of THERAPY_KINDS; teaches, fades: its two rates, times what they are
    there. calm: share by which a calming drug damps fear until the last session. ends: whether people end therapy once they
    are well enough. fading: days for which what was learned last dominates.
    """

    show: str
    people: int
    seed: int
    sessions: int
    gap: int
    boosters: int
    where: str
    after: int
    kind: str
    teaches: float
    fades: float
    calm: float
    ends: bool
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
        """Days on which there is a session, boosters too."""
        return np.append(np.arange(self.sessions) * self.gap, self.last + MONTH * np.arange(1, self.boosters + 1))

    @property
    def measured(self):
        """Day on which all is measured."""
        return self.last + max(7 * self.after, 1)

    @functools.cached_property
    def days(self):
        """Days that tell the whole course: those of sessions and the day after, every other week, and the measured ones."""
        around = [
            self.session_days,
            self.session_days + 1,
            np.arange(0, 7 * WEEKS + 1, 14),
            [self.last + 1, self.measured],
        ]
        after = self.last + np.array([4, 8, 12, 18, 24, 30, FRIGHT, FRIGHT + 1])
        return np.unique(np.concatenate([*around, after]).astype(int))

    def done(self, days):
        """(sessions held before each day, days since the last of them), both of shape (days, 1)."""
        held = np.searchsorted(self.session_days, days, side="left")
        since = np.maximum(np.asarray(days) - self.session_days[np.maximum(held - 1, 0)], 0)
        return held[:, np.newaxis], since[:, np.newaxis]

    @property
    def exposure(self):
        """Exposure of somebody who learns as well as most, with the calming drug as it is set."""
        return Exposure(blunting=self.calm, fading_days=self.fading)

    def felt(self, days):
        """Fear on some days, before that day's session, where it is met; 1 as before treatment, shape (days, people)."""
        days = np.asarray(days)
        fear = self.exposure.fear(*self.done(days), self.openness)
        reached = (self.where != "fright") | (days > self.last + FRIGHT)
        won = np.where(reached, CARRIED[self.where], 1.0)[:, np.newaxis] * (1 - fear)
        damped = np.where(days <= self.session_days[-1], 1 - self.calm, 1.0)[:, np.newaxis]
        return (1 - won) * damped

    @functools.cached_property
    def fear(self):
        """The same on the days that tell the course, of 100."""
        return 100 * self.felt(self.days)

    @functools.cached_property
    def slow(self):
        """What the slow memory still expects on those days, mean over people, of 100, shape (days,)."""
        held, _ = self.done(self.days)
        counts, place = np.unique(held[:, 0], return_inverse=True)
        return 100 * self.exposure.expectations(counts[:, np.newaxis], self.openness)[1].mean(axis=1)[place]

    @functools.cached_property
    def clear(self):
        """The same sessions without a calming drug."""
        return dataclasses.replace(self, calm=0.0) if self.calm else self

    def on(self, values, day):
        """What the values of the days that tell the course are on one of them, mean over people."""
        return float(values[np.searchsorted(self.days, day)].mean())

    @property
    def first(self):
        """Average fear on the day after the last session before any booster, of 100."""
        return self.on(self.fear, self.last + 1)

    @property
    def now(self):
        """Average fear on the day on which it is measured, of 100."""
        return self.on(self.fear, self.measured)

    @property
    def well(self):
        """People of 100 whose fear is then at most a third of what it was before treatment, as whole people."""
        return round(100 * self.on(self.fear <= 100 * THIRD, self.measured))

    def relapsed(self, boosters, line=THIRD):
        """Of 100 people who were well the day after the last session, those who are not a year after it, with so many boosters.

        line: fear up to which somebody counts as well. nan if nobody was well.
        """
        run = dataclasses.replace(self, boosters=boosters, where="same")
        first, later = run.felt([run.last + 1, run.last + 364])
        was_well = first <= line
        return 100 * float((later > line)[was_well].mean()) if was_well.any() else np.nan

    def learned(self, kind, teaches=1.0, fades=1.0):
        """Things learned and not forgotten, of 100, mean over people, on the days that tell the course, shape (days,)."""
        own = traits(self.people, self.seed)
        share = Skill().learning_rate * THERAPY_KINDS[kind].learning * teaches
        rate = np.minimum(share * self.openness * own.alliance, 1.0)
        forgetting = Skill().forgetting * THERAPY_KINDS[kind].forgetting * fades / 7
        known, before, after = np.zeros(self.people), 0, [0.0]
        for day in self.session_days:
            known = known * np.exp(-forgetting * (day - before))
            known, before = known + rate * (1 - known), day
            after.append(known.mean())
        held, since = self.done(self.days)
        return 100 * (np.array(after)[held] * np.exp(-forgetting * since))[:, 0]

    @functools.cached_property
    def chosen(self):
        """Things learned with the kind of therapy as it is set, shape (days,)."""
        return self.learned(self.kind, self.teaches, self.fades)

    @functools.cached_property
    def usual(self):
        """The same with CBT as it stands in the model."""
        return self.learned(USUAL)

    @property
    def is_usual(self):
        """Whether the kind that is set is CBT as it stands in the model."""
        return (self.kind, self.teaches, self.fades) == (USUAL, 1.0, 1.0)

    @property
    def ahead(self):
        """By how many of 100 things the chosen kind is ahead of CBT on the day on which all is measured."""
        return self.on(self.chosen - self.usual, self.measured)

    @functools.cached_property
    def if_all_stay(self):
        """People of 100 who are well enough after 1, 2, … sessions if everybody stays, shape (MOST,)."""
        enough = needed(self.people, self.seed)
        return np.array([100 * np.mean(enough <= number) for number in range(1, MOST + 1)])

    @functools.cached_property
    def ended(self):
        """Of 100 people who end after 1, 2, … sessions, those who are well enough, shape (MOST,).

        People end once they are well enough, or after any session for another reason, with the same chance every time; where
        nobody ends for being well, only the other reasons are left, and they pick at random.
        """
        if not self.ends:
            return self.if_all_stay
        newly = np.diff(self.if_all_stay, prepend=0.0)
        return 100 * newly / (newly + (100 - self.if_all_stay) * OTHER_REASONS)

    def stay(self, sessions):
        """People of 100 who are well enough after so many sessions if everybody stays."""
        return float(self.if_all_stay[sessions - 1])

    def end(self, sessions):
        """Of 100 people who end after so many sessions, those who are well enough."""
        return float(self.ended[sessions - 1])


def run(calm, **values):
    """What these sessions teach; returns a Learning."""
    return Learning(calm=calm / 100, **values)
