"""Lesson 08: finding a medication and a dose. Steps, doses, visits, and what of it the medication itself does."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
