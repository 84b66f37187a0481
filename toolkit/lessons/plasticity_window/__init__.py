"""Lesson 06: a medication that opens a window of learning. When does it open, for how long, and what comes through it?"""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
