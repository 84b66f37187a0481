"""Being seen: what expectation and regular contact do on their own, whoever is met and whatever is given."""

import numpy as np

from .arrays import Flags, Numbers
from .decay import decay_and_mean
from .parameter import Checked, parameter, record

AVERAGE_ALLIANCE = 0.6


@record
class Contact(Checked):
    """Expectation and regular contact, one state from visits, v, and one from sessions, s; each 0 to 1, 0 at the start:

        x' = (1 - x) / building_weeks   while meetings go on,    x' = -x / fading_weeks   otherwise    (x = v and x = s)
        X  = max(v, s) + (1 - overlap) min(v, s)

    The drive of both levels falls by strength * exp(alliance * (A - 0.6)) * y0^severity_exponent * X, where A is the
    alliance, 0.6 being an average one, and y0 the burden at entry. Meetings go on or they do not; how many a week does
    not matter. MODEL.md, "Being seen".
    """

    strength: float = parameter(
        0.137,
        unit="entry severities",
        range=(0.0, 0.5),
        says="how far expectation and regular contact lower the drive of symptoms",
        tag="fitted",
        source="papola2026_severity",
    )
    alliance: float = parameter(
        3.44,
        unit="log",
        range=(0.0, 8.0),
        says="how much more contact does for people with a good alliance (a what-if: trust as a cause)",
        tag="fitted",
        source="fluckiger2018",
    )
    building_weeks: float = parameter(
        3.0, unit="weeks", range=(0.2, 26.0), says="how long it takes expectation and contact to build up"
    )
    fading_weeks: float = parameter(
        104.0, unit="weeks", range=(1.0, 520.0), says="how long what they do lasts once nobody is met any more"
    )
    overlap: float = parameter(
        1.0,
        unit="share",
        range=(0.0, 1.0),
        says="how far visits and sessions do the same (1: hope cannot be had twice; 0: they add up)",
    )

    def factor(self, alliance: Numbers) -> Numbers:
        """How far full contact lowers the drive of people with an alliance of 0 to 1 at a burden of 1, entry severities."""
        return self.strength * np.exp(self.alliance * (alliance - AVERAGE_ALLIANCE))

    def pace(self, meeting: Flags, weeks: float) -> tuple[Numbers, Numbers]:
        """What a step leaves of the way to 1 while meetings go on, or to 0 otherwise: (at the end, mean), as `meeting`."""
        building, fading = [decay_and_mean(weeks / pace) for pace in (self.building_weeks, self.fading_weeks)]
        return np.where(meeting, building[0], fading[0]), np.where(meeting, building[1], fading[1])

    def step(self, contact: Numbers, meeting: Flags, weeks: float) -> tuple[Numbers, Numbers]:
        """Exact step of v or of s, in which meetings go on or do not: (at the end, mean over the step), as `contact`."""
        decay, mean = self.pace(meeting, weeks)
        going_to = meeting.astype(float)  # once: a sum of numbers and flags takes numpy three times as long
        away = contact - going_to
        return going_to + away * decay, going_to + away * mean

    def together(self, visits: Numbers, sessions: Numbers) -> Numbers:
        """X from v and s, of shapes that fit. Written with max: where one is 0 the other comes out to the last digit."""
        more = np.maximum(visits, sessions)
        return more if self.overlap == 1 else more + (1.0 - self.overlap) * np.minimum(visits, sessions)
