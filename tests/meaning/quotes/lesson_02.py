"""What lesson 02 says of studies and of its model, and what holds it."""

import dataclasses
import functools
import math

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING, settings
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import also, asked, core, fact, figure, first_lines, goal, holds, judged
from tests.meaning.quotes.reading import THIRTEEN
from tests.meaning.quoting import fills, quotes, the_effect, told, toy, why
from tests.meaning.test_formulas import agree, formula
from toolkit import explore
from toolkit.lessons.compared_with_what.people import GROUPS, Comparison
from toolkit.model import DUMMY, MEDICATION, THERAPY, THERAPY_AND_DUMMY, WAITING, Contact, Model

here = functools.partial(figure, 2)
control = functools.partial(grounds.control, 2)

LESSON = toolkit.lessons.lesson(2)
BLIND = "Everybody knows"
BAD_DAY = "Only on a bad day"
ASKED = "A doctor who asks"
ODDS_OF_TWENTY = 20 / 80
"""The lesson's ruler: 20 of 100 improve clearly without treatment."""


def opens():
    """What the lesson shows as it opens."""
    return settings(THIRTEEN)[OPENING].result


def at(**values):
    """What the lesson shows at some values, the others as it opens; the same lives are only looked at in another way."""
    looks = {name: value for name, value in values.items() if name in Comparison.__dataclass_fields__}
    lives = {name: value for name, value in values.items() if name not in looks}
    return dataclasses.replace(lived.at(2, **lives) if lives else opens(), **looks)


def friendly(compared):
    """The lead of a therapy that teaches nothing, points."""
    return at(tested=THERAPY, teaching=0.0, compared=compared).lead


@fills
def of_100(id, comparison, measure, end=None, turned=lambda odds: odds, without=False):
    """People of 100 who improve clearly, if 20 do without: from odds that are multiplied by an effect, or by one end of it."""
    found = the_effect(id, comparison, measure)
    odds = ODDS_OF_TWENTY * turned(found.value if end is None else found.ci[end])
    people = 100 * odds / (1 + odds)
    return f"{100 - people if without else people:.0f}"


def lead_as_odds(lead):
    """What a lead in standard deviations (below 0: better) does to odds."""
    return math.exp(1.81 * -lead)


def dummy(end=None, **more):
    return of_100("michopoulos2021_controls", "pill placebo vs waiting list", "OR", end, **more)


def against(end=None, **more):
    return of_100("hrobjartsson2005_placebo_vs_nothing", "continuous", "standardised", end, lead_as_odds, **more)


EIGHT = here(lambda trial: f"{trial.share:.0f}")
HALVED = here(lambda trial: f"{trial.people(DUMMY):.0f}")


def plans():
    """What is planned in each group, and for people who know that their pill is a dummy."""
    return opens().course.plans


def has(group):
    """(medication, sessions, visits) of a group, each whether it gets them."""
    plan = plans()[group]
    return plan.medication is not None, plan.therapy is not None, plan.visits is not None


def each_group_gets_what_it_is_called():
    assert has(WAITING) == (False, False, False)
    assert has(DUMMY) == (False, False, True)
    assert has(MEDICATION) == (True, False, True)
    assert has(THERAPY) == (False, True, False)
    assert has(THERAPY_AND_DUMMY) == (False, True, True)
    assert plans()[DUMMY].visits == plans()[MEDICATION].visits


def falls_and_leads():
    """A fall is from a group's first day, a lead between two groups in one week; below is better."""
    trial, rows = opens(), settings(THIRTEEN)[OPENING].table
    own, other = (rows[f"{group} (points)"] for group in (MEDICATION, DUMMY))
    assert math.isclose(trial.fall(MEDICATION), own[0] - own[12])
    assert math.isclose(trial.lead, other[12] - own[12])
    assert trial.lead > 0


def traces(panel):
    return [each for each in settings(THIRTEEN)[OPENING].chart["data"] if each["xaxis"] == panel and each["name"]]


def bracket_and_dots():
    """The thick bar joins the two groups in the week; filled dots are those who have halved, 100 in each group."""
    trial, left, right = opens(), traces("x"), traces("x2")
    lines = {each["name"]: each for each in left if each["mode"] == "lines"}
    bar = lines.pop("the lead")
    assert set(lines) == set(GROUPS)
    assert bar["line"]["width"] > 2 * max(line["line"]["width"] for line in lines.values())
    assert np.allclose(bar["y"], [trial.scores[MEDICATION][12], trial.scores[DUMMY][12]])
    assert set(bar["x"]) == {12}
    filled = [len(each["x"]) for each in right if each["marker"]["symbol"] == "circle"]
    assert filled == [round(trial.people(group)) for group in (MEDICATION, DUMMY)]
    assert sum(len(each["x"]) for each in right) == 200
    assert (trial.rated[DUMMY][12] <= trial.entry / 2).mean() * 100 == trial.people(DUMMY)


