"""What lesson 08's notebook says of its model, of a game and of how to read both, and what holds it."""

import functools
import math

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import (
    also,
    asked,
    core,
    figure,
    first_lines,
    goals,
    holds,
    in_many_lessons,
    said_control,
    traces,
)
from tests.meaning.quotes.lesson_07 import WORSE
from tests.meaning.quotes.reading import EIGHT
from tests.meaning.quoting import fills, quotes, share, toy, why
from toolkit.lessons.finding_the_right_medication.people import (
    BOTHERS,
    DIFFERENT,
    NONE,
    SAME,
    SEARCH,
    STEPS,
)
from toolkit.lessons.finding_the_right_medication.prescriber import Prescriber
from toolkit.model import (
    CONDITIONS,
    MEDICATION_KINDS,
    POINTS,
    Drug,
    DrugSearch,
    MeasuredCare,
    Model,
    SideEffects,
    parameters,
)
from toolkit.model.cohort import response_to_another

at = functools.partial(lived.at, 8)
here = functools.partial(figure, 8)

TRIAL, BOXES, TWICE, TARGET = (
    "As in a large trial",
    "One tablet, four boxes",
    "Twice the dose",
    "Full target, later effect",
)
LESSON = toolkit.lessons.lesson(8)
THE_OTHERS = ["one dose or another", "one kind or another"]
"""What the second and the third picture are called."""


def well(life, step, **values):
    return here(lambda care: f"{care.well_after_step(life, step):.0f}", **values)


def total(what):
    return here(lambda care: f"{care.total(what):.0f}")


def star(step):
    return share("stard2006", f"step {step}")


def rounded(value):
    return int(f"{value:.0f}")


def success(life=SEARCH, **values):
    """People of 100 well at the end of each step, of those who stayed."""
    return at(**values).steps.success(life)


def changes(kind):
    """What a kind of medication changes in the model."""
    return dict(MEDICATION_KINDS[kind].changes)


def titles(shown):
    """What the axes of a picture say."""
    layout = shown.chart["layout"]
    return [layout[axis]["title"]["text"] for axis in ("xaxis", "yaxis", "xaxis2", "yaxis2")]


@functools.cache
def who_gets_well_leaves():
    """At each step those are counted who stayed and were not well before; so they need longer than who began."""
    steps = at().steps
    arm, recovery = steps.course.arm(SAME), steps.course.cohort.traits.recovery
    still = np.ones(1000, dtype=bool)
    for step, end in enumerate((12, 24, 36, 48)):
        stayed = still & (steps.course.stop_week[arm] > end)
        well = steps.course.ratings(end)[arm] <= 7
        counted = (stayed.sum(), (stayed & well).sum())
        assert counted == tuple(counts[step] for counts in steps.counts[SAME])
        still = stayed & ~well
        assert np.median(recovery[still]) < np.median(recovery)
    everybody = [(steps.course.ratings(end)[arm] <= 7).mean() for end in (12, 48)]
    assert everybody[1] > everybody[0], "nobody left out, nothing falls"


def halved_is_half():
    """Whose score has fallen by half of what it was at the start."""
    course = at().steps.course
    return np.array_equal(course.responders(12), course.ratings(12) <= POINTS * course.cohort.traits.burden / 2)


def errs():
    """Ratings stray from the true score to both sides."""
    steps = at().steps
    arm = steps.course.arm(SAME)
    looks, is_well = steps.course.ratings(12)[arm] <= 7, steps.course.symptoms[0][arm] <= 7
    return (looks & ~is_well).any() and (~looks & is_well).any()


@functools.cache
def resembles():
    """As alike as the control says: 1 is the same, at 0 one response says nothing about another."""
    cohort = at().steps.course.cohort
    first = cohort.traits.drug_response
    others = [np.log(response_to_another(cohort, range(10), 1, likeness, first)) for likeness in (0.0, 0.5, 1.0)]
    close = [np.corrcoef(np.log(first), other)[0, 1] for other in others]
    assert close[0] < 0.15 < 0.35 < close[1] < 0.65 < close[2]
    assert math.isclose(close[2], 1)
    assert said_control(8, "likeness")["parameter"] == "drug.likeness"


def dose_and_target():
    """Side effects double with the dose, what is filled does not, and the effect follows what is filled."""
    felt = [SideEffects().intensity(1.0, dose, 4.0) for dose in (1.0, 2.0)]
    assert math.isclose(felt[1], 2 * felt[0])
    filled = [Drug().occupancy(dose) for dose in (0.0, 1.0, 2.0, 4.0)]
    assert np.allclose(filled, [0, 0.8, 2 / 2.25, 4 / 4.25])
    drug, level, effect_ = Drug(), np.array([1.0]), np.array([0.3])
    _, later, *_ = drug.step(level, effect_, 1.0, 0.001)
    assert math.isclose((later[0] - 0.3) / 0.001, (filled[1] - 0.3) / drug.delay_weeks, rel_tol=1e-2)


