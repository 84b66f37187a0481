"""The scoreboard in plain text: `python -m toolkit.evidence.scoreboard`."""

import sys
from collections.abc import Iterator, Sequence

from .figures import silent
from .findings import Interval, finding
from .score import Score, scores

VERDICT = {True: "inside", False: "OUTSIDE", None: "not judged"}


def table(some: Sequence[Score]) -> Iterator[str]:
    """Lines of text: one for each Score, then the totals, figures used for fitting apart."""
    yield f"{'published figure':78}{'published':>24}{'the toy':>24}  verdict"
    for one in some:
        figure = one.figure
        ours = with_interval(one.predicted, None if one.low is None or one.high is None else (one.low, one.high))
        fitted = f", fitted: {figure.fits}" if figure.fits else ""
        theirs = with_interval(figure.published, figure.ci)
        yield f"{figure.label[:77]:78}{theirs:>24}{ours:>24}  {VERDICT[one.inside]}{fitted}"
    for name, used in (("used for fitting", True), ("not used for fitting", False)):
        group = [one for one in some if bool(one.figure.fits) == used]
        counts = ", ".join(
            f"{sum(one.inside is verdict for one in group)} {word.lower()}" for verdict, word in VERDICT.items()
        )
        yield f"{len(group)} figures of {len({one.figure.id for one in group})} findings {name}: {counts}"


def with_interval(value: float, ends: Interval | None) -> str:
    """A number with its interval, as text."""
    return f"{value:.2f}" + (f" ({ends[0]:.2f} to {ends[1]:.2f})" if ends else "")


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Run every trial, then print the table, what limps, and what the toy is silent on."""
    some = scores(tell=say)
    for line in ("", *table(some), "", "What limps"):
        say(line)
    for id, caveat in dict.fromkeys((one.figure.id, one.figure.caveat) for one in some if one.figure.caveat):
        say(f"  {finding(id).short}: {caveat}")
    say("\nFindings with numbers that the toy cannot speak to")
    for id, why in silent().items():
        say(f"  {id}: {why}")


if __name__ == "__main__":
    main()
