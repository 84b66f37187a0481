"""Lesson 04: what each preset says is what the toy shows, and the tasks know their answers."""

import numpy as np
import pytest

import toolkit
from toolkit.lessons.bottom_up_top_down import chart, people, studies
from toolkit.lessons.bottom_up_top_down.lesson import together


@pytest.fixture
def explorer():
    return toolkit.lessons.lesson(4).explorer()


def halves(explorer):
    return {key: explorer.result.half_week(*key) for key in chart.STYLES}


def beside_the_sum(explorer):
    return explorer.result.score_gain("both") - explorer.result.added


def test_in_the_textbook_house_each_tool_moves_its_own_floor_first(explorer):
    """MODEL.md 7.2: drug 3.7 and 5.7 weeks, therapy 7.3 and 9.3."""
    explorer.apply("Textbook, week 4")
    half = halves(explorer)
    assert half["medication", "body"] == pytest.approx(3.7, abs=0.3)
    assert half["medication", "thinking"] == pytest.approx(5.7, abs=0.4)
    assert half["therapy", "thinking"] == pytest.approx(7.3, abs=0.5)
    assert half["therapy", "body"] == pytest.approx(9.3, abs=0.6)
    assert explorer.result.now("medication", "body") > 3 * explorer.result.now("medication", "thinking")


def test_the_order_of_the_task_is_the_order_of_the_textbook_house(explorer):
    half = halves(explorer)
    named = [f"{tool}, in {'the body' if level == 'body' else level}" for tool, level in sorted(half, key=half.get)]
    assert named == toolkit.lessons.lesson(4).task(1)._right


@pytest.mark.parametrize("seed", [1, 2, 77])
def test_no_pull_no_door_and_no_speed_ever_makes_more_than_the_sum(explorer, seed):
    chance = np.random.default_rng(seed)
    moved = {
        control.name: float(chance.uniform(control.low, control.high))
        for control in explorer.controls.values()
        if control.name in ("up", "down", "medication_door", "therapy_door", "speed")
    }
    explorer.set(seed=seed, week=20, **moved)
    assert explorer.result.added > 1
    assert beside_the_sum(explorer) == pytest.approx(0, abs=1e-9)
    assert "exactly the two added" in explorer.sentence


def test_without_stairs_the_other_floor_stays_cold(explorer):
    explorer.apply("No stairs: each heals half")
    house = explorer.result
    assert abs(house.now("medication", "thinking")) < 1e-9
    assert abs(house.now("therapy", "body")) < 0.05  # stress that skill keeps away is felt on both floors
    assert house.now("medication", "body") > 3
    assert np.isnan(house.half_week("medication", "thinking"))
    assert "medication in thinking never" in explorer.sentence


def test_strong_stairs_warm_the_whole_house_for_each_tool_alone(explorer):
    explorer.set(week=26)
    usual = explorer.result
    explorer.apply("Strong stairs")
    strong = explorer.result
    for tool in people.TOOLS:
        assert strong.score_gain(tool) > 1.5 * usual.score_gain(tool)
    assert strong.share("both") == pytest.approx(100)


def test_one_way_stairs_let_ease_go_up_but_not_down(explorer):
    explorer.apply("One-way stairs")
    assert explorer.result.now("medication", "thinking") > 1
    assert abs(explorer.result.now("therapy", "body")) < 0.05


def test_one_door_for_both_wipes_the_order_out_and_the_score_cannot_tell(explorer):
    explorer.set(week=26)
    textbook = {tool: explorer.result.score_gain(tool) for tool in people.TOOLS}
    explorer.apply("The same door for both (rival)")
    half = halves(explorer)
    for tool in ("medication", "therapy"):
        assert half[tool, "body"] == pytest.approx(half[tool, "thinking"], abs=0.01)
    for tool, gain in textbook.items():
        assert explorer.result.score_gain(tool) == pytest.approx(gain, abs=0.01)


def test_swapped_doors_swap_the_order(explorer):
    textbook = halves(explorer)
    explorer.apply("Doors swapped")
    swapped = halves(explorer)
    assert swapped["medication", "thinking"] == pytest.approx(textbook["medication", "body"], abs=0.1)
    assert swapped["therapy", "body"] < swapped["therapy", "thinking"]


