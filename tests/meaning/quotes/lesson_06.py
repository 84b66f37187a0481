"""What lesson 06 says of its model up to its studies, and what holds it."""

import dataclasses
import functools

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.quotes.grounds import (
    also,
    answer,
    asked,
    claims,
    control_is,
    core,
    fact,
    figure,
    first_lines,
    guess_is_dashed,
    holds,
    in_every_lesson,
    lines,
    periods_are_drawn,
    preset,
    same_visits,
    serves,
    sized,
    titles,
)
from tests.meaning.quotes.lesson_02 import ODDS_OF_TWENTY, lead_as_odds
from tests.meaning.quoting import effect, fills, quotes, the_effect, why
from toolkit.model import BOTH, DUMMY, INTERACTIONS, MEDICATION, THERAPY, Model, Plasticity, parameters

at = functools.partial(lived.at, 6)
here = functools.partial(figure, 6)

LESSON = toolkit.lessons.lesson(6)


@fills
def leads(later):
    """The model's lead with faster learning alone, so many weeks after the last session."""
    return f"{at().effect(later):.2f}"


@fills
def points(way, **values):
    """Points better than with a dummy pill."""
    return f"{at(**values).here[way]:.1f}"


def ruler(value):
    """People of 100 who improve clearly, if 20 do without the drug, by its lead."""
    odds = ODDS_OF_TWENTY * lead_as_odds(-value)
    return f"{100 * odds / (1 + odds):.0f}"


@fills
def of_100(comparison, measure):
    """The same by a published lead of D-cycloserine."""
    return ruler(abs(the_effect("mataixcols2017", comparison, measure).value))


@fills
def model_of_100():
    """The same by the model's own lead."""
    return ruler(at().effect(0))


def taught(place, **values):
    """Things of 100 taught with medication (0) or with a dummy pill (1)."""
    return here(lambda window: window.taught[place], **values)


AFTER = {"start": 16, "week": 28}
CALM = {"gain": -50}
USED, WITHOUT, MISSED = taught(0), taught(1), taught(0, **AFTER)
AT_END, HALF_WAY, LATER = (
    effect("mataixcols2017", comparison, measure, digits=2)
    for comparison, measure in (("DCS vs placebo, pre to post", "Cohen"), ("mid-treatment", ""), ("follow-up", ""))
)
EARLY = sized("mataixcols2017", "DCS vs placebo", "9 trials")


@fills
def sight(end=None, digits=2):
    """Fluoxetine's difference on the eye chart's scale (above 0: worse), or one end of its interval, without a sign."""
    found = the_effect("huttunen2018_amblyopia", "fluoxetine", "logMAR")
    return f"{abs(found.value if end is None else found.ci[end]):.{digits}f}"


@fills
def stroke(end=None):
    found = the_effect("focus2019_stroke", "fluoxetine", "odds")
    return f"{found.value if end is None else found.ci[end]:.2f}"


@fills
def scale(end=None):
    """Points of 100 by which D-cycloserine leads, or one end of the interval."""
    found = the_effect("mataixcols2017", "pre to post", "0-100")
    return f"{abs(found.value if end is None else found.ci[end]):.1f}"


def usual():
    """The model as the other lessons have it."""
    return Model()


def gap(window):
    """How many more things have been learned with medication, by week."""
    return window.learned[BOTH] - window.learned[THERAPY]


def speed(gain, effect):
    """How many times as fast as usual people learn at an effect of the medication, if learning speeds up by so many per cent."""
    return float(dataclasses.replace(at().course.model.plasticity, gain=gain / 100).speed(np.array([effect]))[0])


def the_window_opens_and_closes():
    """Over some weeks, and some weeks after the last tablet; outside it people learn at the usual speed."""
    fast = at().speed
    assert fast[0] == 1
    assert fast[2] < 1.6 < 1.75 < fast[8] <= fast.max() == fast[12]
    assert fast[13] > 1.5 > 1.2 > fast[16] > 1.1 > fast[20]
    assert fast[-1] < 1.001
    assert at(until=20).speed[20] > 1.75


def full_effect():
    """What the control says of full effect, and how much of it the usual dose reaches."""
    assert (speed(100, 1.0), speed(-50, 1.0), speed(25, 0.0)) == (2, 0.5, 1)
    drug, dose = at().course.model.drug, at().course.plans[BOTH].medication.dose
    assert (round(float(drug.occupancy(dose)), 6), dose) == (0.8, 1)
    assert abs(at().course.drug_effect[12, at().course.arm(BOTH)].mean() - 0.8) < 0.01


