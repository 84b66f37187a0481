"""No two files need each other: every import counts, also those inside functions and those for types alone."""

import ast
import graphlib
from pathlib import Path

import pytest


def modules(root: Path) -> dict[str, Path]:
    """Files of the toolkit by the name under which Python imports them."""
    found = {}
    for file in sorted((root / "toolkit").rglob("*.py")):
        parts = file.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


def needed(name: str, file: Path, known: dict[str, Path]) -> set[str]:
    """Modules of the toolkit that one of them imports, whatever the line stands in."""
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            within = {f"{base}.{alias.name}" for alias in node.names}
            # `from . import chart` needs the chart; the package itself only for names that are no files.
            found |= within & known.keys() or {base}
    return {other for other in found if other in known and other != name}


def circle(root: Path) -> list[str]:
    """The first circle of imports, or nothing."""
    known = modules(root)
    try:
        graphlib.TopologicalSorter({name: needed(name, file, known) for name, file in known.items()}).prepare()
    except graphlib.CycleError as error:
        return error.args[1]
    return []


@pytest.mark.slow
def test_no_two_files_need_each_other(root: Path):
    assert circle(root) == []


@pytest.mark.parametrize(
    "line",
    [
        "from .plan import Plan",
        "from . import plan",
        "from toolkit.model.plan import Plan",
        "def later():\n    from .plan import Plan",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .plan import Plan",
    ],
)
def test_a_circle_is_seen_wherever_its_line_stands(tmp_path: Path, line: str):
    folder = tmp_path / "toolkit" / "model"
    folder.mkdir(parents=True)
    for name, text in {"../__init__": "", "__init__": "", "plan": "from .policy import Policy", "policy": line}.items():
        (folder / f"{name}.py").write_text(text)
    assert set(circle(tmp_path)) == {"toolkit.model.plan", "toolkit.model.policy"}
