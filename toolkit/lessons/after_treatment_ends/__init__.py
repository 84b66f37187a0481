"""Lesson 10: who stays well once treatment ends, in the arms of real trials and in two rival pictures."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
