"""Lesson 08: what falls when one medication is tried after another, what a dose brings, and what kinds of medication do."""

import numpy as np

from toolkit import explore
from toolkit.lessons.words import Words

from .chart import lives
from .people import BOTHERS, DIFFERENT, DOSES, MEASURED, NONE, READ, SAME, SEARCH, STEPS

WORDS = Words(__package__)
say = WORDS.say


def sentence(care):
    """The picture in words."""
    return " ".join({"search": told_of_steps, "dose": told_of_doses, "kind": told_of_kinds}[care.show](care))


def told_of_steps(care):
    """How success falls in each life, then where those end who began."""
    steps = care.steps
    ends = {life: steps.success(life)[[0, -1]] for life in (SEARCH, SAME, NONE)}
    asked = {name: care.values[control] for name, control in (("weeks", "patience"), ("count", "medications"))}
    yield say(first_words(care), first=ends[SEARCH][0], last=ends[SEARCH][1], **asked)
    if care.works:
        yield say("beside", same_first=ends[SAME][0], same_last=ends[SAME][1], first=ends[NONE][0], last=ends[NONE][1])
    well, left, unwell = steps.people(SEARCH)
    yield say("counted", well=well, left=left, unwell=unwell, product=steps.if_nobody_left(SEARCH))


def first_words(care):
    """What is in the boxes of the search."""
    if not care.works:
        return "no_drug"
    return "same_box" if care.values["medications"] == 1 else "new_box"


def told_of_doses(care):
    """What the dose brings beside the usual one, what it costs, and what care does that finds each person's dose."""
    dose, found = care.values["dose"], care.doses
    named = WORDS.says("doses")
    if not care.works:
        yield say("no_dose", week=READ, halved=found.at(dose)[0])
        return
    (halved, bothered, stopped), usual = found.at(dose), found.at(1.0)
    yield say("halves", dose=named[f"{dose:g}"], halved=halved, week=READ)
    if dose != 1.0:
        yield say("halves_usual", halved=usual[0])
    yield say("costs", bothered=bothered, stopped=stopped)
    if dose != 1.0:
        yield say("costs_usual", bothered=usual[1], stopped=usual[2])
    yield say("target" if dose != 1.0 else "target_usual", filled=care.filled(dose), usual=care.filled(1.0))
    halved, bothered, stopped = found.at(MEASURED)
    if np.isfinite(found.dose[-1]):
        yield say("measured_care", dose=found.dose[-1], halved=halved, bothered=bothered, stopped=stopped)


def told_of_kinds(care):
    """How soon the kind comes and goes, then what it does beside a dummy pill."""
    kind, name = care.kind, WORDS.options("kind")[care.values["kind"]]
    if not care.works:
        yield say("no_kind", kind=name)
    else:
        slots = {"filled": kind.nears(kind.filled), "effect": kind.nears(kind.effect), "gone": kind.fades(kind.effect)}
        yield say("comes", kind=name, **{what: days(count) for what, count in slots.items()})
    for row in ("halved", "stayed", "learned"):
        with_kind, with_none = kind.rows[row]
        yield say(f"row_{row}", kind=with_kind, none=with_none)


def days(count):
    """So many days, in words."""
    return say("one_day" if count == 1 else "days", count=count)


def table(care):
    """What is drawn, by step, dose or day."""
    if care.show == "search":
        named = lives(care)
        columns = {say("success_column", life=named[life].label): care.steps.success(life) for life in named}
        stays = {say("stayed_column", life=named[life].label): care.steps.counts[life][0] for life in named}
        wells = {say("well_column", life=named[life].label): care.steps.counts[life][1] for life in named}
        return {say("step"): np.arange(1, STEPS + 1), **columns, **stays, **wells}
    if care.show == "dose":
        found, named = care.doses, WORDS.says("curves")
        filled = [care.filled(dose) for dose in DOSES]
        columns = {"halved": found.halved, "bothered": found.bothered, "stopped": found.stopped}
        columns = {say("percent", what=named[what]): values[:-1] for what, values in columns.items()}
        return {say("dose"): np.array(DOSES), say("percent", what=named["filled"]): np.array(filled), **columns}
    kind = care.kind
    columns = {say("percent", what=say(f"kind_{what}")): getattr(kind, what) for what in ("filled", "effect")}
    return {say("day"): kind.days, **columns}


def own(_):
    """Ledger entries of what is the lesson's own and not the model's."""
    from toolkit.evidence import finding

    bothers = ("fitted", finding("hu2004_sideeffects").citation)
    return [
        *explore.entries(DIFFERENT, ("natural_recovery", "natural_recovery_spread")),
        explore.Entry(say("own_bothers"), say("of_borne", number=BOTHERS), *bothers),
    ]


def draw_guess(last, care):
    """From what is well after the first step to the guess after the fourth."""
    if care.show != "search":
        return []
    first = care.steps.success(SAME)[0]
    return explore.guess_line([1, STEPS], [first, last], (1.05, first + 4), hover=say("step_hover"), panel=2)


def compare_guess(_, care):
    """What the picture shows in the guess's place."""
    if care.show != "search":
        return ""
    first, *_, last = care.steps.success(SAME)
    return say("guessed", first=first, last=last)


def falls_without_a_drug(run):
    """Success falls by a third and more, and there is no drug in the tablets."""
    if run.values["show"] != "search" or run.values["strength"] > 0:
        return False
    first, *_, last = run.result.steps.success(SEARCH)
    return 0 < last <= first * 2 / 3


def rises_with_one_tablet(run):
    """The second step does twice as well as the first, with the same tablet in it."""
    asked = run.values["show"] == "search" and run.values["medications"] == 1 and run.values["strength"] == 1
    if not asked:
        return False
    first, second, *_ = run.result.steps.success(SEARCH)
    return second >= 2 * first > 0


def halves_more(run):
    """A dose helps five more of a hundred than the usual one, as strong as the medication is."""
    values = run.values
    if values["show"] != "dose" or values["strength"] != 1 or values["people"] < 1000:
        return False
    more, usual = (run.result.doses.at(dose)[0] for dose in (values["dose"], 1.0))
    return round(more) - round(usual) >= 5


def only_keeps_well(run):
    """The kind helps nobody more to halve their symptoms, and many more stay well on it."""
    if run.values["show"] != "kind":
        return False
    (halved, dummy_halved), (stayed, dummy_stayed) = (run.result.kind.rows[row] for row in ("halved", "stayed"))
    return round(halved) <= round(dummy_halved) and stayed - dummy_stayed >= 15


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (falls_without_a_drug, rises_with_one_tablet, halves_more, only_keeps_well),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
