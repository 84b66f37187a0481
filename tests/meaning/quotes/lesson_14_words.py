"""What lesson 14's words say, and what holds it."""

import functools

import numpy as np

from tests.meaning.lived import OPENING
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import holds, is_reached, says_by
from tests.meaning.quotes.reading import ELEVEN, responding
from tests.meaning.quoting import across, quotes, share, toy, why
from toolkit.lessons.order_access_coordination.people import WAYS, plans
from toolkit.lessons.studies import panel_rows
from toolkit.lessons.words import Words
from toolkit.model import WAITING, Model, Plan, Therapy, simulate
from toolkit.model.adherence import EVERYDAY_STOPPING

from .lesson_14 import (
    ALONE,
    BOTH,
    FIRST,
    GAP,
    LESSON,
    NORDLOTS,
    SEQUENCE,
    THERAPY,
    at,
    counts_as_improved,
    drawn,
    late_sessions_are_fresh,
    lead,
    picture_is_as_told,
    starts_with_one,
    still_comes,
    takes_it_up,
    three_become_one,
)

control = functools.partial(grounds.control, 14)
says = functools.partial(says_by, 14)
reached = functools.partial(is_reached, 14)
right = functools.partial(grounds.right, 14)
hints = functools.partial(grounds.hints, 14)
guess = functools.partial(grounds.guess, 14)

WORDS = Words("toolkit.lessons.order_access_coordination")


def moved(**values):
    """The ways through care that some values change."""
    usual, other = at(), at(**values)
    return {way for way in WAYS if not np.array_equal(usual.responses[way], other.responses[way])}


def differs(name):
    """What a preset changes."""
    [preset] = [preset for preset in LESSON.presets if preset.name == name]
    return dict(preset.values)


def ways_are_as_called():
    """Who lives what on the six ways: what is begun with, and what may come later."""
    weeks = np.arange(53.0)
    doses, sessions = (
        {way: getattr(plan, what)(weeks) > 0 for way, plan in lives().items()} for what in ("doses", "sessions")
    )
    given = {way: (doses[way][0], sessions[way][0]) for way in ("both", "medication", "therapy", WAITING)}
    later = doses["therapy, then medication"], sessions["medication, then therapy"]
    return given == {
        "both": (True, True),
        "medication": (True, False),
        "therapy": (False, True),
        WAITING: (False, False),
    } and [int(which.argmax()) for which in later] == [12, 12]


def lives(**values):
    return plans(**{"step": 12, "wait": 0, "sessions": 16, "talk": 0, "until": 52} | values)


def one_session_a_week():
    """So many sessions are as many weeks with one; none are no therapy in any way."""
    given = lives(sessions=9)["therapy"]
    without = at(sessions=0)
    return (given.therapy.sessions_per_week, given.therapy.stop) == (1, 9) and not any(map(without.sessions, WAYS))


def sessions_teach_later_too():
    """After half a year of waiting sixteen sessions have taught at least as much."""
    given = {"now": Plan(None, Therapy(stop=16)), "late": Plan(None, Therapy(start=26, stop=42))}
    course = simulate(at().cohort, given, 42, Model(), keep=("skill",))
    return course.at("skill", 42)[1].mean() >= course.at("skill", 16)[0].mean()


def two_ways_save():
    """Fewer sessions for each, or a later step to fewer people; each alone."""
    usual, fewer, later = at(), at(sessions=12), at(step=22)
    offered = [paths.added("medication first").sum() for paths in (usual, fewer, later)]
    used = [paths.sessions(FIRST) for paths in (usual, fewer, later)]
    return offered[0] == offered[1] > offered[2] and max(used[1:]) < used[0]


def losses():
    return [
        float(share(GAP, *names, digits=1)())
        for names in (("people with",), ("of those", "visit"), ("of those treated",))
    ]


def multiplied():
    need, visit, enough = losses()
    product = need * visit * enough / 10_000
    said = [enough, round((need + visit + enough) / 3, 1), round(need * visit / 100, 1)]
    return abs(product - right(2)) < 0.05 and hints(2) == said and product < min(need, visit, enough)