def test_only_a_real_interaction_leaves_the_line(explorer):
    explorer.apply("A real interaction")
    assert beside_the_sum(explorer) > 0.3
    assert explorer.result.share("both") > 105
    assert "on top of the sum" in explorer.sentence


def test_in_week_0_there_is_nothing_to_add(explorer):
    explorer.set(week=0)
    assert "nothing to add" in explorer.sentence
    assert np.isnan(explorer.result.share("both"))


def test_half_of_a_curve_is_found_between_weeks():
    assert people.half_week(np.array([0.0, 1.0, 1.5, 2.5, 4.0])) == pytest.approx(2.5)
    assert np.isnan(people.half_week(np.zeros(5)))


def test_the_guess_stays_on_the_picture_where_it_has_a_number():
    lesson = toolkit.lessons.lesson(4)
    guess = lesson.predict()
    explorer = lesson.explorer(guess)
    guess.answer("More than the two added: each helps the other")
    explorer.reset()
    drawn = guess.traces(explorer.result)[0]
    assert "your guess" in [trace["name"] for trace in explorer.view["figure"]["data"]]
    assert drawn["x"].tolist() == [130, 130]
    guess.answer("It depends on how strong the pull is")
    assert "your guess" not in [trace["name"] for trace in explorer.view["figure"]["data"]]


def test_tasks_know_the_right_answer_and_what_went_wrong():
    order, week, refute, code = (toolkit.lessons.lesson(4).task(n) for n in (1, 2, 3, 4))
    assert order.answer(order._right).startswith("Yes")
    assert "0 of 4" in order.answer(order._right[::-1])
    assert len({week.answer(number) for number in (6, 4, 3, 9)}) == 4
    assert week.answer("5").startswith("Yes")
    for name in refute.replies:
        refute.answer(name)
        assert refute.right == name.startswith("In a trial, each tool moves the same complaints")
    assert "Well done" in code.check(together)
    assert "Well done" not in code.check(lambda up, down, below, above: (below + above) / 2)


def test_the_closed_form_of_the_task_is_where_the_toy_ends_up():
    """Long after a drug has begun, with its effect known, the toy has lost what `together` says."""
    model = toolkit.Model.additive().replace({"symptoms.somatic_to_cognitive": 0.5})
    plans = toolkit.four_plans(toolkit.Medication(stop=104), toolkit.Therapy(stop=0))
    course = toolkit.simulate(toolkit.Cohort(50), plans, 104, model)
    weight = course.cohort.traits.drug_response * course.cohort.traits.burden
    push = 24 * model.drug.strength * model.drug.occupancy(1.0) * weight.mean()
    nothing, medication = course.mean(104)[:2]
    assert nothing - medication == pytest.approx(together(0.5, 0.3, push, 0.0), rel=1e-3)


def test_what_moved_where_is_read_off_findings_that_speak_of_it():
    for seen in studies.STUDIES:
        told = toolkit.finding(seen.finding)
        assert told.mechanism == "topdown_bottomup"
        front = [places for places in (seen.medication, seen.therapy) if places and "front" in places]
        words = f"{told.finding} {told.caveat}".lower()
        if front and seen.finding != "dimascio1979_differential":
            assert "frontal" in words
        assert not (seen.fits and told.counter_evidence), seen.finding
    assert [seen.finding for seen in studies.STUDIES if seen.fits] == [
        "dimascio1979_differential",
        "nord2021",
        "boccia2016",
    ]


def test_the_toys_row_follows_the_doors(explorer):
    assert studies.toy(explorer.result) == {"medication": {"deep": "changed"}, "therapy": {"front": "changed"}}
    explorer.apply("Doors swapped")
    assert studies.toy(explorer.result) == {"medication": {"front": "changed"}, "therapy": {"deep": "changed"}}
    explorer.apply("The same door for both (rival)")
    assert set(studies.toy(explorer.result)["medication"]) == {"deep", "front"}
