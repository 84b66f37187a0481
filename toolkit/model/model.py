"""The model as a whole: its mechanisms, each with its own numbers and its own switch."""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Self

from .adherence import Adherence, Dropout, Preference, SideEffects
from .assessment import Assessment
from .condition import CONDITIONS, Condition
from .contact import Contact
from .drug import Drug, Withdrawal
from .functioning import Functioning
from .loop import Loop
from .parameter import Checked, Metadata, check, record
from .relapse import Relapse
from .skill import Gate, Plasticity, Skill, StateDependence
from .stress import LifeEvent, Stress
from .symptoms import NaturalCourse, Symptoms

INTERACTIONS = (
    "gate.strength",
    "plasticity.gain",
    "skill.burden_forgetting",
    "plasticity.undirected",
    "state_dependence.strength",
    "adherence.stopping",
    "dropout.leaving",
    "loop.strength",
    "relapse.restart",
)
"""Switches that let two treatments give more or less than their sum: all 0 in `Model.additive()`."""


@record
class Model(Checked):
    """The toy model. Each part is one mechanism; leave a part out and its defaults hold.

    A toy: most numbers are chosen for teaching. Each parameter's metadata says its unit, range, meaning and tag.

    On by default is what most accounts of combined treatment speak of: being seen, gate, plasticity, adherence with side
    effects and alliance, leaving therapy, stress with skill as a buffer, relapse of responders after the assessment (week
    12). Off by default, because the evidence is thin or the picture is a rival one: undirected plasticity, state-dependent
    skill, withdrawal load, and the self-amplifying loop.
    """

    symptoms: Symptoms = Symptoms()
    natural_course: NaturalCourse = NaturalCourse()
    contact: Contact = Contact()
    drug: Drug = Drug()
    withdrawal: Withdrawal = Withdrawal()
    side_effects: SideEffects = SideEffects()
    adherence: Adherence = Adherence()
    skill: Skill = Skill()
    gate: Gate = Gate()
    plasticity: Plasticity = Plasticity()
    state_dependence: StateDependence = StateDependence()
    dropout: Dropout = Dropout()
    preference: Preference = Preference()
    stress: Stress = Stress()
    life_event: LifeEvent = LifeEvent()
    loop: Loop = Loop()
    relapse: Relapse = Relapse()
    assessment: Assessment = Assessment()
    functioning: Functioning = Functioning()

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, type(field.default)):
                raise ValueError(f"Model.{field.name} = {value!r}: must be a {type(field.default).__name__}")

    @classmethod
    def additive(cls) -> Self:
        """Every interaction off: what two treatments do together is exactly the sum of what each does alone.

        Also off: stopping the drug and leaving therapy (the alliance would tie them together), and the restart of the
        episode after a relapse, which is then only counted. Stress and its buffer stay: they add up. So does contact where
        all arms have the same visits, as in FOUR_PLANS; against a waiting list the sum fails by exactly what visits and
        sessions share (`contact.overlap`).
        """
        return cls().replace(dict.fromkeys(INTERACTIONS, 0.0))

    @classmethod
    def for_condition(cls, condition: str | Condition) -> Self:
        """The model with what a condition changes in it; a name in CONDITIONS or a Condition."""
        if not isinstance(condition, Condition):
            check("condition", condition, {"options": tuple(CONDITIONS)})
            condition = CONDITIONS[condition]
        return cls().replace(dict(condition.changes))

    def replace(self, changes: Mapping[str, float]) -> Self:
        """A copy with some parameters changed.

        Args:
            changes: {"part.parameter": value}, for example {"gate.strength": 0.0}.

        Raises:
            ValueError: if a name is unknown or a value out of range.
        """
        parts: dict[str, dict[str, float]] = {}
        for path, value in changes.items():
            if path not in parameters():
                raise ValueError(f"{path!r} is not a parameter of the model; known are {', '.join(parameters())}")
            part, name = path.split(".")
            parts.setdefault(part, {})[name] = value
        return dataclasses.replace(
            self, **{part: dataclasses.replace(getattr(self, part), **values) for part, values in parts.items()}
        )

    def value(self, path: str) -> float:
        """Value of the parameter "part.parameter"."""
        part, name = path.split(".")
        return getattr(getattr(self, part), name)


@functools.cache
def parameters() -> dict[str, Metadata]:
    """Metadata of every parameter of the model by "part.parameter": default, unit, range, says, tag, source."""
    parts = {part.name: getattr(Model(), part.name) for part in dataclasses.fields(Model)}
    return {
        f"{name}.{field.name}": {"default": getattr(part, field.name), **field.metadata}
        for name, part in parts.items()
        for field in dataclasses.fields(part)
    }
