"""Lesson 08's pictures: where 100 people end who try one medication after another; what doses bring; kinds of medication."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, INK, Style, axis, dots, line, words
from toolkit.lessons.words import Words
from toolkit.model import DUMMY, MEDICATION

from .people import DOSES, NONE, READ, SAME, SEARCH, SHOWN, STEPS

WORDS = Words(__package__)
say = WORDS.say
NEXT = Style("", ARMS[MEDICATION].colour, "solid", "circle")
"""How the life is drawn in which something new is tried."""


def chart(care):
    """What is asked for."""
    return {"search": search, "dose": doses, "kind": kinds}[care.show](care)


def lives(care):
    """How each of the three lives is drawn and called: {life: Style}."""
    named, style = WORDS.says("lives"), {SEARCH: NEXT, SAME: ARMS[MEDICATION], NONE: ARMS[DUMMY]}
    new = named["new box" if care.values["medications"] == 1 or not care.works else SEARCH]
    return {life: style[life].called(new if life == SEARCH else named[life]) for life in style}


def search(care):
    """Left, where 100 people end who began; right, how many are well at the end of each step, of those who stayed to it."""
    styles, traces = lives(care), []
    for block, life in enumerate((SEARCH, SAME)):
        kinds = [
            explore.Kind(say(what), count, ARMS[MEDICATION].colour, symbol)
            for what, count, symbol in zip(("well", "left", "unwell"), care.steps.people(life), ENDS, strict=True)
        ]
        traces += explore.hundred(kinds, block=block, called=styles[life].label, size=8, legend=block == 0)
    named = [say("block", life=styles[life].label, people=care.steps.people(life)[0]) for life in (SEARCH, SAME)]
    steps = np.arange(1, STEPS + 1)
    drawn = [(style, care.steps.success(life)) for life, style in styles.items()]
    traces += [
        line(steps, values, name=style.label, colour=style.colour, dash=style.dash, panel=2, hover=say("step_hover"))
        for style, values in drawn
    ]
    traces += explore.marks(steps, drawn, hover=say("step_hover"), panel=2)
    ends = [(style, values[-1]) for style, values in drawn]
    traces.append(explore.names_at_ends(STEPS + 0.1, ends, gap=4.5, panel=2))
    right = (
        axis(say("step"), 0.7, STEPS + 2.1, tickvals=list(steps)),
        explore.ticked_axis(say("success"), 0, max(48, 20 * np.ceil(care.steps.success(SEARCH).max() / 20)), 10),
    )
    return explore.picture(
        traces, explore.hundred_axes(say("began"), named), right, widths=(10, 2, 9), height=360, legend="left"
    )


ENDS = ("circle", "x-thin", "circle-open")
"""Well at the end of some step, left before that, still unwell."""


def doses(care):
    """Left, what a dose fills, brings and costs; right, 100 people on the dose that is set and on the usual one."""
    steady = np.array(DOSES)
    fine = np.linspace(0, DOSES[-1], 41)
    filled = [care.filled(dose) for dose in fine]
    found, named = care.doses, WORDS.says("curves")
    curves = {"halved": found.halved, "bothered": found.bothered, "stopped": found.stopped}
    traces = [line(fine, filled, name=named["filled"], colour=CURVES["filled"].colour, hover=say("dose_hover"))]
    for what, values in curves.items():
        style = CURVES[what].called(named[what])
        traces += [
            line(steady, values[:-1], name=style.label, colour=style.colour, dash=style.dash, hover=say("dose_hover")),
            dots(
                *([care.values["dose"]], [values[DOSES.index(care.values["dose"])]]),
                **{"name": style.label, "colour": style.colour, "symbol": style.symbol, "size": 10},
            ),
        ]
    measured = [values[-1] for values in curves.values()]
    colours = [CURVES[what].colour for what in curves]
    look = {
        "name": say("measured"),
        "colour": colours,
        "symbol": "diamond-open",
        "size": 11,
        "hover": say("dose_hover"),
    }
    traces.append(dots([found.dose[-1]] * len(measured), measured, **look))
    ends = [(CURVES[what].called(named[what]), values[-2]) for what, values in curves.items()]
    ends.append((CURVES["filled"].called(named["filled"]), filled[-1]))
    traces.append(explore.names_at_ends(DOSES[-1], ends, gap=6, top=104))
    left = (
        axis(say("dose"), -0.1, DOSES[-1] + 2.1, tickvals=[0, 1, 2, 4]),
        explore.ticked_axis(say("of_target"), 0, 108),
    )
    pair = dict.fromkeys((care.values["dose"], 1.0))
    blocks = WORDS.says("doses")
    for block, dose in enumerate(pair):
        kinds = [
            explore.Kind(say(what), count, ARMS[MEDICATION].colour, symbol)
            for what, count, symbol in zip(("fine", "bothered", "stopped"), found.people(dose), FELT, strict=True)
        ]
        traces += explore.hundred(kinds, block=block, called=blocks[f"{dose:g}"], panel=2, size=7, legend=block == 0)
    right = explore.hundred_axes(say("began_dose", week=READ), [blocks[f"{dose:g}"] for dose in pair])
    return explore.picture(traces, left, right, widths=(11, 1, 9), height=400, legend="right")


CURVES = {
    "filled": Style("", INK, "solid", ""),
    "halved": Style("", ARMS[MEDICATION].colour, "dash", "square"),
    "bothered": Style("", INK, "dashdot", "triangle-up"),
    "stopped": Style("", ARMS[MEDICATION].colour, "dot", "circle"),
}
FELT = ("circle-open", "circle", "x-thin")
"""Takes it and nothing bothers them; takes it though something does; has stopped."""


def kinds(care):
    """Left, a course of eight weeks by day; right, what the kind does if it is taken all year, beside a dummy pill."""
    kind, named = care.kind, WORDS.says("rows")
    shown = [(style.called(say(f"kind_{what}")), getattr(kind, what)) for what, style in COMES.items()]
    traces = explore.curves(kind.days / 7, shown, hover=say("kind_hover"), gap=7)
    left = (
        axis(say("week"), 0, SHOWN + 7, tickvals=list(range(0, SHOWN + 1, 4))),
        explore.ticked_axis(say("kind_axis"), 0, 104),
    )
    heights = np.arange(len(named))[::-1]
    looks = {0: NEXT.called(WORDS.options("kind")[care.values["kind"]]), 1: ARMS[DUMMY].called(say("dummy"))}
    for place, style in reversed(looks.items()):
        counts = [kind.rows[row][place] for row in named]
        size = 9 if place == 0 else 14
        traces.append(
            dots(
                *(counts, heights),
                **{"name": style.label, "colour": style.colour, "symbol": style.symbol, "size": size},
                **{"panel": 2, "hover": say("row_hover"), "legend": True},
            )
        )
    traces.append(words([109] * len(named), heights, [f"{kind.rows[row][0]:.0f}" for row in named], panel=2))
    right = (explore.ticked_axis(say("of_100"), 0, 118), explore.row_axis(list(named.values())))
    return explore.picture(traces, left, right, widths=(9, 4, 8), height=360, legend="left")


COMES = {"filled": Style("", INK, "solid", ""), "effect": Style("", ARMS[MEDICATION].colour, "dash", "")}
"""How a full target and an effect are drawn that come and go."""
