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
    patience: Numbers,
    dose: Numbers,
    level: Numbers,
    weeks_on: Numbers,
    therapist: tuple[Numbers, Whole] | None = None,
) -> Whole:
    """Week in which each patient stops the drug, shape (patients,); the number of weeks if never.

    Args:
        model: Model.
        traits: Traits.
        patience: hazard it takes, shape (patients,).
        dose, level, weeks_on: of those who have not stopped, at the start of each week, shape (weeks,).
        therapist: where there is one, sessions a week, shape (weeks,), and the week in which each patient leaves therapy,
            shape (patients,).
    """
    adherence, weeks = model.adherence, np.flatnonzero(dose > 0)
    hazard = adherence.hazard(weeks_on[weeks])
    usual = np.cumsum(hazard)
    side_effect = model.side_effects.felt(1.0, level, weeks_on)[weeks]
    sessions, leaving = therapist or (np.zeros(len(dose)), np.zeros(1))
    # What alliance and side effects add to the usual hazard is taken from the patience, in the weeks in which they can.
    weighed = (sessions[weeks] > 0) | (side_effect * traits.side_effects.max() > 1.0)
    until = int(np.flatnonzero(weighed).max(initial=-1)) + 1
    patience, stayed = patience.copy(), np.zeros(traits.alliance.size, dtype=np.intp)
    tie = adherence.tie(traits.alliance)
    for place, week in enumerate(weeks[:until]):
        factor = np.where(week < leaving, tie, 1.0) if sessions[week] > 0 else np.ones(tie.size)
        # Most people can bear their side effects in most weeks: an exp is taken for the others only.
        suffer = np.flatnonzero(side_effect[place] * traits.side_effects > 1.0)
        factor[suffer] *= adherence.side_effect_factor(side_effect[place] * traits.side_effects[suffer])
        patience -= hazard[place] * (factor - 1.0)
        stayed += patience > usual[place]
    stayed += np.searchsorted(usual[until:], patience)
    return np.append(weeks, len(dose))[stayed]
