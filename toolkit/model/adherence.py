"""Who stays: stopping the medication, side effects that drive it, the alliance that holds it back, leaving therapy."""

import numpy as np

from .arrays import Amount, Numbers
from .parameter import Checked, parameter, record

EVERYDAY_STOPPING = 0.11
"""`adherence.stopping` in everyday care: more than among people who have volunteered for a trial (teaching)."""


@record
class SideEffects(Checked):
    """What the medication costs: a personal sensitivity times the level, fading as the body gets used to it.

        side effect = sensitivity * C * (lasting + (1 - lasting) exp(-weeks on drug / tolerance_weeks))

    1 is the most that people put up with; only what exceeds it drives them to stop.
    """

    lasting: float = parameter(0.35, unit="share", range=(0.0, 1.0), says="share of side effects that stays for good")
    tolerance_weeks: float = parameter(
        3.0, unit="weeks", range=(0.5, 20.0), says="how long getting used to side effects takes"
    )

    def intensity(self, sensitivity: Amount, level: Amount, weeks_on: Amount) -> Numbers:
        """Side effects (1 = barely tolerable) at a drug level, after some weeks on the drug."""
        return sensitivity * level * (self.lasting + (1.0 - self.lasting) * np.exp(-weeks_on / self.tolerance_weeks))


@record
class Adherence(Checked):
    """Who stops the medication by themselves: a weekly hazard that falls with habit, rises with side effects that are hard
    to bear, and is lower for somebody in therapy who trusts the therapist, if therapist and prescriber talk.

        hazard = stopping * (habit + (1 - habit) exp(-weeks on drug / habit_weeks))
                 * exp(side_effects * max(side effect - 1, 0)) * exp(-alliance * coordination * A * [in therapy])
    """

    stopping: float = parameter(
        0.041,
        unit="per week",
        range=(0.0, 0.5),
        says="hazard of stopping the medication at the start (higher in everyday care)",
        tag="fitted",
        source="swift2017_refusal",
    )
    habit: float = parameter(
        0.15, unit="share", range=(0.0, 1.0), says="share of the hazard of stopping that stays once taking is a habit"
    )
    habit_weeks: float = parameter(4.0, unit="weeks", range=(0.5, 26.0), says="how long the habit takes to form")
    side_effects: float = parameter(
        1.0, unit="log hazard", range=(0.0, 4.0), says="how strongly side effects beyond the tolerable make people stop"
    )
    alliance: float = parameter(
        0.428,
        unit="log hazard",
        range=(-2.0, 3.0),
        says="how strongly a good alliance in therapy keeps people on their medication",
        tag="fitted",
        source="cuijpers2020_nma",
    )
    coordination: float = parameter(
        1.0, unit="share", range=(0.0, 1.0), says="how far therapist and prescriber work together (0: in silos)"
    )

    def hazard(self, weeks_on: Numbers) -> Numbers:
        """Weekly hazard after some weeks on the drug, before side effects and alliance are counted."""
        return self.stopping * (self.habit + (1.0 - self.habit) * np.exp(-weeks_on / self.habit_weeks))

    def side_effect_factor(self, side_effect: Numbers) -> Numbers:
        """Factor on the hazard from side effects, an array; 1 as long as they can be borne."""
        return np.exp(self.side_effects * np.maximum(side_effect - 1.0, 0.0))

    def alliance_factor(self, alliance: Numbers) -> Numbers:
        """Factor on the hazard from the alliance with a therapist who is being seen and talks with the prescriber."""
        return np.exp(-self.alliance * self.coordination * alliance)


@record
class Dropout(Checked):
    """Who leaves therapy early: hazard = leaving * exp(alliance * (0.6 - A)), 0.6 being an average alliance."""

    leaving: float = parameter(
        0.0137,
        unit="per week",
        range=(0.0, 0.3),
        says="hazard of leaving therapy at an average alliance",
        tag="fitted",
        source="swift2012_dropout",
    )
    alliance: float = parameter(
        1.0, unit="log hazard", range=(-2.0, 4.0), says="how strongly a good alliance keeps people in therapy"
    )

    def hazard(self, alliance: Numbers) -> Numbers:
        """Weekly hazard of leaving while sessions run."""
        return self.leaving * np.exp(self.alliance * (0.6 - alliance))


@record
class Preference(Checked):
    """Getting what one had wanted: a factor on both hazards, of stopping the medication and of leaving therapy.

    What a plan says of the wish decides (`Plan.wish`); where nobody was asked the factor is 1. The outcome is not touched
    but by who stays. MODEL.md, "Who stays".
    """

    met: float = parameter(
        0.75,
        unit="times",
        range=(0.2, 1.0),
        says="hazard of stopping or leaving for somebody who got the treatment they had wanted",
    )
    not_met: float = parameter(
        1.3,
        unit="times",
        range=(1.0, 5.0),
        says="hazard of stopping or leaving for somebody who did not get the treatment they had wanted",
        source="suggested by swift2018_preference",
    )

    def factor(self, wish: str) -> float:
        """Factor on the hazards for a wish that was "met", "not met" or "not asked"."""
        return {"met": self.met, "not met": self.not_met}.get(wish, 1.0)
