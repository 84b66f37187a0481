"""What sessions teach, how slowly it is forgotten, and what opens or speeds the learning."""

import numpy as np

from .arrays import Amount, Numbers
from .decay import decay_and_mean, logistic
from .parameter import Checked, parameter, record


@record
class Skill(Checked):
    """Skill k, 0 to 1: learned in sessions, slowly forgotten, lowering the cognitive drive.

        k' = r (1 - k) - delta k,      r = eta * alliance * gate * plasticity * sessions per week

    Keeping what was learnt may need stability (off by default): delta then grows to delta (1 + burden_forgetting * max(y, 0)).
    MODEL.md, "What sessions teach".
    """

    learning_rate: float = parameter(
        0.22, unit="per session", range=(0.0, 1.0), says="how much of what is left to learn one session teaches"
    )
    forgetting: float = parameter(
        0.007,
        unit="per week",
        range=(0.0, 0.2),
        says="how fast skill fades without practice",
        source="suggested by paykel2005_decay",
    )
    strength: float = parameter(
        0.242,
        unit="entry severities",
        range=(0.0, 1.2),
        says="how far full skill lowers the drive of symptoms",
        tag="fitted",
        source="cuijpers2013_direct",
    )
    cognitive_share: float = parameter(
        1.0, unit="share", range=(0.0, 1.0), says="share of skill's effect that enters at the cognitive level"
    )

    burden_forgetting: float = parameter(
        0.0,
        unit="times per entry severity",
        range=(0.0, 10.0),
        says="how much faster skill fades while symptoms are heavy (0: keeping it needs no stability)",
    )

    def forgetting_factor(self, burden: Numbers) -> Numbers:
        """Factor on the rate of forgetting under a burden of any shape, entry severities."""
        return 1.0 + self.burden_forgetting * np.maximum(burden, 0.0)

    def step(self, skill: Numbers, rate: Numbers, weeks: float, forgetting: Amount = 1.0) -> tuple[Numbers, Numbers]:
        """Exact step of k for a constant learning rate per week; `forgetting` is a factor on the rate of forgetting.

        Returns:
            skill at the end of the step and its mean over the step, both of the shape of `skill`.
        """
        # A rate of exactly 0 would ask for 0 / 0; 1e-12 a week changes nothing that a number of 16 digits can hold.
        total = rate + np.maximum(self.forgetting * forgetting, 1e-12)
        settled, exponent = rate / total, total * -weeks
        gained = np.expm1(exponent) * (skill - settled)
        mean = gained / exponent
        mean += settled
        return skill + gained, mean

    def share_left(self, weeks: float, forgetting: Amount = 1.0) -> Amount:
        """Share of skill that is left after a step without sessions."""
        return decay_and_mean(np.maximum(self.forgetting * forgetting, 1e-12) * weeks)[0]


@record
class Gate(Checked):
    """A door that heavy somatic burden closes: gate(s) = 1 - strength * L((s - threshold) / width), L the logistic.

    strength 0 switches the gate off (always open). A hypothesis; no trial has tested it. MODEL.md, "The door".
    """

    strength: float = parameter(
        1.0, unit="share", range=(0.0, 1.0), says="how much of learning severe symptoms can shut out"
    )
    threshold: float = parameter(
        1.1,
        unit="entry severities",
        range=(0.3, 2.0),
        says="severity of somatic symptoms at which the door is half shut",
    )
    width: float = parameter(0.2, unit="entry severities", range=(0.05, 1.0), says="how gradually the door closes")

    def openness(self, somatic: Numbers, shift: Amount = 0.0) -> Amount:
        """Share of learning that gets through, 0 to 1, for somatic burden of any shape; `shift` moves the threshold."""
        if self.strength == 0:
            return 1.0
        # Seven digits are plenty for a hypothesis, and numpy takes this exp four times as fast.
        beyond = (somatic - (self.threshold + shift)).astype(np.float32) / self.width
        return 1.0 - self.strength * logistic(beyond)


@record
class Plasticity(Checked):
    """The brain under the drug learns faster: learning times (1 + gain * drug effect). MODEL.md, "The window".

    With `undirected` above 0 it learns from everything, not from sessions only: what surroundings do to people, stress
    and a kind or harsh environment, is amplified by undirected * gain * drug effect.
    """

    gain: float = parameter(
        0.25, unit="times", range=(-0.5, 2.0), says="how much faster people learn at the medication's full effect"
    )
    undirected: float = parameter(
        0.0,
        unit="share",
        range=(0.0, 1.0),
        says="how far the surroundings, too, sink in more deeply under the medication",
        source="suggested by chiarotti2017_environment",
    )

    def speed(self, effect: Numbers) -> Numbers:
        """Factor on the learning rate for a drug effect of any shape."""
        return 1.0 + self.gain * effect

    def exposure(self, effect: Numbers) -> Numbers:
        """How much more of the surroundings sinks in, for a drug effect of any shape."""
        return self.undirected * self.gain * effect


@record
class StateDependence(Checked):
    """What is learned in one state is recalled best in that state: off by default.

    usable skill = k * (1 - strength * |e - drug effect while learning|)
    """

    strength: float = parameter(
        0.0,
        unit="share",
        range=(0.0, 1.0),
        says="how far skill learned on the medication stays with the medication",
        source="suggested by basoglu1994_attribution",
    )

    def usable(self, skill: Numbers, effect: Numbers, tagged: Numbers) -> Numbers:
        """Skill at hand under a drug effect; `tagged` is skill times the drug effect under which it was learned."""
        learnt_at = np.divide(tagged, skill, out=np.zeros_like(skill), where=skill > 1e-9)
        return skill * (1.0 - self.strength * np.abs(effect - learnt_at))
