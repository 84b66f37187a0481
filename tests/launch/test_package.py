"""The wheel: what `pip install .` brings."""

import json
import re
import subprocess
import sys
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

import pytest
import yaml

import toolkit


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (file,) = folder.glob("*.whl")
    return zipfile.ZipFile(file)


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return HeaderParser().parsestr(wheel.read(name).decode())


def test_it_holds_the_whole_package_data_included(root: Path, files: list[Path], wheel: zipfile.ZipFile):
    ours = {str(file.relative_to(root)) for file in files if file.is_relative_to(root / "toolkit")}
    assert {name for name in wheel.namelist() if name.startswith("toolkit/")} == ours


def test_it_holds_nothing_else_but_jupyters_settings(project: dict, wheel: zipfile.ZipFile):
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"].values()
    rest = [name for name in wheel.namelist() if not name.startswith("toolkit/") and ".dist-info/" not in name]
    assert sorted(name.partition(".data/data/")[2] for name in rest) == sorted(shared)


def test_it_says_who_it_is_and_under_which_licences(project: dict, metadata: Message):
    assert metadata["Name"] == "medication-psychotherapy-toolkit"
    assert metadata["Version"] == project["project"]["version"]
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "BSD-3-Clause AND CC-BY-4.0"
    assert metadata.get_all("License-File") == ["LICENSE", "LICENSE-text"]


def test_the_citation_agrees_with_the_licences(root: Path, metadata: Message):
    citation = yaml.safe_load((root / "CITATION.cff").read_text())
    assert {"cff-version", "title", "message", "authors"} <= set(citation)
    assert " AND ".join(citation["license"]) == metadata["License-Expression"]


def test_one_version_stands_in_every_place(root: Path, project: dict):
    citation = yaml.safe_load((root / "CITATION.cff").read_text())
    released = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d$", (root / "CHANGELOG.md").read_text(), re.MULTILINE
    )
    places = {
        "pyproject.toml": project["project"]["version"],
        "toolkit.__version__": toolkit.__version__,
        "CITATION.cff": citation["version"],
        "CHANGELOG.md, the newest": released[0],
        "labextension/package.json": json.loads((root / "labextension" / "package.json").read_text())["version"],
    }
    assert len(set(places.values())) == 1, places
    assert released == sorted(released, key=lambda number: [int(part) for part in number.split(".")], reverse=True)
