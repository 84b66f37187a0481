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


COUNTS = {"five": 5, "ten": 10, "twenty": 20, "forty": 40, "sixty": 60, "eighty": 80}


def test_what_it_says_of_a_class_is_in_its_table(readme: str):
    """The most learners with whom every server's slowest moves stay under a second, and the fewest with whom one's do not."""
    rows = re.findall(r"\| \**(\d+)[^|]* \| [\d.]+ s \| [\d.]+ s \| ([\d.]+) s \|", readme)
    slowest = {}
    for learners, seconds in rows:
        slowest[int(learners)] = max(slowest.get(int(learners), 0), float(seconds))
    held, not_held, untried = re.search(r"So (\w+) were held under a second, (\w+) were not( tried)?", readme).groups()
    assert COUNTS[held] == max(learners for learners, seconds in slowest.items() if seconds < 1)
    slow = [learners for learners, seconds in slowest.items() if seconds >= 1]
    assert slow == [] if untried else COUNTS[not_held] == min(slow)
