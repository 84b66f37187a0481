"""Questions that answer back: a guess before play, and tasks afterwards."""

import contextlib
import math

import numpy as np
import traitlets

from toolkit.model.parameter import is_number

from .asked import ASKED, Task
from .page import Widget, script
from .typed import number, quoted

VERDICTS = ("Not right yet.", "Right.")
WHOLE = 1e15
"""Below this, a whole number is written without point or power of ten."""


class Question(Task, Widget):
    """A question on the page. What is right stays in the kernel until somebody has tried.

    Asked again, as when its cell runs again, it shows what was answered before.
    """

    _esm = script("page.js", "form.js", "question.js")
    panel = traitlets.Dict().tag(sync=True)
    reply = traitlets.Dict().tag(sync=True)
    """Empty before an answer. Then what was `given`, whether `right`, `tries`, and the reply: `verdict` and `words`. Where the
    latest could not be read, the words say what is expected, `unread` is True and the rest is of the answer before."""

    judges = True
    """Whether an answer can be right or wrong; the reply then begins by saying which."""

    def __init__(self, prompt, **panel):
        self.prompt = prompt
        super().__init__(panel={"prompt": prompt, **panel})
        ASKED.ask(prompt)
        if self.tries and not self._judged():
            ASKED.forget(prompt)  # it has been asked in another form before
        self._show()
        ASKED.observe(self._heard, names="records")

    @property
    def words(self):
        """The question, and its options where it has some, as text."""
        return "\n".join([self.prompt, *(f"  ○ {option}" for option in self.panel.get("options", ()))])

    @property
    def played(self):
        """The answer and its reply."""
        given = "; ".join(map(str, self.given)) if isinstance(self.given, list) else self.given
        said = f"Answered: {given}" if given not in (None, "") else ""
        return "\n".join(filter(None, [said, self.reply.get("verdict"), self.reply.get("words")]))

    def answer(self, given):
        """Answer as if by hand; returns the reply. ValueError if the answer is not of the question's form."""
        given = given.tolist() if isinstance(given, np.ndarray) else given
        right, words = self.judge(given)
        ASKED.note(self.prompt, given, right)
        return words

    def receive(self, message):
        """An answer from the page; one that cannot be read is answered with what is expected."""
        try:
            self.answer(message["given"])
        except ValueError as error:
            self.reply = {**self.reply, "verdict": "", "words": str(error), "unread": True}

    def _heard(self, change):
        if change.old.get(self.prompt) is not change.new.get(self.prompt):
            self._show()

    def _show(self):
        """Show the latest answer with its reply."""
        if not (self.tries and (judged := self._judged())):
            self.reply = {}
            return
        right, words = judged
        verdict = VERDICTS[bool(right)] if self.judges else ""
        self.reply = {"given": self.given, "right": right, "tries": self.tries, "verdict": verdict, "words": words}

    def _judged(self):
        with contextlib.suppress(ValueError):
            return self.judge(self.given)

    def judge(self, given):
        """(whether right, what to say) for an answer."""
        raise NotImplementedError


class Choose(Question):
    """One of several options, {option: reply}; every wrong answer gets a reply of its own."""

    def __init__(self, prompt, replies, right):
        if right not in replies:
            raise ValueError(f"right = {right!r}: must be one of {', '.join(replies)}")
        self.replies, self._right = replies, right
        super().__init__(prompt, kind="choose", options=list(replies), act="Check")

    def judge(self, given):
        """Right or not, and the option's own reply."""
        if not isinstance(given, str) or given not in self.replies:
            raise ValueError(f"Choose one of: {'; '.join(self.replies)}.")
        return given == self._right, self.replies[given]


class Calculate(Question):
    """A number to work out.

    Args:
        right: the answer. tolerance: how far off still counts. unit: shown behind the box.
        reply: what to say when right. hints: {wrong answer: hint}, used when the answer is within tolerance of it.
        hint: what to say to any other wrong answer.
    """

    def __init__(self, prompt, right, *, tolerance, unit, reply, hint, hints=None):
        self._right, self.tolerance, self.reply_when_right = right, tolerance, reply
        self.hints, self.hint = hints or {}, hint
        super().__init__(prompt, kind="calculate", unit=unit, act="Check")

    def answer(self, given):
        """Answer with a number, or with one as somebody would write it: "4,5 %"."""
        value = number(given, self.panel["unit"])
        return super().answer(int(value) if value.is_integer() and abs(value) < WHOLE else value)

    def judge(self, given):
        """Right within the tolerance, or the hint for what was probably done."""
        value = number(given, self.panel["unit"])
        if abs(value - self._right) <= self.tolerance:
            return True, self.reply_when_right
        near = [hint for wrong, hint in self.hints.items() if abs(value - wrong) <= self.tolerance]
        return False, near[0] if near else self.hint


