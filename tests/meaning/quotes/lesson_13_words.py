"""What lesson 13's words say: its controls, presets, missions, guess and tasks, and what holds them."""

import functools
import math

import numpy as np

import toolkit
from tests.meaning.lived import OPENING, prose
from tests.meaning.quotes import grounds
from tests.meaning.quotes.grounds import also, holds, is_reached, read_in
from tests.meaning.quotes.lesson_13 import (
    AFTER,
    ANYWAY,
    ARROLL,
    BECAUSE,
    GOT_WORSE,
    HU,
    IMPROVED,
    LESSON,
    MORE_OF_100,
    NEITHER,
    TELL,
    THIS,
    WITHOUT,
    WORSE,
    YOUNG,
    at,
    drawn,
    halved,
    only_the_tablet_changes,
)
from tests.meaning.quoting import quotes, share, the_arm, the_effect, toy, why
from toolkit.lessons.benefit_and_harm.people import GIVEN, RECORDS, SESSIONS, WEEKS, count, price
from toolkit.model import BOTH, DUMMY, MEDICATION, THERAPY, WAITING, Plan

options = functools.partial(grounds.options, 13)
reached = functools.partial(is_reached, 13)
right = functools.partial(grounds.right, 13)
hints = functools.partial(grounds.hints, 13)
guess = functools.partial(grounds.guess, 13)

NOT_COUNTED = "Nobody whom we read has counted this cost"

# Controls.


def moves(name, life):
    """A control of a plan moves that life at every option but its own, and never the other."""
    still = {"one": "two", "two": "one"}[life]
    for option in set(options(name)) - {LESSON.opening[name]}:
        moved = at(**{name: option})
        assert (getattr(moved, still).symptoms == getattr(at(), still).symptoms).all(), option
        assert (getattr(moved, life).symptoms != getattr(at(), life).symptoms).any(), option
    return True


def visits_are_said(name):
    """ "with visits" stands where one is seen without therapy, and nowhere else."""
    weeks = np.arange(WEEKS + 1.0)
    return all(
        ("with visits" in words) == Plan(**GIVEN[plan]).has_visits(weeks).any()
        for plan, words in options(name).items()
        if plan != BOTH
    )


def what_counts():
    decision = at(benefit="everyday life")
    lost = decision.two.impairment[:, 0]
    return (decision.improved(decision.two) == (lost[12] <= lost[0] / 2)).all() and halved()


def costs_are_counted():
    """Every cost stands for what its record counted, in the controls' order; the young come last."""
    counted_as = {
        "stopping": (1 / the_effect(ARROLL, "SSRI", "side effects), lowest").value, MEDICATION),
        "bothered": (the_arm(HU, "SSRI", "bothersome side effect", None).value, MEDICATION),
        "sexual problem": (the_arm(HU, "SSRI", "bothersome sexual", None).value, MEDICATION),
        "after stopping": (the_arm(AFTER, "stopping antidepressant", "any", None).value, MEDICATION),
        "worse": (the_arm(WORSE, "psychotherapy", "deterioration", None).value, THERAPY),
        "lasting": (the_arm("crawford2016_negative", "people", "lasting", None).value, THERAPY),
        "young": (the_arm(YOUNG, "antidepressant, depression", "suicidal", None).value, MEDICATION),
    }
    same = all(math.isclose(count(cost, plan), value) for cost, (value, plan) in counted_as.items())
    return same and list(options("cost")) == list(counted_as) == list(RECORDS)


def wish_is_of_plan_2():
    met, asked, not_met = (at(wish=wish, week=26) for wish in ("met", "not asked", "not met"))
    return (met.one.symptoms == not_met.one.symptoms).all() and met.taking > asked.taking > not_met.taking


def accepts(who):
    """5.1 are bothered for one more who improves: 5 are too few to accept, and 6 are enough."""
    decisions = {most: at(cost="bothered", **{who: most}) for most in (5, 6)}
    return [decision.accepts(getattr(decision, who)) for decision in decisions.values()] == [False, True]


# Presets, missions, the guess and the tasks.


def differs(shown):
    """What a preset changes."""
    return {name: value for name, value in shown.values.items() if value != LESSON.opening[name]}


def against(plan):
    """The medication against another plan."""
    return at(otherwise=plan)


def wish_moves_who_stays():
    met, not_met = (at(wish=wish, week=26) for wish in ("met", "not met"))
    return met.taking > not_met.taking + 0.08 and abs(met.counts[0] - not_met.counts[0]) <= 30


