"""What lesson 15 says of studies and of its clinic, and what holds it."""

import functools
import re
from dataclasses import fields
from types import SimpleNamespace

import numpy as np
import pytest

import toolkit
from tests.meaning import lived
from tests.meaning.lived import LESSONS, OPENING, prose, settings
from tests.meaning.quotes.grounds import (
    SENT,
    YOUNG,
    also,
    as_it_opens,
    asked,
    control,
    core,
    figure,
    filled,
    first_lines,
    goals_by,
    holds,
    last_lines,
    shows,
    sized,
    tasks_are,
)
from tests.meaning.quoting import across, quotes, share, told, toy, why
from toolkit.explore import Slider
from toolkit.explore.page import script
from toolkit.lessons.year_in_the_clinic.people import HEAVY, MIXED, ORDERS, Rule
from toolkit.model import CONDITIONS, WAITING, Model
from toolkit.model.visit import Visit

opening = functools.partial(lived.at, 15)
clinic = functools.partial(shows, 15)
here = functools.partial(figure, 15)

FIFTEEN = "15_year_in_the_clinic"


def started(year, group):
    """People of 100 in a group who started therapy."""
    return 100 * np.isfinite(year.began)[year.groups[group]].mean()


def both(check, **values):
    """A ground that compares some values with how it opens: a check of (opening, moved)."""
    return holds(lambda: check(opening(), opening(**values)))


@functools.cache
def luck_of_lists(size):
    """How far years of the same rule lie apart with other people on the list, of 100."""
    ends = [opening(people=size, seed=seed).halved for seed in (1, 3, 6)]
    return max(ends) - min(ends)


def first_are_least_ill_of_all(year):
    """Whether those who start in the first week are the least ill of everybody: all of them are there from the first day."""
    first = year.began == year.began.min()
    return first.sum() > 5 and year.entry[first].max() <= year.entry[~first].min()


def untreated():
    return opening().responding[52, 0][~np.isfinite(opening().began)].mean()


def waiting_is_empty():
    """Whether people on the waiting list get nothing all year, and ask for something."""
    course = opening().course
    place = course.arm(WAITING)
    return not course.sessions[:, place].any() and not course.dose[:, place].any()


def halves():
    """Whether "halved" is a score of at most half the first one."""
    return Model().assessment.response_share == 0.5 and any(
        "improved clearly" in prose(lesson.slug) for lesson in LESSONS
    )


def in_thirds():
    """Whether the six groups are three by illness and three by the list, each of a third of all."""
    groups = opening().groups
    by_list = np.concatenate([np.flatnonzero(groups[name]) for name in list(groups)[3:]])
    entry = [opening().entry[groups[name]].mean() for name in list(groups)[:3]]
    assert [*by_list] == [*range(100)]
    assert entry == sorted(entry, reverse=True)
    return len(groups) == 6 and {int(who.sum()) for who in groups.values()} <= {33, 34}


def picture():
    return settings(FIFTEEN)[OPENING].chart


def marks_in(panel):
    return [trace for trace in picture()["data"] if trace["mode"] == "markers" and trace["xaxis"] == panel]


def above_left():
    """Whether a mark for each person stands there, filled where symptoms have halved."""
    layout, marks = picture()["layout"], marks_in("x")
    assert (layout["xaxis"]["domain"][1] < 0.5, layout["yaxis"]["domain"][0] == 0.5) == (True, True)
    assert (layout["xaxis"]["title"]["text"], layout["yaxis"]["title"]["text"]) == (
        "place on the list",
        "points at entry",
    )
    assert sum(len(trace["x"]) for trace in marks) == 100
    filled = sum(len(trace["x"]) for trace in marks if "open" not in trace["marker"]["symbol"])
    return filled == opening().responding[52, 0].sum()


def above_right():
    """Whether three curves of who has halved stand there: the rule, waiting, both for all."""
    curves = [trace for trace in picture()["data"] if trace["mode"] == "lines" and trace["xaxis"] == "x2"]
    assert picture()["layout"]["xaxis2"]["domain"][0] > 0.5
    assert np.allclose(curves[2]["y"], 100 * opening().responding[:, 2].mean(axis=1))
    return [trace["name"] for trace in curves] == ["your rule", "all waiting", "both for all"]


