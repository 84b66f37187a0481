"""How much of what is said is held by a quote: `python -m tests.meaning.held` prints it, place by place.

Of the numbers in prose (but for years), of its direction words ("more", "first", "without") and of its sentences, the share that
stands within a quote or a look that a test knows. With places (07 "07 words") it prints the sentences there that do not.
"""

import collections
import functools
import re
import sys

from tests.meaning.quotes import all_quotes
from tests.meaning.quoting import PAGES, text
from tests.meaning.test_looks import READ
from tests.meaning.test_stated import PLACES as TOLD
from tests.meaning.test_stated import STATED

NUMBERS = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?\b")
DIRECTIONS = re.compile(
    r"\b(?:more|most|fewer|fewest|less|least|better|worse|higher|lower|first|last|earlier|later|before|after|faster|slower|sooner"
    r"|longer|shorter|never|always|relapsed?|no|not|nobody|only|alone|both|half|twice|largest|smallest|bigger|smaller|shrinks?"
    r"|grows?|rises?|falls?|with|without)\b",
    re.IGNORECASE,
)
SENTENCES = re.compile(r"[^|]+?(?:[.!?:;](?=\s)|\||$)")
WRITTEN = [where for where in PAGES if where not in (*TOLD, "model", "settings", "page", "app")]
"""Pages of the project, but for the model's, which has tests of its own, and what is no prose."""
PLACES = (*TOLD, *WRITTEN)
ENOUGH = 0.7
"""The share of a sentence that has to be held, so that it is."""
KINDS = {"notebooks": r"\d\d", "words": r"\d\d words", "sheets": r"\d\d sheet", "pages": "|".join(WRITTEN)}


@functools.cache
def mark(where):
    """For each letter of a place's text whether it is held."""
    whole = text(where)
    marked = bytearray(len(whole))
    literal = [quote.filled for quote in all_quotes().get(where, ())]
    literal += [words for place, words, *_ in READ if place == where]
    found = [span for words in literal for span in find(words, whole)]
    found += [match.span() for pattern, _ in STATED for match in re.finditer(pattern, whole)]
    for start, end in found:
        marked[start:end] = b"\1" * (end - start)
    return marked


def find(words, whole):
    """Where words stand in a text, as (start, end)."""
    start = whole.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = whole.find(words, start + 1)


def counted(where):
    """{what: (held, of all)} of a place: its numbers, direction words and sentences."""
    marked, found = mark(where), {}
    for what, pattern in (("numbers", NUMBERS), ("directions", DIRECTIONS)):
        places = [match.span() for match in pattern.finditer(text(where))]
        found[what] = sum(all(marked[start:end]) for start, end in places), len(places)
    loose, whole = loose_sentences(where, marked)
    found["sentences"] = whole - len(loose), whole
    return found


def loose_sentences(where, marked):
    """The sentences of a place (of five words and more) that are not held, and how many there are in all."""
    sentences = [match for match in SENTENCES.finditer(text(where)) if len(match[0].split()) >= 5]
    loose = [each[0].strip() for each in sentences if sum(marked[slice(*each.span())]) < ENOUGH * len(each[0])]
    return loose, len(sentences)


def shares():
    """{(kind of place, what): share that is held}."""
    sums = collections.defaultdict(lambda: [0, 0])
    for where in PLACES:
        kind = next((kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, where)), "the rest")
        for what, (held, whole) in counted(where).items():
            sums[kind, what][0] += held
            sums[kind, what][1] += whole
    return {key: held / whole for key, (held, whole) in sums.items()}


def main(*wanted):
    """Print what is held of every place, then of every kind; or of some places the sentences that are held by nothing."""
    for where in wanted:
        loose, whole = loose_sentences(where, mark(where))
        print(f"{where}: {len(loose)} of {whole} sentences are held by nothing", *loose, sep="\n  ")
    if wanted:
        return
    for where in PLACES:
        told = (f"{held:3} of {whole:3} {what}" for what, (held, whole) in counted(where).items())
        print(f"{where:12} {'   '.join(told)}")
    for (kind, what), share in shares().items():
        print(f"{kind:12} {what:12} {share:.0%}")


if __name__ == "__main__":
    main(*sys.argv[1:])
