"""What lesson 14 says up to its equations, and what holds it; what it says of studies and after stands in lesson_14_more."""

import functools

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING
from tests.meaning.quotes.grounds import also, asked, core, fact, first_lines, goals, holds
from tests.meaning.quotes.lesson_13 import SAFE, TELL
from tests.meaning.quotes.reading import ELEVEN, responding
from tests.meaning.quoting import across, quotes, toy, why
from toolkit.lessons.order_access_coordination.people import WAYS
from toolkit.model import WAITING, Medication, Model, Plan, Therapy, parameters, simulate

at = functools.partial(lived.at, 14)

LESSON = toolkit.lessons.lesson(14)
BOTH, FIRST, THERAPY_FIRST = "both from the start", "medication first", "therapy first"
ALONE, THERAPY = "medication alone", "therapy alone"
SEQUENCE, NORDLOTS, GAP = "dunlop2019_sequential", "skarphedinsson2015_nordlots", "thornicroft2017_gap"


def lead(shown, week):
    """By how many of 100 both from the start is ahead of medication first."""
    return responding(shown, BOTH, week) - responding(shown, FIRST, week)


def starts_with_one():
    """Everybody begins with the first treatment; the second is offered to those who are not better in the week of the step."""
    paths = at()
    offered = paths.unwell("medication so far", 12)
    until = slice(0, 13)
    first = paths.of("ratings", "medication first")[until] == paths.lives["medication so far"].ratings[until]
    return first.all() and (paths.added("medication first") == offered).all() and 0.3 < offered.mean() < 0.7


def counts_as_improved():
    """The picture's people: those whose score, as measured, is at most half of their own start."""
    paths = at()
    better = paths.of("ratings", "both") <= 24 * paths.cohort.traits.burden / 2
    yard = Model().assessment
    return np.allclose(100 * better.mean(axis=1), paths.responses["both"]) and yard.remission_score == 7


def takes_it_up():
    """Of those offered it, so many get it."""
    paths = at(accept=35)
    return abs(paths.added("medication first")[paths.unwell("medication so far", 12)].mean() - 0.35) < 0.06


def still_comes():
    """Of a wait of twelve weeks, with 30 % lost each month: 0.7 three times over still come."""
    return abs(at(wait=12, lose=30).come(12).mean() - 0.7**3) < 0.02


def the_measured_score_errs():
    """A few whose true score has halved are offered more; a few whose true score has not are not."""
    paths = at()
    true = simulate(paths.cohort, {"": Plan(Medication(stop=52))}, 52, keep=("symptoms",)).symptoms[:, 0]
    improved, offered = true[12] <= true[0] / 2, paths.unwell("medication so far", 12)
    return all(20 < few.sum() < 80 for few in (improved & offered, ~improved & ~offered))


def drawn(panel):
    """{name: trace} of a panel of the picture."""
    return {trace["name"]: trace for trace in LESSON.chart(at())["data"] if trace["xaxis"] == panel}


def picture_is_as_told():
    paths, traces, marks = at(), drawn("x"), drawn("x2")
    axes = {name: axis["title"]["text"] for name, axis in LESSON.chart(paths)["layout"].items() if "axis" in name}
    left = all(
        np.allclose(traces[name]["y"], paths.responses[way])
        for name, way in ((BOTH, "both"), ("waiting list", WAITING), ("your plan: medication first", FIRST))
    )
    right = all(
        np.allclose((marks[name]["x"][0], marks[name]["y"][0]), (paths.sessions(way), paths.unwell_weeks(way)))
        for way, name in WAYS.items()
    )
    ring = marks["your plan (ring)"]
    mine = np.allclose((ring["x"][0], ring["y"][0]), (paths.sessions(FIRST), paths.unwell_weeks(FIRST)))
    return (
        left
        and right
        and mine
        and axes
        == {
            "xaxis": "week",
            "yaxis": "% clearly improved",
            "xaxis2": "sessions a person",
            "yaxis2": "weeks of the year not yet better",
        }
    )