def below():
    """Whether six groups stand there, with who started and who has halved."""
    layout, names = picture()["layout"], [trace["name"] for trace in marks_in("x3")]
    assert layout["yaxis3"]["domain"][1] < layout["yaxis"]["domain"][0]
    return len(layout["yaxis3"]["ticktext"]) == 6 and names[:2] == ["started therapy", "halved"]


def refused(label, value):
    """Whether a number out of range is refused with its range."""
    with pytest.raises(ValueError, match=r"must be a whole number from [\d,]+ to [\d,]+"):
        control(15, label).accept(value)
    return True


def sliders():
    """The labels of what can be typed."""
    return [each.label for each in toolkit.lessons.lesson(15).controls() if type(each) is Slider]


def budget_by_week():
    """Whether a year's sessions come as the formula says, and all of them."""
    rule = Rule(600, 16, "all", "list", "nobody")
    weekly = [rule.sessions(week) for week in range(52)]
    assert weekly == [600 * (week + 1) // 52 - 600 * week // 52 for week in range(52)]
    return sum(weekly) == 600 and max(weekly) - min(weekly) <= 1


def inside_first():
    """Whether whoever is in the middle of a course goes before somebody who is first on the list."""
    visit = SimpleNamespace(
        week=0,
        dose=np.zeros(3),
        notes={"had": np.array([0, 0, 5])},
        in_therapy=np.ones(3, bool),
        first_score=np.full(3, 20.0),
        score=np.full(3, 20.0),
    )
    first = Rule(52, 16, "all", "list", "nobody")(visit).sessions  # one session a week
    after = Rule(104, 16, "all", "list", "nobody")(visit).sessions
    return [*first] == [0, 0, 1] and [*after] == [1, 0, 1]


def lost_if_unused():
    """Whether sessions that are over in one week do not come back later."""
    year = opening(each=4)
    return year.started >= 99 and year.used < 400


def own_marks(symbol, count):
    """Whether the studies' picture draws the model so, in so many rows."""
    drawn = settings(FIFTEEN)[OPENING].studies_chart["data"]
    [own] = [trace for trace in drawn if trace.get("marker", {}).get("symbol") == symbol]
    return own["name"].startswith("the model") and len(own["x"]) == count


def contact_lasts():
    """Whether being seen builds up within weeks and lasts for years."""
    contact = Model().contact
    return contact.building_weeks < 5 and contact.fading_weeks >= 104


def same_code_back():
    """Whether a plan's code brings the plan back in another explorer."""
    first, second = (toolkit.lessons.lesson(15).explorer() for _ in range(2))
    first.apply("Sickest first")
    second.load(first.code)
    return first.values == second.values != toolkit.lessons.lesson(15).opening


STARTED, HALVED = here(lambda year: f"{year.started:.0f}"), here(lambda year: f"{year.halved:.0f}")
NOBODY_LAST = clinic(lambda year: started(year, "last on the list") == 0)
SEVENTY_WAITING = clinic(lambda year: 65 < 100 * year.responding[52, 1].mean() < 75)
GOALS = (
    (
        "make a rule for a waiting list, and say whom it leaves out",
        "The least ill at entry, wherever they stand on the list",
    ),
    ("work out how many people a number of sessions can reach", 40),
    (
        "tell what a rule changes from what luck changes",
        "Perhaps the rule, perhaps other people: a difference of 7 can come from the list alone",
    ),
    (
        "say why a clinic that counts only its own patients cannot know what its care was worth",
        "No: many would have been better without it, so compare with people who waited",
    ),
)
HOOK = (
    "A hundred people are waiting, and there are sessions for some of them. Who decides who goes without?",
    as_it_opens(15, people=100),
    clinic(lambda year: 0 < year.started < 100),
)


QUOTES = [
    *quotes(
        "15",
        HOOK,
        *first_lines(15),
        (
            'Her doctor has put her on the list for therapy. "You are number 71," says the woman at the desk, and she says it '
            "kindly. On the bus home Mara wonders who is number 70, who is number 72, and who has thought about the list as "
            "a whole",
            also("15 sheet", "Number 71 on a list of 100, and 50 of them start: what do you say to number 71?"),
            clinic(lambda year: not np.isfinite(year.began[70]) and round(year.started) == 50),
        ),
        *goals_by(15, *GOALS),
        ("Waiting list: people who have asked for help and are not seen yet", holds(waiting_is_empty)),
        (
            "Halved (response): somebody's score is at most half of what it was at entry. Other lessons say improved clearly",
            holds(halves),
        ),
        (
            "Step by step (stepped care): less for everybody first, more for people who still need it",
            toy(FIFTEEN, "Step by step", lambda s: (s.values["medication"], s.values["who"]) == ("all", "stepped")),
        ),
        (
            "Third: all 100 people, sorted by how ill they are or by their place on the list, and cut into three groups",
            holds(in_thirds),
        ),
        (
            "Before you choose, add up: how many people can 600 sessions reach? Skip is fine too",
            as_it_opens(15, budget=600),
            holds(lambda: asked(15).judge(None)[0]),
        ),
        (
            "On the top left each person has a mark, by place on the list and by points at entry (lower is better); it is filled "
            "if symptoms have halved after the year",
            holds(above_left),
        ),
        (
            "On the top right, how many have halved week by week: under your rule, with all of them waiting, and with both "
            "treatments for all of them",
            holds(above_right),
        ),
        ("Below, six groups: who started therapy, and who has halved", holds(below)),
        ("The first two missions are the core", core(15, True, True, False)),
        (
            "Your own clinic: type the number of people, the sessions in the year for every 100 of them and the sessions for each "
            "into the boxes beside the sliders. A number that is out of range is refused, and the page says why. What you type "
            "goes to this lesson's Python, and to nobody else",
            holds(
                lambda: (
                    sliders()
                    == ["People on the list", "Sessions in the year for every 100 people", "Sessions for each person"]
                )
            ),
            holds(lambda: refused("People on the list", 5000) and refused("Sessions for each person", 3)),
            holds(lambda: not re.search(SENT, script("page.js", "controls.js", "explorer.js"))),
        ),
        (
            "Waiting yourself? The marks on this list are invented, and you are not one of them. An average says nothing about how "
            "one wait will be. If things get worse, ring whoever put you on the list, or your doctor, because you do not have to "
            "wait for the date. And nobody is too ill for therapy: a rule may put somebody last, but that says nothing about the "
            "person",
            also("15 sheet", "made of marks, and theirs is not", "help them ring whoever put them on the list, today"),
            also("claims", "Nobody is too ill to be offered therapy"),
            clinic(lambda year: started(year, "sickest third") == 0, order="light", budget=300),
        ),
        (
            "If you feel worse after starting or changing a medication, above all if you are young, speak to the prescriber at "
            "once. Do not stop alone. Staying on is a choice too",
            *YOUNG,
        ),
        (
            "The list as it is. Nearly everybody in the first third starts therapy, and nobody in the last third does",
            toy(
                FIFTEEN,
                "The list as it is",
                lambda s: started(s.result, "first on the list") > 90 and started(s.result, "last on the list") == 0,
            ),
        ),
        (
            "Sickest first. Now nobody in the least ill third starts. The number of people who have halved is the same here, so "
            "the rule has changed who, and hardly how many",
            across(
                FIFTEEN,
                OPENING,
                "Sickest first",
                lambda before, after: (
                    started(after.result, "least ill third") == 0
                    and before.result.halved == after.result.halved
                    and started(before.result, "least ill third") > 30
                ),
            ),
        ),
        (
            "Half as many for each. Many more people start, but among these 100 people no more have halved. With 1,000 people "
            "there is a lead of 5 of 100, which luck had hidden",
            across(
                FIFTEEN,
                OPENING,
                "Half as many for each",
                lambda before, after: (
                    after.result.started > before.result.started + 30 and after.result.halved <= before.result.halved
                ),
            ),
            holds(lambda: round(opening(people=1000, each=8).halved - opening(people=1000).halved) == 5),
        ),
        (
            "Medication while waiting. The list is no shorter, but the wait is no longer empty",
            across(
                FIFTEEN,
                OPENING,
                "Medication while waiting",
                lambda before, after: (
                    before.result.started == after.result.started
                    and not before.result.medicated.any()
                    and after.result.medicated[~np.isfinite(after.result.began)].mean() > 0.9
                ),
            ),
        ),
        (
            "Filled marks of people who were never seen. Of 100 people without therapy, about 70 have halved after the year here, "
            "and a clinic that looks only at its own patients takes such people for its success",
            holds(lambda: 0.65 < untreated() < 0.75),
            SEVENTY_WAITING,
        ),
        (
            "The medication and the sessions are those of the other lessons. The people differ more in how ill they are, as in a "
            "clinic, and the rule is new",
            holds(lambda: toolkit.lessons.lesson(15).model() == Model() == opening().course.model),
            holds(lambda: MIXED.severity_spread > CONDITIONS["depression"].severity_spread),
        ),
        ("Every week the clinic has its share of the year's sessions", holds(budget_by_week)),
        (
            "People in the middle of their course come first, and then the next on the list, while a session that nobody can use "
            "in its week is lost",
            holds(inside_first),
            holds(lost_if_unused),
        ),
        (
            "The rule sees what a clinician sees: scores that are a little off, who still comes, and its own notes",
            holds(
                lambda: (
                    {"first_score", "in_therapy", "notes"} <= {field.name for field in fields(Visit)} and Visit.score
                )
            ),
            holds(lambda: Model().assessment.error > 0),
        ),
        (
            "Of $B$ sessions a year, week $t$ has $\\lfloor B(t+1)/52 \\rfloor - \\lfloor Bt/52 \\rfloor$. If everybody who starts "
            "has $s$ sessions, at most $B/s$ full courses fit in; people who leave early make room for more",
            holds(budget_by_week),
            clinic(lambda year: (year.course.sessions_used[0] == 16).sum() <= 600 / 16 < year.started),
        ),
        (
            "`toolkit.explore.source(toolkit.lessons.year_in_the_clinic.people.Rule)` shows the whole rule. A plan is a code: copy "
            "it from one explorer and load it into another to compare two plans",
            holds(lambda: "def sessions(self, week)" in toolkit.explore.source(Rule).data),
            holds(same_code_back),
        ),
        (
            "When therapy is scarce, less for each person and more people seen helps as many as full courses for a few",
            across(
                FIFTEEN,
                OPENING,
                "Half as many for each",
                lambda full, half: (
                    half.result.started > full.result.started and half.result.halved == full.result.halved
                ),
            ),
            why("howard1986_dose", "steep then flattening", against=False),
        ),
        (
            "The study most often quoted for it put together older data from more than 2,400 people in therapy "
            "[howard1986_dose]. About {} of 100 were measurably better after 8 sessions, and {} after 26. How sure? The number "
            "of sessions was not assigned at random",
            share("howard1986_dose", "psychotherapy, 8 sessions"),
            share("howard1986_dose", "psychotherapy, 26 sessions"),
            why("howard1986_dose", "Pooling older data", "Over 2,400 patients", "Not randomised to dose"),
        ),
        (
            "The study that speaks most clearly against it assigned clinicians in England at random [delgadillo2022_stratified]. "
            "{} of 100 people improved when more of them had full therapy from the start, and {} when care went step by step; "
            "the others did not. How sure? It is only just beyond chance",
            share("delgadillo2022_stratified", "stratified care", "reliable"),
            share("delgadillo2022_stratified", "stepped care", "reliable"),
            why("delgadillo2022_stratified", "English services; 30 clinicians randomised", "Just significant"),
        ),
        (
            "Few sessions may help many people, and more sessions helped more people, but no study followed a whole list",
            why("howard1986_dose", "half of patients were measurably better by 8 sessions"),
            why("delgadillo2022_stratified", "More people got more therapy"),
        ),
        (
            "Clinics with the same hours and, at random, 8 or 16 sessions for each person",
            across(
                FIFTEEN, OPENING, "Half as many for each", lambda a, b: (a.values["each"], b.values["each"]) == (16, 8)
            ),
        ),
        (
            "Few sessions or many? In the older data the first sessions seemed to do most. The data came from {} sets. People "
            "leave "
            'therapy when they are well enough, so those who stay long differ from those who leave early. And "measurably better" '
            "is a low bar",
            told("howard1986_dose", r"in (\d+) data sets"),
            why("howard1986_dose", "steep then flattening", "is a low bar"),
            why("barkham2006_gel", "because people leave when they are well enough", against=True),
        ),
        (
            "Only just. In the English trial the odds of improving were {} times as high, and the data fit anything from {} to {} "
            "(1 would be no difference). The percentages were read in a reader's notes. About twice as many people had full "
            "therapy from the start, so it may be the amount of therapy that helped, and not the way of choosing",
            *sized("delgadillo2022_stratified", "stratified vs stepped", "OR"),
            why(
                "delgadillo2022_stratified",
                "percentages were read in a reader's notes",
                "sent twice as many to full therapy",
                "may be dose rather than matching",
            ),
        ),
        (
            "A trial would have to follow people for a year who never start therapy, too",
            holds(lambda: not np.isfinite(opening().began).all()),
            also("15", "few trials let people wait so long"),
        ),
        (
            "▲ for, ▼ against, ◆ mixed, ○ background; open squares are the model",
            holds(lambda: own_marks("square-open", 2)),
        ),
        (
            "How many sessions, for whom? | | | | | | | howard1986_dose | over 2,400 people, {} data sets | after 8 / 26 "
            "sessions | {} / {} of 100 measurably better | ▲ | not assigned at random; a low bar",
            told("howard1986_dose", r"in (\d+) data sets"),
            share("howard1986_dose", "psychotherapy, 8 sessions"),
            share("howard1986_dose", "psychotherapy, 26 sessions"),
            why("howard1986_dose", "Over 2,400", "is a low bar", "Not randomised to dose"),
        ),
        (
            "barkham2006_gel | {} people with planned endings | after 1 / 12 sessions | {} / {} of 100 recovered | ◆ | people "
            "leave when they are well enough; the order is no proof",
            told("barkham2006_gel", r"([\d,]+) clients with planned endings"),
            share("barkham2006_gel", "1 session"),
            share("barkham2006_gel", "12 sessions"),
            why("barkham2006_gel", "people leave when they are well enough", "dose is chosen by response"),
        ),
        (
            "delgadillo2022_stratified | {} adults, four English services | full therapy for more / step by step | {} / {} of 100 "
            "improved; odds × {} ({} to {}) | ▼ | more therapy, so dose or matching; percentages read in notes",
            told("delgadillo2022_stratified", r"(\d+) adults in four English services"),
            share("delgadillo2022_stratified", "stratified care", "reliable"),
            share("delgadillo2022_stratified", "stepped care", "reliable"),
            *sized("delgadillo2022_stratified", "stratified vs stepped", "OR"),
            why("delgadillo2022_stratified", "dose rather than matching", "reader's notes"),
        ),
        (
            "dunlop2019_sequential | {} adults not well after one treatment | the other added, after partial / no response | {} / "
            "{} of 100 well | ○ | nobody simply went on, so part of it is time",
            told("dunlop2019_sequential", r"(\d+) adults with MDD not remitted"),
            share("dunlop2019_sequential", "partial responders, either order"),
            share("dunlop2019_sequential", "non-responders, either order"),
            why("dunlop2019_sequential", "No arm continued monotherapy, so part of the gain is just more time"),
        ),
        (
            "Who gets any? | | | | | | | waitzfelder2018_initiation | {} adults newly diagnosed, five US health systems | "
            "started any treatment within 90 days | {} of 100; {} where scores were high | ○ | insured people; one visit counts "
            "as a start",
            told("waitzfelder2018_initiation", r"([\d,]+) adults newly diagnosed 2010-2013, five health systems"),
            share("waitzfelder2018_initiation", "newly diagnosed", "started any treatment"),
            share("waitzfelder2018_initiation", "PHQ-9"),
            why(
                "waitzfelder2018_initiation",
                "US primary care",
                "within 90 days",
                "Insured patients",
                "one therapy visit",
            ),
        ),
        (
            "thornicroft2017_gap | {} people, {} countries | of people with depression in the last year | {} of 100 had minimally "
            "adequate treatment | ○ | a low bar; medication or therapy",
            told("thornicroft2017_gap", r"([\d,]+) respondents"),
            told("thornicroft2017_gap", r"Across (\d+) countries"),
            share("thornicroft2017_gap", "all with MDD", digits=1),
            why("thornicroft2017_gap", "12-month MDD", "low bar and counts either drug or therapy"),
        ),
        (
            "critschristoph2011_gad | {} people offered CBT on top of medication | came at least once | {} of 100 | ○ | anxiety; "
            "small",
            told("critschristoph2011_gad", r"(\d+) offered CBT"),
            share("critschristoph2011_gad", "offered CBT"),
            why("critschristoph2011_gad", "on top of venlafaxine", "In generalised anxiety", "Small; low power"),
        ),
        (
            "the model | {} simulated, as it opens | started therapy / halved after the year | {} / {} of 100 | | one list; other "
            "lists give other numbers",
            filled(lambda: opening().entry.size),
            STARTED,
            HALVED,
            both(lambda one, other: one.halved != other.halved, seed=2),
        ),
        (
            "Being seen counts within weeks here and lasts for years, however often people meet. So Half as many for each does "
            "well with 1,000 people; that is our choice",
            holds(contact_lasts),
            holds(lambda: opening(people=1000, each=8).halved > opening(people=1000).halved + 3),
        ),
        (
            "In the English trial more therapy helped more people [delgadillo2022_stratified]: the model and the trial point in "
            "different directions",
            why("delgadillo2022_stratified", "More people got more therapy"),
            holds(lambda: opening(people=1000, each=8).halved > opening(people=1000, each=16).halved),
        ),
        (
            "Everybody is on the list from the first day, while real lists grow, and people come back",
            clinic(first_are_least_ill_of_all, order="light"),
        ),
        (
            "About 70 of 100 have halved after a year of waiting here. How many would in life is not known, because few trials let "
            "people wait so long",
            SEVENTY_WAITING,
        ),
        (
            "Waiting only lacks help here, but real waiting may also discourage people",
            holds(waiting_is_empty),
        ),
        (
            "A session is a session: there is no travel, no cancelled hour, no tired therapist and no price",
            holds(lambda: {field.name for field in fields(Rule)} == {"budget", "each", "who", "order", "medication"}),
        ),
        (
            "Nearly everybody who is offered therapy comes here, and in one trial only a third did [critschristoph2011_gad]",
            clinic(lambda year: 98 <= year.started < 100, budget=1600),
            why("critschristoph2011_gad", "only a third of those offered it took it up"),
        ),
        (
            "A rule that only counts how many have halved forgets danger, and real care looks for that first, before any list",
            also("15 sheet", "At thoughts of suicide, stay with them and ring the local number on the board"),
            holds(lambda: set(ORDERS) == {"list", "heavy", "light", "today"}),
        ),
        (
            "How much people differ, and the {} points that count as severely ill, are our choices",
            filled(lambda: HEAVY),
            holds(lambda: MIXED.severity_spread != CONDITIONS["depression"].severity_spread),
        ),
        ("Four short tasks. No code is needed", tasks_are(15, 4)),
        *last_lines(15),
    ),
    *quotes(
        "15 sheet",
        (
            "First on the list first: nobody of the last third starts, and nobody decided it",
            holds(lambda: started(opening(), "last on the list") == 0),
        ),
        (
            "Another order changes who starts, and hardly how many are better",
            holds(lambda: abs(opening(order="heavy").halved - opening().halved) <= 2),
        ),
        (
            "Other people, the same rule: several of 100 more or fewer",
            holds(lambda: abs(opening(seed=3).halved - opening().halved) >= 5),
        ),
        (
            "Prescribers in the room may hear that medication shortens the list. It does not: the list is as "
            "long, and the wait is "
            "less empty",
            holds(lambda: opening(medication="waiting").started == opening().started),
        ),
        (
            "the least ill third, 100 of 100. And 77 are better, as before",
            holds(lambda: abs(opening(order="heavy").halved - opening().halved) <= 2),
        ),
        (
            "the trainer has sixty counters and gives six to each from the front. Count who has none",
            holds(lambda: 60 / 6 < 20),
        ),
        (
            "about {} of 100 were measurably better by 8 sessions and {} by 26",
            share("howard1986_dose", "psychotherapy, 8 sessions"),
            share("howard1986_dose", "psychotherapy, 26 sessions"),
        ),
        (
            "{} of 100 people improved where more of them had full therapy from the start, and {} of 100 step by step",
            share("delgadillo2022_stratified", "stratified care", "reliable"),
            share("delgadillo2022_stratified", "stepped care", "reliable"),
        ),
    ),
]
