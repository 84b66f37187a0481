"""What holds for every test."""

import pytest


def pytest_collection_modifyitems(items):
    """Notebooks are run cell by cell and take their time."""
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.slow)
