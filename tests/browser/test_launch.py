"""`make lab`: it opens on the front door, to nobody else, and asks nothing of any other machine."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visit
from tests.browser.lab import Lab, Traffic, environment, is_here, open_notebook, run_all

pytestmark = pytest.mark.slow


def is_known(program: list[str]) -> bool:
    """The few programs Jupyter starts, none of which asks anything of another machine."""
    return (
        "ipykernel_launcher" in program  # watched itself
        or program[:2] in (["git", "rev-parse"], ["uname", "-p"])  # who am I
        or program[2:] == ["config", "--json"]  # node yarn.js: its settings, where there is Node.js
    )


@pytest.fixture(scope="module")
def heard() -> Traffic:
    return Traffic()


@pytest.fixture(scope="module")
def front(lab: Lab, browser: Browser, heard: Traffic) -> Iterator[Page]:
    """The front door, as somebody meets it who has just arrived."""
    with visit(lab, browser, heard) as page:
        open_notebook(page, "index.ipynb")
        yield page


def test_the_printed_address_opens_the_front_door(lab: Lab, page: Page):
    page.goto(lab.address)
    expect(page.get_by_role("main").get_by_role("tab", name="index.ipynb")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", name="How medication and psychotherapy work together")).to_be_visible(
        timeout=30_000
    )
    assert lab.address.startswith(f"{lab.base}/lab/tree/index.ipynb?token=")


def test_no_news_and_no_dialog_greets_a_learner(front: Page, heard: Traffic):
    front.wait_for_timeout(3000)  # the question about news comes late, when everything else has settled
    expect(front.locator(".Toastify__toast")).to_have_count(0)
    expect(front.locator(".jp-Dialog")).to_have_count(0)
    assert heard.complaints == []


def test_the_list_of_files_is_the_lessons_and_leaves_the_page_its_room(front: Page):
    files = front.get_by_role("region", name="File Browser Section")
    expect(files).to_be_hidden()
    assert front.locator(".jp-NotebookPanel:visible").bounding_box()["width"] > 1150
    front.get_by_role("tab", name="File Browser").click()
    expect(files.get_by_text("01_fast_and_lasting.ipynb")).to_be_visible()
    listed = files.locator(".jp-DirListing-itemText").all_inner_texts()
    assert not {"toolkit", "tests", "benchmarks", "settings", "build", "publish"} & set(listed)


def test_the_front_door_runs_and_no_one_is_called(lab: Lab, front: Page):
    run_all(front)
    watched = [line["process"] for line in lab.heard() if line["event"] == "watching"]
    assert any("ipykernel_launcher" in process for process in watched), "the kernel is not watched"
    assert any("jupyter-lab" in word for process in watched for word in process), "the server is not watched"
    assert lab.foreign() == []
    strangers = [program for program in lab.programs() if not is_known(program)]
    assert strangers == [], "a program that is not ours is out of the watch's hearing: does it call anyone?"


@pytest.mark.parametrize("path", ["/lab/api/news", "/lab/api/update", "/lab/api/extensions?query=widgets&refresh=1"])
def test_even_when_asked_the_server_calls_no_one(lab: Lab, page: Page, path: str):
    assert page.request.get(path).ok
    assert lab.foreign() == []


def test_it_listens_to_this_machine_only(lab: Lab, front: Page):
    listening = [
        connection.laddr.ip
        for process in lab.family()
        for connection in process.net_connections()
        if connection.status == psutil.CONN_LISTEN
    ]
    assert listening
    assert all(map(is_here, listening)), listening


@pytest.mark.parametrize("path", ["/lab", "/api/contents", "/api/kernels", "/files/index.ipynb"])
def test_nothing_is_served_without_the_token(lab: Lab, browser: Browser, path: str):
    context = browser.new_context(base_url=lab.base)
    answer = context.request.get(path)
    context.close()
    assert answer.status == 403 or urlsplit(answer.url).path == "/login"


# --- the watchmen are awake ---


def test_a_page_that_calls_a_stranger_is_caught(lab: Lab, browser: Browser):
    context, traffic = browser.new_context(base_url=lab.base), Traffic()
    traffic.listen(context)
    page = context.new_page()
    page.goto("/login")
    assert traffic.foreign() == []
    page.evaluate("() => { fetch('http://stranger.invalid/').catch(() => {}) }")
    page.evaluate("() => { new WebSocket('ws://stranger.invalid/socket') }")
    page.wait_for_timeout(500)
    context.close()
    assert sorted(traffic.foreign()) == ["http://stranger.invalid/", "ws://stranger.invalid/socket"]


@pytest.mark.parametrize(
    "call",
    [
        "socket.getaddrinfo('stranger.invalid', 80)",
        "socket.gethostbyname('stranger.invalid')",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 9))",
        "asyncio.run(asyncio.open_connection('stranger.invalid', 80))",
        "urllib.request.urlopen('http://stranger.invalid/')",
    ],
)
def test_a_process_that_calls_a_stranger_is_caught(tmp_path: Path, call: str):
    log = tmp_path / "watch.jsonl"
    code = f"import asyncio, contextlib, socket, urllib.request\nwith contextlib.suppress(OSError): {call}"
    subprocess.run([sys.executable, "-c", code], env=environment(tmp_path, log), check=True)
    assert Lab("", None, log).foreign()
