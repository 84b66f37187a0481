"""Published figures that the toy can speak to, each with the toy's own trial: read from trials.toml and the findings."""

import dataclasses
import functools
import tomllib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from toolkit.model.plan import BOTH, DUMMY, MEDICATION, THERAPY

from .factorial import FACTORIAL, Factorial
from .findings import Entry, Finding, Interval, finding, read
from .trial import ToyTrial

Values = dict[str, Any]
"""Fields as they stand in the file."""


@dataclasses.dataclass(frozen=True)
class Figure:
    """One published figure and how the toy arrives at its own.

    id: the finding. says: what it is. published, ci: as read from the findings. trial: name of the toy's trial. measure:
    name in MEASURES. counted, week, who, baseline: see `count`. arm, versus: arms of the trial; an arm may stand against
    itself in another week, versus_week. n: people in each arm; where it is empty, `ci` stands for the size. fits: the
    parameter that was set so that the toy gives this very figure; a hit there is no achievement. outside: why the toy
    misses it, where it does, in one line. caveat: what limps.
    """

    id: str
    says: str
    published: float
    ci: Interval | None
    trial: str
    measure: str
    counted: str
    arm: str
    week: int
    versus: str | None = None
    versus_week: int | None = None
    n: tuple[int, ...] = ()
    who: str = "everybody"
    baseline: Interval | None = None
    fits: str | None = None
    outside: str = ""
    caveat: str = ""

    @property
    def entry(self) -> Entry | None:
        """Where the people of its trial began, if that was published in Hamilton points: part of the trial, no knob."""
        entry = finding(self.id).entry
        return entry if entry and entry.points is not None else None

    @property
    def label(self) -> str:
        """Author, year and what the figure is."""
        return f"{finding(self.id).short}: {self.says}"


@functools.cache
def figures() -> tuple[Figure, ...]:
    """Every figure that is scored, a tuple in the order of the file."""
    return tuple(figure for id, shared in data()["findings"].items() for figure in _figures(id, dict(shared)))


def trials() -> dict[str, ToyTrial]:
    """The toy's trials by name, {name: ToyTrial}."""
    return {name: ToyTrial(**values) for name, values in data()["trials"].items()}


def unscored() -> dict[str, str]:
    """Findings with numbers that the toy cannot speak to, {id: why}."""
    return dict(data()["cannot"])


@functools.cache
def data() -> dict[str, Any]:
    """The file as it stands."""
    return tomllib.loads(read("trials.toml"))


WHERE = ("effect", "called", "reads", "outcome", "reads_week", "turned")
"""Keys that say where in a finding the figure stands; all others are fields of a Figure."""
TURNED: dict[str, Callable[[float], float]] = {"sign": lambda value: -value, "share": lambda value: 1 - value}
"""A figure may be published the other way round: with the other sign, or as the share that did not."""


def _figures(id: str, shared: Values) -> Iterator[Figure]:
    four_arms, listed = shared.pop("four_arms", ()), shared.pop("figures", ())
    comparisons = [comparison for comparison in FACTORIAL if comparison.id == id] if four_arms else []
    for comparison, counted in zip(comparisons, four_arms, strict=True):
        yield from _factorial(comparison, {"id": id, **shared, "counted": counted})
    for one in listed:
        values = {"id": id, **shared, **one}
        where = {name: values.pop(name) for name in WHERE if name in values}
        yield _figure({**_published(finding(id), **where), **values})


def _figure(values: Values) -> Figure:
    """Figure from its fields, lists made into tuples."""
    fields: Values = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return Figure(**fields)


def _factorial(comparison: Factorial, values: Values) -> Iterator[Figure]:
    """Four figures of a four-arm comparison: the share with the dummy pill, and what each treatment gains over that."""
    sizes = values.pop("n", None) or [arm.n for arm in comparison.read]
    values["ci"], dummy = None, comparison.shares[0]
    says = f"{comparison.what}, dummy pill"
    yield _figure({"says": says, "published": dummy, "arm": DUMMY, "measure": "mean", "n": (sizes[0],), **values})
    for name, share, size in zip((MEDICATION, THERAPY, BOTH), comparison.shares[1:], sizes[1:], strict=True):
        gain = {"says": f"{comparison.what}, {name} over dummy pill", "published": share - dummy, "arm": name}
        yield _figure({**gain, "versus": DUMMY, "measure": "difference", "n": (size, sizes[0]), **values})


def _published(
    found: Finding,
    effect: str | None = None,
    called: str | None = None,
    reads: Sequence[str] = (),
    outcome: str | None = None,
    reads_week: float | None = None,
    turned: str | None = None,
) -> Values:
    """The figure itself: an effect found by its comparison, or the share of one arm, or of one less another."""
    n: tuple[int, ...] = ()
    if effect:
        effects = [one for one in (found.effect, *found.other_effects) if one and one.comparison == effect]
        [one] = [one for one in effects if called in (None, one.measure)]
        value, ci = one.value, one.ci
    else:
        arms = [found.arm(name, outcome, reads_week) for name in reads]
        value, ci = (arms[0].number, arms[0].ci) if len(arms) == 1 else (arms[0].number - arms[1].number, None)
        n = tuple(arm.n for arm in arms if arm.n)
    if turned:
        turn = TURNED[turned]
        value, ci = turn(value), ci and (min(map(turn, ci)), max(map(turn, ci)))
    return {"published": value, "ci": ci, "n": n}
