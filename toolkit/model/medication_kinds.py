"""Kinds of medication: one equation, other onsets, durations and targets. All chosen for teaching; nothing here ranks them."""

import types

from .parameter import Checked, record


@record
class MedicationKind(Checked):
    """A kind of medication as settings of the drug equation.

    says, caveat: label and warning for the screen. changes: (("part.parameter", value), …), for `Model.replace`; where
    nothing is said, the numbers of the antidepressant hold.
    """

    says: str = ""
    caveat: str = ""
    changes: tuple[tuple[str, float], ...] = ()


MEDICATION_KINDS = types.MappingProxyType(
    {
        "antidepressant": MedicationKind(says="antidepressant: taken daily, its effect follows weeks later"),
        "stimulant": MedicationKind(
            says="stimulant: acts within hours, and is gone by the evening",
            caveat="A picture of onset and duration. The size of its effect is that of the antidepressant here.",
            changes=(("drug.half_life_days", 0.25), ("drug.delay_weeks", 0.2), ("relapse.drug", 0.0)),
        ),
        "calming drug": MedicationKind(
            says="calming drug: acts within hours, eases the body, and learning is slower under it",
            caveat="That learning is slower under it is a setting of ours, to play with.",
            changes=(
                ("drug.half_life_days", 0.6),
                ("drug.delay_weeks", 0.2),
                ("plasticity.gain", -0.3),
                ("relapse.drug", 0.0),
            ),
        ),
        "mood stabiliser": MedicationKind(
            says="mood stabiliser: here it only prevents, and lifts nobody",
            caveat="In life some of them also treat an episode; here only prevention is left, to see it alone.",
            changes=(("drug.strength", 0.0), ("drug.delay_weeks", 1.0), ("relapse.drug", 2.0)),
        ),
    }
)
"""Kinds by name. Every number in them is chosen for teaching, none is fitted to that kind."""
