"""What lesson 15's own words say of its clinic, its guess, missions and tasks, and what holds it."""

import functools
import re

import numpy as np

import toolkit
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes.grounds import (
    also,
    answer,
    as_it_opens,
    asked,
    control,
    goals_by,
    guessed,
    holds,
    mission,
    moved,
    never,
    own,
    reached,
    reply,
    spoken,
    task,
)
from tests.meaning.quotes.lesson_15 import (
    FIFTEEN,
    GOALS,
    HOOK,
    NOBODY_LAST,
    SEVENTY_WAITING,
    above_left,
    above_right,
    below,
    both,
    budget_by_week,
    clinic,
    first_are_least_ill_of_all,
    in_thirds,
    lost_if_unused,
    luck_of_lists,
    marks_in,
    opening,
    own_marks,
    started,
)
from tests.meaning.quoting import across, quotes, toy, why
from toolkit.lessons.year_in_the_clinic.people import HEAVY, MIXED, STEP
from toolkit.model import WAITING

says = functools.partial(spoken, 15)

WHO, NEXT, MEDICATED = "On the list for therapy", "Who is next", "Who gets medication"


def severe(year):
    """Who counts as severely ill at entry."""
    return year.entry >= HEAVY


def starts(year):
    return np.isfinite(year.began)


def at_the_end(year):
    """People of 100 who have halved: under the rule, waiting, with both."""
    return [100 * year.responding[52, year.course.arm(arm)].mean() for arm in ("rule", WAITING, "both for all")]


def hovers_tell_who_halved():
    """Whether filled marks say that symptoms have halved, and open ones that they have not."""
    said = {mark["marker"]["symbol"].endswith("-open"): mark["hovertemplate"] for mark in marks_in("x")}
    return "symptoms not halved in week 52" in said[True] and "symptoms halved in week 52" in said[False]


def marks_are_shares():
    """Whether the six groups' marks are who started, who has halved, and who would with both."""
    year, marks = opening(), {mark["name"]: mark["x"] for mark in marks_in("x3")}
    groups = list(year.groups.values())
    would = [100 * year.responding[52, 2][who].mean() for who in groups]
    better = [100 * year.responding[52, 0][who].mean() for who in groups]
    begun = [100 * starts(year)[who].mean() for who in groups]
    return all(
        np.allclose(marks[name], found)
        for name, found in (("started therapy", begun), ("halved", better), ("halved, with both for all", would))
    )


def model_row(name):
    """What the studies' picture has for the model in a row, of 100."""
    found = re.search(rf"the model: {name} ([\d.]+)", settings(FIFTEEN)[OPENING].studies_sentence)
    return round(float(found[1]))


def drawn_as(id, about, side):
    """Whether the studies' picture has the study by that side."""
    rows = settings(FIFTEEN)[OPENING].studies_chart["layout"]["yaxis"]["ticktext"]
    return any(row.replace("<br>", " ") == f"{side} {toolkit.finding(id).short}: {about}" for row in rows)


def column(name, check):
    """A column of the table is what it is called."""

    def hold():
        assert check(settings(FIFTEEN)[OPENING].table[name], opening())

    return hold


def ledger():
    lesson = toolkit.lessons.lesson(15)
    return lesson.own(lesson.opening)


