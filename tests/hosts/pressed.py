"""*Run this lesson*, pressed at once and again and again, on a machine that is busy, wherever it stands: `make hosts`.

And Colab's versions, in the classic notebook, which has menus of its own.
"""

import multiprocessing
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import visit
from tests.browser.lab import ADDRESS, RUN, Lab, Traffic, running, started
from tests.browser.page_actions import explorer, move, sentence
from tests.browser.test_pressed_at_once import LESSON, open_early, ran
from tests.hosts.environments import environment

SHOWN = "--ServerApp.root_dir=notebooks"
ROOT = "--allow-root" if hasattr(os, "geteuid") and os.geteuid() == 0 else "--ServerApp.quit_button=True"
# Each with a way to start it, the page of a lesson in it, and how often it is opened.
HOSTS = {
    "lab": ("jupyter-lab", "--LabApp.expose_app_in_browser=True", f"/lab/tree/{LESSON}?reset", 30),
    "notebook7": ("jupyter-notebook", "--JupyterNotebookApp.expose_app_in_browser=True", f"/notebooks/{LESSON}", 30),
    "lowest": ("jupyter-lab", "--LabApp.expose_app_in_browser=True", f"/lab/tree/{LESSON}?reset", 5),
    "binder": ("jupyter-lab", "--LabApp.expose_app_in_browser=True", f"/lab/tree/{LESSON}?reset", 5),
}


def work() -> None:
    while True:
        pass


@pytest.fixture(scope="module", autouse=True)
def load() -> Iterator[None]:
    """As many busy processes as there are processors."""
    processes = [multiprocessing.Process(target=work, daemon=True) for _ in range(os.cpu_count() or 2)]
    for process in processes:
        process.start()
    yield
    for process in processes:
        process.kill()


@pytest.fixture(scope="module", params=HOSTS)
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Lab]]:
    name, folder = request.param, tmp_path_factory.mktemp(request.param)
    if name == "lab":
        with running(folder) as lab:
            yield name, lab
        return
    program, flag, *_ = HOSTS[name]
    command = [environment(name) / "bin" / program, "--no-browser", "--ServerApp.ip=localhost", SHOWN, flag, ROOT]
    with started(list(map(str, command)), folder) as lab:
        yield name, lab


@pytest.mark.parametrize("opening", range(1, 31))
def test_pressed_at_once_it_runs(host: tuple[str, Lab], browser: Browser, opening: int) -> None:
    name, lab = host
    _, _, address, times = HOSTS[name]
    if opening > times:
        pytest.skip(f"{name} is opened {times} times")
    with visit(lab, browser, Traffic()) as page:
        open_early(page, address)
        page.locator(RUN).first.click()
        ran(page)


def test_colabs_versions_play_a_lesson(browser: Browser, tmp_path: Path) -> None:
    """ipywidgets 7 and its old kernel, in the classic notebook: run all by its menu, guess nothing, move a slider."""
    command = [
        environment("colab") / "bin" / "jupyter-notebook",
        "--no-browser",
        "--NotebookApp.ip=localhost",
        "--NotebookApp.notebook_dir=notebooks",
        "--allow-root",
    ]
    address = re.compile(ADDRESS.pattern)
    with started(list(map(str, command)), tmp_path, address=address) as lab, visit(lab, browser, Traffic()) as page:
        page.goto(f"/notebooks/{LESSON}", timeout=120_000)
        page.wait_for_function("() => window.Jupyter?.notebook?.kernel?.is_connected()", timeout=120_000)
        page.evaluate(
            "() => { Jupyter.notebook.set_autosave_interval(0); Jupyter.notebook.save_notebook = () => Promise.resolve(); }"
        )
        page.evaluate("() => Jupyter.notebook.execute_all_cells()")
        page.get_by_role("region", name="Do the two add up?", exact=True).wait_for(timeout=300_000)
        place = explorer(page)
        before = sentence(place)
        move(place, lambda: place.get_by_role("slider", name="Medication works").press("ArrowRight"))
        assert sentence(place) != before
        expect(place.locator(".toolkit-chart svg").first).to_be_visible()
