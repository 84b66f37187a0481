"""Lesson 02: when do two treatments add up? One trial, read on three scales."""

import dataclasses
import functools

import numpy as np

from toolkit import explore
from toolkit.evidence import FACTORIAL
from toolkit.explore import ARMS, axis, line
from toolkit.model import Cohort, Course, Medication, Model, Therapy, four_plans, simulate
from toolkit.model.scales import log_odds

from .lesson import Lesson

WEEKS = 26
INTERACTIONS = {
    "none": "none: each works alone",
    "door": "the drug opens the door to learning",
    "plasticity": "the drug speeds learning",
    "both": "door and speed",
}
SCALES = {"risk difference": "percentage points", "independence": "independence", "log-odds": "log-odds"}
ROWS = {"risk difference": "if points add", "independence": "if independent", "log-odds": "if log-odds add"}
SYMBOLS = {"risk difference": "x-thin", "independence": "circle-open", "log-odds": "triangle-down-open"}
PERCENT = {"tickvals": [0, 20, 40, 60, 80, 100]}


@dataclasses.dataclass(frozen=True)
class FactorialTrial:
    """The toy's own trial: the four arms, read at one week."""

    course: Course
    week: int
    dummy_arm: bool

    @property
    def one_person(self):
        """Whether a single life is shown."""
        return self.course.cohort.size == 1

    @property
    def shown(self):
        """Names of the arms on the picture."""
        return self.course.arms if self.dummy_arm else self.course.arms[1:]

    @functools.cached_property
    def shares(self):
        """Percentage who respond, by arm."""
        return dict(zip(self.course.arms, 100 * self.course.response(self.week), strict=True))

    @property
    def gains(self):
        """Points better than with a dummy pill, on average, by arm."""
        return self.course.gains(self.week)

    @property
    def adding_up(self):
        """Mean score in each week if the two gains just add, shape (weeks + 1,)."""
        dummy, medication, therapy, _ = self.course.symptoms.mean(axis=2).T
        return medication + therapy - dummy

    @property
    def together_minus_sum(self):
        """Gain of both minus the sum of the single gains, points, averaged over people."""
        return self.course.together_minus_sum(self.week).mean()

    def expected(self, scale):
        """Percentage expected to respond to both if the two just add up on a scale."""
        return 100 * float(self.course.expected_response(self.week, scale))


def model(medication, therapy, recovery, yardstick, interaction, **_):
    """The model that the controls describe."""
    usual = Model()
    return Model.additive().replace(
        {
            "drug.strength": medication * usual.drug.strength,
            "skill.strength": therapy * usual.skill.strength,
            "natural_course.pace": recovery,
            "assessment.response_share": yardstick / 100,
            "gate.strength": usual.gate.strength if interaction in ("door", "both") else 0.0,
            "plasticity.gain": usual.plasticity.gain if interaction in ("plasticity", "both") else 0.0,
        }
    )


def run(people, week, seed, dummy_arm, **values):
    """Let the four arms run with the controls' values; returns a FactorialTrial."""
    return FactorialTrial(live(people, seed, **values), week, dummy_arm)


@functools.lru_cache(maxsize=1)
def live(people, seed, **values):
    """The four arms' course, kept until something else than the week or the arms shown is moved."""
    plans = four_plans(Medication(stop=WEEKS), Therapy(stop=16))
    return simulate(Cohort(size=people, seed=seed), plans, WEEKS, model(**values), keep=("symptoms",))


def chart(trial):
    """Scores week by week on the left; on the right who responded, beside what adding up would give."""
    rows = gained(trial) if trial.one_person else responded(trial)
    across = axis(f"points gained by week {trial.week}", -6, 30)
    if not trial.one_person:
        across = axis(f"% who respond by week {trial.week}", 0, 120, **PERCENT)
    left = (
        axis("week", 0, WEEKS + 6, tickvals=list(range(0, WEEKS + 1, 4))),
        explore.with_periods("score (points)", -8, 32, (0, 10, 20, 30), {-3: "medication", -6: "therapy"}),
    )
    both = trial.gains["both"] if trial.one_person else trial.shares["both"]
    guide = line([both, both], [-0.5, len(rows) - 0.5], name="both", width=1, dash="dot", panel=2, hover="%{x:.1f}")
    written = "{:.1f}" if trial.one_person else "{:.0f} %"
    traces = [*curves(trial), guide, *explore.dot_rows(rows, written, SYMBOLS, panel=2)]
    return explore.picture(traces, left, (across, explore.row_axis(rows)), widths=(10, 3, 7), height=430)


def curves(trial):
    weeks = np.arange(WEEKS + 1)
    scores = {name: trial.course.symptoms[:, trial.course.arm(name)] for name in trial.shown}
    traces = [
        explore.period(0, WEEKS, -3, arm="medication"),
        explore.period(0, 16, -6, arm="therapy"),
        *explore.lives(weeks, scores, (trial.shown[0], "both")),
    ]
    if trial.dummy_arm:
        traces.append(
            line(weeks, trial.adding_up, name="just adding", dash="2px,5px", width=4, hover="%{y:.1f} points")
        )
    return traces


def responded(trial):
    """Rows on the right, top to bottom: {label: (percentage, arm or scale)}."""
    rows = {ARMS[name].label: (trial.shares[name], name) for name in trial.shown}
    if trial.dummy_arm:
        rows |= {label: (trial.expected(scale), scale) for scale, label in ROWS.items()}
    return rows


