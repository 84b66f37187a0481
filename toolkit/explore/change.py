"""What a move has changed, in a few words: for those who hear the page, once things have come to rest."""

import re

MOST = 20
"""Words that are spoken of one move."""
SAME = "The sentence stays the same."
NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-Z\d])|\n")
CLAUSE = re.compile(r"(?:\([^()]*\)|[,;:](?!\s|$)|[^,;:(]|\()+[,;:]?")


def setting(control, value):
    """A control and where it stands, such as "Medication works: 1.2"."""
    if isinstance(value, bool):
        words = "on" if value else "off"
    else:
        words = getattr(control, "options", {}).get(value) or f"{value:,g} {getattr(control, 'unit', '')}".strip()
    return f"{control.label}: {words}"


def told(move, before, now, was="was"):
    """What was moved, then the first thing that the sentence says otherwise now: at most MOST words.

    Args:
        move: what was moved and to where, such as "Medication works: 1.2".
        before, now: the sentence then and now.
        was: the word for the number that stood there.
    """
    if before == now:
        return shortened(f"{move}. {SAME}")
    moved = set(NUMBER.findall(move))
    lead, clause, old = first_changed(before, now, moved)
    room = MOST - len(move.split())
    ways = [f"{lead} {clause}{since(old, clause, was, moved)}", f"{lead} {clause}"]
    if bare(clause) != bare(old):
        ways.append(f"{lead} {bare(clause)}")
    led = room - len(clause.split())
    ways.append(f"…{' '.join(lead.split()[-led:])} {clause}" if lead and led > 0 else clause)
    said = next((way for way in ways if len(way.split()) <= room), part(clause, old, room)).strip()
    return shortened(f"{move}. {said[:1].upper()}{said[1:]}")


def part(clause, old, room):
    """As many words of a long clause as there is room for: its beginning, or its end where that has the numbers that are new."""
    words, known = clause.split(), NUMBER.findall(old)
    beginning, end = " ".join(words[:room]), f"… {' '.join(words[1 - room :])}"
    new = [number for number in NUMBER.findall(clause) if number not in known]
    heard = [[number in NUMBER.findall(side) for number in new] for side in (beginning, end)]
    return clause if sum(heard[0]) >= sum(heard[1]) else end


def news(before, now):
    """All that is new in a sentence, as far as it may be spoken at once: for a game, where every turn brings other things."""
    old = {clause for _, clause in clauses(before)}
    new = [f"{lead} {clause}".strip() for lead, clause in clauses(now) if clause not in old]
    return shortened(". ".join(words[:1].upper() + words[1:] for words in new))


def bare(clause):
    """A clause without what stands in brackets."""
    return re.sub(r"\s*\([^()]*\)", "", clause)


def shortened(words):
    """The words, no more than may be spoken."""
    kept = words.split()
    return words if len(kept) <= MOST else f"{' '.join(kept[:MOST])} …"


def first_changed(before, now, moved):
    """(what leads up to it, the first clause of `now` that is another one than before, what stood there or "").

    A clause in which only the number that was moved is new comes last: who moved it knows.
    """
    old, new = clauses(before), clauses(now)
    if len(old) == len(new):
        changed = [found for was, now in zip(old, new, strict=True) if (found := differing(was, now))]
    else:
        gone = {clause for _, clause in old}
        changed = [(lead, clause, "") for lead, clause in new if clause not in gone]
    told = [found for found in changed if not {*NUMBER.findall(found[1])} - {*NUMBER.findall(found[2])} <= moved]
    return next(iter(told or changed), ("", new[0][1], ""))


def differing(before, now):
    """(lead, clause, what stood there) of a clause that is another one than before, or of the part of its lead that is; or None."""
    (old_lead, old), (lead, clause) = before, now
    if clause != old:
        return lead, clause, old
    parts = [words.rstrip(":").split(", ") for words in (old_lead, lead)]
    number = NUMBER.search(parts[1][0])
    for place, (was, part) in enumerate(zip(*parts, strict=False)):
        if was != part:
            return parts[1][0][: number.start()].strip() if place and number else "", part, was
    return None


def clauses(text):
    """[(lead, clause), …] of a text.

    What stands before a colon leads all that follows: in "By week 12: nothing 35 %, both 64 %" it is "By week 12:". In "Better
    by 2.6 with one, 3.7 with both" what stands before the first number leads the second clause too.
    """
    found = []
    for sentence in SENTENCE.split(text):
        lead, since_then, first = "", [], ""
        for part in map(str.strip, CLAUSE.findall(sentence)):
            if part.endswith(":"):
                lead = " ".join([*since_then, part])
                if since_then:
                    del found[-len(since_then) :]
                since_then = []
                continue
            clause = part.rstrip(".,;")
            found.append((lead or continued(first, clause), clause))
            if not clause[:1].isdigit():
                first = clause
            since_then = [] if part.endswith(";") else [*since_then, part]
    return found or [("", text)]


def continued(first, clause):
    """What of an earlier clause belongs before one that goes on with a number of the same kind."""
    number, before = NUMBER.match(clause), NUMBER.search(first)
    if not number or not before:
        return ""
    lead = first[: before.start()].strip()
    if lead == "Of":
        return f"{first},"
    same = first[before.end() :].split()[:1] == clause[number.end() :].split()[:1]
    return lead if same else ""


def since(old, clause, was, moved):
    """The number that stood where the clause has another one, as ", was 35"; "" where more than numbers has changed."""
    if not old or NUMBER.sub("#", old) != NUMBER.sub("#", clause):
        return ""
    pairs = [pair for pair in zip(NUMBER.findall(old), NUMBER.findall(clause), strict=True) if pair[0] != pair[1]]
    return f", {was} {next((one for one, other in pairs if other not in moved), pairs[0][0])}"
