"""Lesson 15: a year in the clinic. A list, a budget, a rule: who gets what, whom the rule leaves out, and how luck plays in."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
