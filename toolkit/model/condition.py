"""What people with one diagnosis have in common, and how they differ: presets to play with, all chosen for teaching."""

import types

from .parameter import Checked, parameter, record


@record
class Condition(Checked):
    """The distributions that patients' traits are drawn from, and what the condition changes in the model.

    says, caveat: label and warning for the screen. changes: (("part.parameter", value), …), read by
    `Model.for_condition`.
    """

    severity: float = parameter(
        1.0, unit="entry severities", range=(0.4, 1.8), says="mean severity at entry (1 = typical for a trial)"
    )
    somatic_excess: float = parameter(
        0.0, unit="entry severities", range=(-0.5, 0.5), says="how much heavier the somatic level weighs at entry"
    )
    severity_spread: float = parameter(
        0.2, unit="entry severities", range=(0.0, 0.5), says="how much people differ in severity at entry (SD)"
    )
    level_correlation: float = parameter(
        0.5, unit="correlation", range=(0.0, 1.0), says="how far somatic and cognitive symptoms go together at entry"
    )
    natural_recovery: float = parameter(
        0.0378,
        unit="per week",
        range=(0.0, 0.1),
        says="how fast an episode ends with time alone: 1 over its length, for the person in the middle (median)",
        tag="fitted",
        source="rutherford2012_waitlist",
    )
    natural_recovery_spread: float = parameter(
        1.4,
        unit="log",
        range=(0.0, 3.0),
        says="how much people differ in that rate (SD of its logarithm)",
        source="between what fits whiteford2013_natural and stard2006",
    )
    drug_response_spread: float = parameter(
        0.5, unit="coefficient of variation", range=(0.0, 1.5), says="how much people differ in response to medication"
    )
    therapy_response_spread: float = parameter(
        0.5, unit="coefficient of variation", range=(0.0, 1.5), says="how much people differ in response to therapy"
    )
    response_correlation: float = parameter(
        0.0,
        unit="correlation",
        range=(-1.0, 1.0),
        says="whether those who respond to one treatment also respond to the other (of the logarithms)",
    )
    alliance: float = parameter(
        0.6, unit="share", range=(0.05, 0.95), says="typical alliance between patient and therapist, 0 to 1"
    )
    side_effects: float = parameter(
        0.8, unit="of what can be borne", range=(0.0, 3.0), says="mean side effects at one standard dose at first"
    )
    environment: float = parameter(
        0.0,
        unit="entry severities",
        range=(-0.5, 0.5),
        says="what surroundings do once plasticity is undirected (below 0 kind, above 0 harsh)",
    )
    says: str = ""
    caveat: str = ""
    changes: tuple[tuple[str, float], ...] = ()


CONDITIONS = types.MappingProxyType(
    {
        "depression": Condition(
            says="Depression",
            caveat="A blend of trials with chronic, severe and recurrent depression: this patient is nobody.",
        ),
        "anxiety": Condition(
            natural_recovery=0.0264,
            says="Anxiety and panic",
            caveat="A trial in panic did not show both ahead of therapy alone a year after all treatment (vanapeldoorn2010).",
            changes=(
                ("skill.strength", 0.304),
                ("skill.learning_rate", 0.25),
                ("drug.strength", 0.24),
                ("relapse.skill", 1.18),
            ),
        ),
        "PTSD": Condition(
            somatic_excess=0.25,
            natural_recovery=0.0189,
            says="Post-traumatic stress",
            caveat="The model predicts a gain from both; a large trial did not show one (rauch2019_progress).",
            changes=(
                ("gate.threshold", 0.95),
                ("gate.width", 0.12),
                ("drug.strength", 0.2),
                ("skill.strength", 0.325),
                ("skill.learning_rate", 0.25),
            ),
        ),
        "ADHD": Condition(
            natural_recovery=0.00756,
            natural_recovery_spread=0.5,
            says="Attention deficit and hyperactivity",
            caveat="The medication acts within hours; the model's two levels of symptoms fit this condition poorly.",
            changes=(
                ("drug.strength", 0.62),
                ("drug.delay_weeks", 0.2),
                ("drug.half_life_days", 0.25),
                ("skill.strength", 0.13),
                ("relapse.weekly", 0.0146),
                ("relapse.drug", 0.0),
            ),
        ),
        "bipolar": Condition(
            somatic_excess=0.2,
            natural_recovery=0.0378,
            says="Bipolar disorder, staying well",
            caveat="The model knows no mania. A large trial of therapy did not show an effect (scott2006_bipolar).",
            changes=(
                ("drug.strength", 0.45),
                ("skill.strength", 0.159),
                ("gate.threshold", 0.95),
                ("relapse.weekly", 0.0293),
                ("relapse.drug", 1.82),
                ("relapse.skill", 0.648),
                ("stress.blows_per_week", 1 / 8),
            ),
        ),
        "schizophrenia": Condition(
            severity=1.1,
            somatic_excess=0.25,
            natural_recovery=0.0113,
            says="Schizophrenia: medication as the foundation",
            caveat="Therapy alone does next to nothing here, as the model's door is set to be shut. No trial set its relapse rate.",
            changes=(
                ("drug.strength", 0.65),
                ("skill.strength", 0.13),
                ("skill.forgetting", 0.01),
                ("gate.threshold", 0.8),
                ("gate.width", 0.12),
                ("relapse.weekly", 0.0469),
                ("relapse.drug", 2.01),
                ("relapse.skill", 0.432),
            ),
        ),
        "opioid use": Condition(
            somatic_excess=0.1,
            natural_recovery=0.0113,
            says="Opioid use disorder",
            caveat="Added counselling was not shown to help in a large trial (weiss2011_poats). No trial set its relapse rate.",
            changes=(
                ("drug.strength", 0.65),
                ("skill.strength", 0.18),
                ("stress.blows_per_week", 1 / 4),
                ("stress.size", 0.3),
                ("stress.buffer", 0.7),
                ("relapse.weekly", 0.0643),
                ("relapse.drug", 1.64),
                ("relapse.skill", 0.648),
                ("adherence.stopping", 0.08),
            ),
        ),
    }
)
"""Presets by name. Every number in them is chosen for teaching, none is fitted to that condition."""