def gained(trial):
    """Rows on the right for one person: {label: (points, arm or scale)}."""
    gains = trial.gains
    rows = {ARMS[name].label: (gains[name], name) for name in ("medication", "therapy", "both")}
    return {**rows, "the two added": (gains["medication"] + gains["therapy"], "risk difference")}


NOBODY_CAN_SAY = "Without a group that got neither, nobody can say what just adding would give."


def sentence(trial):
    """The picture in words."""
    return one_life(trial) if trial.one_person else whole_cohort(trial)


def one_life(trial):
    means, gains = dict(zip(trial.course.arms, trial.course.mean(trial.week), strict=True)), trial.gains
    scores = ", ".join(f"{name} {means[name]:.1f}" for name in trial.shown)
    seen = f"{'Four' if trial.dummy_arm else 'Three'} lives of one person, score in week {trial.week}: {scores} points."
    if not trial.dummy_arm:
        return f"{seen} {NOBODY_CAN_SAY}"
    return (
        f"{seen} Against a dummy pill with visits, medication gains {points(gains['medication'])}, "
        f"therapy {points(gains['therapy'])}, "
        f"both {points(gains['both'])}. {left_over(trial)}"
    )


def whole_cohort(trial):
    shares = ", ".join(f"{name} {trial.shares[name]:.0f} %" for name in trial.shown)
    seen = f"{trial.course.cohort.size:,} people. Responding by week {trial.week}: {shares}."
    if not trial.dummy_arm:
        return f"{seen} {NOBODY_CAN_SAY}"
    verdicts = ", ".join(verdict(trial, scale) for scale in SCALES)
    return f"{seen} Just adding would give {verdicts}. {left_over(trial)}"


def verdict(trial, scale):
    if np.isnan(trial.expected(scale)):
        return f"no number by {SCALES[scale]} (it cannot say, with nobody or everybody responding to the dummy pill)"
    expected, seen = round(trial.expected(scale)), round(trial.shares["both"])
    reading = (
        "just as seen" if seen == expected else "seen: more, synergy" if seen > expected else "seen: less, antagonism"
    )
    return f"{expected} % by {SCALES[scale]} ({reading})"


def left_over(trial):
    return f"Together minus the sum of the parts, in score: {points(trial.together_minus_sum)}."


def points(value):
    """A number of points, without a minus before zero."""
    return f"{round(value, 1) + 0.0:.1f} points"


def table(trial):
    """Mean scores by week and arm."""
    means = trial.course.symptoms.mean(axis=2)
    columns = {f"{name} (points)": means[:, trial.course.arm(name)] for name in trial.shown}
    if trial.dummy_arm:
        columns["just adding (points)"] = trial.adding_up
    return {"week": np.arange(WEEKS + 1), **columns}


def guessed(share, _):
    """The guess among the shares."""
    return explore.guess_line(
        [share, share], [-0.5, 6.5], (share, 6.6), hover=f"{share} %", position="top center", panel=2
    )


def trials_chart(trial):
    labels = ["the toy, as set above", *(real.label for real in FACTORIAL)]
    heights = np.arange(len(labels))[::-1]
    written = {"legend": True, "hover": "%{x:.0f} %"}
    traces = [
        explore.dots(
            [trial.expected(scale), *(100 * real.expected(scale) for real in FACTORIAL)],
            heights,
            name=f"just adding by {label}",
            symbol=SYMBOLS[scale],
            **written,
        )
        for scale, label in SCALES.items()
    ]
    seen = [trial.shares["both"], *(100 * real.shares[3] for real in FACTORIAL)]
    intervals = 100 * np.array([(np.nan, np.nan), *(real.interval or (np.nan, np.nan) for real in FACTORIAL)]).T
    both = ARMS["both"]
    traces.append(
        explore.dots(
            seen, heights, name="seen with both", colour=both.colour, symbol=both.symbol, error=intervals, **written
        )
    )
    return explore.picture(
        traces, (axis("% with a good outcome", 0, 120, **PERCENT), explore.row_axis(labels)), height=560, legend="left"
    )


def trials_sentence(trial):
    """How many of the real comparisons lie above or below what each scale expects."""
    counts = [
        f"{label}: more than the sum in {beyond(scale, 1)}, less in {beyond(scale, -1)}"
        for scale, label in SCALES.items()
    ]
    return (
        f"{len(FACTORIAL)} comparisons from {len({real.id for real in FACTORIAL})} trials. By {'; by '.join(counts)}. "
        "Such counts are no votes: most of these trials are too small to tell a sum from a little more or less. "
        f"The toy: {'; '.join(verdict(trial, scale) for scale in SCALES)}."
    )


def beyond(scale, sign):
    """How many comparisons lie above (sign 1) or below (-1) just adding, in whole percent."""
    return sum(sign * (round(100 * real.shares[3]) - round(100 * real.expected(scale))) > 0 for real in FACTORIAL)


LESSON = Lesson.read(
    __name__,
    run=run,
    chart=chart,
    sentence=sentence,
    table=table,
    model=model,
    studies_chart=trials_chart,
    studies_sentence=trials_sentence,
    drawn=guessed,
    options={"interaction": INTERACTIONS},
    cases=[(real.shares[:3], float(log_odds(*real.shares[:3]))) for real in FACTORIAL[:3]],
)
