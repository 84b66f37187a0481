"""Lesson 13: benefit and harm. The same 100 people under two plans, what a plan may cost, and what numbers cannot decide."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
