"""What lesson 05 says in its own words, and what holds it."""

import numpy as np

from tests.meaning import lived
from tests.meaning.lived import NOTEBOOKS, OPENING
from tests.meaning.quotes.grounds import (
    asked,
    claims,
    control_is,
    holds,
    mission_is,
    preset,
    serves,
    stands_for,
    titles,
)
from tests.meaning.quotes.lesson_05 import (
    LESSON,
    MIDDLE,
    MILD,
    NOT_TESTED,
    NOT_WEAKER,
    SEVERE,
    at,
    kept,
    opened,
    per_cent,
    rulers,
    scores,
    slopes,
    through,
)
from tests.meaning.quotes.reading import FOUR
from tests.meaning.quoting import across, quotes, toy
from toolkit.explore import ARMS
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY

KEEPING = {"door": False, "keeping": 8.0}


def learned(**values):
    """Things learned with medication, from mild symptoms to severe."""
    return [gain.learned_with for gain in at(**values).gains.values()]


def heavier_weeks():
    """Without medication people's scores are higher in every week; the page calls its table so, and the table has the scores."""
    alone, usual = at(medication=0.0, start=8), at()
    assert (scores(alone)[2:] > scores(usual)[2:]).all()
    assert scores(alone).mean() > scores(usual).mean() + 3
    assert '"The numbers of this picture"' in (NOTEBOOKS.parent / "toolkit" / "explore" / "data.js").read_text(
        encoding="utf-8"
    )
    assert f"score, {ARMS[BOTH].label} (points)" in lived.settings(FOUR)[OPENING].table


def a_door_only_takes_away():
    door, strongest = at(), at(medication=3.0)
    assert door.gains[14].learned_with > door.free[14].learned_with - 3
    assert door.gains[34].learned_with < strongest.gains[34].learned_with < door.free[34].learned_with - 5
    assert through(0) < 100


def alike_without_a_door():
    free = at(door=False)
    assert abs(free.rises) < 1e-6
    assert free.helped(34) == 0


def row(place, *about):
    """Rows of a panel of the studies, in order, by what they are called."""

    def hold():
        rows = LESSON.study_panels[place]["rows"]
        assert [each.get("label", each.get("about")) for each in rows] == list(about)

    return hold


