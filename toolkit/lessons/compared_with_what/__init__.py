"""Lesson 02: compared with what? One treatment, held against people who wait, who get a dummy pill, or who get another."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
