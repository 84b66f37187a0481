"""What lesson 05 says of its model up to its studies, and what holds it."""

import dataclasses
import functools

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING
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
    same_visits,
    serves,
    titles,
)
from tests.meaning.quotes.lesson_02 import ODDS_OF_TWENTY, lead_as_odds
from tests.meaning.quotes.reading import FOUR
from tests.meaning.quoting import across, fills, quotes, the_effect, toy, why
from toolkit.model import BOTH, CONDITIONS, DUMMY, INTERACTIONS, MEDICATION, POINTS, THERAPY, Gate, parameters

at = functools.partial(lived.at, 5)
here = functools.partial(figure, 5)

LESSON = toolkit.lessons.lesson(5)


@fills
def of_100(severity, without=False):
    """People of 100 who improve clearly in therapy, if 20 do without it, by the lead in one kind of illness."""
    odds = ODDS_OF_TWENTY * lead_as_odds(-the_effect("driessen2010", severity, "Cohen").value)
    people = 100 * odds / (1 + odds)
    return f"{100 - people if without else people:.0f}"


def scores(door, group=BOTH):
    """Mean score of a group, by week, points."""
    return door.course.symptoms[:, door.course.arm(group)].mean(axis=1)


@fills
def leads(which, score):
    """Therapy's lead over a dummy pill in the model as it opens."""
    return f"{at().effect(which, score):.2f}"


MILD, MIDDLE, SEVERE = (here(lambda door, score=score: door.gains[score].learned_with) for score in (14, 24, 34))
WAITED = here(lambda door: door.gains[34].learned_with, start=8)


def opened(door, week):
    """By how much wider medication has opened the door in a week, of 100."""
    return door.open[BOTH][week] - door.open[THERAPY][week]


def kept(door, group):
    """What is left in the last week of what had been learned at the last session."""
    return door.learned[group][-1] / door.learned[group][door.start + door.sessions]


def per_cent(score):
    """What therapy takes off with no door, % of the starting score."""
    return 100 * at().free[score].points_with / score


def through(points, width=5):
    """Parts of 100 of a session that get through at so many points of symptoms of the body."""
    gate = dataclasses.replace(at().course.model.gate, width=width / POINTS)
    return 100 * float(gate.openness(np.array([points / POINTS]))[0])


def body_shuts_the_door():
    """The door is what the symptoms of the body leave open, and these alone."""
    door = at()
    somatic = door.course.somatic[:, door.course.arm(BOTH)] / POINTS
    assert np.allclose(100 * door.course.model.gate.openness(somatic).mean(axis=1), door.open[BOTH])
    assert "somatic symptoms" in parameters()["gate.threshold"]["says"]
    assert through(14) > 90 > 50 > 3 > through(46)
    assert all(word in type(door.course.model.symptoms).__doc__ for word in ("sleep", "energy", "arousal"))


def things_are_learned_and_forgotten():
    """Of 100 things: from none, up to the last session, and then slowly fewer."""
    for curve in at().learned.values():
        assert curve[0] == 0
        assert curve.argmax() == 12
        assert (np.diff(curve[12:]) < 0).all()
        assert curve.max() < 100
    assert abs(at().learned[BOTH][28] - at().here.learned_with) < 1e-6


def rulers():
    """What can be counted on the right."""
    [counted] = [each for each in LESSON.controls() if each.label == "Count on the right"]
    assert list(counted.options) == ["learned", "points", "share"]
    assert [words.split(",")[0].split(" that")[0] for words in counted.options.values()] == [
        "things learned",
        "points",
        "% of the starting score",
    ]
    door = at(counted="share")
    assert all(
        abs(share - 100 * gain.points_with / score) < 1e-9
        for share, (score, gain) in zip(door.curve(1), door.gains.items(), strict=True)
    )


def only_door():
    """The door is the one interaction, and a control under More brings the other."""
    model = at().course.model
    assert [path for path in INTERACTIONS if model.value(path)] == ["gate.strength"]
    assert [each.label for each in LESSON.controls() if each.parameter in INTERACTIONS and each.more] == [
        "Heavy symptoms make people forget"
    ]


def a_share_of_what_is_left():
    """A session teaches a share of what is left to learn, and the door lets a part of that through."""
    skill = at().course.model.skill
    none, half = (skill.step(np.array([before]), np.array([0.1]), 1.0, 0.0)[0][0] - before for before in (0.0, 0.5))
    assert abs(none - 2 * half) < 1e-9
    assert "what is left to learn" in parameters()["skill.learning_rate"]["says"]


