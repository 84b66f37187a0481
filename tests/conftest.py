"""What holds for every test."""

import hypothesis
import pytest

# A slow machine is no fault: times are for benchmarks.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_collection_modifyitems(items):
    """Notebooks are run cell by cell and take their time."""
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.slow)
