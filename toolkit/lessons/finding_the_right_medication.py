"""Lesson 08: finding a medicine and a dose. Steps, doses, visits, and what of it the medicine itself does."""

import numpy as np

from toolkit import explore
from toolkit.explore import INK, axis, dots, line, words

from .lesson import Lesson
from .medication_studies import studies_chart, studies_sentence
from .steered_care import DIFFERENT, WEEKS, model, run

WAYS = {
    "search": "one medicine after another",
    "fixed": "one dose, never changed",
    "raise": "raise until well",
    "measured": "measured care",
}
KINDS = {
    "rule": ("your rule", INK, "solid", "circle"),
    "usual": ("one medicine, one dose", "medication", "dash", "square-open"),
    "dummy": ("dummy pill", "nothing", "dot", "circle-open"),
}
"""How each of the three lives is drawn: label, colour, dash, symbol."""
PERCENT = {"tickvals": [0, 20, 40, 60, 80, 100]}


def rows(care, who):
    """What stands on the right for one of the three, top to bottom: {label: percentage}."""
    if care.values["way"] == "search":
        steps = {f"step {number}": share for number, share in enumerate(care.success(who), start=1)}
        return {
            **steps,
            "all four, if<br>nobody left": care.if_nobody_left(who),
            "all four,<br>counted": care.counted(who),
        }
    return {
        "respond by<br>week 12": care.response(who, 12),
        "well in<br>week 48": care.well(who)[-1],
        "target<br>occupied": care.occupied(who),
        "ever hard<br>to bear": care.hard(who),
        "stopped by<br>themselves": care.stopped(who),
    }


def chart(care):
    """Share well week by week on the left; on the right steps, or what the rule costs and brings."""
    seen = {who: rows(care, who) for who in KINDS}
    labels = list(seen["rule"])
    left = (
        axis("week", 0, WEEKS, tickvals=list(range(0, WEEKS + 1, 12))),
        axis("% well (score at or below 7)", 0, 70, tickvals=[0, 20, 40, 60]),
    )
    right = (axis("% of people, or of the target", -3, 124, **PERCENT), explore.row_axis(labels))
    if care.values["way"] == "search":
        right[0]["title"]["text"] = "% well, of those who stayed"
    traces = [*curves(care), *marks(seen)]
    return explore.picture(traces, left, right, widths=(9, 3, 9), height=440, legend="left")


def curves(care):
    """The three lives, share well by week."""
    weeks = np.arange(WEEKS + 1)
    traces = []
    for who, (label, colour, dash, _) in reversed(KINDS.items()):
        hover = "%{y:.0f} % well in week %{x:.0f}"
        traces.append(line(weeks, care.well(who), name=label, colour=colour, dash=dash, hover=hover))
    return traces


def marks(seen):
    """The right-hand rows: a mark for each of the three, the rule's with its number."""
    heights = np.arange(len(seen["rule"]))[::-1]
    traces = []
    for who, (label, colour, _, symbol) in reversed(KINDS.items()):
        shares = list(seen[who].values())
        size = 9 if who == "rule" else 14
        traces.append(
            dots(
                *(shares, heights),
                name=label,
                colour=colour,
                symbol=symbol,
                size=size,
                panel=2,
                hover="%{x:.0f} %",
                legend=True,
            )
        )
    shares = list(seen["rule"].values())
    text = [f"{share:.0f}\u00a0%" for share in shares]
    return [*traces, words([106] * len(text), heights, text, panel=2)]


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
        f"{WAYS[care.values['way']]}, dose {care.values['dose']:g}. Responding by week 12: {beside(response)}. "
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


def guessed(factor, care):
    """From the first step to the fourth, on one and the same medicine."""
    if care.values["way"] != "search":
        return []
    first = care.success("usual")[0]
    last, label = first * factor, {"hover": "%{x:.0f} %", "position": "middle center"}
    return explore.guess_line([first, last], [5, 2], (last, 1.65), panel=2, **label)


def compared(_, care):
    """How far the same pill falls from step 1 to step 4, beside the guess."""
    first, *_, last = care.success("usual")
    return f"On one medicine, never changed: {first:.0f}\u00a0% at step 1 and {last:.0f}\u00a0% at step 4, for these people."


LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    model=model,
    studies_chart=studies_chart,
    studies_sentence=studies_sentence,
    drawn=guessed,
    compared=compared,
    own=own,
    options={"way": WAYS},
    cases=[
        ((20, 24, 0.4, 1.0), 2.0),
        ((20, 24, 1.2, 1.0), 0.5),
        ((10, 24, 0.4, 1.0), 1.0),
        ((20, 24, 0.4, 2.0), 2.0),
        ((10, 24, 1.5, 0.5), 0.5),
    ],
)
