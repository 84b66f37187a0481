"""Find the system's own WebKit, and drive it on a screen that nobody sees: `python -m tests.browser.webkit` prints which it is.

Playwright drives none but its own build of WebKit, which no registry has. So this speaks WebDriver to the one that Debian has, the
nearest to Safari outside of Apple: a page, and parts of it that go by their style's name and by what a screen reader calls them.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

PROGRAMS = ("WebKitWebDriver", "Xvfb")
MISSING = "no WebKit here. Debian: apt-get install webkit2gtk-driver xvfb (as root)"
REFERENCE = "element-6066-11e4-a52e-4f735466cecf"
"""The name that the standard gives to a reference to an element."""
KEYS = {"Enter": "\ue007", "ArrowRight": "\ue014", "Select all": "\ue009a\ue000"}
PATIENCE = 20.0
"""Seconds until something that is waited for has not come."""


def find() -> Path | None:
    """WebKit's own small browser, where its driver and a screen for it are there too."""
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return browsers[-1] if browsers and all(map(shutil.which, PROGRAMS)) else None


@contextmanager
def opened(browser: Path, home: Path) -> Iterator["Page"]:
    """A page of a browser that nobody has used yet; what it saves lies in its home."""
    with ExitStack() as stack:
        address = f"http://127.0.0.1:{free_port()}"
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "DISPLAY": stack.enter_context(screen()),
            "HOME": str(home),
            # A proxy where nobody is: a request that would leave the machine fails as it would offline.
            "http_proxy": "http://127.0.0.1:9",
            "https_proxy": "http://127.0.0.1:9",
            "no_proxy": "localhost,127.0.0.1",
        }
        stack.enter_context(running(PROGRAMS[0], f"--port={urlsplit(address).port}", env=environment))
        client = stack.enter_context(httpx.Client(base_url=address, timeout=300, trust_env=False))
        wait(lambda: answers(client), True)
        wanted = {"webkitgtk:browserOptions": {"binary": str(browser), "args": ["--automation"]}}
        session = said(client.post("/session", json={"capabilities": {"alwaysMatch": wanted}}))["sessionId"]
        client.base_url = f"{address}/session/{session}"
        yield Page(client)
        said(client.delete(f"{address}/session/{session}"))


@contextmanager
def running(*command: str, **about) -> Iterator[subprocess.Popen]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, **about) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def screen() -> Iterator[str]:
    """The name of a screen that is nowhere to be seen."""
    told, tells = os.pipe()
    with running(PROGRAMS[1], "-displayfd", str(tells), "-screen", "0", "1280x1024x24", pass_fds=[tells]):
        os.close(tells)
        with os.fdopen(told) as number:
            yield f":{number.readline().strip()}"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def answers(client: httpx.Client) -> bool:
    try:
        return client.get("/status").is_success
    except httpx.TransportError:
        return False


def said(answer: httpx.Response) -> object:
    value = answer.json()["value"]
    if answer.is_error:
        raise RuntimeError(f"{answer.url.path}: {value['error']}: {value['message']}")
    return value


def wait(ask: Callable[[], object], expected: object, seconds: float = PATIENCE) -> None:
    """Ask until the answer is the expected one."""
    deadline = time.monotonic() + seconds
    while (answer := ask()) != expected:
        assert time.monotonic() < deadline, f"still {answer!r} after {seconds:g} s, not {expected!r}"
        time.sleep(0.1)


@dataclass(frozen=True)
class Page:
    client: httpx.Client

    def ask(self, path: str, **body: object) -> object:
        return said(self.client.post(path, json=body))

    def go(self, address: str) -> None:
        self.ask("url", url=address)

    def run(self, script: str, *given: object) -> object:
        """What a function's body in JavaScript returns; parts of the page are `arguments`."""
        return self.ask(
            "execute/sync", script=script, args=[one.reference if isinstance(one, Part) else one for one in given]
        )

    def parts(self, style: str, name: str | None = None, within: str = "") -> list["Part"]:
        """All parts of that style (in CSS), in a part if one is given; with a name, those that a screen reader calls so."""
        place = f"element/{within}/elements" if within else "elements"
        found = [Part(self, one[REFERENCE]) for one in self.ask(place, using="css selector", value=style)]
        return [part for part in found if name is None or part.name == name]

    def part(self, style: str, name: str | None = None, within: str = "") -> "Part":
        """The one part of that style and name, as soon as it is there."""
        wait(lambda: len(self.parts(style, name, within)), 1)
        return self.parts(style, name, within)[0]


@dataclass(frozen=True)
class Part:
    page: Page
    key: str

    @property
    def reference(self) -> dict[str, str]:
        return {REFERENCE: self.key}

    @property
    def name(self) -> str:
        """What a screen reader calls it; nothing where it passes over it, which the driver calls an error."""
        answer = self.page.client.get(f"element/{self.key}/computedlabel")
        return answer.json()["value"] if answer.is_success else ""

    @property
    def text(self) -> str:
        """All that is written there, also out of sight, with single blanks."""
        return " ".join(self.page.run("return arguments[0].textContent", self).split())

    @property
    def form(self) -> "Part":
        return Part(self.page, self.page.run("return arguments[0].form", self)[REFERENCE])

    @property
    def visible(self) -> bool:
        return said(self.page.client.get(f"element/{self.key}/displayed"))

    def attribute(self, name: str) -> str | None:
        return said(self.page.client.get(f"element/{self.key}/attribute/{name}"))

    def show(self) -> "Part":
        """Scroll it into sight."""
        self.page.run("arguments[0].scrollIntoView({ block: 'center' })", self)
        return self

    def click(self) -> None:
        self.page.ask(f"element/{self.key}/click")

    def press(self, text: str) -> None:
        """Type this, or press the key of that name."""
        self.page.ask(f"element/{self.key}/value", text=KEYS.get(text, text))

    def part(self, style: str, name: str | None = None) -> "Part":
        return self.page.part(style, name, self.key)

    def parts(self, style: str, name: str | None = None) -> list["Part"]:
        return self.page.parts(style, name, self.key)


if __name__ == "__main__":
    print("WebKit for the tests:", find() or MISSING)
