"""Another picture: symptoms that switch each other on. Own weights, chosen for teaching."""

import numpy as np

from .arrays import ArrayLike, Numbers
from .decay import logistic
from .parameter import Checked, parameter, record
from .randomness import stream

SYMPTOMS = (
    *("sleep", "appetite", "energy", "restlessness", "aches", "slowing", "tension"),
    *("sadness", "interest", "guilt", "concentration", "hopelessness", "brooding", "withdrawing"),
)
"""Seven of the body, then seven of the mind."""


@record
class Network(Checked):
    """Symptoms are on or off; each comes on with a chance that grows with those that are on and with stress:

        chance = L(connectivity * (weights @ on) + stress - threshold),     L the logistic

    Weights are larger within body and mind than between them, and add up to `pull` in every row, so that the share of
    symptoms that are on follows m = L(K m + stress - threshold) with K = connectivity * pull: two resting places if
    K > 4. It is the loop of `Landscape` again.
    """

    connectivity: float = parameter(
        1.0, unit="times", range=(0.0, 2.0), says="how strongly symptoms pull each other along"
    )
    pull: float = parameter(7.5, unit="log odds", range=(1.0, 12.0), says="pull on one symptom when all others are on")
    threshold: float = parameter(3.8, unit="log odds", range=(0.0, 8.0), says="what it takes to switch a symptom on")
    between: float = parameter(0.4, unit="share", range=(0.0, 1.0), says="share of the pull that crosses body and mind")

    def weights(self) -> Numbers:
        """Weights, shape (14, 14), row: symptom that is pulled."""
        half = len(SYMPTOMS) // 2
        body = np.arange(len(SYMPTOMS)) < half
        same = body[:, None] == body
        weights = np.where(same, (1 - self.between) / (half - 1), self.between / half)
        np.fill_diagonal(weights, 0.0)
        return self.pull * weights

    def folds(self, connectivity: float | None = None) -> tuple[float, float] | None:
        """Stress between which there are two resting places (mean field): (below it none ill, above it none well), or None."""
        strength = self.pull * (self.connectivity if connectivity is None else connectivity)
        if strength <= 4:
            return None
        on = (1 + np.array([1, -1]) * np.sqrt(1 - 4 / strength)) / 2
        return tuple(self.threshold + np.log(on / (1 - on)) - strength * on)

    def run(self, stress: Numbers, start: ArrayLike, connectivity: ArrayLike | None = None, seed: int = 1) -> Numbers:
        """Switch all symptoms step by step.

        Args:
            stress: on each symptom in each step, shape (steps, 14) or (steps, 1).
            start: which are on at first, shape (people, 14), 0 or 1.
            connectivity: in each step, shape (steps,); by default the network's own.
            seed: whole number.

        Returns:
            share of symptoms that are on, shape (steps + 1, people).
        """
        luck, weights = stream(seed, "network", 0), self.weights().T
        strength = np.broadcast_to(self.connectivity if connectivity is None else connectivity, len(stress))
        on = np.asarray(start, dtype=float)
        shares = [on.mean(axis=1)]
        for pressure, pull in zip(stress, strength, strict=True):
            on = (luck.random(on.shape) < logistic(pull * (on @ weights) + pressure - self.threshold)).astype(float)
            shares.append(on.mean(axis=1))
        return np.array(shares)
