"""Do the tests notice damage? `python -m tests.mutants [words of a name …]` damages copies of toolkit/model and tests them.

The damages stand in mutants.toml. A mutant is killed when a test fails; one that survives says which test is missing.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.damage import Damage, copy, listed, passes

ENOUGH = 0.95
"""Share that has to be killed."""


def mutants():
    """Every Damage, in the order of the file; its files are those of toolkit/model, its tests those of tests/model."""
    return listed("mutants.toml", in_model)


def in_model(file, caught, **rest):
    """A Damage by the names that stand in mutants.toml."""
    return Damage(file=f"toolkit/model/{file}", caught=f"tests/model/test_{caught}.py", **rest)


def survives(mutant):
    """Whether no test of the model notices; without a mutant, whether they pass at all."""
    with copy(*([mutant] if mutant else []), folders=("toolkit", "tests")) as folder:
        if mutant and not passes(folder, mutant.caught):
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
            place = mutant.file.removeprefix("toolkit/model/")
            print(f"{number:3}  {'SURVIVED' if alive else 'killed':8}  {place:14} {mutant.name}", flush=True)
    print(f"{killed} of {len(chosen)} killed, {killed / len(chosen):.0%}")
    sys.exit(killed < ENOUGH * len(chosen))


if __name__ == "__main__":
    main(*sys.argv[1:])
