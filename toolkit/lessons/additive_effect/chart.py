"""Lesson 03's picture: the arms week by week, and who responds beside what adding up would give."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, line

from ..words import Words
from .people import WEEKS

WORDS = Words(__package__)

SYMBOLS = {"risk difference": "x-thin", "independence": "circle-open", "log-odds": "triangle-down-open"}


def chart(trial):
    """Scores week by week on the left; on the right who responded, beside what adding up would give."""
    rows = gained(trial) if trial.one_person else responded(trial)
    across = axis(WORDS.say("points_gained", week=trial.week), -6, 30)
    if not trial.one_person:
        across = explore.ticked_axis(WORDS.say("responding", week=trial.week), 0, 120)
    left = (
        explore.ticked_axis(WORDS.say("week"), 0, WEEKS + 6, 4, WEEKS),
        explore.with_periods(WORDS.say("scores"), -8, 32, (0, 10, 20, 30), {-3: "medication", -6: "therapy"}),
    )
    both = trial.gains["both"] if trial.one_person else trial.shares["both"]
    guide = line([both, both], [-0.5, len(rows) - 0.5], name="both", width=1, dash="dot", panel=2, hover="%{x:.1f}")
    written = "{:.1f}" if trial.one_person else "{:.0f} %"
    traces = [*curves(trial), guide, *explore.dot_rows(rows, written, SYMBOLS, panel=2)]
    return explore.picture(traces, left, (across, explore.row_axis(rows)), widths=(10, 3, 7), height=430)


def curves(trial):
    weeks = np.arange(WEEKS + 1)
    scores = {name: trial.course.symptoms[:, trial.course.arm(name)] for name in trial.shown}
    traces = [
        explore.period(0, WEEKS, -3, arm="medication"),
        explore.period(0, 16, -6, arm="therapy"),
        *explore.lives(weeks, scores, (trial.shown[0], "both")),
    ]
    if trial.dummy_arm:
        traces.append(
            line(
                *(weeks, trial.adding_up),
                name=WORDS.say("just_adding"),
                dash="2px,5px",
                width=4,
                hover=f"%{{y:.1f}} {WORDS.say('points')}",
            )
        )
    return traces


def responded(trial):
    """Rows on the right, top to bottom: {label: (percentage, arm or scale)}."""
    rows = {ARMS[name].label: (trial.shares[name], name) for name in trial.shown}
    if trial.dummy_arm:
        rows |= {label: (trial.expected(scale), scale) for scale, label in WORDS.says("rows").items()}
    return rows


def gained(trial):
    """Rows on the right for one person: {label: (points, arm or scale)}."""
    gains = trial.gains
    rows = {ARMS[name].label: (gains[name], name) for name in ("medication", "therapy", "both")}
    return {**rows, WORDS.say("the_two_added"): (gains["medication"] + gains["therapy"], "risk difference")}
