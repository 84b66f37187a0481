"""The presenter's page: lessons stop by stop, from the cover to the line to take home, by keyboard or with a remote."""

import re
import string

import ipywidgets
import traitlets

from . import codes
from .explorer import Explorer
from .page import Widget, script

SAFETY = (
    "A teaching toy, not advice. Nobody stops or changes a medication without the person who prescribed it. Anyone may step out. "
    "The number for help is on the board."
)
COVER, GUESS, PICTURE, STUDIES, TASK, ANSWER, HOME = "cover", "guess", "picture", "studies", "task", "answer", "home"
MOST = 10_000
"""People that a tally may count for one option."""


class Presenter(Widget):
    """One lesson at a time, with what a trainer needs in front of a room.

    A lesson stops at its cover, its guess (options A to D, before any picture), its opening picture, its presets, two studies, a
    task, the task's answer and the line to take home; what a lesson does not have is left out.

    Args:
        lessons: the lessons to choose from; the first one opens.
        sheets: {slug of a lesson: its sheet}, as toolkit.lessons.sheets has them, each study with `who` found it; without one there
            are no studies and no line to take home.
    """

    _esm = script("page.js", "layout.js", "chart.js", "save.js", "tally.js", "presenter.js")
    panel = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    explorer = traitlets.Instance(Explorer).tag(sync=True, **ipywidgets.widget_serialization)

    def __init__(self, lessons, sheets=None):
        self._lessons = {lesson.number: lesson for lesson in lessons}
        self._sheets, self._explorers, self._tallies = sheets or {}, {}, {}
        titles = [[number, f"{number:02d} · {lesson.title}"] for number, lesson in self._lessons.items()]
        first = lessons[0]
        super().__init__(panel={"lessons": titles}, explorer=self._explorer(first.number), view=self._at(first, 0))

    @property
    def lesson(self):
        """The lesson that is shown."""
        return self._lessons[self.explorer.lesson]

    @property
    def stops(self):
        """The stops of the lesson that is shown, each a dict as `view` has it."""
        return stops(self.lesson, self._sheets.get(self.lesson.slug, {}))

    @property
    def words(self):
        """What is shown, in words."""
        shown = (
            [self.explorer.sentence] if self.view["kind"] == PICTURE else [*self.view["lines"], *self.view["options"]]
        )
        return "\n".join([f"{self.lesson.title}: {self.view['point']}", *shown])

    @property
    def still(self):
        """The chart as it stands."""
        return self.explorer.still

    def show(self, number):
        """Show a lesson's cover; ValueError if it is not among those to choose from."""
        if number not in self._lessons:
            raise ValueError(f"lesson = {number!r}: must be one of {', '.join(map(str, self._lessons))}")
        self.explorer = self._explorer(number)
        self._go(0)

    def step(self, by):
        """Go on (1) or back (-1) among the stops; before the first and after the last there is nothing more."""
        self._go(min(max(self.view["place"] + by, 0), len(self.stops) - 1))

    def load(self, code):
        """Show what a scenario code holds, whichever of the lessons it is of. ValueError says what is wrong with the code."""
        number = next((number for number in codes.lessons(code) if number in self._lessons), self.lesson.number)
        explorer = self._explorer(number)
        explorer.load(code)
        self.explorer = explorer
        opening = next(place for place, stop in enumerate(self.stops) if stop["kind"] == PICTURE)
        self.view = {**self._at(self.lesson, opening), "point": f"Scenario {explorer.code}"}

    def count(self, tally):
        """Keep how many people of the room chose each option of the guess, in their order.

        Raises:
            ValueError: naming the number and the range, where it is none of people.
        """
        for people in tally:
            if not isinstance(people, int) or not 0 <= people <= MOST:
                raise ValueError(f"people = {people!r}: must be a whole number from 0 to {MOST}")
        self._tallies[self.lesson.number] = list(tally)
        self.view = {**self.view, "tally": list(tally), "error": ""}

    def receive(self, message):
        """Act on a message from the page. An error is shown there and raised."""
        acts = {
            "show": lambda: self.show(message["lesson"]),
            "step": lambda: self.step(message["by"]),
            "load": lambda: self.load(message["code"]),
            "count": lambda: self.count(message["tally"]),
        }
        try:
            acts[message["ask"]]()
        except ValueError as error:
            self.view = {**self.view, "error": str(error)}
            raise

    def _explorer(self, number):
        """A lesson's explorer, made when it is first wanted and then kept."""
        if number not in self._explorers:
            self._explorers[number] = self._lessons[number].explorer()
        return self._explorers[number]

    def _go(self, place):
        preset = self.stops[place].get("preset")
        if preset:
            self.explorer.apply(preset)
        else:
            self.explorer.reset()
        self.view = self._at(self.lesson, place)

    def _at(self, lesson, place):
        all_stops = stops(lesson, self._sheets.get(lesson.slug, {}))
        after = all_stops[place + 1]["point"] if place + 1 < len(all_stops) else ""
        about = {"lesson": lesson.number, "place": place, "last": len(all_stops) - 1, "next": after, "error": ""}
        return {**all_stops[place], **about, "tally": self._tallies.get(lesson.number, [])}


