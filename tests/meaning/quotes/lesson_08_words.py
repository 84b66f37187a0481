"""What lesson 08's own words say before anything is worked out, and what holds it."""

import functools
import math

import numpy as np

import toolkit
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import also, answer, holds, in_many_lessons, kinds, mission_is, said_control, traces
from tests.meaning.quotes.lesson_08 import (
    BOXES,
    LESSON,
    TARGET,
    TRIAL,
    TWICE,
    a_mood_stabiliser_only_prevents,
    at,
    dose_and_target,
    first_picture,
    other_pictures,
    resembles,
    rounded,
    star,
    success,
    up_from,
    well,
    who_gets_well_leaves,
)
from tests.meaning.quotes.reading import EIGHT
from tests.meaning.quoting import across, quotes, share, toy, why
from toolkit.lessons.finding_the_right_medication.people import (
    DOSES,
    MEASURED,
    NONE,
    SAME,
    SEARCH,
)
from toolkit.lessons.studies import panel_rows
from toolkit.model import MEDICATION_KINDS, Model

from .lesson_08_more import open_squares_are_the_model

task = functools.partial(grounds.said_task, 8)
hints = functools.partial(grounds.hints, 8)


def step_by_step(leaving=0.0):
    """People of 100 who get well at steps that help 40, 30, 20 and 10 of 100 of those still there."""
    there, found = 100.0, []
    for helped in (0.4, 0.3, 0.2, 0.1):
        found.append(there * helped)
        there *= (1 - helped) * (1 - leaving)
    return found


def rows(kind):
    """(halved, still well, learned) on a kind and on a dummy pill, of 100."""
    return at(show="kind", kind=kind).kind.rows


def row(place, published, toy_):
    """A row of the studies' picture: what was published, and what the model has in its place."""

    def hold():
        drawn = panel_rows(LESSON.study_panels[0], at())[place]
        values = [value for value, *_ in drawn.published.values()]
        assert np.allclose([*values, drawn.toy[""]], [100 * published(), toy_()], atol=0.01), drawn

    return hold


def arm(id, name, outcome=""):
    found = [arm.value for arm in toolkit.finding(id).arms if name in arm.name and outcome in arm.outcome]
    return lambda: found[0]


def curves():
    """The four curves of the second picture by name, at each dose."""
    care, shown = at(show="dose"), settings(EIGHT)[TWICE]
    drawn = [traces(shown, name)[0]["y"] for name in ("target filled", "halved", "bothered", "stopped")]
    ours = [[care.filled(dose) for dose in np.linspace(0, 4, 41)], *np.array([care.doses.at(d) for d in DOSES]).T]
    return all(np.allclose(one, other) for one, other in zip(drawn, ours, strict=True))


