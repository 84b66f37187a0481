"""Do the tests know what is meant? `python -m tests.slips [words of a name or kind …]` tests copies with an author's slips.

The slips stand in slips.toml, in five kinds, each with the test that should catch it. One is *caught* when that test fails, or
another that knows the meaning; *copy only* when nothing but a stored copy differs (an output of a notebook, a run sheet, a
handout), which an author renews without a thought; else it *survived*, and says which test is missing.
"""

import collections
import dataclasses
import functools
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.damage import Damage, copy, listed, passes

KINDS = ("python", "words", "evidence", "explorer", "pages")
"""Lessons' Python, words, evidence, explorer (its scripts too), sheets and pages."""
ENOUGH, ENOUGH_OF_A_KIND = 0.75, 0.6
"""Shares that have to be caught."""
BY_HAND = ("--deselect", "tests/publish/test_trainers.py::test_what_is_kept_is_what_would_be_written")
"""A stored copy is no test of meaning."""
MEANING = (
    "tests/meaning",
    "tests/lessons",
    "tests/evidence",
    "tests/explore",
    "tests/paper",
    "tests/play",
    "tests/publish",
    "tests/notebooks",
)
KEPT = (
    "tests/publish/test_trainers.py::test_what_is_kept_is_what_would_be_written",
    "tests/notebooks/test_notebooks.py",
)
"""Tests that hold a stored copy against what would be written now; of the notebooks' outputs, nbval does."""


@dataclasses.dataclass(frozen=True)
class Slip(Damage):
    """A slip, of one of KINDS. `caught` is the id of a test; empty where none is known that should see it."""

    kind: str

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"{self.name}: kind = {self.kind!r}: must be one of {', '.join(KINDS)}")


def slips():
    """Every Slip, in the order of the file."""
    return listed("slips.toml", Slip)


def fate(slip):
    """What becomes of a slip: "caught", "caught elsewhere", "copy only" or "survived"."""
    with copy(slip) as folder:
        if slip.caught and not passes(folder, slip.caught, options=()):
            return "caught"
        if sound_elsewhere() and not passes(folder, *MEANING, options=("-m", "not slow", *BY_HAND), timeout=1800):
            return "caught elsewhere"

        if not passes(folder, *KEPT) or not outputs_hold(folder, slip):
            return "copy only"
    return "survived"


@functools.cache
def sound_elsewhere():
    """Whether all that knows the meaning passes where nothing has slipped: else its failing says nothing."""
    with copy() as folder:
        return passes(folder, *MEANING, options=("-m", "not slow", *BY_HAND), timeout=1800)


def undamaged(asked):
    """Whether the tests that are asked pass where nothing has slipped."""
    with copy() as folder:
        return passes(folder, *asked, options=(), timeout=1200)


def outputs_hold(folder, slip):
    """Whether the notebooks come out as they are kept."""
    if slip.file.endswith((".js", ".css", ".json")):
        return True
    options = ("--nbval", "--nbval-current-env", "-p", "nbval", "-m", "slow")
    return passes(folder, "notebooks", options=options, timeout=1200)


def main(*words):
    """Run every slip whose name or kind holds one of the words, or all; exit with 1 if too few are caught."""
    chosen = [slip for slip in slips() if not words or any(word in f"{slip.kind} {slip.name}" for word in words)]
    counts = {kind: collections.Counter() for kind in KINDS}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sound = pool.submit(undamaged, sorted({slip.caught for slip in chosen if slip.caught}))
        for number, (slip, end) in enumerate(zip(chosen, pool.map(fate, chosen), strict=True), start=1):
            counts[slip.kind][end.split()[0]] += 1
            print(
                f"{number:3}  {end.upper() if end in ('survived', 'copy only') else end:16}  {slip.kind:8}  {slip.name}",
                flush=True,
            )
    if not sound.result():
        sys.exit("A test that should catch something fails without any slip: nothing can be learnt.")
    enough = [told(kind, found, ENOUGH_OF_A_KIND) for kind, found in counts.items() if found]
    whole = sum(counts.values(), collections.Counter())
    sys.exit(not (told("all", whole, ENOUGH) and all(enough)))


def told(name, found, enough):
    """Print what became of some slips; returns whether enough of them were caught."""
    share = found["caught"] / found.total()
    print(
        f"{name:8}  caught {found['caught']} of {found.total()}, {share:.0%}; "
        f"copy only {found['copy']}, survived {found['survived']}"
    )
    return share >= enough


if __name__ == "__main__":
    main(*sys.argv[1:])
