"""Notebooks are run as people run them: twice, backwards, after a restart, with no disk to write on, killed in mid-move."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from playwright.sync_api import Browser, Locator, Page, expect

import toolkit
from tests.browser import monkey
from tests.browser.conftest import visit
from tests.browser.lab import KERNEL_READY, SERVED, Lab, Traffic, open_notebook, run_all
from tests.browser.page_actions import (
    TITLE,
    count_answers,
    explorer,
    move,
    read_paths,
    reset,
    run_again,
    write,
)

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
LESSON = "import toolkit\nlesson = toolkit.lessons.lesson(3)"
TWO = f"{LESSON}\none, other = lesson.explorer(), lesson.explorer()\none.pin(); one.set(seed=5, medication=2.0)"


@pytest.fixture
def client() -> Iterator[NotebookClient]:
    """Lesson 3 with a kernel that runs."""
    notebook = nbformat.read(ROOT / "notebooks" / "03_additive_effect.ipynb", as_version=4)
    client = NotebookClient(notebook, resources={"metadata": {"path": ROOT / "notebooks"}}, store_widget_state=False)
    with client.setup_kernel():
        yield client


def run(client: NotebookClient, cells: list[int]) -> dict[int, str]:
    """Run cells by number; what each says as text. An error in a cell is raised."""
    for number in cells:
        client.execute_cell(client.nb.cells[number], number)
    return {number: said(client.nb.cells[number]) for number in cells}


def said(cell: nbformat.NotebookNode) -> str:
    return "".join(output.get("text", output.get("data", {}).get("text/plain", "")) for output in cell.outputs)


def test_cells_run_twice_and_backwards(client: NotebookClient) -> None:
    code = [number for number, cell in enumerate(client.nb.cells) if cell.cell_type == "code"]
    once = run(client, code)
    assert any("improved clearly by week 12" in words for words in once.values())
    assert run(client, [number for number in code for _ in range(2)]) == once
    first, *rest = code
    assert run(client, [*reversed(rest), first]) == once


def test_another_kernel_says_the_same(client: NotebookClient) -> None:
    code = [number for number, cell in enumerate(client.nb.cells) if cell.cell_type == "code"]
    before = {number: said(client.nb.cells[number]) for number in code}
    assert run(client, code) == before


def test_two_explorers_of_one_lesson_do_not_touch_each_other() -> None:
    lesson = toolkit.lessons.lesson(3)
    one, other = lesson.explorer(), lesson.explorer()
    before = other.view
    one.pin()
    one.set(seed=5, medication=2.0)
    assert other.view == before
    other.undo()
    other.reset()
    assert other.view == before
    assert one.values["seed"] == 5


# --- in JupyterLab: one lesson's explorer twice ---


@pytest.fixture(scope="module")
def twice(lab: Lab, browser: Browser) -> Iterator[Page]:
    cells = [LESSON, "lesson.explorer()", "lesson.explorer()", "import os; os.getpid()"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file = SERVED / "test-results" / "twice.ipynb"  # git-ignored, and inside what JupyterLab serves
    file.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, file)
    with visit(lab, browser, Traffic()) as page:
        open_notebook(page, file.name, file.parent.name)
        run_all(page)
        yield page
    file.unlink()


def shown(place: Locator) -> tuple:
    """Sentence, picture and the values of all controls."""
    values = place.locator("input, select, textarea").evaluate_all("all => all.map(one => [one.value, one.checked])")
    said = place.locator(".toolkit-sentence").text_content()  # JupyterLab need not draw what is out of sight
    return said, read_paths(place), values, count_answers(place)


def test_two_explorers_on_one_page_do_not_touch_each_other(twice: Page) -> None:
    one, other = reset(twice), reset(twice, f"{TITLE}, picture 2")
    before = shown(other)
    acts = [
        one.get_by_role("slider", name="Medication works").press,
        one.get_by_role("button", name="Pin", exact=True).press,
        one.get_by_role("button", name="A harder goal").press,
        one.get_by_role("button", name="Undo").press,
        one.get_by_role("button", name="Reset", exact=True).press,
        one.get_by_role("button", name="Pin", exact=True).press,
    ]
    for act, key in zip(acts, ["ArrowRight", *["Enter"] * 5], strict=True):
        move(one, lambda act=act, key=key: act(key))
        assert shown(other) == before
    move(one, lambda: one.get_by_role("button", name="A harder goal").press("Enter"))
    mine = shown(one)
    for name in ("Pin", "Undo", "Reset"):
        move(other, lambda name=name: other.get_by_role("button", name=name, exact=True).press("Enter"))
        assert shown(one) == mine


BESIDE = """() => {
    window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1;
    return window.jupyterapp.commands.execute('notebook:create-output-view');
}"""


def test_a_second_view_of_an_explorer_is_answered_too(twice: Page) -> None:
    reset(twice)
    twice.evaluate(BESIDE)
    view = explorer(twice, f"{TITLE}, picture 3")
    for name in ("Reset", "Undo", "Undo"):
        move(view, lambda name=name: view.get_by_role("button", name=name, exact=True).press("Enter"))
    twice.evaluate("window.jupyterapp.commands.execute('application:close')")
    expect(view).to_have_count(0)


def test_a_wrong_code_is_raised_in_the_kernel_too_where_the_monkey_hears_it(twice: Page) -> None:
    monkey.listen(twice)
    place = reset(twice)
    write(place.get_by_role("textbox", name="Scenario code"), "nonsense")
    expect(place.get_by_role("alert")).to_be_visible()
    assert monkey.raised(twice) == {"ValueError"}


def test_a_kernel_killed_in_mid_move_is_said_so_and_running_again_mends_it(twice: Page) -> None:
    place = reset(twice)
    slider = place.get_by_role("slider", name="Therapy works")
    slider.focus()
    kernel = int(twice.locator(".jp-OutputArea-output").filter(has_text=re.compile(r"^\s*\d+\s*$")).text_content())
    for press in range(20):
        twice.keyboard.press("ArrowLeft")
        if press == 10:
            os.kill(kernel, signal.SIGKILL)
    expect(place.get_by_role("alert")).to_contain_text("run this cell again", timeout=30_000)
    dead = twice.locator(".jp-Dialog .jp-mod-accept")
    dead.click()
    twice.wait_for_function(KERNEL_READY)
    run_again(twice, "Therapy works")


# --- without a disk ---


def test_a_kernel_starts_and_plays_where_no_home_can_be_written(tmp_path: Path) -> None:
    nowhere = {"HOME": "/dev/null/home", "IPYTHONDIR": "/dev/null/ipython", "PYTHONDONTWRITEBYTECODE": "1"}
    manager, client = start_new_kernel(env={**os.environ, **nowhere})
    try:
        heard = []
        reply = client.execute_interactive(f"{TWO}\nprint(one.sentence)", timeout=120, output_hook=heard.append)
        assert reply["content"]["status"] == "ok", reply["content"]
        assert any("improved clearly by week" in message["content"].get("text", "") for message in heard)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


# Every way of Python to change a disk is told to an audit hook.
WATCH = """
import sys
wrote = []
def hear(event, arguments):
    if event == "open" and arguments[2] & 3 or event in ("os.mkdir", "os.rename", "os.remove", "shutil.copyfile"):
        wrote.append((event, str(arguments[0])))
