"""environment.yml: read by conda's own grammar, and no second list of versions."""

from pathlib import Path

import pytest
import yaml
from rattler import MatchSpec


@pytest.fixture(scope="module")
def environment(root: Path) -> dict:
    return yaml.safe_load((root / "environment.yml").read_text())


def test_conda_understands_every_line(environment: dict):
    specs = [MatchSpec(line, strict=True) for line in environment["dependencies"][:-1]]
    assert [str(spec).split()[0] for spec in specs] == ["python", "pip"]


def test_pip_takes_the_lock_and_the_package(environment: dict):
    assert environment["dependencies"][-1] == {"pip": ["-r requirements.txt", "-e .[lab]"]}


def test_it_is_named_as_the_package(environment: dict, project: dict):
    assert environment["name"] == project["project"]["name"]


def test_its_pythons_are_the_packages(environment: dict, project: dict):
    python = next(line for line in environment["dependencies"] if str(line).startswith("python "))
    assert project["project"]["requires-python"] in python
