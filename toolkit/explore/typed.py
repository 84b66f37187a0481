"""What people type, paste or read aloud, taken with goodwill: numbers, the pieces of codes, and texts shown back to them."""

import math
import re
import unicodedata

MINUS = re.compile(r"[\u2010-\u2015\u2212-]")
ARABIC_POINT = "\u066b"
GROUPED = re.compile(
    r"([-+]?)(\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:\.\d{3}){2,}"
    r"|\d{1,3}(?:[ '\u2019]\d{3})+)([.,]\d+)?"
)
PLAIN = re.compile(r"[-+]?(\d+[.,]?\d*|[.,]\d+)(e[-+]?\d{1,4})?")
TWO_WAYS = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}")


def number(text, unit=""):
    """The number that somebody has written: 4.5, 4,5, −4.5, "4.5 %", 1,234.5 or 1 234,5; also with its unit behind it.

    Raises:
        ValueError: quoting what cannot be read, or can be read in two ways (1,234 is a thousand here and one there).
    """
    plain = folded(text)
    point = (
        "," if "." in plain else "."
    )  # where full stops part the thousands, the point of Arabic figures is none of them
    written = " ".join(MINUS.sub("-", plain.replace(ARABIC_POINT, point)).split()).lower()
    for behind in (unit.lower(), "%"):
        written = written.removesuffix(behind).rstrip()
    written = re.sub(r"^([-+]) ", r"\1", written)
    if TWO_WAYS.fullmatch(written):
        thousands, point = written.replace(",", ""), written.replace(",", ".")
        raise ValueError(f"{quoted(text)} can be read in two ways; write {thousands} or {point}.")
    if found := GROUPED.fullmatch(written):
        sign, groups, rest = found.groups()
        written = sign + re.sub(r"\D", "", groups) + (rest or "")
    value = float(written.replace(",", ".")) if PLAIN.fullmatch(written) else math.nan
    if not math.isfinite(value):
        raise ValueError(f"{quoted(text)} is not a number; write one such as 12.5.")
    return value


def pieces(text):
    """The runs of letters and figures in a text, in capitals, as plain as they can be had (full-width, accents, other figures)."""
    plain = "".join(
        " " if parts(mark) else mark for mark in folded(text, "NFKD") if unicodedata.category(mark)[0] != "M"
    )
    return plain.upper().split()


def parts(mark):
    """Whether a character is neither letter nor figure."""
    return unicodedata.category(mark)[0] not in "LN"


def folded(text, form="NFKC"):
    """A text without what nobody sees, in compatible characters, every script's figures as 0 to 9."""
    seen = (mark for mark in str(text) if unicodedata.category(mark) not in ("Cf", "Cs", "Cn", "Co"))
    plain = unicodedata.normalize(form, "".join(seen))
    return "".join(str(unicodedata.decimal(mark, mark)) for mark in plain)


def quoted(text, most=60):
    """A text to be shown back: in quotation marks, on one line, cut where it is long, nothing invisible in it."""
    shown = "".join(
        " " if unicodedata.category(mark) in ("Cc", "Zl", "Zp") else mark for mark in str(text)[: 10 * most]
    )
    shown = " ".join("".join(mark for mark in shown if unicodedata.category(mark)[0] != "C").split())
    return f"“{shown if len(shown) <= most else shown[: most - 1].rstrip() + '…'}”"
