"""Lesson 09: what therapy teaches. Fear unlearnt and come back, skill learnt and forgotten, and how many sessions are enough."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.model import KINDS, Exposure

from ..words import Words
from .people import CARRIED, DAYS, INSIGHT, MONTH, NEED, OTHER_REASONS, YEAR

WORDS = Words(__package__)
WHERE, GAPS = WORDS.options("where"), WORDS.options("gap")


def sentence(learners):
    """The picture in words."""
    given = f"{learners.sessions} sessions, {GAPS[learners.gap]}" if learners.sessions > 1 else "One session"
    boosters = f" and {learners.boosters} monthly boosters" if learners.boosters else ""
    at = {days: learners.at(learners.fear, days) for days in (1, MONTH, YEAR)}
    slow = learners.at(learners.both_learners[1], 1)
    learnt, kept = (learners.at(learners.learnt, days) for days in (1, YEAR))
    where = "" if learners.where == "same" else f", {WHERE[learners.where]},"
    kind = learners.kind + (" therapy" if learners.kind in ("interpersonal", "psychodynamic") else "")
    said = (
        f"{given}{boosters}. Fear{where} is {at[1]:.0f} % of what it was the day after the last, {at[MONTH]:.0f} % a month later, "
        f"{at[YEAR]:.0f} % a year later; the slow learner still expects {slow:.0f} % at the end. "
        f"Skill by {kind}: {learnt:.0f} % at the end, {kept:.0f} % a year later"
    )
    if learners.kind != "CBT":
        said += f" (CBT {learners.at(learners.usual, 1):.0f} and {learners.at(learners.usual, YEAR):.0f} %)"
    if learners.jumps:
        said += f". One person's largest jump: {100 * np.diff(learners.learnt[:, learners.somebody]).max():.0f} %"
    if learners.kind == "EMDR":
        said += ". EMDR has the very numbers of exposure in this toy: how it works is disputed"
    return f"{said}."


def table(learners):
    """Fear and skill by day, means over people, in percent."""
    columns = {
        "fear": learners.fear,
        "slow learner": learners.both_learners[1],
        f"skill, {learners.kind}": learners.learnt,
    }
    return {"day": DAYS.astype(float), **{f"{name} (%)": 100 * values.mean(axis=1) for name, values in columns.items()}}


def own(values):
    """The numbers of the two learners, of the kind and of the toy's ending of sessions."""
    kind, exposure = KINDS[values["kind"]], Exposure(fading_days=values["fading"], blunting=values["blunting"] / 100)
    near = "set by hand to come near {}".format
    need, leave = (near(finding(id).short) for id in ("howard1986_dose", "barkham2006_gel"))
    return [
        *explore.entries(exposure, ("fast", "slow", "recency", "fading_days", "blunting")),
        *explore.entries(kind, ("learning", "forgetting", "gate_shift")),
        explore.Entry("gamma scale of how much people have to learn to be well enough", f"{NEED:g}", source=need),
        explore.Entry("chance of ending for other reasons, each session", f"{OTHER_REASONS:g}", source=leave),
        explore.Entry("share of sessions that teach, where skill comes in jumps", f"{INSIGHT:g}"),
        explore.Entry("share of what was won over fear that is there in another room", f"{CARRIED['room']:g}"),
        explore.Entry("share of what was won over fear that is there after a fright", f"{CARRIED['fright']:g}"),
    ]


def draw_guess(share, _):
    """The guess over the fear."""
    return explore.guess_line([0, 90], [share, share], (20, share), hover=f"{share} %", position="top center")


def felt(sessions, days):
    """The answer to the code task, and what its cases are made with."""
    return float(Exposure().fear(sessions, days))


CASES = [((12, 0), felt(12, 0)), ((12, 30), felt(12, 30)), ((12, 180), felt(12, 180)), ((4, 7), felt(4, 7))]


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return CASES
