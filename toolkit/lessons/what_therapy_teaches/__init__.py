"""Lesson 09: what therapy teaches. Fear unlearned and a year later, who ends when, and what kinds of therapy have taught."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
