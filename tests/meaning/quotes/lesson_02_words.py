"""What lesson 02's own words say of its model, its controls, missions and tasks, and what holds it."""

import functools

import numpy as np

from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import (
    also,
    answer,
    asked,
    hints,
    holds,
    judged,
    meets,
    points,
    said_task,
    spoken_row,
    values,
)
from tests.meaning.quotes.lesson_02 import (
    ASKED,
    BAD_DAY,
    BLIND,
    EIGHT,
    GOALS,
    LESSON,
    a_bad_day_passes,
    at,
    bracket_and_dots,
    control,
    each_group_gets_what_it_is_called,
    falls_and_leads,
    friendly,
    knowing_moves_hope,
    nobody_can_be_kept_from,
    opens,
    plans,
    shorter_is_smaller,
    unless_they_guess,
    visits_do_not_move_the_lead,
)
from tests.meaning.quotes.reading import THIRTEEN
from tests.meaning.quoting import effect, fills, quotes, the_effect, toy, why
from toolkit.explore import Run
from toolkit.lessons.compared_with_what.people import DAY, GROUPS, TREATED
from toolkit.model import DUMMY, MEDICATION, THERAPY, THERAPY_AND_DUMMY, WAITING, Contact, parameters

options = functools.partial(grounds.options, 2)

AGAINST_WAITING = "Therapy against waiting"


@fills
def per_ten(id, end=None):
    """For 10 who improve with the treatment named first, those who do in the other group, from a ratio."""
    found = the_effect(id, "SSRI", "RR of response")
    return f"{10 / (found.value if end is None else found.ci[end]):.0f}"


def two_headlines():
    """The same therapy, compared with two groups; with the therapy itself moved it does not count."""
    name = "Two headlines"
    far, hardly = at(tested=THERAPY, compared=WAITING), at(tested=THERAPY, compared=DUMMY)
    assert far.lead >= 5
    assert hardly.lead <= 2.5
    assert far.scores[THERAPY][12] == hardly.scores[THERAPY][12]
    pins = [
        Run(LESSON.opening | {"tested": THERAPY, "compared": WAITING, **more}, far) for more in ({}, {"teaching": 2.0})
    ]
    moved = {"tested": THERAPY, "compared": DUMMY}
    assert [meets(2, name, hardly, pin, **moved) for pin in pins] == [True, False]
    assert not meets(2, name, far, pins[0], tested=THERAPY, compared=WAITING)


def nobody_is_blinded_by_a_chair():
    """Two groups can be brought to 0, so all five cannot; there is no way to it, and no condition that holds."""
    assert sum(knows == 0 for knows in at(blind="raters").knows.values()) == 2
    assert all(nobody_can_be_kept_from(group) for group in (WAITING, THERAPY, THERAPY_AND_DUMMY))
    assert "recipe" not in LESSON.said_missions[1]
    assert not meets(2, "Blind everybody", at(blind="raters"), blind="raters")


def nothing_looks_strong():
    """Sessions that teach nothing lead waiting by 3 points and more, not the dummy pill, and count only if they teach nothing."""
    name, strong = "Make nothing look strong", at(tested=THERAPY, teaching=0.0, compared=WAITING)
    moved = {"tested": THERAPY, "teaching": 0.0, "compared": WAITING}
    assert strong.lead >= 3
    assert abs(friendly(DUMMY)) < 0.3
    assert meets(2, name, strong, **moved)
    assert not meets(2, name, strong, **moved | {"teaching": 0.1})
    assert not meets(2, name, at(tested=THERAPY, teaching=0.0, compared=DUMMY), **moved | {"compared": DUMMY})


def four_weeks_will_do():
    """In week 12, with what being seen gives left as it is: four weeks of visits are enough, three are not."""
    name, moved = "How long must somebody ask?", {"tested": DUMMY, "compared": WAITING}
    weeks = {visits: at(**moved, visits=visits) for visits in (3, 4, 26)}
    got = {visits: meets(2, name, trial, **moved, visits=visits) for visits, trial in weeks.items()}
    assert got == {3: False, 4: True, 26: False}
    assert [meets(2, name, weeks[26], **moved, visits=visits) for visits in (6, 7)] == [True, False]
    assert not meets(2, name, weeks[4], **moved, visits=4, seen=1.5)
    assert not meets(2, name, weeks[4], **moved, visits=4, week=13)


