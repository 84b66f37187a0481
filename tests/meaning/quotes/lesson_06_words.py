"""What lesson 06 says in its own words, and what holds it."""

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import (
    also,
    answer,
    control_is,
    holds,
    mission_is,
    preset,
    serves,
    stands_for,
    titles,
)
from tests.meaning.quotes.lesson_06 import (
    AFTER,
    CALM,
    LESSON,
    MISSED,
    USED,
    WITHOUT,
    at,
    full_effect,
    gap,
    here,
    never_worse_off,
    sinks_in,
    speed,
    taught,
    the_empty_row,
    the_slow_catch_up,
    the_window_opens_and_closes,
    tilts,
    usual,
)
from tests.meaning.quotes.reading import FIVE
from tests.meaning.quoting import across, quotes, told, toy, why
from toolkit.model import BOTH, MEDICATION, THERAPY

FEW = {"gain": 150, "start": 8, "sessions": 4}


def never_twice_as_much():
    """However many sessions and whenever they start; few sessions, late enough and with the fastest learning, come closest."""
    twice = [with_it / without for with_it, without in at().by_start.values()]
    few, many = (
        {start: with_it / without for start, (with_it, without) in at(**values).by_start.items()}
        for values in (FEW, FEW | {"sessions": 8})
    )
    assert max(twice) < max(many.values()) < max(few.values()) < 2
    assert max(few, key=few.get) >= 4
    assert speed(100, 1.0) == 2
    assert max(control_is.high for control_is in LESSON.controls() if control_is.name == "gain") == 150
    assert min(control_is.low for control_is in LESSON.controls() if control_is.name == "sessions") == 4


def two_ways_to_tell():
    """Medication's own effect away, or the points read long after the last tablet."""
    for window in (at(medication=0.0), at(week=30), at(week=40)):
        assert 0.4 < window.here[BOTH] - window.here[THERAPY] < 0.65
        assert abs(window.here[MEDICATION]) < 0.15
    assert at().here[MEDICATION] > 2


def the_calm_are_overtaken():
    now, later = at(**CALM), at(**CALM, week=26)
    assert now.here[BOTH] > now.here[THERAPY] + 1
    assert later.here[THERAPY] - later.here[BOTH] > 0.3
    assert abs(later.here[MEDICATION]) < 0.1 < now.here[MEDICATION]


def early_sessions_teach_most():
    taught_each_week = np.diff(at().learned[THERAPY][:13])
    assert (np.diff(taught_each_week[2:]) < 0).all()


CALMING = why(
    "marks1993_alprazolam",
    "154 patients",
    "helped slightly while taken but harmed outcome after the drug was tapered",
    "criticism of the method exists",
    "not an antidepressant",
    against=True,
)

