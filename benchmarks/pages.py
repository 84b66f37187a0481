"""A lesson as a living page beside the same lesson elsewhere: how soon, how heavy, how quick; then a hundred at once.

Lesson 03 is opened by a browser that has never seen it: as a page of `make pages`, the same on a phone, from `make site`, in the
app and in JupyterLab. Pages and site are sent by a plain server for files, as the README shows, which compresses nothing. The phone
is a narrow page by touch, a line of 9 Mbit/s with 60 ms to each answer, and a quarter of the processor. Then a hundred clients
fetch at once what a first visit to the living page fetched. Seconds count from asking for the page until text stands there and
until the explorer has drawn; the browser's memory is that of all its processes. Read the ratios; the seconds are this machine's.

    python -m benchmarks.pages [learners]
"""

import asyncio
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psutil
from playwright.sync_api import Error, Page, Request, sync_playwright

import toolkit
from benchmarks.browser import p95
from publish import pages, site
from tests.browser import chromium
from tests.browser.lab import RUN, running, started

LESSON = toolkit.lessons.lesson(3)
NOTEBOOK = f"{LESSON.slug}.ipynb"
SERVER = """
import http.server, sys, threading, time
seconds, rate = map(float, sys.argv[1:])
line = threading.Lock()
class Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *_): pass
class Far(Quiet):
    def do_GET(self):
        time.sleep(seconds)
        super().do_GET()
    def copyfile(self, source, target):
        while part := source.read(1 << 14):
            with line:
                time.sleep(len(part) / rate)
                target.write(part)
class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128
server = Server(("localhost", 0), Far if rate else Quiet)
print(f"http://localhost:{server.server_port}/", flush=True)
server.serve_forever()
"""
"""`python -m http.server`, but it keeps connections, as servers do, and says nothing of each file; far away where it is told so."""
HERE = re.compile(r"http://localhost:\d+/")
# JupyterLab draws what is in sight: the window is so tall that the explorer is.
DESK = {"viewport": {"width": 1280, "height": 3000}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
NEAR, FAR = (0, 0), (0.06, 9e6 / 8)
"""Seconds until an answer begins, bytes in a second for all answers together; 0 for as fast as it goes."""
STOPPED, GOES = 0.03, 0.01
"""Seconds: a processor that is stopped so long and then goes so long is a quarter of one."""
HEAD = """
                          text   drawn  requests      sent   browser   key to paint: median, slowest in twenty
                             s       s                  MB        MB        ms      ms"""
PATIENCE = 300_000
PRESSES = 20
MB = 1 << 20
TEXT = """() => [...document.querySelectorAll('main p, .jp-RenderedMarkdown p, .jp-RenderedHTMLCommon p')]
    .some(prose => prose.getClientRects().length)"""

# Milliseconds from a key to the frame after the picture has answered it.
PAINT = """place => { window.painted = new Promise(done => {
    let pressed = 0;
    addEventListener('keydown', event => { pressed = event.timeStamp; }, { once: true, capture: true });
    const watch = new MutationObserver(() => {
        watch.disconnect();
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => done(performance.now() - pressed);
            after.port2.postMessage(0);
        });
    });
    watch.observe(place.querySelector('.toolkit-chart'), { attributes: true, attributeFilter: ['data-shown'] });
}); }"""


@contextmanager
def served(folder: Path, line: tuple[float, float] = NEAR) -> Iterator[str]:
    """Where a plain server for files, a process of its own, sends a folder from."""
    command = [sys.executable, "-c", SERVER, *map(str, line)]
    with tempfile.TemporaryDirectory() as own, started(command, Path(own), root=folder, address=HERE) as server:
        yield server.base


def visit(name: str, address: str, login: str = "", phone: bool = False) -> list[str]:
    """Print a first visit's line, by a browser of its own; returns the addresses of what it asked for."""
    asked: list[Request] = []
    with sync_playwright() as playwright, slowed() if phone else nullcontext():
        browser = chromium.launch(playwright, chromium.find_or_get())
        context = browser.new_context(service_workers="block", **(PHONE if phone else DESK))
        if login:
            context.request.get(login)
        context.on("requestfinished", lambda request: asked.append(request))
        page = context.new_page()
        began = time.perf_counter()
        page.goto(address, timeout=PATIENCE)
        page.wait_for_function(TEXT, timeout=PATIENCE)
        text = time.perf_counter() - began
        if "/lab/" in address:
            page.locator(RUN).click(timeout=PATIENCE)
        place = page.get_by_role("region", name=LESSON.pictures["explorer"], exact=True)
        place.get_by_role("button", name="Show it without a guess").click(timeout=PATIENCE)
        place.locator(".toolkit-chart[data-shown]").wait_for(timeout=PATIENCE)
        drawn = time.perf_counter() - began
        times = [press(page, place, key) for key in ("ArrowRight", "ArrowLeft") * (PRESSES // 2)]
        used = memory()
        fetched = sum(map(size, asked)) / 1e6
        browser.close()
    print(
        f"{name:22}{text:8.1f}{drawn:8.1f}{len(asked):10}{fetched:10.1f}{used:10.0f}"
        f"{statistics.median(times):10.0f}{p95(times):8.0f}",
        flush=True,
    )
    return [request.url for request in asked]


@contextmanager
def slowed() -> Iterator[None]:
    """A quarter of the processor for every page of the browser that is started meanwhile, its Python too.

    Chromium's own throttle does not reach what a page runs apart from itself, so its processes are stopped and let go in turns.
    """
    over = threading.Event()

    def hold() -> None:
        while not over.is_set():
            pages = []
            with suppress(psutil.NoSuchProcess):
                pages = [one for one in browsers() if "--type=renderer" in one.cmdline()]
            for _ in range(10):
                for act, seconds in ((psutil.Process.suspend, STOPPED), (psutil.Process.resume, GOES)):
                    for one in pages:
                        with suppress(psutil.NoSuchProcess):
                            act(one)
                    time.sleep(seconds)

    holder = threading.Thread(target=hold)
    holder.start()
    try:
        yield
    finally:
        over.set()
        holder.join()


def press(page: Page, place, key: str) -> float:
    """Milliseconds from a key on the first slider to its picture."""
    slider = place.get_by_role("slider", name="Medication works", exact=True)
    slider.focus()
    place.evaluate(PAINT)
    page.keyboard.press(key)
    return page.evaluate("() => window.painted")


def size(request: Request) -> int:
    """Bytes of the body as it was sent; 0 where the browser does not know."""
    try:
        return max(0, request.sizes()["responseBodySize"])
    except Error:
        return 0


def memory() -> float:
    """MB of all processes of the browser that was started here, shared pages counted once."""
    return sum(getattr(full := one.memory_full_info(), "pss", full.uss) for one in browsers()) / MB


def browsers() -> list[psutil.Process]:
    """All processes of the browser that was started here."""
    return [one for one in psutil.Process().children(recursive=True) if "chrom" in one.name()]


async def learner(
    client: httpx.AsyncClient, address: str, paths: list[str], at_once: asyncio.Semaphore
) -> tuple[float, int, list]:
    """One first visit: seconds for all of its files, their bytes, and the seconds of each. Six files at once, as a browser."""
    each, total = [], 0

    async def fetch(path: str) -> None:
        nonlocal total
        async with at_once:
            began = time.perf_counter()
            answer = await client.get(address + path)
            answer.raise_for_status()
            each.append(time.perf_counter() - began)
            total += len(answer.content)

    began = time.perf_counter()
    await asyncio.gather(*map(fetch, paths))
    return time.perf_counter() - began, total, each


async def together(address: str, paths: list[str], learners: int) -> None:
    """Print what so many first visits at once take."""
    began = time.perf_counter()
    clients = [httpx.AsyncClient(timeout=300, limits=httpx.Limits(max_connections=6)) for _ in range(learners)]
    visits = await asyncio.gather(*(learner(one, address, paths, asyncio.Semaphore(6)) for one in clients))
    whole = time.perf_counter() - began
    for client in clients:
        await client.aclose()
    seconds, sizes, each = (
        [one[0] for one in visits],
        [one[1] for one in visits],
        [one for visit in visits for one in visit[2]],
    )
    print(
        f"\n{learners} first visits at once, {len(paths)} files and {sizes[0] / 1e6:.1f} MB each, {sum(sizes) / 1e6:.0f} MB in all"
    )
    print(f"all served after {whole:.1f} s: {len(each) / whole:.0f} requests/s, {sum(sizes) / whole / 1e6:.0f} MB/s")
    print(f"a visit {statistics.median(seconds):.1f} s (p95 {p95(seconds):.1f})")
    print(f"a file {statistics.median(each):.2f} s (p95 {p95(each):.2f})")


def squeezed(files: list[Path]) -> float:
    """MB that a server sends for these which compresses by brotli; what gets no smaller goes as it is."""
    script = """
    const sizes = process.argv.slice(1).map((name) => {
      const whole = require("fs").readFileSync(name);
      return Math.min(whole.length, require("zlib").brotliCompressSync(whole).length);
    });
    console.log(sizes.reduce((one, other) => one + other));"""
    command = ["node", "-e", script, *map(str, files)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) / 1e6  # noqa: S603


def main(learners: int = 100) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pages.make_live(pages.make(Path(name) / "pages"))
        site.make()
        lesson = f"{LESSON.slug}.html"
        print(f"\n{psutil.cpu_count()} processors, load before: {psutil.getloadavg()[0]:.1f}\n{HEAD}")
        with served(folder) as address:
            asked = visit("living page", f"{address}/{lesson}")
        paths = [urlsplit(url).path for url in dict.fromkeys(asked) if url.startswith(address)]
        with served(folder, FAR) as address:
            visit("living page, phone", f"{address}/{lesson}", phone=True)
        with served(site.SITE) as address:
            visit("JupyterLite site", f"{address}/lab/index.html?path={NOTEBOOK}")
        command = ["make", "app", "APP_FLAGS=--no-browser --port=8980"]
        with tempfile.TemporaryDirectory() as own, started(command, Path(own), address=HERE) as app:
            visit("app", f"{app.base}/voila/render/{NOTEBOOK}")
        with tempfile.TemporaryDirectory() as own, running(Path(own)) as lab:
            visit("JupyterLab", f"{lab.base}/lab/tree/{NOTEBOOK}?reset", login=lab.address)
        print(
            f"\nThe living page from a server that compresses by brotli: {squeezed([folder / path[1:] for path in paths]):.1f} MB"
        )
        with served(folder) as address:
            asyncio.run(together(address, paths, learners))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
