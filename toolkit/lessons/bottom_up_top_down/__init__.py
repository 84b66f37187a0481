"""Lesson 04: two levels that pull at each other, and two doors: does the warmth add up to more?"""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