sys.addaudithook(hear)
"""
PLAY = """
import toolkit
for lesson in toolkit.lessons.ALL:
    explorer = lesson.explorer(lesson.predict())
    explorer.receive({"ask": "unveil", "number": 1})
    explorer.set(seed=5), explorer.pin(), explorer.csv, lesson.studies(explorer), lesson.answers().csv
    [task() for task in lesson.tasks]
assert wrote == [], wrote
"""


def in_a_process(code: str, folder: Path = ROOT) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-B", "-c", code], cwd=folder, capture_output=True, text=True)


def test_nothing_of_ours_writes_to_a_disk() -> None:
    ran = in_a_process(WATCH + PLAY)
    assert ran.returncode == 0, ran.stderr


def test_the_watch_on_the_disk_is_awake(tmp_path: Path) -> None:
    ran = in_a_process(WATCH + "open('here', 'w')\nassert wrote == [], wrote", tmp_path)
    assert "here" in ran.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with a package of its own, to damage."""
    shutil.copytree(ROOT / "toolkit", tmp_path / "toolkit", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.parametrize(
    ("damage", "wrong"),
    [
        (lambda file: file.unlink(), "No such file"),
        (lambda file: file.write_bytes(b""), "not valid JSON"),
        (lambda file: file.write_bytes(file.read_bytes()[:5000]), "not valid JSON"),
        (lambda file: file.write_bytes(b"\xff\xfe\x00garbage"), "not valid JSON"),
        (lambda file: file.write_text("{}"), "must be array"),
    ],
    ids=["missing", "empty", "cut off", "garbage", "another file"],
)
def test_a_findings_file_that_is_missing_or_damaged_is_named(copy: Path, damage, wrong: str) -> None:
    damage(copy / "toolkit" / "evidence" / "findings.json")
    code = "import toolkit\nprint(toolkit.Model())\ntoolkit.findings()"
    ran = in_a_process(f"import sys; sys.path.insert(0, {str(copy)!r})\n{code}", copy)
    assert "Model(" in ran.stdout, "the model alone needs no findings"
    assert "findings.json" in ran.stderr.splitlines()[-1]
    assert wrong in ran.stderr.splitlines()[-1]