def three_become_one(shown):
    paths = shown.result
    same = all(np.allclose(paths.responses[way], paths.responses["medication"]) for way in ("both", FIRST))
    waits = np.allclose(paths.responses["therapy"], paths.responses[WAITING])
    first = paths.responses[THERAPY_FIRST] - paths.responses["medication"]
    until = np.allclose(paths.responses[THERAPY_FIRST][:13], paths.responses[WAITING][:13])
    return same and waits and until and first[12] < -20 and -4 < first[26] < 0


@functools.cache
def late_sessions_are_fresh():
    """What lifts week 52 after half a year of waiting: less of it where nothing is forgotten, or where being seen does nothing."""
    changes = {"skill.forgetting": 0.0}, {"contact.strength": 0.0}, {"relapse.weekly": 0.0}
    plans = {"now": Plan(None, Therapy(stop=16)), "late": Plan(None, Therapy(start=26, stop=42))}

    def lift(change):
        now, late = simulate(at().cohort, plans, 52, Model().replace(change), keep=("symptoms",)).response(52)
        return 100 * (late - now)

    usual, forgets_not, unseen = lift({}), *map(lift, changes[:2])
    together = lift({**changes[0], **changes[1], **changes[2]})
    return usual > 4 and forgets_not < usual - 1 and unseen < usual / 2 and together < 1


def coordination_is_one_road():
    """Who talks moves how long people take it and, little, who is better; nothing where one treatment is given alone."""
    silent, talking = at(coordination=0), at()
    ends = {way: talking.responses[way][52] - silent.responses[way][52] for way in WAYS}
    alone = all(
        np.array_equal(talking.responses[way], silent.responses[way]) for way in ("medication", "therapy", WAITING)
    )
    return alone and 0 < ends["both"] < 1 and talking.drug_weeks("both") > silent.drug_weeks("both") + 1


def hazard_factor():
    """What a good alliance does to the hazard of stopping, as the equation has it."""
    usual, told = Model().adherence, np.array([0.2, 0.9])
    factor = usual.alliance_factor(told)
    return np.allclose(factor, np.exp(-usual.alliance * usual.coordination * told)) and factor[1] < factor[0] < 1


