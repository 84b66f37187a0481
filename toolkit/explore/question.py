"""Questions that answer back: a guess before play, and tasks afterwards."""

import math
import textwrap

import traitlets

from .page import Widget, script

ASKED = {}
"""Every question asked in this kernel by its prompt, the latest one where a cell has been run again. Kept nowhere else."""


class Task:
    """Something asked, and what was made of it.

    `given` is the latest answer, None before; `right` is whether it was right; `tries` counts the answers.
    """

    given = None
    right = False
    tries = 0

    def remember(self, given, right):
        """Note an answer, for the teacher's file."""
        self.given, self.right, self.tries = given, bool(right), self.tries + 1


class Question(Task, Widget):
    """A question on the page. The answer stays in the kernel until somebody has tried."""

    _esm = script("chart.js", "form.js", "question.js")
    panel = traitlets.Dict().tag(sync=True)
    reply = traitlets.Dict().tag(sync=True)

    def __init__(self, prompt, **panel):
        self.prompt = prompt
        super().__init__(panel={"prompt": prompt, **panel})
        ASKED[prompt] = self

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
        right, words = self.judge(given)
        self.remember(given, right)
        self.reply = {"right": right, "words": words, "given": given, "tries": self.tries}
        return words

    def receive(self, message):
        """An answer from the page; one that cannot be read is answered with what is expected."""
        try:
            self.answer(message["given"])
        except ValueError as error:
            self.reply = {**self.reply, "right": False, "words": str(error)}

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

    def judge(self, given):
        """Right within the tolerance, or the hint for what was probably done."""
        try:
            number = float(str(given).replace(",", ".").replace("%", "").replace("\u2212", "-"))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise ValueError(f"{textwrap.shorten(repr(given), 60)} is not a number; write one such as 12.5.")
        if abs(number - self._right) <= self.tolerance:
            return True, self.reply_when_right
        near = [hint for wrong, hint in self.hints.items() if abs(number - wrong) <= self.tolerance]
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
        drawn: (what the option stands for, result) -> traces that keep it on the picture.
        compared: (option, result) -> its distance from the result in words, where there is one.
    """

    def __init__(
        self, prompt, replies, guesses=None, drawn=lambda guess, result: [], compared=lambda option, result: ""
    ):
        self.replies, self._drawn, self._compared = replies, drawn, compared
        self.guesses = dict(zip(replies, replies if guesses is None else guesses, strict=True))
        super().__init__(prompt, kind="choose", options=list(replies), act="This is my guess", skip="Skip")

    def judge(self, given):
        """What to say to a guess; skipping (None) is fine."""
        if given is None:
            return True, "Skipped. You can still guess whenever you like."
        if not isinstance(given, str) or given not in self.replies:
            raise ValueError(f"Choose one of: {'; '.join(self.replies)}.")
        return True, f"Your guess: {given}. {self.replies[given]}"

    def traces(self, result):
        """The guess as the lesson draws it."""
        guess = self.guesses.get(self.given, math.nan)
        return [] if guess != guess else self._drawn(guess, result)

    def compare(self, result):
        """The lesson's words."""
        return "" if self.given is None else self._compared(self.given, result)


class Code(Task):
    """A function to write, judged on cases that the learner can see.

    Args:
        prompt: what to write.
        cases: [(arguments, expected), …]. tolerance: how far off still counts.
        hint: what to say when a case fails.
    """

    def __init__(self, prompt, cases, *, hint, tolerance=0.005):
        self.prompt, self.cases, self.hint, self.tolerance = prompt, cases, hint, tolerance
        ASKED.setdefault(prompt, self)

    def check(self, function):
        """Try the function on every case; returns a report, a line a case and a line of advice."""
        tried = [self._try(function, arguments, expected) for arguments, expected in self.cases]
        passed = sum(passed for passed, _ in tried)
        ASKED[self.prompt].remember(f"{passed} of {len(tried)} cases agree", passed == len(tried))
        advice = "All cases agree. Well done." if passed == len(tried) else self.hint
        return Report("\n".join([self.prompt, *(line for _, line in tried), advice]))

    def _try(self, function, arguments, expected):
        call = f"{', '.join(map(repr, arguments))}"
        try:
            given = float(function(*arguments))
        except Exception as error:  # whatever a learner's function does, the answer is a line, not a traceback
            return False, f"✗ ({call}) should give {expected:.3f}; it stopped with {type(error).__name__}: {error}"
        passed = abs(given - expected) <= self.tolerance
        return passed, f"{'✓' if passed else '✗'} ({call}) should give {expected:.3f}; yours gave {given:.3f}"


class Report(str):
    """Text that a notebook shows as it is, line by line."""

    def __repr__(self):
        return str(self)
