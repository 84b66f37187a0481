"""Lesson 08: finding a medicine and a dose. Steps, doses, visits, and what of it the medicine itself does."""

import numpy as np

from toolkit import explore

from ..words import Words
from .chart import KINDS, rows
from .people import DIFFERENT, WEEKS

WORDS = Words(__package__)


def sentence(care):
    """The picture in words."""
    people = f"{care.courses['rule'].cohort.size:,} people"
    return f"{people}, {by_step(care) if care.values['way'] == 'search' else by_cost(care)}"


def by_step(care):
    count, weeks = care.values["medicines"], care.values["patience"]
    what = f"{count} different medicines" if count > 1 else "the same medicine four times"
    if not care.works("rule"):
        what = "a dummy pill, whatever the box says"
    tried = f"{what}, {weeks} weeks a step. Of those still unwell who stayed, well after step 1, 2, 3, 4: "
    shares = {who: ", ".join(f"{share:.0f}" for share in care.success(who)) for who in KINDS}
    return (
        f"{tried}{shares['rule']}\u00a0%; staying on one medicine: {shares['usual']}\u00a0%; on a dummy pill: "
        f"{shares['dummy']}\u00a0%. If nobody had left, {care.if_nobody_left('rule'):.0f}\u00a0% would have been well at "
        f"some step; counting all who began, {care.counted('rule'):.0f}\u00a0% were."
    )


def by_cost(care):
    ours, usual, dummy = (rows(care, who) for who in KINDS)
    response, well, occupied, hard, stopped = ours

    def beside(row):
        return f"{ours[row]:.0f}\u00a0% (one usual dose {usual[row]:.0f}\u00a0%, dummy pill {dummy[row]:.0f}\u00a0%)"

    return (
        f"{WORDS.options('way')[care.values['way']]}, dose {care.values['dose']:g}. Responding by week 12: {beside(response)}. "
        f"Well in week 48: {beside(well)}. Target occupied: {ours[occupied]:.0f}\u00a0%. Side effects ever hard to bear: "
        f"{ours[hard]:.0f}\u00a0%, against {usual[hard]:.0f}\u00a0% on one usual dose. Stopped by themselves: "
        f"{ours[stopped]:.0f}\u00a0%, against {usual[stopped]:.0f}\u00a0%."
    )


def table(care):
    """Share well by week, for the three."""
    return {"week": np.arange(WEEKS + 1), **{f"{KINDS[who][0]}: well (%)": care.well(who) for who in KINDS}}


def own(_):
    """How soon the lesson's people get better with time, and how much they differ in that."""
    return explore.entries(DIFFERENT, ("natural_recovery", "natural_recovery_spread"))


def draw_guess(factor, care):
    """From the first step to the fourth, on one and the same medicine."""
    if care.values["way"] != "search":
        return []
    first = care.success("usual")[0]
    last, label = first * factor, {"hover": "%{x:.0f} %", "position": "middle center"}
    return explore.guess_line([first, last], [5, 2], (last, 1.65), panel=2, **label)


def compare_guess(_, care):
    """How far the same pill falls from step 1 to step 4, beside the guess."""
    first, *_, last = care.success("usual")
    return f"On one medicine, never changed: {first:.0f}\u00a0% at step 1 and {last:.0f}\u00a0% at step 4, for these people."


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [
        ((20, 24, 0.4, 1.0), 2.0),
        ((20, 24, 1.2, 1.0), 0.5),
        ((10, 24, 0.4, 1.0), 1.0),
        ((20, 24, 0.4, 2.0), 2.0),
        ((10, 24, 1.5, 0.5), 0.5),
    ]
