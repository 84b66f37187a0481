"""People as marks: each person's gain in two lives, and what a marker would make of them; or what a trial sees."""

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.explore import ARMS, axis, dots, line

from .people import TOOLS, WEEK

SHOWN = 200

SPREAD = finding("munkholm2020_variance")
"""Spread with an antidepressant against placebo, in trials: drawn where a trial is shown."""

FURTHEST = 15


def chart(clinic):
    """Left, one mark a person; right, what a marker would gain. A trial shows scores and their spread instead."""
    return as_a_trial(clinic) if clinic.alike else twin_lives(clinic)


def twin_lives(clinic):
    ticks = {"tickvals": [0, 5, 10, 15], "ticktext": ["0", "5", "10", "15 or more"]}
    left = [axis(f"points gained with {name}, week {WEEK}", -2, FURTHEST + 1, **ticks) for name in TOOLS]
    right = axis("a marker is right in … %", 50, 118, tickvals=[50, 60, 70, 80, 90, 100]), axis("points gained", 0, 11)
    return explore.picture(
        [*cloud(clinic), *markers(clinic)], left, right, widths=(10, 2, 8), height=470, legend="left"
    )


def cloud(clinic):
    """The first 200 people: what each gains with one tool and with the other."""
    medication, therapy = (np.minimum(clinic.gains[name][:SHOWN], FURTHEST) for name in TOOLS)
    better = {name: clinic.better(name)[:SHOWN] for name in TOOLS}
    same = clinic.picked[:SHOWN] & ~better["medication"] & ~better["therapy"]
    left_out = clinic.others[:SHOWN]
    style = {"hover": "medication %{x:.1f}, therapy %{y:.1f} points", "legend": True}
    traces = [line([-2, FURTHEST], [-2, FURTHEST], name="equal", width=1, dash="dot", hover=None)]
    if left_out.any():
        traces.append(
            dots(
                medication[left_out],
                therapy[left_out],
                name="left out",
                colour="nothing",
                symbol="circle-open",
                size=4,
                **style,
            )
        )
    traces.append(dots(medication[same], therapy[same], name="about the same", symbol="circle-open", size=7, **style))
    for name in TOOLS:
        arm, here = ARMS[name], better[name]
        traces.append(
            dots(
                medication[here],
                therapy[here],
                name=f"more from {name}",
                colour=arm.colour,
                symbol=arm.symbol,
                size=7,
                **style,
            )
        )
    average = [clinic.mean(name) for name in TOOLS]
    traces.append(
        dots(*[[value] for value in average], name="the average", colour="both", symbol="x", size=16, **style)
    )
    return traces


def markers(clinic):
    """What is gained by giving everybody the same, and by letting a marker choose, over how often it is right."""
    right = np.array([0.5, 1.0])
    means = {name: clinic.mean(name) for name in clinic.gains}
    made = [
        line(
            [50, 100],
            [mean, mean],
            name=f"{name} for everybody",
            colour=ARMS[name].colour,
            dash=ARMS[name].dash,
            width=2,
            panel=2,
            hover="%{y:.1f} points",
        )
        for name, mean in means.items()
    ]
    made.append(explore.names_at_ends(100, [(ARMS[name], mean) for name, mean in means.items()], gap=0.75, panel=2))
    made.append(
        line(100 * right, clinic.chosen(right), name="a marker chooses", width=3.5, panel=2, hover="%{y:.1f} points")
    )
    now = clinic.chosen(clinic.marker / 100)
    made.append(
        dots([clinic.marker], [now], name="this marker", size=13, panel=2, hover="%{y:.1f} points", legend=True)
    )
    if not np.isnan(clinic.needed):
        least = 100 * clinic.needed
        made.append(
            line(
                [least, least],
                [0, clinic.mean(clinic.best)],
                name="worth using from",
                width=1.5,
                dash="dot",
                panel=2,
                hover="%{x:.0f} %",
            )
        )
        made.append(explore.words([least], [0.4], [f" worth it from {least:.0f} %"], panel=2))
    return made


def as_a_trial(clinic):
    course, scores = clinic.course, clinic.course.ratings(WEEK)
    left = (
        axis("", -0.6, 3.6, tickvals=[0, 1, 2, 3], ticktext=list(course.arms)),
        axis(f"score in week {WEEK} (points)", -8, 44),
    )
    traces = []
    for number, name in enumerate(course.arms):
        people = np.arange(number, SHOWN, 4)[clinic.picked[number:SHOWN:4]]
        places = number + 0.6 * (people * 0.618 % 1 - 0.5)
        style, mean = ARMS[name], scores[number][clinic.picked].mean()
        traces.append(
            dots(
                places,
                scores[number][people],
                name=name,
                colour=style.colour,
                symbol=style.symbol,
                size=6,
                hover="%{y:.0f} points",
            )
        )
        traces.append(
            line([number - 0.4, number + 0.4], [mean, mean], name=f"{name}, mean", width=3, hover="%{y:.1f} points")
        )
    rows = {name: (spread(course, number, clinic), name) for number, name in enumerate(course.arms)}
    right = axis("spread of scores (SD, points)", 4, 12), explore.row_axis(rows)
    alike = [spread(clinic.alike, number, clinic) for number in range(4)]
    ring = {"symbol": "circle-open", "size": 18, "hover": "%{x:.1f} points", "legend": True}
    traces += [dots(alike, [3, 2, 1, 0], name="if all responded alike", panel=2, **ring)]
    traces += explore.dot_rows(rows, "  {:.1f}", {}, panel=2)
    published = spread(course, 0, clinic) * np.sqrt(SPREAD.effect.value)
    mark = {"symbol": "line-ns", "size": 16, "hover": "%{x:.1f} points", "legend": True}
    traces.append(dots([published], [2], name=f"medication, as published ({SPREAD.short})", panel=2, **mark))
    return explore.picture(traces, left, right, widths=(10, 4, 7), height=430, legend="left")


def spread(course, number, clinic):
    """How far people's scores lie apart within an arm (standard deviation, points)."""
    return course.ratings(WEEK)[number][clinic.picked].std()
