"""Do the tests notice damage? `python -m tests.mutants [words of a name …]` damages copies of toolkit/model and tests them.

The damages stand in mutants.toml. A mutant is killed when a test fails; one that survives says which test is missing.
"""

import dataclasses
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
ENOUGH = 0.9
"""Share that has to be killed."""


@dataclasses.dataclass(frozen=True)
class Mutant:
    """One damage: in a file of toolkit/model `before` becomes `after`; `caught` is the test file that is asked first."""

    name: str
    file: str
    before: str
    after: str
    caught: str

    def text(self):
        """The file with the damage; ValueError unless the place is found exactly once."""
        whole = (ROOT / "toolkit" / "model" / self.file).read_text()
        if whole.count(self.before) != 1:
            raise ValueError(f"{self.name}: {self.before!r} stands {whole.count(self.before)} times in {self.file}")
        return whole.replace(self.before, self.after)


def mutants():
    """Every Mutant, in the order of the file."""
    return [Mutant(**values) for values in tomllib.loads((ROOT / "tests/mutants.toml").read_text())["mutants"]]


def passes(folder, *tests):
    """Whether tests pass in a copy of the project."""
    # Without the notebooks' plugin pytest starts in half the time.
    options = ["-x", "-q", "-m", "not slow", "-o", "addopts=", "-p", "no:nbval", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, *tests]
    setting = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.run(command, cwd=folder, env=setting, capture_output=True, timeout=600).returncode == 0


def survives(mutant):
    """Whether no test of the model notices; without a mutant, whether they pass at all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("toolkit", "tests"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        if mutant:
            (folder / "toolkit" / "model" / mutant.file).write_text(mutant.text())
            if not passes(folder, f"tests/model/test_{mutant.caught}.py"):
                return False
        return passes(folder, "tests/model", "--ignore=tests/model/test_mutants.py")


def main(*words):
    """Run every mutant whose name holds one of the words, or all; exit with 1 if too few are killed."""
    chosen = [mutant for mutant in mutants() if not words or any(word in mutant.name for word in words)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        if not next(pool.map(survives, [None])):
            sys.exit("The tests fail without any damage: nothing can be learnt.")
        killed = 0
        for number, (mutant, alive) in enumerate(zip(chosen, pool.map(survives, chosen), strict=True), start=1):
            killed += not alive
            print(f"{number:3}  {'SURVIVED' if alive else 'killed':8}  {mutant.file:14} {mutant.name}", flush=True)
    print(f"{killed} of {len(chosen)} killed, {killed / len(chosen):.0%}")
    sys.exit(killed < ENOUGH * len(chosen))


if __name__ == "__main__":
    main(*sys.argv[1:])
