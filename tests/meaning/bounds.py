"""What cannot be, wherever it is said: shares beyond a whole, counts below none, chances above one."""

import re

GAP = r"[\s\u00a0\u202f]*"
AMOUNT = r"(?P<amount>[-−]?\d[\d,]*(?:\.\d+)?)"
NEVER = {
    rf"(?<![\w.,–]){AMOUNT}{GAP}%": lambda amount: not -100 <= amount <= 100,
    rf"(?<![\w.,–]){AMOUNT}{GAP}(?:of|in){GAP}100\b": lambda amount: not 0 <= amount <= 100,
    rf"(?<![\w.,]){AMOUNT}{GAP}(?:toy )?(?:people|sessions|trials|studies)\b": lambda amount: amount < 0,
    rf"\b(?:[Cc]hance|[Pp]robability|[Pp]ower|P)(?: of| is| =|:)?{GAP}{AMOUNT}(?!{GAP}(?:%|[io]n\b|\d))": lambda amount: (
        not 0 <= amount <= 1
    ),
}

SAID_SO = (
    r"and 115 of 100 cannot be",  # lesson 03: a guess that is answered so
    r"both together gain[^;]*",  # lesson 04: in % of what the two gain alone
    r"both better by -[\d.]+ of 100",  # lesson 16: a difference
)
"""Where more than everybody, or less than none, is meant."""


def no_numbers(text):
    """The pieces of what is said to a learner where a number should stand and none does."""
    return [text[max(0, one.start() - 40) : one.end()] for one in re.finditer(r"(?<![\w.])(?:nan|inf)(?!\w)", text)]


def impossible(text):
    """The pieces of a text that say what cannot be."""
    text = re.sub("|".join(SAID_SO), "", text)
    found = [
        one
        for pattern, wrong in NEVER.items()
        for one in re.finditer(pattern, text)
        if wrong(float(one["amount"].replace(",", "").replace("−", "-")))
    ]
    return [" ".join(text[max(0, one.start() - 40) : one.end()].split()) for one in found]
