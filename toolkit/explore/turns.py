"""A game in turns: what has been seen so far, a few choices, and at the end what was hidden."""

import traitlets

from .change import news
from .page import Widget, script, sendable


class Turns(Widget):
    """A picture that grows turn by turn.

    Args:
        title: names the game.
        choices: {name: (label, {option: words})}; one option of each is chosen at every turn, the first to begin with.
        game: has `over`, `picture()`, `sentence()`, `take(**chosen)` for a turn and `again()` for another game.
        act, again: what the two buttons say.
    """

    _esm = script("page.js", "layout.js", "chart.js", "data.js", "turns.js")
    panel = traitlets.Dict().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, *, title, choices, game, act="Go on", again="Another game"):
        self.game, self._choices = game, choices
        asked = [[name, label, list(options.items())] for name, (label, options) in choices.items()]
        super().__init__(panel={"title": title, "choices": asked, "act": act, "again": again})
        self._show()

    @property
    def words(self):
        """What has been seen so far, in words."""
        return self.view["sentence"]

    @property
    def shown(self):
        """The chart as it stands."""
        return self.game.picture()

    def take(self, **chosen):
        """A turn, as if by hand: one option for every choice. ValueError if the game is over or an option unknown."""
        if self.game.over:
            raise ValueError("The game is over; begin another one.")
        for name, (_, options) in self._choices.items():
            if chosen.get(name) not in options:
                raise ValueError(f"{name} = {chosen.get(name)!r}: must be one of {', '.join(options)}")
        self.game.take(**chosen)
        self._show()

    def again(self):
        """Another game."""
        self.game.again()
        self._show()

    def receive(self, message):
        """A turn or another game, from the page."""
        if message["ask"] == "again":
            self.again()
        else:
            self.take(**message["chosen"])

    def _show(self):
        game, before = self.game, self.view.get("sentence", "")
        sentence = game.sentence()
        status = news(before, sentence)
        self.view = {"figure": sendable(game.picture()), "sentence": sentence, "status": status, "over": game.over}
