"""Lesson 16's picture: this trial's forest, a thousand labs that run it, and how many people it takes."""

import dataclasses

import numpy as np

from toolkit import explore
from toolkit.explore import axis, dots, line
from toolkit.lessons.words import Words
from toolkit.model import DUMMY

from .people import LABS, SYNERGY

WORDS = Words(__package__)
say = WORDS.say
BESIDE = "both, medication"
"""The question that is drawn beside that of four groups, and the other way round."""

CROWDS = range(1, 6)
"""Powers of ten on the axis of people."""


def named(trial, arm):
    """An arm of the trial in words, with what it also gets."""
    also = WORDS.says("also")[trial.values["comparator"]] if arm == trial.against else ""
    return WORDS.says("named")[arm] + also


def unit(trial):
    """What a gain is counted in."""
    return say("points" if trial.values["outcome"] == "score" else "of_100")


def rows(trial):
    """Rows of the forest: (label, Estimate of this trial, truth, colour)."""
    if trial.values["compare"] != "four":
        halves = {say("everybody"): None, say("less_ill"): ~trial.severe, say("more_ill"): trial.severe}
        asked = [(name, trial.weights, who, coloured(trial.weights)) for name, who in halves.items()]
    else:
        over = {
            say("over", arm=WORDS.says("named")[arm], other=named(trial, DUMMY)): {arm: 1, DUMMY: -1}
            for arm in list(SYNERGY)[:3]
        }
        asked = [(name, weights, None, coloured(weights)) for name, weights in over.items()]
        asked.append((say("sum"), SYNERGY, None, explore.INK))
    return [
        (name, trial.estimate(weights, who), trial.truth(weights, who), colour) for name, weights, who, colour in asked
    ]


def coloured(weights):
    """The colour of the arm that is asked about, the first one."""
    return explore.ARMS[next(iter(weights))].colour


def ends(trial):
    """Ends of the axis of gains: the same for every size, week and truth."""
    wide = trial.values["compare"] == "four"
    if trial.values["outcome"] == "score":
        return (-14, 22) if wide else (-8, 16)
    return (-80, 100) if wide else (-50, 70)


def chart(trial):
    """This trial's forest; a thousand labs that run the same trial; and below, how many people it takes."""
    forest = rows(trial)
    gain, above = say("gain", unit=unit(trial)), (0.5, 1)
    ticks = [0, 10] if trial.values["outcome"] == "score" else [0, 50]  # few, for a phone
    crowds = {power: f"{10**power:,}" for power in CROWDS[:-1]}
    return explore.picture(
        [*forest_traces(trial, forest), *labs(trial), *power(trial)],
        (
            axis(gain, *ends(trial), domain=(0, 0.5), tickvals=ticks),
            explore.row_axis([name for name, *_ in forest], domain=above),
        ),
        (
            axis(gain, *ends(trial), domain=(0.57, 1), tickvals=ticks),
            axis(say("labs", labs=LABS), 0, 1.08, tickvals=[], domain=above),
        ),
        (
            axis(say("people"), 1, 5, tickvals=list(crowds), ticktext=list(crowds.values()), domain=(0, 1)),
            explore.ticked_axis(say("power"), 0, 108, domain=(0, 0.34)),
        ),
        height=640,
        legend="left",
    )


def forest_traces(trial, forest):
    """A mark with its interval for each row, and what the whole town would show."""
    truths, heights = [truth for _, _, truth, _ in forest], np.arange(len(forest))[::-1]
    town = [say("town_hover", name=name, truth=truth) for name, _, truth, _ in forest]
    found = [(name, one, colour) for name, one, _, colour in forest]
    return [
        line([0, 0], [-0.6, len(forest) - 0.4], name=say("no_gain"), dash="dot", width=1, hover=None),
        dots(truths, heights, name=say("town"), symbol="diamond-open", size=13, hover=town, legend=True),
        *explore.forest(found, ends(trial), name=say("this")),
    ]


def labs(trial):
    """One mark for each lab, heaped up where they agree: filled where it finds something, pale where nobody hears of it."""
    low, high = ends(trial)
    bins = np.linspace(low, high, 49)
    gain, heard = trial.again[0], trial.heard
    place = np.clip(np.digitize(gain, bins), 1, len(bins) - 1)
    order = np.lexsort((~trial.significant, ~heard, place))
    heap = np.empty(LABS)
    for one in np.unique(place):
        here = order[place[order] == one]
        heap[here] = np.arange(1, len(here) + 1)
    across, up = (bins[place] + bins[place - 1]) / 2, heap / max(heap.max(), 60)
    truth = trial.truth(trial.weights)
    traces = [
        line([0, 0], [0, 1.08], name=say("no_gain"), dash="dot", width=1, panel=2, hover=None),
        line([truth, truth], [0, 1.08], name=say("town"), width=1.5, panel=2, hover="%{x:.1f}"),
    ]
    for who, name, symbol, colour in (
        (heard & trial.significant, say("finds"), "circle", "both"),
        (heard & ~trial.significant, say("finds_not"), "circle-open", "nothing"),
        (~heard, say("unheard"), "x", "pinned"),
    ):
        look = {"symbol": symbol, "colour": colour, "size": 3, "panel": 2, "legend": True, "hover": "%{x:.1f}"}
        if who.any():
            traces.append(dots(across[who], up[who], name=name, **look))
    if heard.any():
        mean = gain[heard].mean()
        traces.append(line([mean] * 2, [0, 1.08], name=say("reported"), dash="dash", panel=2, hover="%{x:.1f}"))
    return traces


def power(trial):
    """Chance of finding it by people in each arm: the question asked, and another one to compare with."""
    other = BESIDE if trial.values["compare"] == "four" else "four"
    beside = dataclasses.replace(trial, values={**trial.values, "compare": other, "comparator": "nothing"})
    size, traces, last = np.logspace(CROWDS[0], CROWDS[-1], 60), [], 0.0
    for one, name, look in (
        (beside, WORDS.says("questions")[other], {"colour": "nothing", "dash": "dash", "width": 2}),
        (trial, say("yours"), {"colour": "both"}),
    ):
        middle = np.clip(np.log10(0.49 * one.needed), 1.1, 4.5)  # about where the chance is one half
        place = "top left" if middle > 3 else "bottom right"
        up = 100 * one.power(10**middle) + (9 if abs(middle - last) < 1.5 else 0)  # above the other's name
        last = middle
        traces.append(line(np.log10(size), 100 * one.power(size), name=name, panel=3, hover="%{y:.0f} %", **look))
        label = explore.words([middle], [up], [name], colour=look["colour"], position=place, panel=3)
        traces.append(explore.in_legend(label, [look.get("dash", "solid")]))
    here = np.log10([trial.values["size"]]), [100 * trial.significant.mean()]
    mark = {"colour": explore.INK, "symbol": "square", "panel": 3, "hover": "%{y:.0f} %"}
    return [
        line([1, 5], [80, 80], name="80 %", dash="dot", width=1, panel=3, hover=None),
        *traces,
        dots(*here, name=say("of_labs", labs=LABS), **mark),
    ]
