"""Lesson 06: from trust to effect. A chain of links, each of which leaks a little."""

import dataclasses
import functools

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, axis, line
from toolkit.model import (
    CONDITIONS,
    TRUST_WORLDS,
    Cohort,
    Drug,
    Medication,
    Model,
    Therapy,
    daily_levels,
    four_plans,
    simulate,
)
from toolkit.model.adherence import EVERYDAY_STOPPING

from . import who_stays
from .lesson import Lesson
from .trust_to_effect import OUTCOME, WEEKS, Staying

PEOPLE = 1000
DAYS, SETTLING, DIARIES = 56, 28, 200
USUAL = CONDITIONS["depression"]
CARE = {"routine": "routine care", "trial": "a trial's care"}
HALF_LIVES = {0.5: "half a day", 1.1: "a day", 7.0: "a week"}
ARROWS = {name: world.says for name, world in TRUST_WORLDS.items()}
LINKS = ("prescribed", "still taken", "fills its target", "with missed days", "has had time")
LOST = ("by stopping", "because a target is never quite full", "by missed days", "by waiting for it to work")
PERCENT = {"tickvals": [0, 20, 40, 60, 80, 100]}
UPPER = (0.46, 1)
"""The share of the picture that the upper panels take, above one person's days."""


def model(care, together, half_life, arrow, **_):
    """The model that the controls describe, in one of the worlds of trust."""
    usual = Model()
    return usual.replace(
        {
            "adherence.stopping": EVERYDAY_STOPPING if care == "routine" else usual.adherence.stopping,
            "adherence.coordination": together,
            "drug.half_life_days": half_life,
            **dict(TRUST_WORLDS[arrow].changes),
        }
    )


def run(seed, week, **values):
    """Let the four arms run with the controls' values; returns a Staying."""
    return Staying(week, *live(seed, **values))


@functools.lru_cache(maxsize=1)
def live(seed, alliance, missed, side_effects, **values):
    """Course, one person's levels, mean occupancy and ratings, kept until something else than the week is moved."""
    toy = model(**values)
    diaries = daily_levels(1 - missed / 100, SETTLING + DAYS, DIARIES, drug=toy.drug, seed=seed)[SETTLING:]
    occupied = toy.drug.occupancy(diaries).mean()
    # The weekly toy gets the steady dose that fills the target as much as the uneven days do.
    dose = toy.drug.half_occupancy_level * occupied / (1 - occupied)
    world = TRUST_WORLDS[values["arrow"]]
    trust = alliance if world.causes else USUAL.alliance
    people = dataclasses.replace(USUAL, alliance=trust, side_effects=USUAL.side_effects * side_effects)
    plans = four_plans(Medication(dose=dose, stop=WEEKS), Therapy(stop=OUTCOME))
    course = simulate(Cohort(PEOPLE, seed, people), plans, WEEKS, toy, keep=("symptoms", "drug_effect"))
    return course, diaries[:, 0], occupied, world.ratings(course, "both")


def chart(seen):
    """Who still takes it, what is left after each link, and one person's days."""
    rows = explore.row_axis(LINKS, domain=UPPER)
    weeks, days = ({"tickvals": list(range(0, end + 1, step))} for end, step in ((WEEKS, 4), (DAYS, 7)))
    return explore.picture(
        [*curves(seen), *links(seen), *diary(seen)],
        (axis("week", 0, WEEKS + 9, **weeks), axis("% still taking it", 0, 104, domain=UPPER, **PERCENT)),
        (axis(f"% of the full effect, week {seen.week}", 0, 118, **PERCENT), rows),
        (
            axis("one person's days", 0, DAYS + 9, domain=(0, 1), **days),
            axis("% of full", 0, 108, tickvals=[0, 50, 100], domain=(0, 0.3)),
        ),
        widths=(9, 4, 8),
        height=520,
    )


def curves(seen):
    named = [(ARMS[arm], seen.still(arm)) for arm in ("medication", "both")]
    return explore.curves(np.arange(WEEKS + 1), named, hover="%{y:.0f} of 100 in week %{x}", gap=8)


