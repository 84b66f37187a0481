"""A session by the clock, for each lesson its own: what is long to read or to do in it takes longer, and the minutes add up.

Nobody has measured it with a class. Every step is one stop of the presenter's page, or several, and is called as it is there.
"""

import itertools
from typing import NamedTuple

from .times import words

SAID = 130
"""Words a minute that somebody says to a room."""
SPOKEN = SAID // 2
"""Words a minute of what is hard, and so is read slowly and once more."""
LOOK, WAIT, TALK, TRY = 1, 1, 1.5, 2.5
"""Minutes at a point: until all have seen what is on the screen; for an answer to what it asks; for each question of the sheet, in
pairs first; for a mission that the room does together."""


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
TASK, BREAKS = 3, 6
"""Minutes in the longest session: for each task, and for where the model breaks. Missions get what is left."""
GUESS, PICTURE, STUDIES = "Your guess", "The picture as it opens", "What studies found"
"""Stops besides the points at which a sheet may ask something."""
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
    asked = {stop: round(besides(lesson, sheet, stop, minutes)) for stop in (GUESS, PICTURE, STUDIES)}
    before = [opening(room.opening + kind, kind), guess(lesson, room.hands + asked[GUESS], minutes)]
    before.append(Step(room.picture + asked[PICTURE], "*The picture as it opens*, beside what the room guessed"))
    studies = "*What studies found*, one for and one against"
    if minutes > 20:
        studies += ": which would you tell a friend, and what would you leave out?"
    if minutes == 90:
        studies += " Then the table in the lesson"
    read = aloud(sheet["supports"]["says"], sheet["against"]["says"])
    after = [Step(room.studies + asked[STUDIES] + read, studies)]
    if minutes == 45 and (task := first_choice(lesson)):
        said = aloud(task["prompt"], *task["replies"], task["replies"][task["right"]])
        after.append(Step(TOGETHER + said, "*One task together*: letters up, then *The answer*"))
    if minutes == 90:
        after.append(Step(BREAKS, "Where this breaks: what would you add?"))
        after.append(Step(TASK * len(lesson.said_tasks), f"The lesson's {len(lesson.said_tasks)} tasks, in pairs"))
    after.append(closing(room.closing + kind, kind, minutes))
    left = minutes - sum(step.minutes for step in before + after)
    return [*before, *(middle(lesson, sheet, left) if minutes == 90 else points(lesson, sheet, minutes, left)), *after]


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
    shares = share(left, [needs(lesson, sheet, name, minutes) for name in chosen])
    talk = "; here and after each point, pairs say what they saw" if minutes == 45 else ""
    tails = [talk, *[""] * (len(chosen) - 1)]
    return [
        Step(part, f"Point {number_of(lesson, name)}, *{name}*{tail}")
        for part, name, tail in zip(shares, chosen, tails, strict=True)
    ]


def middle(lesson, sheet, left):
    """All points of the longest session, and missions in pairs."""
    every = round(sum(needs(lesson, sheet, preset.name, 90) for preset in lesson.presets))
    core = " and ".join(f"“{mission['name']}”" for mission in lesson.said_missions if mission.get("core"))
    more = ", ".join(f"“{mission['name']}”" for mission in lesson.said_missions if not mission.get("core"))
    return [
        Step(every, f"Points 1 to {len(lesson.presets)}, without their missions"),
        Step(left - every, f"Missions in pairs at the machines: {core}; whoever is through, {more}"),
    ]


def needs(lesson, sheet, name, minutes):
    """Minutes that a point takes: what it says is read, looked at and answered, and what the sheet asks there comes on top."""
    says = lesson.presets[number_of(lesson, name) - 1].says
    read = words(says) + words(sheet["wait"].get(name, ""))
    return LOOK + WAIT + read / SAID + besides(lesson, sheet, name, minutes)


def besides(lesson, sheet, stop, minutes):
    """Minutes for what the sheet asks at a stop. The shortest session asks at its points alone."""
    if minutes == 20 and stop in (GUESS, PICTURE, STUDIES):
        return 0
    taken = 0
    for question in sheet["ask"].get(stop, ()):
        tried = missions_in(lesson, question)
        if not tried or together(sheet, minutes):
            read = words(question) + sum(words(f"{mission['prompt']} {mission['reply']}") for mission in tried)
            taken += TALK + TRY * len(tried) + read / SAID
    return taken


def together(sheet, minutes):
    """Whether the room does the missions of its points.

    In the shortest session there is no time for them beside a second point; in the longest, pairs do them.
    """
    return minutes == 45 or (minutes == 20 and len(sheet["points"]["20"]) == 1)


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
    return f"Leave out {' and '.join(told)}."


def early(lesson, sheet, minutes):
    """What to add to a session that is early."""
    if minutes == 90:
        return "Let two pairs show the room how they reached a mission."
    return f"The mission “{sheet['early']}”, together."


def missions(lesson, sheet):
    """The missions that a trainer does with the room: those that a question asks for, and the one for a room that is early."""
    asked = " ".join(question for questions in sheet["ask"].values() for question in questions)
    return [one for one in lesson.said_missions if one in missions_in(lesson, asked) or one["name"] == sheet["early"]]


def missions_in(lesson, question):
    """The missions that a question names."""
    return [one for one in lesson.said_missions if f"mission {one['name'].rstrip('?')}".lower() in question.lower()]


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