def nothing_but_staying():
    """Who takes it all year under either wish has the same scores."""
    met, not_met = (at(wish=wish, week=26).two for wish in ("met", "not met"))
    stay = (met.stop_week[0] > WEEKS) & (not_met.stop_week[0] > WEEKS)
    return stay.sum() > 100 and (met.symptoms[:, 0, stay] == not_met.symptoms[:, 0, stay]).all()


def nobody_on_the_medication_changes():
    return against(WAITING).counts[0] == against(DUMMY).counts[0]


def doubled():
    return against(WAITING).kinds()["because"] > 2 * against(DUMMY).kinds()["because"]


def none_is_free():
    counts = [[count(cost, plan) for cost in RECORDS] for plan in GIVEN]
    return len(RECORDS) == 7 and all(share is None or share > 0 for row in counts for share in row)


def grown_most():
    soon, late = at().kinds(), at(week=52).kinds()
    return max(soon, key=lambda kind: late[kind] - soon[kind]) == "anyway"


def decide(**values):
    decision = at(cost="bothered", **values)
    return decision.accepts(values.get("pavel", 2)) != decision.accepts(values.get("ines", 2))


def behind_the_symptoms():
    return at(benefit="everyday life").counts[0] < at().counts[0] / 2


def the_same_people():
    return (at().one.cohort.traits.burden == at().two.cohort.traits.burden).all()


def goals_are_asked():
    """Each goal's tasks, and a word of what they ask."""
    asked = {}
    for task in LESSON.said_tasks:
        asked.setdefault(task["goal"], []).append(f"{task['kind']} {task['prompt']}")
    words = {
        1: ["In a picture of 100 people"],
        2: ["(the number needed to treat)", "(the number needed to harm)"],
        3: ["have to know before you weigh the two"],
        4: ["What can the numbers do for them"],
    }
    return all(say in ask for goal, says in words.items() for say, ask in zip(says, asked[goal], strict=True))


@functools.cache
def chart(**values):
    return LESSON.chart(at(**values))


def legend(**values):
    """{panel: {name in the legend: how many}}."""
    found = {"x": {}, "x2": {}}
    for trace in chart(**values)["data"]:
        found[trace["xaxis"]][trace["name"]] = len(trace["x"])
    return found


def panels(**values):
    """How many people are drawn on the left and on the right."""
    return tuple(sum(named.values()) for named in legend(**values).values())


