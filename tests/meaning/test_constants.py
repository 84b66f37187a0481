"""Every number and table of numbers in capitals of the lessons' Python, entered a second time, and the words that say it.

By hand it was seen to fail on: a third of people who find the other treatment elsewhere made a quarter; a year of 364 days made 52;
a fright in month 6 moved to day 28; 200 trials made 20; medication that slows learning by half made to stop it.
"""

import importlib
import pkgutil
import re

import pytest

import toolkit.lessons
from tests.meaning.quoting import text

ENTERED = {
    # Whoever changes one enters it here as well. Where it is said to people: the place, and the words with the number in them.
    "additive_effect.people": {"WEEKS": 26, "SESSIONS": 16},
    "additive_effect.chart": {"TOP": 12.5},
    "additive_effect.lesson": {"ABOUT": 2},
    "additive_effect.studies": {"BETWEEN": 2.5},
    "after_treatment_ends.people": {"PEOPLE": (1000, "10", "1,000 simulated, as it opens")},
    "after_treatment_ends.lesson": {"ALIKE": 4, "CALM": (31, "10 words", "In a calm year, 31 of 100")},
    "coming_off.people": {
        "PEOPLE": (1000, "11", "1,000 simulated, as it opens"),
        "STEPS": (8, "11 words", "Eight steps in the model"),
        "BEFORE": 2,
        "YEAR": 52,
        "DAYS": 7,
        "KEPT_ILL": 0.39,
        "STOPPED_ILL": 0.56,
        "FELT": 0.14,
    },
    "coming_off.lesson": {
        "LITTLE": (20, "11 words", "what the body misses at one time down to 20 places"),
        "SLOW_ENOUGH": (50, "11 words", "at most 50 of 100 are ill again on the slope"),
        "ALIKE": (4, "11 words", "within 4 of 100 of those who kept"),
        "FOOLED": (5, "11 words", "at least 5 of 100 more"),
    },
    "trust_and_staying_on.people": {
        "WEEKS": 26,
        "SESSIONS": 16,
        "CLEARLY": 18,
        "DAYS": 56,
        "SETTLING": 28,
        "DIARIES": 200,
    },
    "bottom_up_top_down.chart": {"FULL": 12, "WIDTH": 15},
    "bottom_up_top_down.people": {"WEEKS": 26, "NOTHING": 0.05},
    "finding_the_right_medication.people": {
        "STEPS": 4,
        "WEEKS": (48, "08 words", "stay well to week 48"),
        "READ": 13,
        "BOTHERS": (0.24, "08", "A side effect bothers from 0.24 of what can be borne"),
        "SESSIONS": (16, "08 words", "In 16 sessions people learn"),
        "TRACE": 1e-6,
        "TAKEN": (8, "08", "a course of eight weeks"),
        "SHOWN": 16,
    },
    "finding_the_right_medication.prescriber": {
        "WEEKS": (24, "08", "One person, half a year"),
        "HIGHEST": 4,
        "NEVER": 25,
    },
    "opening_the_door.lesson": {"CLEARLY": 2, "AS_MUCH": (48, "05 words", "at least 48 of 100 things")},
    "opening_the_door.people": {
        "WEEKS": (28, "05 words", "In week 28, who has learned most"),
        "PEOPLE": 1000,
        "MILD": (14, "05 words", "People who start at 14 points"),
        "SEVERE": (34, "05 words", "People who start at 34 points"),
    },
    "order_access_coordination.people": {"WEEKS": 52, "FULL": 16, "KEPT": 24},
    "plasticity_window.lesson": {
        "LATE": (7, "06 words", "in week 7 or later"),
        "STILL": (10, "06 words", "at least 10 of 100 things"),
    },
    "plasticity_window.people": {"WEEKS": 40, "PEOPLE": 1000, "LATEST": 20, "KIND": -5, "HARSH": 5},
    "fast_and_lasting.people": {"WEEKS": 52, "PEOPLE": 1000},
    "year_in_the_clinic.chart": {"HIGHEST": 60},
    "year_in_the_clinic.people": {
        "WEEKS": 52,
        "HEAVY": (24, "15 words", "24 points or more at entry"),
        "STEP": (12, "15 words", "not halved from week 12 on"),
    },
    "how_would_we_know.lesson": {"NOTHING": 1e-6},
    "how_would_we_know.people": {
        "TOWN": (2048, "16", "A town of 2,048 simulated people"),
        "WEEKS": 52,
        "LABS": (1000, "16", "1,000 labs run the same trial"),
        "DRAWN": (200, "16", "Above 200 people in each group the labs draw"),
        "SURE": (1.96, "16", "gain ± 1.96 SE"),
        "ELSEWHERE": (1 / 3, "16 words", "one in three finds the other group's treatment elsewhere"),
        "ATTENTION": (1 / 3, "16 words", "visits that teach a third of a session"),
        "LOST_AT_RANDOM": (1 / 5, "16 words", "one in five, at random"),
    },
    "how_would_we_know.report": {"EVERY": 10},
    "how_would_we_know.mechanism": {"MOST": 16},
    "how_would_we_know.worlds": {
        "WEEKS": (16, "16", "come all their way in week 16"),
        "EARLY": (4, "16", "each had come by week 4"),
        "FIRST": (4.0, "16", "$1 - e^{-t/4}$ of its way"),
        "SECOND": (6.0, "16", "closes the gap to it at the rate $1/6$"),
        "RELIEF": 5.0,
        "LEARNED": 40.0,
        "PRACTICE": (0.5, "16", "Extra practice teaches half as much again"),
        "DIFFER": 0.5,
        "BETTER": 2.0,
        "KEEN": 0.8,
        "RATED": 2.4,
        "TESTED": 8.0,
        "SURE": 1.96,
    },
    "how_would_we_know.studies": {"FARTHEST": 4},
    "what_therapy_teaches.people": {
        "WEEKS": 72,
        "MONTH": 30,
        "THIRD": (1 / 3, "09 words", "at most a third of what it was"),
        "MOST": 26,
        "NEED": 4.5,
        "ALIKE": 20,
        "OTHER_REASONS": (0.04, "09", "otherwise with a chance of 4 in 100"),
        "FRIGHT": (182, "09 words", "after a fright, half a year later"),
    },
    "what_therapy_teaches.lesson": {
        "SOLD": (6, "09 words", "average fear below 6 of 100"),
        "HONEST": (10, "09 words", "to at most 10 of 100"),
        "APART": (5, "09 words", "at least 5 of 100 things ahead"),
    },
    "who_benefits.chart": {"SHOWN": (200, "12", "shows 200 of the 1,000 simulated people"), "FURTHEST": 15},
    "who_benefits.people": {
        "WEEK": (12, "12", "points better in week 12"),
        "CLEAR": (1, "12", "within 1 point of it for both"),
    },
}
TABLES = {
    "benefit_and_harm.chart": {"SIZES": {100: 11, 1000: 4}},
    "bottom_up_top_down.chart": {"LIVE": (1.85, 1.6, 1.35, 0.75, 0.5, 0.25)},
    "bottom_up_top_down.people": {"INTERACTIONS": {"none": 0.0, "speeds": 1.0, "slows": -0.5}},
    "fast_and_lasting.people": {"SEVERITY": {"milder": 0.75, "typical": 1.0, "severe": 1.35}},
    "finding_the_right_medication.people": {"DOSES": (0.0, 0.5, 1.0, 2.0, 4.0)},
    "finding_the_right_medication.prescriber": {"OTHER": (5, 15)},
    "how_would_we_know.people": {
        "SYNERGY": {"both": 1, "medication": -1, "therapy with a dummy pill": -1, "dummy pill with visits": 1},
        "LEFT": {"quarter": 0.75, "half": 0.5},
    },
    "opening_the_door.chart": {"HIGH": {"learned": 104, "points": 8, "share": 22}},
    "opening_the_door.people": {"SCORES": (14, 24, 34)},
    "plasticity_window.chart": {"BARS": {-18: "medication", -38: "therapy"}, "NEAR": (-4, 10), "FAR": (-10, 23)},
    "trust_and_staying_on.chart": {"UPPER": (0.46, 1.0)},
    "what_therapy_teaches.people": {"CARRIED": {"same": 1.0, "room": 0.8, "fright": 0.85}},
    "who_benefits.people": {"THIRDS": {"drug_response": (2.0, 0.0, 1.0), "therapy_response": (0.0, 2.0, 1.0)}},
}
"""Likewise."""
UNENTERED = 10
"""So many may wait to be entered, as while a lesson is being written."""


