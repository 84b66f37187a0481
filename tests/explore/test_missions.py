"""Missions are checked after every move, told once, kept in the kernel, and given up with a reason; pinned runs keep a line."""

import pytest

from tests.explore.test_explorer import made
from toolkit.explore import Answers, Mission
from toolkit.explore.asked import ASKED


def steep(**more):
    about = {"hint": "Up.", "reply": "A slope is a choice.", "reached": lambda run: run.values["slope"] >= 1.5}
    return Mission("Steep", "Make it steep.", **{**about, "recipe": [{"set": {"slope": 2.0}}], **more})


def flat():
    return Mission("Flat", "Make it flat and steep.", hint="Try.", reply="Nothing is both.", reached=lambda run: False)


@pytest.fixture
def explorer():
    return made(missions=[steep(), flat()])


def states(explorer):
    return [one["state"] for one in explorer.standing]


def test_a_mission_is_open_until_a_move_reaches_it_and_then_stays_reached(explorer):
    assert states(explorer) == ["open", "open"]
    assert explorer.standing[0]["reply"] == ""
    explorer.set(slope=2.0)
    assert states(explorer) == ["reached", "open"]
    assert explorer.status.startswith("Mission reached: Steep. ")
    assert explorer.standing[0]["reply"] == "A slope is a choice."
    explorer.reset()
    explorer.set(slope=2.0)
    assert states(explorer) == ["reached", "open"]
    assert not explorer.status.startswith("Mission reached"), "it is told once"


def test_a_mission_that_asks_is_told_without_a_second_stop():
    explorer = made(missions=[Mission("How steep?", "Try it.", hint="Up.", reply="So.", reached=lambda run: False)])
    assert explorer.missions[0].prompt == "Mission: How steep? Try it."
    explorer.give_up(0)
    assert explorer.status == "Given up: How steep? What it is about stands below it."


def test_what_was_reached_is_there_when_the_cell_runs_again(explorer):
    explorer.set(slope=2.0)
    assert states(made(missions=[steep(), flat()])) == ["reached", "open"]


def test_giving_up_tells_a_way_or_why_there_is_none(explorer):
    explorer.receive({"ask": "give_up", "mission": 1, "number": 1})
    explorer.receive({"ask": "give_up", "mission": 0, "number": 2})
    assert states(explorer) == ["given up", "given up"]
    first, second = (one["reply"] for one in explorer.standing)
    assert first == "One way: set “Slope: 2 points a week”. A slope is a choice."
    assert second == "Nothing is both."
    explorer.set(slope=2.0)
    assert states(explorer) == ["reached", "given up"], "it can be reached afterwards"
    explorer.give_up(0)
    assert states(explorer) == ["reached", "given up"]


def test_a_condition_that_fails_leaves_all_as_it_was():
    explorer = made(missions=[steep(reached=lambda run: run.values["slope"] / 0)])
    before = explorer.view
    with pytest.raises(ZeroDivisionError):
        explorer.set(slope=2.0)
    assert explorer.view == before
    assert explorer.values["slope"] == 1.0


def test_a_condition_may_ask_for_pinned_runs():
    both = steep(reached=lambda run: any(one.values["slope"] != run.values["slope"] for one in run.pinned))
    explorer = made(missions=[both])
    explorer.pin()
    assert states(explorer) == ["open"]
    explorer.set(slope=2.0)
    assert states(explorer) == ["reached"]


def test_missions_and_pinned_runs_stand_in_the_answers_file_with_the_learners_name(explorer):
    explorer.set(slope=2.0)
    code = explorer.code
    explorer.pin()
    explorer.write(code, "I expected\nless.")
    answers = Answers("own")
    assert answers.said == "0 of 0 questions answered so far. 1 of 2 missions reached."
    answers.receive({"ask": "name", "name": " Ada  B "})
    lines = answers.csv.splitlines()
    assert lines[1] == "name,Ada B,,"
    assert f"Mission: Steep. Make it steep.,reached: {code},True,1" in lines
    assert f"Pinned run {code},I expected less.,," in lines


def test_three_runs_are_kept_side_by_side_and_a_fourth_is_refused(explorer):
    codes = []
    for slope in (0.5, 1.5, 2.0):
        explorer.set(slope=slope)
        explorer.pin()
        codes.append(explorer.code)
    assert [pin["code"] for pin in explorer.pins] == codes
    explorer.set(slope=0.0)
    with pytest.raises(ValueError, match="3 runs are pinned already; unpin one"):
        explorer.pin()
    explorer.unpin(codes[0])
    explorer.pin()
    assert [pin["code"] for pin in explorer.pins] == [*codes[1:], explorer.code]
    again = made()
    assert [pin["code"] for pin in again.pins] == [*codes[1:], explorer.code], "kept when the cell runs again"
    assert again.view["pinned"]


def test_a_line_to_a_run_that_is_not_pinned_is_refused(explorer):
    with pytest.raises(ValueError, match=r"code = 'X': pinned are no runs"):
        explorer.write("X", "so")
    assert ASKED.pinned == {}


def test_an_explorer_opens_where_runs_were_pinned_that_its_controls_do_not_know(explorer):
    explorer.pin()
    kept = explorer.code
    ASKED.pinned = {"x": {"22P3-2HQV-3Z8T-H8PD": "of an earlier form", kept: ""}}
    assert [pin["code"] for pin in made().pins] == [kept]


@pytest.mark.parametrize("core", [True, False])
def test_the_page_is_told_of_a_mission_what_the_lesson_says_of_it(core):
    mission = steep(controls=["Slope"], core=core)
    assert mission.describe() == {
        "name": "Steep",
        "prompt": "Make it steep.",
        "controls": ["Slope"],
        "hint": "Up.",
        "core": core,
    }


def test_a_recipe_is_told_step_by_step_and_taken_as_by_hand():
    steps = [{"preset": "Steep"}, {"pin": True}, {"set": {"slope": 0.5, "dashed": True}}]
    mission = steep(recipe=steps, reached=lambda run: bool(run.pinned) and run.values["slope"] == 0.5)
    explorer = made(missions=[mission])
    told = "One way: press “Steep”, then press Pin, then set “Slope: 0.5 points a week”, then set “Dashed: on”. "
    assert mission.steps(explorer.controls) == told
    for step in steps:
        assert states(explorer) == ["open"]
        mission.take(step, explorer)
    assert states(explorer) == ["reached"]
    assert (explorer.values["dashed"], explorer.pins[0]["code"] == explorer.code) == (True, False)


def test_giving_up_is_told_by_the_missions_name_and_what_is_reached_is_told_before_the_move(explorer):
    explorer.give_up(1)
    assert explorer.status == "Given up: Flat. What it is about stands below it."
    explorer.set(slope=2.0)
    assert explorer.status.startswith("Mission reached: Steep. Slope: 2 points a week. ")
    records = {prompt: record for prompt, record in ASKED.records.items() if prompt.startswith("Mission: ")}
    assert records["Mission: Steep. Make it steep."] == (f"reached: {explorer.code}", True, 1)
    assert records["Mission: Flat. Make it flat and steep."] == ("given up", False, 1)
