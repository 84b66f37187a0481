"""Lesson 13: benefit and harm in words, numbers and missions."""

import numpy as np

from toolkit import explore
from toolkit.explore import Entry
from toolkit.explore.people import whole
from toolkit.lessons.words import Words
from toolkit.model import DUMMY, MEDICATION, WAITING

from .people import (
    ANYWAY,
    BECAUSE,
    BOTHERED,
    NEITHER,
    OTHERWISE,
    PEOPLE,
    RECORDS,
    UNCOUNTED,
    WEEKS,
    WITH_MEDICATION,
    YOUNG,
    count,
    harm,
    review,
    worse_without_therapy,
)

WORDS = Words(__package__)
say = WORDS.say


def sentence(decision):
    """The picture in words."""
    return " ".join(told(decision))


def told(decision):
    """The same, sentence by sentence: the benefit, how sure it is, the cost, and who would take it."""
    if decision.is_review:
        yield young()
        return
    yield benefit(decision)
    yield sure(decision)
    yield cost(decision)
    if decision.wish != "not asked" and decision.taking is not None:
        yield say(
            "taking", taking=100 * decision.taking, week=decision.week, improved=100 * decision.counts[0] / PEOPLE
        )
    if decision.ratio is not None:
        yield say("at_most", ratio=decision.ratio)
        for name in ("ines", "pavel"):
            most = getattr(decision, name)
            yield say(f"{name}_takes" if decision.accepts(most) else f"{name}_does_not", most=most)


def names(decision):
    """What both plans are called in a sentence."""
    named = WORDS.says("named")
    return {"one": named[decision.otherwise], "two": named[decision.chosen]}


def counted(decision):
    """Whole people of each kind on the left, as they are drawn."""
    kinds = decision.kinds()
    numbers = whole([decision.of * share for share in kinds.values()], decision.of)
    return dict(zip(kinds, numbers, strict=True))


def benefit(decision):
    """Who improved because of the plan, who anyway, who not yet."""
    people = counted(decision)
    if decision.otherwise == decision.chosen and decision.wish == "not asked":
        return say("same_plan", improved=people[ANYWAY], of=decision.of, week=decision.week)
    return say(
        "benefit",
        because=people[BECAUSE],
        anyway=people[ANYWAY],
        other=people[OTHERWISE],
        neither=people[NEITHER],
        of=decision.of,
        week=decision.week,
        improved=WORDS.says("improved")[decision.benefit],
        **names(decision),
    )


def sure(decision):
    """The number needed, or the difference where its interval holds 0."""
    gain, needed = decision.gain, decision.needed
    if needed is None:
        return say("unsure", more=signed(gain.value), low=signed(gain.low), high=signed(gain.high))
    words = "needed" if needed.value > 0 else "needed_turned"
    value, low, high = (abs(number) for number in needed)
    low, high = sorted((low, high))
    return say(words, number=value, low=low, high=say("over") if high > 100 else f"{high:.0f}", **names(decision))


def signed(share):
    """A share as people of 100, with a minus that is read as one."""
    return f"{100 * share:.0f}".replace("-", "−") if round(100 * share) else "0"


def cost(decision):
    """What was counted of the cost under plan 2."""
    if UNCOUNTED in decision.price:
        return say("not_counted", **names(decision))
    words = WORDS.says("costs" if decision.chosen not in (WAITING, DUMMY) else "costs_without")[decision.cost]
    found = harm(decision.cost)
    least, most = found.range or (0, 0)
    slots = {"share": count(decision.cost, decision.chosen), "least": least, "most": most}
    slots |= {"without": found.untreated or 0, "more": found.extra or 0, "worse": worse_without_therapy()}
    told = words.format(**{name: 100 * share for name, share in slots.items()})
    alone = decision.chosen not in (MEDICATION, WAITING, DUMMY) and decision.chosen in WITH_MEDICATION
    return f"{told} {say('counted_alone', of=WORDS.says('named_of')[found.of])}" if alone else told


def young():
    """Both squares of the review of young people, of 1,000."""
    anyway, more = review()
    found = harm(YOUNG)
    shares = {"anyway": anyway, "more": more.value, "more_low": more.low, "more_high": more.high}
    shares |= {"neither": 1 - anyway - more.value, "without": found.untreated, "added": found.extra}
    shares |= {"fewer": -found.interval[0], "most": found.interval[1]}
    return say("young", **{name: 1000 * share for name, share in shares.items()})


def table(decision):
    """People of each kind in every week, of 100, and how many still take the medication; of a review, its own counts."""
    columns = WORDS.says("columns")
    if decision.is_review:
        people = {**decision.kinds(), **decision.price}
        return {columns[f"review {kind}"]: np.array([1000 * share]) for kind, share in people.items() if kind != "free"}
    weeks = np.arange(WEEKS + 1)
    by_week = [decision.kinds(week) for week in weeks]
    shown = {"week": weeks}
    shown |= {columns[kind]: np.array([100 * kinds[kind] for kinds in by_week]) for kind in by_week[0]}
    if decision.taking is not None:
        shown[columns["taking"]] = 100 * (decision.two.dose[:, 0] > 0).mean(axis=1)
    return shown


def own(values):
    """Ledger entries of what is the lesson's own and not the model's: the costs come from studies, the people are invented."""
    ids = dict.fromkeys(id for id, _ in RECORDS.values())
    return [
        Entry(say("own_costs"), ", ".join(ids)),
        Entry(say("own_ines"), say("in_people", number=values["ines"])),
        Entry(say("own_pavel"), say("in_people", number=values["pavel"])),
    ]


def draw_guess(guess, decision):
    """The guess as a line above so many people of the left square."""
    height = guess / 100 * (10 if decision.of == 100 else 6.25) - 0.5
    return explore.guess_line([-0.7, 9.7], [height, height], (-0.6, height + 0.3), hover=say("guess_line", guess=guess))


def compare_guess(_, decision):
    """What the picture shows in the guess's place."""
    if decision.is_review:
        return ""
    return say("guessed", because=counted(decision)[BECAUSE], of=decision.of, **names(decision))


def turned_round(run):
    """Medication, in the opening's week, makes the difference for at least 20 of 100."""
    asked = run.values["chosen"] == MEDICATION and run.values["week"] == 12 and run.values["benefit"] == "symptoms"
    return asked and not run.result.is_review and run.result.kinds()[BECAUSE] >= 0.2


def costs_nothing(run):
    """Every cost of plan 2 is counted, and each count is 0."""
    return all(count(cost, run.values["chosen"]) == 0 for cost in RECORDS)


def decide_differently(run):
    """One of the two takes the medication and the other does not, and only one of them has been moved."""
    values, result = run.values, run.result
    asked = (values["otherwise"], values["chosen"], values["cost"]) == (DUMMY, MEDICATION, BOTHERED)
    moved = (values["ines"] != 2) + (values["pavel"] != 2)
    return asked and moved == 1 and result.accepts(values["ines"]) != result.accepts(values["pavel"])


def wish_moves_staying(run):
    """Two runs differ in the wish alone: at least 8 more of 100 stay, and about as many improve."""
    for pinned in run.pinned:
        same = {**pinned.values, "wish": ""} == {**run.values, "wish": ""}
        asked = run.values["chosen"] == MEDICATION and run.values["week"] == 26 and not run.result.is_review
        if same and asked:
            stay = abs(pinned.result.taking - run.result.taking)
            improve = abs(pinned.result.counts[0] - run.result.counts[0]) / PEOPLE
            if stay >= 0.08 and improve <= 0.03:
                return True
    return False


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (turned_round, costs_nothing, decide_differently, wish_moves_staying),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