AHEAD = {"plan": "therapy first", "wait": 26, "week": 52}
"""A setting in which a plan is ahead of both from the start."""


def row(about):
    """(the study's figure, the toy's) of the study rows of that name."""
    rows = [row for panel in LESSON.study_panels for row in panel_rows(panel, at()) if row.label.endswith(f": {about}")]
    return [(round(row.published[""][0], 1), row.toy.get("")) for row in rows]


def not_said(key, **values):
    """The sentence of that key is not said at some values."""
    beginning = WORDS.table["says"][key].partition("{")[0]
    return holds(lambda: beginning and beginning not in LESSON.sentence(at(**values)))


def compared(paths):
    """The slots of what is said of a plan beside two others, in the week that is read."""
    people = {way: round(paths.responses[way][paths.week]) for way in (paths.plan, "both", WAITING)}
    mine = people[paths.plan]
    return {
        "plan": WAYS[paths.plan].capitalize(),
        "week": paths.week,
        "share": mine,
        "gap": abs(people["both"] - mine),
        "more": mine - people[WAITING],
    }


def in_full(paths):
    """Both from the start with all sixteen sessions, whoever saves some."""
    return {"full": 16, "share": round(at().responses["both"][paths.week])}


def furthest(paths):
    gaps = [
        round(best) - round(mine)
        for best, mine in zip(paths.responses["both"], paths.responses[paths.plan], strict=True)
    ]
    return {"week": gaps.index(max(gaps)), "gap": max(gaps)}


def taken(paths):
    return {"sessions": paths.of("sessions", paths.plan).mean(), "drug": paths.of("drug_weeks", paths.plan).mean()}


def weeks_ill(paths):
    """Weeks of the 52 in which somebody has not clearly improved, person by person."""
    return {
        name: np.mean([(~paths.of("better", way).astype(bool))[1:].sum(axis=0).mean()])
        for name, way in (("unwell", paths.plan), ("best", "both"), ("waits", WAITING))
    }


def without_wait(paths):
    usual = at(plan="therapy")
    return {"share": round(usual.responses["therapy"][52]), "week": 52, "unwell": weeks_ill(usual)["unwell"]}


