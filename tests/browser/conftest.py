"""One JupyterLab for all tests, a fresh page for each, and none that talks to strangers."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.lab import Lab, Traffic, running


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab, started by `make lab` in an empty home."""
    with running(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def page(lab: Lab, browser: Browser, traffic: Traffic) -> Iterator[Page]:
    """A page that is logged in. The test fails if page, server or kernel asks anything of another machine."""
    with visit(lab, browser, traffic) as page:
        yield page


@contextmanager
def visit(lab: Lab, browser: Browser, traffic: Traffic) -> Iterator[Page]:
    """A page of its own, logged in; afterwards nobody may have asked anything of another machine."""
    context = browser.new_context(base_url=lab.base, viewport={"width": 1280, "height": 900})
    traffic.listen(context)
    context.request.get(lab.address)  # the token's cookie, as the printed address gives it
    before = len(lab.foreign())
    yield context.new_page()
    context.close()
    assert traffic.foreign() == []
    assert lab.foreign()[before:] == []
