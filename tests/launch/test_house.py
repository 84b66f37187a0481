"""The house: imports run down the stairs only, and every promised name is there."""

import ast
import importlib
import sys
from pathlib import Path

import pytest

FLOORS = ("model", "evidence", "explore", "lessons")
PARTS = ("toolkit", *(f"toolkit.{floor}" for floor in FLOORS))
NUMERIC = {"numpy"}


def sources(root: Path, floor: str) -> list[Path]:
    return sorted((root / "toolkit" / floor).glob("*.py"))


def imported(file: Path) -> set[str]:
    """Modules that a file imports, also inside functions, with the dots of relative ones resolved."""
    floor = f"toolkit.{file.parent.name}"
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = f"{floor}.{node.module or ''}".rstrip(".") if node.level else node.module or ""
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)} if base == "toolkit" else {base}
    return found


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


@pytest.mark.parametrize("part", PARTS)
def test_every_promised_name_is_there(part: str):
    module = importlib.import_module(part)
    assert len(set(module.__all__)) == len(module.__all__)
    for name in module.__all__:
        assert getattr(module, name) is not None


def test_every_file_of_the_lessons_is_on_the_owners_map(root: Path):
    page = (root / "toolkit" / "README.md").read_text(encoding="utf-8")
    assert [file.stem for file in sources(root, "lessons") if f"`{file.stem}`" not in page] == ["__init__"]
