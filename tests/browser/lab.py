"""JupyterLab as `make lab` starts it, and what a learner does in it."""

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

ROOT = Path(__file__).parents[2]
SERVED = ROOT / "notebooks"
"""What JupyterLab shows a learner: the lessons, and nothing of the workshop."""
# No window of its own; and the page may be asked what the kernel is doing (else it starts and serves the same).
FLAGS = "--no-browser --LabApp.expose_app_in_browser=True"
ADDRESS = re.compile(r"http://localhost:\d+/\S*\?token=\w+")


def is_here(host: object) -> bool:
    """Whether a host is this machine. What is no name (nothing, a netlink number) goes nowhere."""
    if not host or not isinstance(host, str):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab."""

    address: str  # as printed, token included
    process: subprocess.Popen
    watch_log: Path

    @property
    def base(self) -> str:
        return f"http://{urlsplit(self.address).netloc}"

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.address).query)["token"][0]

    def family(self) -> list[psutil.Process]:
        """All its processes: make, the server, the kernels."""
        first = psutil.Process(self.process.pid)
        return [first, *first.children(recursive=True)]

    def heard(self) -> list[dict]:
        """All that server and kernels did which the watch listens for, each as {process, event, target}."""
        return [json.loads(line) for line in self.watch_log.read_text().splitlines()]

    def foreign(self) -> list[dict]:
        """What server and kernels asked of any machine but this one: connections, datagrams, look-ups of names."""
        return [line for line in self.heard() if line["event"].startswith("socket.") and not is_here(host_of(line))]

    def programs(self) -> list[list[str]]:
        """The programs that server and kernels started, as their command lines."""
        return [list(map(str, line["target"])) for line in self.heard() if line["event"] == "subprocess.Popen"]


def host_of(line: dict) -> object:
    """The host in a line of the watch: first in [host, port, …], itself in a look-up; a Unix socket's path is none."""
    target = line["target"]
    if isinstance(target, list):
        return target[0]
    return target if line["event"] in ("socket.getaddrinfo", "socket.gethostbyname") else None


