"""One lock: exact, without addresses, within pyproject's bounds, and installed here; tests/hosts/wheels.py asks the index."""

import re
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def test_every_pin_is_exact(pins: list[Requirement]):
    assert pins
    for pin in pins:
        assert pin.url is None
        assert re.fullmatch(r"==[\w.+!]+", str(pin.specifier)), f"{pin} is not one version"


def test_the_lock_names_no_address(root: Path):
    text = (root / "requirements.txt").read_text()
    assert not re.search(r"://|@|^\s*-[^c\s]|--|\bfile:|\w\.(org|com|io|net)\b", text, re.MULTILINE)


def test_every_runtime_requirement_is_pinned_within_its_bounds(project: dict, pins: list[Requirement]):
    asked = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["lab"]]
    for requirement in map(Requirement, asked):
        name = canonicalize_name(requirement.name)
        versions = [next(iter(pin.specifier)).version for pin in pins if canonicalize_name(pin.name) == name]
        assert versions, f"{name} is not in the lock: run `make lock`"
        assert all(map(requirement.specifier.contains, versions)), f"{name}: {versions} not in {requirement.specifier}"


def test_binder_adds_what_we_ask_for_in_the_locks_versions_and_leaves_its_images_own_alone(
    root: Path, project: dict, pins
):
    lines = (root / "binder" / "requirements.txt").read_text().splitlines()
    asked = {canonicalize_name(Requirement(line).name) for line in project["project"]["dependencies"]}
    assert set(map(Requirement, lines)) == {pin for pin in pins if canonicalize_name(pin.name) in asked}


def test_what_is_installed_here_is_what_is_pinned(pins: list[Requirement]):
    for pin in pins:
        if pin.marker is None or pin.marker.evaluate():
            assert pin.specifier.contains(version(pin.name)), f"{pin}, but {version(pin.name)} is installed"


@pytest.mark.slow
def test_make_lock_would_change_nothing(root: Path, tmp_path: Path):
    locks = [root / "requirements.txt", root / "binder" / "requirements.txt"]
    copies = [shutil.copy(lock, tmp_path / lock.parent.name) for lock in locks]
    command = ["make", "lock", f"LOCK={copies[0]}", f"BINDER={copies[1]}"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    for lock, copy in zip(locks, copies, strict=True):
        assert copy.read_text() == lock.read_text(), f"{lock} is older than pyproject.toml: run `make lock`"