def only_k_is_published():
    names = ("drug.half_occupancy_level", "drug.delay_weeks", "drug.half_life_days", "relapse.drug", "plasticity.gain")
    tags = [parameters()[name]["tag"] == "published" for name in names]
    return tags == [True, False, False, False, False] and parameters()[names[0]]["source"] == "meyer2004_sert"


def a_mood_stabiliser_only_prevents():
    """It lowers the drive of symptoms by nothing, and keeps people well who were well."""
    halved, stayed, learned = at(show="kind", kind="mood stabiliser").kind.rows.values()
    assert changes("mood stabiliser")["drug.strength"] == 0
    assert math.isclose(*halved)
    assert math.isclose(*learned)
    assert stayed[0] > stayed[1] + 15


def learning(kind):
    """What is learned in sessions on a kind, and on a dummy pill, of 100 things."""
    return at(show="kind", kind=kind).kind.rows["learned"]


def stops_by_chance_or_side_effects():
    """Those who stop had been helped as much as the others; without that chance nobody stops; with more side effects, more do."""
    course = at().steps.course
    early = course.stop_week[course.arm(SAME)] <= 48
    response = course.cohort.traits.drug_response
    assert abs(response[early].mean() - response.mean()) < 0.1
    assert at(leaving=0.0).steps.ends(SEARCH)[1] == 0
    assert at().doses.at(4.0)[2] > at().doses.at(1.0)[2] + 15


def a_new_medication_starts_the_risk_afresh():
    """Those who change stop more often than those who stay on one; a new box with the old tablet changes nothing."""
    stopped = {life: at().steps.ends(life)[1] for life in (SEARCH, SAME)}
    assert stopped[SEARCH] > stopped[SAME] + 10
    assert at(medications=1).steps.ends(SEARCH) == at().steps.ends(SAME)


@functools.cache
def game(*acts, seed=4):
    """The game after some acts, each four weeks before the next visit."""
    played = Prescriber(seed)
    for act in acts:
        played.take(act, "4")
    return played


@functools.cache
def the_game():
    """One person, half a year; a score that errs; visits when one likes; the truth and a second tablet at the end."""
    begun, ended = game(), game(*["stay"] * 6)
    assert (begun.cohort.size, begun.over, ended.over, ended.week) == (1, False, True, 24)
    life = begun.life()
    assert abs(begun.rated(life, 0) - life.symptoms[0, 0, 0]) > 0.1, "the score errs"
    assert begun.side_effects(life) in begun.sentence()
    assert ["hidden" in one.sentence() for one in (begun, ended)] == [False, True]
    assert {"raise", "lower", "switch", "therapy", "check"} < set(LESSON.says["game_acts"])
    assert len(LESSON.says["game_visits"]) > 1
    doubled = ended.acts / ended.dose
    assert list(doubled) == [1.0] * ended.other + [2.0] * (24 - ended.other)


@functools.cache
def first_picture():
    """Two blocks of 100 who began, three marks in each, and three curves of those who stayed."""
    seen = settings(EIGHT)[OPENING]
    marks = {
        "well at the end of some step": "circle",
        "left before that": "x-thin",
        "still unwell after step 4": "circle-open",
    }
    for place, life in enumerate((SEARCH, SAME)):
        drawn = {name: traces(seen, name)[place] for name in marks}
        assert [len(trace["x"]) for trace in drawn.values()] == list(seen.result.steps.people(life))
        assert {name: trace["marker"]["symbol"] for name, trace in drawn.items()} == marks
    looks = {"a new one": (SEARCH, "solid"), "the same one": (SAME, "dash"), "dummy pill": (NONE, "dot")}
    for name, (life, dash) in looks.items():
        curve = traces(seen, name)[0]
        assert np.allclose(curve["y"], success(life))
        assert curve["line"]["dash"] == dash
    assert titles(seen)[0].startswith("100 people who began")
    assert titles(seen)[2:] == ["step", "well, of 100 who stayed to the end of the step"]


