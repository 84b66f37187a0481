"""Real trials with all four arms, beside the toy of lesson 02."""

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL
from toolkit.explore import ARMS, axis

from .chart import PERCENT, SYMBOLS
from .people import SCALES


def studies_chart(trial):
    labels = ["the toy, as set above", *(real.label for real in FACTORIAL)]
    heights = np.arange(len(labels))[::-1]
    written = {"legend": True, "hover": "%{x:.0f} %"}
    traces = [
        explore.dots(
            [trial.expected(scale), *(100 * real.expected(scale) for real in FACTORIAL)],
            heights,
            name=f"just adding by {label}",
            symbol=SYMBOLS[scale],
            **written,
        )
        for scale, label in SCALES.items()
    ]
    seen = [trial.shares["both"], *(100 * real.shares[3] for real in FACTORIAL)]
    intervals = 100 * np.array([(np.nan, np.nan), *(real.interval or (np.nan, np.nan) for real in FACTORIAL)]).T
    both = ARMS["both"]
    traces.append(
        explore.dots(
            seen, heights, name="seen with both", colour=both.colour, symbol=both.symbol, error=intervals, **written
        )
    )
    return explore.picture(
        traces, (axis("% with a good outcome", 0, 120, **PERCENT), explore.row_axis(labels)), height=560, legend="left"
    )
