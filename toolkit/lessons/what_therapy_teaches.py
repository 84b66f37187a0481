"""Lesson 09: what therapy teaches. Fear unlearnt and come back, skill learnt and forgotten, and how many sessions are enough."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, axis, band, dots, line, words
from toolkit.model import KINDS, Exposure

from .learners import CARRIED, DAYS, INSIGHT, MONTH, MOST, NEED, OTHER_REASONS, YEAR, Learners
from .lesson import Lesson

WHERE = {"same": "in the room of the sessions", "room": "in another room", "fright": "after a fright in month 6"}
GAPS = {1: "every day", 3: "every third day", 7: "once a week", 14: "every other week"}
STYLE = ARMS["therapy"]


def run(blunting, **values):
    """What these sessions teach; returns Learners."""
    return Learners(blunting=blunting / 100, **values)


def chart(learners):
    """Fear on the left, skill on the right, over a year and more."""
    left = axis("week", 0, 90, tickvals=list(range(0, 85, 12))), axis("fear (100: as before)", -8, 108)
    right = axis("week", 0, 122, tickvals=list(range(0, 85, 12))), axis("skill (100: all there is to learn)", -8, 108)
    return explore.picture(
        [*fear(learners), *skill(learners)], left, right, widths=(10, 2, 10), height=430, legend="left"
    )


def fear(learners):
    """Fear that is felt, between what the quick and the slow learner expect."""
    weeks, felt = learners.told / 7, learners.fear[learners.told]
    low, high = 100 * np.quantile(felt, [0.25, 0.75], axis=1)
    slow = 100 * learners.both_learners[1][learners.told].mean(axis=1)
    return [
        band(weeks, low, high, colour=STYLE.colour, name="middle half of people"),
        line(weeks, slow, name="the slow learner expects", dash="dot", width=2, hover="%{y:.0f} %"),
        line(weeks, 100 * felt.mean(axis=1), name="fear", colour=STYLE.colour, hover="%{y:.0f} %"),
        words([66], [float(slow[-1]) + 1], ["slow learner"], position="top center"),
        *sessions(learners),
    ]


def sessions(learners, panel=1):
    """A small mark for every session."""
    days = learners.session_days
    return [
        dots(
            days / 7,
            np.full(len(days), -5),
            name="session",
            symbol="x-thin",
            size=6,
            panel=panel,
            hover="week %{x:.0f}",
        )
    ]


def skill(learners):
    """Skill with the chosen kind, beside the usual one; in jumps, one person's too."""
    weeks, learnt = learners.told / 7, 100 * learners.learnt[learners.told]
    chosen = learnt.mean(axis=1)
    traces = [
        line(weeks, chosen, name=learners.kind, colour=STYLE.colour, panel=2, hover="%{y:.0f} %"),
        *sessions(learners, 2),
    ]
    ends = {learners.kind: chosen[-1]}
    if learners.kind != "CBT":
        usual = 100 * learners.usual[learners.told].mean(axis=1)
        traces.append(line(weeks, usual, name="CBT", colour="nothing", dash="dash", panel=2, hover="%{y:.0f} %"))
        ends["CBT"] = usual[-1]
    if learners.jumps:
        traces.append(
            line(
                weeks,
                learnt[:, learners.somebody],
                name="one person",
                width=1.5,
                panel=2,
                hover="%{y:.0f} %",
            )
        )
        ends["one person"] = learnt[-1, learners.somebody]
    below = -np.inf
    for name in sorted(ends, key=ends.get):
        below = max(ends[name], below + 7)
        traces.append(words([90], [below], [f" {name}"], panel=2))
    return traces


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


def guessed(share, _):
    """The guess over the fear."""
    return explore.guess_line([0, 90], [share, share], (20, share), hover=f"{share} %", position="top center")


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


def dose_chart(learners):
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


def dose_sentence(learners):
    """The two ways of counting, toy and studies."""
    stay, own = learners.if_all_stay, learners.by_their_own_end
    (howard, _, barkham) = (shares for _, shares in published().values())
    return (
        f"The toy, if all stay: {stay[7]:.0f} % well enough after 8 sessions, {stay[25]:.0f} % after 26 (Howard 1986: "
        f"{howard[0]:.0f} and {howard[1]:.0f} % improved). By their own end: {own[0]:.0f} % of those who end after "
        f"1 session, {own[11]:.0f} % after 12 (Barkham 2006: {barkham[0]:.0f} and {barkham[1]:.0f} %)."
    )


def felt(sessions, days):
    """The answer to the code task, and what its cases are made with."""
    return float(Exposure().fear(sessions, days))


CASES = [((12, 0), felt(12, 0)), ((12, 30), felt(12, 30)), ((12, 180), felt(12, 180)), ((4, 7), felt(4, 7))]

LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    studies_chart=dose_chart,
    studies_sentence=dose_sentence,
    drawn=guessed,
    own=own,
    options={"gap": GAPS, "where": WHERE, "kind": {name: name for name in KINDS}},
    cases=CASES,
)