def four_guesses():
    """Each option stands for the number that it says, and the model is nearest to the last."""
    guesses = asked(2).guesses
    assert (
        [int(option.split(".")[0].removeprefix("About ")) for option in guesses]
        == list(guesses.values())
        == [1, 3, 5, 8]
    )
    assert abs(opens().share - 8) < 0.5
    assert opens().knows_tablet == 0


def label_of(*groups):
    """The row of the model's that names these groups works out their lead, and no other."""
    rows = [row for row in LESSON.study_panels[0]["rows"] if "label" in row]
    return [
        row["toy"]
        for row in rows
        if row["label"] == "the model: " + " / ".join(name.split(" with")[0] for name in groups)
    ]


def the_models_rows():
    for other in (WAITING, DUMMY, MEDICATION):
        assert label_of(THERAPY, other) == [["effect", THERAPY, other]]


def published(panel, *abouts):
    """A ground: rows of a panel name what their record compares, with its measure."""

    def hold():
        rows = {row["about"]: row for row in LESSON.study_panels[panel]["rows"] if "about" in row}
        for name, of in abouts:
            figure = rows[name]["figures"][0]
            assert of in figure.get("comparison", figure.get("arm", "")), name

    return hold


def fell(shown, group):
    """A group's fall by week 12, from its scores."""
    return points(shown.at(f"{group} (points)", 0) - shown.at(f"{group} (points)", 12))


def halved(shown, group):
    """People of 100 whose score has at least halved by week 12, as a rater takes it."""
    return f"{100 * (shown.result.rated[group][12] <= shown.result.entry / 2).mean():.0f}"


def says(shown, words):
    """A ground: what is shown is told in these words."""

    def hold():
        assert LESSON.sentence(shown()).startswith(words), LESSON.sentence(shown())

    return hold


def own(word):
    """What the ledger says of a number that is the lesson's own, by a word of it."""
    [entry] = [entry for entry in LESSON.own(LESSON.opening) if word in entry.what]
    return entry.value.replace("\u00a0", " "), entry.tag


