"""Our scripts in Node, on a page of paper (driver.mjs): the page's side is theirs as they stand, the kernel's this very process.

No browser is asked, so that what every press, key and field does can be read among the quick tests; how it looks cannot.
"""

import json
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path

import playwright

from tests.browser.wire import Wire, comm, plain

NODE = Path(playwright.__file__).with_name("driver") / "node"
DRIVER = Path(__file__).with_name("driver.mjs")
HEAVY = ("_esm", "_css", "layout")


class Paper:
    """A page of paper with the widgets that were opened on it, and what is there now: `whole`, `copied`, `saved`."""

    def __init__(self, process):
        self._process = process
        self._widgets = {}
        self._whole, self.copied, self.saved = None, [], []
        self.deaf = False
        """Whether the kernel hears nothing and says nothing."""

    def open(self, make):
        """Show the widget that a function of no arguments makes; returns it."""
        widget = make()
        self._do("open", **self._known(widget))
        return widget

    def clear(self):
        """Take all away that was opened; returns what is a fault: what still listens to a kernel, and a page that was left."""
        self._widgets, self.deaf = {}, False
        return self._do("clear")

    def know(self, widget):
        """Make a widget known that another one shows."""
        self._do("model", **self._known(widget))

    def _known(self, widget):
        self._widgets[widget.model_id] = widget
        state = {name: value for name, value in widget.get_state().items() if name not in HEAVY}
        return {"id": widget.model_id, "script": str(widget._esm), "state": plain(state)}

    def _do(self, what, **about):
        self._process.stdin.write(json.dumps({"do": what, **about}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "wrong" in answer:
            raise AssertionError(answer["wrong"])
        self._whole, self.copied, self.saved = None, answer["copied"], answer["saved"]
        for id, content in [] if self.deaf else answer["out"]:
            Wire.waiting.clear()
            widget = self._widgets[id]
            with suppress(ValueError):  # said to the page, and raised for the notebook
                widget.comm.handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})
            waiting, Wire.waiting = Wire.waiting, []
            self._do("take", messages=[message for message in waiting if message[0] in self._widgets])
        return answer.get("returned")

    @property
    def whole(self):
        """The page as it stands, as plain data: an element's `inside` are the elements within it."""
        if self._whole is None:
            self._whole = self._do("read")
        return self._whole

    def all(self, within=None, **wanted):
        """Every element that has all that is wanted, such as tag="button", name="Pin"; `starts` is of its name."""
        starts = wanted.pop("starts", "")
        there = parts(within or self.whole)
        named = (one for one in there if all(one.get(key) == value for key, value in wanted.items()))
        return [one for one in named if one["name"].startswith(starts)]

    def one(self, within=None, **wanted):
        """The element that has all that is wanted."""
        found = self.all(within, **wanted)
        assert len(found) == 1, f"{len(found)} elements have {wanted}"
        return found[0]

    def of(self, name):
        """The element of a class of ours, "sentence" for "toolkit-sentence"."""
        found = [one for one in parts(self.whole) if f"toolkit-{name}" in one["class"].split()]
        assert len(found) == 1, f"{len(found)} elements are of {name!r}"
        return found[0]

    def press(self, name=None, **wanted):
        """Click what is called so."""
        self._do("press", at=self.one(**({"name": name} if name else {}), **wanted)["at"])

    def key(self, where, key, **more):
        """Press a key in an element."""
        self._do("key", at=where["at"], key=key, **more)

    def write(self, where, text, enter=True):
        """Type a text into a field, and Enter."""
        self._do("write", at=where["at"], text=text)
        if enter:
            self.key(where, "Enter")

    def choose(self, where, words):
        """Choose an option of a field."""
        self._do("choose", at=where["at"], words=words)

    def swipe(self, where, *places):
        """Draw a finger over an element, from place to place; it is 100 pixels wide and begins at 40."""
        self._do("swipe", at=where["at"], places=places)

    def wait(self, seconds):
        """Let the page's clock go on."""
        self._do("wait", ms=1000 * seconds)

    def run(self, code, given):
        """What a piece of script returns for what is `given`."""
        return self._do("run", code=code, given=plain(given))


def parts(element):
    """An element and all within it, as they stand; nothing of what is hidden."""
    if element.get("hidden"):
        return
    yield element
    for one in element["inside"]:
        yield from parts(one)


@contextmanager
def paper():
    """An empty page of paper."""
    before, comm.create_comm = comm.create_comm, lambda **keys: Wire(**{"target_name": "paper", **keys})
    command = [NODE, "--no-warnings", DRIVER]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        yield Paper(process)
    finally:
        comm.create_comm = before
        process.stdin.close()
        process.wait(timeout=10)
        process.stdout.close()
