"""Lesson 07: who stays well once treatment ends, in the arms of real trials and in two rival pictures."""

import functools

import numpy as np

from toolkit import explore
from toolkit.explore import axis, line
from toolkit.model import POINTS, Cohort, Landscape, Model, simulate

from . import stopping_studies
from .followed import GROUND, Followed, graded, tipping
from .lesson import Lesson
from .stopping_trials import ENDINGS, TRIALS
from .way_down import WAYS, largest_step, taper

PEOPLE = 1000
PICTURES = {"graded": "graded: one valley", "tipping": "tipping: two valleys"}
CHOICES = {trial.id: f"{trial.finding.short}: {trial.says}" for trial in TRIALS.values()}
PERCENT = [0, 20, 40, 60, 80, 100]
DOSES = ([1.0, 0.0], [1.0, 0.75, 0.5, 0.25, 0.0], [1.0, 0.38, 0.17, 0.06, 0.0])


def model(trial, forgetting, state, withdrawal, fragile, faithful, **_):
    """The model that the controls describe."""
    usual = Model()
    left = {"adherence.stopping": 0.0, "dropout.leaving": 0.0} if faithful else {}
    return usual.replace(
        {
            "assessment.week": TRIALS[trial].well,
            "skill.forgetting": forgetting * usual.skill.forgetting,
            "state_dependence.strength": state,
            "withdrawal.strength": withdrawal,
            "relapse.weekly": fragile * usual.relapse.weekly,
            **left,
        }
    )


def run(seed, trial, later, way, step_weeks, picture, shaken, **values):
    """Let the trial's arms run with the controls' values; returns who was followed."""
    design = TRIALS[trial]
    end = design.well + design.follow
    plans = design.plans(min(design.well + later, end), taper(way, step_weeks), end)
    toy = model(trial, **values)
    two_valleys = picture == "tipping"
    course = lives(seed, tuple(plans.items()), end, toy, two_valleys)
    seen = (
        tipping(design, course, Landscape(noise=shaken * Landscape().noise)) if two_valleys else graded(design, course)
    )
    return Followed(design, way, step_weeks, two_valleys, *seen)


@functools.lru_cache(maxsize=2)
def lives(seed, plans, end, toy, two_valleys):
    """The arms' lives, with what the picture needs; kept, since shaking the ground changes nothing in them."""
    kept = {"keep": ("drug_effect", "skill")} if two_valleys else {"keep": ("symptoms",), "keep_weeks": (end,)}
    return simulate(Cohort(PEOPLE, seed), dict(plans), end, toy, **kept)


def chart(seen):
    """Who is still well, with the numbers followed; and the ground on which people stand at the end."""
    names, end = list(seen.weeks), seen.trial.follow
    rows = {-11 * (place + 1): ENDINGS[name].label for place, name in enumerate(names)}
    ticks = {**rows, **{tick: f"{tick}" for tick in PERCENT}}
    up = axis("% still well", -11 * len(names) - 7, 104, tickvals=list(ticks), ticktext=list(ticks.values()))
    every = 26 if end <= 52 else 52
    across = axis("weeks since they were well", -0.12 * end, 1.36 * end, tickvals=list(range(0, end + 1, every)))
    lowest = min(heights.min() for heights in seen.valleys.values())
    ground = axis("", lowest - 0.03, lowest + 0.25, tickvals=[])
    return explore.picture(
        [*curves(seen, every), *ground_under(seen)],
        (across, up),
        (axis("score (points) at the end", GROUND[0] * POINTS, GROUND[-1] * POINTS), ground),
        widths=(12, 1, 7),
        height=400 + 22 * len(names),
    )


def curves(seen, every):
    """Kaplan-Meier curves, the published ends as marks, and the numbers still followed below."""
    traces, end = [], seen.trial.follow
    drawn = seen.curves
    for place, (name, curve) in enumerate(drawn.items()):
        style, weeks = ENDINGS[name], np.append(curve.weeks, end)
        share = 100 * np.append(curve.share, curve.at(end))
        stairs = np.repeat(weeks, 2)[1:], np.repeat(share, 2)[:-1]
        hover = "%{y:.0f} % well in week %{x:.0f}"
        traces.append(line(*stairs, name=style.label, colour=style.colour, dash=style.dash, hover=hover))
        for week in range(0, end + 1, every):
            followed = [f"{(seen.weeks[name] >= week).sum()}"]
            traces.append(
                explore.words([week], [-11 * (place + 1)], followed, colour=style.colour, position="middle center")
            )
    for name, (share, low, high) in seen.trial.relapsed.items():
        look, well = ENDINGS[name], 100 - share
        hover = f"published: {well:.0f} % well" + ("" if np.isnan(low) else f" ({100 - high:.0f} to {100 - low:.0f} %)")
        traces.append(explore.dots([end], [well], name=look.label, colour=look.colour, symbol=look.symbol, hover=hover))
    ends = [(ENDINGS[name], 100 * curve.share[-1]) for name, curve in drawn.items()]
    return [*traces, explore.names_at_ends(1.03 * end, ends, gap=8, top=100)]


