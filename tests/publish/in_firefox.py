"""Every lesson's living page in the system's own Firefox, and what test_live.py asks of Chromium besides: `make browsers`."""

import pytest
from playwright.sync_api import Browser

import toolkit
from tests.publish.test_firefox import browser, play_whole, pytestmark  # noqa: F401 - pytest takes them from here
from tests.publish.test_live import (  # noqa: F401 - pytest runs these here too, in this module's browser
    base,
    course,
    test_a_page_that_was_seen_comes_alive_without_a_network,
    test_answers_are_there_after_a_reload_until_they_are_forgotten,
    test_code_of_ones_own_runs_and_an_endless_loop_is_no_end,
    test_one_file_lives_from_a_stick_without_a_network,
    test_the_presenters_page_lives,
    test_the_whole_course_is_kept_by_one_press,
    test_where_python_cannot_start_the_stills_are_there_and_it_is_said,
)


@pytest.mark.parametrize("lesson", toolkit.lessons.ALL, ids=lambda lesson: lesson.slug)
def test_a_lesson_is_played_whole(base: str, browser: Browser, lesson: toolkit.lessons.Lesson):  # noqa: F811
    play_whole(base, browser, lesson)
