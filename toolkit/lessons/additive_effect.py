"""Lesson 02: when do two treatments add up? One trial, read on three scales."""

import dataclasses

import numpy as np

from toolkit.evidence import FACTORIAL
from toolkit.explore import (
    ARMS,
    Beside,
    Calculate,
    Choice,
    Choose,
    Code,
    Explorer,
    Predict,
    Preset,
    Seed,
    Slider,
    Switch,
    axis,
    dot_rows,
    dots,
    ledger,
    line,
    lives,
    period,
    picture,
    with_periods,
    words,
)
from toolkit.model import (
    Cohort,
    Course,
    Medication,
    Model,
    Therapy,
    four_plans,
    simulate,
)
from toolkit.model.scales import log_odds

from .lesson import Lesson

WEEKS = 26
INTERACTIONS = {
    "none": "none: each works alone",
    "door": "the drug opens the door to learning",
    "plasticity": "the drug speeds learning",
    "both": "door and speed",
}
SCALES = {
    "risk difference": "percentage points",
    "independence": "independence",
    "log-odds": "log-odds",
}
IF_ADDING = {
    "risk difference": "if points add",
    "independence": "if independent",
    "log-odds": "if log-odds add",
}
SYMBOLS = {"risk difference": "x-thin", "independence": "circle-open", "log-odds": "triangle-down-open"}


@dataclasses.dataclass(frozen=True)
class Trial:
    """The toy's own trial: the four arms, read at one week."""

    course: Course
    week: int
    untreated_arm: bool

    @property
    def one_person(self):
        """Whether a single life is shown."""
        return self.course.cohort.size == 1

    @property
    def shown(self):
        """Names of the arms on the picture."""
        return self.course.arms if self.untreated_arm else self.course.arms[1:]

    @property
    def shares(self):
        """Share who respond, by arm."""
        return dict(zip(self.course.arms, self.course.response(self.week), strict=True))

    @property
    def benefits(self):
        """Points better than with nothing, on average, by arm."""
        means = self.course.mean(self.week)
        return dict(zip(self.course.arms, means[0] - means, strict=True))

    @property
    def adding_up(self):
        """Mean score in each week if the two benefits just add, shape (weeks + 1,)."""
        nothing, medication, therapy, _ = self.course.symptoms.mean(axis=2).T
        return medication + therapy - nothing

    @property
    def together_minus_sum(self):
        """Benefit of both minus the sum of the single benefits, points, averaged over people."""
        return self.course.together_minus_sum(self.week).mean()

    def expected(self, scale):
        """Share expected to respond to both if the two just add up on a scale."""
        return float(self.course.expected_response(self.week, scale))


def model(medication, therapy, recovery, yardstick, interaction, **_):
    """The model that the controls describe."""
    own = Model()
    off = Model.additive()
    changes = {
        "drug.strength": medication * own.drug.strength,
        "skill.strength": therapy * own.skill.strength,
        "natural_course.amount": recovery,
        "assessment.response_share": yardstick / 100,
    }
    if interaction in ("door", "both"):
        changes["gate.strength"] = own.gate.strength
    if interaction in ("plasticity", "both"):
        changes["plasticity.gain"] = own.plasticity.gain
    return off.replace(changes)


def run(people, week, seed, untreated_arm, **values):
    """Let the four arms run with the controls' values; returns a Trial."""
    plans = four_plans(Medication(stop=WEEKS), Therapy(stop=16))
    course = simulate(Cohort(size=people, seed=seed), plans, WEEKS, model(**values), keep=("symptoms",))
    return Trial(course, week, untreated_arm)


def chart(trial):
    """Scores week by week on the left; on the right who responded, beside what adding up would give."""
    return picture(
        [*curves(trial), *(gains(trial) if trial.one_person else responses(trial))],
        (
            axis("week", 0, WEEKS + 6, tickvals=list(range(0, WEEKS + 1, 4))),
            with_periods("score (points)", -8, 32, (0, 10, 20, 30), {-3: "medication", -6: "therapy"}),
        ),
        right_hand_axes(trial),
        widths=(10, 3, 7),
        height=430,
    )


def curves(trial):
    weeks = np.arange(WEEKS + 1)
    traces = [
        period(0, WEEKS, -3, arm="medication"),
        period(0, 16, -6, arm="therapy"),
        line([trial.week, trial.week], [0, 32], name="week read", width=1, dash="dot", hover=f"week {trial.week}"),
        *lives(
            weeks,
            {name: trial.course.symptoms[:, trial.course.arm(name)] for name in trial.shown},
            (trial.shown[0], "both"),
        ),
    ]
    if trial.untreated_arm:
        traces.append(
            line(weeks, trial.adding_up, name="just adding", dash="2px,5px", width=4, hover="%{y:.1f} points")
        )
    return traces


