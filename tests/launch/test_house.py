"""The house: imports run down the stairs only, and every promised name is there."""

import ast
import functools
import importlib
import sys
from pathlib import Path

import pytest

import toolkit

FLOORS = ("model", "evidence", "explore", "lessons")
PARTS = ("toolkit", *(f"toolkit.{floor}" for floor in FLOORS))
NUMERIC = {"numpy"}


def sources(root: Path, floor: str) -> list[Path]:
    return sorted((root / "toolkit" / floor).rglob("*.py"))


@functools.cache
def imported(file: Path) -> set[str]:
    """Modules that a file imports, also inside functions, with the dots of relative ones resolved."""
    place = file.parts[file.parts.index("toolkit") : -1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inside = place[: len(place) - node.level + 1] if node.level else ()
            base = ".".join((*inside, node.module) if node.module else inside)
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)} if base == "toolkit" else {base}
    return found


@pytest.mark.slow
@pytest.mark.parametrize("floor", FLOORS)
def test_no_floor_looks_up(root: Path, floor: str):
    above = {f"toolkit.{name}" for name in FLOORS[FLOORS.index(floor) + 1 :]}
    seen = {
        (file.name, module)
        for file in sources(root, floor)
        for module in imported(file)
        for forbidden in above
        if module == forbidden or module.startswith(f"{forbidden}.")
    }
    assert seen == set()


def test_the_model_needs_numpy_only(root: Path):
    outside = {
        module.split(".")[0]
        for file in sources(root, "model")
        for module in imported(file)
        if module.split(".")[0] not in {*sys.stdlib_module_names, "toolkit", ""}
    }
    assert outside == NUMERIC


SINCE_0_2 = {
    "toolkit": "Cohort Course FOUR_PLANS Medication Model Plan Therapy finding findings four_plans lessons simulate",
    "toolkit.evidence": "Arm Effect FACTORIAL Factorial Figure Finding Harm PER Score ToyTrial UNTREATED figures finding findings "
    "harms scores trials unscored",
    "toolkit.lessons": "ALL Lesson lesson",
}
"""Names that are promised from 0.2 on: none goes without a warning, by what the owners' page says."""


@pytest.mark.parametrize("part", PARTS)
def test_every_promised_name_is_there(part: str):
    """By hand it failed on `Cohort` no longer promised."""
    module = importlib.import_module(part)
    assert set(SINCE_0_2.get(part, "").split()) <= set(module.__all__)
    assert len(set(module.__all__)) == len(module.__all__)
    for name in module.__all__:
        assert getattr(module, name) is not None


ROLES = {"__init__.py", "lesson.toml", "lesson.py", "people.py", "chart.py"}
"""Files that every lesson's folder has."""
MAY = {"studies.py"}
"""And those that it may have, besides what a notebook shows beside the explorer: that is on the owners' map."""


def test_every_lesson_has_the_same_rooms(root: Path):
    page = (root / "toolkit" / "README.md").read_text(encoding="utf-8")
    wrong = {}
    folders = [words.parent for words in (root / "toolkit" / "lessons").rglob("lesson.toml")]
    assert len(folders) == len(toolkit.lessons.ALL)
    for folder in folders:
        there = {path.name for path in folder.iterdir() if path.is_file()}
        others = {name for name in there - ROLES - MAY if f"`{name.partition('.')[0]}`" not in page}
        if ROLES - there or others:
            wrong[folder.name] = {"missing": ROLES - there, "not on the owners' map": others}
    assert wrong == {}


def test_every_file_that_lessons_share_is_on_the_owners_map(root: Path):
    page = (root / "toolkit" / "README.md").read_text(encoding="utf-8")
    shared = (root / "toolkit" / "lessons").glob("*.py")
    assert [
        file.stem for file in sorted(shared) if f"`{file.stem}`" not in page and f"`lessons/{file.name}`" not in page
    ] == ["__init__"]
