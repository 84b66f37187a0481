"""A matrix to fill with tokens: place yours first, then compare them with how others see it."""

import traitlets

from toolkit.model.parameter import check

from .page import script
from .question import Question


class Matrix(Question):
    """Tokens to place in a table, one a cell; whatever is placed, nothing is wrong.

    Args:
        prompt: what to place.
        columns: names of the columns; an arm's name gives the column its colour.
        levels: {level: token}, from most to least, such as {"does well": "●", "does not": "○"}.
        rows: {row: what to say about it, once compared}.
        views: {view: {row: {column: level}}}, how others see it; a cell that a view leaves out shows "–".

    Raises:
        ValueError: from `answer`, if what is given names a row, column or level that is not there.
    """

    _esm = script("page.js", "form.js", "matrix.js")
    judges = False
    compared = traitlets.Dict().tag(sync=True)
    """Empty before an answer; then the views and what to say, for the page. Nothing is on the page before."""

    def __init__(self, prompt, columns, levels, rows, views):
        self.columns, self.levels, self.rows, self.views = tuple(columns), dict(levels), dict(rows), dict(views)
        about = {"columns": list(self.columns), "rows": list(self.rows), "levels": list(self.levels.items())}
        super().__init__(prompt, kind="matrix", act="Compare", skip="Just show me", **about)

    @property
    def words(self):
        """The question and its rows as text."""
        lines = [f"  {row}: {' ? · '.join(self.columns)} ?" for row in self.rows]
        return "\n".join([self.prompt, *lines])

    def _show(self):
        super()._show()
        self.compared = {"views": self.views, "says": self.rows} if self.reply else {}

    def judge(self, given):
        """Never wrong; how many of the placed tokens agree with each view.

        `given` is {row: {column: level}}, cells may be left open; None for no token at all.
        """
        placed = self._placed({} if given is None else given)
        if not placed:
            return True, "Nothing placed. Here is how others see it."
        counts = [f"{self.agreeing(placed, view)} of {self.told(placed, view)} with the {view}" for view in self.views]
        tokens = "1 token. It agrees" if len(placed) == 1 else f"{len(placed)} tokens. They agree"
        return True, f"You placed {tokens} in {', and in '.join(counts)}."

    def agreeing(self, placed, view):
        """How many tokens lie as the view has them."""
        return sum(self.views[view].get(row, {}).get(column) == level for (row, column), level in placed.items())

    def told(self, placed, view):
        """How many tokens lie in cells that the view speaks about."""
        return sum(column in self.views[view].get(row, {}) for row, column in placed)

    def _placed(self, given):
        if not isinstance(given, dict) or not all(isinstance(cells, dict) for cells in given.values()):
            raise ValueError("Place tokens as {row: {column: level}}.")
        placed = {(row, column): level for row, cells in given.items() for column, level in cells.items() if level}
        for (row, column), level in placed.items():
            check(f"{row}, {column}: row", row, {"options": tuple(self.rows)})
            check(f"{row}, {column}: column", column, {"options": self.columns})
            check(f"{row}, {column}: level", level, {"options": tuple(self.levels)})
        return placed
