"""What the README says of the lessons and of how they were checked is what they are."""

import re
from pathlib import Path

import pytest

import toolkit


@pytest.fixture
def readme(root: Path) -> str:
    return " ".join((root / "README.md").read_text(encoding="utf-8").split())


def test_it_lists_every_lesson(readme: str):
    for lesson in toolkit.lessons.ALL:
        assert (
            f"| {lesson.number:02d} | [{lesson.title}](notebooks/{lesson.slug}.ipynb) | {lesson.hook} "
            f"| {lesson.core} · {lesson.minutes} |" in readme
        )


def test_its_pictures_are_there(root: Path):
    for name in ("explorer.webp", "explorer.png"):
        assert 10_000 < (root / ".github" / name).stat().st_size < 400_000


COUNTS = {"twenty": 20, "forty": 40, "sixty": 60, "eighty": 80}


def test_what_it_says_of_a_class_is_in_its_table(readme: str):
    """The most learners that were tried, and how long every server's slowest moves took with them."""
    rows = re.findall(r"\| \**(\d+)[^|]* \| [\d.]+ s \| [\d.]+ s \| ([\d.]+) s \|", readme)
    slowest = {}
    for learners, seconds in rows:
        slowest[int(learners)] = max(slowest.get(int(learners), 0), float(seconds))
    [held] = re.findall(r"So (\w+) were held under half a second or little more; more were not tried", readme)
    assert COUNTS[held] == max(slowest)
    assert slowest[COUNTS[held]] < 0.55
