"""Lesson 05: a drug that opens a window of learning. When does it open, for how long, and what comes through it?"""

import dataclasses
import functools

import numpy as np

from toolkit import explore
from toolkit.evidence.learning import LEARNING, SPECIES, VERDICTS
from toolkit.explore import ARMS, axis, line
from toolkit.model import POINTS, Cohort, Condition, Course, Medication, Model, Therapy, four_plans, simulate

from .lesson import Lesson
from .said import number

WEEKS, PEOPLE = 40, 1000
KIND, HARSH = -5, 5
LEVEL = "as with a dummy pill"
MISSING = "people, antidepressant: therapy"


@dataclasses.dataclass(frozen=True)
class Window:
    """The four arms, and how they fare: {arm: points better than with a dummy pill in the week read} in two surroundings."""

    course: Course
    start: int
    sessions: int
    until: int
    week: int
    surroundings: tuple[int, int]
    fares: tuple[dict, dict]

    def gains(self, place):
        """Points better than with a dummy pill, by arm, in any surroundings: their pull grows evenly from kind to harsh."""
        (here, there), (one, other) = self.surroundings, self.fares
        return {arm: one[arm] + (other[arm] - one[arm]) * (place - here) / (there - here) for arm in one}

    @property
    def speed(self):
        """How fast people with both learn, times the usual, by week."""
        effect = self.course.drug_effect[:, self.course.arm("both")].mean(axis=1)
        return 1 + self.course.model.plasticity.gain * effect

    @property
    def skill(self):
        """How much of all there is to learn has been learnt, % by week, {arm: (weeks + 1,)}."""
        return {arm: 100 * self.course.skill[:, self.course.arm(arm)].mean(axis=1) for arm in ("therapy", "both")}

    @property
    def last(self):
        """Week in which therapy ends."""
        return self.start + self.sessions


def better(course, week):
    """Points better than with a dummy pill, by arm; "just adding" is the sum of the two alone."""
    gains = course.gains(week)
    return {**gains, "just adding": gains["medication"] + gains["therapy"]}


def model(gain, undirected, medication, **_):
    """The model that the controls describe: every interaction off but plasticity."""
    return Model.additive().replace(
        {
            "plasticity.gain": gain / 100,
            "plasticity.undirected": float(undirected),
            "drug.strength": medication * Model().drug.strength,
        }
    )


@functools.lru_cache(maxsize=4)
def course(surroundings, until, start, sessions, seed, model):
    """The four arms in some surroundings, kept until something else than the week is moved."""
    people = Cohort(PEOPLE, seed, Condition(environment=surroundings / POINTS))
    plans = four_plans(Medication(stop=until), Therapy(start=start, stop=start + sessions))
    return simulate(people, plans, WEEKS, model, keep=("symptoms", "skill", "drug_effect"))


def run(surroundings, until, start, sessions, week, seed, **values):
    """Let the four arms run with the controls' values, and in kind and harsh surroundings; returns a Window."""
    setting = until, start, sessions, seed, model(**values)
    here = course(surroundings, *setting)
    # Surroundings touch nobody unless they sink in.
    there = KIND if surroundings > 0 else HARSH
    other = course(there, *setting) if values["undirected"] else here
    fares = better(here, week), better(other, week)
    return Window(here, start, sessions, until, week, (surroundings, there), fares)


def chart(window):
    """How fast people learn and what they have learnt, week by week; and how they fare, by their surroundings."""
    weeks = axis("week", 0, 1.5 * WEEKS, tickvals=list(range(0, WEEKS + 1, 10)))
    speed = axis("learning speed (×)", 0.3, 2.5, tickvals=[0.5, 1, 1.5, 2])
    skill = explore.with_periods("skill learnt (%)", -48, 108, (0, 50, 100), {-18: "medication", -38: "therapy"})
    places = {"tickvals": [KIND, 0, HARSH], "ticktext": ["kind", "neutral", "harsh"]}
    fares = axis(f"points better than a dummy, week {window.week}", -8, 18)
    traces = [
        explore.period(0, window.until, -18, arm="medication", panel=2),
        explore.period(window.start, window.last, -38, arm="therapy", panel=2),
        line([KIND - 1, HARSH], [0, 0], name=LEVEL, width=1, panel=3, hover=LEVEL),
        *by_week({"therapy": np.ones(WEEKS + 1), "both": window.speed}, 1, 0.13, "%{y:.2f} × in week %{x}"),
        *by_week(window.skill, 2, 9, "%{y:.0f} % in week %{x}"),
        *by_surroundings(window),
    ]
    right = axis("surroundings", KIND - 1, HARSH + 7, **places), fares
    return explore.picture(traces, (weeks, speed), (weeks, skill), right, widths=(6, 2, 6, 2, 8))


def by_week(values, panel, gap, hover):
    named = [(ARMS[arm], some) for arm, some in values.items()]
    return explore.curves(range(WEEKS + 1), named, gap=gap, hover=hover, panel=panel)


def by_surroundings(window):
    """Points better than with a dummy pill from kind to harsh surroundings, with markers where they are set."""
    places = [KIND, window.surroundings[0], HARSH]
    fares = [window.gains(place) for place in places]
    styles = {arm: ARMS.get(arm, explore.ABSENT).called(f"  {arm}") for arm in fares[0]}
    named = [(style, [fare[arm] for fare in fares]) for arm, style in styles.items()]
    look = {"hover": "%{y:.1f} points", "panel": 3}
    here = [(style, values[1:2]) for style, values in named]
    return [*explore.curves(places, named, gap=1.4, **look), *explore.marks(places[1:2], here, **look)]