QUOTES = [
    *quotes(
        "15 words",
        HOOK,
        *goals_by(15, *GOALS),
        (
            "A list, a budget, a rule | studies | Published shares beside the model's",
            holds(lambda: own_marks("square-open", 2)),
            holds(
                lambda: control(15, "People on the list") and control(15, "Sessions in the year for every 100 people")
            ),
        ),
        (
            "People on the list",
            moved(15, "People on the list", 200, lambda year: year.entry.size == 200),
        ),
        (
            "All of them are there from the first day. With more people there is less luck",
            holds(lambda: luck_of_lists(1000) < luck_of_lists(100) / 2),
            clinic(first_are_least_ill_of_all, order="light"),
        ),
        (
            "Sessions in the year for every 100 people",
            moved(15, "Sessions in the year for every 100 people", 100, lambda y: 150 < y.used <= 200, people=200),
        ),
        (
            "Spread evenly over 52 weeks. What nobody can use in its week is lost",
            holds(budget_by_week),
            holds(lost_if_unused),
        ),
        (
            "Sessions for each person",
            moved(15, "Sessions for each person", 5, lambda year: year.course.sessions_used[0].max() == 5),
        ),
        (
            "One a week. Whoever leaves early makes room for the next",
            clinic(lambda year: year.course.sessions[:, 0].max() == 1),
            clinic(lambda year: year.started > 600 / 16 + 5),
        ),
        (
            "On the list for therapy | value | all | options | all | everybody",
            moved(15, WHO, "everybody", lambda year: starts(year).mean() > 0.98, budget=1600),
        ),
        (
            "people with 24 points or more at entry",
            moved(
                15, WHO, "people with 24 points or more at entry", lambda year: not starts(year)[~severe(year)].any()
            ),
            moved(
                15,
                MEDICATED,
                "people with 24 points or more at entry",
                lambda year: not year.medicated[~severe(year)].any() and year.medicated[severe(year)].mean() > 0.9,
            ),
        ),
        (
            "people not halved from week 12 on",
            moved(
                15,
                WHO,
                "people not halved from week 12 on",
                lambda year: (
                    year.began[starts(year)].min() >= 11 and starts(year)[~year.responding[52, 0]].mean() > 0.9
                ),
                budget=1600,
            ),
        ),
        (
            "first on the list",
            moved(15, NEXT, "first on the list", lambda year: started(year, "first on the list") > 90),
        ),
        (
            "the sickest at entry",
            moved(15, NEXT, "the sickest at entry", lambda year: started(year, "sickest third") > 90),
        ),
        (
            "the least ill at entry",
            moved(15, NEXT, "the least ill at entry", lambda year: started(year, "least ill third") > 90),
        ),
        (
            "the sickest today | kind",
            moved(15, NEXT, "the sickest today", lambda year: started(year, "sickest third") > 60 > year.started),
        ),
        (
            "people waiting for therapy",
            moved(
                15,
                MEDICATED,
                "people waiting for therapy",
                lambda year: all(
                    not year.course.dose[int(week) + 1 :, 0, person].any()
                    for person, week in enumerate(year.began)
                    if np.isfinite(week)
                ),
            ),
        ),
        (
            "all of them, all year",
            moved(15, MEDICATED, "all of them, all year", lambda year: year.medicated.mean() > 0.95),
            moved(15, MEDICATED, "all of them, all year", lambda year: year.course.dose[52, 0].mean() > 0.5),
        ),
        (
            "The list as it is | says | Sixteen sessions for whoever came first. Who is left out, and who has decided that",
            toy(FIFTEEN, "The list as it is", lambda s: (s.values["each"], s.values["order"]) == (16, "list")),
            NOBODY_LAST,
        ),
        (
            "Sickest first | says | The same sessions; now the sickest at entry are next. Who is left out now? And how many of 100 "
            "are better than before",
            across(
                FIFTEEN,
                OPENING,
                "Sickest first",
                lambda before, after: (
                    before.values["budget"] == after.values["budget"] and after.values["order"] == "heavy"
                ),
            ),
            toy(FIFTEEN, "Sickest first", lambda s: started(s.result, "sickest third") > 90),
        ),
        (
            "Half as many for each | says | Eight sessions for each person. How many more start therapy? Are as many more better "
            "at the end",
            toy(FIFTEEN, "Half as many for each", lambda s: s.values["each"] == 8 and s.result.started > 80),
        ),
        (
            "Medication while waiting | says | People waiting for therapy have medication, with visits, until their first session. "
            "The list is as long as before. What has changed",
            across(
                FIFTEEN,
                OPENING,
                "Medication while waiting",
                lambda before, after: (
                    before.result.started == after.result.started and after.result.halved > before.result.halved + 3
                ),
            ),
        ),
        (
            "Step by step | says | Medication for all from the start; twelve sessions of therapy for people whose symptoms have "
            "not halved from week 12 on, the sickest today first. How many sessions does it use",
            toy(
                FIFTEEN,
                "Step by step",
                lambda s: (
                    s.result.medicated.mean() > 0.95
                    and (s.values["each"], s.values["order"]) == (12, "today")
                    and s.result.began[np.isfinite(s.result.began)].min() >= 11
                    and s.result.used < 600
                ),
            ),
        ),
        (
            "With at most 600 sessions and no medication, let at least 95 of 100 people start therapy",
            reached(15, "Nobody left waiting", {"budget": 1600}, {"each": 6, "medication": "all"}, {"each": 8}, each=6),
        ),
        (
            "How many sessions are there for each of 100 people, if all get the same",
            as_it_opens(15, people=100, budget=600),
            holds(lambda: mission(15, "Nobody left waiting").controls == ["Sessions for each person"]),
        ),
        (
            "600 sessions are 6 for each of 100 people. Now nearly everybody is seen. Is everybody also helped as much? In the "
            "model being seen counts within weeks, however few the sessions are; that is our choice",
            clinic(lambda year: year.values["each"] == 600 / 100 and year.started > 95, each=6),
            both(lambda full, short: abs(full.halved - short.halved) < 3, each=6),
        ),
        (
            "No trial in these notebooks has compared 6 with 16 on a whole list",
            why("howard1986_dose", "Not randomised to dose"),
            why("barkham2006_gel", "Naturalistic cohort", "Only completers"),
            also("15", "no study followed a whole list"),
        ),
        (
            "Leave 100 people, 600 sessions, and 16 for each. Find a rule by which at least 60 of 100 start therapy in every one "
            "of the six groups at the bottom",
            as_it_opens(15, people=100, budget=600, each=16),
            never(15, "No group left out", *({"order": order} for order in ("heavy", "light", "today")), {"each": 8}),
            holds(below),
        ),
        (
            "Add up: 600 sessions, 16 for each. How many people is that, with the early leavers' places",
            as_it_opens(15, budget=600, each=16),
        ),
        (
            "It cannot be done. 600 sessions are 37 full courses; as some people leave early, about 50 start. Then no order can "
            "give every group more than about 50 of 100",
            holds(lambda: 600 // 16 == 37),
            holds(lambda: all(45 <= opening(seed=seed).started <= 55 for seed in range(6))),
            holds(lambda: all(opening(order=order).started < 55 for order in ("list", "heavy", "light", "today"))),
        ),
        (
            "A fair order chooses who goes without, and it should be chosen by somebody who can be asked for reasons. Only more "
            "sessions, or fewer for each, make the number larger",
            both(lambda now, then: then.started > now.started + 5, each=12),
            both(lambda now, then: then.started > now.started + 5, budget=800),
            both(lambda now, then: abs(then.started - now.started) < 4, order="heavy"),
        ),
        (
            "Pin a year. Change nothing but the People number until at least 8 more or 8 fewer of 100 people have halved their "
            "symptoms after the year",
            reached(15, "Another list", {"seed": 2}, {"seed": 6}, {"seed": 3, "order": "heavy"}, seed=3),
            holds(lambda: abs(opening(seed=3).halved - opening().halved) >= 8),
        ),
        (
            "Pin keeps this year. Then try some other numbers, one after the other",
            holds(lambda: mission(15, "Another list").controls == ["Pin", "People number"]),
            holds(lambda: mission(15, "Another list").recipe[0] == {"pin": True}),
        ),
        (
            "The same rule, the same clinic, other people on the list. So a good year may be luck, and so may a bad one. Before "
            "you praise a rule, look at a list of 1,000 people, or at many years",
            holds(lambda: luck_of_lists(100) > 8 > luck_of_lists(1000)),
        ),
        (
            "A clinic has 600 sessions a year and 100 people on its list. Everybody is to get 16 sessions, one a week, and whoever "
            "came first is next. Some people leave early, and the next on the list gets their place",
            as_it_opens(15, people=100, budget=600, each=16, order="list", who="all"),
            clinic(lambda year: (np.isfinite(year.began) & (year.course.sessions_used[0] < 16)).sum() > 10),
        ),
        (
            "In our simulation, how many of the last 33 people start therapy within the year",
            clinic(lambda year: year.groups["last on the list"].sum() == 33),
            holds(lambda: list(asked(15).guesses.values()) == [33, 16, 5, 0]),
        ),
        guessed(
            15,
            33,
            "All 33. A year is long enough. | A year is long, so this is a natural hope. The limit is not time, it is hours: 600 "
            "sessions are 37 full courses.",
            holds(lambda: 600 // 16 == 37 < 52),
            NOBODY_LAST,
        ),
        guessed(
            15,
            16,
            "About 16. The sessions reach half of them, as of everybody. | About half of everybody do start. But this rule does "
            "not spread the sessions: it gives them to one end of the list.",
            clinic(lambda year: 45 <= year.started <= 55 and round(33 / 2) == 16),
            clinic(lambda year: started(year, "first on the list") > 90),
        ),
        guessed(
            15,
            5,
            "About 5. Early leavers make room. | Early leavers do make room, and you were right to count them. Their places go to "
            "the next on the list, in the middle of it.",
            clinic(lambda year: 30 < started(year, "middle of the list") < 70),
            NOBODY_LAST,
        ),
        guessed(
            15,
            0,
            "None. | So it is here, whichever people are drawn. Nobody decided against these 33 people; the rule did.",
            holds(lambda: all(started(opening(seed=seed), "last on the list") == 0 for seed in range(6))),
        ),
        (
            "A clinic takes the sickest at entry first, and has sessions for half. Whom does the rule leave out? | right | The "
            "least ill at entry, wherever they stand on the list",
            answer(15, 1, "The least ill at entry, wherever they stand on the list"),
            clinic(lambda year: started(year, "least ill third") == 0 and 45 <= year.started <= 55, order="heavy"),
        ),
        reply(
            15,
            1,
            False,
            "The last on the list | That is what first come, first served does. Here the place on the list counts for nothing.",
            NOBODY_LAST,
            clinic(lambda year: started(year, "last on the list") > 35, order="heavy"),
        ),
        reply(
            15,
            1,
            True,
            "The least ill at entry, wherever they stand on the list | Yes. It may be the right choice, and it is a choice: some "
            "of these people stay ill all year.",
            clinic(
                lambda year: not year.responding[1:, 0][:, year.groups["least ill third"]].any(axis=0).all(),
                order="heavy",
            ),
        ),
        reply(
            15,
            1,
            False,
            "Nobody: the need decides | Need decides who is next. There are still sessions for only half.",
            clinic(lambda year: 45 <= year.started <= 55, order="heavy"),
        ),
        (
            "An invented clinic has 480 sessions a year, and everybody who starts gets 12. Nobody leaves early. How many people "
            "can it reach? | right | tolerance | unit | people | reply | Yes: 480 ÷ 12 = 40",
            answer(15, 2, 480 / 12, hinted=(480, 480 * 12)),
        ),
        (
            "How often do 12 sessions fit into all sessions of the year? | hints | given | reply | These are the sessions. Each "
            "person takes 12 of them. | given | reply | You have multiplied. Each person uses sessions up, so divide",
            holds(
                lambda: (
                    [task(15, 2).judge(wrong)[1] for wrong in (480, 480 * 12)]
                    == [
                        "These are the sessions. Each person takes 12 of them.",
                        "You have multiplied. Each person uses sessions up, so divide.",
                    ]
                )
            ),
        ),
        (
            "Last year 70 of 100 people were better at the end, this year 77 of 100, with a new rule. What can the clinic say? | "
            "right | Perhaps the rule, perhaps other people: a difference of 7 can come from the list alone",
            answer(15, 3, "Perhaps the rule, perhaps other people: a difference of 7 can come from the list alone"),
            holds(lambda: luck_of_lists(100) >= 77 - 70),
        ),
        reply(
            15,
            3,
            False,
            "The new rule helped 7 more people | It may have. Try the mission Another list: how much changes there, with the "
            "rule as it is?",
            holds(lambda: mission(15, "Another list").controls == ["Pin", "People number"] and luck_of_lists(100) >= 7),
        ),
        reply(
            15,
            3,
            True,
            "Perhaps the rule, perhaps other people: a difference of 7 can come from the list alone | Yes. Many years, or people "
            "put at random under one rule or the other, could tell.",
            holds(lambda: luck_of_lists(1000) < 7 <= luck_of_lists(100)),
        ),
        reply(
            15,
            3,
            False,
            "The new rule did nothing | That is not known either. A difference that luck can make may still be real.",
            holds(lambda: opening(people=1000, order="today").halved > opening(people=1000).halved + 2),
        ),
        (
            "A clinic counts its own patients after therapy: 77 of 100 are better. Is that what its therapy was worth? | right | "
            "No: many would have been better without it, so compare with people who waited",
            answer(15, 4, "No: many would have been better without it, so compare with people who waited"),
            SEVENTY_WAITING,
        ),
        reply(
            15,
            4,
            False,
            "Yes: they had therapy, and they are better | They are, and that is good. How many of the people who were never seen "
            "are better too?",
            clinic(lambda year: 0.65 < year.responding[52, 0][~starts(year)].mean() < 0.75),
        ),
        reply(
            15,
            4,
            True,
            "No: many would have been better without it, so compare with people who waited | Yes. In the model about 70 of 100 of "
            "the same people would have been better after a year of waiting. It is the difference that the clinic made.",
            SEVENTY_WAITING,
            clinic(lambda year: year.halved > 100 * year.responding[52, 1].mean() + 5),
        ),
        reply(
            15,
            4,
            False,
            "It was worth more: some would have got worse | Some might have. Only people who waited can show how many.",
            clinic(lambda year: (year.course.ratings(52)[1] > year.entry).any()),
        ),
        *(
            (
                f"{about} | side | {side} | figures | arm | {arm} | outcome | {outcome}",
                why(id, f"{arm}: {outcome}"),
                holds(lambda id=id, about=about, side=side: drawn_as(id, about, side)),
            )
            for id, about, side, arm, outcome in (
                (
                    "howard1986_dose",
                    "measurably better by 8 sessions",
                    "▲",
                    "psychotherapy, 8 sessions",
                    "measurably improved",
                ),
                (
                    "howard1986_dose",
                    "measurably better by 26 sessions",
                    "▲",
                    "psychotherapy, 26 sessions",
                    "measurably improved",
                ),
                (
                    "delgadillo2022_stratified",
                    "improved, full therapy for more",
                    "▼",
                    "stratified care",
                    "reliable and clinically significant improvement",
                ),
                (
                    "delgadillo2022_stratified",
                    "improved, step by step",
                    "▼",
                    "stepped care",
                    "reliable and clinically significant improvement",
                ),
                (
                    "barkham2006_gel",
                    "recovered after 1 session",
                    "◆",
                    "1 session",
                    "reliable and clinically significant improvement",
                ),
                (
                    "barkham2006_gel",
                    "recovered after 12 sessions",
                    "◆",
                    "12 sessions",
                    "reliable and clinically significant improvement",
                ),
                (
                    "waitzfelder2018_initiation",
                    "started any treatment",
                    "○",
                    "newly diagnosed",
                    "started any treatment",
                ),
            )
        ),
        (
            "the model: started therapy within the year | toy | started | label | the model: symptoms halved after the year | "
            "toy | halved",
            holds(lambda: model_row("started therapy within the year") == round(opening().started)),
            holds(lambda: model_row("symptoms halved after the year") == round(opening().halved)),
        ),
        (
            "{{share}} of 100 people started therapy, after {{wait}} weeks of waiting on average; {{rest}} did not",
            says(
                lambda year: (
                    f"{year.started:.0f} of 100 people started therapy, after {year.began[starts(year)].mean():.0f} weeks of "
                    f"waiting on average; {100 - year.started:.0f} did not."
                )
            ),
        ),
        (
            "Nobody started therapy: {{rest}} of 100 people went without, {{share}} started",
            says(lambda year: "Nobody started therapy: 100 of 100 people went without, 0 started.", budget=0),
        ),
        (
            "After the year symptoms have at least halved in {{rule:.0f}} of 100; with all of them waiting it would be "
            "{{waiting:.0f}}, with both treatments for all of them {{all:.0f}}",
            says(
                lambda year: (
                    "After the year symptoms have at least halved in {:.0f} of 100; with all of them waiting it would be {:.0f}, "
                    "with both treatments for all of them {:.0f}.".format(*at_the_end(year))
                )
            ),
        ),
        (
            "Left without therapy, of 100 in each group",
            says(
                lambda year: (
                    "Left without therapy, of 100 in each group: "
                    + ", ".join(f"{name} {100 - started(year, name):.0f}" for name in year.groups)
                )
            ),
        ),
        (
            "{{people:,}} people; {{used:,}} of {{budget:,}} sessions used",
            says(
                lambda year: f"200 people; {year.course.sessions_used[0].sum():,.0f} of 1,200 sessions used.",
                people=200,
            ),
        ),
        (
            "As it is set now, {{started}} of the last {{people}} people on the list start therapy",
            holds(
                lambda: (
                    toolkit.lessons.lesson(15).compare_guess("None.", opening(order="heavy"))
                    == f"As it is set now, {starts(opening(order='heavy'))[-33:].sum()} of the last 33 people on the list start "
                    "therapy."
                )
            ),
        ),
        ("place on the list", column("place on the list", lambda found, year: [*found] == [*range(1, 101)])),
        (
            "points at entry",
            column("points at entry", lambda found, year: np.allclose(found, year.course.ratings(0)[0])),
        ),
        ("% of the group", holds(below)),
        (
            "{{got}}, symptoms halved in week {{week}}: %{{{{y:.0f}}}} points at entry | hover_not | {{got}}, symptoms not "
            "halved in week {{week}}: %{{{{y:.0f}}}} points at entry",
            holds(above_left),
            holds(hovers_tell_who_halved),
        ),
        (
            "how much people differ in how ill they are (SD, as a share of the usual score at entry)",
            own(
                15,
                "how much people differ in how ill they are (SD, as a share of the usual score at entry)",
                MIXED.severity_spread,
            ),
        ),
        (
            "points at entry from which somebody counts as severely ill",
            own(
                15,
                "points at entry from which somebody counts as severely ill",
                HEAVY,
            ),
            clinic(lambda year: HEAVY <= year.entry[starts(year)].min() < HEAVY + 1, who="heavy", budget=1600),
        ),
        (
            "week from which a step-by-step rule looks",
            own(
                15,
                "week from which a step-by-step rule looks",
                STEP,
            ),
            clinic(lambda year: STEP - 1 <= year.began.min() <= STEP, who="stepped"),
        ),
        (
            "your rule | waiting | all waiting | all | both for all",
            holds(above_right),
        ),
        (
            "started therapy | better | halved | would | halved, with both for all",
            holds(marks_are_shares),
        ),
        (
            "sickest third | middle third | least ill third | list | first on the list | middle of the list | last on the list",
            holds(in_thirds),
        ),
        (
            "week of the first session (-1: none)",
            column(
                "week of the first session (-1: none)",
                lambda found, year: [*found[~starts(year)]] == [-1] * 50 and found[0] == year.began[0] >= 0,
            ),
        ),
        (
            "weeks on medication",
            column("weeks on medication", lambda found, year: not found.any()),
        ),
        (
            "points in week 52 | halved | symptoms halved",
            column("points in week 52", lambda found, year: np.allclose(found, year.course.ratings(52)[0])),
            column("symptoms halved", lambda found, year: found.sum() == round(year.halved)),
        ),
    ),
]
