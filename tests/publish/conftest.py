"""The pages, built once for all files and workers that look at them."""

import fcntl
from pathlib import Path

import pytest

from publish import pages


@pytest.fixture(scope="session")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages, built as `make pages` does. Not to be changed."""
    shared = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):  # a worker's own folder lies in that of the whole run
        shared = shared.parent
    made, ready = shared / "live" / "pages", shared / "live.ready"
    with (shared / "live.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            pages.make_live(pages.make(made))
            ready.touch()
    return made
