"""`make site`: whole, official and at home, in Python without a browser and in a real one."""

import functools
import hashlib
import http.server
import json
import re
import subprocess
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

import toolkit
from publish import runtime, site
from tests.browser.lab import ALL_RUN, KERNEL_READY, ROOT, RUN, TO_THE_EXPLORER, Traffic
from tests.browser.page_actions import explorer, move, sentence
from tests.notebooks.refresh import NOTEBOOKS, notebooks

LESSON = "03_additive_effect.ipynb"
PATIENCE = 600_000  # ms: Python is compiled in the page, on machines that do other things too


# --- what needs no network ---


def test_bytes_that_are_not_the_official_ones_end_the_build():
    digest, found = (hashlib.sha256(data).hexdigest() for data in (b"official", b"officia1"))
    assert site.verified(b"official", digest, "numpy.whl") == b"official"
    with pytest.raises(SystemExit, match=rf"numpy\.whl is not the official file: .*is {found}, not {digest}"):
        site.verified(b"officia1", digest, "numpy.whl")


def test_nothing_that_was_downloaded_is_used_before_it_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """By hand it failed on: plotly's script taken as it came."""
    monkeypatch.setattr(site, "BUILD", tmp_path)
    plotly, carrier = runtime.PLOTLY, site.TABLE["carrier"]
    for name, take in (
        (f"pyodide-{runtime.VERSION}", site.pyodide),
        (f"{plotly['name']}-{plotly['version']}", runtime.plotly),
    ):
        tarfile.open(tmp_path / f"{name}.tgz", "w:gz").close()
        with pytest.raises(SystemExit, match=f"{name}.tgz is not the official file"):
            take()
    wheel = tmp_path / "wheels" / f"{carrier['name'].replace('-', '_')}-{carrier['version']}-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as made:
        made.writestr(f"{carrier['folder']}/numpy.whl", "officia1")
    with pytest.raises(SystemExit, match=r"numpy\.whl is not the official file"):
        site.carried({"numpy": {"file_name": "numpy.whl", "sha256": hashlib.sha256(b"official").hexdigest()}}, tmp_path)


def test_what_builds_is_made_once_and_anew_when_something_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In uv's place a program that does nothing, then one that fails. By hand it failed on a stamp read the other way round."""
    monkeypatch.setattr(site, "BUILD", tmp_path)
    (tmp_path / "tools").mkdir()
    monkeypatch.setattr(site, "find_uv_bin", lambda: "true")
    site.tools()
    monkeypatch.setattr(site, "find_uv_bin", lambda: "false")
    site.tools()
    monkeypatch.setitem(site.TABLE["tools"], "jupyterlite-core", "another")
    with pytest.raises(SystemExit, match="failed"):
        site.tools()


