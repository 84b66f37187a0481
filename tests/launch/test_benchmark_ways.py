"""The browser benchmark's own pieces still run: a way that shows nothing would only be found after minutes of waiting."""

import pytest

from benchmarks.browser import BARE, LESSON, OURS, SUM


@pytest.mark.parametrize("code", [OURS, LESSON.format(2), BARE], ids=["ours", "lesson", "bare"])
def test_a_way_runs(code: str) -> None:
    exec(SUM + code, {})  # noqa: S102
