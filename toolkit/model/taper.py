"""Ways to come off a medication: at once, in equal steps of dose, or in equal steps of occupancy."""

import numpy as np

from .arrays import Numbers
from .drug import Drug
from .parameter import Checked, choice, parameter, record


@record
class Taper(Checked):
    """Steps down from the full dose, the last one to nothing.

    "linear" takes equal steps of dose; "hyperbolic" takes equal steps of occupancy, O = dose / (dose + K), so the dose
    falls fast at first and ever more slowly. An abrupt stop is no taper at all. Nobody should do this alone.
    """

    shape: str = choice("hyperbolic", options=("linear", "hyperbolic"), says="equal steps of dose or of occupancy")
    steps: int = parameter(8, unit="steps", range=(1, 52), says="number of steps down")
    weeks_per_step: float = parameter(1.0, unit="weeks", range=(0.25, 13.0), says="how long each step lasts")

    def doses(self, dose: float, drug: Drug = Drug()) -> Numbers:
        """Doses on the way down from `dose`, without the last one, which is 0; shape (steps - 1,).

        >>> [round(float(dose), 2) for dose in Taper(steps=4).doses(1.0)]
        [0.38, 0.17, 0.06]
        """
        left = np.arange(self.steps - 1, 0, -1) / self.steps
        if self.shape == "linear":
            return dose * left
        occupancy = drug.occupancy(dose) * left
        return drug.half_occupancy_level * occupancy / (1 - occupancy)
