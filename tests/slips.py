"""Do the tests know what is meant? `python -m tests.slips [words of a name or kind …]` tests copies with an author's slips.

The slips stand in slips.toml, in five kinds, each with the test that should catch it. One is *caught* when that test fails, or
another that knows the meaning; *copy only* when nothing but a stored copy differs (an output of a notebook, a run sheet, a
handout), which an author renews without a thought; else it *survived*, and says which test is missing.

Each slip is alone with the test that should catch it. Those that it does not catch go in together, all tests that know the meaning
are asked once, and each slip alone is asked what then failed: what together fails nowhere has survived.
"""

import collections
import dataclasses
import functools
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.damage import ROOT, Damage, copy, failing, listed, passes

KINDS = ("python", "words", "evidence", "explorer", "pages")
"""Lessons' Python, words, evidence, explorer (its scripts too), sheets and pages."""
ENOUGH, ENOUGH_OF_A_KIND = 0.75, 0.6
"""Shares that have to be caught."""
BY_HAND = ("--deselect", "tests/publish/test_trainers.py::test_what_is_kept_is_what_would_be_written")
"""A stored copy is no test of meaning."""
MEANING = (
    ("tests/meaning", "tests/notebooks", "tests/publish"),
    ("tests/lessons", "tests/evidence", "tests/explore", "tests/paper", "tests/play"),
)
"""Tests that know the meaning, in two halves that take about as long."""
KEPT = ("tests/publish/test_trainers.py::test_what_is_kept_is_what_would_be_written",)
"""Tests that hold a stored copy against what would be written now; of the notebooks' outputs, nbval does."""
AT_ONCE = 2
"""Processes."""


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


def seen(slip):
    """The first test that fails of those that should catch a slip, or ""."""
    if not slip.caught:
        return ""
    with copy(slip) as folder:
        return next(iter(failing(folder, slip.caught, options=("-x",))), "")


def undamaged(tests):
    """Ids of the tests that fail where nothing has slipped."""
    with copy() as folder:
        return failing(folder, *tests, options=("-m", "not slow", *BY_HAND), timeout=1800)


def elsewhere(rest, pool):
    """{slip: id of a test that sees it} of slips that their own tests did not catch, asked of all that knows the meaning."""
    if not rest:
        return {}
    sound, found, left = {test for ids in pool.map(undamaged, MEANING) for test in ids}, {}, list(rest)
    while left:
        with copy(*left) as folder:
            suspects = {test for ids in pool.map(functools.partial(all_of, folder), MEANING) for test in ids} - sound
        tests = sorted(suspects)
        ends = pool.map(functools.partial(alone, tests=tests, sound=sound), left) if tests else [""] * len(left)
        new = {slip: test for slip, test in zip(left, ends, strict=True) if test}
        found |= new
        # One that is found can hide another, in a file that cannot be read: those that are left go in without it.
        left = [slip for slip in left if slip not in new] if new else []
    return found


def all_of(folder, tests):
    """Ids of some tests that fail in a copy."""
    return failing(folder, *tests, options=("-m", "not slow", *BY_HAND), timeout=1800)


def alone(slip, tests, sound):
    """The first of some tests that fails with one slip, or ""; those of `sound` fail without."""
    with copy(slip) as folder:
        return next(
            (test for test in failing(folder, *tests, options=("-m", "not slow", *BY_HAND)) if test not in sound), ""
        )


def copied(slip):
    """Whether a stored copy differs: a sheet, or the outputs of its lesson's notebook (of lesson 01's, for what all share)."""
    with copy(slip) as folder:
        if not passes(folder, *KEPT):
            return True
        lesson = slip.file.removeprefix("toolkit/lessons/").partition("/")[0]
        notebooks = [*ROOT.glob(f"notebooks/*_{lesson}.ipynb")] or [*ROOT.glob("notebooks/01_*.ipynb")]
        if not slip.file.startswith("toolkit/") or slip.file.endswith((".js", ".css")):
            return False
        options = ("--nbval", "--nbval-current-env", "-p", "nbval")
        return not passes(folder, *(str(path.relative_to(ROOT)) for path in notebooks), options=options)


def main(*words):
    """Run every slip whose name or kind holds one of the words, or all; exit with 1 if too few are caught."""
    chosen = [slip for slip in slips() if not words or any(word in f"{slip.kind} {slip.name}" for word in words)]
    counts, ends = {kind: collections.Counter() for kind in KINDS}, {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        sound = pool.submit(undamaged, sorted({slip.caught for slip in chosen if slip.caught}))
        for slip, test in zip(chosen, pool.map(seen, chosen), strict=True):
            ends[slip] = ("caught", test) if test else ("not by its test", "")
            say(len(ends), slip, *ends[slip])
        if sound.result():
            sys.exit(f"These fail without any slip, so that nothing can be learnt of them: {', '.join(sound.result())}")
        rest = [slip for slip in chosen if not ends[slip][1]]
        ends |= {slip: ("caught elsewhere", test) for slip, test in elsewhere(rest, pool).items()}
        rest = [slip for slip in chosen if not ends[slip][1]]
        for slip, kept in zip(rest, pool.map(copied, rest), strict=True):
            ends[slip] = ("COPY ONLY" if kept else "SURVIVED", "")
    print()
    for number, (slip, end) in enumerate(ends.items(), start=1):
        counts[slip.kind][end[0].split()[0].lower()] += 1
        if end[0] != "caught":
            say(number, slip, *end)
    enough = [told(kind, found, ENOUGH_OF_A_KIND) for kind, found in counts.items() if found]
    whole = sum(counts.values(), collections.Counter())
    sys.exit(not (told("all", whole, ENOUGH) and all(enough)))


def say(number, slip, end, test):
    """Print what became of one slip, and the test that saw it."""
    print(f"{number:3}  {end:16}  {slip.kind:8}  {slip.name}{f'  ({test})' if test else ''}", flush=True)


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
