"""The presenter's page in JupyterLab (in the app: tests/publish/test_app.py)."""

import pytest
from playwright.sync_api import Page

from tests.browser.lab import Traffic, open_notebook, run_all
from tests.browser.page_actions import present

pytestmark = pytest.mark.slow


def test_a_trainer_steps_through_the_points_with_a_remote(page: Page, traffic: Traffic) -> None:
    open_notebook(page, "presenter.ipynb", folder="trainers")
    run_all(page)
    present(page)
    assert traffic.complaints == []
