"""Every mission can be done as it says, is not done already, and the impossible ones are."""

import random

import pytest

import toolkit
from tests.play.player import BRISK
from toolkit.explore import Choice
from toolkit.explore.mission import GIVEN_UP, OPEN, REACHED

MISSIONS = [(lesson, place) for lesson in toolkit.lessons.ALL for place in range(len(lesson.said_missions))]


def each(second, cases, name):
    """The cases, of which the quick tests take those of some lessons only."""
    marked = [
        pytest.param(*case, marks=() if case[0].number in BRISK else pytest.mark.slow, id=name(*case)) for case in cases
    ]
    return pytest.mark.parametrize(("lesson", second), marked)


each_mission = each("place", MISSIONS, lambda lesson, place: f"{lesson.slug}-{place + 1}")
each_lesson = pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)

IMPOSSIBLE = [(lesson, place) for lesson, place in MISSIONS if not lesson.said_missions[place].get("recipe")]
SETTINGS = 40


def presets_of(recipe):
    """The presets that a recipe takes."""
    return frozenset(step["preset"] for step in recipe if "preset" in step)


WALKS = [
    (lesson, taken)
    for lesson in toolkit.lessons.ALL
    for taken in dict.fromkeys(presets_of(said.get("recipe", ())) for said in lesson.said_missions)
]
"""(lesson, presets): missions whose recipes take the same presets, most often none, share one walk through the others."""


@each("taken", WALKS, lambda lesson, taken: f"{lesson.slug}-{len(taken)}")
def test_a_mission_is_open_as_the_lesson_opens_and_after_every_preset_but_those_of_its_recipe(lesson, taken):
    explorer = lesson.explorer()
    missions = [mission for mission in explorer.missions if presets_of(mission.recipe) == taken]
    for preset in ("", *explorer.presets):
        if preset not in taken:
            explorer.apply(preset) if preset else None
            assert [mission.name for mission in missions if mission.state != OPEN] == [], preset or "as it opens"


@each_mission
def test_a_mission_is_reached_by_its_recipe_and_no_sooner_than_its_last_step(lesson, place):
    explorer = lesson.explorer()
    mission = explorer.missions[place]
    for step in mission.recipe:
        assert mission.state == OPEN, step
        mission.take(step, explorer)
    if not mission.recipe:
        explorer.give_up(place)
    assert mission.state == (REACHED if mission.recipe else GIVEN_UP)
    assert mission.reply in explorer.standing[place]["reply"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lesson", "place"), IMPOSSIBLE, ids=[f"{lesson.slug}-{place + 1}" for lesson, place in IMPOSSIBLE]
)
def test_what_cannot_be_reached_is_not(lesson, place):
    """Where a learner looks for it: anywhere on the mission's own controls and on every choice, the rest as the lesson opens."""
    explorer, draw = lesson.explorer(), random.Random(place)
    mission = explorer.missions[place]
    sought = [
        control
        for control in explorer.controls.values()
        if control.label in mission.controls or isinstance(control, Choice)
    ]
    for _ in range(SETTINGS):
        explorer.set(**{control.name: draw.choice(control.allowed) for control in sought})
        assert mission.state == OPEN, explorer.code


@each_lesson
def test_the_controls_of_a_mission_are_called_as_on_the_page(lesson):
    labels = {control.label for control in lesson.controls()} | {"Pin"}
    strange = {mission.name: set(mission.controls) - labels for mission in lesson.missions()}
    assert {name: names for name, names in strange.items() if names} == {}
