"""People who had got well, followed in the arms of a trial: who is still well, and what something hard costs them."""

import dataclasses
import functools

from toolkit.lessons.stopping_trials import TRIALS, StoppingTrial, with_sessions
from toolkit.model import Cohort, Model, kaplan_meier, simulate_each

PEOPLE = 1000
OVER = "over"
"""What the control of sessions is called where therapy has ended, as the trial's own arm has it."""


@dataclasses.dataclass(frozen=True)
class Followed:
    """People who had got well, followed in each arm of a trial.

    weeks, relapsed: {ending: array of shape (people,)}, weeks since they were well and whether that was a relapse.
    calm: {ending: percentage relapsed} of the same people without the hard event; empty where there is none.
    later: weeks for which stopping is put off. when: week of the hard event, since people were well.
    """

    trial: StoppingTrial
    later: int
    when: int
    weeks: dict
    relapsed: dict
    calm: dict

    @functools.cached_property
    def curves(self):
        """Kaplan-Meier curves of staying well, {ending: SurvivalCurve}."""
        return curves(self.weeks, self.relapsed)

    @functools.cached_property
    def shares(self):
        """Percentage relapsed at the end of follow-up, {ending: percentage}."""
        return ill_again(self.curves, self.trial.follow)

    @property
    def cost(self):
        """People of 100 who fall ill again because of the hard event, {ending: people}; empty where there is none."""
        return {name: self.shares[name] - share for name, share in self.calm.items()}

    def more(self, one, other):
        """People of 100 by which more fall ill again in one ending than in another."""
        return self.shares[one] - self.shares[other]


def curves(weeks, relapsed):
    """{ending: SurvivalCurve} from weeks and flags of the same endings."""
    return {name: kaplan_meier(weeks[name], relapsed[name]) for name in weeks}


def ill_again(found, week):
    """Percentage relapsed by a week, {ending: percentage}."""
    return {name: 100 * (1 - float(curve.at(week))) for name, curve in found.items()}


def follow(design, course):
    """(weeks, relapsed) by ending, of those who had got well and had kept to the plan of their arm until then."""
    weeks, relapsed = {}, {}
    for place, name in enumerate(course.arms):
        among = (course.stop_week[place] >= design.well) & (course.dropout_week[place] >= design.well)
        weeks[name], relapsed[name] = course.relapses(name, among)
    return weeks, relapsed


def model(trial, forgetting, state, fragile, faithful, hard, when, **_):
    """The model that the controls describe."""
    usual = Model()
    left = {"adherence.stopping": 0.0, "dropout.leaving": 0.0} if faithful else {}
    return usual.replace(
        {
            "assessment.week": TRIALS[trial].well,
            "skill.forgetting": forgetting * usual.skill.forgetting,
            "state_dependence.strength": state,
            "relapse.weekly": fragile * usual.relapse.weekly,
            "life_event.week": TRIALS[trial].well + when,
            "life_event.size": hard,
            **left,
        }
    )


def run(seed, trial, later, sessions, hard, when, **values):
    """Let the trial's arms run with the controls' values; returns who was followed."""
    design = TRIALS[trial]
    end = design.well + design.follow
    plans = design.plans(min(design.well + later, end), None, end)
    if sessions != OVER:
        plans = with_sessions(plans, sessions, end)
    lived = model(trial=trial, hard=hard, when=when, **values)
    calm = lived.replace({"life_event.week": 0, "life_event.size": 0.0})
    (weeks, relapsed), *without = follow_each(seed, tuple(plans.items()), design, *((lived, calm) if hard else (calm,)))
    shares = ill_again(curves(*without[0]), design.follow) if hard else {}
    return Followed(design, later, when, weeks, relapsed, shares)


@functools.lru_cache(maxsize=4)
def follow_each(seed, arms, design, *models):
    """Who was followed in each arm, in each model: kept while what is moved changes no life."""
    lives = [(Cohort(PEOPLE, seed), model) for model in models]
    courses = simulate_each(lives, dict(arms), design.well + design.follow, keep=(), keep_weeks=())
    return [follow(design, course) for course in courses]