def right_hand_axes(trial):
    rows = gain_rows(trial) if trial.one_person else response_rows(trial)
    up = axis("", -0.6, len(rows) - 0.4, tickvals=list(range(len(rows))), ticktext=list(rows)[::-1])
    if trial.one_person:
        return axis(f"points gained by week {trial.week}", -6, 30), up
    return axis(f"% who respond by week {trial.week}", 0, 120, tickvals=[0, 20, 40, 60, 80, 100]), up


def response_rows(trial):
    """What is on the right, top to bottom: {label: (share in percent, arm or scale)}."""
    rows = {ARMS[name].label: (100 * trial.shares[name], name) for name in trial.shown}
    if trial.untreated_arm:
        rows |= {label: (100 * trial.expected(scale), scale) for scale, label in IF_ADDING.items()}
    return rows


def responses(trial):
    rows = response_rows(trial)
    both = 100 * trial.shares["both"]
    guide = line(
        [both, both], [-0.5, len(rows) - 0.5], name="both", width=1, dash="dot", panel=2, hover=f"{both:.0f} %"
    )
    return [guide, *dot_rows(rows, "{:.0f} %", SYMBOLS, panel=2)]


def gain_rows(trial):
    """For one person, points better than with nothing: {label: (points, arm or scale)}."""
    gains = trial.benefits
    rows = {ARMS[name].label: (gains[name], name) for name in ("medication", "therapy", "both")}
    return {**rows, "the two added up": (gains["medication"] + gains["therapy"], "risk difference")}


def gains(trial):
    return dot_rows(gain_rows(trial), "{:.1f}", SYMBOLS, panel=2)


def sentence(trial):
    """The picture in words."""
    return one_life(trial) if trial.one_person else whole_cohort(trial)


def one_life(trial):
    means, gains = trial.course.mean(trial.week), trial.benefits
    scores = ", ".join(f"{name} {value:.1f}" for name, value in zip(trial.course.arms, means, strict=True))
    return (
        f"Four lives of one person, score in week {trial.week}: {scores} points. "
        f"Against nothing, medication gains {points(gains['medication'])}, therapy {points(gains['therapy'])}, "
        f"both {points(gains['both'])}. {left_over(trial)}"
    )


def whole_cohort(trial):
    shares = ", ".join(f"{name} {100 * trial.shares[name]:.0f} %" for name in trial.shown)
    responded = f"{trial.course.cohort.size:,} people. Responding by week {trial.week}: {shares}."
    if not trial.untreated_arm:
        return f"{responded} Without an untreated arm nobody can say what just adding would give."
    verdicts = ", ".join(verdict(trial, scale) for scale in SCALES)
    return f"{responded} Just adding would give {verdicts}. {left_over(trial)}"


def verdict(trial, scale):
    if np.isnan(trial.expected(scale)):
        return f"nothing by {SCALES[scale]} (it cannot say, with nobody or everybody responding untreated)"
    expected, seen = round(100 * trial.expected(scale)), round(100 * trial.shares["both"])
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
    if trial.untreated_arm:
        columns["just adding (points)"] = trial.adding_up
    return {"week": np.arange(WEEKS + 1), **columns}


BEHIND = (
    "drug.strength",
    "drug.half_life_days",
    "drug.half_occupancy_level",
    "drug.delay_weeks",
    "skill.strength",
    "skill.learning_rate",
    "skill.forgetting",
    "natural_course.amount",
    "natural_course.weeks",
    "symptoms.relaxation_weeks",
    "symptoms.cognitive_to_somatic",
    "symptoms.somatic_to_cognitive",
    "symptoms.noise",
    "gate.strength",
    "plasticity.gain",
    "assessment.response_share",
    "assessment.error",
)

PRESETS = (
    Preset(
        "Exactly additive", "No interaction anywhere. The scores add to the last decimal; the percentages need not."
    ),
    Preset(
        "Four lives of one person",
        "The same person, the same luck, four plans. The dotted line lies on both.",
        {"people": 1},
    ),
    Preset(
        "Looks like synergy, is not",
        "Three arms: about half, half and three quarters, as in a famous trial (Keller 2000: 48, 48 and 73 %). It looks like "
        "more than the sum. Show the untreated arm (under More): the scores add up exactly.",
        {"medication": 1.6, "therapy": 1.3, "recovery": 0.8, "untreated_arm": False},
    ),
    Preset(
        "A ceiling eats the sum",
        "A lenient yardstick: nearly everybody responds to anything, and nobody can pass 100 %. In percentage points it looks "
        "like antagonism.",
        {"medication": 2.0, "therapy": 2.0, "recovery": 0.8, "yardstick": 30},
    ),
    Preset(
        "A strict yardstick",
        "The same people, the same treatments, only a harder goal. In percentage points it now looks like synergy.",
        {"medication": 2.0, "therapy": 2.0, "recovery": 0.8, "yardstick": 80},
    ),
    Preset(
        "A real interaction, small",
        "The drug now opens the door and speeds learning. That is a real interaction. Look how small it is beside the benefit.",
        {"interaction": "both"},
    ),
    Preset(
        "Like the CAMS trial",
        "Strengths chosen so that nothing and each alone come near CAMS (Walkup 2008: 24, 55 and 60 %). The toy then gives more "
        "for both than the 81 % that were seen.",
        {"medication": 1.9, "therapy": 1.75, "recovery": 0.8},
    ),
)


