"""Lesson 05: a door to therapy that heavy symptoms keep shut and medication opens. Whom does an open door help most?"""

from toolkit.lessons.lesson import Lesson

LESSON = Lesson.read(__name__)
