"""A class on one machine: learners who all move a slider, over real websockets, against Voilà and against Jupyter Server.

Learners come in groups until the slowest in twenty answers takes longer than a second, the machine's memory is half used, or the
time of one server is up: both take at most six minutes. Each opens lesson 03, runs it, and then moves a slider about once a second.
Processor time a move is of kernels, of the server, and of the learners here, who share the processors with them. Nothing leaves
this machine.

    python -m benchmarks.classroom [most learners]
"""

import asyncio
import json
import random
import re
import statistics
import sys
import tempfile
import time
import uuid
from pathlib import Path

import httpx
import nbformat
import psutil
import websockets
from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1

from benchmarks.browser import p95
from tests.browser.lab import ROOT, Lab, running, started

LESSON = "03_additive_effect.ipynb"
# Not optional: a client that falls back to the older protocol makes the server pile up binary messages without end.
PROTOCOL = "v1.kernel.websocket.jupyter.org"
GROUPS = (20, 40, 60, 80)
SECONDS = 10  # of moving, in each group
LONGEST = 160  # seconds for one server
LIMIT = 1.0  # seconds: what the slowest in twenty may take
MB = 1 << 20


class Learner:
    """One learner with a kernel of their own, at the end of a websocket."""

    def __init__(self, lab: Lab, kernel: str):
        self.lab, self.kernel, self.session = lab, kernel, uuid.uuid4().hex
        self.explorer, self.moves = None, 0

    async def connect(self, headers: dict) -> None:
        address = f"{self.lab.base.replace('http', 'ws')}/api/kernels/{self.kernel}/channels?session_id={self.session}"
        self.socket = await websockets.connect(
            address,
            subprotocols=[PROTOCOL],
            additional_headers=headers,
            max_size=64 * MB,
            max_queue=None,  # what nobody waits for (a kernel's busy and idle) must not stop the rest
            ping_interval=None,
            open_timeout=120,
        )
        if self.socket.subprotocol != PROTOCOL:
            await self.socket.close()
            raise RuntimeError("the server does not speak the protocol that is safe with binary messages")

    async def send(self, kind: str, content: dict) -> str:
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": self.session, "username": "learner"}
        header |= {"version": "5.3", "date": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": []}
        pack = lambda value: json.dumps(value).encode()  # noqa: E731
        await self.socket.send(serialize_msg_to_ws_v1(message, "shell", pack=pack))
        return header["msg_id"]

    async def hear(self, wanted, seconds: float = 120):
        """The first message for which wanted(header, parent, content) says something; that something."""
        async with asyncio.timeout(seconds):
            while True:
                _, parts = deserialize_msg_from_ws_v1(await self.socket.recv())
                header, parent, content = (json.loads(parts[place]) for place in (0, 1, 3))
                if header["msg_type"] == "error":
                    raise RuntimeError(content["evalue"])
                if answer := wanted(header, parent, content):
                    return answer

    async def run(self, cells: list[str]) -> None:
        """Run the cells, and find the explorer among what they show: the first widget that has a picture."""

        def wanted(header, parent, content):
            if not self.explorer and "image/svg+xml" in content.get("data", {}):
                self.explorer = content["data"]["application/vnd.jupyter.widget-view+json"]["model_id"]
            return header["msg_type"] == "execute_reply" and parent["msg_id"] == asked

        for code in cells:
            asked = await self.send("execute_request", {"code": code, "silent": False, "stop_on_error": True})
            await self.hear(wanted)

    async def ask(self, message: dict) -> float:
        """Seconds until the explorer has answered."""
        self.moves += 1
        began = time.perf_counter()
        content = {"ask": message.pop("ask"), **message, "number": self.moves}
        await self.send("comm_msg", {"comm_id": self.explorer, "data": {"method": "custom", "content": content}})
        await self.hear(
            lambda header, parent, content: (
                content.get("data", {}).get("state", {}).get("view", {}).get("answers") == self.moves
            )
        )
        return time.perf_counter() - began

    async def play(self, seconds: float) -> list[float]:
        """Move a slider about once a second, by a step forth or back."""
        times, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            await asyncio.sleep(random.uniform(0.5, 1.5))  # noqa: S311 - learners, not secrets
            value = round(1.0 + 0.1 * (self.moves % 10), 1)
            times.append(await self.ask({"ask": "set", "values": {"medication": value}}))
        return times


async def by_voila(lab: Lab, client: httpx.AsyncClient) -> Learner:
    """A learner in the app: the server runs the whole lesson while it hands out the page."""
    page = (await client.get(f"{lab.base}/voila/render/{LESSON}")).text
    learner = Learner(lab, re.search(r'"kernelId": "([\w-]+)"', page)[1])
    outputs = re.findall(r'vnd\.voila\.cell-output\+json">\s*(\{.*?\})\s*</script>', page, re.DOTALL)
    shown = [json.loads(output).get("data", {}) for output in outputs]
    pictures = [data for data in shown if "image/svg+xml" in data]
    learner.explorer = pictures[0]["application/vnd.jupyter.widget-view+json"]["model_id"]
    await learner.connect({})
    return learner


async def by_server(lab: Lab, client: httpx.AsyncClient) -> Learner:
    """A learner in JupyterLab: a kernel, and every cell of the lesson."""
    headers = {"Authorization": f"token {lab.token}"}
    answer = await client.post(f"{lab.base}/api/kernels", headers=headers, json={"name": "python3"})
    learner = Learner(lab, answer.json()["id"])
    await learner.connect(headers)
    notebook = nbformat.read(ROOT / "notebooks" / LESSON, as_version=4)
    await learner.run([cell.source for cell in notebook.cells if cell.cell_type == "code"])
    return learner


async def timed(come, lab: Lab, client: httpx.AsyncClient) -> tuple[Learner, float]:
    began = time.perf_counter()
    learner = await come(lab, client)
    await learner.ask({"ask": "unveil"})
    return learner, time.perf_counter() - began


def memory(lab: Lab) -> tuple[float, float]:
    """MB of the server, and of a kernel on average, shared pages counted once."""
    sizes = {True: [], False: []}
    for process in lab.family():
        full = process.memory_full_info()
        sizes["ipykernel_launcher" in process.cmdline()].append(getattr(full, "pss", full.uss) / MB)
    return sum(sizes[False]), statistics.mean(sizes[True])


def spent(lab: Lab) -> tuple[float, float, float]:
    """Seconds of processor so far: of all kernels, of the server, of the learners here."""
    seconds = {True: 0.0, False: 0.0}
    for process in lab.family():
        times = process.cpu_times()
        seconds["ipykernel_launcher" in process.cmdline()] += times.user + times.system
    return seconds[True], seconds[False], time.process_time()


async def classroom(name: str, come, lab: Lab, most: int) -> None:
    """Groups of learners, one after the other; stops at the first that has to wait too long, or when the time is up."""
    learners: list[Learner] = []
    try:
        async with asyncio.timeout(LONGEST), httpx.AsyncClient(timeout=LONGEST) as client:
            for size in (size for size in GROUPS if size <= most):
                if await group(name, come, lab, client, learners, size) > LIMIT or psutil.virtual_memory().percent > 50:
                    break
    except TimeoutError:
        print(f"{name:16} the time is up; {len(learners)} learners were there")
    for learner in learners:
        await learner.socket.close()


async def group(name: str, come, lab: Lab, client: httpx.AsyncClient, learners: list[Learner], size: int) -> float:
    """Let learners in until there are so many, let all of them play, print a line; seconds of the slowest in twenty answers."""
    arrived = await asyncio.gather(*(timed(come, lab, client) for _ in range(size - len(learners))))
    learners += [learner for learner, _ in arrived]
    starts, before = [seconds for _, seconds in arrived], spent(lab)
    played = await asyncio.gather(*(learner.play(SECONDS) for learner in learners))
    times = [seconds for moves in played for seconds in moves]
    kernels, serving, here = (1e3 * (now - then) / len(times) for now, then in zip(spent(lab), before, strict=True))
    server, kernel = memory(lab)
    print(
        f"{name:16}{size:>5}{statistics.median(starts):>10.1f}{max(starts):>8.1f}"
        f"{statistics.median(times) * 1e3:>9.0f}{p95(times) * 1e3:>8.0f}"
        f"{kernels:>9.1f}{serving:>8.1f}{here:>8.1f}{kernel:>11.0f}{server:>8.0f}",
        flush=True,
    )
    return p95(times)


def main(most: int = GROUPS[-1]) -> None:
    print(f"{psutil.cpu_count()} processors, load before: {psutil.getloadavg()[0]:.1f}")
    print(f"{'':39}{'a move, ms':>17}{'of processor, ms a move':>25}{'memory, MB':>19}")
    heads = (("N", 5), ("ready s", 10), ("last", 8), ("p50", 9), ("p95", 8), ("kernels", 9), ("server", 8), ("here", 8))
    print(" " * 16 + "".join(f"{head:>{width}}" for head, width in (*heads, ("kernel", 11), ("server", 8))))
    with tempfile.TemporaryDirectory() as folder:
        flags = "APP_FLAGS=--no-browser --port=8980"
        with started(["make", "app", flags], Path(folder), address=re.compile(r"http://localhost:\d+/")) as lab:
            asyncio.run(classroom("Voilà", by_voila, lab, most))
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as lab:
        asyncio.run(classroom("Jupyter Server", by_server, lab, most))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
