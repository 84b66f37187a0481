"""The model as a whole: its mechanisms, each with its own numbers and its own switch."""

import dataclasses

from .assessment import Assessment
from .drug import Drug
from .skill import Gate, Plasticity, Skill
from .symptoms import NaturalCourse, Symptoms


@dataclasses.dataclass(frozen=True)
class Model:
    """The toy model. Each part is one mechanism; leave a part out and its defaults hold.

    A toy: most numbers are chosen for teaching. Each parameter's metadata says its unit, range, meaning and tag.
    MODEL.md section 2.
    """

    symptoms: Symptoms = Symptoms()
    natural_course: NaturalCourse = NaturalCourse()
    drug: Drug = Drug()
    skill: Skill = Skill()
    gate: Gate = Gate()
    plasticity: Plasticity = Plasticity()
    assessment: Assessment = Assessment()

    def __post_init__(self):
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, type(field.default)):
                raise ValueError(f"Model.{field.name} = {value!r}: must be a {type(field.default).__name__}")

    @classmethod
    def additive(cls):
        """Every interaction off: what two treatments do together is exactly the sum of what each does alone."""
        return cls(gate=Gate(strength=0.0), plasticity=Plasticity(gain=0.0))

    def replace(self, changes):
        """A copy with some parameters changed.

        Args:
            changes: {"part.parameter": value}, for example {"gate.strength": 0.0}.

        Raises:
            ValueError: if a name is unknown or a value out of range.
        """
        parts = {}
        for path, value in changes.items():
            if path not in parameters():
                raise ValueError(f"{path!r} is not a parameter of the model; known are {', '.join(parameters())}")
            part, name = path.split(".")
            parts.setdefault(part, {})[name] = value
        return dataclasses.replace(
            self, **{part: dataclasses.replace(getattr(self, part), **values) for part, values in parts.items()}
        )

    def value(self, path):
        """Value of the parameter "part.parameter"."""
        part, name = path.split(".")
        return getattr(getattr(self, part), name)


def parameters():
    """Metadata of every parameter of the model by "part.parameter": default, unit, range, says, tag, source, symbol."""
    return {
        f"{part.name}.{field.name}": {"default": getattr(part.default, field.name), **field.metadata}
        for part in dataclasses.fields(Model)
        for field in dataclasses.fields(part.default)
    }
