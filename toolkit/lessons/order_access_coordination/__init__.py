"""Lesson 14: order, access, coordination. Six ways through care, what they bring and what they need."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