def new_is_the_door():
    """Of the lessons that know a door, this is the first that opens with one."""
    lessons = [lesson for lesson in map(toolkit.lessons.lesson, range(1, 6)) if "gate.strength" in lesson.behind]
    assert [lesson.model(**lesson.opening).gate.strength for lesson in lessons] == [0, 0, 1]


def medication_lightens_the_body():
    door = at()
    with_it, without = (door.course.somatic[:, door.course.arm(group)].mean(axis=1) for group in (BOTH, THERAPY))
    assert (with_it[1:] < without[1:]).all()
    assert door.through[BOTH] > door.through[THERAPY] + 5
    assert door.helped(34) > 5


def a_share_of_the_starting_score():
    """By therapy, for what was learned, and by medication, at every score; with the door and without."""
    door = at()
    by_therapy = [gain.points_with / gain.learned_with / score for score, gain in door.gains.items()]
    means = [dict(zip(each.course.arms, each.course.mean(28), strict=True)) for each in (at(severity=14), door)]
    by_medication = [(mean[DUMMY] - mean[MEDICATION]) / score for mean, score in zip(means, (14, 34), strict=True)]
    assert max(by_therapy) / min(by_therapy) < 1.02
    assert max(by_medication) / min(by_medication) < 1.02
    assert abs(per_cent(14) - per_cent(34)) < 0.3


def forgetting():
    """How fast people forget, and how much faster by symptoms: nothing as the lesson opens."""
    assert "fades" in parameters()["skill.forgetting"]["says"]
    assert "symptoms are heavy" in parameters()["skill.burden_forgetting"]["says"]
    assert (
        at().course.model.skill.forgetting_factor(2.0) == 1 < at(keeping=6.0).course.model.skill.forgetting_factor(1.0)
    )


def no_study_gave(*paths):
    about = [parameters()[path] for path in paths]
    return holds(lambda: [(each["tag"], each["source"]) for each in about] == [("teaching", "")] * len(about))


def no_intervals():
    found = toolkit.finding("driessen2010")
    assert [effect.ci for effect in (found.effect, *found.other_effects)] == [None, None]


def slopes():
    """The model with its door falls from mild to severe, and the trials rose."""
    low, high = (the_effect("driessen2010", severity, "Cohen").value for severity in ("low", "high"))
    assert at().effect("door", 34) < at().effect("door", 14)
    assert low < high
    assert at(door=False).effect("door", 34) > at().effect("door", 34)


def interval_is_drawn():
    """Of the one lead in the picture that has an interval."""
    low, high = sorted(-end for end in the_effect("furukawa2017_cbt_severity", "CBT", "SMD").ci)
    [trace] = [
        t for t in lived.settings(FOUR)[OPENING].studies_chart["data"] if t["name"] == "published" and t["xaxis"] == "x"
    ]
    drawn = trace["x"][-1] - trace["error_x"]["arrayminus"][-1], trace["x"][-1] + trace["error_x"]["array"][-1]
    assert np.allclose(drawn, (low, high))


def marks_follow_the_score():
    for score in (14, 34):
        marks = lines(5, 3, "markers", severity=score)
        assert {name: list(trace["x"]) for name, trace in marks.items()} == {
            "+ medication": [score],
            "+ dummy pill": [score],
        }
    dotted, solid = lines(5, 3)["no door"], lines(5, 3)["+ medication"]
    assert (dotted["line"]["dash"], solid["line"]["dash"]) == ("dot", "solid")
    assert list(dotted["x"]) == [14, 24, 34]
    assert np.allclose(dotted["y"], [at(door=False).gains[score].learned_with for score in (14, 24, 34)], atol=0.2)


def many_keep_coming():
    """Behind a closed door sessions are kept and teach little."""
    shut = at(threshold=10)
    assert shut.course.model.dropout.leaving == 0
    assert shut.sessions == 12
    assert shut.here.learned < 15


NOT_WEAKER = why("driessen2010", "not weaker in more severe depression", "outpatients", against=True)
NOT_TESTED = claims(
    "C6", "No trial has put a door to the test", "the medication opens the door to therapy", verdict="not tested"
)

