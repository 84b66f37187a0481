"""Lesson 12: who benefits, in words, numbers and missions."""

import re

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.lessons.format import number
from toolkit.lessons.words import Words
from toolkit.model import BOTH, CONDITIONS, MEDICATION, THERAPY, Model

from .people import THIRDS, WEEK, described

WORDS = Words(__package__)
say = WORDS.say
PEOPLE = (
    "severity",
    "severity_spread",
    "natural_recovery",
    "drug_response_spread",
    "therapy_response_spread",
    "response_correlation",
)


def sentence(clinic):
    """The picture in words."""
    return " ".join(told(clinic))


def told(clinic):
    """The same, sentence by sentence: how many are near the average, what the marker is worth, and what it stands on."""
    everybody = not clinic.others.any()
    yield say(
        "people" if everybody else "people_picked",
        average=clinic.people(clinic.average_people),
        **{name: clinic.people(better) for name, better in clinic.better.items()},
    )
    if not everybody:
        yield say("others", **{name: clinic.people(better, clinic.others) for name, better in clinic.better.items()})
    yield marker_words(clinic)
    means = {name: number(clinic.mean(name)) for name in clinic.gains}
    yield say("means", week=WEEK, medication=means[MEDICATION], therapy=means[THERAPY], both=means[BOTH])
    second = THERAPY if clinic.first == MEDICATION else MEDICATION
    added = {"first": clinic.first, "second": second, "added": number(clinic.added(clinic.picked))}
    if everybody:
        yield say("adds", **added)
    else:
        yield say("adds_picked", **added, others=number(clinic.added(clinic.others)))
    label = caveat(clinic.course.cohort.condition_settings)
    if label:
        yield say("label", caveat=label)


def marker_words(clinic):
    """What this marker gains against the better treatment for everybody, and how often one must be right."""
    lead = number(clinic.lead)
    words = "level" if float(lead) == 0 else "ahead" if float(lead) > 0 else "worse"
    said = say(words, marker=clinic.marker, best=clinic.best, lead=lead.lstrip("-"))
    if np.isnan(clinic.needed):
        return f"{said} {say('never', best=clinic.best)}"
    return f"{said} {say('needed', needed=100 * clinic.needed)}"


def caveat(condition):
    """The label that a condition carries, its finding's id turned into author and year; nothing for the usual one."""
    if condition.says == CONDITIONS["depression"].says:
        return ""
    return re.sub(r"[(](\w+)[)]", lambda found: f"({finding(found[1]).short})", condition.caveat)


def table(clinic):
    """One row a person: what each gains in each life, and whether the filter picks them."""
    gains = {say("gain_column", name=name): values for name, values in clinic.gains.items()}
    people = np.arange(1, clinic.course.cohort.size + 1)
    return {say("person"): people, say("picked"): clinic.picked.astype(float), **gains}


def model(condition, spread, likeness, **_):
    """The model of the people described."""
    return Model.for_condition(described(condition, spread, likeness))


def own(values):
    """The numbers of the people."""
    people = described(values["condition"], values["spread"], values["likeness"])
    names = WORDS.says("kinds")
    kinds = [explore.Entry(names[name], ", ".join(f"{one:g}" for one in factors)) for name, factors in THIRDS.items()]
    return explore.entries(people, PEOPLE) + (kinds if values["pattern"] == "thirds" else [])


def draw_guess(share, _):
    """The guess over the marker's chart."""
    hover = say("times")
    return explore.guess_line([share, share], [0, 10.4], (share, 10.5), hover=hover, position="top center", panel=2)


def compare_guess(_, clinic):
    """What the picture shows in the guess's place."""
    return say("never", best=clinic.best) if np.isnan(clinic.needed) else say("needed", needed=100 * clinic.needed)


def is_worth_having(run):
    """A marker that is right in 70 of 100 at most is ahead of one treatment for everybody by half a point."""
    return run.values["marker"] <= 70 and run.result.lead >= 0.5


def finds_and_loses(run):
    """In one set of 200 people a random third is far from the others, and in another set it is not."""
    asked = {"who": "random", "people": 200}
    for pinned in run.pinned:
        differ = {name for name, value in run.values.items() if pinned.values[name] != value}
        same = differ == {"seed"} and all(run.values[name] == value for name, value in asked.items())
        if same and abs(pinned.result.apart) >= 10 and abs(run.result.apart) <= 3:
            return True
    return False


def is_right_and_worse(run):
    """A marker that is right in 90 of 100 at least is behind one treatment for everybody."""
    return run.values["marker"] >= 90 and run.result.lead <= -0.3


def beats_both(run):
    """Any marker gains more than both treatments for everybody."""
    return run.result.chosen(run.result.marker / 100) > run.result.mean(BOTH)


conditions = dict(
    zip(
        [mission["name"] for mission in WORDS.table["missions"]],
        (is_worth_having, finds_and_loses, is_right_and_worse, beats_both),
        strict=True,
    )
)
"""By the missions' names, which are words: the file of words has them in this order."""
