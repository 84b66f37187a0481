"""Lesson 07: from trust to effect. A chain of links, each of which leaks a little."""

import functools

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.model import TRUST_WORLDS, Drug

from .. import lesson
from ..studies import panel_rows
from ..words import Words
from .people import OUTCOME, PEOPLE, USUAL, WEEKS, run

WORDS = Words(__package__)
LOST = ("by stopping", "because a target is never quite full", "by missed days", "by waiting for it to work")


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
    return run(**{**lesson(7).opening, **moved})


def draw_guess(more, _):
    """Where the curve should pass in week 16 with good trust, counted up from poor trust."""
    share = float(opening(alliance=0.3).still("both", OUTCOME)) + more
    span, label = [OUTCOME - 5, OUTCOME + 5], {"name": "your guess for good trust", "hover": "%{y:.0f} %"}
    return explore.guess_line(span, [share, share], (OUTCOME + 5.4, share), **label)


def gain_from_reminder(missed):
    """Share of the target that a reminder wins if it halves the missed days, at a steady level."""
    drug = Drug()
    return float(drug.occupancy(1 - missed / 2) - drug.occupancy(1 - missed))


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [((missed,), gain_from_reminder(missed)) for missed in (0.1, 0.3, 0.6)]


def studies_sentence(seen):
    """The studies and the toy in words."""
    stay, trust, _ = (panel_rows(panel, seen) for panel in WORDS.table["studies"])
    month, r = stay[0], [row.published[""][0] for row in trust[:2]]
    (alone, *_), (tied, *_) = month.published.values()
    return (
        f"Past the first month: {alone:.0f} % without and {tied:.0f} % with psychotherapy (Olfson 2006, not randomised); in "
        f"the toy {month.toy['medication']:.0f} % and {month.toy['both']:.0f} %. Alliance and outcome correlate at "
        f"{r[0]:.2f} in therapy and {r[1]:.2f} with medication; in the toy, by fit, at {seen.correlation + 0.0:.2f}. Odds of still "
        f"taking the medicine in week 13, with a therapist over without: {seen.odds_ratio:.2f} in the toy."
    )
