"""Find a Chromium for the browser tests, or get one; never do without.

`python tests/browser/chromium.py` prints the one that will be used.
"""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# A browser calls home on its own (updates, field trials, sync): all that is off, so that what is left is our page's.
# Only this machine's names resolve, so a request that would leave the machine fails here as it would offline.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",  # containers often have 64 MB of it, and a page that wants more crashes
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--no-first-run",
)

MISSING = """No Chromium can be had, and the browser tests are not skipped. Install one of these and run again:
  Debian, Ubuntu:  apt-get install chromium   (as root; `make test` does it by itself when it runs as root on Debian)
  anywhere:        python -m playwright install --with-deps chromium
  or Google Chrome, from your system's own store."""

NO_DRIVER = """Playwright, which drives the browser tests, does not start here, and they are not skipped. It says:
{}
On a small Debian or Ubuntu it wants a library: apt-get install libatomic1   (as root)"""


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run(*command: str) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, text=True, timeout=600)


def starts(path: str) -> bool:
    """Whether it is there and runs: a download without its system libraries, or a snap's stand-in, does not."""
    try:
        return run(path, "--version").returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def driver() -> subprocess.CompletedProcess:
    """Start playwright's own Node.js, which comes with the package but leans on the system's libraries."""
    return run(sys.executable, "-m", "playwright", "--version")


def candidates() -> Iterator[str]:
    """Every Chromium this machine may have already, the system's first."""
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def find() -> str | None:
    return next(filter(starts, candidates()), None)


def apt(*packages: str) -> None:
    """Install from Debian, if this is Debian and we may; else do nothing."""
    if is_root() and Path("/etc/debian_version").exists():
        print("Installing", *packages, "...", file=sys.stderr, flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["-y", "install", "--no-install-recommends", *packages]):
            subprocess.run(["/usr/bin/apt-get", "-qq", *step], env=environment, stdout=subprocess.DEVNULL)


def get() -> None:
    """Install one: by apt where we may, for it brings the system libraries along; else playwright's own."""
    apt("chromium")
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])


@functools.cache
def find_or_get() -> str:
    if driver().returncode != 0:
        apt("libatomic1")
    if (answer := driver()).returncode != 0:
        raise SystemExit(NO_DRIVER.format(answer.stderr))
    if not find():
        get()
    if not (path := find()):
        raise SystemExit(MISSING)
    return path


def launch(playwright: Playwright, path: str) -> Browser:
    # Chromium refuses to sandbox itself when it runs as root, as in containers.
    as_root = ("--no-sandbox",) if is_root() else ()
    return playwright.chromium.launch(executable_path=path, args=[*QUIET, *as_root])


if __name__ == "__main__":
    print("Browser for the tests:", find_or_get())
