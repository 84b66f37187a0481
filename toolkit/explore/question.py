"""Questions that answer back: a guess before play, and tasks afterwards."""

import math

import traitlets

from .page import Widget, script


class Question(Widget):
    """A question on the page. The answer stays in the kernel until somebody has tried.

    `given` is the latest answer, None before; `right` is whether it was right.
    """

    _esm = script("chart.js", "question.js")
    panel = traitlets.Dict().tag(sync=True)
    reply = traitlets.Dict().tag(sync=True)

    def __init__(self, prompt, **panel):
        self.prompt = prompt
        self.given = None
        self.right = False
        super().__init__(panel={"prompt": prompt, **panel})

    @property
    def words(self):
        """The question as text."""
        return self.prompt

    def answer(self, given):
        """Answer as if by hand; returns the reply. ValueError if the answer is not of the question's form."""
        self.right, words = self.judge(given)
        self.given = given
        self.reply = {"right": self.right, "words": words, "given": given}
        return words

    def receive(self, message):
        """An answer from the page; one that cannot be read is answered with what is expected."""
        try:
            self.answer(message["given"])
        except ValueError as error:
            self.reply = {"right": False, "words": str(error), "given": message["given"]}

    def judge(self, given):
        """(whether right, what to say) for an answer."""
        raise NotImplementedError


class Choose(Question):
    """One of several options, {option: reply}; every wrong answer gets a reply of its own."""

    def __init__(self, prompt, replies, right):
        if right not in replies:
            raise ValueError(f"right = {right!r}: must be one of {', '.join(replies)}")
        self.replies, self._right = replies, right
        super().__init__(prompt, options=list(replies), act="Check")

    @property
    def words(self):
        """The question and its options as text."""
        return "\n".join([self.prompt, *(f"  ○ {option}" for option in self.replies)])

    def judge(self, given):
        """Right or not, and the option's own reply."""
        if given not in self.replies:
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
        super().__init__(prompt, unit=unit, act="Check")

    def judge(self, given):
        """Right within the tolerance, or the hint for what was probably done."""
        try:
            number = float(str(given).replace(",", ".").replace("%", ""))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise ValueError(f"{given!r} is not a number; write one such as 12.5.")
        if abs(number - self._right) <= self.tolerance:
            return True, self.reply_when_right
        near = [hint for wrong, hint in self.hints.items() if abs(number - wrong) <= self.tolerance]
        return False, near[0] if near else self.hint


class Predict(Question):
    """A guess to commit to before play, {option: reply}; or skipped. No guess is wrong.

    `explorer.mark` can keep the guess on the picture: follow the widget with `when_given`.
    """

    def __init__(self, prompt, replies):
        self.replies = replies
        super().__init__(prompt, options=list(replies), act="This is my guess", skip="Skip")

    @property
    def words(self):
        """The question and its options as text."""
        return "\n".join([self.prompt, *(f"  ○ {option}" for option in self.replies)])

    def judge(self, given):
        """What to say to a guess; skipping (None) is fine."""
        if given is None:
            return True, "Skipped. You can still guess whenever you like."
        if given not in self.replies:
            raise ValueError(f"Choose one of: {'; '.join(self.replies)}.")
        return True, f"Your guess: {given}. {self.replies[given]}"


class Code:
    """A function to write, judged on cases that the learner can see.

    Args:
        prompt: what to write.
        cases: [(arguments, expected), …]. tolerance: how far off still counts.
        hint: what to say when a case fails.
    """

    def __init__(self, prompt, cases, *, hint, tolerance=0.005):
        self.prompt, self.cases, self.hint, self.tolerance = prompt, cases, hint, tolerance

    def check(self, function):
        """Try the function on every case; returns a report, a line a case and a line of advice."""
        tried = [self._try(function, arguments, expected) for arguments, expected in self.cases]
        advice = "All cases agree. Well done." if all(passed for passed, _ in tried) else self.hint
        return Report("\n".join([*(line for _, line in tried), advice]))

    def _try(self, function, arguments, expected):
        call = f"{', '.join(map(repr, arguments))}"
        try:
            given = function(*arguments)
            passed = abs(float(given) - expected) <= self.tolerance
        except Exception as error:  # whatever a learner's function does, the answer is a line, not a traceback
            return False, f"✗ ({call}) should give {expected:.3f}; it stopped with {type(error).__name__}: {error}"
        mark = "✓" if passed else "✗"
        return passed, f"{mark} ({call}) should give {expected:.3f}; yours gave {float(given):.3f}"


class Report(str):
    """Text that a notebook shows as it is, line by line."""

    def __repr__(self):
        return str(self)
