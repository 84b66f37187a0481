"""Lesson 12: who benefits? A cloud of people instead of one curve, filters, and what a marker would have to know."""

import re

import numpy as np

from toolkit import explore
from toolkit.evidence import finding
from toolkit.model import CONDITIONS, Model

from ..studies import study_figures
from ..words import Words
from .chart import SPREAD, spread
from .people import THIRDS, TOOLS, WEEK, described

WORDS = Words(__package__)
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
    who = WORDS.options("who")[clinic.who]
    share = (
        f"{clinic.course.cohort.size:,} people"
        if clinic.who == "everybody"
        else f"{clinic.picked.sum():,} people: {who}"
    )
    said = as_trial_words(clinic) if clinic.alike else twin_words(clinic)
    return f"{share}. {said} {warning(clinic.course.cohort.condition_settings)}".strip()


def twin_words(clinic):
    means = ", ".join(f"{name} {clinic.mean(name):.1f}" for name in clinic.gains)
    per_hundred = {name: 100 * clinic.better(name).sum() / clinic.picked.sum() for name in TOOLS}
    average = 100 * clinic.average_people.sum() / clinic.picked.sum()
    added = f"Added to medication, therapy gains {clinic.added(clinic.picked):.1f} points"
    if clinic.others.any():
        added += f" (for those left out {clinic.added(clinic.others):.1f})"
    return (
        f"Average points gained by week {WEEK}: {means}. Of 100 people, {per_hundred['medication']:.0f} gain clearly more "
        f"from medication, {per_hundred['therapy']:.0f} from therapy; {average:.0f} are near the average in both lives. "
        f"{added}. {marker_words(clinic)}"
    )


def marker_words(clinic):
    now = f"A marker right in {clinic.marker} of 100 gains {clinic.chosen(clinic.marker / 100):.1f}"
    if np.isnan(clinic.needed):
        return f"{now}; no marker can beat {clinic.best} for everybody."
    return f"{now}; it beats {clinic.best} for everybody from {100 * clinic.needed:.0f} of 100 on."


def as_trial_words(clinic):
    course = clinic.course
    ratios = ", ".join(f"{name} {ratio(clinic.course, name, clinic):.2f}" for name in course.arms[1:])
    alike = ", ".join(f"{ratio(clinic.alike, name, clinic):.2f}" for name in course.arms[1:])
    means = ", ".join(
        f"{name} {mean:.1f}"
        for name, mean in zip(course.arms, course.ratings(WEEK)[:, clinic.picked].mean(axis=1), strict=True)
    )
    return (
        f"A trial sees one life of each. Mean score in week {WEEK}: {means} points. "
        f"Variance of scores (spread squared) against the dummy pill: {ratios}; if all responded alike it would be "
        f"{alike}; published, medication against placebo: {SPREAD.effect.value:.2f} ({SPREAD.short})."
    )


def ratio(course, name, clinic):
    """Variance of scores in an arm over that with a dummy pill."""
    return (spread(course, course.arm(name), clinic) / spread(course, 0, clinic)) ** 2


def warning(condition):
    """The label that a condition carries, its finding's id turned into author and year."""
    if condition.says == CONDITIONS["depression"].says:
        return ""
    return "Label: " + re.sub(r"[(](\w+)[)]", lambda found: f"({finding(found[1]).short})", condition.caveat)


def table(clinic):
    """One row a person: what each gains in each life, and whether the filter picks them."""
    gains = {f"{name} (points gained)": values for name, values in clinic.gains.items()}
    return {"person": np.arange(1, clinic.course.cohort.size + 1), "picked": clinic.picked.astype(float), **gains}


def model(condition, spread, likeness, **_):
    """The model of the people described."""
    return Model.for_condition(described(condition, spread, likeness))


def own(values):
    """The numbers of the people."""
    people = described(values["condition"], values["spread"], values["likeness"])
    kinds = [
        explore.Entry(
            f"hidden thirds: {name.replace('_', ' ')} by kind", ", ".join(f"{factor:g}" for factor in factors)
        )
        for name, factors in THIRDS.items()
    ]
    return explore.entries(people, PEOPLE) + (kinds if values["pattern"] == "thirds" else [])


def draw_guess(share, _):
    """The guess over the marker's chart."""
    return explore.guess_line(
        [share, share], [0, 10.4], (share, 10.5), hover=f"{share} %", position="top center", panel=2
    )


def needed(medication, therapy):
    """The answer to the code task, and what its cases are made with."""
    one, other = np.asarray(medication, dtype=float), np.asarray(therapy, dtype=float)
    best, worst = np.maximum(one, other).mean(), np.minimum(one, other).mean()
    return float((max(one.mean(), other.mean()) - worst) / (best - worst))


CASES = (((8, 2, 8, 2), (2, 8, 2, 8)), ((4, 6, 1, 3), (3, 9, 5, 2)), ((0, 0, 7), (4, 5, 3)))


def cases():
    """Cases of the code task: what goes in, and what should come out."""
    return [(people, needed(*people)) for people in CASES]


def studies_sentence(clinic):
    """Toy and studies in words."""
    rows = [row for row in WORDS.table["studies"][0]["rows"] if "finding" in row]
    drawn = [figure.value[0] for row in rows for figure in study_figures(row)]
    against = [row for row in rows if finding(row["finding"]).counter_evidence]
    toy = f"{clinic.gain_from_both:.0f} points"
    if clinic.others.any():
        toy += f" for those you look at, {clinic.gain_left_out:.0f} for those left out"
    low, high = (f"{end(drawn):.0f}".replace("-", "−") for end in (min, max))
    return (
        f"{len(rows)} comparisons, {len(against)} of them counter-evidence. In the {len(drawn)} with a figure, both gained "
        f"from {low} to {high} percentage points over one alone; in the other {len(rows) - len(drawn)} none was shown. "
        f"The toy, both over medication: {toy}."
    )
