"""What holds for every test."""

import gc
from collections import Counter
from collections.abc import Iterator

import hypothesis
import pytest
from ipywidgets import Widget
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser import chromium

# A slow machine is no fault: times are for benchmarks.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")
expect.set_options(timeout=20_000)


# What is collected stays to the end: the garbage collector need not go through it again and again.
gc.disable()


def pytest_collection_finish():
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(items):
    """Notebooks are run cell by cell and take their time."""
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.slow)


def pytest_terminal_summary(terminalreporter):
    """How long each notebook took."""
    seconds = Counter()
    for report in (report for reports in terminalreporter.stats.values() for report in reports):
        name, _, cell = getattr(report, "nodeid", "").partition(".ipynb::")
        if cell:
            seconds[name] += report.duration
    for name, taken in seconds.items():
        terminalreporter.write_line(f"{taken:6.1f} s  {name}.ipynb")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers; there can be only one in a process, also while one is looked for."""
    chromium.find_or_get()
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser for the tests of a file: one that has crashed takes no other file's tests with it."""
    browser = chromium.launch(playwright, chromium.find_or_get())
    yield browser
    browser.close()


@pytest.fixture(autouse=True)
def nothing_asked():
    """Questions go by their prompt, so that each test begins in a kernel that has asked nothing."""
    from toolkit.explore.asked import ASKED

    ASKED.unobserve_all()
    ASKED.records, ASKED.pinned, ASKED.learner = {}, {}, ""


@pytest.fixture(scope="module", autouse=True)
def widgets_let_go():
    """ipywidgets keeps every widget alive, and an explorer keeps its people: gigabytes, by the last of the tests."""
    yield
    Widget.close_all()
