"""The scoreboard in plain text: `python -m toolkit.evidence.scoreboard`, or only some findings: `… scoreboard keller2000`."""

import math
import statistics
import sys
from collections.abc import Iterator, Sequence

from .figures import unscored
from .findings import Interval, finding
from .score import Score, scores

MISSED = 0.05
"""Share of figures that fall outside a 95 % interval of a model that is right."""
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
        if not group:
            continue
        counts = ", ".join(
            f"{sum(one.inside is verdict for one in group)} {word.lower()}" for verdict, word in VERDICT.items()
        )
        judged = sum(one.inside is not None for one in group)
        chance = "" if used or not judged else f"; by chance alone {by_chance(judged)} would be outside"
        yield f"{len(group)} figures of {len({one.figure.id for one in group})} findings {name}: {counts}{chance}"


def by_chance(judged: int) -> str:
    """How many of so many figures a model that is right would miss: one in twenty, and the 95 % range of that, in words."""
    sure = statistics.NormalDist(judged * MISSED, math.sqrt(judged * MISSED * (1 - MISSED)))
    return f"about {sure.mean:.0f} ({max(0, sure.inv_cdf(0.025)):.0f} to {sure.inv_cdf(0.975):.0f})"


def with_interval(value: float, ends: Interval | None) -> str:
    """A number with its interval, as text."""
    return f"{value:.2f}" + (f" ({ends[0]:.2f} to {ends[1]:.2f})" if ends else "")


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def misses(some: Sequence[Score]) -> Iterator[str]:
    """Lines of text: each reason why figures are outside, with those figures; reasons by how many they are."""
    found: dict[str, list[str]] = {}
    for one in some:
        if one.inside is False:
            found.setdefault(one.figure.outside or "no reason known", []).append(one.figure.label)
    for why, labels in sorted(found.items(), key=lambda pair: -len(pair[1])):
        yield f"  {len(labels):2} {why}: {'; '.join(labels)}"


def main(only: Sequence[str] = ()) -> None:
    """Run every trial, then print the table, what stays outside and why, what limps, and what the toy is unscored on.

    Args:
        only: ids of findings, if not all are wanted.

    Raises:
        ValueError: if a finding is wanted that is not scored.
    """
    some = scores(only=only or None, tell=say)
    for line in ("", *table(some), "", "What stays outside, and why", *misses(some), "", "What limps"):
        say(line)
    for id, caveat in dict.fromkeys((one.figure.id, one.figure.caveat) for one in some if one.figure.caveat):
        say(f"  {finding(id).short}: {caveat}")
    say("\nFindings with numbers that the toy cannot speak to")
    for id, why in unscored().items():
        say(f"  {id}: {why}")


if __name__ == "__main__":
    main(sys.argv[1:])
