"""What lesson 13 says up to its equations, and what holds it; what it says of studies and after stands in lesson_13_more."""

import functools
import itertools
import re
from pathlib import Path

import numpy as np

import toolkit
from tests.meaning import lived
from tests.meaning.lived import OPENING, prose, settings
from tests.meaning.quotes.grounds import (
    also,
    asked,
    core,
    fact,
    figure,
    first_lines,
    goals,
    holds,
    in_every_lesson,
    links_lead_somewhere,
    read_in,
)
from tests.meaning.quoting import across, fills, quotes, share, the_arm, the_effect, toy, why
from toolkit.evidence import finding
from toolkit.lessons.benefit_and_harm.lesson import counted
from toolkit.lessons.benefit_and_harm.people import (
    GIVEN,
    RECORDS,
    WEEKS,
    harm,
    worse_without_therapy,
)
from toolkit.model import DUMMY, MEDICATION, WAITING, Model, Plan, parameters

at = functools.partial(lived.at, 13)
here = functools.partial(figure, 13)

ROOT = Path(toolkit.__file__).parents[1]
THIS = "13_benefit_and_harm"
LESSON = toolkit.lessons.lesson(13)
ARROLL, HU, YOUNG, AFTER = (
    *("arroll2009_primarycare", "hu2004_sideeffects", "bridge2007_youth", "henssler2024_withdrawal"),
)
WORSE, LASTING, ONE_OR_BOTH = "cuijpers2018_deterioration", "crawford2016_negative", "cuijpers2020_nma"


SAFE = in_every_lesson(
    "stop or change a medication on your own; talk to the person who prescribed it",
    "your local emergency number, or [findahelpline.com]",
)
"""Who is asked before anything is changed, and where help is."""
TELL = (
    in_every_lesson(re.compile(r"[Ss]taying on (?:it )?is a choice,? too")),
    in_every_lesson(re.compile(r"worse after (?:starting|stopping) or changing .{0,90}(?:at once|today|the same day)")),
)
"""What every lesson says to who takes a medication."""


def offered():
    return next(control for control in LESSON.controls() if control.name == "chosen").options


@fills
def worked(number, digits=0):
    """A number that a function works out from records."""
    return f"{number():.{digits}f}".replace("-", "−")


def kind(name, setting=OPENING):
    """People of 100 of a kind, as drawn in a setting."""
    return here(lambda result: str(counted(result)[name]), setting)


BECAUSE, ANYWAY, NEITHER = kind("because"), kind("anyway"), kind("neither")
IMPROVED = here(lambda decision: f"{100 * decision.counts[0] / 1000 + 1e-9:.0f}")
MORE_OF_100 = worked(lambda: 100 / the_effect(ARROLL, "SSRI vs placebo", "RR").nnt)
ENDS = ("highest", "lowest")
FEWEST, MOST = (worked(lambda end=end: 100 / the_effect(ARROLL, "SSRI", f"side effects), {end}").value) for end in ENDS)
NEED_MOST, NEED_FEWEST = (
    worked(lambda end=end: the_effect(ARROLL, "SSRI", f"side effects), {end}").value) for end in ENDS
)
WITHOUT = worked(lambda: 100 * worse_without_therapy())
BOTHERED = share(HU, "SSRI starters", "bothersome side effect")
LASTED = share(LASTING, "people in psychological treatment")
GOT_WORSE = share(WORSE, "psychotherapy")
SEXUAL = share(HU, "SSRI starters", "bothersome sexual dysfunction")


def suicidal(end=None, per=1000, digits=0):
    """More young people with suicidal thoughts or attempts, or one end of what the data fit, without a sign."""
    found = the_effect(YOUNG, "depression (number needed to harm", "suicidal")
    return worked(lambda: abs(per * (found.value if end is None else found.ci[end])), digits)