def leaves(value):
    """The numbers, words and other things that a table holds."""
    if isinstance(value, dict | list | tuple):
        return [leaf for one in (value.items() if isinstance(value, dict) else value) for leaf in leaves(one)]
    return [value]


def numbers_in(value):
    """What a table holds of numbers and words alone; [] where it holds anything else."""
    found = leaves(value)
    plain = {type(leaf) for leaf in found} <= {int, float, str} and {type(leaf) for leaf in found} & {int, float}
    return found if plain and isinstance(value, dict | list | tuple) else []


def constants(wanted):
    """{module below lessons: {name: value}} of the lessons' own folders, of the values in capitals that are wanted."""
    found = {}
    for module in pkgutil.walk_packages(toolkit.lessons.__path__, "toolkit.lessons."):
        name = module.name.removeprefix("toolkit.lessons.")
        if "." in name:
            own = importlib.import_module(module.name)
            source = module.module_finder.find_spec(module.name).loader.get_source(module.name)
            said = set(re.findall(r"\b[A-Z][A-Z_]*\b", " ".join(re.findall(r"^([A-Z_, ]+) = ", source, re.MULTILINE))))
            values = {each: getattr(own, each) for each in said if wanted(getattr(own, each))}
            found |= {name: values} if values else {}
    return found


OF_WORDS = {"OPENING", "READ", "WORDS"}
"""What is read from a lesson's file of words, which other nets hold."""


def test_every_table_of_numbers_is_the_one_that_was_entered():
    now = constants(numbers_in)
    there = {
        module: {name: value for name, value in rows.items() if name not in OF_WORDS} for module, rows in now.items()
    }
    assert {module: rows for module, rows in there.items() if rows} == TABLES


def number(entry):
    return entry[0] if isinstance(entry, tuple) else entry


def test_every_number_is_the_one_that_was_entered():
    now = constants(lambda value: type(value) in (int, float))
    entered = {(module, name): number(entry) for module, names in ENTERED.items() for name, entry in names.items()}
    there = {(module, name): found for module, names in now.items() for name, found in names.items()}
    moved = {
        place: (was, there.get(place))
        for place, was in entered.items()
        if there.get(place) != pytest.approx(was, rel=1e-4)
    }
    assert moved == {}, "entered, and as it is now: mend the one, or enter it here and mend the words that say it"
    assert len(there.keys() - entered.keys()) <= UNENTERED, there.keys() - entered.keys()


SAID = [
    (f"{module}.{name}", *entry[1:])
    for module, names in ENTERED.items()
    for name, entry in names.items()
    if isinstance(entry, tuple)
]


@pytest.mark.parametrize(("name", "where", "words"), SAID, ids=lambda given: given)
def test_it_is_said_as_it_is(name, where, words):
    assert words in text(where), f"{name} is said otherwise in {where}: mend the words here if they mean the same"
