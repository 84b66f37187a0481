"""Lesson 10: who stays well once treatment ends, in the arms of real trials and in two rival pictures."""

import numpy as np

from toolkit import explore
from toolkit.model import Landscape

from ..stopping_trials import ENDINGS
from ..studies import panel_rows
from ..words import Words
from .tapering import largest_step

WORDS = Words(__package__)
DOSES = ([1.0, 0.0], [1.0, 0.75, 0.5, 0.25, 0.0], [1.0, 0.38, 0.17, 0.06, 0.0])


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


def draw_guess(relapsed, _):
    """The share that would still be well a year later."""
    well = 100 - relapsed
    return explore.guess_line([0, 52], [well, well], (2, well), hover=f"{well} % well", position="top right")


def compare_guess(given, seen):
    """How far the guess is from this picture, where people finished therapy in it."""
    if "therapy" not in seen.shares:
        return ""
    return f"Your guess: {given[0].lower()}{given[1:]} of 100 after therapy. In this picture: {seen.shares['therapy']:.0f}."


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [((doses,), largest_step(doses)) for doses in DOSES]


def studies_sentence(seen):
    """The studies and the toy in words."""
    hazards = panel_rows(WORDS.table["studies"][1], seen)
    toy = ", ".join(f"{ENDINGS[name].label} {share:.0f} %" for name, share in seen.shares.items())
    said = "; ".join(f"{row.label} {row.published[''][0]:.2f}" for row in hazards if row.published)
    return f"Relapsed in the toy, as set above: {toy}. Hazard of relapse, medicine kept over stopped: {said}."