def links(seen):
    """A bar for what is left after each link; dotted, what that link has lost."""
    traces, before = [], 100.0
    for height, label, left in zip(range(len(LINKS) - 1, -1, -1), LINKS, seen.chain, strict=True):
        traces += [
            line(
                [left, before],
                [height] * 2,
                name="lost here",
                colour="nothing",
                dash="dot",
                panel=2,
                hover=f"{before - left:.0f}",
            ),
            line([0, left], [height] * 2, name=label, colour="both", width=14, panel=2, hover=f"{left:.0f} % left"),
            explore.words([before], [height], [f"  {left:.0f}"], colour="both", panel=2),
        ]
        before = left
    return traces


def diary(seen):
    """One person's level and occupancy, day by day; a cross on each day missed."""
    days, levels = np.arange(len(seen.levels)), 100 * seen.levels
    filled = 100 * seen.drug.occupancy(seen.levels)
    kept = 2.0 ** (-1.0 / seen.drug.half_life_days)
    skipped = np.flatnonzero(seen.levels[1:] <= kept * seen.levels[:-1] + 1e-9) + 1
    ends = [(ARMS["medication"].called("target filled"), filled[-1]), (explore.ABSENT.called("level"), levels[-1])]
    return [
        line(days, levels, name="level", width=1.5, dash="dot", panel=3, hover="%{y:.0f} % on day %{x}"),
        line(days, filled, name="target filled", colour="medication", panel=3, hover="%{y:.0f} % on day %{x}"),
        explore.dots(
            skipped, np.full(skipped.size, 6.0), name="missed", symbol="x-thin", size=8, panel=3, hover="day %{x}"
        ),
        explore.names_at_ends(DAYS, ends, gap=18, top=100, panel=3),
    ]


def sentence(seen):
    """The picture in words."""
    alone, tied = (seen.still(arm, seen.week) for arm in ("medication", "both"))
    losses = ", ".join(f"{max(loss, 0.0):.0f} {how}" for loss, how in zip(seen.lost, LOST, strict=True))
    return (
        f"{PEOPLE:,} people. Of 100 who start the medicine, {alone:.0f} still take it in week {seen.week} without a "
        f"therapist and {tied:.0f} with one. Taken with these missed days, it fills {100 * seen.occupied:.0f} % of its "
        f"target (every day: {100 * seen.drug.occupancy(1.0):.0f} %). Of 100 % of the effect, with a therapist, "
        f"{seen.chain[-1]:.0f} % arrives; lost: {losses}. With both, scores have fallen by {seen.fall.mean():.1f} points on "
        f"average in week {OUTCOME}; rated trust and that fall correlate at {seen.correlation + 0.0:.2f}."
    )


def table(seen):
    """Who still takes it, week by week."""
    return {
        "week": np.arange(WEEKS + 1),
        **{f"{arm} (% still taking it)": seen.still(arm) for arm in ("medication", "both")},
    }


def own(values):
    """The numbers of the people and the days."""
    borne = f"{USUAL.side_effects * values['side_effects']:.2g} of what can be borne"
    world, follows = TRUST_WORLDS[values["arrow"]], ("fitted", finding("fluckiger2018").citation)
    return [
        explore.Entry("typical alliance between person and therapist", f"{values['alliance']:g} of 1"),
        explore.Entry("mean side effects at first", borne),
        explore.Entry("share of days missed", f"{values['missed']} %"),
        explore.Entry("how far rated trust follows early improvement", f"{world.follows:g} (correlation)", *follows),
    ]


@functools.cache
def opening(**moved):
    """The toy as it opens, with some controls moved."""
    return run(**{**LESSON.opening, **moved})


def guessed(more, _):
    """Where the curve should pass in week 16 with good trust, counted up from poor trust."""
    share = float(opening(alliance=0.3).still("both", OUTCOME)) + more
    span, label = [OUTCOME - 5, OUTCOME + 5], {"name": "your guess for good trust", "hover": "%{y:.0f} %"}
    return explore.guess_line(span, [share, share], (OUTCOME + 5.4, share), **label)


def gain_from_reminder(missed):
    """Share of the target that a reminder wins if it halves the missed days, at a steady level."""
    drug = Drug()
    return float(drug.occupancy(1 - missed / 2) - drug.occupancy(1 - missed))


LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    model=model,
    studies_chart=who_stays.studies_chart,
    studies_sentence=who_stays.studies_sentence,
    drawn=guessed,
    own=own,
    options={"care": CARE, "half_life": HALF_LIVES, "arrow": ARROWS},
    cases=[((missed,), gain_from_reminder(missed)) for missed in (0.1, 0.3, 0.6)],
)