def explorer(guess=None):
    """The lesson's explorer; a committed guess (Predict) stays on it as a dashed line."""
    made = Explorer(
        title="Do the two add up?",
        controls=[
            Choice(
                "people",
                "Who",
                1000,
                options={1: "one person", 100: "100 people", 1000: "1,000 people", 10_000: "10,000 people"},
            ),
            Slider(
                "medication",
                "Medication works",
                1.0,
                low=0.0,
                high=3.0,
                step=0.1,
                unit="× typical",
                parameter="drug.strength",
            ),
            Slider(
                "therapy",
                "Therapy works",
                1.0,
                low=0.0,
                high=3.0,
                step=0.1,
                unit="× typical",
                parameter="skill.strength",
            ),
            Slider(
                "recovery",
                "Recovery without treatment",
                1.0,
                "Time and ordinary contact, the same in every arm.",
                parameter="natural_course.amount",
                low=0.0,
                high=1.5,
                step=0.1,
                unit="× typical",
            ),
            Slider(
                "yardstick",
                "Response means a fall of",
                50,
                "The goal is a choice. Half is the custom.",
                parameter="assessment.response_share",
                low=10,
                high=90,
                step=5,
                unit="%",
            ),
            Choice(
                "interaction",
                "Interaction",
                "none",
                "Does one treatment change how the other works?",
                options=INTERACTIONS,
            ),
            Switch("untreated_arm", "Show the untreated arm", True, more=True),
            Slider("week", "Read in week", 12, low=1, high=WEEKS, step=1, unit="", more=True),
            Seed(),
        ],
        presets=PRESETS,
        run=run,
        chart=chart,
        sentence=sentence,
        table=table,
        ledger=lambda values: ledger(model(**values), BEHIND),
    )
    if guess is not None:
        guess.observe(lambda _: made.mark(guessed(guess.given)), names="reply")
    return made


GUESSES = {
    "91 %: the gains in percentage points, added": 91,
    "76 %: each leaves its own share still ill": 76,
    "85 %: the odds, multiplied": 85,
    "115 %: the two shares, added": 115,
}


def predict():
    """The guess before play."""
    return Predict(
        "In a trial 24 % got well enough with a dummy pill, 55 % with medication, 60 % with therapy. "
        "If the two just add up, how many should with both?",
        {
            "91 %: the gains in percentage points, added": "Right, on one scale: 24 + 31 + 36. Two honest people would answer "
            "differently.",
            "76 %: each leaves its own share still ill": "Right, on one scale: of those still ill with nothing, each "
            "treatment leaves a share, and the shares multiply. Two honest people would answer differently.",
            "85 %: the odds, multiplied": "Right, on one scale, the one that statisticians use most. Two honest people would "
            "answer differently.",
            "115 %: the two shares, added": "A natural thought, but it counts twice those who would have got well anyway, and no "
            "more than 100 of 100 can. Take the gain over nothing instead.",
        },
    )


def guessed(given):
    """The guess as a dashed line among the shares; nothing for a skipped guess."""
    if given is None:
        return []
    share = GUESSES[given]
    return [
        line([share, share], [-0.5, 6.5], name="your guess", dash="dash", width=1.5, panel=2, hover=f"{share} %"),
        words([share], [6.6], ["your guess"], position="top center", panel=2),
    ]


def studies(explorer):
    """Every factorial trial in the findings, with the toy's own trial on top."""
    return Beside(title="Real trials beside the toy", explorer=explorer, chart=trials_chart, sentence=trials_sentence)


