"""Lesson 11: order, access, coordination. Six ways through care, what they bring and what they need."""

import numpy as np

from toolkit import explore
from toolkit.explore import ARMS, axis, dots, line
from toolkit.model import Model

from .access_studies import studies
from .pathways import WAYS, WEEKS, model, run
from .words import Words

WORDS = Words.read("order_access_coordination")
GUESSES = dict(zip(WORDS.asked["replies"], (-20, -4, 0, 5), strict=True))
MARKS = {
    **{name: {"symbol": style.symbol, "colour": style.colour} for name, style in ARMS.items()},
    "medication first": {"symbol": "square-open", "colour": "medication"},
    "therapy first": {"symbol": "triangle-up-open", "colour": "therapy"},
}

BEHIND = (
    *("drug.strength", "drug.delay_weeks", "skill.strength", "skill.learning_rate", "skill.forgetting"),
    *("natural_course.amount", "natural_course.weeks", "adherence.stopping", "adherence.alliance"),
    *(
        "adherence.coordination",
        "dropout.leaving",
        "gate.strength",
        "plasticity.gain",
        "relapse.weekly",
        "relapse.skill",
    ),
    *("assessment.response_share", "assessment.error"),
)


def controls():
    """What can be moved."""
    people = {100: "100 people", 1000: "1,000 people", 10_000: "10,000 people"}
    return [
        explore.Choice("plan", "Your plan", "medication first", options=WAYS),
        explore.Slider(
            "step", "Offer the other in week", 12, "To who has not responded by then.", low=2, high=26, step=1
        ),
        explore.Slider("accept", "Of these, accept", 100, low=0, high=100, step=5, unit="%"),
        explore.Slider("wait", "Waiting for therapy", 0, low=0, high=26, step=1, unit="weeks"),
        explore.Slider(
            "sessions", "Sessions for each", 16, "One a week. 0: nobody offers therapy.", low=0, high=24, step=1
        ),
        explore.Week("week", "Read in week", WEEKS, low=4, high=WEEKS),
        explore.Slider("lose", "Give up waiting, each month", 0, low=0, high=40, step=5, unit="%", more=True),
        explore.Slider(
            "coordination",
            "Therapist and prescriber talk",
            1.0,
            "0: in silos.",
            parameter="adherence.coordination",
            more=True,
        ),
        explore.Slider(
            "talk",
            "Medication alone: therapy inside the visits",
            0.0,
            "Worth this many sessions a week, as long as the medicine is given.",
            high=0.5,
            step=0.05,
            unit="sessions a week",
            more=True,
        ),
        explore.Slider("until", "Medicine until week", WEEKS, low=12, high=WEEKS, step=1, more=True),
        explore.Slider(
            "leaving",
            "People stop the medicine",
            Model().adherence.stopping,
            "Hazard a week at the start; about 0.11 in routine care.",
            high=0.2,
            step=0.001,
            parameter="adherence.stopping",
            more=True,
        ),
        explore.Choice("people", "Who", 1000, options=people, more=True),
        explore.Seed(),
    ]


def chart(paths, given=None):
    """Responding week by week on the left; then what it takes: sessions, and weeks on the medicine."""
    traces = curves(paths)
    up = axis(f"% responding in week {paths.week}", 0, 85, tickvals=list(range(0, 81, 20)))
    needs = {2: (paths.sessions, 25), 3: (paths.drug_weeks, 54)}
    for panel, (needed, most) in needs.items():
        traces += frontier(paths, needed, panel)
        traces += guessed(paths, given, most, panel)
    made = explore.picture(
        traces,
        (axis("week", 0, WEEKS, tickvals=list(range(0, WEEKS + 1, 13))), axis("% responding", 0, 85)),
        (axis("sessions a person", -2, 26, tickvals=[0, 8, 16, 24]), up),
        (axis("weeks on the medicine", -4, 56, tickvals=[0, 13, 26, 39, 52]), up),
        widths=(8, 2, 7, 2, 7),
        height=430,
    )
    made["layout"]["legend"] = {"orientation": "h", "y": 1.03, "yanchor": "bottom", "x": 0}
    return made


