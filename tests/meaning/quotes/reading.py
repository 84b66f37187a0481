"""How the nets read what a setting of the toy shows, lesson by lesson."""

import dataclasses

from toolkit.lessons.who_benefits.people import THIRDS
from toolkit.model import DUMMY, THERAPY_KINDS

ONE, TWO, THREE, FOUR = "01_fast_and_lasting", "03_additive_effect", "04_bottom_up_top_down", "05_opening_the_door"
FIVE, SIX, SEVEN = "06_plasticity_window", "07_trust_and_staying_on", "10_after_treatment_ends"
EIGHT, NINE, TEN = "08_finding_the_right_medication", "09_what_therapy_teaches", "12_who_benefits"
ELEVEN, TWELVE = "14_order_access_coordination", "16_how_would_we_know"
THIRTEEN = "02_compared_with_what"


def gain(shown, arm, week=None):
    """Points better than with a dummy pill, in lessons 01 and 03, in the week that is read."""
    week = shown.values["week"] if week is None else week
    return shown.at(f"{DUMMY} (points)", week) - shown.at(f"{arm} (points)", week)


def warmth(shown, tool, level, week=None):
    """Points gained by a tool at a level of lesson 04's house."""
    return shown.at(f"{tool}, {level} (points)", shown.values["week"] if week is None else week)


def together(shown, tool):
    return warmth(shown, tool, "body") + warmth(shown, tool, "thinking")


def exactly_added(shown):
    return abs(together(shown, "both") - together(shown, "medication") - together(shown, "therapy")) < 1e-6


def relapsed(shown):
    return shown.result.shares


def responding(shown, way, week=None):
    return shown.at(f"{way}: clearly improved (%)", shown.values["week"] if week is None else week)


def taking(shown, arm, week):
    return shown.at(f"{arm} (% still taking it)", week)


def same_kind(one, other):
    """Whether two kinds of therapy have the same numbers."""
    return all(
        getattr(THERAPY_KINDS[one], field.name) == getattr(THERAPY_KINDS[other], field.name)
        for field in dataclasses.fields(THERAPY_KINDS[one])
        if isinstance(getattr(THERAPY_KINDS[one], field.name), float)
    )


def thirds_are_as_said():
    """Whether the hidden thirds gain from one tool only, from the other only, and half as much from each."""
    kinds = list(zip(THIRDS["drug_response"], THIRDS["therapy_response"], strict=True))
    return kinds == [(2.0, 0.0), (0.0, 2.0), (1.0, 1.0)]