def things_are_learned_and_forgotten():
    """Of 100 things: from none, up to the last session, and then slowly fewer."""
    for curve in at().learned.values():
        assert curve[0] == 0
        assert curve.argmax() == 12
        assert (np.diff(curve[12:]) < 0).all()
        assert curve.max() < 100
    assert "fades" in parameters()["skill.forgetting"]["says"]


def points_are_against_the_dummy():
    """A lower score in the same week, and lower is milder: the scores fall as people improve."""
    window = at()
    means = dict(zip(window.course.arms, window.course.mean(12), strict=True))
    assert all(abs(window.here[way] - (means[DUMMY] - means[way])) < 1e-9 for way in (MEDICATION, THERAPY, BOTH))
    assert means[BOTH] < means[DUMMY] < 24


def one_interaction():
    """The window is the one interaction as the lesson opens, and it makes more than the sum."""
    model = at().course.model
    assert [path for path in INTERACTIONS if model.value(path)] == ["plasticity.gain"]
    assert at().extra > 0.5
    assert abs(at(**AFTER).extra) < 0.1


def a_share_of_what_is_left():
    """A session teaches a share of what is left to learn, and in the window a larger one."""
    skill = at().course.model.skill
    none, half = (skill.step(np.array([before]), np.array([0.1]), 1.0, 0.0)[0][0] - before for before in (0.0, 0.5))
    assert abs(none - 2 * half) < 1e-9
    assert "what is left to learn" in parameters()["skill.learning_rate"]["says"]
    assert (np.diff(at().learned[THERAPY][:13]) > 0).all()
    assert np.diff(at().learned[BOTH][:5])[-1] > np.diff(at().learned[THERAPY][:5])[-1]


def new_is_the_window():
    """Of the lessons that know a window, this is the first that opens with one."""
    lessons = [lesson for lesson in map(toolkit.lessons.lesson, range(1, 7)) if "plasticity.gain" in lesson.behind]
    assert [lesson.model(**lesson.opening).plasticity.gain for lesson in lessons] == [0, 0, 1]


def the_slow_catch_up():
    lead_in_week = gap(at())
    assert lead_in_week.argmax() < 12
    assert lead_in_week[12] < lead_in_week.max() - 1


def tilts():
    """From kind to harsh, what medication gains falls, alone and in both; therapy's gain stays."""
    kind, harsh = (at(undirected=True, gain=25, show="places").gains(place) for place in (-5, 5))
    assert min(kind[way] - harsh[way] for way in (MEDICATION, BOTH)) > 2
    assert abs(kind[THERAPY] - harsh[THERAPY]) < 1e-6


def what_keeps_what_away():
    """What was learned keeps away stress, and nothing of the surroundings: with both they pull as with medication alone."""
    kind, harsh = (at(undirected=True, gain=25, show="places").gains(place) for place in (-5, 5))
    assert abs((kind[BOTH] - harsh[BOTH]) - (kind[MEDICATION] - harsh[MEDICATION])) < 1e-6
    stress = at().course.model.stress
    assert 0 < stress.buffer < 1
    assert "share of stress that full skill keeps away" in parameters()["stress.buffer"]["says"]
    assert np.allclose(at(surroundings=5).here[MEDICATION], at().here[MEDICATION])


def sinks_in():
    """Only with the switch, and only while the medication works."""
    switched = at(undirected=True, gain=25, show="places").course.model.plasticity
    assert (at().course.model.plasticity.undirected, switched.undirected) == (0, 1)
    assert float(switched.exposure(np.array([0.0]))[0]) == 0 < float(switched.exposure(np.array([0.5]))[0])


def marks_follow_the_start():
    for start, values in ((0, {}), (16, AFTER)):
        assert {name: list(trace["x"]) for name, trace in lines(6, 3, "markers", **values).items()} == {
            "+ medication": [start],
            "+ dummy pill": [start],
        }
        window = at(**values)
        drawn, lived_through = window.by_start[start], [window.learned[group][window.last] for group in (BOTH, THERAPY)]
        assert np.allclose(drawn, lived_through, atol=0.3)
    assert list(lines(6, 1)["+ dummy pill"]["y"]) == [1] * 41
    assert list(lines(6, 3)["+ medication"]["x"])[:3] == [0, 2, 4]


def never_worse_off():
    """Without the window people learn as much as with a dummy pill, whenever they start."""
    assert all(with_it - without >= 0 for with_it, without in at().by_start.values())
    assert 0 <= at(**AFTER).more <= 1


