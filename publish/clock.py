"""A session by the clock, for each lesson its own: what is long to read or to do in it takes longer, and the minutes add up.

Nobody has measured it with a class. Every step is one stop of the presenter's page, or several, and is called as it is there.
"""

import itertools
from typing import NamedTuple

from .times import words

SPOKEN = 65
"""Words a minute that somebody reads slowly to a room, and once more where it is hard."""


class Room(NamedTuple):
    """Minutes for what is not read aloud, by the step; `kind` is what the first and the last words take more where a subject may
    upset people."""

    opening: int
    hands: int
    picture: int
    studies: int
    closing: int
    kind: int


ROOMS = {20: Room(2, 1, 2, 2, 2, 1), 45: Room(3, 3, 3, 5, 3, 1), 90: Room(5, 6, 4, 10, 4, 2)}
POINT, TASK, BREAKS = 3, 3, 8
"""Minutes in the longest session: for each point, for each task, and for where the model breaks. Missions get what is left."""
TOGETHER = 2
"""Minutes for the cards of the room's task, besides reading it."""


class Step(NamedTuple):
    """So many minutes of a session; `says` what happens in them."""

    minutes: int
    says: str


def steps(lesson, sheet, minutes):
    """The Steps of a session of 20, 45 or 90 minutes; they add up to it.

    Args:
        lesson: a Lesson. sheet: its sheet.
    """
    room = ROOMS[minutes]
    kind = room.kind if sheet.get("upsets") else 0
    before = [opening(room.opening + kind, kind), guess(lesson, room.hands, minutes)]
    before.append(Step(room.picture, "*The picture as it opens*, beside what the room guessed"))
    studies = "*What studies found*, one for and one against"
    if minutes > 20:
        studies += ": which would you tell a friend, and what would you leave out?"
    if minutes == 90:
        studies += " Then the table in the lesson"
    after = [Step(room.studies + aloud(sheet["supports"]["says"], sheet["against"]["says"]), studies)]
    if minutes == 45 and (task := first_choice(lesson)):
        said = aloud(task["prompt"], *task["replies"], task["replies"][task["right"]])
        after.append(Step(TOGETHER + said, "*One task together*: letters up, then *The answer*"))
    if minutes == 90:
        after.append(Step(BREAKS, "Where this breaks: what would you add?"))
        after.append(Step(TASK * len(lesson.said_tasks), f"The lesson's {len(lesson.said_tasks)} tasks, in pairs"))
    after.append(closing(room.closing + kind, kind, minutes))
    left = minutes - sum(step.minutes for step in before + after)
    return [*before, *(middle(lesson, left) if minutes == 90 else points(lesson, sheet, minutes, left)), *after]


def opening(minutes, kind):
    """The cover."""
    first = ", what stands first under “What to look out for”" if kind else ""
    return Step(minutes, f"*Cover*: safety line{first}, hook")


def guess(lesson, hands, minutes):
    """The guess, read aloud, and made by everybody."""
    how = "hands up" if minutes == 20 else "cards up for A to D, write the tally, two people defend theirs"
    said = aloud(lesson.asked["prompt"], *lesson.asked["replies"])
    return Step(hands + said, f"*Your guess*: everybody guesses, {how}")


def points(lesson, sheet, minutes, left):
    """The points of a short session, each with its share of the minutes that are left."""
    chosen = sheet["points"][str(minutes)]
    said = {preset.name: words(preset.says) for preset in lesson.presets}
    usual = sum(said.values()) / len(said)
    shares = share(left, [usual + said[name] for name in chosen])
    talk = "; here and after each point, pairs say what they saw" if minutes == 45 else ""
    tails = [talk, *[""] * (len(chosen) - 1)]
    return [
        Step(part, f"Point {number_of(lesson, name)}, *{name}*{tail}")
        for part, name, tail in zip(shares, chosen, tails, strict=True)
    ]


def middle(lesson, left):
    """All points of the longest session, and missions in pairs."""
    every = POINT * len(lesson.presets)
    core = " and ".join(f"“{mission['name']}”" for mission in lesson.said_missions if mission.get("core"))
    more = ", ".join(f"“{mission['name']}”" for mission in lesson.said_missions if not mission.get("core"))
    return [
        Step(every, f"Points 1 to {len(lesson.presets)}; after each, pairs say what they saw"),
        Step(left - every, f"Missions in pairs at the machines: {core}; whoever is through, {more}"),
    ]


def closing(minutes, kind, session):
    """The line to take home."""
    last = ", one question left open" if session == 20 else ", exit slip"
    stay = ", the safety line once more; stay for whoever wants to talk" if kind else ""
    return Step(minutes, f"*To take home*: the line{last}{stay}")


def late(lesson, sheet, minutes):
    """What to leave out of a session that is late."""
    chosen = sheet["points"].get(str(minutes), [preset.name for preset in lesson.presets])
    if minutes == 90:
        names = [name for name in chosen if name not in sheet["points"]["45"]]
    else:
        names = [name for name in chosen if name == sheet["late"]] or chosen[1:]
    if not names:
        return "Read both studies out, and leave the talk about them to the handout."
    told = [f"point {number_of(lesson, name)} (*{name}*)" for name in names]
    asked = any(name in question for name in names for question in sheet["ask"])
    return f"Leave out {' and '.join(told)}{', and the question about it' if asked else ''}."


def early(lesson, sheet, minutes):
    """What to add to a session that is early."""
    if minutes == 90:
        return "Let two pairs show the room how they reached a mission."
    return f"The mission “{sheet['early']}”, together."


def missions(lesson, sheet):
    """The missions that a trainer does with the room: those that a question asks for, and the one for a room that is early."""
    asked = " ".join(sheet["ask"]).lower()
    return [
        one for one in lesson.said_missions if one["name"].rstrip("?").lower() in asked or one["name"] == sheet["early"]
    ]


def first_choice(lesson):
    """The task that a whole room can do, the first with options; None where there is none."""
    return next((task for task in lesson.said_tasks if task["kind"] == "choose"), None)


def number_of(lesson, name):
    """The number of a point, from 1."""
    return [preset.name for preset in lesson.presets].index(name) + 1


def aloud(*texts):
    """Minutes, at least 1, in which somebody reads these texts to a room."""
    return max(1, round(sum(map(words, texts)) / SPOKEN))


def share(minutes, weights):
    """Whole minutes that add up to all of them, as near to the weights as whole minutes come."""
    ends = [round(minutes * part / sum(weights)) for part in itertools.accumulate(weights)]
    return [end - begin for begin, end in itertools.pairwise([0, *ends])]