@functools.cache
def other_pictures():
    """Doses: curves over everybody's dose, a mark at the one that is set, open diamonds; kinds: weeks, and a year."""
    doses, kind = settings(EIGHT)[TWICE], settings(EIGHT)[TARGET]
    assert titles(doses)[:3] == [
        "dose (1: the usual one)",
        "% of the target, or of people",
        "100 people who began, week 13",
    ]
    for name in ("halved", "bothered", "stopped"):
        curve, mark = traces(doses, name)
        assert list(curve["x"]) == [0.0, 0.5, 1.0, 2.0, 4.0]
        assert list(mark["x"]) == [doses.values["dose"]] == [2.0]
    assert [trace["marker"]["symbol"] for trace in traces(doses, "measured care")] == ["diamond-open"]
    people = [len(trace["x"]) for trace in doses.chart["data"] if trace["xaxis"] == "x2" and trace.get("name")]
    assert (sum(people[:3]), sum(people[3:])) == (100, 100)
    assert titles(kind)[::2] == ["week", "of 100"]
    filled = traces(kind, "target filled")[0]["y"]
    assert filled[7 * 8] > 79 > 1 > filled[7 * 8 + 14], "it comes for eight weeks, and goes"
    [taken], [dummy] = traces(kind, "antidepressant"), traces(kind, "dummy pill")
    assert (taken["marker"]["symbol"], dummy["marker"]["symbol"]) == ("circle", "circle-open")
    assert np.allclose(list(zip(taken["x"], dummy["x"], strict=True)), list(kind.result.kind.rows.values()))


def up_from(dose):
    """Which of the four curves of the second picture rise from a dose to its double."""
    care = at(show="dose")
    now, twice = ((care.filled(each), *care.doses.at(each)) for each in (dose, 2 * dose))
    return dict(zip(("filled", "halved", "bothered", "stopped"), np.subtract(twice, now), strict=True))


