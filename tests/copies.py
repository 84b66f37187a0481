"""Renew what is stored, and show what changed in words: `python -m tests.copies [notebook or sheet …]` (make copies).

Stored copies are the outputs and still pictures in notebooks, and trainers' run sheets and handouts. They are renewed without a
thought and so prove nothing; therefore each change is printed as words for somebody to read. Nothing else is shown: a picture
whose words are the same is only said to be drawn anew.
"""

import difflib
import html
import re
import sys
from pathlib import Path

import nbformat

from publish import sheets
from tests.notebooks.refresh import NOTEBOOKS, notebooks, refresh

AROUND = 4
"""Words shown on either side of a change."""


def words(path):
    """The words of a stored copy, in order: of a notebook what its cells have made, pictures' own words included."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        text = "\n".join(made(nbformat.reads(text, as_version=4)))
    return spoken(text).split()


def made(notebook):
    """Every text that a notebook's cells have made."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            yield str(output.get("text", ""))
            yield from (str(text) for kind, text in sorted(output.get("data", {}).items()))


def spoken(text):
    """A text without its marks and drawing: what would be read aloud."""
    text = re.sub(r"<style>.*?</style>", " ", text, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", " ", text))


def changes(before, after):
    """Each change between two lists of words, as a line: words around it, what was there in [- -], what is in {+ +}."""
    for kind, start, end, there, until in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, come = " ".join(before[start:end]), " ".join(after[there:until])
        parts = [
            *before[max(start - AROUND, 0) : start],
            *([f"[-{gone}-]"] if gone else []),
            *([f"{{+{come}+}}"] if come else []),
        ]
        yield " ".join([*parts, *before[end : end + AROUND]])


def told(path, before, text):
    """Print what became of a file, given its words and its text before."""
    now = list(changes(before, words(path)))
    name = path.relative_to(NOTEBOOKS.parent)
    if now:
        print(f"\n{name}: {len(now)} changes")
        for line in now:
            print(f"  … {line} …")
    elif path.read_text(encoding="utf-8") != text:
        print(f"\n{name}: drawn anew, the same words")
    sys.stdout.flush()
    return len(now)


def main(*wanted):
    """Renew every stored copy whose name holds one of the words, or all; print what changed."""
    count = 0
    for path in notebooks():
        if not wanted or any(word in str(path) for word in wanted):
            before, text = words(path), path.read_text(encoding="utf-8")
            refresh(path)
            count += told(path, before, text)
    for path, new in sheets.files().items():
        if not wanted or any(word in str(path) for word in wanted):
            before, text = (words(path), path.read_text(encoding="utf-8")) if path.exists() else ([], "")
            path.parent.mkdir(exist_ok=True)
            path.write_text(new, encoding="utf-8")
            count += told(path, before, text)
    print(f"\n{count} changes in words. Read them: no test does." if count else "\nNothing changed in words.")


if __name__ == "__main__":
    main(*(str(Path(name)) for name in sys.argv[1:]))