def who_knows(sentence):
    """The last words under the chart, {group: people of 100 who know}."""
    told = sentence.rpartition("Know what they get: ")[2]
    return [int(each.split("(")[0].split(" of ")[0].rsplit(maxsplit=1)[-1]) for each in told.split(" · ")]


def nobody_can_be_kept_from(group):
    """A group knows what it gets, whoever is kept from knowing and however people guess."""
    return all(
        at(blind=blind, guess=guess).knows[group] == 100
        for blind in ("nobody", "tablets", "raters")
        for guess in (50, 80)
    )


def unless_they_guess():
    """Blind, people's hope is alike; the more guess right, the larger the lead."""
    return at(guess=90).lead > at(guess=70).lead > at().lead + 0.3


def shorter_is_smaller(*weeks):
    leads = [at(tested=DUMMY, compared=WAITING, visits=visits).lead for visits in weeks]
    return leads == sorted(leads) and leads[0] < 3.5 <= leads[1] and leads[-1] - leads[2] < 0.9


def hope_is_not_had_twice():
    """As long as both go on, visits add nothing to sessions; with overlap 0 they would."""
    trial = opens()
    assert abs(trial.scores[THERAPY][12] - trial.scores[THERAPY_AND_DUMMY][12]) < 0.3
    twice, once = Contact(overlap=0.0), Contact()
    assert twice.together(np.array(0.9), np.array(0.9)) > 1.7 > 0.9 == once.together(np.array(0.9), np.array(0.9))


def a_bad_day_passes():
    """Whoever is taken in on a very bad day falls further in every group, waiting too, and leads hardly move."""
    usual, chosen = opens(), settings(THIRTEEN)[BAD_DAY].result
    assert all(chosen.fall(group) > usual.fall(group) + 2 for group in GROUPS)
    assert abs(chosen.lead - usual.lead) < 0.6
    assert chosen.entry[chosen.taken].min() >= 26


def knowing_moves_hope():
    """Who knows a dummy is worse off, who is treated is rated kinder, and the lead grows; no plan has changed."""
    blind, known = opens(), settings(THIRTEEN)[BLIND].result
    assert known.scores[DUMMY][12] > blind.scores[DUMMY][12]
    for group in (MEDICATION, THERAPY, THERAPY_AND_DUMMY):
        assert known.scores[group][12] < blind.scores[group][12]
    assert known.scores[WAITING][12] == blind.scores[WAITING][12]
    assert known.lead > blind.lead + 1
    assert known.course.plans == blind.course.plans


def visits_do_not_move_the_lead():
    """A doctor who asks helps medication and dummy pill alike."""
    usual, asked = opens(), settings(THIRTEEN)[ASKED].result
    assert asked.fall(MEDICATION) > usual.fall(MEDICATION) + 1
    assert asked.fall(DUMMY) > usual.fall(DUMMY) + 1
    assert asked.fall(WAITING) == usual.fall(WAITING)
    assert abs(asked.lead - usual.lead) < 0.2


def the_drive_shrinks_as_it_is_written():
    """The formula of time, and that its rate differs much from person to person."""
    course = Model().natural_course
    latex = formula(THIRTEEN, r"the drive shrinks as \$(.+?)\$")

    def left(r, t):
        passing, _ = course.drive_decay(np.array(r), t, 0.0)
        return 1 - course.amount * (1 - passing)

    agree(latex, left, [{"r": 0.05, "t": 8.0}, {"r": 0.2, "t": 3.0}, {"r": 0.01, "t": 26.0}])
    quick, slow = np.quantile(1 / opens().course.cohort.traits.recovery, (0.1, 0.9))
    assert quick < 5
    assert slow > 100


GOALS = (
    (
        "list what each comparison group received, and what it did not",
        each_group_gets_what_it_is_called,
        goal(2, 1),
        holds(lambda: judged(2, 1, "Visits, and the hope of having the real tablet", True)),
    ),
    (
        "work out a treatment's lead over different groups, in points and in people of 100",
        goal(2, 2),
        holds(lambda: [task["unit"] for task in LESSON.said_tasks if task["goal"] == 2] == ["points", "of 100"]),
        goal(2, 2),
        holds(lambda: len(control("compared").options) == 3),
    ),
    (
        "tell a fall inside one group from a lead over another group",
        falls_and_leads,
        goal(2, 3),
        holds(lambda: judged(2, 4, "It grows by 3 points", False)),
    ),
    (
        "say who in a trial can be kept from knowing their group, and why that matters",
        holds(lambda: nobody_can_be_kept_from(THERAPY) and at().knows[DUMMY] == 0),
        goal(2, 4),
        holds(lambda: judged(2, 5, "Mainly in Y", True)),
    ),
)
"""Said in the notebook and in the file of words."""

