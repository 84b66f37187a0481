"""A living page on paper: the page as it is published, its own script, and its Python side in a process of its own."""

import html.parser
import json
import subprocess
import sys
from urllib.parse import unquote

import toolkit
from tests.browser.lab import ROOT

LESSON = toolkit.lessons.lesson(3)
"""The lesson whose pages are written once for all tests of them."""

VOID = {"meta", "link", "img", "input", "br", "hr"}
KERNEL = """
import base64, json, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
import live_kernel

def plain(value):
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"$bytes": base64.b64encode(bytes(value)).decode()}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value

said = []
for line in sys.stdin:
    act, *given = json.loads(line)
    said.clear()
    {"begin": lambda kept: live_kernel.begin(lambda message: said.append(plain(message)), kept),
     "run": live_kernel.run, "hear": live_kernel.hear}[act](*given)
    print(json.dumps(said), flush=True)
"""


class Kernel:
    """The living pages' Python side, with the desktop's Python."""

    def __enter__(self):
        command = [sys.executable, "-c", KERNEL, ROOT / "publish" / "live", ROOT]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def do(self, act, *given):
        """begin(kept), run(cell, source) or hear(id, content); returns what it says to the page."""
        self._process.stdin.write(json.dumps([act, *given]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


class Parser(html.parser.HTMLParser):
    """A page as a tree: {"tag", "attributes", "inside"}, and its scripts."""

    def __init__(self, text):
        super().__init__()
        self.tree = {"tag": "body", "attributes": {}, "inside": []}
        self.title, self.whole, self.scripts = "", {}, []
        self._open, self._in_body = [self.tree], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag in ("html", "head"):
            self.whole |= attributes
            return
        self._in_body = self._in_body or tag == "body"
        made = {"tag": tag, "attributes": attributes, "inside": []}
        if tag == "body":
            self.tree["attributes"] = attributes
            return
        if self._in_body:
            self._open[-1]["inside"].append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_endtag(self, tag):
        if tag in VOID or tag in ("html", "head", "body"):
            return
        while len(self._open) > 1 and (closed := self._open.pop())["tag"] != tag:
            pass
        if tag == "script" and closed["attributes"].get("type", "module") == "module":
            self.scripts.append("".join(closed["inside"]))
        if tag == "title":
            self.title = "".join(closed["inside"])

    def handle_data(self, data):
        if self._open[-1] is not self.tree or self._in_body:
            self._open[-1]["inside"].append(data)


class Living:
    """A published page, its script running, and its Python."""

    def __init__(self, paper, kernel, text, address="file:///page.html"):
        self.paper, self.kernel = paper, kernel
        read = Parser(text)
        tree = {"attributes": read.whole, "title": read.title, "inside": read.tree["inside"]}
        paper._do("load", tree=tree, address=address, scripts=[one for one in read.scripts if one.strip()])

    def posted(self):
        """What the page has written to its workers since it was last asked, [number of the worker, message]."""
        return self.paper._do("posted")

    def say(self, message, **about):
        """Let the worker say something to the page."""
        self.paper._do("say", message=message, **about)

    def ended(self):
        """Whether each of its workers has been ended, the oldest first."""
        return self.paper._do("ended")

    def script(self):
        """What its newest worker runs."""
        return unquote(self.paper._do("address").partition(",")[2])

    def fault(self, message=None):
        """Let its worker fail before it can say anything."""
        self.paper._do("fault", message=message)

    def come_alive(self):
        """Let all cells run and plotly come; returns {source: the cell's place}."""
        asked = self.go_on()
        self.say({"do": "plotly", "text": ""})
        self.paper.run("document.head.children.at(-1).onload()", {})
        return {message["source"]: message["cell"] for message in asked if message.get("do") == "run"}

    def go_on(self):
        """Let Python do all that it was asked for, and the page hear of it; returns what Python was asked."""
        asked = []
        while posted := self.posted():
            for _, message in posted:
                asked.append(message)
                for said in self._done(message):
                    self.say(said)
                if message.get("last"):
                    self.say({"do": "ready"})
        return asked

    def _done(self, message):
        if "do" not in message:
            return self.kernel.do("begin", message["kept"])
        if message["do"] == "run":
            return self.kernel.do("run", message["cell"], message["source"])
        return self.kernel.do("hear", message["id"], message["content"])
