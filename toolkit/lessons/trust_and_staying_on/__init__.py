"""Lesson 07: from trust to effect. A chain of links, each of which leaks a little."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
