"""Lesson 16, part one: a caseload, a list, a budget. Who gets what, who is left out, and what the budget bought."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
