"""Lesson 06: a drug that opens a window of learning. When does it open, for how long, and what comes through it?"""

import numpy as np

from toolkit import explore

from ..format import number
from .people import HARSH, KIND, PEOPLE, WEEKS


def sentence(window):
    """The picture in words."""
    fast = window.speed[window.start : window.last].mean()
    both, therapy = (window.skill[arm][window.last] for arm in ("both", "therapy"))
    gains = window.fares[0]
    said = ", ".join(f"{arm} {number(gains[arm])}" for arm in ("medication", "therapy", "both"))
    return (
        f"{PEOPLE:,} people; medication until week {window.until}, {window.sessions} sessions from week {window.start}. "
        f"Over the sessions, people with both learn {fast:.2f} times as fast. Skill at the last session: {both:.0f} % with "
        f"both, {therapy:.0f} % with therapy alone. Points better than with a dummy pill in week {window.week}: {said}; just "
        f"adding would give {number(gains['just adding'])}. {in_places(window)}"
        f"Together minus the sum of the parts: {number(gains['both'] - gains['just adding'])} points."
    )


def in_places(window):
    """What surroundings do on medication alone, where they sink in."""
    if window.course.model.plasticity.undirected == 0:
        return ""
    kind, harsh = (window.gains(place)["medication"] for place in (KIND, HARSH))
    dummy, medication, *_ = window.course.at("symptoms", window.week).std(axis=1)
    return (
        f"Everything sinks in: on medication alone {number(kind)} in kind and {number(harsh)} in harsh surroundings (below 0 is "
        f"worse than with a dummy pill); people's scores spread by {medication:.1f} points, with the dummy {dummy:.1f}. "
    )


def table(window):
    """The curves on the left and the scores, by week."""
    means = window.course.symptoms.mean(axis=2)
    return {
        "week": np.arange(WEEKS + 1),
        "learning speed, both (×)": window.speed,
        **{f"skill, {arm} (%)": skill for arm, skill in window.skill.items()},
        **{f"score, {arm} (points)": means[:, number] for number, arm in enumerate(window.course.arms)},
    }


def draw_guess(points, _):
    """The guess, for both, across all surroundings."""
    label = {"position": "top right", "hover": f"{points} points with both"}
    return explore.guess_line([KIND - 1, HARSH], [points, points], (KIND - 1, points), panel=3, **label)


def learnt(open_until, start, sessions):
    """Skill, 0 to 1, if a session a week teaches a fifth of what is left, and two fifths before week `open_until`."""
    skill = 0.0
    for week in range(start, start + sessions):
        skill += (0.4 if week < open_until else 0.2) * (1 - skill)
    return skill


TIMINGS = [(timing, learnt(*timing)) for timing in ((0, 0, 6), (6, 0, 6), (6, 4, 6), (6, 8, 6), (3, 0, 12))]


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return TIMINGS
