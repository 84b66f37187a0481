"""Find a Chromium for the browser tests, or get one; never do without.

`python tests/browser/chromium.py` prints the one that will be used.
"""

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


def starts(path: str | Path) -> bool:
    """Whether it is there and runs: a download without its system libraries, or a snap's stand-in, does not."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def candidates() -> Iterator[str]:
    """Every Chromium this machine may have already, the system's first."""
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def find() -> str | None:
    return next(filter(starts, candidates()), None)


def get() -> None:
    """Install one: by apt where we may, for it brings the system libraries along; else playwright's own."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and Path("/etc/debian_version").exists():
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["-y", "install", "--no-install-recommends", "chromium"]):
            subprocess.run(["/usr/bin/apt-get", "-qq", *step], env=quiet)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])


def find_or_get() -> str:
    path = find()
    if path is None:
        print("No Chromium here yet: installing one ...", file=sys.stderr)
        get()
        path = find()
    if path is None:
        raise SystemExit(MISSING)
    return path


def launch(playwright: Playwright, path: str) -> Browser:
    # Chromium refuses to sandbox itself when it runs as root, as in containers.
    as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    return playwright.chromium.launch(executable_path=path, args=[*QUIET, *as_root])


if __name__ == "__main__":
    print("Browser for the tests:", find_or_get())
