"""Every goal of a lesson has a task that shows whether it is reached, every task serves a goal, and the notebook promises them.

By hand it was seen to fail on: a goal reworded in the notebook alone; a task without its goal; the one task of a goal given to
another.
"""

import dataclasses
import re

import pytest

import toolkit
from tests.meaning.lived import notebook
from tests.meaning.quoting import one

LESSONS = toolkit.lessons.ALL
WITHOUT_A_TASK = {
    # Known gaps: what a lesson promises and asks nobody to show. A gap that is closed leaves the list.
}
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)


@each_lesson
def test_the_notebook_promises_the_goals(lesson):
    [cell] = [cell.source for cell in notebook(lesson.slug).cells if "## You will be able to" in cell.source]
    promised = re.findall(r"^- (.*)$", cell.partition("## You will be able to")[2], re.MULTILINE)
    assert [one(goal).rstrip(";.") for goal in promised] == list(lesson.goals)


@each_lesson
def test_every_task_serves_a_goal(lesson):
    assert [task["prompt"] for task in lesson.said_tasks if "goal" not in task] == []


@each_lesson
def test_every_goal_has_a_task(lesson):
    served = {task.get("goal") for task in lesson.said_tasks}
    without = set(range(1, len(lesson.goals) + 1)) - served
    assert without == WITHOUT_A_TASK.get(lesson.number, set()), [lesson.goals[number - 1] for number in sorted(without)]


@pytest.mark.parametrize("goal", [0, 9, "2"])
def test_a_goal_that_is_not_there_is_named(goal):
    lesson = LESSONS[0]
    tasks = ({**lesson.said_tasks[0], "goal": goal}, *lesson.said_tasks[1:])
    with pytest.raises(
        ValueError, match=f"01_fast_and_lasting: goal = {goal!r} of task 1: must be the number of one of 4 goals"
    ):
        dataclasses.replace(lesson, said_tasks=tasks)
