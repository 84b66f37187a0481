"""Studies of drugs that speed learning, beside the toy of lesson 06."""

import numpy as np

from toolkit import explore
from toolkit.evidence.learning import LEARNING, SPECIES, VERDICTS
from toolkit.explore import ARMS, axis

from .people import toys

MISSING = "people, antidepressant: therapy"


def studies_chart(window):
    """Left: studies of which only a direction was read. Right: standardised gains, with the toy's own. Shapes by species."""
    own = toys(window)
    labels = [*(f"toy, {when}" for when in own), *(study.label for study in LEARNING), MISSING]
    heights = dict(zip(labels, range(len(labels) - 1, -1, -1), strict=True))
    traces = [explore.words([1], [0], ["no trial found"], position="middle center")]
    for species, symbol in zip(SPECIES, ("square", "circle"), strict=True):
        look = {"name": species, "symbol": symbol}
        told = [study for study in LEARNING if study.species == species and study.verdict]
        sized = [study for study in LEARNING if study.species == species and not study.verdict]
        spread = np.array([study.interval or (np.nan, np.nan) for study in sized]).reshape(-1, 2).T
        where, gains = [VERDICTS.index(study.verdict) for study in told], [study.gain for study in sized]
        rows, more_rows = ([heights[study.label] for study in some] for some in (told, sized))
        traces.append(explore.dots(where, rows, hover=species, legend=True, **look))
        traces.append(explore.dots(gains, more_rows, error=spread, panel=2, hover="%{x:.2f}", **look))
    look = {"name": "the toy", "colour": ARMS["both"].colour, "symbol": ARMS["both"].symbol, "legend": True}
    traces.append(explore.dots(own.values(), [*heights.values()][: len(own)], panel=2, hover="%{x:.2f}", **look))
    up = explore.row_axis(labels)
    left = axis("learnt with the drug", -0.5, 2.5, tickvals=[0, 1, 2], ticktext=VERDICTS), up
    right = axis("standardised gain", -0.4, 1.3), {**up, "showticklabels": False}
    return explore.picture(traces, left, right, widths=(5, 1, 7), height=620, legend="left")


def studies_sentence(window):
    """What studies and toy say, in words."""
    counts = [
        f"{verdict} in {len(seen)} of {species}"
        for verdict in reversed(VERDICTS)
        for species in SPECIES
        if (seen := [study for study in LEARNING if (study.verdict, study.species) == (verdict, species)])
    ]
    sizes = "; ".join(f"{study.what} {study.gain:.2f}" for study in LEARNING if study.gain is not None)
    own = "; ".join(f"{when} {gain + 0.0:.2f}" for when, gain in toys(window).items())
    return (
        f"Studies with a direction, learnt with the drug: {', '.join(counts)}. Standardised gains, above 0 is better: "
        f"{sizes}. The toy, both over therapy alone: {own}. An antidepressant speeding psychotherapy in people: no trial found."
    )
