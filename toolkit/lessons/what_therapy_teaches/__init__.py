"""Lesson 09: what therapy teaches. Fear unlearnt and come back, skill learnt and forgotten, and how many sessions are enough."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
