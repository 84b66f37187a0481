"""Kinds of therapy: one learning equation, other targets and rates. All chosen for teaching; nothing here ranks them."""

import types

from .parameter import Checked, parameter, record


@record
class TherapyKind(Checked):
    """What a kind of therapy changes in the model. A neutral kind changes nothing."""

    learning: float = parameter(1.0, unit="times", range=(0.1, 3.0), says="how much a session teaches")
    forgetting: float = parameter(1.0, unit="times", range=(0.0, 5.0), says="how fast it fades")
    cognitive_share: float = parameter(1.0, unit="times", range=(0.0, 1.0), says="how far it enters by thinking")
    buffer: float = parameter(1.0, unit="times", range=(0.0, 2.0), says="how well it shields from stress")
    gate_shift: float = parameter(
        0.0, unit="entry severities", range=(-0.5, 0.5), says="how far more severe symptoms still let people learn"
    )
    says: str = ""


THERAPY_KINDS = types.MappingProxyType(
    {
        "CBT": TherapyKind(says="cognitive behavioural: examines thoughts, tries things out"),
        "exposure": TherapyKind(cognitive_share=0.5, learning=1.2, says="meets what is feared until fear is unlearned"),
        "EMDR": TherapyKind(
            cognitive_share=0.5, learning=1.2, says="exposure under another label in this toy; how it works is disputed"
        ),
        "DBT": TherapyKind(
            gate_shift=0.15, buffer=1.4, says="skills for storms of feeling first, so that more can be borne"
        ),
        "interpersonal": TherapyKind(buffer=1.6, says="mends relationships, so that less hits home"),
        "psychodynamic": TherapyKind(learning=0.7, forgetting=0.5, says="insight: slower to come, slower to go"),
    }
)
"""Kinds by name."""