def sentence(window):
    """The picture in words."""
    fast = window.speed[window.start : window.last].mean()
    both, therapy = (window.skill[arm][window.last] for arm in ("both", "therapy"))
    gains = window.fares[0]
    said = ", ".join(f"{arm} {number(gains[arm])}" for arm in ("medication", "therapy", "both"))
    return (
        f"{PEOPLE:,} people; medication until week {window.until}, {window.sessions} sessions from week {window.start}. "
        f"Over the sessions, people with both learn {fast:.2f} times as fast. Skill at the last session: {both:.0f} % with "
        f"both, {therapy:.0f} % with therapy alone. Points better than with a dummy pill in week {window.week}: {said}; just "
        f"adding would give {number(gains['just adding'])}. {in_places(window)}"
        f"Together minus the sum of the parts: {number(gains['both'] - gains['just adding'])} points."
    )


def in_places(window):
    """What surroundings do on medication alone, where they sink in."""
    if window.course.model.plasticity.undirected == 0:
        return ""
    kind, harsh = (window.gains(place)["medication"] for place in (KIND, HARSH))
    dummy, medication, *_ = window.course.at("symptoms", window.week).std(axis=1)
    return (
        f"Everything sinks in: on medication alone {number(kind)} in kind and {number(harsh)} in harsh surroundings (below 0 is "
        f"worse than with a dummy pill); people's scores spread by {medication:.1f} points, with the dummy {dummy:.1f}. "
    )


def table(window):
    """The curves on the left and the scores, by week."""
    means = window.course.symptoms.mean(axis=2)
    return {
        "week": np.arange(WEEKS + 1),
        "learning speed, both (×)": window.speed,
        **{f"skill, {arm} (%)": skill for arm, skill in window.skill.items()},
        **{f"score, {arm} (points)": means[:, number] for number, arm in enumerate(window.course.arms)},
    }


def guessed(points, _):
    """The guess, for both, across all surroundings."""
    label = {"position": "top right", "hover": f"{points} points with both"}
    return explore.guess_line([KIND - 1, HARSH], [points, points], (KIND - 1, points), panel=3, **label)


def toys(window):
    """Standardised gain of both over therapy alone in the toy, {when: gain}."""
    weeks = {"at the last session": window.last, "12 weeks later": min(window.last + 12, WEEKS)}
    return {when: window.course.effect_size("both", "therapy", week) for when, week in weeks.items()}


def studies_chart(window):
    """Left: studies of which only a direction was read. Right: standardised gains, with the toy's own. Shapes by species."""
    own = toys(window)
    labels = [*(f"toy, {when}" for when in own), *(study.label for study in LEARNING), MISSING]
    heights = dict(zip(labels, range(len(labels) - 1, -1, -1), strict=True))
    traces = [explore.words([1], [0], ["no trial found"], position="middle center")]
    for species, symbol in zip(SPECIES, ("square", "circle"), strict=True):
        look = {"name": species, "symbol": symbol}
        told = [study for study in LEARNING if study.species == species and study.verdict]
        sized = [study for study in LEARNING if study.species == species and not study.verdict]
        spread = np.array([study.interval or (np.nan, np.nan) for study in sized]).reshape(-1, 2).T
        where, gains = [VERDICTS.index(study.verdict) for study in told], [study.gain for study in sized]
        rows, more_rows = ([heights[study.label] for study in some] for some in (told, sized))
        traces.append(explore.dots(where, rows, hover=species, legend=True, **look))
        traces.append(explore.dots(gains, more_rows, error=spread, panel=2, hover="%{x:.2f}", **look))
    look = {"name": "the toy", "colour": ARMS["both"].colour, "symbol": ARMS["both"].symbol, "legend": True}
    traces.append(explore.dots(own.values(), [*heights.values()][: len(own)], panel=2, hover="%{x:.2f}", **look))
    up = explore.row_axis(labels)
    left = axis("learnt with the drug", -0.5, 2.5, tickvals=[0, 1, 2], ticktext=VERDICTS), up
    right = axis("standardised gain", -0.4, 1.3), {**up, "showticklabels": False}
    return explore.picture(traces, left, right, widths=(5, 1, 7), height=620, legend="left")


def studies_sentence(window):
    """What studies and toy say, in words."""
    counts = [
        f"{verdict} in {len(seen)} of {species}"
        for verdict in reversed(VERDICTS)
        for species in SPECIES
        if (seen := [study for study in LEARNING if (study.verdict, study.species) == (verdict, species)])
    ]
    sizes = "; ".join(f"{study.what} {study.gain:.2f}" for study in LEARNING if study.gain is not None)
    own = "; ".join(f"{when} {gain + 0.0:.2f}" for when, gain in toys(window).items())
    return (
        f"Studies with a direction, learnt with the drug: {', '.join(counts)}. Standardised gains, above 0 is better: "
        f"{sizes}. The toy, both over therapy alone: {own}. An antidepressant speeding psychotherapy in people: no trial found."
    )


def learnt(open_until, start, sessions):
    """Skill, 0 to 1, if a session a week teaches a fifth of what is left, and two fifths before week `open_until`."""
    skill = 0.0
    for week in range(start, start + sessions):
        skill += (0.4 if week < open_until else 0.2) * (1 - skill)
    return skill


TIMINGS = [(timing, learnt(*timing)) for timing in ((0, 0, 6), (6, 0, 6), (6, 4, 6), (6, 8, 6), (3, 0, 12))]
LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    model=model,
    studies_chart=studies_chart,
    studies_sentence=studies_sentence,
    drawn=guessed,
    cases=TIMINGS,
)
