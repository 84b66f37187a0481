"""Trials of stopping and staying on: which arm is which, what the model gives in its place, and who had relapsed by when."""

import dataclasses
import pathlib
from collections.abc import Callable

from toolkit.evidence import finding
from toolkit.model import Medication, Plan, Taper, Therapy, Visits
from toolkit.model.plan import share_of_steps

from .studies import looks_of, study_figures
from .words import FOLDERS, read_words

WORDS = read_words(pathlib.Path(__file__).with_name("after_treatment_ends") / FOLDERS)
DESIGNS = dict(next(control["options"] for control in WORDS["controls"] if control["name"] == "trial"))
ENDINGS = looks_of({who: look for who, look in WORDS["looks"].items() if not who.startswith("unnamed")})
"""How people's treatment went on or ended, and how each is drawn."""
FIGURES = {row["finding"]: study_figures(row) for row in WORDS["studies"][0]["rows"] if "finding" in row}
"""What was published of relapse, {id of the finding: [StudyFigure of each arm]}: the rows of lesson 10's studies."""


@dataclasses.dataclass(frozen=True)
class StoppingTrial:
    """A trial among people who had got well, and the plans that stand for its arms.

    Args:
        id: of the finding.
        well: week in which response is judged; counting begins. follow: weeks counted.
        plans: (week of stopping, its taper or None, last week) -> {ending: Plan}.
    """

    id: str
    well: int
    follow: int
    plans: Callable

    @property
    def finding(self):
        """The finding."""
        return finding(self.id)

    @property
    def says(self):
        """Its design in words, as the control of lesson 10 has it after the finding's name."""
        return DESIGNS[self.id].partition(": ")[2]

    @property
    def published(self):
        """Name of the arm in the finding, whose value is the share that relapsed, {ending: name}; none where none was read."""
        return {figure.who: figure.arm for figure in FIGURES.get(self.id, ())}

    @property
    def relapsed(self):
        """Published percentages of relapse, {ending: (percentage, low, high)}; ends nan where none are known."""
        return {figure.who: figure.value for figure in FIGURES.get(self.id, ())}


SESSIONS = {"monthly": 0.25, "weekly": 1.0}
"""Sessions a week where therapy goes on, by what lesson 10's control calls it."""


@dataclasses.dataclass(frozen=True)
class GoesOn(Therapy):
    """Weekly sessions for 16 weeks, then as many a week as `afterwards` says, until the end."""

    afterwards: float = 0.25

    def sessions(self, edges):
        """Sessions a week in each step, shape (steps,)."""
        return share_of_steps(edges, 0, 16) + self.afterwards * share_of_steps(edges, 16, max(self.stop, 16))


def with_sessions(plans, sessions, end):
    """The plans with therapy that goes on where it would be over, for people who had nothing but therapy."""
    going = Plan(therapy=GoesOn(stop=end, afterwards=SESSIONS[sessions]))
    return {
        "therapy kept" if name == "therapy" else name: going if name == "therapy" else plan
        for name, plan in plans.items()
    }


def course_of(stop, taper=None, start=0):
    """A course of medication until a week, and its taper."""
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
        "both ended": Plan(course_of(stop, taper), GoesOn(stop=26), visits=seen),
        "kept": Plan(course_of(end), GoesOn(stop=26), visits=seen),
        "therapy kept": Plan(course_of(stop, taper), GoesOn(stop=end), visits=seen),
        "both kept": Plan(course_of(end), GoesOn(stop=end), visits=seen),
    }


def therapy_at_the_end(stop, taper, end):
    """A year on medication; then therapy is added, and the medication is kept or tapered; all are seen to the end."""
    lessons, seen = Therapy(start=52, stop=60), Visits(stop=end)
    return {
        "kept": Plan(course_of(end), visits=seen),
        "tapered": Plan(course_of(stop, taper or Taper("linear", 8, 2.0)), lessons, visits=seen),
        "both kept": Plan(course_of(end), lessons, visits=seen),
    }


TRIALS = {
    trial.id: trial
    for trial in (
        StoppingTrial("hollon2005", 16, 52, some_of("therapy", "stopped", "kept")),
        StoppingTrial("lewis2021_antler", 52, 52, some_of("stopped", "kept")),
        StoppingTrial("derubeis2020_phase2", 26, 156, some_of("stopped", "kept", "both ended", "both kept")),
        StoppingTrial("bockting2018_drd", 52, 104, therapy_at_the_end),
        StoppingTrial("reynolds1999", 26, 156, after_both),
        StoppingTrial("reynolds2006", 26, 104, after_both),
    )
}
"""The trials whose arms the model can live, by the id of their finding."""