QUOTES = [
    *quotes(
        "08",
        *first_lines(8),
        (
            "Mara, 34, drives a city bus (we invented her). Her first medication has not helped much in 12 weeks, and her "
            'doctor has suggested another. "My uncle is on his fourth," she says, "and with each one he hopes a little less." '
            "On the way home, she wonders what those four tries can really have told him",
            holds(
                lambda: LESSON.opening["patience"] == 12,
                lambda: LESSON.opening["medications"] == STEPS == 4,
                lambda: (np.diff(success()) < 0).all(),
            ),
        ),
        ("You will be able to - {}; - {}; - {}; - {}.", *goals(8)),
        (
            "Step: a try of some weeks. Well (remission): 7 points or fewer on the scale at its end; lower is better",
            holds(
                lambda: at().steps.weeks == LESSON.opening["patience"],
                lambda: Model().assessment.remission_score == 7 == DrugSearch().goal,
            ),
            who_gets_well_leaves,
        ),
        (
            "Halved (response): the score has fallen by at least half. Other lessons say improved clearly",
            holds(halved_is_half),
            also("03", "To improve clearly (response): the score falls by an agreed part or more, by custom half"),
        ),
        (
            "Dummy pill (placebo): a tablet that looks like the medication and contains no drug. - Target: what a medication "
            "acts on. It can be filled (occupied) from 0 to 100 %",
            holds(
                lambda: at().filled(0.0) == 0 == at().bothered(0.0),
                lambda: Drug().occupancy(0.0) == 0 and 0.99 < Drug().occupancy(100.0) < 1,
            ),
        ),
        (
            "Usual dose: here it is called 1. Finding a dose step by step is called titration. - Measured care: at each "
            "visit a scale is filled in, and the dose follows from it",
            holds(
                lambda: [1.0, "the usual dose"] in said_control(8, "dose")["options"],
                lambda: MeasuredCare().by == "score" and MeasuredCare().lowest < 1 < MeasuredCare().highest,
                lambda: "Titration" in MeasuredCare.__doc__,
            ),
        ),
        (
            "Interaction: one medication changes what another does",
            the_game,
        ),
        (
            "Picture the people who begin, and then those who are still there in the fourth step. Skip is fine too",
            holds(lambda: asked(8).judge(None)[0] and "to the end of step 4" in LESSON.asked["prompt"]),
            who_gets_well_leaves,
        ),
        (
            "First, you are the prescriber. One person, half a year. You see a score that errs, and you hear about side "
            "effects. You choose what to do and when to meet again. At the end you see what was hidden. Look out for a "
            "second tablet",
            the_game,
        ),
        (
            "Were you sure that your last change had helped? Most of us are, although it may have been the error of the scale. "
            "Now the same question for 1,000 people at once",
            holds(lambda: LESSON.opening["people"] == 1000 and Model().assessment.error > 2),
        ),
        (
            "Each block is 100 people who began: a filled dot got well at the end of some step, a cross left before that, "
            "an open dot was still unwell. On the right is how many were well at the end of each step, of those who stayed "
            "to it. The solid line tries something new; the dashed line keeps the same medication; the dotted line is a "
            "dummy pill. The first two missions are the core",
            first_picture,
            core(8, True, True, False, False),
        ),
        (
            "How to read the other two pictures. One dose or another: lines show what happens as everybody's dose goes up, "
            "marks are the dose that is set, and open diamonds are measured care; each block is 100 people who began. One "
            "kind or another: left, a course of eight weeks comes and goes; right, a year on this kind (filled dot) and on "
            "a dummy pill (open circle)",
            other_pictures,
            holds(
                lambda: (
                    [name for _, name in said_control(8, "show")["options"]][1:]
                    == ["one dose or another", "one kind or another"]
                )
            ),
        ),
        (
            "This does not say that changing is useless. At every step here some people get well, and what helps one "
            "person may not help another. It says only that falling numbers cannot tell. In trials, all 21 antidepressants "
            "that were compared did better than a dummy pill on average [cipriani2018]. If three have not helped you, "
            "these numbers cannot say what the fourth will do, and it is no fault of yours. Staying on is a choice too",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
            holds(lambda: min(success()) > 10 and (np.diff(success(strength=0.0)) < 0).all()),
            resembles,
            in_many_lessons("taying on is a choice too", 10),
        ),
        (
            "If you feel worse after starting or changing a medication, above all if you are young, speak to the "
            "prescriber at once. Do not stop alone. And tell everybody who prescribes for you about every other tablet, "
            "drop and herb that you take",
            *WORSE,
            the_game,
        ),
        (
            "Four different medications. The two lines run close together. Of those who stayed, {} of 100 were well at the "
            "end of step 4 with a new medication, and {} with the same one",
            well(SEARCH, 4),
            well(SAME, 4),
            holds(lambda: abs(success(SEARCH) - success(SAME)).max() < 4),
        ),
        (
            "One tablet, four boxes. People who get well soon leave the group, and so do people who stop. Those who need "
            "longer stay in it. This is called selection",
            who_gets_well_leaves,
            toy(
                EIGHT,
                BOXES,
                lambda s: s.values["medications"] == 1 and np.diff(s.result.steps.success(SEARCH)).max() < 0,
            ),
        ),
        (
            "As in a large trial. The first two steps come near. The last two stay too high: real steps fell more steeply "
            "than the model's",
            toy(
                EIGHT,
                TRIAL,
                lambda s: (
                    abs(s.result.steps.success(SEARCH)[:2] - [36.8, 30.6]).max() < 5
                    and (s.result.steps.success(SEARCH)[2:] - [13.7, 13.0]).min() > 3.5
                ),
            ),
        ),
        (
            "Twice the dose. The curves of the target, of people whom side effects bother and of people who have stopped still "
            "rise, and the curve of people who have halved their symptoms hardly does. Those who are bothered would feel it",
            toy(EIGHT, TWICE, lambda s: s.values["dose"] == 2.0),
            holds(
                lambda: min(up_from(2.0)[what] for what in ("filled", "bothered", "stopped")) > 4,
                lambda: max(up_from(dose)["halved"] for dose in (1.0, 2.0)) < 1.5,
            ),
        ),
        (
            "Full target, later effect. Two days, and then about four weeks. A stimulant or a calming drug needs only days for "
            "both, and is gone as soon",
            toy(EIGHT, TARGET, lambda s: s.result.kind.nears(s.result.kind.filled) == 2),
            toy(EIGHT, TARGET, lambda s: 28 <= s.result.kind.nears(s.result.kind.effect) <= 32),
            holds(
                lambda: all(
                    max(kind.nears(kind.effect), kind.nears(kind.filled), kind.fades(kind.effect)) < 7
                    for kind in (at(show="kind", kind=name).kind for name in ("stimulant", "calming drug"))
                )
            ),
        ),
        (
            "People differ in how soon they get better. Whoever is still unwell after a step is, on average, somebody who "
            "needs longer. So each step begins with people who need longer than those before, and its success falls even "
            "if the tablet is the same. A score that errs adds to it: some people look well who are not, and some look "
            "unwell who are well",
            who_gets_well_leaves,
            holds(
                errs,
                lambda: np.ptp(at().steps.course.cohort.traits.recovery) > 0,
                lambda: np.diff(success(SAME)).max() < 0,
            ),
        ),
        (
            "How somebody responds to a new medication resembles how they responded to the first, as far as How alike the "
            "medications are says. Side effects follow the dose, while the effect follows how full the target is; that is why "
            "they part ways",
            resembles,
            dose_and_target,
        ),
        (
            "two questions that sound like one. What does a medication do at its target? That can be measured: after four "
            "weeks, five antidepressants had filled most of the places that take serotonin up again [meyer2004_sert]. What "
            "is the illness? That does not follow. A review of reviews found no consistent evidence of lowered serotonin "
            "in depression [moncrieff2022]; some thirty researchers replied that serotonin is involved [jauhar2023_reply]. "
            "Relief says nothing about a lack. And a wrong explanation does not make a treatment useless: please do not "
            "stop because of it",
            why("meyer2004_sert", "five antidepressants", "about 80% of serotonin transporters", "after 4 weeks"),
            why(
                "moncrieff2022",
                "umbrella review found no consistent evidence",
                "whether SSRIs WORK: efficacy is a separate",
            ),
            why("jauhar2023_reply", "Thirty-odd researchers", "do point to serotonin in depression"),
            also("08 sheet", "a wrong explanation does not make a treatment useless"),
        ),
        (
            "A dose $d$ fills a share of the target, $O$; the effect $e$ follows: $$O = \\frac{{d}}{{d + K}} "
            "\\qquad\\qquad \\dot e = \\frac{{O - e}}{{\\tau_e}}$$ With $K = 0.25$, one usual dose fills 80 %, two fill 89 "
            "%, four 94 %",
            dose_and_target,
            holds(
                lambda: Model().drug.half_occupancy_level == 0.25,
                lambda: [rounded(at().filled(dose)) for dose in (1.0, 2.0, 4.0)] == [80, 89, 94],
            ),
        ),
        (
            "For an antidepressant $\\tau_e$ is 2 weeks. For a stimulant and a calming drug it is 0.2 weeks, for a mood "
            "stabiliser 1 week. Of these numbers only $K$ comes from a study",
            holds(
                lambda: Model().drug.delay_weeks == 2 and not changes("antidepressant"),
                lambda: [changes(kind)["drug.delay_weeks"] for kind in ("stimulant", "calming drug")] == [0.2, 0.2],
                lambda: changes("mood stabiliser")["drug.delay_weeks"] == 1,
                only_k_is_published,
            ),
        ),
        (
            "At full effect, a calming drug slows learning by 30 % here, and a mood stabiliser keeps relapses away and "
            "does nothing else. All of that is our choice",
            a_mood_stabiliser_only_prevents,
            holds(
                lambda: changes("calming drug")["plasticity.gain"] == -0.3,
                lambda: learning("calming drug")[0] < learning("calming drug")[1],
                only_k_is_published,
            ),
        ),
        (
            "With shares $q_1 \\dots q_4$ well at the end of each step, of those who stayed, $$\\text{{if nobody had "
            "left}} = 1 - (1-q_1)(1-q_2)(1-q_3)(1-q_4).$$ It assumes that those who left would have done as well as those "
            "who stayed. To count is to take everybody who began",
            holds(
                lambda: math.isclose(at().total("if nobody left"), 100 - 100 * np.prod(1 - success() / 100)),
                lambda: math.isclose(at().total("counted"), at().steps.counts[SEARCH][1].sum() / 10),
            ),
            why("stard2006", "assumes nobody leaves and that leavers would remit like stayers"),
        ),
        (
            "People differ in how soon they get better with time, and in this lesson more than in others: an episode lasts "
            "40 weeks in the middle one instead of some 26, with a spread of 2.0 instead of 1.4. A side effect bothers "
            "from {} of what can be borne. We set that so that {} of 100 are bothered at the usual dose, as in a survey "
            "[hu2004_sideeffects]",
            fills(lambda: f"{BOTHERS:g}")(),
            share("hu2004_sideeffects", "SSRI starters", "bothersome side"),
            holds(
                lambda: (1 / DIFFERENT.natural_recovery, DIFFERENT.natural_recovery_spread) == (40, 2.0),
                lambda: rounded(1 / CONDITIONS["depression"].natural_recovery) == 26,
                lambda: CONDITIONS["depression"].natural_recovery_spread == 1.4,
                lambda: abs(at().bothered() - 55) < 2,
            ),
        ),
        (
            "`toolkit.explore.source(toolkit.model.DrugSearch)`, `toolkit.explore.source(toolkit.model.MeasuredCare)` and "
            "`toolkit.explore.source(toolkit.model.MedicationKind)` show the code",
            holds(
                lambda: "def __call__" in toolkit.explore.source(DrugSearch).data,
                lambda: "by: str" in toolkit.explore.source(MeasuredCare).data,
                lambda: "changes" in toolkit.explore.source(toolkit.model.MedicationKind).data,
            ),
        ),
    ),
]
