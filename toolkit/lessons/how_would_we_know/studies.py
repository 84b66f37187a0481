"""Published trials of the design that is set, each held against the toy's own trial: inside its interval, or outside."""

import functools

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL, figures, finding, trials
from toolkit.evidence.measures import RATIOS
from toolkit.evidence.score import SEED, SIZE, score
from toolkit.explore import axis, band, dots, line
from toolkit.model import DUMMY

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
    """The toy's own trial of that name."""
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
    """How far the published figure lies from the toy's, in halves of the toy's interval: -1 to 1 is inside."""
    scale = np.log if one.figure.measure in RATIOS else float
    published, own, low, high = map(scale, (one.figure.published, one.predicted, one.low, one.high))
    half = high - own if published > own else own - low
    return float(np.clip((published - own) / max(half, 1e-9), -FARTHEST, FARTHEST))


def label(one):
    """A figure by name, ▼ where its finding is counter-evidence."""
    return f"{finding(one.figure.id).marked_label[0]} {one.figure.label}"


def numbers(one):
    """The published figure, and the toy's interval."""
    return f"{one.figure.published:.2f} (toy {one.low:.2f} to {one.high:.2f})"


def studies_chart(trial):
    """One row a figure: where the published one lies, seen from the toy's interval."""
    some = judged(trial.values["compare"])
    heights = np.arange(len(some))[::-1]
    span = [-0.6, len(some) - 0.4]
    traces = [
        band(np.array([-1, 1]), np.full(2, span[0]), np.full(2, span[1]), colour="both", name="the toy's interval"),
        line([0, 0], span, name="the toy", dash="dot", width=1, hover=None),
    ]
    for name, look in LOOKS.items():
        here = [place for place, one in enumerate(some) if verdict(one) == name]
        if here:
            hover = [f"{label(some[place])}: {numbers(some[place])}" for place in here]
            across = [off(some[place]) for place in here]
            traces.append(dots(across, heights[here], name=name, hover=hover, legend=True, **look))
    ticks = {-FARTHEST: "below", 0: "inside", FARTHEST: "above"}
    across = axis(
        "published, seen from the toy's interval",
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
        f"{name.capitalize()}: {'; '.join(f'{one.figure.label} {numbers(one)}' for one in group)}."
        for name, group in told.items()
        if group
    )
    return (
        f"Published figures of this design: {len(some)}. Inside the toy's interval {len(told['inside'])}, outside "
        f"{len(told['outside'])}; {len(told['set to fit'])} were used to set the toy, which is no achievement.\n{listed}"
    )
