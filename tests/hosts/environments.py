"""Environments of their own for the places where learners may be, in build/hosts, kept from run to run.

`python -m tests.hosts.environments lowest colab` runs the fast tests in those.
"""

import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from uv import find_uv_bin

ROOT = Path(__file__).parents[2]
HOSTS = ROOT / "build" / "hosts"
OLDEST = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"].lstrip(">=")
LOCK = ROOT / "requirements.txt"

# Kept files hold numbers as the newest numpy rounds them.
REPOSITORY = ("--deselect=tests/publish/test_trainers.py::test_what_is_kept_is_what_would_be_written",)
# What Colab has beside our own package, and a classic notebook to see it in. Its pages are not Colab's.
COLAB = ["ipywidgets==7.7.1", "ipykernel==6.17.1", "notebook==6.5.7", "setuptools<81"]
# What repo2docker's image holds that learners meet; conda's names for it are the index's.
IN_BINDERS_IMAGE = (
    "ipykernel",
    "ipython",
    "ipywidgets",
    "jupyter_server",
    "jupyterlab",
    "jupyterlab_server",
    "notebook",
)


def binder() -> list[str]:
    """Binder's own packages, as repo2docker pins them for our Python, with the few that binder/requirements.txt adds."""
    python = (ROOT / "binder" / "runtime.txt").read_text(encoding="utf-8").strip().removeprefix("python-")
    folder = distribution("jupyter-repo2docker").locate_file("repo2docker/buildpacks/conda")
    lines = (Path(folder) / f"environment.py-{python}-linux-64.lock").read_text(encoding="utf-8").splitlines()
    packages = dict(line.rpartition("/")[2].rsplit("-", 2)[:2] for line in lines if ".conda#" in line)
    return [f"{name}=={packages[name]}" for name in IN_BINDERS_IMAGE]


def environment(host: str) -> Path:
    """The folder of an environment for a host, made now or earlier. Each has the toolkit as it is in the tree."""
    folder = HOSTS / host
    if not (folder / "pyvenv.cfg").exists():
        uv("venv", "--quiet", "--python", sys.executable, folder)
    if host == "lowest":
        oldest = HOSTS / "lowest.txt"
        lowest = ["--resolution", "lowest-direct", "--python-version", OLDEST, "--extra", "lab", "--extra", "app"]
        uv("pip", "compile", "--quiet", *lowest, ROOT / "pyproject.toml", "-o", oldest)
        install(folder, "-c", oldest, "-e", f"{ROOT}[lab,app,publish,test]")
    elif host == "colab":
        install(folder, "-e", f"{ROOT}[publish,test]", *COLAB)
    elif host == "binder":
        install(folder, *binder())
        install(folder, "-r", ROOT / "binder" / "requirements.txt")
        install(folder, "--no-deps", "-e", ROOT)
    elif host == "notebook7":
        install(folder, "-c", LOCK, "notebook>=7,<8", "-e", f"{ROOT}[lab]")
    else:
        raise ValueError(f"host is {host!r}; it must be lowest, colab, binder or notebook7")
    return folder


def install(folder: Path, *what: str | Path) -> None:
    uv("pip", "install", "--quiet", "--python", folder, *what)


def uv(*arguments: str | Path) -> None:
    subprocess.run([find_uv_bin(), *arguments], cwd=ROOT, check=True)


def run_fast_tests(host: str) -> int:
    """Run what needs no browser, notebook or network, and is not about the repository and its lock."""
    python = environment(host) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    selection = ["-o", "addopts=-ra", "-p", "no:nbval", "-m", "not slow", "-n", "2", "--dist", "loadscope"]
    if host == "colab":
        # ipywidgets 7 asks traitlets for what has got another name since, and has no wire to a page of paper
        selection += ["-W", "ignore::DeprecationWarning", "--ignore=tests/paper"]
    return subprocess.run(
        [python, "-m", "pytest", *selection, "tests", "--ignore=tests/launch", "--ignore=tests/browser", *REPOSITORY],
        cwd=ROOT,
    ).returncode


if __name__ == "__main__":
    sys.exit(max(map(run_fast_tests, sys.argv[1:])))
