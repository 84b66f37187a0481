"""Real trials with all four arms, beside the toy of lesson 03."""

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL
from toolkit.explore import ARMS

from ..words import Words
from .chart import SYMBOLS

WORDS = Words(__package__)


def studies_chart(trial):
    labels = [WORDS.say("toy"), *(real.label for real in FACTORIAL)]
    heights = np.arange(len(labels))[::-1]
    written = {"legend": True, "hover": "%{x:.0f} %"}
    traces = [
        explore.dots(
            [trial.expected(scale), *(100 * real.expected(scale) for real in FACTORIAL)],
            heights,
            name=WORDS.say("expected", scale=words),
            symbol=SYMBOLS[scale],
            **written,
        )
        for scale, words in WORDS.says("scales").items()
    ]
    seen = [trial.shares["both"], *(100 * real.shares[3] for real in FACTORIAL)]
    intervals = 100 * np.array([(np.nan, np.nan), *(real.interval or (np.nan, np.nan) for real in FACTORIAL)]).T
    both = ARMS["both"]
    traces.append(
        explore.dots(
            seen, heights, name=WORDS.say("seen"), colour=both.colour, symbol=both.symbol, error=intervals, **written
        )
    )
    return explore.picture(
        traces,
        (explore.ticked_axis(WORDS.say("good_outcome"), 0, 120), explore.row_axis(labels)),
        height=560,
        legend="left",
    )
