"""What Binder would build, read from repo2docker's own Dockerfile; and postBuild, run for real."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from uv import find_uv_bin

from tests.hosts import environments

# root may not be the user of an image, so it is told who is
DRY = ("--no-build", "--debug", "--user-id=1000", "--user-name=learner")
PUT_THERE = (
    "etc/jupyter/jupyter_lab_config.json",
    "etc/jupyter/labconfig/page_config.d/medication-psychotherapy-toolkit.json",
    "share/jupyter/lab/settings/overrides.d/medication-psychotherapy-toolkit.json",
    "share/jupyter/labextensions/medication-psychotherapy-toolkit/package.json",
)


@pytest.fixture(scope="module")
def dockerfile(root: Path, files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The Dockerfile for what git has, not for whatever else lies about here."""
    copy = tmp_path_factory.mktemp("binder") / "repository"
    for file in files:
        target = copy / file.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    command = [
        sys.executable,
        "-m",
        "repo2docker",
        "--no-build",
        "--debug",
        "--user-id=1000",
        "--user-name=jovyan",
        ".",
    ]
    answer = subprocess.run(command, cwd=copy, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.splitlines()


def test_binder_takes_python_3_12(root: Path, dockerfile: list[str]):
    assert (root / "binder" / "runtime.txt").read_text() == "python-3.12\n"
    (environment,) = (line for line in dockerfile if "/tmp/env/environment.lock" in line and line.startswith("COPY"))  # noqa: S108
    assert "environment-2epy-2d3-2e12-2d" in environment  # environment.py-3.12-


def test_binder_installs_the_lock_and_runs_post_build_and_reads_nothing_else_of_ours(dockerfile: list[str]):
    ours = [line for line in dockerfile if "binder/" in line or "src/" in line]
    assert ours == [
        "COPY --chown=1000:1000 src/binder/requirements.txt ${REPO_DIR}/binder/requirements.txt",
        'RUN ${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir -r "binder/requirements.txt"',
        "COPY --chown=1000:1000 src/ ${REPO_DIR}/",
        "RUN chmod +x binder/postBuild",
        "RUN ./binder/postBuild",
    ]


def test_the_lock_does_not_name_the_package_itself(root: Path):
    # so that a commit which changes only notebooks reuses the layer with everything installed
    assert "-e ." not in (root / "binder" / "requirements.txt").read_text()


def test_the_badge_opens_the_front_door(root: Path):
    readme = (root / "README.md").read_text()
    assert re.search(r"^\[!\[[^]]+\]\([^)]+/badge_logo.svg\)\]\[binder\]$", readme, re.MULTILINE)
    (link,) = re.findall(r"^\[binder\]: (\S+)$", readme, re.MULTILINE)
    (opened,) = parse_qs(urlsplit(link).query)["urlpath"]
    assert (root / opened.removeprefix("lab/tree/")).name == "index.ipynb"
    assert (root / opened.removeprefix("lab/tree/")).is_file()


def test_post_build_adds_the_package_as_it_lies_there_and_nothing_it_needs_and_says_when_that_fails(
    root: Path, tmp_path: Path
):
    """With a program in Python's place that tells what it was asked. By hand it failed on: what is needed fetched again."""
    python = tmp_path / "python"
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    for answer in (0, 3):
        python.write_text(f'#!/bin/sh\necho "$@"\nexit {answer}\n')
        python.chmod(0o755)
        done = subprocess.run([root / "binder" / "postBuild"], cwd=root, env=env, capture_output=True, text=True)
        assert done.returncode == answer
        module, act, *options = done.stdout.removeprefix("-m ").split()
        assert (module, act, options[-2:]) == ("pip", "install", ["-e", "."])
        assert "--no-deps" in options


def run(*command: str | Path, **options: object) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


@pytest.mark.slow
def test_on_what_the_image_holds_little_is_added_and_the_front_door_runs(root: Path, tmp_path: Path):
    """The image's own packages, in its versions; the few that we add; postBuild, run for real."""
    prefix = tmp_path / "prefix"
    python = prefix / "bin" / "python"
    pip = (find_uv_bin(), "pip", "install", "--quiet", "--python", python)
    run(find_uv_bin(), "venv", "--quiet", "--seed", "--python", sys.executable, prefix)
    run(*pip, *environments.binder())
    before = installed(python)
    run(*pip, "-r", root / "binder" / "requirements.txt")
    assert len(installed(python) - before) <= 10, "that much more to be fetched by everybody who waits for Binder"
    run(root / "binder" / "postBuild", cwd=root, env={**os.environ, "PATH": f"{prefix / 'bin'}:{os.environ['PATH']}"})
    assert run(python, "-c", "import toolkit; print(toolkit.__file__)", cwd=tmp_path).startswith(str(root))
    for file in PUT_THERE:
        assert (prefix / file).is_file()
    assert not run(find_uv_bin(), "pip", "check", "--quiet", "--python", python), (
        "the image's versions are out of our bounds"
    )
    run(prefix / "bin" / "jupyter", "execute", root / "notebooks" / "index.ipynb")  # changes no file


def installed(python: Path) -> set[str]:
    return set(run(find_uv_bin(), "pip", "freeze", "--python", python).splitlines())