NO_TRIAL = claims(
    "C7",
    "Good evidence in animals",
    "The tests in people, of eyesight and after stroke, did not show it",
    verdict="contested",
)


def the_empty_row():
    """The first row of the studies is about people, and has no study."""
    first = LESSON.study_panels[0]["rows"][0]
    assert "finding" not in first
    assert "antidepressant with therapy for depression" in first["label"]
    assert first["said"] == "no trial found"


QUOTES = [
    *quotes(
        "06",
        *first_lines(6),
        (
            "{}",
            fact(6, "hook"),
            why("mayavetencourt2008", "In adult rats", "juvenile-like"),
            why("castren2017_review", "antidepressants as inducers of a juvenile-like plastic state"),
            control_is(6, "Therapy starts in week", value=0),
        ),
        (
            'On her break she reads that antidepressants "make the brain young again". She takes '
            'one, and her place in therapy comes free in four months. "Will that be too late?" she '
            "wonders. The article does not say how many people were studied, and the mouse in the "
            "picture looks very pleased.",
            also("06 sheet", "Mara shows you the article on her phone", "in whom? Compared with what?"),
            preset(6, "Sessions after the window", start=16, week=28),
            why("karpova2011", "In mice"),
        ),
        (
            "## You will be able to - tell learning faster from feeling better, and say how a study "
            "could; - work out how large a lead in learning is, session by session, in a window and "
            "after it; - say which comparison shows that two treatments do more than add up; - weigh "
            "what was seen in animals against what was seen in people.",
            serves(6, g1=(1,), g2=(2, 3), g3=(4,), g4=(5,)),
            answer(6, 1, "tested after the drug has left the body", "larger trial", "Their own word", "higher dose"),
            answer(
                6,
                4,
                "Both with each alone, and neither alone did it",
                "Both with neither",
                "Both with training alone",
                "The drug alone",
            ),
        ),
        (
            "## Words - Window (plasticity window): the weeks in which a brain changes more readily "
            "with what it meets. In this lesson people learn faster in it than usual.",
            the_window_opens_and_closes,
            holds(
                lambda: (
                    "how much faster people learn at the medication's full effect"
                    in parameters()["plasticity.gain"]["says"]
                )
            ),
        ),
        (
            "- Things learned (skill): of 100 things that sessions could teach, how many somebody "
            "has learned and not forgotten.",
            things_are_learned_and_forgotten,
        ),
        (
            "- Points better: how many points lower a score is than with a dummy pill on the same "
            "day. A lower score means milder symptoms.",
            points_are_against_the_dummy,
        ),
        ("- More than the sum (interaction): one treatment changes what the other one does.", one_interaction),
        (
            "- Exposure: meeting what one fears, in safety, until the fear fades.",
            why("ressler2004", "virtual-reality exposure", "fear-of-heights"),
            why("karpova2011", "extinction training", "conditioned fear"),
        ),
        (
            "This is a thought experiment about a medication that nobody has found so far. Before "
            "you choose, imagine two people who learn a language, one of them twice as fast. Skip is "
            "fine too.",
            the_empty_row,
            NO_TRIAL,
            holds(lambda: "learn twice as fast" in asked(6).prompt and asked(6).judge(None)[0]),
        ),
        (
            "## Play How to read the chart. The first chart shows how fast people learn (1 is the "
            "usual speed), the second what they have learned; bars show when each treatment is "
            "given. The third asks: what if therapy started in another week? Its markers stand at "
            "the start that you set.",
            titles(6, "learning speed", "learned", "learned by the last session"),
            periods_are_drawn(6, 12, 0, 12),
            marks_follow_the_start,
        ),
        (
            "Everybody has the same visits, and people without medication take a dummy pill. Your "
            "guess stays on the third chart as a dashed line. The medication in this lesson speeds "
            "up learning four times as much as in our other lessons, so that you can see something.",
            lambda: same_visits(6),
            lambda: guess_is_dashed(6, 3),
            holds(lambda: at().course.model.plasticity.gain == 4 * usual().plasticity.gain),
        ),
        (
            "The first two missions are the core. The other two are for when you have more time.",
            core(6),
        ),
        (
            "If therapy comes later for you than you had hoped: in this model, people who missed the "
            "window altogether still learned about {} of 100 things. No study that we read says that "
            "anybody's therapy comes too late.",
            taught(1, **AFTER),
            never_worse_off,
            the_empty_row,
            why("steinzeig2017", "unknown in people"),
        ),
        (
            "If you take a medication, or are thinking about it: starting is a choice, and staying "
            "on is a choice too. If you feel worse after starting or changing a medication, above "
            "all if you are young, speak to the prescriber at once. Do not stop alone; medications "
            "that calm are reduced slowly.",
            in_every_lesson("above all if you are young, speak to the prescriber at once", but=(10, 11, 13, 16)),
            also(
                "06 sheet",
                "Such medications are not stopped alone and not suddenly; offer to help with the "
                "call to the prescriber",
            ),
        ),
        (
            "If you live where life is hard: Open to everything is a thought experiment, and no "
            "trial in people has shown it. It is no reason to stop a medication or to keep away from "
            "one. Nobody is to blame for the surroundings they live in.",
            preset(6, "Open to everything", undirected=True, gain=25, show="places"),
            why("chiarotti2017_environment", "dose not randomised", "not an interaction test"),
            also(
                "06 sheet",
                "Open to everything is a thought experiment",
                "no trial in people has shown that, and it is no reason to stop",
                "never of bad families",
            ),
        ),
        (
            "<details><summary><em>Did you see it?</em> (for after you have played)</summary> - "
            "Sessions in the window. The lines are furthest apart around week {}, by {} of 100 "
            "things. By week 12 it is {}: people with a dummy pill catch up.",
            here(lambda window: gap(window).argmax()),
            here(lambda window: gap(window).max()),
            here(lambda window: window.more),
            preset(6, "Sessions in the window"),
            the_slow_catch_up,
        ),
        (
            "- Sessions after the window. With medication people learn {} thing more. People in "
            "therapy still learn about {}.",
            here(lambda window: window.more, **AFTER),
            WITHOUT,
            preset(6, "Sessions after the window", **AFTER),
        ),
        (
            "- A calming medication. In week 12 people with both are ahead in points, {} to {}, and "
            "they have learned less, {} to {} things. Feeling better and learning went different "
            "ways.",
            points(BOTH, **CALM),
            points(THERAPY, **CALM),
            taught(0, **CALM),
            WITHOUT,
            preset(6, "A calming medication", **CALM),
            holds(
                lambda: (
                    at(**CALM).here[BOTH] > at(**CALM).here[THERAPY] + 1
                    and at(**CALM).more < -10
                    and at(**CALM).week == 12
                )
            ),
        ),
        ("- Open to everything. The lines for medication and for both tilt. Therapy and the dummy pill do not.", tilts),
        (
            "Each session teaches a share of what is left to learn, as in the lessons before. New is "
            "the window: while the medication works, each session teaches a larger share. The effect "
            "builds up over some weeks and goes some weeks after the last tablet, so the window "
            "opens and closes with it.",
            a_share_of_what_is_left,
            the_window_opens_and_closes,
            new_is_the_window,
        ),
        (
            "One treatment changes what the other does, and this is the only such interaction in "
            "this lesson. It has a ceiling: there are only 100 things, so whoever learns slowly "
            "catches up with whoever learns fast. Under More there is a second idea: the medication "
            "opens people to everything, to kind and to harsh surroundings as well.",
            one_interaction,
            the_slow_catch_up,
            control_is(6, "Everything sinks in", more=True, value=False),
            tilts,
        ),
        (
            "Week by week, with the things learned $k$ (0 to 1), the bond with the therapist $A$, "
            "sessions $n$ and the effect of the medication $e$ (0 to 1):",
            holds(lambda: 0 < at().course.skill.max() <= 1 and 0 < at().course.drug_effect.max() <= 1),
        ),
        (
            "$\\pi$ is Learning speeds up by: at $\\pi = 1$ and full effect people learn twice as "
            "fast, and below 0 they learn more slowly. The usual dose reaches 0.8 of the full "
            "effect. $\\delta$ is how fast people forget.",
            control_is(6, "Learning speeds up by", value=100, parameter="plasticity.gain", unit="%"),
            full_effect,
            things_are_learned_and_forgotten,
        ),
        (
            "If everything sinks in, stress $x$ and surroundings $h$ (kind below 0, harsh above) "
            "push harder on symptoms while the medication works:",
            sinks_in,
            tilts,
        ),
        (
            "$u$ is 1 with Everything sinks in, else 0. What people have learned keeps away a part "
            "of the stress, and nothing of the surroundings. $h$ enters here alone: what "
            "surroundings do to everybody is already in how people start.",
            sinks_in,
            what_keeps_what_away,
        ),
        (
            "`toolkit.explore.source(toolkit.model.Plasticity)` and "
            "`toolkit.explore.source(toolkit.model.Skill)` show the code.",
            holds(lambda: "def speed" in toolkit.explore.source(Plasticity).data),
        ),
    ),
]
