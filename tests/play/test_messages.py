"""Messages from the page in any order, hostile ones among them: the explorer does as a plain model of it says, or nothing."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.explore.test_explorer import made
from toolkit.explore import Predict
from toolkit.explore.asked import ASKED

OPENING = {"slope": 1.0, "shape": "straight", "dashed": False, "seed": 1}
GOOD = {
    "slope": st.sampled_from([-1.5, 0.0, 0.5, 2.0]),
    "shape": st.sampled_from(["straight", "bent"]),
    "dashed": st.booleans(),
    "seed": st.integers(0, 9999),
}
HOSTILE = [
    None,
    "",
    "nan",
    float("nan"),
    float("inf"),
    1e300,
    -1e300,
    1e-300,
    10**400,
    [],
    {},
    "שלום",
    "x" * 10_000,
    b"1",
    True,
]
WRONG = [
    *({"ask": "set", "values": {"slope": value}} for value in HOSTILE if value is not True and value != 1e-300),
    *({"ask": "set", "values": {"shape": value}} for value in HOSTILE),
    *({"ask": "set", "values": {"seed": value}} for value in HOSTILE),
    *({"ask": "set", "values": value} for value in HOSTILE if value != {} and value != "" and value != []),
    *({"ask": "load", "code": value} for value in HOSTILE),
    *({"ask": "apply", "name": value} for value in HOSTILE),
    {"ask": "apply", "name": "Broken"},
    {"ask": "set", "values": {"slope": -2.0}},
    {"ask": "set", "values": {"colour": 1}},
    {"ask": "set"},
    {"ask": "dance"},
]


class Page(RuleBasedStateMachine):
    """What the page may ask, beside a model of what an explorer is: values, the way back, what is pinned, the veil."""

    @initialize(veiled=st.booleans())
    def open(self, veiled):
        ASKED.records, ASKED.pinned = {}, {}
        self.guess = Predict("Up or down?", {"up": "Yes.", "down": "No."}) if veiled else None
        self.explorer, self.number = made(self.guess), 0
        self.values, self.past, self.pinned, self.veiled = OPENING, [], {}, veiled

    def ask(self, ask, **more):
        self.number += 1
        self.explorer.receive({"ask": ask, "number": self.number, **more})

    def moved(self, values, goes_on=False):
        if values != self.values and not (goes_on and self.past):
            self.past.append(self.values)
        self.values = values

    @rule(values=st.fixed_dictionaries({}, optional=GOOD), goes_on=st.booleans())
    def set(self, values, goes_on):
        self.ask("set", values=values, goes_on=goes_on)
        self.moved({**self.values, **values}, goes_on)

    @rule()
    def apply(self):
        self.ask("apply", name="Steep")
        self.moved({**OPENING, "slope": 2.0, "seed": self.values["seed"]})

    @rule()
    def undo(self):
        self.ask("undo")
        self.values = self.past.pop() if self.past else self.values

    @rule()
    def reset(self):
        self.ask("reset")
        self.moved(OPENING)

    @rule()
    def pin(self):
        code = self.explorer.code
        if len(self.pinned.keys() - {code}) == 3:
            with pytest.raises(ValueError, match="3 runs are pinned already"):
                self.ask("pin")
            return
        self.ask("pin")
        self.pinned.pop(code, None)
        self.pinned[code] = self.explorer.sentence

    @rule(place=st.none() | st.integers(0, 2))
    def unpin(self, place):
        code = None if place is None else [*self.pinned, "", "", ""][place]
        self.ask("unpin", code=code)
        if code:
            del self.pinned[code]
        elif self.pinned:
            self.pinned.popitem()

    @precondition(lambda self: self.pinned)
    @rule(line=st.text(max_size=20))
    def write(self, line):
        code = next(iter(self.pinned))
        self.ask("write", code=code, line=line)
        assert self.explorer.pins[0]["line"] == " ".join(line.split())

    @rule(values=st.fixed_dictionaries(GOOD))
    def load(self, values):
        other = made()
        other.set(**values)
        self.ask("load", code=other.code)
        self.moved(values)

    @rule()
    def unveil(self):
        self.ask("unveil")
        self.veiled = False

    @precondition(lambda self: self.guess)
    @rule(option=st.sampled_from(["up", "down", None]))
    def answer(self, option):
        self.guess.answer(option)
        self.veiled = False

    @rule(message=st.sampled_from(WRONG))
    def fail(self, message):
        before, self.number = self.explorer.view, self.number + 1
        with pytest.raises((ValueError, TypeError, AttributeError, KeyError, ZeroDivisionError)):
            self.explorer.receive({"number": self.number, **message})
        after = self.explorer.view
        assert after["answers"] == self.number
        assert 0 < len(after["error"]) < 300
        assert {**after, "error": "", "answers": 0} == {**before, "error": "", "answers": 0}

    @invariant()
    def explorer_is_as_the_model_says(self):
        view = self.explorer.view
        assert self.explorer.values == view["values"] == self.values
        assert view["answers"] == self.number, "the page waits until each message is answered"
        assert view["code"] == self.explorer.code
        assert view["veiled"] == self.veiled
        assert view["pinned"] == bool(self.pinned)
        assert [(pin["code"], pin["sentence"]) for pin in self.explorer.pins] == list(self.pinned.items())
        assert ("figure" in view) == (not self.veiled)
        if not self.veiled:
            assert view["sentence"] == self.explorer.sentence
            latest = [*self.pinned.values()][-1:]
            assert view["then"] == "".join(f"Pinned, in grey: {sentence}" for sentence in latest)


TestPage = pytest.mark.slow(Page.TestCase)
TestPage.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