def ground_under(seen):
    """The valleys in which people stand at the end, and a mark where they rest; grey, where all stood at first."""
    ill, heights = seen.at_first
    start = float(np.interp(ill, GROUND, heights))
    grey = {"colour": "nothing", "panel": 2}
    traces = [
        line(GROUND * POINTS, heights, name="at first", dash="dot", width=2, hover=None, **grey),
        explore.dots([ill * POINTS], [start], name="at first", size=13, hover=f"{ill * POINTS:.0f} points", **grey),
        explore.words([ill * POINTS], [start - 0.008], ["at first"], position="bottom center", **grey),
    ]
    for name, heights in seen.valleys.items():
        style, rest = ENDINGS[name], seen.rests[name]
        look = {"colour": style.colour, "panel": 2}
        traces.append(line(GROUND * POINTS, heights, name=style.label, dash=style.dash, width=2, hover=None, **look))
        height, hover = float(np.interp(rest, GROUND, heights)), f"{rest * POINTS:.0f} points"
        traces.append(
            explore.dots([rest * POINTS], [height], name=style.label, symbol=style.symbol, size=13, hover=hover, **look)
        )
    return traces


def sentence(seen):
    """The picture in words."""
    published = seen.trial.relapsed
    parts = [
        f"{ENDINGS[name].label} {share:.0f} %"
        + (f" (published {spoken(published[name])})" if name in published else "")
        for name, share in seen.shares.items()
    ]
    counts = ", ".join(f"{len(weeks)}" for weeks in seen.weeks.values())
    shape = "two valleys" if seen.tipping else "one valley"
    return (
        f"{seen.trial.finding.short}, {seen.trial.says}; {shape}. Followed: {counts} toy people. Relapsed within "
        f"{seen.trial.follow} weeks: {', '.join(parts)}. {said_ratios(seen)}"
    )


def spoken(share):
    """A published percentage in words, with its 95 % interval where it is known."""
    value, low, high = share
    return f"{value:.0f} %" + ("" if np.isnan(low) else f", interval {low:.0f} to {high:.0f} %")


def said_ratios(seen):
    """Hazard ratios in words."""
    said = []
    for (kept, stopped), ratio in seen.ratios.items():
        names = f"{ENDINGS[kept].label} against {ENDINGS[stopped].label}"
        said.append(f"{names}: too few relapses to say" if np.isnan(ratio.value) else f"{names}: {ratio.value:.2f}")
    return f"Hazard ratio, {'; '.join(said)}." if said else ""


def table(seen):
    """Share still well week by week, and how many are still followed."""
    weeks = np.arange(seen.trial.follow + 1)
    columns = {"week": weeks}
    for name, curve in seen.curves.items():
        columns[f"{ENDINGS[name].label} (% well)"] = 100 * np.array([curve.at(week) for week in weeks])
        columns[f"{ENDINGS[name].label} (followed)"] = np.array([(seen.weeks[name] >= week).sum() for week in weeks])
    return columns


def own(values):
    """The numbers of the landscape, where it is the picture."""
    return explore.entries(Landscape()) if values["picture"] == "tipping" else []


def guessed(relapsed, _):
    """The share that would still be well a year later."""
    well = 100 - relapsed
    return explore.guess_line([0, 52], [well, well], (2, well), hover=f"{well} % well", position="top right")


def compared(given, seen):
    """How far the guess is from this picture, where people finished therapy in it."""
    if "therapy" not in seen.shares:
        return ""
    return f"Your guess: {given[0].lower()}{given[1:]} of 100 after therapy. In this picture: {seen.shares['therapy']:.0f}."


LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    model=model,
    studies_chart=stopping_studies.studies_chart,
    studies_sentence=stopping_studies.studies_sentence,
    drawn=guessed,
    own=own,
    compared=compared,
    options={"trial": CHOICES, "way": WAYS, "picture": PICTURES},
    cases=[((doses,), largest_step(doses)) for doses in DOSES],
)
