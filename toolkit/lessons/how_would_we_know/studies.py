"""Published trials of the design that is set, each held against the model's own trial: inside its interval, or outside."""

import functools

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL, figures, finding, trials
from toolkit.evidence.measures import RATIOS
from toolkit.evidence.score import SEED, SIZE, score
from toolkit.explore import axis, band, dots, line
from toolkit.lessons.words import Words
from toolkit.model import DUMMY

say, says = Words(__package__).say, Words(__package__).says
TRIALS = ("acute", "anxiety", "trauma")

FARTHEST = 4
"""Half intervals: what lies farther off is drawn there."""

LOOKS = {
    "inside": {"symbol": "circle", "colour": "both"},
    "outside": {"symbol": "x", "colour": "medication"},
    "set to fit": {"symbol": "square-open", "colour": "nothing"},
}


def chosen(compare):
    """The figures of that design that can be judged."""
    four = {comparison.id for comparison in FACTORIAL}
    for figure in figures():
        arms = f"{figure.arm}, {figure.versus}", f"{figure.versus}, {figure.arm}"
        same = figure.versus == DUMMY and figure.id in four if compare == "four" else compare in arms
        if same and figure.trial in TRIALS and figure.who == "everybody" and (figure.n or figure.ci):
            yield figure


@functools.lru_cache(maxsize=1)
def course(name):
    """The model's own trial of that name."""
    return trials()[name].run({}, SIZE, SEED)


@functools.cache
def judged(compare):
    """A Score for each figure of that design."""
    some = sorted(chosen(compare), key=lambda figure: TRIALS.index(figure.trial))
    return tuple(score(figure, course(figure.trial), SEED) for figure in some)


def verdict(one):
    """How a figure fared, a key of LOOKS."""
    return "set to fit" if one.figure.fits else "inside" if one.inside else "outside"


def off(one):
    """How far the published figure lies from the model's, in halves of the model's interval: -1 to 1 is inside."""
    scale = np.log if one.figure.measure in RATIOS else float
    published, own, low, high = map(scale, (one.figure.published, one.predicted, one.low, one.high))
    half = high - own if published > own else own - low
    return float(np.clip((published - own) / max(half, 1e-9), -FARTHEST, FARTHEST))


def label(one):
    """A figure by name, ▼ where its finding is counter-evidence."""
    return f"{finding(one.figure.id).marked_label[0]} {one.figure.label}"


def numbers(one):
    """The published figure, and the model's interval."""
    return say("board_numbers", published=one.figure.published, low=one.low, high=one.high)


def studies_chart(trial):
    """One row a figure: where the published one lies, seen from the model's interval."""
    some = judged(trial.values["compare"])
    heights = np.arange(len(some))[::-1]
    span = [-0.6, len(some) - 0.4]
    traces = [
        band(np.array([-1, 1]), np.full(2, span[0]), np.full(2, span[1]), colour="both", name=say("board_band")),
        line([0, 0], span, name=say("board_model"), dash="dot", width=1, hover=None),
    ]
    for name, look in LOOKS.items():
        here = [place for place, one in enumerate(some) if verdict(one) == name]
        if here:
            hover = [f"{label(some[place])}: {numbers(some[place])}" for place in here]
            across = [off(some[place]) for place in here]
            traces.append(dots(across, heights[here], name=says("verdicts")[name], hover=hover, legend=True, **look))
    ticks = dict(zip((-FARTHEST, 0, FARTHEST), says("board_ends").values(), strict=True))
    across = axis(
        say("board"),
        -FARTHEST - 0.5,
        FARTHEST + 0.5,
        tickvals=list(ticks),
        ticktext=list(ticks.values()),
    )
    rows = explore.row_axis([label(one) for one in some])
    return explore.picture(traces, (across, rows), height=120 + 30 * len(some), legend="left")


def studies_sentence(trial):
    """Hits and misses, in words."""
    some = judged(trial.values["compare"])
    told = {name: [one for one in some if verdict(one) == name] for name in LOOKS}
    listed = "\n".join(
        say(
            "board_row",
            verdict=says("verdicts")[name],
            rows="; ".join(f"{one.figure.label} {numbers(one)}" for one in group),
        )
        for name, group in told.items()
        if group
    )
    counts = {name.replace(" ", "_"): len(group) for name, group in told.items()}
    return say("board_sentence", all=len(some), listed=listed, **counts)