QUOTES = [
    *quotes(
        "14 words",
        (
            "hook | Give therapy only to those who still need it in week 12. What does that cost, and whom? |",
            toy(ELEVEN, OPENING, lambda s: s.values["step"] == 12 and s.result.plan == FIRST and lead(s, 12) > 10),
            holds(starts_with_one),
        ),
        (
            """
            compare two plans by who is better and when, and by what they need | say what one day, such as the last of the
            year, hides | work out how losses multiply on the way to care | find the group that is missing from studies of
            "start with one" |""",
            holds(
                lambda: all(
                    ask in next(task["prompt"] for task in LESSON.said_tasks if task["goal"] == goal)
                    for goal, ask in enumerate(
                        ("How many sessions are needed", "Was the wait harmless", "How many of 100 in all", "missing"),
                        1,
                    )
                )
            ),
        ),
        (
            "What a plan brings, and what it needs | studies | Studies, and the model beside them |",
            holds(picture_is_as_told),
            holds(lambda: any("toy" in row for panel in LESSON.study_panels for row in panel["rows"])),
        ),
        (
            """
            label | Your plan | value | medication first | options | both | both from the start | medication first |
            medication first | therapy first | therapy first | medication | medication alone | therapy | therapy alone |
            waiting list | waiting list |""",
            holds(ways_are_as_called),
            holds(lambda: control("plan").options == WAYS and control("plan").opening == FIRST),
        ),
        (
            """
            label | Offer the second treatment in week | value | help | To those who have not clearly improved by then. |""",
            holds(starts_with_one),
            holds(lambda: moved(step=22) == {"medication first", "therapy first"}),
        ),
        (
            "label | Of those offered it, accept | value | low | high | step | unit | % |",
            holds(takes_it_up),
            holds(lambda: moved(accept=35) == {"medication first", "therapy first"}),
        ),
        (
            "label | Waiting for therapy | value | low | high | step | unit | weeks |",
            holds(lambda: lives(wait=26)["therapy"].therapy.start == 26 and "medication" not in moved(wait=26)),
        ),
        (
            "label | Sessions of therapy | value | help | One a week. 0: nobody offers therapy. |",
            holds(one_session_a_week),
        ),
        (
            "label | Give up waiting each month | value | more | low | high | step | unit | % |",
            holds(still_comes),
        ),
        (
            "label | Therapist and prescriber talk with each other | help | 0: never. 1: as much as they can. |",
            holds(lambda: (control("coordination").low, control("coordination").high) == (0, 1)),
            holds(lambda: moved(coordination=0) == {"both", "medication first", "therapy first"}),
            holds(lambda: at(coordination=0).drug_weeks("both") < at().drug_weeks("both")),
        ),
        (
            """
            label | Therapy inside medication visits | value | help | For medication alone: worth this part of a session each
            week. | more | high | step | unit | sessions a week |""",
            holds(
                lambda: (
                    moved(talk=0.3) == {"medication"} and lives(talk=0.3)["medication"].therapy.sessions_per_week == 0.3
                )
            ),
        ),
        (
            "label | Medication until week | value | more |",
            holds(
                lambda: lives(until=26)["medication"].medication.stop == lives(until=26)["both"].medication.stop == 26
            ),
        ),
        (
            """
            label | People stop the medication | help | The chance in a week at the start; higher in everyday care. |""",
            holds(lambda: Model().adherence.hazard(0.0) == control("leaving").opening < EVERYDAY_STOPPING),
            holds(lambda: at(leaving=0.11).drug_weeks("medication") < at().drug_weeks("medication") - 5),
        ),
        (
            """
            Both from the start | says | Everybody has medication and therapy from the first week. Who gets sessions here who
            would have got better without them? |""",
            holds(lambda: differs(BOTH.capitalize()) == {"plan": "both"}),
            toy(
                ELEVEN,
                "Both from the start",
                lambda s: 50 < responding(s, "waiting list", 52) < responding(s, ALONE, 52),
            ),
            holds(ways_are_as_called),
        ),
        (
            """
            A third accept | says | In week 12 therapy is offered as before, but only about a third of those who are offered
            it take it. What is left of the second step? |""",
            holds(lambda: differs("A third accept") == {"accept": 35} and at().values["step"] == 12),
            toy(ELEVEN, "A third accept", lambda s: s.values["accept"] in range(30, 40)),
        ),
        (
            """
            Half a year of waiting | says | Therapy alone, and it begins after half a year on a list. Nobody gives up. What
            does the wait cost in week 52? And what does it cost on the way there? |""",
            toy(
                ELEVEN,
                "Half a year of waiting",
                lambda s: (s.values["wait"], s.values["lose"], s.values["plan"]) == (26, 0, "therapy"),
            ),
            across(
                ELEVEN,
                "Half a year of waiting",
                OPENING,
                lambda late, now: late.result.unwell_weeks("therapy") > now.result.unwell_weeks("therapy") + 4,
            ),
        ),
        (
            """
            No therapist far and wide | says | Nobody offers therapy. Which of the six plans are still different from each
            other? |""",
            holds(
                lambda: differs("No therapist far and wide") == {"plan": "medication", "sessions": 0} and len(WAYS) == 6
            ),
            toy(ELEVEN, "No therapist far and wide", three_become_one),
        ),
        (
            """
            Save sessions | prompt | Stay with medication first. Use at most 4 sessions a person, and be at most 2 people of
            100 behind both from the start with all 16 sessions, in week 52. Then read week 12: who pays for it? |""",
            holds(lambda: reached(0, sessions=12, step=22) and not reached(0)),
            holds(lambda: not reached(0, sessions=8, step=12) and not reached(0, sessions=12, step=22, plan="therapy")),
            holds(
                lambda: (
                    at(sessions=12, step=22).sessions(FIRST) <= 4
                    and in_full(at())["share"] - 2 <= at(sessions=12, step=22).people(FIRST, 52)
                )
            ),
        ),
        (
            "Two controls can save sessions: fewer for each person, or a later offer to fewer people. |",
            holds(two_ways_save),
        ),
        (
            """
            By the end of the year hardly anybody has lost by it. Those who pay are the people who were not better on
            medication alone: they wait for the second treatment, and week 12 shows how many they are. Whether that is a fair
            price depends on what is scarce where you are: sessions, or people's weeks. |""",
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 3 and lead(s, 12) > 10),
            toy(ELEVEN, OPENING, lambda s: s.result.unwell_weeks(FIRST) > s.result.unwell_weeks("both") + 1),
            holds(
                lambda: (
                    at(sessions=12, step=22).behind(FIRST)[52] < 3 and at(sessions=12, step=22).behind(FIRST)[12] > 10
                )
            ),
        ),
        (
            """
            A wait that costs nothing | prompt | Choose therapy alone, with at least 8 sessions, and let people wait 8 weeks
            or more. Now bring the weeks in which people are not yet better down to what they are without any wait. |""",
            holds(lambda: not any(reached(1, plan="therapy", wait=wait, sessions=16) for wait in (8, 26))),
            holds(
                lambda: (
                    at(plan="therapy", wait=8).unwell_weeks("therapy") > at(plan="therapy").unwell_weeks("therapy") + 1
                )
            ),
        ),
        (
            "Watch the curve between week 0 and the first session. What could lift it there? |",
            holds(lambda: np.array_equal(at(wait=26).responses["therapy"][:27], at().responses[WAITING][:27])),
        ),
        (
            """
            Because people are not in therapy while they wait. In week 52 the wait looks harmless, or even good: whoever began
            later had the last session not so long ago, and is a little ahead on that day. But week 52 is one day. People live
            through all the weeks before it. |""",
            across(
                ELEVEN,
                "Half a year of waiting",
                OPENING,
                lambda late, now: (
                    late.result.unwell_weeks("therapy") > now.result.unwell_weeks("therapy") + 4
                    and 2 < responding(late, THERAPY, 52) - responding(now, THERAPY, 52) < 9
                ),
            ),
            holds(late_sessions_are_fresh),
        ),
        (
            """
            A visit that listens | prompt | There is no therapist: set the sessions to 0 and choose medication alone. Get 86
            of 100 people clearly improved in week 52. |""",
            holds(
                lambda: (
                    reached(2, sessions=0, plan="medication", talk=0.3)
                    and not reached(2, sessions=0, plan="medication")
                )
            ),
            holds(lambda: not reached(2, plan="medication", talk=0.3)),
            holds(lambda: at(sessions=0, plan="medication", talk=0.3).people("medication", 52) >= 86),
        ),
        (
            "If nobody else offers therapy, who still sees these people every week? |",
            holds(lambda: Plan(lives()["medication"].medication).has_visits(np.arange(53.0)).all()),
        ),
        (
            """
            In the model some therapy inside each visit adds up over a year. How much a real visit can hold, nobody has
            measured. In young people with OCD, brief instructions inside medication visits were not enough, and a full course
            added to the medication did far better. |""",
            toy(ELEVEN, "No therapist far and wide", lambda s: s.values["talk"] == 0),
            holds(
                lambda: at(sessions=0, talk=0.3).people("medication", 52) > at(sessions=0).people("medication", 52) + 3
            ),
            why("pots2_2011", "Young people with OCD", "far better with a full course of CBT added", "were not enough"),
        ),
        (
            """
            Two clinics care for the same people. In clinic A everybody has medication and therapy from the start. In clinic B
            everybody starts with medication, and in week 12 therapy is added for those who have not clearly improved. When is
            clinic A furthest ahead? |""",
            holds(lambda: starts_with_one() and ways_are_as_called()),
            toy(ELEVEN, OPENING, lambda s: abs(s.result.behind(FIRST).argmax() - 12) <= 1),
        ),
        (
            """
            In the first three weeks: two treatments beat one at once | Two do more than one, once they work. Therapy needs
            sessions before it can show, and medication needs weeks. So early on the two clinics still look alike. |""",
            toy(ELEVEN, OPENING, lambda s: abs(lead(s, 3)) < 2 < lead(s, 12)),
            holds(lambda: guess("In the first three") == 3),
        ),
        (
            """
            Around week 12, just before clinic B adds therapy | Yes. Until then clinic A's sessions have added up, and clinic
            B has given none. Afterwards clinic B catches up, though not on the weeks that are gone. |""",
            toy(ELEVEN, OPENING, lambda s: lead(s, 12) > 10 and lead(s, 26) < 6 and lead(s, 52) < 3),
            holds(lambda: guess("Around week 12") == 12 == at().behind(FIRST).argmax()),
        ),
        (
            """
            In week 52: lost time is never made up | The lost weeks are never given back, that is true. But the lead on a
            given day can shrink: people in clinic B have now had therapy, too. |""",
            toy(ELEVEN, OPENING, lambda s: lead(s, 52) < 0.3 * lead(s, 12)),
            holds(lambda: guess("In week 52") == 52 and at().sessions(FIRST) > 5),
        ),
        (
            """
            Never: clinic B gives therapy to those who need it | Clinic B spends its sessions well. Even so, those who needed
            therapy had to do without it for 12 weeks, and in clinic A they did not. |""",
            toy(ELEVEN, OPENING, lambda s: s.values["step"] == 12 and lead(s, 12) > 10),
            holds(lambda: at().sessions(FIRST) < 0.6 * at().sessions("both") and guess("Never") == 0),
        ),
        (
            """
            In most studies of “start with one, then add the other”, everybody who was not well got the addition. Which group
            is missing? | right | A group that just goes on with the first treatment | replies | A group on a double dose | It
            would be interesting, but think first of what time alone might do. | A group that just goes on with the first
            treatment | Yes. Without it nobody knows how many would have got well with more time. In one small trial that had
            it, half improved clearly by going on, and a difference from changing was not shown. | A group that starts with
            both | That tells which plan is better overall. Here we ask what the addition itself did. | A group of people who
            are well | They need no addition. Look at those who are not yet well: what else could make them better? |""",
            holds(lambda: right(1) == "A group that just goes on with the first treatment"),
            why(NORDLOTS, "equally well", "continued or they switched", "Small"),
            why(SEQUENCE, "No arm continued monotherapy"),
            holds(lambda: float(share(NORDLOTS, "continued CBT")()) == 50),
        ),
        (
            """
            Of people with depression in 21 countries, {} % say they need treatment. Of these, {} % get at least one visit. Of
            these, {} % get treatment that is at least minimally adequate. How many of 100 in all? | right | tolerance | unit
            | of 100 | reply | Yes: 0.567 × 0.711 × 0.410 = 0.165. Losses multiply; no single gap looks that bad. | hint |
            Each share is a share of those before it: multiply them. | hints | given | reply | That is the last step alone.
            How many of 100 get that far? | given | reply | That is the average of the three. They come one after the other:
            multiply. | given | reply | Those are the ones who get a visit. One step is still to come. |""",
            share(GAP, "people with", digits=1),
            share(GAP, "of those", "visit", digits=1),
            share(GAP, "of those treated", digits=1),
            why(GAP, "21 countries", "major depression", "exact product"),
            holds(multiplied),
        ),
        (
            """
            100 people start with medication. By week 12, 50 have not clearly improved and are offered 16 sessions each; 34 %
            of these accept. How many sessions are needed? (Both from the start for all would need 1,600.) | right | tolerance
            | unit | sessions | reply | Yes: 50 × 0.34 × 16 = 272, a sixth of 1,600. It is cheap because so few take part:
            that is not success. | hint | How many people accept? 34 % of 50. Then 16 sessions each. | hints | given | reply |
            34 % of those who are offered it, and that is 50, not 100. | given | reply | That is if all 50 accept. Only 34 %
            do. |""",
            holds(lambda: right(3) == 50 * 0.34 * 16 == 272 and 100 * 16 == 1600),
            holds(lambda: hints(3) == [100 * 0.34 * 16, 50 * 16] and 5.5 < 1600 / 272 < 6.5),
        ),
        (
            """
            People wait half a year for therapy, and nobody gives up. In week 52 as many are better as without the wait. Was
            the wait harmless? | right | No: for half a year more people were ill | replies | Yes: the result in week 52 is
            the same | Week 52 is one look. What lies between the two curves on the way there? | No: for half a year more
            people were ill | Yes. What is lost is time, people's time. And in real life some give up waiting, and are in no
            good result at all. | No: the sessions work less after a wait | In the model a session teaches at least as much
            later. Look at the way there. | It cannot be said from one number | From week 52 alone it cannot. You have the
            whole curve: compare the two week by week. |""",
            holds(lambda: right(4) == "No: for half a year more people were ill"),
            holds(lambda: at(wait=26).responses["therapy"][52] >= at().responses["therapy"][52]),
            holds(lambda: (at().responses["therapy"][8:27] > at(wait=26).responses["therapy"][8:27]).all()),
            holds(sessions_teach_later_too),
        ),
        (
            """
            title | % of people: one after the other, and uptake | ends | rows | finding | dunlop2019_sequential | side | ▲ |
            about | well, once the other was added | figures | arm | partial responders, either order | non-responders, either
            order | outcome | remission after adding | week | how | pooled | toy | well_after_adding |""",
            holds(lambda: row("well, once the other was added") == [(48.2, at().well_after_adding())]),
            why(SEQUENCE, "overall (25+29)/112=48%"),
        ),
        (
            """
            schramm2015_cbasp_esc | side | ▲ | about | respond, therapy first | figures | arm | CBASP first | outcome |
            response | week | toy | responding | therapy first |""",
            holds(lambda: row("respond, therapy first") == [(68.4, at().responding("therapy first", 28))]),
        ),
        (
            """
            schramm2015_cbasp_esc | side | ▲ | about | respond, medication first | figures | arm | escitalopram first |
            outcome | response | week | toy | responding | medication first |""",
            holds(lambda: row("respond, medication first") == [(60.0, at().responding("medication first", 28))]),
        ),
        (
            """
            skarphedinsson2015_nordlots | side | ▼ | about | respond, just going on | figures | arm | continued CBT | outcome
            | response | week | toy | responding_by_going_on |""",
            holds(lambda: row("respond, just going on") == [(50.0, at().responding_by_going_on())]),
        ),
        (
            """
            critschristoph2011_gad | side | ▼ | about | take up the offer | figures | arm | offered CBT | outcome | accepted
            and attended at least 1 session | toy | accepting | finding | dekker2013_sequence | side | ▼ | about | take up the
            offer | figures | arm | non-improvers offered combination | outcome | preferred to stay with monotherapy | how |
            turned | toy | accepting |""",
            holds(lambda: row("take up the offer") == [(33.0, 100), (60.0, 100)]),
            holds(lambda: at(accept=35).accepting == 35),
            why("dekker2013_sequence", "about 40% declined"),
        ),
        (
            """
            % of people or counties: getting there | ends | rows | finding | thornicroft2017_gap | side | ○ | about | say they
            need treatment | figures | arm | people with 12-month MDD | outcome | say they need treatment | finding |
            thornicroft2017_gap | side | ○ | about | of these, visit | figures | arm | of those | outcome | made at least one
            visit | finding | thornicroft2017_gap | side | ○ | about | of these, enough | figures | arm | of those treated |
            outcome | minimally adequate treatment |""",
            holds(
                lambda: (
                    [row(about)[0][0] for about in ("say they need treatment", "of these, visit", "of these, enough")]
                    == losses()
                )
            ),
        ),
        (
            """
            thornicroft2017_gap | side | ○ | about | all three | figures | arm | all with MDD | outcome | minimally adequate
            treatment | finding | waitzfelder2018_initiation | side | ○ | about | start anything | figures | arm | newly
            diagnosed | outcome | started any treatment | week |""",
            holds(lambda: row("all three") == [(right(2), None)] and row("start anything") == [(35.7, None)]),
        ),
        (
            "andrilla2018_supply | side | ○ | about | no psychiatrist |",
            holds(lambda: row("no psychiatrist") == [(69.0, None)]),
            why("andrilla2018_supply", "69% in the upper plains"),
        ),
        (
            """
            {{plan}}: in week {{week}}, {{share:.0f}} of 100 people have clearly improved (their score has halved). |""",
            says("lead", compared),
            says("lead", compared, week=12),
            says("lead", compared, plan="therapy", week=26),
            holds(counts_as_improved),
        ),
        (
            """
            That is {{gap:.0f}} fewer than with both from the start, and {{more:.0f}} more than on the waiting list. |""",
            says("fewer", compared),
            says("fewer", compared, week=12),
        ),
        (
            "That is as many as with both from the start, and {{more:.0f}} more than on the waiting list. |",
            says("level", compared, plan="medication", sessions=0),
        ),
        (
            """
            That is {{gap:.0f}} more than with both from the start, and {{more:.0f}} more than on the waiting list. |""",
            says("ahead", compared, **AHEAD),
        ),
        (
            "That is {{gap:.0f}} fewer than with both from the start. |",
            says("waits", compared, plan=WAITING, week=26),
        ),
        (
            "That is {{more:.0f}} more than on the waiting list. |",
            says("best", compared, plan="both"),
        ),
        (
            "Both from the start has as few sessions here; with {{full}} it would be {{share:.0f}} of 100. |",
            says("saved", in_full, sessions=8),
            not_said("saved"),
        ),
        (
            """
            Both from the start has no sessions here, so it is medication alone; with {{full}} it would be {{share:.0f}} of
            100. |""",
            says("none", in_full, sessions=0),
            holds(lambda: np.array_equal(at(sessions=0).responses["both"], at(sessions=0).responses["medication"])),
        ),
        (
            "It is furthest behind both from the start in week {{week}}: {{gap:.0f}} fewer of 100. |",
            says("furthest", furthest),
            says("furthest", furthest, plan="therapy"),
            not_said("furthest", plan="both"),
        ),
        (
            "It takes {{sessions:.2g}} sessions a person and {{drug:.0f}} weeks on medication. |",
            says("cost", taken),
            says("cost", taken, plan="therapy"),
        ),
        (
            """
            On average, people have not yet clearly improved in {{unwell:.0f}} of the 52 weeks; with both from the start, in
            {{best:.0f}}. |""",
            says("unwell", weeks_ill),
        ),
        (
            """
            On average, people have not yet clearly improved in {{unwell:.0f}} of the 52 weeks; on the waiting list, in
            {{waits:.0f}}. |""",
            says("unwell_best", weeks_ill, plan="both"),
        ),
        (
            """
            Without the wait, {{share:.0f}} of 100 would have clearly improved in week {{week}}, and people would not yet be
            better in {{unwell:.0f}} weeks. |""",
            says("no_wait", without_wait, plan="therapy", wait=26),
            not_said("no_wait", plan="therapy"),
        ),
        (
            """
            As it is set now, the lead of both from the start over medication first is largest in week {{week}}: {{gap:.0f}}
            of 100. |""",
            holds(lambda: LESSON.compare_guess("", at()) == WORDS.table["says"]["guessed"].format(**furthest(at()))),
        ),
        (
            """
            % clearly improved | sessions | sessions a person | weeks | weeks of the year not yet better | hover |
            %{{{{y:.0f}}}} % in week %{{{{x:.0f}}}} | mark | %{{{{y:.1f}}}} weeks, %{{{{x:.1f}}}} sessions | yours | your
            plan: {{plan}} | own | your plan | ring | your plan (ring) | column | {{way}}: clearly improved (%) |""",
            holds(picture_is_as_told),
            holds(
                lambda: all(
                    np.array_equal(LESSON.table(at())[f"{name}: clearly improved (%)"], at().responses[way])
                    for way, name in WAYS.items()
                )
            ),
            holds(lambda: "your plan: medication first" in drawn("x") and "your plan (ring)" in drawn("x2")),
        ),
    ),
]
