"""Lesson 16, part two: what carries it? Three worlds with the same result, and the designs that tell them apart."""

import numpy as np

from toolkit import explore
from toolkit.explore import axis, dots, line
from toolkit.lessons.lesson import Lesson
from toolkit.lessons.words import Words
from toolkit.model import Model

from . import worlds
from .worlds import MORE, PRACTICE, RELIEF, THERAPY, WAITING, WEEKS, WORLDS

WORDS = Words(__name__)
say = WORDS.say
run = worlds.run
COLOURS = {WAITING: "waiting", THERAPY: "therapy", MORE: "therapy-dummy"}
SYMBOLS = {WAITING: "x", THERAPY: "triangle-up", MORE: "triangle-down"}
MOST = 16
"""Points on the axis of how far scores fall."""


def model(**_):
    """The toolkit's model is not asked here: the three worlds have equations of their own."""
    return Model()


def sentence(design):
    """The picture in words."""
    return " ".join(told(design))


def told(design):
    """The same, sentence by sentence: the lead, the link, the order, the extra practice, and what is left."""
    measured, assigned = design.values["measured"], design.values["assigned"]
    yield say("lead_chosen" if assigned == "nothing" else "lead", **named(design.lead(THERAPY, WAITING)))
    if measured == "never":
        yield say("unmeasured")
    else:
        yield say("linked", linked=design.linked)
    if measured == "early":
        skill, relief = design.early(design.skills)[0], design.early(design.falls)[0]
        yield say("early", week=worlds.EARLY, skill=skill, relief=relief)
    if assigned == "practice":
        value, low, high = design.lead(MORE, THERAPY)
        practice = "practice_less" if round(value, 1) < 0 else "practice"
        yield say(practice, value=abs(value), low=low, high=high, expected=PRACTICE * RELIEF)
    left = [WORDS.says("left")[world] for world in design.possible]
    yield say("open_none") if not left else say(f"open_{len(left)}", **dict(zip("abc", left, strict=False)))


def named(figure):
    """A figure and the ends of its interval, by name."""
    return dict(zip(("value", "low", "high"), figure, strict=True))


def table(design):
    """Each group's mean score fallen and skills learned, early and in the last week."""
    weeks, groups = (worlds.EARLY, WEEKS), design.groups
    columns = {say("column_group"): np.array([WORDS.says("groups")[group] for group in groups])}
    for week in weeks:
        columns[say("column_fall", week=week)] = np.array([design.falls[group][week].mean() for group in groups])
    if design.values["measured"] != "never":
        for week in weeks if design.values["measured"] == "early" else weeks[1:]:
            columns[say("column_skill", week=week)] = np.array([design.skills[group][week].mean() for group in groups])
    return columns


def chart(design):
    """How far each had come early; who learned more, and who improved more; and how far scores fell in each group."""
    above, names = (0.5, 1), [WORDS.says("groups")[group] for group in design.groups]
    return explore.picture(
        [*early(design), *people(design), *groups(design)],
        (
            axis(say("share"), -20, 130, domain=(0, 0.48), tickvals=[0, 50, 100]),
            explore.row_axis([say("skill"), say("relief")], domain=above),
        ),
        (
            axis(say("learned"), -30, 130, domain=(0.6, 1), tickvals=[0, 50, 100]),
            axis(say("fallen"), -10, 30, domain=above, tickvals=[0, 10, 20]),
        ),
        (axis(say("mean_fall"), 0, MOST, domain=(0, 1)), explore.row_axis(names, domain=(0, 0.3))),
        height=560,
        legend="left",
    )


def people(design):
    """A mark for each person in therapy, where skills were measured."""
    if design.values["measured"] == "never":
        return [explore.words([50], [10], [say("not_measured")], position="middle center", panel=2)]
    about = {"symbol": "circle-open", "colour": "therapy", "size": 5, "legend": True, "panel": 2}
    across, up = design.skills[THERAPY][WEEKS], design.falls[THERAPY][WEEKS]
    return [dots(across, up, name=say("person"), hover="%{x:.0f}, %{y:.1f}", **about)]


def early(design):
    """How much of its whole way each had come early, with its interval; words where nobody has looked."""
    if design.values["measured"] != "early":
        return [explore.words([50], [0.5], [say("not_early")], position="middle center")]
    rows = [
        (say("skill"), design.early(design.skills), "therapy"),
        (say("relief"), design.early(design.falls), explore.INK),
    ]
    whole = line([100, 100], [-0.6, 1.6], name=say("whole"), dash="dot", width=1, hover=None)
    return [whole, *explore.forest(rows, (-20, 130), name=say("came"))]


def groups(design):
    """How far scores have fallen in each group, with intervals."""
    traces, heights = [], np.arange(len(design.groups))[::-1]
    for height, group in zip(heights, design.groups, strict=True):
        falls = design.falls[group][WEEKS]
        value, low, high = worlds.interval(falls.mean(), falls.std(ddof=1) / np.sqrt(falls.size))
        look = {"colour": COLOURS[group], "symbol": SYMBOLS[group], "panel": 3}
        hover = [say("fall_hover", group=WORDS.says("groups")[group], value=value, low=low, high=high)]
        traces.append(
            dots([value], [height], name=WORDS.says("groups")[group], hover=hover, error=([low], [high]), **look)
        )
    return traces


def own(values):
    """Numbers of the three worlds."""
    numbers = {
        "own_relief": f"{RELIEF:.0f}",
        "own_practice": f"{PRACTICE:.1f}",
        "own_first": f"{worlds.FIRST:.0f}",
        "own_second": f"{worlds.SECOND:.0f}",
        "own_rated": f"{worlds.RATED:.1f}",
        "own_tested": f"{worlds.TESTED:.0f}",
    }
    return [explore.Entry(say(what), value) for what, value in numbers.items()]


def leaves_one(run):
    """In the hidden world, only the world that it is remains possible."""
    return run.values["world"] == "hidden" and run.result.possible == (run.result.world,)


def leaves_first(run):
    """Without extra practice at random, only "skills carry it" remains possible."""
    return run.values["assigned"] != "practice" and run.result.possible == WORLDS[:1]


conditions = {"One world left": leaves_one, "Only by looking": leaves_first}

LESSON = Lesson.read(__name__)