def drawn(setting=OPENING, panel="x"):
    """{name in the legend: (symbol, how many)} of a square."""
    traces = settings(THIS)[setting].chart["data"]
    return {trace["name"]: (trace["marker"]["symbol"], len(trace["x"])) for trace in traces if trace["xaxis"] == panel}


def two_lives(**values):
    """(plan 1, plan 2): who has improved by each week, shape (weeks + 1, people)."""
    decision = at(**values)
    return tuple(
        np.array([decision.improved(course, week) for week in range(WEEKS + 1)])
        for course in (decision.one, decision.two)
    )


def diamonds_become_grey():
    """Most diamonds of week 12 are grey in week 52, and have been improved for about a month more under plan 2."""
    one, two = two_lives()
    diamonds = two[12] & ~one[12]
    grey = diamonds & one[52] & two[52]
    earlier = (two.sum(axis=0) - one.sum(axis=0))[grey].mean()
    return grey.sum() > 0.6 * diamonds.sum() and 3.5 < earlier < 5.5 and at(week=52).kinds()["because"] < 0.06


def only_the_tablet_changes():
    """The medication and the dummy pill come with the same visits in the same weeks; the dose alone differs."""
    weeks = np.arange(WEEKS + 1.0)
    dummy, real = Plan(**GIVEN[DUMMY]), Plan(**GIVEN[MEDICATION])
    same = (dummy.has_visits(weeks) == real.has_visits(weeks)).all() and dummy.has_visits(weeks).all()
    return same and not dummy.doses(weeks).any() and (real.doses(weeks) == 1).all() and dummy.hope == real.hope == 1


def the_same_luck():
    """A plan beside itself: everybody does the same under both, score by score, though they are drawn by chance."""
    twice, one = at(otherwise=MEDICATION, chosen=MEDICATION), at()
    same = (twice.one.ratings() == twice.two.ratings()).all() and twice.kinds()["because"] == 0
    return (
        same
        and (one.one.cohort.traits.burden == one.two.cohort.traits.burden).all()
        and at(seed=69).counts != one.counts
    )


def halved():
    """Whom the left square calls improved: their score is at most half of their own start."""
    decision = at()
    score, start = decision.two.ratings(12)[0], 24 * decision.two.cohort.traits.burden
    improved = decision.improved(decision.two)
    nearly = (score < 0.7 * start) & ~improved
    grey = improved & decision.improved(decision.one)
    lower = decision.two.ratings(12)[0][grey] < decision.one.ratings(12)[0][grey]
    return (improved == (score <= start / 2)).all() and nearly.any() and lower.mean() > 0.5


def costs_stay():
    """The right square is the same with other people, in another week and against another plan."""
    return at().price == at(seed=69).price == at(week=52).price == at(otherwise=WAITING).price


def shares_fit(people=8):
    """Of all ways in which a few people can live two lives, the share improved only under plan 2 is between what is said."""
    found = {}
    for because, anyway, otherwise in itertools.product(range(people + 1), repeat=3):
        if because + anyway + otherwise <= people:
            found.setdefault((anyway + because, anyway + otherwise), set()).add(because)
    return all(
        (min(ways), max(ways)) == (max(0, two - one), min(two, people - one)) for (two, one), ways in found.items()
    )


def newcombe_turned_over():
    gain, needed, near = at().gain, at().needed, at(otherwise=MEDICATION, chosen="therapy")
    turned = np.allclose((needed.value, needed.low, needed.high), (1 / gain.value, 1 / gain.high, 1 / gain.low))
    printed = LESSON.sentence(near)
    return turned and near.gain.low < 0 < near.gain.high and near.needed is None and "no single number" in printed


@functools.cache
def box():
    """The words of the box about a young person."""
    return re.split(r"(?m)^#+ ", prose(THIS).partition("### If you worry about a young person")[2])[0]


