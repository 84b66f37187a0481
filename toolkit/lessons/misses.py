"""What the model gets wrong: the scoreboard as it was last run (scored.toml, which a test runs anew), in plain words."""

import functools
import pathlib
import tomllib

from IPython.display import Markdown

from toolkit.evidence import figures
from toolkit.evidence.findings import read
from toolkit.evidence.scoreboard import by_chance
from toolkit.lessons.index import table
from toolkit.lessons.words import read_words


def said():
    """The file of words as it stands."""
    return read_words(pathlib.Path(__file__).with_suffix(".toml"))


@functools.cache
def board():
    """[(Figure, its row: published, model, verdict)] of every figure that is held beside the model."""
    rows = tomllib.loads(read("scored.toml"))
    return [(figure, rows[figure.label]) for figure in figures()]


def count():
    """The whole score in words: how many were fitted, are inside, outside, not judged, and how many chance alone would miss."""
    fitted = sum(bool(figure.fits) for figure, _ in board())
    verdicts = [row["verdict"] for figure, row in board() if not figure.fits]
    inside, outside, unjudged = (verdicts.count(name) for name in ("inside", "outside", "not judged"))
    words = said()["count"].format(
        figures=len(board()),
        studies=len({figure.id for figure, _ in board()}),
        fitted=fitted,
        rest=len(verdicts),
        inside=inside,
        outside=outside,
        open=unjudged,
        chance=by_chance(inside + outside),
    )
    return Markdown(words)


def missed(kind):
    """The misses of one kind of `said()["kinds"]`, [(Figure, row)]."""
    return [(figure, row) for figure, row in board() if row["verdict"] == "outside" and figure.outside in kind["why"]]


def kinds():
    """The kinds of misses: what is wrong, how many figures, one of them with both numbers."""
    rows = [(f"**{kind['name']}**", kind["says"], len(missed(kind)), example(kind)) for kind in said()["kinds"]]
    return table(["what is wrong", "in plain words", "misses", "for example"], rows)


def example(kind):
    """The named miss of a kind in words, with the published number and the model's."""
    [(figure, row)] = [one for one in missed(kind) if one[0].label == kind["example"]]
    published, model = (in_words(row[name], kind.get("per")) for name in ("published", "model"))
    return kind["shown"].format(published=published, model=model, study=figure.label.split(":")[0])


def in_words(value, per=None):
    """A number as it stands, or a share as people of so many."""
    return f"{per * value:.0f} of {per:,}" if per else f"{value:.2f}".replace("-", "−")


def every_miss():
    """All misses, folded, each with the published number, the model's and why."""
    rows = [
        (figure.label, in_words(row["published"]), in_words(row["model"]), figure.outside)
        for figure, row in board()
        if row["verdict"] == "outside"
    ]
    listed = table(["published figure", "published", "the model", "why"], rows).data
    return Markdown(f"<details><summary>{said()['all'].format(misses=len(rows))}</summary>\n\n{listed}\n\n</details>")
