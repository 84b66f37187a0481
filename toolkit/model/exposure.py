"""Unlearning fear: exposure with a quick and a slow memory, and why fear comes back."""

import numpy as np

from .arrays import ArrayLike, Numbers
from .parameter import Checked, parameter, record


@record
class Exposure(Checked):
    """Each session lowers two expectations of harm, V_fast and V_slow, from 1 on by their shares of what is left:

        V <- V * (1 - rate * engagement * plasticity * (1 - blunting))

    What is felt is a mixture, w V_fast + (1 - w) V_slow. Right after a session the fast one speaks, w = recency; the
    weight fades with the days since, and the slow memory, which has unlearned less, is heard again: fear returns.
    """

    fast: float = parameter(0.7, unit="per session", range=(0.0, 1.0), says="how fast the quick memory unlearns")
    slow: float = parameter(0.15, unit="per session", range=(0.0, 1.0), says="how fast the slow memory unlearns")
    recency: float = parameter(0.9, unit="share", range=(0.0, 1.0), says="weight of the quick memory after a session")
    fading_days: float = parameter(14.0, unit="days", range=(1.0, 365.0), says="how long that weight lasts")
    engagement: float = parameter(
        1.0, unit="share", range=(0.0, 1.0), says="how far the person can take part (low: too aroused, or avoiding)"
    )
    plasticity: float = parameter(1.0, unit="times", range=(0.0, 2.0), says="how open to learning the person is")
    blunting: float = parameter(
        0.0, unit="share", range=(0.0, 1.0), says="how far a calming drug takes the surprise out of the session"
    )

    def expectations(self, sessions: ArrayLike, openness: ArrayLike = 1.0) -> tuple[Numbers, Numbers]:
        """(V_fast, V_slow) after a number of sessions, in closed form; `openness` is each person's own, times plasticity."""
        share = self.engagement * self.plasticity * (1 - self.blunting) * np.asarray(openness)
        return tuple((1 - np.minimum(rate * share, 1.0)) ** np.asarray(sessions) for rate in (self.fast, self.slow))

    def fear(self, sessions: ArrayLike, days_since: ArrayLike, openness: ArrayLike = 1.0) -> Numbers:
        """Fear felt some days after the last of a number of sessions, 0 to 1 (1: as before treatment)."""
        fast, slow = self.expectations(sessions, openness)
        weight = self.recency * np.exp(-np.asarray(days_since) / self.fading_days) * (np.asarray(sessions) > 0)
        return weight * fast + (1 - weight) * slow

    def course(self, session_days: ArrayLike, days: ArrayLike) -> Numbers:
        """Fear on each of some days, before that day's session; arrays of day numbers, the result of shape (days,)."""
        session_days, days = np.sort(np.asarray(session_days)), np.asarray(days)
        sessions = np.searchsorted(session_days, days, side="left")
        last = session_days[np.maximum(sessions - 1, 0)] if session_days.size else days
        return self.fear(sessions, np.maximum(days - last, 0))
