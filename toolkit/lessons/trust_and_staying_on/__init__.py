"""Lesson 07: trust and staying on. One link between trust and recovery, three worlds, and the chain from staying to an effect."""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