def test_a_wheel_of_which_parts_are_wanted_keeps_those_and_its_description(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """By hand it failed on a wheel without its description."""
    monkeypatch.setattr(site, "BUILD", tmp_path)
    (tmp_path / "wheels").mkdir()
    wanted, whole = site.TABLE["desktop"]["parts"]["plotly"], tmp_path / "wheels" / "plotly-6.0.0-py3-none-any.whl"
    with zipfile.ZipFile(whole, "w") as made:
        for name in (*wanted, "plotly/heavy.js", "plotly-6.0.0.dist-info/METADATA"):
            made.writestr(name, name)
    with zipfile.ZipFile(site.trimmed(whole)) as small:
        assert {name: small.read(name).decode() for name in small.namelist()} == {
            name: name for name in (*wanted, "plotly-6.0.0.dist-info/METADATA")
        }


def test_what_a_package_needs_comes_along_and_nothing_else():
    entries = {"a": ["b"], "b": ["c", "a"], "c": [], "d": ["a"]}
    assert site.closure({name: {"depends": depends} for name, depends in entries.items()}, ["a"]) == ["a", "b", "c"]


def test_a_program_that_fails_or_is_missing_ends_the_build_and_says_why():
    with pytest.raises(SystemExit, match="are the package registries in reach"):
        site.run("git", "no-such-command")
    with pytest.raises(SystemExit, match=r"no-such-program is needed"):
        site.run("no-such-program")


LINK = re.compile(r"\]\(([^)#:]+\.ipynb)")


def test_every_notebook_is_laid_out_where_the_others_look_for_it(tmp_path: Path):
    """By hand it failed on: notebooks in a folder of their own; JupyterLab's own copies along with them."""
    site.lay_out(tmp_path)
    laid = sorted(tmp_path.rglob("*.ipynb"))
    assert {file.name for file in laid} == {file.name for file in notebooks()}
    assert (tmp_path / "index.ipynb").exists()
    for file in laid:
        text = "".join(map("".join, (cell["source"] for cell in json.loads(file.read_text("utf-8"))["cells"])))
        missing = [link for link in LINK.findall(text) if not (file.parent / link).exists()]
        assert missing == [], file.name


# --- the site ---


@pytest.fixture(scope="module")
def built() -> Path:
    """The site, built as the README says; fails where the package registries cannot be reached."""
    answer = subprocess.run(["make", "site"], cwd=ROOT, capture_output=True, text=True)  # noqa: S607
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return site.SITE


@pytest.fixture(scope="module")
def packages(built: Path) -> dict:
    return json.loads((built / "static" / "pyodide" / "pyodide-lock.json").read_text())["packages"]


@pytest.mark.slow
def test_every_package_is_there_whole_with_all_it_needs(built: Path, packages: dict):
    assert {site.OURS, "numpy", "plotly", "ipython"} <= set(packages)
    for entry in packages.values():
        data = (built / "static" / "pyodide" / entry["file_name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], entry["name"]
        assert {name.replace("_", "-").lower() for name in entry["depends"]} <= set(packages)


@pytest.mark.slow
def test_every_notebook_is_there_and_no_file_is_too_large_for_a_usual_host(built: Path):
    expected = {file.relative_to(NOTEBOOKS) for file in notebooks()}
    assert {file.relative_to(built / "files") for file in (built / "files").rglob("*.ipynb")} == expected
    assert max(file.stat().st_size for file in built.rglob("*")) < 25e6


# --- in a real browser, from a plain web server ---


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=built)
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def heard() -> Traffic:
    return Traffic()


@pytest.fixture(scope="module")
def context(address: str, browser: Browser, heard: Traffic) -> Iterator[BrowserContext]:
    """Nobody has been here before. The page may be asked what the kernel is doing (else it is the same)."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.route(f"{address}/jupyter-lite.json", exposed)
    heard.listen(context)
    yield context
    context.close()
    assert heard.requests
    assert [url for url in heard.requests if not re.match(rf"({address}|ws://{address[7:]}|data:|blob:)", url)] == []
    assert heard.complaints == []


def exposed(route: Route) -> None:
    answer = route.fetch()
    config = answer.json()
    config["jupyter-config-data"]["exposeAppInBrowser"] = True
    route.fulfill(response=answer, json=config)


@pytest.fixture(scope="module")
def lesson(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.add_init_script(f"window.expectedNotebook = {json.dumps(LESSON)}")
    page.goto(f"/lab/index.html?path={LESSON}")
    page.locator(RUN).click(timeout=PATIENCE)  # at once: Python is still being loaded
    page.wait_for_function(KERNEL_READY, timeout=PATIENCE)
    page.wait_for_function(ALL_RUN, timeout=PATIENCE)
    page.evaluate(TO_THE_EXPLORER)  # JupyterLab does not draw what is far out of sight
    yield page
    page.close()


@pytest.mark.slow
def test_the_site_opens_on_the_front_door(context: BrowserContext):
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_role("main").get_by_role("tab", name="index.ipynb")).to_be_visible(timeout=PATIENCE)
    page.close()


@pytest.mark.slow
def test_a_slider_moves_the_sentence(lesson: Page):
    place = explorer(lesson)
    before = sentence(place)
    assert before == toolkit.lessons.lesson(3).explorer().sentence
    place.get_by_role("slider", name="Medication works").focus()
    move(place, lambda: lesson.keyboard.press("ArrowRight"))
    assert sentence(place) != before


SOURCE = """async ([name, act]) => {
    const whole = { content: true, type: 'notebook', format: 'json' };
    const contents = window.jupyterapp.serviceManager.contents;
    if (act === 'save') {
        const kept = await contents.get(name, whole);
        kept.content.cells[0].source = 'my own copy';
        await contents.save(name, kept);
    }
    if (act === 'delete') await contents.delete(name);
    return (await contents.get(name, whole)).content.cells[0].source;
}"""


@pytest.mark.slow
def test_a_deleted_copy_gives_the_original_back(lesson: Page):
    name = "04_bottom_up_top_down.ipynb"
    original = lesson.evaluate(SOURCE, [name, "read"])
    assert "04 · Bottom-up and top-down" in original
    assert lesson.evaluate(SOURCE, [name, "save"]) == "my own copy"
    assert lesson.evaluate(SOURCE, [name, "delete"]) == original


@pytest.mark.slow
def test_a_half_played_lesson_is_not_saved_by_itself(lesson: Page):
    assert not lesson.evaluate("window.jupyterapp.commands.isToggled('docmanager:toggle-autosave')")
