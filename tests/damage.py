"""One damage to a copy of the project, and whether tests notice: what mutants and slips share."""

import dataclasses
import multiprocessing
import os
import shutil
import sys
import tempfile
import tomllib
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("toolkit", "tests", "notebooks", "publish", "binder", "benchmarks", "settings", "labextension")
"""Folders that a copy has; of files, all that stand beside them."""


@dataclasses.dataclass(frozen=True)
class Damage:
    """In a file (from the project's root) `before` becomes `after`; `caught` is the test that is asked first."""

    name: str
    file: str
    before: str
    after: str
    caught: str

    def text(self, root=ROOT):
        """The file with the damage; ValueError unless the place is found exactly once."""
        whole = (root / self.file).read_text(encoding="utf-8")
        if whole.count(self.before) != 1:
            raise ValueError(f"{self.name}: {self.before!r} stands {whole.count(self.before)} times in {self.file}")
        return whole.replace(self.before, self.after)


def listed(file, kind=Damage, **more):
    """Every damage of a TOML file under tests, in its order."""
    [rows] = tomllib.loads((ROOT / "tests" / file).read_text(encoding="utf-8")).values()
    return [kind(**more, **row) for row in rows]


@contextmanager
def copy(*damages, folders=COPIED):
    """A copy of the project with some damages; the tree itself is never touched."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in folders:
            # What Python has compiled comes along: it goes by each file's time, which a damage renews.
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        for file in ROOT.iterdir():
            if file.is_file() and file.name != ".git":
                shutil.copy(file, folder)
        for damage in damages:
            (folder / damage.file).write_text(damage.text(folder), encoding="utf-8")
        yield folder


def passes(folder, *tests, options=(), timeout=600):
    """Whether tests pass in a copy of the project, slow ones too. A test that cannot be found or runs too long has not passed."""
    return not failing(folder, *tests, options=("-x", *options), timeout=timeout)


def failing(folder, *tests, options=(), timeout=600):
    """Ids of the tests that fail in a copy of the project; where no test could say so, one line in words instead."""
    # Without the notebooks' plugin pytest starts in half the time.
    plain = ["-q", "-o", "addopts=", "-p", "no:nbval", "-p", "no:cacheprovider", "-p", "no:xdist"]
    plain += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # what is ready has been imported before pytest begins
    hear, tell = READY.Pipe(duplex=False)
    process = READY.Process(target=run_there, args=(str(folder), [*plain, *options, *tests], tell))
    process.start()
    tell.close()
    try:
        return hear.recv() if hear.poll(timeout) else [f"no end in {timeout} s"]
    except EOFError:
        return ["an end without a word"]
    finally:
        process.kill()
        process.join()


READY = multiprocessing.get_context("forkserver")
"""Processes that begin with all that tests import and is not ours: else every slip would wait for it anew."""
READY.set_forkserver_preload(
    [
        "pytest",
        "hypothesis",
        "numpy",
        "plotly.graph_objects",
        "nbconvert",
        "ipywidgets",
        "anywidget",
        "playwright.sync_api",
        "jsonschema",
        "bs4",
    ]
)
OURS = {"toolkit", "tests", "publish", "benchmarks"}


class Failed:
    """A plugin of pytest that keeps the ids of what fails, a file that cannot be collected too."""

    def __init__(self):
        self.ids = []

    def pytest_collectreport(self, report):
        """Keep a file that fails before any of its tests."""
        self.pytest_runtest_logreport(report)

    def pytest_runtest_logreport(self, report):
        """Keep a test that fails."""
        if report.failed and report.nodeid not in self.ids:
            self.ids.append(report.nodeid)


def run_there(folder, arguments, tell):
    """Run pytest in a folder, with what is ours from there and from nowhere else; sends the ids of what fails."""
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        del sys.modules[name]
    sys.path[:] = [folder, *(path for path in sys.path if path and Path(path) != ROOT)]
    sys.dont_write_bytecode = True
    os.chdir(folder)
    os.environ |= {"PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"}
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    import pytest

    failed = Failed()
    code = int(pytest.main(arguments, plugins=[failed]))
    tell.send(failed.ids or ([f"pytest ended with {code}"] if code else []))
