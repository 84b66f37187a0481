"""The presenter's page: lessons and their talking points one after another, by keyboard or with a remote."""

import ipywidgets
import traitlets

from . import codes
from .explorer import Explorer
from .page import Widget, script


class Presenter(Widget):
    """One explorer at a time, with what a trainer needs in front of a room.

    A lesson's talking points are its presets, in order; place 0 is its opening picture, with its hook.

    Args:
        lessons: the lessons to choose from; the first one opens.
    """

    _esm = script("page.js", "layout.js", "chart.js", "presenter.js")
    panel = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    explorer = traitlets.Instance(Explorer).tag(sync=True, **ipywidgets.widget_serialization)

    def __init__(self, lessons):
        self._lessons = {lesson.number: lesson for lesson in lessons}
        self._explorers = {}
        titles = [[number, f"{number:02d} · {lesson.title}"] for number, lesson in self._lessons.items()]
        first = lessons[0]
        super().__init__(
            panel={"lessons": titles}, explorer=self._explorer(first.number), view=self._at(first, 0, first.hook)
        )

    @property
    def lesson(self):
        """The lesson that is shown."""
        return self._lessons[self.explorer.lesson]

    @property
    def words(self):
        """What is shown, in words."""
        return f"{self.lesson.title}: {self.view['point']}\n{self.explorer.sentence}"

    @property
    def still(self):
        """The chart as it stands."""
        return self.explorer.still

    def show(self, number):
        """Show a lesson as it opens; ValueError if it is not among those to choose from."""
        if number not in self._lessons:
            raise ValueError(f"lesson = {number!r}: must be one of {', '.join(map(str, self._lessons))}")
        self.explorer = self._explorer(number)
        self._go(0)

    def step(self, by):
        """Go on (1) or back (-1) among the talking points; before the first is the opening, after the last nothing more."""
        self._go(min(max(self.view["place"] + by, 0), len(self.lesson.presets)))

    def load(self, code):
        """Show what a scenario code holds, whichever of the lessons it is of. ValueError says what is wrong with the code."""
        number = next((number for number in codes.lessons(code) if number in self._lessons), self.lesson.number)
        explorer = self._explorer(number)
        explorer.load(code)
        self.explorer = explorer
        self.view = self._at(self.lesson, 0, f"Scenario {explorer.code}")

    def receive(self, message):
        """Act on a message from the page. An error is shown there and raised."""
        acts = {
            "show": lambda: self.show(message["lesson"]),
            "step": lambda: self.step(message["by"]),
            "load": lambda: self.load(message["code"]),
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
        points = [preset.name for preset in self.lesson.presets]
        if place:
            self.explorer.apply(points[place - 1])
        else:
            self.explorer.reset()
        point = f"{place} of {len(points)} · {points[place - 1]}" if place else self.lesson.hook
        self.view = self._at(self.lesson, place, point)

    def _at(self, lesson, place, point):
        return {"lesson": lesson.number, "place": place, "last": len(lesson.presets), "point": point, "error": ""}
