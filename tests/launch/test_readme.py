"""What the README says of the lessons and of how they were checked is what they are."""

from pathlib import Path

import pytest

import toolkit
from toolkit.evidence import scores


@pytest.fixture
def readme(root: Path) -> str:
    return " ".join((root / "README.md").read_text(encoding="utf-8").split())


def test_it_lists_every_lesson(readme: str):
    for lesson in toolkit.lessons.ALL:
        assert (
            f"| {lesson.number:02d} | [{lesson.title}](notebooks/{lesson.slug}.ipynb) | {lesson.hook} | {lesson.minutes} |"
            in readme
        )


@pytest.mark.slow
def test_it_counts_hits_and_misses_as_the_scoreboard_does(readme: str):
    seen = list(scores())
    fitted = [score for score in seen if score.figure.fits]
    others = [score.inside for score in seen if not score.figure.fits]
    assert all(score.inside for score in fitted)
    findings = len({score.figure.id for score in seen})
    assert f"Of {len(seen)} published figures from {findings} findings, {len(fitted)} were fitted and are met" in readme
    inside, outside, unjudged = (others.count(verdict) for verdict in (True, False, None))
    assert f"{inside} lie inside the toy's 95 % interval, {outside} outside, and {unjudged} cannot be judged" in readme


def test_its_pictures_are_there(root: Path):
    for name in ("explorer.webp", "explorer.png"):
        assert 10_000 < (root / ".github" / name).stat().st_size < 400_000
