"""Every mission can be done as it says, is not done already, and the impossible ones are."""

import random

import pytest

import toolkit
from tests.play.player import walk
from toolkit.explore.mission import GIVEN_UP, OPEN, REACHED

MISSIONS = [(lesson, place) for lesson in toolkit.lessons.ALL for place in range(len(lesson.said_missions))]
each_mission = pytest.mark.parametrize(
    ("lesson", "place"), MISSIONS, ids=[f"{lesson.slug}-{place + 1}" for lesson, place in MISSIONS]
)
SETTINGS = 200


def stands(explorer, place):
    return explorer.missions[place].state


@each_mission
def test_a_mission_is_open_as_the_lesson_opens_and_after_every_preset_but_those_of_its_recipe(lesson, place):
    explorer = lesson.explorer()
    taken = [step["preset"] for step in explorer.missions[place].recipe if "preset" in step]
    for preset in explorer.presets:
        if preset not in taken:
            explorer.apply(preset)
    assert stands(explorer, place) == OPEN


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
@each_mission
def test_what_cannot_be_reached_is_not(lesson, place):
    explorer = lesson.explorer()
    if not explorer.missions[place].recipe:
        for _ in walk(explorer, SETTINGS, random.Random(place)):
            assert stands(explorer, place) == OPEN, explorer.code


@each_mission
def test_the_controls_of_a_mission_are_called_as_on_the_page(lesson, place):
    explorer = lesson.explorer()
    labels = {control.label for control in explorer.controls.values()} | {"Pin"}
    assert set(explorer.missions[place].controls) <= labels