QUOTES = [
    *quotes(
        "06 words",
        (
            "Some antidepressants let adult rats learn as young ones do. If one did so in people, "
            "when would therapy have to come?",
            why("mayavetencourt2008", "In adult rats", "juvenile-like"),
            why("castren2017_review", "antidepressants as inducers of a juvenile-like plastic state"),
            why("steinzeig2017", "unknown in people"),
            control_is(6, "Therapy starts in week", low=0, high=20),
        ),
        (
            "tell learning faster from feeling better, and say how a study could | work out how "
            "large a lead in learning is, session by session, in a window and after it | say which "
            "comparison shows that two treatments do more than add up | weigh what was seen in "
            "animals against what was seen in people",
            serves(6, g1=(1,), g2=(2, 3), g3=(4,), g4=(5,)),
            answer(6, 1, "tested after the drug has left the body", "", "", ""),
        ),
        (
            "What comes through the window? | studies | Drugs and learning: animals, people, and the model |",
            holds(
                lambda: {"■", "●"} <= {row.get("about", row.get("label"))[0] for row in LESSON.study_panels[0]["rows"]}
            ),
            holds(lambda: sum("toy" in row for row in LESSON.study_panels[0]["rows"]) == 2),
        ),
        (
            "label | Learning speeds up by | value | help | At full effect of the medication. 100: "
            "twice as fast. Below 0: slower.",
            control_is(6, "Learning speeds up by", low=-50, high=150, value=100, unit="%", parameter="plasticity.gain"),
            full_effect,
        ),
        (
            "label | Medication ends in week | help | It begins in week 0. | value | low | high | "
            "step | kind | slider | name | start | label | Therapy starts in week |",
            control_is(6, "Medication ends in week", low=4, high=40, value=12),
            control_is(6, "Therapy starts in week", low=0, high=20, value=0),
            holds(
                lambda: (
                    [
                        (plan.medication.start, plan.medication.stop, plan.therapy.start)
                        for plan in (at(until=20).course.plans[BOTH], at(**AFTER).course.plans[BOTH])
                    ]
                    == [(0, 20, 0), (0, 12, 16)]
                )
            ),
        ),
        (
            "label | Number of sessions | help | One a week. |",
            control_is(6, "Number of sessions", low=4, high=20, value=12),
            holds(lambda: at().course.plans[BOTH].therapy.sessions_per_week == 1),
        ),
        (
            "label | Third chart | help | Nobody's life changes, only what is drawn. | value | "
            "timing | options | timing | learned, by start of therapy | places | points, by "
            "surroundings |",
            holds(lambda: np.array_equal(at(show="places").course.symptoms, at().course.symptoms)),
            titles(6, "learning speed", "learned", "learned by the last session"),
            titles(6, "learning speed", "learned", "points better, week 12", show="places"),
        ),
        (
            "label | Medication's own effect | help | What it does for symptoms by itself. 0: it "
            "only changes how fast people learn.",
            control_is(6, "Medication's own effect", low=0, high=3.0, value=1.0, more=True, parameter="drug.strength"),
            holds(lambda: abs(at(medication=0.0).here[MEDICATION]) < 1e-9 and at(medication=0.0).more == at().more),
        ),
        (
            "label | Everything sinks in | help | A thought experiment. Off: only sessions are learned faster. |",
            control_is(6, "Everything sinks in", value=False, more=True),
            sinks_in,
            why("chiarotti2017_environment", "dose not randomised", "not an interaction test"),
        ),
        (
            "label | Surroundings | help | Below 0 kind, above 0 harsh. They matter only while everything sinks in. |",
            control_is(6, "Surroundings", low=-5, high=5, value=0, unit="points", more=True),
            tilts,
            holds(lambda: at(surroundings=5).here == at().here),
            holds(lambda: at(surroundings=-5, undirected=True, gain=25, show="places").surroundings == (-5, 5)),
        ),
        (
            "label | Read the points in week |",
            control_is(6, "Read the points in week", low=4, high=40, value=12),
            holds(
                lambda: (
                    abs(
                        at(week=40).here[THERAPY]
                        - lived.settings(FIVE)[OPENING].at("better than with a dummy pill, therapy (points)", 40)
                    )
                    < 1e-9
                )
            ),
        ),
        (
            "name | Sessions in the window | says | Medication for 12 weeks, and 12 sessions in the "
            "same weeks. On the second chart, when are the two lines furthest apart?",
            preset(6, "Sessions in the window"),
            toy(
                FIVE,
                "Sessions in the window",
                lambda s: (
                    (s.result.until, s.result.sessions, s.result.start) == (12, 12, 0) and gap(s.result).argmax() == 8
                ),
            ),
        ),
        (
            "name | Sessions after the window | says | The same medication and as many sessions. "
            "Therapy starts in week 16, four weeks after the last tablet. What is left of the "
            "difference, and what do people in therapy still learn?",
            preset(6, "Sessions after the window", **AFTER),
            across(
                FIVE,
                "Sessions after the window",
                OPENING,
                lambda after, now: (
                    (after.result.until, after.result.sessions) == (now.result.until, now.result.sessions)
                    and after.result.start == after.result.until + 4
                    and after.result.more < now.result.more
                ),
            ),
        ),
        (
            "name | A calming medication | says | This one calms, and it slows learning: sessions "
            "teach half as fast at its full effect. Points are read in week 12, on the day of the "
            "last tablet. Who is ahead, and who has learned more?",
            preset(6, "A calming medication", **CALM),
            full_effect,
            toy(
                FIVE,
                "A calming medication",
                lambda s: (
                    s.result.week == s.result.until == 12
                    and s.result.here[MEDICATION] > 2
                    and s.result.here[BOTH] > s.result.here[THERAPY]
                    and s.result.more < 0
                ),
            ),
        ),
        (
            "name | Open to everything | says | A thought experiment; no trial in people has shown "
            "this. Not only sessions sink in, but surroundings, too. Learning speeds up by 25 %, the "
            "size that other lessons use. Which lines tilt from kind to harsh surroundings, and "
            "which do not?",
            preset(6, "Open to everything", undirected=True, gain=25, show="places"),
            holds(lambda: usual().plasticity.gain == 0.25),
            why("chiarotti2017_environment", "dose not randomised", "not an interaction test"),
            sinks_in,
            tilts,
        ),
        (
            "name | How late is too late? | prompt | Sessions from week 0 teach {} more things with "
            "the medication. Move nothing but Therapy starts in week: let the first session be in "
            "week 7 or later, and medication still add at least 10 of 100 things. | controls | "
            "Therapy starts in week | core | hint | Follow the upper line on the third chart. Where "
            "does it bend?",
            here(lambda window: window.more),
            mission_is(
                6,
                "How late is too late?",
                "Therapy starts in week",
                core=True,
                reached={"start": 7},
                but_not=({"start": 6},),
            ),
            holds(
                lambda: at(start=7).more >= 10 and all(with_it > without for with_it, without in at().by_start.values())
            ),
        ),
        (
            "Five of the twelve sessions are enough, if they are the first five: early sessions have "
            "most left to teach. Starting in week 4 costs next to nothing, because the medication "
            "itself needs some weeks. And whoever misses the window altogether still learns what "
            "therapy teaches, about {} of 100 things. Nobody in the model minds waiting; people do.",
            taught(1, **AFTER),
            holds(lambda: at().until - 7 == 5 and at(start=7).more >= 10),
            early_sessions_teach_most,
            holds(lambda: at().by_start[0][0] - at().by_start[4][0] < 1),
            the_window_opens_and_closes,
            never_worse_off,
            holds(lambda: at().course.model.dropout.leaving == 0 and at().course.plans[BOTH].wish == "not asked"),
        ),
        (
            "name | Twice as fast, twice as much? | prompt | By the last session, let people with "
            "medication know twice as many things as people with a dummy pill. Move anything you "
            "like. | controls | Learning speeds up by | Number of sessions | Therapy starts in week "
            "| core | hint | With 12 sessions and a dummy pill people learn about {} of 100 things. "
            "What would twice as many be? Then try fewer sessions.",
            WITHOUT,
            mission_is(
                6,
                "Twice as fast, twice as much?",
                "Learning speeds up by",
                "Number of sessions",
                "Therapy starts in week",
                core=True,
                but_not=(FEW,),
            ),
            never_twice_as_much,
        ),
        (
            "Nothing here does it. Each session teaches a share of what is left, and whoever is "
            "quick soon has less left. So whoever learns twice as fast always ends with less than "
            "twice as much. You come closest with the fewest sessions: four, well into the "
            "medication, with learning sped up as far as it goes. There people learn more than twice "
            "as fast, and end with about {} things against {}. In points it is smaller still: as the "
            "lesson opens, {} more things are worth less than 1 point of the score.",
            taught(0, **FEW),
            taught(1, **FEW),
            here(lambda window: window.more),
            never_twice_as_much,
            the_slow_catch_up,
            holds(lambda: at(**FEW).pace > 2 and 0 < at().extra < 1),
        ),
        (
            "name | Learned, or lifted? | prompt | Press Sessions in the window. In week 12 people "
            "with both are about 3 points better than people in therapy with a dummy pill. Which "
            "part of that did they learn? Change one single control to find out. | controls | "
            "Medication's own effect | Read the points in week | hint | The medication also makes "
            "symptoms milder by itself. What makes that part go away, and leaves what was learned?",
            holds(lambda: round(at().here[BOTH] - at().here[THERAPY]) == 3 and at().here[MEDICATION] > 2),
            mission_is(
                6,
                "Learned, or lifted?",
                "Medication's own effect",
                "Read the points in week",
                reached={"medication": 0.0},
                but_not=({"medication": 0.5},),
            ),
            mission_is(
                6, "Learned, or lifted?", "Medication's own effect", "Read the points in week", reached={"week": 30}
            ),
        ),
        (
            "About half a point of the 3. You can see it in two ways: take the medication's own "
            "effect away, or read the points long after the last tablet. A trial can do only the "
            "second: test people when the drug has left the body. Otherwise “they felt better” looks "
            "just like “they learned more”.",
            two_ways_to_tell,
            answer(6, 1, "tested after the drug has left the body", "", "", ""),
        ),
        (
            "name | The lead that turns | prompt | Press A calming medication. In week 12 people "
            "with both are ahead. Find a week in which people in therapy with a dummy pill have "
            "overtaken them, by at least 0.3 points. | controls | Read the points in week | hint | "
            "The medication ends in week 12, and it takes a while until its effect is gone.",
            mission_is(
                6,
                "The lead that turns",
                "Read the points in week",
                reached={"gain": -50, "week": 26},
                but_not=({"gain": -50},),
            ),
            the_calm_are_overtaken,
            holds(lambda: at(**CALM).until == 12 and 0.95 < at(**CALM).speed[18] < 1 and at(**CALM).speed[13] < 0.75),
        ),
        (
            "Calm is not the same as learning. In a trial with {} people it went the same way: with "
            "alprazolam, exposure did slightly better while it was taken and worse after it was "
            "tapered (Marks 1993). Its method was criticised, and that medication is no "
            "antidepressant. If you take something calming, please do not stop on your own; such "
            "medications are reduced slowly, together with the prescriber.",
            told("marks1993_alprazolam", r"(\d+) patients"),
            CALMING,
            the_calm_are_overtaken,
            also(
                "06 sheet",
                "Such medications are not stopped alone and not suddenly; offer to help with the "
                "call to the prescriber",
            ),
        ),
        (
            "In our simulation, 12 weekly sessions teach {} of 100 things to people with a dummy "
            "pill. Suppose that a medication lets people learn twice as fast at its full effect, and "
            "that they take it for 12 weeks. Some have their 12 sessions in these weeks. Others "
            "start four weeks after the last tablet. How many of 100 things has each group learned "
            "by its last session?",
            WITHOUT,
            full_effect,
            holds(lambda: (at().until, at().sessions, at(**AFTER).start - at(**AFTER).until) == (12, 12, 4)),
        ),
        (
            "About 90 in these weeks, about 75 afterwards | So it is in the model: about {} and {}. "
            "Twice as fast did not teach twice as much, because there are only 100 things to learn. "
            "And four weeks after the last tablet less than a fifth of its effect is left, and soon "
            "it has gone. Would it be so in people? We found no trial that tested it.",
            USED,
            MISSED,
            stands_for(6, "About 90 in these weeks, about 75 afterwards", [90, 75]),
            holds(lambda: at().speed[16] - 1 < 0.2 * (at().speed[12] - 1) and at().speed[22] < 1.02),
            the_slow_catch_up,
            the_empty_row,
        ),
        (
            "All 100 in these weeks, about 75 afterwards | You are right about the timing. But "
            "whoever learns faster soon has less left to learn. So it is about {} in these weeks, "
            "and {} afterwards. See on the second chart how the others catch up.",
            USED,
            MISSED,
            stands_for(6, "All 100 in these weeks, about 75 afterwards", [100, 75]),
            the_slow_catch_up,
        ),
        (
            "About 90 in these weeks, about 90 afterwards | That would be good to know: what has "
            "opened stays open. In this model, and in mice, it closed when the drug was stopped. So "
            "it is about {} in these weeks, and {} afterwards. In people nobody knows.",
            USED,
            MISSED,
            stands_for(6, "About 90 in these weeks, about 90 afterwards", [90, 90]),
            the_window_opens_and_closes,
            why("steinzeig2017", "adult mice", "closed as soon as it was stopped", "unknown in people", against=False),
        ),
        (
            "About 75 in these weeks, about 90 afterwards | First feel better, then learn: that is a "
            "sensible thought, and lesson 05 follows it. But here it is the medication itself that "
            "speeds learning, so it has to be there. It is about {} in these weeks, and {} "
            "afterwards.",
            USED,
            MISSED,
            stands_for(6, "About 75 in these weeks, about 90 afterwards", [75, 90]),
            holds(lambda: toolkit.lessons.lesson(5).model(**toolkit.lessons.lesson(5).opening).gate.strength == 1),
            the_window_opens_and_closes,
        ),
    ),
]
