"""Lesson 09's picture: fear and skill, over a year and more."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, band, dots, line, words

STYLE = ARMS["therapy"]


def chart(learners):
    """Fear on the left, skill on the right, over a year and more."""
    left = explore.ticked_axis("week", 0, 90, 12, 84), axis("fear (100: as before)", -8, 108)
    right = explore.ticked_axis("week", 0, 122, 12, 84), axis("skill (100: all there is to learn)", -8, 108)
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
