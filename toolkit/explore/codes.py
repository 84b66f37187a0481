"""Scenario codes: a whole setting in a few characters that can be copied, written down or read aloud.

A code holds lesson, model version, a fingerprint of the lesson's controls, the place of every control's value among those it
allows (one number in mixed radix) and a checksum, in Crockford's base 32: no I, L, O or U, either case. Only letters and
figures count, and a code is found in whatever it was copied with: the checksum says where it begins and ends.
"""

import zlib

from toolkit.model.version import VERSION

from .typed import pieces, quoted

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORGIVEN = str.maketrans("OIL", "011")
HEAD, CHECK = 4, 3
GROUP = 4
LONGEST = 40  # characters of a code, all lessons considered


def write(lesson, controls):
    """The code of the controls' present values."""
    number = 0
    for control in controls:
        number = number * len(control.allowed) + control.allowed.index(control.value)
    body = head(lesson, controls) + digits(number, width(controls))
    code = body + checksum(body)
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read(code, lesson, controls):
    """The values that a code holds, by control name; ValueError says in a sentence what is wrong with the code."""
    found = sound(code)
    body = next((body for body in found if is_of(body, lesson, controls)), found[0])
    refuse_strangers(body, lesson, controls)
    number, values = value(body[HEAD:]), {}
    for control in reversed(controls):
        number, place = divmod(number, len(control.allowed))
        values[control.name] = control.allowed[place]
    return values


def lessons(code):
    """The numbers of the lessons that a code may be of, as the first characters say; ValueError as for `read`."""
    return [value(body[0]) for body in sound(code)]


def sound(code):
    """Every run of pieces in a text that adds up, the longest first, without its checksum; ValueError where none does."""
    text = [piece.translate(FORGIVEN) for piece in pieces(code)]
    runs = [run for start in range(len(text)) for run in runs_from(text, start)]
    found = [run[:-CHECK] for run in sorted(runs, key=len, reverse=True) if run[-CHECK:] == checksum(run[:-CHECK])]
    if found:
        return found
    strange = [mark for mark in "".join(text) if mark not in DIGITS]
    if strange and len(str(code).split()) == 1:  # else it may be of the words around the code
        raise ValueError(
            f"{quoted(strange[0])} is in no code: they are made of figures and letters, without I, L, O and U."
        )
    raise ValueError(f"The code {quoted(code)} does not add up: a character is wrong, missing or too many.")


def runs_from(text, start):
    """The joined pieces from one on that could be a code, shortest first."""
    run = ""
    for piece in text[start:]:
        run += piece
        if len(run) > LONGEST or not set(piece) <= set(DIGITS):
            return
        if len(run) > HEAD + CHECK:
            yield run


def refuse_strangers(body, lesson, controls):
    """Raise ValueError for a sound code that another lesson, model or form of this lesson has made."""
    if value(body[0]) != lesson:
        raise ValueError(f"This is a code of lesson {value(body[0])}; here is lesson {lesson}.")
    if value(body[1]) != VERSION % 32:
        raise ValueError(f"This code was made with version {value(body[1])} of the model; here is version {VERSION}.")
    if not is_of(body, lesson, controls):
        raise ValueError("This code was made by an earlier form of this lesson, or by another picture in it.")


def is_of(body, lesson, controls):
    """Whether a sound code is of these very controls."""
    return body[:HEAD] == head(lesson, controls) and len(body) == HEAD + width(controls)


def head(lesson, controls):
    """Lesson and model version, a character each, and the fingerprint of the controls and all they allow, two."""
    layout = f"[{', '.join(control.layout for control in controls)}]"
    return digits(lesson, 1) + digits(VERSION % 32, 1) + digits(zlib.crc32(layout.encode()) % 32**2, 2)


def width(controls):
    """Characters needed for any setting of the controls."""
    settings, characters = 1, 1
    for control in controls:
        settings *= len(control.allowed)
    while 32**characters < settings:
        characters += 1
    return characters


def checksum(text):
    """Three characters that change with any one character, or two that swap places."""
    return digits(zlib.crc32(text.encode()) % 32**CHECK, CHECK)


def digits(number, characters):
    """A number in base 32, most significant first."""
    return "".join(DIGITS[number // 32**place % 32] for place in reversed(range(characters)))


def value(text):
    """The number that base-32 digits stand for."""
    number = 0
    for character in text:
        number = number * 32 + DIGITS.index(character)
    return number
