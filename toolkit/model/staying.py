"""When planned treatment ends early: weeks of stopping and of leaving that do not depend on how the patient feels.

Hazards add up from week to week; a person leaves at the start of the week in which the sum reaches their patience.
"""

import numpy as np


def leaving_week(hazard, patience, sessions):
    """Week in which each patient leaves therapy, shape (patients,); the number of weeks if never.

    Args:
        hazard: weekly hazard while sessions run, shape (patients,).
        patience: hazard it takes, shape (patients,).
        sessions: sessions a week, shape (weeks,).
    """
    enough = np.divide(patience, hazard, out=np.full_like(patience, np.inf), where=hazard > 0)
    return np.searchsorted(np.cumsum(sessions > 0), enough)


def stopping_week(model, traits, dose, level, weeks_on, in_sessions):
    """Week in which each patient stops the drug, shape (patients,); the number of weeks if never.

    Args:
        model: Model.
        traits: Traits.
        dose, level, weeks_on: of those who have not stopped, at the start of each week, shape (weeks,).
        in_sessions: whether each patient sees a therapist in each week, shape (weeks, patients), or False.
    """
    weeks = np.flatnonzero(dose > 0)
    felt = model.side_effects.felt(traits.side_effects, level[weeks, None], weeks_on[weeks, None])
    hazard = model.adherence.hazard(weeks_on[weeks, None], felt, 0.0)
    if in_sessions is not False:
        hazard *= np.where(in_sessions[weeks], model.adherence.tie(traits.alliance), 1.0)
    patience, stayed = traits.stop_patience.copy(), np.zeros(traits.stop_patience.size, dtype=np.intp)
    for suffered in hazard:
        patience -= suffered
        stayed += patience > 0
    return np.append(weeks, len(dose))[stayed]
