"""Lesson 12: who benefits? A cloud of people instead of one curve, filters, and what a marker would have to know."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
