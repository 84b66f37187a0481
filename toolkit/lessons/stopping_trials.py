"""Trials of stopping and staying on: which arm is which, what the toy gives in its place, and who had relapsed by when."""

import dataclasses
from collections.abc import Callable

import numpy as np

from toolkit.evidence import finding
from toolkit.explore import Style
from toolkit.model import Medication, Plan, Taper, Therapy, Visits
from toolkit.model.estimates import proportion
from toolkit.model.plan import share_of_steps

from .format import share

ENDINGS = {
    "stopped": Style("stopped", "medication", "dash", "square-open"),
    "kept": Style("kept on", "medication", "solid", "square"),
    "therapy": Style("therapy over", "therapy", "dashdot", "triangle-up"),
    "therapy kept": Style("therapy on", "therapy", "solid", "triangle-down"),
    "tapered": Style("tapered", "therapy", "dash", "triangle-up-open"),
    "both ended": Style("both over", "both", "dash", "diamond-open"),
    "both kept": Style("both, kept on", "both", "solid", "diamond"),
}
"""How people's treatment went on or ended, and how each is drawn."""


@dataclasses.dataclass(frozen=True)
class Monthly(Therapy):
    """Weekly sessions for 16 weeks, then monthly ones until the end."""

    def sessions(self, edges):
        """Sessions a week in each step, shape (steps,)."""
        later = share_of_steps(edges, 16, max(self.stop, 16))
        return self.sessions_per_week * share_of_steps(edges, 0, 16) + 0.25 * later


@dataclasses.dataclass(frozen=True)
class StoppingTrial:
    """A trial among people who had got well, and the plans that stand for its arms.

    Args:
        id: of the finding. says: its design in words.
        well: week in which response is judged; counting begins. follow: weeks counted.
        plans: (week of stopping, its taper or None, last week) -> {ending: Plan}.
        published: {ending: name of the arm in the finding}; its value is the share that relapsed.
        people: about how many were in each of these arms, where the finding knows them only together; for intervals.
    """

    id: str
    says: str
    well: int
    follow: int
    plans: Callable
    published: dict
    people: float = np.nan

    @property
    def finding(self):
        """The finding."""
        return finding(self.id)

    @property
    def relapsed(self):
        """Published percentages of relapse, {ending: (percentage, low, high)}; ends as published, from `people`, or nan."""
        return {name: self._interval(share(self.id, arm, None, self.follow)) for name, arm in self.published.items()}

    def _interval(self, seen):
        """A percentage with Wilson's ends, where the finding has none and the number of people is known."""
        if np.isfinite(seen[1]) or np.isnan(self.people):
            return seen
        return tuple(100 * np.array(proportion(seen[0] / 100 * self.people, self.people)))


def course_of(stop, taper=None, start=0):
    """A course of medicine until a week, and its taper."""
    return Medication(start=start, stop=stop, taper=taper)


def alone_or_both(stop, taper, end):
    """Medication or therapy or both, for 16 weeks or longer; who is swapped to a dummy pill is seen to the end."""
    early, seen = Therapy(stop=16), Visits(stop=end)
    return {
        "stopped": Plan(course_of(stop, taper), visits=seen),
        "kept": Plan(course_of(end), visits=seen),
        "therapy": Plan(therapy=early),
        "both ended": Plan(course_of(stop, taper), early, visits=seen),
        "both kept": Plan(course_of(end), early, visits=seen),
    }


def some_of(*names):
    """The plans of `alone_or_both`, only those named."""
    return lambda *when: {name: alone_or_both(*when)[name] for name in names}


def after_both(stop, taper, end):
    """All had medication and therapy until week 26; then each is kept, or not, and all are seen to the end."""
    seen = Visits(stop=end)
    return {
        "both ended": Plan(course_of(stop, taper), Monthly(stop=26), visits=seen),
        "kept": Plan(course_of(end), Monthly(stop=26), visits=seen),
        "therapy kept": Plan(course_of(stop, taper), Monthly(stop=end), visits=seen),
        "both kept": Plan(course_of(end), Monthly(stop=end), visits=seen),
    }


def therapy_at_the_end(stop, taper, end):
    """A year on medication; then therapy is added, and the medicine is kept or tapered; all are seen to the end."""
    lessons, seen = Therapy(start=52, stop=60), Visits(stop=end)
    return {
        "kept": Plan(course_of(end), visits=seen),
        "tapered": Plan(course_of(stop, taper or Taper("linear", 8, 2.0)), lessons, visits=seen),
        "both kept": Plan(course_of(end), lessons, visits=seen),
    }


OVER_60 = {
    "both ended": "placebo + clinic visits",
    "kept": "nortriptyline + clinic visits",
    "therapy kept": "IPT + placebo",
    "both kept": "nortriptyline + IPT",
}
OVER_70 = {
    "both ended": "placebo + clinical management",
    "kept": "paroxetine + clinical management",
    "therapy kept": "placebo + psychotherapy",
    "both kept": "paroxetine + psychotherapy",
}

TRIALS = {
    trial.id: trial
    for trial in (
        StoppingTrial(
            "hollon2005",
            "well after 16 weeks of one treatment",
            16,
            52,
            some_of("therapy", "stopped", "kept"),
            {
                "therapy": "prior CT (withdrawn, <=3 boosters)",
                "stopped": "medication withdrawn to placebo",
                "kept": "continued medication",
            },
            people=104 / 3,  # 104 people had responded, in three arms
        ),
        StoppingTrial(
            "lewis2021_antler",
            "well after a year on medication",
            52,
            52,
            some_of("stopped", "kept"),
            {"stopped": "discontinuation", "kept": "maintenance"},
        ),
        StoppingTrial(
            "derubeis2020_phase2",
            "well on medication, with or without therapy",
            26,
            156,
            some_of("stopped", "kept", "both ended", "both kept"),
            {},
        ),
        StoppingTrial(
            "bockting2018_drd",
            "a year on medication, then therapy added",
            52,
            104,
            therapy_at_the_end,
            {
                "kept": "antidepressant alone",
                "tapered": "preventive CT while tapering",
                "both kept": "preventive CT + antidepressant",
            },
        ),
        StoppingTrial("reynolds1999", "over 59, well after both", 26, 156, after_both, OVER_60),
        StoppingTrial("reynolds2006", "70 and over, well after both", 26, 104, after_both, OVER_70),
    )
}
"""The trials whose arms the toy can live, by the id of their finding."""