def curves(paths):
    """Your plan, thick, among nothing and both at once."""
    weeks = np.arange(WEEKS + 1)
    traces = []
    for way in ("nothing", "both"):
        style = ARMS[way]
        hover = "%{y:.0f} % responding in week %{x:.0f}"
        traces.append(
            line(
                weeks, paths.responses[way], name=WAYS[way], colour=style.colour, dash=style.dash, hover=hover, width=2
            )
        )
    yours = line(weeks, paths.responses[paths.plan], name=f"your plan: {WAYS[paths.plan]}", width=4, dash="5px,3px")
    return [*traces, yours]


def frontier(paths, needed, panel):
    """A mark for each way: what it needs across, how many respond upwards; a ring around your plan."""
    traces = []
    for way, style in MARKS.items():
        across, share = needed(way), paths.responses[way][paths.week]
        about = {"panel": panel, "hover": "%{y:.0f} % at %{x:.1f}", "legend": panel == 2}
        traces.append(dots([across], [share], name=WAYS[way], size=11, **style, **about))
    mine = [needed(paths.plan)], [paths.responses[paths.plan][paths.week]]
    ring = {"symbol": "circle-open", "size": 24, "legend": panel == 2}
    return [*traces, dots(*mine, name="your plan (dashed)", panel=panel, hover=None, **ring)]


def guessed(paths, given, most, panel):
    """The guess as a dashed line, where it was asked: so many of 100 fewer or more than with both at once."""
    if given is None or paths.plan != "medication first":
        return []
    share = paths.responses["both"][paths.week] + GUESSES[given]
    guess = line([0, most], [share, share], name="your guess", dash="dash", width=1.5, panel=panel, hover="%{y:.0f} %")
    return [guess, explore.words([0], [share + 3], ["your guess"], panel=panel)]


def sentence(paths):
    """The picture in words."""
    shares = "; ".join(f"{WAYS[way]} {spoken(paths, way)}" for way in WAYS if way != paths.plan)
    return (
        f"{paths.course.cohort.size:,} people, {WAYS[paths.plan]}. Responding in week {paths.week}: "
        f"{spoken(paths, paths.plan)}. The others under the same limits: {shares}."
    )


def spoken(paths, way):
    """What a way brings and needs, in words."""
    share = paths.responses[way][paths.week]
    return f"{share:.0f}\u00a0% ({paths.sessions(way):.1f} sessions, {paths.drug_weeks(way):.0f} weeks on the medicine)"


def table(paths):
    """Percentage responding by week, for every way."""
    return {"week": np.arange(WEEKS + 1), **{f"{WAYS[way]}: responding (%)": paths.responses[way] for way in WAYS}}


def explorer(guess=None):
    """The lesson's explorer; a committed guess (Predict) stays on it as a dashed line."""
    return explore.Explorer(
        lesson=11,
        title="What a plan brings, and what it needs",
        controls=controls(),
        presets=WORDS.presets,
        run=run,
        chart=lambda paths: chart(paths, guess and guess.given),
        sentence=sentence,
        table=table,
        ledger=lambda values: explore.ledger(model(**values), BEHIND),
        guess=guess,
    )


def compared(_, paths):
    """How far stepped care is behind, beside the guess."""
    fewer = paths.responses["both"][paths.week] - paths.responses["medication first"][paths.week]
    return (
        f"In week {paths.week}, under these limits, medication first: {fewer:.0f} fewer of 100 than with both at once."
    )


LESSON = WORDS.lesson(
    explorer=explorer,
    studies=studies,
    compared=compared,
    cases=[
        ((((0, 56), (780, 65), (1460, 69)), 600), 56),
        ((((0, 56), (780, 65), (1460, 69)), 800), 65),
        ((((0, 56), (780, 65), (1460, 60)), 2000), 65),
        ((((0, 49), (290, 59), (560, 58)), 600), 59),
    ],
)
