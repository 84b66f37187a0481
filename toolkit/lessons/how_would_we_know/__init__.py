"""Lesson 16: how would we know? A trial of one's own, the same trial two hundred times, and how many people it takes."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
