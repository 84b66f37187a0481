"""How many sessions are enough: two ways of counting, studies and toy."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import axis, dots, line, words

from .chart import STYLE
from .people import MOST


def published():
    """{(label, symbol): (sessions, percentages)} as read in the findings."""
    howard, barkham = finding("howard1986_dose"), finding("barkham2006_gel")
    improved = [100 * howard.arm(f"psychotherapy, {number} sessions").value for number in (8, 26)]
    ended = [100 * barkham.arm(name).value for name in ("1 session", "12 sessions")]
    strict = 100 * howard.arm("Kadera 1996, 8 sessions").value
    return {
        ("▲ measurably better (Howard 1986)", "triangle-up"): ((8, 26), improved),
        ("recovered (Kadera 1996)", "square-open"): ((8,), [strict]),
        ("▼ recovered, own end (Barkham 2006)", "triangle-down"): ((1, 12), ended),
    }


def studies_chart(learners):
    numbers = np.arange(1, MOST + 1)
    traces = [
        line(numbers, learners.if_all_stay, name="the toy, if all stay", colour=STYLE.colour, hover="%{y:.0f} %"),
        line(numbers, learners.by_their_own_end, name="the toy, by own end", dash="dash", hover="%{y:.0f} %"),
        words([26], [learners.if_all_stay[-1] + 4], ["the toy, if all stay"], position="top left"),
        words([26], [learners.by_their_own_end[-1] - 4], ["the toy, by own end"], position="bottom left"),
    ]
    for (label, symbol), (sessions, shares) in published().items():
        traces.append(dots(sessions, shares, name=label, symbol=symbol, size=12, hover="%{y:.0f} %", legend=True))
    return explore.picture(
        traces,
        (axis("sessions", 0, 27, tickvals=[1, 4, 8, 12, 16, 20, 26]), axis("% better", 0, 105)),
        height=430,
        legend="left",
    )


def studies_sentence(learners):
    """The two ways of counting, toy and studies."""
    stay, own = learners.if_all_stay, learners.by_their_own_end
    (howard, _, barkham) = (shares for _, shares in published().values())
    return (
        f"The toy, if all stay: {stay[7]:.0f} % well enough after 8 sessions, {stay[25]:.0f} % after 26 (Howard 1986: "
        f"{howard[0]:.0f} and {howard[1]:.0f} % improved). By their own end: {own[0]:.0f} % of those who end after "
        f"1 session, {own[11]:.0f} % after 12 (Barkham 2006: {barkham[0]:.0f} and {barkham[1]:.0f} %)."
    )
