"""What no quote holds, entered a second time once it was read: `python -m tests.meaning.said [place …]` shows what nobody has read.

A paragraph, a hint, a message, a record's sentence: of each, the folder entered has the numbers and the words that an author's slip
would exchange ("more", "therapy", "first", "prescriber"), in their order, under what is left without them. So whatever is turned or
written anew is unread, and test_said.py fails until somebody has read it. Where all these words stand in quotes (quoting.py), which
are held by what they speak of, a text is not entered as well.

To enter it is to say: I have read this against what holds it. So the command shows each text, its marks and what the toy or the
record says there, asks, and enters what is answered with "y". Nothing else writes the file, no other command answers.
"""

import ast
import functools
import json
import re
import sys
import tomllib
import zlib
from pathlib import Path

import toolkit
from tests.meaning.held import mark
from tests.meaning.lived import LESSONS, key, prose, settings
from tests.meaning.quoting import FILES, PAGES, ROOT, WORDS, lesson_words, one, sheets, slug_of, text, written
from tests.meaning.test_stated import PLACES as TOLD
from toolkit.evidence.findings import read

FOLDER = Path(__file__).with_name("entered")
"""A file for each lesson, with what its notebook, its words and its sheet say, and one for every other place."""
MADE = re.compile(r"⏱|\| \d\d \|")
"""Minutes, and the README's row of a lesson: worked out from what other nets hold."""
EVIDENCE = ("trials", "factorial", "harms")
MESSAGES = {"messages": "toolkit", "building": "publish", "button": "labextension"}
PLACES = (*(where for where in TOLD if where != "index"), *PAGES, "records", *EVIDENCE, *MESSAGES)
"""Notebooks, words and sheets of lessons, pages of the project, the evidence's words, what code says."""
TURNS = set(Path(__file__).with_name("turns.txt").read_text(encoding="utf-8").split())
"""Words that a slip would exchange for one another, or drop."""
TOKEN = re.compile(r"[▲▼]|[−-]?\d(?:[\d,]*\d)?(?:\.\d+)?|[^\W\d_]+")
SAME = {
    "medicine": "medication",
    "medicines": "medication",
    "medications": "medication",
    "toy": "model",
    "arm": "group",
    "arms": "groups",
}
"""Two words for one thing: to exchange them turns nothing."""
ASIDE = {
    "late",
    "early",
    "slug",
    "name",
    "kind",
    "parameter",
    "behind",
    "finding",
    "who",
    "id",
    "values",
    "columns",
    "figures",
    "short",
    "toy",
    "right",
}
"""What a file of words holds that is no words, or says twice: other nets hold it. A sentence of `[says]` is words by any name."""


@functools.cache
def items(where):
    """What a place says that no quote holds, {what is left without marks: (the text, what is beside it)}; no names of two words."""
    found = {}
    for says, ground in texts(where):
        if len(says.split()) > 2 and not is_quoted(says, where):
            name = rest(says)
            before = found.get(name, ("", None))[0]
            found[name] = (f"{before} | {says}" if before and says not in before else says), ground
    return found


def is_quoted(says, where):
    """Whether all that would turn a text stands in quotes of its place; an option and its reply stand apart there."""
    if where not in (*TOLD, *PAGES):
        return False
    for part in says.split(" → "):
        start = text(where).find(part)
        found = [match.span() for match in TOKEN.finditer(part) if turns(match[0].lower())]
        if start < 0 or not all(all(mark(where)[start + low : start + high]) for low, high in found):
            return False
    return True


def texts(where):
    """(text, what holds it: a function) of a place, in its order."""
    number, _, what = where.partition(" ")
    if what == "sheet":
        yield from leaves(sheets()[slug_of(number)], "")
    elif what == "words":
        for said in lesson_words(number):
            yield from leaves(said, key(*lessons(number)))
    elif where in FILES:
        yield from leaves(tomllib.loads((WORDS / FILES[where]).read_text(encoding="utf-8")), "")
    elif where in EVIDENCE:
        yield from leaves(tomllib.loads(read(f"{where}.toml")), "")
    elif where == "records":
        for found in toolkit.findings():
            ground = functools.partial(figures_of, found)
            for said in (found.finding, found.population, found.design, found.caveat, found.arithmetic_check):
                if said:
                    yield one(f"{found.id}: {said}"), ground
    elif where in MESSAGES:
        for path in sorted((ROOT / MESSAGES[where]).rglob("*")):
            if path.suffix in SPOKEN:
                for said in SPOKEN[path.suffix](path.read_text(encoding="utf-8")):
                    yield one(f"{path.name}: {said}"), functools.partial(str, path.relative_to(ROOT))
    else:
        page = written(ROOT / PAGES[where]) if where in PAGES else prose(slug_of(number))
        for paragraph in re.split(r"\n\s*\n|\n(?=\s*[-|#])", page):
            if not MADE.match(paragraph):
                yield one(paragraph), lambda: ""