QUOTES = [
    *quotes(
        "02 words",
        (
            "title | Compared with what? | hook | The leaflet says that the treatment works. What did they compare it with?",
            holds(lambda: (LESSON.title, control("compared").label) == ("Compared with what?", "Compared with")),
        ),
        *GOALS,
        (
            "explorer | How far ahead, and of whom? | studies | Published leads beside the model's",
            bracket_and_dots,
            toy(THIRTEEN, OPENING, lambda s: s.studies_sentence.startswith("Published, and the model")),
            holds(lambda: "lead" in LESSON.study_panels[0]["title"]),
        ),
        (
            "name | tested | label | Treatment tested | help | Whose lead do you want to see? | value | medication | "
            "options | medication | medication with visits | therapy | therapy | therapy with a dummy pill | therapy with a "
            "dummy pill | dummy pill with visits | dummy pill with visits",
            each_group_gets_what_it_is_called,
            holds(lambda: set(options("tested")) == set(GROUPS) - {WAITING}),
            falls_and_leads,
        ),
        (
            "name | compared | label | Compared with | help | Their group is the other end of the bracket. | value | dummy "
            "pill with visits | options | waiting list | waiting list | dummy pill with visits | dummy pill with visits | "
            "medication | medication with visits",
            bracket_and_dots,
            each_group_gets_what_it_is_called,
            holds(lambda: list(options("compared")) == [WAITING, DUMMY, MEDICATION]),
        ),
        (
            "name | medication | label | What the medication itself does | help | On top of time, hope and visits. 0: it "
            "does nothing. | value | parameter | drug.strength",
            holds(lambda: abs(at(medication=0.0).lead) < 1e-9 and at(medication=0.0).fall(MEDICATION) > 8),
        ),
        (
            "name | teaching | label | What therapy teaches | help | Skills. 0: friendly sessions, nothing learned. | value "
            "| parameter | skill.strength",
            holds(lambda: abs(friendly(DUMMY)) < 0.3),
        ),
        (
            "name | seen | label | What being seen gives | help | Hope and a person who asks: the same for doctor and "
            "therapist. | value | parameter | contact.strength",
            holds(lambda: abs(friendly(DUMMY)) < 0.3),
            holds(lambda: "expectation and regular contact" in parameters()["contact.strength"]["says"]),
        ),
        (
            "label | Visits to the doctor go on for | help | For everybody who gets tablets, with or without a drug.",
            holds(lambda: at(visits=4).course.plans[MEDICATION].visits == at(visits=4).course.plans[DUMMY].visits),
            holds(lambda: abs(at(visits=4).lead - at().lead) < 1e-6 and at(visits=4).fall(DUMMY) < at().fall(DUMMY)),
        ),
        (
            "label | Who is kept from knowing | help | A rater is the person who takes the score. | value | raters | more | "
            "options | nobody | nobody | tablets | people with tablets | raters | people with tablets, and the raters",
            holds(lambda: [at(blind=blind, kinder=4.0).knows_tablet for blind in options("blind")] == [100, 0, 0]),
            holds(lambda: at(kinder=4.0).lead == at().lead != at(blind="tablets", kinder=4.0).lead),
            holds(lambda: control("blind").more),
        ),
        (
            "label | Guess their tablet right | help | 50: no better than a coin. At 75, half of the people know their "
            "tablet, and the others are right half of the time.",
            holds(lambda: (at(guess=50).knows_tablet, at(guess=75).knows_tablet) == (0, 50)),
            holds(lambda: 50 + (100 - 50) / 2 == 75),
        ),
        (
            "label | Hope lost by knowing it is a dummy | help | Our choice: nobody has measured it.",
            holds(lambda: own("hope lost") == ("40 %", "teaching") and control("lost").value == 40),
            also("02", "Hope lost by knowing it is a dummy, Raters who know are kinder by"),
        ),
        (
            "label | Raters who know are kinder by | help | To the people on a treatment, as long as raters are not kept "
            "from knowing. Our choice.",
            holds(lambda: TREATED == (MEDICATION, THERAPY, THERAPY_AND_DUMMY)),
            holds(
                lambda: (
                    at(kinder=4.0).lead == at().lead
                    and abs(at(blind="tablets", kinder=4.0).lead - at().lead - 4) < 1e-9
                )
            ),
            holds(lambda: own("kinder") == ("1.0 points", "teaching")),
        ),
        (
            "label | Take in only people who score at least | help | On the day they come in, with that day's ups and "
            "downs. 0: everybody.",
            holds(lambda: opens().taken.all() and opens().least == 0),
            toy(THIRTEEN, BAD_DAY, lambda s: (s.result.taken == (s.result.entry >= 26)).all()),
            holds(lambda: abs(np.std(opens().entry - 24 * opens().course.cohort.traits.burden) - DAY) < 0.3),
        ),
        (
            "label | Number of people | help | With fewer people, chance shows more. | value | more | options | 100 "
            "people | 1,000 people | 10,000 people | kind | week | label | Read the result in week",
            holds(lambda: list(options("people")) == [100, 1000, 10000] and opens().course.cohort.size == 1000),
            holds(lambda: at(people=100).entry.size == 100),
        ),
        (
            "Five groups, one winter | says | Medication, compared with a dummy pill. Nobody with tablets knows which. "
            "Which part of the fall needs no tablet and no visit at all?",
            holds(lambda: len(opens().scores) == 5),
            toy(
                THIRTEEN,
                "Five groups, one winter",
                lambda s: (
                    (s.result.tested, s.result.compared, s.result.knows_tablet) == (MEDICATION, DUMMY, 0)
                    and 3 < s.result.fall(WAITING) < s.result.fall(DUMMY) - 3
                ),
            ),
            also("02 sheet", "the fall on the waiting list, 6.2 of the 13.1 points. Time did that"),
        ),
        (
            "Therapy against waiting | says | Therapy, compared with people on a waiting list. What do the people in "
            "therapy get that the waiting people do not? Count more than one thing.",
            holds(lambda: values(2, AGAINST_WAITING, "tested", "compared") == (THERAPY, WAITING)),
            holds(lambda: 3 < friendly(WAITING) < at(tested=THERAPY, compared=WAITING).lead - 1),
            also("02 sheet", "what is learned, and also visits, hope, and somebody who listens"),
        ),
        (
            "Everybody knows | says | Who is kept from knowing is set to nobody. Medication against a dummy pill. Which "
            "lines have moved since the opening, though no tablet has changed?",
            holds(lambda: values(2, BLIND, "blind", "tested", "compared") == ("nobody", MEDICATION, DUMMY)),
            knowing_moves_hope,
        ),
        (
            "Only on a bad day | says | Only people who score at least 26 on the day are taken in. What has changed more: "
            "the falls, or the lead?",
            holds(lambda: values(2, BAD_DAY, "least") == (26,)),
            a_bad_day_passes,
        ),
        (
            "A doctor who asks | says | What being seen gives is 1.5 × usual, for every group that is seen. How much better "
            "do people on medication do? And how much larger is the medication's lead?",
            holds(lambda: values(2, ASKED, "seen") == (1.5,)),
            visits_do_not_move_the_lead,
        ),
        (
            "Make two newspaper headlines about the same therapy: “far better” (a lead of at least 5 points) and “hardly "
            "better” (at most 2.5 points). You may not change the therapy. Pin keeps your first trial. | controls | "
            "Treatment tested | Compared with | Pin | core | hint | The people in therapy stay where they are. Move the "
            "people they are compared with.",
            two_headlines,
        ),
        (
            "Both trials are honest, and they agree about every single person in therapy. They answered different "
            "questions: is therapy better than having to wait? And does therapy add something to time, hope and visits? "
            "Neither question is the wrong one. It is wrong to ask one and to answer the other. Why is the dummy-pill group "
            "so hard to beat? It is seen, too.",
            two_headlines,
            each_group_gets_what_it_is_called,
        ),
        (
            "Start from Everybody knows. Now bring the line Know what they get to 0 of 100 for all five groups. | controls "
            "| Who is kept from knowing | core | hint | Two of the five groups can be brought to 0. Picture one person in "
            "each of the other three, on a Tuesday afternoon. What does she notice? | reply | Because you notice whether "
            "somebody has talked with you for an hour.",
            nobody_is_blinded_by_a_chair,
            toy(
                THIRTEEN, BLIND, lambda s: "Know what they get: waiting list 100 of 100 · dummy pill 100" in s.sentence
            ),
        ),
        (
            "A tablet can be disguised; a therapist cannot, and neither can an empty calendar. So in medication's lead over "
            "a dummy pill, hope can be nearly alike on both sides, unless people guess their tablet. In therapy's lead it "
            "never quite is. The same holds for both together, when people know that they get both. Therapy's lead is not "
            "false for that reason. It is a lead over people who knew that they had something else.",
            nobody_is_blinded_by_a_chair,
            holds(unless_they_guess),
        ),
        (
            "Set What therapy teaches to 0: the sessions are friendly, and nothing is learned. Now get this therapy a lead "
            "of at least 3 points.",
            nothing_looks_strong,
        ),
        (
            "Against waiting it looks strong; against a dummy pill it has no lead left. But was it nothing? These people "
            "were taught nothing, and still somebody saw them every week. In the model they really are better. Nobody's "
            "improvement here is imaginary.",
            nothing_looks_strong,
            holds(lambda: plans()[THERAPY].therapy.sessions_per_week == 1),
        ),
        (
            "Test the dummy pill with visits against the waiting list. In week 12, get a lead of at least 3.5 points with "
            "at most 6 weeks of visits, and leave what being seen gives as it is. What is the smallest number of weeks that "
            "will do?",
            four_weeks_will_do,
        ),
        (
            "Go down from 26, and watch when the lead begins to shrink. | recipe | set | tested | dummy pill with visits | "
            "set | compared | waiting list | set | visits | reply | The first weeks do most of the work, because in this "
            "model hope builds in about three weeks and fades over two years. Both numbers are our choice. The model knows "
            "only whether visits go on, not how many there are.",
            holds(lambda: shorter_is_smaller(3, 4, 5, 26)),
            holds(lambda: (Contact().building_weeks, Contact().fading_weeks) == (3, 2 * 52)),
            holds(
                lambda: (
                    {parameters()[f"contact.{name}_weeks"]["tag"] for name in ("building", "fading")} == {"teaching"}
                )
            ),
            holds(lambda: "Meetings go on or they do not; how many a week does" in (Contact.__doc__ or "")),
        ),
        (
            "In trials, an extra visit in week 3 was linked to a further fall of {} points, even with a dummy pill "
            "(Posternak 2007). But the number of visits was not assigned at random.",
            effect("posternak2007_visits", "week 3", "HRSD"),
            why("posternak2007_visits", "even on placebo", "not randomised visit frequency"),
        ),
        (
            "In our simulation, 1,000 people take medication for 12 weeks. Then the same people live the same 12 weeks "
            "again, with the same doctor and the same visits, but with a dummy pill. Nobody knows which tablet is which. On "
            "medication the average score falls (lower is better). Of every 10 points of that fall, how many also come with "
            "the dummy pill?",
            four_guesses,
            each_group_gets_what_it_is_called,
            holds(lambda: opens().course.cohort.size == 1000 and opens().week == 12),
            holds(lambda: abs(opens().share - 10 * opens().fall(DUMMY) / opens().fall(MEDICATION)) < 1e-9),
        ),
        (
            "About 1. There is nothing in the tablet. | You looked into the tablet, and you are right about what is in it. "
            "Now look around it. There are 12 weeks, a doctor who asks, and the hope that this may be the real one. In the "
            "model, these three give about {} of every 10 points. | About 3. It works for people who believe in it. | Hope "
            "is part of it, and it is not a weakness. But people also recover with time, and a doctor who asks every week "
            "may help people who expect nothing at all. Together, time, hope and visits give about {} of 10.",
            EIGHT,
            EIGHT,
            four_guesses,
            holds(lambda: 3 < opens().fall(WAITING) < opens().fall(DUMMY) - 3),
        ),
        (
            "About 5. Half tablet, half everything else. | Half and half is a fair first guess when two things happen at "
            "once. Here “everything else” is three things: time, hope and visits. They give about {} of 10, and the "
            "medication adds the rest on top. | About 8. The drug in the tablet is the smaller part. | So it is in the "
            "model: about {}. Trials point the same way. Take two groups of the same size in general practice. For every 10 "
            "people who improved clearly on an SSRI (a common kind of antidepressant), about {} did on a dummy pill ({} to "
            "{}; our sum).",
            EIGHT,
            EIGHT,
            per_ten("arroll2009_primarycare"),
            per_ten("arroll2009_primarycare", 1),
            per_ten("arroll2009_primarycare", 0),
            four_guesses,
            why("arroll2009_primarycare", "In general practice"),
        ),
        (
            "What did the dummy-pill group get that the waiting group did not? | right | Visits, and the hope of having the "
            "real tablet | replies | Time | Time passes in both groups. It is the one thing that every comparison shares. | "
            "Visits, and the hope of having the real tablet | Yes. So the two groups differ in more than a tablet. | A "
            "little of the drug | There is none in it. If that group improves, look for another ingredient. | Nothing | "
            "Mara's colleague would agree. But somebody asked these people every week how they were, and they might have "
            "had the medication.",
            answer(2, 1, "Visits, and the hope of having the real tablet", "Time", "A little of the drug", "Nothing"),
            each_group_gets_what_it_is_called,
            holds(lambda: 3 < opens().fall(WAITING) < opens().fall(DUMMY) - 3),
            also("02", '"So half of you get nothing," says a colleague'),
        ),
        (
            "An invented trial starts at 24 points. In week 12 people who wait are at 18 points, people with a dummy pill "
            "at 14, people in therapy at 12. Lower is better. By how many points is therapy ahead of waiting? | right | "
            "tolerance | unit | points | reply | Yes: 18 − 12 = 6. The lead is read between two groups on the same day. | "
            "hint | Take two groups on the same day, and subtract the lower score from the higher one.",
            holds(lambda: said_task(2, 2)["right"] == 18 - 12 and judged(2, 2, 6, True)),
            falls_and_leads,
        ),
        (
            "That is the fall in therapy, from 24 to 12. For the lead, compare two groups on the same day. | given | reply "
            "| That is the dummy pill's lead over waiting. Put therapy at one end. | given | reply | That is therapy's lead "
            "over the dummy pill. Who waited? | given | reply | The size is right. Lower is better, so turn the subtraction "
            "round.",
            holds(lambda: list(hints(2, 2)) == [24 - 12, 18 - 14, 14 - 12, 12 - 18]),
        ),
        (
            "In the same invented trial 18 of 100 people improve clearly while waiting, 33 of 100 with a dummy pill, and 42 "
            "of 100 in therapy. How many more people of 100 improve in therapy than with the dummy pill? | right | "
            "tolerance | unit | of 100 | reply | Yes: 42 − 33 = 9. The other 33 improved without therapy, and 58 have not "
            "improved clearly so far. | hint | How many improved in each of the two groups? Subtract them.",
            holds(lambda: said_task(2, 3)["right"] == 42 - 33 and judged(2, 3, 9, True)),
            holds(lambda: (42 - 9, 100 - 42) == (33, 58)),
        ),
        (
            "So many improved in therapy. How many improved in the other group? Subtract them. | given | reply | That is "
            "the lead over waiting. Here the other group has the dummy pill. | given | reply | That is the dummy pill's own "
            "lead over waiting. Put therapy at one end.",
            holds(lambda: list(hints(2, 3)) == [42, 42 - 18, 33 - 18]),
        ),
        (
            "A clinic takes in people only on their worst day and puts them at random into therapy or waiting. Both groups "
            "fall by 3 points more than in an ordinary trial. What happens to therapy's lead? | right | It stays about the "
            "same | replies | It grows by 3 points | The fall in therapy does. But the other end of the bracket has moved "
            "as well. | It stays about the same | Yes. A bad day passes in both groups (regression to the mean). It makes "
            "falls look large, and a fair comparison takes that out again. | It disappears | It would if all of the fall "
            "came from the bad day. Only the extra 3 points do, and both groups have them. | It cannot be told, because "
            "there is no medication group | A medication group would answer another question. This lead has both its ends.",
            answer(
                2,
                4,
                "It stays about the same",
                "It grows by 3 points",
                "It disappears",
                "It cannot be told, because there is no medication group",
            ),
            a_bad_day_passes,
        ),
        (
            "Trial X: therapy with medication against therapy with a dummy pill, and nobody knows the tablet. Trial Y: "
            "therapy with medication against therapy alone. People are put into groups at random in both. In which can more "
            "hope explain a part of the lead? | right | Mainly in Y | replies | Only in X | In X both groups have a tablet "
            "and wonder which. They hope alike, unless they guess. | Mainly in Y | Yes. In Y everybody knows who gets two "
            "treatments. Remember this when you read “both together is better”. | In both alike | The dummy pill is there "
            "to make the hope alike. Which trial has one? | In neither: chance has made the groups equal | It made them "
            "equal at the start. What people learn afterwards can make them differ again.",
            answer(2, 5, "Mainly in Y", "Only in X", "In both alike", "In neither: chance has made the groups equal"),
            holds(unless_they_guess),
            holds(lambda: nobody_can_be_kept_from(THERAPY)),
        ),
        (
            "title | lead in standard deviations (0: no lead) | ends",
            holds(lambda: LESSON.study_panels[0]["none"] == [0, "no lead"]),
            holds(
                lambda: all(
                    row["figures"][0]["measure"] in ("Hedges g", "SMD", "standardised mean difference")
                    for row in LESSON.study_panels[0]["rows"]
                    if "figures" in row
                )
            ),
        ),
        (
            "about | therapy / mixed groups | side | ▲ | figures | how | effect | comparison | psychotherapy vs control | "
            "measure | Hedges g | label | the model: therapy / waiting list | toy | effect | therapy | waiting list | "
            "finding | cuijpers2014_pill_placebo | about | therapy / dummy pill | side | ▲ | figures | how | effect | "
            "comparison | psychotherapy vs pill placebo, end of treatment | measure | Hedges g | finding | "
            "furukawa2017_cbt_severity | about | CBT / dummy pill | side | ▲ | figures | how | minus | comparison | CBT vs "
            "pill placebo | measure | SMD | label | the model: therapy / dummy pill | toy | effect | therapy | dummy pill "
            "with visits | finding | cuijpers2013_direct | about | therapy / medication | side | ○ | figures | how | effect "
            "| comparison | psychotherapy vs pharmacotherapy, post-treatment | measure | Hedges g | label | the model: "
            "therapy / medication | toy | effect | therapy | medication",
            the_models_rows,
            published(
                0,
                ("therapy / mixed groups", "psychotherapy vs control"),
                ("therapy / dummy pill", "psychotherapy vs pill placebo"),
                ("CBT / dummy pill", "CBT vs pill placebo"),
                ("therapy / medication", "psychotherapy vs pharmacotherapy"),
            ),
            holds(lambda: the_effect("furukawa2017_cbt_severity", "CBT", "SMD").value < 0),
        ),
        (
            "about | dummy / no treatment, all of medicine | side | ▼ | figures | how | minus | comparison | placebo vs no "
            "treatment, continuous outcomes, 82 trials (below 0: placebo better) | measure | standardised mean difference | "
            "finding | hrobjartsson2005_placebo_vs_nothing | about | the same, measured by others | side | ▼ | figures | "
            "how | minus | comparison | placebo vs no treatment, objective outcomes | measure | standardised mean "
            "difference | title | odds ratio of improving clearly (1: no difference)",
            published(
                0,
                ("dummy / no treatment, all of medicine", "continuous outcomes"),
                ("the same, measured by others", "objective outcomes"),
            ),
            why(
                "hrobjartsson2005_placebo_vs_nothing", "none on what others measure", "in all of medicine", against=True
            ),
            holds(lambda: LESSON.study_panels[1]["none"] == [1, "no difference"]),
        ),
        (
            "about | dummy pill / waiting list | side | ▲ | figures | how | effect | comparison | pill placebo vs waiting "
            "list | measure | OR of response | finding | michopoulos2021_controls | about | friendly talk / waiting list | "
            "side | ▲ | figures | how | effect | comparison | psychological placebo vs waiting list | measure | OR of "
            "response | finding | furukawa2014_waitlist | about | no treatment / waiting list | side | ◆ | figures | how | "
            "effect | comparison | no treatment vs waiting list | measure | OR of response",
            published(
                1,
                ("dummy pill / waiting list", "pill placebo vs waiting list"),
                ("friendly talk / waiting list", "psychological placebo vs waiting list"),
                ("no treatment / waiting list", "no treatment vs waiting list"),
            ),
            why("michopoulos2021_controls", "talking placebo"),
        ),
        (
            "about | social anxiety, group CBT with a dummy pill | side | ◆ | figures | arm | group CBT + placebo | outcome "
            "| CGI response | week | finding | davidson2004_socialphobia | about | social anxiety, group CBT without one | "
            "side | ◆ | figures | arm | group CBT | outcome | CGI response | week | finding | furukawa2016_placebo_rate | "
            "about | halved with a dummy pill, fewest in a year | side | ○ | figures | arm | placebo, lower end of the "
            "yearly averages since 1991 | outcome | response (score halved) | finding | furukawa2016_placebo_rate | about | "
            "halved with a dummy pill, most in a year | side | ○ | figures | arm | placebo, upper end of the yearly "
            "averages since 1991 | outcome | response (score halved) | label | the model: halved with a dummy pill | toy | "
            "people | dummy pill with visits",
            published(
                2,
                ("social anxiety, group CBT with a dummy pill", "group CBT + placebo"),
                ("halved with a dummy pill, fewest in a year", "lower end of the yearly averages"),
                ("halved with a dummy pill, most in a year", "upper end of the yearly averages"),
            ),
            holds(lambda: LESSON.study_panels[2]["rows"][1]["figures"][0]["arm"] == "group CBT"),
            holds(lambda: LESSON.study_panels[2]["rows"][-1]["toy"] == ["people", DUMMY]),
            why("davidson2004_socialphobia", "social phobia"),
        ),
        spoken_row(
            THIRTEEN,
            OPENING,
            "About {share:.0f} of every 10 points of the fall on medication came with the dummy pill too, and the "
            "medication added {lead} points on top.",
            share=lambda s: 10 * s.result.fall(DUMMY) / s.result.fall(MEDICATION),
            lead=lambda s: points(s.at("dummy pill with visits (points)", 12) - s.at("medication (points)", 12)),
        ),
        spoken_row(
            THIRTEEN,
            BLIND,
            "About {share:.0f} of every 10 points of the fall on medication came with the dummy pill too. The lead of "
            "medication is {lead} points.",
            share=lambda s: 10 * s.result.fall(DUMMY) / s.result.fall(MEDICATION),
            lead=lambda s: points(s.at("dummy pill with visits (points)", 12) - s.at("medication (points)", 12)),
        ),
        spoken_row(
            THIRTEEN,
            AGAINST_WAITING,
            "The lead of {tested} over {compared} is {lead} points.",
            tested="therapy",
            compared="the waiting list",
            lead=lambda s: points(s.at("waiting list (points)", 12) - s.at("therapy (points)", 12)),
        ),
        (
            "Here {{compared}} is ahead: {{tested}} is {{lead}} points behind. | level | Neither is ahead: {{tested}} and "
            "{{compared}} differ by {{lead}} points. | same_group | Both ends of the bracket are the same group, {{group}}: "
            "there is no lead to see.",
            says(
                lambda: at(tested=DUMMY, compared=MEDICATION),
                "Here medication is ahead: the dummy pill with visits is 2.2 points behind.",
            ),
            says(
                lambda: at(tested=MEDICATION, compared=MEDICATION),
                "Both ends of the bracket are the same group, medication: there is no lead to see.",
            ),
            says(
                lambda: at(tested=THERAPY_AND_DUMMY, medication=0.0, teaching=0.0),
                "Neither is ahead: therapy with a dummy pill and the dummy pill with visits differ by 0.0 points.",
            ),
        ),
        spoken_row(
            THIRTEEN,
            AGAINST_WAITING,
            "By week {week} the score fell by {falls} (lower is better).",
            week=12,
            falls=lambda s: f"{fell(s, THERAPY)} points (therapy), {fell(s, WAITING)} points (waiting list)",
        ),
        spoken_row(
            THIRTEEN,
            AGAINST_WAITING,
            "Symptoms have at least halved in {people}. The others improved less, or have not improved so far.",
            people=lambda s: f"{halved(s, THERAPY)} of 100 (therapy) and in {halved(s, WAITING)} of 100 (waiting list)",
        ),
        spoken_row(
            THIRTEEN,
            BAD_DAY,
            "Taken in were only people who scored at least {least} points on the day. The group that waited fell by {fall} "
            "points; with everybody taken in, by {fall_everybody}. The lead is {lead} points; with everybody taken in, it "
            "is {lead_everybody}.",
            least=26,
            fall=lambda s: points(s.at("waiting list: fall (points)", 12)),
            fall_everybody=lambda s: points(opens().fall(WAITING)),
            lead=lambda s: points(s.at("dummy pill with visits (points)", 12) - s.at("medication (points)", 12)),
            lead_everybody=lambda s: points(opens().lead),
        ),
        spoken_row(
            THIRTEEN,
            BLIND,
            "Know what they get: waiting list 100 of 100 · dummy pill {tablet} · medication {tablet} · therapy 100 · "
            "therapy with a dummy pill 100 (of the tablet: {tablet}).",
            tablet=lambda s: s.result.knows[DUMMY],
        ),
        (
            "In the picture as it is set now, about {{share:.0f}} of every 10 points come with the dummy pill too.",
            holds(
                lambda: (
                    LESSON.compare_guess("", opens())
                    == "In the picture as it is set now, about 8 of every 10 points come with the dummy pill too."
                )
            ),
            holds(lambda: "about 6 of every 10" in LESSON.compare_guess("", settings(THIRTEEN)[BLIND].result)),
        ),
        (
            "score (points; lower is better) | hover | %{{{{y:.1f}}}} points in week %{{{{x:.0f}}}} | bracket | the lead | "
            "lead | lead {{lead}} | people_of_100 | 100 people in each group, week {{week}} | halved | symptoms at least "
            "halved | not_halved | not halved so far | column | {{group}} (points) | fall_column | {{group}}: fall (points) "
            "| halved_column | {{group}}: halved (%)",
            bracket_and_dots,
            falls_and_leads,
            toy(THIRTEEN, OPENING, lambda s: s.at("medication: halved (%)", 12) == s.result.people(MEDICATION)),
        ),
        (
            "how far a day's score strays from somebody's usual one when they come in (SD) | own_lost | hope lost by people "
            "who know that their pill is a dummy | own_kinder | how much kinder raters are who know, to people on a "
            "treatment | own_guess | people who guess their tablet right | in_points | {{number:.1f}} points",
            holds(
                lambda: (
                    [own(word)[0] for word in ("strays", "lost", "kinder", "guess")]
                    == ["4.0 points", "40 %", "1.0 points", "50 of 100"]
                )
            ),
            holds(lambda: abs(np.std(opens().entry - 24 * opens().course.cohort.traits.burden) - DAY) < 0.3),
            knowing_moves_hope,
        ),
        (
            "named | waiting list | the waiting list | dummy pill with visits | the dummy pill with visits | medication | "
            "medication | therapy | therapy | therapy with a dummy pill | therapy with a dummy pill | short | waiting list "
            "| waiting list | dummy pill with visits | dummy pill | medication | medication | therapy | therapy | therapy "
            "with a dummy pill | therapy + dummy",
            holds(lambda: set(GROUPS) == set(LESSON.says["named"]) == set(LESSON.says["short"])),
            each_group_gets_what_it_is_called,
        ),
    ),
]