def environment(home: Path, watch_log: Path) -> dict[str, str]:
    """An environment in which nobody has used Jupyter yet, whose Python processes are watched."""
    ours = ("MAKE", "MFLAGS", "JUPYTER", "IPYTHON", "XDG_", "PYTHON", "PYTEST", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {
        **kept,
        "HOME": str(home),
        "PYTHONPATH": str(Path(__file__).parent / "watch"),
        "PYTHONUNBUFFERED": "1",
        "TOOLKIT_WATCH_LOG": str(watch_log),
    }


def wait_for_address(process: subprocess.Popen, output: Path, address: re.Pattern, seconds: float = 120) -> str:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        if found := address.search(output.read_text()):
            return found[0]
        time.sleep(0.1)
    raise RuntimeError(f"it gave no address (exit code {process.poll()}):\n{output.read_text()}")


def stop(process: subprocess.Popen) -> None:
    """End what we started, and only that: make, the server and its kernels are one process group, which is ours."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def running(folder: Path, root: Path = ROOT, **variables: object) -> AbstractContextManager[Lab]:
    """Run `make lab` in `root`, with an empty home inside `folder`, and with variables of make's own."""
    told = [f"{name}={value}" for name, value in variables.items()]
    return started(["make", "lab", f"LAB_FLAGS={FLAGS}", *told], folder, root=root)


@contextmanager
def started(command: list[str], folder: Path, *, root: Path = ROOT, address: re.Pattern = ADDRESS) -> Iterator[Lab]:
    """Run a server in `root`, with an empty home inside `folder`, and wait until it prints its address."""
    home, output, watch_log = folder / "home", folder / "output.txt", folder / "watch.jsonl"
    home.mkdir()
    with output.open("w") as sink:
        process = subprocess.Popen(
            command,
            cwd=root,
            env=environment(home, watch_log),
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield Lab(wait_for_address(process, output, address), process, watch_log)
    finally:
        stop(process)


# What JupyterLab says of itself whenever a kernel is restarted or left under it: of its debugger, and of what it had asked.
OF_JUPYTERLAB = ("Could not restore the debugger state", "Canceled future for ")


@dataclass
class Traffic:
    """What a page asked for, and what it complained about."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", self._read)
        context.on("weberror", lambda error: self._note(str(error.error)))
        context.on("page", lambda page: page.on("websocket", lambda socket: self.requests.append(socket.url)))

    def _read(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"{message.text} ({message.location.get('url', '')})")

    def _note(self, words: str) -> None:
        if not words.removeprefix("Error: ").startswith(OF_JUPYTERLAB):
            self.complaints.append(words)

    def foreign(self) -> list[str]:
        """Requests whose host is not this machine; data: and blob: addresses have no host and stay in the page."""
        return [url for url in self.requests if not is_here(urlsplit(url).hostname)]


# --- what a learner does ---

KERNEL_READY = """() => {
    const panel = window.jupyterapp?.shell.currentWidget;
    return panel?.context?.path === window.expectedNotebook && panel.sessionContext?.isReady
        && panel.sessionContext.session?.kernel?.status === 'idle';
}"""

# Asked of the model, not of the page: JupyterLab need not draw the cells that are out of sight.
ALL_RUN = """() => {
    const panel = window.jupyterapp.shell.currentWidget;
    const code = panel.content.widgets.map(cell => cell.model).filter(
        model => model.type === 'code' && model.sharedModel.source.trim());
    return panel.sessionContext.session?.kernel?.status === 'idle'
        && code.every(model => model.executionCount !== null && model.executionState !== 'running');
}"""


# When autosave's two minutes are up, a half-played notebook must not land in the repository, nor a dialog in the learner's way.
NO_AUTOSAVE = """async () => {
    const { commands } = window.jupyterapp;
    const name = 'docmanager:toggle-autosave';
    if (commands.isToggled(name)) await commands.execute(name);
}"""


def open_notebook(page: Page, name: str, folder: str = "", seconds: float = 60) -> None:
    """Open a notebook by its address, alone, and wait until its kernel is idle. Nothing is saved over it."""
    path = f"{folder}/{name}" if folder else name
    page.add_init_script(f"window.expectedNotebook = {json.dumps(path)}")
    page.route(
        "**/api/contents/**", lambda route: route.abort() if route.request.method == "PUT" else route.continue_()
    )
    page.goto(f"/lab/tree/{path}?reset")
    page.wait_for_function(KERNEL_READY, timeout=seconds * 1000)
    page.evaluate(NO_AUTOSAVE)


OPEN_NEXT = """async path => {
    const { commands, shell } = window.jupyterapp;
    const last = shell.currentWidget;
    window.expectedNotebook = path;
    await commands.execute('docmanager:open', { path, factory: 'Notebook' });
    last.dispose();  // closed by command it would ask whether to save
}"""


def open_next(page: Page, name: str, folder: str = "", seconds: float = 60) -> None:
    """Open a notebook in the page on which `open_notebook` has opened another, which is closed unsaved."""
    page.evaluate(OPEN_NEXT, f"{folder}/{name}" if folder else name)
    page.wait_for_function(KERNEL_READY, timeout=seconds * 1000)


def hide_left(page: Page) -> None:
    """Fold the list of files away, where it is not yet: a narrow page has it folded as it opens."""
    page.evaluate("""() => {
        const { commands, shell } = window.jupyterapp;
        if (!shell.leftCollapsed) return commands.execute('application:toggle-left-area');
    }""")


RUN = '[data-command="toolkit:run-lesson"]'

# What the command promised when it was pressed, kept: true once every cell has run without an error.
KEEP_PROMISE = """() => {
    window.lessonHasRun = null;
    const keep = (_, { id, result }) => {
        if (id === 'toolkit:run-lesson') result.then(ran => { if (ran !== undefined) window.lessonHasRun = ran; });
    };
    if (!window.promiseKept) window.jupyterapp.commands.commandExecuted.connect(keep);
    window.promiseKept = true;
}"""


def run_all(page: Page, seconds: float = 120) -> None:
    """Press *Run this lesson* in the notebook's toolbar, as the lessons ask; wait until every cell has run."""
    page.evaluate(KEEP_PROMISE)
    page.locator(RUN).click()
    page.wait_for_function(f"() => window.lessonHasRun !== null && ({ALL_RUN})()", timeout=seconds * 1000)


# JupyterLab need not draw what is far out of sight.
TO_THE_EXPLORER = """() => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    return notebook.scrollToItem(notebook.widgets.findIndex(cell => cell.model.sharedModel.source.includes('explorer(')));
}"""
