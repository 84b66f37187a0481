"""Lesson 03: when do two treatments add up? One trial, read on three scales."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
