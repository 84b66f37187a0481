"""Do the tests know what is meant? `python -m tests.slips [FILE.toml] [words …]` tests copies with an author's slips.

The slips stand in slips.toml, in five kinds, each with the test that should catch it; a fresh draw, in a file of its own. One is
*caught* when that test fails, or another that knows the meaning; *copy only* when nothing but a stored copy differs (an output of a
notebook, a run sheet, a handout), which an author renews without a thought; else it *survived*, and says which test is missing.

Each slip is alone with the test that should catch it. Those that it does not catch go in together, all quick tests
are asked once, and by halves which slip it is that they see: what then fails nowhere has survived.
"""

import collections
import dataclasses
import functools
import re
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.damage import ROOT, Damage, copy, failing, listed, passes

KINDS = ("python", "words", "evidence", "explorer", "pages")
"""Lessons' Python, words, evidence, explorer (its scripts too), sheets and pages."""
ENOUGH, ENOUGH_OF_A_KIND = 0.75, 0.6
"""Shares that have to be caught."""
BY_HAND = (
    *("--deselect", "tests/publish/test_trainers.py::test_what_is_kept_is_what_would_be_written"),
    "--ignore=tests/meaning/test_slips.py",
)
"""A stored copy is no test of meaning, nor is this list, which misses the place of every slip."""
QUICK = (
    ("tests/meaning", "tests/notebooks", "tests/publish", "tests/model"),
    ("tests/lessons", "tests/evidence", "tests/explore", "tests/paper", "tests/play", "tests/launch"),
)
"""All quick tests, in two halves that take about as long."""
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


@functools.cache
def slips(file="slips.toml"):
    """Every Slip of a file under tests, or of one elsewhere, in its order."""
    return listed(file, Slip)


def lesson_of(slip):
    """The number of the lesson in whose files a slip is, as "03"; "" for what is of no one lesson."""
    if slip.file.endswith("sheets.toml"):
        before = (ROOT / slip.file).read_text(encoding="utf-8").partition(slip.before)[0]
        return (re.findall(r"^\[(\d\d)_\w+\]$", before, re.MULTILINE) or [""])[-1]
    found = re.match(r"notebooks/(\d\d)_|toolkit/lessons/(\w+)/", slip.file)
    if not found:
        return ""
    return found[1] or next((path.name[:2] for path in ROOT.glob(f"notebooks/*_{found[2]}.ipynb")), "")


def seen(slip):
    """The first test that fails of those that should catch a slip, or ""."""
    if not slip.caught:
        return ""
    # A net of meaning takes each lesson in turn: the slip's own comes first, which most often is enough.
    own = lesson_of(slip) if slip.caught.startswith("tests/meaning") else ""
    with copy(slip) as folder:
        for options in (*([("-k", own)] if own else []), ()):
            if ids := [id for id in failing(folder, slip.caught, options=("-x", *options)) if ".py" in id]:
                return ids[0]
    return ""


def undamaged(tests):
    """Ids of the tests that fail where nothing has slipped; some that are named may be slow."""
    with copy() as folder:
        return failing(folder, *tests, options=BY_HAND, timeout=1800)


def quick(folder, tests, *options):
    """Ids of the quick tests that fail in a copy; RuntimeError where they come to no end."""
    ids = failing(folder, *tests, options=("-m", "not slow", *BY_HAND, *options), timeout=1800)
    if strange := [id for id in ids if ".py" not in id]:
        raise RuntimeError(f"{', '.join(tests)[:80]} …: {', '.join(strange)}")
    return ids


def elsewhere(rest, pool):
    """{slip: id of a test that sees it} of slips that their own tests did not catch, asked of all quick tests."""
    if not rest:
        return {}
    with copy(*rest) as folder:
        suspects = {id for ids in pool.map(functools.partial(quick, folder), QUICK) for id in ids}
    with copy() as folder:
        sound = set(quick(folder, sorted(suspects))) if suspects else set()
    return dict(blamed(rest, sorted(suspects - sound), sound))


def blamed(some, suspects, sound):
    """(slip, id of a test that sees it) of some slips, by halves; `sound` fail without any slip."""
    if suspects and len(some) == 1:
        say(0, some[0], "caught elsewhere", suspects[0])
        yield some[0], suspects[0]
    elif suspects:
        for half in (some[: len(some) // 2], some[len(some) // 2 :]):
            with copy(*half) as folder:
                ids = [id for id in quick(folder, suspects) if id not in sound]
            yield from blamed(half, ids, sound)


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
    file = next((word for word in words if word.endswith(".toml")), "slips.toml")
    words = [word for word in words if word != file]
    chosen = [slip for slip in slips(file) if not words or any(word in f"{slip.kind} {slip.name}" for word in words)]
    counts, ends = {kind: collections.Counter() for kind in KINDS}, {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        named = sorted({slip.caught for slip in chosen if slip.caught})
        sound = pool.submit(undamaged, named) if named else None
        for slip, test in zip(chosen, pool.map(seen, chosen), strict=True):
            ends[slip] = ("caught", test) if test else ("not by its test", "")
            say(len(ends), slip, *ends[slip])
        if sound and sound.result():
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
