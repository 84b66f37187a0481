"""The lock as the package index sees it: installable elsewhere without a compiler. Part of `make lowest`."""

import subprocess
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from uv import find_uv_bin

# A learner's machine has no compiler, so each of these must find a ready-made wheel for every pin. Each takes some ten
# seconds of asking, so not every platform with every Python: the oldest we take, Binder's, and the newest.
PLATFORMS = (
    ("x86_64-unknown-linux-gnu", "3.12"),
    ("aarch64-unknown-linux-gnu", "3.14"),
    ("x86_64-apple-darwin", "3.11"),
    ("aarch64-apple-darwin", "3.14"),
    ("x86_64-pc-windows-msvc", "3.11"),
    ("x86_64-pc-windows-msvc", "3.14"),
)


@pytest.fixture(scope="module")
def root() -> Path:
    return Path(__file__).parents[2]


def resolve(root: Path, out: Path, platform: str, python: str) -> subprocess.CompletedProcess:
    where = ["--python-platform", platform, "--python-version", python]
    lock = root / "requirements.txt"
    command = [find_uv_bin(), "pip", "compile", "--quiet", "--only-binary", ":all:", *where, lock, "-o", out]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


@pytest.fixture(scope="module")
def resolutions(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Future]:
    """All of them side by side, since each spends its time waiting for the index."""
    folder = tmp_path_factory.mktemp("resolved")
    with ThreadPoolExecutor(len(PLATFORMS)) as pool:
        return {where: pool.submit(resolve, root, folder / "-".join(where), *where) for where in PLATFORMS}


@pytest.mark.parametrize("where", PLATFORMS, ids=" ".join)
def test_wheels_exist_for(where: tuple[str, str], resolutions: dict[tuple[str, str], Future]):
    answer = resolutions[where].result()
    assert answer.returncode == 0, answer.stderr
