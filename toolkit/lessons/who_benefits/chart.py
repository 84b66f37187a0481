"""People as marks: each person's gain in two lives, and what a marker would make of them."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, dots, line
from toolkit.lessons.words import Words

from .people import CLEAR, SINGLE, WEEK

say = Words(__package__).say
SHOWN = 200
FURTHEST = 15
"""Points gained beyond which a mark stands at the edge."""


def chart(clinic):
    """Left, a mark a person; right, what a marker gains, the more often it is right."""
    ticks = {"tickvals": [0, 5, 10, 15], "ticktext": ["0", "5", "10", say("edge")]}
    left = [axis(say("gain_axis", name=name, week=WEEK), -2, FURTHEST + 1, **ticks) for name in SINGLE]
    right = (
        axis(say("marker_axis"), 50, 118, tickvals=[50, 60, 70, 80, 90, 100]),
        axis(say("points_axis"), 0, 11),
    )
    traces = [*cloud(clinic), *markers(clinic)]
    return explore.picture(traces, left, right, widths=(10, 2, 8), height=470, legend="left")


def cloud(clinic):
    """The first 200 people: what each gains with one treatment and with the other; the average, and what is near it."""
    places = np.array([np.minimum(clinic.gains[name][:SHOWN], FURTHEST) for name in SINGLE])
    picked, better = clinic.picked[:SHOWN], {name: clinic.better[name][:SHOWN] for name in SINGLE}
    alike = ~np.any(list(better.values()), axis=0)
    looks = [
        (say("left_out"), ~picked, {"colour": "nothing", "symbol": "circle-open", "size": 4}),
        (say("same"), picked & alike, {"symbol": "circle-open", "size": 7}),
        *(
            (
                say("more", name=name),
                picked & here,
                {"colour": ARMS[name].colour, "symbol": ARMS[name].symbol, "size": 7},
            )
            for name, here in better.items()
        ),
    ]
    traces = [line([-2, FURTHEST], [-2, FURTHEST], name=say("equal"), width=1, dash="dot", hover=None)]
    for name, here, look in looks:
        if here.any():
            traces.append(dots(*places[:, here], name=name, hover=say("hover"), legend=True, **look))
    across, up = (clinic.mean(name) for name in SINGLE)
    corners = CLEAR * np.array([[-1, 1, 1, -1, -1], [-1, -1, 1, 1, -1]])
    square = {"dash": "dash", "width": 2, "hover": None}
    traces.append(line(across + corners[0], up + corners[1], name=say("near"), **square))
    cross = {"colour": "both", "symbol": "x", "size": 13, "hover": say("hover"), "legend": True}
    traces.append(dots([across], [up], name=say("average"), **cross))
    return traces


def markers(clinic):
    """What is gained by giving everybody the same, and by letting a marker choose, over how often it is right."""
    right, about = np.array([0.5, 1.0]), {"panel": 2, "hover": say("points")}
    means = {name: clinic.mean(name) for name in clinic.gains}
    made = [
        line(
            100 * right,
            [mean, mean],
            name=say("all", name=name),
            colour=style.colour,
            dash=style.dash,
            width=2,
            **about,
        )
        for style, (name, mean) in zip(map(ARMS.get, means), means.items(), strict=True)
    ]
    made.append(explore.names_at_ends(100, [(ARMS[name], mean) for name, mean in means.items()], gap=0.75, panel=2))
    made.append(line(100 * right, clinic.chosen(right), name=say("chooses"), width=3.5, **about))
    now = clinic.chosen(clinic.marker / 100)
    made.append(dots([clinic.marker], [now], name=say("this"), size=13, legend=True, **about))
    if not np.isnan(clinic.needed):
        least, ends = 100 * clinic.needed, [0, clinic.mean(clinic.best)]
        hover = say("times")
        made.append(line([least, least], ends, name=say("worth"), width=1.5, dash="dot", panel=2, hover=hover))
        made.append(explore.words([least], [0.4], [say("from", least=least)], panel=2))
    return made
