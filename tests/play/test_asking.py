"""Questions answered, asked again and saved in any order: nothing that was answered is lost, in the kernel or in the file."""

import csv

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from toolkit.explore import Answers, Calculate, Choose, Matrix, Order, Predict, Sketch
from toolkit.explore.asked import ASKED

CELLS = {
    "guess": lambda: Predict("guess", {"up": "Yes.", "down": "No."}),
    "curve": lambda: Sketch("curve", weeks=[0, 2], low=0, high=9, start=5, unit="points", curve=lambda result: result),
    "table": lambda: Matrix("table", ["a"], {"yes": "●", "no": "○"}, {"row": "Said."}, {"view": {"row": {"a": "yes"}}}),
    "one": lambda: Choose("one", {"red": "No.", "blue": "Yes."}, right="blue"),
    "sum": lambda: Calculate("sum", -4.5, tolerance=0.1, unit="points", reply="Yes.", hint="No."),
    "rank": lambda: Order("rank", ["x", "y", "z"], ends=("", ""), reply="Yes.", hint="No."),
}
GIVEN = {  # each with what the kernel keeps of it, and what stands in the file
    "guess": [("up", "up", "up"), ("down", "down", "down"), (None, None, "")],
    "curve": [([1, 2], [1, 2], "1; 2"), (None, None, "")],
    "table": [({"row": {"a": "no"}},) * 2 + ("row, a: no",), ({"row": {"a": None}},) * 2 + ("",), (None, None, "")],
    "one": [("red", "red", "red"), ("blue", "blue", "blue")],
    "sum": [("−4,5 points", -4.5, "-4.5"), ("12", 12, "12"), (-45, -45, "-45")],
    "rank": [(["x", "y", "z"],) * 2 + ("x; y; z",), (["z", "x", "y"],) * 2 + ("z; x; y",)],
}
UNREADABLE = ["", "loud", ["a"], {"row": {"b": "no"}}, 4e400, "1,234"]


class Notebook(RuleBasedStateMachine):
    """Cells in any order, beside a model: of every question the latest answer and how many there were."""

    shown = Bundle("shown")

    @initialize()
    def open(self):
        ASKED.unobserve_all()
        ASKED.records = {}
        self.answered, self.views, self.saves = {}, [], [Answers("lesson")]

    @rule(target=shown, name=st.sampled_from(list(CELLS)))
    def run_cell(self, name):
        question = CELLS[name]()
        self.answered.setdefault(name, (None, "", 0))
        self.views.append((name, question))
        return name, question

    @rule()
    def run_save_cell(self):
        self.saves.append(Answers("lesson"))

    @rule(view=shown, data=st.data())
    def answer(self, view, data):
        name, question = view
        given, kept, filed = data.draw(st.sampled_from(GIVEN[name]))
        question.receive({"given": given})
        self.answered[name] = (kept, filed, self.answered[name][2] + 1)

    @rule(view=shown, given=st.sampled_from(UNREADABLE))
    def answer_unreadably(self, view, given):
        _, question = view
        question.receive({"given": given})
        assert question.reply["unread"]

    @invariant()
    def nothing_is_lost(self):
        for name, question in self.views:
            kept, _, tries = self.answered[name]
            assert (question.given, question.tries) == (kept, tries), name
            assert question.reply.get("given") == kept, f"every view of {name!r} shows what was answered"
            assert question.reply.get("tries", 0) == tries
            assert not isinstance(question, Matrix) or bool(question.compared) == bool(tries)

    @invariant()
    def the_file_has_it_at_once(self):
        rows = [(name, filed, str(tries)) for name, (_, filed, tries) in self.answered.items()]
        done = sum(tries > 0 for *_, tries in self.answered.values())
        for saved in self.saves:
            assert [(row[0], row[1], row[3]) for row in csv.reader(saved.csv.splitlines()[1:])] == rows
            assert saved.said == f"{done} of {len(rows)} questions answered so far."


TestNotebook = Notebook.TestCase
TestNotebook.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)


def test_a_question_asked_in_another_form_begins_anew():
    CELLS["one"]().answer("red")
    other = Choose("one", {"green": "No.", "blue": "Yes."}, right="blue")
    assert (other.given, other.tries, other.reply) == (None, 0, {})
