"""Scores as a rater takes them week after week, for the lessons whose rules go by ratings."""

import functools

import numpy as np

from toolkit.model.lives import rating_errors


def ratings(course):
    """Scores as rated, shape (weeks + 1, arms, people), of a course with every week kept: as `Course.measured` has them."""
    return course.symptoms + course.model.assessment.error * errors(course.cohort, course.weeks)[:, np.newaxis]


@functools.lru_cache(maxsize=2)
def errors(cohort, weeks):
    """Standard normal errors, shape (weeks + 1, people); kept, since most moves leave the people as they are."""
    return np.array([rating_errors(cohort, range(cohort.panels), week) for week in range(weeks + 1)])