QUOTES = [
    *quotes(
        "02",
        *first_lines(2),
        (
            "# 02 · Compared with what? The leaflet says that the treatment works. What did they compare it with? ⏱ core {} "
            "min · everything {} min · Press Run this lesson in the toolbar",
            fact(2, "core"),
            fact(2, "minutes"),
            holds(lambda: (LESSON.title, control("compared").label) == ("Compared with what?", "Compared with")),
        ),
        (
            "Mara, 34, drives a city bus (we invented her). She could join a trial: for three months she would get a medication or "
            'a dummy pill, and neither she nor the doctor would know which. "So half of you get nothing," says a colleague, and '
            "Mara wonders what exactly he means by nothing.",
            toy(
                THIRTEEN,
                OPENING,
                lambda s: (s.values["week"], s.values["blind"], s.result.knows_tablet) == (12, "raters", 0),
            ),
            toy(THIRTEEN, OPENING, lambda s: (s.values["tested"], s.values["compared"]) == (MEDICATION, DUMMY)),
            each_group_gets_what_it_is_called,
        ),
        *GOALS,
        (
            "Comparison group (control): the people with whom a treated group is compared. - Dummy pill (placebo): a tablet "
            "that looks like the medication and contains no drug. - Blind: not knowing who is in which group.",
            toy(THIRTEEN, OPENING, lambda s: s.result.compared == DUMMY and s.result.is_blind),
            each_group_gets_what_it_is_called,
            holds(lambda: not at(blind="nobody").is_blind),
        ),
        (
            "Fall and lead: the fall is how far one group's score goes down. The lead is how much lower its score is than "
            "another group's score on the same day.",
            falls_and_leads,
        ),
        (
            "Before you choose, imagine one person's 12 weeks in each of these two lives. What is the same, and what "
            "differs? Skip is fine too.",
            holds(
                lambda: (
                    "12 weeks" in LESSON.asked["prompt"]
                    and "the same people live the same 12 weeks again" in LESSON.asked["prompt"]
                )
            ),
            holds(lambda: asked(2).judge(None)[0]),
        ),
        (
            "On the left, each line is one group's average score (lower is better). The thick bar, the bracket, is the lead "
            "in the chosen week, from the group you test to the group you compare it with. On the right, each of these two "
            "groups has 100 dots, and a filled dot is a person whose symptoms have at least halved.",
            bracket_and_dots,
            falls_and_leads,
        ),
        (
            "The line Know what they get, at the end of the words under the chart, counts who knows: 0 to 100 people in "
            "each group.",
            toy(
                THIRTEEN,
                OPENING,
                lambda s: who_knows(s.sentence) == list(s.result.knows.values()) == [100, 0, 0, 100, 100],
            ),
            toy(THIRTEEN, BLIND, lambda s: who_knows(s.sentence) == list(s.result.knows.values()) == [100] * 5),
        ),
        (
            "The first two missions are the core; they start from the presets Therapy against waiting and Everybody knows. "
            "The other two are for when you have more time.",
            core(2),
            holds(lambda: LESSON.said_missions[0]["recipe"][0] == {"preset": "Therapy against waiting"}),
            holds(lambda: "Start from Everybody knows" in LESSON.said_missions[1]["prompt"]),
        ),
        (
            "If you take a medication, please read this twice. On average, the drug adds something of its own. In general "
            "practice, about one more of every {} people improved clearly with an SSRI (a common kind of antidepressant) "
            "than with a dummy pill [arroll2009_primarycare]. These are averages over groups with depression; in "
            "schizophrenia, less comes with a dummy pill [bschor2024_placebo9].",
            told("arroll2009_primarycare", r"about (\d+) people need an SSRI"),
            why("arroll2009_primarycare", "In general practice", "with depression in primary care"),
            why("cipriani2018", "All 21 antidepressants beat placebo on average"),
            why("bschor2024_placebo9", "most in depression", "least in schizophrenia"),
        ),
        (
            "No study can say which part of your improvement came from what, and improvement is real wherever it comes "
            "from. Stopping a medication is also not the same as never having started it; lesson 10 is about that. Staying "
            "on is a choice too.",
            also("10", "# 10 · After treatment ends", "taying on is a choice too"),
            holds(lambda: opens().fall(DUMMY) > opens().fall(WAITING) + 3),
        ),
        (
            "If you feel worse after starting or changing a medication, above all if you are young, speak to the prescriber "
            "at once. Do not stop alone. Waiting for treatment yourself?",
            also(
                "01",
                "If you feel worse after starting or changing",
                "if you are young, speak to the prescriber at once",
            ),
            also("index", "please do not stop or change it without the person who prescribed it"),
            why("tads2007", "suicidal events were most common with fluoxetine alone", "adolescents"),
        ),
        (
            "The waiting line is an average, and it does not say how you will be. If things get worse, ring whoever put you "
            "on the list, or your doctor, because you do not have to wait for the date.",
            holds(lambda: np.std(opens().seen[WAITING][12]) > 3),
            also("14", "do not have to wait for the date"),
        ),
        (
            "Everybody knows. People who know that they have a dummy lose some hope, so their line is higher. Raters who "
            "know score the treated groups a little kinder. So the medication's lead grew, although no tablet had changed.",
            knowing_moves_hope,
        ),
        (
            "People chosen on a very bad day tend to score better the next time, whatever anybody does (regression to the "
            "mean). So every fall is larger, but the lead changes little, because it happens in both groups.",
            a_bad_day_passes,
        ),
        (
            "A doctor who asks helps the people on medication clearly, and yet the lead hardly moves, because the "
            "dummy-pill group has the same doctor. So such a trial cannot show what good conversations are worth. In one "
            "small trial, it mattered which psychiatrist people saw [mckay2006_psychiatrist], and trust was linked to "
            "improvement with a dummy pill, too [krupnick1996].",
            visits_do_not_move_the_lead,
            why("mckay2006_psychiatrist", "which psychiatrist a patient saw explained more", "small study"),
            why("krupnick1996", "just as much in the drug and placebo arms"),
        ),
        (
            "As in lesson 01, each person's score follows a drive (the illness, less all that helps), a little late. Three "
            "things lower the drive. Time does so for everybody, quickly for some people and very slowly for others. Being "
            "seen starts at zero and grows while visits or sessions go on. It is hope and a person who asks, in one number, "
            "because we cannot tell the two apart.",
            also("01", "We call it the drive", "the illness, less all that helps"),
            the_drive_shrinks_as_it_is_written,
            holds(
                lambda: (
                    0
                    < Contact().step(np.array(0.0), np.array(True), 1.0)[0]
                    < Contact().step(np.array(0.0), np.array(True), 3.0)[0]
                )
            ),
            holds(lambda: Contact().step(np.array(0.5), np.array(False), 1.0)[0] < 0.5),
        ),
        (
            "The third is what is special about a treatment: the drug in the medication, the skills in the therapy. "
            "Somebody who sees a doctor and a therapist does not get hope twice. So every group holds the same people with "
            "another list of ingredients, and if you cross out the ingredients that two groups share, what is left makes "
            "the lead.",
            hope_is_not_had_twice,
            each_group_gets_what_it_is_called,
            holds(lambda: abs(at(medication=0.0).lead) < 1e-9),
        ),
        (
            "Being seen by a doctor ($v$) and by a therapist ($s$), each from 0 to 1: $\\dot x = (1 - x)/3$ a week while "
            "meetings go on, $\\dot x = -x/104$ afterwards; $X = \\max(v, s)$; the drive falls by strength × trust × $X$. "
            "For people who know that their pill is a dummy, $v$ counts less, by the hope that they have lost.",
            holds(lambda: (Contact().building_weeks, Contact().fading_weeks, Contact().overlap) == (3, 104, 1)),
            hope_is_not_had_twice,
            holds(lambda: plans()["dummy pill, known"].visits.hope == 1 - control("lost").value / 100 < 1),
            holds(lambda: Contact().factor(np.array(0.9)) > Contact().factor(np.array(0.3))),
        ),
        (
            "Time: the drive shrinks as $1 - 0.9\\,(1 - e^{{-(r\\,t)^2}})$, with a rate $r$ that differs from person to "
            "person. Set `contact.overlap` to 0 and visits and sessions add up. "
            "`toolkit.explore.source(toolkit.model.Contact)` shows the code.",
            the_drive_shrinks_as_it_is_written,
            hope_is_not_had_twice,
            holds(lambda: "fading_weeks" in explore.source(toolkit.model.Contact).data),
        ),
    ),
]
