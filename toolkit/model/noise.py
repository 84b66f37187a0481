"""What befalls patients by chance and by the calendar: alike in every arm, whatever is given there."""

import itertools
from collections.abc import Iterator

import numpy as np

from .arrays import Numbers
from .cohort import Cohort
from .model import Model
from .randomness import PANEL, stream
from .stress import LifeEvent

CHUNK = 4
"""Steps whose noise is drawn at once: fewer would cost a call of numpy each, more would leave the processor's cache. No number
depends on it: the streams are read step by step, burden before lean."""


def shared_noise(
    cohort: Cohort, panels: range, model: Model, step: float, lasting: Numbers, leaning: int
) -> Iterator[tuple[Numbers, Numbers]]:
    """What befalls the patients of some panels in each step, alike in every arm.

    Yields how far burden and, in the first `leaning` steps, lean are moved by chance, stress and the lasting part of the
    illness (`lasting`), shape (2, patients); and the deviation of stress from its mean, shape (patients,), entry severities.
    """
    noise, chance = ([stream(cohort.seed, purpose, panel) for panel in panels] for purpose in ("noise", "stress"))
    _, response, spread = model.symptoms.burden_step(step)
    alike, events = response.sum(axis=1), cohort.life_events(model.life_event)
    drawn, chances = np.empty((CHUNK, 2, len(panels) * PANEL)), np.empty((CHUNK, len(panels) * PANEL))
    strain: Numbers = np.zeros((1, lasting.shape[1]))
    for number in itertools.count(0, CHUNK):
        levels = range(2 if number < leaning else 1)
        for place, (normal, uniform) in enumerate(zip(noise, chance, strict=True)):
            own = slice(place * PANEL, (place + 1) * PANEL)
            for now in range(CHUNK):
                normal.standard_normal(out=drawn[now, 0, own])
                normal.standard_normal(out=drawn[now, 1, own])
                uniform.random(out=chances[now, own])
        jolts = cohort.pick(drawn, panels)
        strain = model.stress.path(cohort.pick(chances, panels), step, strain[-1])
        felt = strain
        if any(event.size > 0 for event in events):
            stress = [event_stress(event, model, number, step) for event in events]
            felt = strain + np.repeat(stress, strain.shape[1] // len(events), axis=0).T
        for level in reversed(levels):  # lean first: its chance may share the burden's, not yet scaled
            moves = jolts[:, level]
            moves *= spread[level, level]
            if level == 1 and spread[1, 0] != 0:
                moves += spread[1, 0] * jolts[:, 0]
            if alike[level] != 0:
                moves += alike[level] * felt[:-1]
            moves += lasting[level]
        yield from zip(jolts, felt, strict=False)


def event_stress(event: LifeEvent, model: Model, number: int, step: float) -> list[float]:
    """What is felt of a life event in the CHUNK + 1 steps from `number` on."""
    first = number - round(event.week / step)
    return [event.stress(first + place, step, model.stress.fading_weeks) for place in range(CHUNK + 1)]


def rating_errors(cohort: Cohort, panels: range, week: int) -> Numbers:
    """Standard normal errors of one week's ratings for the patients of some panels, shape (patients,)."""
    return cohort.draw_numbers(np.random.Generator.standard_normal, "measurement", week, panels)