QUOTES = [
    *quotes(
        THIS[:2],
        *first_lines(13),
        ("{}", fact(13, "hook"), holds(lambda: at().kinds()["because"] > 0 and at().price["free"] < 1)),
        (
            """
            This is a teaching toy, not advice. It speaks about groups, never about one person, and it will not tell you what
            to choose. Please do not start, stop or change a medication on your own; talk to the person who prescribed it. If
            you need help now: your local emergency number, or [findahelpline.com](https://findahelpline.com), which lists
            helplines by country.""",
            SAFE,
            holds(
                lambda: LESSON.sentence(at(cost="bothered")).endswith("The page does not know what you would accept.")
            ),
        ),
        (
            """
            Mara, 34, drives a city bus (we invented her). On her kitchen table lie two offers, a medication and a therapy,
            and a leaflet with a very long list. "Everybody says that it is my decision," she tells her sister. "Nobody says
            how people make one." """,
            holds(lambda: {"medication", "therapy"} < set(offered()) and LESSON.title.endswith("one decision")),
        ),
        (
            """
            Perhaps you read this alone, or late at night. Nothing on this page has to be decided tonight. If somebody may be
            in danger, that is different: ring now. If you came with one worry, you can go straight to it: [I worry about a
            young person](#If-you-worry-about-a-young-person) · [I have stopped my medication](#If-you-have-stopped) · [Do I
            need both?](#Do-I-need-both?) · [What shall I ask?](#Your-own-questions)""",
            links_lead_somewhere(13),
            also("13 sheet", "nothing has to be decided today", "ring the local number"),
        ),
        ("## You will be able to - {}; - {}; - {}; - {}.", *goals(13)),
        (
            "Picture of 100 (icon array): a mark for each of 100 people, so that a chance can be counted.",
            holds(lambda: sum(people for _, people in drawn().values()) == 100),
        ),
        (
            "To improve (here; response): the symptoms have at least halved. Other lessons say improve clearly.",
            holds(halved),
            also("14", "Clearly improved (response)"),
        ),
        (
            """
            Number needed to treat: how many people get a treatment for one more of them to improve than under the other plan.
            - Number needed to harm: the same for a harm. Here a large number is the good news.""",
            holds(lambda: abs(at().needed.value - 1000 / (at().counts[0] - at().counts[1])) < 1e-9),
            holds(lambda: LESSON.said_tasks[2]["right"] == 100 / (9 - 5) > 100 / (20 - 5)),
        ),
        (
            """
            Withdrawal symptoms (discontinuation symptoms): what a body may do when a medication is stopped. They are no sign
            of weakness.""",
            why(AFTER, "discontinuation symptom", "stopping an antidepressant"),
            holds(lambda: 0 < the_arm(AFTER, "stopping antidepressant", "any", None).value < 1),
        ),
        (
            """
            Shared decision: clinician and patient choose together. One of them knows more about treatments, and the other
            about the life that a treatment has to fit.""",
            why("leblanc2015_sdm", "shared decisions", "patients more comfortable, better informed and more involved"),
        ),
        (
            """
            Picture one person who has improved, and change only what is in the tablet. Everything else in the 12 weeks stays.
            Skip is fine too.""",
            holds(only_the_tablet_changes),
            holds(lambda: at().week == 12 and asked(13).judge(None)[0]),
        ),
        (
            """
            If you take a medication, please read this slowly. "Would have improved anyway" is said of a dummy pill with
            visits (lesson 02). It does not mean "without help". It does not say that your improvement is not real, or which
            part of it came from what; no study can say that about one person. And even a small chance can be well worth
            having: people take small chances and refuse large ones, with good reasons. Staying on is a choice too. If you
            feel worse after starting or changing a medication, speak to the prescriber at once, and do not stop alone.""",
            holds(lambda: at().otherwise == DUMMY and "visits" in GIVEN[DUMMY]),
            holds(lambda: at().kinds()["anyway"] > at(otherwise=WAITING).kinds()["anyway"] + 0.1),
            also("02", "dummy pill and visits"),
            also(
                "13 sheet",
                "Anyway means with visits and a dummy pill, not without help",
                "Both kinds of improvement are real",
            ),
            also("13 words", "Only a simulation sees both lives of one person"),
            *TELL,
        ),
        (
            """
            ### If you have stopped You have not ruined anything. Ring the person who prescribed it, today if you can, and at
            once if you feel unwell or low. Ask before you begin again, too. If you have thoughts of suicide, ring the
            emergency number now.""",
            also(
                "13 sheet",
                re.compile(
                    r"says that they have stopped.*help them ring the prescriber today\. At thoughts of suicide"
                ),
            ),
            also("11", re.compile(r"worse after stopping .*call that person the same day")),
        ),
        (
            """
            Bad days after stopping can be withdrawal, or the illness, or both, and no page can tell. Of 100 people who
            stopped an antidepressant in studies, {} reported symptoms and {} did not. After a dummy pill it was {} and {}
            (read in a summary, disputed) [henssler2024_withdrawal]. If you are thinking of stopping, plan it with the
            prescriber: whether, when and how slowly.""",
            share(AFTER, "stopping antidepressant", "any"),
            share(AFTER, "stopping antidepressant", "any", turned=True),
            share(AFTER, "stopping placebo", "any"),
            share(AFTER, "stopping placebo", "any", turned=True),
            why(AFTER, "disputes the estimate", "Withdrawal can be mistaken for relapse"),
            read_in("secondary", AFTER),
            also("11", "Whether to stop, when, and how slowly is decided together with the person who prescribed it"),
        ),
        (
            """
            ### If you worry about a young person - In danger now: stay with them, and ring your emergency number. - Ask
            directly about thoughts of suicide, with or without a medication. To ask does not put the thought there. - Speak
            to the prescriber the same day if such thoughts begin or grow, or if you see strong unrest or behaviour that is
            not like them. The first weeks and every change of dose need the closest watch. If you can reach nobody, ring a
            doctor on call or your emergency number. - Do not stop the medication alone. The prescriber decides with you what
            comes next. Keep medication and other dangerous things locked away.""",
            also("13 sheet", "stay, ask directly, and ring the local number", "ring the prescriber the same day"),
            also("13 sheet", "Ask her directly", "do not stop it alone"),
            also("13", "what do we watch for in the first weeks", "that asking does not put the thought there"),
        ),
        (
            """
            If it is you: you need not carry this alone until morning. Tell one person now, or ring the number at the top. -
            To a parent: if you agreed to a treatment, or decided against it together with the prescriber, you did no wrong.""",
            SAFE,
            also("13 sheet", "You looked for help for her", "Nobody's decision is on trial"),
        ),
        (
            """
            How to read the chart. The left square is the benefit: the same people under two plans. A diamond improved only
            under plan 2, a grey disc (a filled circle) under both, an open circle under neither so far. The right square is
            one cost of plan 2, counted in studies of other people and not simulated. A place on the left and the same place
            on the right are two different people. Who counted each cost stands under What studies found.""",
            holds(
                lambda: (
                    drawn()
                    == {
                        "improved only with medication": ("diamond", counted(at())["because"]),
                        "improved under both plans": ("circle", counted(at())["anyway"]),
                        "not improved so far": ("circle-open", counted(at())["neither"]),
                    }
                )
            ),
            holds(costs_stay),
            holds(
                lambda: (
                    settings(THIS)[OPENING].chart["layout"]["xaxis2"]["title"]["text"].startswith("100 other people")
                )
            ),
            holds(
                lambda: (
                    prose(THIS).index("What studies found\n") < prose(THIS).index("The seven costs, and who counted")
                )
            ),
        ),
        (
            "The first two missions are the core. The other two are for when you have more time.",
            core(13, True, True, False, False),
        ),
        (
            """
            <em>Did you see it?</em> (for after you have played)</summary> - One plan, one price. Nobody could know. A diamond
            and a grey disc feel the same from inside.""",
            toy(THIS, "One plan, one price", lambda s: s.values == settings(THIS)[OPENING].values),
            also("13 sheet", "11 of 100 are diamonds, 37 are discs, and both kinds feel the same"),
        ),
        (
            """
            A year later. Many open circles have become grey: time caught up. There are fewer diamonds: most of those people
            are grey by now, and on the medication they had improved about a month sooner. Week 52 is only one day.""",
            across(
                THIS,
                OPENING,
                "A year later",
                lambda soon, late: (
                    late.result.kinds()["because"] < soon.result.kinds()["because"]
                    and late.result.kinds()["anyway"] > soon.result.kinds()["anyway"] + 0.3
                ),
            ),
            holds(diamonds_become_grey),
        ),
        (
            """
            Everyday life. Fewer have improved so far, under both plans. In the model everyday life follows the symptoms about
            eight weeks later, which is our choice.""",
            across(
                THIS,
                OPENING,
                "Everyday life",
                lambda usual, life: all(a > b for a, b in zip(usual.result.counts, life.result.counts, strict=True)),
            ),
            holds(
                lambda: (
                    Model().functioning.lag_weeks == 8 and parameters()["functioning.lag_weeks"]["tag"] == "teaching"
                )
            ),
        ),
        (
            """
            A second treatment. It adds about {} of 100. The right square cannot say what it adds: everybody there took the
            medication.""",
            kind("because", "A second treatment"),
            toy(THIS, "A second treatment", lambda s: s.result.price.keys() == {"alone", "free"}),
            why(HU, "no placebo group", "after starting an SSRI"),
        ),
        (
            """
            1,000 young people. Nine of 1,000 is not quite one of 100. And if only the harm grew to 1,000 people, the two
            squares could not be compared.""",
            toy(THIS, "1,000 young people", lambda s: round(1000 * s.result.price["added"]) == 9),
            holds(
                lambda: all(
                    sum(count for _, count in drawn("1,000 young people", panel).values()) == 1000
                    for panel in ("x", "x2")
                )
            ),
        ),
        (
            """
            Every simulated person lives the same year several times, once under each plan. Luck is the same each time, so we
            see what this person would have done under the other plan. Only a simulation can do that. In a trial each person
            lives once, and a trial reports two totals. So diamonds exist here and in no study.""",
            holds(the_same_luck),
            holds(shares_fit),
        ),
        (
            """
            Somebody improves when the symptoms have at least halved; a person can be better and not have crossed that line,
            and a grey disc may be better than it would have been. Everyday life follows the symptoms. A wish that is met
            makes people leave less often. The costs come from studies.""",
            holds(halved),
            holds(lambda: at(benefit="everyday life").counts[0] < at().counts[0]),
            holds(lambda: Model().preference.met < 1 < Model().preference.not_met),
            holds(lambda: at(wish="met", week=26).taking > at(week=26).taking > at(wish="not met", week=26).taking),
            holds(lambda: all(harm(cost).finding == finding(id) for cost, (id, _) in RECORDS.items())),
        ),
        (
            r"""
            With shares $p_2$ and $p_1$ of people who improve, more of 100 is $100\,(p_2 - p_1)$, and the number needed is
            $1/(p_2 - p_1)$. Its interval is that of the difference (Newcombe's), turned over. Where it holds 0, turning it
            over runs through infinity, so we print the difference. From two totals alone, the share improved only under plan
            2 can be anything from $\max(0, p_2 - p_1)$ to $\min(p_2, 1 - p_1)$. Everyday life: $\dot F = (y - F)/8$ a week,
            with $y$ the score.""",
            holds(newcombe_turned_over),
            holds(shares_fit),
            holds(lambda: abs(at().more - (at().counts[0] - at().counts[1]) / 10) < 1e-9),
            holds(lambda: Model().functioning.lag_weeks == 8),
        ),
    ),
]
