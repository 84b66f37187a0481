"""Lesson 01 beside the toy: teenagers' response, remission while waiting, relapse in the year after treatment."""

import functools

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, axis
from toolkit.model import BOTH, THERAPY, WAITING, Medication, Model, Plan, Therapy, Visits, simulate

from ..stopping_trials import TRIALS

TOOLS = ("medication", "therapy", "both")

TADS = {"medication": "fluoxetine", "therapy": "CBT", "both": "combination"}

TADS_WEEKS = (12, 18, 36)

RELAPSE = {"therapy, ended": "therapy", "medication, stopped": "stopped", "medication, kept": "kept"}
"""Rows of who relapsed, and what the trial's arms are called in lesson 10."""


def studies_chart(year):
    """Left: teenagers' response (TADS). Middle: remission on a waiting list. Right: relapse in the year after treatment."""
    heights = range(0, year.course.weeks + 1, 2)
    responding = 100 * np.array([year.course.response(week) for week in heights])
    waiting = without_treatment(year.course.cohort, year.course.model)
    remitted = 100 * np.array([waiting.remission(week)[0] for week in heights])
    named = [(ARMS[name], responding[:, year.course.arm(name)]) for name in TOOLS]
    traces = explore.curves(list(heights), named, hover="%{y:.0f} % in week %{x:.0f}", gap=6)
    traces += [read(TADS_WEEKS, tads(name), ARMS[name].symbol, name) for name in TOOLS]
    traces += explore.curves(list(heights), [(ARMS[WAITING], remitted)], hover="%{y:.0f} %", gap=6, panel=2)
    traces.append(read(*untreated(), "circle", WAITING, panel=2))
    published, low, high = np.array(relapses()).T
    toy = after_treatment(year.course.cohort, year.course.model)
    traces.append(
        explore.dots(
            published,
            [2, 1, 0],
            name="Hollon 2005",
            symbol="diamond",
            panel=3,
            hover="%{x:.0f} %",
            legend=True,
            error=(low, high),
        )
    )
    traces.append(
        explore.dots(toy, [2, 1, 0], name="the toy", symbol="circle-open", panel=3, hover="%{x:.0f} %", legend=True)
    )
    return explore.picture(
        traces,
        (weeks("▼ week; marks: TADS 2007, teenagers"), explore.ticked_axis("% who respond", 0, 105)),
        (weeks("▲ week; marks: Whiteford 2013"), explore.ticked_axis("% well without treatment", 0, 105)),
        (explore.ticked_axis("▲ % who relapse in the year after", 0, 105), explore.row_axis(RELAPSE)),
        widths=(8, 2, 8, 5, 6),
        height=400,
        legend="right",
    )


def weeks(title):
    """The axis of weeks, with room for names at the ends of the curves."""
    return axis(title, 0, 70, tickvals=[0, 12, 26, 36, 52])


def read(weeks, percentages, symbol, arm, panel=1):
    """Published figures as marks in an arm's colour."""
    label = f"published, {arm}"
    return explore.dots(
        weeks,
        percentages,
        name=label,
        colour=ARMS[arm].colour,
        symbol=symbol,
        panel=panel,
        hover="%{y:.0f} % in week %{x}",
    )


def tads(name):
    """Percentage responding in TADS with one tool, in weeks 12, 18 and 36."""
    return [100 * finding("tads2007").arm(TADS[name], "response", week).value for week in TADS_WEEKS]


def untreated():
    """Weeks and percentages of remission without treatment (Whiteford 2013)."""
    arms = finding("whiteford2013_natural").arms
    return [arm.time_weeks for arm in arms], [100 * arm.value for arm in arms]


def relapses():
    """(percentage, low, high) relapsing in the year after treatment, as published, in the order of RELAPSE."""
    return [TRIALS["hollon2005"].relapsed[ending] for ending in RELAPSE.values()]


@functools.lru_cache(maxsize=8)
def without_treatment(cohort, model):
    """A year of the same people on a waiting list, whom nobody sees."""
    return simulate(cohort, {WAITING: Plan()}, 52, model, keep=("symptoms",))


@functools.lru_cache(maxsize=8)
def after_treatment(cohort, model):
    """The same three arms in the toy: 16 weeks of treatment, then a year; percentage of responders who relapse."""
    plans = {
        "therapy, ended": Plan(therapy=Therapy(stop=16)),
        "medication, stopped": Plan(
            medication=Medication(stop=16), visits=Visits(stop=68)
        ),  # a dummy pill took its place
        "medication, kept": Plan(medication=Medication(stop=68)),
    }
    followed = model.replace({"assessment.week": 16, "relapse.weekly": Model().relapse.weekly})
    course = simulate(cohort, plans, 68, followed, keep=("symptoms",), keep_weeks=(16,))
    return [100 * course.relapses(name)[1].mean() for name in RELAPSE]


def studies_sentence(year):
    """The three pictures in words."""
    course = year.course
    both, therapy = course.arm(BOTH), course.arm(THERAPY)
    lead = {week: course.response(week)[both] - course.response(week)[therapy] for week in TADS_WEEKS}
    waiting = without_treatment(course.cohort, course.model)
    gap = {week: tads("both")[place] - tads("therapy")[place] for place, week in enumerate(TADS_WEEKS)}
    return (
        f"Both ahead of therapy alone, in percentage points: TADS {', '.join(f'{gap[w]:.0f} in week {w}' for w in TADS_WEEKS)}; "
        f"the toy {', '.join(f'{100 * lead[w]:.0f}' for w in TADS_WEEKS)}. "
        f"Well without treatment: published {', '.join(f'{p:.0f} % by week {w:.0f}' for w, p in zip(*untreated(), strict=True))}; "
        f"the toy's {WAITING} {', '.join(f'{100 * waiting.remission(w)[0]:.0f} %' for w in (13, 26, 52))}. "
        f"Relapse in the year after: published {listed(relapses())} (95 % intervals "
        f"{', '.join(f'{low:.0f} to {high:.0f}' for _, low, high in relapses())} %); "
        f"the toy {listed(after_treatment(course.cohort, course.model))}."
    )


def listed(shares):
    return ", ".join(f"{name} {np.atleast_1d(share)[0]:.0f} %" for name, share in zip(RELAPSE, shares, strict=True))
