"""People who had got well, followed in the arms of a trial: in a graded picture and in one that tips."""

import dataclasses
import functools

import numpy as np

from toolkit.model import POINTS, Cohort, Landscape, Model, hazard_ratio, kaplan_meier, simulate

from ..stopping_trials import ENDINGS, TRIALS, StoppingTrial
from .tapering import taper

PAIRS = (("kept", "stopped"), ("both kept", "both ended"))

GROUND = np.linspace(-0.35, 1.4, 141)
"""Burdens at which the ground is drawn, entry severities."""


@dataclasses.dataclass(frozen=True)
class Followed:
    """People who had got well, followed in each arm of a trial.

    weeks, relapsed: {ending: array of shape (people,)}, weeks since they were well and whether that was a relapse.
    rests: {ending: burden at which its people are at the end}, entry severities. valleys: {ending: heights of the
    ground}, on `GROUND`. tipping: whether there are two valleys.
    """

    trial: StoppingTrial
    way: str
    step_weeks: int
    tipping: bool
    weeks: dict
    relapsed: dict
    rests: dict
    valleys: dict
    at_first: tuple

    @functools.cached_property
    def curves(self):
        """Kaplan-Meier curves of staying well, {ending: SurvivalCurve}."""
        return {name: kaplan_meier(self.weeks[name], self.relapsed[name]) for name in self.weeks}

    @property
    def shares(self):
        """Percentage relapsed at the end of follow-up, {ending: percentage}."""
        return {name: 100 * (1 - float(curve.at(self.trial.follow))) for name, curve in self.curves.items()}

    @functools.cached_property
    def ratios(self):
        """Hazard of relapse with the medicine kept over that with it stopped, {(kept, stopped): Estimate}."""
        there = [pair for pair in PAIRS if set(pair) <= set(self.weeks)]
        return {pair: self._ratio(*pair) for pair in there}

    @property
    def named_ratios(self):
        """The same by what the two are called, {words: ratio}; nan where too few relapsed to say."""
        return {
            f"{ENDINGS[kept].label} ÷ {ENDINGS[stopped].label}": ratio.value
            for (kept, stopped), ratio in self.ratios.items()
        }

    def _ratio(self, kept, stopped):
        weeks, relapsed = (np.concatenate([held[kept], held[stopped]]) for held in (self.weeks, self.relapsed))
        return hazard_ratio(weeks, relapsed, np.arange(len(weeks)) < len(self.weeks[kept]))


def on_plan(design, course, place):
    """Who had kept to the plan of an arm until the week in which people were well."""
    return (course.stop_week[place] >= design.well) & (course.dropout_week[place] >= design.well)


def graded(design, course):
    """One valley, whose bottom treatment moves: relapse is the model's own hazard."""
    weeks, relapsed, rests = {}, {}, {}
    for place, name in enumerate(course.arms):
        among = on_plan(design, course, place)
        weeks[name], relapsed[name] = course.relapses(name, among)
        rests[name] = course.symptoms[-1, place][course.responded[place] & among].mean() / POINTS
    pull = 1 - course.model.symptoms.cognitive_to_somatic
    valleys = {name: 0.5 * pull * (GROUND - rest) ** 2 for name, rest in rests.items()}
    return weeks, relapsed, rests, valleys, (1.0, 0.5 * pull * (GROUND - 1.0) ** 2)


def tipping(design, course, landscape):
    """Two valleys: well are those who have left that of illness; relapse is being back in it."""
    burden = landscape.simulate(course, steps_per_week=4)
    _, ridge, ill = landscape.equilibria()
    weeks, relapsed, rests, valleys = {}, {}, {}, {}
    for place, name in enumerate(course.arms):
        among = (burden[design.well, place] < ridge) & on_plan(design, course, place)
        back = burden[design.well + 1 :, place][:, among] > (ridge + ill) / 2
        relapsed[name] = back.any(axis=0)
        weeks[name] = np.where(relapsed[name], back.argmax(axis=0) + 1.0, design.follow)
        rests[name] = float(np.median(burden[-1, place][among])) if among.any() else ill
        state = course.drug_effect[-1, place][among], course.skill[-1, place][among]
        state = [part.mean() if among.any() else 0.0 for part in state]
        valleys[name] = landscape.height(GROUND, *state) - landscape.height(0.0, *state)
    return weeks, relapsed, rests, valleys, (float(ill), landscape.height(GROUND) - landscape.height(0.0))


PEOPLE = 1000


def model(trial, forgetting, state, withdrawal, fragile, faithful, **_):
    """The model that the controls describe."""
    usual = Model()
    left = {"adherence.stopping": 0.0, "dropout.leaving": 0.0} if faithful else {}
    return usual.replace(
        {
            "assessment.week": TRIALS[trial].well,
            "skill.forgetting": forgetting * usual.skill.forgetting,
            "state_dependence.strength": state,
            "withdrawal.strength": withdrawal,
            "relapse.weekly": fragile * usual.relapse.weekly,
            **left,
        }
    )


def run(seed, trial, later, way, step_weeks, picture, shaken, **values):
    """Let the trial's arms run with the controls' values; returns who was followed."""
    design = TRIALS[trial]
    end = design.well + design.follow
    plans = design.plans(min(design.well + later, end), taper(way, step_weeks), end)
    toy = model(trial, **values)
    two_valleys = picture == "tipping"
    course = lives(seed, tuple(plans.items()), end, toy, two_valleys)
    seen = (
        tipping(design, course, Landscape(noise=shaken * Landscape().noise)) if two_valleys else graded(design, course)
    )
    return Followed(design, way, step_weeks, two_valleys, *seen)


@functools.lru_cache(maxsize=2)
def lives(seed, plans, end, toy, two_valleys):
    """The arms' lives, with what the picture needs; kept, since shaking the ground changes nothing in them."""
    kept = {"keep": ("drug_effect", "skill")} if two_valleys else {"keep": ("symptoms",), "keep_weeks": (end,)}
    return simulate(Cohort(PEOPLE, seed), dict(plans), end, toy, **kept)