def trials_chart(trial):
    labels = ["the toy, as set above", *(real.label for real in FACTORIAL)]
    heights = np.arange(len(labels))[::-1]
    expected = {scale: [trial.expected(scale), *(real.expected(scale) for real in FACTORIAL)] for scale in SCALES}
    seen = 100 * np.array([trial.shares["both"], *(real.shares[3] for real in FACTORIAL)])
    intervals = [(np.nan, np.nan), *(real.interval or (np.nan, np.nan) for real in FACTORIAL)]
    low, high = 100 * np.array(intervals).T
    both = ARMS["both"]
    traces = [
        dots(
            100 * np.array(values),
            heights,
            name=f"just adding by {SCALES[scale]}",
            symbol=SYMBOLS[scale],
            legend=True,
            hover="%{x:.0f} %",
        )
        for scale, values in expected.items()
    ]
    traces.append(
        dots(
            seen,
            heights,
            name="seen with both",
            colour=both.colour,
            symbol=both.symbol,
            error=(low, high),
            legend=True,
            hover="%{x:.0f} %",
        )
    )
    made = picture(
        traces,
        (
            axis("% with a good outcome", 0, 120, tickvals=[0, 20, 40, 60, 80, 100]),
            axis("", -0.7, len(labels) - 0.3, tickvals=heights, ticktext=labels),
        ),
        height=560,
    )
    made["layout"]["legend"] = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0}
    return made


def trials_sentence(trial):
    """How many of the real comparisons lie above, below or on what each scale expects."""
    lines = []
    for scale, label in SCALES.items():
        above = sum(round(100 * real.shares[3]) > round(100 * real.expected(scale)) for real in FACTORIAL)
        below = sum(round(100 * real.shares[3]) < round(100 * real.expected(scale)) for real in FACTORIAL)
        lines.append(f"{label}: more than the sum in {above}, less in {below}")
    return (
        f"{len(FACTORIAL)} comparisons from {len({real.id for real in FACTORIAL})} trials. By {'; by '.join(lines)}. "
        f"The toy: {'; '.join(verdict(trial, scale) for scale in SCALES)}."
    )


def missing_arm():
    """Task 1, no code."""
    return Choose(
        "A trial reports response in 48 % with medication, 48 % with therapy and 73 % with both. Which arm is missing "
        "if we want to know whether the two add up?",
        {
            "An arm with a double dose": "It would tell about dose. Ask instead what you must subtract before you add.",
            "An arm with neither": "Yes. Without it we do not know how much of each 48 % is the treatment's own.",
            "A second therapy arm": "It would make the estimate firmer, but something else has to be known first.",
            "None: 48 and 48 is less than 73 and more than 48": "Both may be true and still leave open how many would have "
            "responded anyway. Try the preset that looks like synergy, then show the untreated arm.",
        },
        right="An arm with neither",
    )


def by_hand():
    """Task 2, a number."""
    return Calculate(
        "With nothing 25 % respond, with medication 40 %, with therapy 55 %. If the treatments work independently, what share "
        "should respond to both?",
        64,
        tolerance=0.5,
        unit="%",
        reply="Yes: 60 % × 45 % ÷ 75 % = 36 % still ill, so 64 % respond.",
        hint="Work with those still ill: 60 % with medication, 45 % with therapy, 75 % with nothing. Multiply the first two, "
        "divide by the third, and turn it round.",
        hints={
            70: "That adds percentage points: 25 + 15 + 30. Independence works with the shares still ill.",
            73: "Nearly: you multiplied those still ill, but both shares contain the people who stay ill with nothing. Divide "
            "by 75 %.",
            95: "That adds the two shares and so counts twice those who get well with nothing.",
            36: "That is the share still ill. How many respond?",
        },
    )


def which_scale():
    """Task 3, no code."""
    return Choose(
        "In CAMS (Walkup 2008) 81 % responded to both. On which scale is that more than just adding?",
        {
            "percentage points": "There, just adding would give 91 %, so 81 % is less. Look for the scale that expects least.",
            "independence": "Yes: it expects 76 %. On the other two scales the same 81 % is less than the sum.",
            "log-odds": "There, just adding would give 85 %, so 81 % is less. Look for the scale that expects least.",
            "all three": "Look at the top trial in the figure: two of the three marks lie to the right of 81 %.",
        },
        right="independence",
    )


def write_it():
    """Task 4, code."""
    cases = [real.shares[:3] for real in FACTORIAL[:3]]
    return Code(
        "Write expected(nothing, one, other): the share that should respond to both if the log-odds add up.",
        [(case, float(log_odds(*case))) for case in cases],
        tolerance=0.001,
        hint="odds = share / (1 - share). Multiply the odds of the two treatments, divide by the odds with nothing, and turn the "
        "result back: share = odds / (1 + odds).",
    )


LESSON = Lesson(
    number=2,
    slug="02_additive_effect",
    title="The additive effect",
    hook="One trial, three honest people: synergy, no synergy, antagonism. All correct.",
    minutes=25,
    claims=("C4",),
    explorer=explorer,
    predict=predict,
    studies=studies,
    tasks=(missing_arm, by_hand, which_scale, write_it),
)