def stops(lesson, sheet):
    """The stops of a lesson, each a dict: its `kind`, `point` (the head line), `lines`, `options`, and `notes` for the presenter.

    Args:
        lesson: a Lesson. sheet: what a trainer needs besides, {} for nothing.
    """
    asked, points = lesson.asked, lesson.presets
    asks, waits = sheet.get("ask", {}), sheet.get("wait", {})
    task = next((task for task in lesson.said_tasks if task["kind"] == "choose"), None)
    found = [stop(COVER, lesson.title, [lesson.hook, SAFETY], notes=sheet.get("watch", ()))]
    if asked:
        said = [f"“{option}”: {reply}" for option, reply in asked["replies"].items()]
        found.append(
            stop(
                GUESS,
                "Your guess",
                [asked["prompt"]],
                lettered(asked["replies"]),
                [*asks.get("Your guess", ()), "People may say:", *said],
            )
        )
    found.append(stop(PICTURE, "The picture as it opens", notes=asks.get("The picture as it opens", ())))
    for place, preset in enumerate(points, 1):
        awaited = [f"Wait for: {waits[preset.name]}"] if preset.name in waits else []
        notes = [preset.says, *awaited, *asks.get(preset.name, ())]
        found.append({**stop(PICTURE, f"{place} of {len(points)} · {preset.name}", notes=notes), "preset": preset.name})
    if "supports" in sheet:
        sides = {"For": sheet["supports"], "Against": sheet["against"]}
        lines = [f"{side}: {study['says']} ({study['who']})" for side, study in sides.items()]
        found.append(
            stop(
                STUDIES,
                "What studies found",
                lines,
                notes=[
                    *asks.get("What studies found", ()),
                    "Which would you tell a friend, and what would you leave out?",
                ],
            )
        )
    if task:
        options, right = lettered(task["replies"]), list(task["replies"]).index(task["right"])
        notes = [
            f"{letter}: {reply}"
            for letter, reply in zip(string.ascii_uppercase, task["replies"].values(), strict=False)
        ]
        found.append(stop(TASK, "One task together", [task["prompt"]], options, notes))
        found.append(stop(ANSWER, "The answer", [options[right], task["replies"][task["right"]]], notes=notes))
    if "home" in sheet:
        found.append(stop(HOME, "To take home", [sheet["home"], SAFETY], notes=sheet.get("notice", ())))
    return found


def stop(kind, point, lines=(), options=(), notes=()):
    """A stop, with its texts each on one line."""
    shown = {"lines": lines, "options": options, "notes": notes}
    return {
        "kind": kind,
        "point": point,
        **{name: [re.sub(r"[ \n]+", " ", line).strip() for line in said] for name, said in shown.items()},
    }


def lettered(options):
    """Options as a room calls them: A, B, C, D."""
    return [f"{letter} · {option}" for letter, option in zip(string.ascii_uppercase, options, strict=False)]