class Order(Question):
    """Things to put in order.

    Args:
        right: the things in the right order, all different. ends: what stands above and below them, such as
            ("lowest score", "highest score").
        reply: what to say when right. hint: what to say, after how many are in their place, when not.
    """

    def __init__(self, prompt, right, *, ends, reply, hint):
        if len(set(right)) != len(right) or len(right) < 2:
            raise ValueError(f"right = {right!r}: must be two or more different things")
        self._right, self.reply_when_right, self.hint = list(right), reply, hint
        start = sorted(right)
        start = start[::-1] if start == self._right else start
        super().__init__(prompt, kind="order", options=start, ends=list(ends), act="Check")

    def judge(self, given):
        """Right, or how many are in their place and the hint."""
        if not isinstance(given, list) or sorted(map(str, given)) != sorted(self._right):
            raise ValueError(f"Put these in order: {'; '.join(self.panel['options'])}.")
        if given == self._right:
            return True, self.reply_when_right
        placed = sum(one == other for one, other in zip(given, self._right, strict=True))
        return False, f"{placed} of {len(given)} in their place. {self.hint}"


class Guess(Question):
    """A guess to commit to before play, or to skip. No guess is wrong. Given to an Explorer, it holds back the picture."""

    judges = False

    @property
    def committed(self):
        """Whether a guess has been made, or skipped."""
        return bool(self.tries)

    def traces(self, result):
        """What keeps the guess on a picture of the result: a list of traces, none without a guess."""
        raise NotImplementedError

    def compare(self, result):
        """How far the guess is from the result, in words; "" where there is nothing to say."""
        raise NotImplementedError


class Predict(Guess):
    """A guess among options, {option: reply}.

    Args:
        guesses: what each option stands for, such as a number; the options themselves if left out, nan for nothing to draw.
        draw_guess: (what the option stands for, result) -> traces that keep it on the picture.
        compare_guess: (option, result) -> its distance from the result in words, where there is one.
    """

    def __init__(
        self,
        prompt,
        replies,
        guesses=None,
        draw_guess=lambda guess, result: [],
        compare_guess=lambda option, result: "",
    ):
        self.replies, self._draw_guess, self._compare_guess = replies, draw_guess, compare_guess
        self.guesses = dict(zip(replies, replies if guesses is None else guesses, strict=True))
        super().__init__(prompt, kind="choose", options=list(replies), act="This is my guess", skip="Skip")

    def judge(self, given):
        """What to say to a guess; skipping (None) is fine."""
        if given is None:
            return True, "Skipped. You can still guess whenever you like."
        if not isinstance(given, str) or given not in self.replies:
            raise ValueError(f"Choose one of: {'; '.join(self.replies)}.")
        return True, f"Your guess: {given.rstrip('.')}. {self.replies[given]}"

    def traces(self, result):
        """The guess as the lesson draws it."""
        guess = self.guesses.get(self.given, math.nan)
        return [] if guess != guess else self._draw_guess(guess, result)

    def compare(self, result):
        """The lesson's words."""
        return "" if self.given is None else self._compare_guess(self.given, result)


class Code(Task):
    """A function to write, judged on cases that the learner can see. Where it still returns `...` nothing has been answered.

    Args:
        prompt: what to write.
        cases: [(arguments, expected), …]. tolerance: how far off still counts.
        hint: what to say when a case fails.
        optional: whether it counts among the questions only once something has been written.
    """

    def __init__(self, prompt, cases, *, hint, tolerance=0.005, optional=False):
        self.prompt, self.cases, self.hint, self.tolerance = prompt, cases, hint, tolerance
        if not optional:
            ASKED.ask(prompt)

    def check(self, function):
        """Try the function on every case; returns a report, a line a case and a line of advice."""
        tried = [self._try(function, arguments) for arguments, _ in self.cases]
        if all(given is ... for given in tried):
            return self._report([f"○ {self._wanted(*case)}" for case in self.cases], UNWRITTEN)
        lines = [self._line(*case, given) for case, given in zip(self.cases, tried, strict=True)]
        passed = sum(line.startswith("✓") for line in lines)
        ASKED.note(self.prompt, f"{passed} of {len(lines)} cases agree", passed == len(lines))
        return self._report(lines, "All cases agree. Well done." if passed == len(lines) else self.hint)

    def _report(self, lines, advice):
        return Report("\n".join([self.prompt, *lines, advice]))

    def _try(self, function, arguments):
        """What the function gives, `...` where it is unwritten, or the error that stopped it."""
        try:
            return function(*arguments)
        except Exception as error:  # whatever a learner's function does, the answer is a line, not a traceback
            return error

    def _wanted(self, arguments, expected):
        return f"({', '.join(map(repr, arguments))}) should give {expected:.3f}"

    def _line(self, arguments, expected, given):
        wanted = self._wanted(arguments, expected)
        if isinstance(given, Exception):
            return f"✗ {wanted}; it stopped with {type(given).__name__}: {given}"
        if given is ...:
            return f"✗ {wanted}; yours still gives ..."
        if not is_number(given):
            return f"✗ {wanted}; yours gave {quoted(given)}, which is no number"
        given = float(given)
        return f"{'✓' if abs(given - expected) <= self.tolerance else '✗'} {wanted}; yours gave {given:.3f}"


UNWRITTEN = "Put your own code in place of the three dots, then run this cell."


class Report(str):
    """Text that a notebook shows as it is, line by line."""

    def __repr__(self):
        return str(self)
