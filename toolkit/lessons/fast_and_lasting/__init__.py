"""Lesson 01: medication and therapy, four lives of one person over a year."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