QUOTES = [
    *quotes(
        "08 words",
        (
            "Four medications in turn, and each helps fewer people than the one before. Is each of them worse?",
            holds(lambda: (np.diff(success()) < 0).all() and (np.diff(success(strength=0.0)) < 0).all()),
        ),
        (
            "follow a group of people from one try to the next, and count them",
            holds(lambda: kinds(8, 1) == ["choose"] and task(1)["right"].endswith("have left the group")),
            who_gets_well_leaves,
        ),
        (
            "work out how many of 100 get well in several tries, if nobody leaves and if some do",
            holds(
                lambda: kinds(8, 2) == ["calculate", "calculate"],
                lambda: abs(task(2)["right"] - 69.76) < 0.5 and abs(task(3)["right"] - 59.6) < 0.1,
            ),
        ),
        (
            "say what a higher dose brings and what it costs",
            holds(lambda: kinds(8, 3) == ["choose"] and "89 %, with twice the side effects" in task(4)["right"]),
            dose_and_target,
        ),
        (
            "tell apart what a medication does at its target, how soon it helps, and what the illness is",
            holds(lambda: kinds(8, 4) == ["choose"] and "What he lacked" in task(5)["right"]),
        ),
        (
            "One medication after another | studies | Published figures beside the model's",
            open_squares_are_the_model,
            holds(lambda: said_control(8, "show")["options"][0] == ["search", "one medication after another"]),
        ),
        (
            "Three pictures of the same people. | value | search | options | search | one medication after another | dose "
            "| one dose or another | kind | one kind or another",
            first_picture,
            other_pictures,
            holds(lambda: len(said_control(8, "show")["options"]) == 3),
        ),
        (
            "Different medications | help | 1: the same tablet in every new box",
            holds(
                lambda: np.array_equal(success(medications=1), success(SAME)),
                lambda: not np.array_equal(success(), success(SAME)),
            ),
        ),
        (
            "What the medication itself does | help | 0: there is no drug in the tablets",
            holds(
                lambda: np.array_equal(success(SAME, strength=0.0), success(NONE, strength=0.0)),
                lambda: (
                    at(strength=0.0).filled(1.0) == 0 and said_control(8, "strength")["parameter"] == "drug.strength"
                ),
            ),
        ),
        (
            "How easily people stop | help | The chance of stopping in the first week. Later it is smaller",
            holds(
                lambda: said_control(8, "leaving")["parameter"] == "adherence.stopping",
                lambda: math.isclose(Model().adherence.hazard(0.0), Model().adherence.stopping),
                lambda: Model().adherence.hazard(20.0) < Model().adherence.hazard(0.0) / 3,
            ),
        ),
        (
            "In the second picture. | value | options | half the usual dose | the usual dose | twice the usual dose | four "
            "times the usual dose",
            holds(
                lambda: [value for value, _ in said_control(8, "dose")["options"]] == [0.5, 1.0, 2.0, 4.0],
                lambda: LESSON.sentence(at(dose=4.0)) == LESSON.sentence(at()),
                lambda: LESSON.sentence(at(show="dose", dose=4.0)) != LESSON.sentence(at(show="dose")),
            ),
        ),
        (
            "In the third picture. | value | antidepressant | options | antidepressant | antidepressant | stimulant | "
            "stimulant | calming drug | calming drug | mood stabiliser | mood stabiliser",
            holds(
                lambda: [value for value, _ in said_control(8, "kind")["options"]] == list(MEDICATION_KINDS),
                lambda: LESSON.sentence(at(kind="stimulant")) == LESSON.sentence(at()),
            ),
        ),
        (
            "How alike the medications are | help | 1: who gains little from one gains little from all",
            resembles,
        ),
        (
            "Weeks on each medication | help | How long a step lasts before somebody judges it",
            holds(lambda: at(medications=1, patience=4).steps.course.weeks == 4 * 4 and at().steps.course.weeks == 48),
        ),
        (
            "Anyone not well after 12 weeks tries the next medication. Look at the dashed line: those people kept the same "
            "medication all along. How far apart are the two lines",
            first_picture,
            holds(lambda: at().steps.weeks == 12 and abs(success() - success(SAME)).max() < 4),
        ),
        (
            "Only the box is new at each step. Who takes part in step 1, and who of them still takes part in step 4",
            across(
                EIGHT,
                BOXES,
                OPENING,
                lambda box, usual: np.array_equal(box.result.steps.success(SEARCH), usual.result.steps.success(SAME)),
            ),
            who_gets_well_leaves,
        ),
        (
            "The medications are 1.4 × as strong as usual, and more people stop. In a large trial, {}, {}, {} and {} of "
            "100 were well at steps 1 to 4. Which of the model's steps come near, and which do not",
            *(star(step) for step in range(1, 5)),
            toy(
                EIGHT, TRIAL, lambda s: s.values["strength"] == 1.4 and s.values["leaving"] > LESSON.opening["leaving"]
            ),
            toy(EIGHT, TRIAL, lambda s: s.result.steps.ends(SEARCH)[1] > at().steps.ends(SEARCH)[1] + 5),
        ),
        (
            "Everybody takes twice the usual dose. Which of the four curves still go up to the right, and who would feel that",
            toy(EIGHT, TWICE, lambda s: s.values["dose"] == 2.0),
            holds(
                curves,
                lambda: [what for what, up in up_from(2.0).items() if up > 4] == ["filled", "bothered", "stopped"],
            ),
        ),
        (
            "An antidepressant is taken for eight weeks and then stopped. How many days lie between a full target and a full "
            "effect? Then try the other three kinds",
            toy(EIGHT, TARGET, lambda s: s.values["kind"] == "antidepressant" and len(MEDICATION_KINDS) == 4),
            toy(EIGHT, TARGET, lambda s: s.result.kind.filled.argmax() == s.result.kind.effect.argmax() == 7 * 8),
        ),
        (
            "Bring success in step 4 down to two thirds of step 1, or less, with tablets that hold no drug at all",
            mission_is(8, 0, "strength", core=True, reached={"strength": 0.0}),
            holds(lambda: success(strength=0.0)[3] <= success(strength=0.0)[0] * 2 / 3),
        ),
        (
            "One slider is enough. Take the drug out of the tablets, and read the two lines of a new box and the dummy pill",
            mission_is(8, 0, "strength", core=True, reached={"strength": 0.0}),
            holds(
                lambda: (
                    [trace["name"] for trace in LESSON.chart(at(strength=0.0))["data"] if trace["mode"] == "lines"]
                    == ["a new box", "the same one", "dummy pill"]
                )
            ),
        ),
        (
            "So success falls from step to step even where there is nothing that could work worse and worse. Whoever gets "
            "well leaves the group, and those who need longer stay in it. A row of falling numbers is therefore no verdict "
            "on the fourth medication. For a verdict you need somebody to compare with: people on a dummy pill, or people "
            "who keep the first medication",
            holds(lambda: max(np.diff(success(strength=0.0)).max(), np.diff(success(NONE)).max()) < 0),
            who_gets_well_leaves,
            first_picture,
        ),
        (
            "Start from One tablet, four boxes. Make step 2 do at least twice as well as step 1. The tablet stays the same in "
            "every box, and as strong as it is",
            mission_is(
                8,
                1,
                "patience",
                core=True,
                reached={"medications": 1, "patience": 4},
                but_not=({"medications": 1, "patience": 10},),
            ),
            holds(lambda: (lambda steps: steps[1] >= 2 * steps[0])(success(medications=1, patience=4))),
        ),
        (
            "It is under More. What does a tablet need before anybody can judge it",
            holds(lambda: said_control(8, "patience")["more"]),
        ),
        (
            "Judged after a few weeks, the first box looks bad, and the second gets the credit for what the first began, "
            "and for time. In trials, some people looked after two weeks as if nothing would come of it. Of these, {} % "
            "had responded by week 6, and {} % by week 12 (de Vries 2019). Waiting has a price as well: weeks in which "
            "somebody is unwell. When to change is a decision for two people, and no slider knows it",
            share("devries2019_early", "predicted", week=6),
            share("devries2019_early", "predicted", week=12),
            why("devries2019_early", "of those predicted not to respond", "No improvement by week 2"),
            holds(
                lambda: success(medications=1, patience=4)[0] < 5 < success(medications=1, patience=4)[1],
                # Time does its part: with a dummy pill, too, the second box looks better.
                lambda: (lambda steps: steps[1] > 2 * steps[0])(success(NONE, medications=1, patience=4)),
            ),
        ),
        (
            "Go to the picture one dose or another. Find a dose with which at least 5 more of 100 people halve their "
            "symptoms than with the usual dose. Leave what the medication itself does as it is, with 1,000 people or more",
            mission_is(8, 2, "show", "dose"),
            holds(lambda: max(at().doses.at(dose)[0] for dose in (0.5, 2.0, 4.0)) < at().doses.at(1.0)[0] + 5),
        ),
        (
            "Follow the solid line. How much of the target is still empty at the usual dose",
            other_pictures,
            holds(lambda: traces(settings(EIGHT)[TWICE], "target filled")[0]["line"]["dash"] == "solid"),
        ),
        (
            "There is none. The usual dose fills 80 % of the target, and the rest holds little. What goes on rising is the "
            "number of people with side effects, and of those who stop. That is why the dashed line bends down again. For "
            "one person, a higher dose may still be right: here everybody gets the same, and people differ",
            holds(
                lambda: rounded(at().filled(1.0)) == 80,
                lambda: min(up_from(2.0)[what] for what in ("bothered", "stopped")) > 4,
                lambda: up_from(2.0)["halved"] < 0 < up_from(1.0)["halved"] < 2,
                lambda: traces(settings(EIGHT)[TWICE], "halved")[0]["line"]["dash"] == "dash",
                lambda: np.ptp(at().steps.course.cohort.traits.drug_response) > 1,
            ),
        ),
        (
            "Go to the picture one kind or another. Find the kind with which no more people halve their symptoms than with "
            "a dummy pill, although of 100 who got better, at least 15 more stay well",
            mission_is(
                8,
                3,
                "show",
                "kind",
                reached={"show": "kind", "kind": "mood stabiliser"},
                but_not=({"show": "kind", "kind": "antidepressant"},),
            ),
            a_mood_stabiliser_only_prevents,
        ),
        (
            "Read the row “halved by week 12” first, and then the one below it",
            holds(lambda: list(LESSON.says["rows"].values())[:2] == ["halved by week 12", "still well, week 48"]),
        ),
        (
            "A mood stabiliser, as we drew it, lifts nobody. It keeps people well who are well already. In life some of "
            "them treat an episode, too; we left that out to see prevention alone. So “does it work?” needs a second "
            "question: does what, and when",
            a_mood_stabiliser_only_prevents,
            holds(lambda: "also treat an episode" in MEDICATION_KINDS["mood stabiliser"].caveat),
        ),
        (
            "In our simulation, {} of 100 people are well after 12 weeks on a medication. Whoever is not well goes on to a "
            "second step of 12 weeks, then to a third and a fourth. Each step brings a new box, but in secret the tablet "
            "is the same every time. Of 100 people who stay to the end of step 4, how many are well then",
            well(SAME, 1),
            who_gets_well_leaves,
            holds(lambda: len(success(SAME)) == 4 and LESSON.asked["guesses"] == [29, 13, 40, 0]),
        ),
        (
            "About {}: it is the same tablet | The tablet is the same, that is right. But are the people? Ask yourself who "
            "is no longer in the group at step 4, and why",
            well(SAME, 1),
            who_gets_well_leaves,
        ),
        (
            "About 13: less than half as many | So it is in the model, give or take a few. Perhaps you thought of who is "
            "still in the group. Now look at the people who really change their medication: do they look very different",
            holds(
                lambda: abs(success(SAME)[3] - 13) < 3 and success(SAME)[3] < success(SAME)[0] / 2,
                lambda: abs(success() - success(SAME)).max() < 4,
            ),
        ),
        (
            "About 40: they have been treated longer | Time does help, and somebody who has waited longer has had more of it. "
            "Something else is stronger here. Watch who has left the group by step 4",
            who_gets_well_leaves,
            holds(lambda: np.diff(success(SAME)).max() < 0),
        ),
        (
            "None: it has failed three times | A step that did not help says something, but not everything. Some people "
            "simply need longer, and some get well at every step",
            holds(lambda: min(success()) > 10),
            who_gets_well_leaves,
        ),
        (
            "With the same tablet four times, why does the fourth step look so much worse than the first? | right | People "
            "who get well soon have left the group",
            answer(8, 1, "People who get well soon have left the group"),
            holds(lambda: success(SAME)[3] < success(SAME)[0] / 2),
        ),
        (
            "The body has got used to the tablet | A reasonable idea. But in this model an effect does not wear off. Think "
            "of who still takes part in step 4",
            holds(lambda: np.diff(at(show="kind").kind.effect[:57]).min() > 0),
        ),
        (
            "People who get well soon have left the group | Yes. Each step keeps those who have not been helped yet. This "
            "is called selection, and the tablet need not change for it",
            answer(8, 1, "People who get well soon have left the group"),
            who_gets_well_leaves,
        ),
        (
            "Four medications are too many | In that preset it is one. What else differs between the people of step 1 and "
            "of step 4?",
            toy(EIGHT, BOXES, lambda s: s.values["medications"] == 1),
        ),
        (
            "The rating is stricter at the end | Well means 7 points or fewer at every step. Look at the people, not at "
            "the ruler",
            who_gets_well_leaves,
        ),
        (
            "Of those still unwell, 40 % get well in step 1, 30 % in step 2, 20 % in step 3 and 10 % in step 4. If nobody ever "
            "leaves, how many of 100 get well at some step",
            holds(lambda: round(sum(step_by_step())) == task(2)["right"] == 70),
        ),
        (
            "Yes: 60 % × 70 % × 80 % × 90 % = 30 % stay unwell, so 70 get well. It assumes that nobody leaves. | hint | "
            "Follow those still unwell: 60 of 100 after step 1. Then 70 % of these stay unwell, and so on",
            holds(lambda: round(100 * 0.6 * 0.7 * 0.8 * 0.9) == 30 == 100 - round(sum(step_by_step()))),
        ),
        (
            "That adds the four shares, but each is a share of those still unwell, and they get fewer. | given | reply | "
            "That is how many stay unwell. Turn it round. | given | reply | That is the average step. Follow the people "
            "from step to step instead",
            holds(lambda: hints(2) == [40 + 30 + 20 + 10, 100 - 70, (40 + 30 + 20 + 10) / 4]),
        ),
        (
            "The same steps, but after each step one in four of those still unwell leaves care. How many of the 100 who "
            "began get well at some step",
            holds(lambda: abs(sum(step_by_step(1 / 4)) - task(3)["right"]) < 0.1),
        ),
        (
            "Yes: 40 + 13.5 + 4.7 + 1.4. Leaving costs ten people here. They are not failures: nobody knows how they are. "
            "| hint | After step 1, 60 are unwell and 45 of them stay. 30 % of these 45 get well, and so on",
            holds(
                lambda: [round(people, 1) for people in step_by_step(1 / 4)] == [40, 13.5, 4.7, 1.4],
                lambda: round(sum(step_by_step()) - sum(step_by_step(1 / 4))) == 10,
            ),
        ),
        (
            "That is with nobody leaving. Take a quarter off the unwell before each new step. | given | reply | Not a "
            "quarter off the result: leaving comes after step 1, so its 40 are not touched",
            holds(lambda: hints(3) == [70, 70 * 0.75] and step_by_step(1 / 4)[0] == 40),
        ),
        (
            "In the model the usual dose fills 80 % of the target. What does doubling the dose do? | right | Fills 89 %, "
            "with twice the side effects",
            answer(8, 4, "Fills 89 %, with twice the side effects"),
            dose_and_target,
        ),
        (
            "Fills twice as much of it, so twice the effect | Twice the tablets, twice the effect: many people think so. "
            "But no target can be more than full. Go to the picture one dose or another, and follow the solid line",
            dose_and_target,
            other_pictures,
        ),
        (
            "Fills 89 %, with twice the side effects | Yes: 2 ÷ (2 + 0.25) = 0.89. The effect follows what is filled, side "
            "effects follow the dose. A curve that flattens like this is called a plateau",
            answer(8, 4, "Fills 89 %, with twice the side effects"),
            dose_and_target,
        ),
        (
            "Fills 100 %, and nothing else changes | It comes near to full, but something else does change. Read the side "
            "effects. | Fills 80 %, as before | It rises a little. Work it out: dose ÷ (dose + 0.25)",
            dose_and_target,
            holds(lambda: 0 < up_from(1.0)["filled"] < 10 and up_from(1.0)["bothered"] > 25),
        ),
        (
            "Ali starts an antidepressant. Its target is filled within days. Four weeks later he feels better, and a "
            "friend says: “So you had too little of it.” Which answer is fair? | right | It helped. What he lacked, or "
            "whether he lacked anything, this does not tell",
            answer(8, 5, "It helped. What he lacked, or whether he lacked anything, this does not tell"),
            toy(EIGHT, TARGET, lambda s: s.result.kind.nears(s.result.kind.filled) < 7),
            toy(EIGHT, TARGET, lambda s: 21 < s.result.kind.nears(s.result.kind.effect) <= 35),
        ),
        (
            "Right: what helps shows what was missing | Many of us were told so. But a painkiller helps a headache, and "
            "nobody lacks painkillers. Relief tells that something helped, and not what was wrong",
            why("moncrieff2022", "no consistent evidence", "efficacy is a separate question"),
            also("08 sheet", "Many of us were told so"),
            also("08", "Relief says nothing about a lack"),
        ),
        (
            "It helped. What he lacked, or whether he lacked anything, this does not tell | Yes. What a medication does at "
            "its target is one question, and what the illness is another",
            answer(8, 5, "It helped. What he lacked, or whether he lacked anything, this does not tell"),
            also("08", "two questions that sound like one. What does a medication do at its target?"),
        ),
        (
            "If the explanation is wrong, he should stop | A wrong explanation does not make a treatment useless. Whether "
            "it helps is seen by watching how he is, together with the prescriber. Staying on is a choice too",
            why("moncrieff2022", "Says little about whether SSRIs WORK"),
            also("08", "a wrong explanation does not make a treatment useless: please do not stop because of it"),
            in_many_lessons("taying on is a choice too", 10),
        ),
        (
            "It was only hope, because the target was full long before | Hope plays its part. But an effect may need weeks "
            "after the target is full, and in trials people did better on an antidepressant than on a dummy pill",
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
            toy(
                EIGHT,
                TARGET,
                lambda s: s.result.kind.nears(s.result.kind.effect) > s.result.kind.nears(s.result.kind.filled) + 21,
            ),
            holds(lambda: success(NONE)[0] > 20),
        ),
        (
            "% of people, or of the target | ends | rows | finding | stard2006 | about | well after step 1 | side | ▲ | "
            "figures | arm | step 1 | outcome | remission (QIDS-SR16 <=5) | toy | well_after_step | different medications",
            row(0, arm("stard2006", "step 1"), lambda: success()[0]),
        ),
        *(
            (
                f"stard2006 | about | well after step {step} | side | ▲ | figures | arm | step {step} | outcome | remission",
                row(step - 1, arm("stard2006", f"step {step}"), lambda step=step: success()[step - 1]),
            )
            for step in (2, 3, 4)
        ),
        (
            "stard2006 | about | all four, if nobody had left | side | ▲ | figures | arm | cumulative, theoretical | outcome | "
            "remission | toy | total | if nobody left",
            row(4, arm("stard2006", "theoretical"), lambda: at().steps.if_nobody_left(SEARCH)),
            why("stard2006", "assumes nobody leaves", against=False),
        ),
        (
            "pigott2023 | about | all four, counted again | side | ▼ | figures | arm | cumulative, reanalysis | outcome | "
            "remission | toy | total | counted",
            row(5, arm("pigott2023", "reanalysis"), lambda: at().steps.ends(SEARCH)[0]),
            why("pigott2023", "by its original protocol", against=True),
        ),
        (
            "guo2015_mbc | about | symptoms halved, measured care | side | ○ | figures | arm | measurement-based care | "
            "outcome | response | week | toy | halved | measured care | finding | guo2015_mbc | about | symptoms halved, "
            "usual care | side | ○ | figures | arm | standard care | outcome | response | week | toy | halved",
            row(6, arm("guo2015_mbc", "measurement", "response"), lambda: at().halved(MEASURED)),
            row(7, arm("guo2015_mbc", "standard", "response"), lambda: at().halved(1.0)),
        ),
        (
            "meyer2004_sert | about | target filled, lowest usual dose | side | ○ | figures | arm | minimum therapeutic "
            "dose, low end of means | minimum therapeutic dose, high end of means | outcome | SERT occupancy",
            row(
                8,
                lambda: (arm("meyer2004_sert", "low end")() + arm("meyer2004_sert", "high end")()) / 2,
                lambda: at().filled(1.0),
            ),
        ),
        (
            "hu2004_sideeffects | about | a side effect that bothers | side | ○ | figures | arm | SSRI starters | outcome "
            "| bothersome side effect",
            row(9, arm("hu2004_sideeffects", "SSRI starters", "bothersome side"), lambda: at().bothered(1.0)),
        ),
    ),
]