QUOTES = [
    *quotes(
        "05 words",
        (
            "title | Opening the door | hook | Medication opens the door to therapy, many people "
            "say. Whom would an open door help most?",
            NOT_TESTED,
            holds(lambda: LESSON.number == 5 and "who has learned most" in asked(5).prompt),
        ),
        (
            "explain what a door (a gate) between symptoms and therapy would do, week by week | tell "
            "what the height of a line says from what the gap between two lines says | read one "
            "result with three rulers: things learned, points, and per cent of the starting score | "
            "say which study could show a door, or show that there is none",
            serves(5, g1=(1, 2), g2=(3,), g3=(4,), g4=(5,)),
            rulers,
        ),
        (
            "explorer | Whom does an open door help? | studies | Therapy by severity, beside the model",
            holds(lambda: at().helped(34) > at().helped(14)),
            row(
                0,
                "milder / mixed groups",
                "more severe / mixed groups",
                *(
                    f"the model, {which}: {who} / dummy pill".replace("model, with", "model with")
                    for which in ("with its door", "no door")
                    for who in ("mild", "severe")
                ),
                "all together: CBT / dummy pill",
            ),
        ),
        (
            "label | Score at the start | help | How severe the symptoms are. 24 is typical for a trial.",
            control_is(5, "Score at the start", low=14, high=38, value=34, unit="points"),
            holds(lambda: abs(scores(at())[0] - 34) < 0.5 and abs(scores(at(severity=14))[0] - 14) < 0.5),
        ),
        (
            "label | There is a door | help | Off: sessions teach everybody alike, however severe the symptoms.",
            alike_without_a_door,
            control_is(5, "There is a door", value=True),
        ),
        (
            "label | Medication's own effect | help | On top of time, hope and visits. 0: it does nothing.",
            control_is(5, "Medication's own effect", low=0, high=3.0, value=1.0, parameter="drug.strength"),
            holds(lambda: np.allclose(scores(at(medication=0.0), MEDICATION), scores(at(medication=0.0), DUMMY))),
            holds(lambda: scores(at(medication=0.0), DUMMY)[-1] < 10),
        ),
        (
            "label | Therapy starts in week | value | low | high | step | kind | slider | name | "
            "sessions | label | Sessions, one a week |",
            control_is(5, "Therapy starts in week", low=0, high=12, value=0, step=1),
            control_is(5, "Sessions, one a week", low=4, high=16, value=12, step=1),
            holds(
                lambda: (
                    at(start=8).course.plans[THERAPY].therapy.start == 8
                    and at().course.plans[THERAPY].therapy.sessions_per_week == 1
                )
            ),
        ),
        (
            "label | Count on the right | help | The ruler of the chart on the right. | value | "
            "learned | options | learned | things learned, of 100 | points | points that therapy "
            "takes off | share | % of the starting score that therapy takes off",
            rulers,
            titles(5, "door open", "learned", "learned"),
            titles(5, "door open", "learned", "points that therapy takes off", counted="points"),
            titles(5, "door open", "learned", "% that therapy takes off", counted="share"),
            holds(lambda: all(gain.points_with > 0 for gain in at().gains.values())),
        ),
        (
            "label | Door half shut at | help | Symptoms of the body that let half of a session through. |",
            control_is(5, "Door half shut at", value=26, unit="points", parameter="gate.threshold", more=True),
            holds(lambda: abs(through(26) - 50) < 1e-4),
        ),
        (
            "label | How gradually the door closes | help | Few points: it slams. Many: it closes by degrees.",
            control_is(
                5, "How gradually the door closes", low=2, high=24, unit="points", parameter="gate.width", more=True
            ),
            holds(
                lambda: (
                    through(22, width=2) - through(30, width=2)
                    > 70
                    > 20
                    > through(22, width=24) - through(30, width=24)
                )
            ),
        ),
        (
            "label | Heavy symptoms make people forget | help | How much faster learning fades while "
            "the score is at 24. 0: keeping needs no stability.",
            control_is(
                5,
                "Heavy symptoms make people forget",
                low=0.0,
                high=10.0,
                value=0.0,
                unit="times",
                parameter="skill.burden_forgetting",
                more=True,
            ),
            holds(
                lambda: (
                    at().course.model.skill.forgetting_factor(1.0) == 1
                    and at(keeping=6.0).course.model.skill.forgetting_factor(1.0) == 1 + 6
                )
            ),
        ),
        (
            "name | At the door | says | People who start at 34 points, with sessions from the first "
            "week. On the left, how wide does medication open the door, and when?",
            preset(5, "At the door"),
            toy(
                FOUR,
                "At the door",
                lambda s: (s.result.severity, s.result.start) == (34, 0) and opened(s.result, 8) > 10,
            ),
        ),
        (
            "name | Mild symptoms | says | People who start at 14 points. How far apart are the two "
            "lines now, and why?",
            preset(5, "Mild symptoms", severity=14),
            toy(FOUR, "Mild symptoms", lambda s: opened(s.result, 8) < 4),
        ),
        (
            "name | Wait for the door | says | People who start at 34 points again, with as many "
            "sessions, eight weeks later. How much more gets through, with medication and with a "
            "dummy pill?",
            preset(5, "Wait for the door", start=8),
            across(
                FOUR,
                "Wait for the door",
                "At the door",
                lambda later, now: (
                    all(later.result.through[group] > now.result.through[group] + 20 for group in (BOTH, THERAPY))
                    and later.result.sessions == now.result.sessions
                ),
            ),
        ),
        (
            "name | No door | says | The rival idea: therapy teaches everybody alike, however severe "
            "the symptoms. What is left of the difference that medication makes to learning?",
            preset(5, "No door", door=False),
            alike_without_a_door,
        ),
        (
            "name | Learning and keeping | says | Heavy symptoms make people forget (under More): "
            "now 6 times faster at a score of 24. What happens in the middle after the last session?",
            preset(5, "Learning and keeping", keeping=6.0),
            control_is(5, "Heavy symptoms make people forget", more=True),
            toy(FOUR, "Learning and keeping", lambda s: s.result.course.model.skill.forgetting_factor(1.0) - 1 == 6),
            across(
                FOUR,
                OPENING,
                "Learning and keeping",
                lambda usual, keeping: all(
                    kept(keeping.result, group) < kept(usual.result, group) - 0.1 for group in (BOTH, THERAPY)
                ),
            ),
        ),
        (
            "name | Uphill | prompt | On the right, the line with medication falls. Make it rise: "
            "behind a door, let people who start sickest have learned more than people with mild "
            "symptoms. Count things learned, and move anything you like. | controls | Medication's "
            "own effect | Therapy starts in week | Door half shut at | core | hint | What is the "
            "most that a door can ever let through?",
            mission_is(
                5,
                "Uphill",
                "Medication's own effect",
                "Therapy starts in week",
                "Door half shut at",
                core=True,
                but_not=({"medication": 3.0},),
            ),
            holds(lambda: at().rises < -10 and at(medication=3.0).rises < -5),
        ),
        (
            "Nothing does it, and the reason is simple: a door can only take away. People with mild "
            "symptoms lose next to nothing at it. People with severe symptoms can at best get back "
            "what it took. So opened wider is not the same as wide open. And this is about a door "
            "that we built. Trials of therapy did not see the sickest gain least, as you can read "
            "below.",
            a_door_only_takes_away,
            NOT_WEAKER,
            NOT_TESTED,
            slopes,
        ),
        (
            "name | Only the ruler | prompt | Press At the door. Now change one single thing, and "
            "the same line rises: the sickest gain most. No person in the model may change. | "
            "controls | Count on the right | core | hint | Do not touch the people, the door or the "
            "treatments. What else is there?",
            mission_is(
                5,
                "Only the ruler",
                "Count on the right",
                core=True,
                reached={"counted": "points"},
                but_not=({"counted": "points", "severity": 33},),
            ),
            holds(lambda: at(counted="points").rises > 0.5 and at(counted="points").gains == at().gains),
        ),
        (
            "Counted in points, therapy takes most off people with severe symptoms; in per cent of "
            "their starting score, least. Both are true of the same people. In this model every "
            "treatment takes a share off the starting score, so who starts higher has more points to "
            "lose. Whoever tells you “the sickest gain most” or “the sickest gain least” owes you "
            "the ruler.",
            holds(lambda: at(counted="points").rises > 1 and at(counted="share").rises < -2),
            holds(
                lambda: (
                    abs(per_cent(14) - per_cent(34)) < 0.3 and at().free[34].points_with > 2 * at().free[14].points_with
                )
            ),
        ),
        (
            "name | Another key | prompt | Set Medication's own effect to 0. For people who start at "
            "34 points, get the same 12 sessions to teach as much as medication made possible: at "
            "least 48 of 100 things. | controls | Medication's own effect | Therapy starts in week | "
            "hint | What else makes symptoms lighter, week after week, in everybody?",
            mission_is(
                5,
                "Another key",
                "Medication's own effect",
                "Therapy starts in week",
                reached={"medication": 0.0, "start": 8},
                but_not=({"medication": 0.0}, {"start": 8}),
            ),
            holds(lambda: 48 <= at().here.learned_with < 49 and at(medication=0.0).here.learned < 48),
            holds(lambda: (np.diff(scores(at(), DUMMY)) < 0.2).all()),
        ),
        (
            "Time opens the door, too. So “they could use therapy once they were on medication” does "
            "not show that the medication did it. But open “The numbers of this picture” and compare "
            "the scores with the opening. Without medication, people lived these weeks with heavier "
            "symptoms. So medication does more here than open a door. And nobody in the model minds "
            "waiting; people do.",
            holds(lambda: at(medication=0.0, start=8).through[THERAPY] > at().through[THERAPY] + 20),
            heavier_weeks,
            holds(
                lambda: (
                    at(start=8).course.model.dropout.leaving == 0 and at(start=8).course.plans[BOTH].wish == "not asked"
                )
            ),
        ),
        (
            "name | Help without a door | prompt | Switch There is a door off. Now get medication to "
            "help learning all the same: at least 3 more of 100 things in people who start at 34 "
            "points. | controls | There is a door | Heavy symptoms make people forget | hint | "
            "Learning is one half. What has to happen afterwards? Look among the controls under More.",
            mission_is(
                5,
                "Help without a door",
                "There is a door",
                "Heavy symptoms make people forget",
                reached=KEEPING,
                but_not=({"keeping": 8.0},),
            ),
            control_is(5, "Heavy symptoms make people forget", more=True),
            holds(lambda: at(**KEEPING).helped(34) >= 3 > at(door=False).helped(34)),
        ),
        (
            "Here everybody learns alike, and people on medication forget less, because their "
            "symptoms are lighter. One number at the end cannot tell a door from better keeping. You "
            "would have to measure what has been learned every week. That keeping needs stability is "
            "an idea of clinicians; we found no trial that tested it.",
            holds(
                lambda: (
                    kept(at(**KEEPING), BOTH) > kept(at(**KEEPING), THERAPY) + 0.02
                    and np.allclose(at(**KEEPING).open[BOTH], 100)
                )
            ),
            holds(
                lambda: (
                    at(**KEEPING).helped(34) > 0 < at().helped(34)
                    and scores(at(**KEEPING), BOTH).mean() < scores(at(**KEEPING), THERAPY).mean()
                )
            ),
            claims(
                "C25",
                "The brain needs stability to keep what it learns",
                "No study here sets more or less stability",
                verdict="not tested",
            ),
        ),
        (
            "Suppose that heavy symptoms shut a door to therapy, and that medication opens it. In "
            "our simulation everybody gets both, with the same 12 sessions. In week 28, who has "
            "learned most?",
            holds(
                lambda: (
                    (at().sessions, len(scores(at())) - 1) == (12, 28) and learned() == sorted(learned(), reverse=True)
                )
            ),
            holds(lambda: {len(option.split(":")) for option in asked(5).replies} == {2}),
        ),
        (
            "People with severe symptoms: the door opens most for them | The second half is right "
            "here: for them it opens most. But they began in front of a nearly closed door, and "
            "opened wider is not wide open. They end with about {} of 100 things, people with mild "
            "symptoms with about {}.",
            SEVERE,
            MILD,
            stands_for(5, "People with severe symptoms", [40, 52, 66]),
            holds(
                lambda: (
                    opened(at(), 8) > opened(at(severity=14), 8) + 5
                    and at().open[BOTH][0] < 25
                    and at().open[BOTH][12] < 85
                )
            ),
        ),
        (
            "People with mild symptoms: their door was open anyway | So it is behind this door: "
            "about {} of 100 things, and about {} in people with severe symptoms. Please keep two "
            "things in mind. Medication still helps people with severe symptoms most. And trials of "
            "therapy did not see them gain least.",
            MILD,
            SEVERE,
            stands_for(5, "People with mild symptoms", [66, 58, 48]),
            holds(lambda: through(14) > 90 and at().helped(34) > at().helped(24) > at().helped(14)),
            NOT_WEAKER,
        ),
        (
            "Everybody alike: medication evens it out | For that, medication would have to open the "
            "door all the way, straight away. Here it needs weeks and opens it partly: about {} of "
            "100 things with severe symptoms, about {} with mild ones.",
            SEVERE,
            MILD,
            stands_for(5, "Everybody alike", [60, 60, 60]),
            holds(lambda: opened(at(), 1) < 2 < 10 < opened(at(), 8) and at().through[BOTH] < 60),
            alike_without_a_door,
        ),
        (
            "People in the middle: neither shut out nor nearly well | A push does move a half-open "
            "door well. But the question is who has learned most in the end, and a door only takes "
            "away: about {} of 100 things with mild symptoms, about {} in the middle, about {} with "
            "severe ones.",
            MILD,
            MIDDLE,
            SEVERE,
            stands_for(5, "People in the middle", [46, 66, 46]),
            holds(lambda: through(24) - through(28) > max(through(12) - through(16), through(42) - through(46))),
            a_door_only_takes_away,
        ),
    ),
]
