"""What sessions teach, how slowly it is forgotten, and what opens or speeds the learning."""

import dataclasses

import numpy as np

from .decay import decay_and_mean
from .parameter import Checked, parameter


@dataclasses.dataclass(frozen=True)
class Skill(Checked):
    """Skill k, 0 to 1: learnt in sessions, slowly forgotten, lowering the cognitive drive.

        k' = r (1 - k) - delta k,      r = eta * alliance * gate * plasticity * sessions per week

    MODEL.md section 2, closed form 5.
    """

    learning_rate: float = parameter(
        0.22,
        unit="per session",
        range=(0.0, 1.0),
        says="how much of what is left to learn one session teaches",
        symbol="eta",
    )
    forgetting: float = parameter(
        0.007,
        unit="per week",
        range=(0.0, 0.2),
        says="how fast skill fades without practice",
        source="suggested by paykel2005_decay",
        symbol="delta",
    )
    strength: float = parameter(
        0.315,
        unit="entry severities",
        range=(0.0, 1.0),
        says="how far full skill lowers the drive of complaints",
        tag="fitted",
        source="cuijpers2014_adding",
        symbol="T",
    )
    cognitive_share: float = parameter(
        1.0,
        unit="share",
        range=(0.0, 1.0),
        says="share of the effect that enters at the cognitive level",
        symbol="load_t",
    )

    def step(self, skill, rate, weeks):
        """Exact step of k for a constant learning rate per week.

        Returns:
            skill at the end of the step and its mean over the step, both of the shape of `skill`.
        """
        total = rate + self.forgetting
        moving = total > 0
        settled = np.divide(rate, total, out=np.array(skill, dtype=float), where=moving)
        decay, mean = decay_and_mean(np.where(moving, total, 1.0) * weeks)
        return settled + (skill - settled) * decay, settled + (skill - settled) * mean


@dataclasses.dataclass(frozen=True)
class Gate(Checked):
    """A door that heavy somatic burden closes: gate(s) = 1 - strength * L((s - threshold) / width), L the logistic.

    strength 0 switches the gate off (always open). A hypothesis; no trial has tested it. MODEL.md section 2.
    """

    strength: float = parameter(
        1.0, unit="share", range=(0.0, 1.0), says="how much of learning a heavy burden can shut out"
    )
    threshold: float = parameter(
        1.1,
        unit="entry severities",
        range=(0.3, 2.0),
        says="somatic burden at which the door is half shut",
        symbol="theta",
    )
    width: float = parameter(
        0.2, unit="entry severities", range=(0.05, 1.0), says="how gradually the door closes", symbol="w"
    )

    def openness(self, somatic):
        """Share of learning that gets through, 0 to 1, for somatic burden of any shape."""
        if self.strength == 0:
            return 1.0
        return 1.0 - self.strength / (1.0 + np.exp((self.threshold - somatic) / self.width))


@dataclasses.dataclass(frozen=True)
class Plasticity(Checked):
    """The brain under the drug learns faster: learning times (1 + gain * drug effect). MODEL.md section 2."""

    gain: float = parameter(
        0.25, unit="times", range=(-0.5, 2.0), says="how much faster people learn at full drug effect", symbol="pi"
    )

    def speed(self, effect):
        """Factor on the learning rate for a drug effect of any shape."""
        return 1.0 + self.gain * effect
