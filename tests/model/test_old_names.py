"""Names that have changed work on for one version, and say the new one."""

import pytest

from toolkit import evidence, model
from toolkit.model import (
    Assessment,
    Cohort,
    Exposure,
    LifeEvent,
    MeasuredCare,
    Orders,
    Plan,
    SideEffects,
    Skill,
    TrustWorld,
    Visits,
    simulate,
)
from toolkit.model.adherence import Adherence

COURSE = simulate(Cohort(size=2), Plan(), weeks=1)
OLD = [
    (COURSE, "measured", "ratings"),
    (COURSE, "responding", "responders"),
    (COURSE.cohort, "drawn", "draw_numbers"),
    (COURSE.cohort, "described", "condition_settings"),
    (Assessment(), "responding", "is_response"),
    (SideEffects(), "felt", "intensity"),
    (Adherence(), "tie", "alliance_factor"),
    (Skill(), "haste", "forgetting_factor"),
    (Skill(), "kept", "share_left"),
    (Visits(), "going_on", "take_place"),
    (Exposure(), "left", "expectations"),
    (Exposure(), "felt", "fear"),
    (LifeEvent(), "felt", "stress"),
    (TrustWorld(), "rated", "ratings"),
    (evidence.finding("tads2004"), "marked", "marked_label"),
    (Orders(medication=1), "medicine", "medication"),
    (MeasuredCare(), "medicines", "medications"),
    (model, "KINDS", "THERAPY_KINDS"),
    (model, "Kind", "TherapyKind"),
    (model, "MEDICINES", "MEDICATION_KINDS"),
    (model, "Medicine", "MedicationKind"),
    (evidence, "silent", "unscored"),
    (evidence, "Trial", "ToyTrial"),
]


@pytest.mark.parametrize(("thing", "old", "new"), OLD, ids=[f"{old} is {new}" for _, old, new in OLD])
def test_an_old_name_warns_and_gives_the_same(thing, old, new):
    with pytest.warns(
        DeprecationWarning, match=rf"\b{old} is now .*\.{new}; the old name goes in version 0\.3"
    ) as seen:
        value = getattr(thing, old)
    assert value == getattr(thing, new)
    assert seen[0].filename == __file__, "the warning points at whoever used the name"


def test_a_name_that_never_was_is_no_old_name():
    with pytest.raises(AttributeError, match=r"module 'toolkit\.evidence' has no attribute 'loud'"):
        evidence.loud  # noqa: B018
