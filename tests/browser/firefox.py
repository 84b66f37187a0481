"""Find the system's own Firefox, and drive it: `python -m tests.browser.firefox` prints the one that will be used.

Playwright drives its own build of Firefox, or any Firefox over WebDriver BiDi (channel "moz-firefox"). There it sends a command
that a stock Firefox does not know yet (emulation.setMediaFeaturesOverride, to Firefox 153), gives up at the answer, and does not
hear of downloads that have no name. So what it starts is this module run as a program: it starts Firefox and passes on all that
the two say, but answers "done" to what is only asked to imitate a setting, and names each download by its address.
"""

import asyncio
import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import websockets
from playwright.sync_api import Browser, Playwright

from tests.browser.chromium import starts

NAMES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
MISSING = "no Firefox here. Debian: apt-get install firefox-esr (as root); elsewhere from your system's own store"
LISTENS = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")
LOCAL = {
    # A proxy where nobody is: a request that would leave the machine fails as it would offline. This machine is asked directly.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
}


def find() -> str | None:
    return next(filter(starts, filter(None, map(shutil.which, NAMES))), None)


def launch(playwright: Playwright, path: str, folder: Path) -> Browser:
    """Start Firefox by way of this module; the folder takes the few lines that do so."""
    program = folder / "firefox"
    words = " ".join(map(shlex.quote, (sys.executable, "-m", __spec__.name, path)))
    program.write_text(f'#!/bin/sh\ncd {shlex.quote(str(Path(__file__).parents[2]))} && exec {words} "$@"\n')
    program.chmod(0o755)
    return playwright.firefox.launch(channel="moz-firefox", executable_path=program, firefox_user_prefs=LOCAL)


async def run(path: str, *flags: str) -> int:
    """Run Firefox until it ends, and say its address as it would, but with this program in between."""
    firefox = await asyncio.create_subprocess_exec(path, *flags, stderr=asyncio.subprocess.PIPE)
    async for line in firefox.stderr:
        if found := LISTENS.search(line):
            address = found[1].decode()
            between = await websockets.serve(
                lambda client, to=address: join(client, to), "127.0.0.1", 0, max_size=None, ping_interval=None
            )
            line = b"WebDriver BiDi listening on ws://127.0.0.1:%d\n" % between.sockets[0].getsockname()[1]
        sys.stderr.buffer.write(line)
        sys.stderr.flush()
    return await firefox.wait()


async def join(client: websockets.ServerConnection, address: str) -> None:
    """Pass on what is said, until one of the two hangs up."""
    imitated = set()
    async with websockets.connect(address + client.request.path, max_size=None, ping_interval=None) as firefox:

        async def there() -> None:
            async for message in client:
                asked = json.loads(message)
                if asked["method"].startswith("emulation."):
                    imitated.add(asked["id"])
                await firefox.send(message)

        async def back() -> None:
            async for message in firefox:
                await client.send(translate(message, imitated))

        ways = [asyncio.create_task(there()), asyncio.create_task(back())]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)


def translate(message: str, imitated: set[int]) -> str:
    """What Firefox says, as Playwright wants to hear it."""
    if "unknown command" not in message and "browsingContext.download" not in message:
        return message
    said = json.loads(message)
    if said.get("error") == "unknown command" and said["id"] in imitated:
        return json.dumps({"type": "success", "id": said["id"], "result": {}})
    if said.get("method") in ("browsingContext.downloadWillBegin", "browsingContext.downloadEnd"):
        said["params"].setdefault("download", said["params"]["url"])
    return json.dumps(said)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(asyncio.run(run(*sys.argv[1:])))
    print("Firefox for the tests:", find() or MISSING)
