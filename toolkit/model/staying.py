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
    with np.errstate(over="ignore"):  # under a hazard next to nothing the wait is endless, as under none
        enough = np.divide(patience, hazard, out=np.full_like(patience, np.inf), where=hazard > 0)
    return np.searchsorted(np.cumsum(sessions > 0), enough)


def stopping_week(model, traits, dose, level, weeks_on, sessions=None, dropout_week=None):
    """Week in which each patient stops the drug, shape (patients,); the number of weeks if never.

    Args:
        model: Model.
        traits: Traits.
        dose, level, weeks_on: of those who have not stopped, at the start of each week, shape (weeks,).
        sessions: sessions a week, shape (weeks,), where there are any.
        dropout_week: week in which each patient leaves therapy, shape (patients,).
    """
    adherence, weeks = model.adherence, np.flatnonzero(dose > 0)
    hazard = adherence.hazard(weeks_on)
    load = model.side_effects.felt(1.0, level, weeks_on)
    stayed = np.zeros(traits.alliance.size, dtype=np.intp)
    # Most people can bear their side effects in every week; only for the others an exp is taken week by week.
    suffer = traits.side_effects * load.max() > 1.0
    for who in (np.flatnonzero(suffer), np.flatnonzero(~suffer)):
        patience, side_effects = traits.stop_patience[who], traits.side_effects[who]
        tie, worst = adherence.tie(traits.alliance[who]), side_effects.max(initial=0.0)
        leaves = None if sessions is None else dropout_week[who]
        counted = np.zeros(who.size, dtype=np.intp)
        for week in weeks:
            factor = adherence.strain(load[week] * side_effects) if load[week] * worst > 1.0 else 1.0
            if sessions is not None and sessions[week] > 0:
                factor = factor * np.where(week < leaves, tie, 1.0)
            patience -= hazard[week] * factor
            counted += patience > 0
        stayed[who] = counted
    return np.append(weeks, len(dose))[stayed]
