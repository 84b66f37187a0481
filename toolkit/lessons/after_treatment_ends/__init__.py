"""Lesson 10: who stays well once treatment ends, in the groups of real trials."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
