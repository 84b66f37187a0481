"""When planned treatment ends early: weeks of stopping and of leaving that do not depend on how the patient feels.

Hazards add up from week to week; a person leaves at the start of the week in which the sum reaches their patience.
"""

import numpy as np

from .arrays import Numbers, Whole
from .cohort import Traits
from .model import Model


def leaving_week(hazard: Numbers, patience: Numbers, sessions: Numbers) -> Whole:
    """Week in which each patient leaves therapy, shape (patients,); the number of weeks if never.

    Args:
        hazard: weekly hazard while sessions run, shape (patients,).
        patience: hazard it takes, shape (patients,).
        sessions: sessions a week, shape (weeks,).
    """
    with np.errstate(over="ignore"):  # under a hazard next to nothing the wait is endless, as under none
        enough = np.divide(patience, hazard, out=np.full_like(patience, np.inf), where=hazard > 0)
    return np.searchsorted(np.cumsum(sessions > 0), enough)


def stopping_week(
    model: Model,
    traits: Traits,
    dose: Numbers,
    level: Numbers,
    weeks_on: Numbers,
    therapist: tuple[Numbers, Whole] | None = None,
) -> Whole:
    """Week in which each patient stops the drug, shape (patients,); the number of weeks if never.

    Args:
        model: Model.
        traits: Traits.
        dose, level, weeks_on: of those who have not stopped, at the start of each week, shape (weeks,).
        therapist: where there is one, sessions a week, shape (weeks,), and the week in which each patient leaves therapy,
            shape (patients,).
    """
    adherence, weeks = model.adherence, np.flatnonzero(dose > 0)
    hazard = adherence.hazard(weeks_on)
    load = model.side_effects.felt(1.0, level, weeks_on)
    patience, stayed = traits.stop_patience.copy(), np.zeros(traits.alliance.size, dtype=np.intp)
    tie = adherence.tie(traits.alliance)
    for week in weeks:
        factor = np.ones(tie.size)
        if therapist is not None and therapist[0][week] > 0:
            coming = week < therapist[1]
            factor[coming] = tie[coming]
        # Most people can bear their side effects in most weeks: an exp is taken for the others only.
        suffer = np.flatnonzero(load[week] * traits.side_effects > 1.0)
        factor[suffer] *= adherence.strain(load[week] * traits.side_effects[suffer])
        patience -= hazard[week] * factor
        stayed += patience > 0
    return np.append(weeks, len(dose))[stayed]
