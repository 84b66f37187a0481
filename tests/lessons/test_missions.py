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


@pytest.mark.slow
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


@each_lesson
def test_a_mission_names_the_controls_that_its_way_takes_and_no_others(lesson):
    """Where there is a way: what it sets by hand, "Pin" if it pins, and for the rest what its presets have set already.

    By hand it failed on: the body's pull named in place of therapy's door; "Pin" where nothing is pinned."""
    named = {control.name: control.label for control in lesson.controls()}
    presets = {preset.name: preset.values for preset in lesson.presets}
    for mission in lesson.missions():
        by_hand = {named[name] for step in mission.recipe for name in step.get("set", {})}
        by_hand |= {"Pin" for step in mission.recipe if "pin" in step}
        begun = {named[name] for step in mission.recipe for name in presets.get(step.get("preset"), {})}
        rest = set(mission.controls) - by_hand - NOTHING_TO_SET.get(mission.name, set())
        assert by_hand <= set(mission.controls), mission.name
        assert not mission.recipe or rest <= begun, mission.name
        assert mission.recipe or set(mission.controls) == NO_WAY[mission.name], mission.name


def test_each_lesson_has_two_missions_for_the_shorter_way():
    assert {lesson.slug: sum(mission.core for mission in lesson.missions()) for lesson in toolkit.lessons.ALL} == {
        lesson.slug: 2 for lesson in toolkit.lessons.ALL
    }


NOTHING_TO_SET = {
    "Learned, or lifted?": {"Read the points in week"},
    "Two rankings": {"What this kind taught fades"},
    "A marker worth having": {"How much people differ", "Do both treatments help the same people?"},
    "Same numbers, two right answers": {"Ines accepts"},
}
"""Controls that a prompt speaks of though the way that is told leaves them as they are."""
NO_WAY = {
    "A tablet that stays": {"Medication for", "How well medication works", "Read in week"},
    "Blind everybody": {"Who is kept from knowing"},
    "One answer for all": {
        *("Medication works", "Therapy works"),
        *("Recovery by itself", "Improved clearly means a fall of"),
    },
    "Break the sum": {
        *("Body pulls thinking along", "Thinking pulls body along"),
        *("Medication's door", "Therapy's door", "Symptoms respond within"),
    },
    "Uphill": {"Medication's own effect", "Therapy starts in week", "Door half shut at"},
    "Twice as fast, twice as much?": {"Learning speeds up by", "Therapy starts in week", "Number of sessions"},
    "Five more people": {"In this world", "Extra trust, given at random"},
    "More and more": {"Picture", "Dose"},
    "Another room": {"Fear is met", "Sessions", "Booster sessions, one a month"},
    "A safe week": {"Delay the stop by"},
    "Is it a matter of time?": {"Each step lasts"},
    "Slow enough": {"The year begins with", "Way down", "Each step lasts"},
    "Beat both": {"Diagnosis", "How people differ", "The marker is right in"},
    "A plan that costs nothing": {"Plan 2", "What plan 2 may cost"},
    "A wait that costs nothing": {"Sessions of therapy", "Waiting for therapy"},
    "No group left out": {"On the list for therapy", "Who is next"},
    "Synergy with a hundred": {"Follow-up in week", "People in each group", "Counted"},
}
"""What a learner is to try where there is no way, by what the prompt asks for and leaves free."""
