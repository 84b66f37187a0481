"""Three worlds in which therapy lowers symptoms just as much, and what a trial sees of them.

In each world a first thing moves, and a second one follows some weeks later. Both are scaled so that they have come all their
way in the last week. In "carries" skill moves first and relief follows it; in "follows" relief moves first and skill follows;
in "third" something unseen moves at the pace of a first thing, skill goes along with it at once, and relief follows the unseen.
"""

import dataclasses
import functools

import numpy as np

WEEKS, EARLY = 16, 4
FIRST, SECOND = 4.0, 6.0
"""Weeks: how fast the first thing moves, and how fast the second one follows."""

RELIEF, LEARNED, PRACTICE = 5.0, 40.0, 0.5
"""Mean points of relief by therapy, mean points of skill (of 100) learned, and how much more of it extra practice teaches."""

DIFFER, BETTER, KEEN = 0.5, 2.0, 0.8
"""Spread (of logs) of what therapy does for a person; of what time does, in points; and how closely choosing goes with it."""

RATED, TESTED = 2.4, 8.0
"""Errors of a rating (points) and of a test of skill (of 100)."""

SURE = 1.96
"""Standard errors on either side of a 95 % interval."""

WORLDS = ("carries", "follows", "third")
WAITING, THERAPY, MORE = "waiting", "therapy", "more practice"


def first(week):
    """Share of its way that the first thing has come, from 0 to 1 in the last week."""
    return (1 - np.exp(-week / FIRST)) / (1 - np.exp(-WEEKS / FIRST))


def second(week):
    """Share of its way that what follows has come, from 0 to 1 in the last week."""
    return follows(week) / follows(WEEKS)


def follows(week):
    """A thing that follows the first one, which has begun in week 0: it closes the gap at the rate 1 / SECOND."""
    return 1 - (SECOND * np.exp(-week / SECOND) - FIRST * np.exp(-week / FIRST)) / (SECOND - FIRST)


def moves(world, week):
    """Shares of their ways that skill and relief have come in a week."""
    return (second(week), first(week)) if world == "follows" else (first(week), second(week))


@dataclasses.dataclass(frozen=True)
class Design:
    """What a trial of such people sees.

    `falls`: points that each person's score has fallen, {group: {week: shape (size,)}}. `skills`: the same of what was learned.
    """

    world: str
    values: dict
    falls: dict
    skills: dict

    @property
    def groups(self):
        """The groups of the trial, in order."""
        return tuple(self.falls)

    def lead(self, group, over):
        """By how many points more a group's score has fallen in the last week: (value, low, high)."""
        ours, theirs = (self.falls[one][WEEKS] for one in (group, over))
        error = np.sqrt(ours.var(ddof=1) / len(ours) + theirs.var(ddof=1) / len(theirs))
        return interval(ours.mean() - theirs.mean(), error)

    @property
    def linked(self):
        """Correlation of skill learned and points fallen in the last week, among people in therapy."""
        return float(np.corrcoef(self.skills[THERAPY][WEEKS], self.falls[THERAPY][WEEKS])[0, 1])

    def early(self, what):
        """Percentage of its whole way that the group in therapy had come early, over the people waiting: (value, low, high)."""
        ours, theirs = what[THERAPY], what[WAITING]
        gone, way = ours[EARLY] - theirs[EARLY].mean(), ours[WEEKS] - theirs[WEEKS].mean()
        share = gone.mean() / way.mean()
        return interval(100 * share, 100 * np.std(gone - share * way, ddof=1) / abs(way.mean()) / np.sqrt(len(way)))

    @functools.cached_property
    def order(self):
        """How many percentage points more of its way skill had come early than relief: (value, low, high)."""
        skill, relief = self.early(self.skills), self.early(self.falls)
        error = np.hypot(skill[2] - skill[0], relief[2] - relief[0]) / SURE
        return interval(skill[0] - relief[0], error)

    @functools.cached_property
    def possible(self):
        """Worlds that what was seen leaves open; all of them where skills were not measured."""
        left = set(WORLDS)
        if self.values["measured"] == "early":
            left -= {"follows"} if self.order[1] > 0 else set()
            left -= {"carries", "third"} if self.order[2] < 0 else set()
        if self.values["assigned"] == "practice":
            _, low, high = self.lead(MORE, THERAPY)
            left -= {"follows", "third"} if low > 0 else set()
            left -= {"carries"} if high < PRACTICE * RELIEF else set()
        return tuple(world for world in WORLDS if world in left)


def interval(value, error):
    """(value, low, high) with 95 %."""
    return float(value), float(value - SURE * error), float(value + SURE * error)


def run(world, measured, assigned, size, seed):
    """Run the trial in a world, or in one that the people number has drawn; returns a Design."""
    drawn = WORLDS[int(np.random.default_rng([seed, 7]).integers(len(WORLDS)))] if world == "hidden" else world
    random = np.random.default_rng(seed)
    groups = (WAITING, THERAPY, MORE) if assigned == "practice" else (WAITING, THERAPY)
    everybody = len(groups) * size
    by_time = random.normal(3.0, BETTER, everybody)
    keen = KEEN * (by_time - 3.0) / BETTER + np.sqrt(1 - KEEN**2) * random.normal(size=everybody)
    # Where people choose, the keener ones are in therapy; drawn all the same, so that a trial is of the same people.
    order = np.argsort(keen if assigned == "nothing" else random.random(everybody))
    does = np.exp(random.normal(-(DIFFER**2) / 2, DIFFER, everybody))
    falls, skills = {}, {}
    for place, group in enumerate(groups):
        who = order[place * size : (place + 1) * size]
        falls[group], skills[group] = {}, {}
        for week in (EARLY, WEEKS):
            skill, relief = (share * does[who] * (group != WAITING) for share in moves(drawn, week))
            if group == MORE:
                skill = skill + PRACTICE * first(week)
                relief = relief + PRACTICE * second(week) * (drawn == "carries")
            error = random.normal(0, np.sqrt(2) * RATED, size)
            falls[group][week] = by_time[who] * (1 - np.exp(-week / 8)) + RELIEF * relief + error
            skills[group][week] = LEARNED * skill + random.normal(0, TESTED, size)
    return Design(drawn, {"world": world, "measured": measured, "assigned": assigned, "size": size}, falls, skills)