QUOTES = [
    *quotes(
        "05",
        *first_lines(5),
        (
            "{}",
            fact(5, "hook"),
            NOT_TESTED,
        ),
        (
            "She has a first appointment for therapy on Monday, and this week she can hardly follow "
            'a conversation. "Is it better to wait until the tablets work?" she asks. Her therapist '
            'says: "Come on Monday. We can start with sleep." Mara wonders whether anything will '
            "stay in her head.",
            also(
                "05 sheet", "Mara asks whether she should wait until the tablets work", "a session can begin with sleep"
            ),
            control_is(5, "Therapy starts in week", low=0, high=12, value=0),
        ),
        (
            "## You will be able to - explain what a door (a gate) between symptoms and therapy "
            "would do, week by week; - tell what the height of a line says from what the gap between "
            "two lines says; - read one result with three rulers: things learned, points, and per "
            "cent of the starting score; - say which study could show a door, or show that there is "
            "none.",
            serves(5, g1=(1, 2), g2=(3,), g3=(4,), g4=(5,)),
            rulers,
            answer(5, 3, "helps people with severe symptoms most", "have learned most", "more points", "wider open"),
        ),
        (
            "## Words - Door (gate): something that lets learning through or keeps it out. In this "
            "lesson, symptoms of the body (sleep, energy, arousal) shut it.",
            body_shuts_the_door,
        ),
        (
            "- Things learned (skill): of 100 things that sessions could teach, how many somebody "
            "has learned and not forgotten.",
            things_are_learned_and_forgotten,
        ),
        (
            "- Score: how severe the symptoms are, in points. Lower is better; 24 is typical for a trial.",
            holds(
                lambda: POINTS * CONDITIONS["depression"].severity == 24 and scores(at())[0] > 30 > 5 > scores(at())[-1]
            ),
            holds(lambda: at().course.response(28)[at().course.arm(BOTH)] > 0.8),
        ),
        (
            "- Ruler: what a result is counted in. Here it is things learned, points, or per cent of "
            "the starting score.",
            rulers,
        ),
        (
            "This is a thought experiment about a door that nobody has seen. Before you choose, "
            "imagine three people in their first session: one sleeps well, one sleeps badly, one has "
            "hardly slept for weeks. Skip is fine too.",
            NOT_TESTED,
            holds(lambda: {len(guess) for guess in asked(5).guesses.values()} == {3} and asked(5).judge(None)[0]),
            holds(lambda: through(14) > 90 > through(24) > 50 > 20 > through(34)),
        ),
        (
            "## Play How to read the chart. On the left you see how far the door is open, in the "
            "middle what has been learned; bars show when each treatment is given. The chart on the "
            "right goes from people with mild symptoms to people with severe ones. Its markers stand "
            "at the score that you set, and its dotted line shows the same people with no door.",
            titles(5, "door open", "learned", "learned"),
            periods_are_drawn(5, 28, 0, 12),
            marks_follow_the_score,
        ),
        (
            "Everybody has the same visits, and people without medication take a dummy pill. Your "
            "guess stays on the right as a dashed line: a shape, not a size.",
            lambda: same_visits(5),
            lambda: guess_is_dashed(5, 3),
            holds(lambda: LESSON.says["shape"] == "a shape, not a size"),
        ),
        (
            "The first two missions are the core. The other two are for when you have more time.",
            core(5),
        ),
        (
            "Please do not leave with the idea that somebody is too ill for therapy. No group of "
            "people is, and the door is only a thought that we follow to its end. Trials with people "
            "who came to a clinic did not see what it predicts: therapy did not do less for people "
            "with more severe depression. If you want therapy, or are offered it, you have every "
            "reason to try.",
            also(
                "05 sheet",
                "no group of people is too ill for therapy. This door is a thought, and trials with "
                "outpatients did not see what it predicts",
            ),
            claims(
                "C6",
                "Nobody is too ill to be offered therapy",
                "outpatients who were more severely ill gained from therapy too",
                verdict="not tested",
            ),
            NOT_WEAKER,
            slopes,
        ),
        (
            "If you take a medication, or are thinking about it: starting is a choice, and staying "
            "on is a choice too. If you feel worse after starting or changing a medication, above "
            "all if you are young, speak to the prescriber at once. Do not stop alone.",
            in_every_lesson("above all if you are young, speak to the prescriber at once", but=(10, 11, 13, 16)),
            also(
                "05 sheet",
                "feels worse since starting a medication, help them ring the prescriber today. They "
                "should not stop alone",
            ),
        ),
        (
            "<details><summary><em>Did you see it?</em> (for after you have played)</summary> - At "
            "the door. With medication, {} of 100 parts of the sessions get through, and {} with a "
            "dummy pill. In week 1 the lines still lie together, and they are furthest apart around "
            "week 8. The first sessions did not wait for that.",
            here(lambda door: door.through[BOTH]),
            here(lambda door: door.through[THERAPY]),
            toy(
                FOUR,
                "At the door",
                lambda s: (
                    opened(s.result, 1) < 2
                    and abs(max(range(29), key=lambda w: opened(s.result, w)) - 8) < 2
                    and s.result.start == 0
                ),
            ),
        ),
        (
            "- Mild symptoms. The lines lie nearly on each other, because where the door is open "
            "anyway, nothing is left to open.",
            toy(
                FOUR,
                "Mild symptoms",
                lambda s: opened(s.result, 8) < 4 and s.result.through[THERAPY] > 90 and s.result.helped(14) <= 1,
            ),
        ),
        (
            "- Wait for the door. The door opens with a dummy pill too, because symptoms get lighter "
            "with time: {} of 100 parts get through.",
            here(lambda door: door.through[THERAPY], start=8),
            toy(FOUR, "Wait for the door", lambda s: scores(s.result, THERAPY)[8] < scores(s.result, THERAPY)[0] - 8),
        ),
        (
            "- No door. Everybody learns alike, and the difference is gone.",
            toy(
                FOUR,
                "No door",
                lambda s: (
                    max(abs(gain.learned_with - s.result.here.learned) for gain in s.result.gains.values()) < 1e-6
                ),
            ),
        ),
        (
            "- Learning and keeping. After the last session both lines sink faster, and the line "
            "with a dummy pill loses the larger share of its height.",
            across(
                FOUR,
                OPENING,
                "Learning and keeping",
                lambda usual, keeping: (
                    kept(keeping.result, THERAPY) < kept(keeping.result, BOTH) < kept(usual.result, BOTH) - 0.1
                ),
            ),
        ),
        (
            "Each session teaches a share of what is left to learn, as in the lessons before. New is "
            "the door: it lets only a part of that share through, and how large a part depends on "
            "the symptoms of the body in that week. Where they are light nearly all gets through, "
            "and where they are heavy hardly anything does.",
            a_share_of_what_is_left,
            body_shuts_the_door,
            new_is_the_door,
        ),
        (
            "Medication makes these symptoms lighter, so more gets through, and the sessions teach more.",
            medication_lightens_the_body,
        ),
        (
            "One treatment changes what the other does; that is called an interaction, and it is the "
            "only one in this lesson unless you switch on another. Under More there is a second "
            "idea: heavy symptoms make people forget what they have learned.",
            only_door,
            forgetting,
        ),
        (
            "Week by week, with the things learned $k$ (0 to 1), the bond with the therapist $A$, "
            "sessions $n$ and symptoms of the body $s$:",
            things_are_learned_and_forgotten,
            body_shuts_the_door,
            holds(lambda: at().course.skill.min() >= 0 and at().course.skill.max() <= 1),
        ),
        (
            "$G$ is the door. It is half shut at $s = \\theta$, and $w$ says how gradually it "
            "closes. $G$ is never more than 1: a door can only take away.",
            holds(lambda: abs(through(26) - 50) < 1e-4 and through(36, width=2) < through(36) < through(36, width=24)),
            holds(
                lambda: (
                    through(0) < 100
                    and all(at().gains[score].learned_with < at().free[34].learned_with for score in at().gains)
                )
            ),
        ),
        (
            "$\\delta$ is how fast people forget, and $\\beta$ how much faster while symptoms $y$ "
            "are heavy (Heavy symptoms make people forget; 0 as the lesson opens). "
            "`toolkit.explore.source(toolkit.model.Gate)` and "
            "`toolkit.explore.source(toolkit.model.Skill)` show the code.",
            forgetting,
            control_is(5, "Heavy symptoms make people forget", value=0.0, parameter="skill.burden_forgetting"),
            holds(lambda: "openness" in toolkit.explore.source(Gate).data),
        ),
    ),
]
