"""Scenario codes: a whole setting in a few characters that can be copied, written down or read aloud.

A code holds lesson, model version, a fingerprint of the lesson's controls, the place of every control's value among those it
allows (one number in mixed radix) and a checksum, in Crockford's base 32: no I, L, O or U, either case, and nobody minds
hyphens or spaces.
"""

import textwrap
import zlib

from toolkit.model.version import VERSION

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "\u2013": None})
HEAD, CHECK = 4, 3
GROUP = 4


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
    text = cleaned(code)
    body, check, shown = text[:-CHECK], text[-CHECK:], textwrap.shorten(repr(code), 60)
    if len(text) < HEAD + CHECK or check != checksum(body):
        raise ValueError(f"The code {shown} does not add up: a character is wrong, missing or too many.")
    refuse_strangers(body, lesson, controls)
    number, values = value(body[HEAD:]), {}
    for control in reversed(controls):
        number, place = divmod(number, len(control.allowed))
        values[control.name] = control.allowed[place]
    return values


def lesson(code):
    """The number of the lesson that a code is of, as its first character says; the rest is not looked at."""
    return value(cleaned(code)[:1])


def cleaned(code):
    """Only the characters that count, or ValueError naming the first that is never used."""
    text = str(code).upper().translate(FORGIVEN)
    for character in text:
        if character not in DIGITS:
            raise ValueError(
                f"{character!r} is in no code: they are made of figures and letters, without I, L, O and U."
            )
    return text


def refuse_strangers(body, lesson, controls):
    """Raise ValueError for a sound code that another lesson, model or form of this lesson has made."""
    if value(body[0]) != lesson:
        raise ValueError(f"This is a code of lesson {value(body[0])}; here is lesson {lesson}.")
    if value(body[1]) != VERSION % 32:
        raise ValueError(f"This code was made with version {value(body[1])} of the model; here is version {VERSION}.")
    if body[:HEAD] != head(lesson, controls) or len(body) != HEAD + width(controls):
        raise ValueError("This code was made by an earlier form of this lesson, or by another picture in it.")


def head(lesson, controls):
    """Lesson and model version, a character each, and the fingerprint of the controls and all they allow, two."""
    layout = repr([(control.name, list(control.allowed)) for control in controls])
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
