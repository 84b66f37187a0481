"""Lesson 11: ways down from a medication, and two ideas of illness that foretell different things."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
