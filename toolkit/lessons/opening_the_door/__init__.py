"""Lesson 05: a door to therapy that heavy illness keeps shut and medication opens. Who gains most from both?"""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