QUOTES = [
    *quotes(
        f"{THIS[:2]} words",
        (
            """
            title | Benefit and harm: one decision | hook | How many people does a treatment help who would not have improved
            without it, and what does it cost all of them? |""",
            holds(lambda: at().kinds()["because"] > 0 and at().price["free"] < 1),
            also("13", "# 13 · Benefit and harm: one decision How many people does a treatment help"),
        ),
        (
            """
            goals | read a picture of 100 people under two plans, and say what it cannot show | turn a difference in people of
            100 into a number needed to treat or to harm | say what must be known before a benefit and a harm are set side by
            side | tell what numbers can decide from what wishes decide |""",
            holds(goals_are_asked),
        ),
        (
            "The same people, two plans | studies | Published benefits and harms, and the model's benefit |",
            holds(the_same_people),
            holds(
                lambda: (
                    [row["toy"] for panel in LESSON.study_panels for row in panel["rows"] if "toy" in row]
                    == ["more", "times"]
                )
            ),
        ),
        (
            """
            label | Plan 1 | help | What would happen otherwise? | value | dummy pill with visits | options | waiting list |
            waiting list | dummy pill with visits | dummy pill with visits | medication | medication with visits | therapy |
            therapy |""",
            holds(lambda: moves("otherwise", "one")),
            holds(lambda: visits_are_said("otherwise")),
        ),
        (
            """
            label | Plan 2 | help | The plan that somebody is thinking about. | value | medication | options | waiting list |
            waiting list | dummy pill with visits | dummy pill with visits | medication | medication with visits | therapy |
            therapy | both | medication and therapy |""",
            holds(lambda: moves("chosen", "two")),
            holds(lambda: visits_are_said("chosen") and {"medication", "therapy"} == GIVEN[BOTH].keys()),
        ),
        (
            """
            label | What counts as improved | help | Everyday life means work, other people, getting up. It follows the
            symptoms some weeks later. | value | symptoms | options | symptoms | symptoms have at least halved | everyday life
            | everyday life is halfway back |""",
            holds(behind_the_symptoms),
            holds(what_counts),
        ),
        (
            """
            label | What plan 2 may cost | help | One at a time, counted in studies. The last one is about young people: read
            the box above first. | value | stopping | options | stopping | stopping because of side effects | bothered | a
            side effect that bothers | sexual problem | a sexual problem that bothers | after stopping | symptoms after
            stopping | worse | getting worse | lasting | lasting bad effects of therapy | young | suicidal thoughts or
            attempts, under 19 |""",
            holds(costs_are_counted),
            holds(lambda: prose(THIS).index("### If you worry") < prose(THIS).index("How to read the chart")),
        ),
        (
            """
            label | Count in | help | Always both squares together. What is rare needs more people. | value | options | 100
            people | 1,000 people |""",
            holds(lambda: all(panels(of=of) == (of, of) for of in options("of"))),
            toy(THIS, "1,000 young people", lambda s: s.result.of == 1000 and s.result.price["added"] < 0.01),
        ),
        (
            """
            label | Whose wish for plan 2 is met | help | Did people get the plan that they had wanted? | value | not asked |
            options | not asked | nobody was asked | met | everybody's | not met | nobody's |""",
            holds(wish_is_of_plan_2),
        ),
        (
            "label | Read the result in week | help | Tablets and visits go on all year; therapy ends in week 16. |",
            holds(lambda: (WEEKS, SESSIONS) == (52, 16)),
            holds(lambda: all(plan["medication"].stop == 52 for plan in GIVEN.values() if "medication" in plan)),
            holds(lambda: GIVEN[THERAPY]["therapy"].stop == 16 and GIVEN[DUMMY]["visits"].stop == 52),
        ),
        (
            """
            label | Ines accepts | help | Ines is invented. People bothered by a side effect, for one more who improves. |""",
            holds(lambda: accepts("ines")),
            holds(lambda: "Ines would accept 6: she takes" in LESSON.sentence(at(cost="bothered", ines=6))),
        ),
        (
            """
            label | Pavel accepts | help | Pavel is invented. People bothered by a side effect, for one more who improves. |""",
            holds(lambda: accepts("pavel")),
            holds(lambda: "Pavel would accept 6: he takes" in LESSON.sentence(at(cost="bothered", pavel=6))),
        ),
        (
            """
            One plan, one price | says | A medication against a dummy pill, week 12. Suppose that you ask everybody who
            improved on the medication what helped. Who of them could know whether they are a diamond or a disc? |""",
            toy(THIS, "One plan, one price", lambda s: s.values == LESSON.opening),
            holds(lambda: (at().otherwise, at().chosen, at().week) == (DUMMY, MEDICATION, 12)),
        ),
        (
            """
            A year later | says | The same two plans, read in week 52. Which kind of people has grown most, and what did they
            live through until then? |""",
            holds(grown_most),
            toy(THIS, "A year later", lambda s: differs(s) == {"week": 52}),
        ),
        (
            """
            Everyday life | says | Improved now means that everyday life is halfway back, still in week 12. Compare with the
            opening: whose symptoms have halved, and whose life has not followed yet? |""",
            holds(behind_the_symptoms),
            toy(THIS, "Everyday life", lambda s: differs(s) == {"benefit": "everyday life"} and s.result.week == 12),
        ),
        (
            """
            A second treatment | says | Plan 1 is therapy; plan 2 adds a medication. The cost is a side effect that bothers.
            How many people does the second treatment add on the left? Can the right square tell what it adds there? |""",
            toy(
                THIS,
                "A second treatment",
                lambda s: differs(s) == {"otherwise": "therapy", "chosen": "both", "cost": "bothered"},
            ),
            toy(THIS, "A second treatment", lambda s: s.result.kinds()["because"] > 0.1 and "alone" in s.result.price),
        ),
        (
            """
            1,000 young people | says | Now both squares hold 1,000 young people with depression, from a review of trials.
            Please read the box above first. Why would 100 people be too few for the right square, and why must the left
            square grow with it? |""",
            toy(
                THIS, "1,000 young people", lambda s: differs(s) == {"cost": "young", "of": 1000} and s.result.is_review
            ),
            holds(
                lambda: (
                    0 < 100 * price("young", MEDICATION)["added"] < 1 and panels(cost="young", of=1000) == (1000, 1000)
                )
            ),
        ),
        (
            """
            Anyway, compared with what? | prompt | As it opens, about {} of 100 people improve only with the medication
            (diamonds). Keep the medication, week 12 and halved symptoms. Bring the diamonds to 20 or more. |""",
            BECAUSE,
            holds(lambda: reached(0, otherwise=WAITING) and not reached(0)),
            holds(lambda: not any(reached(0, otherwise=WAITING, **more) for more in ({"week": 13}, {"chosen": BOTH}))),
            holds(lambda: not reached(0, otherwise=WAITING, benefit="everyday life")),
            holds(lambda: drawn()["improved only with medication"][0] == "diamond"),
        ),
        (
            "Nobody on the medication has to change. “Would have improved anyway” is about another life. Which one? |",
            holds(nobody_on_the_medication_changes),
            holds(lambda: reached(0, otherwise=WAITING)),
        ),
        (
            """
            Not one person on the medication has changed. The other life has: before, it held visits and the hope of a real
            tablet; now it holds time alone. So visits and hope are counted for the medication as well. When you read “would
            have improved anyway”, ask under which plan. And when somebody decides, ask which of the two is really on offer. |""",
            toy(THIS, OPENING, lambda shown: shown.result.counts[0] == against(WAITING).counts[0]),
            holds(lambda: not GIVEN[WAITING] and "visits" in GIVEN[DUMMY] and doubled()),
            also("13 sheet", "Which of the two other plans is on offer in your town"),
        ),
        (
            """
            A plan that costs nothing | prompt | Find a plan 2 for which all seven costs have been counted, and every count is
            0. Where nobody counted, the words say so. That is not a 0. |""",
            holds(none_is_free),
            holds(lambda: not any(reached(1, chosen=plan) for plan in GIVEN)),
            holds(lambda: NOT_COUNTED in LESSON.sentence(at(cost="worse")) and count("worse", MEDICATION) is None),
        ),
        (
            """
            You may have tried the medication. Try therapy with “getting worse”. Then set plan 2 to the waiting list and look
            again. |""",
            holds(
                lambda: (
                    LESSON.sentence(at(chosen=THERAPY, cost="worse"))
                    != LESSON.sentence(at(chosen=WAITING, cost="worse"))
                )
            ),
            holds(lambda: 0 < count("worse", THERAPY) < count("worse", WAITING)),
        ),
        (
            """
            No plan here costs nothing, and doing nothing has a price as well. In the middle one of the trials that counted
            it, about {} of 100 people got worse in therapy and {} did not. Without therapy about {} got worse (our sum). Even
            after a dummy pill, {} of 100 reported symptoms on stopping. This is not said to frighten you. A leaflet prints
            the price of one treatment only, and then what stands beside it looks free. |""",
            GOT_WORSE,
            share(WORSE, "psychotherapy", turned=True),
            WITHOUT,
            share(AFTER, "stopping placebo", "any"),
            holds(none_is_free),
            holds(lambda: count("worse", WAITING) > count("worse", THERAPY)),
            why(WORSE, "in the middle study"),
        ),
        (
            """
            Ines and Pavel are both 52, invented, and read this same page. Choose the cost “a side effect that bothers”. Then
            move what one of them accepts, and only that one, until the two decide differently. |""",
            holds(lambda: decide(pavel=6) and decide(ines=6) and not decide()),
            holds(lambda: reached(2, cost="bothered", pavel=6) and not reached(2, cost="bothered", pavel=6, ines=3)),
            holds(lambda: not reached(2, pavel=6)),
            also("13 words", "Ines is invented", "Pavel is invented"),
        ),
        (
            """
            The words under the picture say how many people are bothered for one more who improves. Who stands on which side
            of it? |""",
            holds(
                lambda: "For one more who improves, at most 5.1 are bothered." in LESSON.sentence(at(cost="bothered"))
            ),
            holds(lambda: abs(at(cost="bothered").ratio - 5.1) < 0.05),
        ),
        (
            """
            Neither of them is wrong. Whoever accepts more has somebody to get up for each morning and would bear a lot for
            that. Whoever accepts less sings in a choir, tires easily, and wants to begin with therapy. Both have a date on
            which they look again with a clinician. Exchange the two sliders: both are still right. A real decision holds more
            than one ratio, and this page knows nothing of yours. So there is no slider with your name. |""",
            holds(lambda: decide(pavel=6) and decide(ines=6)),
            holds(lambda: at(cost="bothered", pavel=6).accepts(6) and not at(cost="bothered", pavel=6).accepts(2)),
            also("13", "on which date do we look again"),
            holds(
                lambda: (
                    [c.label for c in LESSON.controls() if "accepts" in c.label] == ["Ines accepts", "Pavel accepts"]
                )
            ),
        ),
        (
            """
            Make two runs that differ only in whose wish is met. Plan 2 is the medication, week 26. At least 8 more of 100
            people are still taking it in one of them. How many more have improved there? |""",
            holds(lambda: reached(3, {"week": 26, "wish": "not met"}, week=26, wish="met")),
            holds(lambda: not reached(3, {"wish": "not met"}, wish="met")),
            holds(lambda: not reached(3, {"week": 26, "wish": "not met", "seed": 69}, week=26, wish="met")),
            holds(wish_moves_who_stays),
        ),
        (
            "Pin keeps the first run. Compare the two ends of the wish; the words say who still takes it. |",
            holds(lambda: "of 100 still take the medication" in LESSON.sentence(at(week=26, wish="met"))),
            holds(lambda: set(options("wish")) == {"not asked", "met", "not met"}),
        ),
        (
            """
            Many more stayed, and hardly more improved. We built it so: in the model a wish changes who stays, and nothing
            besides. In one trial it was like that. A review of many studies saw slightly better results as well (both stand
            below). But not all that is worth having is a result. To be asked has a worth of its own. |""",
            holds(wish_moves_who_stays),
            holds(nothing_but_staying),
            why("dunlop2017_predict", "made people stay but not remit more"),
            why("swift2018_preference", "did slightly better", "53 studies"),
            also("13", "the model and that review do not agree", "as in one trial"),
        ),
        (
            """
            In our simulation 100 people take a medication for 12 weeks, and in {} of them the symptoms at least halve (here:
            they improve). Then the same 100 people live the same 12 weeks with a dummy pill, the same doctor and the same
            visits. Nobody knows which tablet is which. How many of the 100 improve with the medication and would not have
            improved with the dummy pill? |""",
            IMPROVED,
            holds(only_the_tablet_changes),
            holds(lambda: at().week == 12 and halved() and the_same_people()),
        ),
        (
            """
            All {}: they took it, and they improved | From inside it feels like that, and nobody could feel it otherwise. But
            each of them also had 12 weeks, a doctor who asked, and hope. In the model that would have been enough for about
            {} of them. For about {} it would not. |""",
            IMPROVED,
            ANYWAY,
            BECAUSE,
            holds(only_the_tablet_changes),
            holds(lambda: guess("All") == at().counts[0] // 10 + 1),
        ),
        (
            """
            About 24: half of them | You remembered that time and visits work too, and gave them half. Here they carry more
            than half. Of the {} who improved, about {} would have done so with the dummy pill as well, and about {} would
            not. |""",
            IMPROVED,
            ANYWAY,
            BECAUSE,
            holds(lambda: guess("About 24") == 24 == int(IMPROVED()) / 2),
            holds(lambda: at().kinds()["anyway"] > at().counts[0] / 2000),
        ),
        (
            """
            About {}: the smaller part of them | So it is here. About {} would have improved with either tablet, about {} only
            with the medication, and {} have not improved yet with either. |""",
            BECAUSE,
            ANYWAY,
            BECAUSE,
            NEITHER,
            holds(lambda: guess("About 11") == int(BECAUSE()) < int(IMPROVED()) / 2),
        ),
        (
            """
            Hardly anybody: the rest is time and hope | Time and hope carry most of it, as you say. But the medication adds
            something of its own: about {} of 100 here. In general practice it was about {} more of 100 with an SSRI (a common
            kind of antidepressant) than with a dummy pill (our sum, from a summary). |""",
            BECAUSE,
            MORE_OF_100,
            holds(lambda: guess("Hardly") < int(BECAUSE()) and at().kinds()["anyway"] > at().kinds()["because"]),
            read_in("secondary", ARROLL),
            why(ARROLL, "In general practice", "need an SSRI"),
        ),
        (
            """
            In a picture of 100 people, 30 improve under both plans, 12 only under plan 2, and 58 under neither so far.
            Somebody took plan 2 and improved. What may she conclude? | right | She is one of 42, and nobody can say of which
            kind | replies | The treatment did it | Perhaps. 42 people look just like her, and 30 of them would have improved
            under plan 1 too. | The treatment did not do it | That is as unsure as the opposite. For 12 of the 42 it made the
            difference. | She is one of 42, and nobody can say of which kind | Yes. Only a simulation sees both lives of one
            person. Her improvement is real, whichever kind she is. | She can stop the treatment now | The picture says
            nothing about stopping. That is a talk with the prescriber, and lessons 10 and 11 are about it. Staying on is a
            choice too. |""",
            holds(
                lambda: (
                    30 + 12 == 42
                    and 30 + 12 + 58 == 100
                    and right(1) == "She is one of 42, and nobody can say of which kind"
                )
            ),
            also("13", "Only a simulation can do that"),
            holds(
                lambda: [toolkit.lessons.lesson(n).title for n in (10, 11)] == ["After treatment ends", "Coming off"]
            ),
            TELL[0],
        ),
        (
            """
            In an invented trial, 45 of 100 people improve on a medication and 25 of 100 with a dummy pill. How many people
            take the medication for one more to improve (the number needed to treat)? | right | tolerance | unit | people |
            reply | Yes: 45 − 25 = 20 more of 100, and 100 ÷ 20 = 5. The number belongs to this comparison and to these weeks.
            | hint | How many more of 100 improve? Then ask: how many people for one of them? | hints | given | reply | So
            many improve on the medication. Some of them would have improved with the dummy pill too: subtract first. | given
            | reply | That is how many more of 100 improve, and the right first step. Of how many people is it one? | given |
            reply | That is a ratio: 45 ÷ 25. A ratio does not say how many people it is about. Subtract. | given | reply |
            That is the share of people for whom it made a difference. Turn it over. |""",
            holds(lambda: right(2) == 100 / (45 - 25) == 5 and 45 - 25 == 20),
            holds(lambda: {*hints(2)} == {45, 45 - 25, 45 / 25, (45 - 25) / 100}),
        ),
        (
            """
            In the same trial, 9 of 100 people stop because of side effects on the medication, and 5 of 100 with the dummy
            pill. How many people take the medication for one more to stop for this reason (the number needed to harm)? |
            right | tolerance | unit | people | reply | Yes: 9 − 5 = 4 more of 100, and 100 ÷ 4 = 25. Here a large number is
            the good news. | hint | The same two steps as before: how many more of 100, and how many people for one of them? |
            hints | given | reply | That is how many more of 100 stop. How many people must take it until that makes one? |
            given | reply | “Nearly twice as many” is the ratio, 9 ÷ 5. It hides how few people it is about. Subtract. | given
            | reply | That counts everybody who stops on the medication, also those who would stop with a dummy pill. |""",
            holds(lambda: right(3) == 100 / (9 - 5) == 25 and 9 - 5 == 4),
            holds(lambda: {*hints(3)} == {9 - 5, 9 / 5, round(100 / 9, 1)}),
        ),
        (
            """
            A leaflet says: “Six of ten feel better. The risk of a rare reaction is only doubled.” What is the first thing you
            would have to know before you weigh the two? | right | How many it is without the treatment, for both of them |
            replies | How many it is without the treatment, for both of them | Yes: the same comparison, the same weeks, the
            same number of people. Doubled from 1 to 2 of 1,000 is another thing than doubled from 10 to 20 of 100, and some
            of the six would feel better without it. | Which of the two a doctor thinks is larger | Good to hear. But it mixes
            the doctor's wishes with the numbers, and yours may differ. | Whether the leaflet was printed by the maker | Worth
            knowing. But an honest leaflet with these two sentences could not be weighed either. | How long the list of side
            effects is | A long list of rare things can weigh less than one frequent thing. Count people, and not lines. |""",
            holds(lambda: right(4).startswith("How many it is without the treatment, for both")),
            holds(lambda: (2 - 1) / 1000 < (20 - 10) / 100 and 2 / 1 == 20 / 10 == 2),
        ),
        (
            """
            A mother and a father read the same numbers about a treatment for their daughter of 16. One wants to begin with
            therapy, the other with both treatments. What can the numbers do for them? | right | Show what each plan may bring
            and cost; the weighing is theirs and their daughter's, with her clinician | replies | Show which parent is right |
            They do not disagree about the numbers. They differ in what they fear more. | Nothing: it is all feeling | The
            numbers say what is at stake, for how many, and how sure. That makes a quarrel a good deal smaller. | Show what
            each plan may bring and cost; the weighing is theirs and their daughter's, with her clinician | Yes. And it is she
            who will live with it, so she is asked as well. | Show that they should wait | Waiting is a plan too. It belongs
            in the picture, with its own price. |""",
            holds(lambda: right(5).startswith("Show what each plan may bring and cost; the weighing is theirs")),
            holds(lambda: WAITING in options("chosen") and count("worse", WAITING) > 0),
            also("13 sheet", "What it is worth, you say"),
        ),
    ),
]
