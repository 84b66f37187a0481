"""What the README says of a class, and the page on publishing of its ways, fits what stands beside it."""

import re
from pathlib import Path

import pytest


@pytest.fixture
def readme(root: Path) -> str:
    return " ".join((root / "README.md").read_text(encoding="utf-8").split())


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


@pytest.fixture
def publishing(root: Path) -> str:
    return (root / "publish" / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def targets(root: Path) -> dict[str, tuple[list[str], str]]:
    """{target of the Makefile: (what it needs first, its recipe)}."""
    made = (root / "Makefile").read_text(encoding="utf-8").replace("$(PYTEST)", "$(BIN)/python -m pytest")
    found = re.findall(r"^([\w./]+): ?([^#=\n]*?)(?:  ##.*)?\n((?:\t.*\n)+)", made, re.MULTILINE)
    return {name: (needs.split(), recipe) for name, needs, recipe in found}


def installed(targets: dict, name: str) -> set[str]:
    """The extras that a target brings, with those of what it needs first."""
    needs, recipe = targets.get(name, ([], ""))
    own = set(re.findall(r"-e '\.\[(\w+)\]'", recipe))
    return own.union(*(installed(targets, need) for need in needs))


def test_without_make_is_what_make_does(publishing: str, targets: dict):
    """By hand it failed on: an extra that is not installed; two commands exchanged; the settings of another folder."""
    part = publishing.partition("## Without make")[2].partition("\n## ")[0]
    named = re.findall(r"`make (\w+)`", part.partition("They are")[2].partition(";")[0])
    install, *lines = re.search(r"```bat\n(.*?)```", part, re.DOTALL)[1].splitlines()
    assert set(re.search(r"-e \.\[([\w,]+)\]", install)[1].split(",")) == set().union(
        *(installed(targets, name) for name in named)
    )
    commands = [line.removeprefix(".venv\\Scripts\\") for line in lines if not line.startswith("set ")]
    for name, command in zip(named, commands, strict=True):
        for word in re.findall(r'"[^"]+"|\S+', command):
            assert word in targets[name][1], f"{name}: {word}"
    for variable, folder in re.findall(r"set (\w+)=%CD%(\S+)", part):
        assert f'{variable}="$(CURDIR){folder.replace(chr(92), "/")}"' in targets["app"][1]


WAYS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def test_as_many_ways_are_announced_as_are_shown(publishing: str, targets: dict):
    """Each by one command. By hand it failed on four made three."""
    shown = publishing.partition("## A notebook that was played")[0]
    announced = re.search(r"^(\w+) ways besides JupyterLab, each built by one command", shown, re.MULTILINE)[1]
    commands = {name for name in re.findall(r"\bmake (\w+)", shown) if name in targets}
    assert WAYS[announced.lower()] == len(commands), commands