def spoken_in_python(code):
    """Every text in Python of which some may come on a screen, with what fills it; no docstrings."""
    tree = ast.parse(code)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            docs |= {id(part) for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if id(node) not in docs and isinstance(node, ast.JoinedStr):
            yield ast.unparse(node)
        elif id(node) not in docs and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def spoken_in_javascript(code):
    """Every text in a script of which some may come on a screen: what stands between quotes and has three words."""
    return [said for said in re.findall(r'"[^"\n]*"|`[^`]*`', code) if re.search(r"\w \w[^ ]* \w", said)]


SPOKEN = {".py": spoken_in_python, ".js": spoken_in_javascript}


def lessons(number):
    return [lesson for lesson in LESSONS if lesson.slug.startswith(number)]


def leaves(said, slug, sentences=False):
    """Every text in a table of words, with what holds it: a preset's run, or the records that stand beside it."""
    if isinstance(said, dict):
        ground = functools.partial(held_by, said, slug)
        for name, value in said.items():
            if name in ASIDE and not (sentences and isinstance(value, str)):
                continue
            if name == "replies":
                yield from ((one(f"{answer} → {reply}"), ground) for answer, reply in value.items())
            elif isinstance(value, str):
                yield one(value), ground
            elif name != "claims" or not slug:
                yield from leaves(value, slug, sentences=name == "says")
    elif isinstance(said, list):
        for value in said:
            yield from [(one(value), lambda: "")] if isinstance(value, str) else leaves(value, slug)


def held_by(said, slug):
    """What the toy shows or records say where a table of words stands."""
    if slug and "says" in said and said.get("name") in settings(slug):
        return settings(slug)[said["name"]].sentence
    ids = [said.get("finding")]
    for side in ("for", "against"):
        # A claim lists ids here; a run sheet has a finding of its own, which comes with its own table.
        ids += said.get(side, ()) if isinstance(said.get(side), list) else ()
    return " | ".join(f"{id}: {toolkit.finding(id).finding}" for id in ids if isinstance(id, str) and id)


def figures_of(found):
    """A record's figures, which its words must fit."""
    effects = [effect for effect in (found.effect, *found.other_effects) if effect]
    told = [f"{arm.name}, {arm.outcome}: {arm.value}" for arm in found.arms]
    return " | ".join(told + [f"{effect.measure}, {effect.comparison}: {effect.value}" for effect in effects])


def marks(says):
    """The numbers of a text and the words that would turn it, in their order."""
    return " ".join(SAME.get(found, found) for found in TOKEN.findall(says.lower()) if turns(found))


def turns(word):
    return word in TURNS or not word.isalpha()


def rest(says):
    """How a text is known without them: its first longer words, and a sum of all."""
    words = [word for word in TOKEN.findall(says.lower()) if not turns(word)]
    first = [word for word in words if len(word) > 3][:4]
    return f"{' '.join(first)} {zlib.crc32(' '.join(words).encode()):08x}".strip()


def file_of(where):
    """The file that holds a place."""
    return FOLDER / f"{where.split()[0]}.toml"


@functools.cache
def entered():
    """{place: {rest of a text: its marks}}."""
    files = sorted(FOLDER.glob("*.toml"))
    return {place: rows for file in files for place, rows in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def unread(where):
    """The names of a place's texts that nobody has read as they are."""
    was = entered().get(where, {})
    return [name for name, (says, _) in items(where).items() if was.get(name) != marks(says)]


def enter(where, names):
    """Keep the marks of some texts of a place as read; what stands there no more is dropped."""
    now, was = items(where), entered().get(where, {})
    kept = {name: marks(now[name][0]) if name in names else was[name] for name in now if name in names or name in was}
    beside = [place for place in PLACES if file_of(place) == file_of(where)]
    whole = {place: kept if place == where else entered().get(place, {}) for place in beside}
    head = "# Numbers and words that turn a text, as read by somebody: see said.py, which shows each and asks.\n"
    tables = [
        f"\n[{json.dumps(place)}]\n" + "".join(f"{quoted(name)} = {quoted(said)}\n" for name, said in rows.items())
        for place, rows in whole.items()
        if rows
    ]
    file_of(where).write_text(head + "".join(tables), encoding="utf-8")
    entered.cache_clear()


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def main(*wanted):
    """Show each unread text of some places, or all, with its marks in [ ] and what holds it; enter those answered with "y"."""
    for where in PLACES:
        if not wanted or where in wanted:
            read = []
            for name in unread(where):
                says, ground = items(where)[name]
                print(
                    f"\n{where}: {TOKEN.sub(lambda found: f'[{found[0]}]' if turns(found[0].lower()) else found[0], says)}"
                )
                print(
                    f"  was read: {entered().get(where, {}).get(name, 'never')}\n  beside it: {ground() or '(look it up)'}"
                )
                if input("  Is it so? y, or anything else: ") == "y":
                    read.append(name)
            enter(where, read)


if __name__ == "__main__":
    main(*sys.argv[1:])