QUOTES = [
    *quotes(
        "14",
        *first_lines(14),
        ("{}", fact(14, "hook"), toy(ELEVEN, OPENING, lambda s: s.values["step"] == 12 and lead(s, 12) > 10)),
        (
            """
            Mara, 34, drives a city bus (we invented her). Her clinic has more people than hours. "You could begin with
            tablets," says the nurse, "and if you are not better in twelve weeks, we find you a therapist." Mara counts on her
            fingers how long that is.""",
            holds(lambda: (at().plan, at().values["step"]) == (FIRST, 12)),
        ),
        ("## You will be able to - {}; - {}; - {}; - {}.", *goals(14)),
        (
            """
            One after the other (stepped care, sequencing): everybody starts with one treatment; only those who are not better
            are offered the second.""",
            holds(starts_with_one),
        ),
        (
            """
            Clearly improved (response): the score has fallen to half or less of what it was. Well (remission): a score of 7
            or less.""",
            holds(counts_as_improved),
        ),
        (
            "Uptake: of the people who are offered something, how many take it.",
            holds(takes_it_up),
            why("critschristoph2011_gad", "UPTAKE", "offered it took it up"),
        ),
        (
            "Coordination: therapist and prescriber talk with each other about the same person.",
            holds(lambda: "therapist and prescriber" in parameters()["adherence.coordination"]["says"]),
            holds(coordination_is_one_road),
        ),
        (
            """
            OCD (obsessive-compulsive disorder): thoughts force themselves on somebody, who does things again and again to be
            rid of the fear.""",
            why(NORDLOTS, "Children with OCD"),
            why("pots2_2011", "Young people with OCD"),
        ),
        (
            """
            Imagine one person in each clinic, week by week. What has each of them had by week 3, by week 12, by week 52? Skip
            is fine too.""",
            holds(lambda: LESSON.asked["guesses"][:3] == [3, 12, 52] and asked(14).judge(None)[0]),
        ),
        (
            """
            How to read the chart. On the left, each line is the number of people of 100 who have clearly improved, week by
            week (higher is better). On the right, each mark is one plan for the same people: how many sessions a person it
            takes, and in how many weeks of the year people are not yet better (lower is better). The ring is your plan.""",
            holds(picture_is_as_told),
        ),
        (
            "The first two missions are the core. The third is for when you have more time.",
            core(14, True, True, False),
        ),
        (
            """
            If you are waiting for care, the plan on the picture is not your fault, and neither is the wait. If things get
            worse, tell whoever put you on the list, or your doctor; in danger, do not wait at all. You do not have to wait
            for the date. Starting with one treatment is all right, and so is asking for the second. If you take a medication,
            staying on it is a choice too. If you feel worse after starting or changing one, above all if you are young, speak
            to the prescriber at once, and do not stop alone.""",
            also("14 sheet", "is not their fault, and neither is the wait", "where one can turn when it gets worse"),
            also("14 sheet", "Starting with one is all right, and asking for the second is, too"),
            SAFE,
            *TELL,
        ),
        (
            """
            <em>Did you see it?</em> (for after you have played)</summary> - A third accept. The second step saves sessions
            because most people never take it. That is cheap, and it is no success.""",
            across(
                ELEVEN,
                "A third accept",
                OPENING,
                lambda few, every: (
                    few.values["accept"] < 50
                    and few.result.sessions(FIRST) < 0.5 * every.result.sessions(FIRST)
                    and responding(few, FIRST, 26) < responding(every, FIRST, 26) - 3
                ),
            ),
            also("14 words", "It is cheap because so few take part: that is not success"),
        ),
        (
            """
            Half a year of waiting. In week 52 the line is even a little higher than without the wait, because the last
            session is not so long ago. Read week 26: there it is far lower.""",
            across(
                ELEVEN,
                "Half a year of waiting",
                OPENING,
                lambda late, now: (
                    2 < responding(late, "therapy alone", 52) - responding(now, "therapy alone", 52) < 9
                    and responding(now, "therapy alone", 26) - responding(late, "therapy alone", 26) > 15
                ),
            ),
            holds(late_sessions_are_fresh),
        ),
        (
            """
            No therapist far and wide. The three plans that begin with medication become one, and therapy alone becomes
            waiting. In therapy first, people wait too, until they are offered medication in week 12. By week 26 they have
            nearly caught up, but read week 12: there they are far behind.""",
            toy(ELEVEN, "No therapist far and wide", three_become_one),
        ),
        (
            """
            ## How it works The same people live every plan, with the same luck. A plan that goes step by step looks at each
            person's measured score in the week that you set. Those whose score has not halved are offered the second
            treatment; some of them accept, and some still come after the wait. A measured score errs, so a few who have
            clearly improved are offered more, and a few who have not are missed. We count two prices: sessions, and the weeks
            in which people are not yet better. Nobody counts money here.""",
            holds(starts_with_one),
            holds(lambda: takes_it_up() and still_comes()),
            holds(the_measured_score_errs),
            holds(
                lambda: (at().cohort.traits.burden == at(wait=26).cohort.traits.burden).all() and picture_is_as_told()
            ),
        ),
        (
            r"""
            With the measured score $R(w)$ in week $w$, the second treatment is offered where $R(w) > \tfrac12 R(0)$. With
            acceptance $a$, a loss $\ell$ each month and a wait of $n$ weeks, the share that comes is offered $\times\, a
            \times (1-\ell)^{{n/4}}$. Losses multiply: three steps that each keep 60 % keep 22 %. In therapy, a good working
            alliance $A$ lowers the hazard of stopping the medication by the factor $e^{{-b\,c\,A}}$, with coordination $c$
            from 0 to 1.""",
            holds(
                lambda: (
                    at().unwell("both", 12) == (at().lives["both"].ratings[12] > at().lives["both"].ratings[0] / 2)
                ).all()
            ),
            holds(lambda: takes_it_up() and still_comes() and round(100 * 0.6**3) == 22),
            holds(hazard_factor),
        ),
    ),
]
